# SPDX-License-Identifier: MIT
"""The participants page that tests type into, and how they read it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDeadlineTimer, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Invitation, Name, Names, Participation, Script
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, people
from forumdesk.services.editions import add_side
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.participants.page import ParticipantsPage
from tests.ui.conftest import add_three_editions, begins_with


def somebody(desk: ForumFile, edition: Edition, names: Names, **fields: object) -> Participation:
    person = people.add_person(desk, names, {})
    return invitations.add_participation(desk, edition.id, person.id, fields)


def both(hangul: str, latin: str) -> Names:
    family, given = latin.split(" ", 1)
    return Names.of({Script.HANGUL: Name(hangul[0], hangul[1:]), Script.LATIN: Name(family, given)})


def opened(window: MainWindow, edition: str) -> ParticipantsPage:
    window.work.show_edition(edition)
    window.frame.show_page("participants")
    page = window.frame.stack.page
    assert isinstance(page, ParticipantsPage)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return page


def add_participants(desk: ForumFile) -> Edition:
    """The participants of the third edition: Hong, Kim and Raimondo, and the seat of a body."""
    edition = add_three_editions(desk)[2]
    korea = add_side(desk, edition.id, Text.of(ko="한국", en="Korea"), {})
    body = people.add_organization(desk, Text.of(ko="협회", en="Association"), {})
    hong = {"office": Text.of(ko="장관", en="Minister"), "side": korea.id, "organization": body.id}
    somebody(desk, edition, both("홍길동", "Hong Gil-dong"), **hong, status=Invitation.ACCEPTED)
    somebody(desk, edition, both("김철수", "Kim Chul-soo"), side=korea.id, category="press")
    gina = Names.of({Script.LATIN: Name("Raimondo", "Gina")})
    somebody(desk, edition, gina, office=Text.of(en="Secretary"), category="VIP")
    invitations.add_seat(desk, edition.id, body.id, {})
    return edition


filling = begins_with("edition_of_four", add_participants)


@pytest.fixture
def edition_of_four(begun: Edition) -> Edition:
    return begun


@pytest.fixture
def page(edition_of_four: Edition, open_window: Callable[..., MainWindow]) -> ParticipantsPage:
    return opened(open_window("participants"), edition_of_four.id)


def column(page: ParticipantsPage, name: str) -> int:
    return [c.id for c in page.table.roster.columns].index(name)


def shown(page: ParticipantsPage, *names: str) -> list[tuple[str, ...]]:
    model = page.table.roster
    return [
        tuple(model.text(row, column(page, name)) for name in names)
        for row in range(model.filled())
    ]


def row_named(page: ParticipantsPage, name: str) -> int:
    return [said for (said,) in shown(page, "name")].index(name)


def enter(page: ParticipantsPage, row: int, name: str, text: str) -> bool:
    index = page.table.roster.index(row, column(page, name))
    return page.table.roster.setData(index, text, Qt.ItemDataRole.EditRole)


def choose(page: ParticipantsPage, rows: list[int], names: list[str]) -> None:
    """Choose cells; the cursor is on the first."""
    table = page.table
    flags = QItemSelectionModel.SelectionFlag
    first = table.roster.index(rows[0], column(page, names[0]))
    table.selectionModel().setCurrentIndex(first, flags.ClearAndSelect)
    for row in rows:
        for name in names:
            index = table.roster.index(row, column(page, name))
            table.selectionModel().select(index, flags.Select)


def find(page: ParticipantsPage, typed: str) -> None:
    """Type into the search field, and let it be heard."""
    search = page.bar.search
    search.setText(typed)
    until(lambda: page.view.filters.typed == search.whole())


def until(so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    patience = QDeadlineTimer(20_000)
    while not so():
        assert not patience.hasExpired()
        QApplication.processEvents()
