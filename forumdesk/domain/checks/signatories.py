# SPDX-License-Identifier: MIT
"""Whoever signs an agreement has accepted to come."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.agreed import titled
from forumdesk.domain.checks.common import person_named
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.outcomes import AgreementState, SignatoryRole
from forumdesk.domain.people import Invitation
from forumdesk.domain.words import N_, Phrase

KIND = "signatory-unconfirmed"
TO_BE_SIGNED = (AgreementState.DRAFT, AgreementState.AGREED)
MESSAGES = {
    Invitation.PROPOSED: N_("{person}, who is to sign “{agreement}”, was not invited yet."),
    Invitation.INVITED: N_("{person}, who is to sign “{agreement}”, has not answered yet."),
    Invitation.TENTATIVE: N_(
        "{person}, who is to sign “{agreement}”, has accepted only tentatively."
    ),
    Invitation.WAITLISTED: N_("{person}, who is to sign “{agreement}”, is on the waiting list."),
}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Signatories of whom nobody knows yet whether they come; who declined is told elsewhere."""
    agreements = {one.id: one for one in dossier.agreements if one.state in TO_BE_SIGNED}
    for signatory in dossier.signatories:
        agreement = agreements.get(signatory.agreement)
        seat = dossier.participation.get(signatory.participation)
        if agreement is None or seat is None or signatory.role is not SignatoryRole.SIGNS:
            continue
        if seat.status in MESSAGES:
            phrase = Phrase.of(
                MESSAGES[seat.status],
                person=person_named(dossier, seat),
                agreement=titled(agreement),
            )
            subject = Subject("agreement", agreement.id, "signatories")
            facts = f"{seat.id} {seat.status}"
            yield Problem(KIND, Severity.WARNING, subject, phrase, facts)
