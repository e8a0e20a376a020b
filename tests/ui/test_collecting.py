# SPDX-License-Identifier: MIT
"""Garbage is looked for on the thread of the windows alone."""

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from forumdesk.ui import collecting
from forumdesk.ui.background import Background
from forumdesk.ui.collecting import Collecting


def held_in_a_circle(found_on: list[int]) -> None:
    """Leave a widget's like that nothing but itself holds, and note who finds it."""
    lost: Any = QObject()
    lost.itself = lost
    weakref.finalize(lost, lambda: found_on.append(threading.get_ident()))


def many_values() -> list[list[int]]:
    """What would have Python look for garbage many times over."""
    return [[n] for n in range(200_000)]


@pytest.fixture(autouse=True)
def _looked_through_as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_only_the_thread_of_the_windows_finds_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "EVERY", 1)
    found_on: list[int] = []
    desktop = QObject()
    gc.enable()
    Collecting(desktop)
    held_in_a_circle(found_on)
    work = Background(many_values, desktop)
    with qtbot.waitSignal(work.finished) as finished:
        work.start()
        work.wait()
        assert found_on == []
    assert len(finished.args[0]) == 200_000
    qtbot.waitUntil(lambda: bool(found_on))
    assert found_on == [threading.get_ident()]
    desktop.deleteLater()
