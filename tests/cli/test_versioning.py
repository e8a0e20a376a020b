# SPDX-License-Identifier: MIT
"""``publish`` and ``changes``."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import Text
from forumdesk.services import editions, parts, planning
from forumdesk.store.forumfile import ForumFile
from tests.cli.conftest import Run
from tests.services.small import Small, small_forum


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Small]:
    """A forum whose first edition is published and then changed."""
    path = tmp_path / "small.forum"
    with ForumFile.create(path) as desk:
        made = small_forum(desk)
        planning.change_session(desk, made.panel.id, {"title": Text.of(en="Round table")})
        parts.change_part(desk, made.speech.id, {"participation": made.hong.id})
        editions.remove_edition(desk, made.later.id)
    return path, made


def test_publish_freezes_an_edition(forum: Path, said: Run, refused: Run) -> None:
    with ForumFile.open(forum) as desk:
        editions.add_edition(desk, desk.find(Series)[0].id, {})
    note = ("--note", "ko=인쇄용", "--note", "en=To print")
    line = said("publish", forum, "--name", "v1", *note)
    with ForumFile.open(forum, read_only=True) as desk:
        (version,) = desk.find(Version)
        (edition,) = desk.find(Edition)
    assert line == f"Published “v1” ({version.digest[:7]}).\n"
    assert (version.name, version.edition) == ("v1", edition.id)
    assert version.note == Text.of(ko="인쇄용", en="To print")
    assert refused("publish", forum, "--name", "V1").startswith("There is a version “V1” already")
    assert "Give --name" in refused("publish", forum) or "--name" in refused("publish", forum)
    assert "“x” should be a language" in refused("publish", forum, "--name", "b", "--note", "x")


def test_publish_says_what_was_made_as_json(small: tuple[Path, Small], told: Any) -> None:
    made = told("publish", small[0], "--name", "Second")
    with ForumFile.open(small[0], read_only=True) as desk:
        (version,) = desk.find(Version, name="Second")
    assert made == {
        "name": "Second",
        "at": version.at.isoformat(),
        "digest": version.digest,
        "note": {},
    }


def test_changes_are_listed_a_line_each(small: tuple[Path, Small], said: Run) -> None:
    path, _ = small
    assert said("changes", path, "--since", "final").splitlines() == [
        "Opening, Remarks — Opening remarks: Gil-dong Hong (KSIA) (before: Gina Raimondo)",
        "Round table — New title: Round table (before: Panel)",
    ]
    said("publish", path, "--name", "Second")
    assert said("changes", path, "--since", "Second") == "Nothing has changed.\n"
    assert said("changes", path, "--since", "Final", "--until", "Second").count("\n") == 2


def test_changes_for_a_person(small: tuple[Path, Small], said: Run, refused: Run) -> None:
    path, _ = small
    mine = said("changes", path, "--since", "Final", "--person", "RAIMONDO, Gina")
    assert mine.count("\n") == 1
    assert "(before: Gina Raimondo)" in mine
    assert said("changes", path, "--since", "Final", "--person", "홍길동").count("\n") == 2
    assert "Nobody in this edition is called “Nobody”" in refused(
        "changes", path, "--since", "Final", "--person", "Nobody"
    )


def test_changes_as_json(small: tuple[Path, Small], told: Callable[..., Any]) -> None:
    path, made = small
    first, second = told("changes", path, "--since", "Final")
    assert second == {
        "kind": "renamed",
        "subject": f"session:{made.panel.id}:title",
        "session": made.panel.id,
        "title": {"en": "Round table"},
        "before": {"en": "Panel"},
        "after": {"en": "Round table"},
        "people": [made.minister.id],
        "text": "Round table — New title: Round table (before: Panel)",
    }
    assert (first["kind"], first["session"]) == ("replaced", made.remarks.id)
    assert first["after"] == {"en": "Gil-dong Hong (KSIA)", "ko": "홍길동(한국반도체산업협회)"}


def test_times_and_days_are_given_to_scripts(small: tuple[Path, Small], told: Any) -> None:
    path, made = small
    with ForumFile.open(path) as desk:
        later = datetime(2024, 6, 27, 10)
        planning.retime_session(desk, made.opening.id, later, None)
        added = planning.add_session(desk, made.edition.id, {"starts": later, "minutes": 15})
        planning.set_rooms(desk, added.id, [made.hall.id])
        parts.add_part(desk, added.id, made.gina.id, {})
        editions.change_edition(desk, made.edition.id, {"first_day": date(2024, 6, 26)})
    listed = told("changes", path, "--since", "Final")
    found = {change["kind"]: change for change in reversed(listed)}
    assert found["dates"]["before"] == {"first": "2024-06-27", "last": "2024-06-27"}
    assert found["dates"]["session"] is None
    assert found["retimed"]["before"] == {
        "starts": "2024-06-27T09:00:00",
        "ends": "2024-06-27T09:30:00",
    }
    assert found["retimed"]["after"] == {"starts": "2024-06-27T10:00:00", "ends": None}
    assert found["added"]["after"] == {
        "starts": "2024-06-27T10:00:00",
        "ends": "2024-06-27T10:15:00",
        "rooms": {"en": "Hall"},
        "people": [{"en": "Gina Raimondo", "ko": "Gina Raimondo"}],
    }


def test_what_there_is_not_is_refused(small: tuple[Path, Small], forum: Path, refused: Run) -> None:
    path, _ = small
    assert refused("changes", path, "--since", "v9") == (
        "No version is called “v9”; there are: Final."
    )
    assert "“v8”" in refused("changes", path, "--since", "Final", "--until", "v8")
    assert "no edition" in refused("changes", forum, "--since", "v1")
    assert "--since" in refused("changes", path)
