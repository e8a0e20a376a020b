# SPDX-License-Identifier: MIT
"""Journeys go through the whole program: its windows, with answers ready, and its commands."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from forumdesk.ui.look import Look
from forumdesk.ui.program import Program
from forumdesk.ui.settings import Settings
from tests.ui.conftest import Recorded, _closed_afterwards, look, messages, qtbot

__all__ = ["_closed_afterwards", "look", "messages", "qtbot"]


@pytest.fixture
def program(
    qapp: QApplication,
    look: Look,
    messages: Recorded,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    """The running program in English, its documents folder an empty one."""
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path)
    settings = Settings(tmp_path / "settings.json")
    settings.change(language="en", appearance="light")
    running = Program(qapp, settings, messages=messages)
    yield running
    running.desktop.close()


@pytest.fixture
def open_sample(program: Program, sample_file: Path, tmp_path: Path) -> Callable[[], None]:
    """Opens the sample forum from the start page, in a file that was made of it before.

    That it is made where there is none is seen in other journeys.
    """

    def opened() -> None:
        name = program.desktop.words("ForumDesk sample{suffix}", suffix=".forum")
        shutil.copyfile(sample_file, tmp_path / name)
        program.show_start().sampleWanted.emit()

    return opened
