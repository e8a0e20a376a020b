# SPDX-License-Identifier: MIT
"""The agenda list as Qt sees it: an adapter over rows and columns, and one empty row to type in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QIcon

from forumdesk.domain.agenda import PAUSES, Session, SessionStatus
from forumdesk.domain.desk import Problem, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import Words
from forumdesk.ui.agenda.columns import Column, chosen
from forumdesk.ui.agenda.rows import Row
from forumdesk.ui.grid.delegate import CHOSEN
from forumdesk.ui.grid.model import GridModel, Index
from forumdesk.ui.icons import icon_of
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look
from forumdesk.ui.problems import marks_of_sessions, severity_color, severity_icon

# data() is asked for every cell and role: constants of the module are found fastest.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_FONT = Qt.ItemDataRole.FontRole
_INK = Qt.ItemDataRole.ForegroundRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_ICON = Qt.ItemDataRole.DecorationRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
PROBLEM = int(Qt.ItemDataRole.UserRole) + 1  # the sign of a problem in the session


class SessionModel(GridModel):
    """Rows of sessions; the last row is empty, and typing into it adds one.

    The model never writes: ``enter`` (row, column, text) asks for a change and tells whether it
    was made; the edition is then shown again.
    """

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__(words)
        self._look = look
        self.rows: tuple[Row, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.dossier: Dossier | None = None
        self.editable = True
        self._problems: dict[str, list[Problem]] = {}
        self._cells: dict[tuple[int, int], str] = {}
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def show(self, dossier: Dossier, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """Show rows; where they are the same sessions as before, only their cells change."""
        same = [r.session.id for r in rows] == [r.session.id for r in self.rows]
        if same and tuple(c.id for c in columns) == tuple(c.id for c in self.columns):
            self._take(dossier, rows, columns)
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self._take(dossier, rows, columns)
            self.endResetModel()

    def _take(self, dossier: Dossier, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        self.dossier, self.rows, self.columns = dossier, tuple(rows), tuple(columns)
        self._cells.clear()

    def filled(self) -> int:
        """How many sessions there are."""
        return len(self.rows)

    def key_at(self, row: int) -> str:
        """The id of the session in a row; ``""`` for the empty row."""
        return self.rows[row].session.id if 0 <= row < len(self.rows) else ""

    def row_of(self, key: str) -> int:
        """The row of a session; -1 if it isn't shown."""
        return next((n for n, row in enumerate(self.rows) if row.session.id == key), -1)

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        if row >= len(self.rows) or self.dossier is None:
            return ""
        if (row, column) not in self._cells:
            made = self.columns[column].text(self.dossier, self.rows[row], self.words)
            self._cells[row, column] = made
        return self._cells[row, column]

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Mark the sessions that something was found about."""
        found = marks_of_sessions(problems)
        if found != self._problems:
            self._problems = found
            if self.rows:
                last = self.index(len(self.rows) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)

    def problems_in(self, row: int) -> Sequence[Problem]:
        """What was found about the session in a row."""
        if row >= len(self.rows):
            return ()
        return self._problems.get(self.rows[row].session.id, ())

    # Qt's side

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows in a role."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if row >= len(self.rows):
            return self._new(column, role)
        if role in (_DISPLAY, _EDIT):
            return self.text(row, column)
        if role in (_FONT, _INK, _ALIGN):
            return self._drawn(row, column, role)
        return self._other(row, column, role)

    def _drawn(self, row: int, column: int, role: int) -> object:
        if role == _FONT:
            return self._font(row, column)
        return self._ink(row) if role == _INK else self.alignment(column)

    def _other(self, row: int, column: int, role: int) -> object:
        if role == _ICON:
            return self._icon(row, column)
        if role == PROBLEM:
            return self._sign(row, column)
        if role == _TIP:
            return tip("\n".join((self.text(row, column), *self._found(row, column))).strip())
        if role == _SPOKEN:
            said = f"{self.columns[column].heading(self.words)}: {self.text(row, column)}"
            return ". ".join((said, *self._found(row, column)))
        if role == CHOSEN and self.columns[column].choices is not None:
            return chosen(self.columns[column], self.rows[row].session)
        return None

    def _found(self, row: int, column: int) -> list[str]:
        """What was found about a session, said in its title; what holds it, in its start."""
        if self.columns[column].id == "starts":
            return self._holds(self.rows[row].session)
        if not self._is_first_title(column):
            return []
        return [problem.phrase.said(self.words) for problem in self.problems_in(row)]

    def _holds(self, session: Session) -> list[str]:
        leader = self.dossier.leader_of(session) if self.dossier else None
        locked = [self.words("locked")] if session.locked else []
        if leader is None:
            return locked
        return [*locked, self.words("follows “{title}”", title=leader.title or "…")]

    def held(self, row: int) -> str:
        """The icon of what holds a session's time: a lock, or a link to the one before it."""
        session = self.rows[row].session
        return "lock" if session.locked else "link" if session.follows else ""

    def _sign(self, row: int, column: int) -> QIcon | None:
        found = self.problems_in(row)
        if not found or not self._is_first_title(column):
            return None
        worst = min((problem.severity for problem in found), key=list(Severity).index)
        ink = severity_color(worst, self._look.tokens)
        return self._look.icons(severity_icon(worst), ink)

    def _new(self, column: int, role: int) -> object:
        first = self._is_first_title(column)
        if role == _DISPLAY and first:
            return self.words("Type a title to add a session")
        if role == _ALIGN:
            return self.alignment(column)
        if role == _INK:
            return QColor(self._look.tokens.muted)
        return "" if role in (_DISPLAY, _EDIT) else None

    def _is_first_title(self, column: int) -> bool:
        first = next(n for n, c in enumerate(self.columns) if c.id.startswith("title."))
        return column == first

    def _font(self, row: int, column: int) -> QFont | None:
        shown = self.rows[row]
        if shown.item or shown.session.kind in PAUSES:
            return None
        return self._bold if self.columns[column].id.startswith("title.") else None

    def _ink(self, row: int) -> QColor | None:
        session = self.rows[row].session
        if session.kind in PAUSES or session.status is SessionStatus.CANCELLED:
            return QColor(self._look.tokens.muted)
        return None

    def _icon(self, row: int, column: int) -> QIcon | None:
        if self.columns[column].id != "kind":
            return None
        return self._look.icons(icon_of(self.rows[row].session.kind), self._look.tokens.muted)
