# SPDX-License-Identifier: MIT
"""Where pages lie on sheets of paper, as values: measures in millimetres, pages from 0.

A sheet is a grid of equal cells. Row 0 is the upper one, column 0 that at the left, as the side
lies when it is looked at; a page that is ``turned`` stands upside down in its cell.
"""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.values import frozen


class Flip(StrEnum):
    """Over which edge of the paper the printer turns it to print the back."""

    SHORT_EDGE = "short-edge"
    LONG_EDGE = "long-edge"


class PressMarks(StrEnum):
    """What is drawn at the edges of a sheet that is folded or cut; ``crop`` has both."""

    NONE = "none"
    FOLD = "fold"
    CROP = "crop"


@frozen
class Place:
    """A page in a cell, moved to the right by ``shift``."""

    page: int
    column: int
    row: int = 0
    turned: bool = False
    shift: float = 0.0


@frozen
class Side:
    """One side of a sheet; cells without a place stay blank."""

    places: tuple[Place, ...]


@frozen
class Crease:
    """A straight line to fold along, or to cut, between grid points: columns and rows from 0.

    What goes over the whole paper is marked at its edges, as folds are; other ``cut`` lines are
    drawn over their whole length.
    """

    start: tuple[int, int]
    end: tuple[int, int]
    cut: bool = False


@frozen
class Plan:
    """All sides in the order in which they are printed, and how the paper is folded."""

    cell: tuple[float, float]
    columns: int
    rows: int
    sides: tuple[Side, ...]
    creases: tuple[Crease, ...] = ()

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the paper as it lies, trimmed."""
        width, height = self.cell
        return width * self.columns, height * self.rows


@frozen
class Piece:
    """A file that is printed with others: its name, and the label its pages are numbered after.

    ``flip`` is the edge of lying paper over which its backs are printed; ``apart``: each of its
    pages is a sheet by itself, with nothing on its back but what goes to the same reader;
    ``copies``: how many are needed of it.
    """

    name: str
    label: str
    data: bytes
    flip: Flip = Flip.SHORT_EDGE
    apart: bool = False
    copies: int = 1
