# SPDX-License-Identifier: MIT
"""Driving the command line in this process: what it says, and how it refuses."""

import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from forumdesk.cli import main
from tests.conftest import REAL_INPUT

NEW = ("--title", "ko=반도체 포럼", "--title", "en=Chip Forum", "--short", "en=CHIP")
FOSDEM = REAL_INPUT / "fosdem_2026.xml"
Run = Callable[..., str]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """English messages, and a log of faults that is not that of whoever runs the tests."""
    monkeypatch.setenv("FORUMDESK_LANGUAGE", "en")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that succeeds (or ends with ``code``); what it says."""

    def run(*arguments: object, code: int = 0) -> str:
        capsys.readouterr()
        assert main([*map(str, arguments)]) == code
        told = capsys.readouterr()
        assert told.err == ""
        return told.out

    return run


@pytest.fixture
def told(said: Run) -> Callable[..., Any]:
    """Run a command with ``--json``; the value it prints."""
    return lambda *arguments, code=0: json.loads(said(*arguments, "--json", code=code))


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that refuses; the one line it says."""

    def run(*arguments: object) -> str:
        capsys.readouterr()
        assert main([*map(str, arguments)]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("forumdesk: ")
        assert told.err.count("\n") == 1
        return told.err.removeprefix("forumdesk: ").strip()

    return run


@pytest.fixture(scope="session")
def made_by_new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forum file with one series, made by ``new``; to be copied."""
    path = tmp_path_factory.mktemp("chip") / "chip.forum"
    assert main(["new", str(path), *NEW]) == 0
    return path


@pytest.fixture(scope="session")
def fosdem_once(
    made_by_new: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any]]:
    """A forum file with a very large conference in it, and what importing it told."""
    if not REAL_INPUT.is_dir():
        pytest.skip("no folder of real input beside the checkout")
    path = shutil.copyfile(made_by_new, tmp_path_factory.mktemp("fosdem") / "chip.forum")
    told = StringIO()
    with redirect_stdout(told):
        asked = ("import", path, FOSDEM, "--as", "schedule", "--new-edition", "--json")
        assert main([*map(str, asked)]) == 0
    return path, json.loads(told.getvalue())


@pytest.fixture
def fosdem(fosdem_once: tuple[Path, dict[str, Any]], tmp_path: Path) -> Path:
    """A forum file with a very large conference in it."""
    return shutil.copyfile(fosdem_once[0], tmp_path / "chip.forum")


@pytest.fixture
def forum(made_by_new: Path, tmp_path: Path) -> Path:
    """A forum file with one series."""
    return shutil.copyfile(made_by_new, tmp_path / "chip.forum")
