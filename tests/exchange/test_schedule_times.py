# SPDX-License-Identifier: MIT
"""Times as foreign schedules write them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from forumdesk.exchange import schedule_times as times

DURATIONS = {
    "00:25": 25, "1:30": 90, "55:00": 3300, "01:30:00": 90, "0:45:00": 45, "1:06:30": 66,
    "1:02:03:00": 1563, "90": 90, "PT1H30M": 90, "P1DT2H": 1560, "PT45M": 45, " 00:10 ": 10,
    "": None, "soon": None, "-1:00": None, "PT": None, "P": None, "1:2:3:4:5": None,
    "99999:00": None, "１:00": 60,
}  # fmt: skip


@pytest.mark.parametrize("said", DURATIONS)
def test_durations_are_read(said: str) -> None:
    assert times.duration(said, days_first=False) == DURATIONS[said]


def test_days_come_first_where_short_durations_have_two_parts() -> None:
    assert times.days_come_first(["00:30", "2:06:30"])
    assert not times.days_come_first(["00:30:00", "2:06:30"])
    assert not times.days_come_first(["00:30", "2:06:30", "1:30:00"])
    assert times.duration("2:06:30", days_first=True) == 2 * 1440 + 6 * 60 + 30
    assert times.duration("02:06:30", days_first=True) == 126
    assert times.duration("0:45:00", days_first=True) == 45


def test_clocks_and_moments_are_read_or_not_at_all() -> None:
    assert times.clock("9:05") == time(9, 5)
    assert times.clock("09:05:30") == time(9, 5)
    assert [times.clock(said) for said in ("24:00", "12:60", "noon", "")] == [None] * 4
    assert times.moment("2026-01-31") == date(2026, 1, 31)
    assert times.moment("2026-01-31T09:30:00Z") == datetime(2026, 1, 31, 9, 30, tzinfo=UTC)
    assert [times.moment(said) for said in ("", "31.1.2026", "2026-02-30", "x" * 50)] == [None] * 4


def test_wall_time_is_that_of_the_place() -> None:
    brussels = ZoneInfo("Europe/Brussels")
    at = datetime(2026, 1, 31, 8, 30, 59, tzinfo=UTC)
    assert times.wall(at, brussels) == datetime(2026, 1, 31, 9, 30)
    assert times.wall(at, None) == datetime(2026, 1, 31, 8, 30)
    assert times.wall(datetime(1, 1, 1, tzinfo=ZoneInfo("Asia/Seoul")), brussels).year == 1


def test_zones_are_known_by_whole_hours() -> None:
    assert times.zone_of_offset(timedelta(hours=9)) == "Etc/GMT-9"
    assert ZoneInfo("Etc/GMT-9").utcoffset(datetime(2026, 1, 1)) == timedelta(hours=9)
    assert times.zone_of_offset(timedelta()) == "UTC"
    assert times.zone_of_offset(timedelta(hours=5, minutes=30)) == ""


DAY = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("starts", "stated", "begins", "wanted"),
    [
        ([(9, 0), (23, 0)], None, [], 240),
        ([(9, 0), (24, 30)], None, [], 240),
        ([(9, 0), (29, 0)], None, [], 301),  # 05:00 of the next day is still of this one
        ([(3, 0), (12, 0)], None, [], 180),
        ([(9, 0), (24, 30)], 540, [], 540),
        ([(8, 0), (24, 30)], 540, [], 240),  # what is stated contradicts the listing
        ([(9, 0), (26, 0)], None, [360], 360),
        ([], None, [], 240),
    ],
)
def test_the_day_ends_where_every_event_is_under_its_own_day(
    starts: list[tuple[int, int]], stated: int | None, begins: list[int], wanted: int
) -> None:
    midnight = datetime.combine(DAY, time())
    events = [(DAY, midnight + timedelta(hours=h, minutes=m)) for h, m in starts]
    days = [midnight + timedelta(minutes=minutes) for minutes in begins]
    assert times.day_boundary(events, stated, days) == (wanted, True)


def test_no_boundary_fits_a_listing_that_contradicts_itself() -> None:
    midnight = datetime.combine(DAY, time())
    events = [(DAY, midnight + timedelta(hours=h)) for h in (1, 30)]
    assert times.day_boundary(events, None, []) == (240, False)
    assert times.day_boundary(events, 300, []) == (300, False)
