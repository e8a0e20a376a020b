# SPDX-License-Identifier: MIT
"""The board with 1,079 sessions in 37 rooms on one day: a frame of 60 Hz, and 300 ms to open."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from forumdesk.domain.agenda import Session, SessionKind, SessionRoom
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.agenda.page import AgendaPage
from forumdesk.ui.agenda.switch import BOARD
from forumdesk.ui.board.area import FIT
from forumdesk.ui.board.hand import Doing
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.look import Appearance, Look
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.settings import Settings
from tests.bench import Measure

FRAME = 1000 / 60  # milliseconds
OPENED = 300.0
SESSIONS, ROOMS = 1079, 37
DAY = date(2026, 6, 27)
SIZE = (1920, 1080)
RUNS = 40


def measures() -> Iterator[Measure]:
    """Opening the day, repainting all of the board, and one step of a pull with its answer."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        look = Look(app, Appearance.LIGHT)
        desktop = Desktop(look, Settings(Path(folder) / "settings.json"))
        desk = ForumFile.create(Path(folder) / "board.forum")
        _fill(desk)
        window = MainWindow(desk, desktop)
        window.resize(*SIZE)
        window.show()
        window.frame.show_page("agenda")
        page = window.frame.stack.page
        assert isinstance(page, AgendaPage)
        page.show_view(BOARD)
        window.work.check()
        yield from _measured(app, page)
        window.close()
        desktop.close()


def _measured(app: QApplication, page: AgendaPage) -> Iterator[Measure]:
    board = page.board

    def opened() -> float:
        page.show_day(DAY + timedelta(days=1))
        app.processEvents()
        return _milliseconds(lambda: (page.show_day(DAY), app.processEvents()))

    yield Measure(
        f"open a day of {SESSIONS} sessions", median(opened() for _ in range(7)), OPENED, "ms", 1
    )
    yield _frame("repaint the whole board", board.repaint)
    board.set_zoom(FIT)
    app.processEvents()
    yield _frame("repaint the board, day fitted", board.repaint)
    board.set_zoom(15)
    app.processEvents()
    yield _frame("one step of a pull", _steps(app, page))
    assert board.hand.doing is Doing.MOVING
    yield _frame("what the checks say to it", board.hand.judge_now, must=3)
    board.hand.cancel()


def _steps(app: QApplication, page: AgendaPage) -> Callable[[], object]:
    """Take hold of a session in the middle of the view; each call pulls it some way and paints."""
    board = page.board
    middle = board.view.part().center()
    lying = (block.geometry() for block in board.canvas.made.values())
    start = min(lying, key=lambda place: (place.center() - middle).manhattanLength()).center()
    board.hand.press_at(start, Qt.KeyboardModifier.NoModifier)
    ways = iter(range(1_000_000))

    def step() -> None:
        number = next(ways)
        to = start + QPoint(number * 37 % 400 - 200, number * 23 % 300 - 150)
        board.hand.pull_to(to, Qt.KeyboardModifier.NoModifier)
        app.processEvents()

    step()
    return step


def _frame(name: str, job: Callable[[], object], must: float = 1) -> Measure:
    job()
    return Measure(name, median(_milliseconds(job) for _ in range(RUNS)), FRAME, "ms", must)


def _milliseconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000


def _fill(desk: ForumFile) -> None:
    """Sessions of a quarter of an hour, one after another in each room."""
    series = Series(desk.new_id(), Text.of(ko="포럼", en="Forum"))
    days = {"first_day": DAY, "last_day": DAY + timedelta(days=1)}
    edition = Edition(desk.new_id(), series.id, 1, **days)
    rooms = [
        Room(desk.new_id(), edition.id, Text.of(en=f"Room {n}"), position=n) for n in range(ROOMS)
    ]
    sessions, links = [], []
    kinds = list(SessionKind)
    for number in range(SESSIONS):
        turn, room = divmod(number, ROOMS)
        starts = datetime(2026, 6, 27, 9) + timedelta(minutes=15 * turn)
        title = Text.of(ko=f"세션 {number}: 공급망과 산업", en=f"Session {number}: supply chains")
        made = Session(
            desk.new_id(),
            edition.id,
            title,
            kinds[number % len(kinds)],
            position=number,
            starts=starts,
            minutes=15,
        )
        sessions.append(made)
        links.append(SessionRoom(desk.new_id(), made.id, rooms[room].id))
    with desk.step("Fill"):
        desk.put_all([series, edition, *rooms, *sessions, *links])
