# SPDX-License-Identifier: MIT
"""What holds on every page: plain text, names for every control, a way to it by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
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
from pytestqt.qtbot import QtBot

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
from forumdesk.ui.directory.people import PeoplePage
from forumdesk.ui.focus_ring import FocusRing
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.pages import EVERY

HOSTILE = ('<img src="/x">', "<b>bold</b>", "&amp; & co", '<a href="file:///">x</a>')
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture
def window(
    three_editions: list[Edition], open_window: Callable[[], MainWindow], desk: ForumFile
) -> MainWindow:
    """A window on an edition in which every name is hostile."""
    edition = three_editions[2]
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
    opened = open_window()
    opened.work.show_edition(edition.id)
    opened.work.check()
    return opened


def shown_on(window: MainWindow, page: str) -> QWidget:
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
    return window


def within(widget: QWidget) -> Iterator[QWidget]:
    """The visible widgets in a window, but for parts that Qt makes for itself."""
    for each in widget.findChildren(QWidget):
        own = not each.objectName().startswith("qt_") and each.isVisibleTo(widget)
        if own and not isinstance(each.parentWidget(), QComboBox):
            yield each


PAGE_NAMES = [page.id for page in EVERY]


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_every_label_is_plain_text(window: MainWindow, page: str) -> None:
    labels = [w for w in within(shown_on(window, page)) if isinstance(w, QLabel)]
    assert labels
    rich = [w.text() for w in labels if w.textFormat() is not Qt.TextFormat.PlainText]
    assert rich == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_no_tip_takes_a_name_for_markup(window: MainWindow, page: str) -> None:
    tips = [w.toolTip() for w in within(shown_on(window, page))]
    for text in tips:
        assert "<" not in text or text.startswith("<span>"), text
        assert not any(hostile in text for hostile in HOSTILE if "<" in hostile)


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_every_control_has_a_name(window: MainWindow, page: str) -> None:
    nameless = [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in within(shown_on(window, page))
        if isinstance(w, CONTROLS)
        and w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))
    ]
    assert nameless == []


def stops_of(window: MainWindow) -> list[QWidget]:
    """Where Tab stops, once around; of a grid, whose cells it goes through, but once."""
    stops: list[QWidget] = []
    while (focused := window.focusWidget()) is not None and focused not in stops:
        stops.append(focused)
        leaving = isinstance(focused, QAbstractItemView) and focused.tabKeyNavigation()
        held = Qt.KeyboardModifier.ControlModifier if leaving else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(focused, Qt.Key.Key_Tab, held)
    return stops


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_tab_goes_round_as_the_window_is_read(window: MainWindow, page: str) -> None:
    shown_on(window, page)
    frame = window.frame
    frame.sidebar.list.setFocus()
    stops = stops_of(window)
    regions = [frame.sidebar, frame.header, frame.stack, frame.problems, frame.inspector]
    regions += [window.status, window.top]
    numbers = [n for stop in stops for n, part in enumerate(regions) if part.isAncestorOf(stop)]
    assert len(numbers) == len(stops)
    assert numbers == sorted(numbers)
    QTest.keyClick(stops[0], Qt.Key.Key_Backtab)
    assert window.focusWidget() is stops[-1]
    unreached = [
        f"{type(w).__name__} “{w.accessibleName()}”"
        for w in within(window)
        if isinstance(w, CONTROLS) and w.isEnabled() and w not in stops
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert unreached == []


def doubled(texts: set[str]) -> dict[str, set[str]]:
    """Keys that more than one of some texts has, with these texts."""
    keys: dict[str, set[str]] = {}
    for text in texts:
        if key := QKeySequence.mnemonic(text).toString():
            keys.setdefault(key, set()).add(text)
    return {key: found for key, found in keys.items() if len(found) > 1}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("page", PAGE_NAMES)
def test_no_two_things_have_the_same_key(window: MainWindow, page: str, language: str) -> None:
    window.desktop.speak(language)
    shown_on(window, page)
    shown = window.frame.stack.page
    assert shown is not None
    said = {w.text() for w in shown.findChildren(QAbstractButton)}
    said |= {w.text() for w in within(window) if isinstance(w, QAbstractButton)}
    assert doubled(said | {menu.title() for menu in window.top.menus.values()}) == {}
    for name in window.top.menus:
        texts = {window.actions_[command.id].text() for command in window.actions_.menu(name)}
        assert doubled(texts) == {}, name


def test_a_list_shows_that_the_keyboard_is_in_it(window: MainWindow, qtbot: QtBot) -> None:
    shown_on(window, "people")
    page = window.frame.stack.page
    assert isinstance(page, PeoplePage)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.search.setFocus()
    assert page.list.findChildren(FocusRing) == []
    QTest.keyClick(page.search, Qt.Key.Key_Tab)
    (ring,) = page.list.findChildren(FocusRing)
    assert ring.isVisible()
    assert ring.geometry() == page.list.rect()
    QTest.keyClick(page.list, Qt.Key.Key_Backtab)
    assert not ring.isVisible()


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
