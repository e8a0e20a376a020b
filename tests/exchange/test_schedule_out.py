# SPDX-License-Identifier: MIT
"""Programs as schedule.xml and schedule.json: what is said, left out and told."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from forumdesk.domain.agenda import Link, Part, Role, Session, SessionKind, SessionRoom
from forumdesk.domain.agenda import SessionStatus as Status
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.intake import Schedule
from forumdesk.domain.people import Contact, Invitation
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.exchange.schedule_json_out import schedule_json
from forumdesk.exchange.schedule_out import Outgoing
from forumdesk.exchange.schedule_xml_out import schedule_xml
from forumdesk.exchange.schedules import read_schedule
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier as read_dossier
from tests.handouts.dossiers import DOE, FORUM, HONG, PARTICIPATIONS, SESSIONS, forum, titled

OPENING, PAUSE, TALK = SESSIONS


@pytest.fixture(scope="module")
def sample_editions(sample_file: Path) -> list[Dossier]:
    with ForumFile.open(sample_file, read_only=True) as desk:
        return [read_dossier(desk, edition.id) for edition in desk.find(Edition)]


def out(dossier: Dossier, **asked: Any) -> Outgoing:
    return Outgoing(dossier, languages=asked.pop("languages", ("en",)), **asked)


def events(dossier: Dossier, **asked: Any) -> dict[str, ET.Element]:
    data, _ = schedule_xml(out(dossier, **asked))
    return {event.findtext("title", ""): event for event in ET.fromstring(data).iter("event")}


def told(dossier: Dossier) -> list[str]:
    _, problems = schedule_xml(out(dossier))
    return [problem.phrase.said(words_in("en")) for problem in problems]


def with_sessions(*sessions: Session, **changes: Any) -> Dossier:
    return forum(**{"sessions": sessions, "parts": (), "session_rooms": (), **changes})


def back(dossier: Dossier, **asked: Any) -> Schedule:
    """What another ForumDesk reads; the same from either format."""
    (xml, _), (text, _) = schedule_xml(out(dossier, **asked)), schedule_json(out(dossier, **asked))
    first, second = read_schedule(xml, "a"), read_schedule(text, "a")
    assert [replace(s, extra="", line=0, speakers=()) for s in first.sessions] == [
        replace(s, extra="", line=0, speakers=()) for s in second.sessions
    ]
    return second


def test_a_program_by_days_and_rooms() -> None:
    root = ET.fromstring(schedule_xml(out(FORUM))[0])
    assert root.find("generator") is not None
    conference = {child.tag: child.text for child in root.find("conference") or ()}
    assert conference["title"] == "2nd Chip Forum"
    assert (conference["start"], conference["end"], conference["days"]) == (
        "2025-09-03",
        "2025-09-03",
        "1",
    )
    assert (conference["acronym"], conference["time_zone_name"]) == ("chip-forum-2", "Asia/Seoul")
    (day,) = root.iter("day")
    assert day.attrib == {
        "index": "1",
        "date": "2025-09-03",
        "start": "2025-09-03T04:00:00+09:00",
        "end": "2025-09-04T03:59:00+09:00",
    }
    rooms = {room.get("name"): [e.findtext("title") for e in room] for room in day}
    assert rooms == {"": ["Opening", "Break"], "Attic": ["Talk"]}


def test_an_event_says_all_that_is_known() -> None:
    talk = replace(
        TALK,
        summary=Text.of(en="How"),
        abstract=Text.of(en="What & why", ko="무엇"),
        languages=("ko", "en"),
        links=(
            Link("https://a.example/talk", kind="page"),
            Link("https://a.example/more", "More"),
            Link("https://a.example/slides", "Slides", "attachment"),
            Link("https://a.example/rate", kind="feedback"),
            Link("https://a.example/film", kind="recording"),
            Link("https://a.example/p.png", kind="image"),
        ),
    )
    event = events(forum(sessions=(OPENING, PAUSE, talk)))["Talk"]
    said = {child.tag: child.text for child in event if not len(child)}
    assert said["date"] == "2025-09-03T09:45:00+09:00"
    assert (said["start"], said["duration"], said["room"]) == ("09:45", "00:45", "Attic")
    assert (said["subtitle"], said["abstract"], said["language"]) == ("How", "What & why", "en,ko")
    assert said["url"] == "https://a.example/talk"
    assert said["feedback_url"] == "https://a.example/rate"
    assert said["video_download_url"] == "https://a.example/film"
    assert said["logo"] == "https://a.example/p.png"
    assert [(one.get("href"), one.text) for one in event.iterfind("links/link")] == [
        ("https://a.example/more", "More")
    ]
    assert [one.text for one in event.iterfind("attachments/attachment")] == ["Slides"]


def test_people_stand_in_order_with_their_roles() -> None:
    event = events(FORUM)["Opening"]
    assert [one.text for one in event.iterfind("persons/person")] == [
        "Gil-dong Hong",
        "Jane Doe",
        "Ministry of Industry",
    ]
    said = json.loads(schedule_json(out(FORUM))[0])["schedule"]["conference"]
    opening = said["days"][0]["rooms"][""][0]
    assert [(one["name"], one.get("role")) for one in opening["persons"]] == [
        ("Gil-dong Hong", "opens"),
        ("Jane Doe", None),
        ("Ministry of Industry", None),
    ]
    assert opening["persons"][0]["biography"] == "One line."


def test_who_declined_and_who_interprets_is_not_in_it() -> None:
    hong, *others = PARTICIPATIONS
    interpreting = Part("part9", "open", "p-doe", Role.INTERPRETS, 9)
    dossier = forum(
        participations=(replace(hong, status=Invitation.DECLINED), *others),
        parts=(*FORUM.parts[:1], interpreting),
    )
    assert not list(events(dossier)["Opening"].iter("person"))
    inner = events(dossier, inner=True)["Opening"]
    assert [one.text for one in inner.iter("person")] == ["Jane Doe"]


def test_nobody_is_told_how_people_are_reached_but_organizers() -> None:
    hong = replace(HONG, contacts=(Contact("email", "h@x.kr"), Contact("phone", "010-1")))
    dossier = forum(people=(hong, DOE))
    assert b"h@x.kr" not in schedule_json(out(dossier))[0]
    text = schedule_json(out(dossier, inner=True))[0]
    assert b"h@x.kr" in text
    assert b"010-1" not in text


def test_only_what_is_shown_is_in_it() -> None:
    assert list(events(FORUM, shown=frozenset({"talk"}))) == ["Talk"]
    rooms = ET.fromstring(schedule_xml(out(FORUM, shown=frozenset({"open"})))[0]).iter("room")
    assert [room.get("name") for room in rooms if "name" in room.attrib] == [""]


def test_items_are_listed_in_the_session_around_them_and_their_speakers_speak_there() -> None:
    items = (
        titled("one", "축사", "Greeting", parent="open", starts=datetime(2025, 9, 3, 9, 5)),
        titled("two", "취소", "Gone", parent="open", status=Status.CANCELLED),
        Session("three", "edition", kind=SessionKind.PHOTO, parent="open"),
    )
    parts = (Part("x", "one", "p-doe"), Part("y", "open", "p-hong"))
    event = events(forum(sessions=(*SESSIONS, *items), parts=parts))["Opening"]
    assert event.findtext("abstract") == "09:05 Greeting – Jane Doe\nPhoto"
    assert [one.text for one in event.iter("person")] == ["Gil-dong Hong", "Jane Doe"]


def test_languages_are_joined_where_several_are_asked_for() -> None:
    both = events(FORUM, languages=("ko", "en"), joined=True)
    assert list(both) == ["개회식 / Opening", "휴식 / Break", "강연 / Talk"]
    assert both["강연 / Talk"].findtext("room") == "다락 / Attic"
    assert list(events(FORUM, languages=("ko", "en"))) == ["개회식", "휴식", "강연"]


def test_what_is_open_or_odd_gives_a_valid_file_and_is_told() -> None:
    dossier = with_sessions(
        replace(OPENING, minutes=None),
        replace(PAUSE, starts=None),
        replace(TALK, minutes=6000),
        session_rooms=(
            SessionRoom("a", "talk", "attic"),
            SessionRoom("b", "talk", FORUM.rooms[0].id),
        ),
        rooms=FORUM.rooms,
    )
    assert told(dossier) == [
        "“Talk”: The file holds one room for each session: Attic; the others are left out.",
        "“Talk”: The session is longer than the file can say; there it takes 99:59 hours.",
        "“Break”: The session has no time and is not in the file.",
        "Sessions without a room, whose room is empty in the file: 1.",
    ]
    opening, talk = back(dossier).sessions
    assert (opening.minutes, opening.rooms, opening.starts) == (None, (), OPENING.starts)
    assert talk.minutes == 5999


def test_cancelled_sessions_say_so_and_are_read_as_such() -> None:
    off = replace(TALK, status=Status.CANCELLED)
    said = replace(off, id="s2", title=Text.of(en="CANCELLED Other"))
    dossier = with_sessions(off, said)
    assert list(events(dossier)) == ["Cancelled: Talk", "CANCELLED Other"]
    assert next(iter(events(dossier, languages=("ko",)))) == "취소: 강연"
    first, second = back(dossier).sessions
    assert (first.title, first.status) == ("Talk", "cancelled")
    assert (second.title, second.status) == ("CANCELLED Other", "")


def test_text_that_looks_like_markup_stays_as_it_is() -> None:
    odd = "a < b && <b>c</b> *d* &amp; 1) e\n\n- f\r\n# g"
    dossier = with_sessions(
        replace(TALK, title=Text.of(en="<i>T</i> & *x*"), abstract=Text.of(en=odd))
    )
    (session,) = back(dossier).sessions
    assert session.title == "<i>T</i> & *x*"
    assert session.abstract == odd.replace("\r\n", "\n")


def test_characters_that_xml_has_no_place_for_are_left_out_and_told() -> None:
    title = Text((("en", "a\x00b\x1bc\ufffed\U0001f600"),))
    dossier = with_sessions(replace(TALK, title=title))
    assert list(events(dossier)) == ["abcd\U0001f600"]
    assert told(dossier)[-1] == "Characters that XML has no place for are left out: 3."
    lone = with_sessions(replace(TALK, title=Text((("en", "x\ud800"),))))
    assert json.loads(schedule_json(out(lone))[0])


def test_offsets_follow_the_clock_of_the_place() -> None:
    edition = replace(
        FORUM.edition,
        timezone="America/New_York",
        first_day=date(2026, 11, 1),
        last_day=date(2026, 11, 1),
    )
    times = (datetime(2026, 11, 1, 0, 30), datetime(2026, 11, 1, 12))
    sessions = [titled(f"s{n}", "가", f"S{n}", starts=at, minutes=5) for n, at in enumerate(times)]
    dossier = replace(with_sessions(*sessions), edition=edition)
    dates = {name: event.findtext("date") for name, event in events(dossier).items()}
    assert dates == {"S0": "2026-11-01T00:30:00-04:00", "S1": "2026-11-01T12:00:00-05:00"}
    assert [session.starts for session in back(dossier).sessions] == list(times)
    days = ET.fromstring(schedule_xml(out(dossier))[0]).iter("day")
    assert [day.get("date") for day in days] == ["2026-10-31", "2026-11-01"]


def test_ids_of_the_source_are_kept_and_others_follow_from_ours() -> None:
    guid = "2d49130a-983e-51d3-8ec4-0e5e71106223"
    extra = '{"id": "77", "code": "ABC123", "origin_url": "https://o.example/1"}'
    origins = (
        Origin("o1", "edition", "schedule:chip-2025", f"guid:{guid}", "session", "talk", "", extra),
        Origin(
            "o2", "edition", "schedule:chip-2025", "id:77", "session", "open", "", '{"id":"77"}'
        ),
        Origin("o3", "edition", "schedule:chip-2025", "id:5", "person", "hong", "", '{"id":"5"}'),
        Origin("o4", "edition", "schedule:chip-2025", "x", "session", "pause", "", "not json"),
    )
    written = events(FORUM, origins=origins)
    talk, opening = written["Talk"], written["Opening"]
    assert opening.get("id") == "77"  # the first that has it
    assert (talk.get("guid"), talk.get("code")) == (guid, "ABC123")
    assert talk.findtext("origin_url") == "https://o.example/1"
    assert talk.get("id") not in ("77", None)
    assert [one.get("id") for one in opening.iter("person")] == ["5", None, None]
    again = events(FORUM, origins=origins)
    assert [e.attrib for e in again.values()] == [e.attrib for e in written.values()]
    assert read_schedule(schedule_xml(out(FORUM, origins=origins))[0], "a").name == "chip-2025"


def test_an_edition_without_a_day_is_refused() -> None:
    edition = replace(FORUM.edition, first_day=None, last_day=None)
    with pytest.raises(ForumDeskError, match="no days yet"):
        schedule_xml(out(replace(with_sessions(), edition=edition)))


def test_sample_and_whatever_is_odd_validate(
    real_input: Path, sample_editions: list[Dossier]
) -> None:
    schema = etree.XMLSchema(etree.parse(str(real_input / "schedule.xml.xsd")))
    odd = replace(
        TALK,
        links=(Link("ftp://x", kind="page"), Link("https://a b", kind="page"), Link("mailto:a@b")),
        title=Text.of(en="x" * 5000),
    )
    for dossier in (*sample_editions, FORUM, with_sessions(odd), with_sessions()):
        schema.assertValid(etree.fromstring(schedule_xml(out(dossier))[0]))
