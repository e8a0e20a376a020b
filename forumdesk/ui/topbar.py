# SPDX-License-Identifier: MIT
"""The top line of the window: menus, the search field of the command palette, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMenuBar, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.actions import Actions
from forumdesk.ui.commands import MENUS
from forumdesk.ui.labels import button, hairline, label


class TopBar(QWidget):
    """Menus at the left, tools at the right; a menu is filled when it is opened."""

    def __init__(self, actions: Actions, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions, self.words = actions, words
        self.bar = QMenuBar(self)
        self.bar.setNativeMenuBar(False)
        self.menus: dict[str, QMenu] = {}
        for name, title in MENUS:
            self.menus[name] = self._menu(name, words(title))
        self.tools = QHBoxLayout()
        self.tools.setSpacing(4)
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 12, 0)
        row.addWidget(self.bar, 1)
        row.addLayout(self.tools)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(hairline())

    def _menu(self, name: str, title: str) -> QMenu:
        menu = self.bar.addMenu(title)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(lambda: fill(menu, self._actions, name))
        return menu

    def add_tool(self, action: QAction) -> QToolButton:
        """A button for an action at the right."""
        made = QToolButton()
        made.setDefaultAction(action)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tools.addWidget(made)
        return made

    def add_search(self, action: QAction) -> None:
        """The field that opens the command palette; it looks like one and is a button."""
        words = self.words
        self.search = button(words("Find people, sessions, commands"), "search")
        self.search.setFixedWidth(310)
        self.search.setToolTip(words("Find people, sessions, commands"))
        self.search.clicked.connect(action.trigger)
        row = QHBoxLayout(self.search)
        row.setContentsMargins(8, 0, 10, 0)
        shortcut = label(action.shortcut().toString(), "tag")
        shortcut.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(shortcut, 0, Qt.AlignmentFlag.AlignRight)
        self.tools.addWidget(self.search)
        self.tools.addSpacing(8)

    def show_page(self, title: str) -> None:
        """Name the menu of the page in view; a page without commands has none."""
        menu = self.menus["page"]
        menu.setTitle(title)
        menu.menuAction().setVisible(bool(self._actions.menu("page")))


def fill(menu: QMenu, actions: Actions, name: str) -> None:
    """Put the commands of a menu into it, with lines between groups."""
    menu.clear()
    group: int | None = None
    for command in actions.menu(name):
        if group is not None and command.group != group:
            menu.addSeparator()
        group = command.group
        menu.addAction(actions.pictured(command.id))
