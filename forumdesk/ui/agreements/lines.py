# SPDX-License-Identifier: MIT
"""Lines of an agreement, one below the other: each says what it is and can be moved and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from forumdesk.ui.labels import ElidedLabel, hairline
from forumdesk.ui.workspace import Workspace

UP, DOWN, REMOVE = "up", "down", "remove"


def emptied(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()


def stacked(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> bool:
    """Put widgets below each other of which some may be there, elsewhere or in their place.

    Tells whether anything was moved.
    """
    changed = False
    for row, widget in enumerate(widgets):
        item = layout.itemAt(row)
        if item is None or item.widget() is not widget:
            layout.removeWidget(widget)
            layout.insertWidget(row, widget)
            widget.show()
            changed = True
    return changed


def more_button(
    work: Workspace, name: str, ask: Callable[[str], None], more: Sequence[tuple[str, str]] = ()
) -> QToolButton:
    """What can be done with a line: ``ask`` is told ``up``, ``down``, ``remove`` or one of more."""
    words = work.words
    made = QToolButton()
    made.setIcon(work.look.icons("more"))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(words("What to do with {name}", name=name))
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setEnabled(work.editable)
    menu = QMenu(made)
    usual = ((UP, words("Move &up")), (DOWN, words("Move &down")), (REMOVE, words("&Remove")))
    for what, text in (*more, *usual):
        menu.addAction(text).triggered.connect(partial(_tell, ask, what))
    made.setMenu(menu)
    return made


def _tell(ask: Callable[[str], None], what: str) -> None:
    ask(what)


class NamedLine(QWidget):
    """A name, what stands beside it, and a menu of what can be done."""

    def __init__(
        self, work: Workspace, said: tuple[str, str], ask: Callable[[str], None], *beside: QWidget
    ) -> None:
        super().__init__()
        name, second = said
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(ElidedLabel(name, "strong"))
        if second:
            told.addWidget(ElidedLabel(second, "small"))
        row.addLayout(told, 1)
        for widget in beside:
            row.addWidget(widget)
        self.more = more_button(work, name, ask)
        row.addWidget(self.more)
        outer.addLayout(row)
        outer.addWidget(hairline())


def moved(order: Sequence[str], one: str, what: str) -> list[str]:
    """An order with one of it a place up or down."""
    found = list(order)
    here = found.index(one)
    there = min(max(here + (-1 if what == UP else 1), 0), len(found) - 1)
    found.insert(there, found.pop(here))
    return found
