# SPDX-License-Identifier: MIT
"""The one big field at the door: typed in, or written to by a scanner that acts as a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from forumdesk.domain.codes import scanned
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.wording import one_line
from forumdesk.ui.composing import ComposingLine

# What scanners may write before a code: the symbology's mark (ISO/IEC 15424), ``]Q3``.
_MARKED = Pattern(r"^\][A-Za-z][0-9A-Za-z]")
_DIGITS = Pattern(r"\d{12,15}$")


def read(typed: str) -> str:
    """What is meant by a line: a badge's code at its end counts alone, whatever stood before."""
    line = _MARKED.sub("", one_line(typed))
    found = _DIGITS.search(line)
    return found[0] if found and scanned(found[0]) else line


class DoorField(ComposingLine):
    """``entered`` carries a line with Enter, also the one that a scanner sends; then it is empty.

    ``stepped`` carries an arrow up (-1) or down (1): the list beside follows it.
    """

    entered = Signal(str)
    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setProperty("look", "large")

    def event(self, event: QEvent) -> bool:
        """A scanner set to end with a tab does not lead out of the field."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and scanned(read(self.text()))
        ):
            self.enter()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undone = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if not self.text() and any(map(event.matches, undone)):
                event.ignore()  # the window's: it takes the last check-in back
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter gives the line, the arrows go through what was found, Esc empties the field."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Give the line, a syllable being composed included; the field is free for the next."""
        self.take_composed()
        line = read(self.text())
        if line:
            self.entered.emit(line)
        self.setText("")  # not to be undone: undoing takes the check-in back
