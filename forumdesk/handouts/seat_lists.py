# SPDX-License-Identifier: MIT
"""The lists beside a plan of many seats, in columns: who sits at each table, where each one sits.

Columns are filled one after the other and page after page, a table's people together; they are
read in this order, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from forumdesk.handouts.content import Wording
from forumdesk.handouts.document import Document
from forumdesk.handouts.dress import one_line
from forumdesk.handouts.flow.boxes import Line, Mark, RuleMark, Strip, height_of, set_down
from forumdesk.handouts.flow.cells import Cell, beside
from forumdesk.handouts.seated import SeatGroup, SeatingPlan, SeatRow, Sought
from forumdesk.handouts.story import Bit
from forumdesk.handouts.tagging import Node

_BY_TABLE, _BY_NAME = 2, 3  # columns


@dataclass(eq=False, slots=True)
class _Block:
    """Lines that stay together; set for the first column, and moved to the one it comes to."""

    lines: list[Line]
    gap: float
    ruled: bool = False
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = height_of(self.lines)


def table_strips(document: Document, plan: SeatingPlan) -> list[Strip]:
    """The people of each table, one table after the other."""
    if not plan.groups:
        return []
    columns = _Columns(document, _BY_TABLE)
    blocks: list[_Block] = []
    for group in plan.groups:
        blocks += columns.group(group)
    return columns.strips(blocks)


def found_strips(document: Document, plan: SeatingPlan) -> list[Strip]:
    """Everybody by name, with table and seat."""
    if not plan.found:
        return []
    columns = _Columns(document, _BY_NAME)
    listed = columns.node.add("L")
    return columns.strips([columns.sought(one, listed.add("LI")) for one in plan.found])


class _Columns:
    """Columns of a page."""

    def __init__(self, document: Document, count: int) -> None:
        self.theme = document.theme
        self.setter = document.composer.elements.setter
        self.languages = document.arranger.set_languages
        self.node = document.root.add("Sect")
        frame = self.theme.frame
        self.gutter = self.theme.space("seating-gutter")
        self.count = count
        self.width = (frame.measure - self.gutter * (count - 1)) / count
        # A list begins under its heading, on every page alike.
        self.depth = frame.depth - self.theme.space("seating-head")

    # -- what stands in them ----------------------------------------------------------------

    def group(self, group: SeatGroup) -> Iterator[_Block]:
        """A table: its heading and its rows together, or apart where no column takes them all."""
        frame, gap = self.theme.frame, self.theme.space("seating-block")
        head = self.node.add("H3")
        lines = self._inline(group.title, "seating-group", Cell(frame.left, self.width, ""), head)
        listed = self.node.add("L")
        rows = [self._row(row, listed.add("LI")) for row in group.rows]
        if height_of(lines) + sum(map(height_of, rows)) <= self.depth:
            yield _Block([*lines, *(line for row in rows for line in row)], gap)
            return
        first, *others = rows
        yield _Block([*lines, *first], gap)
        for row in others:
            yield _Block(row, 0.0)

    def _row(self, row: SeatRow, item: Node) -> list[Line]:
        """Number, name in every language, and beside it the office and the side."""
        theme, x = self.theme, self.theme.frame.left
        lead, rest = theme.space("seating-lead"), self.width - theme.space("seating-lead")
        named = rest * theme.share("seating-listed")
        label = self.setter.paragraph(
            ("", (Bit(row.number),)), "seating-list-number", Cell(x, lead, ""), item.add("Lbl")
        )
        body = item.add("LBody")
        style = "seating-list-name" if row.named else "seating-list-kept"
        name = self._inline(row.name, style, Cell(x + lead, named - theme.unit * 2, ""), body)
        told = one_line(row.position[:1], row.side[:1])
        at = Cell(x + lead + named, rest - named, "")
        office = self._inline(told[:1], "seating-list-office", at, body)
        return beside(label, beside(name, office))

    def sought(self, one: Sought, item: Node) -> _Block:
        """A name, and at the right edge of the column where the person sits."""
        theme, frame = self.theme, self.theme.frame
        room = self.width * theme.share("seating-place")
        name = Cell(frame.left, self.width - room - theme.unit * 2, "")
        place = Cell(frame.left + self.width - room, room, "")
        left = self._inline(one.name, "seating-list-name", name, item.add("LBody"))
        right = self._inline(one.place[:1], "seating-list-place", place, item.add("LBody"))
        return _Block(beside(left, right), theme.space("seating-between"), ruled=True)

    def _inline(self, text: Wording, style: str, cell: Cell, node: Node) -> list[Line]:
        wanted = [pair for pair in text if pair[0] in self.languages] or text[:1]
        if not wanted:
            return []
        bits = [(language, (Bit(words),)) for language, words in wanted]
        return self.setter.inline(bits, style, cell, node)

    # -- columns ----------------------------------------------------------------------------

    def strips(self, blocks: Sequence[_Block]) -> list[Strip]:
        """A strip as tall as its columns for each page; those of the last one equally tall."""
        pages: list[list[list[_Block]]] = []
        rest = list(blocks)
        while rest:
            filled = self._filled(rest, self.depth)
            taken = sum(map(len, filled))
            if taken == len(rest):
                filled = self._even(rest)
            pages.append(filled)
            rest = rest[taken:]
        return [self._strip(page) for page in pages]

    def _filled(self, blocks: Sequence[_Block], depth: float) -> list[list[_Block]]:
        """As many blocks as a page of so much depth takes, column by column."""
        columns: list[list[_Block]] = [[]]
        used = 0.0
        for block in blocks:
            gap = block.gap if columns[-1] else 0.0
            if columns[-1] and used + gap + block.height > depth:
                if len(columns) == self.count:
                    break
                columns.append([])
                used, gap = 0.0, 0.0
            columns[-1].append(block)
            used += gap + block.height
        return columns

    def _even(self, blocks: Sequence[_Block]) -> list[list[_Block]]:
        """All blocks in columns as short as they can be."""
        low, high = 0.0, self.depth
        for _ in range(12):
            middle = (low + high) / 2
            if sum(map(len, self._filled(blocks, middle))) == len(blocks):
                high = middle
            else:
                low = middle
        return self._filled(blocks, high)

    def _strip(self, columns: Sequence[Sequence[_Block]]) -> Strip:
        theme = self.theme
        tall = max(
            sum(block.height + (block.gap if n else 0.0) for n, block in enumerate(column))
            for column in columns
        )
        marks: list[Mark] = []
        for n, column in enumerate(columns):
            by, top = n * (self.width + self.gutter), tall
            for m, block in enumerate(column):
                if m:
                    top -= block.gap
                if m and block.ruled:
                    x, thick = theme.frame.left + by, theme.line("hairline")
                    y = top + block.gap / 2
                    marks.append(RuleMark(x, y, self.width, thick, theme.ink("hairline")))
                for mark in set_down(block.lines, top):
                    mark.x += by
                    marks.append(mark)
                top -= block.height
        return Strip(tall, 0.0, marks, before=theme.space("seating-gap"))
