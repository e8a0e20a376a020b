# SPDX-License-Identifier: MIT
"""Windows of time as people type them."""

from datetime import date, datetime, timedelta

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.typed_windows import said_windows, typed_windows

DAYS = (date(2027, 6, 24), date(2027, 6, 25))


def windows(text: str, days: tuple[date, ...] = DAYS) -> list[str]:
    found = typed_windows(text, days=days, boundary=240)
    return [f"{start:%m-%d %H:%M} {end:%m-%d %H:%M}" for start, end in found]


@pytest.mark.parametrize(
    "text",
    [
        "9:00–12:00, 13–18",
        "9 - 12; 1pm-6pm",
        "오전 9시부터 정오까지\n오후 1시 ~ 오후 6시",
        "9-12, 오후 1시~6시",
        "13:00 to 18:00,09:00 to 12:00, 9-12",
    ],
)
def test_times_alone_are_meant_for_every_day(text: str) -> None:
    assert windows(text) == [
        "06-24 09:00 06-24 12:00",
        "06-24 13:00 06-24 18:00",
        "06-25 09:00 06-25 12:00",
        "06-25 13:00 06-25 18:00",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2027-06-25 9-12, 13-18",
        "6/25 9–12; 6/25 13–18",
        "6월 25일 (금) 9-12, 13-18",
        "2027. 6. 25. 09:00–12:00, 13:00–18:00",
    ],
)
def test_a_day_holds_for_what_comes_after_it(text: str) -> None:
    assert windows(text) == ["06-25 09:00 06-25 12:00", "06-25 13:00 06-25 18:00"]


def test_a_day_alone_is_the_whole_of_it_and_nights_go_past_midnight() -> None:
    assert windows("6/24; 6/25 19:00-01:30") == [
        "06-24 04:00 06-25 04:00",
        "06-25 19:00 06-26 01:30",
    ]
    assert windows("6/24 9-6; 6/25 19:00-6:00") == [
        "06-24 09:00 06-24 18:00",
        "06-25 19:00 06-26 06:00",
    ]
    assert windows("7/1 9-10") == ["07-01 09:00 07-01 10:00"]
    assert windows("") == windows(" ; ") == []


@pytest.mark.parametrize("text", ["9", "6/24 soon", "13/24 9-12", "mornings", "6/31"])
def test_what_is_not_understood_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ForumDeskError, match=r"write it like|dates of the edition"):
        windows(text)


def test_without_dates_the_day_must_be_said() -> None:
    with pytest.raises(ForumDeskError, match="Set the dates of the edition first"):
        windows("9-12", ())
    assert windows("2027-07-01 9-10", ()) == ["07-01 09:00 07-01 10:00"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09:00–12:00, 13:00–18:00",
        "2027-06-24 09:00–12:00; 2027-06-25 09:00–10:00, 11:00–12:00",
        "2027-06-24; 2027-06-25",
        "2027-06-25 19:00–01:30",
    ],
)
def test_windows_are_written_as_they_are_typed(text: str) -> None:
    found = typed_windows(text, days=DAYS, boundary=240)
    assert said_windows(found, days=DAYS, boundary=240) == text


def test_any_window_comes_back_as_it_was() -> None:
    start = datetime(2027, 6, 24)
    for minutes in range(0, 1440, 47):
        window = (start + timedelta(minutes=minutes), start + timedelta(minutes=minutes * 2 + 1))
        if window[1] - window[0] <= timedelta(days=1):
            said = said_windows([window], days=DAYS, boundary=240)
            assert typed_windows(said, days=DAYS, boundary=240) == [window]
