# SPDX-License-Identifier: MIT
"""A session that begins late, and what becomes of the rest of the day.

The delay ripples on in the rooms of the session as far as it must: gaps take it in (but for the
time a room needs to be turned over), a break keeps its end and is so much shorter, and before a
locked session it stops, since that begins at its time whatever happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from forumdesk.domain.agenda import PAUSES, Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place
from forumdesk.domain.shifting import rooms_in_break
from forumdesk.domain.times import later
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase

_NOTHING = timedelta()


@frozen
class Ripple:
    """What a delay does.

    ``places`` are the sessions that move, by id; ``shortened`` the breaks among them with their
    new lengths in minutes; ``held`` the locked sessions it runs into, with the minutes that must
    be caught up before them.
    """

    places: Mapping[str, Place]
    shortened: tuple[tuple[Session, int], ...] = ()
    held: tuple[tuple[Session, int], ...] = ()

    def told(self) -> tuple[Phrase, ...]:
        """What to know of it, a sentence each, besides what moved."""
        breaks = (
            Phrase.of(
                N_("“{title}” is down to {minutes} min.") if left else N_("“{title}” falls away."),
                title=session.title or "…",
                minutes=left,
            )
            for session, left in self.shortened
        )
        stops = (
            Phrase.of(
                N_("“{title}” is locked: {minutes} min must be caught up before it."),
                title=session.title or "…",
                minutes=minutes,
            )
            for session, minutes in self.held
        )
        return (*breaks, *stops)


def delayed(dossier: Dossier, session: Session, minutes: int) -> Ripple:
    """What a delay of a session does to it and to the rest of its program day.

    A locked session keeps its planned time; what comes after it is delayed all the same. One
    without a time delays nothing.
    """
    if session.starts is None:
        return Ripple({})
    wave = _Wave(dossier)
    wave.push(session, timedelta(minutes=minutes))
    parent = dossier.session.get(session.parent or "")
    if parent is not None:
        wave.run(_after(session, dossier.items_of(parent), dossier))
        wave.leave(parent)
    wave.run(_after(parent or session, dossier.program, dossier))
    return Ripple(wave.places, tuple(wave.shortened), tuple(wave.held))


def _after(session: Session, line: Iterable[Session], dossier: Dossier) -> Iterator[Session]:
    """Those of a line that begin, as planned, later the same day and have not begun yet."""
    end, day = session.ends or session.starts, dossier.day_of(session)
    timed = ((other.starts, other) for other in line if other.starts is not None)
    for starts, other in sorted(timed, key=lambda pair: (pair[0], pair[1].follows or "")):
        waits = other.id != session.id and other.began is None and dossier.takes_place(other)
        if waits and end is not None and starts >= end and dossier.day_of(other) == day:
            yield other


@dataclass
class _Wave:
    """A delay on its way: until when each room is taken, and by how much later than planned."""

    dossier: Dossier
    places: dict[str, Place] = field(default_factory=dict)
    shortened: list[tuple[Session, int]] = field(default_factory=list)
    held: list[tuple[Session, int]] = field(default_factory=list)
    taken: dict[str, tuple[datetime, timedelta]] = field(default_factory=dict)
    everywhere: tuple[datetime, timedelta] = (datetime.min, _NOTHING)

    def run(self, line: Iterable[Session]) -> None:
        """Let the delay reach the sessions of a line, in order of time."""
        for session in line:
            delay = self._delay_of(session)
            if delay <= _NOTHING:
                continue
            if session.locked:
                self.held.append((session, _minutes(delay)))
                self._take(session, datetime.min, _NOTHING)
            elif session.kind in PAUSES and session.minutes is not None:
                self._shorten(session, session.minutes, delay)
            else:
                self.push(session, delay)

    def push(self, session: Session, delay: timedelta) -> None:
        """Move a session; a locked one only takes its room for longer."""
        assert session.starts is not None
        starts = later(session.starts, delay)
        if not session.locked:
            self.places[session.id] = Place(starts, session.minutes)
        self._take(session, later(starts, timedelta(minutes=session.minutes or 0)), delay)

    def leave(self, parent: Session) -> None:
        """The delay of an item goes on to the session it is in, which may end later."""
        end, delay = self.taken.pop(parent.id, self.everywhere)
        over = end - parent.ends if parent.ends is not None else _NOTHING
        if over <= _NOTHING or parent.starts is None or parent.minutes is None:
            return
        if not parent.locked:
            self.places[parent.id] = Place(parent.starts, parent.minutes + _minutes(over))
        self._take(parent, end, min(over, delay))

    def _shorten(self, pause: Session, minutes: int, delay: timedelta) -> None:
        assert pause.starts is not None
        left = max(0, minutes - _minutes(delay))
        starts = later(pause.starts, delay)
        self.places[pause.id] = Place(starts, left)
        self.shortened.append((pause, left))
        over = max(delay - timedelta(minutes=minutes), _NOTHING)
        self._take(pause, later(starts, timedelta(minutes=left)), over)

    def _delay_of(self, session: Session) -> timedelta:
        assert session.starts is not None
        leader = self.dossier.leader_of(session)
        if leader is not None and leader.ends is not None and leader.id in self.places:
            place = self.places[leader.id]
            end = later(place.starts or leader.ends, timedelta(minutes=place.minutes or 0))
            return end - session.starts
        rooms = self._rooms(session)
        waits = [self.taken.get(room, self.everywhere) for room in rooms]
        pushes = [
            min(delay, later(end, self._changeover(rooms)) - session.starts)
            for end, delay in (waits or [*self.taken.values(), self.everywhere])
        ]
        return max(pushes)

    def _take(self, session: Session, end: datetime, delay: timedelta) -> None:
        rooms = self._rooms(session)
        if not rooms:
            self.everywhere = (end, delay)
            self.taken.clear()
        self.taken |= dict.fromkeys(rooms, (end, delay))

    def _rooms(self, session: Session) -> tuple[str, ...]:
        """The rooms that a session takes, none if all; an item takes a place in its session."""
        if session.parent:
            return (session.parent,)
        if session.kind in PAUSES:
            return tuple(rooms_in_break(self.dossier, session))
        return tuple(room.id for room in self.dossier.rooms_of(session))

    def _changeover(self, rooms: Iterable[str]) -> timedelta:
        known = (self.dossier.room[room].changeover for room in rooms if room in self.dossier.room)
        return timedelta(minutes=max(known, default=0))


def _minutes(length: timedelta) -> int:
    return round(length.total_seconds() / 60)
