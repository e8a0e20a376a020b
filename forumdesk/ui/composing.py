# SPDX-License-Identifier: MIT
"""A syllable still being composed: Korean, Japanese and Chinese input is text before it is done.

Input methods show it in the field without its being part of the text. Asked to commit, most hand
it over through ``QInputMethod.commit``; some platforms don't, and for those the field itself
takes what it last was told. https://doc.qt.io/qt-6/qinputmethodevent.html
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit


class ComposingLine(QLineEdit):
    """A line that can take over what is being composed in it (``take_composed``)."""

    composed = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self.composed = event.preeditString()
        super().inputMethodEvent(event)

    def take_composed(self) -> None:
        """Make the syllable being composed part of the text."""
        take_composed(self)


class ComposingText(QPlainTextEdit):
    """Several lines that can take over what is being composed in them (``take_composed``)."""

    composed = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        self.composed = event.preeditString()
        super().inputMethodEvent(event)

    def take_composed(self) -> None:
        """Make the syllable being composed part of the text."""
        take_composed(self)


def take_composed(field: ComposingLine | ComposingText) -> None:
    """Ask the input method to commit; what it leaves in the air the field takes itself."""
    if not field.composed:
        return
    if field.hasFocus():
        QGuiApplication.inputMethod().commit()
    if field.composed:
        event = QInputMethodEvent()
        event.setCommitString(field.composed)
        field.composed = ""
        QApplication.sendEvent(field, event)
