# SPDX-License-Identifier: MIT
"""What comes after a session moved as a whole: the day, its rooms, or up to the next breaks.

What comes after a session are those of its program day that begin at its end or later; after an
item also what comes after the session it is in, which then takes so much longer or shorter. A
locked session stays where it is and stops nothing else. A follow-on stays with the session
before it: it moves if that moves, and by as much as that then ends later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from forumdesk.domain.agenda import PAUSES, Session
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place
from forumdesk.domain.times import later
from forumdesk.domain.words import N_


class Reach(StrEnum):
    """How far a shift goes.

    ``ROOMS``: what shares a room with the session, or all if it has none; where there are
    several rooms, a session without one stays. ``BREAK``: in each room up to the next break or
    meal (``rooms_in_break``), which keeps its end and is so much shorter or longer; what is left
    of the shift then goes on to the next. A session without a room is in all of them.
    """

    DAY = "day"
    ROOMS = "rooms"
    BREAK = "break"


def shifted(dossier: Dossier, session: Session, minutes: int, reach: Reach) -> Mapping[str, Place]:
    """Where the sessions after one go if they are shifted by some minutes; by session id.

    Raises ``ForumDeskError`` if the session has no time, so that nothing comes after it.
    """
    if session.starts is None:
        raise ForumDeskError(
            N_("“{title}” has no time yet; nothing comes after it."), title=session.title or "…"
        )
    shift = _Shift(dossier, session, timedelta(minutes=minutes), reach)
    parent = dossier.session.get(session.parent or "")
    if parent is None:
        shift.move(_after(session, dossier.program, dossier))
    else:
        shift.move(_after(session, dossier.items_of(parent), dossier))
        shift.stretch(parent)
        shift.move(_after(parent, dossier.program, dossier))
    return shift.places


def moves(before: Dossier, after: Dossier) -> list[tuple[Session, Session]]:
    """The sessions whose time is another then, as they are and as they will be, by time.

    Items that just go with their session are left out.
    """
    pairs = [(session, after.session[session.id]) for session in before.sessions]
    changed = {was.id: (was, now) for was, now in pairs if _times(was) != _times(now)}

    def goes_along(was: Session, now: Session) -> bool:
        around = changed.get(was.parent or "")
        return around is not None and _shift_of(was, now) == _shift_of(*around)

    told = [pair for pair in changed.values() if not goes_along(*pair)]
    return sorted(told, key=lambda pair: _order(pair[0]))


def _times(session: Session) -> tuple[datetime | None, int | None]:
    return session.starts, session.minutes


def _shift_of(was: Session, now: Session) -> timedelta | None:
    return now.starts - was.starts if was.starts and now.starts else None


def _after(session: Session, line: Iterable[Session], dossier: Dossier) -> Iterator[Session]:
    """Those of a line that begin when a session ends, or later on the same program day."""
    end, day = session.ends or session.starts, dossier.day_of(session)
    for other in sorted(line, key=_order):
        begins = other.id != session.id and other.starts and end and other.starts >= end
        if begins and dossier.day_of(other) == day:
            yield other


def _order(session: Session) -> tuple[bool, str, str]:
    """By time; a session before what follows it, should both begin at once."""
    at = session.starts.isoformat() if session.starts else ""
    return (session.starts is None, at, session.follows or "")


@dataclass
class _Shift:
    """A shift under way: the places found so far, and what is left of it in each room in use."""

    dossier: Dossier
    anchor: Session
    by: timedelta
    reach: Reach
    places: dict[str, Place] = field(default_factory=dict)
    left: dict[str, timedelta] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.left |= dict.fromkeys(self._rooms(self.anchor), self.by)

    def move(self, line: Iterable[Session]) -> None:
        """Find places for the sessions of a line, in order of time."""
        for session in line:
            shift = self._shift_of(session)
            if shift and session.starts and not session.locked:
                self._put(session, shift)

    def _put(self, session: Session, shift: timedelta) -> None:
        assert session.starts is not None
        minutes = session.minutes
        if self.reach is Reach.BREAK and session.kind in PAUSES and minutes is not None:
            length = timedelta(minutes=minutes)
            left = max(shift - length, timedelta())
            minutes = round((length - shift + left).total_seconds() / 60)
            self._take_in(session, left)
        self.places[session.id] = Place(later(session.starts, shift), minutes)

    def _take_in(self, pause: Session, left: timedelta) -> None:
        rooms = self._rooms(pause)
        if not rooms:
            self.by, rooms = left, frozenset(self.left)
        self.left |= dict.fromkeys(rooms, left)

    def stretch(self, parent: Session) -> None:
        """Let the session around an item take longer by what its items have left of the shift."""
        self.by = self.left.pop(parent.id, self.by)
        self.left = dict.fromkeys(self._rooms(parent), self.by)
        if self.by and parent.minutes is not None and not parent.locked:
            minutes = parent.minutes + round(self.by.total_seconds() / 60)
            self.places[parent.id] = Place(parent.starts, max(0, minutes))

    def _shift_of(self, session: Session) -> timedelta:
        """By how much a session moves."""
        leader = self.dossier.leader_of(session)
        if leader is not None and leader.ends is not None and leader.id != self.anchor.id:
            return self._shift_behind(session, leader)
        if not self._reaches(session):
            return timedelta()
        left = [self.left.setdefault(room, self.by) for room in self._rooms(session)]
        return max(left or self.left.values(), key=abs, default=self.by)

    def _shift_behind(self, session: Session, leader: Session) -> timedelta:
        """By how much a follow-on moves: up to where the session before it then ends."""
        place = self.places.get(leader.id)
        if place is None or place.starts is None or session.starts is None:
            return timedelta()
        return later(place.starts, timedelta(minutes=place.minutes or 0)) - session.starts

    def _reaches(self, session: Session) -> bool:
        if self.reach is not Reach.ROOMS or session.parent or len(self.dossier.rooms) < 2:
            return True
        rooms = self.dossier.rooms_of(self.anchor)
        return not rooms or not set(rooms).isdisjoint(self.dossier.rooms_of(session))

    def _rooms(self, session: Session) -> frozenset[str]:
        """The rooms that a session takes, none if all; an item takes a place in its session."""
        if session.parent:
            return frozenset({session.parent})
        if self.reach is Reach.BREAK and session.kind in PAUSES:
            return rooms_in_break(self.dossier, session)
        return frozenset(room.id for room in self.dossier.rooms_of(session))


def rooms_in_break(dossier: Dossier, pause: Session) -> frozenset[str]:
    """The rooms that have a break: its own, and those with nothing else going on; none if all.

    Coffee in the lobby is a break for the hall, which is empty then, but not for the room next
    door where a talk goes on.
    """
    busy: set[str] = set()
    for other in dossier.program:
        if other.kind not in PAUSES and _overlap(other, pause) and dossier.takes_place(other):
            rooms = {room.id for room in dossier.rooms_of(other)}
            busy |= rooms or set(dossier.room)
    own = frozenset(room.id for room in dossier.rooms_of(pause))
    return own | (dossier.room.keys() - busy) if busy and own else frozenset()


def _overlap(one: Session, other: Session) -> bool:
    if one.starts is None or other.starts is None:
        return False
    return one.starts < (other.ends or other.starts) and other.starts < (one.ends or one.starts)
