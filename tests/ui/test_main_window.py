# SPDX-License-Identifier: MIT
"""The frame: editions, pages, undo, and coming back to where one was."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition
from forumdesk.domain.reading import dossier
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.workspace import AT_ONCE

pytestmark = pytest.mark.gui


def rename(desk, edition, title):
    with desk.step("Rename “{title}”", title=title):
        desk.put(replace(desk.get(Edition, edition.id), title=Text.of(en=title)))


def test_an_empty_file_says_that_there_is_no_edition_yet(open_window):
    window = open_window()
    assert window.frame.stack.page is None
    assert not window.frame.header.isVisible()
    assert window.frame.sidebar.editions() == []


def test_the_newest_edition_is_shown_first(open_window, three_editions):
    window = open_window()
    assert window.frame.sidebar.editions() == [e.id for e in reversed(three_editions)]
    assert window.work.edition == three_editions[2].id
    assert window.frame.header.title.text() == "3rd Semiconductor Forum"
    assert window.frame.header.second.text() == "Sat 27 June 2026 · Washington"


def test_a_change_reaches_header_and_undo_names_it(open_window, three_editions, desk):
    window = open_window()
    rename(desk, three_editions[2], "Chips & Co")
    assert window.frame.header.title.text() == "Chips & Co"
    assert window.actions_["edit.undo"].text() == "&Undo: Rename “Chips && Co”"
    window.actions_["edit.undo"].trigger()
    assert window.frame.header.title.text() == "3rd Semiconductor Forum"
    assert window.actions_["edit.redo"].text() == "&Redo: Rename “Chips && Co”"
    window.actions_["edit.redo"].trigger()
    assert window.frame.header.title.text() == "Chips & Co"


def test_choosing_an_edition_shows_it(open_window, three_editions):
    window = open_window()
    window.frame.sidebar.list.setCurrentIndex(window.frame.sidebar.model.index(3))
    assert window.work.edition == three_editions[0].id
    assert window.frame.header.title.text() == "1st Semiconductor Forum"


def test_a_page_picked_is_made_filled_and_shown_in_steps(open_window, three_editions, qtbot):
    window = open_window()
    stack = window.frame.stack
    overview = stack.page
    window.frame.open_page("agenda")
    assert stack.page is overview  # made, and not more, until the event loop has had its turn
    qtbot.waitUntil(lambda: stack.page is not overview)
    agenda = stack.page
    assert agenda.kind.id == "agenda"
    assert window.frame.header.tabs.currentIndex() == 1
    window.frame.open_page("overview")
    assert stack.page is overview  # it is there already


@pytest.mark.parametrize("later", ["page", "edition"])
def test_what_is_asked_for_later_stands_in_place_of_a_page_picked(
    open_window, three_editions, qtbot, later
):
    window = open_window()
    window.frame.open_page("people")
    if later == "page":
        window.frame.show_page("agenda")
    else:
        window.work.show_edition(three_editions[0].id)
    shown = window.frame.stack.page
    turns = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(timer))
    timer.start(1)
    qtbot.waitUntil(lambda: len(turns) > 9)  # more than the page that was picked would take
    assert window.frame.stack.page is shown


@pytest.mark.parametrize("changed", [False, True])
def test_a_large_edition_is_read_in_steps_and_as_it_is_then(
    open_window, three_editions, desk, qtbot, changed
):
    large = three_editions[0]
    with desk.step("Fill"):
        for number in range(AT_ONCE + 1):
            desk.put(Session(desk.new_id(), large.id, Text.of(en=f"Talk {number}")))
    window = open_window()
    window.frame.open_edition(large.id)
    assert window.work.edition == three_editions[2].id
    if changed:
        rename(desk, large, "While it was read")
    qtbot.waitUntil(lambda: window.work.edition == large.id)
    assert window.work.dossier == dossier(desk, large.id)
    assert window.frame.header.title.text() == (
        "While it was read" if changed else "1st Semiconductor Forum"
    )


def test_undoing_the_edition_shown_leaves_the_page(open_window, desk, three_editions):
    window = open_window()
    window.undo()
    assert window.work.edition == ""
    assert window.frame.stack.page is None
    window.redo()
    assert window.work.edition == three_editions[2].id
    assert window.frame.header.isVisible()


def test_the_last_edition_shown_is_come_back_to(desk, desktop, messages, three_editions, qtbot):
    window = MainWindow(desk, desktop, messages=messages)
    window.work.show_edition(three_editions[1].id)
    window.close()
    again = MainWindow(ForumFile.open(desk.path), desktop, messages=messages)
    assert again.work.edition == three_editions[1].id
    again.close()
