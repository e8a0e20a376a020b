# SPDX-License-Identifier: MIT
"""Printing into PDF files: pages, paper, copies, posters; and what is noted of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from forumdesk.domain.forum import Edition
from forumdesk.domain.versions import Printing
from forumdesk.handouts.card_options import Backs
from forumdesk.handouts.options import Options
from forumdesk.handouts.paper import paper_name
from forumdesk.handouts.posters import paper_size
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.handouts.printers import hand_over, sides_of
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import Recorded

LONG = 60_000  # milliseconds: the worker loads its fonts on the first sheet
A4, A3 = paper_size("A4"), paper_size("A3")


@pytest.fixture
def page(
    three_editions: list[Edition], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> HandoutsPage:
    """The program of the third edition, made and looked through."""
    window = open_window("handouts")
    window.work.show_edition(three_editions[2].id)
    window.frame.show_page("handouts")
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    with qtbot.waitSignals([shown.sheet.made, shown.sheet.inspected], timeout=LONG):
        shown.show_handout("program")
    return shown


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer with A4 in it that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return made


def change(page: HandoutsPage, qtbot: QtBot, name: str, key: str) -> None:
    field = page.form().field(name)
    assert isinstance(field, ChoiceField)
    with qtbot.waitSignals([page.sheet.made, page.sheet.inspected], timeout=LONG):
        field.committed.emit(key)


def printed(page: HandoutsPage, qtbot: QtBot, printer: QPrinter) -> list[tuple[str, bool]]:
    """Print, and tell of each page its paper and whether it lies on its side."""
    page.output.print_on(printer)
    qtbot.waitUntil(page.is_ready, timeout=LONG)
    sizes = [one.mediabox for one in PdfReader(printer.outputFileName()).pages]
    return [
        (paper_name((float(one.width), float(one.height))), one.width > one.height) for one in sizes
    ]


def test_some_pages_in_several_copies_are_printed_and_noted(
    page: HandoutsPage, qtbot: QtBot, printer: QPrinter, desk: ForumFile
) -> None:
    printer.setPageRanges(QPageRanges.fromString("1,3-4"))
    printer.setCopyCount(2)
    assert printed(page, qtbot, printer) == [("A4", False)] * 6
    (printing,) = desk.find(Printing)
    assert (printing.handout, printing.pages, printing.copies) == ("program", 3, 2)
    assert page.printed.text().endswith("· 3 pages · 2 copies")


def test_only_the_page_in_view(page: HandoutsPage, qtbot: QtBot, printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert len(printed(page, qtbot, printer)) == 1


def test_paper_lies_as_the_page_does(page: HandoutsPage, qtbot: QtBot, printer: QPrinter) -> None:
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        page.show_handout("run-sheet")
    assert set(printed(page, qtbot, printer)) == {("A4", True)}


def test_a_page_nearly_as_large_as_the_paper_is_fitted_without_a_question(
    page: HandoutsPage, qtbot: QtBot, printer: QPrinter, messages: Recorded
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert set(printed(page, qtbot, printer)) == {("Letter", False)}
    assert messages.asked == []


def test_a_large_page_is_parted_over_sheets(
    page: HandoutsPage, qtbot: QtBot, printer: QPrinter, messages: Recorded, desk: ForumFile
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    printer.setPageRanges(QPageRanges.fromString("1"))
    messages.answers.append("tile")
    assert printed(page, qtbot, printer) == [("A5", False)] * 4
    (question,) = messages.asked
    assert [said for _, said in question.answers] == [
        *("Over 4 sheets", "Smaller, to fit", "In true size, cut off")
    ]
    assert [(p.pages, p.copies) for p in desk.find(Printing)] == [(1, 1)]


@pytest.mark.parametrize("answer", ["fit", "true"])
def test_a_large_page_is_fitted_or_cut_where_that_is_wanted(
    page: HandoutsPage, qtbot: QtBot, printer: QPrinter, messages: Recorded, answer: str
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    messages.answers.append(answer)
    assert page.sheet.rendered is not None
    assert printed(page, qtbot, printer) == [("A5", False)] * page.sheet.rendered.pages


def test_nothing_is_printed_when_the_question_is_closed(
    page: HandoutsPage, printer: QPrinter, messages: Recorded, desk: ForumFile
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    messages.answers.append("")
    page.output.print_on(printer)
    assert page.is_ready()
    assert not Path(printer.outputFileName()).exists()
    assert desk.find(Printing) == []


def test_parting_is_cancelled_and_noted_nowhere(
    page: HandoutsPage, printer: QPrinter, messages: Recorded, desk: ForumFile
) -> None:
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    messages.answers.append("tile")
    page.output.print_on(printer)
    assert page.cancel_button.isVisibleTo(page)
    page.cancel_button.click()
    assert messages.said == ["Printing was cancelled."]
    assert page.is_ready()
    assert desk.find(Printing) == []


@pytest.mark.parametrize(
    ("sizes", "handout", "backs", "wanted"),
    [
        ([A4, A4], "program", Backs.NONE, QPrinter.DuplexMode.DuplexLongSide),
        ([A4], "agenda", Backs.NONE, QPrinter.DuplexMode.DuplexNone),
        ([(842, 595)] * 2, "run-sheet", Backs.NONE, QPrinter.DuplexMode.DuplexShortSide),
        ([A4, A4], "badges", Backs.NONE, QPrinter.DuplexMode.DuplexNone),
        ([A4, A4], "badges", Backs.SHORT_EDGE, QPrinter.DuplexMode.DuplexShortSide),
    ],
)
def test_sides_are_printed_as_the_sheet_asks(
    sizes: list[tuple[float, float]],
    handout: str,
    backs: Backs,
    wanted: QPrinter.DuplexMode,
) -> None:
    assert sides_of(sizes, (handout, Options(backs=backs))) is wanted


def test_paper_of_the_page_is_told_to_the_printer(printer: QPrinter) -> None:
    hand_over(printer, [(A3[1], A3[0])], ("agenda", Options()))
    layout = printer.pageLayout()
    assert layout.pageSize().id() is QPageSize.PageSizeId.A3
    assert layout.orientation() is QPageLayout.Orientation.Landscape
    hand_over(printer, [(300, 200)], ("agenda", Options()))
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Point)
    assert QSizeF(size) == QSizeF(200, 300)
