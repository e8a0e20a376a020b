# SPDX-License-Identifier: MIT
"""Fields commit themselves once, keep what is typed, and leave undo to the window."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from forumdesk.domain.wording import Text
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.fields import ColorField, DayField, NumberField
from forumdesk.ui.forms import BilingualField, LineField, TextField
from forumdesk.ui.zones import ZoneField

pytestmark = pytest.mark.gui


@pytest.fixture
def form(qtbot, look):
    """A window with a line, several lines, and a pair."""
    window = QWidget()
    layout = QVBoxLayout(window)
    window.line, window.text = LineField("Line"), TextField("Text")
    window.pair = BilingualField("Title", ("ko", "en"))
    window.got = []
    for field in (window.line, window.text, window.pair):
        layout.addWidget(field)
        field.committed.connect(window.got.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def test_a_line_commits_once_when_left(form, qtbot):
    form.line.show_value("old")
    form.line.setFocus()
    form.line.selectAll()
    qtbot.keyClicks(form.line, "  new  ")
    assert form.got == []
    form.text.setFocus()
    form.line.setFocus()
    form.text.setFocus()
    assert form.got == ["new"]


def test_enter_commits_and_unchanged_text_does_not(form, qtbot):
    form.line.show_value("same")
    form.line.setFocus()
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    qtbot.keyClicks(form.line, "!")
    form.line.home(False)
    qtbot.keyClick(form.line, Qt.Key.Key_Return)
    assert len(form.got) == 1


def test_escape_gives_up_what_is_typed(form, qtbot):
    for field, words in ((form.line, "line"), (form.text, "text")):
        field.show_value(words)
        field.setFocus()
        qtbot.keyClicks(field, "zzz")
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        field.commit()
    assert form.got == []
    assert (form.line.text(), form.text.toPlainText()) == ("line", "text")


def test_a_field_shown_anew_keeps_what_is_being_typed(form, qtbot):
    form.line.show_value("one")
    form.line.setFocus()
    qtbot.keyClicks(form.line, "x")
    typed = form.line.text()
    form.line.show_value("two")
    assert form.line.text() == typed
    form.text.setFocus()
    assert form.got == [typed]


def test_a_syllable_being_composed_is_not_lost(form):
    form.line.setFocus()
    QApplication.sendEvent(form.line, QInputMethodEvent("한", []))
    assert form.line.text() == ""
    # What an input method does when it is told to commit.
    done = QInputMethodEvent("", [])
    done.setCommitString("한")
    QApplication.sendEvent(form.line, done)
    commit_typing()
    assert form.got == ["한"]


def test_undo_is_left_to_the_window_when_nothing_is_typed(form, qtbot):
    def takes_undo():
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
        event.ignore()
        QApplication.sendEvent(form.line, event)
        return event.isAccepted()

    form.line.show_value("text")
    form.line.setFocus()
    assert not takes_undo()
    qtbot.keyClicks(form.line, "x")
    assert takes_undo()


def test_a_pair_keeps_languages_it_does_not_show(form, qtbot):
    form.pair.show_value(Text.of(ko="포럼", en="Forum", ja="フォーラム"))
    field = form.pair.fields["en"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Dialogue")
    commit_typing()
    assert form.got == [Text.of(ko="포럼", en="Dialogue", ja="フォーラム")]
    assert field.accessibleName() == "Title, English"


def test_several_lines_commit_when_left_and_tab_moves_on(form, qtbot):
    form.text.setFocus()
    qtbot.keyClicks(form.text, "a")
    qtbot.keyClick(form.text, Qt.Key.Key_Return)
    qtbot.keyClicks(form.text, "b")
    qtbot.keyClick(form.text, Qt.Key.Key_Tab)
    assert form.got == ["a\nb"]


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (DayField, "2027-06-24", date(2027, 6, 24)),
        (DayField, "2027. 6. 4.", date(2027, 6, 4)),
        (DayField, "2027년 6월 24일", date(2027, 6, 24)),
        (DayField, "20270624", date(2027, 6, 24)),
        (DayField, "", None),
        (NumberField, "320", 320),
        (ColorField, "#ABCDEF", "#abcdef"),
    ],
)
def test_typed_values_are_understood(field, typed, value, qtbot, look):
    made = field("x")
    qtbot.addWidget(made)
    got = []
    made.typed.connect(got.append)
    made.show_value("before")
    made.setText(typed)
    made.commit()
    assert got == [value]


@pytest.mark.parametrize(
    ("field", "typed"),
    [(DayField, "2027-02-30"), (DayField, "June"), (NumberField, "-3"), (ColorField, "red")],
)
def test_what_is_not_understood_is_marked_and_kept(field, typed, qtbot, look):
    made = field("x")
    qtbot.addWidget(made)
    got = []
    made.typed.connect(got.append)
    made.setText(typed)
    made.commit()
    assert got == []
    assert made.text() == typed
    assert made.property("wrong") is True
    made.show_typed(None)
    assert made.property("wrong") is False


def test_a_choice_gives_its_value(qtbot, look):
    made = ChoiceField("State", [("a", "Alpha"), (None, "none")])
    qtbot.addWidget(made)
    got = []
    made.committed.connect(got.append)
    made.show_value("a")
    assert got == []
    made.activated.emit(1)
    assert got == [None]


def test_a_zone_is_found_whatever_its_case_and_nonsense_is_given_up(qtbot, look):
    made = ZoneField("Zone")
    qtbot.addWidget(made)
    got = []
    made.committed.connect(got.append)
    made.show_value("Asia/Seoul")
    made.setCurrentText("america/new_york")
    made.commit()
    made.setCurrentText("Seoul time")
    made.commit()
    assert got == ["America/New_York"]
    assert made.currentText() == "America/New_York"
