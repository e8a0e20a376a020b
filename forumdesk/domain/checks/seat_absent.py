# SPDX-License-Identifier: MIT
"""Whoever will not come has no seat; who stands in for somebody sits there instead."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.checks.common import person_named, plan_titled, seat_cleared
from forumdesk.domain.desk import Fix, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.places import Seat, Seating
from forumdesk.domain.words import N_, Phrase

KIND, DEPUTY = "seat-absent", "seat-deputy"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Seats of people who declined or cancelled, or in whose place somebody else comes."""
    plans = {plan.id: plan for plan in dossier.seatings}
    deputies = {
        one.deputy_for: one
        for one in dossier.participations
        if one.deputy_for and one.status not in ABSENT
    }
    sitting = {(seat.seating, seat.participation) for seat in dossier.seats}
    for seat in dossier.seats:
        one = dossier.participation.get(seat.participation or "")
        plan = plans.get(seat.seating)
        if one is None or plan is None:
            continue
        deputy = deputies.get(one.id)
        seated = deputy is not None and (seat.seating, deputy.id) in sitting
        if deputy is not None and not seated:
            yield _replaced(dossier, plan, seat, (one, deputy))
        elif one.status in ABSENT:
            yield _absent(dossier, plan, seat, one)


def _absent(dossier: Dossier, plan: Seating, seat: Seat, one: Participation) -> Problem:
    values = {"person": person_named(dossier, one), "plan": plan_titled(plan)}
    return Problem(
        KIND,
        Severity.WARNING,
        Subject("seating", plan.id, f"{seat.table}-{seat.number}"),
        Phrase.of(N_("{person} will not come, but has a seat in “{plan}”."), **values),
        f"{one.id} {one.status}",
        fixes=seat_cleared(plan, seat, values),
    )


def _replaced(
    dossier: Dossier, plan: Seating, seat: Seat, pair: tuple[Participation, Participation]
) -> Problem:
    one, deputy = pair
    values = {
        "person": person_named(dossier, one),
        "deputy": person_named(dossier, deputy),
        "plan": plan_titled(plan),
    }
    fix = Fix.of(
        Phrase.of(N_("Seat {deputy} in place of {person} in “{plan}”"), **values),
        "seats.take_seat",
        seating=plan.id,
        participation=deputy.id,
        table=seat.table,
        number=seat.number,
    )
    return Problem(
        DEPUTY,
        Severity.WARNING,
        Subject("seating", plan.id, f"{seat.table}-{seat.number}"),
        Phrase.of(
            N_("{deputy} comes in place of {person}, who has the seat in “{plan}”."), **values
        ),
        f"{one.id} {deputy.id}",
        fixes=() if seat.locked else (fix,),
    )
