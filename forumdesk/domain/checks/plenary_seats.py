# SPDX-License-Identifier: MIT
"""Where everybody meets, there are seats for all who have accepted."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import SessionKind, Visibility
from forumdesk.domain.checks.common import Slot, named, slots
from forumdesk.domain.checks.room_size import seats_of
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation
from forumdesk.domain.words import N_, Phrase

KIND = "too-few-seats"
FOR_ALL = frozenset(
    {
        *(SessionKind.OPENING, SessionKind.KEYNOTE, SessionKind.CLOSING),
        *(SessionKind.LUNCHEON, SessionKind.DINNER, SessionKind.RECEPTION),
    }
)


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Public openings, keynotes, closings and meals in rooms with too few seats.

    Where a session says how many it expects, that is what counts; where another session is held
    at the same time, not everybody comes. A room is told once.
    """
    if not any(room.capacity for room in dossier.rooms):
        return
    coming = sum(p.status is Invitation.ACCEPTED for p in dossier.participations)
    told: set[tuple[str, ...]] = set()
    for session in dossier.sessions:
        if session.kind not in FOR_ALL or session.visibility is not Visibility.PUBLIC:
            continue
        rooms = tuple(room.id for room in dossier.rooms_of(session))
        seats = seats_of(dossier, session)
        if seats is None or seats >= coming or session.expected or rooms in told:
            continue
        slot = dossier.derived(slots).get(session.id)
        if slot is not None and not slot.around and not _is_parallel(dossier, slot):
            told.add(rooms)
            phrase = Phrase.of(
                N_("“{session}” has {seats} seats, but {count} participants have accepted."),
                session=named(session),
                seats=seats,
                count=coming,
            )
            subject = Subject("session", session.id, "rooms")
            facts = f"{' '.join(rooms)} {seats} {coming}"
            yield Problem(KIND, Severity.WARNING, subject, phrase, facts)


def _is_parallel(dossier: Dossier, slot: Slot) -> bool:
    return any(
        other.start < slot.end and slot.start < other.end
        for other in dossier.derived(slots).values()
        if other.root != slot.root
    )
