# SPDX-License-Identifier: MIT
"""An edition's agenda as a calendar: every field, in the languages asked for."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from forumdesk.domain.agenda import Link, Mode, Role, SessionKind, SessionStatus, Visibility
from forumdesk.domain.desk import Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Track
from forumdesk.domain.people import Invitation
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.exchange.calendar import Writing, written
from forumdesk.exchange.calendar_in import ForeignCalendar
from forumdesk.exchange.calendar_program import Chosen, program_calendar
from tests.domain.making import EDITION, HOSTS, edition, held, item, part, session

CHANGED = datetime(2026, 1, 2, tzinfo=UTC)
VENUE = replace(EDITION, venue=Text.of(ko="회관", en="Centre"), city=Text.of(ko="서울", en="Seoul"))
OFFICE = {"office": Text.of(ko="회장", en="Chairman"), "organization": "ksia"}


def made(of: Dossier, *languages: str, **more: Any) -> bytes:
    writing = Writing(languages or ("ko", "en"), CHANGED)
    chosen = Chosen(**{"sessions": of.program, **more})
    return written(program_calendar(of, chosen, writing)[0])


def entries(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def opening() -> Dossier:
    return edition(
        session(
            "a",
            "09:00",
            kind=SessionKind.OPENING,
            track="t",
            status=SessionStatus.CONFIRMED,
            summary=Text.of(ko="요약", en="Summary"),
            abstract=Text.of(ko="본문", en="Abstract"),
            links=(Link("https://example.org/a", kind="page"), Link("https://example.org/b", "B")),
        ),
        item("a", "a1", "09:10", title=Text.of(ko="환영사", en="Welcome"), position=1),
        item("a", "a2", title=Text(), position=2),
        item("a", "a3", status=SessionStatus.CANCELLED),
        item("a", "a4", visibility=Visibility.INTERNAL),
        parts=(
            part("a", "kim", Role.MODERATES),
            part("a", "gone"),
            part("a", "voice", Role.INTERPRETS),
            part("a1", "lee", mode=Mode.VIDEO),
            part("a2", "kim", Role.CONGRATULATES),
        ),
        seats={"kim": OFFICE, "gone": {"status": Invitation.DECLINED}},
        session_rooms=held(a="A"),
        tracks=(Track("t", "edition", Text.of(ko="정책", en="Policy")),),
        hosts=HOSTS,
        edition=VENUE,
    )


def test_a_session_says_who_what_and_where_in_both_languages() -> None:
    shows = lambda one: one.visibility is not Visibility.INTERNAL  # noqa: E731
    (found,) = entries(made(opening(), shows=shows, sequence=4))
    assert found["UID"] == "a@forumdesk"
    assert found["SUMMARY"] == "세션 a / Session a"
    assert found["DTSTART"].dt == datetime(2026, 5, 6, 9, tzinfo=ZoneInfo("Asia/Seoul"))
    assert found["DTEND"].dt == datetime(2026, 5, 6, 10, tzinfo=ZoneInfo("Asia/Seoul"))
    assert found["LOCATION"] == "A 홀, 회관, 서울 / Hall A, Centre, Seoul"
    assert found["DESCRIPTION"].split("\n") == [
        *("요약", "", "진행: 홍길동, ksia 협회 회장", ""),
        *("- 09:10 환영사 – 홍길동 (영상)", "- 축사 – 홍길동, ksia 협회 회장", "", "본문", ""),
        *("Summary", "", "Moderator: Kim, Chairman, KSIA", ""),
        *("- 09:10 Welcome – Lee (by video)", "- Congratulatory remarks – Kim, Chairman, KSIA"),
        *("", "Abstract"),
    ]
    assert [str(word) for word in found["CATEGORIES"].cats] == ["정책", "개회식"]
    assert (found["STATUS"], found["CLASS"], found["SEQUENCE"]) == ("CONFIRMED", "PUBLIC", 4)
    assert (found["URL"], found["ATTACH"]) == ("https://example.org/a", "https://example.org/b")
    assert found["ATTENDEE"].params["CN"] == "홍길동"
    assert found["ATTENDEE"].params["ROLE"] == "CHAIR"


def test_one_language_is_all_that_is_said_if_it_alone_is_asked_for() -> None:
    (found,) = entries(made(opening(), "en", interpreters=True))
    assert found["SUMMARY"] == "Session a"
    assert found["SUMMARY"].params["LANGUAGE"] == "en"
    assert found["LOCATION"] == "Hall A, Centre, Seoul"
    assert "홍" not in found["DESCRIPTION"]
    assert "Interpretation: Voice" in found["DESCRIPTION"]
    assert [str(one.params["CN"]) for one in found["ATTENDEE"]] == ["Kim", "Voice"]
    (first,) = entries(made(opening(), "en", "ko"))
    assert first["SUMMARY"] == "Session a / 세션 a"


def test_how_certain_and_for_whom_a_session_is() -> None:
    of = edition(
        session("draft", "09:00"),
        session("off", "10:00", status=SessionStatus.CANCELLED),
        session("closed", "11:00", visibility=Visibility.CLOSED),
        session("inside", "12:00", visibility=Visibility.INTERNAL),
    )
    found = {str(one["UID"])[:-10]: (one["STATUS"], one["CLASS"]) for one in entries(made(of))}
    assert found == {
        "draft": ("TENTATIVE", "PUBLIC"),
        "off": ("CANCELLED", "PUBLIC"),
        "closed": ("TENTATIVE", "PRIVATE"),
        "inside": ("TENTATIVE", "CONFIDENTIAL"),
    }


def test_without_a_time_there_is_no_entry_and_it_is_told() -> None:
    of = edition(session("a", "09:00"), session("b"), session("c", title=Text()))
    calendar, problems = program_calendar(of, Chosen(of.program), Writing(("en",), CHANGED))
    assert [event.uid for event in calendar.events] == ["a@forumdesk"]
    assert [(p.severity, str(p.subject), p.phrase.said(words_in("en"))) for p in problems] == [
        (
            Severity.WARNING,
            f"session:{name}:starts",
            f"“{said}” has no time yet and is not in the calendar.",
        )
        for name, said in (("b", "Session b"), ("c", "Presentation"))
    ]


def test_an_open_end_is_said() -> None:
    (found,) = entries(made(edition(session("a", "09:00", None)), "ko"))
    assert "DTEND" not in found
    assert found["DESCRIPTION"] == "마치는 시각은 정해지지 않았습니다."


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert made(opening()) == made(opening())


def test_reading_it_again_loses_nothing_that_a_calendar_holds() -> None:
    texts = {
        "title": Text.of(ko="제목", en="Title, in; English"),
        "summary": Text.of(ko="요약", en="Summary"),
        "abstract": Text.of(ko="첫째\n\n둘째", en="* no list"),
    }
    of = edition(
        session("a", "09:00", kind=SessionKind.PRESENTATION, languages=("ko", "ja"), **texts),
        session("b", "10:00", 0, abstract=Text.of(en="About\n\nit")),
        session("c", "23:30", 90, kind=SessionKind.CLOSING, visibility=Visibility.PRESS),
        session("d", "11:00", None, title=Text.of(en="Closing"), visibility=Visibility.CLOSED),
        session("e", "12:00", title=Text(), status=SessionStatus.CANCELLED),
        parts=(part("a", "kim", Role.SIGNS), part("a", "lee", Role.KEYNOTE), part("b", "kim")),
        people=(),
        session_rooms=held(a="A B", b="B"),
    )
    schedule = ForeignCalendar(made(of), "a.ics").schedule("Asia/Seoul")
    assert schedule.findings == ()
    a, b, c, d, e = (
        {one.key: one for one in schedule.sessions}[f"uid:{name}@forumdesk"]
        for name in ("a", "b", "c", "d", "e")
    )
    assert (a.title, a.subtitle, a.description, a.language) == (
        "제목",
        "요약",
        "첫째\n\n둘째",
        "ko",
    )
    assert set(a.others) == {
        ("title", "en", "Title, in; English"),
        ("summary", "en", "Summary"),
        ("abstract", "en", "* no list"),
    }
    assert (a.languages, a.rooms) == (("ko", "ja"), ("name:A 홀", "name:B 홀"))
    assert (b.description, b.language, b.minutes) == ("", "ko", 0)
    assert ("abstract", "en", "About\n\nit") in b.others
    assert (c.starts, c.minutes) == (datetime(2026, 5, 6, 23, 30), 90)
    assert (c.kind, c.visibility) == ("closing", "press")
    assert (d.title, d.kind, d.minutes, d.visibility) == ("Closing", "presentation", None, "closed")
    assert d.description == ""
    assert (e.status, e.own) == ("cancelled", True)
