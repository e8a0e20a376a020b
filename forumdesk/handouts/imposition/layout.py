# SPDX-License-Identifier: MIT
"""How pages are drawn on the sides of a plan: fitted, turned, clipped, with marks round them.

Everything in points, from the lower left corner of the paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from forumdesk.domain.values import frozen
from forumdesk.handouts.imposition.plan import Crease, Place, Plan
from forumdesk.handouts.imposition.trim import (
    Box,
    Segment,
    Trim,
    crop_marks,
    cut_ticks,
    drawn,
    fold_ticks,
)
from forumdesk.handouts.theme import POINTS_PER_MM

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""How points move: a, b, c, d, e, f of ISO 32000-1, 8.3.3."""
_DASHES = "[3 3] 0 d"
_HAIR = 0.01
_TURNS = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to be."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def moved_box(matrix: Matrix, box: Box) -> Box:
    """Where a rectangle (left, low, right, top) comes to be, in the same order."""
    (x0, y0), (x1, y1) = moved(matrix, *box[:2]), moved(matrix, *box[2:])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


@frozen
class Layout:
    """A plan drawn with a trim; ``folds``: with marks to fold along, and to cut between pages."""

    plan: Plan
    trim: Trim
    folds: bool = True

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a page."""
        width, height = self.plan.cell
        return width * POINTS_PER_MM, height * POINTS_PER_MM

    @property
    def trimmed(self) -> tuple[float, float]:
        """Width and height of a sheet when it is trimmed."""
        width, height = self.cell
        return width * self.plan.columns, height * self.plan.rows

    @property
    def boxes(self) -> dict[str, Box]:
        """The boxes of a sheet."""
        (width, height), slug = self.trimmed, self.trim.slug
        media = (0.0, 0.0, width + 2 * slug, height + 2 * slug)
        return {"MediaBox": media, **self.trim.boxes(width, height)}

    def matrix(self, place: Place, box: Box) -> Matrix:
        """How the points of a page whose trimmed box that is move onto the paper."""
        left, low, right, top = box
        wide, tall = right - left, top - low
        width, height = self.cell
        lying = (wide > tall) is not (width > height) and wide != tall
        if lying:
            wide, tall = tall, wide
        scale = min(width / wide, height / tall)
        scale = 1.0 if abs(scale - 1) < _HAIR else scale
        cosine, sine = (scale * part for part in _TURNS[90 * lying + 180 * place.turned])
        corner_x, corner_y = self._corner(place)
        x = corner_x + width / 2 + place.shift * POINTS_PER_MM + self.trim.slug
        y = corner_y + height / 2 + self.trim.slug
        across, up = (left + right) / 2, (low + top) / 2
        return (
            *(cosine, sine, -sine, cosine),
            x - cosine * across + sine * up,
            y - sine * across - cosine * up,
        )

    def drawn(self, place: Place, matrix: Matrix, name: str) -> str:
        """Operators that draw a page, which is a form of that name, in its place."""
        terms = " ".join(f"{term:.5f}" for term in matrix)
        return f"q {self._window(place)} re W n {terms} cm /{name} Do Q"

    def content(self, pages: Iterable[str]) -> bytes:
        """The content of a side: its pages, and the marks."""
        marks = self._marks()
        slug = self.trim.slug
        at = f"q 1 0 0 1 {slug:.3f} {slug:.3f} cm"
        told = [f"/Artifact BMC {at} {marks} Q EMC"] if marks else []
        return "\n".join((*pages, *told)).encode("ascii")

    def _corner(self, place: Place) -> tuple[float, float]:
        width, height = self.cell
        return place.column * width, (self.plan.rows - 1 - place.row) * height

    def _window(self, place: Place) -> str:
        """The part of the paper a page may show on: its cell, and its bleed at the edges."""
        (left, low), (width, height) = self._corner(place), self.cell
        left, low, width, height = self.trim.bled((left, low, width, height), self.trimmed)
        slug = self.trim.slug
        return f"{left + slug:.3f} {low + slug:.3f} {width:.3f} {height:.3f}"

    def _marks(self) -> str:
        code = [crop_marks(*self.trimmed, self.trim)] if self.trim.crop else []
        if self.folds:
            creases = self.plan.creases
            folded = [self._line(crease) for crease in creases if not crease.cut]
            code.append(drawn(fold_ticks(folded, self.trimmed, self.trim), _DASHES))
            across = [crease for crease in creases if crease.cut and self._across(crease)]
            inside = [crease for crease in creases if crease.cut and crease not in across]
            code.append(drawn(cut_ticks(map(self._line, across), self.trimmed, self.trim)))
            code.append(drawn(map(self._line, inside)))
        return " ".join(filter(None, code))

    def _across(self, crease: Crease) -> bool:
        """Whether a line goes from one edge of the sheet to the other."""
        (x0, y0), (x1, y1) = crease.start, crease.end
        return (abs(x1 - x0), abs(y1 - y0)) in ((self.plan.columns, 0), (0, self.plan.rows))

    def _line(self, crease: Crease) -> Segment:
        (width, height), rows = self.cell, self.plan.rows
        (x0, y0), (x1, y1) = crease.start, crease.end
        return (x0 * width, (rows - y0) * height, x1 * width, (rows - y1) * height)
