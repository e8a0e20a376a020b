# SPDX-License-Identifier: MIT
"""The one place that talks to the user: lines in place first, dialogs only where needed.

``Messages`` is what the rest of the window asks for; ``WindowMessages`` does it with a banner
over the page, the status bar and, where an answer is needed, a dialog. Tests hand in a fake.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
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

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.labels import button, label


@frozen
class Banner:
    """A line over the page that stays until closed or taken away.

    ``key`` names it: another of the same key takes its place. ``tone``: ``plain``,
    ``warning`` or ``danger``. ``offers`` are things to do, each a button of its own. A lasting one
    has no button to close it.
    """

    key: str
    text: str
    tone: str = "plain"
    offers: tuple[tuple[str, Callable[[], object]], ...] = ()
    lasting: bool = False


@frozen
class Question:
    """Something only the user can decide. ``answers`` are buttons by name, the first the usual.

    ``danger`` marks an answer that takes something away; closing the dialog answers ``""``.
    """

    text: str
    more: str
    answers: tuple[tuple[str, str], ...]
    danger: str = ""


class Messages(Protocol):
    """How the rest of the window talks to the user."""

    def tell(self, text: str) -> None:
        """Say something in passing, in the status bar."""

    def refuse(self, error: ForumDeskError) -> None:
        """Say why a request can't be met, in place."""

    def show(self, banner: Banner) -> None:
        """Show a line over the page."""

    def clear(self, key: str) -> None:
        """Take a line away."""

    def ask(self, question: Question) -> str:
        """The name of the answer, or ``""``."""

    def ask_text(self, question: str, about: str) -> str | None:
        """A line of text from the user, ``None`` if given up; ``about`` is what it is about."""

    def open_path(self, title: str, kinds: str) -> Path | None:
        """An existing file of the user's choice; ``kinds`` is a filter of Qt's."""

    def save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """A file to write; the user has agreed to replace it if it exists."""

    def report(self, title: str, details: str) -> None:
        """Say that something went wrong that is our fault, with details to copy."""


class MessageLines(Protocol):
    """What of a window the messages need: a place for banners and for a passing line."""

    def show_banner(self, banner: Banner) -> None:
        """Show a line over the page."""

    def clear_banner(self, key: str) -> None:
        """Take a line away."""

    def show_line(self, text: str) -> None:
        """Show a passing line."""


class WindowMessages:
    """Messages in a window."""

    def __init__(self, parent: QWidget | None, lines: MessageLines | None, words: Words) -> None:
        self._parent, self._lines, self.words = parent, lines, words

    def tell(self, text: str) -> None:
        """Say something in passing."""
        if self._lines is not None:
            self._lines.show_line(text)

    def refuse(self, error: ForumDeskError) -> None:
        """Say why a request can't be met."""
        self.show(Banner("refused", error.said(self.words), "warning"))

    def show(self, banner: Banner) -> None:
        """Show a line over the page."""
        if self._lines is not None:
            self._lines.show_banner(banner)

    def clear(self, key: str) -> None:
        """Take a line away."""
        if self._lines is not None:
            self._lines.clear_banner(key)

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

    def open_path(self, title: str, kinds: str) -> Path | None:
        """An existing file."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", kinds)
        return Path(name) if name else None

    def save_path(self, title: str, suggested: Path, kinds: str) -> Path | None:
        """A file to write."""
        name, _ = QFileDialog.getSaveFileName(self._parent, title, str(suggested), kinds)
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
        copy.clicked.connect(lambda: _copy(details))
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


def _copy(text: str) -> None:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only when something went wrong

    QGuiApplication.clipboard().setText(text)
