# SPDX-License-Identifier: MIT
"""The field in which participants are found while typing, a syllable being composed included."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from forumdesk.domain.words import Words
from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.look import Look


class SearchField(ComposingLine):
    """``typed`` carries what is in the field, once for keys pressed in a row; ``left`` the wish
    to go on to what was found.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(words("Find participants"))
        self.setPlaceholderText(words("Name, organization, office, number"))
        self.setClearButtonEnabled(True)
        action = self.addAction(
            look.icons("search", look.tokens.muted), self.ActionPosition.LeadingPosition
        )
        action.setEnabled(False)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(lambda: self.typed.emit(self.whole()))
        self.textChanged.connect(lambda _: self._soon.start())

    def whole(self) -> str:
        """What is typed, with what is being composed at the cursor."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self.composed + text[at:]

    def show_text(self, text: str) -> None:
        """Show other words without telling of them."""
        if self.whole() != text:
            blocked = self.blockSignals(True)
            self.setText(text)
            self.blockSignals(blocked)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Find while a syllable is still being composed."""
        super().inputMethodEvent(event)
        self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field, Enter and the arrow down go to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)
