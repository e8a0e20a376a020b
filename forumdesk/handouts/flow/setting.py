# SPDX-License-Identifier: MIT
"""Setting a story: entries and their elements become strips, in every language at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from forumdesk.handouts.content import Wording, said
from forumdesk.handouts.flow.arrange import Arranger
from forumdesk.handouts.flow.boxes import Fill, RuleMark, Strip, TextMark, depth_of
from forumdesk.handouts.flow.cells import Cell, Setter
from forumdesk.handouts.flow.day_strip import day_strip
from forumdesk.handouts.flow.elements import Elements
from forumdesk.handouts.flow.fields import Rows, repeating
from forumdesk.handouts.flow.plates import PlateSetter
from forumdesk.handouts.flow.rails import Rails
from forumdesk.handouts.options import Arrangement
from forumdesk.handouts.story import (
    Bit,
    Box,
    DayStrip,
    Element,
    Entry,
    Fields,
    Gap,
    Lines,
    Meter,
    Numbered,
    Pairs,
    Part,
    Plates,
    Text,
    Words,
)
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Theme


class Composer:
    """Sets entries between the margins of a theme's page.

    ``setter`` is that of an earlier one of the same theme: it knows the lines it broke.
    """

    def __init__(
        self,
        theme: Theme,
        arranger: Arranger,
        continued: Wording = (),
        setter: Setter | None = None,
    ) -> None:
        self.theme = theme
        self._continued = continued
        self.arranger = arranger
        setter = setter or Setter(theme)
        self.rails = Rails(setter, arranger)
        self.elements = Elements(setter, arranger)
        self.rows = Rows(setter, self._element)
        self._setters: dict[type, Callable[..., Iterable[Strip]]] = {
            Words: self.elements.words,
            Pairs: self.elements.pairs,
            Text: self.elements.text,
            Numbered: self.elements.numbered,
            Fields: self.rows.row,
            Plates: PlateSetter(setter, arranger).plates,
        }
        # What a screen reader is told nothing of.
        self._silent: dict[type, Callable[..., Iterable[Strip]]] = {
            Lines: self.elements.lines,
            Meter: self.elements.meter,
            Box: self.elements.box,
            DayStrip: self._day_strip,
        }
        self._lead = 0.0  # of columns without a rail, in the section at hand
        self.outline: list[tuple[str, str, int]] = []  # anchor, title, level
        self.listed: list[Entry] = []  # what a contents list may have, of the section at hand

    def part(self, part: Part, node: Node) -> list[Strip]:
        """A section of the sheet as strips."""
        section = node.add("Sect")
        lined = self._make_room(part.entries)
        strips = [*self._set(part.entries, section)]
        if lined:
            strips = _within(strips, self.theme.frame.depth)
        if strips and part.own_page:
            strips[0].need = 1.0
        if part.whole and strips:
            _on_one_page(strips, self.theme.frame.depth)
        return strips

    def flow(self, entries: Iterable[Entry], node: Node) -> Iterator[Strip]:
        """A section that may be very long, each entry set when its strips are asked for."""
        section = node.add("Sect")
        self._make_room(entries)
        yield from self._set(entries, section)

    def _set(self, entries: Iterable[Entry], section: Node) -> Iterator[Strip]:
        frame = self.theme.frame
        area = Cell(frame.left, frame.measure, "")
        holder: Node = section
        head: tuple[Strip, ...] = ()
        for entry in self._parted(entries):
            # Neighbouring list items share one list, neighbouring rows one table.
            shared = _HOLDERS.get(entry.tag)
            if shared is None:
                holder, head = section, ()
            elif holder.tag != shared:
                holder, head = section.add(shared), ()
            own = self.entry(entry, holder, area)
            for strip in own if head else ():
                strip.repeat = (*head, *strip.repeat) if strip.repeat else head
            if _is_head(entry):
                head = (*head, *repeating(own))
            yield from own

    def _make_room(self, entries: Iterable[Entry]) -> bool:
        """Measure what aligns down a section; they are gone through once, as they may be many.

        Whether there are lines to write on among them.
        """
        railed: dict[str, Entry] = {}
        lined = False
        self.listed = []
        for entry in entries:
            if entry.level and entry.anchor:
                self.listed.append(entry)
            for setter in (self.rails, self.elements, self.rows):
                setter.make_room((entry,))
            if entry.width:
                railed.setdefault(entry.width, entry)
            lined = lined or any(isinstance(element, Lines) for element in entry.body)
        self._lead = self.rails.widest(railed.values())
        return lined

    def _parted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Entries set off from tinted ones by white instead of a hairline."""
        tinted = False
        for entry in entries:
            if tinted and not entry.tint:
                yield replace(entry, rule="", before=entry.before or "tint-gap")
            else:
                yield entry
            tinted = bool(entry.tint and self.theme.ink(entry.tint))

    def entry(self, entry: Entry, node: Node, area: Cell) -> list[Strip]:
        """A row as strips, kept whole where it is not too tall."""
        element = node.add(entry.tag)
        rail = self._rail_width(entry)
        rail_lines = self.rails.rail(entry, element, Cell(area.x, rail, ""))
        holder = element.add("LBody") if entry.tag == "LI" else element
        body = area.moved(rail) if rail else area.led(self._lead)
        strips = [s for e in _without_gap(entry.body) for s in self._element(e, holder, body)]
        strips = self.rails.beside_rail(strips, rail_lines)
        if entry.aside and strips:
            self._aside(entry.aside, strips, (area, element))
        self._dress(entry, strips, area)
        whole = self._keep(entry, strips)
        if not whole and entry.level and entry.title:
            _repeat(strips[1:], self._again(entry.title, body))
        if entry.within:
            _repeat(strips, self._atop(entry, area))
        self._announce(entry, strips)
        if strips and entry.tag in _HOLDERS:
            strips[-1].closes = (node, element)
        return strips

    def _rail_width(self, entry: Entry) -> float:
        return self.rails.width(entry) if entry.width else 0.0

    def _element(self, element: Element, node: Node, area: Cell) -> Iterable[Strip]:
        put = self._setters.get(type(element))
        if put is not None:
            return put(element, node, area)
        match element:
            case Gap():
                return [Strip(self.theme.space(element.space), 0.0, keep=True)]
            case Entry():
                return self.entry(element, node, area)
            case _:
                return self._silent[type(element)](element, area)

    def _day_strip(self, element: DayStrip, area: Cell) -> Iterable[Strip]:
        return day_strip(self.theme, element.bar, area, facing=self.arranger.facing)

    def _aside(self, words: Words, strips: list[Strip], place: tuple[Cell, Node]) -> None:
        """Words at the right edge, ending on the last base line of the entry."""
        area, node = place
        if self.arranger.arrangement is Arrangement.COLUMNS:
            return
        half = Cell(area.x + area.width / 2, area.width / 2, "")
        up, last = 0.0, strips[-1]
        for strip in reversed(self.elements.words(words, node, half)):
            for mark in (*strip.marks, *strip.opposite):
                mark.y += up
            last.marks += strip.marks
            last.opposite += strip.opposite
            up += strip.height

    def _dress(self, entry: Entry, strips: list[Strip], area: Cell) -> None:
        """Padding, rules, tint and bar of an entry."""
        if not strips:
            return
        theme = self.theme
        first, last = strips[0], strips[-1]
        if entry.pad:
            first.above += theme.space(entry.pad)
            last.below += theme.space(entry.pad)
        if entry.before:
            first.before += theme.space(entry.before)
        if entry.tint and theme.ink("tint"):
            over = theme.space("overhang")
            fill = Fill(area.x - over, area.width + 2 * over, theme.ink(entry.tint))
            for strip in strips:
                strip.fills = (*strip.fills, fill)
        if entry.bar:
            self._bar(entry, strips, area)
        if entry.rule:
            first.over = (*first.over, self._rule(first.above, entry.rule, area))
        if entry.under:
            for marks in (last.marks, last.opposite) if self.arranger.facing else (last.marks,):
                marks.append(self._rule(-last.below, entry.under, area))

    def _bar(self, entry: Entry, strips: list[Strip], area: Cell) -> None:
        theme = self.theme
        own = entry.bar.startswith("#") and theme.choice("tracks") == "color"
        named = "soft" if entry.bar.startswith("#") else entry.bar
        color = entry.bar if own else theme.ink(named)
        x = area.x + self._rail_width(entry) - theme.space("bar-gap")
        fill = Fill(x, theme.space("bar"), color, theme.space(entry.pad or "bar"))
        for strip in strips:
            strip.fills = (*strip.fills, fill)

    def _rule(self, y: float, name: str, area: Cell) -> RuleMark:
        ink = {"hairline": "hairline", "rule": "accent", "heavy": "accent"}[name]
        return RuleMark(area.x, y, area.width, self.theme.line(name), self.theme.ink(ink))

    def _atop(self, entry: Entry, area: Cell) -> list[Strip]:
        """The title of what an entry belongs to, under the head of a table if it is a row of one.

        There it stands where titles do: beside the first column.
        """
        rows = [element for element in entry.body if isinstance(element, Fields)]
        head = self._again(entry.within, self.rows.past_first(rows[0], area) if rows else area)
        if head:
            head[0].above += self.theme.space("row-close")
        return head

    def _again(self, title: Wording, area: Cell) -> list[Strip]:
        """A title as it is said again atop a page: what is left of it begins there."""
        told = tuple(
            (
                language,
                (Bit(text), Bit(f"  {said(self._continued, language)[1]}", "continued-mark")),
            )
            for language, text in title
        )
        head = self.elements.words(Words(told, "continued", inline=True), Node("P"), area)
        for strip in head:
            for mark in (*strip.marks, *strip.opposite):
                if isinstance(mark, TextMark):
                    mark.node = None
        # A title that fills pages is not said again.
        return head if sum(s.height for s in head) <= self.theme.space("lead") else []

    def _keep(self, entry: Entry, strips: list[Strip]) -> bool:
        """Keep together what belongs together; whether that is all of the entry."""
        height = depth_of(strips)
        whole = height <= self.theme.frame.depth * self.theme.share("whole")
        if whole:
            for strip in strips[:-1]:
                strip.keep = True
        else:
            _keep_together(strips, self.theme.space("lead"))
            _keep_together(strips[-2::-1], self.theme.space("tail"))
        if entry.keep and strips:
            strips[-1].keep = True
        if entry.need and strips:
            strips[0].need = self.theme.share(entry.need)
        return whole

    def _announce(self, entry: Entry, strips: list[Strip]) -> None:
        if not strips:
            return
        if entry.anchor:
            strips[0].anchors = (*strips[0].anchors, entry.anchor)
            if entry.level and entry.title:
                title = said(entry.title, self.arranger.languages[0])[1]
                self.outline.append((entry.anchor, title, entry.level))
        if entry.running:
            said_by = (said(entry.running, lang)[1] for lang in self.arranger.set_languages)
            strips[0].running = tuple(dict.fromkeys(said_by))


def _repeat(strips: Iterable[Strip], head: Sequence[Strip]) -> None:
    """Have what of some strips comes first on a page stand under a head."""
    for strip in strips:
        if head and not strip.repeat:
            strip.repeat = tuple(replace(again, fills=strip.fills) for again in head)


def _on_one_page(strips: Sequence[Strip], depth: float) -> None:
    """Keep strips on one page; those that no page holds begin one of their own."""
    if depth_of(strips) > depth:
        strips[0].need = 1.0
        return
    for strip in strips[:-1]:
        strip.keep = True


_HOLDERS = {"LI": "L", "TR": "Table"}


def _is_head(entry: Entry) -> bool:
    """Whether an entry is the head of a table."""
    return any(isinstance(element, Fields) and element.head for element in entry.body)


def _without_gap(body: Sequence[Element]) -> Sequence[Element]:
    """A body that does not begin with white."""
    while body and isinstance(body[0], Gap):
        body = body[1:]
    return body


def _within(strips: Sequence[Strip], depth: float) -> list[Strip]:
    """Strips down to the foot of a page: lines to write on go no further."""
    feet = accumulate(strip.before + strip.height for strip in strips)
    return [strip for strip, foot in zip(strips, feet, strict=True) if foot <= depth]


def _keep_together(strips: Sequence[Strip], least: float) -> None:
    """Keep strips with their next until there is so much of them."""
    height = 0.0
    for strip in strips:
        height += strip.height
        if height > least:
            break
        strip.keep = True
