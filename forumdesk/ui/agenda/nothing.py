# SPDX-License-Identifier: MIT
"""What stands in the agenda list while there is nothing in it: a word, and what to do next."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.agenda.model import SessionModel
from forumdesk.ui.agenda.rows import Shown
from forumdesk.ui.agenda.table import SessionTable
from forumdesk.ui.labels import button, label


class Nothing(QWidget):
    """Lies over the list below its empty row."""

    def __init__(self, words: Words, table: SessionTable) -> None:
        super().__init__(table.viewport())
        self._words, self._table = words, table
        self.head = label(look="lead")
        self.more = label(
            words("Type a title into the empty row, paste rows from a spreadsheet, or"), "muted"
        )
        self.button = button(words("Add a session"), "first")
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (self.head, self.more, self.button):
            layout.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()
        table.viewport().installEventFilter(self)

    def show_for(self, shown: Shown, model: SessionModel) -> None:
        """Show it for a day without sessions."""
        words = self._words
        on_day = words("No sessions on this day yet")
        self.head.setText(on_day if isinstance(shown, date) else words("No sessions yet"))
        self.more.setVisible(model.editable)
        self.button.setVisible(model.editable)
        self._place()
        self.setVisible(not model.rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._table.viewport().rect()
        size = self.sizeHint()
        left = max(0, (around.width() - size.width()) // 2)
        top = max(48, (around.height() - size.height()) // 3)
        self.setGeometry(left, top, min(size.width(), around.width()), size.height())
