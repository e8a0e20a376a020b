# SPDX-License-Identifier: MIT
"""A room holds everybody expected in it."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import listing, named
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "room-too-small"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions that expect more people than their rooms have seats, where both are known."""
    for session in dossier.sessions:
        seats = seats_of(dossier, session) if session.expected else None
        if seats is None or (session.expected or 0) <= seats:
            continue
        if dossier.takes_place(session):
            phrase = Phrase.of(
                N_("“{session}” expects {count} people, but {room} has {seats} seats."),
                session=named(session),
                count=session.expected,
                room=listing([room.name for room in dossier.rooms_of(session)]),
                seats=seats,
            )
            subject = Subject("session", session.id, "rooms")
            facts = f"{session.expected} {_rooms(dossier, session)} {seats}"
            yield Problem(KIND, Severity.WARNING, subject, phrase, facts)


def seats_of(dossier: Dossier, session: Session) -> int | None:
    """The seats in a session's rooms together; ``None`` where they are not all known."""
    capacities = [room.capacity for room in dossier.rooms_of(session)]
    if not capacities or None in capacities:
        return None
    return sum(capacity or 0 for capacity in capacities)


def _rooms(dossier: Dossier, session: Session) -> str:
    return " ".join(room.id for room in dossier.rooms_of(session))
