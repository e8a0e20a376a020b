# SPDX-License-Identifier: MIT
"""The handout pack in the window, with real worker processes behind it."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.packing import Planned
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase
from forumdesk.services.packing import fill_pack
from forumdesk.services.planning import change_session, remove_session
from forumdesk.services.publishing import publish_version
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.handouts.pack.model import COPIES, SHEET, STATE, LastRun, Line
from forumdesk.ui.handouts.pack.view import PackView
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import Recorded

LONG = 60_000  # milliseconds: the worker loads its fonts on the first sheet


@pytest.fixture
def page(
    three_editions: list[Edition], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> HandoutsPage:
    """The agenda sheet of the third edition, made and looked through."""
    window = open_window("handouts")
    window.work.show_edition(three_editions[2].id)
    window.frame.show_page("handouts")
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    with qtbot.waitSignals([shown.sheet.made, shown.sheet.inspected], timeout=LONG):
        shown.show_handout("agenda")
    return shown


@pytest.fixture
def pack(page: HandoutsPage) -> PackView:
    """The pack, with an agenda, a run sheet, and an agenda for a room there is not."""
    page.show_pack()
    planned = [
        Planned("agenda", copies=20),
        Planned("run-sheet", copies=2),
        Planned("agenda", '{"room": "nowhere"}'),
    ]
    page.work.run(fill_pack, page.work.edition, planned)
    return page.pack


def kept(pack: PackView) -> list[PackSheet]:
    found = pack.work.desk.find(PackSheet, edition=pack.work.edition)
    return sorted(found, key=lambda sheet: sheet.position)


def cell(pack: PackView, row: int, column: int) -> str:
    return str(pack.model.index(row, column).data())


def make(pack: PackView, qtbot: QtBot, messages: Recorded, where: Path) -> Path:
    """Make the pack in a folder, and tell where it is."""
    where.mkdir(exist_ok=True)
    before = set(where.iterdir())
    messages.paths.append(where)
    with qtbot.waitSignal(pack.maker.made, timeout=LONG):
        pack.make()
    (folder,) = set(where.iterdir()) - before
    return folder


def test_a_pack_begins_with_the_usual_sheets_ticked(page: HandoutsPage) -> None:
    page.pack_button.click()
    pack = page.pack
    assert page.in_pack
    assert not page.is_ready()
    usual = [line.ticket.sheet.handout for line in pack.model.lines]
    assert usual[:5] == ["program", "agenda", "run-sheet", "run-sheet", "mc-script"]
    assert all(line.ticket.sheet.ticked for line in pack.model.lines)
    assert pack.usual.isVisibleTo(page)
    assert not pack.fill_button.isVisibleTo(page)
    assert pack.make_button.isEnabled()
    assert kept(pack) == []  # they follow the edition until somebody changes them
    off = Qt.CheckState.Unchecked.value
    assert pack.model.setData(pack.model.index(1, SHEET), off, Qt.ItemDataRole.CheckStateRole)
    assert [sheet.handout for sheet in kept(pack)] == usual
    assert [sheet.handout for sheet in kept(pack) if not sheet.ticked] == ["agenda"]
    assert not pack.usual.isVisibleTo(page)
    pack.fill_button.click()
    assert len(kept(pack)) == len(usual)
    pack.work.desk.undo()
    pack.work.desk.undo()
    assert pack.usual.isVisibleTo(page)


def test_the_usual_sheets_are_moved_counted_and_taken_out(page: HandoutsPage) -> None:
    page.show_pack()
    pack = page.pack
    first, second, *others = [line.ticket.sheet for line in pack.model.lines]
    pack.table.choose([second.id])
    pack.up_button.click()
    assert [sheet.handout for sheet in kept(pack)][:2] == [second.handout, first.handout]
    pack.work.desk.undo()
    pack.work.desk.undo()
    assert pack.model.setData(pack.model.index(0, COPIES), 77)
    assert kept(pack)[0].copies == 77
    pack.work.desk.undo()
    pack.work.desk.undo()
    pack.table.choose([first.id])
    pack.remove_button.click()
    assert len(kept(pack)) == 1 + len(others)


def test_the_usual_sheets_are_made_as_they_are(
    page: HandoutsPage, qtbot: QtBot, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    page.show_pack()
    pack = page.pack
    count = len(pack.model.lines)
    folder = make(pack, qtbot, messages, tmp_path / "out")
    assert kept(pack) == []
    made = [path.name for path in folder.iterdir() if path.name[:2].isdigit()]
    left = [line for line in pack.model.lines if cell_of(line).startswith("Not made: ")]
    assert len(made) - 1 == count - len(left)
    assert desk.find(Printing)


def cell_of(line: Line) -> str:
    return line.cells[STATE]


def test_where_nothing_is_usual_yet_it_is_said_what_is_missing(
    page: HandoutsPage, desk: ForumFile, messages: Recorded
) -> None:
    for session in desk.find(Session, edition=page.work.edition):
        remove_session(desk, session.id)
    page.show_pack()
    page.pack.fill()
    assert kept(page.pack) == []
    assert messages.said == [
        "Nothing is usual yet: first give the edition sessions or participants."
    ]


def test_the_columns_leave_room_for_what_became_of_a_sheet(pack: PackView, qtbot: QtBot) -> None:
    window = pack.window()
    for width in (1280, 1920):
        window.resize(width, 800)
        qtbot.wait(1)
        table = pack.table
        wide = [table.columnWidth(column) for column in range(pack.model.columnCount())]
        assert sum(wide) <= table.viewport().width()
        assert wide[COPIES] >= table.horizontalHeader().sectionSizeHint(COPIES)
        rows = range(pack.model.rowCount())
        said = [cell(pack, row, STATE) for row in rows]
        assert said[0] == "Not printed yet"
        assert wide[STATE] > table.fontMetrics().horizontalAdvance(said[0]) + 16
    table.setColumnWidth(SHEET, 300)
    pack.show_edition(pack.work.dossier)  # type: ignore[arg-type]
    assert table.columnWidth(SHEET) == 300


def test_a_handout_is_added_as_it_is_shown(
    page: HandoutsPage, messages: Recorded, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.form().field("paper").committed.emit("A5")  # type: ignore[attr-defined]
    page.add_button.click()
    page.add_button.click()
    *usual, sheet = kept(page.pack)
    assert [one.handout for one in usual[:2]] == ["program", "agenda"]
    assert (sheet.handout, sheet.options) == ("agenda", '{"paper": "A5"}')
    assert messages.said == ["It is in the handout pack."]
    assert messages.refused == ["This sheet is in the pack already, just as it is."]
    assert page.is_ready()
    page.show_pack()
    last = len(usual)
    assert [cell(page.pack, last, column) for column in range(3)] == ["Agenda", "A5", "A5"]
    page.show_handout("agenda")
    assert not page.in_pack
    assert not page.pack_button.isChecked()


def test_ticks_and_copies_are_changed_in_the_table(
    pack: PackView, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(pack.model)
    agenda = pack.model.index(0, SHEET)
    off = Qt.CheckState.Unchecked
    assert pack.model.setData(agenda, off.value, Qt.ItemDataRole.CheckStateRole)
    assert pack.model.setData(pack.model.index(1, COPIES), 7)
    assert [(s.ticked, s.copies) for s in kept(pack)] == [(False, 20), (True, 7), (True, 1)]
    assert pack.totals.text() == "2 sheets ticked · 8 copies"
    editor = pack.table.itemDelegateForColumn(COPIES).createEditor(
        QWidget(pack),
        None,
        pack.model.index(0, COPIES),  # type: ignore[arg-type]
    )
    assert isinstance(editor, QSpinBox)
    assert editor.minimum() == 1
    pack.work.desk.undo()
    pack.work.desk.undo()
    assert [(s.ticked, s.copies) for s in kept(pack)] == [(True, 20), (True, 2), (True, 1)]


def test_the_space_bar_ticks_what_is_chosen(pack: PackView, qtbot: QtBot) -> None:
    pack.table.choose([sheet.id for sheet in kept(pack)[:2]])
    qtbot.keyClick(pack.table, Qt.Key.Key_Space)
    assert [s.ticked for s in kept(pack)] == [False, False, True]
    steps = len(pack.work.desk.history())
    qtbot.keyClick(pack.table, Qt.Key.Key_Space)
    assert [s.ticked for s in kept(pack)] == [True, True, True]
    assert len(pack.work.desk.history()) == steps + 1


def test_everything_is_done_to_a_sheet_by_keys(page: HandoutsPage, qtbot: QtBot) -> None:
    page.show_pack()
    pack, table = page.pack, page.pack.table
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.pack_button.setFocus()
    qtbot.keyClick(page.pack_button, Qt.Key.Key_Tab)
    assert table.hasFocus()
    usual = [line.ticket.title for line in pack.model.lines]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    # The first change puts the usual sheets into the file; the cursor stays where it was.
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [one.ticked for one in kept(pack)][:3] == [True, False, True]
    assert table.currentIndex().row() == 1
    assert table.chosen() == [kept(pack)[1].id]
    qtbot.keyClick(table, Qt.Key.Key_4)
    editor = table.findChild(QSpinBox)
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_2)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kept(pack)[1].copies == 42)
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    titles = [line.ticket.title for line in pack.model.lines]
    assert titles == [usual[1], usual[0], *usual[2:]]
    assert table.currentIndex().row() == 0
    pack.down_button.setFocus()
    qtbot.keyClick(pack.down_button, Qt.Key.Key_Space)
    assert [line.ticket.title for line in pack.model.lines] == usual
    assert pack.down_button.hasFocus()
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A)
    assert table.state() is table.State.NoState
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [line.ticket.title for line in pack.model.lines] == [usual[0], *usual[2:]]
    assert table.hasFocus()


def test_sheets_are_moved_and_removed_together(pack: PackView) -> None:
    first, second, third = (sheet.id for sheet in kept(pack))
    pack.table.choose([second, third])
    pack.up_button.click()
    assert [sheet.id for sheet in kept(pack)] == [second, third, first]
    assert pack.table.chosen() == [second, third]
    pack.up_button.click()
    assert [sheet.id for sheet in kept(pack)] == [second, third, first]
    pack.down_button.click()
    assert [sheet.id for sheet in kept(pack)] == [first, second, third]
    pack.remove_button.click()
    assert [sheet.id for sheet in kept(pack)] == [first]
    assert pack.table.chosen() == []
    assert not pack.remove_button.isEnabled()


def test_a_pack_is_made_noted_and_told_of(
    pack: PackView, qtbot: QtBot, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    steps = len(desk.history())
    folder = make(pack, qtbot, messages, tmp_path / "out")
    assert folder.name == "3rd Semiconductor Forum - Handout pack"
    assert sorted(path.name for path in folder.iterdir()) == [
        *("00 Cover list.pdf", "01 Agenda (20).pdf", "02 Run sheet (2).pdf"),
        "Print all A4.pdf",
    ]
    banner = messages.banners["pack"]
    assert banner.text == (
        "The handout pack is made: 2 sheets. Agenda - nowhere was not made:"
        " No room of this edition is called “nowhere”."
    )
    assert [said for said, _ in banner.offers] == ["Open folder"]
    assert len(desk.history()) == steps + 1
    found = {p.handout: p for p in desk.find(Printing)}
    assert {name: p.copies for name, p in found.items()} == {"agenda": 20, "run-sheet": 2}
    assert cell(pack, 0, STATE).startswith("Printed ")
    assert cell(pack, 2, STATE).startswith("Not made: ")
    assert found["agenda"].pages == len(PdfReader(folder / "01 Agenda (20).pdf").pages)
    assert pack.totals.text().startswith("3 sheets ticked · 23 copies · as last printed ")
    again = make(pack, qtbot, messages, tmp_path / "out")
    assert again.name == "3rd Semiconductor Forum - Handout pack (2)"


def test_only_what_changed(
    pack: PackView, qtbot: QtBot, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    make(pack, qtbot, messages, tmp_path / "out")
    pack.changed_only.setChecked(True)
    again = make(pack, qtbot, messages, tmp_path / "again")
    assert [path.name for path in again.iterdir()] == ["00 Cover list.pdf"]
    assert "2 are unchanged." in messages.banners["pack"].text
    (opening,) = desk.find(Session, edition=pack.work.edition)
    pack.work.run(change_session, opening.id, {"title": Text.of(en="Other", ko="다른")})
    qtbot.waitUntil(lambda: cell(pack, 0, STATE).startswith("Changed since"), timeout=LONG)
    third = make(pack, qtbot, messages, tmp_path / "third")
    assert "01 Agenda (20).pdf" in [path.name for path in third.iterdir()]


def test_a_published_version_is_made(
    pack: PackView, qtbot: QtBot, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    version = publish_version(desk, pack.work.edition, "Final")
    (opening,) = desk.find(Session, edition=pack.work.edition)
    pack.work.run(change_session, opening.id, {"title": Text.of(en="Other", ko="다른")})
    pack.state.show_value(version.id)
    folder = make(pack, qtbot, messages, tmp_path / "out")
    said = PdfReader(folder / "01 Agenda (20).pdf").pages[0].extract_text()
    assert "Opening ceremony" in said
    assert "Final" in said
    assert {p.version for p in desk.find(Printing)} == {version.id}


def test_the_user_goes_on_while_a_pack_is_made(
    pack: PackView, qtbot: QtBot, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    messages.paths.append(tmp_path)
    with qtbot.waitSignal(pack.maker.made, timeout=LONG):
        pack.make()
        qtbot.waitUntil(lambda: _making(pack), timeout=LONG)
        assert pack.work.editable
        assert not pack.make_button.isEnabled()
        (opening,) = desk.find(Session, edition=pack.work.edition)
        assert pack.work.done(change_session, opening.id, {"title": Text.of(en="Later")})[0]
    assert {p.handout for p in desk.find(Printing)} == {"agenda", "run-sheet"}


def _making(pack: PackView) -> bool:
    job = pack.work.jobs.current
    return job is not None and job.title == "Making the handout pack"


def test_a_pack_that_is_cancelled_leaves_no_part_of_a_file(
    pack: PackView, qtbot: QtBot, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    messages.paths.append(tmp_path / "out")
    (tmp_path / "out").mkdir()
    pack.make()
    qtbot.waitUntil(lambda: _making(pack), timeout=LONG)
    pack.work.jobs.cancel()
    left = [path.name for path in (tmp_path / "out").glob("*/*")]
    assert all(name.endswith(".pdf") for name in left)
    assert "00 Cover list.pdf" not in left
    told = messages.said or [messages.banners["pack"].text]
    assert "cancelled" in told[-1]
    assert desk.find(Printing) == []
    assert pack.make_button.isEnabled()
    qtbot.waitUntil(
        lambda: "forumdesk-pack" not in [one.name for one in threading.enumerate()], timeout=LONG
    )


def test_a_folder_that_can_not_be_written_to_is_said(
    pack: PackView, messages: Recorded, tmp_path: Path
) -> None:
    messages.paths += [tmp_path / "gone", None]
    pack.make()
    assert len(messages.refused) == 1
    pack.make()
    assert len(messages.refused) == 1


def test_the_pack_is_come_back_to(page: HandoutsPage) -> None:
    page.show_pack()
    place = page.place()
    page.show_handout("agenda")
    page.restore(place)
    assert page.in_pack


def test_the_window_is_closed_while_a_pack_is_made(
    pack: PackView, qtbot: QtBot, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    messages.paths.append(tmp_path)
    pack.make()
    qtbot.waitUntil(lambda: _making(pack), timeout=LONG)
    pack.window().close()
    assert pack.work.jobs.current is None
    qtbot.waitUntil(
        lambda: "forumdesk-pack" not in [one.name for one in threading.enumerate()], timeout=LONG
    )
    assert not list(tmp_path.glob("**/*.part"))


def test_what_the_last_run_had_to_say_stands_beside_the_sheet(pack: PackView) -> None:
    first, second, third = kept(pack)
    subject = Subject("edition", first.edition)
    found = tuple(
        Problem("check", Severity.WARNING, subject, Phrase.of(said))
        for said in ("One <b>.", "Two.")
    )
    run = LastRun({second.id: Phrase.of("Nobody has accepted yet.")}, {first.id: found})
    dossier = pack.work.dossier
    assert dossier is not None
    pack.model.show(dossier, frozenset(), run)
    assert cell(pack, 0, STATE) == "2 things to look at: One <b>."
    tip = pack.model.data(pack.model.index(0, STATE), Qt.ItemDataRole.ToolTipRole)
    assert tip == "<span>One &lt;b&gt;.<br>Two.</span>"
    assert cell(pack, 1, STATE) == "Not made: Nobody has accepted yet."
    assert [line.trouble for line in pack.model.lines] == [True, True, False]
    assert third.handout == "agenda"
