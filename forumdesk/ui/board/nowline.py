# SPDX-License-Identifier: MIT
"""The line of the time now, over the blocks of the day."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forumdesk.ui.look import Look


class NowLine(QWidget):
    """As wide as what it lies on; the mouse goes through it."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._under = parent
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.installEventFilter(self)
        self.hide()

    def show_at(self, top: int | None) -> None:
        """Stand at a height, or nowhere."""
        self.setVisible(top is not None)
        if top is not None:
            self.setGeometry(0, top - 1, self._under.width(), 2)
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as wide, and on top of blocks made later."""
        if event.type() == QEvent.Type.Resize:
            self.resize(self._under.width(), 2)
        elif event.type() == QEvent.Type.ChildAdded and self.isVisible():
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._look.tokens.danger.edge))
        painter.end()
