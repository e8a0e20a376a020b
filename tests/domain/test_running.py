# SPDX-License-Identifier: MIT
"""What is on at a time, what is next, and how long it has left."""

from dataclasses import replace
from datetime import timedelta

from forumdesk.domain.agenda import SessionRoom
from forumdesk.domain.running import Current, Running, Upcoming, running
from tests.domain.making import CANCELLED, at, edition, item, session

OPENING = session("opening", "09:00", 60)
WELCOME = item("opening", "welcome", "09:00", 10)
SPEECH = item("opening", "speech", "09:10", 20)
PANEL = session("panel", "10:00", 60)
CLOSING = session("closing", "11:00", None)
DAY = (OPENING, WELCOME, SPEECH, PANEL, CLOSING, session("tour", "10:00", day=7), session("open"))


def placed(**rooms: str) -> tuple[SessionRoom, ...]:
    """Sessions in rooms."""
    return tuple(SessionRoom(s + r, s, r) for s, r in rooms.items())


def minutes(length: timedelta | None) -> float | None:
    return None if length is None else length.total_seconds() / 60


def now(found: Running) -> dict[str, tuple[float | None, float]]:
    """Countdown and lateness of what is on."""
    return {c.session.id: (minutes(c.left), minutes(c.late) or 0) for c in found.now}


def to_come(found: Running) -> dict[str, float | None]:
    return {u.session.id: minutes(u.until) for u in found.next}


def test_the_plan_says_what_is_on_until_something_is_said_to_have_begun() -> None:
    day = edition(*DAY)
    assert running(day, at("08:50")) == Running(
        at("08:50"),
        (OPENING, WELCOME, SPEECH, PANEL, CLOSING),
        (),
        tuple(Upcoming(s, at("08:50")) for s in (OPENING, WELCOME, SPEECH, PANEL, CLOSING)),
    )
    found = running(day, at("09:15"))
    assert found.now == (
        Current(OPENING, at("09:15"), at("09:00"), begun=False),
        Current(SPEECH, at("09:15"), at("09:10"), begun=False),
    )
    assert now(found) == {"opening": (45, 0), "speech": (15, 0)}
    assert to_come(found) == {"panel": 45, "closing": 105}
    assert running(day, at("08:00", 9)) == Running(at("08:00", 9))


def test_a_session_that_takes_too_long_holds_the_next_one_up() -> None:
    begun = replace(OPENING, began=at("09:05"))
    day = edition(begun, PANEL, CLOSING)
    found = running(day, at("10:08"))
    assert now(found) == {"opening": (-3, 5)}
    assert to_come(found) == {"panel": -8, "closing": 52}
    ended = edition(replace(begun, ended=at("10:10")), PANEL, CLOSING)
    assert now(running(ended, at("10:12"))) == {"panel": (48, 0)}
    assert now(running(ended, at("10:09"))) == {"opening": (-4, 5)}


def test_the_next_one_that_begins_ends_the_one_before_it() -> None:
    begun = (replace(OPENING, began=at("09:00")), replace(PANEL, began=at("09:50")))
    found = running(edition(*begun, CLOSING), at("10:30"))
    assert now(found) == {"panel": (20, -10)}
    assert to_come(found) == {"closing": 30}


def test_items_take_turns_inside_their_session() -> None:
    begun = (replace(OPENING, began=at("09:00")), replace(WELCOME, began=at("09:00")))
    found = running(edition(*begun, SPEECH), at("09:14"))
    assert now(found) == {"opening": (46, 0), "welcome": (-4, 0)}
    assert to_come(found) == {"speech": -4}


def test_an_open_length_has_no_countdown() -> None:
    day = edition(replace(CLOSING, began=at("11:02")))
    assert now(running(day, at("11:30"))) == {"closing": (None, 2)}
    assert now(running(edition(CLOSING), at("11:30"))) == {}


def test_what_is_cancelled_or_over_is_neither_on_nor_to_come() -> None:
    over = replace(OPENING, began=at("09:00"), ended=at("09:30"))
    day = edition(over, session("gone", "10:00", **CANCELLED), PANEL)
    found = running(day, at("09:40"))
    assert (now(found), to_come(found)) == ({}, {"panel": 20})


def test_a_room_shows_what_is_in_it_and_what_is_everywhere() -> None:
    talk, other = session("talk", "10:00"), session("other", "10:00")
    day = edition(talk, other, CLOSING, session_rooms=placed(talk="A", other="B"))
    found = running(day, at("10:30"), room="A")
    assert (list(now(found)), list(to_come(found))) == (["talk"], ["closing"])
    # What goes on in one room holds up nothing in another.
    late = replace(talk, began=at("10:00"), minutes=10)
    next_door = session("beside", "10:20")
    day = edition(late, next_door, session_rooms=placed(talk="A", beside="B"))
    assert set(now(running(day, at("10:30")))) == {"talk", "beside"}


def test_after_midnight_it_is_still_the_evening_before() -> None:
    party = session("party", "23:00", 180)
    assert now(running(edition(party), at("01:00", 7))) == {"party": (60, 0)}
