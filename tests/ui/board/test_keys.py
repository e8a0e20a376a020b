# SPDX-License-Identifier: MIT
"""The keyboard on the board does all that the mouse does."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Subject
from forumdesk.ui.board.block import SessionBlock
from tests.ui.board.conftest import NEXT, OnBoard
from tests.ui.conftest import Recorded

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def do(on: OnBoard, command: str) -> None:
    """A command of the page, by its action."""
    action = next(a for a in on.page.actions() if a.objectName() == f"agenda.{command}")
    assert isinstance(action, QAction)
    action.trigger()


def test_arrows_take_the_focus_from_session_to_session(on: OnBoard) -> None:
    on.board.focus_board()
    seen = [on.current()]
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Left, Key.Key_Up):
        on.press(key)
        seen.append(on.current())
    assert seen == [
        *("Opening ceremony", "Alpha", "Beta", "Gamma", "Beta", "Alpha", "Opening ceremony"),
    ]
    focused = on.board.window().focusWidget()
    assert isinstance(focused, SessionBlock)
    assert focused.accessibleName() == ("Opening ceremony, 09:00–09:40, All rooms, Opening, Draft")


def test_home_and_end_go_to_the_first_and_the_last(on: OnBoard) -> None:
    on.board.focus_board()
    on.press(Key.Key_End)
    assert on.current() == "Gamma"
    on.press(Key.Key_Home)
    assert on.current() == "Opening ceremony"


def test_several_are_chosen_by_keys(on: OnBoard) -> None:
    on.choose("Alpha")
    on.press(Key.Key_Right, SHIFT)
    assert on.chosen() == ["Alpha", "Beta"]
    on.press(Key.Key_Down, CTRL)
    assert (on.chosen(), on.current()) == (["Alpha", "Beta"], "Gamma")
    on.press(Key.Key_Space, CTRL)
    assert on.chosen() == ["Alpha", "Beta", "Gamma"]
    on.press(Key.Key_Escape)
    assert on.chosen() == ["Gamma"]
    on.press(Key.Key_A, CTRL)
    assert on.chosen() == ["Opening ceremony", "Alpha", "Beta", "Gamma"]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("earlier", "27 09:55-10:55 A"),
        ("later", "27 10:05-11:05 A"),
        ("longer", "27 10:00-11:05 A"),
        ("shorter", "27 10:00-10:55 A"),
        ("begin-earlier", "27 09:55-11:00 A"),
        ("begin-later", "27 10:05-11:00 A"),
        ("room-after", "27 10:00-11:00 B"),
        ("room-before", "27 10:00-11:00"),
        ("day-after", "28 10:00-11:00 A"),
        ("untime", "- 60 A"),
    ],
)
def test_commands_move_and_stretch(on: OnBoard, command: str, expected: str) -> None:
    steps = len(on.steps())
    on.choose("Alpha")
    do(on, command)
    assert on.placed("Alpha") == expected
    assert len(on.steps()) == steps + 1
    assert on.current() == "Alpha"
    on.desk.undo()
    assert on.placed("Alpha") == "27 10:00-11:00 A"


def test_shortcuts_are_those_of_the_list(on: OnBoard) -> None:
    keys = {
        a.objectName(): a.shortcut().toString()
        for a in on.page.actions()
        if "Alt+" in a.shortcut().toString()
    }
    assert keys == {
        "agenda.earlier": "Alt+Up",
        "agenda.later": "Alt+Down",
        "agenda.longer": "Alt+Shift+Down",
        "agenda.shorter": "Alt+Shift+Up",
        "agenda.room-before": "Alt+Left",
        "agenda.room-after": "Alt+Right",
        "agenda.day-before": "Alt+Shift+Left",
        "agenda.day-after": "Alt+Shift+Right",
    }


def test_at_the_last_room_and_day_nothing_moves(on: OnBoard, messages: Recorded) -> None:
    on.choose("Gamma")
    steps = on.steps()
    do(on, "room-after")
    do(on, "day-before")
    assert on.steps() == steps
    assert messages.said == ["There is no such day in this edition."]


def test_plenary_goes_into_the_first_room(on: OnBoard) -> None:
    on.choose("Opening ceremony")
    do(on, "room-after")
    assert on.placed("Opening ceremony") == "27 09:00-09:40 A"
    do(on, "room-before")
    assert on.placed("Opening ceremony") == "27 09:00-09:40"


def test_enter_types_the_title_in_place(on: OnBoard) -> None:
    on.choose("Alpha")
    on.press(Key.Key_Return)
    line = on.board.naming.line
    assert line.hasFocus()
    assert line.text() == "Alpha"
    QTest.keyClicks(line, "Omega")
    QTest.keyClick(line, Key.Key_Return)
    assert on.placed("Omega") == "27 10:00-11:00 A"
    assert on.last_step() == "Rename “Alpha”"
    assert isinstance(on.board.window().focusWidget(), SessionBlock)


def test_what_is_typed_is_kept_when_another_page_is_shown(on: OnBoard) -> None:
    on.choose("Alpha")
    on.press(Key.Key_Return)
    QTest.keyClicks(on.board.naming.line, "Omega")
    on.page.commit()
    assert on.session("Omega").minutes == 60


def test_delete_removes_the_chosen(on: OnBoard) -> None:
    on.choose("Alpha", "Beta")
    on.press(Key.Key_Delete)
    titles = {s.title.get("en") for s in on.desk.find(Session, edition=on.page.work.edition)}
    assert titles == {"Opening ceremony", "Gamma", "Later"}
    assert on.last_step() == "Remove 2 sessions"


def test_copies_are_pasted_after_the_cursor_in_its_room(on: OnBoard) -> None:
    on.choose("Alpha", "Beta")
    do(on, "copy")
    assert QGuiApplication.clipboard().text() == (
        "10:00\t11:00\t\tAlpha\tA\n10:30\t11:30\t\tBeta\tB"
    )
    on.choose("Gamma")
    do(on, "paste")
    copies = sorted(
        f"{s.title['en']} {s.starts:%H:%M}"
        for s in on.desk.find(Session, edition=on.page.work.edition)
        if s.starts and s.starts.hour >= 12 and s.minutes == 60
    )
    assert copies == ["Alpha 12:30", "Beta 13:00"]
    assert on.last_step() == "Copy 2 sessions"
    assert on.chosen() == ["Alpha", "Beta"]


def test_on_another_day_copies_keep_their_times(on: OnBoard) -> None:
    on.choose("Alpha")
    do(on, "copy")
    on.page.show_day(NEXT)
    do(on, "paste")
    starts = sorted(
        f"{s.starts:%d %H:%M}"
        for s in on.desk.find(Session)
        if s.title.get("en") == "Alpha" and s.starts
    )
    assert starts == ["27 10:00", "28 10:00"]


def test_lines_of_text_become_sessions(on: OnBoard) -> None:
    QGuiApplication.clipboard().setText("9:00\tOne\n\nTwo\n")
    on.choose("Gamma")
    do(on, "paste")
    assert (on.placed("One"), on.placed("Two")) == ("27 12:30-13:00 C", "27 13:00-13:30 C")
    assert on.last_step() == "Add 2 sessions"


def test_an_empty_clipboard_is_said(on: OnBoard, messages: Recorded) -> None:
    QGuiApplication.clipboard().clear()
    do(on, "paste")
    assert messages.said == ["There are no sessions on the clipboard."]


def test_a_new_session_begins_after_that_of_the_cursor(on: OnBoard) -> None:
    on.choose("Beta")
    do(on, "new")
    QTest.keyClicks(on.board.naming.line, "Delta")
    QTest.keyClick(on.board.naming.line, Key.Key_Return)
    assert on.placed("Delta") == "27 11:30-12:00 B"


def test_enter_in_the_tray_puts_a_session_at_the_end_of_the_day(on: OnBoard) -> None:
    assert on.page.select(Subject("session", on.session("Later").id))
    QTest.keyClick(on.board.tray.list, Key.Key_Return)
    assert on.placed("Later") == "27 12:30-12:50"
    assert not on.board.tray.isVisible()


def test_zoom_by_keys_keeps_the_time_in_the_middle(on: OnBoard) -> None:
    def middle() -> float:
        bar, view = on.board.view.verticalScrollBar(), on.board.view.viewport()
        return on.board.canvas.scale.minute_at(bar.value() + view.height() / 2)

    before = middle()
    grids = []
    for command in ("finer", "finer", "coarser", "coarser"):
        do(on, command)
        grids.append(on.board.canvas.grid)
        assert abs(middle() - before) < 3
    assert grids == [5, 5, 15, 30]
    do(on, "fit")
    first, last = on.board.canvas.table.used if on.board.canvas.table else (0, 0)
    scale, room = on.board.canvas.scale, on.board.view.part()
    assert room.top() <= scale.top(first)
    assert scale.top(last) <= room.bottom()


def test_the_wheel_with_ctrl_zooms_where_the_pointer_is(on: OnBoard) -> None:
    view, bar = on.board.view, on.board.view.verticalScrollBar()
    at = QPointF(200, 300)
    before = on.board.canvas.scale.minute_at(bar.value() + at.y())
    for turned, grid in ((120, 5), (120, 5), (-120, 15)):
        event = QWheelEvent(
            *(at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, turned)),
            *(Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(view.viewport(), event)
        assert on.board.canvas.grid == grid
        assert abs(on.board.canvas.scale.minute_at(bar.value() + at.y()) - before) < 2


def test_what_a_key_moves_stays_in_view(on: OnBoard) -> None:
    on.choose("Gamma")
    bar = on.board.view.verticalScrollBar()
    bar.setValue(on.at(0, "12:00").y() - 10)
    for _ in range(5):
        do(on, "earlier")
    block = on.board.canvas.block_of(on.session("Gamma").id)
    assert block is not None
    assert on.placed("Gamma") == "27 11:35-12:05 C"
    assert on.board.view.part().contains(block.geometry().topLeft())


def test_delete_in_the_tray_removes(on: OnBoard) -> None:
    assert on.page.select(Subject("session", on.session("Later").id))
    QTest.keyClick(on.board.tray.list, Key.Key_Delete)
    assert on.last_step() == "Remove “Later”"
    assert not on.board.tray.isVisible()


def test_an_item_is_typed_in_its_session(on: OnBoard) -> None:
    on.choose("Alpha")
    do(on, "item")
    QTest.keyClicks(on.board.naming.line, "Welcome")
    QTest.keyClick(on.board.naming.line, Key.Key_Return)
    assert on.session("Welcome").parent == on.session("Alpha").id
    assert on.last_step() == "Add “Welcome”"
    steps = on.steps()
    do(on, "item")
    QTest.keyClick(on.board.naming.line, Key.Key_Return)
    assert on.steps() == steps
    assert (on.page.on_board, on.current()) == (True, "Alpha")
