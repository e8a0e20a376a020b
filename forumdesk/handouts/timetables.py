# SPDX-License-Identifier: MIT
"""What sheets of rooms and times say: the grid, and the signs at the doors. Already worded."""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.lanes import Timetable
from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Sheet, TrackMark, Wording


class GridDetail(StrEnum):
    """What a block may leave out where it is too small, named in the order in which it goes."""

    WHO = "grid-who"
    TRACK = "grid-track"
    SECOND = "grid-second"


class SignDetail(StrEnum):
    """What a sign may leave out to stand on one page, named in the order in which it goes."""

    ITEMS = "sign-items"
    WHO = "grid-who"
    SECOND = "grid-second"


@frozen
class Slot:
    """A session as it stands in a grid or on a sign.

    ``untimed`` says that it has no time yet; ``who`` are the names alone; ``note`` is what
    organizers are to know ("Draft"); ``where`` are all its rooms; ``aside`` the same where it
    stands over all columns, but is not in all rooms; ``items`` those of its items that have titles
    of their own, on signs alone.
    """

    id: str
    anchor: str
    title: Wording
    start: Wording = NOTHING
    end: Wording = NOTHING
    untimed: Wording = NOTHING
    who: Wording = NOTHING
    where: Wording = NOTHING
    aside: Wording = NOTHING
    note: Wording = NOTHING
    track: TrackMark | None = None
    kind: str = ""
    quiet: bool = False
    ceremony: bool = False
    cancelled: bool = False
    items: tuple[Slot, ...] = ()


@frozen
class Hour:
    """A time of the rail: its minute on the timetable, and how it is written.

    ``whole`` hours and the halves between them have a ``line``; other times are those at which
    a sheet may begin.
    """

    minute: int
    said: Wording
    whole: bool = False
    line: bool = False


@frozen
class GridDay:
    """A program day: its timetable, what its columns are called, its sessions and hours."""

    anchor: str
    date: Wording
    ordinal: Wording
    table: Timetable
    rooms: tuple[Wording, ...]
    slots: tuple[Slot, ...]
    hours: tuple[Hour, ...]


@frozen
class GridWords:
    """What a grid says by itself; with ``{first}``, ``{last}``, ``{count}`` to be filled in."""

    rooms: Wording
    room: Wording
    sheet: Wording
    key: Wording
    untimed: Wording
    nothing: Wording
    tracks: Wording = NOTHING


@frozen
class GridContent:
    """Rooms and times, one program day after the other; ``untimed`` have no time yet."""

    sheet: Sheet
    days: tuple[GridDay, ...]
    untimed: tuple[Slot, ...]
    words: GridWords

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not any(day.slots for day in self.days) and not self.untimed


@frozen
class Sign:
    """A sign for a door: a room, or the venue of a forum in one place, and a day of it."""

    anchor: str
    room: Wording
    date: Wording
    slots: tuple[Slot, ...]


@frozen
class SignsContent:
    """Signs, a page each; ``link`` leads to the agenda."""

    sheet: Sheet
    signs: tuple[Sign, ...]
    nothing: Wording
    link: str = ""
    link_label: Wording = NOTHING

    @property
    def blank(self) -> bool:
        """Whether it says nothing but its titles."""
        return not self.signs
