# SPDX-License-Identifier: MIT
"""The window through changes of language, colours and file: nothing half done, nothing lost."""

import gc
import os

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QTabBar, QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.progress import Progress
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services.editions import add_host, add_room, add_side, add_track, change_edition
from forumdesk.services.people import add_organization
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.jobs import Job
from forumdesk.ui.look import Appearance
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.messages import Banner
from forumdesk.ui.shortcuts import Shortcuts, differing

pytestmark = pytest.mark.gui
NASTY = '<img src="/etc/passwd"><b>A</b> & <a href="x">B</a>'


@pytest.fixture
def window(open_window, three_editions):
    return open_window()


SETTLED = 12  # looks in a row, 10 ms apart, that find the same words


def words_on(window):
    """Every word a window shows or speaks."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said = []
    for widget in window.findChildren(QWidget):
        said.append(widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            said.append(widget.placeholderText())
        elif isinstance(widget, QTabBar):
            said += [widget.tabText(n) for n in range(widget.count())]
    actions = {a.objectName(): a.text() for a in window.findChildren(QAction) if a.objectName()}
    return sorted(said), actions


def settled_words(window, qtbot):
    """The words of a window once they change no more: checks and late parts come by and by."""
    seen = []

    def same():
        seen.append(words_on(window))
        looked = window.work.printed.looked
        return looked and len(seen) > SETTLED and seen[-1] == seen[-SETTLED]

    qtbot.waitUntil(same)
    return seen[-1]


def test_a_change_of_language_leaves_nothing_half_translated(
    desktop, desk, messages, three_editions, qtbot
):
    def fresh():
        window = MainWindow(ForumFile.open(desk.path, read_only=False), desktop, messages=messages)
        window.show()
        window.frame.inspector.refresh()
        window.work.check()
        return window

    desk.close()
    window = fresh()
    english = settled_words(window, qtbot)
    desktop.speak("ko")
    window.frame.inspector.refresh()
    switched = settled_words(window, qtbot)
    window.close()
    korean = fresh()
    assert switched == settled_words(korean, qtbot)
    assert switched != english
    korean.close()
    desktop.speak("en")
    again = fresh()
    assert settled_words(again, qtbot) == english


def test_a_change_of_language_keeps_the_place(window, desktop, three_editions):
    window.work.show_edition(three_editions[1].id)
    desktop.speak("ko")
    assert window.work.edition == three_editions[1].id
    assert window.frame.header.title.text() == "제2회 반도체 포럼"
    assert desktop.settings.choices.language == "ko"


def test_document_data_is_untouched_by_the_language(window, desktop, desk):
    before = (desk.find(Edition), desk.history())
    desktop.speak("ko")
    assert (desk.find(Edition), desk.history()) == before


def test_dark_is_chosen_for_the_running_window(window, look, qtbot):
    window.actions_["view.dark"].trigger()
    qtbot.waitUntil(lambda: look.tokens.dark and window.frame.stack.page is not None)
    assert window.work.settings.choices.appearance == "dark"
    assert window.actions_["view.dark"].isChecked()
    assert not window.actions_["view.light"].isChecked()
    look.choose(Appearance.LIGHT)


@pytest.mark.parametrize("action", ["view.dark", "view.language"])
def test_pages_are_gone_before_the_window_is_dressed_anew_and_come_back_after(
    window, look, desktop, qtbot, action
):
    overview = window.frame.stack.page
    window.frame.show_page("agenda")
    agenda = window.frame.stack.page
    subject = agenda.subject
    there = []
    for changed in (look.changed, desktop.languageChanged):
        changed.connect(lambda: there.append([shiboken6.isValid(p) for p in (overview, agenda)]))
    window.actions_[action].trigger()
    qtbot.waitUntil(window.updatesEnabled)
    assert there == [[False, False]]
    assert window.frame.stack.page.kind.id == "agenda"
    assert window.frame.inspector.subject == subject
    look.choose(Appearance.LIGHT)


def test_colours_chosen_and_taken_back_at_once_leave_the_window_as_it_was(window, look, qtbot):
    window.frame.show_page("agenda")
    window.choose_appearance(Appearance.DARK)
    window.choose_appearance(Appearance.LIGHT)
    qtbot.waitUntil(window.updatesEnabled)
    assert not look.tokens.dark
    assert window.frame.stack.page.kind.id == "agenda"


def test_a_window_closed_while_it_is_dressed_anew_keeps_its_place(
    window, desktop, desk, three_editions
):
    window.frame.show_page("agenda")
    window.actions_["view.language"].trigger()
    window.close()
    place = desktop.settings.place(desk.path)
    assert (place["edition"], place["page"]) == (three_editions[2].id, "agenda")


def test_a_name_is_never_mark_up(open_window, desk, three_editions):
    edition = three_editions[2].id
    nasty = Text.of(ko=NASTY, en=NASTY)
    change_edition(desk, edition, {"title": nasty, "slogan": nasty, "venue": nasty})
    organization = add_organization(desk, nasty, {})
    for add in (add_room, add_side, add_track):
        add(desk, edition, nasty, {})
    add_host(desk, edition, organization.id, {})
    window = open_window()
    window.frame.inspector.refresh()
    window.work.check()
    window.show_history()
    window.find_anything()
    labels = window.findChildren(QLabel)
    assert any(NASTY in label.text() for label in labels)
    rich = [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]
    assert rich == []
    tips = [w.toolTip() for w in window.findChildren(QWidget)]
    assert [t for t in tips if "<img" in t or "<a " in t] == []


def test_every_control_has_a_name_and_the_keyboard_reaches_it(window, desk, three_editions):
    add_room(desk, three_editions[2].id, Text.of(en="Hall"), {})
    window.frame.inspector.refresh()
    window.work.check()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit)
    nameless, unreachable = [], []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisible():
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text or widget.toolTip()):
            nameless.append(widget)
        if widget.isEnabled() and widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            unreachable.append((widget, widget.accessibleName() or text))
    inner = [w for w in nameless if w.objectName().startswith("qt_")]
    assert [w for w in nameless if w not in inner] == []
    assert unreachable == []


def test_a_file_that_is_only_read_is_shown_but_not_changed(desktop, desk, messages, three_editions):
    desk.close()
    window = MainWindow(ForumFile.open(desk.path, read_only=True), desktop, messages=messages)
    window.show()
    window.frame.inspector.refresh()
    assert messages.banners["read-only"].lasting
    assert window.status.saved.text() == "Read only"
    usable = {c.id for c, action in window.actions_.all() if action.isEnabled()}
    assert not usable & {"edit.undo", "edit.redo", "file.backup"}
    assert "file.copy" in usable
    editors = window.frame.inspector.findChildren(QLineEdit)
    assert [e for e in editors if e.isEnabled() and not e.isReadOnly()] == []


def test_a_copy_is_saved_and_opened(window, messages, desktop, tmp_path):
    opened = []
    desktop.open_file = opened.append
    copy = tmp_path / "copy.forum"
    messages.paths = [copy, None]
    window.actions_["file.copy"].trigger()
    window.actions_["file.copy"].trigger()
    assert opened == [copy]
    with ForumFile.open(copy) as file:
        assert file.count(Edition) == 3


def test_a_copy_that_cannot_be_written_is_refused_in_place(window, messages, tmp_path):
    messages.paths = [tmp_path / "no such folder" / "copy.forum"]
    window.actions_["file.copy"].trigger()
    assert len(messages.refused) == 1


def test_a_file_that_was_deleted_can_be_saved_elsewhere(window, messages, desk, tmp_path):
    os.unlink(desk.path)
    done, _ = window.work.done(change_edition, window.work.edition, {"city": Text.of(en="Seoul")})
    assert not done
    banner = messages.banners["refused"]
    assert "save a copy" in banner.text
    messages.paths = [tmp_path / "saved.forum"]
    banner.offers[0][1]()
    with ForumFile.open(tmp_path / "saved.forum") as file:
        assert file.count(Edition) == 3


def test_a_refusal_is_said_in_place_and_goes_with_the_next_success(window, messages):
    assert window.work.run(change_edition, "nobody", {"city": Text()}) is None
    assert len(messages.refused) == 1
    messages.banners["refused"] = object()
    window.work.run(change_edition, window.work.edition, {"city": Text.of(en="Seoul")})
    assert "refused" not in messages.banners


def test_what_is_said_over_the_page_changes_its_language_too(desk, desktop, three_editions):
    window = MainWindow(desk, desktop)
    error = ForumDeskError(N_("The copy was not written: {why}."), why="A")
    window.work.messages.refuse(error)
    window.work.messages.show(Banner("typed", "what is being typed"))
    desktop.speak("ko")
    (banner,) = window.frame.banners.shown.values()
    assert banner.text == error.said(desktop.words)
    assert banner.text != str(error)
    desktop.speak("en")
    (banner,) = window.frame.banners.shown.values()
    assert banner.text == str(error)


def rooms(desk, edition, many, fail=False):
    with desk.step(N_("Add rooms")):
        for number in range(many):
            desk.put(Room(desk.new_id(), edition, Text.of(en=f"Room {number}")))
            yield Progress(number, many)
        if fail:
            raise ForumDeskError(N_("No more rooms."))
    return many


@pytest.fixture
def job(window, desk, qtbot):
    """Starts a job on the window's edition; ``got`` is filled with what came of it."""
    got = []

    def start(many, **how):
        work = rooms(desk, window.work.edition, many, **how)
        window.work.jobs.start(Job("Adding rooms", work, got.append, lambda e: got.append(str(e))))
        return got

    return start


def test_long_work_is_done_in_slices_and_shows_how_far_it_is(window, desk, job, qtbot):
    seen = []
    window.work.jobs.progressed.connect(lambda: seen.append(window.status.job.bar.value()))
    got = job(600)
    assert not window.frame.isEnabled()
    assert not window.actions_["edit.undo"].isEnabled()
    assert window.work.run(change_edition, window.work.edition, {"city": Text()}) is None
    qtbot.waitUntil(lambda: bool(got))
    assert got == [600]
    assert desk.count(Room, edition=window.work.edition) == 601
    assert window.frame.isEnabled()
    assert not window.status.job.isVisible()
    assert any(0 < value < 1000 for value in seen)


def test_cancelled_work_leaves_no_trace(window, desk, job, qtbot):
    before = (desk.history(), desk.find(Room))
    got = job(100_000)
    qtbot.waitUntil(lambda: bool(window.status.job.bar.value()))
    window.status.job.stop.click()
    assert (desk.history(), desk.find(Room)) == before
    assert got == []
    assert window.work.editable


def test_a_large_step_is_undone_and_redone_in_slices(window, desk, qtbot):
    edition = window.work.edition
    with desk.step(N_("Add rooms")):
        desk.put_all(Room(desk.new_id(), edition, Text.of(en=str(n))) for n in range(2001))
    there = desk.find(Room)
    before = [room for room in there if not room.name["en"].isdigit()]
    window.actions_.run("edit.undo")
    assert window.work.jobs.writing
    window.status.job.stop.click()
    assert desk.find(Room) == there
    window.actions_.run("edit.undo")
    qtbot.waitUntil(lambda: not window.work.jobs.writing)
    assert desk.find(Room) == before
    assert desk.redoable() is not None
    window.actions_.run("edit.redo")
    assert window.work.jobs.writing
    qtbot.waitUntil(lambda: not window.work.jobs.writing)
    assert desk.find(Room) == there


def test_failing_work_leaves_no_trace_and_says_so(window, desk, job, qtbot):
    before = (desk.history(), desk.find(Room))
    got = job(10, fail=True)
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["No more rooms."]
    assert (desk.history(), desk.find(Room)) == before


def test_closing_in_the_middle_of_work_rolls_it_back(window, desk, job, qtbot):
    job(100_000)
    qtbot.waitUntil(lambda: bool(window.status.job.bar.value()))
    path = desk.path
    window.close()
    gc.collect()
    with ForumFile.open(path) as file:
        assert file.count(Room) == 3


def test_typing_is_taken_over_on_closing(window, desk, qtbot):
    window.frame.inspector.refresh()
    field = next(
        f
        for f in window.frame.inspector.findChildren(QLineEdit)
        if f.accessibleName() == "Slogan, English"
    )
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "Together")
    path, edition = desk.path, window.work.edition
    window.close()
    with ForumFile.open(path) as file:
        assert file.get(Edition, edition).slogan == Text.of(en="Together")


def test_shortcuts_are_changed_kept_and_used(window, desktop):
    dialog = Shortcuts(window, window.actions_, desktop.settings, desktop.words)
    dialog.accepted.connect(window._rebuild)
    dialog.edits["edit.history"].setKeySequence("Ctrl+K")
    assert dialog.edits["edit.find"].keySequence().isEmpty()
    assert "Find people" in dialog.note.text()
    dialog.keep()
    assert desktop.settings.choices.shortcuts == {"edit.history": "Ctrl+K", "edit.find": ""}
    assert window.actions_["edit.history"].shortcut().toString() == "Ctrl+K"
    assert window.actions_["edit.find"].shortcut().isEmpty()
    again = Shortcuts(window, window.actions_, desktop.settings, desktop.words)
    again.show_usual()
    again.keep()
    assert desktop.settings.choices.shortcuts == {}


def test_only_what_differs_is_kept():
    assert differing({"a": "X", "b": "Y"}, {"a": "X", "b": "Z"}) == {"b": "Y"}


def test_no_two_commands_share_a_shortcut(window):
    keys = [a.shortcut().toString() for _, a in window.actions_.all() if not a.shortcut().isEmpty()]
    assert sorted(keys) == sorted(set(keys))


def test_a_series_without_titles_still_opens(desk, open_window):
    with desk.step("Set up"):
        series = Series(desk.new_id(), Text())
        desk.put(series)
        desk.put(Edition(desk.new_id(), series.id))
    window = open_window()
    assert window.frame.header.title.text() == "Edition without a title"
    assert [line.text for line in window.frame.sidebar.model.lines] == [
        "Series without a title",
        "Edition without a number",
        *("Directory", "People", "Organizations", "Agreements", "Commitments", "Terms"),
    ]
