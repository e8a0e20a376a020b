# SPDX-License-Identifier: MIT
"""The seating page: seats by mouse and keyboard, people found and dragged, plans made."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from forumdesk.domain import reading
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, people, seating, seats
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.seating.model import FROM, WHO
from forumdesk.ui.seating.page import SeatingPage
from forumdesk.ui.seating.plan_dialog import PlanDialog
from forumdesk.ui.seating.precedence_dialog import PrecedenceDialog
from tests.ui.conftest import Recorded, add_three_editions, begins_with
from tests.ui.participants.conftest import until

NAMES = ("김철수 (Cheol-su KIM)", "이영희 (Young-hee LEE)", "John Smith", "Mary Jones")


def add_guests(desk: ForumFile) -> Edition:
    """An edition with four guests of two sides, the Koreans first, and a head table for three."""
    made = add_three_editions(desk)[2]
    korea = editions.add_side(desk, made.id, Text.of(ko="한국 측", en="Korea"), {"country": "KR"})
    america = editions.add_side(desk, made.id, Text.of(ko="미국 측", en="U.S."), {"country": "US"})
    for n, name in enumerate(NAMES):
        person = people.add_person(desk, names_from(name), {})
        side = korea if n < 2 else america
        fields = {"side": side.id, "rank": n + 1, "status": Invitation.ACCEPTED}
        invitations.add_participation(desk, made.id, person.id, fields)
    seating.add_seating(desk, made.id, {"title": Text.of(en="Opening"), "seats": 3})
    return made


filling = begins_with("edition", add_guests)


@pytest.fixture
def edition(begun: Edition) -> Edition:
    return begun


@pytest.fixture
def page(edition: Edition, open_window: Callable[[], MainWindow]) -> SeatingPage:
    window = open_window()
    window.resize(1280, 800)
    window.work.show_edition(edition.id)
    window.frame.show_page("seating")
    found = window.frame.stack.page
    assert isinstance(found, SeatingPage)
    found.view.setFocus()
    return found


def sitting(page: SeatingPage) -> list[str]:
    """Who is shown on each seat of the plan."""
    return [face.name or face.kept for face in page.model.faces]


def stored(desk: ForumFile) -> dict[int, str | None]:
    return {seat.number: seat.participation for seat in desk.find(Seat)}


def who(page: SeatingPage, name: str) -> str:
    return next(line.who for line in page.people.lines if name in line.name)


def test_models_keep_qts_rules(page: SeatingPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(m, mode) for m in (page.model, page.people, page.plans)]
    page.seat_here(who(page, "Smith"))
    page.finder.setText("kim")
    seating.add_seating(page.work.desk, page.work.edition, {"layout": Layout.ROUND, "tables": 2})
    assert len(testers) == 3
    assert page.plans.rowCount() == 2


def test_somebody_found_by_typing_is_seated_by_enter_and_the_next_seat_follows(
    page: SeatingPage, desk: ForumFile
) -> None:
    page.view.focus_on((1, 2))
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.finder.hasFocus()
    QTest.keyClicks(page.finder, "smith")
    assert [line.name for line in page.people.lines] == ["John Smith"]
    QTest.keyClick(page.finder, Qt.Key.Key_Return)
    assert sitting(page) == ["", "John Smith", ""]
    assert page.view.current() == (1, 3)
    assert page.finder.text() == ""
    assert len(page.people.lines) == 3
    assert list(stored(desk)) == [2]


def test_korean_names_are_found_by_their_initial_consonants(page: SeatingPage) -> None:
    page.finder.setText("ㄱㅊㅅ")
    assert [line.name for line in page.people.lines] == ["Cheol-su Kim  김철수"]


def test_of_very_many_anybody_is_found_by_typing_and_seated(
    edition: Edition,
    desk: ForumFile,
    open_window: Callable[[], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "MANY", 2)
    ranked = desk.find(Participation, edition=edition.id)
    for one in ranked[2:]:
        invitations.change_participation(desk, one.id, {"rank": None})
    gone = people.add_person(desk, names_from("Paul Smith"), {})
    fields = {"status": Invitation.DECLINED}
    invitations.add_participation(desk, edition.id, gone.id, fields)
    window = open_window()
    window.work.show_edition(edition.id)
    window.frame.show_page("seating")
    page = window.frame.stack.page
    assert isinstance(page, SeatingPage)
    assert page.few.isVisibleTo(page)
    assert len(page.people.lines) == 2
    page.finder.setText("smith")
    assert [line.name for line in page.people.lines] == ["John Smith"]
    page.view.focus_on((1, 1))
    page.finder.entered.emit()
    assert sitting(page)[0] == "John Smith"
    page.finder.setText("smith")
    assert page.people.lines == []
    page.finder.setText("")
    assert len(page.people.lines) == 2
    page.clear((1, 1))
    page.seat_by_precedence()
    until(lambda: bool(page.findChildren(PrecedenceDialog)))
    (dialog,) = page.findChildren(PrecedenceDialog)
    assert dialog.said.text() == "3 get a seat. For 1 there is no seat: John Smith."


def test_keys_move_swap_lock_and_clear(page: SeatingPage, desk: ForumFile) -> None:
    page.view.focus_on((1, 1))
    page.seat_here(who(page, "Smith"))
    page.view.focus_on((1, 1))
    QTest.keyClick(page.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert sitting(page) == ["", "John Smith", ""]
    assert page.view.current() == (1, 2)
    QTest.keyClick(page.view, Qt.Key.Key_L)
    assert page.face is not None
    assert page.face.locked
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert sitting(page) == ["", "John Smith", ""]  # locked
    QTest.keyClick(page.view, Qt.Key.Key_L)
    QTest.keyClick(page.view, Qt.Key.Key_X)
    assert sitting(page) == ["", "", ""]
    desk.undo()
    assert sitting(page) == ["", "John Smith", ""]
    for key, place in ((Qt.Key.Key_Left, 1), (Qt.Key.Key_End, 3), (Qt.Key.Key_Home, 1)):
        QTest.keyClick(page.view, key)
        assert page.view.current() == (1, place)
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert page.view.current() == (1, 1)


def dropped(page: SeatingPage, data: QMimeData, place: tuple[int, int]) -> None:
    """What dropping something on a seat does."""
    index = page.model.index_of(place)
    at = QPointF(page.view.visualRect(index).center())
    event = QDropEvent(
        at,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    where = at.toPoint()
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, Qt.DropAction.MoveAction, data, *keys)
    page.view.dragEnterEvent(enter)
    assert enter.isAccepted()
    move = QDragMoveEvent(where, Qt.DropAction.MoveAction, data, *keys)
    page.view.dragMoveEvent(move)
    if move.isAccepted():
        page.view.dropEvent(event)
    else:
        page.view.dragLeaveEvent(QDragLeaveEvent())


def test_dropping_seats_swaps_and_clears(page: SeatingPage) -> None:
    line = page.people.index(2)
    dropped(page, page.people.mimeData([line]), (1, 1))
    assert sitting(page) == ["John Smith", "", ""]
    dropped(page, page.people.mimeData([page.people.index(0)]), (1, 3))
    data = page.model.mimeData([page.model.index(0)])
    assert data.hasFormat(WHO)
    assert bytes(data.data(FROM).data()) == b"1 1"
    dropped(page, data, (1, 3))
    assert sitting(page) == ["Cheol-su Kim", "", "John Smith"]
    seats.lock_seat(page.work.desk, page._shown, table=1, number=1, locked=True)
    dropped(page, page.model.mimeData([page.model.index(2)]), (1, 1))  # it is locked
    assert sitting(page) == ["Cheol-su Kim", "", "John Smith"]
    back = page.model.mimeData([page.model.index(2)])
    at, move = QPointF(5, 5), Qt.DropAction.MoveAction
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), move, back, *keys)
    page.people_list.dragEnterEvent(enter)
    over = QDragMoveEvent(at.toPoint(), move, back, *keys)
    page.people_list.dragMoveEvent(over)
    assert enter.isAccepted()
    assert over.isAccepted()
    page.people_list.dropEvent(QDropEvent(at, move, back, *keys))
    assert sitting(page) == ["Cheol-su Kim", "", ""]


def test_what_a_seat_says_is_told_to_who_listens(page: SeatingPage) -> None:
    page.view.focus_on((1, 1))
    page.seat_here(who(page, "Smith"))
    spoken = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Seat 1, right of the host: John Smith, U.S."
    assert page.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Seat 2, in the middle: empty"
    )
    page.view.focus_on((1, 1))
    assert page.seat_said.text() == spoken


def test_seating_by_precedence_says_first_what_changes(page: SeatingPage) -> None:
    page.view.focus_on((1, 3))
    page.seat_here(who(page, "Kim"))
    page.seat_by_precedence()
    (dialog,) = page.findChildren(PrecedenceDialog)
    assert dialog.said.text() == (
        "2 get a seat. 1 gets another one. For 1 there is no seat: Mary Jones."
    )
    dialog.go.click()
    assert sitting(page) == ["Cheol-su Kim", "John Smith", "Young-hee Lee"]
    page.seat_by_precedence()
    again = page.findChildren(PrecedenceDialog)[-1]
    assert again.said.text().startswith("Everybody sits there already.")
    assert not again.go.isEnabled()


def test_what_a_table_of_two_delegations_lacks_is_said_and_leads_there(
    page: SeatingPage, desk: ForumFile
) -> None:
    seating.change_seating(desk, page.plan.id, {"layout": Layout.BILATERAL})
    page.seat_by_precedence()
    (dialog,) = page.findChildren(PrecedenceDialog)
    assert not dialog.there.isVisible()
    dialog.reject()
    for one in desk.find(Participation, edition=page.work.edition):
        invitations.change_participation(desk, one.id, {"side": None})
    page.seat_by_precedence()
    dialog = page.findChildren(PrecedenceDialog)[-1]
    assert "one of them has nobody" in dialog.lacks.text()
    went: list[Subject] = []
    page.work.wanted.connect(went.append)
    dialog.there.click()
    assert [subject.field for subject in went] == ["side"]


def test_a_plan_is_made_changed_copied_and_removed(
    page: SeatingPage, desk: ForumFile, messages: Recorded
) -> None:
    page.add_plan()
    (dialog,) = page.findChildren(PlanDialog)
    dialog.title.fields["en"].setText("Dinner")
    dialog.layout_field.show_value(Layout.ROUND)
    dialog._relaid(Layout.ROUND)
    dialog.tables.setText("2")
    dialog.seats.setText("x")
    dialog.go.click()
    assert desk.count(Seating) == 1  # no number
    dialog.seats.setText("4")
    dialog.go.click()
    assert messages.refused == []
    assert [line.title for line in page.plans.lines] == ["Opening", "Dinner"]
    assert page.plan is not None
    assert (page.plan.layout, page.plan.tables, page.plan.seats) == (Layout.ROUND, 2, 4)
    assert len(page.model.faces) == 8
    page.view.focus_on((2, 3))
    page.seat_here(who(page, "Smith"))
    page.copy_plan()
    assert [line.filled for line in page.plans.lines] == ["0 / 3", "1 / 8", "1 / 8"]
    messages.answers = ["", "remove"]
    page.remove_plan()
    page.remove_plan()
    assert [line.filled for line in page.plans.lines] == ["0 / 3", "1 / 8"]


def test_a_seat_is_reserved_for_what_is_typed(page: SeatingPage, messages: Recorded) -> None:
    page.view.focus_on((1, 3))
    messages.answers = ["취재진"]
    page.reserve()
    (seat,) = page.work.desk.find(Seat)
    assert seat.reserved == Text.of(ko="취재진")
    assert sitting(page) == ["", "", "취재진"]


def test_a_finding_leads_to_its_seat(page: SeatingPage) -> None:
    plan = page.plan
    assert plan is not None
    page.view.focus_on((1, 2))
    page.seat_here(who(page, "Smith"))
    one = page.work.desk.find(Participation, id=page.model.faces[1].who)[0]
    invitations.set_status(page.work.desk, one.id, Invitation.DECLINED, None)
    page.work.check()
    (problem,) = [p for p in page.work.problems if p.kind == "seat-absent"]
    page.view.focus_on((1, 1))
    page.work.go(problem.subject)
    assert page.view.current() == (1, 2)
    assert page.model.faces[1].absent
    assert not page.select(Subject("seating", "nowhere"))


def test_zoom_fits_and_enlarges(page: SeatingPage) -> None:
    index = page.model.index_of((1, 1))
    before = page.view.visualRect(index).width()
    page.zoom_by(2.0)
    assert page.view.visualRect(index).width() > before * 1.9
    page.zoom_by(0.1)
    assert page.view.visualRect(index).width() == before
    page.zoom_by(2.0)
    page.view.focus_on((1, 3))
    assert page.view.viewport().rect().intersects(page.view.visualRect(page.view.currentIndex()))
    page.zoom_by(0.0)
    assert page.view.indexAt(page.view.visualRect(index).center()) == index


def test_without_a_plan_the_page_says_what_to_do(page: SeatingPage, desk: ForumFile) -> None:
    seating.remove_seating(desk, page._shown)
    assert page.whole.currentIndex() == 1
    assert page.face is None
    page.clear()
    page.lock()


def test_a_long_name_takes_two_lines_and_smaller_type_before_it_is_cut(
    page: SeatingPage,
) -> None:
    brush = page.view.brush
    sizes = range(13, 8, -1)

    def set_in(name: str, width: float, height: float = 60) -> tuple[list[str], int]:
        lines, (pixels, _) = brush.whole(name, width, sizes, bold=True, height=height)
        return lines, pixels

    name = "Maximiliane Fürstenberg-Hohenlohe"
    assert set_in(name, 600) == ([name], 13)
    assert set_in(name, 200) == (["Maximiliane", "Fürstenberg-Hohenlohe"], 13)
    lines, pixels = set_in(name, 130)
    assert (lines, pixels < 13) == (["Maximiliane", "Fürstenberg-Hohenlohe"], True)
    assert set_in(name, 200, height=14)[0] == [name]  # no room for two lines
    assert set_in(name, 20)[1] == sizes[-1]
    # Rather on three lines, parted at a hyphen, than in very small type.
    name = "Kim Sang-hyuk"
    narrow = brush._width("Sang-", brush._sized(13, bold=True)) + 1
    assert set_in(name, narrow) == (["Kim", "Sang-", "hyuk"], 13)
    lines, pixels = set_in(name, narrow, height=30)  # no room for three lines
    assert (lines, pixels < 11) == (["Kim", "Sang-hyuk"], True)


def test_a_seat_too_small_for_its_name_tells_it_in_full(page: SeatingPage) -> None:
    page.view.focus_on((1, 1))
    page.seat_here(who(page, "Smith"))
    face = page.model.faces[0]
    index = page.model.index(0)
    assert face.name in index.data(Qt.ItemDataRole.ToolTipRole)
    assert face.name in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_plan_is_drawn_in_both_looks(page: SeatingPage) -> None:
    page.view.focus_on((1, 1))
    page.seat_here(who(page, "Smith"))
    seats.lock_seat(page.work.desk, page._shown, table=1, number=1, locked=True)
    light = page.view.grab().toImage()
    page.work.look.choose(type(page.work.look.appearance).DARK)
    dark = page.view.grab().toImage()
    assert light != dark
