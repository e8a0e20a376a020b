# SPDX-License-Identifier: MIT
"""Lists in an order, edited in place: what moves a line up or down, or takes it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from forumdesk.ui.workspace import Workspace

T = TypeVar("T")

_BUTTON = QSize(24, 26)


class Tools(QWidget):
    """The buttons at the end of a line: up, down, remove."""

    def __init__(
        self, work: Workspace, move: Callable[[int], object], remove: Callable[[], object]
    ) -> None:
        super().__init__()
        words = work.words
        self._said = (words("Move up"), words("Move down"), words("Remove"))
        self.up, self.down, self.gone = (
            _tool(work, icon) for icon in ("chevron-up", "chevron-down", "close")
        )
        self.up.clicked.connect(lambda: move(-1))
        self.down.clicked.connect(lambda: move(1))
        self.gone.clicked.connect(lambda _: remove())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for made in (self.up, self.down, self.gone):
            row.addWidget(made)

    def show_place(self, name: str, at: int, count: int, *, editable: bool) -> None:
        """Say what the buttons are about, and which of them can be used there."""
        for made, said in zip((self.up, self.down, self.gone), self._said, strict=True):
            made.setAccessibleName(f"{said}: {name}")
            made.setToolTip(said)
        self.up.setEnabled(editable and at > 0)
        self.down.setEnabled(editable and at < count - 1)
        self.gone.setEnabled(editable)

    def focus_like(self, other: Tools) -> None:
        """Take the focus from the buttons of another line, at the same button or its neighbour."""
        for mine, theirs in ((self.up, other.up), (self.down, other.down)):
            if theirs.hasFocus():
                (mine if mine.isEnabled() else self.gone).setFocus()


def _tool(work: Workspace, icon: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(work.look.icons(icon))
    made.setFixedSize(_BUTTON)
    return made


def moved(items: Sequence[T], at: int, by: int) -> list[T]:
    """A list with one of its items moved by so many places."""
    found = [*items]
    found.insert(at + by, found.pop(at))
    return found
