# SPDX-License-Identifier: MIT
"""The participants page: what it shows, and what typing into it does to the file."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Invitation, Name, Names, Participation, Person, Script
from forumdesk.domain.sifting import Filters, Mark, Order, View
from forumdesk.domain.versions import SavedView
from forumdesk.domain.wording import Text
from forumdesk.services import invitations, people
from forumdesk.services.roster_cells import set_roster_cell
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.participants.delegates import PersonEditor
from forumdesk.ui.participants.model import PAGE, SECOND
from forumdesk.ui.participants.page import ParticipantsPage
from tests.ui.conftest import Recorded
from tests.ui.participants.conftest import (
    choose,
    column,
    enter,
    find,
    opened,
    row_named,
    shown,
    somebody,
    until,
)

Key = Qt.Key


def test_everybody_stands_in_the_readers_order_with_both_names(page: ParticipantsPage) -> None:
    assert shown(page, "number", "name", "status", "organization", "office.ko", "office.en") == [
        ("4", "Association", "Proposed", "Association", "", ""),
        ("1", "Gil-dong Hong", "Accepted", "Association", "장관", "Minister"),
        ("2", "Chul-soo Kim", "Proposed", "", "", ""),
        ("3", "Gina Raimondo", "Proposed", "", "", "Secretary"),
    ]
    model = page.table.roster
    seconds = [model.index(row, column(page, "name")).data(SECOND) for row in range(4)]
    assert seconds == ["name to follow", "홍길동", "김철수", ""]
    assert page.bar.count.text() == "4 participants"
    spoken = model.index(1, column(page, "office.ko")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Office (Korean): 장관"


def test_model_keeps_to_qts_rules(page: ParticipantsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.table.roster, force_py=True)
    enter(page, 4, "name", "Ahn Jae")
    find(page, "a")
    page.sort("number")
    page.work.desk.undo()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("홍ㄱ", ["Gil-dong Hong"]),
        ("ㅎㄱㄷ", ["Gil-dong Hong"]),
        ("hong minister", ["Gil-dong Hong"]),
        ("assoc", ["Association", "Gil-dong Hong"]),
        ("3", ["Gina Raimondo"]),
        ("%", []),
        ("_", []),
        ('"', []),
        ("*", []),
        ("'; drop table person; --", []),
    ],
)
def test_words_typed_find_people(page: ParticipantsPage, typed: str, found: list[str]) -> None:
    find(page, typed)
    assert [name for (name,) in shown(page, "name")] == found
    assert page.bar.count.text() == f"{len(found)} of 4"
    assert page.nobody.isVisible() is (not found)
    page.nobody.clear.click()
    assert len(shown(page, "name")) == 4
    assert page.bar.search.text() == ""


def test_syllable_being_composed_finds(page: ParticipantsPage) -> None:
    page.look_for()
    QApplication.sendEvent(page.bar.search, QInputMethodEvent("홍", []))
    until(lambda: page.view.filters.typed == "홍")
    assert shown(page, "name") == [("Gil-dong Hong",)]
    assert page.bar.search.text() == ""
    QTest.keyClick(page.bar.search, Key.Key_Down)
    assert page.table.hasFocus()


def test_headings_sort_one_way_and_the_other(page: ParticipantsPage) -> None:
    head = page.table.horizontalHeader()
    head.sectionClicked.emit(column(page, "number"))
    assert shown(page, "number") == [("1",), ("2",), ("3",), ("4",)]
    assert head.sortIndicatorSection() == column(page, "number")
    head.sectionClicked.emit(column(page, "number"))
    assert shown(page, "number") == [("4",), ("3",), ("2",), ("1",)]
    assert head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    choose(page, [0], ["category"])
    page.sort()
    assert shown(page, "category") == [("press",), ("VIP",), ("",), ("",)]


def test_chips_filter_and_say_what_they_leave(page: ParticipantsPage) -> None:
    chips = page.bar.chips.chips
    assert [(e.said, e.count) for e in chips["statuses"].entries()][:3] == [
        ("Proposed", 3),
        ("Invited", 0),
        ("Accepted", 1),
    ]
    assert [(e.said, e.count) for e in chips["sides"].entries()] == [("Korea", 2), ("(none)", 2)]
    assert page.bar.chips.clear.isHidden()
    chips["sides"].tick([chips["sides"].entries()[0].value])
    assert [name for (name,) in shown(page, "name")] == ["Gil-dong Hong", "Chul-soo Kim"]
    assert (chips["sides"].text(), chips["sides"].isChecked()) == ("Side: Korea", True)
    chips["statuses"].tick(["proposed", "accepted"])
    assert chips["statuses"].text() == "Status: 2"
    chips["categories"].tick(["press"])
    assert shown(page, "name") == [("Chul-soo Kim",)]
    page.bar.chips.clear.click()
    assert len(shown(page, "name")) == 4
    assert [chip.text() for chip in chips.values()] == [
        *("Side", "Status", "Category", "Organization", "More")
    ]
    chips["marks"].tick([Mark.NEW.value])
    assert [name for (name,) in shown(page, "name")] == [
        *("Gil-dong Hong", "Chul-soo Kim", "Gina Raimondo")
    ]


def test_marks_are_counted_while_their_menu_is_open(page: ParticipantsPage) -> None:
    chip = page.bar.chips.chips["marks"]
    menu = chip.menu()
    menu.popup(page.mapToGlobal(page.rect().center()))
    until(lambda: all("\t" in action.text() for action in menu.actions()))
    said = [action.text() for action in menu.actions()]
    menu.close()
    assert "Without e-mail\t4" in said
    assert "New this time\t3" in said
    assert len(said) == len(Mark)


def test_views_are_kept_in_the_file_and_come_back(
    page: ParticipantsPage, messages: Recorded
) -> None:
    page.bar.chips.chips["categories"].tick(["VIP"])
    page.sort("number")
    page.show_columns(["name", "category"])
    messages.answers.append("Very important")
    page.save_view()
    (saved,) = page.work.desk.find(SavedView)
    assert (saved.page, saved.name) == ("participants", "Very important")
    page.show_view(View())
    page.show_usual()
    assert len(shown(page, "name")) == 4
    page.bar.viewPicked.emit(saved)
    assert shown(page, "name", "category") == [("Gina Raimondo", "VIP")]
    assert [c.id for c in page.table.roster.columns] == ["name", "category"]
    page.bar.views_menu.aboutToShow.emit()
    assert next(a.text() for a in page.bar.views_menu.actions()) == "Very important"
    page.bar.viewRemoved.emit(saved)
    assert page.work.desk.find(SavedView) == []


def test_columns_are_chosen_moved_and_remembered(page: ParticipantsPage) -> None:
    page.bar.columns_menu.aboutToShow.emit()
    actions = {a.data(): a for a in page.bar.columns_menu.actions() if a.isCheckable()}
    assert not actions["name"].isEnabled()
    assert (actions["side"].isChecked(), actions["email"].isChecked()) == (True, False)
    actions["email"].setChecked(True)
    actions["side"].setChecked(False)
    page.bar.columns_menu.aboutToHide.emit()
    keys = [c.id for c in page.table.roster.columns]
    assert keys[-1] == "email"
    assert "side" not in keys
    choose(page, [0], ["email"])
    page.move_column(-1)
    keys = [c.id for c in page.table.roster.columns]
    assert (keys[-2], page.table.current_column()) == ("email", "email")
    page.table.horizontalHeader().moveSection(1, 0)
    until(lambda: page.table.roster.columns[0].id == keys[1])
    moved = [c.id for c in page.table.roster.columns]
    assert moved[:2] == [keys[1], keys[0]]
    assert page.table.horizontalHeader().visualIndex(1) == 1
    other = ParticipantsPage(page.work)
    assert page.work.dossier is not None
    other.show_edition(page.work.dossier)
    assert [c.id for c in other.table.roster.columns] == moved
    other.deleteLater()
    page.show_usual()
    assert [c.id for c in page.table.roster.columns][:2] == ["number", "name"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("office.ko", "차관", "차관"),
        ("organization", "New Body", "New Body"),
        ("side", "", ""),
        ("category", "guest", "guest"),
        ("status", "declined", "Declined"),
    ],
)
def test_typed_cells_change_the_file(
    page: ParticipantsPage, name: str, text: str, said: str
) -> None:
    row = row_named(page, "Gil-dong Hong")
    before = page.work.desk.find(Participation)
    assert enter(page, row, name, text)
    assert shown(page, name)[row_named(page, "Gil-dong Hong")] == (said,)
    page.work.desk.undo()
    assert page.work.desk.find(Participation) == before


def test_what_is_not_understood_is_said_and_changes_nothing(
    page: ParticipantsPage, messages: Recorded
) -> None:
    before = page.work.desk.find(Participation)
    assert not enter(page, 1, "side", "Nowhere")
    assert page.work.desk.find(Participation) == before
    assert messages.refused == ["This edition has no side “Nowhere”."]
    assert page.table.why == messages.refused[0]


def test_name_typed_into_the_empty_row_adds_somebody(page: ParticipantsPage) -> None:
    page.add()
    assert page.table.currentIndex().row() == 4
    editor = page.table.indexWidget(page.table.currentIndex())
    QTest.keyClicks(editor, "Ahn Jae-hyun")
    QTest.keyClick(editor, Key.Key_Return)
    names = [name for (name,) in shown(page, "name")]
    assert "Ahn Jae-hyun" in names
    assert len(names) == 5
    model = page.table.roster
    assert model.index(5, column(page, "name")).data() == "Type a name to add"


def test_people_of_the_file_are_offered_while_a_name_is_typed(
    page: ParticipantsPage, desk: ForumFile
) -> None:
    both = Names.of({Script.HANGUL: Name("안", "덕근"), Script.LATIN: Name("Ahn", "Duck-geun")})
    ahn = people.add_person(desk, both, {})
    page.add()
    editor = page.table.indexWidget(page.table.currentIndex())
    assert isinstance(editor, PersonEditor)
    QTest.keyClicks(editor, "ahn d")
    popup = editor._offered.popup()
    assert popup is not None
    model = popup.model()
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["Duck-geun Ahn (안덕근)"]
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert editor.text() == "Duck-geun Ahn (안덕근)"
    QTest.keyClick(editor, Key.Key_Return)
    assert page.work.desk.find(Participation, person=ahn.id)
    assert page.work.desk.count(Person) == 4


def test_organization_typed_into_the_empty_row_adds_a_seat(
    page: ParticipantsPage, messages: Recorded
) -> None:
    assert enter(page, 4, "organization", "Embassy")
    assert ("Embassy", "Embassy") in shown(page, "name", "organization")
    assert not enter(page, 5, "category", "VIP")
    assert messages.said == ["Begin a row with a name or an organization."]


def test_somebody_who_takes_part_already_may_be_another(
    page: ParticipantsPage, messages: Recorded
) -> None:
    assert not enter(page, 4, "name", "Gina Raimondo")
    assert len(shown(page, "name")) == 4
    banner = messages.banners["refused"]
    assert banner.text == "Gina Raimondo takes part already (No. 3); nothing was added."
    ((offer, add),) = banner.offers
    assert offer == "Add another person of this name"
    add()
    assert [name for (name,) in shown(page, "name")].count("Gina Raimondo") == 2
    assert page.work.desk.count(Person) == 4


def test_rows_copied_whole_go_back_in_as_new_ones(page: ParticipantsPage) -> None:
    page.show_columns(["number", "name", "office.ko", "office.en", "category"])
    choose(page, [1, 3], ["name"])
    page.table.copy_rows()
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\n") == [
        "No.\tName\tOffice (Korean)\tOffice (English)\tCategory",
        "1\tGil-dong Hong\t장관\tMinister\t",
        "3\tGina Raimondo\t\tSecretary\tVIP",
    ]
    renamed = copied.replace("Gil-dong Hong", "Ahn Jae").replace("Gina Raimondo", '"Lee\tA"')
    QGuiApplication.clipboard().setText(renamed.replace("\n", "\r\n"))
    steps = len(page.work.desk.history())
    page.table.paste()
    assert len(page.work.desk.history()) == steps + 1
    assert ("5", "Ahn Jae", "장관", "Minister", "") in shown(
        page, "number", "name", "office.ko", "office.en", "category"
    )
    assert ("Lee A", "Secretary", "VIP") in shown(page, "name", "office.en", "category")
    page.work.desk.undo()
    assert len(shown(page, "name")) == 4


def test_cells_are_pasted_over_and_below_the_last_become_participants(
    page: ParticipantsPage,
) -> None:
    page.show_columns(["name", "office.ko", "category"])
    choose(page, [2], ["office.ko"])
    QGuiApplication.clipboard().setText("과장\tpress\n대표\tguest\n")
    page.table.paste()
    assert shown(page, "office.ko", "category")[2:] == [("과장", "press"), ("대표", "guest")]
    choose(page, [4], ["name"])
    QGuiApplication.clipboard().setText("Ahn Jae\t차관\tVIP\nOh Min\t\tpress\n")
    page.table.paste()
    assert len(shown(page, "name")) == 6
    assert ("Ahn Jae", "차관", "VIP") in shown(page, "name", "office.ko", "category")


def test_del_empties_cells_that_can_be(page: ParticipantsPage) -> None:
    choose(page, [1], ["name", "status", "organization", "office.en"])
    QTest.keyClick(page.table, Key.Key_Delete)
    assert shown(page, "name", "status", "organization", "office.en")[1] == (
        *("Gil-dong Hong", "Accepted", "", ""),
    )


def test_keys_are_those_of_a_spreadsheet(page: ParticipantsPage) -> None:
    page.table.setFocus()
    choose(page, [1], ["office.ko"])
    QTest.keyClicks(page.table, "a")
    editor = page.table.indexWidget(page.table.currentIndex())
    QTest.keyClicks(editor, "bc")
    QTest.keyClick(editor, Key.Key_Tab)
    assert shown(page, "office.ko")[1] == ("abc",)
    assert page.table.current_column() == "office.en"
    QTest.keyClick(page.table, Key.Key_Return)
    assert (page.table.currentIndex().row(), page.table.current_column()) == (2, "office.ko")
    QTest.keyClick(page.table, Key.Key_F2)
    editor = page.table.indexWidget(page.table.currentIndex())
    QTest.keyClick(editor, Key.Key_Escape)
    assert shown(page, "office.ko")[2] == ("",)


def test_removing_is_one_step_and_refused_as_a_whole(page: ParticipantsPage) -> None:
    choose(page, [1, 2], ["name"])
    page.wishes.remove(page.chosen)
    assert [name for (name,) in shown(page, "name")] == ["Association", "Gina Raimondo"]
    page.work.desk.undo()
    assert len(shown(page, "name")) == 4


def test_cursor_and_scroll_stay_with_somebody(
    three_editions: list[Edition], open_window: Callable[[], MainWindow], desk: ForumFile
) -> None:
    edition = three_editions[2]
    with desk.step("Many"):
        for n in range(200):
            names = Names.of({Script.LATIN: Name(f"N{n:03}", "A")})
            person = Person(desk.new_id(), names)
            made = Participation(desk.new_id(), edition.id, person.id, number=n + 1)
            desk.put_all([person, made])
    page = opened(open_window(), edition.id)
    table, model = page.table, page.table.roster
    key = model.key_at(120)
    table.select_key(key, column(page, "category"))
    scroll = table.verticalScrollBar().value()
    assert scroll > 0
    kept = QPersistentModelIndex(model.index(150, 0))
    other = model.key_at(150)
    drawn: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda a, b: drawn.append((a.row(), b.row())))
    set_roster_cell(desk, model.key_at(10), "category", "VIP")
    assert drawn == [(0, PAGE - 1)]  # the page of the row that changed, no other
    assert table.current_key() == key
    set_roster_cell(desk, model.key_at(10), "name", "A ZZZ")
    assert model.key_at(199) not in (key, other)
    assert (table.current_key(), model.row_of(key)) == (key, 119)
    assert kept.row() == model.row_of(other) == 149
    assert table.verticalScrollBar().value() == scroll
    invitations.remove_participation(desk, key)
    assert model.filled() == 199
    assert isinstance(table.currentIndex(), QModelIndex)


def test_step_elsewhere_shows_what_it_changed(page: ParticipantsPage) -> None:
    desk = page.work.desk
    hong = next(p for p in desk.find(Participation) if p.number == 1)
    people.change_organization(desk, hong.organization or "", {"name": Text.of(en="Institute")})
    assert ("Institute", "Institute") in shown(page, "name", "organization")
    find(page, "institute")
    assert len(shown(page, "name")) == 2
    set_roster_cell(desk, hong.id, "organization", "")
    assert shown(page, "name") == [("Institute",)]


def test_going_to_somebody_shows_them_here(page: ParticipantsPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    kim = next(p for p in page.work.desk.find(Participation) if p.number == 2)
    find(page, "hong")
    window.frame.show_page("overview")
    assert window.frame.go(Subject("participation", kim.id))
    assert window.frame.stack.page is page
    assert page.table.current_key() == kim.id
    assert page.view.filters == Filters()
    assert window.frame.inspector.subject == Subject("participation", kim.id)
    assert not page.select(Subject("participation", "gone"))
    choose(page, [0], ["category"])
    assert page.select(Subject("participation", kim.id, "person"))  # whose name is to follow
    assert page.table.current_column() == "name"


def test_place_is_kept_over_another_language(page: ParticipantsPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    page.show_view(replace(page.view, order=Order("number", falling=True)))
    find(page, "ㄱ")
    key = page.table.roster.key_at(0)
    page.table.select_key(key)
    before = page.work.desk.find(Participation)
    window.desktop.speak("ko")
    anew = window.frame.stack.page
    assert isinstance(anew, ParticipantsPage)
    assert anew is not page
    assert anew.view.filters.typed == "ㄱ"
    assert anew.bar.search.text() == "ㄱ"
    assert anew.table.current_key() == key
    assert shown(anew, "name") == [("김철수",), ("홍길동",)]
    assert shown(anew, "status") == [("초청 예정",), ("참석",)]
    headings = [c.heading(anew.work.words) for c in anew.table.roster.columns]
    assert not any(heading.isascii() for heading in headings)
    texts = [chip.text() for chip in anew.bar.chips.chips.values()]
    assert not any(text.isascii() for text in texts)
    assert page.work.desk.find(Participation) == before


def test_nobody_yet_offers_to_add_somebody(
    three_editions: list[Edition], open_window: Callable[[], MainWindow]
) -> None:
    page = opened(open_window(), three_editions[0].id)
    assert page.nobody.isVisible()
    assert page.nobody.head.text() == "No participants yet"
    page.nobody.add.click()
    editor = page.table.indexWidget(page.table.currentIndex())
    editor.insert("홍길동")  # keys of a test are those of a Latin keyboard
    QTest.keyClick(editor, Key.Key_Return)
    assert shown(page, "name") == [("홍길동",)]
    assert not page.nobody.isVisible()


def test_edition_shown_next_has_its_own_people(page: ParticipantsPage, desk: ForumFile) -> None:
    find(page, "hong")
    first = next(e for e in desk.find(Edition) if e.number == 1)
    somebody(desk, first, Names.of({Script.LATIN: Name("Old", "Hand")}), status=Invitation.ACCEPTED)
    page.work.show_edition(first.id)
    assert shown(page, "name", "status") == [("Hand Old", "Accepted")]
    assert page.bar.search.text() == ""
