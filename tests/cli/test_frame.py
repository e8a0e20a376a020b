# SPDX-License-Identifier: MIT
"""The frame around the commands: help, languages, slips, our own faults, pipes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk import __version__
from forumdesk.cli import COMMANDS, main
from forumdesk.store.forumfile import ForumFile

Run = Callable[..., str]
Tell = Callable[..., Any]
ROOT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "forumdesk")


def test_messages_follow_the_locale(
    forum: Path, said: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORUMDESK_LANGUAGE")
    for name, value in (("LANG", "en_US"), ("LC_MESSAGES", "ko_KR.UTF-8"), ("LC_ALL", "")):
        monkeypatch.setenv(name, value)
    assert "반도체 포럼" in said("info", forum)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "Chip Forum" in said("info", forum)
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "ko")
    assert "반도체 포럼" in said("info", forum)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("info",), "FILE is missing. See forumdesk info --help."),
        (("info", "--jason"), "There is no option --jason. See forumdesk info --help."),
        (("chekc",), "“chekc” is neither a command nor a file; see forumdesk --help."),
        (("check", "--edition"), "The option --edition lacks its value."),
        (("info", "a", "b"), "“b” is too much. See forumdesk info --help."),
        (("info", "--json=yes", "a"), "The option --json takes no value."),
    ],
)
def test_a_slip_on_the_command_line_gets_one_line(
    refused: Run, arguments: tuple[str, ...], reason: str
) -> None:
    assert refused(*arguments).startswith(reason)


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_every_command_has_help(said: Run, name: str) -> None:
    told = said(name, "--help")
    assert told.startswith(f"Usage: forumdesk {name} ")
    assert "Show this help." in told


def test_help_lists_every_command_and_version_says_which(said: Run) -> None:
    told = said("--help")
    assert all(f"\n  {entry.name} " in told for entry in COMMANDS)
    assert said("--version") == f"forumdesk {__version__}\n"


def test_a_window_needs_a_screen(
    forum: Path, refused: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform in ("darwin", "win32"):
        pytest.skip("there is always a screen")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    line = (
        "There is no screen to open a window on;"
        " forumdesk --help lists the commands that need none."
    )
    assert refused() == line
    assert refused(forum) == line


def test_our_own_fault_is_logged_and_told(
    forum: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(tmp_path))
    monkeypatch.setattr(ForumFile, "history", lambda self: 1 / 0)
    capsys.readouterr()
    assert main(["history", str(forum)]) == 70
    told = capsys.readouterr()
    log = tmp_path / "faults.log"
    assert (told.out, told.err.count("\n")) == ("", 1)
    assert told.err.endswith(f"what happened is written in {log}.\n")
    assert "ZeroDivisionError" in log.read_text("utf-8")


def test_json_is_pure_ascii_where_the_terminal_is(forum: Path) -> None:
    run = subprocess.run(
        [*PROGRAM, "info", str(forum), "--json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
        cwd=ROOT,
    )
    assert (run.stdout.isascii(), run.stderr) == (True, b"")
    assert json.loads(run.stdout)["series"][0]["title"]["ko"] == "반도체 포럼"


def test_a_reader_that_goes_away_is_no_fault(forum: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [*PROGRAM, "info", str(forum)],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=False,
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (141, b"")


@pytest.mark.skipif(os.name == "nt", reason="a device of POSIX")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_full_disk_behind_standard_output_gets_one_line(
    forum: Path, options: tuple[str, ...]
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [*PROGRAM, "info", str(forum), *options],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
            check=False,
        )
    assert (run.returncode, run.stderr.count(b"\n")) == (2, 1)


@pytest.mark.skipif(os.name == "nt", reason="file names of POSIX")
def test_a_file_name_that_is_no_text_is_still_a_name(forum: Path, told: Tell) -> None:
    odd = os.fsdecode(os.fsencode(forum.parent) + b"/\xff.forum")
    os.rename(forum, odd)
    assert told("info", odd)["file"] == odd
    assert told("export", odd, "json", "-o", forum.parent)["path"] == str(
        forum.parent / "forum.json"
    )
    assert main(["backup", odd]) == 0
