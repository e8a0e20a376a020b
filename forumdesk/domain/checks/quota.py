# SPDX-License-Identifier: MIT
"""No more have accepted than there are seats for."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.inviting import seats
from forumdesk.domain.people import Quota
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

KIND = "over-quota"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Quotas of sides, organizations and the edition of which more have taken a seat."""
    for each in seats(dossier):
        if each.over:
            phrase = Phrase.of(
                N_("{taken} people of {name} come, for {seats} seats."),
                taken=each.taken,
                name=quota_named(dossier, each.quota),
                seats=each.quota.seats,
            )
            facts = f"{each.quota.id} {each.taken}/{each.quota.seats}"
            yield Problem(KIND, Severity.WARNING, _where(dossier, each.quota), phrase, facts)


def quota_named(dossier: Dossier, quota: Quota) -> Text:
    """What a quota is for: a side, an organization, the edition."""
    if quota.side is not None:
        return dossier.side[quota.side].name
    if quota.organization is not None:
        return dossier.organization[quota.organization].name
    return dossier.title


def _where(dossier: Dossier, quota: Quota) -> Subject:
    if quota.side is not None:
        return Subject("side", quota.side)
    return Subject("edition", dossier.edition.id, "participations")
