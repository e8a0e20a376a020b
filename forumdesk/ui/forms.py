# SPDX-License-Identifier: MIT
"""Fields that commit themselves: plain ones, and pairs with one line for each language.

A field shows a value, lets it be edited with Qt's stock editors, and gives the new value through
``committed`` once, when editing is finished: on leaving it, on Enter, and before every command,
undo, another page or closing (``commit_typing``). Shown anew while the user is typing in it, it
keeps what is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.wording import Text, clean
from forumdesk.domain.words import Words
from forumdesk.ui.composing import ComposingLine, ComposingText
from forumdesk.ui.dates import language_name
from forumdesk.ui.labels import button, label


class LineField(ComposingLine):
    """One line of text; ``committed`` carries it when it has changed."""

    committed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown = ""
        self.editingFinished.connect(self.commit)

    def show_value(self, text: str) -> None:
        """Show a text, unless another is being typed."""
        typing = self.text() != self._shown or bool(self.composed)
        self._shown = text
        if (not typing or not self.hasFocus()) and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Give the new text, if it is another; a syllable being composed belongs to it."""
        self.take_composed()
        text = clean(self.text()).strip()
        if text != self._shown:
            self._shown = text
            self.setText(text)
            self.committed.emit(text)

    def value(self) -> str:
        """The text as last committed or shown."""
        return self._shown

    def give_up(self) -> None:
        """Go back to the text there was."""
        self.setText(self._shown)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is nothing typed to undo."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
                event.ignore()
                return False
            if event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable():
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.give_up()
            return
        super().keyPressEvent(event)


class TextField(ComposingText):
    """Several lines of text; ``committed`` carries them when they have changed.

    Tab moves on, as it does in every other field; it grows with its text up to ``lines``.
    """

    committed = Signal(str)

    def __init__(self, name: str, lines: int = 6) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._shown, self._lines = "", lines
        self.textChanged.connect(self._fit)
        self._fit()

    def show_value(self, text: str) -> None:
        """Show a text, unless another is being typed."""
        typing = self.toPlainText() != self._shown or bool(self.composed)
        self._shown = text
        if (not typing or not self.hasFocus()) and self.toPlainText() != text:
            self.setPlainText(text)

    def commit(self) -> None:
        """Give the new text, if it is another; a syllable being composed belongs to it."""
        self.take_composed()
        text = clean(self.toPlainText()).strip()
        if text != self._shown:
            self._shown = text
            self.committed.emit(text)

    def value(self) -> str:
        """The text as last committed or shown."""
        return self._shown

    def _fit(self) -> None:
        spacing = self.fontMetrics().lineSpacing() + 1  # lines are laid out at whole pixels
        self.setFixedHeight(min(max(2, self._needed()), self._lines) * spacing + 18)

    def _needed(self) -> int:
        """How many lines the text takes; of a longer one than is shown, about that many."""
        count, block = 0, self.document().firstBlock()
        while block.isValid() and count < self._lines:
            self.blockBoundingRect(block)  # laid out only when it is asked for
            count += block.lineCount()
            block = block.next()
        return count

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width the text takes other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
            return
        super().keyPressEvent(event)


class BilingualField(QWidget):
    """A text with a field for each language of the document, side by side or one below another.

    ``committed`` carries the whole ``Text``; a ``long`` one grows up to so many ``lines``.
    Languages of the text that are not the document's are kept and not shown.
    """

    committed = Signal(object)

    def __init__(
        self,
        name: str,
        languages: Sequence[str],
        *,
        long: bool = False,
        beside: bool = False,
        lines: int = 6,
    ) -> None:
        super().__init__()
        self._text = Text()
        self.fields: dict[str, LineField | TextField] = {}
        layout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for language in languages:
            spoken = f"{name}, {language_name(language)}"
            field: LineField | TextField = TextField(spoken, lines) if long else LineField(spoken)
            field.committed.connect(self._changer(language))
            self.fields[language] = field
            whole = captioned(name, field, language_name(language))
            # Beside each other, one may have more lines than the other.
            if beside:
                layout.addWidget(whole, 1, Qt.AlignmentFlag.AlignTop)
            else:
                layout.addWidget(whole, 1)

    def _changer(self, language: str) -> Callable[[str], None]:
        def change(text: str) -> None:
            self._text = self._text.having(language, text)
            self.committed.emit(self._text)

        return change

    def show_value(self, text: Text) -> None:
        """Show a text in each language."""
        self._text = text
        for language, field in self.fields.items():
            field.show_value(text.get(language, ""))

    def setReadOnly(self, only_read: bool) -> None:
        """Whether it can only be read."""
        for field in self.fields.values():
            field.setReadOnly(only_read)

    def value(self) -> Text:
        """The text as last committed."""
        return self._text


def captioned(name: str, field: QWidget, tag: str = "") -> QWidget:
    """A field under its name, with a small tag at the right (a language, a unit)."""
    holder = QWidget()
    layout = QGridLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(8)
    layout.setVerticalSpacing(3)
    caption = label(name, "small")
    caption.setBuddy(field)
    layout.addWidget(caption, 0, 0)
    if tag:
        layout.addWidget(label(tag, "tag"), 0, 1, Qt.AlignmentFlag.AlignRight)
    layout.setColumnStretch(0, 1)
    layout.addWidget(field, 1, 0, 1, 2)
    return holder


def closing_row(dialog: QDialog, words: Words, go: QPushButton) -> QHBoxLayout:
    """The buttons a dialog ends with: the one that leaves it, and the one it is for."""
    row = QHBoxLayout()
    row.addStretch(1)
    close = button(words("Cancel"))
    close.clicked.connect(dialog.reject)
    row.addWidget(close)
    row.addWidget(go)
    go.setDefault(True)
    return row
