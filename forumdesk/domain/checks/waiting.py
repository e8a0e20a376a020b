# SPDX-License-Identifier: MIT
"""Nobody waits for a seat that is left."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.inviting import moving_up
from forumdesk.domain.words import N_, Phrase

KIND = "waiting-list"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """People on the waiting list for whom seats are left, with their quotas all counted."""
    if not dossier.quotas:
        return
    if found := moving_up(dossier):
        phrase = Phrase.of(
            N_("Seats are left, and {count} on the waiting list can be invited."), count=len(found)
        )
        fix = Fix.of(
            Phrase.of(N_("Move up the waiting list")),
            "inviting.move_up",
            edition=dossier.edition.id,
        )
        subject = Subject("edition", dossier.edition.id, "participations")
        facts = " ".join(one.id for one in found)
        yield Problem(KIND, Severity.NOTE, subject, phrase, facts, fixes=(fix,))
