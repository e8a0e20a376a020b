# SPDX-License-Identifier: MIT
"""A session ends after it starts, and on the same day."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import named, takes_place
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

BACKWARDS, EMPTY, LONG = "end-before-start", "no-length", "over-long"
LONGEST = 12 * 60  # minutes; longer is a typing error more often than a session


def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions that end before they start, take no time, or more than twelve hours."""
    for session in dossier.sessions:
        if session.minutes is not None and takes_place(dossier, session):
            yield from _judged(session, session.minutes)


def _judged(session: Session, minutes: int) -> Iterable[Problem]:
    if minutes < 0:
        message = N_("“{session}” ends {minutes} minutes before it starts.")
        yield _problem(BACKWARDS, Severity.ERROR, session, message)
    elif minutes == 0:
        message = N_("“{session}” takes no time: start and end are the same.")
        yield _problem(EMPTY, Severity.WARNING, session, message)
    elif minutes > LONGEST:
        message = N_("“{session}” takes {hours} hours.")
        yield _problem(LONG, Severity.WARNING, session, message)


def _problem(kind: str, severity: Severity, session: Session, message: str) -> Problem:
    minutes = abs(session.minutes or 0)
    phrase = Phrase.of(
        message,
        session=named(session),
        minutes=minutes,
        hours=f"{minutes / 60:.1f}".removesuffix(".0"),
    )
    subject = Subject("session", session.id, "minutes")
    return Problem(kind, severity, subject, phrase, str(session.minutes))
