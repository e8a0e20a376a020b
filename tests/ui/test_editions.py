# SPDX-License-Identifier: MIT
"""Adding and removing editions and series, and accepting problems, from the window."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from forumdesk.domain.agenda import Session
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.versions import Acknowledgement
from forumdesk.domain.wording import Text
from forumdesk.ui.dialogs import TextQuestion
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.new_series import NewSeries

pytestmark = pytest.mark.gui


def test_the_first_edition_of_a_series_is_one_click_away(open_window, desk):
    with desk.step("x"):
        desk.put(Series(desk.new_id(), Text.of(en="Forum"), timezone="Asia/Seoul"))
    window = open_window()
    (begin,) = window.frame.stack.findChildren(QPushButton)
    begin.click()
    (edition,) = desk.find(Edition)
    assert (edition.number, edition.timezone) == (1, "Asia/Seoul")
    assert window.work.edition == edition.id
    assert window.frame.header.isVisible()


def test_an_empty_file_begins_with_a_series(open_window, desk):
    window = open_window()
    window.actions_["forum.add-edition"].trigger()
    (dialog,) = window.findChildren(NewSeries)
    dialog.form.titles[0].setText("반도체 포럼")
    dialog.form.finish()
    assert [s.title for s in desk.find(Series)] == [Text.of(ko="반도체 포럼")]
    assert window.frame.header.title.text() == "제1회 반도체 포럼"


def test_an_edition_is_added_after_the_last_and_shown(open_window, desk, three_editions):
    window = open_window()
    window.actions_["forum.add-edition"].trigger()
    added = desk.get(Edition, window.work.edition)
    assert (added.number, added.timezone) == (4, "America/New_York")
    assert window.frame.header.title.text() == "4th Semiconductor Forum"


def test_an_edition_is_removed_only_when_the_user_is_sure(
    open_window, desk, three_editions, messages
):
    window = open_window()
    messages.answers = ["", "remove"]
    window.actions_["forum.remove-edition"].trigger()
    assert desk.count(Edition) == 3
    window.actions_["forum.remove-edition"].trigger()
    assert "3rd Semiconductor Forum" in messages.asked[0].text
    assert [e.number for e in desk.find(Edition)] == [1, 2]
    assert window.work.edition == three_editions[1].id
    window.undo()
    assert desk.count(Edition) == 3


def test_a_problem_is_accepted_for_a_reason_and_taken_back(
    open_window, desk, three_editions, messages
):
    with desk.step("x"):
        desk.put(Session(desk.new_id(), three_editions[2].id, Text.of(en="Only English")))
    window = open_window()
    window.work.check()
    strip = window.frame.problems
    row = next(n for n, p in enumerate(strip.model.problems) if "translation" in p.kind)
    strip.table.selectRow(row)
    messages.answers = [None, "The guests read English"]
    strip.accept.click()
    assert desk.count(Acknowledgement) == 0
    strip.accept.click()
    (accepted,) = desk.find(Acknowledgement)
    assert accepted.reason == "The guests read English"
    window.work.check()
    strip.accepted.click()
    row = next(n for n, p in enumerate(strip.model.problems) if p.acknowledged)
    strip.table.selectRow(row)
    assert strip.accept.text() == "Take &back"
    strip.accept.click()
    assert desk.count(Acknowledgement) == 0


@pytest.mark.parametrize(
    ("typed", "button", "answer"), [("Yes", "&Keep", "Yes"), ("x", "&Cancel", None)]
)
def test_a_line_of_text_is_asked_for(desk, desktop, typed, button, answer):
    window = MainWindow(desk, desktop)
    window.show()

    def fill():
        (dialog,) = window.findChildren(TextQuestion)
        buttons = {b.text(): b for b in dialog.findChildren(QPushButton)}
        usable = buttons["&Keep"].isEnabled()
        dialog.field.setText(typed)
        buttons[button].click()
        seen.append(usable)

    seen = []
    QTimer.singleShot(0, fill)
    assert window.work.messages.ask_text("Why?", "<b>About</b>") == answer
    assert seen == [False]
