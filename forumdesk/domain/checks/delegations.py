# SPDX-License-Identifier: MIT
"""A table of two delegations has two of them: who sits there belongs to a side."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.common import plan_titled
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT
from forumdesk.domain.places import Layout, Seating
from forumdesk.domain.precedence import home_sides
from forumdesk.domain.words import N_, Phrase

KIND = "one-delegation"
_NO_SIDES = N_(
    "“{plan}” is a table of two delegations, but the edition has no two sides. Add them, and say"
    " of each participant which side they are of."
)
_NOBODY = N_(
    "“{plan}” is a table of two delegations, but one of them has nobody. Say of each participant"
    " which side they are of."
)


def check(dossier: Dossier) -> Iterable[Problem]:
    """Plans of two delegations at an edition that has but one of them, or none."""
    for plan in dossier.seatings:
        if plan.layout is Layout.BILATERAL and (problem := lacking(dossier, plan)):
            yield problem


def lacking(dossier: Dossier, plan: Seating) -> Problem | None:
    """What a table of two delegations lacks: sides, or people of one of them."""
    about = {"plan": plan_titled(plan)}
    if len(dossier.sides) < 2:
        subject = Subject("edition", dossier.edition.id, "sides")
        return Problem(KIND, Severity.WARNING, subject, Phrase.of(_NO_SIDES, **about))
    at_home = home_sides(dossier)
    coming = [one for one in dossier.participations if one.status not in ABSENT]
    hosts = {one.side in at_home for one in coming if one.side}
    if hosts == {True, False} or not coming or not dossier.whole:
        return None
    bare = next((one.id for one in coming if not one.side), "")
    subject = (
        Subject("participation", bare, "side")
        if bare
        else Subject("edition", dossier.edition.id, "sides")
    )
    return Problem(KIND, Severity.WARNING, subject, Phrase.of(_NOBODY, **about))
