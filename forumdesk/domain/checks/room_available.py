# SPDX-License-Identifier: MIT
"""A room is used while it is available."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.common import another_room, another_time, clock, named, when
from forumdesk.domain.checks.stays import occupied, while_open
from forumdesk.domain.checks.windows import windows
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "room-not-available"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions that are not wholly inside a window of their room; one without any is always."""
    if not dossier.availabilities:
        return
    for key, taken in occupied(dossier).items():
        open_at = windows(dossier).get(key, ())
        for slot in taken:
            if not open_at or any(window.holds(slot.start, slot.end) for window in open_at):
                continue
            phrase = Phrase.of(
                N_("{room} is not available on {day} from {start} to {end}: “{session}”."),
                room=dossier.room[key].name,
                day=slot.start.date().isoformat(),
                start=clock(slot.start),
                end=clock(slot.end),
                session=named(slot.session),
            )
            facts = " ".join((key, when(slot.session), *map(str, open_at)))
            subject = Subject("session", slot.session.id, "rooms")
            elsewhere = (*another_room(dossier, slot, key), *another_time(slot))
            fixes = elsewhere if slot.sure else ()
            yield Problem(KIND, Severity.ERROR, subject, phrase, facts, fixes=fixes)
