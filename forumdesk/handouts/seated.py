# SPDX-License-Identifier: MIT
"""What a seating plan says: the seats as they stand, the list by table, where each one sits.

Already worded, as all content is. Places are in the units of ``domain.seat_layouts``.
"""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Prose, Sheet, Wording


@frozen
class PlanSeat:
    """A seat on the plan: the upper left corner of its field, its number, who sits there.

    ``side`` is the word for the side, ``code`` the same in two letters, ``tone`` its colour (0:
    none). ``kept`` is what a seat is reserved for; ``head``: it is a host's or head's. ``who``
    is the id of the participation.
    """

    x: float
    y: float
    number: str
    name: Wording = NOTHING
    office: Wording = NOTHING
    side: Wording = NOTHING
    code: str = ""
    tone: int = 0
    head: bool = False
    kept: Wording = NOTHING
    who: str = ""


@frozen
class PlanTable:
    """A table on the plan; words in its middle, at its upper and lower edge, at the hands."""

    x: float
    y: float
    width: float
    height: float
    round: bool = False
    name: Wording = NOTHING
    upper: Wording = NOTHING
    lower: Wording = NOTHING
    left: Wording = NOTHING
    right: Wording = NOTHING


@frozen
class PlanRoom:
    """Seats and tables as they stand, and how wide and tall that is; ``field`` is a seat's height.

    A field is 1 wide.
    """

    width: float
    height: float
    field: float
    seats: tuple[PlanSeat, ...]
    tables: tuple[PlanTable, ...]


@frozen
class SideMark:
    """A side in the legend."""

    name: Wording
    tone: int
    code: str = ""


@frozen
class SeatRow:
    """Somebody on the list by table."""

    number: str
    name: Wording
    position: Wording = NOTHING
    side: Wording = NOTHING
    named: bool = True


@frozen
class SeatGroup:
    """A table, row or side with those who sit there."""

    title: Wording
    rows: tuple[SeatRow, ...]


@frozen
class Sought:
    """Somebody on the list by name, and where they sit."""

    name: Wording
    place: Wording


@frozen
class SeatingPlan:
    """A plan on its pages. ``wide``: the fields have room for offices; ``found`` may be empty.

    ``parts`` are the same tables in several drawings, for paper too small for all of them.
    """

    anchor: str
    title: Wording
    when: Wording
    room: PlanRoom
    wide: bool
    above: Wording
    below: Wording
    sides: tuple[SideMark, ...]
    groups: tuple[SeatGroup, ...]
    found: tuple[Sought, ...] = ()
    notes: Prose = ()
    parts: tuple[PlanRoom, ...] = ()


@frozen
class SeatingHeads:
    """The words of the sheet."""

    by_table: Wording
    by_name: Wording
    head: Wording
    free: Wording
    number: Wording
    name: Wording
    position: Wording
    side: Wording
    empty: Wording


@frozen
class SeatingContent:
    """The plans of an edition; ``nothing`` is said where there is none."""

    sheet: Sheet
    heads: SeatingHeads
    plans: tuple[SeatingPlan, ...]
    nothing: Wording

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not any(plan.groups for plan in self.plans)
