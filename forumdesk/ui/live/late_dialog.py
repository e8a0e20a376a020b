# SPDX-License-Identifier: MIT
"""A late start: by how much, what it does to the rest of the day, and doing it in one step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from forumdesk.domain.agenda import Session
from forumdesk.domain.delays import delayed
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import with_places
from forumdesk.domain.shifting import moves
from forumdesk.domain.times import typed_shift
from forumdesk.domain.words import N_
from forumdesk.services.running import started_late
from forumdesk.ui.agenda.moves import MoveList, MoveTable
from forumdesk.ui.dates import span
from forumdesk.ui.forms import LineField, captioned, closing_row
from forumdesk.ui.labels import button, label, relook
from forumdesk.ui.workspace import Workspace


class LateDialog(QDialog):
    """Asks how late a session began, shows what then moves, and moves it."""

    def __init__(
        self, parent: QWidget, work: Workspace, dossier: Dossier, *, session: Session, minutes: int
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work, self._dossier, self._session = work, dossier, session
        words = work.words
        self.setWindowTitle(words("Started late"))
        self.minutes = LineField(words("Late by"))
        self.minutes.setText(str(minutes))
        self.moving = MoveList(words)
        self.table = MoveTable(self.moving, words("What moves"))
        self.said = label(look="small", wrap=True)
        self.go = button(words("&Move the rest"), "first")
        self._lay_out()
        self.minutes.textChanged.connect(self._look)
        self.go.clicked.connect(self.apply)
        self._look()
        self.minutes.selectAll()

    def _lay_out(self) -> None:
        words = self._work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        title = words.text(self._session.title) or words("Without a title")
        when = span(self._session.starts, self._session.ends)
        layout.addWidget(label(f"{when}  {title}", "lead", wrap=True))
        layout.addWidget(captioned(words("Minutes late"), self.minutes))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addLayout(closing_row(self, words, self.go))
        self.resize(560, 420)

    def _minutes(self) -> int:
        """The minutes typed; raises ``ForumDeskError`` for what is none, or not late."""
        minutes = typed_shift(self.minutes.text())
        if minutes <= 0:
            title = self._session.title or "…"
            raise ForumDeskError(
                N_("“{title}” can't be {minutes} min late."), title=title, minutes=minutes
            )
        return minutes

    def _look(self) -> None:
        words = self._work.words
        try:
            ripple = delayed(self._dossier, self._session, self._minutes())
        except ForumDeskError as error:
            self._mark(wrong=True)
            self.moving.replace([])
            self.said.setText(error.said(words))
            self.go.setEnabled(False)
            return
        self._mark(wrong=False)
        self.moving.replace(moves(self._dossier, with_places(self._dossier, ripple.places)))
        told = " ".join(phrase.said(words) for phrase in ripple.told())
        self.said.setText(told or words("Gaps and breaks take in the rest."))
        self.go.setEnabled(True)

    def _mark(self, *, wrong: bool) -> None:
        self.minutes.setProperty("wrong", wrong)
        relook(self.minutes, "wrong" if wrong else "")

    def apply(self) -> None:
        """Note the late start and move what it holds up, in one step."""
        done, _ = self._work.done(started_late, self._session.id, self._minutes())
        if done:
            self.accept()
