# SPDX-License-Identifier: MIT
"""``export`` of programs: for whom, in which languages, of which version, and what is refused."""

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.agenda import Session, Visibility
from forumdesk.domain.forum import Series
from forumdesk.domain.wording import Text
from forumdesk.services import editions, planning, publishing
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., Any]


@pytest.fixture
def planned(forum: Path) -> Path:
    """An edition of two sessions, one of them closed; published, then changed."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        edition = editions.add_edition(desk, series.id, {"timezone": "Asia/Seoul"})
        for hour, visibility in ((9, Visibility.PUBLIC), (10, Visibility.CLOSED)):
            fields = {
                "title": Text.of(ko=f"세션 {hour}", en=f"Session {hour}"),
                "starts": datetime(2026, 6, 1, hour),
                "minutes": 30,
                "visibility": visibility,
            }
            planning.add_session(desk, edition.id, fields)
        publishing.publish_version(desk, edition.id, "v1")
        first = desk.find(Session)[0]
        planning.change_session(desk, first.id, {"title": Text.of(ko="새 세션", en="New")})
    return forum


def titles(path: Path) -> list[str]:
    return [event.findtext("title", "") for event in ET.parse(path).iter("event")]


def test_schedules_are_for_whom_and_in_what_they_are_asked(
    planned: Path, tmp_path: Path, told: Run
) -> None:
    target = tmp_path / "s.xml"
    made = told("export", planned, "schedule.xml", "-o", target)
    assert (made["path"], made["pages"]) == (str(target), None)
    assert [problem["kind"] for problem in made["problems"]] == ["schedule-no-room"]
    assert titles(target) == ["새 세션"]
    assert ET.parse(target).findtext("version") == "v1+"  # changed since
    told("publish", planned, "--name", "v2")
    told("export", planned, "schedule.xml", "-o", target, "--audience", "guests")
    assert ET.parse(target).findtext("version") == "v2"
    assert titles(target) == ["새 세션", "세션 10"]
    told("export", planned, "schedule.xml", "-o", target, "--languages", "en")
    assert titles(target) == ["New"]
    told("export", planned, "schedule.xml", "-o", target, "--languages", "en,ko")
    assert titles(target) == ["New / 새 세션"]
    told("export", planned, "schedule.xml", "-o", target, "--languages", ",")
    assert titles(target) == ["새 세션"]
    told("export", planned, "schedule.xml", "-o", target, "--languages", "fr")
    assert titles(target) == ["새 세션"]
    told("export", planned, "schedule.xml", "-o", target, "--version", "v1")
    assert titles(target) == ["세션 9"]
    assert ET.parse(target).findtext("version") == "v1"


def test_our_own_file_changes_nothing_here(planned: Path, tmp_path: Path, told: Run) -> None:
    target, again = tmp_path / "s.json", tmp_path / "again.json"
    told("export", planned, "schedule.json", "-o", target, "--audience", "organizers")
    report = told("import", planned, target)
    assert (report["read"], report["unchanged"], report["problems"]) == (2, 2, [])
    told("export", planned, "schedule.json", "-o", again, "--audience", "organizers")
    assert again.read_bytes() == target.read_bytes()


def test_a_change_made_elsewhere_comes_in_with_the_file(
    planned: Path, tmp_path: Path, told: Run
) -> None:
    target = tmp_path / "s.json"
    told("export", planned, "schedule.json", "-o", target, "--languages", "en")
    told("import", planned, target)
    stored = json.loads(target.read_text("utf-8"))
    (event,) = stored["schedule"]["conference"]["days"][0]["rooms"][""]
    event.update(date="2026-06-01T11:00:00+09:00", start="11:00")
    target.write_text(json.dumps(stored), "utf-8")
    report = told("import", planned, target)
    assert (report["updated"], report["unchanged"]) == (1, 0)
    with ForumFile.open(planned) as desk:
        moved = desk.find(Session)[0]
    assert moved.starts == datetime(2026, 6, 1, 11)
    assert moved.title == Text.of(ko="새 세션", en="New")


def test_a_page_takes_the_options_of_paper(planned: Path, tmp_path: Path, said: Run) -> None:
    first, second = tmp_path / "a.html", tmp_path / "b.html"
    for path in (first, second):
        said("export", planned, "html", "-o", path, "--audience", "guests", "--clock", "12")
    assert first.read_bytes() == second.read_bytes()
    text = first.read_text("utf-8")
    assert "9:00 a.m.–9:30 a.m." in text
    assert "Session 10" in text
    said("export", planned, "html", "-o", second, "--version", "v1", "--languages", "en")
    assert "Session 9" in second.read_text("utf-8")
    assert "세션" not in second.read_text("utf-8")


def test_what_makes_no_sense_is_refused(
    planned: Path, forum: Path, tmp_path: Path, said: Run, refused: Run
) -> None:
    target = tmp_path / "s.xml"
    assert "--paper" in refused("export", planned, "schedule.xml", "-o", target, "--paper", "A4")
    assert "--audience" in refused("export", planned, "html", "-o", target, "--audience", "all")
    empty = tmp_path / "empty.forum"
    said("new", empty, "--title", "en=Empty")
    with ForumFile.open(empty) as desk:
        editions.add_edition(desk, desk.find(Series)[0].id, {})
    assert "no days yet" in refused("export", empty, "schedule.xml", "-o", target)
    assert not target.exists()


def test_what_is_written_can_go_into_a_folder(planned: Path, tmp_path: Path, told: Run) -> None:
    for what in ("schedule.xml", "schedule.json", "html"):
        path = Path(told("export", planned, what, "-o", tmp_path)["path"])
        assert path.name == f"제1회 반도체 포럼.{what}"
