# SPDX-License-Identifier: MIT
"""Puts the parts of the windowed program together and runs it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from forumdesk.domain.assets import resources
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.look import Appearance, Look
from forumdesk.ui.main_window import MainWindow
from forumdesk.ui.settings import Settings


class Program:
    """The running program: one window for each open file."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        look = Look(app, Appearance(settings.choices.appearance))
        self.desktop = Desktop(look, settings)
        self.desktop.open_file = self.open_file
        self.windows: dict[Path, MainWindow] = {}

    def open_file(self, path: Path) -> MainWindow:
        """Show a file in a window of its own, or the window it is in already."""
        path = path.resolve()
        if path in self.windows:
            self.windows[path].raise_()
            self.windows[path].activateWindow()
            return self.windows[path]
        window = MainWindow(ForumFile.open(path), self.desktop)
        self.desktop.settings.opened(path)
        self.windows[path] = window
        window.destroyed.connect(lambda: self.windows.pop(path, None))
        window.show()
        return window


def run(path: Path | None = None) -> int:
    """Open the window on a file, or the start page; the exit code when all are closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    QGuiApplication.setApplicationDisplayName("ForumDesk")
    QGuiApplication.setDesktopFileName("forumdesk")
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    app.setWindowIcon(QIcon(str(resources() / "icons" / "forumdesk.svg")))
    program = Program(app, Settings())
    if path is not None:
        program.open_file(path)
    return app.exec()
