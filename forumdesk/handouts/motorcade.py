# SPDX-License-Identifier: MIT
"""What windscreen cards say, and the list of the motorcade that goes with them."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Sheet, Wording


@frozen
class CarCard:
    """What stands behind a windscreen; ``riders`` are the names that may be read there.

    ``tone`` tells which of the theme's inks the band with the ``side`` has.
    """

    anchor: str
    name: Wording
    plate: str = ""
    side: Wording = NOTHING
    tone: int = 0
    riders: tuple[Wording, ...] = ()


@frozen
class CarLine:
    """A car as the coordinator needs it: everybody in it, with office and body."""

    name: Wording
    plate: str = ""
    driver: str = ""
    phone: str = ""
    notes: str = ""
    riders: tuple[Wording, ...] = ()


@frozen
class CarHeads:
    """What stands over the columns of the list."""

    car: Wording
    plate: Wording
    driver: Wording
    riders: Wording


@frozen
class MotorcadeContent:
    """A card for each car, two to a sheet if ``halves``, then the list of them all.

    ``note`` says for whom the list is, ``nothing`` what stands there while there are no cars.
    """

    sheet: Sheet
    cards: tuple[CarCard, ...]
    lines: tuple[CarLine, ...]
    listed: Wording
    note: Wording
    heads: CarHeads
    nothing: Wording
    halves: bool = False

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.cards
