# SPDX-License-Identifier: MIT
"""A question that a time zone answers."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.forms import captioned
from forumdesk.ui.labels import button, label
from forumdesk.ui.zones import ZoneField


class _Field(ZoneField):
    """Keeps what is typed, to be judged with the answer: it must not become another zone."""

    def commit(self) -> None:
        """Nothing."""


class ZoneQuestion(QDialog):
    """Asks for a time zone; what is none is no answer."""

    def __init__(self, parent: QWidget | None, question: str, about: str, words: Words) -> None:
        super().__init__(parent)
        self.setWindowTitle("ForumDesk")
        self.setMinimumWidth(440)
        self.field = _Field(words("Time zone"))
        self.problem = label(
            words("Choose a time zone from the list, such as Asia/Seoul."), "danger", wrap=True
        )
        self.problem.hide()
        self.field.currentTextChanged.connect(self.problem.hide)
        self.go = button(words("&Import"), "first")
        self.go.setDefault(True)
        self.go.clicked.connect(self._answer)
        cancel = button(words("&Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(label(question, "lead"))
        layout.addWidget(label(about, "muted", wrap=True))
        layout.addWidget(captioned(words("Time zone"), self.field))
        layout.addWidget(self.problem)
        layout.addLayout(row)

    def _answer(self) -> None:
        """Take the zone that is chosen, or say that it is none."""
        if self.field.zone():
            self.accept()
        else:
            self.problem.show()
