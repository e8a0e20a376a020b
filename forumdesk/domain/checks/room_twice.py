# SPDX-License-Identifier: MIT
"""A room holds one session at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumdesk.domain.checks.common import Slot, another_time, clashes, clock, named, when
from forumdesk.domain.checks.stays import occupied
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
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
            fixes = tuple(_fixes(dossier, room, first, second))
            yield Problem(KIND, Severity.ERROR, subject, phrase, " ".join(facts), fixes=fixes)


def _fixes(dossier: Dossier, room: str, first: Slot, second: Slot) -> Iterator[Fix]:
    """Another room for the later one, or another time; for the first if that one is locked."""
    movable = second if not second.session.locked else first
    if movable.session.locked:
        return
    if len(dossier.rooms) > 1:
        yield Fix.of(
            Phrase.of(N_("Move “{session}” to a free room"), session=named(movable.session)),
            "fixing.move_to_free_room",
            session=movable.session.id,
            room=room,
        )
    yield from another_time(movable)
