# SPDX-License-Identifier: MIT
"""The rail beside a row: its times, label or picture."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from forumdesk.handouts.content import said
from forumdesk.handouts.flow.arrange import Arranger
from forumdesk.handouts.flow.boxes import Line, PictureMark, Strip, TextMark
from forumdesk.handouts.flow.cells import Cell, Setter, bits_in
from forumdesk.handouts.options import Arrangement
from forumdesk.handouts.story import Bit, Element, Entry, Fields, Label, Portrait, Rail, Times
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width

_DASH = "–"


class Rails:
    """Sets rails, and joins them with the bodies beside them."""

    def __init__(self, setter: Setter, arranger: Arranger) -> None:
        self.theme = setter.theme
        self.arranger = arranger
        self.setter = setter
        self._rooms: dict[str, float] = {}  # by name of the rail
        self._widths: dict[str, tuple[float, float]] = {}  # by style: starts, and all after them

    def make_room(self, entries: Sequence[Entry]) -> None:
        """Widen rails to the widest times and numbers of some entries, so that all align."""
        for entry in entries:
            if needed := self._needed(entry.rail):
                needed += self.theme.space("rail-gap")
                self._rooms[entry.width] = max(needed, self._rooms.get(entry.width, 0.0))
            self.make_room(list(_inner(entry.body)))

    def _needed(self, rail: Rail | None) -> float:
        """The least room of what is never broken: times, and numbers, which no language has."""
        match rail:
            case Times():
                return sum(self._widen(rail))
            case Label(text=(("", bits),)):
                return self.setter.text_width(bits, rail.style)
            case _:
                return 0.0

    def width(self, entry: Entry) -> float:
        """The width of an entry's rail, the white after it included: one for all of its name."""
        return max(self.theme.space(entry.width), self._rooms.get(entry.width, 0.0))

    def widest(self, entries: Iterable[Entry]) -> float:
        """The widest rail of some entries."""
        return max((self.width(entry) for entry in entries if entry.width), default=0.0)

    def _widen(self, times: Times) -> tuple[float, float]:
        for n, language in enumerate(_languages(times)):
            style = self.theme.style(times.style, second=self.arranger.stacked and n > 0)
            start, end = said(times.start, language)[1], said(times.end, language)[1]
            gap = style.size * self.theme.share("dash-gap")
            dash = natural_width([Span(_DASH, style)]) + 2 * gap if end or times.open_end else 0.0
            widest, rest = self._widths.get(times.style, (0.0, 0.0))
            self._widths[times.style] = (
                max(widest, natural_width([Span(start, style)])),
                max(rest, dash + natural_width([Span(end, style)])),
            )
        return self._widths[times.style]

    def rail(self, entry: Entry, node: Node, area: Cell) -> list[Strip]:
        """The rail of an entry as strips."""
        match entry.rail:
            case Times():
                return self._times(entry.rail, node, area)
            case Label():
                label = node.add("Lbl" if entry.tag == "LI" else "P")
                room = Cell(area.x, area.width - self.theme.space("rail-gap"), "")
                return self._label(entry.rail, label, room)
            case Portrait():
                return [self._portrait(entry.rail, node, area)]
            case None:
                return []

    def _label(self, rail: Label, node: Node, area: Cell) -> list[Strip]:
        """Languages in the rail stand below each other, whatever the body does."""
        if self.arranger.facing:
            cells = self.arranger.cells(area)
            unit = lambda cell: self.setter.paragraph(  # noqa: E731
                bits_in(rail.text, cell.language), rail.style, cell, node
            )
            return self.arranger.strips(unit, (), cells)
        strips: list[Strip] = []
        alone = self.arranger.arrangement is Arrangement.SINGLE
        shown = (bits_in(rail.text, self.arranger.languages[0]),) if alone else rail.text
        # A time alone is the same in every language, and stands there once.
        unlike: dict[tuple[str, ...], tuple[str, tuple[Bit, ...]]] = {}
        for language, bits in shown:
            unlike.setdefault(tuple(bit.text for bit in bits), (language, bits))
        for n, (language, bits) in enumerate(unlike.values()):
            cell = Cell(area.x, area.width, language, second=n > 0)
            for line in self.setter.paragraph((language, bits), rail.style, cell, node):
                strips.append(Strip(line.above, line.below, line.marks))
        return strips

    def _times(self, times: Times, node: Node, area: Cell) -> list[Strip]:
        label = node.add("Lbl" if node.tag == "LI" else "P")
        languages = _languages(times)
        if self.arranger.facing:
            cells = self.arranger.cells(area)
            unit = lambda cell: self._span_of_time(times, label, cell)  # noqa: E731
            return self.arranger.strips(unit, languages, cells)
        if not self.arranger.stacked and self.arranger.arrangement is Arrangement.SINGLE:
            languages = list(self.arranger.languages[:1])
        lines = [
            line
            for n, language in enumerate(languages)
            for line in self._span_of_time(
                times, label, Cell(area.x, area.width, language, second=n > 0)
            )
        ]
        return [Strip(line.above, line.below, line.marks) for line in lines]

    def _span_of_time(self, times: Times, node: Node, cell: Cell) -> list[Line]:
        style = self.theme.style(times.style, second=cell.second)
        start, end = said(times.start, cell.language)[1], said(times.end, cell.language)[1]
        gap = style.size * self.theme.share("dash-gap")
        texts = [start, _DASH, end] if end else [start, _DASH] if times.open_end else [start]
        line = Line(style.rise, style.leading - style.rise)
        widest, _ = self._widths[times.style]
        x = cell.x + widest - natural_width([Span(start, style)])
        for text in texts:
            width = natural_width([Span(text, style)])
            line.marks.append(TextMark(x, text, Span(text, style), width, node))
            x += width + gap
        return [line]

    def _portrait(self, rail: Portrait, node: Node, area: Cell) -> Strip:
        width = self.theme.space("photo")
        picture = rail.picture
        height = min(width * picture.height / max(picture.width, 1), self.theme.space("photo-tall"))
        width = height * picture.width / max(picture.height, 1)
        language, alt = picture.alt[0] if picture.alt else ("", "")
        figure = node.add("Figure", language, alt=alt or "·")
        strip = Strip(0.0, height)
        strip.marks.append(PictureMark(picture, area.x, -height, width, height, figure))
        if self.arranger.facing:
            other = node.add("Figure", language, alt=alt or "·")
            strip.opposite.append(PictureMark(picture, area.x, -height, width, height, other))
        return strip

    def beside_rail(self, body: list[Strip], rail: list[Strip]) -> list[Strip]:
        """Rail and body on common base lines; a picture reaches down beside many lines."""
        if rail and isinstance(next(iter(rail[0].marks), None), PictureMark):
            return self._beside_picture(body, rail[0])
        strips: list[Strip] = []
        waiting = deque(rail)
        for strip in body:
            # White between lines stays white: a line of the rail waits for the next one.
            if waiting and not _is_white(strip):
                beside_it = waiting.popleft()
                strip.above = max(strip.above, beside_it.above)
                strip.below = max(strip.below, beside_it.below)
                strip.marks[:0] = beside_it.marks
                strip.opposite[:0] = beside_it.opposite
            strip.keep = strip.keep or bool(waiting)
            strips.append(strip)
        for n, strip in enumerate(waiting, 1):
            strip.keep = strip.keep or n < len(waiting)
            strips.append(strip)
        return strips

    def _beside_picture(self, body: list[Strip], picture: Strip) -> list[Strip]:
        first = body[0] if body else Strip(0.0, 0.0)
        for marks, more in ((first.marks, picture.marks), (first.opposite, picture.opposite)):
            for mark in more:
                mark.y += first.above * self.theme.share("cap-middle")
            marks[:0] = more
        left = picture.below
        for strip in body:
            strip.keep = strip.keep or left > strip.height
            left -= strip.height + strip.before
        if left > 0:
            body = [*body, Strip(left, 0.0)] if body else [first]
            for strip in body[:-1]:
                strip.keep = True
        return body


def _languages(times: Times) -> list[str]:
    return list(dict.fromkeys(language for language, _ in (*times.start, *times.end)))


def _inner(body: Iterable[Element]) -> Iterator[Entry]:
    """The entries inside an entry, and in the fields of a row."""
    for element in body:
        match element:
            case Entry():
                yield element
            case Fields():
                for field in element.fields:
                    yield from _inner(field.body)


def _is_white(strip: Strip) -> bool:
    """Whether a strip is but a gap: nothing is written or drawn in it."""
    return not (strip.marks or strip.opposite or strip.over or strip.below)
