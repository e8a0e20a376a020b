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
from forumdesk.ui.live.faces import aside, face
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
        self._lines: list[tuple[str, str, str]] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many sessions."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = _DISPLAY) -> str | QIcon | None:
        """When and what; who is in it; how it stands."""
        if not index.isValid():
            return None
        text, second, stands = self._lines[index.row()]
        if role == _ICON:
            return self._look.icons(icon_of(self.sessions[index.row()].kind))
        spoken = ", ".join(filter(None, (text.strip(), second, stands)))
        return {_DISPLAY: text, _SPOKEN: spoken, SECOND: second, ASIDE: stands}.get(role)

    def show(self, dossier: Dossier, run: Running) -> None:
        """Show how the sessions stand; the cursor stays while they are the same ones."""
        sessions = run.sessions
        lines = [self._line(dossier, session, run) for session in sessions]
        same = [s.id for s in sessions] == [s.id for s in self.sessions]
        if same and lines == self._lines:
            self.sessions = sessions
            return
        if not same:
            self.beginResetModel()
        self.sessions, self._lines = sessions, lines
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
        else:
            self.endResetModel()

    def _line(self, dossier: Dossier, session: Session, run: Running) -> tuple[str, str, str]:
        shown = face(dossier, session, run, self.words)
        at = clock(session.starts) if session.starts else ""
        inset = "    " if session.parent else ""
        return f"{inset}{at}  {shown.titles[0]}", shown.people, aside(session, run, self.words)

    def row_of(self, session: str) -> int:
        """The row of a session; -1 if it is not of the day."""
        return next((n for n, one in enumerate(self.sessions) if one.id == session), -1)
