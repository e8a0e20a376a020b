# SPDX-License-Identifier: MIT
"""A session is on one of the days of its edition."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from forumdesk.domain.agenda import Session, SessionKind, Visibility
from forumdesk.domain.checks.common import named, when
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier, program_day
from forumdesk.domain.times import DAY, wall_time
from forumdesk.domain.words import N_, Phrase

KIND = "outside-edition"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions whose program days are not all among those of the edition.

    An edition without dates is still being planned: nothing is outside it. What only the
    secretariat sees may be the day before, and is a warning.
    """
    first = dossier.edition.first_day
    last = dossier.edition.last_day or first
    if first is None or last is None:
        return
    boundary = dossier.edition.day_boundary
    opens, closes = wall_time(first, boundary, 0), wall_time(last, DAY + boundary, 0)
    for session in dossier.sessions:
        if session.starts is None or opens <= session.starts < (session.ends or closes) <= closes:
            continue
        if not dossier.takes_place(session):
            continue
        begins = program_day(session.starts, boundary)
        moment = timedelta(minutes=1)
        ends = program_day(max((session.ends or session.starts) - moment, session.starts), boundary)
        if begins < first or ends > last:
            field = "starts" if begins < first or begins > last else "minutes"
            phrase = Phrase.of(
                N_("“{session}” on {day} is outside the forum, which is {days}."),
                session=named(session),
                day=(begins if field == "starts" else ends).isoformat(),
                days=f"{first}" if first == last else f"{first} – {last}",
            )
            facts = f"{when(session)} {first} {last}"
            shift = first - begins if begins < first else min(last - begins, timedelta())
            subject = Subject("session", session.id, field)
            yield Problem(
                KIND,
                _severity(session),
                subject,
                phrase,
                facts,
                fixes=_moved(session, begins, shift),
            )


def _moved(session: Session, begins: date, shift: timedelta) -> tuple[Fix, ...]:
    """The nearest day of the forum, at the same time; an item goes where its session goes."""
    if session.starts is None or not shift or session.locked or session.parent:
        return ()
    starts = session.starts + shift
    named_so = Phrase.of(
        N_("Move “{session}” to {day}"), session=named(session), day=(begins + shift).isoformat()
    )
    return (
        Fix.of(
            named_so,
            "planning.retime_session",
            session=session.id,
            starts=starts,
            minutes=session.minutes,
        ),
    )


def _severity(session: Session) -> Severity:
    hidden = session.visibility is Visibility.INTERNAL or session.kind is SessionKind.INTERNAL
    return Severity.WARNING if hidden else Severity.ERROR
