# SPDX-License-Identifier: MIT
"""What surrounds a trimmed page or sheet for a print shop: bleed, and marks to cut and fold along.

Everything in points. Marks stand outside the bleed, so that none is left on what was trimmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from forumdesk.domain.values import frozen
from forumdesk.handouts.theme import POINTS_PER_MM

Box: TypeAlias = tuple[float, float, float, float]
Segment: TypeAlias = tuple[float, float, float, float]
_HAIR = 0.01
_ARM = 5 * POINTS_PER_MM  # length of a mark
_APART = 2 * POINTS_PER_MM  # from the bleed to the mark
_TICK = 4 * POINTS_PER_MM  # length of a mark at the edge of paper with nothing round it
_CUT = 8 * POINTS_PER_MM  # of one where it is cut
_PEN = "0 G 0.3 w"


@frozen
class Trim:
    """How far pictures and fields run over the edge, and whether marks say where that is."""

    bleed: float = 0.0
    crop: bool = False

    @property
    def slug(self) -> float:
        """How much larger the paper is than what is cut out of it, on every side."""
        return self.bleed + (_APART + _ARM if self.crop else 0.0)

    def bled(self, field: Box, page: tuple[float, float]) -> Box:
        """A field (left, low, width, height) of a page, longer over each edge that it reaches."""
        left, low, width, height = field
        right, top = left + width, low + height
        if self.bleed:
            left, low = (side - self.bleed * (side <= _HAIR) for side in (left, low))
            right += self.bleed * (right >= page[0] - _HAIR)
            top += self.bleed * (top >= page[1] - _HAIR)
        return left, low, right - left, top - low

    def boxes(self, width: float, height: float) -> dict[str, Box]:
        """The boxes of a page whose trimmed size is that (ISO 32000-1, 14.11.2)."""
        slug, bleed = self.slug, self.bleed
        low = slug - bleed
        return {
            "TrimBox": (slug, slug, slug + width, slug + height),
            "BleedBox": (low, low, slug + width + bleed, slug + height + bleed),
        }


UNTRIMMED = Trim()
"""Paper that ends with the page."""


def crop_marks(width: float, height: float, trim: Trim) -> str:
    """Operators that draw marks at the corners of what is trimmed, its lower left corner at 0."""
    near, far = trim.bleed + _APART, trim.bleed + _APART + _ARM
    across = [(-far, -near), (width + near, width + far)]
    up = [(-far, -near), (height + near, height + far)]
    lines = [(x0, y, x1, y) for y in (0.0, height) for x0, x1 in across]
    lines += [(x, y0, x, y1) for x in (0.0, width) for y0, y1 in up]
    return drawn(lines)


def fold_ticks(
    lines: Iterable[Segment], size: tuple[float, float], trim: Trim, tick: float = _TICK
) -> Iterator[Segment]:
    """The marks at both ends of lines along which paper is folded, where they meet its edges.

    They stand outside the bleed, or, where the paper ends with the page, just within its edge.
    """
    outside = trim.bleed + _APART
    near, far = (outside, outside + _ARM) if trim.crop else (-tick, 0.0)
    width, height = size
    for x0, y0, x1, y1 in lines:
        for x, y in ((x0, y0), (x1, y1)):
            if x0 == x1 and y in (0.0, height):
                yield (x, -far, x, -near) if not y else (x, y + near, x, y + far)
            elif y0 == y1 and x in (0.0, width):
                yield (-far, y, -near, y) if not x else (x + near, y, x + far, y)


def cut_ticks(lines: Iterable[Segment], size: tuple[float, float], trim: Trim) -> Iterator[Segment]:
    """The marks where paper is cut from edge to edge: they go in as far as every printer prints."""
    return fold_ticks(lines, size, trim, _CUT)


def drawn(lines: Iterable[Segment], dash: str = "") -> str:
    """Operators that draw lines, in dashes if a pattern says so."""
    paths = " ".join(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l" for x0, y0, x1, y1 in lines)
    return f"q {_PEN} {dash} {paths} S Q" if paths else ""
