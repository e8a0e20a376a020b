# SPDX-License-Identifier: MIT
"""What the checks before printing find leads to its field: the page, the record, the cursor."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.versions import Printing
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, people
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow

pytestmark = pytest.mark.gui
FIELDS = {
    ("edition", "first_day"): ("overview", "First day"),
    ("edition", "link"): ("overview", "Web page"),
    ("edition", "cover"): ("overview", "Choose: Cover picture"),
    ("edition", "design"): ("overview", "Theme on paper"),
    ("session", "starts"): ("agenda", "Start"),
    ("session", "parts"): ("agenda", "Add a person"),
    ("session", "cues"): ("agenda", "Cues for the show caller"),
    ("person", ""): ("people", "People"),
    ("person", "photo"): ("people", "Choose: Photo"),
    ("person", "reading"): ("people", "How the name is read, 한국어"),
    ("organization", "logo"): ("organizations", "Choose: Logo"),
    ("participation", "number"): ("participants", "Participants"),
    ("participation", "office"): ("participants", "Office, 한국어"),
    ("participation", "consents"): ("participants", "May be listed"),
}


@pytest.fixture
def window(
    desk: ForumFile, three_editions: list[Edition], open_window: Callable[[], MainWindow]
) -> MainWindow:
    """A window on an edition with a participant of an organization."""
    body = people.add_organization(desk, Text.of(en="ABC"), {})
    person = people.add_person(desk, names_from("John Smith"), {})
    fields = {"organization": body.id}
    invitations.add_participation(desk, three_editions[2].id, person.id, fields)
    made = open_window()
    made.activateWindow()
    made.work.show_edition(three_editions[2].id)
    return made


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_finding_leads_to_its_field(window: MainWindow, kind: str, field: str) -> None:
    dossier = window.work.dossier
    assert dossier is not None
    records = {
        "edition": dossier.edition,
        "session": dossier.sessions[0],
        "person": dossier.people[0],
        "organization": dossier.organizations[0],
        "participation": dossier.participations[0],
    }
    assert window.frame.go(Subject(kind, records[kind].id, field))
    page, name = FIELDS[kind, field]
    shown, focused = window.frame.stack.page, QApplication.focusWidget()
    assert shown is not None
    assert focused is not None
    assert (shown.kind.id, focused.accessibleName()) == (page, name)


def test_a_sheet_to_be_printed_again_leads_to_its_button(
    window: MainWindow, desk: ForumFile, qtbot: QtBot
) -> None:
    at = datetime(2026, 6, 1, tzinfo=UTC)
    printing = Printing(desk.new_id(), window.work.edition, "agenda", at)
    with desk.step("Print"):
        desk.put(printing)
    window.frame.show_page("handouts")
    page = window.frame.stack.page
    assert isinstance(page, HandoutsPage)
    assert window.frame.go(Subject("printing", printing.id))
    assert page.handout == "agenda"
    qtbot.waitUntil(page.is_ready, timeout=60_000)
    assert window.frame.go(Subject("printing", printing.id))
    assert page.print_button.hasFocus()
    assert not window.frame.go(Subject("printing", "gone"))
