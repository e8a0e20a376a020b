# SPDX-License-Identifier: MIT
"""The commitments page: sorted, sifted, typed over, moved on the board, each step undone."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from forumdesk.domain.desk import Subject
from forumdesk.domain.outcomes import Commitment, CommitmentOwner, CommitmentStatus
from forumdesk.domain.wording import Text
from forumdesk.services import editions, outcomes
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.commitments.bar import BOARD
from forumdesk.ui.commitments.chooser import Chooser, Offer
from forumdesk.ui.commitments.lanes import MIME
from forumdesk.ui.commitments.page import CommitmentsPage, sieve_from, vars_of
from forumdesk.ui.commitments.report_dialog import ReportDialog
from forumdesk.ui.commitments.sight import link_in
from forumdesk.ui.main_window import MainWindow
from tests.services.small import en
from tests.ui.commitments.conftest import Promises, cells, typed
from tests.ui.conftest import Recorded

pytestmark = pytest.mark.gui
STATUS = CommitmentStatus
TITLES = ["Centre", "Newsletter", "Exchange", "Report"]


def now(page: CommitmentsPage, commitment: Commitment) -> Commitment:
    return page.work.desk.get(Commitment, commitment.id)


def choose(page: CommitmentsPage, commitment: Commitment) -> None:
    assert page.select(Subject("commitment", commitment.id))


def lanes(page: CommitmentsPage) -> dict[str, list[str]]:
    return {
        status.value: [
            str(lane.cards.data(lane.cards.index(n))) for n in range(lane.cards.rowCount())
        ]
        for status, lane in page.board.lanes.items()
    }


# -- the table ----------------------------------------------------------------------------------


def test_they_are_listed_by_due_day_the_closed_last(page: CommitmentsPage) -> None:
    assert cells(page, "title.en") == TITLES
    assert cells(page, "due") == ["April 10, 2026", "mid-May 2026", "ongoing", "January 31, 2025"]
    assert cells(page, "status") == ["Late", "On track", "Open", "Done"]
    assert cells(page, "owners") == ["Chip Association", "Chip Association", "", ""]
    assert cells(page, "origin")[0] == "1st forum · Opening ceremony"
    assert page.bar.count.text() == "4 commitments"
    page.sort("due")
    assert cells(page, "title.en") == ["Report", "Exchange", "Newsletter", "Centre"]
    page.sort("status")
    assert cells(page, "status") == ["Late", "Open", "On track", "Done"]
    for column in ("owners", "origin", "heard", "title.en"):
        page.sort(column)
        assert sorted(cells(page, "title.en")) == sorted(TITLES)


def test_models_keep_to_qts_rules(page: CommitmentsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.table.model_, force_py=True)
    for lane in page.board.lanes.values():
        qtmodeltester.check(lane.cards, force_py=True)


def test_cells_are_typed_over_and_each_is_undone(
    page: CommitmentsPage, promises: Promises, messages: Recorded
) -> None:
    desk = page.work.desk
    before = now(page, promises.open)
    row = page.table.model_.row_of(promises.open.id)
    assert typed(page, row, "due", "다음 달 말")
    due = now(page, promises.open)
    assert (due.due, due.due_text["ko"]) == (date(2024, 7, 31), "다음 달 말")
    desk.undo()
    assert now(page, promises.open) == before
    row = page.table.model_.row_of(promises.open.id)
    assert typed(page, row, "owners", "Chip Association")
    desk.undo()
    assert desk.find(CommitmentOwner, commitment=promises.open.id) == []
    assert typed(page, row, "status", "done")
    assert now(page, promises.open).status is STATUS.DONE
    desk.undo()
    assert typed(page, row, "title.en", "Exchange of talent")
    assert not typed(page, row, "due", "soon")
    assert "neither a day nor a period" in messages.refused[-1]
    assert "neither a day nor a period" in page.table.why


def test_what_is_overdue_can_not_be_said_to_be_on_track(
    page: CommitmentsPage, promises: Promises, messages: Recorded
) -> None:
    assert not typed(page, 0, "status", "on-track")
    assert "was due on 2026-04-10" in messages.refused[-1]
    assert now(page, promises.late).status is STATUS.OPEN


def test_a_row_is_begun_by_typing_and_belongs_to_the_edition_shown(page: CommitmentsPage) -> None:
    assert typed(page, 4, "title.en", "New promise")
    made = page.work.desk.find(Commitment)[-1]
    assert (made.title, made.edition) == (en("New promise"), page.work.edition)
    assert page.chosen == made.id
    assert page.table.model_.filled() == 5
    page.work.desk.undo()
    assert page.table.model_.filled() == 4


def test_rows_are_pasted_and_cells_emptied(page: CommitmentsPage, promises: Promises) -> None:
    page.table.select_key(promises.open.id, 0)
    page.table.copy()
    assert QGuiApplication.clipboard().text() == "Exchange"
    page.table._put_cursor(4, 0)
    QGuiApplication.clipboard().setText("Pasted\tQ4 2026\tOpen\tChip Association\n")
    page.table.paste()
    made = page.work.desk.find(Commitment)[-1]
    assert (made.title, made.due) == (en("Pasted"), date(2026, 12, 31))
    page.table.select_key(promises.soon.id, 1)
    page.table.empty()
    assert now(page, promises.soon).due is None
    page.work.desk.undo()
    assert now(page, promises.soon).due == date(2026, 5, 20)


def test_words_and_filters_find(page: CommitmentsPage, promises: Promises, qtbot: QtBot) -> None:
    page.bar.search.setText("chip new")
    qtbot.waitUntil(lambda: cells(page, "title.en") == ["Newsletter"])
    assert page.bar.count.text() == "1 of 4"
    page.show_all()
    chips = page.bar.chips
    chips["standings"].tick(("late", "soon"))
    assert cells(page, "title.en") == ["Centre", "Newsletter"]
    chips["owners"].tick(("",))
    assert cells(page, "title.en") == []
    assert page.nothing.isVisible()
    assert page.nothing.head.text() == "No commitment is found"
    page.nothing.clear.click()
    assert cells(page, "title.en") == TITLES
    assert [(e.said, e.count) for e in page._standings()] == [
        *(("Open", 3), ("Late", 1), ("Due soon", 1), ("Closed", 1)),
    ]
    chips["editions"].tick((promises.late.edition or "",))
    assert len(page.rows) == 4
    kept = json.loads(json.dumps({**vars_of(page.sieve), "typed": ""}))
    assert sieve_from(kept) == page.sieve
    assert not sieve_from({"standings": ["gone"], "owners": 7})


def test_place_and_view_are_come_back_to(page: CommitmentsPage, promises: Promises) -> None:
    choose(page, promises.soon)
    page.show_view(BOARD)
    page.sort("status")
    place = page.place()
    page.show_all()
    page.show_view("table")
    choose(page, promises.done)
    page.restore(place)
    assert (page.chosen, page.view, page.order.column) == (promises.soon.id, BOARD, "status")


def test_what_is_hidden_is_shown_when_it_is_gone_to(
    page: CommitmentsPage, promises: Promises
) -> None:
    page.bar.chips["standings"].tick(("late",))
    page.work.go(Subject("commitment", promises.done.id, "due"))
    assert page.chosen == promises.done.id
    assert not page.sieve
    assert page.panel.due.hasFocus()
    assert not page.select(Subject("commitment", "gone"))


def test_another_series_is_chosen(page: CommitmentsPage, desk: ForumFile) -> None:
    assert not page.bar.series.isVisible()
    other = editions.create_series(desk, en("Other forum"), {})
    outcomes.add_commitment(desk, other.id, en("Elsewhere"), {})
    assert page.bar.series.isVisible()
    page.bar.seriesPicked.emit(other.id)
    assert cells(page, "title.en") == ["Elsewhere"]
    assert page.chosen == ""


# -- the board ----------------------------------------------------------------------------------


def test_cards_stand_in_the_lane_of_how_they_stand(page: CommitmentsPage) -> None:
    page.show_view(BOARD)
    assert lanes(page) == {
        "open": ["Exchange"],
        "on-track": ["Newsletter"],
        "late": ["Centre"],
        "done": ["Report"],
        "dropped": [],
    }


def test_a_card_is_dropped_into_another_lane(page: CommitmentsPage, promises: Promises) -> None:
    page.show_view(BOARD)
    source, target = page.board.lanes[STATUS.OPEN].cards, page.board.lanes[STATUS.DONE].cards
    dragged = source.mimeData([source.index(0)])
    assert target.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, target.index(-1))
    assert lanes(page)["done"] == ["Exchange", "Report"]
    assert now(page, promises.open).status is STATUS.DONE
    page.work.desk.undo()
    assert lanes(page)["open"] == ["Exchange"]
    onto_itself = source.mimeData([source.index(0)])
    assert not source.dropMimeData(onto_itself, Qt.DropAction.MoveAction, -1, -1, source.index(0))
    foreign = QMimeData()
    foreign.setText("text")
    assert not target.dropMimeData(foreign, Qt.DropAction.MoveAction, 0, 0, target.index(-1))
    assert target.mimeTypes() == [MIME]


def test_a_card_is_moved_by_keys(
    page: CommitmentsPage, promises: Promises, messages: Recorded
) -> None:
    page.show_view(BOARD)
    choose(page, promises.open)
    lane = page.board.lanes[STATUS.OPEN]
    lane.setFocus()
    QTest.keyClick(lane, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert lanes(page)["on-track"] == ["Exchange", "Newsletter"]
    moved = page.board.lanes[STATUS.ON_TRACK]
    assert moved.key() == promises.open.id
    moved.setFocus()
    QTest.keyClick(moved, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert lanes(page)["on-track"] == ["Newsletter", "Exchange"]
    QTest.keyClick(moved, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert lanes(page)["on-track"] == ["Exchange", "Newsletter"]
    QTest.keyClick(moved, Qt.Key.Key_Right)
    assert page.chosen == promises.late.id
    late = page.board.lanes[STATUS.LATE]
    QTest.keyClick(late, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "was due on 2026-04-10" in messages.refused[-1]
    assert lanes(page)["late"] == ["Centre"]
    for _ in range(3):
        page.work.desk.undo()
    assert lanes(page)["open"] == ["Exchange"]


# -- what stands beside -------------------------------------------------------------------------


def test_the_panel_says_what_a_due_day_was_understood_as(
    page: CommitmentsPage, promises: Promises, messages: Recorded
) -> None:
    choose(page, promises.open)
    panel = page.panel
    assert panel.understood.text() == "No day follows from this; it is never late."
    panel.due.setText("연내")
    panel.due.commit()
    assert panel.understood.text() == "Understood as: until December 31, 2024"
    assert now(page, promises.open).due_text == Text.of(ko="연내", en="2024")
    panel.due.setText("nonsense")
    panel.due.commit()
    assert panel.due.property("wrong")
    assert panel.due.text() == "nonsense"
    assert "neither a day" in messages.refused[-1]
    panel.due.setText("2026-12-01")
    panel.due.commit()
    assert not panel.due.property("wrong")
    assert panel.late.text() == "214 days left"


def test_texts_status_and_notes_are_typed_in_the_panel(
    page: CommitmentsPage, promises: Promises
) -> None:
    choose(page, promises.open)
    korean = page.panel.texts["title"].fields["ko"]
    korean.setText("인재 교류")  # type: ignore[union-attr]
    korean.commit()
    page.panel.notes.setPlainText("Ask again in June.")
    page.panel.notes.commit()
    page.panel.status.committed.emit("dropped")
    found = now(page, promises.open)
    assert (found.title["ko"], found.notes) == ("인재 교류", "Ask again in June.")
    assert found.status is STATUS.DROPPED
    page.panel.gone.click()
    assert page.work.desk.count(Commitment, id=promises.open.id) == 0
    assert page.side.currentIndex() == 0
    for _ in range(4):
        page.work.desk.undo()
    assert now(page, promises.open) == promises.open


def test_owners_are_added_by_name_known_or_new(page: CommitmentsPage, promises: Promises) -> None:
    choose(page, promises.open)
    field = page.panel.owners
    assert field._suggest("chip") == ["Chip Association"]
    field.name.entered.emit("chip association")
    assert len(page.sight.ledger.by_id[promises.open.id].owners) == 1  # type: ignore[union-attr]
    field.name.setText("Nobody & Sons")
    field.name.entered.emit("Nobody & Sons")
    assert field.unknown.isVisible()
    assert field.unknown.text() == "Add “Nobody && Sons” as a new organization"
    field.unknown.click()
    names = [o.name["en"] for o in page.sight.ledger.by_id[promises.open.id].owners]  # type: ignore[union-attr]
    assert names == ["Chip Association", "Nobody & Sons"]
    assert not field.unknown.isVisible()
    field._remove(page.sight.ledger.by_id[promises.open.id].owners[0])  # type: ignore[union-attr]
    assert [o.name["en"] for o in page.sight.ledger.by_id[promises.open.id].owners] == [  # type: ignore[union-attr]
        "Nobody & Sons"
    ]


def test_a_report_is_added_changed_and_taken_back(
    page: CommitmentsPage, promises: Promises, qtbot: QtBot
) -> None:
    choose(page, promises.late)
    page.report()
    (dialog,) = page.window().findChildren(ReportDialog)
    assert dialog.status.currentData() == "late"
    dialog.status.setCurrentIndex(dialog.status.findData("done"))
    dialog.text.fields["en"].setPlainText("Opened.")  # type: ignore[union-attr]
    dialog.evidence.setText("https://example.org/opened")
    dialog.ok.click()
    one = page.sight.ledger.by_id[promises.late.id]  # type: ignore[union-attr]
    assert (one.commitment.status, one.reports[0].text) == (STATUS.DONE, en("Opened."))
    assert one.reports[0].evidence == "https://example.org/opened"
    assert cells(page, "heard")[-1].endswith("Opened.")
    page.panel.log._edit(one.reports[0])
    (again,) = [d for d in page.window().findChildren(ReportDialog) if d.isVisible()]
    assert again.evidence.text() == "https://example.org/opened"
    again.on.setText("someday")
    again.ok.click()
    assert again.isVisible()
    again.on.setText("2026-04-30")
    again.on.commit()
    again.ok.click()
    assert page.sight.ledger.by_id[promises.late.id].reports[0].on == date(2026, 4, 30)  # type: ignore[union-attr]
    for _ in range(2):
        page.work.desk.undo()
    assert now(page, promises.late).status is STATUS.OPEN


@pytest.mark.parametrize(
    ("evidence", "link"),
    [
        *(
            ("https://a.example/x", "https://a.example/x"),
            (" http://a.example ", "http://a.example"),
        ),
        *(("Letter, p. 3", ""), ("javascript:alert(1)", ""), ("https://a b", ""), ("http://[", "")),
    ],
)
def test_only_web_addresses_are_links(evidence: str, link: str) -> None:
    assert link_in(evidence) == link


def test_where_it_comes_from_is_chosen_and_opened(
    page: CommitmentsPage, promises: Promises
) -> None:
    choose(page, promises.open)
    page.panel.places.choose_source()
    (chooser,) = page.window().findChildren(Chooser)
    assert {offer.text for offer in chooser.offers.shown} == {"Opening ceremony"}
    chooser.search.setText("2nd forum opening")
    assert [offer.aside for offer in chooser.offers.shown] == ["Session · 2nd forum"]
    chooser.accept()
    one = page.sight.ledger.by_id[promises.open.id]  # type: ignore[union-attr]
    assert one.edition is not None
    assert (one.edition.number, one.source is not None) == (2, True)
    page.panel.places.choose_review()
    (review,) = [c for c in page.window().findChildren(Chooser) if c.isVisible()]
    review.accept()
    one = page.sight.ledger.by_id[promises.open.id]  # type: ignore[union-attr]
    assert len(one.reviewed) == 1
    page.panel.places._unreview(one.reviewed[0].session.id)
    page.panel.places.forget.click()
    one = page.sight.ledger.by_id[promises.open.id]  # type: ignore[union-attr]
    assert (one.source, one.reviewed) == (None, ())
    choose(page, promises.late)
    page.panel.places.source.click()
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.frame.stack.page is not None
    assert window.frame.stack.page.kind.id == "agenda"
    assert window.work.edition == promises.late.edition


def test_a_chooser_finds_nothing_calmly(page: CommitmentsPage, qtmodeltester: ModelTester) -> None:
    offers = [Offer(n, f"Entry {n}", "second") for n in range(3)]
    chooser = Chooser(page.work, "Which?", offers, parent=page)
    qtmodeltester.check(chooser.offers, force_py=True)
    taken: list[object] = []
    chooser.taken.connect(taken.append)
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    chooser.search.setText("nothing like it")
    assert not chooser.ok.isEnabled()
    chooser.search.setText("entry")
    QTest.keyClick(chooser.search, Qt.Key.Key_Down)
    chooser.accept()
    assert taken == [1]


def test_a_commitment_is_made_from_a_session(page: CommitmentsPage) -> None:
    page.add_from("session")
    (chooser,) = page.window().findChildren(Chooser)
    chooser.accept()
    made = page.work.desk.find(Commitment)[-1]
    assert page.chosen == made.id
    assert page.panel.texts["title"].fields["ko"].hasFocus()
    page.work.desk.undo()
    assert page.table.model_.filled() == 4


def test_a_session_of_the_agenda_notes_one(
    open_window: Callable[[], MainWindow], promises: Promises
) -> None:
    window = open_window()
    window.frame.show_page("agenda")
    agenda = window.frame.stack.page
    assert agenda is not None
    session = window.work.dossier.sessions[0].id  # type: ignore[union-attr]
    agenda.select(Subject("session", session))
    window.actions_.run("agenda.commitment")
    page = window.frame.stack.page
    assert isinstance(page, CommitmentsPage)
    made = window.work.desk.find(Commitment)[-1]
    assert (made.session, page.chosen) == (session, made.id)


def test_reminders_are_written_of_what_is_shown(
    page: CommitmentsPage, messages: Recorded, tmp_path: Path
) -> None:
    messages.paths = [tmp_path / "reminders"]
    page.export_reminders()
    text = (tmp_path / "reminders.ics").read_text("utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert text.count("BEGIN:VALARM") == 4
    assert messages.said == [
        "Written: reminders.ics 1 open commitment has no due day and is not in it."
    ]
    messages.paths = [None]
    page.export_reminders()
    page.bar.chips["standings"].tick(("closed",))
    page.export_reminders()
    assert "No open commitment" in messages.refused[-1]


# -- nothing, and much --------------------------------------------------------------------------


def test_without_commitments_there_is_one_next_action(
    open_window: Callable[[], MainWindow], three_editions: list[object]
) -> None:
    window = open_window()
    window.frame.show_page("commitments")
    page = window.frame.stack.page
    assert isinstance(page, CommitmentsPage)
    assert page.nothing.isVisible()
    assert page.nothing.head.text() == "No commitments yet"
    page.nothing.add.click()
    assert page.table.currentIndex().row() == 0
    assert page.side.currentWidget().findChild(QLabel).text() == (
        "Select a commitment to see and edit it here."
    )


def test_without_a_series_the_page_is_calm(open_window: Callable[[], MainWindow]) -> None:
    window = open_window()
    window.frame.show_page("commitments")
    page = window.frame.stack.page
    assert isinstance(page, CommitmentsPage)
    assert page.nothing.head.text() == "No series yet"
    assert not page.has_series()
    page.add()
    page.export_reminders()
    assert page.table.model_.rowCount() == 0


def test_five_hundred_are_shown_and_one_is_changed(
    page: CommitmentsPage, desk: ForumFile, promises: Promises
) -> None:
    with desk.step("Set up"):
        titles = [Text.of(ko=f"약속 {n}", en=f"Promise {n}") for n in range(500)]
        desk.put_all(
            Commitment(desk.new_id(), promises.late.series, text=title, title=title)
            for title in titles
        )
    assert page.table.model_.filled() == 504
    page.show_view(BOARD)
    assert len(lanes(page)["open"]) == 501
    choose(page, promises.soon)
    page.panel.notes.setPlainText("x")
    page.panel.notes.commit()
    assert page.chosen == promises.soon.id
