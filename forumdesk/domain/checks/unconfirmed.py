# SPDX-License-Identifier: MIT
"""Who stands in a published program has accepted, and has a name."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.common import listing, person_named
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.words import N_, Phrase

KIND, UNNAMED = "unconfirmed", "unnamed"
MANY = 10  # more than this many, and more than half, are told as one
MESSAGES = {
    Invitation.PROPOSED: N_("{person} stands in a published program, but was not invited yet."),
    Invitation.INVITED: N_("{person} stands in a published program, but has not answered yet."),
    Invitation.TENTATIVE: N_(
        "{person} stands in a published program, but has accepted only tentatively."
    ),
    Invitation.WAITLISTED: N_(
        "{person} stands in a published program, but is on the waiting list."
    ),
}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """People with parts who have not accepted, and seats without a name, in a published program.

    Who declined or cancelled is told at any time, as an error. Where most are open, as in an
    agenda of before the invitations, one finding says so.
    """
    if not dossier.versions:
        return
    acting = _acting(dossier)
    yield from (_unnamed(dossier, seat) for seat in acting if seat.person is None)
    still = [seat for seat in acting if seat.status in MESSAGES]
    if len(still) > MANY and 2 * len(still) > len(acting):
        yield _summary(dossier, len(still), len(acting))
        return
    for seat in still:
        phrase = Phrase.of(MESSAGES[seat.status], person=person_named(dossier, seat))
        subject = Subject("participation", seat.id, "status")
        yield Problem(KIND, Severity.WARNING, subject, phrase, seat.status)


def _unnamed(dossier: Dossier, seat: Participation) -> Problem:
    """A seat whose name is to follow is printed as its office alone."""
    name = person_named(dossier, seat)
    phrase = Phrase.of(
        N_("{seat} is not named yet, but stands in a published program."),
        seat=listing([name, seat.office]) if seat.office else name,
    )
    subject = Subject("participation", seat.id, "person")
    return Problem(UNNAMED, Severity.WARNING, subject, phrase)


def _acting(dossier: Dossier) -> list[Participation]:
    """Everybody who has a part in a session that takes place, once."""
    keys = {
        part.participation: None
        for part in dossier.parts
        if part.session in dossier.session and dossier.takes_place(dossier.session[part.session])
    }
    return [dossier.participation[key] for key in keys if key in dossier.participation]


def _summary(dossier: Dossier, still: int, all: int) -> Problem:
    phrase = Phrase.of(
        N_("{count} of {all} people in the published program have not accepted yet."),
        count=still,
        all=all,
    )
    subject = Subject("edition", dossier.edition.id, "participations")
    return Problem(KIND, Severity.WARNING, subject, phrase, f"{still}/{all}")
