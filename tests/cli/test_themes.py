# SPDX-License-Identifier: MIT
"""Themes of the file's own on the command line: printed in, given away, taken in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.wording import Text
from forumdesk.services import editions, themes
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
VIOLET = '{"ink":{"accent":"#5a2a7a"}}'


@pytest.fixture
def themed(forum: Path) -> Path:
    """A forum file of one edition, and a theme that it is printed in."""
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        ours = themes.add_theme(desk, Text.of(ko="우리", en="Ours"), "plain", VIOLET)
        first = {"first_day": date(2026, 5, 6), "design": ours.id}
        editions.add_edition(desk, series.id, first)
    return forum


def test_a_theme_is_printed_in_by_its_name(themed: Path, tmp_path: Path, said: Run) -> None:
    by_edition, by_name, plain = (tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf"))
    said("publish", themed, "--name", "v1")  # the stamp of a draft says when it was printed
    version = ("--version", "v1")
    said("export", themed, "program", "-o", by_edition, *version)
    said("export", themed, "program", "-o", by_name, "--theme", "우리", *version)
    said("export", themed, "program", "-o", plain, "--theme", "plain", *version)
    assert by_edition.read_bytes() == by_name.read_bytes() != plain.read_bytes()
    with ForumFile.open(themed) as desk:
        themes.set_in_theme(desk, desk.find(OwnTheme)[0].id, ("ink", "accent"), "#1f5a2a")
    again, now = tmp_path / "d.pdf", tmp_path / "e.pdf"
    said("export", themed, "program", "-o", again, *version)
    assert again.read_bytes() == by_edition.read_bytes()
    said("export", themed, "program", "-o", now)
    assert now.read_bytes() != by_edition.read_bytes()


def test_a_theme_goes_from_file_to_file(
    themed: Path, tmp_path: Path, said: Run, told: Callable[..., Any]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    said("export", themed, "theme", "-o", out)
    (given,) = out.iterdir()
    assert given.name == "Ours.theme.toml"
    assert 'accent = "#5a2a7a"' in given.read_text("utf-8")
    other = tmp_path / "other.forum"
    said("new", other, "--title", "en=Other")
    assert told("import", other, given, "--dry-run")["added"] == 1
    with ForumFile.open(other) as desk:
        assert desk.find(OwnTheme) == []
    assert said("import", other, given) == "Theme “Ours” added.\n"
    assert said("import", other, given).startswith("Theme “Ours” is known already")
    given.write_text(given.read_text("utf-8").replace("5a2a7a", "1f5a2a"), "utf-8")
    report = told("import", other, given, "--as", "theme")
    assert (report["added"], report["updated"], report["unchanged"]) == (0, 1, 0)
    assert report["step"] == "Change theme “Ours”"
    with ForumFile.open(other) as desk:
        (theme,) = desk.find(OwnTheme)
        assert (theme.like, theme.data) == ("plain", '{"ink":{"accent":"#1f5a2a"}}')


def test_what_is_no_theme_is_refused(themed: Path, tmp_path: Path, refused: Run) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[ink]\naccent = 'blue'\n")
    before = themed.read_bytes()
    assert "is a colour as #1f4e5f, not “blue”" in refused("import", themed, bad)
    assert "leave out --edition" in refused("import", themed, bad, "--edition", "1")
    said = refused("export", themed, "theme", "-o", tmp_path / "x", "--theme", "gothic")
    assert said.startswith("The file has no theme “gothic” of its own; it has: ")
    assert not (tmp_path / "x").exists()
    said = refused("export", themed, "program", "-o", tmp_path / "x.pdf", "--theme", "gothic")
    assert said.startswith("There is no theme “gothic”; there are: ministerial, modern, plain")
    assert themed.read_bytes() == before


def test_a_file_without_themes_says_so(forum: Path, tmp_path: Path, refused: Run) -> None:
    with ForumFile.open(forum) as desk:
        (series,) = desk.find(Series)
        editions.add_edition(desk, series.id, {})
    said = refused("export", forum, "theme", "-o", tmp_path / "x")
    assert said == "The file has no theme of its own; nothing was written."


def test_an_edition_in_a_bundled_theme_has_none_to_give(
    themed: Path, tmp_path: Path, refused: Run
) -> None:
    with ForumFile.open(themed) as desk:
        (edition,) = desk.find(Edition)
        editions.change_edition(desk, edition.id, {"design": "plain"})
    said = refused("export", themed, "theme", "-o", tmp_path / "x")
    assert "has no theme “plain” of its own" in said
