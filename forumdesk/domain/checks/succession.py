# SPDX-License-Identifier: MIT
"""How agreements go on: when they are reviewed, and which takes the place of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from forumdesk.domain.agreements import leads_to, pointed_at
from forumdesk.domain.checks.agreed import titled
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.words import N_, Phrase

EARLY, DUE, CIRCLE = "review-before-signing", "review-due", "agreement-circle"
NEAR = timedelta(days=90)


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Reviews that are due by this meeting of the series, or senseless; circles of successors."""
    known = {agreement.id: agreement for agreement in (*dossier.bound, *dossier.agreements)}
    for agreement in dossier.agreements:
        yield from _early(agreement)
        if leads_to(known, pointed_at(agreement), agreement.id):
            phrase = Phrase.of(
                N_("“{agreement}” comes, through others, after itself."),
                agreement=titled(agreement),
            )
            subject = Subject("agreement", agreement.id, "replaces")
            yield Problem(CIRCLE, Severity.ERROR, subject, phrase)
    yield from _due(dossier)


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


def _due(dossier: Dossier) -> Iterator[Problem]:
    """The parties meet at this edition: what of earlier ones is due by then, or soon after."""
    meeting = dossier.edition.first_day
    replaced = {agreement.replaces for agreement in dossier.agreements}
    for agreement in dossier.bound:
        due = agreement.review_on
        if meeting is None or due is None or due > meeting + NEAR or agreement.id in replaced:
            continue
        late = due < meeting
        phrase = Phrase.of(
            _LATE if late else _NEAR, agreement=titled(agreement), day=due.isoformat()
        )
        severity = Severity.WARNING if late else Severity.NOTE
        subject = Subject("agreement", agreement.id, "review_on")
        yield Problem(DUE, severity, subject, phrase, f"{due} {meeting}")


_LATE = N_("The review of “{agreement}” is due on {day}, before this forum begins.")
_NEAR = N_("The review of “{agreement}” is due on {day}; this forum is an occasion for it.")
