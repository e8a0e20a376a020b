# SPDX-License-Identifier: MIT
"""Ten thousand participants and odd names: found, sorted, changed at once, cancelled."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Invitation, Name, Names, Participation, Script
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.participants.bulk_dialog import BulkDialog
from forumdesk.ui.participants.page import ParticipantsPage
from forumdesk.ui.participants.wishes import AT_ONCE
from tests.people_of import fill
from tests.ui.conftest import Recorded, begins_with
from tests.ui.participants.conftest import choose, column, find, opened, shown, somebody

MANY = 10_000


def add_crowd(desk: ForumFile) -> Edition:
    return fill(desk, MANY)


filling = begins_with("crowd", add_crowd)


@pytest.fixture
def crowd(begun: Edition, open_window: Callable[..., MainWindow]) -> ParticipantsPage:
    return opened(open_window("participants"), begun.id)


def choose_rows(page: ParticipantsPage, first: int, last: int) -> None:
    model = page.table.roster
    part = QItemSelection(model.index(first, 0), model.index(last, 0))
    flags = QItemSelectionModel.SelectionFlag
    page.table.selectionModel().setCurrentIndex(model.index(first, 0), flags.ClearAndSelect)
    page.table.selectionModel().select(part, flags.Select)


def dialog_of(page: ParticipantsPage) -> BulkDialog:
    page.change_chosen()
    (dialog,) = page.findChildren(BulkDialog)
    return dialog


def set_to(dialog: BulkDialog, column: str, value: str) -> None:
    found = next(c for c in dialog._columns if c.id == column)
    dialog.show_column(found)
    if found.choices is None:
        dialog.line.setText(value)
    else:
        dialog.choice.setCurrentIndex(dialog.choice.findData(value))
    dialog.look()


def test_ten_thousand_are_one_list_read_a_page_at_a_time(crowd: ParticipantsPage) -> None:
    model = crowd.table.roster
    assert (model.rowCount(), crowd.bar.count.text()) == (MANY + 1, "10,000 participants")
    crowd.sort("number")
    read: list[int] = []
    answer = model.read
    model.read = lambda ids: (read.append(len(ids)), answer(ids))[1]
    crowd.table.scrollToBottom()
    crowd.table.viewport().repaint()
    assert model.text(MANY - 1, column(crowd, "number")) == str(MANY)
    assert sum(read) <= 192, "only what is in view is read"
    find(crowd, "길동 kim")
    found = shown(crowd, "name")
    assert found
    assert set(found) == {("Gil-dong Kim",)}
    crowd.show_all()
    crowd.table.selectAll()
    assert len(crowd.chosen) == MANY


def test_status_of_many_is_set_after_a_preview_as_one_step(crowd: ParticipantsPage) -> None:
    crowd.sort("number")
    choose_rows(crowd, 0, 36)
    keys, desk = crowd.chosen, crowd.work.desk
    have = desk.count(Participation, id=keys, status=Invitation.ACCEPTED)
    assert (len(keys), have > 0) == (37, True)
    dialog = dialog_of(crowd)
    set_to(dialog, "status", "accepted")
    assert dialog.said.text() == (
        f"“Status” of 37 participants becomes “Accepted”. {have} have it already."
    )
    before, steps = desk.find(Participation), len(desk.history())
    dialog.go.click()
    assert desk.count(Participation, id=keys, status=Invitation.ACCEPTED) == 37
    assert len(desk.history()) == steps + 1
    assert len(crowd.chosen) == 37
    desk.undo()
    assert desk.find(Participation) == before


def test_dialog_tells_what_cannot_be_and_what_is_so_already(crowd: ParticipantsPage) -> None:
    choose_rows(crowd, 0, 1)
    dialog = dialog_of(crowd)
    set_to(dialog, "reply-by", "soon")
    assert dialog.said.text() == "“soon” is not a day; write it like 2027-06-24."
    assert not dialog.go.isEnabled()
    set_to(dialog, "reply-by", "")
    assert dialog.said.text() == (
        "“Answer by” of 2 participants is emptied. All of them have it already."
    )
    assert not dialog.go.isEnabled()
    set_to(dialog, "table", "7")
    assert dialog.go.isEnabled()
    dialog.reject()


def test_thousands_are_changed_in_slices_and_cancelled_without_a_trace(
    crowd: ParticipantsPage, qtbot: QtBot
) -> None:
    desk, jobs = crowd.work.desk, crowd.work.jobs
    choose_rows(crowd, 0, 4 * AT_ONCE)
    before, steps = desk.find(Participation), len(desk.history())
    dialog = dialog_of(crowd)
    set_to(dialog, "table", "77")
    dialog.go.click()
    assert jobs.current is not None
    assert not crowd.isEnabled()
    qtbot.waitUntil(lambda: jobs.current is not None and bool(jobs.current.share))
    jobs.cancel()
    assert desk.find(Participation) == before
    assert len(desk.history()) == steps
    dialog = dialog_of(crowd)
    set_to(dialog, "table", "77")
    dialog.go.click()
    qtbot.waitUntil(lambda: jobs.current is None, timeout=60_000)
    assert desk.count(Participation, table_name="77") == 4 * AT_ONCE + 1
    assert len(desk.history()) == steps + 1
    assert crowd.isEnabled()
    desk.undo()
    assert desk.find(Participation) == before
    assert shown_tables(crowd) == [p.table_name for p in ordered(crowd, before)[:5]]


def shown_tables(page: ParticipantsPage) -> list[str]:
    page.show_columns(["name", "table"])
    return [page.table.roster.text(row, column(page, "table")) for row in range(5)]


def ordered(page: ParticipantsPage, records: list[Participation]) -> list[Participation]:
    by_id = {record.id: record for record in records}
    return [by_id[key] for key in page.table.roster.ids]


@pytest.fixture
def odd(
    three_editions: list[Edition],
    desk: ForumFile,
    open_window: Callable[[], MainWindow],
    tmp_path: Path,
) -> ParticipantsPage:
    """Names that a program may trip over."""
    edition = three_editions[2]
    image = tmp_path / "x.png"
    for name in (
        unicodedata.normalize("NFD", "홍길동"),
        "홍길동",
        f'<img src="{image}">',
        "<b>bold</b> & co",
        "zero\u200bwidth \u202eright-to-left\u202c",
        "line\u2028end \x07bell",
    ):
        names = Names.of({Script.HANGUL: Name(full=name)})
        somebody(desk, edition, names, office=Text.of(en=name), category=name)
    return opened(open_window(), edition.id)


def test_one_name_in_either_form_is_found_by_either(odd: ParticipantsPage) -> None:
    for form in ("NFC", "NFD"):
        find(odd, unicodedata.normalize(form, "홍길동"))
        assert shown(odd, "name") == [("홍길동",), ("홍길동",)]
    find(odd, "")
    odd.bar.chips.chips["marks"].tick(["double"])
    assert shown(odd, "name") == [("홍길동",), ("홍길동",)]


def test_names_are_shown_as_they_are_and_never_as_markup(
    odd: ParticipantsPage, messages: Recorded
) -> None:
    names = {name for (name,) in shown(odd, "name")}
    assert "<b>bold</b> & co" in names
    assert "zerowidth right-to-left" in names
    assert "line end bell" in names
    model = odd.table.roster
    for row in range(model.filled()):
        odd.table.select_key(model.key_at(row))
        for at in range(model.columnCount()):
            said = model.index(row, at).data(Qt.ItemDataRole.ToolTipRole)
            assert "<" not in said or said.startswith("<span>&lt;")
        odd.table.viewport().repaint()
        for label in odd.window().findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText
    chip = odd.bar.chips.chips["categories"]
    chip.tick(["<b>bold</b> & co"])
    assert chip.text() == "Category: <b>bold</b> && co"
    assert shown(odd, "category") == [("<b>bold</b> & co",)]


def test_typed_signs_find_nothing_else_and_break_nothing(odd: ParticipantsPage) -> None:
    for typed in ("<b>", "& co", '"', "src=", "\u202e", "\x00", "\ud800"):
        find(odd, typed)
        names = [name for (name,) in shown(odd, "name")]
        plain = typed.strip("\u202e\x00\ud800").split()
        assert all(word in name for name in names for word in plain)
        assert names


def test_syllable_being_composed_in_a_cell_is_kept(odd: ParticipantsPage) -> None:

    choose(odd, [0], ["office.ko"])
    odd.table.edit_chosen()
    editor = odd.table.indexWidget(odd.table.currentIndex())
    QApplication.sendEvent(editor, QInputMethodEvent("장", []))
    window = odd.window()
    assert isinstance(window, MainWindow)
    window.commit()
    assert shown(odd, "office.ko")[0] == ("장",)
    QTest.keyClick(odd.table, Qt.Key.Key_Down)
