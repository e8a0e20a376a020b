# SPDX-License-Identifier: MIT
"""What holds on every page: plain text, names for every control, a way to it by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from forumdesk.domain.agenda import Role, SessionKind
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.wording import Text
from forumdesk.services.parts import add_part_by_name
from forumdesk.services.people import add_organization
from forumdesk.services.planning import add_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.switch import LIST
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.pages import EVERY
from tests.ui.conftest import add_three_editions, begins_with

HOSTILE = ('<img src="/x">', "<b>bold</b>", "&amp; & co", '<a href="file:///">x</a>')
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def add_hostile(desk: ForumFile) -> Edition:
    """An edition in which every name is hostile."""
    edition = add_three_editions(desk)[2]
    with desk.step("Hostile"):
        (series,) = desk.find(Series)
        desk.put(replace(series, title=Text.of(ko=HOSTILE[0], en=HOSTILE[1])))
        for room in desk.find(Room, edition=edition.id):
            desk.put(replace(room, name=Text.of(ko=HOSTILE[0], en=HOSTILE[3])))
    for title in HOSTILE:
        add_organization(desk, Text.of(ko=title, en=title), {"sector": title})
    for hour, title in enumerate(HOSTILE, 10):
        fields = {
            "title": Text.of(ko=title, en=title),
            "kind": SessionKind.PANEL,
            "starts": datetime(2026, 6, 27, hour),
        }
        made = add_session(desk, edition.id, fields)
        add_part_by_name(desk, made.id, title, Role.DISCUSSES)
    return edition


filling = begins_with("window", add_hostile)


@pytest.fixture
def window(begun: Edition, open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    opened.work.show_edition(begun.id)
    opened.work.check()
    return opened


def shown_on(window: MainWindow, page: str) -> None:
    """A page with a session in the inspector where there is one."""
    dossier = window.work.dossier
    assert dossier is not None
    if page == "agenda":
        window.frame.go(Subject("session", dossier.program[-1].id))
    elif page == "people":
        window.frame.go(Subject("person", dossier.people[-1].id))
    elif page == "organizations":
        window.frame.go(Subject("organization", dossier.organizations[-1].id))
    else:
        window.frame.show_page(page)


def within(widget: QWidget) -> Iterator[QWidget]:
    """The visible widgets in a window, but for parts that Qt makes for itself."""
    for each in widget.findChildren(QWidget):
        own = not each.objectName().startswith("qt_") and each.isVisibleTo(widget)
        if own and not isinstance(each.parentWidget(), QComboBox):
            yield each


def rich_labels(window: QWidget) -> list[str]:
    labels = [w for w in within(window) if isinstance(w, QLabel)]
    assert labels
    return [w.text() for w in labels if w.textFormat() is not Qt.TextFormat.PlainText]


def tips_taken_for_markup(window: QWidget) -> list[str]:
    hostile = [name for name in HOSTILE if "<" in name]
    return [
        text
        for text in (w.toolTip() for w in within(window))
        if ("<" in text and not text.startswith("<span>")) or any(name in text for name in hostile)
    ]


def nameless_controls(window: QWidget) -> list[str]:
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in within(window)
        if isinstance(w, CONTROLS)
        and w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]


def controls_out_of_reach(window: QWidget) -> list[str]:
    """Those that the tab key does not come to."""
    reached: list[QWidget] = []
    walking = window.nextInFocusChain()
    while walking is not window and len(reached) < 2000:
        reached.append(walking)
        walking = walking.nextInFocusChain()
    return [
        f"{type(w).__name__} “{w.accessibleName()}”"
        for w in within(window)
        if isinstance(w, CONTROLS)
        and w.isEnabled()
        and w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and (w not in reached or not w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


@pytest.mark.parametrize("page", [page.id for page in EVERY])
def test_labels_are_plain_and_controls_have_a_name_and_are_reached(
    window: MainWindow, page: str
) -> None:
    shown_on(window, page)
    looks = (rich_labels, tips_taken_for_markup, nameless_controls, controls_out_of_reach)
    found = {look.__name__: look(window) for look in looks}
    assert found == {look.__name__: [] for look in looks}


def test_list_shown_anew_a_hundred_times_stays_itself(window: MainWindow) -> None:
    shown_on(window, "agenda")
    page = window.frame.stack.page
    assert isinstance(page, AgendaPage)
    dossier = window.work.dossier
    assert dossier is not None
    page.show_view(LIST)
    session = page.table.current_session()
    for _ in range(100):
        page.table.sessions.beginResetModel()
        page.table.sessions.endResetModel()
        page.show_edition(dossier)
    page.table.select_session(session)
    index = page.table.currentIndex()
    assert HOSTILE[3] in index.siblingAtColumn(page.table.title_column()).data()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == index.row() + 1
