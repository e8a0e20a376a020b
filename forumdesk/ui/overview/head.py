# SPDX-License-Identifier: MIT
"""The head of the overview: titles in each language, slogan, state, and the days to go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import term
from forumdesk.ui.labels import ElidedLabel, button, label
from forumdesk.ui.overview.wording import countdown
from forumdesk.ui.workspace import Workspace


class Head(QWidget):
    """Titles at the left, the days to go at the right; ``edit`` brings up the fields."""

    def __init__(
        self,
        work: Workspace,
        dossier: Dossier,
        today: date,
        edit: Callable[[], object],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.words = work.words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(self._names(dossier), 1)
        row.addLayout(self._counted(dossier, today, edit))

    def _names(self, dossier: Dossier) -> QVBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(2)
        for number, language in enumerate(dossier.languages):
            title = dossier.title.get(language, "")
            names.addWidget(label(title, "title" if number == 0 else "lead", wrap=True))
        names.addSpacing(4)
        if slogan := self.words.text(dossier.edition.slogan):
            names.addWidget(label(f"“{slogan}”", "muted", wrap=True))
        state = term(dossier.edition.state, self.words)
        names.addWidget(ElidedLabel(f"{state} · {dossier.edition.timezone}", "muted"))
        names.addStretch(1)
        return names

    def _counted(self, dossier: Dossier, today: date, edit: Callable[[], object]) -> QVBoxLayout:
        large, small = countdown(dossier.edition, today, self.words)
        counted = QVBoxLayout()
        counted.setSpacing(0)
        for text, look in ((large, "title"), (small, "small")):
            shown = label(text, look)
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            counted.addWidget(shown)
        counted.addStretch(1)
        editing = button(self.words("Edit this e&dition"), "quiet")
        editing.clicked.connect(lambda _=False: edit())
        counted.addWidget(editing, 0, Qt.AlignmentFlag.AlignRight)
        return counted
