# SPDX-License-Identifier: MIT
"""A confirmed session has a time."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import SessionStatus
from forumdesk.domain.checks.common import named
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "no-time"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Confirmed sessions that have no start; their items may stand in order without times."""
    for session in dossier.sessions:
        confirmed = session.status is SessionStatus.CONFIRMED and session.parent is None
        if confirmed and session.starts is None:
            phrase = Phrase.of(
                N_("“{session}” is confirmed, but has no time."), session=named(session)
            )
            subject = Subject("session", session.id, "starts")
            yield Problem(KIND, Severity.WARNING, subject, phrase)
