# SPDX-License-Identifier: MIT
"""The sessions of the day as a list, each with how it stands."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.running import Running
from forumdesk.domain.words import Words
from forumdesk.ui.dates import clock
from forumdesk.ui.icons import icon_of
from forumdesk.ui.lists import ASIDE, SECOND
from forumdesk.ui.live.faces import aside, people, titles
from forumdesk.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ICON = Qt.ItemDataRole.DecorationRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class DayList(QAbstractListModel):
    """Sessions of a program day that take place, each before its items."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.words, self._look = words, look
        self.sessions: tuple[Session, ...] = ()
        self._dossier: Dossier | None = None
        self._said: list[tuple[str, str]] = []
        self._stands: list[str] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many sessions."""
        return 0 if parent.isValid() else len(self._stands)

    def data(self, index: Index, role: int = _DISPLAY) -> str | QIcon | None:
        """When and what; who is in it; how it stands."""
        if not index.isValid():
            return None
        (text, second), stands = self._said[index.row()], self._stands[index.row()]
        if role == _ICON:
            return self._look.icons(icon_of(self.sessions[index.row()].kind))
        spoken = ", ".join(filter(None, (text.strip(), second, stands)))
        return {_DISPLAY: text, _SPOKEN: spoken, SECOND: second, ASIDE: stands}.get(role)

    def show(self, dossier: Dossier, run: Running) -> None:
        """Show how the sessions stand; the cursor stays while they are the same ones.

        It is asked each second: what a line says is worded anew for another dossier only.
        """
        stands = [aside(session, run, self.words) for session in run.sessions]
        if dossier is self._dossier and run.sessions == self.sessions:
            if stands != self._stands:
                self._stands = stands
                self.dataChanged.emit(self.index(0), self.index(len(stands) - 1))
            return
        same = [s.id for s in run.sessions] == [s.id for s in self.sessions]
        if not same:
            self.beginResetModel()
        self._dossier, self.sessions, self._stands = dossier, run.sessions, stands
        self._said = [self._worded(dossier, session) for session in run.sessions]
        if not same:
            self.endResetModel()
        elif stands:
            self.dataChanged.emit(self.index(0), self.index(len(stands) - 1))

    def _worded(self, dossier: Dossier, session: Session) -> tuple[str, str]:
        at = clock(session.starts) if session.starts else ""
        inset = "    " if session.parent else ""
        title, *_ = titles(session, self.words)
        return f"{inset}{at}  {title}", people(dossier, session, self.words)

    def row_of(self, session: str) -> int:
        """The row of a session; -1 if it is not of the day."""
        return next((n for n, one in enumerate(self.sessions) if one.id == session), -1)
