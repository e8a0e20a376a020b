# SPDX-License-Identifier: MIT
"""The letters dialog: words in each language, a live example, and the ways out."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from forumdesk.domain.letters import usual
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Contact, Invitation, LetterPurpose, LetterText, Participation
from forumdesk.services import invitations, people
from forumdesk.ui.inviting.letters_dialog import LettersDialog

pytestmark = pytest.mark.gui


@pytest.fixture
def guests(desk, three_editions):
    """Two to be invited to the third edition, and one who was asked already."""
    edition, ids = three_editions[2].id, []
    for name, contacts in (
        ("홍길동", (Contact("email", "hong@example.org"),)),
        ("Jane <b>Doe</b>", (Contact("email", "jane@example.org"),)),
        ("박서방", ()),
    ):
        person = people.add_person(desk, names_from(name), {"contacts": contacts})
        ids.append(invitations.add_participation(desk, edition, person.id, {}).id)
    invitations.set_status(desk, ids[2], Invitation.INVITED, None)
    return ids


@pytest.fixture
def window(open_window, guests):
    return open_window()


@pytest.fixture
def dialog(window):
    window.write_letters()
    return window.findChildren(LettersDialog)[-1]


def example(dialog):
    return [each.text() for each in dialog.example.area.widget().findChildren(QLabel)]


class Opened(QObject):
    """What a mail program would be opened with."""

    def __init__(self):
        super().__init__()
        self.links = []

    @Slot(QUrl)
    def take(self, link):
        self.links.append(link.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def mail_program():
    opened = Opened()
    QDesktopServices.setUrlHandler("mailto", opened, "take")
    yield opened
    QDesktopServices.unsetUrlHandler("mailto")


def test_it_shows_the_usual_words_and_one_filled_in(dialog):
    of = usual(LetterPurpose.INVITATION)
    assert {tag: field.text() for tag, field in dialog.subjects.items()} == dict(of.subject)
    assert dialog.told.text() == "2 letters"
    assert dialog.example.where.text() == "1 of 2"
    first = example(dialog)
    assert first[1] == "제3회 반도체 포럼 초청의 말씀"
    dialog.example.after.click()
    assert dialog.example.where.text() == "2 of 2"
    # A name is only a name: nothing is drawn in bold, no image is loaded.
    assert any("Jane <b>Doe</b>" in text for text in example(dialog))


def test_typing_is_seen_at_once_and_kept_when_done(dialog, desk, window):
    body = dialog.bodies["ko"]
    body.setPlainText("{name} 님, {nonsense}")
    assert example(dialog)[2] == "홍길동 님, {nonsense}"
    assert dialog.wrong.text() == "{nonsense} is no field and is printed as it stands."
    assert desk.count(LetterText) == 0
    dialog.accept()
    (kept,) = desk.find(LetterText)
    assert dict(kept.body) == {"ko": "{name} 님, {nonsense}"}
    assert window.work.desk.undoable().phrase.message == "Change the words of a letter"


def test_a_field_is_inserted_where_the_cursor_is(dialog):
    dialog.subjects["en"].setText("Hello ")
    actions = {
        action.text().partition("\t")[2]: action for action in dialog.insert.menu().actions()
    }
    actions["{name}"].trigger()
    assert dialog.subjects["en"].text() == "Hello {name}"


def test_usual_words_come_back(dialog, desk):
    dialog.subjects["en"].setText("Hello")
    dialog.subjects["en"].commit()
    assert desk.count(LetterText) == 1
    dialog.reset.click()
    assert desk.count(LetterText) == 0
    assert dialog.subjects["en"].text() == "Invitation to {forum}"


def test_another_purpose_goes_to_others(dialog):
    dialog.purpose.show_value(LetterPurpose.REMINDER)
    dialog.purpose.committed.emit(LetterPurpose.REMINDER)
    assert dialog.told.text() == "1 letter · 1 without an e-mail"
    dialog.purpose.show_value(LetterPurpose.THANKS)
    dialog.purpose.committed.emit(LetterPurpose.THANKS)
    assert example(dialog) == ["Nobody gets this letter: its status is that of nobody."]
    assert not any(made.isEnabled() for made in (dialog.paper, dialog.files, dialog.mail))


def test_letters_come_onto_paper_and_are_noted_as_sent(dialog, messages, tmp_path, qtbot, guests):
    target = tmp_path / "letters.pdf"
    messages.paths.append(target)
    dialog.subjects["ko"].setText("모십니다")
    dialog.paper.click()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "letters" in messages.banners)
    assert "모십니다" in PdfReader(target).pages[0].extract_text()
    ((text, note),) = messages.banners["letters"].offers
    assert text == "Mark as invited"
    note()
    desk = dialog.work.desk
    statuses = [desk.get(Participation, id_).status for id_ in guests]
    assert statuses == [Invitation.INVITED] * 3
    assert "letters" not in messages.banners


def test_letters_become_messages_in_a_folder(dialog, messages, tmp_path):
    folder = tmp_path / "mail"
    messages.paths += [folder, folder]
    dialog.files.click()
    found = [message_from_bytes(path.read_bytes(), policy=default) for path in folder.iterdir()]
    assert sorted(one["To"].addresses[0].addr_spec for one in found) == [
        *("hong@example.org", "jane@example.org"),
    ]
    dialog.files.click()
    assert messages.refused == [f"There is something in “{folder}” already; nothing was written."]


def test_the_mail_program_opens_with_one_or_with_all(dialog, mail_program, messages):
    dialog.to_one.trigger()
    dialog.to_all.trigger()
    one, every = mail_program.links
    assert one.startswith("mailto:hong@example.org?subject=")
    assert "존경하는 홍길동" in unquote(one)
    assert every.endswith("&bcc=hong@example.org,jane@example.org")
    dialog.purpose.show_value(LetterPurpose.REMINDER)
    dialog.purpose.committed.emit(LetterPurpose.REMINDER)
    dialog.to_one.trigger()
    dialog.to_all.trigger()
    assert len(mail_program.links) == 2
    assert messages.refused == ["박서방 has no e-mail address."]
    assert messages.said[-1] == "Nobody of them has an e-mail address."


def test_without_an_edition_there_are_no_letters(open_window, tmp_path: Path):
    window = open_window()
    window.write_letters()
    assert window.findChildren(LettersDialog) == []
