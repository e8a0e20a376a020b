# SPDX-License-Identifier: MIT
"""Foreign calendars as they come: what is read, what is told, and what must not hang."""

from datetime import date, datetime
from typing import Any

import pytest

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.intake import Schedule, SourceSession
from forumdesk.domain.words import words_in
from forumdesk.exchange.calendar_in import MOST_SESSIONS, ForeignCalendar
from forumdesk.exchange.calendar_syntax import MOST_LINES, MOST_UNREAD

SEOUL, NEW_YORK = "Asia/Seoul", "America/New_York"


def event(*lines: str, uid: str = "1", start: str = "DTSTART:20260506T000000Z") -> str:
    head = [f"UID:{uid}"] if uid else []
    return "\r\n".join(("BEGIN:VEVENT", *head, *([start] if start else []), *lines, "END:VEVENT"))


def calendar(*parts: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", "")).encode()


def read(data: bytes, into: str = SEOUL, **more: Any) -> Schedule:
    return ForeignCalendar(data, "a.ics", **more).schedule(into)


def only(*lines: str, into: str = SEOUL, **more: Any) -> SourceSession:
    (session,) = read(calendar(event(*lines, **more)), into).sessions
    return session


def told(schedule: Schedule) -> list[str]:
    return [
        str(finding.phrase.message.format(**dict(finding.values))) for finding in schedule.findings
    ]


def starts(schedule: Schedule) -> list[str]:
    return [f"{one.starts:%m-%d %H:%M}" if one.starts else "-" for one in schedule.sessions]


def test_an_event_becomes_a_session() -> None:
    schedule = read(
        calendar(
            "X-WR-CALNAME:Forum\\, 2026",
            "X-WR-CALDESC:Together",
            "URL:https://example.org/",
            event(
                "DTEND:20260506T013000Z",
                "SUMMARY;LANGUAGE=en:Semicolons\\; commas\\, and \\\\ strokes",
                "DESCRIPTION:<p>One &amp; two</p><ul><li>three</li></ul>",
                "LOCATION:Hall A; Hall B",
                "CATEGORIES:Chips,Keynote",
                'ATTENDEE;CN="Doe, Jane";ROLE=CHAIR:mailto:Jane@Example.org',
                "ATTENDEE;CN=홍길동:invalid:nomail",
                "ATTENDEE;CN=Hall A;CUTYPE=ROOM:mailto:hall@example.org",
                "ATTENDEE;CN=Only told;ROLE=NON-PARTICIPANT:mailto:x@example.org",
                "URL:https://example.org/1",
                "ATTACH;FILENAME=slides.pdf:https://example.org/s.pdf",
                "CONFERENCE;LABEL=Stream:https://example.org/live",
                "STATUS:TENTATIVE",
                "CLASS:CONFIDENTIAL",
                "CONTACT:Office",
                "SEQUENCE:7",
            ),
        )
    )
    assert (schedule.name, schedule.title, schedule.subtitle) == ("Forum, 2026",) * 2 + (
        "Together",
    )
    assert (schedule.link, schedule.timezone) == ("https://example.org/", SEOUL)
    assert schedule.first_day == schedule.last_day == date(2026, 5, 6)
    (one,) = schedule.sessions
    assert (one.key, one.title) == ("uid:1", "Semicolons; commas, and \\ strokes")
    assert (one.language, one.languages, one.description) == ("en", (), "One & two\n\n- three")
    assert (one.starts, one.minutes) == (datetime(2026, 5, 6, 9), 90)
    assert [room.name for room in schedule.rooms] == ["Hall A", "Hall B"]
    assert one.rooms == ("name:Hall A", "name:Hall B")
    assert ([track.name for track in schedule.tracks], one.track) == (["Chips"], "name:Chips")
    assert (one.kind, one.status, one.visibility) == ("Keynote", "draft", "internal")
    jane, hong = schedule.persons
    assert (jane.name, jane.contacts) == ("Doe, Jane", (("email", "jane@example.org"),))
    assert (hong.name, hong.contacts, hong.identified) == ("홍길동", (), False)
    assert [(s.person, s.role) for s in one.speakers] == [(jane.key, "chair"), (hong.key, "")]
    assert one.links == (
        Link("https://example.org/1", kind="page"),
        Link("https://example.org/s.pdf", "slides.pdf", "attachment"),
        Link("https://example.org/live", "Stream"),
    )
    assert (one.extra, one.line) == ('{"contact": "Office"}', 6)
    assert told(schedule) == ["The calendar names no time zone; its times are now in Asia/Seoul."]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_end_and_begin_as_they_like(end: str, mark: bytes) -> None:
    data = calendar(event("SUMMARY:반도체", "DESCRIPTION:a\\nb")).replace(b"\r\n", end.encode())
    (one,) = read(mark + data).sessions
    assert (one.title, one.description) == ("반도체", "a\nb")


def test_lines_folded_inside_a_character_are_put_together() -> None:
    title = "대한민국과 미국의 반도체 협력"
    plain = calendar(event(f"SUMMARY:{title}"))
    at = plain.index("한".encode())
    for cut in (1, 2, 3):
        for fold in (b"\r\n ", b"\n\t", b"\r "):
            data = plain[: at + cut] + fold + plain[at + cut :]
            assert read(data).sessions[0].title == title


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-8-sig"])
def test_files_of_other_encodings_are_read(encoding: str) -> None:
    text = calendar(event("SUMMARY:반도체 협력 회의", "LOCATION:대강당")).decode()
    schedule = read(text.encode(encoding))
    assert [one.title for one in schedule.sessions] == ["반도체 협력 회의"]
    assert [room.name for room in schedule.rooms] == ["대강당"]


def test_bytes_that_are_no_characters_are_refused_unless_they_may_be_replaced() -> None:
    data = calendar(event("SUMMARY:abc")).replace(b"abc", b"a\x81\xffc\xe9\xb0\x80")
    with pytest.raises(ForumDeskError, match="is no character of the encoding"):
        read(data, encoding="utf-8")
    assert "�" in read(data, encoding="utf-8", replace=True).sessions[0].title


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no calendar"),
        (b"hello", "is no calendar"),
        (b"<html></html>", "is no calendar"),
        (b"BEGIN:VCARD\r\nFN:x\r\nEND:VCARD\r\n", "is no calendar"),
    ],
)
def test_what_is_no_calendar_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ForumDeskError, match=why):
        read(data)


def test_an_empty_calendar_says_so() -> None:
    assert told(read(calendar())) == ["The calendar holds no events."]


@pytest.mark.parametrize(
    ("start", "zone", "wall"),
    [
        ("DTSTART:20260506T000000Z", SEOUL, datetime(2026, 5, 6, 9)),
        ("DTSTART:20260506T0900", SEOUL, datetime(2026, 5, 6, 9)),
        ("DTSTART:2026-05-06T09:00:00", SEOUL, datetime(2026, 5, 6, 9)),
        ("DTSTART;TZID=Asia/Seoul:20260506T090000", SEOUL, datetime(2026, 5, 6, 9)),
        ("DTSTART;TZID=Asia/Seoul:20260506T090000", NEW_YORK, datetime(2026, 5, 5, 20)),
        ("DTSTART;TZID=Korea Standard Time:20260506T090000", NEW_YORK, datetime(2026, 5, 5, 20)),
        ('DTSTART;TZID="(UTC+09:00) Seoul":20260506T090000', NEW_YORK, datetime(2026, 5, 5, 20)),
        ("DTSTART;TZID=Seoul:20260506T090000", NEW_YORK, datetime(2026, 5, 5, 20)),
        ("DTSTART;TZID=KST:20260506T090000", NEW_YORK, datetime(2026, 5, 5, 20)),
        ('DTSTART;TZID="GMT+09:00":20260506T090000', NEW_YORK, datetime(2026, 5, 5, 20)),
        ("DTSTART;TZID=Eastern Standard Time:20260701T090000", SEOUL, datetime(2026, 7, 1, 22)),
        ("DTSTART;TZID=Eastern Standard Time:20260115T090000", SEOUL, datetime(2026, 1, 15, 23)),
        ("DTSTART;TZID=/mozilla.org/20050126_1/Asia/Seoul:20260506T090000", NEW_YORK,
         datetime(2026, 5, 5, 20)),
        ("DTSTART;TZID=Asia/Seoul:20260506T240000", SEOUL, datetime(2026, 5, 7)),
    ],
)  # fmt: skip
def test_times_are_those_of_the_place(start: str, zone: str, wall: datetime) -> None:
    assert only("SUMMARY:a", start=start, into=zone).starts == wall


CUSTOM = (
    "BEGIN:VTIMEZONE",
    "TZID:Our Zone",
    "BEGIN:STANDARD",
    "DTSTART:20001029T020000",
    "TZOFFSETFROM:-0400",
    "TZOFFSETTO:-0500",
    "{rule}",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:20000402T020000",
    "TZOFFSETFROM:-0500",
    "TZOFFSETTO:-0400",
    "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)
LAST_OCTOBER = "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"


def test_a_zone_that_nobody_knows_has_its_own_rules() -> None:
    data = calendar(
        *(line.format(rule=LAST_OCTOBER) for line in CUSTOM),
        event(start="DTSTART;TZID=Our Zone:20260715T090000", uid="a"),
        event(start="DTSTART;TZID=Our Zone:20260115T090000", uid="b"),
        event(start="DTSTART;TZID=Our Zone:20260320T090000", uid="c"),
    )
    schedule = read(data, "UTC")
    assert starts(schedule) == ["07-15 13:00", "01-15 14:00", "03-20 14:00"]
    assert not [text for text in told(schedule) if "not known" in text]


@pytest.mark.parametrize(
    ("offset", "wall"),
    [
        ("+0830", "05-06 09:30"),
        ("-0300", "05-06 21:00"),
        ("+9999", "05-06 09:00"),
        ("", "05-06 09:00"),
    ],
)
def test_a_zone_of_one_offset_is_that_far_from_utc(offset: str, wall: str) -> None:
    data = calendar(
        "BEGIN:VTIMEZONE\r\nTZID:Ship\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000",
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE",
        event("SUMMARY:a", start="DTSTART;TZID=Ship:20260506T090000"),
    )
    assert starts(read(data)) == [wall]


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=SECONDLY",
        "RRULE:FREQ=YEARLY;BYSECOND=1,2",
        "RRULE:garbage",
        "RRULE:FREQ=YEARLY;BYMONTH=33;BYDAY=-1SU",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=0,,9",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1XX",
    ],
)
def test_a_zone_of_wild_rules_is_not_known(rule: str) -> None:
    data = calendar(
        *(line.format(rule=rule) for line in CUSTOM),
        event("SUMMARY:a", start="DTSTART;TZID=Our Zone:20260715T090000"),
    )
    schedule = read(data)
    assert starts(schedule) == ["07-15 09:00"]
    assert told(schedule)[0] == (
        "The time zone Our Zone is not known; its times were taken as of Asia/Seoul."
    )


def test_a_zone_that_nobody_knows_may_be_said() -> None:
    data = calendar(
        event("SUMMARY:a", start="DTSTART;TZID=Our Zone:20260715T090000"),
        event("SUMMARY:b", start="DTSTART;TZID=Asia/Tokyo:20260715T100000"),
        event(
            "SUMMARY:c", "DTEND;TZID=Ship Time:20260715T130000", start="DTSTART:20260715T020000Z"
        ),
    )
    foreign = ForeignCalendar(data, "a")
    assert foreign.unknown_zones == ["Our Zone", "Ship Time"]
    schedule = foreign.schedule(SEOUL, SEOUL, NEW_YORK)
    assert starts(schedule) == ["07-15 22:00", "07-15 10:00", "07-15 11:00"]
    assert [finding.severity for finding in schedule.findings[1:]] == [Severity.NOTE] * 3
    assert told(schedule)[1:3] == [
        f"The time zone {name} is not known; its times were taken as of America/New_York."
        for name in ("Our Zone", "Ship Time")
    ]
    assert starts(foreign.schedule(SEOUL))[0] == "07-15 09:00"


def test_a_zone_that_is_said_is_the_calendars_own() -> None:
    data = calendar(event("SUMMARY:a", start="DTSTART;TZID=Our Zone:20260715T090000"))
    made = ForeignCalendar(data, "a").schedule("", SEOUL, NEW_YORK)
    assert (made.timezone, starts(made)) == (NEW_YORK, ["07-15 09:00"])
    assert ForeignCalendar(calendar(event("SUMMARY:a")), "a").unknown_zones == []


def test_without_a_place_the_calendar_says_the_zone() -> None:
    seoul = event("SUMMARY:a", start="DTSTART;TZID=Asia/Seoul:20260506T090000")
    made = ForeignCalendar(calendar(seoul), "a").schedule("", NEW_YORK)
    assert (made.timezone, starts(made)) == (SEOUL, ["05-06 09:00"])
    named = ForeignCalendar(calendar("X-WR-TIMEZONE:Asia/Seoul", event()), "a").schedule()
    assert (named.timezone, starts(named)) == (SEOUL, ["05-06 09:00"])
    none = ForeignCalendar(calendar(event()), "a").schedule("", NEW_YORK)
    assert (none.timezone, starts(none)) == (NEW_YORK, ["05-05 20:00"])
    moved = ForeignCalendar(calendar(seoul), "a").schedule(NEW_YORK)
    assert told(moved) == [
        "The calendar is in the time zone Asia/Seoul; its times are now in America/New_York."
    ]


@pytest.mark.parametrize(
    ("more", "minutes"),
    [
        ("DTEND:20260506T013000Z", 90),
        ("DURATION:PT1H30M", 90),
        ("DURATION:P1DT1H", 25 * 60),
        ("DURATION:P1W", 7 * 24 * 60),
        ("DTEND:20260506T000000Z", 0),
        ("DTEND;TZID=Asia/Seoul:20260506T100000", 60),
        ("DTEND:20260505T000000Z", None),
        ("DURATION:-PT5M", None),
        ("DURATION:P99999W", None),
        ("DTEND:never", None),
        ("X-NOTHING:", None),
    ],
)
def test_lengths(more: str, minutes: int | None) -> None:
    assert only("SUMMARY:a", more).minutes == minutes


def test_a_length_across_a_change_of_the_clock_is_that_of_the_clock_on_the_wall() -> None:
    start = "DTSTART;TZID=America/New_York:20260308T013000"
    end = "DTEND;TZID=America/New_York:20260308T040000"
    one = only("SUMMARY:a", end, start=start, into=NEW_YORK)
    assert (one.starts, one.minutes) == (datetime(2026, 3, 8, 1, 30), 150)


def test_whole_days_are_kept_without_a_time_and_told() -> None:
    schedule = read(
        calendar(
            event("SUMMARY:Fair", "DTEND;VALUE=DATE:20260508", start="DTSTART;VALUE=DATE:20260506"),
            event("SUMMARY:Trip", start="DTSTART:20260510", uid="2"),
        )
    )
    assert [(one.starts, one.minutes) for one in schedule.sessions] == [(None, None)] * 2
    assert [one.extra for one in schedule.sessions] == [
        '{"day": "2026-05-06", "until": "2026-05-08"}',
        '{"day": "2026-05-10"}',
    ]
    assert (schedule.first_day, schedule.last_day) == (date(2026, 5, 6), date(2026, 5, 10))
    assert told(schedule) == [
        "It takes the whole day, 2026-05-06; it was taken in without a time.",
        "It takes the whole day, 2026-05-10; it was taken in without a time.",
    ]
    assert schedule.findings[0].where == "line 3: Fair"


def recurring(*lines: str, start: str = "DTSTART;TZID=Asia/Seoul:20260506T090000") -> Schedule:
    return read(calendar(event("SUMMARY:a", "DURATION:PT1H", *lines, start=start)))


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (("RRULE:FREQ=DAILY;COUNT=3",), "06 07 08"),
        (("RRULE:FREQ=DAILY;UNTIL=20260508",), "06 07 08"),
        (("RRULE:FREQ=DAILY;UNTIL=20260508T000000Z",), "06 07 08"),
        (("RRULE:FREQ=DAILY;UNTIL=20260507T235959Z",), "06 07"),
        (("RRULE:FREQ=WEEKLY;BYDAY=WE,FR;COUNT=4",), "06 08 13 15"),
        (("RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Asia/Seoul:20260507T090000"), "06 08 09"),
        (("RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20260507T000000Z,20260508T000000Z"), "06 09"),
        (("RRULE:FREQ=DAILY;COUNT=4", "EXDATE;VALUE=DATE:20260507"), "06 08 09"),
        (("RDATE:20260509T000000Z", "RDATE;VALUE=PERIOD:20260511T000000Z/PT1H"), "06 09 11"),
        (("RRULE:FREQ=MONTHLY;BYDAY=2SA;UNTIL=20260531",), "06 09"),
    ],
)
def test_what_recurs_is_as_many_sessions(lines: tuple[str, ...], days: str) -> None:
    schedule = recurring(*lines)
    assert starts(schedule) == [f"05-{day} 09:00" for day in days.split()]
    assert {one.minutes for one in schedule.sessions} == {60}
    assert [one.key for one in schedule.sessions] == [
        f"uid:1 202605{day}T0900" for day in days.split()
    ]
    assert told(schedule) == []


def test_what_recurs_stays_at_its_hour_when_the_clock_is_changed() -> None:
    data = calendar(
        event(
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            start="DTSTART;TZID=America/New_York:20261025T090000",
        )
    )
    assert starts(read(data, NEW_YORK)) == ["10-25 09:00", "11-01 09:00", "11-08 09:00"]
    assert starts(read(data, SEOUL)) == ["10-25 22:00", "11-01 23:00", "11-08 23:00"]


def test_an_occurrence_that_says_otherwise_stands_in_for_its_own() -> None:
    start = "DTSTART;TZID=Asia/Seoul:20260506T090000"
    master = event("SUMMARY:a", "RRULE:FREQ=DAILY;COUNT=3", start=start)
    for said in ("RECURRENCE-ID;TZID=Asia/Seoul:20260507T090000", "RECURRENCE-ID:20260507T000000Z"):
        moved = event("SUMMARY:b", said, start="DTSTART;TZID=Asia/Seoul:20260507T140000")
        for order in ((master, moved), (moved, master)):
            schedule = read(calendar(*order))
            found = {one.key: (one.title, one.starts) for one in schedule.sessions}
            assert found == {
                "uid:1 20260506T0900": ("a", datetime(2026, 5, 6, 9)),
                "uid:1 20260507T0900": ("b", datetime(2026, 5, 7, 14)),
                "uid:1 20260508T0900": ("a", datetime(2026, 5, 8, 9)),
            }


@pytest.mark.parametrize(
    ("rule", "count", "why"),
    [
        ("FREQ=DAILY", 500, "It recurs on and on; only its times until 2027-09-17 were taken."),
        ("FREQ=WEEKLY", 105, "It recurs on and on; only its times until 2028-05-03 were taken."),
        ("FREQ=DAILY;COUNT=99999999", 500, "It recurs on and on"),
        ("FREQ=YEARLY;COUNT=9", 3, "It recurs on and on"),
        ("FREQ=SECONDLY", 1, "It recurs by a rule that can't be followed (FREQ=SECONDLY)"),
        ("FREQ=SECONDLY;BYSETPOS=3", 1, "can't be followed"),
        ("FREQ=HOURLY;UNTIL=20260101", 1, "can't be followed"),
        ("FREQ=DAILY;INTERVAL=0", 1, "can't be followed"),
        ("FREQ=DAILY;UNTIL=soon", 1, "can't be followed"),
        ("FREQ=YEARLY;BYDAY=60MO", 1, "can't be followed"),
        ("FREQ=SOMETIMES", 1, "can't be followed"),
        ("", 1, "can't be followed"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 1, "Its rule never comes true"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 1, "Its rule never comes true"),
        ("FREQ=DAILY;BYSETPOS=3", 1, "Its rule never comes true"),
    ],
)
def test_rules_are_bounded_and_told(rule: str, count: int, why: str) -> None:
    schedule = recurring(f"RRULE:{rule}")
    assert len(schedule.sessions) == count
    assert len([text for text in told(schedule) if why in text]) == 1


def test_no_number_of_wild_rules_takes_for_ever() -> None:
    wild = "RRULE:FREQ=DAILY;BYSETPOS=3"
    schedule = read(calendar(*(event("SUMMARY:a", wild, uid=str(n)) for n in range(2000))))
    assert len(schedule.sessions) == 2000
    assert len([text for text in told(schedule) if "never comes true" in text]) == 3
    assert len([text for text in told(schedule) if "can't be followed" in text]) == 1997


def test_millions_of_events_are_refused_in_one_sentence() -> None:
    many = [event("RRULE:FREQ=DAILY", uid=str(n)) for n in range(MOST_SESSIONS // 500 + 1)]
    with pytest.raises(ForumDeskError, match="holds more than 20,000 events; nothing was imported"):
        read(calendar(*many))


def test_events_that_share_an_id_stay_apart_with_keys_that_stay() -> None:
    parts = [
        event(f"SUMMARY:Talk {n}", uid="same", start=f"DTSTART:20260506T{n % 24:02}0000Z")
        for n in range(67)
    ]
    schedule = read(calendar(*parts))
    assert len(schedule.sessions) == 67
    keys = {one.key: one.title for one in schedule.sessions}
    assert len(keys) == 67
    assert told(schedule)[0] == "67 events have the same id (same); each was kept as a session."
    late = event("SUMMARY:Late", uid="same", start="DTSTART:20260507T000000Z")
    again = {one.key: one.title for one in read(calendar(late, *parts)).sessions}
    assert {key: again[key] for key in keys} == keys


def test_events_without_an_id_are_known_by_what_they_say() -> None:
    parts = [event("SUMMARY:a", uid=""), event("SUMMARY:b", uid=""), event("SUMMARY:a", uid="")]
    keys = [one.key for one in read(calendar(*parts)).sessions]
    assert keys == [
        *("title:a 20260506T0000", "title:b 20260506T0000", "title:a 20260506T0000 a"),
    ]


def test_broken_events_are_left_out_one_by_one() -> None:
    data = calendar(
        event("SUMMARY:one", uid="1"),
        "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:cut off",
        event("SUMMARY:three", uid="3", start="DTSTART:someday"),
        event(uid="4", start=""),
        "this is no line\r\n:nor this",
        event("SUMMARY:five", "no colon here", 'X;A="open:quote', uid="5"),
    )
    schedule = read(data)
    assert [one.title for one in schedule.sessions] == ["one", "three", "five"]
    found = [
        (finding.line, text)
        for finding, text in zip(schedule.findings, told(schedule), strict=True)
    ]
    assert (8, "The event has no end; it was left out.") in found
    assert (11, "The date someday can't be read.") in found
    assert (16, "The event says neither what nor when; it was left out.") in found
    assert (20, "The line “:nor this” can't be read; it was left out.") in found


def test_a_file_that_is_cut_off_keeps_what_is_whole() -> None:
    data = calendar(event("SUMMARY:one"), event("SUMMARY:two", uid="2"))
    at = data.index(b"SUMMARY:two")
    schedule = read(data[: at + 9])
    assert [one.title for one in schedule.sessions] == ["one"]
    assert "The event has no end; it was left out." in told(schedule)


def test_entries_that_are_no_events_are_counted() -> None:
    todo = "BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO"
    journal = "BEGIN:VJOURNAL\r\nSUMMARY:y\r\nEND:VJOURNAL"
    alarm = "BEGIN:VALARM\r\nDESCRIPTION:alarm\r\nSUMMARY:alarm\r\nEND:VALARM"
    schedule = read(calendar(todo, journal, todo, event("SUMMARY:a", alarm)))
    assert [(one.title, one.description) for one in schedule.sessions] == [("a", "")]
    assert "3 entries that are no events, such as tasks, were left out." in told(schedule)


def test_a_very_long_line_is_left_out_and_told() -> None:
    long = "DESCRIPTION:" + "x" * (10 << 20)
    folded = "ATTACH;ENCODING=BASE64:" + "\r\n ".join(["A" * 74] * 20_000)
    schedule = read(
        calendar(event("SUMMARY:a", long, "LOCATION:Hall"), event("SUMMARY:b", folded, uid="2"))
    )
    assert [(one.title, one.description) for one in schedule.sessions] == [("a", ""), ("b", "")]
    assert [room.name for room in schedule.rooms] == ["Hall"]
    assert told(schedule)[:2] == ["The line is longer than 1 MiB and was left out."] * 2
    with pytest.raises(ForumDeskError, match="is larger than 128 MiB"):
        read(b"BEGIN:VCALENDAR\r\n" + b"x" * (129 << 20))


def test_a_line_folded_into_nothing_is_put_together() -> None:
    nothing = "SUMMARY:a" + "\r\n " * 100_000 + "\r\n b"
    endless = "DESCRIPTION:" + "\r\n x" * ((1 << 20) + 1)
    schedule = read(calendar(event(nothing, endless)))
    assert [(one.title, one.description) for one in schedule.sessions] == [("ab", "")]
    assert told(schedule)[0] == "The line is longer than 1 MiB and was left out."


def test_of_a_great_many_unreadable_lines_the_first_are_told() -> None:
    findings = read(calendar(*["?"] * (MOST_UNREAD + 7), event("SUMMARY:a"))).findings
    lines = [one.phrase.said(words_in("en")) for one in findings]
    assert lines.count("The line “?” can't be read; it was left out.") == MOST_UNREAD
    assert "7 more lines can't be read; they were left out." in lines


def test_more_lines_than_memory_would_take_are_refused() -> None:
    with pytest.raises(ForumDeskError, match="a holds too much; nothing was imported"):
        ForeignCalendar(b"BEGIN:VCALENDAR\n" + b"?\n" * MOST_LINES, "a")


def test_deep_nesting_is_nothing_special() -> None:
    deep = "BEGIN:VALARM\r\n" * 50_000
    schedule = read(calendar(deep, event("SUMMARY:a")))
    assert [one.title for one in schedule.sessions] == ["a"]


@pytest.mark.parametrize(
    "line", ["X" + ';A="' * 50_000, "X" + ";A=b" * 50_000, "X;" + ":" * 99_999]
)
def test_no_line_takes_long(line: str) -> None:
    assert only("SUMMARY:a", line).title == "a"


def test_rich_text_stands_in_for_a_plain_one() -> None:
    rich = "X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Rich<br>text</p></body></html>"
    assert only(rich).description == "Rich\ntext"
    assert only(rich, "DESCRIPTION:Plain").description == "Plain"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("one\\ntwo\\n\\nthree <i>four</i>", "one\ntwo\n\nthree four"),
        ('a\\n\\n<a href="https://example.org/x">here</a>', "a\n\nhere (https://example.org/x)"),
        ("a < b\\nc > d", "a < b\nc > d"),
        ("<p>one\\ntwo</p><p>three</p>", "one two\n\nthree"),
    ],
)
def test_lines_of_a_description_stay_beside_markup(said: str, meant: str) -> None:
    assert only(f"DESCRIPTION:{said}").description == meant


def test_one_address_may_be_several_people() -> None:
    schedule = read(
        calendar(
            event("ATTENDEE;CN=Kim:mailto:desk@example.org"),
            event("ATTENDEE;CN=Lee:mailto:desk@example.org", uid="2"),
            event("ATTENDEE:mailto:DESK@example.org", uid="3"),
            event("ATTENDEE:mailto:alone@example.org", uid="4"),
            event("ATTENDEE:mailto:", "ATTENDEE:", uid="5"),
        )
    )
    assert [person.name for person in schedule.persons] == ["Kim", "Lee", "alone@example.org"]
    assert [len(one.speakers) for one in schedule.sessions] == [1, 1, 1, 1, 0]


def test_links_lead_to_the_web_or_are_told() -> None:
    schedule = read(
        calendar(
            event(
                "URL:javascript:alert(1)",
                "ATTACH:file:///etc/passwd",
                "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA",
                "LOCATION:https://zoom.example.org/1",
            )
        )
    )
    (one,) = schedule.sessions
    assert one.links == (Link("https://zoom.example.org/1"),)
    assert schedule.rooms == ()
    assert [text for text in told(schedule) if "left out" in text] == [
        "The link javascript:alert(1) leads to no address on the web; it was left out.",
        "The link file:///etc/passwd leads to no address on the web; it was left out.",
        "A file that is packed into the event was left out.",
    ]


@pytest.mark.parametrize("day", ["00010101", "99991231", "17991201", "30000101"])
def test_days_out_of_bounds_are_told(day: str) -> None:
    schedule = read(calendar(event("SUMMARY:a", "DURATION:PT1H", start=f"DTSTART:{day}T230000Z")))
    assert starts(schedule) == ["-"]
    assert any("can't be; it was taken in without a time" in text for text in told(schedule))


@pytest.mark.parametrize("status", ["CANCELLED", "cancelled"])
def test_cancelled_is_cancelled(status: str) -> None:
    assert only("SUMMARY:a", f"STATUS:{status}").status == "cancelled"


def test_events_outside_any_calendar_are_read() -> None:
    assert starts(read(event("SUMMARY:a").encode())) == ["05-06 09:00"]
