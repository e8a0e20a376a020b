# SPDX-License-Identifier: MIT
"""A session ends after it starts, and on the same day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import clock, named
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

BACKWARDS, EMPTY, LONG = "end-before-start", "no-length", "over-long"
LONGEST = 12 * 60  # minutes; longer is a typing error more often than a session


def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions that end before they start, take no time, or more than twelve hours."""
    for session in dossier.sessions:
        if session.minutes is not None and dossier.takes_place(session):
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
    fixes = () if session.locked else tuple(_fixes(session))
    return Problem(kind, severity, subject, phrase, str(session.minutes), fixes=fixes)


def _fixes(session: Session) -> Iterator[Fix]:
    """Start and end that stand the wrong way round change places; no length is an open end."""
    minutes = session.minutes or 0
    if minutes < 0 and session.starts is not None and session.ends is not None:
        yield Fix.of(
            Phrase.of(
                N_("Let “{session}” take place from {start} to {end}"),
                session=named(session),
                start=clock(session.ends),
                end=clock(session.starts),
            ),
            "planning.retime_session",
            session=session.id,
            starts=session.ends,
            minutes=-minutes,
        )
    elif minutes == 0:
        yield Fix.of(
            Phrase.of(N_("Leave the end of “{session}” open"), session=named(session)),
            "planning.change_session",
            session=session.id,
            changes={"minutes": None},
        )
