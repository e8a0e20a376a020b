# SPDX-License-Identifier: MIT
"""A long list of records as Qt sees it: ids in order, and what is in view read a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from forumdesk.domain.values import frozen
from forumdesk.ui.labels import tip
from forumdesk.ui.lists import ASIDE, SECOND

PAGE = 100  # records read at once
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex


@frozen
class Entry:
    """What a line says: a name, a second line, something small at the right; how far it is in."""

    text: str
    second: str = ""
    aside: str = ""


class Listing(QAbstractListModel):
    """Ids and their lines; ``read`` gives those of a page of ids."""

    def __init__(self, read: Callable[[Sequence[str]], dict[str, Entry]]) -> None:
        super().__init__()
        self.ids: list[str] = []
        self._read = read
        self._entries: dict[str, Entry] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        """What a line says."""
        if role not in (_DISPLAY, SECOND, ASIDE, _TIP, _SPOKEN) or not index.isValid():
            return None
        entry = self.entry(index.row())
        if role == _DISPLAY:
            return entry.text
        if role == SECOND:
            return entry.second
        if role == ASIDE:
            return entry.aside
        spoken = ", ".join(filter(None, (entry.text.strip(), entry.second, entry.aside)))
        return tip(spoken) if role == _TIP else spoken

    def entry(self, row: int) -> Entry:
        """The line of a row; the page it is on is read if it was not yet."""
        if self.ids[row] not in self._entries:
            begin = row - row % PAGE
            page = self.ids[begin : begin + PAGE]
            self._entries.update(self._read(page))
            for gone in page:
                self._entries.setdefault(gone, Entry(""))
        return self._entries[self.ids[row]]

    def show(self, ids: list[str]) -> None:
        """Show other records, or the same as they are now; what is selected stays so."""
        if ids == self.ids:
            self._entries.clear()
            if ids:
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self.ids[index.row()] for index in before]
        self.ids = ids
        self._entries.clear()
        rows = {id_: row for row, id_ in enumerate(ids)} if kept else {}
        after = [self.index(rows[id_]) if id_ in rows else QModelIndex() for id_ in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def row_of(self, id: str) -> int:
        """The row of a record; -1 if it is not in the list."""
        return self.ids.index(id) if id in self.ids else -1
