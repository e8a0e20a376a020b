# SPDX-License-Identifier: MIT
"""The page at the door, driven by keys as a scanner and a volunteer drive it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.codes import row_code, scan_code
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Organization, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, people
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.checkin.page import CAME, DOOR, SHEET, CheckInPage
from forumdesk.ui.jobs import Job
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import Recorded, add_three_editions, begins_with

pytestmark = pytest.mark.gui
ENTER = Qt.Key.Key_Return


@dataclass
class Door:
    """The page, and who is on the list: 홍길동, Ann Lee, 김성태 twice, and one who declined."""

    page: CheckInPage
    guests: list[Participation]
    edition: Edition
    before: Edition

    @property
    def desk(self) -> ForumFile:
        return self.page.work.desk

    def at(self, hour: int, minute: int) -> None:
        """Let it be a wall time of the day at the venue."""
        wall = datetime(2026, 6, 27, hour, minute, tzinfo=ZoneInfo("America/New_York"))
        self.desk.now = lambda: wall.astimezone(UTC)  # type: ignore[method-assign]

    def keys(self, text: str, end: Qt.Key = ENTER) -> None:
        """Type into whatever has the focus."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        if text.isascii():
            QTest.keyClicks(focus, text)
        else:  # comes from an input method, not from keys
            focus.insert(text)
        QTest.keyClick(focus, end)

    def card(self) -> list[str]:
        """What the card says, from above."""
        card = self.page.door.card
        parts = (card.verdict, card.name, card.other, card.lines, card.group, card.seat)
        return [part.text() for part in parts if part.isVisibleTo(card)]

    def log(self) -> list[tuple[str, CheckInHow, str]]:
        ids = {guest.id: n for n, guest in enumerate(self.guests)}
        return [
            (str(ids.get(c.participation, "new")), c.how, c.desk) for c in self.desk.find(CheckIn)
        ]


def add_guests(desk: ForumFile) -> list[Participation]:
    edition = add_three_editions(desk)[2]
    side = editions.add_side(desk, edition.id, Text.of(ko="한국", en="Korea"), {})
    body = people.add_organization(desk, Text.of(ko="반도체협회", en="KSIA"), {})
    guests = []
    for n, name in enumerate(("홍길동 (Gil-dong HONG)", "Ann Lee", "김성태", "김성태", "No Sir")):
        person = people.add_person(desk, names_from(name), {})
        fields = {
            "status": Invitation.DECLINED if n == 4 else Invitation.ACCEPTED,
            "status_on": date(2026, 5, 3),
            "side": side.id if n != 1 else None,
            "organization": body.id,
            "office": Text.of(ko="부장", en="Director"),
            "table_name": "3",
            "seat": "5",
        }
        guests.append(invitations.add_participation(desk, edition.id, person.id, fields))
    return guests


filling = begins_with("door", add_guests)


@pytest.fixture
def door(
    three_editions: list[Edition],
    open_window: Callable[[], MainWindow],
    begun: list[Participation],
) -> Door:
    edition = three_editions[2]
    window = open_window()
    window.activateWindow()
    window.work.show_edition(edition.id)
    window.frame.show_page("checkin")
    page = window.frame.stack.page
    assert isinstance(page, CheckInPage)
    page.name.setText("A")
    page.name.commit()
    page.door.field.setFocus()
    made = Door(page, begun, edition, three_editions[1])
    made.at(9, 12)
    return made


def test_a_scan_checks_in_at_once_and_a_second_says_when_and_where(door: Door) -> None:
    door.keys(scan_code(door.guests[0]))
    assert door.card() == [
        "Welcome",
        "Gil-dong Hong",
        "홍길동",
        "Director, KSIA\n반도체협회 부장",
        "Korea",
        "Table 3 · Seat 5",
    ]
    assert door.page.door.card.property("look") == "door-good"
    door.at(9, 40)
    door.keys(scan_code(door.guests[0]))
    assert door.card()[0] == "Already checked in at 09:12, desk A"
    assert door.log() == [("0", CheckInHow.SCANNED, "A")]
    assert door.page.door.counts.total.text() == "1 / 4"


def test_scans_one_after_the_other_are_all_taken(door: Door, qtbot: QtBot) -> None:
    """Also while something else is being written: they wait their turn."""
    view = door.page.door

    def slow() -> Iterator[None]:
        with door.desk.step("Something long"):
            for _ in range(3):
                yield
                for guest in door.guests[:2]:
                    view.enter(scan_code(guest))

    door.page.work.jobs.start(Job("Long", slow(), lambda _: None, lambda _: None))
    qtbot.waitUntil(lambda: not view.queue and not door.page.work.jobs.writing)
    assert [who for who, _, _ in door.log()] == ["0", "1"]


@pytest.mark.parametrize("around", [("]Q3", ""), ("홍", ""), ("\x02", "\x03"), ("  ", " ")])
def test_what_a_scanner_writes_around_a_code_is_set_aside(
    door: Door, around: tuple[str, str]
) -> None:
    door.page.door.field.setText(f"{around[0]}{scan_code(door.guests[0])}{around[1]}")
    QTest.keyClick(door.page.door.field, ENTER)
    assert door.log() == [("0", CheckInHow.SCANNED, "A")]


def test_a_scanner_that_ends_with_a_tab_does_not_leave_the_field(door: Door) -> None:
    door.keys(scan_code(door.guests[0]), Qt.Key.Key_Tab)
    assert door.log() == [("0", CheckInHow.SCANNED, "A")]
    assert door.page.door.field.hasFocus()


def test_a_name_offers_who_fits_and_enter_takes_the_first(door: Door) -> None:
    view = door.page.door
    QTest.keyClicks(view.field, "Ann")
    assert [view.list.item(n).text() for n in range(view.list.count())] == ["Ann Lee"]
    door.keys(" L")
    assert door.card()[:2] == ["Welcome", "Ann Lee"]
    assert door.log() == [("1", CheckInHow.TYPED, "A")]
    assert not view.list.isVisibleTo(view)


def test_arrows_choose_among_those_of_one_name(door: Door) -> None:
    view = door.page.door
    view.field.setText("김성태")
    assert view.list.count() == 2
    QTest.keyClick(view.field, Qt.Key.Key_Down)
    QTest.keyClick(view.field, ENTER)
    assert door.log() == [("3", CheckInHow.TYPED, "A")]


def test_a_syllable_still_being_composed_belongs_to_the_name(door: Door) -> None:
    field = door.page.door.field
    QApplication.sendEvent(field, QInputMethodEvent("홍길", []))
    QTest.keyClick(field, ENTER)
    assert door.card()[1:3] == ["Gil-dong Hong", "홍길동"]


def test_who_declined_is_asked_about_in_place(door: Door) -> None:
    card = door.page.door.card
    door.keys(row_code(5))
    assert door.card()[:2] == ["Declined on Sun 3 May", "No Sir"]
    assert door.log() == []
    card.no.click()
    assert door.log() == []
    door.keys(row_code(5))
    card.yes.click()
    assert door.log() == [("4", CheckInHow.TYPED, "A")]
    assert door.card()[:2] == ["Welcome", "No Sir"]
    assert door.page.door.counts.more.text() == "1 who had not accepted"


def test_a_badge_of_another_edition_says_which(door: Door) -> None:
    guest = door.guests[0]
    old = invitations.add_participation(door.desk, door.before.id, guest.person or "", {})
    door.page.door.field.setFocus()
    door.keys(scan_code(old))
    assert door.card()[:2] == ["Badge of the 2nd forum (2025)", "Gil-dong Hong"]
    assert door.log() == []
    door.page.door.card.yes.click()
    assert door.log() == [("0", CheckInHow.TYPED, "A")]


def test_undo_in_the_empty_field_takes_the_check_in_back(door: Door) -> None:
    door.keys(row_code(1))
    field = door.page.door.field
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (door.log(), field.text()) == ([], "")


def test_a_misread_badge_and_an_unknown_number_are_told(door: Door) -> None:
    door.keys("481500003763")
    assert door.card() == ["“481500003763” was misread; scan it again"]
    door.keys("77")
    assert door.card() == ["Nobody has the number 77"]
    assert not door.page.door.form.isVisibleTo(door.page)


def test_a_walk_in_takes_a_name_a_body_and_enter(door: Door) -> None:
    view = door.page.door
    door.keys("Nobody Known")
    assert view.form.name.text() == "Nobody Known"
    door.keys("ksia")
    (person,) = (p for p in door.desk.find(Person) if "Known" in str(p.names))
    (made,) = door.desk.find(Participation, person=person.id)
    assert door.desk.get(Organization, made.organization or "").name["en"] == "KSIA"
    assert door.log() == [("new", CheckInHow.WALK_IN, "A")]
    assert door.card()[:2] == ["Welcome", "Nobody Known"]
    assert view.field.hasFocus()
    assert view.counts.more.text() == "1 walk-in"


def test_a_badge_scanned_while_the_form_is_open_is_not_lost(door: Door) -> None:
    door.keys("Nobody Known")
    door.keys(scan_code(door.guests[1]))
    assert door.log() == [("1", CheckInHow.SCANNED, "A")]
    assert door.card()[:2] == ["Welcome", "Ann Lee"]


def test_somebody_of_the_directory_walks_in_as_themselves(door: Door) -> None:
    person = people.add_person(door.desk, names_from("김철수"), {})
    door.page.door.field.setFocus()
    door.keys("김철")
    assert door.card() == ["김철수 is in the directory, not on the list"]
    door.page.door.form.go.click()
    (made,) = door.desk.find(Participation, person=person.id)
    assert made.status is Invitation.ACCEPTED


def test_the_last_ones_are_listed_and_taken_back(door: Door) -> None:
    for n in (0, 1):
        door.at(9, 12 + n)
        door.keys(row_code(n + 1))
    rows = door.page.door.latest._rows
    shown = [[part.text() for part in row[:3]] for row in rows if row[0].isVisibleTo(door.page)]
    assert shown == [["09:13", "Ann Lee", "A"], ["09:12", "Gil-dong Hong", "A"]]
    assert rows[1][3].accessibleName() == "Undo: Gil-dong Hong"
    rows[1][3].click()
    assert door.log()[-1] == ("0", CheckInHow.UNDONE, "A")
    assert door.page.door.counts.total.text() == "1 / 4"
    door.desk.undo()
    door.desk.undo()
    door.desk.undo()
    assert door.log() == []
    assert door.page.door.counts.total.text() == "0 / 4"


def test_a_sheet_is_previewed_and_entered(
    door: Door, messages: Recorded, qtmodeltester: ModelTester
) -> None:
    door.page.show_view(SHEET)
    view = door.page.sheet
    view.text.setPlainText(f"{row_code(1)}..{row_code(4)} {row_code(2)}-\n7X")
    view.plan()
    qtmodeltester.check(view.preview)
    lines = [view.preview.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(5)]
    assert lines == [
        "Line 2: 7X, no row code, or its letter does not fit",
        "1  Gil-dong Hong, came",
        "3  김성태, came",
        "4  김성태, came",
        "2  Ann Lee, absent",
    ]
    assert view.said.text() == "3 came · 1 absent · 1 to be mended"
    assert not view.go.isEnabled()
    view.text.setPlainText(f"{row_code(1)}..{row_code(4)} {row_code(2)}-")
    view.plan()
    view.go.click()
    assert [(who, how) for who, how, _ in door.log()] == [
        (n, CheckInHow.PAPER) for n in ("0", "2", "3")
    ]
    assert view.text.toPlainText() == ""
    assert messages.said == ["3 lines entered."]


def test_attendance_is_shown_and_copied_as_cells(door: Door, qtmodeltester: ModelTester) -> None:
    door.keys(row_code(1))
    door.page.show_view(CAME)
    view = door.page.came
    qtmodeltester.check(view.cells)
    assert view.cells.rows == (
        ("Korea", "3", "1", "2", "0", "0", "1", "33%"),
        ("Without a side", "1", "0", "1", "0", "0", "0", "0%"),
        ("All", "4", "1", "3", "0", "0", "1", "25%"),
    )
    view.copy.click()
    assert QGuiApplication.clipboard().text().splitlines()[:2] == [
        "Side\tExpected\tCame\tNo-shows\tWalk-ins\tNot accepted before\tLate\tAttendance rate",
        "Korea\t3\t1\t2\t0\t0\t1\t33%",
    ]
    view.table.selectRow(2)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "All\t4\t1\t3\t0\t0\t1\t25%"
    for table, first in (
        ("organizations", ("KSIA", "4")),
        ("no-shows", ("Ann Lee", "KSIA")),
        ("before", ()),
    ):
        view.which.show_value(table)
        view.which.committed.emit(table)
        assert view.cells.rows[0][:2] == first if first else view.cells.rows == ()


def test_place_and_name_of_the_desk_are_remembered(door: Door) -> None:
    assert door.page.work.settings.choices.door == "A"
    door.page.show_view(CAME)
    assert door.page.place() == {"view": CAME}
    door.page.restore({"view": SHEET})
    assert door.page.view == SHEET
    door.page.restore({"view": "gone"})
    assert door.page.view == DOOR
    door.page.focus()
    assert door.page.door.field.hasFocus()


def test_another_edition_has_guests_of_its_own(door: Door) -> None:
    door.keys(row_code(1))
    door.page.work.show_edition(door.before.id)
    assert door.page.door.counts.total.text() == "0 / 0"
    door.page.work.show_edition(door.edition.id)
    assert door.page.door.counts.total.text() == "1 / 4"
