# SPDX-License-Identifier: MIT
"""Where several lead a session, each side has one of them."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.agenda import Role
from forumdesk.domain.checks.common import named
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "chairs-of-one-side"
CHAIRING = frozenset({Role.CHAIRS, Role.MODERATES})


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions with two chairs or more, all of the same side, in an edition of several sides."""
    if len(dossier.sides) < 2:
        return
    for session in dossier.sessions:
        chairs = dict.fromkeys(
            part.participation for part in dossier.parts_of(session) if part.role in CHAIRING
        )
        sides = {
            seat.side for key in chairs if (seat := dossier.participation.get(key)) is not None
        }
        side = dossier.side.get(next(iter(sides), None) or "")
        if len(chairs) < 2 or len(sides) != 1 or side is None:
            continue
        if dossier.takes_place(session):
            phrase = Phrase.of(
                N_("All {count} chairs of “{session}” are of one side: {side}."),
                count=len(chairs),
                session=named(session),
                side=side.name,
            )
            subject = Subject("session", session.id, "parts")
            yield Problem(KIND, Severity.WARNING, subject, phrase, f"{side.id} {len(chairs)}")
