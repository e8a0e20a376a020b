# SPDX-License-Identifier: MIT
"""What differs between two states of one edition, as far as the checks care."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from typing import TypeVar

from forumdesk.domain.agenda import Part, Session, SessionRoom
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen

R = TypeVar("R", bound=Record)
L = TypeVar("L", SessionRoom, Part)

_AGENDA = frozenset({"sessions", "session_rooms", "parts", "participations", "people"})
# What no check reads: acknowledgements only mark what was found, letters are no part of it.
_UNREAD = frozenset({"acknowledgements", "images", "letter_texts", "check_ins", "card_prints"})


@frozen
class Difference:
    """How far two states of an edition are apart.

    ``sessions`` are those that changed, or whose rooms, parts, or persons in them did.
    ``whole`` says that more changed than agenda and people, so that all must be looked at
    again; ``timing`` that nothing but times and rooms of sessions did.
    """

    sessions: frozenset[str] = frozenset()
    whole: bool = False
    timing: bool = True


def difference(before: Dossier, after: Dossier) -> Difference:
    """How far two states are apart; records that are the same objects cost next to nothing."""
    differing = {f.name for f in fields(Dossier) if _differs(before, after, f.name)} - _UNREAD
    if not differing <= _AGENDA:
        return Difference(whole=True, timing=False)
    sessions = list(_changes(before.sessions, after.sessions))
    timing = differing <= {"sessions", "session_rooms"} and all(
        old is not None and new is not None and _moved(old, new) for old, new in sessions
    )
    touched = {session.id for pair in sessions for session in pair if session is not None}
    touched |= _sessions_of(_changes(before.session_rooms, after.session_rooms))
    touched |= _sessions_of(_changes(before.parts, after.parts))
    touched |= _with_changed_people(before, after)
    return Difference(frozenset(touched), whole=False, timing=timing)


def _differs(before: Dossier, after: Dossier, field: str) -> bool:
    old, new = getattr(before, field), getattr(after, field)
    return old is not new and bool(old != new)


def _changes(before: Iterable[R], after: Iterable[R]) -> Iterator[tuple[R | None, R | None]]:
    """Every record that is not the same in both, as it was and as it is."""
    if before is after:
        return
    old = {record.id: record for record in before}
    for record in after:
        was = old.pop(record.id, None)
        if was is not record and was != record:
            yield was, record
    for gone in old.values():
        yield gone, None


def _moved(old: Session, new: Session) -> bool:
    """Whether at most the times of a session changed."""
    return replace(old, starts=new.starts, minutes=new.minutes) == new


def _sessions_of(changes: Iterable[tuple[L | None, L | None]]) -> set[str]:
    return {record.session for pair in changes for record in pair if record is not None}


def _with_changed_people(before: Dossier, after: Dossier) -> set[str]:
    """The sessions in which somebody has a part who, or whose seat, is not the same."""
    people = _ids(_changes(before.people, after.people))
    seats = _ids(_changes(before.participations, after.participations))
    if people:
        every = (*before.participations, *after.participations)
        seats |= {seat.id for seat in every if seat.person in people}
    if not seats:
        return set()
    parts: Iterable[Part] = (*before.parts, *after.parts)
    return {p.session for p in parts if p.participation in seats or p.reader in seats}


def _ids(changes: Iterable[tuple[R | None, R | None]]) -> set[str]:
    return {record.id for pair in changes for record in pair if record is not None}
