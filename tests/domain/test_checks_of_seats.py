# SPDX-License-Identifier: MIT
"""Checks of seating plans: who sits there and won't come, who has none, what can't be."""

from dataclasses import replace
from typing import Any

from forumdesk.domain.agenda import Mode, Role
from forumdesk.domain.checks import delegations, seat_absent, seat_twice, unseated
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Side
from forumdesk.domain.people import Invitation
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.seat_layouts import room_of
from forumdesk.domain.wording import EMPTY, Text
from tests.domain.making import edition, part, session, told

PLAN = Seating("p", "edition", Text.of(ko="오찬", en="Lunch"), Layout.HEAD_TABLE, seats=3)
GONE = {"status": Invitation.DECLINED}


def seated(*who: str, plan: Seating = PLAN, parts: Any = (), **people: dict) -> Dossier:
    """A plan on which these sit, from the first seat on."""
    seats = tuple(
        Seat(f"s{number}", plan.id, 1, number, name) for number, name in enumerate(who, 1)
    )
    made = edition(session("a", "09:00"), seats=people, parts=parts)
    return replace(made, seatings=(plan,), seats=seats)


def test_who_will_not_come_gives_up_the_seat() -> None:
    dossier = seated("kim", "lee", kim=GONE, lee={})
    assert told(seat_absent.check, dossier) == [
        "warning seat-absent seating:p:1-1 | Kim will not come, but has a seat in “Lunch”."
    ]
    (problem,) = seat_absent.check(dossier)
    (fix,) = problem.fixes
    assert (fix.service, dict(fix.arguments)) == (
        "seats.clear_seat",
        {"seating": "p", "table": 1, "number": 1},
    )
    locked = replace(dossier, seats=(replace(dossier.seats[0], locked=True),))
    (problem,) = seat_absent.check(locked)
    assert problem.fixes == ()
    untitled = replace(dossier, seatings=(replace(PLAN, title=EMPTY),))
    assert "untitled seating plan" in told(seat_absent.check, untitled)[0]


def test_a_deputy_sits_in_place_of_the_one_they_stand_in_for() -> None:
    people = {"kim": GONE, "lee": {"deputy_for": "kim"}}
    dossier = seated("kim", **people)
    assert told(seat_absent.check, dossier) == [
        "warning seat-deputy seating:p:1-1 | Lee comes in place of Kim, who has the seat in"
        " “Lunch”."
    ]
    (problem,) = seat_absent.check(dossier)
    assert [fix.service for fix in problem.fixes] == ["seats.take_seat"]
    assert told(seat_absent.check, seated("lee", **people)) == []
    both = told(seat_absent.check, seated("kim", "lee", **people))
    assert [line.split()[1] for line in both] == ["seat-absent"]
    away = {**people, "lee": {"deputy_for": "kim", **GONE}}
    assert [line.split()[1] for line in told(seat_absent.check, seated("kim", **away))] == [
        "seat-absent"
    ]


def test_nobody_sits_twice_nor_two_on_one_nor_beyond_the_plan() -> None:
    dossier = seated("kim", "lee", kim={}, lee={}, oh={})
    assert told(seat_twice.check, dossier) == []
    more = (
        Seat("x", "p", 1, 3, "kim"),
        Seat("y", "p", 1, 2, "oh"),
        Seat("z", "p", 2, 1, "oh", locked=True),
    )
    wrong = replace(dossier, seats=(*dossier.seats, *more))
    assert told(seat_twice.check, wrong) == [
        "warning seat-beyond seating:p | “Lunch” has no seat any more where Oh was put.",
        "error seat-twice seating:p | Kim has 2 seats in “Lunch”.",
        "error seat-twice seating:p | Oh has 2 seats in “Lunch”.",
        "error seat-shared seating:p:1-2 | 2 share seat 2 of table 1 in “Lunch”.",
    ]
    beyond, *_ = seat_twice.check(wrong)
    assert beyond.fixes == ()
    loose = replace(dossier, seats=(replace(more[2], locked=False),))
    (beyond,) = seat_twice.check(loose)
    assert [fix.service for fix in beyond.fixes] == ["seats.clear_seat"]


def test_a_plan_larger_than_can_be_drawn_is_told_and_drawn_as_far_as_it_can_be() -> None:
    huge = replace(PLAN, layout=Layout.ROUND, tables=10_000, seats=900)
    dossier = seated("kim", kim={}, plan=huge)
    assert told(seat_twice.check, dossier) == [
        "error plan-size seating:p | “Lunch” is of 10,000 tables or rows of 900 seats; 200 of 60"
        " are drawn. Change the plan."
    ]
    for layout in Layout:
        room = room_of(replace(huge, layout=layout))
        assert 0 < len(room.chairs) <= 200 * 60
        assert len(room_of(replace(huge, layout=layout, tables=-5, seats=0)).at) >= 1
    assert told(seat_twice.check, seated("kim", kim={})) == []


def test_a_table_of_two_delegations_has_two_of_them() -> None:
    plan = replace(PLAN, layout=Layout.BILATERAL)
    sides = (
        Side("kr", "edition", Text.of(en="Korea"), "KR", None, 0),
        Side("us", "edition", Text.of(en="U.S."), "US", None, 1),
    )

    def lines(known: tuple[Side, ...], plan: Seating = plan, **people: dict) -> list[str]:
        made = replace(seated(plan=plan, **people), sides=known)
        seoul = replace(made.edition, timezone="Asia/Seoul")
        return told(delegations.check, replace(made, edition=seoul))

    no_sides = (
        "warning one-delegation edition:edition:sides | “Lunch” is a table of two delegations,"
        " but the edition has no two sides. Add them, and say of each participant which side"
        " they are of."
    )
    assert lines(()) == lines(sides[:1], kim={}) == [no_sides]
    nobody = (
        "| “Lunch” is a table of two delegations, but one of them has nobody."
        " Say of each participant which side they are of."
    )
    korea, america = {"side": "kr"}, {"side": "us"}
    assert lines(sides, kim=korea, lee={}) == [
        f"warning one-delegation participation:lee:side {nobody}"
    ]
    assert lines(sides, kim=korea, lee={**america, **GONE}) == [
        f"warning one-delegation edition:edition:sides {nobody}"
    ]
    assert lines(sides, kim=korea, lee=america) == []
    assert lines(sides) == []
    assert lines((), PLAN) == []


def test_who_acts_in_the_session_of_a_plan_has_a_seat() -> None:
    parts = (
        part("a", "kim"),
        part("a", "lee", Role.MC),
        part("a", "oh", mode=Mode.VIDEO),
        part("a", "min", mode=Mode.READ, reader="ahn"),
        part("a", "yoo", Role.INTERPRETS),
    )
    plan = replace(PLAN, session="a")
    people = {name: {} for name in ["kim", "lee", "oh", "min", "ahn", "yoo", "seo"]}
    dossier = seated("seo", plan=plan, parts=parts, **people)
    assert told(unseated.check, dossier) == [
        "warning unseated seating:p | Without a seat in “Lunch”, though they take part: Kim, Ahn."
    ]
    assert told(unseated.check, seated("kim", "ahn", plan=plan, parts=parts, **people)) == []
    assert told(unseated.check, seated(plan=plan, parts=parts, **people)) == []  # not begun
    assert told(unseated.check, seated("seo", parts=parts, **people)) == []  # of no session


def test_of_many_without_a_seat_the_first_are_named() -> None:
    names = [f"a{n}" for n in range(9)]
    parts = tuple(part("a", name) for name in names)
    people = {name: {} for name in [*names, "seo"]}
    dossier = seated("seo", plan=replace(PLAN, session="a"), parts=parts, **people)
    (line,) = told(unseated.check, dossier)
    assert line.endswith("A0, A1, A2, A3, A4, A5, +3.")
