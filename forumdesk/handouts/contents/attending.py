# SPDX-License-Identifier: MIT
"""What somebody may be at: everything for everybody, and all in which they have a part.

What goes on in several rooms at once stands together, for whom none of it is their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum, auto
from typing import TypeAlias

from forumdesk.domain.agenda import PAUSES, Session, SessionKind, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import OrganizationKind, Participation
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold
from forumdesk.handouts.contents.own_parts import Held, held_by, in_order

_PRESS = ("press", "media", "journalist", "언론", "기자", "보도")


class Guest(Enum):
    """As whom somebody comes: it decides what is open to them without a part in it."""

    GUEST = auto()
    PRESS = auto()
    COMPANION = auto()


_OPEN: Mapping[Guest, frozenset[Visibility]] = {
    Guest.GUEST: frozenset({Visibility.PUBLIC, Visibility.INVITED}),
    Guest.PRESS: frozenset({Visibility.PUBLIC, Visibility.PRESS}),
    Guest.COMPANION: frozenset({Visibility.PUBLIC}),
}


@frozen
class Visit:
    """One thing to be at, or several in parallel of which one is chosen on the day.

    ``held`` is what its bearer does in it and in its items.
    """

    sessions: tuple[Session, ...]
    held: tuple[Held, ...] = ()


Visits: TypeAlias = tuple[Visit, ...]


def guest(dossier: Dossier, one: Participation) -> Guest:
    """As whom somebody comes."""
    if one.companion_of:
        return Guest.COMPANION
    body = dossier.organization.get(one.organization or "")
    folded = fold(one.category)
    if body is not None and body.kind is OrganizationKind.PRESS:
        return Guest.PRESS
    return Guest.PRESS if any(word in folded for word in _PRESS) else Guest.GUEST


def may_attend(session: Session, by: Guest) -> bool:
    """Whether a session is open to somebody without a part in it."""
    if session.kind is SessionKind.INTERNAL:
        return False
    if by is Guest.COMPANION and session.kind in PAUSES:
        return session.visibility in _OPEN[Guest.GUEST]
    return session.visibility in _OPEN[by]


def visits(dossier: Dossier, one: Participation) -> Visits:
    """What somebody is at, in order; of what goes on at the time of their own parts only these."""
    held = dossier.derived(held_by).get(one.id, ())
    own: dict[str, list[Held]] = {}
    for each in held:
        own.setdefault(dossier.lineage(each.session)[-1].id, []).append(each)
    plan = dossier.derived(_plans)[guest(dossier, one)]
    if not own:
        return plan
    mine = [s for s in dossier.program if s.id in own]
    busy = [span for s in mine if (span := _span(s)) is not None]
    found = [Visit((session,), tuple(own[session.id])) for session in mine]
    for visit in plan:
        others = (s for s in visit.sessions if s.id not in own)
        left = tuple(s for s in others if not _clashes(dossier, s, busy))
        if left:
            found.append(Visit(left))
    place = {session.id: n for n, session in enumerate(dossier.program)}
    return tuple(sorted(found, key=lambda visit: place[visit.sessions[0].id]))


def _plans(dossier: Dossier) -> Mapping[Guest, Visits]:
    return {by: _plan(dossier, by) for by in Guest}


def _plan(dossier: Dossier, by: Guest) -> Visits:
    """What is open to a kind of guest, in order, what goes on in parallel together."""
    tops = [s for s in in_order(dossier) if s.parent is None and may_attend(s, by)]
    found: list[list[Session]] = []
    until: datetime | None = None  # the end of what goes on in rooms of its own
    for session in tops:
        span = _span(session)
        if span is None or session.kind in PAUSES or not dossier.rooms_of(session):
            found.append([session])
        elif until is not None and span[0] < until:
            found[_last_apart(found)].append(session)
            until = max(until, span[1])
        else:
            found.append([session])
            until = span[1]
    return tuple(Visit(tuple(group)) for group in found)


def _last_apart(found: Sequence[Sequence[Session]]) -> int:
    """The last group that is no pause."""
    return max(n for n, group in enumerate(found) if group[0].kind not in PAUSES)


def _clashes(dossier: Dossier, session: Session, busy: Sequence[tuple[datetime, datetime]]) -> bool:
    """Whether something in a room of its own goes on while its reader has a part elsewhere."""
    span = _span(session)
    if span is None or session.kind in PAUSES or not dossier.rooms_of(session):
        return False
    return any(span[0] < end and start < span[1] for start, end in busy)


def _span(session: Session) -> tuple[datetime, datetime] | None:
    ends = session.ends
    return (session.starts, ends) if session.starts and ends else None
