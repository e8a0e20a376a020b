# SPDX-License-Identifier: MIT
"""What is done with whole themes: made, copied, removed, saved as a file and opened from one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.printed import OwnTheme
from forumdesk.domain.themes import theme_names, theme_title
from forumdesk.handouts.naming import file_name, write_whole
from forumdesk.services import themes
from forumdesk.ui.contents import content_of
from forumdesk.ui.labels import button, plain
from forumdesk.ui.workspace import Workspace


class Keeping(QObject):
    """Two menus: of new themes, and of what can be done with one. ``made`` carries a new id."""

    made = Signal(str)

    def __init__(self, work: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.work = work
        self._theme: OwnTheme | None = None
        words = work.words
        self.new: QPushButton = button(words("&New"))
        self.more: QPushButton = button("⋯")
        self.more.setAccessibleName(words("More about this theme"))
        self.new.setMenu(self._new_menu())
        self.more.setMenu(self._more_menu())

    def _new_menu(self) -> QMenu:
        words, menu = self.work.words, QMenu(self.new)
        for name in theme_names():
            said = words("Like “{name}”", name=words.text(theme_title(name)))
            menu.addAction(plain(said)).triggered.connect(partial(self._copy_bundled, name))
        menu.addSeparator()
        menu.addAction(words("&Open from file…")).triggered.connect(self.open_file)
        return menu

    def _more_menu(self) -> QMenu:
        words, menu = self.work.words, QMenu(self.more)
        self.copy = menu.addAction(words("&Duplicate"))
        self.save = menu.addAction(words("&Save as file…"))
        menu.addSeparator()
        self.gone = menu.addAction(words("&Remove theme"))
        self.copy.triggered.connect(self.copy_theme)
        self.save.triggered.connect(self.save_file)
        self.gone.triggered.connect(self.remove)
        return menu

    def show_theme(self, theme: OwnTheme | None) -> None:
        """The theme that is meant from now on."""
        self._theme = theme
        may = self.work.editable
        self.new.setEnabled(may)
        self.more.setEnabled(theme is not None)
        self.copy.setEnabled(may)
        self.gone.setEnabled(may)

    def _copy_bundled(self, name: str, _checked: bool = False) -> None:
        self._make(themes.copy_bundled, name)

    def copy_theme(self) -> None:
        """Make one more theme that is as this."""
        if self._theme is not None:
            self._make(themes.copy_theme, self._theme.id)

    def remove(self) -> None:
        """Remove the theme; that can be undone."""
        if self._theme is not None:
            self.work.run(themes.remove_theme, self._theme.id)

    def save_file(self) -> None:
        """Write the theme where the user says."""
        from forumdesk.exchange.theme_file import ENDING, theme_as_file  # noqa: PLC0415 - rare

        if self._theme is None:
            return
        words = self.work.words
        name = file_name(words.text(self._theme.name), ending=ENDING)
        path = self._chosen(words("Save the theme as file"), self.work.folder / name)
        if path is None:
            return
        try:
            write_whole(path, theme_as_file(self._theme))
        except ForumDeskError as error:
            self._refuse(error)
            return
        self.work.settings.change(folder=str(path.parent))
        self.work.messages.tell(words("Written: {path}", path=str(path)))

    def open_file(self) -> None:
        """Take a theme from a file of the user's choice."""
        from forumdesk.exchange.theme_file import read_theme  # noqa: PLC0415 - rare

        words = self.work.words
        path = self.work.messages.open_path(words("Open a theme"), _kinds(words("Themes")))
        if path is None:
            return
        try:
            read = read_theme(content_of(path), path.name)
        except ForumDeskError as error:
            self._refuse(error)
            return
        self._make(themes.add_theme, read.name, read.like, read.data)

    def _chosen(self, title: str, suggested: Path) -> Path | None:
        path = self.work.messages.save_path(title, suggested, _kinds(self.work.words("Themes")))
        return path if path is None or path.suffix else path.with_suffix(".toml")

    def _make(self, service: Callable[..., OwnTheme], *given: object) -> None:
        made = self.work.run(service, *given)
        if made is not None:
            self.made.emit(made.id)

    def _refuse(self, error: ForumDeskError) -> None:
        self.work.messages.refuse(error)
        self.work.refused.emit(error)


def _kinds(said: str) -> str:
    return f"{said} (*.toml)"
