# SPDX-License-Identifier: MIT
"""``series``: the rule in words, and the next dates with what speaks against them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.forum import Edition, Moved, Series
from forumdesk.domain.wording import Text
from forumdesk.services import editions, people, series
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]
RULE = "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"  # Thanksgiving: moved every year


@pytest.fixture
def meeting(forum: Path) -> Path:
    """A series that met in November 2090, far from today whenever the test is run."""
    with ForumFile.open(forum) as desk:
        (one,) = desk.find(Series)
        seoul, washington = Text.of(ko="서울", en="Seoul"), Text.of(en="Washington")
        ksia = people.add_organization(desk, Text.of(en="KSIA"), {"country": "KR"})
        sia = people.add_organization(desk, Text.of(en="SIA"), {"country": "US"})
        editions.set_series_hosts(desk, one.id, [ksia.id, sia.id])
        fields = {"recurrence": RULE, "moved": Moved.AFTER, "places": (seoul, washington)}
        zones = ("Asia/Seoul", "America/New_York")
        editions.change_series(desk, one.id, {**fields, "zones": zones})
        held = {"first_day": date(2090, 11, 24), "city": seoul, "timezone": "Asia/Seoul"}
        series.plan_edition(desk, one.id, held, [ksia.id])
    return forum


def test_series_says_its_rule_and_next_dates(meeting: Path, said: Run) -> None:
    assert said("series", meeting).splitlines() == [
        "Chip Forum (CHIP) · ko, en",
        "  every year, fourth Thursday of November, in turn Seoul and Washington; moved to the "
        "next working day if it is a public holiday in South Korea or the United States",
        "  Hosts: KSIA · SIA",
        "  2090-11-24 · 1st Chip Forum",
        "  Suggested next:",
        "    2091-11-23 · 2 · Washington · America/New_York",
        "      ! Moved from 2091-11-22, Thanksgiving Day (the United States): "
        "Friday instead of Thursday.",
        "    2092-11-28 · 3 · Seoul · Asia/Seoul",
        "      ! Moved from 2092-11-27, Thanksgiving Day (the United States): "
        "Friday instead of Thursday.",
        "    2093-11-27 · 4 · Washington · America/New_York",
        "      ! Moved from 2093-11-26, Thanksgiving Day (the United States): "
        "Friday instead of Thursday.",
        "    2094-11-26 · 5 · Seoul · Asia/Seoul",
        "      ! Moved from 2094-11-25, Thanksgiving Day (the United States): "
        "Friday instead of Thursday.",
        "    2095-11-25 · 6 · Washington · America/New_York",
        "      ! Moved from 2095-11-24, Thanksgiving Day (the United States): "
        "Friday instead of Thursday.",
    ]


def test_series_as_json(meeting: Path, told: Tell) -> None:
    (found,) = told("series", meeting, "--series", "chip")
    assert found["rule"]["rrule"] == RULE
    assert found["rule"]["text"]["ko"].startswith("매년 11월 네 번째 목요일, 서울과 Washington에서")
    assert found["holidays"] == ["KR", "US"]
    assert [place["timezone"] for place in found["places"]] == ["Asia/Seoul", "America/New_York"]
    assert [host["name"] for host in found["hosts"]] == [{"en": "KSIA"}, {"en": "SIA"}]
    (held,) = found["editions"]
    assert (held["number"], held["starts"], held["state"]) == (1, "2090-11-24", "planned")
    first = found["suggested"][0]
    assert {key: first[key] for key in ("number", "starts", "ends", "by_rule", "edition")} == {
        "number": 2,
        "starts": "2091-11-23",
        "ends": "2091-11-23",
        "by_rule": "2091-11-22",
        "edition": None,
    }
    assert [host["name"]["en"] for host in first["hosts"]] == ["SIA", "KSIA"]
    assert [caution["kind"] for caution in first["cautions"]] == ["moved"]
    assert first["cautions"][0]["text"]["ko"] == (
        "2091-11-22가 추수감사절(미국)이어서 목요일 대신 금요일로 옮겼습니다."
    )
    assert (found["skipped"], found["cautions"]) == ([], [])


def test_every_series_is_told_or_the_one_asked_for(meeting: Path, told: Tell, refused: Run) -> None:
    with ForumFile.open(meeting) as desk:
        editions.create_series(desk, Text.of(en="Other"), {})
    assert [one["title"]["en"] for one in told("series", meeting)] == ["Chip Forum", "Other"]
    (other,) = told("series", meeting, "--series", "Other")
    assert (other["editions"], other["suggested"], other["rule"]["rrule"]) == ([], [], "")
    assert refused("series", meeting, "--series", "nothing") == (
        "There is no series “nothing”; there is: CHIP, Other."
    )


def test_edition_without_dates_is_told_as_open(forum: Path, said: Run) -> None:
    with ForumFile.open(forum) as desk:
        (one,) = desk.find(Series)
        editions.add_edition(desk, one.id, {})
        assert desk.count(Edition) == 1
    assert said("series", forum).splitlines() == [
        *("Chip Forum (CHIP) · ko, en", "  no rule yet", "  dates open · 1st Chip Forum"),
    ]


def test_file_without_series_says_so(tmp_path: Path, said: Run) -> None:
    with ForumFile.create(tmp_path / "empty.forum"):
        pass
    assert said("series", tmp_path / "empty.forum") == "The file has no series yet.\n"
