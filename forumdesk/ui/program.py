# SPDX-License-Identifier: MIT
"""The running program: its start page and its windows, put together and run."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import ForumDeskError
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.migrations import warm
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.ending import watch_for_end
from forumdesk.ui.faults import catch_faults
from forumdesk.ui.look import STYLE, Appearance, Look
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.messages import Messages, said_anew
from forumdesk.ui.settings import Settings

if TYPE_CHECKING:
    from forumdesk.store.backups import Backup
    from forumdesk.ui.new_forum import NewForum
    from forumdesk.ui.start import StartWindow

SUFFIX = ".forum"
AFTER_PAINT = 50  # milliseconds after the start of the event loop


class Program:
    """The running program: a start page, and one window for each open file."""

    def __init__(
        self, app: QApplication, settings: Settings, *, messages: Messages | None = None
    ) -> None:
        look = Look(app, _appearance(settings.choices.appearance))
        self.desktop = Desktop(look, settings)
        self.desktop.open_file = self.open_file
        self.desktop.get_back = self.get_back
        self.desktop.new_forum = self.new_forum
        self.desktop.show_start = self.show_start
        self.windows: dict[Path, MainWindow] = {}
        self.start: StartWindow | None = None
        self._messages = messages

    def show_start(self) -> StartWindow:
        """Show the start page."""
        if self.start is None:
            from forumdesk.ui.start import StartWindow  # noqa: PLC0415 - not before it is shown

            self.start = StartWindow(self.desktop, messages=self._messages)
            self.start.opened.connect(self.open_file)
            self.start.newWanted.connect(self.create)
            self.start.sampleWanted.connect(self.open_sample)
        self.start.show()
        self.start.raise_()
        self.start.activateWindow()
        return self.start

    def new_forum(self) -> None:
        """Show the start page where it asks what a new forum needs to know."""
        self.show_start().show_form()

    def open_file(self, path: Path) -> MainWindow | None:
        """Show a file in a window of its own, or the window it is in already."""
        path = path.resolve()
        if path in self.windows:
            self.windows[path].raise_()
            self.windows[path].activateWindow()
            return self.windows[path]
        return self._opened(path)

    def _opened(
        self, path: Path, *, read_only: bool = False, take_over: bool = False
    ) -> MainWindow | None:
        try:
            desk = ForumFile.open(path, read_only=read_only, take_over=take_over)
        except ForumDeskError as error:
            from forumdesk.ui.opening import Ways, trouble  # noqa: PLC0415 - only for trouble

            ways = Ways(
                read=lambda p: self._opened(p, read_only=True),
                take_over=lambda p: self._opened(p, take_over=True),
                backups=self.show_backups,
            )
            why, desktop = error, self.desktop
            self._front().show(said_anew(lambda: trouble(path, why, ways, desktop.words)))
            return None
        return self._show(desk)

    def show_backups(self, path: Path) -> None:
        """Show the backups of a file that can't be opened."""
        from forumdesk.store.backups import folder_of  # noqa: PLC0415 - loaded when first shown
        from forumdesk.ui.backups import Backups  # noqa: PLC0415 - loaded when first shown

        d = self.desktop
        parent = QApplication.activeWindow() or self.show_start()
        Backups(parent, folder_of(path), self.get_back, look=d.look, words=d.words).open()

    def get_back(self, backup: Backup) -> None:
        """Make a new file of a backup, and show it."""
        from forumdesk.store.copies import restore  # noqa: PLC0415 - rare

        words, source = self.desktop.words, Path(backup.source)
        name = words("{name} as of {day}", name=source.stem, day=f"{backup.made:%Y-%m-%d}")
        folder = source.parent if source.parent.is_dir() else _documents()
        path = self._front().save_path(
            words("Keep the file as"), folder / (name + SUFFIX), words("Forum files (*.forum)")
        )
        if path is None:
            return
        try:
            restore(backup.path, path)
        except ForumDeskError as error:
            self._front().refuse(error)
            return
        self.open_file(path)

    def create(self, new: NewForum) -> None:
        """Make a file of the user's choice with a new forum, and show it."""
        from forumdesk.services.beginning import begin_forum  # noqa: PLC0415 - rare

        start, words = self.show_start(), self.desktop.words
        name = safe_name(words.text(new.title)) + SUFFIX
        path = start.messages.save_path(
            words("Keep the forum file as"), _documents() / name, words("Forum files (*.forum)")
        )
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(SUFFIX)
        try:
            desk = ForumFile.create(path)
            begin_forum(desk, new.title, {"languages": new.languages, "timezone": new.timezone})
        except ForumDeskError as error:
            self._front().refuse(error)
            return
        self._show(desk)

    def open_sample(self) -> None:
        """Show the sample forum: the file made of it once, or a new one."""
        from forumdesk.services.sample import read_sample, write_sample  # noqa: PLC0415 - rare

        path = _documents() / self.desktop.words("ForumDesk sample{suffix}", suffix=SUFFIX)
        if not path.exists():
            try:
                with ForumFile.create(path) as desk:
                    for _ in write_sample(desk, read_sample()):
                        pass
            except ForumDeskError as error:
                self._front().refuse(error)
                return
        self.open_file(path)

    def _show(self, desk: ForumFile) -> MainWindow:
        window = MainWindow(desk, self.desktop, messages=self._messages)
        self.desktop.settings.opened(desk.path)
        self.windows[desk.path] = window
        window.closed.connect(lambda: self.windows.pop(desk.path, None))
        window.show()
        if self.start is not None:
            self.start.close()
            self.start.deleteLater()
            self.start = None
        return window

    def _front(self) -> Messages:
        """The messages of the window in front: there a file that can't be opened is spoken of."""
        active = QApplication.activeWindow()
        if isinstance(active, MainWindow):
            return active.work.messages
        return self.show_start().messages


def safe_name(title: str) -> str:
    """A title as a file name that every system takes."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return " ".join(kept.split()).strip(" .")[:80] or "Forum"


def _documents() -> Path:
    from platformdirs import user_documents_path  # noqa: PLC0415 - where a file is asked for

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()


def _appearance(chosen: str) -> Appearance:
    return Appearance(chosen) if chosen in list(Appearance) else Appearance.SYSTEM


def _settle(program: Program) -> None:
    """After the first paint: get ready for the first step and for paper, look for garbage again."""
    threading.Thread(target=warm, daemon=True).start()
    program.desktop.paper.warm()
    from forumdesk.ui.collecting import Collecting  # noqa: PLC0415 - not before the first paint
    from forumdesk.ui.warming import Warming  # noqa: PLC0415

    Warming(program.desktop)
    Collecting(program.desktop)


def run(path: Path | None = None) -> int:
    """Open the window on a file, or the start page; the exit code when all are closed.

    Called by ``forumdesk.app``, which loads first what has nothing to do with Qt.
    """
    app = QApplication.instance() or QApplication([*sys.argv[:1], *STYLE])
    assert isinstance(app, QApplication)
    app.setApplicationDisplayName("ForumDesk")
    QGuiApplication.setDesktopFileName("forumdesk")
    app.setWindowIcon(QIcon(str(resources() / "icons" / "forumdesk.svg")))
    program = Program(app, Settings())
    catch_faults(program.desktop)
    watch_for_end(app)
    if path is None or program.open_file(path) is None:
        program.show_start()
    QTimer.singleShot(AFTER_PAINT, lambda: _settle(program))
    try:
        return app.exec()
    finally:
        program.desktop.close()
