# SPDX-License-Identifier: MIT
"""Calendars written from values, and read back by a library that nobody here wrote."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import icalendar
import pytest

from forumdesk.domain.agenda import Link
from forumdesk.domain.wording import Text
from forumdesk.exchange.calendar import (
    Attendee,
    Calendar,
    Due,
    Event,
    EventStatus,
    Held,
    Writing,
    reminders,
    series_days,
    uid_of,
    written,
)
from forumdesk.exchange.calendar_in import ForeignCalendar
from forumdesk.exchange.calendar_zones import zone_lines

CHANGED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
BOTH = Writing(("ko", "en"), CHANGED)
ID = "0190d3a0-1111-7222-8333-444455556666"


def read(data: bytes) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical(data)


def events(data: bytes) -> list[icalendar.Event]:
    return list(read(data).walk("VEVENT"))


def test_every_field_comes_back() -> None:
    event = Event(
        uid_of(ID),
        datetime(2026, 5, 6, 9, 30),
        datetime(2026, 5, 6, 10, 15),
        summary=(("ko", "개회; 환영"), ("en", "Opening, welcome")),
        description=(("ko", "첫째 줄\n둘째 줄"), ("en", "One \\ line")),
        location=(("ko", "대강당"), ("en", "Great Hall")),
        categories=("Opening", "A, B"),
        links=(
            Link("https://example.org/slides.pdf", "Slides", "attachment"),
            Link("https://example.org/1", kind="page"),
            Link("javascript:alert(1)"),
        ),
        attendees=(Attendee('Hong "Gil" Dong', "CHAIR", "chairs"),),
        status=EventStatus.CANCELLED,
        access="PRIVATE",
        sequence=3,
    )
    data = written(Calendar((("en", "Forum"),), (event,), CHANGED, "Asia/Seoul"))
    calendar = read(data)
    assert (calendar["VERSION"], calendar["X-WR-CALNAME"]) == ("2.0", "Forum")
    (found,) = calendar.walk("VEVENT")
    assert found["UID"] == ID
    assert found["DTSTART"].dt == datetime(2026, 5, 6, 9, 30, tzinfo=ZoneInfo("Asia/Seoul"))
    assert found["DTEND"].dt == datetime(2026, 5, 6, 10, 15, tzinfo=ZoneInfo("Asia/Seoul"))
    assert found["SUMMARY"] == "개회; 환영 / Opening, welcome"
    assert found["SUMMARY"].params["LANGUAGE"] == "ko"
    assert found["DESCRIPTION"] == "첫째 줄\n둘째 줄\n\nOne \\ line"
    assert found["LOCATION"] == "대강당 / Great Hall"
    assert [str(each) for each in found["CATEGORIES"].cats] == ["Opening", "A, B"]
    assert found["URL"] == "https://example.org/1"
    assert found["ATTACH"] == "https://example.org/slides.pdf"
    assert b"javascript" not in data
    assert found["ATTENDEE"] == "invalid:nomail"
    assert found["ATTENDEE"].params["CN"] == "Hong 'Gil' Dong"
    assert found["ATTENDEE"].params["ROLE"] == "CHAIR"
    assert (found["STATUS"], found["CLASS"], found["SEQUENCE"]) == ("CANCELLED", "PRIVATE", 3)
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == CHANGED
    assert not calendar.errors
    assert not found.errors


def test_lines_are_folded_on_octets_and_never_inside_a_character() -> None:
    text = "가나다라마바사아자차카타파하" * 40 + "a" * 200 + "é" * 100 + "🇰🇷" * 30
    for lead in range(5):
        event = Event("1", datetime(2026, 5, 6, 9), summary=(("ko", "x" * lead + text),))
        data = written(Calendar((), (event,)))
        lines = data.split(b"\r\n")
        assert lines.pop() == b""
        assert max(map(len, lines)) <= 75
        for line in lines:
            line.decode()  # whole characters
        (found,) = events(data)
        assert found["SUMMARY"] == "x" * lead + text
        folds = [line for line in lines if line.startswith(b" ")]
        assert min(len(line) for line in folds[:-1]) > 70


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York", "Europe/Berlin", "UTC"])
def test_times_are_right_on_both_sides_of_a_change_of_the_clock(zone: str) -> None:
    days = [date(2026, month, day) for month in (3, 10, 11) for day in range(1, 32, 3) if day < 31]
    walls = [datetime(day.year, day.month, day.day, 9) for day in days]
    made = tuple(Event(f"{n}", wall, wall + timedelta(hours=1)) for n, wall in enumerate(walls))
    data = written(Calendar((), made, zone=zone))
    place = ZoneInfo(zone)
    for found, wall in zip(events(data), walls, strict=True):
        right = wall.replace(tzinfo=place).astimezone(UTC)
        assert found["DTSTART"].dt.astimezone(UTC) == right
        assert found["DTEND"].dt.astimezone(UTC) == right + timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [
        ("Asia/Seoul", 2024, 2026),
        ("Asia/Seoul", 1987, 1988),
        ("America/New_York", 2024, 2027),
        ("America/New_York", 2006, 2008),
        ("Europe/Berlin", 2026, 2026),
        ("Europe/Dublin", 2026, 2026),
        ("Africa/Casablanca", 2025, 2026),
        ("Asia/Pyongyang", 2015, 2018),
        ("Australia/Lord_Howe", 2026, 2026),
        ("Pacific/Apia", 2011, 2012),
    ],
)
def test_the_rules_written_are_those_of_the_zone(zone: str, first: int, last: int) -> None:
    place = ZoneInfo(zone)
    text = "\r\n".join(zone_lines(place, first, last))
    told = icalendar.Timezone.from_ical(text).to_tz(lookup_tzid=False)
    at = datetime(first, 1, 1, tzinfo=UTC)
    while at.year <= last:
        wall = at.astimezone(place).replace(tzinfo=None)
        clear = wall.replace(tzinfo=place, fold=0).utcoffset()
        if clear == wall.replace(tzinfo=place, fold=1).utcoffset():  # said once
            assert wall.replace(tzinfo=told).utcoffset() == clear, wall
        at += timedelta(hours=7)


def test_a_zone_that_changes_by_rule_is_written_as_two_rules() -> None:
    lines = zone_lines(ZoneInfo("America/New_York"), 2026, 2027)
    assert [line for line in lines if line.startswith("RRULE")] == [
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    ]
    seoul = zone_lines(ZoneInfo("Asia/Seoul"), 2026, 2027)
    assert [line for line in seoul if line.startswith("TZOFFSETTO")] == ["TZOFFSETTO:+0900"]


def test_commitments_are_days_with_reminders_in_the_morning() -> None:
    due = Due(
        ID,
        Text.of(ko="샌호세 센터 개소", en="Open the San Jose centre"),
        date(2024, 9, 10),
        owners=(Text.of(ko="한국반도체협회", en="KSIA"), Text.of(en="SIA")),
        remind=(1, 14, 0),
        when=Text.of(en="early September 2024"),
    )
    name = Text.of(ko="약속", en="Commitments")
    data = reminders(name, [due], BOTH)
    assert data == reminders(name, [due], BOTH)
    (found,) = events(data)
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (date(2024, 9, 10), date(2024, 9, 11))
    assert found["SUMMARY"] == "샌호세 센터 개소 / Open the San Jose centre"
    when = "early September 2024"  # which is said in one language
    assert found["DESCRIPTION"] == f"한국반도체협회, SIA\n{when}\n\nKSIA, SIA\n{when}"
    assert found["TRANSP"] == "TRANSPARENT"
    alarms = found.walk("VALARM")
    morning = datetime(2024, 9, 10)
    assert [morning + alarm["TRIGGER"].dt for alarm in alarms] == [
        *(datetime(2024, 8, 27, 9), datetime(2024, 9, 9, 9), datetime(2024, 9, 10, 9)),
    ]
    assert {str(alarm["ACTION"]) for alarm in alarms} == {"DISPLAY"}
    assert all(alarm["DESCRIPTION"] == found["SUMMARY"] for alarm in alarms)


def test_a_series_has_its_editions_and_the_days_suggested() -> None:
    held = [
        Held("series/3", Text.of(en="3rd Forum"), date(2027, 6, 24), suggested=True),
        Held(
            ID,
            Text.of(ko="제2회 포럼", en="2nd Forum"),
            date(2026, 6, 25),
            date(2026, 6, 26),
            place=Text.of(en="Seoul"),
            link="https://example.org/2",
            sequence=2,
        ),
    ]
    second, third = events(series_days(Text.of(en="Forum"), held, BOTH))
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (date(2026, 6, 25), date(2026, 6, 27))
    assert (second["STATUS"], second["SEQUENCE"], second["UID"]) == ("CONFIRMED", 2, ID)
    assert (second["LOCATION"], second["URL"]) == ("Seoul", "https://example.org/2")
    assert (third["STATUS"], third["UID"]) == ("TENTATIVE", "series/3@forumdesk")
    assert third["DTEND"].dt == date(2027, 6, 25)


def test_open_ends_and_no_length_are_told_apart() -> None:
    at = datetime(2026, 5, 6, 9)
    made = (Event("a", at), Event("b", at, at), Event("c", at, at + timedelta(minutes=5)))
    first, second, third = events(written(Calendar((), made, zone="Asia/Seoul")))
    assert "DTEND" not in first
    assert "DURATION" not in first
    assert second["DURATION"].dt == timedelta()
    assert third["DTEND"].dt - third["DTSTART"].dt == timedelta(minutes=5)


def test_the_calendar_says_what_it_is() -> None:
    name, about = (("ko", "포럼"), ("en", "Forum")), (("en", "Together"),)
    event = Event("a", datetime(2026, 5, 6, 9))
    data = written(
        Calendar(name, (event,), zone="Asia/Seoul", description=about, link="https://example.org/")
    )
    found = read(data)
    assert (found["NAME"], found["X-WR-CALDESC"]) == ("포럼 / Forum", "Together")
    assert (found["URL"], found["X-WR-TIMEZONE"]) == ("https://example.org/", "Asia/Seoul")
    again = ForeignCalendar(data, "a.ics").schedule()
    assert (again.name, again.title, again.subtitle) == ("포럼 / Forum", "포럼", "Together")
    assert again.link == "https://example.org/"


def test_times_without_a_known_zone_are_floating() -> None:
    for zone in ("", "Nowhere/At_All"):
        (found,) = events(written(Calendar((), (Event("a", datetime(2026, 5, 6, 9)),), zone=zone)))
        assert found["DTSTART"].dt == datetime(2026, 5, 6, 9)


@pytest.mark.parametrize("odd", ["\x00a", "a\u200bb", "\u202ea", "\ud800a", "a\u2028b", "a\rb"])
def test_no_character_breaks_a_calendar(odd: str) -> None:
    event = Event(
        uid_of(odd),
        datetime(2026, 5, 6, 9),
        summary=(("ko", odd),),
        description=(("ko", odd),),
        location=(("ko", odd),),
        categories=(odd,),
        links=(Link(odd, odd), Link(f"https://example.org/{odd}", odd)),
        attendees=(Attendee(odd),),
        own=(("TITLE", "ko", odd),),
    )
    data = written(Calendar((("ko", odd),), (event,), link=odd))
    (found,) = events(data)
    assert not found.errors
    lines = data.decode().removesuffix("\r\n").split("\r\n")
    assert all(line.isprintable() for line in lines)
    assert all(len(one) for one, _ in pairwise(lines))
