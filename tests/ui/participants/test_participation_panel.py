# SPDX-License-Identifier: MIT
"""The inspector of a participation: each field shows the file and writes to it."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from forumdesk.domain.desk import Subject
from forumdesk.domain.people import Consent, Invitation, Organization, Participation
from forumdesk.domain.wording import Text
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.fields import SwitchField
from forumdesk.ui.forms import BilingualField, LineField, TextField
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.participants.page import ParticipantsPage
from forumdesk.ui.participants.panel import ParticipationPanel
from tests.ui.conftest import Recorded


@pytest.fixture
def panel(page: ParticipantsPage) -> ParticipationPanel:
    """The panel of Hong, No. 1."""
    page.work.desk.now = lambda: datetime(2026, 6, 1, 12, tzinfo=UTC)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.frame.go(Subject("participation", hong(page).id))
    (found,) = window.frame.inspector.findChildren(ParticipationPanel)
    return found


def hong(page: ParticipantsPage | ParticipationPanel) -> Participation:
    (found,) = page.work.desk.find(Participation, edition=page.work.edition, number=1)
    return found


def type_into(panel: ParticipationPanel, name: str, text: str) -> None:
    field = panel.editors[name]
    assert isinstance(field, LineField)
    field.setText(text)
    field.commit()


def pick(panel: ParticipationPanel, name: str, text: str) -> None:
    field = panel.editors[name]
    assert isinstance(field, ChoiceField)
    at = field.findText(text)
    field.setCurrentIndex(at)
    field.activated.emit(at)


def test_fields_show_the_participation(panel: ParticipationPanel) -> None:
    assert panel.heading.text() == "Gil-dong Hong"
    assert panel.second.text() == "홍길동 · No. 1"
    office = panel.editors["office"]
    assert isinstance(office, BilingualField)
    assert office.value() == Text.of(ko="장관", en="Minister")
    said = {
        name: field.text() if isinstance(field, QLineEdit) else field.currentText()
        for name, field in panel.editors.items()
        if isinstance(field, QLineEdit | ChoiceField)
    }
    assert said == {
        "organization": "Association",
        "side": "Korea",
        "category": "",
        "status": "Accepted",
        **dict.fromkeys(("status_on", "reply_by", "rank", "pin_reason", "grade", "since"), ""),
        **dict.fromkeys(("table_name", "seat", "arrives", "departs"), ""),
        **dict.fromkeys(("consent-list", "consent-photo", "consent-contact"), "not asked"),
    }


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("category", "VIP", "category", "VIP"),
        ("status_on", "2026-05-03", "status_on", date(2026, 5, 3)),
        ("reply_by", "2026. 6. 10", "reply_by", date(2026, 6, 10)),
        ("rank", "2", "rank", 2),
        ("pin_reason", "Head of delegation", "pin_reason", "Head of delegation"),
        ("grade", "minister", "grade", "minister"),
        ("since", "20220510", "since", date(2022, 5, 10)),
        ("table_name", "1", "table_name", "1"),
        ("seat", "B", "seat", "B"),
        ("arrives", "2026-06-26 18:30", "arrives", datetime(2026, 6, 26, 18, 30)),
        ("departs", "9:30", "departs", datetime(2026, 6, 27, 9, 30)),
    ],
)
def test_typed_fields_change_the_file(
    panel: ParticipationPanel, name: str, text: str, field: str, value: object
) -> None:
    type_into(panel, name, text)
    assert getattr(hong(panel), field) == value
    panel.work.desk.undo()
    shown = panel.editors[name]
    assert isinstance(shown, LineField)
    assert shown.text() == ""


def test_status_gets_its_day_and_a_consent_too(panel: ParticipationPanel) -> None:
    pick(panel, "status", "Tentative")
    assert (hong(panel).status, hong(panel).status_on) == (Invitation.TENTATIVE, date(2026, 6, 1))
    pick(panel, "consent-photo", "no")
    assert hong(panel).consents == (Consent("photo", False, date(2026, 6, 1)),)
    pick(panel, "consent-photo", "not asked")
    assert hong(panel).consents == ()
    pick(panel, "side", "(none)")
    assert hong(panel).side is None


def test_guest_of_honor_office_and_notes_change_the_file(panel: ParticipationPanel) -> None:
    switch, office, notes = (panel.editors[name] for name in ("honored", "office", "notes"))
    assert isinstance(switch, SwitchField)
    switch.click()
    assert hong(panel).honored
    assert isinstance(office, BilingualField)
    english = office.fields["en"]
    assert isinstance(english, LineField)
    english.setText("Vice Minister")
    english.commit()
    assert hong(panel).office == Text.of(ko="장관", en="Vice Minister")
    assert isinstance(notes, TextField)
    notes.setPlainText("Two\nlines")
    notes.commit()
    assert hong(panel).notes == "Two\nlines"


def test_organization_is_offered_while_it_is_typed(panel: ParticipationPanel) -> None:
    field = panel.editors["organization"]
    assert isinstance(field, LineField)
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "soci")
    completer = field.completer()
    model = completer.completionModel()
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["Association"]
    completer.popup().hide()
    field.setText("Chamber")
    field.commit()
    body = panel.work.desk.get(Organization, hong(panel).organization or "")
    assert body.name == Text.of(en="Chamber")


def test_what_can_not_be_is_refused_and_shown_as_it_was(
    panel: ParticipationPanel, messages: Recorded
) -> None:
    type_into(panel, "arrives", "2026-06-28 10:00")
    type_into(panel, "departs", "2026-06-27 10:00")
    assert len(messages.refused) == 1
    assert hong(panel).departs is None
    field = panel.editors["departs"]
    assert isinstance(field, LineField)
    assert field.text() == ""


def test_list_shows_what_was_typed_here(panel: ParticipationPanel, page: ParticipantsPage) -> None:
    type_into(panel, "category", "VIP")
    model = page.table.roster
    at = [column.id for column in model.columns].index("category")
    assert model.text(model.row_of(hong(panel).id), at) == "VIP"
    page.work.desk.undo()
    assert model.text(model.row_of(hong(panel).id), at) == ""


def test_way_leads_to_the_persons_card(panel: ParticipationPanel, page: ParticipantsPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    assert panel.person.isVisibleTo(panel)
    panel.person.click()
    assert window.frame.stack.page is not None
    assert window.frame.stack.page.subject == Subject("person", hong(panel).person or "")
