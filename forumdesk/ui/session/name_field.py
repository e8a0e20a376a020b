# SPDX-License-Identifier: MIT
"""A field for a name, with the people it may be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter

from forumdesk.ui.composing import ComposingLine


class NameField(ComposingLine):
    """A name being typed, with the people it may be; ``entered`` carries it on Enter."""

    entered = Signal(str)

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._taken = False  # Enter in the list tells of it twice: as a key and as a choice
        self._found = QStringListModel(self)
        self._completer = QCompleter(self._found, self)
        # What fits is decided by the suggestions: the completer would ask for the beginning.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self.setCompleter(self._completer)
        self.suggestions: Callable[[str], Sequence[str]] = lambda _: []
        self.prepare: Callable[[], None] = lambda: None
        self.textEdited.connect(self._suggest)
        self.returnPressed.connect(lambda: self._take(self.text()))

    def _suggest(self, text: str) -> None:
        self._taken = False
        self._found.setStringList(list(self.suggestions(text + self.composed)))

    def _take(self, text: str) -> None:
        if text.strip() and not self._taken:
            self._taken = True
            self.entered.emit(text.strip())

    def finish(self) -> None:
        """What was typed is taken care of: begin anew."""
        self.clear()
        # The list puts the line chosen into the field after telling of it.
        QTimer.singleShot(0, self, self.clear)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Suggest while a syllable is still being composed."""
        super().inputMethodEvent(event)
        if self.composed:
            self._suggest(self.text())
            self._completer.complete()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing is about to begin: let the suggestions get ready."""
        super().focusInEvent(event)
        self.prepare()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up the name."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
