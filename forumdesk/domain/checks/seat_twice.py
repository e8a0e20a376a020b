# SPDX-License-Identifier: MIT
"""Nobody sits on two seats of a plan, no two on one, and none on a seat that is not there.

A plan has no more tables and seats than can be drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from forumdesk.domain.checks.common import person_named, plan_titled, seat_cleared
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.places import Seat, Seating
from forumdesk.domain.seat_layouts import drawn, room_of
from forumdesk.domain.words import N_, Phrase

TWICE, SHARED, BEYOND = "seat-twice", "seat-shared", "seat-beyond"
OVERSIZE = "plan-size"


def check(dossier: Dossier) -> Iterable[Problem]:
    """What can't be in each plan."""
    seats: dict[str, list[Seat]] = defaultdict(list)
    for seat in dossier.seats:
        seats[seat.seating].append(seat)
    for plan in dossier.seatings:
        if drawn(plan) != plan:
            yield _oversize(plan)
        if own := seats.get(plan.id):
            yield from _in_plan(dossier, plan, own)


def _oversize(plan: Seating) -> Problem:
    shown = drawn(plan)
    phrase = Phrase.of(
        N_(
            "“{plan}” is of {tables} tables or rows of {seats} seats; {most} of {each} are drawn."
            " Change the plan."
        ),
        plan=plan_titled(plan),
        tables=plan.tables,
        seats=plan.seats,
        most=shown.tables,
        each=shown.seats,
    )
    facts = f"{plan.tables} {plan.seats}"
    return Problem(OVERSIZE, Severity.ERROR, Subject("seating", plan.id), phrase, facts)


def _in_plan(dossier: Dossier, plan: Seating, seats: list[Seat]) -> Iterator[Problem]:
    known = room_of(plan).chair
    people: dict[str, int] = defaultdict(int)
    places: dict[tuple[int, int], int] = defaultdict(int)
    for seat in seats:
        place = (seat.table, seat.number)
        places[place] += 1
        if seat.participation in dossier.participation and seat.participation:
            people[seat.participation] += 1
            if place not in known:
                yield _beyond(dossier, plan, seat)
    for who, count in people.items():
        if count > 1:
            person = person_named(dossier, dossier.participation[who])
            phrase = Phrase.of(
                N_("{person} has {count} seats in “{plan}”."),
                person=person,
                count=count,
                plan=plan_titled(plan),
            )
            subject = Subject("seating", plan.id)
            yield Problem(TWICE, Severity.ERROR, subject, phrase, f"{who} {count}")
    for (table, number), count in places.items():
        if count > 1:
            phrase = Phrase.of(
                N_("{count} share seat {number} of table {table} in “{plan}”."),
                count=count,
                number=number,
                table=table,
                plan=plan_titled(plan),
            )
            subject = Subject("seating", plan.id, f"{table}-{number}")
            yield Problem(SHARED, Severity.ERROR, subject, phrase, str(count))


def _beyond(dossier: Dossier, plan: Seating, seat: Seat) -> Problem:
    values = {
        "person": person_named(dossier, dossier.participation[seat.participation or ""]),
        "plan": plan_titled(plan),
    }
    return Problem(
        BEYOND,
        Severity.WARNING,
        Subject("seating", plan.id),
        Phrase.of(N_("“{plan}” has no seat any more where {person} was put."), **values),
        f"{seat.participation} {seat.table}-{seat.number}",
        fixes=seat_cleared(plan, seat, values),
    )
