# SPDX-License-Identifier: MIT
"""Lists of people on the handouts page: their options, and everybody on them however many."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from forumdesk.domain import reading
from forumdesk.domain.agenda import Role
from forumdesk.domain.columns import Reader
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Consent, Invitation, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.services import parts, planning
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.choices import ChoiceField, SeveralField
from forumdesk.ui.fields import DayField, NumberField
from forumdesk.ui.handouts.page import HandoutsPage
from forumdesk.ui.main_window import MainWindow

LONG = 60_000  # milliseconds: the worker loads its fonts on the first sheet
pytestmark = pytest.mark.gui


@pytest.fixture
def page(
    three_editions: list[Edition], open_window: Callable[[], MainWindow], desk: ForumFile
) -> HandoutsPage:
    """The handouts page of an edition with three participants."""
    edition = three_editions[2].id
    with desk.step("Invite"):
        for n, typed in enumerate(("홍길동 (Hong, Gil-dong)", "김나래", "Jane Doe"), 1):
            person = Person(desk.new_id(), names_from(typed))
            status = Invitation.ACCEPTED if n < 3 else Invitation.INVITED
            desk.put(person)
            desk.put(
                Participation(
                    *(desk.new_id(), edition, person.id),
                    status=status,
                    consents=(Consent("list", True),),
                    number=n,
                )
            )
    window = open_window()
    window.work.show_edition(edition)
    window.frame.show_edition("handouts")
    found = window.frame.stack.page
    assert isinstance(found, HandoutsPage)
    return found


def shown(page: HandoutsPage, qtbot: QtBot, act: Callable[[], object]) -> str:
    with qtbot.waitSignal(page.sheet.made, timeout=LONG):
        act()
    assert page.sheet.rendered is not None
    pages = PdfReader(BytesIO(page.sheet.rendered.data)).pages
    return "\n".join(each.extract_text() for each in pages)


def test_every_option_of_a_list_is_in_the_form(page: HandoutsPage, qtbot: QtBot) -> None:
    said = shown(page, qtbot, lambda: page.show_handout("attendees"))
    assert "홍길동" in said
    assert "Jane Doe" not in said
    readers = page.form().field("reader")
    assert isinstance(readers, ChoiceField)
    assert [readers.itemText(n) for n in range(readers.count())] == [
        *("Everybody", "Door desk", "Organizers"),
    ]
    assert "Jane Doe" in shown(page, qtbot, lambda: readers.committed.emit("door"))
    assert page.options.reader is Reader.DOOR
    said = shown(page, qtbot, lambda: page.show_handout("sign-in"))
    assert "Jane Doe" not in said
    expected, blanks = page.form().field("expected"), page.form().field("blank_rows")
    assert isinstance(expected, SeveralField)
    assert isinstance(blanks, NumberField)
    assert "Jane Doe" in shown(page, qtbot, lambda: expected.tick(["invited"]))
    assert blanks.text() == "8"
    assert page.sheet.rendered is not None
    before = page.sheet.rendered.pages
    shown(page, qtbot, lambda: blanks.typed.emit(90))
    assert page.sheet.rendered.pages > before
    assert page.options.blank_rows == 90
    shown(page, qtbot, lambda: blanks.typed.emit(None))
    assert page.options.blank_rows == 0


def test_a_list_has_everybody_where_the_window_has_not(
    page: HandoutsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MANY", 2)
    work = page.work
    shown_edition = work.edition
    work.show_edition("")
    work.show_edition(shown_edition)
    assert work.dossier is not None
    assert not work.dossier.whole
    said = shown(page, qtbot, lambda: page.show_handout("attendees"))
    assert "홍길동" in said
    assert "김나래" in said
    field = page.form().field("list_order")
    assert isinstance(field, ChoiceField)
    assert "홍길동" in shown(page, qtbot, lambda: field.committed.emit("name"))


def test_editions_stand_side_by_side(page: HandoutsPage, qtbot: QtBot) -> None:
    said = shown(page, qtbot, lambda: page.show_handout("comparison"))
    numbers = [edition.number for edition in page.work.desk.find(Edition)]
    assert len(numbers) == 3
    for number in numbers:
        assert f"제{number}회 포럼" in said
    earlier = page.form().field("earlier")
    assert isinstance(earlier, NumberField)
    assert "제1회 포럼" not in shown(page, qtbot, lambda: earlier.typed.emit(0))


def test_briefs_ask_for_texts_by_any_day(page: HandoutsPage, desk: ForumFile, qtbot: QtBot) -> None:
    edition = page.work.edition
    first = desk.find(Participation, edition=edition)[0]
    talk = planning.add_session(desk, edition, {"title": Text.of(ko="발표")})
    parts.add_part(desk, talk.id, first.id, {"role": Role.PRESENTS})
    said = shown(page, qtbot, lambda: page.show_handout("speaker-brief"))
    assert "홍길동" in said
    by = page.form().field("texts_by")
    assert isinstance(by, DayField)
    assert "2027년 5월 3일까지" in shown(page, qtbot, lambda: by.typed.emit(date(2027, 5, 3)))
    assert "2027년 5월 3일까지" not in shown(page, qtbot, lambda: by.typed.emit(None))
