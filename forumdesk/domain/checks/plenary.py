# SPDX-License-Identifier: MIT
"""While all are meant to be in one place, nothing else is meant for all."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import PAUSES, Session, SessionKind, Visibility
from forumdesk.domain.checks.common import clashes, clock, days, named, when
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "parallel-plenaries"
# What some go to while the rest is elsewhere.
ASIDE = PAUSES | {
    *(SessionKind.INTERNAL, SessionKind.BILATERAL, SessionKind.PRESS_BRIEFING),
    *(SessionKind.SITE_VISIT, SessionKind.PHOTO),
}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Public sessions without a room, which are plenary, that are held at the same time.

    Meant so, the finding is accepted. An edition of which no room is known says nothing by it;
    sessions of tracks are for those who follow the track.
    """
    if not dossier.session_rooms:
        return
    placed = {link.session for link in dossier.session_rooms}
    for held in dossier.derived(days).values():
        plenary = (s for s in held if s.session.id not in placed and _is_for_all(s.session))
        for first, second in clashes(plenary):
            phrase = Phrase.of(
                N_("“{first}” and “{second}” are both plenary, and both held on {day} at {time}."),
                first=named(first.session),
                second=named(second.session),
                day=second.start.date().isoformat(),
                time=clock(second.start),
            )
            facts = f"{first.session.id} {when(first.session)} {when(second.session)}"
            subject = Subject("session", second.session.id, "rooms")
            yield Problem(KIND, Severity.WARNING, subject, phrase, facts)


def _is_for_all(session: Session) -> bool:
    public = session.visibility is Visibility.PUBLIC and session.kind not in ASIDE
    return public and session.track is None
