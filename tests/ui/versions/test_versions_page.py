# SPDX-License-Identifier: MIT
"""The versions page: publish, compare any two states, go to the places, print the slip."""

from collections.abc import Callable
from datetime import datetime

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Role, Session, SessionStatus
from forumdesk.domain.forum import Edition
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.wording import Text
from forumdesk.services.parts import add_part_by_name
from forumdesk.services.planning import add_session, change_session, retime_session
from forumdesk.services.publishing import log_printing, publish_version
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.versions.changes import ROW
from forumdesk.ui.versions.comparing import NOW
from forumdesk.ui.versions.page import VersionsPage
from forumdesk.ui.versions.publishing import PublishDialog, suggested
from tests.ui.conftest import Recorded, add_three_editions, begins_with

LONG = 60_000  # milliseconds


def add_speaker(desk: ForumFile) -> Edition:
    """Somebody speaks in the opening of the third edition."""
    edition = add_three_editions(desk)[2]
    (opening,) = desk.find(Session, edition=edition.id)
    add_part_by_name(desk, opening.id, "홍길동 (Gil-dong Hong)", Role.OPENS)
    return edition


filling = begins_with("window", add_speaker)


@pytest.fixture
def window(begun: Edition, open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    opened.work.show_edition(begun.id)
    opened.frame.show_page("versions")
    return opened


@pytest.fixture
def page(window: MainWindow) -> VersionsPage:
    shown = window.frame.stack.page
    assert isinstance(shown, VersionsPage)
    return shown


@pytest.fixture
def opening(page: VersionsPage, desk: ForumFile) -> Session:
    (found,) = desk.find(Session, edition=page.work.edition)
    return found


def publish(page: VersionsPage, name: str) -> Version:
    made = page.work.run(publish_version, page.work.edition, name, note=Text.of(en="To print"))
    assert made is not None
    return made


def lines(page: VersionsPage) -> list[str]:
    model = page.changes
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def compared(page: VersionsPage, qtbot: QtBot, do: Callable[[], object]) -> list[str]:
    with qtbot.waitSignal(page.comparer.compared, timeout=LONG):
        do()
    return lines(page)


def test_nothing_published_offers_the_one_thing_to_do(
    page: VersionsPage, messages: Recorded, qtbot: QtBot
) -> None:
    assert page.begin_button.isVisibleTo(page)
    assert not page.list.isVisibleTo(page)
    page.begin_button.click()
    dialog = page.findChild(PublishDialog)
    assert isinstance(dialog, PublishDialog)
    assert dialog.name.text() == "v1"
    dialog.name.setText("Final program")
    dialog.note.fields["ko"].setText("인쇄용")
    with qtbot.waitSignal(page.comparer.compared, timeout=LONG):
        dialog.publish.click()
    (version,) = page.versions.versions
    assert (version.name, version.note) == ("Final program", Text.of(ko="인쇄용"))
    assert messages.said == ["Published “Final program”."]
    assert not page.begin_button.isVisibleTo(page)
    assert page.middle.currentWidget() is page.told


def test_a_name_that_is_taken_is_said_in_place(page: VersionsPage, window: MainWindow) -> None:
    publish(page, "v1")
    window.actions_["forum.publish"].trigger()
    dialog = window.findChild(PublishDialog)
    assert isinstance(dialog, PublishDialog)
    assert dialog.name.text() == "v2"
    dialog.name.setText("V1")
    assert dialog.wrong.isVisibleTo(dialog)
    assert not dialog.publish.isEnabled()
    dialog.name.setText(" ")
    assert not dialog.publish.isEnabled()
    dialog.reject()
    assert len(page.versions.versions) == 1


def test_names_are_counted_on() -> None:
    def named(*names: str) -> tuple[Version, ...]:
        at = datetime.fromisoformat("2026-06-01T09:00+00:00")
        return tuple(
            Version(name, "e", name, at.replace(minute=n), "", "") for n, name in enumerate(names)
        )

    assert suggested(()) == "v1"
    assert suggested(named("v1", "v2")) == "v3"
    assert suggested(named("Draft 9")) == "Draft 10"
    assert suggested(named("Final", "v2", "Last")) == "v4"
    assert suggested(named("v3", "v2")) == "v4"


def test_changes_stand_under_their_sessions_and_lead_to_them(
    page: VersionsPage, opening: Session, window: MainWindow, qtbot: QtBot
) -> None:
    publish(page, "v1")
    later = datetime(2026, 6, 27, 9, 30)
    run = page.work.run
    said = compared(page, qtbot, lambda: run(retime_session, opening.id, later, 40))
    assert said == ["Opening ceremony", "New time: 09:30–10:10"]
    assert page.count.text() == "1 change"
    change = page.changes.index(1)
    assert change.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Opening ceremony — New time: 09:30–10:10 (before: 09:00–09:40)"
    )
    assert page.changes.index(0).data(ROW).change is None
    page.view.setCurrentIndex(change)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert window.frame.stack.page is not page
    subject = window.frame.inspector.subject
    assert subject is not None
    assert (subject.kind, subject.id) == ("session", opening.id)


def test_any_two_states_are_compared(page: VersionsPage, opening: Session, qtbot: QtBot) -> None:
    first = publish(page, "v1")
    run = page.work.run
    run(change_session, opening.id, {"title": Text.of(ko="개회식", en="Grand opening")})
    second = publish(page, "v2")
    run(change_session, opening.id, {"status": SessionStatus.CANCELLED})
    titled = ["Grand opening", "New title: Grand opening"]
    assert compared(page, qtbot, lambda: page.compare(first.id, second.id)) == titled
    cancelled = ["Grand opening", "Cancelled"]
    assert compared(page, qtbot, lambda: page.compare(second.id, NOW)) == cancelled
    assert compared(page, qtbot, page.swap) == [
        "Grand opening",
        "Takes place after all: 09:00–09:40 · Gil-dong Hong",
    ]
    assert compared(page, qtbot, lambda: page.compare(first.id, first.id)) == []
    assert page.middle.currentWidget() is page.told
    place = page.place()
    assert compared(page, qtbot, lambda: page.compare(NOW, NOW)) == []
    compared(page, qtbot, lambda: page.restore(place))
    assert page.states() == (first.id, first.id)


def test_changes_for_one_person(page: VersionsPage, opening: Session, qtbot: QtBot) -> None:
    publish(page, "v1")
    new = {"title": Text.of(en="Talk"), "starts": datetime(2026, 6, 27, 11)}
    run = page.work.run
    run(change_session, opening.id, {"minutes": 20})
    said = compared(page, qtbot, lambda: run(add_session, page.work.edition, new))
    assert said == ["Opening ceremony", "New time: 09:00–09:20", "Talk", "Added: 11:00"]
    names = [page.person.itemText(n) for n in range(page.person.count())]
    assert names == ["Everybody", "Gil-dong Hong"]
    page.person.setCurrentIndex(1)
    page.person.activated.emit(1)
    assert lines(page) == ["Opening ceremony", "New time: 09:00–09:20"]


def test_what_was_printed_stands_with_its_version(
    page: VersionsPage, opening: Session, qtbot: QtBot
) -> None:
    version = publish(page, "v1")
    run = page.work.run
    run(log_printing, page.work.edition, "agenda", version=version.id, pages=1)
    assert (
        page.versions.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Printed: Agenda")
    )
    assert version.digest[:7] in page.details.made.text()
    assert page.details.note.text() == "To print"
    assert page.details.printed.text().startswith("Agenda · ")
    run(change_session, opening.id, {"minutes": 20})
    qtbot.waitUntil(lambda: page.details.printed.text().endswith("· changed since"), timeout=LONG)


def test_a_chosen_version_is_compared_with_the_present(
    page: VersionsPage, window: MainWindow, qtbot: QtBot
) -> None:
    first, second = publish(page, "v1"), publish(page, "v2")
    window.activateWindow()
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus, timeout=LONG)
    page.list.setCurrentIndex(page.versions.index(0))
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.states() == (first.id, NOW)
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    assert page.states() == (second.id, NOW)


def test_the_slip_is_chosen_among_the_handouts(
    page: VersionsPage, window: MainWindow, desk: ForumFile, qtbot: QtBot
) -> None:
    first, second = publish(page, "v1"), publish(page, "v2")
    page.compare(first.id, second.id)
    page.slip_button.click()
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    assert (shown.handout, shown.options.since) == ("errata", first.id)
    assert shown.state.currentData() == second.id
    with qtbot.waitSignal(shown.sheet.made, timeout=LONG):
        shown.show_state("")
    assert shown.sheet.said.version == second.id  # nothing has changed since
    desk.undo()
    desk.undo()
    qtbot.waitUntil(shown.is_ready, timeout=LONG)
    assert shown.options.since == ""
    page.compare(NOW, NOW)
    assert not page.can_slip()


def test_an_old_state_is_printed(
    page: VersionsPage,
    opening: Session,
    window: MainWindow,
    messages: Recorded,
    qtbot: QtBot,
) -> None:
    version = publish(page, "v1")
    page.work.run(change_session, opening.id, {"title": Text.of(en="Grand opening")})
    page.details.print_button.click()
    shown = window.frame.stack.page
    assert isinstance(shown, HandoutsPage)
    assert (shown.handout, shown.state.currentData()) == ("program", version.id)
    qtbot.waitUntil(shown.is_ready, timeout=LONG)
    target = page.work.desk.path.with_name("old.pdf")
    messages.paths.append(target)
    shown.export()
    said = "".join(sheet.extract_text() for sheet in PdfReader(target).pages)
    assert "Opening ceremony" in said
    assert "Grand opening" not in said
    (printing,) = page.work.desk.find(Printing)
    assert printing.version == version.id


def test_errors_that_are_still_open_are_told_before_publishing(
    page: VersionsPage, opening: Session, window: MainWindow
) -> None:
    work = page.work
    work.run(change_session, opening.id, {"starts": datetime(2030, 1, 1, 9)})
    work.check()
    page.publish_button.click()
    dialog = page.findChild(PublishDialog)
    assert isinstance(dialog, PublishDialog)
    assert "1 error" in dialog.errors.text()
    assert dialog.publish.isEnabled()


def test_model_keeps_the_rules_of_models(
    page: VersionsPage, opening: Session, qtbot: QtBot
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (page.changes, page.versions)]
    publish(page, "v1")
    compared(page, qtbot, lambda: page.work.run(change_session, opening.id, {"minutes": 20}))
    publish(page, "v2")
    assert len(testers) == 2


def test_a_step_undone_takes_its_version_away(page: VersionsPage, desk: ForumFile) -> None:
    publish(page, "v1")
    assert page.list.isVisibleTo(page)
    desk.undo()
    assert page.begin_button.isVisibleTo(page)
    assert page.states() == (NOW, NOW)
    QApplication.processEvents()
    assert lines(page) == []
