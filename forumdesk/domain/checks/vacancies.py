# SPDX-License-Identifier: MIT
"""Where a session could stand instead: the nearest room or time at which nothing goes wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.incremental import Findings, verdict
from forumdesk.domain.desk import Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Room
from forumdesk.domain.placing import Place

MOST = 80  # times that are tried: the nearest ones


def another_room(dossier: Dossier, session: Session, room: str) -> Place | None:
    """A session at its time in another room instead of one; ``None`` if none is free.

    Rooms with as many seats come first, then those nearest in the order of rooms.
    """
    own = dossier.rooms_of(session)
    order = {each.id: number for number, each in enumerate(dossier.rooms)}
    left = dossier.room[room]

    def distance(other: Room) -> tuple[bool, int]:
        return ((other.capacity or 0) < (left.capacity or 0), abs(order[other.id] - order[room]))

    others = sorted((each for each in dossier.rooms if each not in own), key=distance)
    kept = tuple(each.id for each in own if each.id != room)
    places = (Place(session.starts, session.minutes, (*kept, other.id)) for other in others)
    return _first_sound(dossier, session, places)


def another_time(dossier: Dossier, session: Session) -> Place | None:
    """A session in its rooms at the nearest time of its day; ``None`` if none is free.

    Tried is what is right after another session of the day, and right before one.
    """
    if session.starts is None:
        return None
    starts = session.starts
    times = sorted(set(_times(dossier, session)) - {starts}, key=lambda at: abs(at - starts))
    places = (Place(at, session.minutes) for at in islice(times, MOST))
    return _first_sound(dossier, session, places)


def _times(dossier: Dossier, session: Session) -> Iterator[datetime]:
    length, day = timedelta(minutes=session.minutes or 0), dossier.day_of(session)
    for other in dossier.sessions:
        if other.starts is not None and other is not session and dossier.day_of(other) == day:
            yield other.ends or other.starts
            yield other.starts - length


def _first_sound(dossier: Dossier, session: Session, places: Iterable[Place]) -> Place | None:
    """The first place at which no check finds more than it does now, notes set aside."""
    findings = Findings.of(dossier)
    for place in places:
        new, gone = verdict(findings, dossier, {session.id: place})
        known = {(problem.kind, problem.subject) for problem in gone}
        errors = any(problem.severity is Severity.ERROR for problem in new)
        warned = any(
            problem.severity is Severity.WARNING and (problem.kind, problem.subject) not in known
            for problem in new
        )
        if not errors and not warned:
            return place
    return None
