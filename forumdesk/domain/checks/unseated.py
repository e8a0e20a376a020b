# SPDX-License-Identifier: MIT
"""Whoever acts in a session has a seat in the plan that is made for it."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.common import listing, person_named, plan_titled
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT
from forumdesk.domain.precedence import in_order
from forumdesk.domain.seating import interpreters_of, with_part
from forumdesk.domain.words import N_, Phrase

KIND = "unseated"
_MOST = 6  # names that are told


def check(dossier: Dossier) -> Iterable[Problem]:
    """Plans of a session on which somebody sits, but not all who have a part in it."""
    for plan in dossier.seatings:
        seated = {seat.participation for seat in dossier.seats if seat.seating == plan.id}
        if plan.session is None or not seated - {None}:
            continue
        acting = with_part(dossier, plan.session) - interpreters_of(dossier, plan.session)
        standing = [
            one
            for one in dossier.participations
            if one.id in acting and one.id not in seated and one.status not in ABSENT
        ]
        if standing:
            line = in_order(dossier, standing)
            names = [person_named(dossier, one) for one in line[:_MOST]]
            more = [f"+{len(line) - _MOST}"] if len(line) > _MOST else []
            yield Problem(
                KIND,
                Severity.WARNING,
                Subject("seating", plan.id),
                Phrase.of(
                    N_("Without a seat in “{plan}”, though they take part: {people}."),
                    plan=plan_titled(plan),
                    people=listing([*names, *more]),
                ),
                " ".join(sorted(one.id for one in line)),
            )
