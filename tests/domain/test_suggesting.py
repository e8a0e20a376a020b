# SPDX-License-Identifier: MIT
"""Suggested dates: number, turn and zone; moved off holidays; and what speaks against them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from forumdesk.domain.chronicle import Chronicle, Held, in_time
from forumdesk.domain.forum import Edition, EditionState, Moved, Series
from forumdesk.domain.people import Organization
from forumdesk.domain.suggesting import Kind, Outlook, outlook, skipped_years
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import words_in

TODAY = date(2025, 7, 1)
WASHINGTON = Text.of(ko="워싱턴 D.C.", en="Washington, D.C.")
SEOUL = Text.of(ko="서울", en="Seoul")
KSIA = Organization("ksia", Text.of(en="KSIA"), country="KR")
SIA = Organization("sia", Text.of(en="SIA"), country="US")
SERIES = Series(
    "s",
    Text.of(ko="포럼", en="Forum"),
    recurrence="FREQ=YEARLY;BYMONTH=6;BYDAY=4TH",
    places=(WASHINGTON, SEOUL),
    zones=("America/New_York", "Asia/Seoul"),
)


def edition(number: int | None, first: str = "", city: Text = EMPTY, **more: Any) -> Edition:
    day = date.fromisoformat(first) if first else None
    given = {"last_day": day, "timezone": "America/New_York", **more}
    return Edition(f"e{number}", "s", number, first_day=day, city=city, **given)


FIRST = edition(1, "2024-06-27", WASHINGTON)
SECOND = edition(2, "2025-06-26", SEOUL, timezone="Asia/Seoul")


def over(*editions: Edition, others: tuple[Chronicle, ...] = (), **fields: Any) -> Chronicle:
    held = tuple(Held(one) for one in in_time(editions))
    return Chronicle(replace(SERIES, **fields), held, (KSIA, SIA), others)


def told(ahead: Outlook) -> list[str]:
    """Each suggestion in a line, with what speaks against it."""
    words = words_in("en")
    lines = []
    for one in ahead.suggestions:
        korean = [caution.phrase.said(words_in("ko")) for caution in one.cautions]
        english = [caution.phrase.said(words) for caution in one.cautions]
        assert not set(korean) & set(english)
        lines.append(" | ".join([str(one.first_day), *english]))
    return lines


def kinds(ahead: Outlook) -> list[list[Kind]]:
    return [[caution.kind for caution in one.cautions] for one in ahead.suggestions]


def test_next_five_follow_from_the_latest_in_number_turn_and_zone() -> None:
    ahead = outlook(over(FIRST, SECOND), TODAY)
    assert [(s.number, s.first_day, s.place, s.timezone, s.hosts) for s in ahead.suggestions] == [
        (3, date(2026, 6, 25), WASHINGTON, "America/New_York", ("sia", "ksia")),
        (4, date(2027, 6, 24), SEOUL, "Asia/Seoul", ("ksia", "sia")),
        (5, date(2028, 6, 22), WASHINGTON, "America/New_York", ("sia", "ksia")),
        (6, date(2029, 6, 28), SEOUL, "Asia/Seoul", ("ksia", "sia")),
        (7, date(2030, 6, 27), WASHINGTON, "America/New_York", ("sia", "ksia")),
    ]
    assert kinds(ahead) == [[]] * 5
    assert (ahead.cautions, ahead.skipped, ahead.assumed) == ((), (), "")


def test_same_file_and_day_give_the_same() -> None:
    of = over(FIRST, SECOND, lead=400, moved=Moved.AFTER)
    assert outlook(of, TODAY) == outlook(of, TODAY)


def test_turn_goes_on_after_the_city_of_the_latest_in_any_language() -> None:
    english = edition(2, "2025-06-26", Text.of(en="washington"))
    korean = edition(2, "2025-06-26", Text.of(ko="서울"))
    assert outlook(over(FIRST, english), TODAY, 1).suggestions[0].place == SEOUL
    assert outlook(over(FIRST, korean), TODAY, 1).suggestions[0].place == WASHINGTON


def test_turn_goes_by_count_after_a_city_that_is_none_of_the_places() -> None:
    busan = edition(2, "2025-06-26", Text.of(en="Busan"))
    found = outlook(over(FIRST, busan), TODAY, 2).suggestions
    assert [one.place for one in found] == [WASHINGTON, SEOUL]


def test_place_that_comes_twice_is_told_by_the_one_before_it() -> None:
    tokyo = Text.of(en="Tokyo")
    places = (SEOUL, WASHINGTON, SEOUL, tokyo)
    after_washington = over(FIRST, SECOND, places=places)
    assert outlook(after_washington, TODAY, 1).suggestions[0].place == tokyo
    first_of_all = over(replace(SECOND, number=1), places=places)
    assert outlook(first_of_all, TODAY, 1).suggestions[0].place == WASHINGTON


def test_zone_is_that_of_the_latest_edition_there() -> None:
    moved_house = replace(FIRST, timezone="America/Chicago")
    found = outlook(over(moved_house, SECOND), TODAY, 2).suggestions
    assert [one.timezone for one in found] == ["America/Chicago", "Asia/Seoul"]
    lone = over(SECOND, zones=(), timezone="Europe/Berlin")
    assert outlook(lone, TODAY, 1).suggestions[0].timezone == "Europe/Berlin"


def test_series_without_places_stays_in_its_zone() -> None:
    found = outlook(over(FIRST, SECOND, places=()), TODAY, 1).suggestions
    assert [(one.place, one.timezone) for one in found] == [(EMPTY, "Asia/Seoul")]


def test_hosts_who_are_at_home_nowhere_take_turns() -> None:
    of = over(FIRST, SECOND)
    strangers = tuple(replace(host, country="FR") for host in of.hosts)
    found = outlook(replace(of, hosts=strangers), TODAY, 2).suggestions
    assert [one.hosts for one in found] == [("ksia", "sia"), ("sia", "ksia")]


def test_as_many_days_as_the_latest_edition_had() -> None:
    longer = replace(SECOND, last_day=date(2025, 6, 27))
    (one,) = outlook(over(FIRST, longer), TODAY, 1).suggestions
    assert (one.first_day, one.last_day) == (date(2026, 6, 25), date(2026, 6, 26))


# Holidays


@pytest.mark.parametrize(
    ("rrule", "moved", "days"),
    [
        # Korea: 개천절 2026 is a Saturday, its substitute Monday 5 October; 2028 it falls on
        # Chuseok, whose substitute is Thursday 5 October.
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5", Moved.AFTER, ["10-06", "10-05", "10-06"]),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5", Moved.BEFORE, ["10-02", "10-05", "09-29"]),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5", Moved.STAYS, ["10-05", "10-05", "10-05"]),
        # 삼일절 2026 is a Sunday, its substitute Monday 2 March.
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=1MO", Moved.AFTER, ["03-03", "03-02", "03-06"]),
        # 부처님오신날 2026 is a Sunday, its substitute Monday 25 May, which is Memorial Day too.
        ("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=25", Moved.AFTER, ["05-26", "05-25", "05-25"]),
        # 광복절 2027 is a Sunday, its substitute Monday 16 August; 2026 a Saturday: the 17th.
        ("FREQ=YEARLY;BYMONTH=8;BYDAY=3MO", Moved.BEFORE, ["08-14", "08-13", "08-21"]),
        # The United States: Independence Day 2026 is a Saturday, observed on Friday 3 July;
        # 2027 a Sunday, observed on Monday 5 July.
        ("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=3", Moved.AFTER, ["07-06", "07-06", "07-03"]),
        # Thanksgiving is the fourth Thursday of November, always.
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", Moved.AFTER, ["11-27", "11-26", "11-24"]),
        # Juneteenth 2027 is a Saturday, observed on Friday 18 June.
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19", Moved.BEFORE, ["06-18", "06-17", "06-16"]),
    ],
)
def test_day_is_moved_off_holidays_of_both_countries(
    rrule: str, moved: Moved, days: list[str]
) -> None:
    met = edition(1, "2025-07-04")
    ahead = outlook(over(met, recurrence=rrule, moved=moved), date(2026, 1, 1), 3)
    found = [f"{one.first_day:%m-%d}" for one in ahead.suggestions]
    assert [one.first_day.year for one in ahead.suggestions] == [2026, 2027, 2028]
    assert found == days


def test_moved_day_says_from_where_and_why() -> None:
    met = edition(1, "2025-10-06", SEOUL, timezone="Asia/Seoul")
    given = {"recurrence": "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5", "places": (SEOUL,)}
    ahead = outlook(over(met, moved=Moved.AFTER, **given), date(2026, 1, 1), 1)
    assert told(ahead) == [
        "2026-10-06 | Moved from 2026-10-05, Alternative holiday for National Foundation Day "
        "(South Korea): Tuesday instead of Monday."
    ]
    stays = outlook(over(met, **given), date(2026, 1, 1), 1)
    assert told(stays) == [
        "2026-10-05 | 2026-10-05 is a public holiday in South Korea: "
        "Alternative holiday for National Foundation Day."
    ]


def test_holidays_are_named_in_korean_too() -> None:
    met = edition(1, "2025-11-27")
    ahead = outlook(over(met, recurrence="FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"), TODAY, 1)
    (caution,) = ahead.suggestions[0].cautions
    assert caution.phrase.said(words_in("ko")) == "2026-11-26은 미국 공휴일(추수감사절)입니다."


def test_every_day_of_an_edition_counts() -> None:
    # Thursday and Friday, 2 and 3 July 2026: Independence Day is observed on the Friday.
    met = edition(1, "2025-07-03", last_day=date(2025, 7, 4))
    rrule = "FREQ=YEARLY;BYMONTH=7;BYDAY=1TH"
    stays = outlook(over(met, recurrence=rrule), TODAY, 1)
    assert kinds(stays) == [[Kind.HOLIDAY]]
    after = outlook(over(met, recurrence=rrule, moved=Moved.AFTER), TODAY, 1)
    assert [(s.first_day, s.last_day) for s in after.suggestions] == [
        (date(2026, 7, 6), date(2026, 7, 7))
    ]
    before = outlook(over(met, recurrence=rrule, moved=Moved.BEFORE), TODAY, 1)
    assert before.suggestions[0].first_day == date(2026, 7, 1)


def test_series_names_whose_holidays_count() -> None:
    met = edition(1, "2025-10-06")
    rrule = "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=5"
    of = over(met, recurrence=rrule, moved=Moved.AFTER, holidays=("US",))
    assert outlook(of, date(2026, 1, 1), 1).suggestions[0].first_day == date(2026, 10, 5)


def test_holiday_of_the_place_is_told_even_if_it_moves_nothing() -> None:
    paris = Text.of(en="Paris")
    met = edition(1, "2025-07-14", paris, timezone="Europe/Paris")
    given = {"recurrence": "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14", "places": (paris,)}
    ahead = outlook(over(met, moved=Moved.AFTER, **given), TODAY, 1)
    assert ahead.suggestions[0].first_day == date(2026, 7, 14)
    assert kinds(ahead) == [[Kind.HOLIDAY]]


def test_weekend_moves_a_date_but_not_a_weekday_that_is_meant() -> None:
    met = edition(1, "2025-06-20")
    dated = over(met, recurrence="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20", moved=Moved.AFTER)
    assert told(outlook(dated, TODAY, 1)) == [
        "2026-06-22 | Moved off the weekend, from 2026-06-20: Monday instead of Saturday."
    ]
    stays = replace(dated, series=replace(dated.series, moved=Moved.STAYS))
    assert told(outlook(stays, TODAY, 1)) == ["2026-06-20 | 2026-06-20 is a Saturday."]
    meant = over(met, recurrence="FREQ=YEARLY;BYMONTH=6;BYDAY=3SA", moved=Moved.AFTER)
    assert told(outlook(meant, TODAY, 1)) == ["2026-06-20"]


def test_countries_rest_on_days_of_their_own() -> None:
    cairo = Text.of(en="Cairo")  # Friday and Saturday
    met = edition(1, "2025-06-19", cairo, timezone="Africa/Cairo")
    given = {"recurrence": "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=19", "places": (cairo,)}
    of = over(met, moved=Moved.AFTER, holidays=("EG",), **given)
    assert outlook(of, TODAY, 1).suggestions[0].first_day == date(2026, 6, 21)  # a Sunday


# What else is to be known


def test_time_to_prepare_is_counted_from_today() -> None:
    of = over(FIRST, SECOND, lead=300)
    begun = date(2026, 6, 25) - timedelta(days=300)
    assert kinds(outlook(of, begun, 2)) == [[], []]
    late = outlook(of, begun + timedelta(days=1), 2)
    assert told(late)[0] == ("2026-06-25 | Only 299 days are left; its preparations take 300 days.")
    assert kinds(late) == [[Kind.LEAD], []]


def other(*editions: Edition, recurrence: str = "") -> Chronicle:
    series = Series("o", Text.of(ko="다른 포럼", en="Other Forum"), recurrence=recurrence)
    return Chronicle(series, tuple(Held(replace(e, series="o")) for e in editions))


def test_editions_of_other_series_on_the_days_or_next_to_them_are_told() -> None:
    clash = other(edition(1, "2026-06-24", last_day=date(2026, 6, 25)), recurrence="")
    beside = other(edition(1, "2027-06-25"))
    far = other(edition(1, "2028-06-24"))
    alone = [
        replace(one, series=replace(one.series, recurrence="x")) for one in (clash, beside, far)
    ]
    ahead = outlook(over(FIRST, SECOND, others=tuple(alone)), TODAY, 3)
    assert told(ahead) == [
        "2026-06-25 | “Other Forum” meets on the same days (2026-06-24).",
        "2027-06-24 | “Other Forum” meets the day before or after (2027-06-25).",
        "2028-06-22",
    ]


def test_what_other_series_would_do_is_told_too() -> None:
    twin = other(edition(1, "2025-06-26"), recurrence="FREQ=YEARLY;BYMONTH=6;BYDAY=4TH")
    ahead = outlook(over(FIRST, SECOND, others=(twin,)), TODAY, 5)
    assert kinds(ahead) == [[Kind.CLASH]] * 5


def test_year_without_the_forum_is_told_and_counts_for_nothing() -> None:
    third = edition(3, "2027-06-24", WASHINGTON)
    ahead = outlook(over(FIRST, SECOND, third), date(2026, 11, 29), 1)
    assert ahead.skipped == (2026,)
    assert [c.phrase.said(words_in("en")) for c in ahead.cautions] == [
        "It did not meet in 2026; numbers and turns go on without it."
    ]
    assert [(s.number, s.place) for s in ahead.suggestions] == [(4, SEOUL)]


def test_year_that_is_passed_over_is_told_before_it_is_past() -> None:
    ahead = outlook(over(FIRST, edition(2, "2027-06-24", SEOUL)), TODAY, 1)
    assert [c.phrase.said(words_in("en")) for c in ahead.cautions] == [
        "It did not meet in 2025; numbers and turns go on without it.",
        "By the rule it meets in 2026 too, but no edition is planned there.",
    ]
    assert ahead.skipped == (2025, 2026)


def test_series_that_slept_wakes_after_today() -> None:
    ahead = outlook(over(FIRST), date(2027, 1, 1), 1)
    assert ahead.skipped == (2025, 2026)
    assert [(s.number, s.first_day) for s in ahead.suggestions] == [(2, date(2027, 6, 24))]


def test_year_of_long_ago_is_on_the_line_but_no_news() -> None:
    third = edition(3, "2027-06-24", WASHINGTON)
    ahead = outlook(over(FIRST, SECOND, third), date(2027, 7, 1), 1)
    assert (ahead.skipped, ahead.cautions) == ((2026,), ())


def test_year_that_is_not_over_is_not_skipped_yet() -> None:
    of = over(FIRST, SECOND)
    assert skipped_years(of, date(2026, 6, 24)) == ()
    assert skipped_years(of, date(2026, 6, 26)) == (2026,)
    every_other = over(FIRST, recurrence="FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYDAY=4TH")
    assert skipped_years(every_other, date(2025, 12, 31)) == ()


def test_edition_that_has_no_day_yet_gets_the_next_one() -> None:
    waiting = edition(3, city=SEOUL, timezone="Asia/Seoul")
    ahead = outlook(over(FIRST, SECOND, waiting), TODAY, 2)
    assert [(s.number, s.edition, s.place) for s in ahead.suggestions] == [
        (3, "e3", SEOUL),
        (4, None, SEOUL),
    ]
    over_already = replace(waiting, state=EditionState.CLOSED)
    closed = outlook(over(FIRST, SECOND, over_already), TODAY, 1)
    assert [(s.number, s.edition) for s in closed.suggestions] == [(4, None)]


def test_edition_without_a_day_may_be_of_this_year_but_of_none_before() -> None:
    waiting = edition(3, city=SEOUL)
    assert skipped_years(over(FIRST, SECOND, waiting), date(2026, 12, 1)) == ()
    third, fourth = edition(3, "2027-06-24", WASHINGTON), edition(4)
    assert skipped_years(over(FIRST, SECOND, third, fourth), date(2026, 12, 1)) == (2026,)


def test_years_in_which_the_rule_has_no_day_are_told() -> None:
    met = edition(1, "2024-02-29")
    ahead = outlook(over(met, recurrence="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), TODAY, 2)
    assert [one.first_day for one in ahead.suggestions] == [date(2028, 2, 29), date(2032, 2, 29)]
    assert [c.phrase.said(words_in("en")) for c in ahead.cautions] == [
        "By the rule there is no day in 2029, 2030, 2031."
    ]


def test_series_without_a_rule_goes_on_as_it_met_last() -> None:
    ahead = outlook(over(FIRST, SECOND, recurrence=""), TODAY, 2)
    assert ahead.assumed == "FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH"
    assert [one.first_day for one in ahead.suggestions] == [date(2026, 6, 25), date(2027, 6, 24)]


def test_series_with_neither_rule_nor_day_suggests_nothing() -> None:
    assert outlook(over(edition(1), recurrence=""), TODAY).suggestions == ()


def test_new_series_begins_after_today() -> None:
    ahead = outlook(over(), TODAY, 2)
    assert [(s.number, s.first_day, s.place) for s in ahead.suggestions] == [
        (1, date(2026, 6, 25), WASHINGTON),
        (2, date(2027, 6, 24), SEOUL),
    ]


def test_rule_that_can_not_be_read_suggests_nothing() -> None:
    assert outlook(over(FIRST, recurrence="every so often"), TODAY).suggestions == ()


def test_years_beyond_what_is_known_of_holidays_are_told() -> None:
    ahead = outlook(over(edition(1, "2099-06-25")), date(2099, 7, 1), 2)
    assert [one.first_day.year for one in ahead.suggestions] == [2100, 2101]
    assert kinds(ahead) == [[], [Kind.BEYOND, Kind.BEYOND]]
    unknown = outlook(over(FIRST, SECOND, holidays=("XX",)), TODAY, 1)
    assert [c.kind for c in unknown.cautions] == [Kind.BEYOND]


def test_last_days_of_the_calendar_are_no_fault() -> None:
    end = edition(1, "2999-12-26", last_day=date(2999, 12, 31))
    rrule = "FREQ=YEARLY;BYMONTH=12;BYDAY=-1TH"
    assert outlook(over(end, recurrence=rrule, moved=Moved.AFTER), TODAY).suggestions == ()


def test_editions_stand_in_order_of_time() -> None:
    undated, special = edition(3), replace(edition(None, "2024-12-01"), id="x")
    third, last = edition(5, "2027-06-24"), edition(6)
    shuffled = [last, third, undated, SECOND, special, FIRST]
    assert [e.id for e in in_time(shuffled)] == ["e1", "x", "e2", "e3", "e5", "e6"]
    assert [e.id for e in in_time([SECOND, edition(1)])] == ["e1", "e2"]
    unknown = replace(edition(None), id="y")
    assert [e.id for e in in_time([unknown, edition(2), edition(1)])] == ["y", "e1", "e2"]
