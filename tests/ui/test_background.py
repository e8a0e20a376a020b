# SPDX-License-Identifier: MIT
"""Work in a thread: what it gives back arrives, also when it is nothing."""

import pytest
from pytestqt.qtbot import QtBot

from forumdesk.ui.background import Background


@pytest.mark.parametrize("result", [(), [], None, (1,), "text"])
def test_result_arrives_also_when_empty(qtbot: QtBot, result: object) -> None:
    background = Background(lambda: result)
    with qtbot.waitSignal(background.finished) as heard:
        background.start()
    assert heard.args == [result]
