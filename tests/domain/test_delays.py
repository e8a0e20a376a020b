# SPDX-License-Identifier: MIT
"""A session begins late: how far that reaches into the day."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.delays import Ripple, delayed
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import with_places
from forumdesk.domain.words import words_in
from tests.domain.making import CANCELLED, at, edition, item, room, session
from tests.domain.test_running import placed

THIS = session("this", "09:00", 60)
NEXT = session("next", "10:00", 60)


def after(day: Dossier, ripple: Ripple) -> dict[str, str]:
    """When the sessions that change are, after a delay."""
    moved = with_places(day, ripple.places).sessions
    return {s.id: f"{s.starts:%H:%M}-{s.ends:%H:%M}" for s in moved if s is not day.session[s.id]}


def ripple(*sessions: Session, late: int = 15, **more: Any) -> tuple[dict[str, str], list[str]]:
    """What a delay of the first session does, and what it tells."""
    day = edition(*sessions, **more)
    found = delayed(day, sessions[0], late)
    return after(day, found), [phrase.said(words_in("en")) for phrase in found.told()]


def test_a_delay_pushes_what_comes_right_after() -> None:
    assert ripple(THIS, NEXT, session("then", "11:00")) == (
        {"this": "09:15-10:15", "next": "10:15-11:15", "then": "11:15-12:15"},
        [],
    )


def test_a_gap_takes_the_delay_in() -> None:
    talk, tour = session("talk", "10:10"), session("tour", "11:30")
    assert ripple(THIS, talk, tour) == ({"this": "09:15-10:15", "talk": "10:15-11:15"}, [])


def test_turning_a_room_over_takes_its_time() -> None:
    talk = session("talk", "10:10", 60)
    hall = replace(room("A"), changeover=10)
    in_hall = {"rooms": (hall,), "session_rooms": placed(this="A", talk="A")}
    assert ripple(THIS, talk, **in_hall)[0]["talk"] == "10:25-11:25"
    # Where the plan leaves no time for it, the delay takes none either.
    in_hall["session_rooms"] = placed(this="A", next="A")
    assert ripple(THIS, NEXT, **in_hall)[0]["next"] == "10:15-11:15"


def test_a_break_is_shorter_and_ends_when_it_should() -> None:
    coffee = session("coffee", "10:00", 20, kind=SessionKind.BREAK)
    talk = session("talk", "10:20", 40)
    assert ripple(THIS, coffee, talk) == (
        {"this": "09:15-10:15", "coffee": "10:15-10:20"},
        ["“Session coffee” is down to 5 min."],
    )
    assert ripple(THIS, coffee, talk, late=30) == (
        {"this": "09:30-10:30", "coffee": "10:30-10:30", "talk": "10:30-11:10"},
        ["“Session coffee” falls away."],
    )


def test_coffee_in_the_lobby_is_shorter_for_those_who_come_late() -> None:
    coffee = session("coffee", "10:00", 20, kind=SessionKind.BREAK)
    rooms = {"this": "A", "coffee": "B", "talk": "A"}
    moved, told = ripple(
        THIS, coffee, session("talk", "10:20", 40), session_rooms=placed(**rooms), late=25
    )
    assert moved == {
        "this": "09:25-10:25",
        "coffee": "10:25-10:25",
        "talk": "10:25-11:05",
    }
    assert told == ["“Session coffee” falls away."]


def test_a_delay_stops_before_a_locked_session() -> None:
    minister = session("minister", "11:00", 30, locked=True)
    assert ripple(THIS, NEXT, minister, session("then", "11:30")) == (
        {"this": "09:15-10:15", "next": "10:15-11:15"},
        ["“Session minister” is locked: 15 min must be caught up before it."],
    )


def test_a_locked_session_that_is_late_keeps_its_planned_time() -> None:
    assert ripple(replace(THIS, locked=True), NEXT) == ({"next": "10:15-11:15"}, [])


def test_other_rooms_are_not_held_up_until_all_come_together() -> None:
    beside, lunch = session("beside", "10:00"), session("lunch", "11:00")
    rooms = placed(this="A", next="A", beside="B")
    assert ripple(THIS, NEXT, beside, lunch, session_rooms=rooms)[0] == {
        "this": "09:15-10:15",
        "next": "10:15-11:15",
        "lunch": "11:15-12:15",
    }


def test_follow_ons_are_held_up_in_whatever_room() -> None:
    press = session("press", "10:00", 20, follows="this")
    rooms = placed(this="A", press="B")
    assert ripple(THIS, press, session_rooms=rooms)[0]["press"] == "10:15-10:35"


def test_what_began_was_cancelled_or_is_another_day_is_left_alone() -> None:
    begun = replace(session("begun", "10:00"), began=at("10:01"))
    gone, tomorrow = session("gone", "10:00", **CANCELLED), session("tomorrow", "10:00", day=7)
    assert ripple(THIS, begun, gone, tomorrow)[0] == {"this": "09:15-10:15"}


def test_a_late_item_makes_its_session_longer_if_it_must() -> None:
    opening = session("opening", "09:00", 60)
    first, second = item("opening", "first", "09:00", 20), item("opening", "second", "09:20", 30)
    moved, _ = ripple(first, second, opening, NEXT)
    assert moved == {
        "first": "09:15-09:35",
        "second": "09:35-10:05",
        "opening": "09:00-10:05",
        "next": "10:05-11:05",
    }
    assert ripple(first, second, opening, NEXT, late=5)[0] == {
        "first": "09:05-09:25",
        "second": "09:25-09:55",
    }
    fixed = replace(opening, locked=True)
    assert ripple(first, second, fixed, NEXT)[0]["next"] == "10:05-11:05"


@pytest.mark.parametrize("kind", [SessionKind.BREAK, SessionKind.PANEL])
def test_a_session_without_a_time_or_length_delays_nothing_by_itself(kind: SessionKind) -> None:
    assert ripple(session("open"), NEXT) == ({}, [])
    length = session("this", "09:00", None, kind=kind)
    day = edition(length, NEXT)
    assert delayed(day, length, 15).places["this"].starts == at("09:00") + timedelta(minutes=15)
