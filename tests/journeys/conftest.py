# SPDX-License-Identifier: MIT
"""Journeys go through the whole program: its windows, with answers ready, and its commands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from forumdesk.ui.look import Look
from forumdesk.ui.program import Program
from forumdesk.ui.settings import Settings
from tests.ui.conftest import Recorded, _closed_afterwards, look, messages

__all__ = ["_closed_afterwards", "look", "messages"]


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
