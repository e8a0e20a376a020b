# SPDX-License-Identifier: MIT
"""The list of terms as Qt sees it: a column for each language, and an empty row to type in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from forumdesk.domain.glossary import NOTE, TEXT
from forumdesk.domain.printed import Term
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Words
from forumdesk.ui.dates import language_name
from forumdesk.ui.grid.model import GridModel, Index
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look

_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_INK = Qt.ItemDataRole.ForegroundRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@frozen
class TermColumn:
    """A column: the terms, or what is meant by them, in a language."""

    id: str
    width: int = 220
    grows: bool = True
    figures: bool = False

    def heading(self, words: Words) -> str:
        """What stands over it."""
        field, _, language = self.id.partition(".")
        named = language_name(language)
        return words("Note in {language}", language=named) if field == NOTE else named

    def say(self, term: Term) -> str:
        """What it says of a term."""
        field, _, language = self.id.partition(".")
        text: Text = getattr(term, field)
        return text.get(language, "")


def columns_for(languages: Sequence[str]) -> tuple[TermColumn, ...]:
    """The terms in every language, then the notes."""
    return tuple(TermColumn(f"{field}.{tag}") for field in (TEXT, NOTE) for tag in languages)


class TermModel(GridModel):
    """Rows of terms; the last row is empty, and typing into it adds one."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__(words)
        self._look = look
        self.rows: tuple[Term, ...] = ()
        self.columns: tuple[TermColumn, ...] = ()
        self._numbers: dict[str, int] = {}
        self.enter: Callable[[int, int, str], bool] = lambda row, column, text: False

    def show(self, rows: Sequence[Term], columns: Sequence[TermColumn], *, editable: bool) -> None:
        """Show other rows, or the same as they are now: then cursor and selection stay."""
        if tuple(columns) != self.columns or editable != self.editable:
            self.beginResetModel()
            self.columns, self.editable = tuple(columns), editable
            self._take(rows)
            self.endResetModel()
        elif [one.id for one in rows] == [one.id for one in self.rows]:
            self._take(rows)
            if rows:
                last = self.index(len(rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self._follow(rows)

    def _follow(self, rows: Sequence[Term]) -> None:
        """Others, or in another order: cursor and selection go with those they are on."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.key_at(i.row()), i.column()) for i in before]
        self._take(rows)
        self.changePersistentIndexList(before, [self._place(*key) for key in keys])
        self.layoutChanged.emit()

    def _place(self, key: str, column: int) -> QModelIndex:
        if not key:
            return self.index(len(self.rows), column) if self.editable else QModelIndex()
        row = self.row_of(key)
        return self.index(row, column) if row >= 0 else QModelIndex()

    def _take(self, rows: Sequence[Term]) -> None:
        self.rows = tuple(rows)
        self._numbers = {one.id: row for row, one in enumerate(self.rows)}

    # Rows

    def filled(self) -> int:
        """How many terms there are."""
        return len(self.rows)

    def key_at(self, row: int) -> str:
        """The id of the term in a row; ``""`` for the empty row."""
        return self.rows[row].id if 0 <= row < len(self.rows) else ""

    def row_of(self, key: str) -> int:
        """The row of a term; -1 if it isn't shown."""
        return self._numbers.get(key, -1)

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        return self.columns[column].say(self.rows[row]) if 0 <= row < len(self.rows) else ""

    # Qt's side

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows in a role."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _ALIGN:
            return self.alignment(column)
        if row >= len(self.rows):
            return self._new(column, role)
        text = self.text(row, column)
        if role == _TIP:
            return tip(text)
        if role == _SPOKEN:
            return f"{self.columns[column].heading(self.words)}: {text}"
        return text if role in (_DISPLAY, _EDIT) else None

    def _new(self, column: int, role: int) -> object:
        if role == _DISPLAY and column == 0:
            return self.words("Type a term to add it")
        if role == _INK:
            return QColor(self._look.tokens.muted)
        return "" if role in (_DISPLAY, _EDIT) else None
