# SPDX-License-Identifier: MIT
"""Ways between rooms, turned-over rooms, who and what is available, and seats."""

from dataclasses import replace
from typing import Any

import pytest

from forumdesk.domain.agenda import Mode, Role, Session, SessionKind, SessionRoom, Visibility
from forumdesk.domain.checks import (
    back_to_back,
    changeover,
    person_available,
    plenary_seats,
    room_available,
    room_size,
    transfer,
)
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Availability
from forumdesk.domain.people import Invitation
from tests.domain.making import (
    CANCELLED,
    EDITION,
    at,
    closed,
    edition,
    held,
    item,
    part,
    room,
    session,
    told,
)

WALK = replace(EDITION, transfer=10)


def moving(start: str, *, rooms: dict[str, str] | None = None, **more: Any) -> Dossier:
    """Kim has a part in ``a``, from nine to ten in room A, and in ``b`` from ``start`` in B."""
    sessions = (session("a", "09:00"), session("b", start))
    given: dict[str, Any] = {
        "edition": WALK,
        "parts": (part("a", "kim"), part("b", "kim")),
        "session_rooms": held(**(rooms or {"a": "A", "b": "B"})),
        **more,
    }
    return edition(*sessions, **given)


# -- the way from room to room


@pytest.mark.parametrize(("start", "pause"), [("10:00", 0), ("10:09", 9)])
def test_too_little_time_for_the_way(start: str, pause: int) -> None:
    assert told(transfer.check, moving(start)) == [
        f"warning transfer session:b:starts | Kim has {pause} min to get from Hall A to Hall B"
        " on 2026-05-06 at 10:00, and needs 10: “Session a”, then “Session b”."
    ]


def test_the_way_begins_where_the_last_item_ends() -> None:
    sessions = (
        session("a", "09:00"),
        item("a", "a1", "09:00", 50),
        item("a", "a2", "09:50", 5),
        session("b", "10:00"),
    )
    parts = (part("a1", "kim"), part("a2", "kim"), part("b", "kim"))
    dossier = edition(*sessions, parts=parts, edition=WALK, session_rooms=held(a="A", b="B"))
    assert [line.split("| ")[1][:15] for line in told(transfer.check, dossier)] == [
        "Kim has 5 min t"
    ]


NO_HASTE = {
    "time enough": moving("10:10"),
    "at once, told elsewhere": moving("09:30"),
    "the same room": moving("10:00", rooms={"a": "A", "b": "A"}),
    "one room of two": moving("10:00", rooms={"a": "A", "b": "A B"}),
    "a plenary": moving("10:00", rooms={"a": "A"}),
    "no need said": moving("10:00", edition=EDITION),
    "by video": moving("10:00", parts=(part("a", "kim"), part("b", "kim", mode=Mode.VIDEO))),
    "another person": moving("10:00", parts=(part("a", "kim"), part("b", "lee"))),
    "declined": moving("10:00", seats={"kim": {"status": Invitation.DECLINED}}),
    "over": closed(moving("10:00")),
}


@pytest.mark.parametrize("dossier", NO_HASTE.values(), ids=NO_HASTE.keys())
def test_time_enough_for_the_way(dossier: Dossier) -> None:
    assert told(transfer.check, dossier) == []


def test_whoever_reads_a_speech_has_to_get_there() -> None:
    read = part("b", "lee", mode=Mode.READ, reader="kim")
    assert len(told(transfer.check, moving("10:00", parts=(part("a", "kim"), read)))) == 1


# -- back to back


def test_from_one_room_straight_to_another() -> None:
    assert told(back_to_back.check, moving("10:00", edition=EDITION)) == [
        "note back-to-back session:b:starts |"
        " Kim goes from “Session a” straight to “Session b” in another room at 10:00."
    ]


def test_haste_is_told_once() -> None:
    assert told(back_to_back.check, moving("10:00")) == []
    assert told(back_to_back.check, moving("10:05", edition=EDITION)) == []
    same = moving("10:00", edition=EDITION, rooms={"a": "A", "b": "A"})
    assert told(back_to_back.check, same) == []
    assert told(back_to_back.check, closed(moving("10:00", edition=EDITION))) == []


def on_end(*starts: str, minutes: int = 30, role: Role = Role.SPEAKS, **more: Any) -> list[str]:
    sessions = tuple(session(f"s{n}", start, minutes, **more) for n, start in enumerate(starts))
    parts = tuple(part(s.id, "kim", role) for s in sessions)
    return told(back_to_back.check, edition(*sessions, parts=parts))


def test_three_parts_on_end() -> None:
    assert on_end("09:00", "09:30", "10:04", "11:00") == [
        "note three-on-end session:s2:starts |"
        " Kim has parts in 3 sessions on end, from 09:00 to 10:34: from “Session s0” on."
    ]


def test_parts_with_pauses_short_ones_and_those_of_the_staff() -> None:
    assert on_end("09:00", "09:30", "10:05") == []
    assert on_end("09:00", "09:20", "09:40", minutes=20) == []
    assert on_end("09:00", "09:30", "10:00", role=Role.MC) == []
    assert on_end("09:00", "09:30", "10:00", kind=SessionKind.LUNCHEON) == []


# -- turning a room over

TURNED = (room("A", changeover=15), room("B"))


def turned(start: str, where: str = "A", **more: Any) -> list[str]:
    links = (*held(a="A"), *held(b=where))
    sessions = (session("a", "09:00"), session("b", start, **more))
    return told(changeover.check, edition(*sessions, rooms=TURNED, session_rooms=links))


def test_a_room_without_time_to_turn_it_over() -> None:
    assert turned("10:10") == [
        "warning changeover session:b:starts | Hall A takes 15 min to turn over, and has 10"
        " on 2026-05-06 at 10:00: “Session a”, then “Session b”."
    ]
    assert len(turned("10:00")) == 1


def test_a_room_with_time_to_turn_it_over() -> None:
    assert turned("10:15") == turned("09:30") == turned("10:00", "B") == []
    assert turned("10:00", follows="a") == []
    assert turned("10:00", kind=SessionKind.BREAK) == turned("10:00", kind=SessionKind.PHOTO) == []
    assert turned("10:00", visibility=Visibility.INTERNAL) == turned("10:00", **CANCELLED) == []


def test_a_changeover_is_counted_from_the_longest_session_before() -> None:
    sessions = (session("a", "09:00", 120), session("b", "09:10", 10), session("c", "11:05"))
    links = held(a="A", b="A", c="A")
    dossier = edition(*sessions, rooms=TURNED, session_rooms=links)
    assert [line.split()[2] for line in told(changeover.check, dossier)] == ["session:c:starts"]
    assert told(changeover.check, closed(dossier)) == []


# -- windows of rooms


def window(start: str, end: str, *, day: int = 6, **whose: str) -> Availability:
    key = " ".join((*whose.values(), start, str(day)))
    given: dict[str, Any] = {"room": None, "participation": None, **whose}
    return Availability(key, "edition", starts=at(start, day), ends=at(end, day), **given)


def in_room(*windows: Availability, **more: Any) -> Dossier:
    return edition(session("a", "09:00", **more), session_rooms=held(a="A"), availabilities=windows)


def test_a_session_outside_the_windows_of_its_room() -> None:
    dossier = in_room(window("09:30", "12:00", room="A"))
    assert told(room_available.check, dossier) == [
        "error room-not-available session:a:rooms |"
        " Hall A is not available on 2026-05-06 from 09:00 to 10:00: “Session a”."
    ]
    next_day = in_room(window("09:00", "12:00", day=7, room="A"))
    assert len(told(room_available.check, next_day)) == 1


OPEN_ROOMS = {
    "inside": in_room(window("09:00", "10:00", room="A")),
    "two that meet": in_room(
        window("09:30", "12:00", room="A"), window("08:00", "09:30", room="A")
    ),
    "another room's": in_room(window("12:00", "13:00", room="B")),
    "none": in_room(),
    "a window of nothing": in_room(window("12:00", "11:00", room="A")),
    "cancelled": in_room(window("12:00", "13:00", room="A"), **CANCELLED),
    "over": closed(in_room(window("12:00", "13:00", room="A"))),
}


@pytest.mark.parametrize("dossier", OPEN_ROOMS.values(), ids=OPEN_ROOMS.keys())
def test_a_room_that_is_available(dossier: Dossier) -> None:
    assert told(room_available.check, dossier) == []


# -- arrivals, departures and windows of people


def busy(*windows: Availability, **seat: Any) -> Dossier:
    """Kim has a part from nine to ten on the sixth."""
    return edition(
        session("a", "09:00"),
        parts=(part("a", "kim"),),
        seats={"kim": seat},
        availabilities=windows,
    )


@pytest.mark.parametrize(
    ("dossier", "line"),
    [
        (
            busy(arrives=at("09:30")),
            "warning arrives-late session:a:parts | Kim arrives on 2026-05-06 at 09:30,"
            " but has a part in “Session a” on 2026-05-06 at 09:00.",
        ),
        (
            busy(arrives=at("10:00")),
            "error arrives-late session:a:parts | Kim arrives on 2026-05-06 at 10:00,"
            " but has a part in “Session a” on 2026-05-06 at 09:00.",
        ),
        (
            busy(departs=at("09:59")),
            "warning departs-early session:a:parts | Kim leaves on 2026-05-06 at 09:59,"
            " but has a part in “Session a” on 2026-05-06 until 10:00.",
        ),
        (
            busy(departs=at("20:00", 5)),
            "error departs-early session:a:parts | Kim leaves on 2026-05-05 at 20:00,"
            " but has a part in “Session a” on 2026-05-06 until 10:00.",
        ),
        (
            busy(window("09:30", "12:00", participation="kim")),
            "warning person-not-available session:a:parts | Kim is not available on 2026-05-06"
            " from 09:00 to 10:00, but has a part in “Session a”.",
        ),
        (
            busy(window("10:00", "12:00", participation="kim")),
            "error person-not-available session:a:parts | Kim is not available on 2026-05-06"
            " from 09:00 to 10:00, but has a part in “Session a”.",
        ),
    ],
    ids=["comes in", "comes too late", "leaves", "has left", "free later", "not free"],
)
def test_a_part_of_somebody_who_is_not_there(dossier: Dossier, line: str) -> None:
    assert told(person_available.check, dossier) == [line]


def test_a_session_and_its_items_are_missed_once() -> None:
    sessions = (session("a", "09:00"), item("a", "b", "09:00"), item("a", "c", "09:10"))
    parts = (part("a", "kim"), part("b", "kim"), part("c", "kim"))
    dossier = edition(*sessions, parts=parts, seats={"kim": {"arrives": at("12:00")}})
    assert len(told(person_available.check, dossier)) == 1


PRESENT = {
    "in time": busy(arrives=at("09:00"), departs=at("10:00")),
    "inside a window": busy(window("09:00", "10:00", participation="kim")),
    "always": busy(),
    "somebody else's window": busy(window("12:00", "13:00", participation="lee")),
    "over": closed(busy(arrives=at("12:00"))),
}


@pytest.mark.parametrize("dossier", PRESENT.values(), ids=PRESENT.keys())
def test_people_who_are_there(dossier: Dossier) -> None:
    assert told(person_available.check, dossier) == []


def test_a_speech_by_video_needs_nobody_there() -> None:
    dossier = replace(busy(arrives=at("12:00")), parts=(part("a", "kim", mode=Mode.VIDEO),))
    assert told(person_available.check, dossier) == []


# -- seats


def seated(expected: int | None, *, where: str = "A", **more: Any) -> Dossier:
    rooms = (room("A", 50), room("B", 30), room("C"))
    sized = session("a", "09:00", expected=expected, **more)
    return edition(sized, rooms=rooms, session_rooms=held(a=where))


def test_a_room_too_small_for_those_expected() -> None:
    assert told(room_size.check, seated(51)) == [
        "warning room-too-small session:a:rooms |"
        " “Session a” expects 51 people, but Hall A has 50 seats."
    ]
    assert told(room_size.check, seated(90, where="A B")) == [
        "warning room-too-small session:a:rooms |"
        " “Session a” expects 90 people, but Hall A, Hall B has 80 seats."
    ]


def test_rooms_large_enough_or_of_unknown_size() -> None:
    enough = [seated(50), seated(80, where="A B"), seated(None), seated(90, where="A C")]
    enough += [seated(90, **CANCELLED), seated(90, where=""), closed(seated(90))]
    assert [told(room_size.check, dossier) for dossier in enough] == [[]] * len(enough)


def greeted(*others: Session, capacity: int | None = 2, **more: Any) -> list[str]:
    seats = {f"p{n}": {} for n in range(3)} | {"late": {"status": Invitation.INVITED}}
    opened = session("a", "09:00", **{"kind": SessionKind.OPENING, **more})
    dossier = edition(
        opened,
        *others,
        seats=seats,
        rooms=(room("A", capacity), room("B", 2)),
        session_rooms=(*held(a="A"), *(SessionRoom(s.id, s.id, "A") for s in others)),
    )
    return told(plenary_seats.check, dossier)


def test_an_opening_with_too_few_seats() -> None:
    line = (
        "warning too-few-seats session:a:rooms |"
        " “Session a” has 2 seats, but 3 participants have accepted."
    )
    assert greeted() == [line]
    assert greeted(session("b", "11:00", kind=SessionKind.CLOSING)) == [line]


def test_seats_enough_and_sessions_not_for_all() -> None:
    assert greeted(capacity=3) == greeted(capacity=None) == greeted(kind=SessionKind.PANEL) == []
    assert greeted(visibility=Visibility.INVITED) == greeted(expected=2) == []
    assert greeted(session("b", "09:30")) == greeted(**CANCELLED) == []
