# SPDX-License-Identifier: MIT
"""A letter filled in for one of those who get it, to leaf through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.labels import FlowLabel, button, label


class Example(QWidget):
    """How a letter will read; ``moved`` when another is asked for. ``at`` is which, from 0."""

    moved = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words, self._count, self.at = words, 0, 0
        self.where = label(look="small")
        self.before, self.after = button("‹"), button("›")
        self.before.setAccessibleName(words("The one before"))
        self.after.setAccessibleName(words("The next one"))
        self.before.clicked.connect(lambda: self._move(-1))
        self.after.clicked.connect(lambda: self._move(1))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(words("As it will read"), "small"))
        head.addStretch(1)
        for made in (self.where, self.before, self.after):
            head.addWidget(made)
        for made in (self.before, self.after):
            made.setAutoDefault(False)
            made.setFixedWidth(made.sizeHint().height())
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(words("As it will read"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """How many letters there are to leaf through."""
        self._count = count
        self.at = min(self.at, max(count - 1, 0))
        words = self._words
        self.where.setText(words("{at} of {count}", at=self.at + 1, count=count) if count else "")
        self.before.setEnabled(self.at > 0)
        self.after.setEnabled(self.at < count - 1)

    def show_letters(self, letters: Sequence[tuple[str, str, str]]) -> None:
        """Show a letter in each of its languages: which, its subject, its text."""
        sheet = QWidget()
        sheet.setProperty("look", "surface")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        for language, subject, body in letters:
            column.addWidget(label(language, "tag"))
            column.addWidget(FlowLabel(subject, "strong"))
            column.addWidget(FlowLabel(body))
        if not letters:
            nobody = self._words("Nobody gets this letter: its status is that of nobody.")
            column.addWidget(FlowLabel(nobody, "muted"))
        column.addStretch(1)
        scrolled = self.area.verticalScrollBar().value()
        self.area.setWidget(sheet)
        self.area.verticalScrollBar().setValue(scrolled)

    def _move(self, by: int) -> None:
        self.at += by
        self.show_count(self._count)
        self.moved.emit()
