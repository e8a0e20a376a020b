# SPDX-License-Identifier: MIT
"""What a grid and the signs at doors say, as content."""

from dataclasses import replace
from datetime import date

import pytest

from forumdesk.domain.agenda import SessionKind, SessionStatus, Visibility
from forumdesk.domain.dates import Clock
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import Block
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.content import TrackMark
from forumdesk.handouts.contents.door_signs import door_signs_content
from forumdesk.handouts.contents.grid import grid_content
from forumdesk.handouts.options import Audience, Options
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.timetables import GridContent, Slot
from tests.handouts.dossiers import FORUM, at, titled
from tests.handouts.timetabled import conference, held, talk

OPTIONS = Options(languages=("ko", "en"))


def slots(content: GridContent) -> dict[str, Slot]:
    return {slot.id: slot for day in content.days for slot in day.slots}


def both(ko: str, en: str) -> tuple[tuple[str, str], ...]:
    return (("ko", ko), ("en", en))


def test_a_small_day() -> None:
    (day,) = grid_content(FORUM, OPTIONS).days
    assert day.date == both("2025년 9월 3일 수요일", "Wednesday, September 3, 2025")
    assert day.rooms == (both("다락", "Attic"),)
    assert day.table.columns == ("attic",)
    assert day.table.blocks == (
        Block("open", 0, 0, 540, 570, band=True),
        Block("pause", 0, 0, 570, 585, band=True),
        Block("talk", 0, 0, 585, 630),
    )
    opening, pause, last = day.slots
    assert opening == Slot(
        "open",
        "session-open",
        both("개회식", "Opening"),
        (("en", "09:00"),),
        (("en", "09:30"),),
        who=both("홍길동, 제인 도, 산업부", "Gil-dong Hong, Jane Doe, Ministry of Industry"),
        kind="opening",
    )
    assert pause.quiet
    assert last.track == TrackMark(both("기술", "Technology"), "#336699")
    assert last.where == both("다락", "Attic")
    hours = [(hour.minute, hour.said[0][1], hour.whole, hour.line) for hour in day.hours]
    assert hours == [
        (540, "09:00", True, True),
        (570, "09:30", False, True),
        (585, "09:45", False, False),
        (600, "10:00", True, True),
        (630, "10:30", False, True),
        (660, "11:00", True, True),
    ]


def test_the_audience_decides_what_is_on_it() -> None:
    closed = talk("closed", at("10:00"), 30, visibility=Visibility.CLOSED)
    off = talk("off", at("11:00"), 30, status=SessionStatus.CANCELLED)
    sure = talk("sure", at("12:00"), 30, status=SessionStatus.CONFIRMED)
    forum = held((closed, ("r1",)), (off, ("r2",)), (sure, ("r1",)))
    public = grid_content(forum, OPTIONS)
    assert list(slots(public)) == ["sure"]
    assert public.days[0].table.columns == ("r1",)
    everything = slots(grid_content(forum, replace(OPTIONS, audience=Audience.ORGANIZERS)))
    assert list(everything) == ["closed", "off", "sure"]
    assert everything["closed"].note == both("비공개, 초안", "Closed, Draft")
    assert everything["off"].cancelled
    assert everything["sure"].note == ()


def test_one_day_one_room() -> None:
    other = talk("other", at("09:00", 4), 30)
    forum = conference(2)
    links = (*forum.session_rooms, replace(forum.session_rooms[0], id="x", session="other"))
    forum = replace(forum, sessions=(*forum.sessions, other), session_rooms=links)
    assert len(grid_content(forum, OPTIONS).days) == 2
    only = grid_content(forum, replace(OPTIONS, day=date(2025, 9, 4)))
    assert list(slots(only)) == ["other"]
    room = grid_content(forum, replace(OPTIONS, room="2관", day=date(2025, 9, 3)))
    assert room.days[0].table.columns == ("r2",)
    assert {slot.where for slot in slots(room).values()} == {(), both("2관", "Hall 2")}
    with pytest.raises(ForumDeskError, match="Cellar"):
        grid_content(forum, replace(OPTIONS, room="Cellar"))


def test_times_after_midnight_are_of_the_evening_before() -> None:
    forum = held(
        (talk("first", at("22:00"), 60), ("r1",)), (talk("last", at("01:30", 4), 60), ("r1",))
    )
    (day,) = grid_content(forum, replace(OPTIONS, clock=Clock.H12)).days
    assert day.table.used == (1320, 1620)
    assert day.slots[1].start == both("오전 1:30", "1:30 a.m.")


def test_what_has_no_time_is_told_apart() -> None:
    forum = held((talk("open", None, None), ("r1",)), (talk("set", at("10:00"), 30), ("r1",)))
    content = grid_content(forum, OPTIONS)
    assert [slot.id for slot in content.untimed] == ["open"]
    assert list(slots(content)) == ["set"]
    assert grid_content(held(), OPTIONS).days == ()


# -- signs --------------------------------------------------------------------------------------


def rows(forum: Dossier, options: Options = OPTIONS) -> dict[str, list[str]]:
    return {
        sign.room[-1][1]: [slot.id for slot in sign.slots]
        for sign in door_signs_content(forum, options).signs
    }


def test_a_sign_for_each_room_and_none_for_what_has_no_room() -> None:
    forum = held(
        (
            titled(
                "all", "개회", "Opening", kind=SessionKind.OPENING, starts=at("09:00"), minutes=30
            ),
            (),
        ),
        (
            titled(
                "break", "휴식", "Break", kind=SessionKind.BREAK, starts=at("10:00"), minutes=30
            ),
            (),
        ),
        (talk("one", at("11:00"), 30), ("r1", "r2")),
        (
            titled("tea", "다과", "Tea", kind=SessionKind.BREAK, starts=at("12:00"), minutes=30),
            ("r2",),
        ),
    )
    assert rows(forum) == {"Hall 1": ["one"], "Hall 2": ["one", "tea"]}
    assert rows(forum, replace(OPTIONS, room="r2")) == {"Hall 2": ["one", "tea"]}
    assert rows(held()) == {}
    told = [p.phrase.said(words_in("en")) for p in preflight(forum, OPTIONS, "door-signs")]
    assert "“Opening” has no room; it is on no door sign." in told


def test_a_plenary_forum_has_a_sign_for_the_venue() -> None:
    forum = replace(FORUM, session_rooms=())
    assert rows(forum) == {"Great House": ["open", "pause", "talk"]}
    nowhere = replace(forum, edition=replace(FORUM.edition, venue=FORUM.edition.welcome))
    assert rows(nowhere) == {}


def test_a_visit_elsewhere_has_no_sign_of_the_venue() -> None:
    abroad = tuple(
        replace(s, kind=SessionKind.SITE_VISIT) if s.id == "talk" else s for s in FORUM.sessions
    )
    visiting = replace(FORUM, sessions=abroad, session_rooms=())
    assert rows(visiting) == {"Great House": ["open", "pause"]}
    told = [p.phrase.said(words_in("en")) for p in preflight(visiting, OPTIONS, "door-signs")]
    assert "“Talk” is a visit elsewhere; it is on no door sign." in told


def test_many_sessions_without_a_sign_are_told_as_one() -> None:
    lost = [(talk(f"n{n}", at(f"{8 + n:02}:00"), 30), ()) for n in range(11)]
    forum = held(*lost, (talk("here", at("20:00"), 30), ("r1",)))
    told = [p.phrase.said(words_in("en")) for p in preflight(forum, OPTIONS, "door-signs")]
    assert "11 sessions have no room; they are on no door sign." in told
    assert not [text for text in told if text.endswith("it is on no door sign.")]


def test_items_with_titles_of_their_own_stand_on_signs() -> None:
    forum = held(
        (talk("long", at("09:00"), 90), ("r1",)),
        (titled("named", "첫 강연", "First talk", parent="long"), ()),
        (replace(titled("bare", "", ""), parent="long"), ()),
        (titled("else", "딴 방", "In another room", parent="long"), ("r2",)),
    )
    (sign,) = door_signs_content(forum, OPTIONS).signs
    (slot,) = sign.slots
    assert [item.id for item in slot.items] == ["named"]


def test_the_link_is_on_a_sign_only_if_it_can_be_followed() -> None:
    forum = replace(FORUM, edition=replace(FORUM.edition, link="https://forum.example/2025"))
    assert door_signs_content(forum, OPTIONS).link == "https://forum.example/2025"
    odd = replace(FORUM, edition=replace(FORUM.edition, link="javascript:alert(1)"))
    content = door_signs_content(odd, OPTIONS)
    assert (content.link, content.link_label) == ("", ())


# -- what to look at ----------------------------------------------------------------------------


def found(forum: Dossier, handout: str = "grid") -> list[str]:
    problems = preflight(forum, OPTIONS, handout)
    return [p.phrase.said(words_in("en")) for p in problems if p.kind == "no-room"]


def test_sessions_that_are_nowhere_are_told() -> None:
    forum = held(
        (talk("here", at("09:00"), 60), ("r1",)),
        (talk("lost", at("09:30"), 60), ()),
        (talk("plenary", at("11:00"), 60), ()),
        (titled("tea", "다과", "Tea", kind=SessionKind.BREAK, starts=at("09:00"), minutes=30), ()),
    )
    told = ["“Talk lost” has no room, while others are in theirs."]
    assert found(forum) == found(forum, "door-signs") == told
    assert found(replace(forum, session_rooms=())) == ["No session on this sheet has a room."]
    assert found(conference(2)) == []


def test_only_what_is_printed_is_looked_at_for_translations() -> None:
    odd = talk("odd", at("09:00"), 60, summary=Text.of(ko="요약"), abstract=Text.of(ko="초록"))
    forum = held((odd, ("r1",)))
    assert lacking(forum) == []
    room = replace(forum.rooms[0], name=Text.of(ko="하나"))
    forum = replace(forum, rooms=(room, *forum.rooms[1:]))
    assert lacking(forum) == [("room", "name")]


def lacking(forum: Dossier) -> list[tuple[str, str]]:
    """The fields that are told as not translated."""
    problems = preflight(forum, OPTIONS, "grid")
    return [(p.subject.kind, p.subject.field) for p in problems if p.kind == "missing-translation"]
