# SPDX-License-Identifier: MIT
"""The command line on its own: files made and read, steps taken back, requests refused."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from forumdesk.cli import COMMANDS, main
from forumdesk.domain.forum import Series
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

NEW = ("--title", "ko=반도체 포럼", "--title", "en=Chip Forum", "--short", "en=CHIP")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "en")


@pytest.fixture
def forum(tmp_path: Path) -> Path:
    """A forum file with one series, made by ``new``."""
    path = tmp_path / "chip.forum"
    assert main(["new", str(path), *NEW]) == 0
    return path


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    """What a command says as JSON."""
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one line with which a request is refused."""
    capsys.readouterr()
    assert main([*map(str, arguments)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("forumdesk: ")
    assert said.err.count("\n") == 1
    return said.err.removeprefix("forumdesk: ").strip()


def test_new_makes_a_series_in_the_languages_of_its_titles(
    forum: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(capsys, "info", forum)
    (series,) = found.pop("series")
    assert found == {"file": str(forum), "format": 1, "people": 0, "organizations": 0}
    assert series.pop("id")
    assert series == {
        "title": {"ko": "반도체 포럼", "en": "Chip Forum"},
        "short": {"en": "CHIP"},
        "languages": ["ko", "en"],
        "editions": [],
    }


def test_new_keeps_the_order_of_languages_and_the_time_zone(tmp_path: Path) -> None:
    path = tmp_path / "x.forum"
    languages = ("--languages", "en,ko,ja", "--timezone", "Asia/Seoul")
    assert main(["new", str(path), "--title", "en=Forum", *languages]) == 0
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
        (("--title", "en=F", "--languages", "ko;en"), "should be languages"),
        (("--title", "en=F", "--timezone", "Mars/Base"), "“Mars/Base” is not a time zone"),
        (("--title", "en=F", "--timezone", "/etc/passwd"), "is not a time zone"),
    ],
)
def test_new_refuses_what_makes_no_sense_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], reason: str
) -> None:
    path = tmp_path / "x.forum"
    assert reason in refused(capsys, "new", path, *options)
    assert list(tmp_path.iterdir()) == []


def test_new_leaves_an_existing_file_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("keep me")
    assert "exists already" in refused(capsys, "new", path, *NEW)
    assert path.read_text() == "keep me"


def test_undo_and_redo_name_the_step(forum: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["undo", str(forum)]) == 0
    assert capsys.readouterr().out == "Undone: Add series “Chip Forum”\n"
    assert told(capsys, "info", forum)["series"] == []
    assert [entry["undone"] for entry in told(capsys, "history", forum)] == [True]
    assert main(["redo", str(forum)]) == 0
    assert capsys.readouterr().out == "Redone: Add series “Chip Forum”\n"
    assert len(told(capsys, "info", forum)["series"]) == 1
    assert refused(capsys, "redo", forum) == "There is nothing to redo."


def test_history_tells_the_newest_step_first(
    forum: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ForumFile.open(forum) as desk, desk.step("Rename “{title}”", title=Text.of(en="A\nB")):
        (series,) = desk.find(Series)
        desk.put(Series(desk.new_id(), series.title))
    entries = told(capsys, "history", forum)
    assert [entry["text"] for entry in entries] == ["Rename “A\nB”", "Add series “Chip Forum”"]
    assert set(entries[0]) == {"number", "text", "at", "undone"}
    assert main(["history", str(forum)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_messages_follow_the_locale(
    forum: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORUMDESK_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    capsys.readouterr()
    assert main(["info", str(forum)]) == 0
    assert "반도체 포럼" in capsys.readouterr().out
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "en")
    assert main(["info", str(forum)]) == 0
    assert "Chip Forum" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("info",), "FILE is missing. See forumdesk info --help."),
        (("info", "--jason"), "There is no option --jason. See forumdesk info --help."),
        (("chekc",), "“chekc” is neither a command nor a file; see forumdesk --help."),
        (("check", "--edition"), "The option --edition lacks its value."),
    ],
)
def test_a_slip_on_the_command_line_gets_one_line(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], reason: str
) -> None:
    assert refused(capsys, *arguments).startswith(reason)


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_every_command_has_help(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Usage: forumdesk {name} ")
    assert "Show this help." in said


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"\n  {entry.name} " in said for entry in COMMANDS)


def test_our_own_fault_is_logged_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(ForumFile, "history", lambda self: 1 / 0)
    path = tmp_path / "x.forum"
    assert main(["new", str(path), *NEW]) == 0
    capsys.readouterr()
    assert main(["history", str(path)]) == 70
    said = capsys.readouterr().err
    assert said.startswith("forumdesk: a fault in ForumDesk itself")
    assert said.count("\n") == 1
    assert "ZeroDivisionError" in Path(said.split(" written in ")[1].strip(" .\n")).read_text()


def test_the_module_runs_and_keeps_standard_output_pure(forum: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "forumdesk", "info", str(forum), "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert run.stderr == b""
    assert json.loads(run.stdout)["series"][0]["title"]["ko"] == "반도체 포럼"


def test_a_reader_that_goes_away_is_no_fault(forum: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [sys.executable, "-m", "forumdesk", "info", str(forum)],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
        check=False,
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (141, b"")
