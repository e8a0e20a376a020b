# SPDX-License-Identifier: MIT
"""Drawing a sheet of a grid: its head, rooms, hours, and a block for every session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forumdesk.domain.cuts import Piece, across, within
from forumdesk.domain.lanes import Block, Box
from forumdesk.handouts.content import NOTHING
from forumdesk.handouts.dress import own
from forumdesk.handouts.flow.boxes import BoxMark, Mark, RuleMark, Strip, SymbolMark, TextMark
from forumdesk.handouts.grid.blocks import Place, Teller, Told, times
from forumdesk.handouts.grid.plan import SheetPlan, common_tracks, planned, track_said
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import SetLine, Span, natural_width
from forumdesk.handouts.theme import Theme, legible
from forumdesk.handouts.timetables import GridContent, GridDay, GridDetail, Slot


class SheetPainter:
    """Draws the sheets of a grid, and keeps what its blocks had no room for."""

    def __init__(self, content: GridContent, theme: Theme, languages: Sequence[str]) -> None:
        self.content = content
        self.theme = theme
        self.languages = tuple(languages)
        self.gone: dict[GridDetail, set[str]] = {detail: set() for detail in GridDetail}
        self.least = 1.0
        self.numbers: dict[str, int] = {}
        self.teller = Teller(theme, languages)
        self._blocks: tuple[Block, ...] = ()
        self._days: dict[str, tuple[dict[str, Slot], dict[int, str]]] = {}
        self.plan = planned(content, self.teller, self.top)

    @property
    def top(self) -> float:
        """The height of the head of a sheet."""
        style, theme = self.theme.style, self.theme
        lines = (style("grid-day", second=n > 0) for n, _ in enumerate(self.languages))
        return sum(one.leading for one in lines) + theme.space("grid-head")

    def strip(self, day: GridDay, sheet: SheetPlan, node: Node) -> Strip:
        """A sheet, as high as its page; under the last one of a day there may be room for more."""
        frame = self.theme.frame
        marks: list[Mark] = []
        marks += self._head(day, sheet, node.add("H1"))
        marks += self._lines(day, sheet)
        marks += self._rooms(sheet)
        slots, tracks = self._of_day(day)
        listed = node.add("L")
        pieces = within(day.table, sheet.window)
        self._blocks = tuple(piece.block for piece in pieces)
        for piece in pieces:
            slot = slots[piece.block.session]
            marks += self._block(slot, piece, (sheet, listed), tracks)
        anchors = [day.anchor] if sheet.number == 1 else []
        anchors += [
            slots[p.block.session].anchor
            for p in pieces
            if not (p.before or p.left) and p.block.run == 0
        ]
        low = self._y(sheet, sheet.window.ends) - self.theme.space("grid-below")
        below = -max(low, 0.0) if sheet.number == sheet.count else 0.0
        return Strip(
            *(frame.depth - 0.01, below, marks), need=1.0, anchors=tuple(dict.fromkeys(anchors))
        )

    def _of_day(self, day: GridDay) -> tuple[dict[str, Slot], dict[int, str]]:
        """The sessions of a day by id, and the tracks that its columns have in common."""
        known = self._days.get(day.anchor)
        if known is None:
            slots = {slot.id: slot for slot in day.slots}
            known = self._days[day.anchor] = (slots, common_tracks(day))
        return known

    # -- over the grid ----------------------------------------------------------------------------

    def _head(self, day: GridDay, sheet: SheetPlan, node: Node) -> Iterator[Mark]:
        """Day and date at the left; at the right which rooms, and which of how many sheets."""
        theme, frame = self.theme, self.theme.frame
        y = frame.depth
        for n, tag in enumerate(self.languages):
            style = theme.style("grid-day", second=n > 0)
            aside = theme.style("grid-where", second=n > 0)
            day_said = " · ".join(filter(None, (own(day.ordinal, tag), own(day.date, tag))))
            where = self._where(day, sheet, tag)
            wide = natural_width([Span(where, aside)])
            left = natural_width([Span(day_said, style)])
            scale = min(1.0, (frame.measure - theme.space("gutter")) / max(left + wide, 1.0))
            of = theme.scaled(scale)
            style = of.style("grid-day", second=n > 0)
            aside = of.style("grid-where", second=n > 0)
            wide = natural_width([Span(where, aside)])
            y -= theme.style("grid-day", second=n > 0).leading
            base = y + style.leading - style.rise
            own_node = node.add("Span", tag)
            yield TextMark(frame.left, day_said, Span(day_said, style), left, own_node, base)
            x = frame.left + frame.measure - wide
            yield TextMark(x, where, Span(where, aside), wide, node.add("Span", tag), base)

    def _where(self, day: GridDay, sheet: SheetPlan, tag: str) -> str:
        words, window = self.content.words, sheet.window
        rooms = [n for n, room in enumerate(day.table.columns) if room is not None]
        shown = [rooms.index(n) + 1 for n in range(window.first, window.last + 1) if n in rooms]
        said = []
        if shown and len(rooms) > 1:
            wording = words.rooms if len(shown) > 1 else words.room
            said.append(own(wording, tag).format(first=shown[0], last=shown[-1], count=len(rooms)))
        if sheet.count > 1:
            said.append(own(words.sheet, tag).format(first=sheet.number, count=sheet.count))
        return " · ".join(said)

    def _rooms(self, sheet: SheetPlan) -> Iterator[Mark]:
        """The names of rooms, each over its column, on a heavy line; tracks they share, too."""
        theme, plan = self.theme, self.plan
        if not plan.heads:
            return
        top = theme.frame.depth - plan.top
        low = top - plan.heads
        left = theme.frame.left + plan.rail
        pad = theme.space("grid-pad")
        for name, x in zip(sheet.names, sheet.edges, strict=False):
            y = low + theme.space("grid-heads") / 2 + name.height
            for _, style, line in name.lines:
                for piece in line.pieces:
                    at = left + x + pad + piece.x
                    yield TextMark(at, piece.text, piece.span, piece.width, None, y - style.rise)
                y -= style.leading
        width = theme.frame.measure - plan.rail
        yield RuleMark(left, low, width, theme.line("rule"), theme.ink("accent"))

    # -- the grid ---------------------------------------------------------------------------------

    def _lines(self, day: GridDay, sheet: SheetPlan) -> Iterator[Mark]:
        """The hours with a line each, half hours fainter, and lines between the rooms."""
        theme, plan, window = self.theme, self.plan, sheet.window
        left, wide = theme.frame.left + plan.rail, theme.frame.measure - plan.rail
        hair, upper = theme.line("hairline"), window.begins
        for hour in day.hours:
            if not window.begins <= hour.minute <= window.ends:
                continue
            y = self._y(sheet, hour.minute)
            if hour.line:
                ink = theme.ink("hairline") if hour.whole else theme.ink("grid-half")
                yield RuleMark(left, y, wide, hair, ink)
            if hour.whole or hour.minute == window.begins:
                near = 0 < (hour.minute - upper) * self.plan.minute < theme.style("grid-rail").size
                if hour.said and not near:
                    yield self._time(hour.said[0][1], y)
        low, high = self._y(sheet, window.ends), self._y(sheet, window.begins)
        for x in sheet.edges[1:-1]:
            yield BoxMark(left + x - hair / 2, low, hair, high - low, theme.ink("grid-half"))

    def _time(self, text: str, y: float) -> Mark:
        """A time of the rail, on its line."""
        style = self.theme.style("grid-rail")
        span = Span(text, style)
        width = natural_width([span])
        x = self.theme.frame.left + self.plan.rail - self.theme.space("grid-rail-gap") / 2 - width
        return TextMark(x, text, span, width, None, y - style.size * 0.36)

    def _y(self, sheet: SheetPlan, minute: int) -> float:
        """How high over the foot of the text a minute is."""
        plan = self.plan
        top = self.theme.frame.depth - plan.top - plan.heads
        return top - (minute - sheet.window.begins) * plan.minute

    def box(self, sheet: SheetPlan, piece: Piece) -> Box:
        """Where a block lies: ``top`` is its upper edge over the foot of the text."""
        block, window = piece.block, sheet.window
        left = across(sheet.edges, block.left - window.first)
        right = across(sheet.edges, block.right - window.first)
        gap = self.theme.space("grid-gap")
        begins, ends = max(block.starts, window.begins), min(block.ends, window.ends)
        top, low = self._y(sheet, begins), self._y(sheet, ends)
        x = self.theme.frame.left + self.plan.rail + left
        height = max(top - low - gap, (top - low) / 2)
        return Box(x + gap, top - gap / 2, max(right - left - 2 * gap, gap), height)

    def _block(
        self,
        slot: Slot,
        piece: Piece,
        where: tuple[SheetPlan, Node],
        tracks: dict[int, str],
    ) -> Iterator[Mark]:
        sheet, listed = where
        theme = self.theme
        box = self.box(sheet, piece)
        band = piece.block.band
        yield from self._field(slot, box, band=band)
        shared = tracks.get(piece.block.first) == track_said(slot)
        bar = self._bar(slot, shared=shared)
        inset = theme.space("grid-pad")
        lead = inset + (theme.space("grid-bar") if bar else 0.0)
        if bar:
            yield BoxMark(box.left, box.top - box.height, theme.space("grid-bar"), box.height, bar)
        middle = box.height < self.teller.line
        if slot.ceremony:
            size = min(theme.space("symbol"), box.height * 0.8)
            above = (box.height - size) / 2 if middle else theme.space("grid-pad")
            at = box.top - above - size
            yield SymbolMark(slot.kind, box.left + lead, at, size, theme.ink("accent"))
            lead += size + theme.space("symbol-gap")
        pad = min(inset, max(box.height - self.teller.line, 0.0) / 2)
        place = Place(
            box.width - lead - inset,
            box.height - 2 * pad,
            self.content.sheet.labels.continued if piece.before or piece.left else NOTHING,
            track=not shared,
            line=band and slot.quiet,
        )
        inner = Box(box.left + lead, box.top - pad, place.width, place.height)
        told = self.teller.told(slot, place) if place.width > 0 else None
        item = listed.add("LI")
        if told is None and place.width > 0:
            free = replace(place, height=place.height + self._free(sheet, piece))
            if (told := self.teller.least(slot, free)) is not None:
                yield from self._opened(box, told.height - place.height)
                middle = False
        if told is None:
            yield from self._numbered(slot, (box, inner, place), item)
            return
        for detail in told.gone:
            self.gone[detail].add(slot.id)
        self.least = min(self.least, told.scale)
        yield from self._text(slot, told, (inner, item), centred=place.line, middle=middle)

    def _field(self, slot: Slot, box: Box, *, band: bool) -> Iterator[Mark]:
        """The field of a block: quiet ones tinted, others white with a fine line round them."""
        theme = self.theme
        low, round_ = box.top - box.height, theme.space("grid-round")
        tint = theme.ink("tint") if slot.quiet else ""
        yield BoxMark(box.left, low, box.width, box.height, tint or theme.ink("paper"), round_)
        if not tint:
            ink = theme.ink("hairline") if slot.quiet or not band else theme.ink("accent")
            hair = theme.line("hairline")
            yield BoxMark(box.left, low, box.width, box.height, ink, round_, outline=hair)

    def _free(self, sheet: SheetPlan, piece: Piece) -> float:
        """The height of what is free below a block until the next one, or the end of the sheet."""
        block = piece.block
        if piece.after:
            return 0.0
        until = [sheet.window.ends]
        until += [
            other.starts
            for other in self._blocks
            if other.starts >= block.ends and other.left < block.right and block.left < other.right
        ]
        height = (min(until) - block.ends) * self.plan.minute
        return max(height - self.theme.space("grid-gap"), 0.0)

    def _opened(self, box: Box, more: float) -> Iterator[Mark]:
        """A box that is open below, where its title goes on over what is free after its end."""
        theme = self.theme
        line, round_ = theme.line("hairline"), theme.space("grid-round")
        top = box.top - box.height + round_
        height = more + round_ + theme.space("grid-pad")
        yield BoxMark(
            *(box.left + line, top - height, box.width - 2 * line, height), theme.ink("paper")
        )

    def _bar(self, slot: Slot, *, shared: bool) -> str:
        """The colour of the bar of a session's track; one without a colour tells nothing where
        all of a room have it.
        """
        if slot.track is None or (shared and not slot.track.color):
            return ""
        drawn = self.theme.choice("tracks") == "color" and slot.track.color
        return legible(slot.track.color) if drawn else self.theme.ink("accent")

    def _text(
        self,
        slot: Slot,
        told: Told,
        at: tuple[Box, Node],
        *,
        centred: bool,
        middle: bool,
        heard: str = "",
    ) -> Iterator[Mark]:
        box, item = at
        label = item.add("Lbl", alt=heard or self._heard(slot))
        body = item.add("LBody")
        free = max(box.height - told.height, 0.0) / 2
        y = box.top - (free if centred or middle else 0.0)
        for paragraph in told.paragraphs:
            alone = len(told.paragraphs) == 1
            body.language = paragraph.language if alone else ""
            node = body if alone else body.add("P", paragraph.language)
            for number, line in enumerate(paragraph.lines, 1):
                apart = number < len(paragraph.lines) and not _flows(line, paragraph.language)
                indent = max(box.width - line.width, 0.0) / 2 if centred else 0.0
                for piece in line.pieces:
                    when = piece.span.style.name == "grid-time"
                    # So that words stay apart where lines are read as one.
                    text = f"{piece.text} " if apart and piece is line.pieces[-1] else piece.text
                    yield TextMark(
                        *(box.left + indent + piece.x, text, piece.span, piece.width),
                        label if when else node,
                        y - paragraph.rise,
                    )
                y -= paragraph.leading

    def _heard(self, slot: Slot) -> str:
        """Time and room, as a screen reader tells them before the title."""
        where = own(slot.where, self.languages[0])
        return ", ".join(filter(None, (times(slot, whole=True), where)))

    def _numbered(self, slot: Slot, where: tuple[Box, Box, Place], item: Node) -> Iterator[Mark]:
        """A number for what has no room, and how it begins; it is told in full in the list."""
        box, inner, place = where
        number = str(self.numbers.setdefault(slot.id, len(self.numbers) + 1))
        told = ", ".join(filter(None, (self._heard(slot), own(slot.title, self.languages[0]))))
        short = self.teller.shortened(slot, place, number) if place.width > 0 else None
        if short is not None:
            at = (inner, item)
            yield from self._text(slot, short, at, centred=False, middle=True, heard=told)
            return
        style = self.theme.style("grid-number")
        span = Span(number, style)
        wide = natural_width([span])
        x = box.left + (box.width - wide) / 2
        y = box.top - box.height / 2 - style.size * 0.36
        yield TextMark(x, number, span, wide, item.add("Lbl", alt=told), y)


def _flows(line: SetLine, language: str) -> bool:
    """Whether a line is read on without a space: at a hyphen, or where there are none."""
    end = line.pieces[-1].text if line.pieces else " "
    return end.endswith((" ", "-", "‐", "/")) or language.startswith(("ja", "zh"))
