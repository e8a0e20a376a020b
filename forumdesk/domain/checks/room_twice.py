# SPDX-License-Identifier: MIT
"""A room holds one session at a time."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.common import another_room, another_time, clashes, clock, named, when
from forumdesk.domain.checks.stays import occupied
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "room-used-twice"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions that overlap in one room; a session and its own items are one."""
    for room, taken in occupied(dossier).items():
        for first, second in clashes(taken):
            phrase = Phrase.of(
                N_(
                    "{room} is used twice on {day} from {start} to {end}: “{first}” and “{second}”."
                ),
                room=dossier.room[room].name,
                day=second.start.date().isoformat(),
                start=clock(second.start),
                end=clock(min(first.end, second.end)),
                first=named(first.session),
                second=named(second.session),
            )
            facts = (room, first.session.id, when(first.session), when(second.session))
            subject = Subject("session", second.session.id, "rooms")
            # The later one moves, the first if that one is locked.
            movable = first if second.session.locked else second
            fixes = (*another_room(dossier, movable, room), *another_time(movable))
            yield Problem(KIND, Severity.ERROR, subject, phrase, " ".join(facts), fixes=fixes)
