# SPDX-License-Identifier: MIT
"""A clash is seen a moment after it is made, and put right by what is offered, by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Subject
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.program import Program
from forumdesk.ui.remedies import problems_in
from tests.journeys.test_to_the_printed_program import LONG, only_window
from tests.journeys.test_versions import plan
from tests.ui.conftest import Recorded


def errors(window: MainWindow, session: str) -> set[str]:
    """The kinds of errors of a session that the window knows of."""
    return {p.kind for p in problems_in(window.work, session) if p.severity == "error"}


def take_first_remedy(window: MainWindow, qtbot: QtBot) -> str:
    """Open the menu of remedies and press Enter; what was chosen."""
    window.actions_["edit.remedies"].trigger()
    menu = window.frame.problems.findChildren(QMenu)[-1]
    chosen = menu.activeAction().text()
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    return chosen


@pytest.mark.parametrize("view", ["board", "list"])
def test_a_clash_is_put_right_as_it_is_offered(
    program: Program,
    open_sample: Callable[[], None],
    messages: Recorded,
    qtbot: QtBot,
    view: str,
) -> None:
    open_sample()
    window = only_window(program)
    window.work.show_edition(window.frame.sidebar.editions()[0])
    window.frame.show_page("agenda")
    window.actions_[f"agenda.{view}"].trigger()
    talk, _ = plan(window)
    qtbot.waitUntil(
        lambda: {"person-in-two-places", "room-used-twice"} <= errors(window, talk.id), timeout=LONG
    )
    window.frame.go(Subject("session", talk.id))
    offered = [fix.service for p in problems_in(window.work, talk.id) for fix in p.fixes]
    assert {"fixing.move_to_free_room", "fixing.move_to_free_time"} <= set(offered)
    chosen = take_first_remedy(window, qtbot)
    assert "“Fireside Chat”" in chosen
    assert messages.said[-1] == f"Done: {chosen}"
    moved = window.work.desk.get(Session, talk.id)
    assert (moved.starts, moved.minutes) != (talk.starts, talk.minutes)
    qtbot.waitUntil(lambda: errors(window, talk.id) == set(), timeout=LONG)
    assert messages.refused == []
    window.undo()
    assert window.work.desk.get(Session, talk.id).starts == talk.starts
    qtbot.waitUntil(lambda: "room-used-twice" in errors(window, talk.id), timeout=LONG)
