# SPDX-License-Identifier: MIT
"""What tests of the window share: one look, a desktop of its own, answers ready, clean closing."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition, EditionState, Room, Series
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.look import Appearance, Look
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.messages import Banner, Question
from forumdesk.ui.paper import Paper
from forumdesk.ui.settings import Settings

PATIENCE = 60_000  # milliseconds


@dataclass
class Recorded:
    """Messages that are kept instead of shown; ``answers`` and ``paths`` are given in turn."""

    said: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    banners: dict[str, Banner] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    reported: list[tuple[str, str]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    paths: list[Path | None] = field(default_factory=list)

    def tell(self, text: str) -> None:
        self.said.append(text)

    def refuse(self, error: ForumDeskError) -> None:
        self.refused.append(str(error))

    def show(self, banner: Banner) -> None:
        self.banners[banner.key] = banner

    def clear(self, key: str) -> None:
        self.banners.pop(key, None)

    def ask(self, question: Question) -> str:
        self.asked.append(question)
        return self.answers.pop(0)

    def ask_text(self, question: str, about: str) -> str | None:
        return self.answers.pop(0)

    def ask_zone(self, question: str, about: str, zone: str) -> str | None:
        self.about.append(f"{about} [{zone}]")
        return self.answers.pop(0) or None

    def open_path(self, title: str, kinds: str) -> Path | None:
        return self.paths.pop(0)

    def save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        return self.paths.pop(0)

    def folder_path(self, title: str, suggested: Path) -> Path | None:
        return self.paths.pop(0)

    def report(self, title: str, details: str) -> None:
        self.reported.append((title, details))


@pytest.fixture(autouse=True)
def _closed_afterwards(qapp: QApplication) -> Iterator[None]:
    """Close and delete what a test left open: leaked windows crash later tests."""
    yield
    for widget in qapp.topLevelWidgets():
        if widget.parent() is not None and widget.isHidden():
            continue  # a menu that is not open, say: it goes with its window
        widget.close()
        # The list of a completer is the completer's to delete: twice would be once too often.
        if widget.windowType() is not Qt.WindowType.Popup:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.processEvents()


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """One that waits for as long as a busy machine may take, where a test says nothing else."""
    for name in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The look, made once: it is the application's."""
    return Look(qapp, Appearance.LIGHT)


class KeptPaper(Paper):
    """A paper worker that serves one desktop after the other."""

    def close(self) -> None:
        """Nothing: the next test goes on with the process."""


@pytest.fixture(scope="session")
def paper(qapp: QApplication) -> Iterator[Paper]:
    """One worker for all tests: starting its process takes longer than most of them."""
    made = KeptPaper()
    yield made
    Paper.close(made)


@pytest.fixture
def desktop(look: Look, paper: Paper, tmp_path: Path) -> Iterator[Desktop]:
    settings = Settings(tmp_path / "settings" / "settings.json")
    settings.change(language="en", appearance="light")
    look.choose(Appearance.LIGHT)
    made = Desktop(look, settings)
    made.paper = paper
    yield made
    made.close()


@pytest.fixture
def messages() -> Recorded:
    return Recorded()


Filling = Callable[[ForumFile], Any]
Filled = tuple[Path, Any]


@pytest.fixture(scope="session")
def filled(new_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Filling], Filled]:
    """Files to begin with, closed, to be copied, and what their filling gave.

    Each is filled once, however many tests begin with it.
    """
    made: dict[Filling, Filled] = {}

    def with_(filling: Filling) -> Filled:
        if filling not in made:
            path = shutil.copyfile(new_file, tmp_path_factory.mktemp("filled") / "filled.forum")
            with ForumFile.open(path) as file:
                made[filling] = (path, filling(file))
        return made[filling]

    return with_


@pytest.fixture
def filling(request: pytest.FixtureRequest) -> Filling:
    """What a test's file begins with: nothing, or three editions; see ``begins_with``."""
    return add_three_editions if "three_editions" in request.fixturenames else add_nothing


def begins_with(fixture: str, adding: Filling) -> Any:
    """The ``filling`` of a module whose files begin with more where a test uses a fixture."""

    @pytest.fixture(name="filling")
    def chosen(request: pytest.FixtureRequest, filling: Filling) -> Filling:
        return adding if fixture in request.fixturenames else filling

    return chosen


@pytest.fixture
def begun(filled: Callable[[Filling], Filled], filling: Filling) -> Any:
    """What the filling of the test's file gave: the records that the test speaks of."""
    return filled(filling)[1]


@pytest.fixture
def desk(
    filled: Callable[[Filling], Filled], filling: Filling, tmp_path: Path
) -> Iterator[ForumFile]:
    """A forum file of the test's own, with what it begins with."""
    path, _ = filled(filling)
    with ForumFile.open(shutil.copyfile(path, tmp_path / "test.forum")) as file:
        yield file


@pytest.fixture
def three_editions(desk: ForumFile) -> list[Edition]:
    """A series with three editions, the oldest first, each with a room and a session."""
    return sorted(desk.find(Edition), key=lambda edition: edition.number)


def add_nothing(desk: ForumFile) -> None:
    """A new file is left as it is."""


def add_three_editions(desk: ForumFile) -> list[Edition]:
    """Add a series with three editions, as one step; the oldest first."""
    with desk.step("Set up"):
        series = Series(desk.new_id(), Text.of(ko="반도체 포럼", en="Semiconductor Forum"))
        desk.put(series)
        return [_edition(desk, series, number) for number in (1, 2, 3)]


def _edition(desk: ForumFile, series: Series, number: int) -> Edition:
    day = date(2023 + number, 6, 27)
    edition = Edition(
        desk.new_id(),
        series.id,
        number,
        first_day=day,
        last_day=day,
        timezone="America/New_York",
        city=Text.of(ko="워싱턴", en="Washington"),
        state=EditionState.CLOSED if number < 3 else EditionState.PLANNED,
    )
    desk.put(edition)
    desk.put(Room(desk.new_id(), edition.id, Text.of(ko="볼룸", en="Ballroom"), 320))
    title = Text.of(ko="개회식", en="Opening ceremony")
    starts = datetime(day.year, 6, 27, 9)
    desk.put(
        Session(desk.new_id(), edition.id, title, SessionKind.OPENING, starts=starts, minutes=40)
    )
    return edition


@pytest.fixture
def open_window(desk: ForumFile, desktop: Desktop, messages: Recorded) -> Callable[..., MainWindow]:
    """Opens a window on the test's forum file; on a page, as if it had been left there.

    A page that is left at once for another takes as long to show as the one that is wanted.
    """

    def opened(page: str = "") -> MainWindow:
        if page:
            desktop.settings.keep_place(desk.path, {"page": page})
        window = MainWindow(desk, desktop, messages=messages)
        window.show()
        return window

    return opened
