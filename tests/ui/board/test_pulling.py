# SPDX-License-Identifier: MIT
"""The mouse on the board: what is pulled, where it comes to, and what it is called."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition, Room
from forumdesk.services.arranging import follow_session
from forumdesk.services.editions import remove_room
from forumdesk.services.planning import duplicate_session
from forumdesk.ui.board.hand import Doing
from tests.ui.board.conftest import NEXT, NO_KEYS, OnBoard
from tests.ui.conftest import Recorded

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_session_is_pulled_to_another_time_and_room_in_one_step(on: OnBoard) -> None:
    steps = len(on.steps())
    on.pull(on.at(0, "10:30"), on.at(1, "13:00"), on.at(2, "14:02"))
    assert on.placed("Alpha") == "27 13:30-14:30 C"
    assert on.last_step() == "Move “Alpha”"
    assert len(on.steps()) == steps + 1
    on.desk.undo()
    assert on.placed("Alpha") == "27 10:00-11:00 A"


def test_nothing_moves_before_the_button_is_let_go(on: OnBoard) -> None:
    before = on.desk.find(Session)
    on.pull(on.at(0, "10:30"), on.at(2, "14:00"), drop=False)
    assert on.board.hand.doing is Doing.MOVING
    assert on.desk.find(Session) == before
    assert on.board.ghost.tag.time.text() == "13:30–14:30"


def test_esc_drops_what_is_pulled(on: OnBoard) -> None:
    before, steps = on.desk.find(Session), on.steps()
    on.pull(on.at(0, "10:30"), on.at(2, "14:00"), drop=False)
    on.press(Qt.Key.Key_Escape)
    assert on.board.hand.doing is Doing.IDLE
    assert not on.board.ghost.tag.isVisible()
    QTest.mouseRelease(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(2, "14:00"))
    assert (on.desk.find(Session), on.steps()) == (before, steps)


@pytest.mark.parametrize("what", ["remove", "undo", "edition", "view", "room"])
def test_what_changes_while_it_is_pulled_is_let_go(
    on: OnBoard, three_editions: list[Edition], what: str
) -> None:
    on.pull(on.at(0, "10:30"), on.at(0, "13:00"))
    on.pull(on.at(0, "13:00"), on.at(2, "15:00"), drop=False)
    meanwhile = {
        "remove": lambda: on.press(Qt.Key.Key_Delete),
        "undo": on.desk.undo,
        "edition": lambda: on.page.work.show_edition(three_editions[0].id),
        "view": lambda: on.page.show_view("list"),
        "room": lambda: on.page.work.run(
            remove_room, on.desk.find(Room, edition=on.page.work.edition)[2].id
        ),
    }
    meanwhile[what]()
    QTest.qWait(0)
    before, steps = on.desk.find(Session), on.steps()
    assert on.board.hand.doing is Doing.IDLE
    on.board.hand.pull_to(on.at(0, "14:00"), NO_KEYS)
    QTest.mouseRelease(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(0, "14:00"))
    assert (on.desk.find(Session), on.steps()) == (before, steps)


def test_pulled_a_little_a_session_stays_where_it_is(on: OnBoard) -> None:
    steps = on.steps()
    on.pull(on.at(0, "10:30"), on.at(0, "11:30"), on.at(0, "10:32"))
    assert on.steps() == steps


@pytest.mark.parametrize(
    ("edge", "pulled_to", "expected", "step"),
    [
        (("10:00", 3), "9:30", "27 09:30-11:00 A", "Move “Alpha”"),
        (("11:00", -3), "11:45", "27 10:00-11:45 A", "Change the length of “Alpha”"),
        (("11:00", -3), "8:00", "27 10:00-10:05 A", "Change the length of “Alpha”"),
        (("10:00", 3), "12:00", "27 10:55-11:00 A", "Move “Alpha”"),
    ],
)
def test_an_edge_is_stretched(
    on: OnBoard, edge: tuple[str, int], pulled_to: str, expected: str, step: str
) -> None:
    on.pull(on.at(0, *edge), on.at(1, pulled_to, edge[1]))
    assert on.placed("Alpha") == expected
    assert on.last_step() == step


def test_with_ctrl_a_copy_is_put_there(on: OnBoard) -> None:
    on.pull(on.at(0, "10:30"), on.at(1, "12:30"), keys=CTRL)
    assert on.placed("Alpha") == "27 10:00-11:00 A"
    copies = [s for s in on.desk.find(Session) if s.title.get("en") == "Alpha"]
    assert sorted(f"{s.starts:%H:%M}" for s in copies) == ["10:00", "12:00"]
    assert on.last_step() == "Copy “Alpha”"
    assert on.chosen() == ["Alpha"]


def test_chosen_sessions_move_together_as_far_as_there_is_room(on: OnBoard) -> None:
    on.choose("Alpha", "Gamma")
    on.pull(on.at(0, "10:30"), on.at(2, "11:30"))
    # Gamma is in the last room already: neither moves aside.
    assert on.placed("Alpha") == "27 11:00-12:00 A"
    assert on.placed("Gamma") == "27 13:00-13:30 C"
    assert on.last_step() == "Move 2 sessions"


def test_a_band_moves_in_time_and_into_a_room(on: OnBoard) -> None:
    on.pull(on.at(1, "9:20"), on.at(1, "8:20"))
    assert on.placed("Opening ceremony") == "27 08:00-08:40"
    on.pull(on.at(1, "8:20"), on.at(2, "8:20"))
    assert on.placed("Opening ceremony") == "27 08:00-08:40 C"


def test_over_the_hours_a_session_becomes_plenary(on: OnBoard) -> None:
    on.pull(on.at(0, "10:30"), QPoint(-20, on.at(0, "14:30").y()))
    assert on.placed("Alpha") == "27 14:00-15:00"


def test_the_edge_of_a_neighbour_attracts(on: OnBoard) -> None:
    on.page.work.run(_retime, on.session("Beta"), 10, 50)
    on.pull(on.at(0, "10:30"), on.at(1, "12:18"))
    assert on.placed("Alpha") == "27 11:50-12:50 B"


def _retime(desk: object, session: Session, hour: int, minute: int) -> None:
    starts = session.starts
    assert starts is not None
    with desk.step("Retime"):  # type: ignore[attr-defined]
        desk.put(replace(session, starts=starts.replace(hour=hour, minute=minute)))  # type: ignore[attr-defined]


def test_a_locked_session_stays_and_says_so(on: OnBoard) -> None:
    with on.desk.step("Lock"):
        on.desk.put(replace(on.session("Alpha"), locked=True))
    steps = on.steps()
    on.pull(on.at(0, "10:30"), on.at(2, "14:00"), drop=False)
    assert on.board.hand.doing is Doing.HELD
    assert on.board.ghost.tag.verdict.text() == "“Alpha” is locked and stays."
    QTest.mouseRelease(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(2, "14:00"))
    assert on.steps() == steps


def test_what_the_checks_say_stays_in_view(on: OnBoard) -> None:
    on.page.work.check()
    on.pull(on.at(0, "10:30"), on.at(2, "12:30"), drop=False)
    on.board.hand.judge_now()
    tag = on.board.ghost.tag
    assert "C is used twice" in tag.verdict.text()
    assert tag.parentWidget().rect().contains(tag.geometry())


def test_the_checks_answer_while_it_is_pulled(on: OnBoard) -> None:
    on.page.work.check()
    on.pull(on.at(0, "10:30"), on.at(1, "11:00"), drop=False)
    on.board.hand.judge_now()
    assert "B is used twice on 2026-06-27 from 10:30 to 11:30" in on.board.ghost.tag.verdict.text()
    on.board.hand.pull_to(on.at(1, "13:00"), Qt.KeyboardModifier.NoModifier)
    assert on.board.ghost.tag.verdict.text() == ""
    on.board.hand.judge_now()
    assert on.board.ghost.tag.verdict.text() == "Fits"


def test_over_the_tab_of_a_day_a_session_goes_there_at_its_time(on: OnBoard) -> None:
    tab = on.page.days.tab(NEXT)
    assert tab is not None
    there = on.canvas.mapFromGlobal(tab.mapToGlobal(tab.rect().center()))
    on.pull(on.at(0, "10:30"), there, drop=False)
    assert on.board.ghost.tag.verdict.text() == "To Sun 28 Jun, at the same time"
    QTest.mouseRelease(on.canvas, Qt.MouseButton.LeftButton, pos=there)
    assert on.placed("Alpha") == "28 10:00-11:00 A"
    assert on.board.day == NEXT
    assert on.chosen() == ["Alpha"]


def test_held_over_the_tab_of_a_day_that_day_is_shown_to_be_dropped_on(on: OnBoard) -> None:
    tab = on.page.days.tab(NEXT)
    assert tab is not None
    there = on.canvas.mapFromGlobal(tab.mapToGlobal(tab.rect().center()))
    on.pull(on.at(0, "10:30"), there, drop=False)
    on.board.beyond.turn_day()
    assert on.board.day == date(2026, 6, 28)
    QTest.mouseRelease(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(1, "12:30"))
    assert on.placed("Alpha") == "28 12:00-13:00 B"


def test_dropped_outside_the_board_nothing_moves_and_that_is_said(
    on: OnBoard, messages: Recorded
) -> None:
    steps = on.steps()
    on.pull(on.at(0, "10:30"), on.board.view.part().bottomRight() + QPoint(400, 60))
    assert on.steps() == steps
    assert messages.said == ["Dropped outside the board: nothing was moved."]


def test_times_end_with_the_program_day(on: OnBoard) -> None:
    on.board.view.verticalScrollBar().setValue(0)
    on.pull(on.at(1, "9:20"), QPoint(on.at(1, "9:00").x(), on.board.view.part().top() - 10))
    assert on.placed("Opening ceremony") == "27 04:00-04:40"


def test_ground_is_drawn_on_and_named_in_place(on: OnBoard) -> None:
    steps = len(on.steps())
    on.pull(on.at(1, "13:02"), on.at(1, "13:40"))
    assert len(on.steps()) == steps
    line = on.board.naming.line
    assert line.hasFocus()
    QTest.keyClicks(line, "Delta")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    line.setText("델타")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert on.placed("Delta") == "27 13:00-13:45 B"
    assert dict(on.session("Delta").title) == {"en": "Delta", "ko": "델타"}
    assert on.last_step() == "Add “Delta”"
    assert len(on.steps()) == steps + 1
    assert on.current() == "Delta"


def test_drawn_over_all_rooms_it_is_plenary_over_some_it_is_in_them(on: OnBoard) -> None:
    for columns, title in (((0, 2), "All"), ((1, 2), "Two")):
        hour = 14 + columns[0]
        on.pull(on.at(columns[0], f"{hour}:00"), on.at(columns[1], f"{hour}:25"))
        QTest.keyClicks(on.board.naming.line, title)
        QTest.keyClick(on.board.naming.line, Qt.Key.Key_Return)
    assert on.placed("All") == "27 14:00-14:30"
    assert on.placed("Two") == "27 15:00-15:30 BC"


def test_esc_gives_a_drawn_session_up(on: OnBoard) -> None:
    steps = on.steps()
    on.pull(on.at(1, "13:02"), on.at(1, "13:40"))
    QTest.keyClicks(on.board.naming.line, "Delta")
    QTest.keyClick(on.board.naming.line, Qt.Key.Key_Escape)
    assert not on.board.naming.line.isVisible()
    assert on.steps() == steps


def test_a_rubber_band_chooses(on: OnBoard) -> None:
    on.pull(on.at(0, "11:30"), on.at(1, "10:40"), keys=SHIFT)
    assert on.chosen() == ["Alpha", "Beta"]


def test_a_click_chooses_one_with_ctrl_one_more_or_less(on: OnBoard) -> None:
    def click(room: int, clock: str, keys: Qt.KeyboardModifier) -> None:
        QTest.mouseClick(on.canvas, Qt.MouseButton.LeftButton, keys, on.at(room, clock))

    click(0, "10:30", Qt.KeyboardModifier.NoModifier)
    assert (on.chosen(), on.current()) == (["Alpha"], "Alpha")
    click(1, "11:00", CTRL)
    assert (on.chosen(), on.current()) == (["Alpha", "Beta"], "Beta")
    click(0, "10:30", CTRL)
    assert (on.chosen(), on.current()) == (["Beta"], "Alpha")
    click(1, "15:00", Qt.KeyboardModifier.NoModifier)
    assert (on.chosen(), on.current()) == ([], "")


def test_a_session_is_pulled_from_the_tray_onto_the_board_and_back(on: OnBoard) -> None:
    tray = on.board.tray.list
    row = tray.visualRect(tray.model().index(0, 0)).center()
    there = tray.viewport().mapFromGlobal(on.canvas.mapToGlobal(on.at(1, "13:05")))
    QTest.mousePress(tray.viewport(), Qt.MouseButton.LeftButton, pos=row)
    QTest.mouseMove(tray.viewport(), row - QPoint(20, 0))
    QTest.mouseMove(tray.viewport(), there)
    QTest.mouseRelease(tray.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert on.placed("Later") == "27 13:00-13:20 B"
    on.page.work.run(_untimed, on.session("Gamma"))  # so that there is a tray
    tray_at = on.board.tray.mapToGlobal(on.board.tray.rect().center())
    on.pull(on.at(1, "13:10"), on.canvas.mapFromGlobal(tray_at))
    assert on.placed("Later") == "- 20 B"
    assert on.last_step() == "Take the time from 1 sessions"


def _untimed(desk: object, session: Session) -> None:
    with desk.step("Untime"):  # type: ignore[attr-defined]
        desk.put(replace(session, starts=None))  # type: ignore[attr-defined]


def test_what_follows_on_is_outlined_and_goes_along(on: OnBoard) -> None:
    alpha, gamma = on.session("Alpha"), on.session("Gamma")
    on.page.work.run(follow_session, gamma.id, alpha.id)
    assert on.placed("Gamma") == "27 11:00-11:30 C"
    on.pull(on.at(0, "10:30"), on.at(0, "13:30"), drop=False)
    assert on.outlined() == ["0 13:00", "2 14:00"]
    QTest.mouseRelease(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(0, "13:30"))
    assert on.placed("Gamma") == "27 14:00-14:30 C"


def test_a_block_leaves_the_mouse_to_the_board(on: OnBoard) -> None:
    block = on.board.canvas.block_of(on.session("Alpha").id)
    assert block is not None
    middle = block.rect().center()
    QTest.mouseClick(block, Qt.MouseButton.LeftButton, pos=middle)
    assert (on.chosen(), block.hasFocus()) == (["Alpha"], True)
    QTest.mousePress(block, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(block, middle + QPoint(0, 30))
    QTest.mouseMove(block, middle + on.at(1, "12:00") - on.at(0, "10:30"))
    QTest.mouseRelease(
        block, Qt.MouseButton.LeftButton, pos=middle + on.at(1, "12:00") - on.at(0, "10:30")
    )
    assert on.placed("Alpha") == "27 11:30-12:30 B"
    QTest.mouseDClick(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(1, "12:00"))
    assert on.board.naming.line.text() == "Alpha"
    on.board.naming.line.give_up()


def test_the_pointer_tells_where_an_edge_is(on: OnBoard) -> None:
    block = on.board.canvas.block_of(on.session("Alpha").id)
    assert block is not None
    shapes = []
    for top in (1, block.height() // 2, block.height() - 2):
        QTest.mouseMove(block, QPoint(20, top))
        shapes.append(block.cursor().shape())
    arrow, edge = Qt.CursorShape.ArrowCursor, Qt.CursorShape.SizeVerCursor
    assert shapes == [edge, arrow, edge]


def test_a_double_click_on_the_ground_begins_a_session(on: OnBoard) -> None:
    QTest.mouseDClick(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(2, "14:05"))
    QTest.keyClicks(on.board.naming.line, "Delta")
    QTest.keyClick(on.board.naming.line, Qt.Key.Key_Return)
    assert on.placed("Delta") == "27 14:00-14:30 C"


def test_near_an_edge_of_the_view_it_scrolls_on_the_way_there(on: OnBoard) -> None:
    bar = on.board.view.verticalScrollBar()
    bar.setValue(on.at(0, "10:20").y())
    start = on.at(0, "10:25")
    on.pull(start, start + QPoint(20, 12), drop=False)
    before = bar.value()
    on.board.hand.scroll()
    assert bar.value() == before  # pulled away from the edge, if near it
    on.board.hand.pull_to(start - QPoint(0, 6), NO_KEYS)
    on.board.hand.scroll()
    assert bar.value() < before
    on.board.hand.cancel()


def test_esc_gives_up_a_pull_from_the_tray(on: OnBoard) -> None:
    tray = on.board.tray.list
    row = tray.visualRect(tray.model().index(0, 0)).center()
    steps = on.steps()
    QTest.mousePress(tray.viewport(), Qt.MouseButton.LeftButton, pos=row)
    QTest.mouseMove(tray.viewport(), row - QPoint(20, 0))
    there = tray.viewport().mapFromGlobal(on.canvas.mapToGlobal(on.at(1, "13:05")))
    QTest.mouseMove(tray.viewport(), there)
    assert on.board.ghost.tag.time.text() == "13:00–13:20"
    QTest.keyClick(tray, Qt.Key.Key_Escape)
    QTest.mouseRelease(tray.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert on.board.hand.doing is Doing.IDLE
    assert on.steps() == steps


def test_what_is_undone_while_it_is_pulled_is_let_go(on: OnBoard) -> None:
    on.page.work.run(duplicate_session, on.session("Gamma").id)
    on.pull(on.at(2, "12:40"), on.at(1, "13:40"), drop=False)
    assert on.board.hand.doing is Doing.MOVING
    on.desk.undo()
    assert on.board.hand.doing is Doing.IDLE
    QTest.mouseRelease(on.canvas, Qt.MouseButton.LeftButton, pos=on.at(1, "13:40"))
    assert on.placed("Gamma") == "27 12:00-12:30 C"
