# SPDX-License-Identifier: MIT
"""What a table needs to know of its rows and columns to be typed into like a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from forumdesk.domain.words import Words

Index = QModelIndex | QPersistentModelIndex
# Cells are drawn often: constants of the module are found fastest.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOTHING = Qt.ItemFlag.NoItemFlags
_READ = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_TYPED = _READ | Qt.ItemFlag.ItemIsEditable


class GridColumn(Protocol):
    """A column: ``width`` in pixels at first, ``grows`` takes what is left of the room."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def width(self) -> int:
        """Its width."""

    @property
    def grows(self) -> bool:
        """Whether it takes part of the room left."""

    @property
    def figures(self) -> bool:
        """Whether it holds numbers, which stand at the right."""

    def heading(self, words: Words) -> str:
        """What stands over it."""


class GridModel(QAbstractTableModel):
    """Rows of records; the last row may be an empty one to type a new record into.

    The model never writes: ``enter`` (row, column, text) asks for a change and tells whether it
    was made; what is shown is then shown again.

    Before anything is shown there are no columns, and no rows.
    """

    columns: Sequence[GridColumn] = ()
    editable = True

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.enter: Callable[[int, int, str], bool] = lambda row, column, text: False

    def filled(self) -> int:
        """How many rows have a record."""
        raise NotImplementedError

    def key_at(self, row: int) -> str:
        """The id of the record in a row; ``""`` for the empty row and where there is none."""
        raise NotImplementedError

    def row_of(self, key: str) -> int:
        """The row of a record; -1 if it isn't shown."""
        raise NotImplementedError

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError

    def is_told(self, column: int) -> bool:
        """Whether the program says what stands in a column, and nobody types into it."""
        return False

    def is_chosen(self, column: int) -> bool:
        """Whether one chooses what stands in a column: choosing the same again may mean more."""
        return False

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The rows, and the empty one."""
        if parent.isValid() or not self.columns:
            return 0
        return self.filled() + (1 if self.editable else 0)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """The headings; rows have none."""
        if orientation is Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        if role == _ALIGN:
            return self.alignment(section)
        return self.columns[section].heading(self.words) if role == _DISPLAY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed into, but for what the program says."""
        if not index.isValid():
            return _NOTHING
        typed = self.editable and not self.is_told(index.column())
        return _TYPED if typed else _READ

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Ask for what was typed; the answer comes as the rows shown again."""
        if role != _EDIT or not index.isValid():
            return False
        row, column, text = index.row(), index.column(), str(value)
        if not self.is_chosen(column) and text == self.text(row, column):
            return True
        return self.enter(row, column, text)

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Where the cells of a column and its heading stand."""
        return _RIGHT if self.columns[column].figures else _LEFT
