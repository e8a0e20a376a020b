# SPDX-License-Identifier: MIT
"""What stands in a table while there is nothing in it: a word, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.labels import label


class OverNothing(QWidget):
    """Lies over the table below its empty row, a third of the way down.

    ``highest`` is how far from the top it stays, in pixels.
    """

    def __init__(
        self, words: Words, table: QAbstractScrollArea, *buttons: QPushButton, highest: int
    ) -> None:
        super().__init__(table.viewport())
        self.words, self._table, self._highest = words, table, highest
        self.head = label(look="lead")
        self.more = label(look="muted")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (self.head, self.more, *buttons):
            layout.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()
        table.viewport().installEventFilter(self)

    def show_if(self, wanted: bool) -> None:
        """Show it in its place, or hide it."""
        self._place()
        self.setVisible(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._table.viewport().rect()
        size = self.sizeHint()
        left = max(0, (around.width() - size.width()) // 2)
        top = max(self._highest, (around.height() - size.height()) // 3)
        self.setGeometry(left, top, min(size.width(), around.width()), size.height())
