# SPDX-License-Identifier: MIT
"""``info`` and ``check``, and the ways to name an edition."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.agenda import Role
from forumdesk.domain.checks import run
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.versions import Acknowledgement
from forumdesk.domain.wording import Text
from forumdesk.services import editions, parts, planning
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.queries import dossier

Run = Callable[..., str]
Tell = Callable[..., Any]


@dataclass(frozen=True)
class Planned:
    """A file with two editions; in the second one person is in two places."""

    path: Path
    first: Edition
    second: Edition


def title(name: str) -> Text:
    return Text.of(ko=f"{name} 세션", en=f"{name} session")


@pytest.fixture
def planned(forum: Path) -> Planned:
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        first = editions.add_edition(desk, series.id, {"first_day": date(2025, 5, 6)})
        days = {"first_day": date(2026, 5, 6), "last_day": date(2026, 5, 7)}
        second = editions.add_edition(desk, series.id, {**days, "timezone": "Asia/Seoul"})
        hall = editions.add_room(desk, second.id, Text.of(ko="홀", en="Hall"), {})
        for name, hour in (("Opening", 9), ("Panel", 9)):
            times = {"starts": datetime(2026, 5, 6, hour, 0), "minutes": 60}
            session = planning.add_session(desk, second.id, {"title": title(name), **times})
            parts.add_part_by_name(desk, session.id, "홍길동 (Gil-dong Hong)", Role.SPEAKS)
        planning.set_rooms(desk, session.id, [hall.id])
    return Planned(forum, first, second)


def test_info_counts_what_is_in_each_edition(planned: Planned, told: Tell) -> None:
    found = told("info", planned.path)
    assert (found["people"], found["organizations"]) == (1, 0)
    first, second = found["series"][0]["editions"]
    assert first["counts"] == dict.fromkeys(first["counts"], 0)
    assert second == {
        "id": planned.second.id,
        "number": 2,
        "title": {"ko": "제2회 반도체 포럼", "en": "2nd Chip Forum"},
        "starts": "2026-05-06",
        "ends": "2026-05-07",
        "timezone": "Asia/Seoul",
        "counts": {
            "sessions": 2,
            "rooms": 1,
            "tracks": 0,
            "participants": 1,
            "speakers": 1,
            "organizations": 0,
            "agreements": 0,
            "commitments": 0,
        },
    }


def test_info_in_words(planned: Planned, said: Run) -> None:
    assert said("info", planned.path).splitlines() == [
        "Chip Forum (CHIP) · ko, en",
        "  1st Chip Forum",
        "    2025-05-06 · UTC",
        "  2nd Chip Forum",
        "    2026-05-06 – 2026-05-07 · Asia/Seoul",
        "    2 sessions, 1 room, 1 participant, 1 speaker",
        "1 person, 0 organizations",
    ]


def test_an_edition_is_in_the_zone_of_its_series(tmp_path: Path, said: Run) -> None:
    path = tmp_path / "x.forum"
    said("new", path, "--title", "en=F", "--timezone", "Asia/Seoul")
    with ForumFile.open(path) as desk:
        (series,) = desk.find(Series)
        assert editions.add_edition(desk, series.id, {}).timezone == "Asia/Seoul"


def test_check_tells_problems_and_exits_1_for_an_error(planned: Planned, told: Tell) -> None:
    (problem,) = told("check", planned.path, code=1)
    subject = problem.pop("subject")
    assert subject.startswith("session:")
    assert problem == {
        "kind": "person-in-two-places",
        "severity": "error",
        "text": (
            "Gil-dong Hong is in two places on 2026-05-06 from 09:00 to 10:00:"
            " “Opening session” and “Panel session”."
        ),
        "acknowledged": False,
    }


def test_check_in_words(planned: Planned, said: Run) -> None:
    found, *fixes = said("check", planned.path, code=1).splitlines()
    assert found.startswith("error: Gil-dong Hong is in two places")
    assert fixes == [
        "  → Move “Panel session” to a free time",
        "  → Move “Opening session” to a free time",
    ]
    assert said("check", planned.path, "--edition", "1") == "No problems.\n"


def test_an_accepted_problem_is_still_told_and_exits_0(planned: Planned, said: Run) -> None:
    with ForumFile.open(planned.path) as desk, desk.step("Accept"):
        (problem,) = run(dossier(desk, planned.second.id))
        basis = (problem.kind, str(problem.subject), "it is meant", problem.facts)
        desk.put(Acknowledgement(desk.new_id(), planned.second.id, *basis))
    (line,) = said("check", planned.path).splitlines()
    assert line.startswith("error (accepted): ")


@pytest.mark.parametrize("name", ["1", "CHIP/1", "chip/1", "반도체 포럼/1", "Chip Forum/1", "id"])
def test_the_ways_to_name_an_edition(planned: Planned, told: Tell, name: str) -> None:
    selector = planned.first.id if name == "id" else name
    assert told("check", planned.path, "--edition", selector) == []


@pytest.mark.parametrize("name", ["3", "OTHER/1", "CHIP/", "/1", "", "첫째"])
def test_an_unknown_edition_is_refused_with_those_there_are(
    planned: Planned, refused: Run, name: str
) -> None:
    line = refused("check", planned.path, "--edition", name)
    assert line == f"There is no edition “{name}”; there is: CHIP/1, CHIP/2."


def test_a_number_alone_will_not_do_for_two_series(planned: Planned, refused: Run) -> None:
    with ForumFile.open(planned.path) as desk:
        other = editions.create_series(desk, Text.of(en="Other"), {})
        editions.add_edition(desk, other.id, {})
    line = refused("check", planned.path, "--edition", "1")
    assert line == "There is no edition “1”; there is: CHIP/1, CHIP/2, Other/1."


def test_a_file_without_an_edition_has_nothing_to_check(forum: Path, refused: Run) -> None:
    assert refused("check", forum) == "The file has no edition yet."
