# SPDX-License-Identifier: MIT
"""From the start page to the printed program: the sample, a forum of one's own, a large one."""

from datetime import date
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Subject
from forumdesk.services.editions import change_edition
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.switch import LIST
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.program import Program
from forumdesk.ui.session.panel import SessionPanel
from tests.ui.conftest import Recorded

LONG = 120_000  # milliseconds


def only_window(program: Program) -> MainWindow:
    (window,) = program.windows.values()
    return window


def agenda(window: MainWindow) -> AgendaPage:
    window.frame.show_page("agenda")
    page = window.frame.stack.page
    assert isinstance(page, AgendaPage)
    page.show_view(LIST)
    return page


def enter(page: AgendaPage, row: int, name: str, text: str) -> None:
    column = [c.id for c in page.table.sessions.columns].index(name)
    index = page.table.sessions.index(row, column)
    page.table.sessions.setData(index, text, Qt.ItemDataRole.EditRole)


def exported(window: MainWindow, messages: Recorded, target: Path, qtbot: QtBot) -> str:
    """The text of the program, exported as a user does."""
    window.frame.show_page("handouts")
    page = window.frame.stack.page
    assert isinstance(page, HandoutsPage)
    qtbot.waitUntil(page.is_ready, timeout=LONG)
    messages.paths.append(target)
    page.export()
    return "\n".join(p.extract_text() for p in PdfReader(BytesIO(target.read_bytes())).pages)


def test_sample_is_changed_undone_and_printed(
    program: Program, messages: Recorded, tmp_path: Path, qtbot: QtBot
) -> None:
    program.show_start().sampleWanted.emit()
    window = only_window(program)
    window.work.show_edition(window.frame.sidebar.editions()[-1])
    page = agenda(window)
    row = next(n for n, r in enumerate(page.table.sessions.rows) if not r.item and n > 0)
    session = page.table.sessions.rows[row].session
    enter(page, row, "title.en", "A Very Grand Opening")
    enter(page, row, "starts", "+5")
    later = window.work.desk.get(Session, session.id)
    assert later.title["en"] == "A Very Grand Opening"
    text = exported(window, messages, tmp_path / "changed.pdf", qtbot)
    assert "A Very Grand Opening" in text
    assert f"{later.starts:%H:%M}" in text
    for _ in range(3):  # the note of the printing, the time, the title
        window.undo()
    assert window.work.desk.get(Session, session.id) == session
    text = exported(window, messages, tmp_path / "undone.pdf", qtbot)
    assert "A Very Grand Opening" not in text
    assert session.title["ko"] in text


def test_forum_is_made_from_nothing_and_opened_again(
    program: Program, messages: Recorded, tmp_path: Path, qtbot: QtBot
) -> None:
    start = program.show_start()
    start.show_form()
    assert start.form is not None
    for box, title in zip(start.form.titles, ("첫 포럼", "First Forum"), strict=True):
        box.setText(title)
    start.form.zone.show_value("Asia/Seoul")
    target = tmp_path / "첫 포럼.forum"
    messages.paths.append(target)
    start.form.finish()
    window = only_window(program)
    window.work.run(_dated, window.work.edition)
    page = agenda(window)
    assert page.table.sessions.rows == ()
    enter(page, 0, "title.ko", "개회식")
    enter(page, 0, "title.en", "Opening")
    enter(page, 0, "starts", "오전 9:30")
    enter(page, 0, "ends", "45m")
    opening = page.table.sessions.rows[0].session
    window.frame.go(Subject("session", opening.id))
    (panel,) = window.frame.inspector.findChildren(SessionPanel)
    panel.parts.name.entered.emit("홍길동 (Gil-dong Hong)")
    text = exported(window, messages, tmp_path / "first.pdf", qtbot)
    for said in ("개회식", "Opening", "09:30", "10:15", "홍길동", "Gil-dong Hong"):
        assert said in text
    window.close()
    program.open_file(target)
    again = agenda(only_window(program))
    assert [row.session.title["ko"] for row in again.table.sessions.rows] == ["개회식"]
    only_window(program).undo()
    only_window(program).undo()
    dossier = only_window(program).work.dossier
    assert dossier is not None
    assert dossier.parts == ()


def _dated(desk: ForumFile, edition: str) -> None:
    day = date(2027, 6, 24)
    change_edition(desk, edition, {"first_day": day, "last_day": day})


def test_schedule_of_others_is_taken_in_and_printed(
    program: Program, messages: Recorded, real_input: Path, qtbot: QtBot
) -> None:
    program.show_start().sampleWanted.emit()
    window = only_window(program)
    messages.paths.append(real_input / "39c3_himmel.xml")
    messages.answers.append("new")
    window.import_program()
    qtbot.waitUntil(lambda: "imported" in messages.banners, timeout=LONG)
    assert messages.refused == []
    dossier = window.work.dossier
    assert dossier is not None
    assert (len(dossier.program), len(dossier.rooms), len(dossier.days)) == (186, 5, 4)
    text = exported(window, messages, window.work.desk.path.parent / "large.pdf", qtbot)
    assert all(s.title.best().split()[0] in text for s in dossier.program)
