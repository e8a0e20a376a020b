# SPDX-License-Identifier: MIT
"""How far a change reaches: by what the answers of a check fall apart.

A check that judges each session by itself needs to judge one session again when one was moved.
What a check declares is a promise: what it says of a session (a room, a person, a day) follows
from that alone, and from what an edition has besides its agenda and its people. A test holds
every check to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import TypeAlias

from forumdesk.domain.agenda import Part
from forumdesk.domain.checks.common import lineage
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen

Finder: TypeAlias = Callable[[Dossier], Iterable[Problem]]


class Scope(Enum):
    """By what the answers of a check fall apart."""

    SESSION = auto()  # a session with its items, their rooms, and who has which part in them
    ROOM = auto()  # all sessions in a room
    PERSON = auto()  # all sessions in which a person has a part, or reads one
    DAY = auto()  # all sessions of a program day; those without a time are one day
    UNTIMED = auto()  # the whole edition, but neither times nor rooms of sessions
    EDITION = auto()  # the whole edition


@frozen
class Check:
    """A check as it takes part: the function that finds, and by what its answers fall apart."""

    find: Finder
    scope: Scope = Scope.EDITION

    def __call__(self, dossier: Dossier) -> Iterable[Problem]:
        """What it finds in an edition."""
        return self.find(dossier)


def ties(
    dossier: Dossier, scope: Scope, sessions: Container[str] | None = None
) -> Iterator[tuple[str, object]]:
    """What sessions of one answer have in common: pairs of a session and a room, person, day.

    Of all sessions, or of some.
    """
    wanted = dossier.session if sessions is None else sessions
    if scope is Scope.ROOM:
        for link in dossier.session_rooms:
            if link.session in wanted:
                yield link.session, link.room
    elif scope is Scope.DAY:
        for session in dossier.sessions:
            if session.id in wanted:
                yield session.id, dossier.day_of(session)
    elif scope is Scope.PERSON:
        for part in dossier.parts:
            if part.session in wanted:
                yield from ((part.session, person) for person in _persons(dossier, part))


def _persons(dossier: Dossier, part: Part) -> Iterator[str]:
    for key in (part.participation, part.reader):
        seat = dossier.participation.get(key or "")
        if seat is not None:
            yield seat.person or seat.id


def families(dossier: Dossier) -> dict[str, str]:
    """The outmost session of each session, by id; ``""`` for those in a circle of parents."""
    found = {session.id: session.id for session in dossier.sessions}
    for session in dossier.sessions:
        if session.parent is not None:
            line = lineage(dossier, session)
            found[session.id] = "" if line[-1].parent in found else line[-1].id
    return found


def grouped(pairs: Iterable[tuple[str, object]]) -> Mapping[object, Sequence[str]]:
    """Sessions by what they are tied to."""
    groups: dict[object, list[str]] = defaultdict(list)
    for session, tie in pairs:
        groups[tie].append(session)
    return groups


def narrowed(dossier: Dossier, sessions: Iterable[str]) -> Dossier:
    """The dossier with some of its sessions, their rooms and parts; all else as it is."""
    kept = set(sessions)
    return replace(
        dossier,
        sessions=tuple(s for s in dossier.sessions if s.id in kept),
        session_rooms=tuple(link for link in dossier.session_rooms if link.session in kept),
        parts=tuple(part for part in dossier.parts if part.session in kept),
    )
