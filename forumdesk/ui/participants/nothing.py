# SPDX-License-Identifier: MIT
"""What stands in the list of participants while nobody is in it: a word, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.labels import button, label


class Nobody(QWidget):
    """Lies over the list below its empty row."""

    def __init__(self, words: Words, table: QAbstractScrollArea) -> None:
        super().__init__(table.viewport())
        self._words, self._table = words, table
        self.head = label(look="lead")
        self.more = label(look="muted")
        self.add = button(words("Add a participant"), "first")
        self.bring = button(words("Import a list…"))
        self.clear = button(words("Show all participants"), "first")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (self.head, self.more, self.add, self.bring, self.clear):
            layout.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()
        table.viewport().installEventFilter(self)

    def show_for(self, shown: int, total: int, *, editable: bool) -> None:
        """Show it where there is nobody, or nobody is found."""
        words = self._words
        self.head.setText(words("Nobody is found") if total else words("No participants yet"))
        typed = words("Type a name into the empty row, paste rows from a spreadsheet, or")
        self.more.setText(words("Other words or filters may find more.") if total else typed)
        self.more.setVisible(bool(total) or editable)
        self.add.setVisible(not total and editable)
        self.bring.setVisible(not total and editable)
        self.clear.setVisible(bool(total))
        self._place()
        self.setVisible(not shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._table.viewport().rect()
        size = self.sizeHint()
        left = max(0, (around.width() - size.width()) // 2)
        top = max(64, (around.height() - size.height()) // 3)
        self.setGeometry(left, top, min(size.width(), around.width()), size.height())
