# SPDX-License-Identifier: MIT
"""Dates and times are written as each language writes them, with ordinary spaces."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.dates import (
    Clock,
    clock_time,
    date_full,
    date_long,
    date_range,
    date_short,
    duration,
    stamp_time,
    time_range,
    weekday,
)

JUNE_27 = date(2024, 6, 27)
LANGUAGES = ("ko", "en", "en-GB", "ja", "zh", "zh-Hant", "de", "fr", "es", "vi", "ar", "xx", "")


@pytest.mark.parametrize(
    ("language", "full", "long", "short"),
    [
        ("ko", "2024년 6월 27일 목요일", "2024년 6월 27일", "6월 27일(목)"),
        ("en", "Thursday, June 27, 2024", "June 27, 2024", "Thu, Jun 27"),
        ("ja", "2024年6月27日木曜日", "2024年6月27日", "6月27日(木)"),
        ("de", "Donnerstag, 27. Juni 2024", "27. Juni 2024", "Do., 27. Juni"),
        ("fr", "jeudi 27 juin 2024", "27 juin 2024", "jeu. 27 juin"),
        ("xx", "Thursday, June 27, 2024", "June 27, 2024", "Thu, Jun 27"),
    ],
)
def test_a_date_in_three_lengths(language: str, full: str, long: str, short: str) -> None:
    assert date_full(JUNE_27, language) == full
    assert date_long(JUNE_27, language) == long
    assert date_short(JUNE_27, language) == short


@pytest.mark.parametrize(
    ("language", "last", "written"),
    [
        ("ko", date(2024, 6, 27), "2024년 6월 27일 목요일"),
        ("ko", date(2024, 6, 28), "2024년 6월 27일(목)–28일(금)"),
        ("ko", date(2024, 7, 1), "2024년 6월 27일(목)–7월 1일(월)"),
        ("ko", date(2025, 1, 2), "2024년 6월 27일(목)–2025년 1월 2일(목)"),
        ("en", date(2024, 6, 28), "June 27–28, 2024"),
        ("en", date(2024, 7, 1), "June 27 – July 1, 2024"),
        ("en", date(2025, 1, 2), "June 27, 2024 – January 2, 2025"),
        ("ja", date(2024, 6, 28), "2024年6月27日(木)–28日(金)"),
        ("de", date(2024, 6, 28), "27.–28. Juni 2024"),
    ],
)
def test_a_range_of_days_says_once_what_they_share(language: str, last: date, written: str) -> None:
    assert date_range(JUNE_27, last, language) == written


@pytest.mark.parametrize(
    ("language", "morning", "noon", "midnight"),
    [
        ("ko", "오전 9:05", "오후 12:00", "오전 12:00"),
        ("en", "9:05 a.m.", "12:00 p.m.", "12:00 a.m."),
        ("ja", "午前9:05", "午後12:00", "午前12:00"),
        ("de", "09:05", "12:00", "00:00"),
    ],
)
def test_the_clock_of_twelve_follows_the_language(
    language: str, morning: str, noon: str, midnight: str
) -> None:
    hours = (time(9, 5), time(12), time(0))
    assert [clock_time(at, language, Clock.H12) for at in hours] == [morning, noon, midnight]


def test_the_clock_of_twentyfour_is_alike_everywhere() -> None:
    assert {clock_time(time(9, 5), language) for language in LANGUAGES} == {"09:05"}


def test_times_from_start_to_end() -> None:
    nine, half_past = datetime(2024, 6, 27, 9), datetime(2024, 6, 27, 10, 30)
    assert time_range(nine, half_past, "ko") == "09:00–10:30"
    assert time_range(nine, half_past, "ko", Clock.H12) == "오전 9:00–오전 10:30"
    assert time_range(nine, None, "en") == "09:00–"


def test_stamps_and_lengths() -> None:
    assert stamp_time(datetime(2024, 6, 24, 18, 20, 59)) == "2024-06-24 18:20"
    assert weekday(JUNE_27, "ko") == "목"
    assert duration(timedelta(minutes=90), "ko") == "1시간 30분"
    assert duration(timedelta(minutes=90), "en") == "1 hr 30 min"
    assert duration(timedelta(minutes=120), "en") == "2 hr"
    assert duration(timedelta(0), "en") == "0 min"


@given(st.dates(), st.timedeltas(timedelta(0), timedelta(days=500)), st.sampled_from(LANGUAGES))
def test_no_language_writes_narrow_spaces(first: date, length: timedelta, language: str) -> None:
    last = min(first, date.max - length) + length
    written = [
        date_full(first, language),
        date_range(min(first, last), last, language),
        date_short(first, language),
        clock_time(time(14, 30), language, Clock.H12),
        duration(length, language),
    ]
    assert all(written)
    assert not any(c in text for text in written for c in "\u2009\u200a\u202f\u00a0")
