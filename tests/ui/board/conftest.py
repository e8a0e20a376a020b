# SPDX-License-Identifier: MIT
"""The board that tests pull on: two days, three rooms, and how they read and reach it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from forumdesk.domain.agenda import Session, SessionKind, SessionRoom
from forumdesk.domain.forum import Edition, Room
from forumdesk.domain.wording import Text
from forumdesk.services.planning import add_session, set_rooms
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.board.ghost import Outline
from forumdesk.ui.board.view import Board
from forumdesk.ui.main_window import MainWindow
from tests.ui.conftest import add_three_editions, begins_with

DAY = date(2026, 6, 27)
NEXT = date(2026, 6, 28)
NO_KEYS = Qt.KeyboardModifier.NoModifier


class OnBoard:
    """The board of a window, read and pulled at by rooms and times."""

    def __init__(self, page: AgendaPage) -> None:
        self.page, self.board, self.desk = page, page.board, page.work.desk

    @property
    def canvas(self) -> QWidget:
        return self.board.canvas

    def at(self, room: int, clock: str, nudge: int = 0) -> QPoint:
        """The point of the canvas in the middle of a room's column, at a time of the day."""
        hour, minute = map(int, clock.split(":"))
        scale = self.board.canvas.scale
        top = round(scale.top(hour * 60 + minute)) + nudge
        return QPoint(round((room + 0.5) * scale.column), top)

    def session(self, title: str) -> Session:
        found = self.desk.find(Session, edition=self.page.work.edition)
        return next(session for session in found if session.title.get("en") == title)

    def rooms(self, title: str) -> str:
        links = self.desk.find(SessionRoom, session=self.session(title).id)
        return "".join(self.desk.get(Room, link.room).name["en"] for link in links)

    def placed(self, title: str) -> str:
        """Where a session is: ``27 09:00-09:40 A``."""
        session = self.session(title)
        if session.starts is None:
            return f"- {session.minutes} {self.rooms(title)}".strip()
        ends = session.starts + timedelta(minutes=session.minutes or 0)
        return f"{session.starts:%d %H:%M}-{ends:%H:%M} {self.rooms(title)}".strip()

    def outlined(self) -> list[str]:
        """The columns and times of the outlines shown, such as ``0 13:00``."""
        scale = self.board.canvas.scale
        lines = self.canvas.findChildren(Outline, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return sorted(
            f"{scale.column_at(line.x())} {minute // 60:02}:{minute % 60:02}"
            for line in lines
            if line.isVisible()
            for minute in [round(scale.minute_at(line.y() - 1))]
        )

    def steps(self) -> list[str]:
        """The steps so far, by name, the oldest first."""
        return [entry.phrase.said(self.page.work.words) for entry in self.desk.history()][::-1]

    def last_step(self) -> str:
        entry = self.desk.undoable()
        assert entry is not None
        return entry.phrase.said(self.page.work.words)

    def pull(
        self,
        start: QPoint,
        *ways: QPoint,
        keys: Qt.KeyboardModifier = NO_KEYS,
        drop: bool = True,
    ) -> None:
        """Press, move through points, and let go at the last."""
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, keys, start)
        for way in ways:
            self.board.hand.pull_to(way, keys)
        if drop:
            QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, keys, ways[-1])

    def choose(self, *titles: str) -> None:
        self.board.choose([self.session(title).id for title in titles])
        self.board.focus_board()

    def chosen(self) -> list[str]:
        find = {s.id: s.title.get("en", "") for s in self.desk.find(Session)}
        return [find[key] for key in self.board.selected_sessions()]

    def current(self) -> str:
        key = self.board.current_session()
        return self.desk.get(Session, key).title.get("en", "") if key else ""

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """A key where the keyboard is."""
        window = self.board.window()
        QTest.keyClick(window.focusWidget() or window, key, keys)


def fill(desk: ForumFile, edition: Edition) -> None:
    """Two days and three rooms; a plenary opening, talks at one time, one without a time."""
    with desk.step("Fill"):
        desk.put(replace(edition, last_day=NEXT))
        (first,) = desk.find(Room, edition=edition.id)
        desk.put(replace(first, name=Text.of(en="A")))
        rooms = [first.id]
        for number, name in enumerate("BC", 1):
            room = Room(desk.new_id(), edition.id, Text.of(en=name), 40, position=number)
            desk.put(room)
            rooms.append(room.id)
        _add(desk, edition, "Alpha", (10, 0, 60), [rooms[0]])
        _add(desk, edition, "Beta", (10, 30, 60), [rooms[1]])
        _add(desk, edition, "Gamma", (12, 0, 30), [rooms[2]])
        _add(desk, edition, "Later", None, [])


def _add(
    desk: ForumFile,
    edition: Edition,
    title: str,
    at: tuple[int, int, int] | None,
    rooms: Sequence[str],
) -> None:
    fields: dict[str, object] = {"title": Text.of(en=title), "kind": SessionKind.PANEL}
    fields |= {"minutes": 20}
    if at is not None:
        fields |= {"starts": datetime(2026, 6, 27, at[0], at[1]), "minutes": at[2]}
    set_rooms(desk, add_session(desk, edition.id, fields).id, rooms)


def add_board(desk: ForumFile) -> None:
    fill(desk, add_three_editions(desk)[2])


filling = begins_with("on", add_board)


@pytest.fixture
def on(three_editions: list[Edition], open_window: Callable[..., MainWindow]) -> OnBoard:
    """The board of the third edition: opening 9:00, Alpha 10:00 A, Beta 10:30 B, Gamma 12:00 C."""
    edition = three_editions[2]
    window = open_window("agenda")
    window.resize(1280, 1600)
    window.work.show_edition(edition.id)
    window.frame.show_page("agenda")
    page = window.frame.stack.page
    assert isinstance(page, AgendaPage)
    assert isinstance(page.board, Board)
    assert page.on_board
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    made = OnBoard(page)
    page.board.view.verticalScrollBar().setValue(made.at(0, "7:30").y())
    return made
