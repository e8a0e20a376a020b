# SPDX-License-Identifier: MIT
"""The dialogs of ``messages``: questions, files to choose, the report of a fault of our own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.words import Words
from forumdesk.ui.labels import button, label
from forumdesk.ui.messages import Question


class Dialogs:
    """Dialogs over a window, in a language."""

    def __init__(self, parent: QWidget | None, words: Words) -> None:
        self._parent, self.words = parent, words

    def ask(self, question: Question) -> str:
        """The name of the answer, or ``""`` if the dialog was closed."""
        box = plain_box(self._parent, question.text, question.more)
        box.setIcon(QMessageBox.Icon.NoIcon)
        buttons = self._answers(box, question)
        box.exec()
        clicked = box.clickedButton()
        return next((name for name, button in buttons if button is clicked), "")

    def _answers(self, box: QMessageBox, question: Question) -> Sequence[tuple[str, QPushButton]]:
        role = QMessageBox.ButtonRole
        buttons = [
            (
                name,
                box.addButton(
                    text, role.DestructiveRole if name == question.danger else role.AcceptRole
                ),
            )
            for name, text in question.answers
        ]
        cancel = box.addButton(self.words("Cancel"), role.RejectRole)
        box.setEscapeButton(cancel)
        usual = cancel if question.answers[0][0] == question.danger else buttons[0][1]
        box.setDefaultButton(usual)
        return buttons

    def ask_text(self, question: str, about: str) -> str | None:
        """A line of text."""
        dialog = TextQuestion(self._parent, question, about, self.words)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        text = dialog.field.text().strip()
        dialog.deleteLater()
        return text if accepted else None

    def ask_zone(self, question: str, about: str, zone: str) -> str | None:
        """A time zone."""
        from forumdesk.ui.zone_question import ZoneQuestion  # noqa: PLC0415 - rare

        dialog = ZoneQuestion(self._parent, question, about, self.words)
        dialog.field.show_value(zone)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = dialog.field.zone()
        dialog.deleteLater()
        return chosen if accepted else None

    def open_path(self, title: str, kinds: str) -> Path | None:
        """An existing file."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(name) if name else None

    def save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """A file to write."""
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggested), kinds)
        return Path(name) if name else None

    def folder_path(self, title: str, suggested: Path) -> Path | None:
        """A folder that is there."""
        name = QFileDialog.getExistingDirectory(self._parent, title, str(suggested))
        return Path(name) if name else None

    def report(self, title: str, details: str) -> None:
        """One calm dialog about our own fault, with details to copy."""
        box = plain_box(
            self._parent,
            title,
            self.words("Everything up to the last step is saved. You can go on working."),
        )
        box.setDetailedText(details)
        copy = box.addButton(self.words("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Ok))
        box.exec()


class TextQuestion(QDialog):
    """Asks for a line of text; there is no answer without one."""

    def __init__(self, parent: QWidget | None, question: str, about: str, words: Words) -> None:
        super().__init__(parent)
        self.setWindowTitle("ForumDesk")
        self.setMinimumWidth(440)
        self.field = QLineEdit()
        self.field.setAccessibleName(question)
        ok = button(words("&Keep"), "first")
        ok.setDefault(True)
        ok.setEnabled(False)
        ok.clicked.connect(self.accept)
        self.field.textChanged.connect(lambda text: ok.setEnabled(bool(text.strip())))
        cancel = button(words("&Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(ok)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(label(question, "lead"))
        layout.addWidget(label(about, "muted", wrap=True))
        layout.addWidget(self.field)
        layout.addLayout(row)


def plain_box(parent: QWidget | None, text: str, more: str) -> QMessageBox:
    """A message box whose texts are plain, whatever they contain."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("ForumDesk")
    box.setText(text)
    box.setInformativeText(more)
    return box
