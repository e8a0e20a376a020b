# SPDX-License-Identifier: MIT
"""The agenda page that tests type into, and how they read it."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.desk import Subject
from forumdesk.domain.wording import Text
from forumdesk.services.planning import add_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.switch import LIST
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import add_three_editions, begins_with

DAY = date(2026, 6, 27)


def add_agenda(desk: ForumFile) -> Session:
    """Three editions; in the third an opening at 9 with one item, and a keynote at 10."""
    edition = add_three_editions(desk)[2]
    (opening,) = desk.find(Session, edition=edition.id)
    fields = {"title": Text.of(en="Welcome"), "starts": datetime(2026, 6, 27, 9, 5), "minutes": 10}
    add_session(desk, edition.id, fields, parent=opening.id)
    keynote = {
        "title": Text.of(ko="기조연설", en="Keynote"),
        "kind": SessionKind.KEYNOTE,
        "starts": datetime(2026, 6, 27, 10),
        "minutes": 30,
    }
    add_session(desk, edition.id, keynote)
    return opening


filling = begins_with("opening", add_agenda)


@pytest.fixture
def opening(begun: Session) -> Session:
    return begun


@pytest.fixture
def page(opening: Session, open_window: Callable[..., MainWindow]) -> AgendaPage:
    """The agenda of the third edition, as a list, its opening chosen."""
    window = open_window("agenda")
    window.work.show_edition(opening.edition)
    window.frame.show_page("agenda")
    shown = window.frame.stack.page
    assert isinstance(shown, AgendaPage)
    shown.show_view(LIST)
    window.frame.go(Subject("session", opening.id))
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return shown


def column(page: AgendaPage, name: str) -> int:
    return [c.id for c in page.table.sessions.columns].index(name)


def shown(page: AgendaPage, *names: str) -> list[tuple[str, ...]]:
    model = page.table.sessions
    return [
        tuple(model.text(row, column(page, name)) for name in names)
        for row in range(len(model.rows))
    ]


def enter(page: AgendaPage, row: int, name: str, text: str) -> None:
    index = page.table.sessions.index(row, column(page, name))
    page.table.sessions.setData(index, text, Qt.ItemDataRole.EditRole)
