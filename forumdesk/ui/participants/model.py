# SPDX-License-Identifier: MIT
"""The participants as Qt sees them: ids in order, what they say a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor

from forumdesk.domain.people import ABSENT
from forumdesk.domain.sifting import Row
from forumdesk.domain.words import Words
from forumdesk.ui.grid.delegate import CHOSEN
from forumdesk.ui.grid.model import GridModel, Index
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look
from forumdesk.ui.participants.columns import RosterColumn, Sight, picked, second_name

# data() is asked for every cell and role: constants of the module are found fastest.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_INK = Qt.ItemDataRole.ForegroundRole
_ALIGN = Qt.ItemDataRole.TextAlignmentRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
SECOND = int(Qt.ItemDataRole.UserRole) + 1  # the name in another script
_ANSWERED = frozenset({int(r) for r in (_INK, _ALIGN, _TIP, _SPOKEN, CHOSEN, SECOND)})
PAGE = 32  # rows read at once: a window shows some twenty
PAGES = 256  # kept at most
Said = tuple[Row, tuple[str, ...]]


class RosterModel(GridModel):
    """Rows of participants; the last row is empty, and a name typed into it adds somebody.

    The model never writes: ``enter`` (row, column, text) asks for a change and tells whether it
    was made. ``read`` gives what a page of ids says.
    """

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__(words)
        self._look = look
        self.ids: Sequence[str] = ()
        self.columns: tuple[RosterColumn, ...] = ()
        self.sight: Sight | None = None
        self.read: Callable[[Sequence[str]], Sequence[Row]] = lambda ids: ()
        self._pages: dict[int, list[Said]] = {}
        self._rows: dict[str, int] = {}  # made when first asked for

    # Showing

    def show(self, ids: Sequence[str], columns: Sequence[RosterColumn], sight: Sight) -> None:
        """Show others altogether."""
        self.beginResetModel()
        self.columns, self.sight = tuple(columns), sight
        self._take(ids)
        self.endResetModel()

    def follow(self, ids: Sequence[str], touched: Collection[str] | None) -> None:
        """Show the same list after a step; ``touched`` are those who changed, ``None`` any.

        Where the same stand in the same order, only their cells are drawn anew; else cursor and
        selection go with those they are on.
        """
        if ids == self.ids:
            self._refresh(touched)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [(self.key_at(index.row()), index.row(), index.column()) for index in before]
        last = len(self.ids)
        self._take(ids)
        after = [self._moved(key, row, column, last) for key, row, column in keys]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _moved(self, key: str, row: int, column: int, last: int) -> QModelIndex:
        if row == last:  # the empty row stays the last
            return self.index(len(self.ids), column) if self.editable else QModelIndex()
        now = self.row_of(key)
        return self.index(now, column) if now >= 0 else QModelIndex()

    def _take(self, ids: Sequence[str]) -> None:
        self.ids = ids
        self._pages.clear()
        self._rows.clear()

    def _refresh(self, touched: Collection[str] | None) -> None:
        pages = sorted(self._pages)
        if touched is not None:
            shown = {self.row_of(id_) // PAGE for id_ in touched}
            pages = [page for page in pages if page in shown]
        for page in pages:
            del self._pages[page]
            top = self.index(page * PAGE, 0)
            bottom = min((page + 1) * PAGE, len(self.ids)) - 1
            self.dataChanged.emit(top, self.index(bottom, len(self.columns) - 1))

    # Rows

    def filled(self) -> int:
        """How many participants are shown."""
        return len(self.ids)

    def key_at(self, row: int) -> str:
        """The participation in a row; ``""`` for the empty row."""
        return self.ids[row] if 0 <= row < len(self.ids) else ""

    def row_of(self, key: str) -> int:
        """The row of a participation; -1 if it isn't shown."""
        if not self._rows:
            self._rows = {id_: row for row, id_ in enumerate(self.ids)}
        return self._rows.get(key, -1)

    def row(self, number: int) -> Row | None:
        """What is known of the participant in a row."""
        said = self._said(number)
        return said[0] if said else None

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        said = self._said(row)
        return said[1][column] if said else ""

    def _said(self, row: int) -> Said | None:
        if not 0 <= row < len(self.ids):
            return None
        page, place = divmod(row, PAGE)
        said = self._pages.get(page)
        if said is None:
            said = self._read(page)
        return said[place] if place < len(said) else None

    def _read(self, page: int) -> list[Said]:
        if len(self._pages) >= PAGES:
            self._pages.pop(next(iter(self._pages)))
        sight = self.sight
        assert sight is not None
        rows = self.read(self.ids[page * PAGE : (page + 1) * PAGE])
        columns = self.columns
        said = [(row, tuple([column.say(row, sight) for column in columns])) for row in rows]
        self._pages[page] = said
        return said

    # Qt's side

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a cell shows in a role."""
        if role in (_DISPLAY, _EDIT):
            said = self._said(index.row())
            if said is not None:
                return said[1][index.column()]
            return self._new(index, role)
        if role not in _ANSWERED or not index.isValid():
            return None
        if role == _ALIGN:
            return self.alignment(index.column())
        row = self.row(index.row())
        if row is None:
            return QColor(self._look.tokens.muted) if role == _INK else None
        return self._other(row, index, role)

    def _other(self, row: Row, index: Index, role: int) -> object:
        column = self.columns[index.column()]
        if role == _INK:
            absent = row.participation.status in ABSENT
            return QColor(self._look.tokens.muted) if absent else None
        if role == CHOSEN:
            return picked(column.id, row) if column.choices is not None else None
        second = self.second(row) if column.id == "name" else None
        if role == SECOND:
            return second
        text = self.text(index.row(), index.column())
        if role == _TIP:
            return tip("\n".join(filter(None, (text, second))))
        return ", ".join(filter(None, (f"{column.heading(self.words)}: {text}", second)))

    def second(self, row: Row) -> str:
        """The name in another script."""
        return second_name(row, self.sight) if self.sight else ""

    def _new(self, index: Index, role: int) -> object:
        if not index.isValid():
            return None
        first = self.columns[index.column()].id == "name"
        return self.words("Type a name to add") if first and role == _DISPLAY else ""

    def is_told(self, column: int) -> bool:
        """Whether the program says what stands there."""
        return self.columns[column].told

    def is_chosen(self, column: int) -> bool:
        """Whether it is one of a few."""
        return self.columns[column].choices is not None
