# SPDX-License-Identifier: MIT
"""The agenda list under the fingers: the keys of a spreadsheet, as they are pressed."""

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Part, Session, SessionStatus
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.wording import Text
from forumdesk.services.cells import set_cell
from forumdesk.services.planning import add_session
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.rows import UNTIMED
from forumdesk.ui.agenda.switch import LIST
from forumdesk.ui.grid.editors import ChoiceEditor, LineEditor, NamesEditor
from tests.ui.agenda.conftest import DAY, column, shown
from tests.ui.conftest import Recorded

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def at(page: AgendaPage, row: int, name: str) -> None:
    page.table.setFocus()
    index = page.table.sessions.index(row, column(page, name))
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect
    page.table.selectionModel().setCurrentIndex(index, only)


def cursor(page: AgendaPage) -> tuple[int, str]:
    index = page.table.currentIndex()
    return index.row(), page.table.sessions.columns[index.column()].id


def press(page: AgendaPage, key: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the focus is: in the cell's editor, or on the list."""
    QTest.keyClick(typing_in(page), key, modifier or Qt.KeyboardModifier.NoModifier)
    if modifier is not None:  # else Qt takes it for held in whatever comes next
        QTest.keyRelease(page.table, Key.Key_Control, Qt.KeyboardModifier.NoModifier)


def typing_in(page: AgendaPage) -> QWidget:
    editing = page.table.state() is QAbstractItemView.State.EditingState
    return page.table.indexWidget(page.table.currentIndex()) if editing else page.table


def write(page: AgendaPage, text: str) -> None:
    QTest.keyClicks(typing_in(page), text[0])
    if len(text) > 1:
        QTest.keyClicks(typing_in(page), text[1:])


def editing(page: AgendaPage) -> bool:
    return typing_in(page) is not page.table


def test_typing_replaces_and_enter_goes_down(page: AgendaPage) -> None:
    at(page, 0, "title.en")
    write(page, "Grand")
    press(page, Key.Key_Return)
    assert shown(page, "title.en")[0] == ("Grand",)
    assert (cursor(page), editing(page)) == ((1, "title.en"), False)
    press(page, Key.Key_Return, SHIFT)
    assert cursor(page) == (0, "title.en")


def test_f2_edits_and_esc_gives_up(page: AgendaPage) -> None:
    at(page, 2, "title.en")
    press(page, Key.Key_F2)
    editor = typing_in(page)
    assert isinstance(editor, LineEditor)
    assert editor.text() == "Keynote"
    write(page, "Other")
    press(page, Key.Key_Escape)
    assert (shown(page, "title.en")[2], cursor(page)) == (("Keynote",), (2, "title.en"))
    assert not editing(page)


def test_tab_goes_right_and_enter_back_to_where_the_run_began(page: AgendaPage) -> None:
    at(page, 0, "title.ko")
    write(page, "A")
    press(page, Key.Key_Tab)
    assert cursor(page) == (0, "title.en")
    write(page, "B")
    press(page, Key.Key_Return)
    assert shown(page, "title.ko", "title.en")[0] == ("A", "B")
    assert cursor(page) == (1, "title.ko")
    press(page, Key.Key_Backtab)
    assert cursor(page) == (1, "minutes")


def test_rows_are_typed_one_after_another(page: AgendaPage) -> None:
    at(page, 3, "title.ko")
    for name in ("A", "B"):
        write(page, name)
        press(page, Key.Key_Tab)
        write(page, name + name)
        press(page, Key.Key_Return)
    assert shown(page, "title.ko", "title.en")[3:] == [("A", "AA"), ("B", "BB")]
    assert cursor(page) == (5, "title.ko")


def test_times_typed_down_a_column_go_to_the_rows_they_were_meant_for(page: AgendaPage) -> None:
    at(page, 0, "starts")
    write(page, "11")
    press(page, Key.Key_Return)
    # The opening went below the keynote, its item with it: the cursor is on the item still.
    assert shown(page, "starts", "title.en")[0] == ("10:00", "Keynote")
    row, name = cursor(page)
    assert (page.table.sessions.rows[row].session.title["en"], name) == ("Welcome", "starts")


def test_what_is_refused_stays_in_its_cell_to_be_mended(
    page: AgendaPage, messages: Recorded
) -> None:
    at(page, 2, "starts")
    write(page, "soonish")
    press(page, Key.Key_Return)
    editor = typing_in(page)
    assert isinstance(editor, LineEditor)
    assert (editor.text(), editor.property("wrong")) == ("soonish", True)
    assert editor.accessibleDescription() == messages.refused[0]
    QTest.keyClick(editor, Key.Key_Backspace)
    assert not editor.property("wrong")
    editor.setText("12")
    press(page, Key.Key_Return)
    assert shown(page, "starts")[2] == ("12:00",)


def test_choice_is_picked_by_its_first_letters(page: AgendaPage) -> None:
    at(page, 2, "status")
    press(page, Key.Key_F2)
    editor = typing_in(page)
    assert isinstance(editor, ChoiceEditor)
    editor.setCurrentIndex(editor.findData(SessionStatus.CONFIRMED.value))
    press(page, Key.Key_Return)
    assert shown(page, "status")[2] == ("Confirmed",)


def test_list_is_left_with_ctrl_tab(page: AgendaPage) -> None:
    at(page, 0, "title.en")
    press(page, Key.Key_Tab, CTRL)
    assert not page.table.hasFocus()
    page.table.setFocus()
    assert QApplication.focusWidget() is page.table


def test_syllable_being_composed_is_kept(page: AgendaPage) -> None:
    at(page, 0, "title.ko")
    press(page, Key.Key_F2)
    editor = typing_in(page)
    assert isinstance(editor, QLineEdit)
    editor.setText("개회")
    QApplication.sendEvent(editor, QInputMethodEvent("식", []))
    assert editor.text() == "개회"
    page.commit()
    assert shown(page, "title.ko")[0] == ("개회식",)


def test_several_rooms_are_typed_with_commas(page: AgendaPage, messages: Recorded) -> None:
    at(page, 2, "rooms")
    press(page, Key.Key_F2)
    editor = typing_in(page)
    assert isinstance(editor, NamesEditor)
    editor.setText("볼룸, Library, Hall A")
    press(page, Key.Key_Return)
    banner = messages.banners["refused"]
    assert banner.text == "This edition has no room “Library”."
    (said, add) = banner.offers[0]
    assert said == "Add 2 rooms"
    add()
    assert shown(page, "rooms")[2] == ("Ballroom, Library, Hall A",)
    assert not editing(page)
    page.work.desk.undo()
    assert shown(page, "rooms")[2] == ("",)
    assert len(page.work.desk.find(Room, edition=page.work.edition)) == 1


def test_people_are_added_and_taken_out_by_name(page: AgendaPage) -> None:
    at(page, 2, "parts")
    press(page, Key.Key_F2)
    line = typing_in(page)
    assert isinstance(line, NamesEditor)
    line.insert("홍길동 (Gil-dong Hong), Kim Jr.")
    press(page, Key.Key_Return)
    assert shown(page, "parts")[2] == ("Gil-dong Hong, Kim Jr.",)
    first, _ = page.work.desk.find(Part)
    at(page, 2, "parts")
    press(page, Key.Key_F2)
    editor = typing_in(page)
    assert isinstance(editor, NamesEditor)
    assert editor.text() == "Gil-dong Hong, Kim Jr., "
    editor.setText("홍길동, Alice Winters")
    press(page, Key.Key_Return)
    assert shown(page, "parts")[2] == ("Gil-dong Hong, Alice Winters",)
    assert page.work.desk.find(Part)[0] == first
    page.work.desk.undo()
    assert shown(page, "parts")[2] == ("Gil-dong Hong, Kim Jr.",)


def test_rows_pasted_below_the_last_become_sessions(page: AgendaPage) -> None:
    QGuiApplication.clipboard().setText("K\tNew keynote\n나\tB\n\t\n다\tC\n")
    at(page, 2, "title.ko")
    steps = len(page.work.desk.history())
    press(page, Key.Key_V, CTRL)
    assert shown(page, "starts", "title.ko", "title.en")[2:] == [
        ("10:00", "K", "New keynote"),
        ("10:30", "나", "B"),
        ("10:30", "다", "C"),
    ]
    assert len(page.work.desk.history()) == steps + 1


def test_one_cell_fills_those_chosen_and_cut_empties(page: AgendaPage) -> None:
    QGuiApplication.clipboard().setText("15")
    name = column(page, "minutes")
    table = page.table
    at(page, 0, "minutes")
    for row in (0, 1, 2):
        index = table.sessions.index(row, name)
        table.selectionModel().select(index, table.selectionModel().SelectionFlag.Select)
    press(page, Key.Key_V, CTRL)
    assert shown(page, "minutes") == [("15",), ("15",), ("15",)]
    at(page, 2, "title.en")
    press(page, Key.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == "Keynote"
    assert shown(page, "title.en")[2] == ("",)


def test_undo_of_a_new_session_keeps_the_cursor_in_its_row(page: AgendaPage) -> None:
    at(page, 3, "title.en")
    write(page, "Closing")
    press(page, Key.Key_Tab)
    page.work.desk.undo()
    assert cursor(page) == (3, "rooms")


def test_items_without_times_are_put_in_order(page: AgendaPage) -> None:
    opening = page.table.sessions.rows[0].session
    for name in ("One", "Two", "Three"):
        title = {"title": Text.of(en=name)}
        page.work.run(add_session, opening.edition, title, parent=opening.id)
    assert [row[0] for row in shown(page, "title.en")][1:5] == ["Welcome", "One", "Two", "Three"]
    page.table.select_session(page.table.sessions.rows[4].session.id)
    page.shift(-5)
    page.shift(-5)
    page.shift(-5)
    assert [row[0] for row in shown(page, "title.en")][1:5] == ["Welcome", "Three", "One", "Two"]
    page.shift(5)
    assert [row[0] for row in shown(page, "title.en")][1:5] == ["Welcome", "One", "Three", "Two"]


def test_problem_is_marked_in_its_row_and_told(page: AgendaPage) -> None:
    keynote = page.table.sessions.rows[2].session
    page.work.run(set_cell, keynote.id, "title.ko", "", day=DAY)
    page.work.check()
    model = page.table.sessions
    index = model.index(2, column(page, "title.ko"))
    assert any("Korean" in p.phrase.said(page.work.words) for p in model.problems_in(2))
    assert "no title in Korean" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "no title in Korean" in index.data(Qt.ItemDataRole.ToolTipRole)
    picture = page.table.viewport().grab(page.table.visualRect(index)).toImage()
    row = picture.height() // 2
    inks = {picture.pixelColor(x, row).name() for x in range(picture.width() - 24, picture.width())}
    assert len(inks) > 3  # the sign is drawn at the right end
    later = AgendaPage(page.work)  # made when the checks have long been done
    assert page.work.dossier is not None
    later.show_edition(page.work.dossier)
    later.show_view(LIST)
    assert later.table.sessions.problems_in(2) == model.problems_in(2)
    later.deleteLater()


def test_widths_set_by_hand_are_remembered(page: AgendaPage, qtbot: QtBot) -> None:
    head, kept = page.table.horizontalHeader(), page.work.settings
    number = column(page, "rooms")
    head.resizeSection(number, 201)
    qtbot.waitUntil(lambda: page.table.widths.kept_as in kept.choices.splits)
    other = AgendaPage(page.work)
    assert page.work.dossier is not None
    other.show_edition(page.work.dossier)
    other.show_view(LIST)
    assert other.table.columnWidth(number) == 201
    other.table.widths.reset()
    assert other.table.columnWidth(number) == other.table.sessions.columns[number].width
    other.deleteLater()


def test_time_without_a_day_offers_the_dates(page: AgendaPage, messages: Recorded) -> None:
    desk = page.work.desk
    (edition,) = (e for e in desk.find(Edition) if e.id == page.work.edition)
    with desk.step("No dates"):
        desk.put(replace(edition, first_day=None, last_day=None))
        for session in desk.find(Session, edition=edition.id):
            desk.put(replace(session, starts=None))
    assert page.days.shown == UNTIMED
    at(page, 0, "starts")
    write(page, "9")
    press(page, Key.Key_Return)
    banner = messages.banners["refused"]
    assert banner.text.startswith("Set the dates of the edition first")
    assert [said for said, _ in banner.offers] == ["Set the dates"]
    assert typing_in(page).property("text") == "9"


def test_day_without_sessions_says_what_to_do(page: AgendaPage) -> None:
    assert not page.nothing.isVisibleTo(page)
    page.table.selectAll()
    page.remove()
    assert page.nothing.isVisibleTo(page)
    page.nothing.button.click()
    assert editing(page)


def test_context_menu_comes_by_the_keyboard_beside_the_cell(page: AgendaPage, qtbot: QtBot) -> None:
    at(page, 2, "title.en")
    page.table.menuWanted.disconnect(page._menu)
    with qtbot.waitSignal(page.table.menuWanted) as heard:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        page.table.contextMenuEvent(event)
    cell = page.table.visualRect(page.table.currentIndex())
    assert heard.args == [page.table.viewport().mapToGlobal(cell.bottomLeft())]
