# SPDX-License-Identifier: MIT
"""100,000 participants: found while typing, sorted, opened, scrolled, one of them changed."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from forumdesk.domain.sifting import Filters, Order, View
from forumdesk.services.roster_cells import set_roster_cell
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.collecting import Collecting
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.look import Appearance, Look
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.participants.page import ParticipantsPage
from forumdesk.ui.settings import Settings
from tests.bench import Measure
from tests.people_of import fill

FRAME = 1000 / 60  # milliseconds
FOUND = 30.0  # what finding must take no longer than, 99 times of 100
OPENED = SORTED = 300.0
STEP = 100.0  # the window never stalls for longer
MANY = 100_000
SIZE = (1920, 1080)
RUNS = 40
# What somebody types until a name stands there, Korean and Latin; rare, common and nothing.
TYPED = (
    *("ㄱ", "기", "김", "김ㄱ", "김기", "김길", "김길ㄷ", "김길도", "김길동", "김길동 장관"),
    *("s", "sm", "smi", "smit", "smith", "kim gil", "17", "1717", "institute 9", "없는 사람"),
)


def measures() -> Iterator[Measure]:
    """Of the store alone, then of the page in a window."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        desk = ForumFile.create(Path(folder) / "roster.forum")
        edition = fill(desk, MANY)
        look = Look(app, Appearance.LIGHT)
        desktop = Desktop(look, Settings(Path(folder) / "settings.json"))
        window = MainWindow(desk, desktop)
        window.resize(*SIZE)
        window.show()
        window.work.show_edition(edition.id)
        Collecting(desktop)  # as the program does after its first paint
        yield _opened(app, window)
        page = window.frame.stack.page
        assert isinstance(page, ParticipantsPage)
        yield from _found(page)
        yield from _shown(app, page)
        window.close()
        desktop.close()


def _opened(app: QApplication, window: MainWindow) -> Measure:
    def show() -> None:
        window.frame.show_page("participants")
        app.processEvents()

    return Measure(f"open the page of {MANY:,} people", _milliseconds(show), OPENED, "ms", must=3)


def _found(page: ParticipantsPage) -> Iterator[Measure]:
    sifted = page.sifted
    assert sifted is not None
    while not sifted.prepare(2000):
        pass

    def find(typed: str) -> float:
        view = View(Filters(typed=typed), sifted.view.order)
        return _milliseconds(lambda: sifted.look(view))

    times = [find(typed) for _ in range(20) for typed in TYPED]
    yield Measure(
        "find as you type, p99", quantiles(times, n=100)[98], FOUND, "ms", 1, FRAME / FOUND
    )
    yield Measure("find as you type, p50", median(times), FRAME, "ms")
    sifted.look(View())


def _shown(app: QApplication, page: ParticipantsPage) -> Iterator[Measure]:
    for column in ("name", "organization", "status", "number"):
        page.look(order=Order("seat"))

        def sort(column: str = column) -> None:
            page.sort(column)
            app.processEvents()

        yield Measure(f"sort by {column}", _milliseconds(sort), SORTED, "ms", must=1)
    table, bar = page.table, page.table.verticalScrollBar()
    yield _frame("repaint the list", table.viewport().repaint)
    places = iter(range(1_000_000))

    def scroll() -> None:
        bar.setValue(bar.value() + 120)
        table.viewport().repaint()

    def leap() -> None:
        bar.setValue(next(places) * 7919 * 40 % bar.maximum())
        table.viewport().repaint()

    yield _frame("scroll by three rows", scroll)
    yield _frame("scroll to anywhere", leap)

    def type_over() -> None:
        key = page.table.roster.key_at(50)
        page.work.run(set_roster_cell, key, "category", str(next(places)))
        app.processEvents()

    taken = median(_milliseconds(type_over) for _ in range(7))
    yield Measure("type over a cell, until shown", taken, STEP, "ms", must=2)


def _frame(name: str, job: Callable[[], object]) -> Measure:
    job()
    return Measure(name, median(_milliseconds(job) for _ in range(RUNS)), FRAME, "ms", must=1)


def _milliseconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return (time.perf_counter() - start) * 1000
