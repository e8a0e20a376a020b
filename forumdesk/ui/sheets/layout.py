# SPDX-License-Identifier: MIT
"""Where pages lie in a view: one below the other, or as spreads with the cover alone."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.values import frozen

GAP = 16  # pixels between pages and at the edges
TIGHT = 1  # between the pages of a spread


@frozen
class Place:
    """A page (from 0) and its rectangle in pixels."""

    page: int
    x: int
    y: int
    width: int
    height: int


@frozen
class Layout:
    """Pages of one size, ``width`` × ``height`` pixels, in a view ``across`` pixels wide."""

    pages: int
    width: int
    height: int
    across: int
    spread: bool = False

    @property
    def rows(self) -> int:
        """How many rows: in spreads the first page stands alone on the right."""
        return self.pages // 2 + 1 if self.spread and self.pages else self.pages

    @property
    def total_width(self) -> int:
        """What the widest row takes."""
        columns = 2 if self.spread and self.pages > 1 else 1
        return columns * self.width + (columns - 1) * TIGHT + 2 * GAP

    @property
    def total_height(self) -> int:
        """What all rows take."""
        return self.rows * (self.height + GAP) + GAP

    def row_of(self, page: int) -> int:
        """The row a page is in."""
        return (page + 1) // 2 if self.spread else page

    def top(self, page: int) -> int:
        """The upper edge of a page."""
        return GAP + self.row_of(page) * (self.height + GAP)

    def place(self, page: int) -> Place:
        """The rectangle of a page."""
        middle = max(self.across, self.total_width) // 2
        if not self.spread or self.pages == 1:
            x = middle - self.width // 2
        elif page % 2:
            x = middle - self.width - TIGHT
        else:
            x = middle + TIGHT
        return Place(page, x, self.top(page), self.width, self.height)

    def between(self, top: int, bottom: int) -> Iterator[Place]:
        """The pages that lie, at least in part, between two heights."""
        step = self.height + GAP
        first, last = max(0, (top - GAP) // step), max(0, (bottom - GAP) // step)
        for page in range(self.pages):
            if first <= self.row_of(page) <= last:
                yield self.place(page)

    def page_at(self, y: int) -> int:
        """The first page of the row at a height."""
        row = min(max(0, (y - GAP) // (self.height + GAP)), max(0, self.rows - 1))
        return max(0, 2 * row - 1) if self.spread else row
