# SPDX-License-Identifier: MIT
"""Typed times, lengths and shifts; two of start, end and length; the clock of a place."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.times import (
    Reading,
    known_zone,
    later,
    parse_duration,
    parse_shift,
    parse_time,
    reading,
    settle,
    typed_cut,
    typed_end,
    typed_shift,
    typed_start,
    utc,
    wall_time,
    zone,
)

TIMES = {
    "9": "9:00", "09": "9:00", "930": "9:30", "0930": "9:30", "9:30": "9:30", "09:30": "9:30",
    "9.30": "9:30", "9;30": "9:30", "9 30": "9:30", "09:30:00": "9:30", "１４：３０": "14:30",
    "07h00": "7:00", "7h": "7:00", "14 h 30": "14:30", "7h5": "7:05", "14:30 Uhr": "14:30",
    "9시": "9:00", "9시 30분": "9:30", "9시30분": "9:30", "9시 5분": "9:05", "9시 반": "9:30",
    "오전 9시 30분": "9:30", "오후 2:30": "14:30", "오후2시": "14:00", "오후 12:30": "12:30",
    "오전 12:30": "0:30", "오전 0:30": "0:30", "오후 14:30": "14:30", "저녁 7시": "19:00",
    "밤 11시": "23:00", "밤 12시": "24:00", "낮 12시": "12:00", "정오": "12:00", "자정": "24:00",
    "2:30 pm": "14:30", "2:30pm": "14:30", "2:30 p.m.": "14:30", "2:30 PM": "14:30",
    "2 p.m.": "14:00", "12 am": "0:00", "12 pm": "12:00", "11:59 a.m.": "11:59", "230pm": "14:30",
    "noon": "12:00", "midnight": "24:00", "午後2時30分": "14:30", "上午9点": "9:00",
    "0": "0:00", "000": "0:00", "0000": "0:00", "23:59": "23:59", "24:00": "24:00",
    "2400": "24:00", "25:30": "25:30", "29:59": "29:59", " 9:30 ": "9:30", "9:30\u202fAM": "9:30",
}  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), TIMES.items())
def test_a_time_is_understood(typed: str, meant: str) -> None:
    hours, minutes = map(int, meant.split(":"))
    assert parse_time(typed) == hours * 60 + minutes


@pytest.mark.parametrize(
    "typed",
    [
        *("", "x", "9:3", "9:60", "960", "30:00", "99", "12345", "9:30:15", "-9", "9.5", "9:30 xm"),
        *("오전 14:30", "오전 2:30 pm", "오후 0:30", "13 am", "24 pm", "9시 60분", "h30", ":30"),
    ],
)
def test_what_is_no_time_is_refused_by_name(typed: str) -> None:
    with pytest.raises(ForumDeskError, match="is not a time; write it like 9:30"):
        parse_time(typed)


LENGTHS = {
    "45": 45, "45m": 45, "45 min": 45, "45 minutes": 45, "45분": 45, "90분": 90, "45분간": 45,
    "1h": 60, "1h30": 90, "1h30m": 90, "1 h 30 min": 90, "1:30": 90, "1.5h": 90, "1,5 h": 90,
    "0.25 hours": 15, "1시간": 60, "1시간 30분": 90, "1시간30분": 90, "1시간 반": 90,
    "2 hours": 120, "1 hour 15 minutes": 75, "90'": 90, "0": 0, "１０": 10, "7:00": 420,
    "10080": 10080,
}  # fmt: skip


@pytest.mark.parametrize(("typed", "minutes"), LENGTHS.items())
def test_a_length_is_understood(typed: str, minutes: int) -> None:
    assert parse_duration(typed) == minutes


@pytest.mark.parametrize("typed", ["", "x", "-5", "1:75", "h", "10081", "99999", "1.5", "5 days"])
def test_what_is_no_length_is_refused_by_name(typed: str) -> None:
    with pytest.raises(ForumDeskError, match="is not a length; write it like 45"):
        parse_duration(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("+15", 15), ("-15", -15), ("−1h", -60), ("–10분", -10), ("+ 1:30", 90), ("15", None)],
)
def test_a_shift_has_a_sign(typed: str, minutes: int | None) -> None:
    assert parse_shift(typed) == minutes


@given(st.text(max_size=20))
def test_any_text_is_understood_or_refused(text: str) -> None:
    for parse in (parse_time, parse_duration):
        with suppress(ForumDeskError):
            assert parse(text) >= 0


@given(st.integers(0, 30 * 60 - 1))
def test_every_minute_can_be_typed(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    assert parse_time(f"{hours}:{rest:02}") == minutes
    assert parse_time(f"{hours:02}{rest:02}") == minutes
    assert parse_time(f"{hours}시 {rest}분") == minutes


MAY_6 = date(2026, 5, 6)


def at(hour: int, minute: int = 0, day: int = 6) -> datetime:
    return datetime(2026, 5, day, hour, minute)


@pytest.mark.parametrize(
    ("minutes", "boundary", "wall"),
    [
        (9 * 60, 240, at(9)),
        (30, 240, at(0, 30, day=7)),
        (4 * 60, 240, at(4)),
        (25 * 60, 240, at(1, 0, day=7)),
        (30, 0, at(0, 30)),
    ],
)
def test_a_time_before_the_boundary_is_in_the_night_after(
    minutes: int, boundary: int, wall: datetime
) -> None:
    assert wall_time(MAY_6, minutes, boundary) == wall


@pytest.mark.parametrize(
    ("typed", "start"),
    [("", None), ("  ", None), ("14", at(14)), ("0:30", at(0, 30, day=7)), ("+15", at(10, 15))],
)
def test_a_typed_start(typed: str, start: datetime | None) -> None:
    assert typed_start(typed, day=MAY_6, boundary=240, reference=at(10)) == start


def test_a_shift_needs_a_time_to_move() -> None:
    with pytest.raises(ForumDeskError, match="no time yet to move"):
        typed_start("+15", day=MAY_6, boundary=240)


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("", None),
        ("23", at(23)),
        ("22:00", at(22)),
        ("0:30", at(0, 30, day=7)),
        ("24:00", at(0, day=7)),
        ("25:30", at(1, 30, day=7)),
        ("10:00", at(10, day=7)),
        ("45m", at(22, 45)),
        ("90분", at(23, 30)),
        ("1h30m", at(23, 30)),
        ("1h30", at(23, 30)),
        ("23h30", at(23, 30)),
        ("1시간 30분", at(23, 30)),
        ("+15", at(22, 45)),
        ("-10", at(22, 20)),
    ],
)
def test_a_typed_end(typed: str, end: datetime | None) -> None:
    assert typed_end(typed, starts=at(22), ends=at(22, 30)) == end


def test_an_end_more_than_twelve_hours_later_is_a_slip() -> None:
    with pytest.raises(ForumDeskError, match=r"The end 13 is before the start 14:00\."):
        typed_end("13", starts=at(14))


def test_two_of_three_settle_the_third() -> None:
    assert settle() == (None, None)
    assert settle(starts=at(9)) == (at(9), None)
    assert settle(minutes=30) == (None, 30)
    assert settle(at(9), minutes=30) == (at(9), 30)
    assert settle(at(9), at(9, 30)) == (at(9), 30)
    assert settle(ends=at(9, 30), minutes=30) == (at(9), 30)
    assert settle(at(9), at(9, 30), 30) == (at(9), 30)


def test_three_that_disagree_and_an_end_alone_are_refused() -> None:
    with pytest.raises(ForumDeskError, match="From 09:00 to 09:30 is not 45 minutes"):
        settle(at(9), at(9, 30), 45)
    with pytest.raises(ForumDeskError, match="An end alone is no time"):
        settle(ends=at(9, 30))


@pytest.mark.parametrize(
    ("wall", "place", "read"),
    [
        (datetime(2026, 3, 8, 2, 30), "America/New_York", Reading.SKIPPED),
        (datetime(2026, 3, 8, 3, 0), "America/New_York", Reading.ONCE),
        (datetime(2026, 3, 8, 1, 59), "America/New_York", Reading.ONCE),
        (datetime(2026, 11, 1, 1, 30), "America/New_York", Reading.TWICE),
        (datetime(2026, 11, 1, 2, 0), "America/New_York", Reading.ONCE),
        (datetime(2026, 3, 8, 2, 30), "Asia/Seoul", Reading.ONCE),
        (datetime(2026, 10, 25, 2, 30), "Europe/Berlin", Reading.TWICE),
    ],
)
def test_a_wall_time_is_read_once_never_or_twice(wall: datetime, place: str, read: Reading) -> None:
    assert reading(wall, zone(place)) is read


def test_wall_time_becomes_utc() -> None:
    seoul, new_york = zone("Asia/Seoul"), zone("America/New_York")
    assert utc(at(9), seoul) == datetime(2026, 5, 6, 0, 0, tzinfo=UTC)
    skipped = datetime(2026, 3, 8, 2, 30)
    assert utc(skipped, new_york) == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)
    twice = datetime(2026, 11, 1, 1, 30)
    assert utc(twice, new_york) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize("name", ["", "Mars/Base", "/etc/localtime", "../UTC", "a\0b", "서울"])
def test_an_unknown_zone_is_refused_by_name(name: str) -> None:
    with pytest.raises(ForumDeskError, match="There is no time zone"):
        zone(name)


def test_a_zone_of_any_name_is_known_or_not() -> None:
    assert known_zone("Europe/Brussels") == ZoneInfo("Europe/Brussels")
    assert [known_zone(name) for name in ("", "Mars/Base", "../etc", "\0")] == [None] * 4


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("+15", 15), ("-1h", -60), ("30분", 30), ("45", 45), ("−1시간 30분", -90), ("１５", 15)],
)
def test_shift_may_be_typed_with_or_without_a_sign(text: str, minutes: int) -> None:
    assert typed_shift(text) == minutes


@pytest.mark.parametrize("text", ["", "later", "+", "+later", "20000"])
def test_shift_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ForumDeskError, match="is not a length"):
        typed_shift(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("20", 20), ("20분", 20), ("0:20", 20), ("9:20", 20), ("오전 9시 20분", 20)),
        *(("45", None), ("8:50", 24 * 60 - 10)),
    ],
)
def test_cut_is_a_length_or_a_time_in_the_session(text: str, minutes: int | None) -> None:
    starts = datetime(2024, 6, 27, 9)
    if minutes is None:
        with pytest.raises(ForumDeskError, match="is not a time"):
            typed_cut(text, starts=starts, minutes=40)
    else:
        assert typed_cut(text, starts=starts, minutes=40) == minutes


def test_cut_of_a_session_without_a_time_is_a_length() -> None:
    assert typed_cut("1h30", starts=None, minutes=120) == 90


def test_later_ends_with_the_calendar() -> None:
    assert later(datetime(9999, 12, 31), timedelta(days=2)) == datetime.max
    assert later(datetime(1, 1, 1), timedelta(days=-2)) == datetime.min
