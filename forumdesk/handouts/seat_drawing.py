# SPDX-License-Identifier: MIT
"""A seating plan drawn to scale: fields of seats with names made to fit, tables, edges, legend."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.handouts.cards.fitting import Fitter
from forumdesk.handouts.cards.fitting import Text as Fitted
from forumdesk.handouts.cards.stacking import Stack, indent, stacked
from forumdesk.handouts.content import Wording
from forumdesk.handouts.document import Document
from forumdesk.handouts.dress import own
from forumdesk.handouts.flow.boxes import (
    BoxMark,
    Line,
    Mark,
    RuleMark,
    Strip,
    TextMark,
    height_of,
    set_down,
)
from forumdesk.handouts.flow.cells import Cell
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.seated import PlanRoom, PlanSeat, PlanTable, SeatingHeads, SeatingPlan
from forumdesk.handouts.story import Bit
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width

_OFFICE_LINES = 3
_NAME_LINES = 2
_IN_CIRCLE = 0.72  # of its height and width: what a round table has room for


class Drawing:
    """A plan on the page at hand."""

    def __init__(
        self, document: Document, heads: SeatingHeads, plan: SeatingPlan, fitter: Fitter
    ) -> None:
        self.theme, self.heads, self.plan = document.theme, heads, plan
        self.languages = document.arranger.set_languages
        self.setter = document.composer.elements.setter
        self.fitter = fitter
        self.node = document.root.add("Sect")
        self.overflowing: list[tuple[str, str]] = []
        self._pad = self.theme.space("seating-pad")
        self._x = self._top = self._unit = self._down = 0.0
        self._room, self._brief = plan.room, False

    def fits(self, room: PlanRoom, depth: float) -> bool:
        """Whether every name fits its field in every language, in so much height."""
        self._scale(room, depth)
        if self._unit < self.theme.space("seating-least"):
            return False
        named = (seat for seat in room.seats if seat.who)
        return all(not self._stack(seat, list(self._named(seat))).overflowing for seat in named)

    def strips(self, room: PlanRoom, depth: float) -> Iterator[Strip]:
        """A drawing in so much height, and its legend."""
        plan, frame = self.plan, self.theme.frame
        self._brief = not plan.wide and not self.fits(room, depth)
        above, below, legend = self._scale(room, depth)
        tall = above + room.height * self._down + below
        self._x = frame.left + (frame.measure - room.width * self._unit) / 2
        self._top = tall - above
        marks: list[Mark] = []
        if plan.above:
            marks += self._edge(plan.above, tall - self.theme.space("seating-edge"))
        for table in room.tables:
            marks += self._table(table)
        for seat in room.seats:
            marks += self._seat(seat)
        if plan.below:
            marks += self._edge(plan.below, 0.0)
        yield Strip(tall, 0.0, marks, before=self.theme.space("seating-gap"), keep=True)
        yield legend

    def _scale(self, room: PlanRoom, depth: float) -> tuple[float, float, Strip]:
        """Settle on the width of a seat; what is above and below the seats, and the legend."""
        theme = self.theme
        self._room, gap = room, theme.space("seating-gap")
        edge = theme.space("seating-edge") + gap
        above, below = (edge if words else 0.0 for words in (self.plan.above, self.plan.below))
        legend = self._legend()
        free = depth - above - below - legend.height - 3 * gap
        self._unit = min(
            theme.frame.measure / room.width, free / room.height, theme.space("seating-most")
        )
        # A long table is drawn deeper than it is to scale, for its words to stand on it.
        deep = min(free / room.height, theme.space("seating-deep")) if self.plan.wide else 0.0
        self._down = max(self._unit, deep)
        return above, below, legend

    # -- seats ------------------------------------------------------------------------------

    def _seat(self, seat: PlanSeat) -> Iterator[Mark]:
        theme = self.theme
        width, height = self._unit, self._down * self._room.field
        x, low = self._x + seat.x * width, self._top - seat.y * self._down - height
        yield from self._field(seat, (x, low, width, height))
        item = self.node.add("P")
        small = theme.style("seating-number")
        if width < theme.space("seating-least"):
            # Too small for names: the number leads to the list.
            at = low + (height - small.leading) / 2 + small.leading - small.rise
            yield self._word(seat.number, "seating-alone", (x, width, at), item)
            return
        left, inner = self._inside(seat)
        top = low + height - self._pad * 0.6
        at = top - small.rise
        if self.plan.wide:
            yield self._word(seat.number, "seating-number", (x + left, inner, at), item)
            if seat.side:
                side = own(seat.side, self.languages[0])
                yield from self._fit_word(side, (x + left, inner, small.leading), at, item)
            top -= small.leading
        else:
            beside = x + left - self._gutter() - self._pad * 0.5
            yield self._word(seat.number, "seating-number", (beside, inner, at), item)
            if seat.code and height >= small.leading * 1.9:
                under = (beside, inner, at - small.leading)
                yield self._word(seat.code, "seating-code", under, item)
        yield from self._names(seat, (x + left, top, inner), item)

    def _inside(self, seat: PlanSeat) -> tuple[float, float]:
        """Where the names begin in a field, and how wide they may be."""
        left = self._pad + (self.theme.space("seating-bar") if seat.tone else 0.0)
        if not self.plan.wide:
            left += self._gutter() + self._pad * 0.5
        return left, self._unit - left - self._pad

    def _height(self) -> float:
        """How tall the names may be."""
        head = self.theme.style("seating-number").leading if self.plan.wide else 0.0
        return self._down * self._room.field - self._pad * 1.1 - head

    def _stack(self, seat: PlanSeat, texts: list[Fitted]) -> Stack:
        return stacked(self.fitter, texts, (self._inside(seat)[1], self._height()))

    def _gutter(self) -> float:
        """The width of the column of numbers in small fields."""
        style, code = self.theme.style("seating-number"), self.theme.style("seating-code")
        longest = max(natural_width([Span(seat.number, style)]) for seat in self._room.seats)
        codes = (natural_width([Span(seat.code, code)]) for seat in self._room.seats if seat.code)
        return max(longest, *codes, 0.0)

    def _field(self, seat: PlanSeat, box: tuple[float, float, float, float]) -> Iterator[Mark]:
        """The field of a seat: taken, kept for something, or free."""
        theme = self.theme
        x, low, width, height = box
        round_ = theme.space("seating-round")
        tint = theme.ink("tint")
        if seat.kept and tint:
            yield BoxMark(x, low, width, height, tint, round_)
        elif seat.who:
            yield BoxMark(x, low, width, height, theme.ink("paper"), round_)
        if seat.tone:
            inset, bar = theme.line("rule"), theme.space("seating-bar")
            size = (bar, height - 2 * inset)
            yield self._swatch(seat.tone, (x + inset, low + inset), size, bar / 3)
        thick = theme.line("rule") * 1.6 if seat.head else theme.line("hairline") * 1.4
        ink = theme.ink("accent" if seat.head else "soft" if seat.who else "hairline")
        yield BoxMark(x, low, width, height, ink, round_, outline=thick)

    def _swatch(
        self, tone: int, corner: tuple[float, float], size: tuple[float, float], radius: float
    ) -> BoxMark:
        """A field of a side's colour; where themes have but ink, every other side's is hollow."""
        theme = self.theme
        hollow = theme.choice("tracks") == "ink" and tone % 2 == 0
        outline = theme.line("hairline") * 1.5 if hollow else 0.0
        return BoxMark(*corner, *size, theme.tone(tone), radius, outline)

    def _names(
        self, seat: PlanSeat, area: tuple[float, float, float], item: Node
    ) -> Iterator[Mark]:
        """The name in every language and, where there is room, the office: all made to fit."""
        x, top, width = area
        for texts in self._choices(seat):
            stack = self._stack(seat, texts)
            if not stack.overflowing:
                break
        self.overflowing += [(seat.who, text) for text in stack.overflowing]
        if not self.plan.wide:
            top -= max(self._height() - stack.height, 0.0) / 2
        yield from self._stacked(stack, (x, top, width), item)

    def _choices(self, seat: PlanSeat) -> Iterator[list[Fitted]]:
        """All there is to say; then, where it does not fit, what the list beside tells as well."""
        names, office = list(self._named(seat)), list(self._office(seat))
        if self._brief:
            # All fields of a plan tell the same: in one language where two don't fit everywhere.
            yield names[:1]
            return
        yield [*names, *office]
        if office:
            yield names
        if len(names) > 1:
            yield names[:1]

    def _named(self, seat: PlanSeat) -> Iterator[Fitted]:
        text = seat.name if seat.who else seat.kept
        name = "seating-name" if self.plan.wide else "seating-small"
        style = name if seat.who else "seating-kept"
        for n, language in enumerate(self.languages):
            words = dict(text).get(language, "") or ("" if n else own(text, language))
            if words:
                of = self.theme.style(style, second=n > 0)
                yield Fitted(language, words, of, _NAME_LINES, single=0.8)

    def _office(self, seat: PlanSeat) -> Iterator[Fitted]:
        language = self.languages[0]
        if self.plan.wide and (words := own(seat.office, language)):
            style = self.theme.style("seating-office")
            yield Fitted(language, words, style, _OFFICE_LINES, gap=self.theme.unit * 0.4)

    def _stacked(
        self, stack: Stack, area: tuple[float, float, float], item: Node
    ) -> Iterator[Mark]:
        x, top, width = area
        room = stack.height - sum(block.height for block in stack.blocks)
        for n, (text, block) in enumerate(zip(stack.texts, stack.blocks, strict=True)):
            top -= room if n and text.gap else 0.0
            node = item.add("Span", block.language)
            for line in block.lines:
                left = x + indent(block.style.align, width - line.width)
                for piece in line.pieces:
                    at = top - block.style.rise
                    yield TextMark(left + piece.x, piece.text, piece.span, piece.width, node, at)
                top -= block.style.leading

    def _fit_word(
        self, text: str, area: tuple[float, float, float], at: float, item: Node
    ) -> Iterator[Mark]:
        """A word at the right of the number, smaller where it must be."""
        x, width, height = area
        style = self.theme.style("seating-side")
        block = self.fitter.fit(Fitted("", text, style), style, (width * 0.8, height))
        if not block.fits:
            return
        for line in block.lines:
            for piece in line.pieces:
                left = x + width - line.width + piece.x
                yield TextMark(left, piece.text, piece.span, piece.width, item, at)

    def _word(
        self, text: str, style: str, area: tuple[float, float, float], item: Node
    ) -> TextMark:
        """A short word on one line: ``area`` is its left edge, width and base line."""
        of, text = self.theme.style(style), normal(text)
        span = Span(text, of)
        wide = natural_width([span])
        x, width, at = area
        return TextMark(x + indent(of.align, width - wide), text, span, wide, item, at)

    # -- tables and edges -------------------------------------------------------------------

    def _table(self, table: PlanTable) -> Iterator[Mark]:
        theme, unit, down = self.theme, self._unit, self._down
        x, width, height = self._x + table.x * unit, table.width * unit, table.height * down
        low = self._top - table.y * down - height
        round_ = width / 2 if table.round else theme.space("seating-round")
        if tint := theme.ink("tint"):
            yield BoxMark(x, low, width, height, tint, round_)
        yield BoxMark(x, low, width, height, theme.ink("accent"), round_, theme.line("rule"))
        if table.round:
            yield from self._numbered(table.name, (x, low, width, height))
            return
        pad = self._pad
        for words, style, at in (
            (table.name, "seating-board", "middle"),
            (table.upper, "seating-board", "top"),
            (table.lower, "seating-board", "bottom"),
            (table.left, "seating-hand", "top" if table.upper else "middle"),
            (table.right, "seating-hand-right", "bottom" if table.lower else "middle"),
        ):
            lines = self._inline(words, style, Cell(x + 2 * pad, width - 4 * pad, ""))
            tall = height_of(lines)
            top = {
                "top": low + height - pad * 0.6,
                "bottom": low + tall + pad * 0.6,
                "middle": low + (height + tall) / 2,
            }[at]
            yield from set_down(lines, top)

    def _numbered(self, name: Wording, box: tuple[float, float, float, float]) -> Iterator[Mark]:
        """The number of a round table, whole: smaller where its circle is."""
        x, low, width, height = box
        wanted = [pair for pair in name if pair[0] in self.languages] or name[:1]
        texts = [
            Fitted(language, words, self.theme.style("seating-table", second=n > 0))
            for n, (language, words) in enumerate(wanted)
        ]
        if texts:
            room = (width * _IN_CIRCLE, height * _IN_CIRCLE)
            stack = stacked(self.fitter, texts, room)
            top = low + (height + stack.height) / 2
            node = self.node.add("P", texts[0].language)
            yield from self._stacked(stack, (x + (width - room[0]) / 2, top, room[0]), node)

    def _edge(self, text: Wording, low: float) -> Iterator[Mark]:
        """What is at an edge of the room: the stage, the door, the audience."""
        theme = self.theme
        height = theme.space("seating-edge")
        width = min(theme.frame.measure * 0.5, max(self._room.width * self._unit, height * 6))
        x = theme.frame.left + (theme.frame.measure - width) / 2
        if tint := theme.ink("tint"):
            yield BoxMark(x, low, width, height, tint)
        for y in (low, low + height):
            yield RuleMark(x, y, width, theme.line("hairline"), theme.ink("hairline"))
        lines = self._inline(text, "seating-edge", Cell(x, width, ""))
        yield from set_down(lines, low + (height + height_of(lines)) / 2)

    def _inline(self, text: Wording, style: str, cell: Cell) -> list[Line]:
        wanted = [pair for pair in text if pair[0] in self.languages] or text[:1]
        if not wanted:
            return []
        bits = [(language, (Bit(words),)) for language, words in wanted]
        return self.setter.inline(bits, style, cell, self.node.add("P", wanted[0][0]))

    # -- legend -----------------------------------------------------------------------------

    def _legend(self) -> Strip:
        """What the colours and outlines stand for, each with its word."""
        theme, frame = self.theme, self.theme.frame
        style = theme.style("seating-legend")
        size, gap = style.size * 0.9, theme.space("seating-pad")
        x, marks = frame.left, list[Mark]()
        y, rows = 0.0, 1
        node = self.node.add("P")
        items = [(side.tone, self._told(side.name, side.code)) for side in self.plan.sides]
        if any(seat.head for seat in self._room.seats):
            items.append((0, self._told(self.heads.head)))
        for tone, text in items:
            span = Span(text, style)
            wide = natural_width([span])
            if x + size + gap + wide > frame.left + frame.measure and x > frame.left:
                x, y, rows = frame.left, y - style.leading, rows + 1
            box = (size, size * 0.8)
            if tone:
                marks.append(self._swatch(tone, (x, y), box, size / 6))
            else:
                thick = theme.line("rule") * 1.6
                marks.append(BoxMark(x, y, *box, theme.ink("accent"), size / 6, thick))
            marks.append(TextMark(x + size + gap, text, span, wide, node, y))
            x += size + gap + wide + 3 * gap
        if not items:
            return Strip(0.0, 0.0)
        below = (rows - 1) * style.leading + style.leading - style.rise
        return Strip(style.rise, below, marks, before=theme.space("seating-gap"))

    def _told(self, name: Wording, code: str = "") -> str:
        """What something is called, after the letters that stand for it in small fields."""
        said = " · ".join(dict.fromkeys(filter(None, (own(name, tag) for tag in self.languages))))
        return normal(said if self.plan.wide or not code else f"{code} {said}")
