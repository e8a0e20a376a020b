# SPDX-License-Identifier: MIT
"""Rules as sentences, in Korean and English."""

import pytest

from forumdesk.domain.forum import Moved, Series
from forumdesk.domain.rule_words import Saying, Weekday, rule_said
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in

WASHINGTON = Text.of(ko="워싱턴", en="Washington")
SEOUL = Text.of(ko="서울", en="Seoul")
TOKYO = Text.of(ko="도쿄", en="Tokyo")


@pytest.mark.parametrize(
    ("rrule", "english", "korean"),
    [
        ("", "", ""),
        ("FREQ=YEARLY", "every year", "매년"),
        ("FREQ=YEARLY;INTERVAL=2", "every 2 years", "2년마다"),
        (
            "FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH",
            "every year, last Thursday of June",
            "매년 6월 마지막 목요일",
        ),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYDAY=2TU",
            "every 2 years, second Tuesday of June",
            "2년마다 6월 두 번째 화요일",
        ),
        (
            "FREQ=YEARLY;BYMONTH=6,12;BYDAY=4TH",
            "twice a year, fourth Thursday of June and December",
            "연 2회 6월, 12월 네 번째 목요일",
        ),
        (
            "FREQ=YEARLY;BYMONTH=1,5,9;BYMONTHDAY=1",
            "3 times a year, January, May and September 1",
            "연 3회 1월, 5월, 9월 1일",
        ),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=27", "every year, June 27", "매년 6월 27일"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "every year, last day of February", None),
        ("FREQ=MONTHLY;INTERVAL=6", "every half-year", "6개월마다"),
        (
            "FREQ=MONTHLY;INTERVAL=6;BYDAY=1FR",
            "every half-year, first Friday of the month",
            "6개월마다 해당 월 첫 번째 금요일",
        ),
        ("FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=5", "every 18 months, on day 5 of the month", None),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month, last day of the month", None),
        ("FREQ=YEARLY;BYMONTH=6", "every year, in June", "매년 6월"),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4",
            "every week, 4 times in all, by the rule FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4",
            "매주, 모두 4회, FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4 규칙에 따라",
        ),
        (
            "FREQ=DAILY;INTERVAL=90;BYMONTH=6;UNTIL=20301231",
            "every 90 days, in June, until December 31, 2030",
            None,
        ),
        ("whenever", "a rule that can’t be read: whenever", "읽을 수 없는 규칙: whenever"),
    ],
)
def test_rule_is_said_in_both_languages(rrule: str, english: str, korean: str | None) -> None:
    assert rule_said(rrule, words_in("en")) == english
    if korean is not None:
        assert rule_said(rrule, words_in("ko")) == korean


def saying(**fields: object) -> Saying:
    rule = {"recurrence": "FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH", **fields}
    series = Series("s", Text.of(en="Forum"), **rule)  # type: ignore[arg-type]
    return Saying(series, ("KR", "US"))


def test_series_says_rule_turns_and_holidays_in_one_sentence() -> None:
    whole = saying(places=(WASHINGTON, SEOUL), moved=Moved.AFTER)
    assert whole.said(words_in("en")) == (
        "every year, last Thursday of June, in turn Washington and Seoul; moved to the next "
        "working day if it is a public holiday in South Korea or the United States"
    )
    assert whole.said(words_in("ko")) == (
        "매년 6월 마지막 목요일, 워싱턴과 서울에서 번갈아; "
        "대한민국 또는 미국 공휴일이면 다음 근무일로 옮김"
    )


def test_places_are_said_as_many_as_there_are() -> None:
    words = words_in("en")
    assert saying().said(words) == "every year, last Thursday of June"
    assert saying(places=(SEOUL,)).said(words).endswith(", always in Seoul")
    three = saying(places=(SEOUL, WASHINGTON, TOKYO), moved=Moved.BEFORE).said(words)
    assert three == (
        "every year, last Thursday of June, in turn Seoul, Washington, Tokyo; moved to the "
        "working day before if it is a public holiday in South Korea or the United States"
    )


def test_series_without_a_rule_says_so() -> None:
    assert saying(recurrence="", places=(SEOUL,)).said(words_in("en")) == "no rule yet"


def test_weekday_is_said_in_the_language_asked_for() -> None:
    assert (Weekday(3).said(words_in("en")), Weekday(3).said(words_in("ko"))) == (
        *("Thursday", "목요일"),
    )
