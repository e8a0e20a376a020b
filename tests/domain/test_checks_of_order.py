# SPDX-License-Identifier: MIT
"""The order of the days and of what sessions hold: plenaries, doubles, lengths, links."""

from typing import Any

import pytest

from forumdesk.domain.agenda import Mode, Role, Session, SessionKind, SessionStatus, Visibility
from forumdesk.domain.checks import (
    entered_twice,
    follow_on,
    mc,
    odd_hour,
    order_of_day,
    overfull,
    part_twice,
    plenary,
    untimed,
)
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Track
from forumdesk.domain.wording import Text
from tests.domain.making import (
    CANCELLED,
    at,
    closed,
    edition,
    held,
    item,
    part,
    session,
    several,
    told,
)


def offered(problem: Problem) -> list[tuple[str, dict[str, object]]]:
    return [(fix.service, dict(fix.arguments)) for fix in problem.fixes]


# -- plenaries at one time


def both(**more: Any) -> list[str]:
    """A plenary from nine to ten, another from half past nine, and one in a room."""
    given: dict[str, Any] = {"session_rooms": held(c="A"), **more.pop("given", {})}
    sessions = (session("a", "09:00"), session("b", "09:30", **more), session("c", "09:00"))
    return told(plenary.check, edition(*sessions, **given))


def test_two_plenaries_at_one_time() -> None:
    assert both() == [
        "warning parallel-plenaries session:b:rooms |"
        " “Session a” and “Session b” are both plenary, and both held on 2026-05-06 at 09:30."
    ]


def test_sessions_that_are_not_for_all() -> None:
    assert both(kind=SessionKind.BREAK) == both(kind=SessionKind.PRESS_BRIEFING) == []
    assert both(visibility=Visibility.INVITED) == both(**CANCELLED) == both(day=7) == []
    track = Track("t", "edition", Text.of(en="Track"))
    assert both(track="t", given={"tracks": (track,)}) == []
    assert both(parent="a") == both(given={"session_rooms": ()}) == []
    assert both(given={"session_rooms": held(b="B", c="A")}) == []


# -- times


def test_a_confirmed_session_without_a_time() -> None:
    sessions = (session("a", status=SessionStatus.CONFIRMED), session("b"))
    assert told(untimed.check, edition(*sessions)) == [
        "warning no-time session:a:starts | “Session a” is confirmed, but has no time."
    ]
    within = item("a", "i", status=SessionStatus.CONFIRMED)
    timed = session("a", "09:00", status=SessionStatus.CONFIRMED)
    assert told(untimed.check, edition(timed, within)) == []
    assert told(untimed.check, closed(edition(*sessions))) == []


# -- doubles


def double(**more: Any) -> list[str]:
    title = Text.of(ko="축사", en="Greeting")
    second = session("b", "09:00", **{"title": title, **more})
    return told(
        entered_twice.check,
        edition(session("a", "09:00", title=title), second, session_rooms=held(a="A", b="A")),
    )


def test_a_session_entered_twice() -> None:
    assert double() == [
        "warning entered-twice session:b:title |"
        " “Greeting” stands in the program twice on 2026-05-06 at 09:00."
    ]


def test_sessions_that_are_alike_in_part() -> None:
    assert double(minutes=30) == double(title=Text.of(en="Greeting")) == double(**CANCELLED) == []
    twins = (
        session("a", "09:00", title=Text.of(en="G")),
        session("b", "09:00", title=Text.of(en="G")),
    )
    groups = edition(*twins, session_rooms=held(a="A", b="B"))
    assert told(entered_twice.check, groups) == []
    assert told(entered_twice.check, edition(session("a"), session("b", title=Text.of()))) == []
    assert len(told(entered_twice.check, edition(*twins))) == 1
    assert told(entered_twice.check, closed(edition(*twins))) == []


# -- opening, closing, registration

OPENING = session("open", "09:00", kind=SessionKind.OPENING)
CLOSING = session("close", "17:00", kind=SessionKind.CLOSING, day=7)


def days(*sessions: Session) -> list[str]:
    return told(order_of_day.check, edition(OPENING, *sessions, CLOSING))


def test_work_before_the_opening_and_after_the_closing() -> None:
    early, late = session("a", "08:00"), session("b", "18:00", day=7)
    assert days(session("a2", "08:30"), early, late, session("c", "10:00")) == [
        "warning before-the-opening session:a:starts |"
        " “Session a” is before the opening, “Session open”.",
        "warning after-the-closing session:b:starts |"
        " “Session b” is after the closing, “Session close”.",
    ]


def test_registration_that_begins_too_late() -> None:
    desk = session("desk", "09:00", 30, kind=SessionKind.REGISTRATION)
    assert days(desk) == [
        "warning late-registration session:desk:starts |"
        " “Session desk” begins when “Session open” has already begun."
    ]
    before = session("early", "08:00", 60, kind=SessionKind.REGISTRATION)
    assert days(desk, before) == []


def test_what_may_lie_before_and_after() -> None:
    assert days(session("a", "08:00", kind=SessionKind.BILATERAL)) == []
    assert days(session("a", "08:00", visibility=Visibility.INVITED)) == []
    assert days(session("a", "18:00", day=7, kind=SessionKind.DINNER)) == []
    assert days(session("a", "08:00", **CANCELLED), session("b")) == []
    second = session("open2", "11:00", kind=SessionKind.OPENING)
    assert days(second, session("a", "08:00")) == []
    assert told(order_of_day.check, edition(session("a", "08:00"))) == []
    assert told(order_of_day.check, closed(edition(OPENING, session("a", "08:00")))) == []


# -- masters of ceremonies


def greeted(people: str, *more: Any) -> list[str]:
    opening = session("a", "09:00", kind=SessionKind.OPENING)
    parts = (*several("a", people, Role.CONGRATULATES), *more)
    return told(mc.check, edition(opening, parts=parts))


def test_an_opening_without_a_master_of_ceremonies() -> None:
    assert greeted("kim lee") == [
        "note no-mc session:a:parts | “Session a” has 2 speeches, but no master of ceremonies."
    ]


def test_openings_that_are_led_or_short() -> None:
    assert greeted("kim") == greeted("kim lee", part("a", "oh", Role.MC)) == []
    assert greeted("kim lee", part("a", "oh", Role.MODERATES)) == []
    cancelled = session("a", "09:00", kind=SessionKind.OPENING, **CANCELLED)
    parts = several("a", "kim lee", Role.CONGRATULATES)
    assert told(mc.check, edition(cancelled, parts=parts)) == []


# -- odd hours


def test_an_hour_of_the_night_typed_for_one_of_the_afternoon() -> None:
    dossier = edition(session("a", "09:00"), session("b", "02:30", day=7))
    assert told(odd_hour.check, dossier) == [
        "warning odd-hour session:b:starts |"
        " “Session b” is at 02:30 in the night, hours from any other session."
    ]
    (problem,) = odd_hour.check(dossier)
    retimed = {"session": "b", "starts": at("14:30"), "minutes": 60}
    assert offered(problem) == [("planning.retime_session", retimed)]


def test_an_hour_of_the_morning() -> None:
    dossier = edition(session("a", "10:00"), session("b", "05:30"))
    (problem,) = odd_hour.check(dossier)
    retimed = {"session": "b", "starts": at("17:30"), "minutes": 60}
    assert offered(problem) == [("planning.retime_session", retimed)]
    fixed = edition(session("a", "10:00"), session("b", "05:30", locked=True))
    assert [offered(problem) for problem in odd_hour.check(fixed)] == [[]]


NIGHTS = {
    "a party that goes on": edition(session("a", "22:00", 120), session("b", "01:00", day=7)),
    "a bus before breakfast": edition(session("a", "06:00"), session("b", "09:30")),
    "alone on the day": edition(session("b", "02:30")),
    "the evening": edition(session("a", "09:00"), session("b", "23:00")),
    "the morning": edition(session("a", "07:00"), session("b", "14:00")),
    "cancelled": edition(session("a", "09:00"), session("b", "05:00", **CANCELLED)),
    "over": closed(edition(session("a", "09:00"), session("b", "02:30", day=7))),
}


@pytest.mark.parametrize("dossier", NIGHTS.values(), ids=NIGHTS.keys())
def test_nights_that_are_meant(dossier: Dossier) -> None:
    assert told(odd_hour.check, dossier) == []


# -- what sessions hold


def test_speeches_longer_than_their_session() -> None:
    parts = (
        part("a", "kim", minutes=40),
        part("a", "lee", minutes=30),
        part("a", "oh", Role.INTERPRETS, minutes=60),
    )
    dossier = edition(session("a", "09:00"), parts=parts)
    assert told(overfull.check, dossier) == [
        "warning speeches-too-long session:a:minutes |"
        " The speeches in “Session a” take 70 min together, but it lasts 60."
    ]
    (problem,) = overfull.check(dossier)
    longer = {"session": "a", "changes": {"minutes": 70}}
    assert offered(problem) == [("planning.change_session", longer)]
    locked = edition(session("a", "09:00", locked=True), parts=parts)
    assert [offered(problem) for problem in overfull.check(locked)] == [[]]


def test_items_longer_than_their_session() -> None:
    items = (item("a", "b", "", 40), item("a", "c", "", 30), item("a", "d", "", None))
    assert told(overfull.check, edition(session("a", "09:00"), *items)) == [
        "warning items-too-long session:a:minutes |"
        " The items of “Session a” take 70 min together, but it lasts 60."
    ]


def test_items_that_overlap() -> None:
    items = (item("a", "b", "09:00", 30), item("a", "c", "09:10", 5), item("a", "d", "09:20", 20))
    assert told(overfull.check, edition(session("a", "09:00"), *items)) == [
        "warning items-overlap session:c:starts |"
        " “Session c” begins at 09:10, before “Session b” ends at 09:30.",
        "warning items-overlap session:d:starts |"
        " “Session d” begins at 09:20, before “Session b” ends at 09:30.",
    ]


FITTING = {
    "speeches": edition(session("a", "09:00"), parts=(part("a", "kim", minutes=60),)),
    "an open end": edition(session("a", "09:00", None), parts=(part("a", "kim", minutes=90),)),
    "one after the other": edition(
        session("a", "09:00"), item("a", "b", "09:00", 30), item("a", "c", "09:30", 30)
    ),
    "groups side by side": edition(
        session("a", "09:00"),
        item("a", "b", "09:00", 60),
        item("a", "c", "09:00", 60),
        session_rooms=held(b="A", c="B"),
    ),
    "one cancelled": edition(
        session("a", "09:00"), item("a", "b", "", 40), item("a", "c", "", 30, **CANCELLED)
    ),
    "cancelled": edition(session("a", "09:00", **CANCELLED), item("a", "b", "", 90)),
    "over": closed(edition(session("a", "09:00"), item("a", "b", "", 90))),
}


@pytest.mark.parametrize("dossier", FITTING.values(), ids=FITTING.keys())
def test_what_fits_into_its_session(dossier: Dossier) -> None:
    assert told(overfull.check, dossier) == []


# -- parts


def test_a_part_entered_twice() -> None:
    again = part("a", "kim", Role.CHAIRS, position=1)
    parts = (part("a", "kim", Role.CHAIRS), type(again)("again", "a", "kim", Role.CHAIRS))
    dossier = edition(session("a", "09:00"), parts=parts)
    assert told(part_twice.check, dossier) == [
        "warning part-twice part:again:role | Kim stands in “Session a” twice for the same part."
    ]
    (problem,) = part_twice.check(dossier)
    assert offered(problem) == [("parts.remove_part", {"part": "again"})]


def test_a_speech_that_nobody_reads() -> None:
    dossier = edition(session("a", "09:00"), parts=(part("a", "kim", mode=Mode.READ),))
    assert told(part_twice.check, dossier) == [
        "warning no-reader part:a-kim-speaks:reader |"
        " Kim’s speech in “Session a” is read out, but nobody is named to read it."
    ]


def test_parts_that_are_sound() -> None:
    roles = (part("a", "kim", Role.CHAIRS), part("a", "kim", Role.PRESENTS))
    assert told(part_twice.check, edition(session("a", "09:00"), parts=roles)) == []
    read = part("a", "kim", mode=Mode.READ, reader="lee")
    assert told(part_twice.check, edition(session("a", "09:00"), parts=(read,))) == []
    unread = part("a", "kim", mode=Mode.READ)
    cancelled = edition(session("a", "09:00", **CANCELLED), parts=(unread,))
    assert told(part_twice.check, cancelled) == []
    assert told(part_twice.check, closed(edition(session("a"), parts=(unread,)))) == []


# -- follow-ons


def following(start: str, **more: Any) -> Dossier:
    return edition(session("a", "09:00"), session("b", start, follows="a", **more))


def test_a_follow_on_that_does_not_follow() -> None:
    assert told(follow_on.check, following("10:10")) == [
        "warning follow-on session:b:starts |"
        " “Session b” is to follow “Session a” at 10:00, but begins at 10:10."
    ]
    (problem,) = follow_on.check(following("10:10"))
    retimed = {"session": "b", "starts": at("10:00"), "minutes": 60}
    assert offered(problem) == [("planning.retime_session", retimed)]
    (problem,) = follow_on.check(following("10:10", locked=True))
    assert offered(problem) == []


def test_follow_ons_that_follow_or_have_nothing_to() -> None:
    sound = [following("10:00"), following(""), following("10:10", **CANCELLED)]
    sound += [edition(session("b", "10:10", follows="gone")), closed(following("10:10"))]
    open_end = session("a", "09:00", None)
    sound += [edition(open_end, session("b", "10:10", follows="a"))]
    gone = session("a", "09:00", **CANCELLED)
    sound += [edition(gone, session("b", "10:10", follows="a"))]
    assert [told(follow_on.check, dossier) for dossier in sound] == [[]] * len(sound)
