# SPDX-License-Identifier: MIT
"""The page of texts: sections and texts in order, added, written, signed, moved and removed."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Picture
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Image, Participation
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.wording import Text
from forumdesk.handouts.options import Section
from forumdesk.services import invitations, passages, people
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.texts.page import TextsPage
from tests.ui.conftest import Recorded

USUAL = [
    *("Welcome", "Agenda", "Abstracts", "Speakers", "Agreements", "Since the last forum"),
    *("Practical information", "Further texts", "In an emergency", "Sponsors", "Imprint", "Notes"),
]


@pytest.fixture
def window(three_editions: list[Edition], open_window: Callable[[], MainWindow]) -> MainWindow:
    opened = open_window()
    opened.work.show_edition(three_editions[2].id)
    opened.frame.show_page("texts")
    return opened


@pytest.fixture
def page(window: MainWindow) -> TextsPage:
    found = window.frame.stack.page
    assert isinstance(found, TextsPage)
    return found


@pytest.fixture
def edition(three_editions: list[Edition]) -> str:
    return three_editions[2].id


@pytest.fixture
def kim(desk: ForumFile, edition: str) -> Participation:
    person = people.add_person(desk, names_from("김민수 (Min-su KIM)"), {})
    office = {"office": Text.of(ko="회장", en="Chairman")}
    return invitations.add_participation(desk, edition, person.id, office)


def lines(page: TextsPage) -> list[str]:
    return [line.text for line in page.outline.lines]


def the_text(desk: ForumFile) -> Passage:
    (passage,) = desk.find(Passage)
    return passage


def add(page: TextsPage, kind: PassageKind) -> None:
    names = [action.text() for action in page.add_button.menu().actions()]
    wanted = {PassageKind.MESSAGE: "Welcome message", PassageKind.OTHER: "Further text"}
    page.add_button.menu().actions()[names.index(wanted[kind])].trigger()


def test_an_edition_without_texts_shows_its_sections_and_what_to_do(page: TextsPage) -> None:
    assert lines(page) == USUAL
    assert page.side.currentIndex() == 0
    assert "add a text" in page.empty.text()
    assert not page.reset_button.isVisible()


def test_a_message_is_added_written_and_given_an_author(
    page: TextsPage, desk: ForumFile, kim: Participation
) -> None:
    add(page, PassageKind.MESSAGE)
    assert lines(page)[:2] == ["Welcome", "Welcome message"]
    assert page.outline.chosen is not None
    assert page.outline.chosen.passage == the_text(desk).id
    english = page.card.text.fields["en"]
    QTest.keyClicks(english, "Welcome, all.")
    english.commit()
    assert the_text(desk).text == Text.of(en="Welcome, all.")
    assert page.outline.lines[1].aside == "− 한국어"
    QTest.keyClicks(page.card.author.typed, "kim")
    QTest.keyClick(page.card.author.typed, Qt.Key.Key_Return)
    assert the_text(desk).participation == kim.id
    assert page.card.author.name.text() == "Min-su Kim"
    assert lines(page)[1] == "Welcome message by Min-su Kim"
    page.card.author.gone.click()
    assert the_text(desk).participation is None
    desk.undo()
    assert page.card.author.name.text() == "Min-su Kim"


def test_a_name_nobody_has_is_said(page: TextsPage, desk: ForumFile, messages: Recorded) -> None:
    add(page, PassageKind.MESSAGE)
    QTest.keyClicks(page.card.author.typed, "nobody")
    QTest.keyClick(page.card.author.typed, Qt.Key.Key_Return)
    assert messages.said == ["Nobody who takes part is called “nobody”."]
    assert the_text(desk).participation is None


def test_a_signature_is_taken_from_a_file_and_removed(
    page: TextsPage, desk: ForumFile, messages: Recorded, tmp_path: Path
) -> None:
    add(page, PassageKind.MESSAGE)
    file = BytesIO()
    Picture.new("RGB", (300, 100), "white").save(file, "PNG")
    (tmp_path / "signature.png").write_bytes(file.getvalue())
    messages.paths.append(tmp_path / "signature.png")
    page.card.signature.choose.click()
    assert (desk.get(Image, the_text(desk).signature or "").width) == 300
    page.card.signature.gone.click()
    assert (the_text(desk).signature, desk.count(Image)) == (None, 0)


def test_only_a_message_has_an_author(page: TextsPage) -> None:
    add(page, PassageKind.OTHER)
    assert not page.card.author.isVisible()
    assert not page.card.signature.isVisible()
    assert page.card.title.fields["en"].placeholderText() == "Further text"
    add(page, PassageKind.MESSAGE)
    assert page.card.author.isVisible()


def test_sections_are_moved_by_key_by_dragging_and_back(
    page: TextsPage, desk: ForumFile, edition: str
) -> None:
    page.outline.choose("agenda")
    QTest.keyClick(page.outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert lines(page)[:2] == ["Agenda", "Welcome"]
    assert page.outline.chosen is not None
    assert page.outline.chosen.section is Section.AGENDA
    assert not page.can_shift(-1)
    page.carry(page.outline.lines[lines(page).index("In an emergency")], 0)
    assert lines(page)[:3] == ["In an emergency", "Agenda", "Welcome"]
    page.carry(page.outline.lines[0], len(lines(page)))
    assert lines(page)[-1] == "In an emergency"
    assert desk.get(Edition, edition).sections[:2] == ("agenda", "welcome")
    page.reset_button.click()
    assert lines(page) == USUAL
    assert desk.get(Edition, edition).sections == ()
    desk.undo()
    assert lines(page)[-1] == "In an emergency"


def test_a_line_dropped_on_another_comes_before_it(page: TextsPage) -> None:
    page.outline.choose("notes")
    onto = page.outline.visualItemRect(page.outline.item(1)).center()
    carried = QMimeData()
    event = QDropEvent(
        QPointF(onto),
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.outline.dropEvent(event)
    moved = event.dropAction() == Qt.DropAction.MoveAction
    assert not moved  # or Qt would take the line away
    QCoreApplication.processEvents()
    assert lines(page)[:3] == ["Welcome", "Notes", "Agenda"]


def test_texts_of_a_section_change_places_among_themselves(
    page: TextsPage, desk: ForumFile, edition: str
) -> None:
    for title in ("One", "Two"):
        fields = {"title": Text.of(en=title)}
        passages.add_passage(desk, edition, PassageKind.OTHER, fields)
    passages.add_passage(desk, edition, PassageKind.MESSAGE, {})
    at = lines(page).index("Two")
    assert lines(page)[at - 2 : at + 1] == ["Further texts", "One", "Two"]
    page.outline.setCurrentRow(at)
    page.shift(-1)
    assert lines(page)[at - 2 : at + 1] == ["Further texts", "Two", "One"]
    assert not page.can_shift(-1)
    page.carry(page.outline.lines[at - 1], at + 1)
    assert lines(page)[at - 2 : at + 1] == ["Further texts", "One", "Two"]


def test_what_the_edition_says_itself_is_edited_with_its_section(
    page: TextsPage, desk: ForumFile, edition: str
) -> None:
    for section, field in ((Section.WELCOME, "welcome"), (Section.IMPRINT, "contact")):
        page.outline.choose(section.value)
        made = page.sections[section].fields[field].fields["ko"]  # type: ignore[attr-defined]
        QTest.keyClicks(made, "02 1234")
        made.commit()
    found = desk.get(Edition, edition)
    assert (found.welcome, found.contact) == (Text.of(ko="02 1234"), Text.of(ko="02 1234"))
    page.outline.choose("notes")
    assert page.sections[Section.NOTES].fields == {}


def test_a_text_is_removed_and_comes_back(page: TextsPage, desk: ForumFile) -> None:
    add(page, PassageKind.OTHER)
    assert page.has_text()
    page.card.gone.click()
    assert desk.find(Passage) == []
    assert page.outline.chosen is not None
    assert page.outline.chosen.key == Section.OTHER.value
    assert not page.has_text()
    desk.undo()
    assert "Further text" in lines(page)


def test_a_finding_leads_to_its_field(
    window: MainWindow, page: TextsPage, desk: ForumFile, edition: str
) -> None:
    made = passages.add_passage(desk, edition, PassageKind.MESSAGE, {})
    window.frame.show_page("overview")
    window.work.check()
    found = [p.subject for p in window.work.problems if p.subject.kind == "passage"]
    assert Subject("passage", made.id, "participation") in found
    window.frame.go(Subject("passage", made.id, "participation"))
    assert window.frame.stack.page is page
    assert page.card.author.typed.hasFocus()
    assert page.select(Subject("passage", "gone")) is False
