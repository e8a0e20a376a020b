# SPDX-License-Identifier: MIT
"""The pocket fold: eight pages on one side of one sheet, folded to a booklet with a single cut.

Folded in half along its length, the sheet is cut through both middle panels along the fold; pushed
together from the ends it opens to a cross, whose four arms are the leaves.
"""

from __future__ import annotations

from forumdesk.handouts.imposition.plan import Crease, Place, Plan, Side

PANELS = 8
_UPPER = (4, 3, 2, 1)  # upside down, from the left
_LOWER = (5, 6, 7, 0)
_CREASES = (
    *(Crease((column, 0), (column, 2)) for column in (1, 2, 3)),
    Crease((0, 1), (1, 1)),
    Crease((3, 1), (4, 1)),
    Crease((1, 1), (3, 1), cut=True),
)


def pocket_folded(pages: int, cell: tuple[float, float]) -> Plan:
    """Sheets of eight panels each, for so many pages; cells of pages there are not stay blank."""
    sides = []
    for first in range(0, max(pages, 1), PANELS):
        places = (
            *(Place(first + page, n, 0, turned=True) for n, page in enumerate(_UPPER)),
            *(Place(first + page, n, 1) for n, page in enumerate(_LOWER)),
        )
        sides.append(Side(tuple(place for place in places if place.page < pages)))
    return Plan(cell, 4, 2, tuple(sides), _CREASES)
