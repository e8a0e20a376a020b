# SPDX-License-Identifier: MIT
"""How the agenda is shown: as a board, as a list, or as it will print; and how large."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.labels import button
from forumdesk.ui.look import Look

BOARD, LIST, PAGE = VIEWS = ("board", "list", "page")


class ViewSwitch(QWidget):
    """``picked`` carries the view chosen, one of ``VIEWS``."""

    picked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        layout = _row(self)
        group = QButtonGroup(self)
        said = {BOARD: words("Board"), LIST: words("List"), PAGE: words("Page")}
        looks = ("segment-first", "segment", "segment-last")
        self.buttons: dict[str, QPushButton] = {}
        for name, look in zip(VIEWS, looks, strict=True):
            made = button(said[name], look)
            made.setCheckable(True)
            made.clicked.connect(lambda _, name=name: self.picked.emit(name))
            group.addButton(made)
            layout.addWidget(made)
            self.buttons[name] = made

    def mark(self, view: str) -> None:
        """Mark a view as the one shown."""
        self.buttons[view].setChecked(True)


class ZoomBar(QWidget):
    """``stepped`` carries 1 for a finer grid and -1 for a coarser; ``fitted`` all in view."""

    stepped = Signal(int)
    fitted = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self._words = words
        self.coarser, self.grid = button("", "segment-first"), button("", "segment")
        self.finer = button("", "segment-last")
        for made, icon, name in (
            (self.coarser, "minus", words("Coarser grid")),
            (self.finer, "plus", words("Finer grid")),
        ):
            made.setIcon(look.icons(icon))
            made.setAccessibleName(name)
            made.setToolTip(name)
        self.grid.setToolTip(words("Fit the day into the view"))
        self.coarser.clicked.connect(lambda: self.stepped.emit(-1))
        self.finer.clicked.connect(lambda: self.stepped.emit(1))
        self.grid.clicked.connect(self.fitted)
        layout = _row(self)
        for made in (self.coarser, self.grid, self.finer):
            layout.addWidget(made)

    def show_grid(self, grid: int, *, fits: bool) -> None:
        """Say how fine the grid is; ``fits`` tells that the day fills the view."""
        minutes = self._words.plural("{count} min", "{count} min", grid)
        self.grid.setText(self._words("Fitted") if fits else minutes)


def _row(widget: QWidget) -> QHBoxLayout:
    layout = QHBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
