# SPDX-License-Identifier: MIT
"""Work in a thread: what it gives back arrives, also when it is nothing."""

import threading
import weakref
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.ui.background import Background


class Value:
    """Something large that a work is given."""


@pytest.mark.parametrize("result", [(), [], None, (1,), "text"])
def test_result_arrives_also_when_empty(qtbot: QtBot, result: object) -> None:
    background = Background(lambda: result)
    with qtbot.waitSignal(background.finished) as heard:
        background.start()
    assert heard.args == [result]


def test_work_whose_owner_is_gone_ends_quietly(qapp: QApplication) -> None:
    owner, ready = QObject(), threading.Event()
    work = Background(ready.wait, owner)
    work.start()
    shiboken6.delete(owner)
    ready.set()
    work._thread.join()  # an exception in the thread would fail this test


@pytest.mark.parametrize("wanted", [True, False])
def test_work_that_is_done_keeps_no_values(qtbot: QtBot, wanted: bool) -> None:
    owner, value = QObject(), Value()
    known = weakref.ref(value)
    work = Background(partial(repr, value), owner)
    work.start()
    if not wanted:
        work.drop()
    work.wait()
    del work, value
    qtbot.waitUntil(lambda: not owner.children())
    assert known() is None
