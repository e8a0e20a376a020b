# SPDX-License-Identifier: MIT
"""The agenda list: what it shows, and what typing into it does to the file."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session, SessionRoom, SessionStatus
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.wording import Text
from forumdesk.services.cells import set_cell
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.rows import UNTIMED
from tests.ui.agenda.conftest import DAY, column, enter, shown
from tests.ui.conftest import Recorded


def test_sessions_stand_in_order_with_their_items_below(page: AgendaPage) -> None:
    assert shown(page, "starts", "ends", "minutes", "title.ko", "title.en") == [
        ("09:00", "09:40", "40", "개회식", "Opening ceremony"),
        ("09:05", "09:15", "10", "", "Welcome"),
        ("10:00", "10:30", "30", "기조연설", "Keynote"),
    ]
    assert [row.item for row in page.table.sessions.rows] == [False, True, False]


def test_model_keeps_to_qts_rules(page: AgendaPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.table.sessions, force_py=True)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("starts", "11", ("11:00", "11:30", "30")),
        ("starts", "오후 2:30", ("14:30", "15:00", "30")),
        ("starts", "+15", ("10:15", "10:45", "30")),
        ("starts", "", ("", "", "30")),
        ("ends", "11:10", ("10:00", "11:10", "70")),
        ("ends", "45m", ("10:00", "10:45", "45")),
        ("minutes", "1h30", ("10:00", "11:30", "90")),
        ("minutes", "+5", ("10:00", "10:35", "35")),
        ("minutes", "", ("10:00", "", "")),
    ],
)
def test_typed_times_are_understood(
    page: AgendaPage, name: str, text: str, expected: tuple[str, ...]
) -> None:
    enter(page, 2, name, text)
    page.days.mark(page.days.shown)
    session = next(s for s in page.work.desk.find(Session) if s.title.get("en") == "Keynote")
    start = f"{session.starts:%H:%M}" if session.starts else ""
    end = f"{session.ends:%H:%M}" if session.ends else ""
    minutes = "" if session.minutes is None else str(session.minutes)
    assert (start, end, minutes) == expected


def test_what_is_not_understood_is_said_and_changes_nothing(
    page: AgendaPage, messages: Recorded
) -> None:
    before = page.work.desk.find(Session)
    enter(page, 2, "starts", "half past")
    enter(page, 2, "rooms", "Ballroom Z")
    assert page.work.desk.find(Session) == before
    assert messages.refused == [
        "“half past” is not a time; write it like 9:30, 0930, 2:30 pm or 오후 2:30.",
    ]
    assert messages.banners["refused"].text == "This edition has no room “Ballroom Z”."


def test_moving_a_session_takes_its_items_along_and_is_undone_whole(page: AgendaPage) -> None:
    before = page.work.desk.find(Session)
    enter(page, 0, "starts", "8:30")
    assert shown(page, "starts")[:2] == [("08:30",), ("08:35",)]
    entry = page.work.desk.undo()
    assert entry is not None
    assert entry.phrase.said(page.work.words) == "Move “Opening ceremony”"
    assert page.work.desk.find(Session) == before


def test_choices_are_taken_by_key_and_by_word(page: AgendaPage) -> None:
    room = next(r for r in page.work.desk.find(Room) if r.edition == page.work.edition)
    enter(page, 2, "rooms", room.id)
    enter(page, 2, "kind", "패널 토론")
    enter(page, 2, "status", SessionStatus.CONFIRMED.value)
    assert shown(page, "rooms", "kind", "status")[2] == ("Ballroom", "Panel", "Confirmed")
    enter(page, 2, "rooms", "")
    assert page.work.desk.find(SessionRoom) == []


def test_typing_in_the_empty_row_adds_a_session_after_the_last(page: AgendaPage) -> None:
    enter(page, 3, "title.en", "Closing")
    assert shown(page, "starts", "title.en")[3] == ("10:30", "Closing")
    enter(page, 4, "starts", "1200")
    assert shown(page, "starts", "title.en")[4] == ("12:00", "")
    assert page.table.current_session() == page.table.sessions.rows[4].session.id


def test_cells_copied_go_back_in_as_one_step(page: AgendaPage) -> None:
    table, model = page.table, page.table.sessions
    table.clearSelection()
    for row in (1, 2):
        for name in ("title.ko", "title.en"):
            index = model.index(row, column(page, name))
            table.selectionModel().select(index, table.selectionModel().SelectionFlag.Select)
    table.copy()
    assert QGuiApplication.clipboard().text() == "\tWelcome\n기조연설\tKeynote"
    QGuiApplication.clipboard().setText('가\t"A ""b"""\r\n나\tB\r\n')
    table.setCurrentIndex(model.index(1, column(page, "title.ko")))
    steps = len(page.work.desk.history())
    table.paste()
    assert shown(page, "title.ko", "title.en")[1:] == [("가", 'A "b"'), ("나", "B")]
    assert len(page.work.desk.history()) == steps + 1


def test_delete_empties_what_can_be_empty(page: AgendaPage) -> None:
    table, model = page.table, page.table.sessions
    table.selectRow(2)
    table.empty()
    assert shown(page, "starts", "minutes", "title.en", "kind") == [
        ("09:00", "40", "Opening ceremony", "Opening"),
        ("09:05", "10", "Welcome", "Presentation"),
    ]
    page.days.mark(UNTIMED)
    assert model.dossier is not None
    page.show_edition(model.dossier)
    assert shown(page, "title.en", "kind") == [("", "Keynote")]


def test_chosen_sessions_are_moved_confirmed_and_removed_together(page: AgendaPage) -> None:
    page.table.selectAll()
    page.shift(10)
    assert shown(page, "starts") == [("09:10",), ("09:15",), ("10:10",)]
    page.table.selectAll()
    page.mark(SessionStatus.CONFIRMED)
    assert set(shown(page, "status")) == {("Confirmed",)}
    page.table.selectAll()
    page.remove()
    assert shown(page, "starts") == []
    page.work.desk.undo()
    assert shown(page, "starts") == [("09:10",), ("09:15",), ("10:10",)]


def test_item_is_added_beside_the_one_under_the_cursor(page: AgendaPage) -> None:
    page.table.select_session(page.table.sessions.rows[1].session.id)
    page.add_item()
    page.table.commit()
    opening = page.table.sessions.rows[0].session
    assert [row.session.parent for row in page.table.sessions.rows] == [
        None,
        opening.id,
        opening.id,
        None,
    ]


def test_file_that_is_only_read_has_no_row_to_type_in(page: AgendaPage) -> None:
    model = page.table.sessions
    model.beginResetModel()
    model.editable = False
    model.endResetModel()
    assert model.rowCount() == len(model.rows)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_cursor_stays_with_its_session(page: AgendaPage, qtbot: QtBot) -> None:
    keynote = page.table.sessions.rows[2].session
    page.table.select_session(keynote.id, column(page, "title.en"))
    enter(page, 2, "starts", "8")
    assert page.table.current_session() == keynote.id
    assert page.table.currentIndex().row() == 0


def test_sessions_are_picked_for_the_inspector(page: AgendaPage, qtbot: QtBot) -> None:
    keynote = page.table.sessions.rows[2].session
    with qtbot.waitSignal(page.selected) as heard:
        page.table.select_session(keynote.id)
    assert heard.args == [Subject("session", keynote.id)]
    with qtbot.waitSignal(page.selected) as heard:
        page.table.setCurrentIndex(QModelIndex())
    assert heard.args == [None]


def test_other_days_are_offered_and_shown(page: AgendaPage) -> None:
    desk = page.work.desk
    (edition,) = (e for e in desk.find(Edition) if e.id == page.work.edition)
    with desk.step("Two days"):
        desk.put(replace(edition, last_day=date(2026, 6, 28)))
    late = datetime(2026, 6, 29, 0, 30)
    with desk.step("Late"):
        desk.put(Session(desk.new_id(), edition.id, Text.of(en="Night"), starts=late, minutes=30))
    (night,) = (s for s in desk.find(Session) if s.title.get("en") == "Night")
    assert page.select(Subject("session", night.id))
    assert page.days.shown == date(2026, 6, 28)
    assert shown(page, "starts", "title.en") == [("00:30", "Night")]


def test_day_is_shown_as_it_will_print_and_follows_each_change(
    page: AgendaPage, qtbot: QtBot
) -> None:
    page.show_paper(True)
    assert page.sheet is not None
    with qtbot.waitSignal(page.sheet.made, timeout=60_000):
        pass
    keynote = page.table.sessions.rows[2].session
    with qtbot.waitSignal(page.sheet.made, timeout=60_000) as heard:
        page.work.run(set_cell, keynote.id, "title.en", "A new keynote", day=DAY)
    assert heard.args is not None
    text = PdfReader(BytesIO(heard.args[0].data)).pages[0].extract_text()
    assert "A new keynote" in text
    assert page.place()["as"] == "page"
    page.restore(page.place() | {"as": "list"})
    assert not page.on_paper
