# SPDX-License-Identifier: MIT
"""``new``: a forum file with one series, or nothing at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.forum import Series
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
TITLE = ("--title", "en=Forum")


def test_a_series_in_the_languages_of_its_titles(forum: Path, told: Callable[..., Any]) -> None:
    found = told("info", forum)
    (series,) = found.pop("series")
    assert found == {"file": str(forum), "format": 5, "people": 0, "organizations": 0}
    assert series.pop("id")
    assert series == {
        "title": {"ko": "반도체 포럼", "en": "Chip Forum"},
        "short": {"en": "CHIP"},
        "languages": ["ko", "en"],
        "editions": [],
    }


def test_languages_in_their_order_and_a_time_zone(tmp_path: Path, said: Run) -> None:
    path = tmp_path / "x.forum"
    said("new", path, *TITLE, "--languages", "en,ko,ja", "--timezone", "Asia/Seoul")
    with ForumFile.open(path) as desk:
        (series,) = desk.find(Series)
    assert (series.languages, series.timezone) == (("en", "ko", "ja"), "Asia/Seoul")


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ((), "--title is missing."),
        (("--title", "Forum"), "should be a language and a text"),
        (("--title", "ko="), "should be a language and a text"),
        (("--title", "한국어=포럼"), "should be a language and a text"),
        ((*TITLE, *TITLE), "There are two texts in"),
        ((*TITLE, "--short", "F"), "should be a language and a text"),
        ((*TITLE, "--languages", "ko;en"), "should be languages"),
        ((*TITLE, "--languages", ","), "should be languages"),
        ((*TITLE, "--timezone", "Mars/Base"), "There is no time zone “Mars/Base”"),
        ((*TITLE, "--timezone", "/etc/passwd"), "There is no time zone"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_written(
    tmp_path: Path, refused: Run, options: tuple[str, ...], reason: str
) -> None:
    assert reason in refused("new", tmp_path / "x.forum", *options)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_left_alone(tmp_path: Path, refused: Run) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("keep me")
    assert "exists already" in refused("new", path, *TITLE)
    assert path.read_text() == "keep me"


@pytest.mark.parametrize(
    "name", ["포럼 한미.forum", "🚀.forum", "#1 50% ?.forum", "a\nb.forum", "a  b .x"]
)
def test_names_of_every_kind(
    tmp_path: Path, said: Run, told: Callable[..., Any], name: str
) -> None:
    path = tmp_path / name
    assert said("new", path, *TITLE) == f"Made {path}.\n".replace("a\nb", "a b")
    assert told("info", path)["file"] == str(path)
    assert [p.name for p in tmp_path.iterdir()] == [name]
