# SPDX-License-Identifier: MIT
"""Rules of recurrence: read, written, refused, and expanded within bounds."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.recurrence import (
    LAST,
    Rule,
    Unit,
    check,
    days_of,
    next_days,
    rule_of,
    typed_rule,
    understood,
)
from forumdesk.domain.words import words_in

JUNE = "FREQ=YEARLY;BYMONTH=6;BYDAY=4TH"


@pytest.mark.parametrize(
    ("rrule", "rule"),
    [
        (JUNE, Rule(months=(6,), nth=4, weekday=3)),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH", Rule(months=(6,), nth=LAST, weekday=3)),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=27", Rule(2, months=(6,), day=27)),
        ("FREQ=YEARLY;BYMONTH=5,11;BYDAY=2TU", Rule(months=(5, 11), nth=2, weekday=1)),
        ("FREQ=MONTHLY;INTERVAL=18;BYDAY=1MO", Rule(18, Unit.MONTHS, nth=1)),
        ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1", Rule(6, Unit.MONTHS, day=LAST)),
        ("FREQ=MONTHLY;INTERVAL=6", Rule(6, Unit.MONTHS)),
        ("FREQ=YEARLY", Rule()),
    ],
)
def test_rule_that_people_edit_goes_to_rrule_and_back(rrule: str, rule: Rule) -> None:
    assert understood(rrule) == rule
    assert rule.rrule == rrule
    assert typed_rule(rrule) == rrule


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=WEEKLY;BYDAY=TH",
        "FREQ=DAILY;INTERVAL=400",
        "FREQ=YEARLY;BYMONTH=6;BYDAY=4TH;COUNT=3",
        "FREQ=YEARLY;BYMONTH=6;BYDAY=4TH;UNTIL=20301231",
        "FREQ=YEARLY;BYMONTH=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=6;BYDAY=TH",
        "FREQ=YEARLY;BYDAY=20MO",  # of the year, not of a month
        "FREQ=YEARLY;BYMONTHDAY=13",  # of every month
        "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYMONTH=6;BYDAY=-2TH",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-2",
        "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1,2",
    ],
)
def test_rule_that_says_more_is_kept_as_it_is(rrule: str) -> None:
    assert understood(rrule) is None
    assert typed_rule(rrule) == rrule
    assert next(days_of(rrule, date(2024, 6, 27))) >= date(2024, 1, 1)


@pytest.mark.parametrize(
    ("typed", "rrule"),
    [
        ("every 6 months", "FREQ=MONTHLY;INTERVAL=6"),
        ("Every year", "FREQ=YEARLY"),
        ("6개월마다", "FREQ=MONTHLY;INTERVAL=6"),
        ("2년마다", "FREQ=YEARLY;INTERVAL=2"),
        ("매년", "FREQ=YEARLY"),
        (" rrule:freq=yearly; bymonth=6; byday=4th; ", JUNE),
        ("", ""),
        ("   ", ""),
    ],
)
def test_rule_is_understood_as_it_is_typed(typed: str, rrule: str) -> None:
    assert typed_rule(typed) == rrule


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "now and then",
            "“NOWANDTHEN” is no rule; one looks like FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH.",
        ),
        (
            "every 0 years",
            "“EVERY0YEARS” is no rule; one looks like FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH.",
        ),
        ("BYMONTH=6", "“BYMONTH=6” is no rule; one looks like FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH."),
        (
            "FREQ=YEARLY;FREQ=DAILY",
            "“FREQ=DAILY” is no rule; one looks like FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH.",
        ),
        ("FREQ=OFTEN", "“OFTEN” can't stand for FREQ in a rule."),
        ("FREQ=YEARLY;BYMONTH=13", "“13” can't stand for BYMONTH in a rule."),
        ("FREQ=YEARLY;BYMONTH=0", "“0” can't stand for BYMONTH in a rule."),
        ("FREQ=YEARLY;BYMONTH=-6", "“-6” can't stand for BYMONTH in a rule."),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=4XX", "“4XX” can't stand for BYDAY in a rule."),
        ("FREQ=YEARLY;BYDAY=0MO", "“0MO” can't stand for BYDAY in a rule."),
        ("FREQ=YEARLY;BYMONTHDAY=32", "“32” can't stand for BYMONTHDAY in a rule."),
        ("FREQ=YEARLY;BYMONTHDAY=1,x", "“1,X” can't stand for BYMONTHDAY in a rule."),
        ("FREQ=YEARLY;INTERVAL=0", "“0” can't stand for INTERVAL in a rule."),
        ("FREQ=YEARLY;INTERVAL=９", "“９” can't stand for INTERVAL in a rule."),
        ("FREQ=YEARLY;UNTIL=20301301", "“20301301” can't stand for UNTIL in a rule."),
        ("FREQ=YEARLY;WKST=XX", "“XX” can't stand for WKST in a rule."),
        ("FREQ=HOURLY", "A forum meets on days: HOURLY is too often."),
        ("FREQ=SECONDLY;BYMONTH=6", "A forum meets on days: SECONDLY is too often."),
        (
            "FREQ=YEARLY;COUNT=3;UNTIL=20300101",
            "A rule ends after so many times (COUNT) or on a day (UNTIL), not both.",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "There is no such day: month 2, day 30.",
        ),
        (
            "FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31",
            "There is no such day: month 4, 6, day 31.",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7",
            "By the rule FREQ=YEARLY;BYWEEKNO=1;BYMONTH=7 no day ever comes.",
        ),
        ("FREQ=YEARLY;BYMONTH=" + ",".join(["6"] * 300), "This rule is too long to be one."),
    ],
)
def test_what_is_no_rule_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(ForumDeskError) as refused:
        typed_rule(typed)
    assert str(refused.value) == sentence
    assert refused.value.said(words_in("ko")) != sentence


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=-30,30",
        "FREQ=WEEKLY;BYMONTH=7;BYWEEKNO=1",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
        "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=2",
        "FREQ=SECONDLY",
        "nonsense",
        "",
    ],
)
def test_rule_that_never_comes_ends_all_the_same(rrule: str) -> None:
    assert list(days_of(rrule, date(2024, 6, 27))) == []


def test_frequent_rule_is_bounded() -> None:
    found = list(days_of("FREQ=DAILY", date(2024, 6, 27)))
    assert (found[0], found[-1]) == (date(2024, 6, 27), date(2034, 12, 31))


def test_series_that_began_long_ago_goes_on_all_the_same() -> None:
    begun, today = date(1990, 6, 28), date(2026, 7, 1)
    half_yearly = "FREQ=WEEKLY;INTERVAL=26;BYDAY=TH;COUNT=99"
    assert next_days(half_yearly, begun, today, 1, begun=begun) == [date(2026, 11, 12)]


def test_rule_does_not_go_beyond_the_days_that_can_be_stored() -> None:
    found = list(days_of("FREQ=YEARLY;BYMONTH=6;BYDAY=4TH", date(2997, 6, 26)))
    assert [day.year for day in found] == [2997, 2998, 2999]


def test_fourth_and_last_thursday_part_where_a_month_has_five() -> None:
    met = date(2024, 6, 27)
    fourth = next_days(JUNE, met, met, 5)
    last = next_days("FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH", met, met, 5)
    assert fourth == [
        *(date(2025, 6, 26), date(2026, 6, 25), date(2027, 6, 24), date(2028, 6, 22)),
        date(2029, 6, 28),
    ]
    assert last == [
        *(date(2025, 6, 26), date(2026, 6, 25), date(2027, 6, 24), date(2028, 6, 29)),
        date(2029, 6, 28),
    ]


def test_29_february_comes_in_leap_years_alone() -> None:
    met = date(2024, 2, 29)
    rrule = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"
    check(rrule)
    assert next_days(rrule, met, met, 3) == [
        date(2028, 2, 29),
        date(2032, 2, 29),
        date(2036, 2, 29),
    ]
    # Not in 2100, which is divided by four and is none.
    found = next_days(rrule, date(2096, 2, 29), date(2096, 2, 29), 1)
    assert found == [date(2104, 2, 29)]


def test_fifth_weekday_is_passed_over_where_there_is_none() -> None:
    met = date(2023, 6, 29)
    found = next_days("FREQ=YEARLY;BYMONTH=6;BYDAY=5TH", met, met, 3)
    assert found == [date(2028, 6, 29), date(2033, 6, 30), date(2034, 6, 29)]


def test_meeting_that_was_moved_stands_for_the_nearest_day_of_the_rule() -> None:
    early, late = date(2024, 6, 20), date(2024, 7, 4)
    rrule = "FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH"
    assert next_days(rrule, early, early, 1) == [date(2025, 6, 26)]
    assert next_days(rrule, late, late, 1) == [date(2025, 6, 26)]


def test_interval_counts_from_the_latest_meeting() -> None:
    met = date(2024, 6, 27)
    every_other = "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYDAY=4TH"
    assert next_days(every_other, met, met, 2) == [date(2026, 6, 25), date(2028, 6, 22)]
    half = "FREQ=MONTHLY;INTERVAL=6;BYDAY=4TH"
    assert next_days(half, met, met, 2) == [date(2024, 12, 26), date(2025, 6, 26)]
    year_and_a_half = "FREQ=MONTHLY;INTERVAL=18;BYDAY=4TH"
    assert next_days(year_and_a_half, met, met, 2) == [date(2025, 12, 25), date(2027, 6, 24)]


def test_days_that_are_past_are_left_out() -> None:
    met, today = date(2020, 6, 25), date(2026, 11, 29)
    assert next_days(JUNE, met, today, 1) == [date(2027, 6, 24)]
    assert next_days(JUNE, None, today, 1) == [date(2027, 6, 24)]


def test_rule_with_an_end_ends() -> None:
    met = date(2025, 6, 26)
    until = f"{JUNE};UNTIL=20270101"
    assert next_days(until, met, met, 5) == [date(2026, 6, 25)]
    # So many times in all: counted from the first of them, not from the latest.
    thrice = f"{JUNE};COUNT=3"
    assert next_days(thrice, met, met, 5, begun=date(2024, 6, 27)) == [date(2026, 6, 25)]


def test_rule_without_a_day_takes_that_of_the_latest_meeting() -> None:
    met = date(2024, 6, 27)
    assert next_days("FREQ=YEARLY", met, met, 2) == [date(2025, 6, 27), date(2026, 6, 27)]
    assert next_days("FREQ=MONTHLY;INTERVAL=6", met, met, 2) == [
        *(date(2024, 12, 27), date(2025, 6, 27)),
    ]
    assert next_days("FREQ=YEARLY;BYMONTH=3,9", met, met, 2) == [
        *(date(2024, 9, 27), date(2025, 3, 27)),
    ]


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        (date(2024, 6, 27), Rule(months=(6,), nth=LAST, weekday=3)),
        (date(2024, 6, 13), Rule(months=(6,), nth=2, weekday=3)),
        (date(2028, 6, 22), Rule(months=(6,), nth=4, weekday=3)),
        (date(2028, 6, 29), Rule(months=(6,), nth=LAST, weekday=3)),
    ],
)
def test_day_suggests_the_rule_it_would_come_by(day: date, rule: Rule) -> None:
    assert rule_of(day) == rule
    assert day in islice(days_of(rule.rrule, day), 3)


@settings(deadline=None, derandomize=True, database=None, max_examples=60)
@given(
    st.dates(date(1990, 1, 1), date(2050, 12, 31)),
    st.integers(1, 4),
    st.sampled_from([1, 2, 3, 4, 5, LAST]),
    st.integers(0, 6),
)
def test_next_days_are_those_of_the_rule(met: date, every: int, nth: int, weekday: int) -> None:
    rule = Rule(every, months=(met.month,), nth=nth, weekday=weekday)
    found = next_days(rule.rrule, met, met, 3)
    assert found == sorted(set(found))
    for day in found:
        assert day > met
        assert (day.month, day.weekday()) == (met.month, weekday)
        if nth == LAST:
            assert (day + timedelta(days=7)).month != day.month
        else:
            assert (day.day - 1) // 7 + 1 == nth
