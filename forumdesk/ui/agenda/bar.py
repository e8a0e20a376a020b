# SPDX-License-Identifier: MIT
"""The bar over the agenda: day, view, grid, a new session; it gives way where it is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.agenda.daybar import DayBar
from forumdesk.ui.agenda.switch import BOARD, ViewSwitch, ZoomBar
from forumdesk.ui.labels import bare, button
from forumdesk.ui.look import Look

MARGIN = 16
GAP = 8
ICON_GAP = 4  # pixels between a button's icon and its word


class PlanBar(QWidget):
    """The days come first: the word of the last button goes before them, then the grid.

    Where even that is too wide, the days are a list to choose from.
    """

    def __init__(self, words: Words, look: Look, days: DayBar) -> None:
        super().__init__()
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said = words("New &session")
        self.days = days
        self.switch, self.zoom = ViewSwitch(words), ZoomBar(words, look)
        self.new = button(self._said)
        self.new.setIcon(look.icons("plus"))
        self.new.setAccessibleName(bare(self._said))
        self.new.setToolTip(bare(self._said))
        self._on_board = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(GAP)
        for each in (self.days, self.switch, self.zoom):
            layout.addWidget(each)
        layout.addStretch(1)
        layout.addWidget(self.new)

    def mark(self, view: str) -> None:
        """Say which view is shown."""
        self.switch.mark(view)
        self._on_board = view == BOARD
        self.fit()

    def fit(self) -> None:
        """Show as much as there is room for: first all, then ever less."""
        word = self.new.fontMetrics().horizontalAdvance(bare(self._said)) + ICON_GAP
        new = self.new.sizeHint().width() + (0 if self.new.text() else word)
        fixed = 2 * MARGIN + self.switch.sizeHint().width() + new + 2 * GAP
        days, grid = self.days.wanted() + GAP, self.zoom.sizeHint().width() + GAP
        room = self.width() - fixed - (grid if self._on_board else 0)
        self._show(room >= days, self._on_board and room + word >= days)
        self.days.narrow(room + word + grid < days)

    def _show(self, word: bool, grid: bool) -> None:
        text = self._said if word else ""
        if self.new.text() != text:
            self.new.setText(text)
        if self.zoom.isHidden() == grid:
            self.zoom.setVisible(grid)

    def event(self, event: QEvent) -> bool:
        """What stands in it wants more room, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return done

    def minimumSizeHint(self) -> QSize:
        """The window isn't held open for it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self.fit()
