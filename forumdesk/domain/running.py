# SPDX-License-Identifier: MIT
"""The day as it runs: what is on now, what is next, and how long it has left.

All times are wall times of the edition's zone. What really happened (``began``, ``ended``) says
more than the plan: a session that was begun is on until it is ended or another one begins in
its room; one that was not is due from its planned start on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cached_property

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier, program_day
from forumdesk.domain.times import later
from forumdesk.domain.values import frozen


@frozen
class Current:
    """A session, or an item, that is on at a time (``at``).

    ``begun`` tells whether somebody said that it began, or the plan says so; ``since`` is when.
    """

    session: Session
    at: datetime
    since: datetime
    begun: bool

    @property
    def due(self) -> datetime | None:
        """When it will have taken its length; ``None`` for one of open length."""
        if self.session.minutes is None:
            return None
        return later(self.since, timedelta(minutes=self.session.minutes))

    @property
    def left(self) -> timedelta | None:
        """The countdown to ``due``; below zero it is over its time by so much."""
        return None if self.due is None else self.due - self.at

    @property
    def late(self) -> timedelta:
        """By how much it began after its planned start; below zero: before it."""
        return self.since - (self.session.starts or self.since)


@frozen
class Upcoming:
    """A session, or an item, that is still to come at a time (``at``)."""

    session: Session
    at: datetime

    @property
    def until(self) -> timedelta:
        """The countdown to its planned start; below zero it is waited for by so much."""
        return (self.session.starts or self.at) - self.at


@frozen
class Running:
    """What is on and what is still to come on the program day of a time, in order of time.

    ``sessions`` are all those of the day. A session stands before the items in it.
    """

    at: datetime
    sessions: tuple[Session, ...] = ()
    now: tuple[Current, ...] = ()
    next: tuple[Upcoming, ...] = ()

    @cached_property
    def current(self) -> Mapping[str, Current]:
        """What is on, by the id of its session."""
        return {one.session.id: one for one in self.now}

    @cached_property
    def upcoming(self) -> Mapping[str, Upcoming]:
        """What is still to come, by the id of its session."""
        return {one.session.id: one for one in self.next}


def running(dossier: Dossier, at: datetime, *, room: str | None = None) -> Running:
    """What is on at a wall time; with ``room``, there and in sessions that are everywhere."""
    day = _Day(dossier, at)
    shown = [s for s in day.sessions if _in_room(dossier, s, room)]
    now = [Current(s, at, s.began or s.starts or at, s.began is not None) for s in shown]
    on = [current for current in now if day.is_on(current.session)]
    come = (s for s in shown if day.is_to_come(s))
    return Running(at, tuple(shown), tuple(on), tuple(Upcoming(session, at) for session in come))


def _in_room(dossier: Dossier, session: Session, room: str | None) -> bool:
    rooms = dossier.rooms_of(session)
    return room is None or not rooms or any(r.id == room for r in rooms)


class _Day:
    """The timed sessions of a program day that take place, each before its items."""

    def __init__(self, dossier: Dossier, at: datetime) -> None:
        self._dossier, self._at = dossier, at
        day = program_day(at, dossier.edition.day_boundary)
        lines = ((session, *dossier.items_of(session)) for session in dossier.program)
        timed = (s for line in lines for s in line if s.starts and dossier.day_of(s) == day)
        self.sessions = [session for session in timed if dossier.takes_place(session)]
        begun = [s for s in self.sessions if s.began is not None and s.began <= at]
        self._begun = begun
        self._on = [s for s in begun if not self._over(s) and not self._replaced(s)]

    def is_on(self, session: Session) -> bool:
        """Whether a session is on, as was said or, where nothing was, as planned."""
        if session.began is not None or session.ended is not None:
            return session in self._on
        starts = session.starts or self._at
        planned = starts <= self._at < (session.ends or starts)
        return planned and not self._held_up(session)

    def is_to_come(self, session: Session) -> bool:
        """Whether a session has not begun yet, be it that one before it takes so long."""
        if session.began is not None or session.ended is not None:
            return session.began is not None and session.began > self._at
        ahead = session.starts is not None and session.starts > self._at
        return ahead or self._held_up(session)

    def _over(self, session: Session) -> bool:
        return session.ended is not None and session.ended <= self._at

    def _replaced(self, session: Session) -> bool:
        """Whether another one began in its place since."""
        began = session.began or self._at
        since = (s for s in self._begun if s.began and s.began > began)
        return any(self._take_turns(session, other) for other in since)

    def _held_up(self, session: Session) -> bool:
        """Whether an earlier one is still on in its place, so that it can't have begun."""
        starts = session.starts or self._at
        before = (s for s in self._on if (s.starts or self._at) <= starts)
        return any(self._take_turns(session, other) for other in before)

    def _take_turns(self, one: Session, other: Session) -> bool:
        """Whether two are items of one session, or sessions that share a room."""
        if one.id == other.id or one.parent != other.parent:
            return False
        mine, others = (set(self._dossier.rooms_of(session)) for session in (one, other))
        return bool(one.parent) or not mine or not others or not mine.isdisjoint(others)
