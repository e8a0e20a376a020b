# SPDX-License-Identifier: MIT
"""The live page: what is on, what counts, and what a late start does, at moments of one day."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Role, Session, SessionKind
from forumdesk.domain.desk import Subject
from forumdesk.domain.wording import Text
from forumdesk.services.arranging import lock_sessions
from forumdesk.services.parts import add_part_by_name
from forumdesk.services.planning import add_session
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.live.late_dialog import LateDialog
from forumdesk.ui.live.page import LivePage
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import add_three_editions, begins_with

pytestmark = pytest.mark.gui
DAY = (2026, 6, 27)


def add_day(desk: ForumFile) -> str:
    """On the day: 09:00 opening with two speeches, 09:40 keynote, 10:10 break, 10:30 panel."""
    edition = add_three_editions(desk)[2].id
    (opening,) = desk.find(Session, edition=edition)
    for title, hour, minute, minutes in (("Welcome", 9, 0, 20), ("Greetings", 9, 20, 20)):
        made = add_session(
            desk,
            edition,
            {
                "title": Text.of(en=title, ko="인사"),
                "kind": SessionKind.REMARKS,
                "starts": datetime(*DAY, hour, minute),
                "minutes": minutes,
            },
            parent=opening.id,
        )
        add_part_by_name(desk, made.id, f"{title} Speaker", Role.SPEAKS)
    for title, kind, hour, minute, minutes in (
        ("Keynote", SessionKind.KEYNOTE, 9, 40, 30),
        ("Coffee", SessionKind.BREAK, 10, 10, 20),
        ("Panel", SessionKind.PANEL, 10, 30, 60),
    ):
        add_session(
            desk,
            edition,
            {
                "title": Text.of(en=title),
                "kind": kind,
                "starts": datetime(*DAY, hour, minute),
                "minutes": minutes,
            },
        )
    return edition


filling = begins_with("page", add_day)


@pytest.fixture
def page(open_window: Callable[[], MainWindow], begun: str) -> LivePage:
    window = open_window()
    window.work.show_edition(begun)
    window.frame.show_page("live")
    made_page = window.findChild(LivePage)
    assert isinstance(made_page, LivePage)
    return made_page


def at(page: LivePage, hour: int, minute: int, second: int = 0) -> None:
    """Let it be a wall time of the day at the venue."""
    wall = datetime(*DAY, hour, minute, second, tzinfo=ZoneInfo("America/New_York"))
    page.work.desk.now = lambda: wall.astimezone(UTC)  # type: ignore[method-assign]
    page.tick()


def titled(page: LivePage, title: str) -> Session:
    (found,) = (
        s for s in page.work.desk.find(Session, edition=page.work.edition) if s.title["en"] == title
    )
    return found


def told(page: LivePage) -> tuple[str, str, str, str]:
    """Title, figure and what it means, and what is said to be next."""
    return (
        page.card.title.text(),
        page.card.figure.accessibleName(),
        page.clock.text(),
        page.then.text(),
    )


def beside(page: LivePage) -> list[tuple[str, str]]:
    """Each line of the day without its people, and how it stands."""
    lines = [page.days.index(row).data() for row in range(page.days.rowCount())]
    return [(line.strip(), line_aside(page, row)) for row, line in enumerate(lines)]


def line_aside(page: LivePage, row: int) -> str:
    spoken = page.days.index(row).data(Qt.ItemDataRole.AccessibleTextRole).split(", ")
    return str(spoken[-1]) if spoken[-1] in ("now", "over", "over time", "09:41") else ""


def test_before_the_first_session_it_counts_down_to_it(page: LivePage) -> None:
    at(page, 8, 50)
    assert told(page) == ("Welcome", "10:00 until it begins", "08:50:00", "Next at 09:00: Welcome")
    assert page.begin_button.text() == "&Begin “Welcome”"
    assert not page.end_button.isEnabled()


def test_the_item_that_is_on_is_shown_with_what_it_has_left(page: LivePage) -> None:
    at(page, 9, 21, 30)
    assert told(page) == ("Greetings", "18:30 left", "09:21:30", "Next at 09:40: Keynote")
    assert beside(page) == [
        ("09:00  Opening ceremony", "now"),
        ("09:00  Welcome", "over"),
        ("09:20  Greetings", "now"),
        ("09:40  Keynote", ""),
        ("10:10  Coffee", ""),
        ("10:30  Panel", ""),
    ]
    assert page.card.people.text() == "Greetings Speaker"
    assert page.card.other.text() == "인사"


def test_what_was_begun_late_runs_on_and_then_over(page: LivePage) -> None:
    at(page, 9, 7)
    page.begin_button.click()
    assert titled(page, "Welcome").began == datetime(*DAY, 9, 7)
    assert titled(page, "Opening ceremony").began == datetime(*DAY, 9, 7)
    at(page, 9, 26)
    assert told(page)[:2] == ("Welcome", "1:00 left began 7 min late")
    at(page, 9, 30, 5)
    assert told(page)[:2] == ("Welcome", "3:05 over time began 7 min late")
    assert ("09:00  Welcome", "over time") in beside(page)
    assert page.begin_button.text() == "&Begin “Greetings”"


def test_ending_and_taking_back(page: LivePage) -> None:
    at(page, 9, 41)
    page.begin_button.click()
    at(page, 9, 45)
    page.end_button.click()
    assert titled(page, "Keynote").ended == datetime(*DAY, 9, 45)
    page.picked = titled(page, "Keynote").id
    page.tick()
    assert told(page)[:2] == ("Keynote", "09:45 ended at 09:45 began 1 min late")
    page.reset_button.click()
    assert (titled(page, "Keynote").began, titled(page, "Keynote").ended) == (None, None)
    assert page.work.desk.undo() is not None
    assert titled(page, "Keynote").ended == datetime(*DAY, 9, 45)


def late_dialog(page: LivePage) -> LateDialog:
    (dialog,) = page.window().findChildren(LateDialog)
    return dialog


def test_a_late_start_ripples_up_to_the_break_in_one_step(page: LivePage) -> None:
    at(page, 9, 12)
    page.begin_button.click()
    before = page.work.desk.undoable()
    page.ask_late()
    dialog = late_dialog(page)
    assert dialog.minutes.text() == "12"
    moving = [(was.title["en"], now.starts, now.minutes) for was, now in dialog.moving.moves]
    assert moving == [
        ("Opening ceremony", datetime(*DAY, 9), 52),
        ("Welcome", datetime(*DAY, 9, 12), 20),
        ("Greetings", datetime(*DAY, 9, 32), 20),
        ("Keynote", datetime(*DAY, 9, 52), 30),
        ("Coffee", datetime(*DAY, 10, 22), 8),
    ]
    assert dialog.said.text() == "“Coffee” is down to 8 min."
    dialog.go.click()
    assert titled(page, "Coffee").minutes == 8
    assert titled(page, "Panel").starts == datetime(*DAY, 10, 30)
    page.work.desk.undo()
    assert page.work.desk.undoable() == before
    assert titled(page, "Coffee").minutes == 20


def test_a_locked_session_stops_the_delay_and_says_what_must_be_caught_up(page: LivePage) -> None:
    lock_sessions(page.work.desk, [titled(page, "Keynote").id], True)
    at(page, 9, 5)
    page.ask_late()
    dialog = late_dialog(page)
    assert dialog.said.text() == "“Keynote” is locked: 5 min must be caught up before it."
    assert "Keynote" not in [was.title["en"] for was, _ in dialog.moving.moves]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("soon", "“soon” is not a length; write it like 45, 1h30, 90분 or 1시간 30분."),
        ("", "“” is not a length; write it like 45, 1h30, 90분 or 1시간 30분."),
        ("-5", "“Welcome” can't be -5 min late."),
        ("0", "“Welcome” can't be 0 min late."),
    ],
)
def test_what_is_no_delay_is_answered_in_place(page: LivePage, typed: str, answer: str) -> None:
    at(page, 9, 5)
    page.ask_late()
    dialog = late_dialog(page)
    dialog.minutes.setText(typed)
    assert not dialog.go.isEnabled()
    assert (dialog.said.text(), dialog.moving.rowCount()) == (answer, 0)


def test_a_picked_session_stays_until_one_goes_back(page: LivePage, qtbot: QtBot) -> None:
    at(page, 9, 5)
    row = page.days.row_of(titled(page, "Panel").id)
    place = page.list.visualRect(page.days.index(row)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    at(page, 9, 6)
    assert page.card.title.text() == "Panel"
    page.follow.click()
    assert page.card.title.text() == "Welcome"
    assert page.select(Subject("session", titled(page, "Coffee").id))
    assert page.card.title.text() == "Coffee"


def test_a_room_leaves_out_what_is_elsewhere(page: LivePage) -> None:
    dossier = page.work.dossier
    assert dossier is not None
    at(page, 9, 5)
    page.room.show_value(dossier.rooms[0].id)
    page.tick()
    assert len(beside(page)) == 6  # all are everywhere


def test_on_another_day_it_says_when_the_day_is(page: LivePage) -> None:
    at(page, 9, 0)
    page.work.desk.now = lambda: datetime(2026, 3, 1, tzinfo=UTC)  # type: ignore[method-assign]
    page.tick()
    assert page.whole.currentIndex() == 1
    assert "27 June 2026" in page.nothing.text()
    assert not page.end_button.isEnabled()


def test_the_large_view_shows_the_same_and_closes_by_esc(page: LivePage, qtbot: QtBot) -> None:
    at(page, 9, 21)
    page.large.click()
    stage = page.stage
    assert stage is not None
    assert stage.accessibleName() == "Greetings, 인사, 19:00, left, Next at 09:40: Keynote"
    with_greetings = stage.grab().toImage()
    at(page, 12, 0)
    assert stage.grab().toImage() != with_greetings
    qtbot.keyClick(stage, Qt.Key.Key_Escape)
    assert not stage.isVisible()


def test_the_clock_runs_only_while_it_is_seen(page: LivePage, qapp: QApplication) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    assert page._tick.isActive()
    window.frame.show_page("overview")
    assert not page._tick.isActive()
    window.frame.show_page("live")
    assert page._tick.isActive()
    assert page._tick.interval() == 1000


def test_with_nothing_left_nothing_can_be_begun_or_taken_back(page: LivePage) -> None:
    at(page, 12, 0)
    assert told(page)[3] == "Nothing more today."
    assert page.begin_button.text() == "Begin &now"
    assert not page.begin_button.isEnabled()
    assert not page.reset_button.isEnabled()


def test_commands_are_asked_anew_only_when_something_else_can_be_done(
    page: LivePage, qtbot: QtBot
) -> None:
    at(page, 9, 21)
    with qtbot.assertNotEmitted(page.commandsChanged):
        at(page, 9, 21, 1)
    with qtbot.waitSignal(page.commandsChanged, timeout=0, raising=False) as changed:
        at(page, 12, 0)
    assert changed.signal_triggered
