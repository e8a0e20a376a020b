# SPDX-License-Identifier: MIT
"""Driving the command line in this process: what it says, and how it refuses."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forumdesk.cli import main

NEW = ("--title", "ko=반도체 포럼", "--title", "en=Chip Forum", "--short", "en=CHIP")
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


@pytest.fixture
def forum(made_by_new: Path, tmp_path: Path) -> Path:
    """A forum file with one series."""
    return shutil.copyfile(made_by_new, tmp_path / "chip.forum")
