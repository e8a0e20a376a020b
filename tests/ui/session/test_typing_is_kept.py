# SPDX-License-Identifier: MIT
"""What is typed into the inspector belongs to the session it was typed for, and is never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.people import Contact, Name, Names, Script
from forumdesk.domain.wording import Text
from forumdesk.services.invitations import add_participation
from forumdesk.services.parts import add_part_of
from forumdesk.services.people import add_person
from forumdesk.services.planning import add_session, remove_session
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.session.panel import SessionPanel
from forumdesk.ui.session.parts import likely_role
from tests.ui.session.test_session_panel import filling, panel, session

__all__ = ["filling", "panel"]


def window_of(panel: SessionPanel) -> MainWindow:
    window = panel.window()
    assert isinstance(window, MainWindow)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def compose(field: QWidget, syllable: str) -> None:
    """Type a syllable that the input method has not let go of yet."""
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent(syllable, []))


def title_ko(panel: SessionPanel) -> QLineEdit:
    field = panel.texts["title"].fields["ko"]
    assert isinstance(field, QLineEdit)
    return field


@pytest.mark.parametrize("by", ["commit", "page", "close"])
def test_syllable_being_composed_is_kept(panel: SessionPanel, by: str) -> None:
    window, desk = window_of(panel), panel.work.desk
    shown = session(panel)
    field = title_ko(panel)
    field.setText("개막")
    compose(field, "식")
    assert field.text() == "개막"
    if by == "commit":
        commit_typing()
    elif by == "page":
        window.frame.show_page("overview")
    else:
        kept: list[Session] = []
        desk_of = desk.get
        panel.work.changed.connect(lambda _: kept.append(desk_of(Session, shown.id)))
        window.close()
        assert kept[-1].title["ko"] == "개막식"
        return
    assert desk.get(Session, shown.id).title["ko"] == "개막식"


def test_syllable_being_composed_in_a_long_text_is_kept(panel: SessionPanel) -> None:
    window_of(panel)
    field = panel.texts["abstract"].fields["ko"]
    assert isinstance(field, QPlainTextEdit)
    compose(field, "글")
    commit_typing()
    assert session(panel).abstract["ko"] == "글"


def test_undo_takes_over_what_is_typed_first_and_then_undoes_it(panel: SessionPanel) -> None:
    window, before = window_of(panel), session(panel)
    field = title_ko(panel)
    field.setText("개막")
    compose(field, "식")
    window.actions_.run("edit.undo")
    assert session(panel) == before
    assert field.text() == before.title["ko"]
    window.actions_.run("edit.redo")
    assert session(panel).title["ko"] == "개막식"


def test_typing_goes_to_the_session_it_was_typed_for(panel: SessionPanel) -> None:
    window, opening = window_of(panel), session(panel)
    other = add_session(panel.work.desk, opening.edition, {"title": Text.of(ko="다른 세션")})
    field = title_ko(panel)
    field.setFocus()
    field.setText("개막식")
    window.frame.go(Subject("session", other.id))
    assert panel.work.desk.get(Session, opening.id).title["ko"] == "개막식"
    assert panel.work.desk.get(Session, other.id).title["ko"] == "다른 세션"
    assert field.text() == "다른 세션"


def test_session_removed_while_it_is_typed_in_is_let_go(panel: SessionPanel) -> None:
    window, opening = window_of(panel), session(panel)
    field = title_ko(panel)
    field.setFocus()
    field.setText("개막식")
    panel.work.run(remove_session, opening.id)
    assert not panel.isVisible()
    window.undo()
    assert panel.work.desk.get(Session, opening.id).title["ko"] == "개회식"


def test_each_field_commits_once(panel: SessionPanel) -> None:
    window_of(panel)
    steps = len(panel.work.desk.history())
    field = title_ko(panel)
    field.setFocus()
    field.setText("개막식")
    QTest.keyClick(field, Qt.Key.Key_Return)
    panel.notes.setFocus()
    commit_typing()
    assert len(panel.work.desk.history()) == steps + 1


def test_two_people_of_one_name_are_told_apart(panel: SessionPanel) -> None:
    desk, shown = panel.work.desk, session(panel)
    kim = Names.of({Script.HANGUL: Name("김", "민수")})
    offices = (Text.of(en="Director"), Text.of(en="Professor"))
    for office in offices:
        add_participation(desk, shown.edition, add_person(desk, kim, {}).id, {"office": office})
    for address in ("a@example.org", "b@example.org", "b@example.org"):
        add_person(desk, kim, {"contacts": (Contact("email", address),)})
    assert panel.parts.name.suggestions("김민수") == [
        "김민수 — Director",
        "김민수 — Professor",
        "김민수",
        "김민수 — b@example.org",
        "김민수 — b@example.org (2)",
    ]
    panel.parts.name.entered.emit("김민수 — Professor")
    (part,) = desk.find(Part)
    (found,) = (p for p in panel.parts.lines() if p.part == part)
    assert found.part.participation != ""
    assert "김민수 — Professor — already here" in panel.parts.name.suggestions("김민수")


def test_one_who_is_in_the_session_can_have_a_second_part(panel: SessionPanel) -> None:
    desk, shown = panel.work.desk, session(panel)
    name = Names.of({Script.LATIN: Name("Raimondo", "Gina")})
    person = add_person(desk, name, {})
    add_part_of(desk, shown.id, person.id, likely_role(shown))
    (line,) = panel.parts.name.suggestions("raim")
    assert line == "Gina Raimondo — already here"
    panel.parts.name.entered.emit(line)
    first, second = desk.find(Part)
    assert first.participation == second.participation


def test_name_is_picked_from_the_list_by_the_keyboard_once(
    panel: SessionPanel, qtbot: QtBot
) -> None:
    window_of(panel)
    field = panel.parts.name
    field.setFocus()
    QTest.keyClicks(field, "duck")
    popup = field.completer().popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "")
    assert len(panel.work.desk.find(Part)) == 1


def test_fields_can_only_be_read_while_the_file_is(panel: SessionPanel) -> None:
    panel._set_editable(False)
    boxes = (*panel.choices.values(), panel.rooms, panel.track, panel.spoken)
    assert not any(box.isEnabled() for box in boxes)
    texts = [field for text in panel.texts.values() for field in text.fields.values()]
    lines = [*texts, *panel.times.fields.values(), panel.notes, panel.cues]
    assert all(line.isReadOnly() for line in lines)


def test_tab_goes_through_the_fields_from_top_to_bottom(panel: SessionPanel) -> None:
    window_of(panel)
    panel.times.fields["starts"].setFocus()
    names = []
    for _ in range(16):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName().partition(":")[0])
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        *("Start", "Length", "End", "Title, 한국어", "Title, English", "Kind", "Status"),
        *("Rooms", "Track", "Add a person", "Locked", "Begins when this one ends"),
        *("People expected", "Responsible", "Summary, 한국어", "Summary, English"),
    ]
