# SPDX-License-Identifier: MIT
"""Everything after a session, shifted: what moves, how far, and what stays."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from forumdesk.domain.agenda import Session, SessionKind, SessionRoom
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.placing import with_places
from forumdesk.domain.shifting import Reach, shifted
from forumdesk.domain.wording import Text

A, B = "A", "B"


def at(time: str) -> datetime:
    hour, minute = time.split(":")
    return datetime(2026, 6, 25) + timedelta(hours=int(hour), minutes=int(minute))


def session(id: str, span: str, kind: SessionKind = SessionKind.PANEL, **more: object) -> Session:
    start, end = map(at, span.split("-"))
    made = Session(id, "e", starts=start, minutes=(end - start).seconds // 60, kind=kind)
    return replace(made, **more)  # type: ignore[arg-type]


def edition(*sessions: Session, rooms: dict[str, str] | None = None) -> Dossier:
    """Sessions in rooms, by the session's id; one not named is everywhere."""
    places = rooms or {}
    return Dossier(
        Series("s", Text.of(en="Forum")),
        Edition("e", "s"),
        rooms=tuple(Room(r, "e", Text.of(en=r)) for r in dict.fromkeys(places.values())),
        sessions=sessions,
        session_rooms=tuple(SessionRoom(s + r, s, r) for s, r in places.items()),
    )


def shift(dossier: Dossier, id: str, minutes: int, reach: Reach) -> dict[str, str]:
    """When the sessions that change are, after a shift."""
    after = with_places(dossier, shifted(dossier, dossier.session[id], minutes, reach))
    return {
        s.id: f"{s.starts:%H:%M}-{s.ends:%H:%M}"
        for s in after.sessions
        if s is not dossier.session[s.id]
    }


def test_a_day_is_shifted_from_where_the_session_ends() -> None:
    day = edition(
        session("before", "08:00-09:00"),
        session("this", "09:00-10:00"),
        session("beside", "09:30-10:30"),
        session("next", "10:00-11:00"),
        session("evening", "20:00-21:00"),
        session("night", "25:30-26:00"),
        session("tomorrow", "33:00-34:00"),
        Session("open", "e"),
    )
    assert shift(day, "this", 20, Reach.DAY) == {
        "next": "10:20-11:20",
        "evening": "20:20-21:20",
        "night": "01:50-02:20",
    }
    assert shift(day, "this", -90, Reach.DAY)["next"] == "08:30-09:30"
    assert shift(day, "this", 0, Reach.DAY) == {}


def test_a_locked_session_stays_and_stops_nothing() -> None:
    day = edition(
        session("this", "09:00-10:00"),
        session("minister", "10:00-10:30", locked=True),
        session("next", "10:30-11:00"),
    )
    assert shift(day, "this", 15, Reach.DAY) == {"next": "10:45-11:15"}


def test_a_follow_on_stays_with_the_session_before_it() -> None:
    day = edition(
        session("this", "09:00-10:00"),
        session("minister", "10:00-10:30", locked=True),
        session("photo", "10:30-10:40", follows="minister"),
        session("talk", "11:00-11:30"),
        session("questions", "11:30-12:00", follows="talk"),
    )
    assert shift(day, "this", 15, Reach.DAY) == {
        "talk": "11:15-11:45",
        "questions": "11:45-12:15",
    }


def test_what_follows_the_session_itself_is_let_go() -> None:
    day = edition(session("this", "09:00-10:00"), session("next", "10:00-11:00", follows="this"))
    after = with_places(day, shifted(day, day.session["this"], 15, Reach.DAY))
    assert (after.session["next"].starts, after.session["next"].follows) == (at("10:15"), None)


def test_only_the_rooms_of_the_session_are_shifted() -> None:
    rooms = {"this": A, "next": A, "other": B, "across": B}
    day = edition(
        session("this", "09:00-10:00"),
        session("next", "10:00-11:00"),
        session("other", "10:00-11:00"),
        session("across", "11:00-12:00", follows="next"),
        session("everybody", "12:00-13:00"),
        rooms=rooms,
    )
    assert shift(day, "this", 15, Reach.ROOMS) == {
        "next": "10:15-11:15",
        "across": "11:15-12:15",  # it follows, wherever it is
    }
    everywhere = shift(day, "everybody", -15, Reach.ROOMS)
    assert everywhere == {}
    assert set(shift(edition(*day.sessions), "this", 15, Reach.ROOMS)) == {
        *("next", "other", "across", "everybody")
    }


def test_a_break_takes_the_shift_in() -> None:
    day = edition(
        session("this", "09:00-10:00"),
        session("next", "10:00-11:00"),
        session("coffee", "11:00-11:30", SessionKind.BREAK),
        session("talk", "11:30-12:00"),
    )
    assert shift(day, "this", 20, Reach.BREAK) == {
        "next": "10:20-11:20",
        "coffee": "11:20-11:30",
    }
    assert shift(day, "this", -20, Reach.BREAK) == {
        "next": "09:40-10:40",
        "coffee": "10:40-11:30",
    }


def test_what_a_break_can_not_take_in_goes_on_to_the_next() -> None:
    day = edition(
        session("this", "09:00-10:00"),
        session("coffee", "10:00-10:15", SessionKind.BREAK, follows="this"),
        session("talk", "10:15-12:00"),
        session("lunch", "12:00-13:00", SessionKind.LUNCHEON, follows="talk"),
        session("tour", "13:00-14:00", follows="lunch"),
    )
    assert shift(day, "this", 25, Reach.BREAK) == {
        "coffee": "10:25-10:25",
        "talk": "10:25-12:10",
        "lunch": "12:10-13:00",
    }


def test_each_room_has_breaks_of_its_own() -> None:
    rooms = {"this": A, "a break": A, "a talk": A, "b talk": B, "b break": B, "b late": B}
    day = edition(
        session("this", "09:00-10:00"),
        session("a break", "10:00-10:30", SessionKind.BREAK),
        session("a talk", "10:30-11:00"),
        session("b talk", "10:00-11:00"),
        session("b break", "11:00-11:10", SessionKind.BREAK),
        session("b late", "11:10-12:00"),
        session("lunch", "12:00-13:00", SessionKind.LUNCHEON),
        rooms=rooms,
    )
    assert shift(day, "this", 15, Reach.BREAK) == {
        "a break": "10:15-10:30",
        "b talk": "10:15-11:15",
        "b break": "11:15-11:15",
        "b late": "11:15-12:05",
        "lunch": "12:05-13:00",
    }


def test_coffee_in_the_lobby_is_a_break_for_the_hall_that_is_empty_then() -> None:
    rooms = {"this": A, "coffee": "lobby", "after": A, "beside": B, "later": B}
    day = edition(
        session("this", "09:00-10:00"),
        session("coffee", "10:00-10:30", SessionKind.BREAK),
        session("after", "10:30-11:00"),
        rooms=rooms,
    )
    assert shift(day, "this", 20, Reach.BREAK) == {"coffee": "10:20-10:30"}
    busy = replace(
        day,
        sessions=(
            *day.sessions,
            session("beside", "10:00-11:00"),
            session("later", "11:00-12:00"),
        ),
    )
    assert shift(busy, "this", 20, Reach.BREAK) == {
        "coffee": "10:20-10:30",
        "beside": "10:20-11:20",
        "later": "11:20-12:20",
    }


def test_a_room_that_is_not_in_use_holds_nothing_up() -> None:
    rooms = {"this": A, "a break": A, "yesterday": B}
    day = edition(
        session("yesterday", "02:00-03:00"),
        session("this", "09:00-10:00"),
        session("a break", "10:00-10:30", SessionKind.BREAK),
        session("everybody", "10:30-11:00"),
        rooms=rooms,
    )
    assert shift(day, "this", 15, Reach.BREAK) == {"a break": "10:15-10:30"}


def test_a_locked_break_takes_nothing_in() -> None:
    day = edition(
        session("this", "09:00-10:00"),
        session("coffee", "10:00-10:30", SessionKind.BREAK, locked=True),
        session("talk", "10:30-11:00"),
    )
    assert shift(day, "this", 15, Reach.BREAK) == {"talk": "10:45-11:15"}


def opening(**more: object) -> Dossier:
    return edition(
        session("opening", "09:00-10:00", **more),
        session("welcome", "09:00-09:10", parent="opening"),
        session("speech", "09:10-09:30", parent="opening"),
        session("film", "09:30-09:40", parent="opening", follows="speech"),
        session("panel", "10:00-11:00"),
    )


@pytest.mark.parametrize("reach", Reach)
def test_after_an_item_come_the_next_items_and_then_what_follows_their_session(
    reach: Reach,
) -> None:
    assert shift(opening(), "welcome", 10, reach) == {
        "opening": "09:00-10:10",
        "speech": "09:20-09:40",
        "film": "09:40-09:50",
        "panel": "10:10-11:10",
    }
    assert shift(opening(), "film", 10, reach) == {
        "opening": "09:00-10:10",
        "panel": "10:10-11:10",
    }


def test_a_break_inside_a_session_keeps_its_length() -> None:
    day = opening()
    pause = session("pause", "09:45-10:00", SessionKind.BREAK, parent="opening")
    whole = replace(day, sessions=(*day.sessions, pause))
    assert shift(whole, "speech", 10, Reach.BREAK) == {
        "film": "09:40-09:50",
        "pause": "09:55-10:00",
    }
    assert shift(opening(locked=True), "film", 10, Reach.DAY) == {"panel": "10:10-11:10"}


def test_nothing_comes_after_a_session_without_a_time() -> None:
    day = edition(Session("this", "e", title=Text.of(en="Talk")), session("next", "10:00-11:00"))
    with pytest.raises(ForumDeskError, match="“Talk” has no time yet"):
        shifted(day, day.session["this"], 15, Reach.DAY)


def test_a_shift_out_of_the_calendar_is_no_crash() -> None:
    day = edition(session("this", "09:00-10:00"), session("next", "10:00-11:00"))
    moved = shifted(day, day.session["this"], -2 * 10**9, Reach.DAY)
    assert moved["next"].starts == datetime.min
