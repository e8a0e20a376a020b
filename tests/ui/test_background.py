# SPDX-License-Identifier: MIT
"""Work in a thread: what it gives back arrives, also when it is nothing."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.ui.background import Background


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
