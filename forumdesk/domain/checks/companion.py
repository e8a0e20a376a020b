# SPDX-License-Identifier: MIT
"""Who comes along with somebody does not come alone."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.common import person_named
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT, Invitation
from forumdesk.domain.words import N_, Phrase

KIND = "companion"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Companions of people who declined or cancelled."""
    for one in dossier.participations:
        if one.companion_of is None or one.status in ABSENT:
            continue
        other = dossier.participation.get(one.companion_of)
        if other is not None and other.status in ABSENT:
            names = {
                "person": person_named(dossier, one),
                "other": person_named(dossier, other),
            }
            fix = Fix.of(
                Phrase.of(N_("Cancel {person} too"), person=names["person"]),
                "invitations.set_status",
                participation=one.id,
                status=Invitation.CANCELLED,
                on=None,
            )
            yield Problem(
                KIND,
                Severity.WARNING,
                Subject("participation", one.id, "companion_of"),
                Phrase.of(N_("{person} comes along with {other}, who does not come."), **names),
                f"{other.id} {other.status}",
                fixes=(fix,),
            )
