# SPDX-License-Identifier: MIT
"""A large page over several sheets of paper: which part of it comes on which; pure arithmetic.

Lengths are in points, the origin is the lower left corner. Sheets overlap, to be glued, and keep
a margin that printers can't print on.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from forumdesk.domain.values import frozen
from forumdesk.handouts.paper import POINTS, Size

OVERLAP = 10 * POINTS
MARGIN = 9 * POINTS
_SLACK = 0.5  # points by which a page may be larger than its paper: measures are rounded


@frozen
class Tile:
    """A sheet of paper and what comes on it.

    ``label`` names its row by a letter, from the top, and its column by a number: ``A1``, ``A2``,
    ``B1``. ``left`` and ``bottom`` are the corner of the part of the page that it shows, which is
    ``width`` and ``height`` large and stands ``MARGIN`` from the paper's left and upper edges.
    """

    label: str
    row: int
    column: int
    left: float
    bottom: float
    width: float
    height: float


@frozen
class Tiling:
    """How a page is laid over sheets of ``paper`` (as they lie): ``rows`` of ``columns``."""

    page: Size
    paper: Size
    columns: int
    rows: int

    @property
    def whole(self) -> bool:
        """Whether the page is on one sheet as it is."""
        return self.columns == self.rows == 1

    def tiles(self) -> Iterator[Tile]:
        """The sheets, row by row from the upper left."""
        width, height = self.page
        across, down = (side - 2 * MARGIN for side in self.paper)
        for row in range(self.rows):
            top = height - row * (down - OVERLAP)
            for column in range(self.columns):
                left = column * (across - OVERLAP)
                bottom = max(top - down, 0.0)
                yield Tile(
                    f"{letters(row)}{column + 1}",
                    *(row, column, left, bottom),
                    *(min(across, width - left), top - bottom),
                )


def fits(page: Size, paper: Size) -> bool:
    """Whether a page fits on a paper, turned if need be."""
    short, long = sorted(page)
    narrow, wide = sorted(paper)
    return short <= narrow + _SLACK and long <= wide + _SLACK


def tiling(page: Size, paper: Size) -> Tiling:
    """A page over as few sheets as it takes, upright or on their sides."""
    if fits(page, paper):
        turned = (page[0] > page[1]) != (paper[0] > paper[1])
        return Tiling(page, _turned(paper) if turned else paper, 1, 1)
    return min(
        (_over(page, as_it_lies) for as_it_lies in (paper, _turned(paper))),
        key=lambda one: one.rows * one.columns,
    )


def letters(number: int) -> str:
    """The letters of a row: A to Z, then AA."""
    first, last = divmod(number, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def _over(page: Size, paper: Size) -> Tiling:
    counts = (
        max(ceil((side - OVERLAP) / (room - 2 * MARGIN - OVERLAP)), 1)
        for side, room in zip(page, paper, strict=True)
    )
    columns, rows = counts
    return Tiling(page, paper, columns, rows)


def _turned(paper: Size) -> Size:
    return paper[1], paper[0]
