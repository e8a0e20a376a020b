# SPDX-License-Identifier: MIT
"""How agreements go on: when they are reviewed, and which takes the place of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from forumdesk.domain.agreements import BINDING, leads_to, pointed_at
from forumdesk.domain.checks.agreed import titled
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.words import N_, Phrase

EARLY, DUE, CIRCLE = "review-before-signing", "review-due", "agreement-circle"
NEAR = timedelta(days=90)


def check(dossier: Dossier) -> Iterable[Problem]:
    """Reviews that are due by the series' next meeting, or senseless; circles of successors."""
    known = {agreement.id: agreement for agreement in dossier.agreements}
    for agreement in dossier.agreements:
        yield from _early(agreement)
        yield from _due(dossier, agreement)
        if leads_to(known, pointed_at(agreement), agreement.id):
            phrase = Phrase.of(
                N_("“{agreement}” comes, through others, after itself."),
                agreement=titled(agreement),
            )
            subject = Subject("agreement", agreement.id, "replaces")
            yield Problem(CIRCLE, Severity.ERROR, subject, phrase)


def _early(agreement: Agreement) -> Iterator[Problem]:
    due, begins = agreement.review_on, agreement.signed_on or agreement.agreed_on
    if due is None or begins is None or due > begins:
        return
    phrase = Phrase.of(
        N_("“{agreement}” is to be reviewed on {day}, before there is anything to review."),
        agreement=titled(agreement),
        day=due.isoformat(),
    )
    subject = Subject("agreement", agreement.id, "review_on")
    yield Problem(EARLY, Severity.WARNING, subject, phrase, due.isoformat())


def _due(dossier: Dossier, agreement: Agreement) -> Iterator[Problem]:
    """The parties meet next at the series' newest edition: what is due by then, or soon after."""
    due, meeting = agreement.review_on, _next_meeting(dossier)
    if due is None or meeting is None or agreement.state not in BINDING:
        return
    if any(agreement.id == other.replaces for other in dossier.agreements):
        return
    if due > meeting + NEAR:
        return
    phrase = Phrase.of(
        _PAST if due < meeting else _NEAR,
        agreement=titled(agreement),
        day=due.isoformat(),
        meeting=meeting.isoformat(),
    )
    severity = Severity.WARNING if due < meeting else Severity.NOTE
    subject = Subject("agreement", agreement.id, "review_on")
    yield Problem(DUE, severity, subject, phrase, f"{due} {meeting}")


_PAST = N_("The review of “{agreement}” is due on {day}, before the next forum on {meeting}.")
_NEAR = N_("The review of “{agreement}” is due on {day}, soon after the next forum on {meeting}.")


def _next_meeting(dossier: Dossier) -> date | None:
    """The first day of the newest edition after this one."""
    here = dossier.edition.first_day
    later = (e.first_day for e in dossier.editions if e.first_day and here and e.first_day > here)
    return max(later, default=None)
