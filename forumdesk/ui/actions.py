# SPDX-License-Identifier: MIT
"""Commands, declared once: text, shortcut, icon, when enabled, and what they do.

A command is data. ``Actions`` makes the one ``QAction`` of each, which then stands in menus,
context menus, toolbars and the command palette alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.icons import Icons

T = TypeVar("T")


def always(_: object) -> bool:
    """A command that can be used at any time."""
    return True


@frozen
class Command(Generic[T]):
    """Something the user can do with a thing ``T``: the window, or a page.

    ``text`` is a marked message; one that ends in … asks for more before anything happens.
    ``menu`` says in which menu it stands, ``group`` lines are drawn between groups. ``checked``
    makes it a switch. ``shortcut`` is a portable key sequence ("Ctrl+K") that users may change.
    """

    id: str
    text: str
    run: Callable[[T], object]
    menu: str = ""
    group: int = 0
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[T], bool] = always
    checked: Callable[[T], bool] | None = None
    edits: bool = False  # can't be used on a file that is only read


class Actions:
    """The actions of one window."""

    def __init__(self, words: Words, icons: Icons, shortcuts: Mapping[str, str]) -> None:
        self.words, self._icons, self._shortcuts = words, icons, shortcuts
        self._bound: dict[str, tuple[Command[Any], Any, QAction]] = {}
        self.before_run: Callable[[], None] = lambda: None
        self.editable: Callable[[], bool] = lambda: True

    def add(self, commands: Iterable[Command[T]], target: T, owner: QWidget) -> list[QAction]:
        """Actions for the commands, run on ``target``; shortcuts work in ``owner``."""
        return [self._add(command, target, owner) for command in commands]

    def drop(self, commands: Iterable[Command[Any]]) -> None:
        """Take commands away, with their actions."""
        for command in commands:
            _, _, action = self._bound.pop(command.id)
            action.deleteLater()

    def _add(self, command: Command[T], target: T, owner: QWidget) -> QAction:
        action = QAction(self.words(command.text), owner)
        action.setObjectName(command.id)
        if keys := self._shortcuts.get(command.id, command.shortcut):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self.run(command.id))
        owner.addAction(action)
        self._bound[command.id] = (command, target, action)
        self._refresh(command, target, action)
        return action

    def __getitem__(self, id: str) -> QAction:
        return self._bound[id][2]

    def __contains__(self, id: str) -> bool:
        return id in self._bound

    def all(self) -> list[tuple[Command[Any], QAction]]:
        """Every command with its action, in the order declared."""
        return [(command, action) for command, _, action in self._bound.values()]

    def pictured(self, id: str) -> QAction:
        """An action with its icon, to be shown."""
        command, _, action = self._bound[id]
        return pictured(command, action, self._icons)

    def menu(self, name: str) -> list[Command[Any]]:
        """The commands of a menu, in order of group."""
        found = [command for command, _, _ in self._bound.values() if command.menu == name]
        return sorted(found, key=lambda command: command.group)

    def run(self, id: str) -> None:
        """Do a command, if it can be used now; what is being typed is committed first."""
        self.before_run()
        command, target, action = self._bound[id]
        self._refresh(command, target, action)
        if action.isEnabled():
            command.run(target)
        self.refresh()

    def refresh(self) -> None:
        """Ask every command anew whether it can be used."""
        for command, target, action in list(self._bound.values()):
            self._refresh(command, target, action)

    def _refresh(self, command: Command[T], target: T, action: QAction) -> None:
        usable = command.enabled(target) and (not command.edits or self.editable())
        action.setEnabled(usable)
        if command.checked is not None:
            action.setChecked(command.checked(target))


def pictured(command: Command[Any], action: QAction, icons: Icons) -> QAction:
    """A command's action with its icon; icons are not drawn before they are to be seen."""
    if command.icon and action.icon().isNull():
        action.setIcon(icons(command.icon))
    return action


def fill_menu(
    menu: QMenu,
    commands: Iterable[Command[Any]],
    actions: Iterable[QAction],
    icons: Icons,
    *,
    after: Mapping[str, QMenu] = MappingProxyType({}),
) -> None:
    """Put commands into a menu group by group, those that have an action, and menus after some.

    ``after`` has a menu by the id of the command that it follows.
    """
    by_id = {action.objectName(): action for action in actions}
    group = 0
    for command in sorted(commands, key=lambda command: command.group):
        if command.group != group:
            menu.addSeparator()
            group = command.group
        if command.id in by_id:
            menu.addAction(pictured(command, by_id[command.id], icons))
        if command.id in after:
            menu.addMenu(after[command.id])
