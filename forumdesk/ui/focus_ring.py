# SPDX-License-Identifier: MIT
"""Where the keyboard is, on what would not show it: a frame around a list or a scrolled area.

A field shows its focus by its own edge. A list shows what is chosen in it, which looks the same
wherever the keyboard is; who clicked on it knows, who came to it by Tab has to be told.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QPlainTextEdit, QTextEdit, QWidget

from forumdesk.ui.tokens import RADIUS

EDGE = 2  # pixels


class FocusRing(QWidget):
    """A frame over a widget until it loses the focus."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._around = around
        around.installEventFilter(self)
        self.setGeometry(around.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of what it is around; go with the focus, though not for a menu."""
        if watched is self._around and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._around.rect())
        elif watched is self._around and event.type() is QEvent.Type.FocusOut:
            self._around.removeEventFilter(self)
            self.hide()
            self.deleteLater()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame, inside the edges."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), EDGE))
        half = EDGE // 2
        painter.drawRoundedRect(self.rect().adjusted(half, half, -half, -half), RADIUS, RADIUS)


def show_focus(widget: QWidget) -> None:
    """Show that a widget has the focus, where it doesn't itself."""
    plain = isinstance(widget, QAbstractScrollArea) and not widget.property("marksFocus")
    if plain and not isinstance(widget, QPlainTextEdit | QTextEdit):
        FocusRing(widget)
