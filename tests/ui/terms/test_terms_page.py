# SPDX-License-Identifier: MIT
"""The terms page: typed over, pasted from a spreadsheet, put in order, each step undone."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.printed import Term
from forumdesk.domain.wording import Text
from forumdesk.services import editions, terms
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.terms.page import TermsPage

pytestmark = pytest.mark.gui


@pytest.fixture
def page(
    desk: ForumFile, three_editions: list[Edition], open_window: Callable[[], MainWindow]
) -> TermsPage:
    """The page of a series in Korean and English with two terms."""
    series = three_editions[0].series
    editions.change_series(desk, series, {"languages": ("ko", "en")})
    for ko, en in (("수율", "yield"), ("웨이퍼", "wafer")):
        terms.add_term(desk, series, Text.of(ko=ko, en=en), {})
    window = open_window()
    window.frame.show_page("terms")
    found = window.frame.stack.page
    assert isinstance(found, TermsPage)
    return found


def rows(page: TermsPage) -> list[tuple[str, str]]:
    model = page.table.model_
    return [(model.text(row, 0), model.text(row, 1)) for row in range(model.filled())]


def put(page: TermsPage, row: int, column: int) -> None:
    page.table.setCurrentIndex(page.table.model_.index(row, column))


def heads(page: TermsPage) -> list[str]:
    model = page.table.model_
    return [column.heading(model.words) for column in model.columns]


def test_terms_stand_side_by_side(page: TermsPage, qtmodeltester: ModelTester) -> None:
    assert heads(page) == ["한국어", "English", "Note in 한국어", "Note in English"]
    assert rows(page) == [("수율", "yield"), ("웨이퍼", "wafer")]
    assert page.count.text() == "2 terms"
    assert not page.nothing.isVisibleTo(page)
    qtmodeltester.check(page.table.model_, force_py=True)


def test_a_cell_is_typed_over_and_a_new_term_in_the_empty_row(page: TermsPage) -> None:
    model = page.table.model_
    assert model.setData(model.index(0, 1), "yield rate")
    assert model.setData(model.index(2, 1), "chiplet")
    assert rows(page) == [("수율", "yield rate"), ("웨이퍼", "wafer"), ("", "chiplet")]
    page.work.desk.undo()
    assert rows(page) == [("수율", "yield rate"), ("웨이퍼", "wafer")]
    page.work.desk.undo()
    assert rows(page) == [("수율", "yield"), ("웨이퍼", "wafer")]


def test_pasted_columns_find_their_language_in_one_step(page: TermsPage) -> None:
    QGuiApplication.clipboard().setText("chiplet\t칩렛\nfoundry\t파운드리")
    put(page, 2, 0)
    page.table.paste()
    assert rows(page)[2:] == [("칩렛", "chiplet"), ("파운드리", "foundry")]
    page.work.desk.undo()
    assert len(rows(page)) == 2


def test_pasting_over_terms_goes_cell_by_cell(page: TermsPage) -> None:
    QGuiApplication.clipboard().setText("silicon wafer\tthin\nEUV\tlight")
    put(page, 1, 1)
    page.table.paste()
    assert rows(page) == [("수율", "yield"), ("웨이퍼", "silicon wafer"), ("", "EUV")]
    assert page.table.model_.text(1, 2) == "thin"
    assert page.table.model_.text(2, 2) == "light"
    page.work.desk.undo()
    assert rows(page) == [("수율", "yield"), ("웨이퍼", "wafer")]


def test_terms_move_together_and_are_removed(page: TermsPage) -> None:
    put(page, 1, 0)
    page.shift(-1)
    assert rows(page) == [("웨이퍼", "wafer"), ("수율", "yield")]
    assert page.table.current_key() == page.table.model_.key_at(0)
    page.shift(-1)
    page.shift(1)
    assert rows(page) == [("수율", "yield"), ("웨이퍼", "wafer")]
    page.table.selectAll()
    page.remove()
    assert rows(page) == []
    assert page.nothing.isVisibleTo(page)
    QGuiApplication.clipboard().setText("수율\tyield")
    page.nothing.paste.click()
    assert rows(page) == [("수율", "yield")]


def test_emptied_cells_take_an_empty_term_along(page: TermsPage) -> None:
    put(page, 0, 0)
    page.table.selectRow(0)
    page.table.empty()
    assert rows(page) == [("웨이퍼", "wafer")]
    page.work.desk.undo()
    assert rows(page) == [("수율", "yield"), ("웨이퍼", "wafer")]


def test_a_term_of_another_series_is_found(page: TermsPage, desk: ForumFile) -> None:
    other = editions.create_series(desk, Text.of(en="Other"), {})
    made = terms.add_term(desk, other.id, Text.of(en="die"), {})
    assert page.which.isVisibleTo(page)
    assert page.select(Subject("term", made.id))
    assert rows(page) == [("", "die")] or page.table.model_.text(0, 0) == "die"
    assert page.place() == {"series": other.id, "term": made.id}
    page.show_series(desk.find(Series)[0].id)
    assert len(rows(page)) == 2
    page.restore({"series": other.id, "term": made.id})
    assert page.table.current_key() == made.id
    assert not page.select(Subject("term", "none"))
    assert desk.count(Term) == 3


def test_what_goes_with_its_series_is_shown_no_more(
    open_window: Callable[[], MainWindow], desk: ForumFile
) -> None:
    with desk.step("All at once"):
        series = Series(desk.new_id(), Text.of(en="Forum"))
        desk.put(series)
        desk.put(Term(desk.new_id(), series.id, Text.of(en="die")))
    window = open_window()
    window.frame.show_page("terms")
    page = window.frame.stack.page
    assert isinstance(page, TermsPage)
    assert page.table.model_.rowCount() == 2
    window.undo()
    assert window.frame.stack.page is page
    assert page.table.model_.rowCount() == 0
    assert page.nothing.head.text() == "No series yet"
    assert not page.new.isEnabled()
    page.add()
    window.redo()
    assert page.table.model_.rowCount() == 2
