# SPDX-License-Identifier: MIT
"""How the languages of a sheet stand together: stacked, in columns, on facing pages, or one alone.

Every text is a *unit*: a way to set it in one language. A unit's lines in all languages are
joined into strips: below each other, or side by side starting on one line, or on two pages at
one height.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest
from typing import TypeAlias

from forumdesk.handouts.flow.boxes import Line, Strip
from forumdesk.handouts.flow.cells import Cell
from forumdesk.handouts.options import Arrangement

Unit: TypeAlias = Callable[[Cell], list[Line]]


class Arranger:
    """Joins the languages of a document, in order, in one of the arrangements."""

    def __init__(self, arrangement: Arrangement, languages: Sequence[str], gutter: float) -> None:
        several = len(languages) > 1
        self.wanted = arrangement
        self.arrangement = arrangement if several else Arrangement.SINGLE
        self.languages = tuple(languages) or ("en",)
        self.gutter = gutter
        self._cells: dict[tuple[float, float, float], list[Cell]] = {}

    @property
    def stacked(self) -> bool:
        """Whether languages stand below each other."""
        return self.arrangement is Arrangement.STACKED

    @property
    def facing(self) -> bool:
        """Whether languages stand on facing pages."""
        return self.arrangement is Arrangement.FACING

    @property
    def set_languages(self) -> tuple[str, ...]:
        """The languages that are set: one alone, two on facing pages, else all."""
        count = {Arrangement.SINGLE: 1, Arrangement.FACING: 2}
        return self.languages[: count.get(self.arrangement, len(self.languages))]

    def cells(self, area: Cell) -> list[Cell]:
        """The cell of each language in a stretch of the page."""
        key = (area.x, area.width, area.lead)
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = self._made(area)
        return found

    def _made(self, area: Cell) -> list[Cell]:
        if self.arrangement is not Arrangement.COLUMNS:
            return [
                Cell(area.x, area.width, language, self.stacked and n > 0)
                for n, language in enumerate(self.set_languages)
            ]
        count = len(self.languages)
        each = (area.width - area.lead - self.gutter * (count - 1)) / count
        first = Cell(area.x, each + area.lead, self.languages[0])
        return [
            first,
            *(
                Cell(area.x + area.lead + n * (each + self.gutter), each, language)
                for n, language in enumerate(self.languages[1:], 1)
            ),
        ]

    def strips(self, unit: Unit, own: Sequence[str], cells: Sequence[Cell]) -> list[Strip]:
        """A unit in every language as strips.

        ``own``: the languages the text has. Where languages are stacked, one that it lacks is
        left out (the first then says what there is); elsewhere each cell says something.
        """
        if self.stacked:
            return self._stacked(unit, own, cells)
        if len(cells) == 1:
            return strips_of(unit(cells[0]))
        rows = zip_longest(*(unit(cell) for cell in cells))
        return [joined(row, facing=self.facing) for row in rows]

    def _stacked(self, unit: Unit, own: Sequence[str], cells: Sequence[Cell]) -> list[Strip]:
        wanted = [cell for cell in cells if cell.language in own]
        wanted = wanted or [Cell(cells[0].x, cells[0].width, language) for language in own[:1]]
        strips: list[Strip] = []
        for n, cell in enumerate(wanted):
            if strips:
                strips[-1].keep = True
            same = cell.second is (n > 0) and not cell.lead
            lines = unit(cell if same else Cell(cell.x, cell.width, cell.language, n > 0))
            strips += strips_of(lines)
        return strips


def strips_of(lines: Iterable[Line]) -> list[Strip]:
    """Lines with nothing beside them as strips."""
    return [Strip(line.above, line.below, line.marks, keep=line.keep) for line in lines]


def joined(lines: Sequence[Line | None], *, facing: bool) -> Strip:
    """Lines that share a base line as one strip; with ``facing`` the second is on side 1."""
    there = [line for line in lines if line]
    strip = Strip(
        max(line.above for line in there),
        max(line.below for line in there),
        keep=any(line.keep for line in there),
    )
    for n, line in enumerate(lines):
        if line:
            (strip.opposite if facing and n else strip.marks).extend(line.marks)
    return strip
