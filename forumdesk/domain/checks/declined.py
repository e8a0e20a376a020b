# SPDX-License-Identifier: MIT
"""Who has declined does not stand in the program."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import Mode, Part
from forumdesk.domain.checks.common import named, person_named
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.words import N_, Phrase

KIND = "declined"
MESSAGES = {
    Invitation.DECLINED: N_("{person} has declined, but has a part in “{session}”."),
    Invitation.CANCELLED: N_("{person} has cancelled, but has a part in “{session}”."),
}


def check(dossier: Dossier) -> Iterable[Problem]:
    """Parts of persons who declined or cancelled.

    One who declined may still send a video, or a speech that another reads; the reader must
    not have declined.
    """
    gone = {p.id: p for p in dossier.participations if p.status in MESSAGES}
    for part in dossier.parts if gone else ():
        session = dossier.session.get(part.session)
        here = part.participation if part.mode is Mode.IN_PERSON else part.reader
        field = "participation" if part.mode is Mode.IN_PERSON else "reader"
        participation = gone.get(here or "")
        if participation and session and dossier.takes_place(session):
            phrase = Phrase.of(
                MESSAGES[participation.status],
                person=person_named(dossier, participation),
                session=named(session),
            )
            subject = Subject("part", part.id, field)
            yield Problem(
                KIND,
                Severity.ERROR,
                subject,
                phrase,
                _facts(participation),
                fixes=(_fix(part, phrase),),
            )


def _fix(part: Part, found: Phrase) -> Fix:
    """Somebody who will not come leaves the session; who reads for another, only that."""
    values = dict(found.values)
    if part.mode is Mode.IN_PERSON:
        removing = Phrase.of(N_("Take {person} out of “{session}”"), **values)
        return Fix.of(removing, "parts.remove_part", part=part.id)
    leaving = Phrase.of(N_("Let {person} read nothing in “{session}”"), **values)
    return Fix.of(leaving, "parts.change_part", part=part.id, changes={"reader": None})


def _facts(participation: Participation) -> str:
    return f"{participation.id} {participation.status}"
