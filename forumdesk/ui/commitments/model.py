# SPDX-License-Identifier: MIT
"""The list of commitments as Qt sees it: rows, columns, and one empty row to type in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from forumdesk.domain.commitments import is_closed
from forumdesk.domain.ledger import Tracked
from forumdesk.domain.words import Words
from forumdesk.ui.commitments.columns import DUE, STATUS, Column
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.grid.delegate import CHOSEN
from forumdesk.ui.grid.model import GridModel, Index
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look

_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_INK = Qt.ItemDataRole.ForegroundRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class CommitmentModel(GridModel):
    """Rows of commitments; the last row is empty, and typing into it adds one.

    The model never writes: ``enter`` (row, column, text) asks for a change and tells whether it
    was made; the list is then shown again.
    """

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__(words)
        self._look = look
        self.rows: tuple[Tracked, ...] = ()
        self.columns: tuple[Column, ...] = ()
        self.sight: Sight | None = None
        self._numbers: dict[str, int] = {}
        self._cells: dict[tuple[int, int], str] = {}

    def allow(self, editable: bool) -> None:
        """Let rows be typed into, or only be read: then there is no empty one."""
        if editable != self.editable:
            self.beginResetModel()
            self.editable = editable
            self.endResetModel()

    def show(self, rows: Sequence[Tracked], columns: Sequence[Column], sight: Sight) -> None:
        """Show other rows, or the same as they are now: then cursor and selection stay."""
        same = [one.id for one in rows] == [one.id for one in self.rows]
        if same and tuple(columns) == self.columns:
            self._take(rows, columns, sight)
            if rows:
                last = self.index(len(self.rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        elif [c.id for c in columns] == [c.id for c in self.columns]:
            self._follow(rows, columns, sight)
        else:
            self.beginResetModel()
            self._take(rows, columns, sight)
            self.endResetModel()

    def _follow(self, rows: Sequence[Tracked], columns: Sequence[Column], sight: Sight) -> None:
        """Others, or in another order: cursor and selection go with those they are on."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.key_at(i.row()), i.row(), i.column()) for i in before]
        last = len(self.rows)
        self._take(rows, columns, sight)
        after = [self._moved(key, row == last, column) for key, row, column in keys]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _moved(self, key: str, was_empty: bool, column: int) -> QModelIndex:
        if was_empty:
            return self.index(len(self.rows), column) if self.editable else QModelIndex()
        row = self.row_of(key)
        return self.index(row, column) if row >= 0 else QModelIndex()

    def _take(self, rows: Sequence[Tracked], columns: Sequence[Column], sight: Sight) -> None:
        self.rows, self.columns, self.sight = tuple(rows), tuple(columns), sight
        self._numbers = {one.id: row for row, one in enumerate(self.rows)}
        self._cells.clear()

    # Rows

    def filled(self) -> int:
        """How many commitments there are."""
        return len(self.rows)

    def key_at(self, row: int) -> str:
        """The id of the commitment in a row; ``""`` for the empty row."""
        return self.rows[row].id if 0 <= row < len(self.rows) else ""

    def row_of(self, key: str) -> int:
        """The row of a commitment; -1 if it isn't shown."""
        return self._numbers.get(key, -1)

    def row(self, number: int) -> Tracked | None:
        """The commitment in a row."""
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        if not 0 <= row < len(self.rows) or self.sight is None:
            return ""
        if (row, column) not in self._cells:
            self._cells[row, column] = self.columns[column].say(self.rows[row], self.sight)
        return self._cells[row, column]

    def shown(self, row: int, column: int) -> str:
        """What a cell shows: what it says, or what stands there instead."""
        said, instead = self.text(row, column), self.columns[column].instead
        if said or instead is None or self.sight is None:
            return said
        return instead(self.rows[row], self.sight)

    # Qt's side

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows in a role."""
        if not index.isValid():
            return None
        if role == _ALIGN:
            return self.alignment(index.column())
        one = self.row(index.row())
        if one is None:
            return self._new(index.column(), role)
        if role == _EDIT:
            return self.text(index.row(), index.column())
        return (
            self.shown(index.row(), index.column())
            if role == _DISPLAY
            else self._other(one, index, role)
        )

    def _other(self, one: Tracked, index: Index, role: int) -> object:
        column = self.columns[index.column()]
        if role == _INK:
            muted = is_closed(one.commitment.status)
            return QColor(self._look.tokens.muted) if muted else None
        if role == CHOSEN:
            return one.commitment.status.value if column.id == STATUS else None
        if role not in (_TIP, _SPOKEN) or self.sight is None:
            return None
        text = self.shown(index.row(), index.column())
        late = self.sight.lateness(one) if column.id in (DUE, STATUS) else ""
        if role == _TIP:
            return tip("\n".join(filter(None, (text, late))))
        return ", ".join(filter(None, (f"{column.heading(self.words)}: {text}", late)))

    def _new(self, column: int, role: int) -> object:
        first = column == 0
        if role == _DISPLAY and first:
            return self.words("Type what was promised to add it")
        if role == _INK:
            return QColor(self._look.tokens.muted)
        return "" if role in (_DISPLAY, _EDIT) else None

    def is_told(self, column: int) -> bool:
        """Whether the program says what stands there."""
        return self.columns[column].told

    def is_chosen(self, column: int) -> bool:
        """Whether it is one of a few."""
        return self.columns[column].id == STATUS
