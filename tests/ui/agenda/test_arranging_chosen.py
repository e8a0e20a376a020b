# SPDX-License-Identifier: MIT
"""Commands that arrange the chosen sessions, and the dialog that shifts what comes after."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.shifting import Reach
from forumdesk.domain.wording import Text
from forumdesk.services.planning import add_session
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.shift_dialog import ShiftDialog
from forumdesk.ui.agenda.switch import BOARD, LIST
from tests.ui.conftest import Recorded


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 6, 27, hour, minute)


def session(page: AgendaPage, title: str) -> Session:
    found = page.work.desk.find(Session, edition=page.work.edition)
    return next(s for s in found if s.title["en"] == title)


def choose(page: AgendaPage, *titles: str) -> None:
    page.show_view(BOARD)
    page.board.choose([session(page, title).id for title in titles])


def run(page: AgendaPage, command: str) -> None:
    page.window().actions_.run(f"agenda.{command}")  # type: ignore[attr-defined]


def usable(page: AgendaPage, command: str) -> bool:
    actions = page.window().actions_  # type: ignore[attr-defined]
    actions.refresh()
    return bool(actions[f"agenda.{command}"].isEnabled())


def dialog(page: AgendaPage) -> ShiftDialog:
    (found,) = page.window().findChildren(ShiftDialog)
    return found


def shown(made: ShiftDialog) -> list[tuple[str | None, ...]]:
    model = made.moving
    return [
        tuple(model.data(model.index(row, column)) for column in range(3))
        for row in range(model.rowCount())
    ]


def test_two_chosen_sessions_swap_and_join(page: AgendaPage) -> None:
    choose(page, "Opening ceremony")
    assert not usable(page, "swap")
    assert not usable(page, "join")
    choose(page, "Keynote", "Opening ceremony")
    run(page, "swap")
    assert session(page, "Keynote").starts == at(9)
    assert session(page, "Opening ceremony").starts == at(10)
    choose(page, "Opening ceremony", "Keynote")
    run(page, "join")
    joined = session(page, "Keynote")
    assert (joined.starts, joined.ends) == (at(9), at(10, 40))
    assert page.planner.current_session() == joined.id
    page.work.desk.undo()
    assert session(page, "Opening ceremony").starts == at(10)


@pytest.mark.parametrize("typed", ["15", "9:15", "15분", " 0915 "])
def test_session_is_split_at_a_time_or_after_minutes(
    page: AgendaPage, messages: Recorded, typed: str
) -> None:
    choose(page, "Opening ceremony")
    messages.answers.append(typed)
    run(page, "split")
    found = page.work.desk.find(Session, edition=page.work.edition, parent=None)
    times = sorted((s.starts, s.minutes) for s in found if s.starts)
    assert times == [(at(9), 15), (at(9, 15), 25), (at(10), 30)]
    second = next(s for s in found if s.starts == at(9, 15))
    assert page.planner.current_session() == second.id


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("soon", "“soon” is not a time; write it like 9:30, 0930, 2:30 pm or 오후 2:30."),
        ("11:00", "“Opening ceremony” takes 40 min; it can't be split after 120 min."),
        (" ", None),
    ],
)
def test_split_that_can_not_be_says_why(
    page: AgendaPage, messages: Recorded, typed: str, refused: str | None
) -> None:
    choose(page, "Opening ceremony")
    messages.answers.append(typed)
    run(page, "split")
    assert messages.refused == ([refused] if refused else [])
    assert session(page, "Opening ceremony").minutes == 40


def test_locked_sessions_are_marked_and_refuse_to_move(
    page: AgendaPage, messages: Recorded
) -> None:
    choose(page, "Keynote", "Opening ceremony")
    run(page, "lock")
    assert session(page, "Keynote").locked
    assert page.window().actions_["agenda.lock"].isChecked()  # type: ignore[attr-defined]
    choose(page, "Keynote")
    run(page, "later")
    assert messages.refused == ["“Keynote” is locked; unlock it to move it."]
    run(page, "lock")
    assert not session(page, "Keynote").locked
    run(page, "later")
    assert session(page, "Keynote").starts == at(10, 5)


def test_session_follows_the_one_before_it_and_no_more(
    page: AgendaPage, messages: Recorded
) -> None:
    choose(page, "Keynote")
    run(page, "link")
    assert session(page, "Keynote").follows == session(page, "Opening ceremony").id
    assert session(page, "Keynote").starts == at(9, 40)
    assert page.window().actions_["agenda.link"].isChecked()  # type: ignore[attr-defined]
    run(page, "link")
    assert session(page, "Keynote").follows is None
    choose(page, "Opening ceremony")
    run(page, "link")
    assert messages.said == ["There is no session before it to follow."]


def test_shift_shows_what_moves_and_does_it(
    page: AgendaPage, messages: Recorded, qtbot: QtBot
) -> None:
    choose(page, "Opening ceremony")
    run(page, "shift")
    made = dialog(page)
    ModelTester(made.moving).check(made.moving)
    assert shown(made) == [("Keynote", "10:00–10:30", "10:15–10:45")]
    assert made.said.text() == "1 session moves."
    made.minutes.setText("-30분")
    made.ask_checks()
    assert shown(made) == [("Keynote", "10:00–10:30", "09:30–10:00")]
    qtbot.waitUntil(lambda: made.outlook.text() == "The checks find nothing new.")
    steps = len(page.work.desk.history())
    QTest.keyClick(made.minutes, Qt.Key.Key_Return)
    assert made.result() == QDialog.DialogCode.Accepted
    assert session(page, "Keynote").starts == at(9, 30)
    assert len(page.work.desk.history()) == steps + 1
    assert messages.said == ["1 session moved."]


def test_shift_tells_of_new_problems_before_it_is_done(page: AgendaPage, qtbot: QtBot) -> None:
    choose(page, "Opening ceremony")
    run(page, "shift")
    made = dialog(page)
    made.minutes.setText("+2일")
    assert "not a length" in made.said.text()
    assert not made.go.isEnabled()
    made.minutes.setText("23h")
    qtbot.waitUntil(lambda: made.clashes.rowCount() > 0)
    assert made.outlook.text() == "1 new problem"
    assert "Keynote" in made.clashes.problems[0].phrase.said(page.work.words)
    made.minutes.setText("soon")
    made.reaches[Reach.ROOMS].click()
    assert (made.clashes.rowCount(), made.outlook.text()) == (0, "")
    made.minutes.setText("0")
    assert made.said.text() == "0 minutes move nothing."
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert session(page, "Keynote").starts == at(10)


def test_shift_goes_as_far_as_chosen(page: AgendaPage) -> None:
    choose(page, "Keynote")
    run(page, "shift")
    made = dialog(page)
    assert made.said.text() == "Nothing comes after it that could move."
    made.reaches[Reach.BREAK].click()
    assert made.reach is Reach.BREAK
    assert not made.go.isEnabled()


def test_session_without_a_time_has_nothing_after_it(page: AgendaPage, messages: Recorded) -> None:
    untimed = add_session(page.work.desk, page.work.edition, {"title": Text.of(en="Dinner")})
    page.show_view(LIST)
    page.select(Subject("session", untimed.id))
    run(page, "shift")
    assert messages.said == ["It has no time yet; nothing comes after it."]


def test_list_shows_what_is_locked_or_follows(page: AgendaPage) -> None:
    choose(page, "Keynote")
    run(page, "link")
    choose(page, "Opening ceremony")
    run(page, "lock")
    page.show_view(LIST)
    model = page.table.sessions
    keynote = model.row_of(session(page, "Keynote").id)
    assert [model.held(0), model.held(1), model.held(keynote)] == ["lock", "", "link"]
    spoken = model.index(keynote, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Start: 09:40. follows “Opening ceremony”"
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "09:00\nlocked"
