# SPDX-License-Identifier: MIT
"""Booklets: sheets folded along their middle, laid into one another and stitched through the fold.

The sheet outside has the first and the last pages. Where many sheets lie in one another, the
inner ones stand out at the fore-edge and lose more when that is trimmed (creep): their pages are
moved toward the spine by the thickness of the sheets round them, as far as margins allow. Thick
booklets are made of several such signatures, bound one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.domain.values import frozen
from forumdesk.handouts.imposition.plan import Crease, Flip, Place, Plan, Side

_TO_A_SHEET = 4
_MOST_CREEP = 5.0  # mm: further, and text would come to lie in the fold


@frozen
class Binding:
    """How a booklet is bound; measures in millimetres.

    ``cell`` is a page, half of a sheet. ``signature`` is the most sheets in a signature, 0: all
    in one. ``back``: the last page stays outside at the back, blanks come before it, not after.
    ``lead`` is how many blanks stand before the first page.
    """

    cell: tuple[float, float]
    flip: Flip = Flip.SHORT_EDGE
    signature: int = 0
    thickness: float = 0.0
    back: bool = False
    lead: int = 0


def saddle_stitched(pages: int, binding: Binding) -> Plan:
    """The sheets of a booklet of so many pages, each with its front and its back."""
    order = padded(pages, back=binding.back, lead=binding.lead)
    sides: list[Side] = []
    for part in signatures(order, binding.signature):
        for depth in range(len(part) // _TO_A_SHEET):
            sides += _sheet(part, depth, binding)
    return Plan(binding.cell, 2, 1, tuple(sides), (Crease((1, 0), (1, 1)),))


def padded(pages: int, *, back: bool = False, lead: int = 0) -> list[int | None]:
    """The pages in the order in which they are read, with blanks (``None``) to a multiple of 4."""
    order: list[int | None] = [*[None] * lead, *range(pages)]
    blanks: list[int | None] = [None] * (-len(order) % _TO_A_SHEET)
    return [*order[:-1], *blanks, *order[-1:]] if back else [*order, *blanks]


def signatures(order: Sequence[int | None], most: int) -> Iterator[Sequence[int | None]]:
    """The order parted into signatures of at most so many sheets, as alike as can be."""
    sheets = len(order) // _TO_A_SHEET
    parts = -(-sheets // most) if most else min(sheets, 1)
    first = 0
    for n in range(parts):
        size = (sheets // parts + (n < sheets % parts)) * _TO_A_SHEET
        yield order[first : first + size]
        first += size


def _sheet(part: Sequence[int | None], depth: int, binding: Binding) -> tuple[Side, Side]:
    """The front and back of the sheet that has so many round it."""
    low, high = 2 * depth, len(part) - 1 - 2 * depth
    shift = min(binding.thickness * depth, _MOST_CREEP)
    front = _side(part[high], part[low], shift)
    back = _side(part[low + 1], part[high - 1], shift)
    return front, _turned(back) if binding.flip is Flip.LONG_EDGE else back


def _side(left: int | None, right: int | None, shift: float) -> Side:
    """Two pages side by side, both moved toward the spine between them."""
    pairs = ((left, 0, shift), (right, 1, -shift))
    return Side(
        tuple(Place(page, column, shift=by) for page, column, by in pairs if page is not None)
    )


def _turned(side: Side) -> Side:
    """The side turned upside down, for a printer that turns the paper over its long edge."""
    return Side(
        tuple(
            Place(place.page, 1 - place.column, turned=True, shift=-place.shift)
            for place in side.places
        )
    )
