# SPDX-License-Identifier: MIT
"""The handouts page, with the real worker process behind it."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase
from forumdesk.handouts.options import Arrangement, Paper, Section, Variant
from forumdesk.services.planning import change_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.choices import ChoiceField, SeveralField
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.sheets.view import Fit
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


def text(page: HandoutsPage, tmp_path: Path) -> str:
    assert page.sheet.rendered is not None
    path = tmp_path / "read.pdf"
    path.write_bytes(page.sheet.rendered.data)
    return "\n".join(sheet.extract_text() for sheet in PdfReader(path).pages)


def change(page: HandoutsPage, qtbot: QtBot, name: str, key: str) -> None:
    field = page.form().field(name)
    assert isinstance(field, ChoiceField)
    with qtbot.waitSignals([page.sheet.made, page.sheet.inspected], timeout=LONG):
        field.committed.emit(key)


def test_change_in_the_file_is_on_the_sheet(
    page: HandoutsPage, desk: ForumFile, qtbot: QtBot, tmp_path: Path
) -> None:
    assert "Opening ceremony" in text(page, tmp_path)
    (opening,) = desk.find(Session, edition=page.work.edition)
    title = {"title": Text.of(en="Grand opening", ko="개막식")}
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.work.run(change_session, opening.id, title)
        assert not page.is_ready()
    said = text(page, tmp_path)
    assert "Grand opening" in said
    assert "개막식" in said
    assert "Opening ceremony" not in said
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        desk.undo()
    assert "Opening ceremony" in text(page, tmp_path)


def test_a_sheet_that_is_wanted_no_more_is_not_shown(page: HandoutsPage, qtbot: QtBot) -> None:
    old = page.sheet.rendered
    page.show_handout("comparison")  # all editions are read first, which takes a while
    with qtbot.assertNotEmitted(page.sheet.made):
        page.work.press.made.emit(page.sheet.place, old)
    assert page.sheet.rendered is None
    assert not page.is_ready()
    assert not page.sheet.at_rest
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        pass
    assert page.sheet.rendered is not None
    assert page.sheet.rendered != old
    assert page.is_ready()


def test_pages_in_view_are_drawn(page: HandoutsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.sheet.view.is_settled, timeout=LONG)
    picture = page.sheet.view.grab().toImage()
    assert page.sheet.view.pages == 1
    inks = {picture.pixelColor(x, 120).name() for x in range(picture.width())}
    assert len(inks) > 3
    page.sheet.zoom(1.25)
    qtbot.waitUntil(page.sheet.view.is_settled, timeout=LONG)


def test_options_are_used_and_remembered_for_the_edition(
    page: HandoutsPage, qtbot: QtBot, open_window: Callable[..., MainWindow]
) -> None:
    change(page, qtbot, "arrangement", "columns")
    change(page, qtbot, "paper", "A5")
    assert page.options.arrangement is Arrangement.COLUMNS
    assert page.sheet.rendered is not None
    other = HandoutsPage(page.work)
    assert page.work.dossier is not None
    other.show_edition(page.work.dossier)
    other.show_handout("agenda")
    assert (other.options.arrangement, other.options.paper) == (Arrangement.COLUMNS, Paper.A5)
    other.show_handout("program")
    assert other.options.paper is Paper.A4
    other.deleteLater()


def test_form_offers_what_the_edition_has(page: HandoutsPage) -> None:
    rooms, days = page.form().field("room"), page.form().field("day")
    assert isinstance(rooms, ChoiceField)
    assert isinstance(days, ChoiceField)
    assert [rooms.itemText(n) for n in range(rooms.count())] == ["All rooms", "Ballroom"]
    assert [days.itemText(n) for n in range(days.count())] == ["All days", "Sat 27 Jun"]
    languages = page.form().field("languages")
    assert isinstance(languages, ChoiceField)
    assert [languages.itemData(n) for n in range(languages.count())] == [
        *("ko,en", "en,ko", "ko", "en")
    ]


def test_sections_of_the_program_can_be_left_out(page: HandoutsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.show_handout("program")
    assert page.sheet.rendered is not None
    whole = page.sheet.rendered.pages
    sections = page.form().field("sections")
    assert isinstance(sections, SeveralField)
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        sections.tick([Section.AGENDA.value])
    assert page.options.sections == (Section.AGENDA,)
    assert page.sheet.rendered is not None
    assert page.sheet.rendered.pages < whole
    large = page.form().field("large_print")
    assert isinstance(large, QCheckBox)
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        large.click()
    assert page.options.large_print


def test_run_sheet_asks_for_its_copy_and_how_its_languages_can_stand(
    page: HandoutsPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.show_handout("run-sheet")
    arrangement, variant = page.form().field("arrangement"), page.form().field("variant")
    assert isinstance(arrangement, ChoiceField)
    assert [arrangement.itemData(n) for n in range(arrangement.count())] == ["single", "stacked"]
    assert isinstance(variant, ChoiceField)
    assert [variant.itemText(n) for n in range(variant.count())] == ["Show caller", "Client"]
    change(page, qtbot, "variant", "client")
    assert page.options.variant is Variant.CLIENT


def test_findings_lead_to_their_field(page: HandoutsPage, desk: ForumFile, qtbot: QtBot) -> None:
    (opening,) = desk.find(Session, edition=page.work.edition)
    with qtbot.waitSignal(page.sheet.inspected, timeout=LONG):
        page.work.run(change_session, opening.id, {"title": Text.of(en="Opening")})
    said = [p.phrase.said(page.work.words) for p in page.findings.problems]
    assert any("Korean" in line for line in said)
    row = next(n for n, line in enumerate(said) if "Korean" in line)
    with qtbot.waitSignal(page.work.wanted) as heard:
        page.table.wanted.emit(page.table.subject(row))
    assert heard.args is not None
    assert heard.args[0].id == opening.id


def test_export_writes_the_sheet_and_logs_it(
    page: HandoutsPage, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    target = tmp_path / "일정표.pdf"
    messages.paths.append(target)
    page.export()
    assert page.sheet.rendered is not None
    assert target.read_bytes() == page.sheet.rendered.data
    (printing,) = desk.find(Printing)
    assert (printing.handout, printing.pages) == ("agenda", 1)
    assert page.is_ready()


def test_export_that_fails_says_why_and_leaves_nothing(
    page: HandoutsPage, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    messages.paths += [tmp_path / "no such folder" / "x.pdf", None]
    page.export()
    page.export()
    assert len(messages.refused) == 1
    assert desk.find(Printing) == []
    assert not list(tmp_path.glob("**/*.pdf"))


def test_print_gives_every_page_to_the_printer(
    page: HandoutsPage, desk: ForumFile, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.show_handout("program")
    assert page.sheet.rendered is not None
    pages = page.sheet.rendered.pages
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.output.print_on(printer)
    assert not page.is_ready()
    qtbot.waitUntil(page.is_ready, timeout=LONG)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == pages
    assert [p.handout for p in desk.find(Printing)] == ["program"]


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_printer_that_fails_is_said_and_nothing_breaks(
    page: HandoutsPage, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
    page.output.print_on(printer)
    assert messages.refused == ["The printer did not take the job. Nothing was lost."]
    assert page.is_ready()
    assert desk.find(Printing) == []


def test_crash_of_the_worker_is_survived(page: HandoutsPage, qtbot: QtBot) -> None:
    pid = page.work.paper.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.show_handout("program")
    assert page.work.paper.pid != pid


def test_printings_are_told_and_marked_when_the_sheet_has_changed(
    page: HandoutsPage, messages: Recorded, desk: ForumFile, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not page.printed.isVisibleTo(page)
    messages.paths.append(tmp_path / "agenda.pdf")
    page.export()
    assert page.printed.text().endswith("· 1 page")
    (opening,) = desk.find(Session, edition=page.work.edition)
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.work.run(change_session, opening.id, {"title": Text.of(en="Other", ko="다른")})
    qtbot.waitUntil(lambda: page.printed.text().endswith("· 1 page · changed since"), timeout=LONG)
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        desk.undo()
    qtbot.waitUntil(lambda: page.printed.text().endswith("· 1 page"), timeout=LONG)
    messages.paths.append(None)
    page.export()
    assert page.work.settings.choices.folder == str(tmp_path)


def test_printing_is_cancelled_and_noted_nowhere(
    page: HandoutsPage, messages: Recorded, desk: ForumFile, tmp_path: Path
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.output.print_on(printer)
    assert page.cancel_button.isVisibleTo(page)
    page.cancel_button.click()
    assert messages.said == ["Printing was cancelled."]
    assert page.is_ready()
    assert not page.cancel_button.isVisibleTo(page)
    assert desk.find(Printing) == []


def test_sheet_that_fails_says_why_in_its_place(page: HandoutsPage, qtbot: QtBot) -> None:
    phrase = Phrase.of("The theme “{name}” is not there.", name="x")
    page.work.press.failed.emit(page.sheet.place, phrase)
    assert page.sheet.view.pages == 0
    said = page.sheet.view.accessibleDescription()
    assert said == "This sheet could not be set. The theme “x” is not there."


def test_option_that_cannot_be_is_explained_in_the_form(page: HandoutsPage) -> None:
    field = page.form().field("paper")
    assert isinstance(field, ChoiceField)
    before = page.options
    field.committed.emit("A17")
    assert page.form().refused.isVisibleTo(page)
    assert "A17" in page.form().refused.text()
    assert page.options == before


def test_scale_is_chosen_from_a_list(page: HandoutsPage) -> None:
    page.sheet.scale.zoomed.emit(1.5)
    assert (page.sheet.view.zoom, page.sheet.scale.currentText()) == (1.5, "150 %")
    page.sheet.scale.fitted.emit(Fit.WIDTH)
    assert page.sheet.scale.currentText() == "Page width"


def test_a_paper_kept_that_a_handout_does_not_take_is_forgotten(
    three_editions: list[Edition], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window, edition = open_window(), three_editions[2]
    kept = {"grid": {"paper": "A5"}, "door-signs": {"paper": "A3"}}
    window.work.settings.change(handouts={edition.id: json.dumps(kept)})
    window.work.show_edition(edition.id)
    window.frame.show_page("handouts")
    page = window.frame.stack.page
    assert isinstance(page, HandoutsPage)
    for name, paper in (("grid", Paper.A4), ("door-signs", Paper.A3)):
        with qtbot.waitSignals([page.sheet.made, page.sheet.inspected], timeout=LONG):
            page.show_handout(name)
        assert page.options.paper is paper
