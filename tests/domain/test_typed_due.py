# SPDX-License-Identifier: MIT
"""When something is due, as people type it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.typed_due import Around, TypedDue, said_due, typed_due
from forumdesk.domain.wording import EMPTY, Text

FORUM = date(2024, 6, 27)
SEOUL, WASHINGTON = date(2025, 6, 26), date(2027, 6, 24)
AROUND = Around(FORUM, SEOUL, ((1, FORUM), (2, SEOUL), (3, WASHINGTON)))


def understood(text: str) -> tuple[str, str, str] | None:
    """The last day, and how it is said in Korean and in English."""
    found = typed_due(text, AROUND)
    if found is None:
        return None
    return (str(found.last), found.wording.get("ko", ""), found.wording.get("en", ""))


@pytest.mark.parametrize(
    ("typed", "last", "ko", "en"),
    [
        ("early September 2024", "2024-09-10", "2024년 9월 초", "early September 2024"),
        ("2024년 9월 초", "2024-09-10", "2024년 9월 초", "early September 2024"),
        ("2024년 9월 초순경", "2024-09-10", "2024년 9월 초", "early September 2024"),
        ("by mid-September", "2024-09-20", "2024년 9월 중순", "mid-September 2024"),
        ("9월말", "2024-09-30", "2024년 9월 말", "end of September 2024"),
        ("2025년 2월 말까지", "2025-02-28", "2025년 2월 말", "end of February 2025"),
        ("Sept. 2024", "2024-09-30", "2024년 9월", "September 2024"),
        ("2024-09", "2024-09-30", "2024년 9월", "September 2024"),
        ("6월 초", "2025-06-10", "2025년 6월 초", "early June 2025"),
        ("next month", "2024-07-31", "2024년 7월", "July 2024"),
        ("다음 달 초", "2024-07-10", "2024년 7월 초", "early July 2024"),
        ("mid-2025", "2025-07-31", "2025년 중반", "mid-2025"),
        ("내년 초", "2025-03-31", "2025년 초", "early 2025"),
        ("by the end of the year", "2024-12-31", "2024년 말", "end of 2024"),
        ("year-end 2025", "2025-12-31", "2025년 말", "end of 2025"),
        ("2025년 연말", "2025-12-31", "2025년 말", "end of 2025"),
        ("연내", "2024-12-31", "2024년", "2024"),
        ("Q3 2026", "2026-09-30", "2026년 3분기", "third quarter of 2026"),
        ("3/4분기", "2024-09-30", "2024년 3분기", "third quarter of 2024"),
        ("next quarter", "2024-09-30", "2024년 3분기", "third quarter of 2024"),
        ("상반기", "2024-06-30", "2024년 상반기", "first half of 2024"),
        ("내년 상반기", "2025-06-30", "2025년 상반기", "first half of 2025"),
        ("'25년 하반기", "2025-12-31", "2025년 하반기", "second half of 2025"),
        ("1H 2026", "2026-06-30", "2026년 상반기", "first half of 2026"),
        ("winter 2025", "2026-02-28", "2025년 겨울", "winter 2025"),
        ("2025년 가을", "2025-11-30", "2025년 가을", "autumn 2025"),
        ("before September 2024", "2024-08-31", "2024년 9월 전까지", "before September 2024"),
        ("within 6 months", "2024-12-27", "6개월 이내", "within 6 months"),
        ("석 달 내", "2024-09-27", "3개월 이내", "within 3 months"),
        ("1년 안에", "2025-06-27", "1년 이내", "within 1 year"),
        ("in two weeks", "2024-07-11", "2주 이내", "within 2 weeks"),
        ("다음 포럼까지", "2025-06-26", "다음 포럼까지", "by the next forum"),
        ("by the 3rd forum", "2027-06-24", "제3회 포럼까지", "by the 3rd forum"),
        ("분기마다", "None", "분기마다", "every quarter"),
        ("ongoing", "None", "상시", "ongoing"),
    ],
)
def test_a_period_ends_with_its_last_day_and_is_said_in_both_languages(
    typed: str, last: str, ko: str, en: str
) -> None:
    assert understood(typed) == (last, ko, en)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        *(("2024-09-10", date(2024, 9, 10)), ("2024. 9. 10.", date(2024, 9, 10))),
        *(("no later than 30 June 2025", date(2025, 6, 30)), ("9월 10일까지", date(2024, 9, 10))),
        *(("September 10", date(2024, 9, 10)), ("June 1", date(2025, 6, 1))),
    ],
)
def test_a_day_needs_no_words_and_is_the_next_where_no_year_is_said(typed: str, day: date) -> None:
    assert typed_due(typed, AROUND) == TypedDue(day, exact=True)


def test_a_forum_without_a_date_is_waited_for() -> None:
    found = typed_due("by the next forum", Around(FORUM))
    assert found == TypedDue(None, Text.of(ko="다음 포럼까지", en="by the next forum"), waits=True)
    ninth = typed_due("제9회 포럼까지", AROUND)
    assert ninth is not None
    assert ninth.waits


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "soon", "31 Feb 2025", "September 31", "end of the 2026 academic year", "13월"),
        *("x" * 300, "2199년", "in 999 years and a day", "5분기", "\x00", "-", "까지"),
    ],
)
def test_what_is_no_time_is_not_guessed(typed: str) -> None:
    assert typed_due(typed, AROUND) is None


@pytest.mark.parametrize("near", [date.min, date.max, date(2024, 2, 29), date(2023, 12, 31)])
@pytest.mark.parametrize(
    "typed", ["연말", "winter", "2월", "in 999 years", "next quarter", "1일 내"]
)
def test_no_day_of_the_promise_is_too_odd(near: date, typed: str) -> None:
    found = typed_due(typed, Around(near))
    assert found is None or found.last is None or found.last >= near


@given(st.text(max_size=40))
def test_anything_may_be_typed(typed: str) -> None:
    found = typed_due(typed, AROUND)
    assert found is None or found.exact is not bool(found.wording)


def test_what_was_understood_is_understood_again() -> None:
    for typed in ("early September 2024", "mid-2025", "Q3 2026", "'25년 하반기", "before May 2025"):
        found = typed_due(typed, AROUND)
        assert found is not None
        for said in found.wording.values():
            again = typed_due(said, AROUND)
            assert (again and again.last) == found.last, said


def test_words_stand_before_the_day() -> None:
    day = date(2024, 9, 10)
    assert said_due(day, EMPTY, "ko") == "2024년 9월 10일"
    assert said_due(day, Text.of(en="early September"), "en") == "early September"
    assert said_due(None, EMPTY, "en") == ""
