# SPDX-License-Identifier: MIT
"""Days and times as lists have them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.typed_days import TypedDay, typed_day, typed_moment

DAY = date(2024, 6, 27)
DAYS = (
    *("2024-06-27", "2024-6-27", "2024.6.27.", "2024. 6. 27.", "2024/06/27", "20240627"),
    *("2024년 6월 27일", "2024년6월27일(목)", "2024. 6. 27.(목)", "2024年6月27日", "27.06.2024"),
    *("27.6.2024", "6/27/2024", "27/6/2024", "June 27, 2024", "Jun 27 2024", "27 June 2024"),
    *("Thursday, June 27, 2024", "27. Juni 2024", "Thu 27 Jun 2024", "27th June 2024"),
)


@pytest.mark.parametrize("text", DAYS)
def test_days_are_read_as_people_write_them(text: str) -> None:
    assert typed_day(text) == TypedDay(DAY)


def test_a_day_that_may_be_another_is_doubtful() -> None:
    assert typed_day("6/7/2024") == TypedDay(date(2024, 6, 7), doubtful=True)
    assert typed_day("06-07-2024") == TypedDay(date(2024, 6, 7), doubtful=True)
    assert typed_day("6.7.2024") == TypedDay(date(2024, 7, 6))
    assert typed_day("6/6/2024") == TypedDay(date(2024, 6, 6))


def test_a_number_is_a_day_as_spreadsheets_count() -> None:
    assert typed_day("45470") == TypedDay(DAY, serial=True)
    assert typed_day("45470.6") == TypedDay(DAY, serial=True)
    assert typed_day("12345") is None


@pytest.mark.parametrize("text", ["", "soon", "2024-13-01", "31.2.2024", "13/13/2024", "June 2024"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_day(text) is None


MOMENTS = {
    "2024-06-27 14:30": datetime(2024, 6, 27, 14, 30),
    "2024-06-27T14:30:00": datetime(2024, 6, 27, 14, 30),
    "2024. 6. 27. 오후 2:30": datetime(2024, 6, 27, 14, 30),
    "2024년 6월 27일 오후 2시 30분": datetime(2024, 6, 27, 14, 30),
    "2024년 6월 27일 14시": datetime(2024, 6, 27, 14),
    "June 27, 2024 2:30 p.m.": datetime(2024, 6, 27, 14, 30),
    "6/27/2024 12:05 AM": datetime(2024, 6, 27, 0, 5),
    "2024-06-27": datetime(2024, 6, 27),
    "2024-06-27 25:00": None,
    "14:30": None,
    "": None,
}


@pytest.mark.parametrize("text", MOMENTS)
def test_times_are_read_with_their_day(text: str) -> None:
    assert typed_moment(text) == MOMENTS[text]


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    typed_day(text)
    typed_moment(text)


@given(st.dates())
def test_iso_days_are_read(day: date) -> None:
    assert typed_day(day.isoformat()) == TypedDay(day)
