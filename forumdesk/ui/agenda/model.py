# SPDX-License-Identifier: MIT
"""The agenda list as Qt sees it: an adapter over rows and columns, and one empty row to type in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from forumdesk.domain.agenda import PAUSES, SessionStatus
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import Words
from forumdesk.ui.agenda.columns import Column, chosen
from forumdesk.ui.agenda.rows import Row
from forumdesk.ui.icons import icon_of
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look

# data() is asked for every cell and role: constants of the module are found fastest.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_FONT = Qt.ItemDataRole.FontRole
_INK = Qt.ItemDataRole.ForegroundRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_ICON = Qt.ItemDataRole.DecorationRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
CHOSEN = Qt.ItemDataRole.UserRole  # the key of the choice picked now
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


class SessionModel(QAbstractTableModel):
    """Rows of sessions; the last row is empty, and typing into it adds one.

    ``typed`` (row, column, text) asks for a change: the model never writes, it is shown the
    edition again.
    """

    typed = Signal(int, int, str)

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.words, self._look = words, look
        self.rows: tuple[Row, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.dossier: Dossier | None = None
        self.editable = True
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

    def row_of(self, session: str) -> int:
        """The row of a session; -1 if it isn't shown."""
        return next((n for n, row in enumerate(self.rows) if row.session.id == session), -1)

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        if row >= len(self.rows) or self.dossier is None:
            return ""
        if (row, column) not in self._cells:
            made = self.columns[column].text(self.dossier, self.rows[row], self.words)
            self._cells[row, column] = made
        return self._cells[row, column]

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The rows, and the empty one."""
        if parent.isValid() or self.dossier is None:
            return 0
        return len(self.rows) + (1 if self.editable else 0)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The headings; rows have none."""
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == _ALIGN:
            return self._alignment(section)
        return self.columns[section].heading(self.words) if role == _DISPLAY else None

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
        return self._ink(row) if role == _INK else self._alignment(column)

    def _other(self, row: int, column: int, role: int) -> object:
        if role == _ICON:
            return self._icon(row, column)
        if role == _TIP:
            return tip(self.text(row, column))
        if role == _SPOKEN:
            return f"{self.columns[column].heading(self.words)}: {self.text(row, column)}"
        if role == CHOSEN and self.dossier is not None:
            return chosen(self.columns[column], self.rows[row].session, self.dossier)
        return None

    def _new(self, column: int, role: int) -> object:
        first = self._is_first_title(column)
        if role == _DISPLAY and first:
            return self.words("Type a title to add a session")
        if role == _ALIGN:
            return self._alignment(column)
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

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _RIGHT if self.columns[column].figures else _LEFT

    def _icon(self, row: int, column: int) -> QIcon | None:
        if self.columns[column].id != "kind":
            return None
        return self._look.icons(icon_of(self.rows[row].session.kind), self._look.tokens.muted)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed into, but for those that only tell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if self.editable and self.columns[index.column()].editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Ask for what was typed; the answer comes as the edition shown again."""
        text = str(value)
        if role != _EDIT or not index.isValid() or text == self.text(index.row(), index.column()):
            return False
        self.typed.emit(index.row(), index.column(), text)
        return True
