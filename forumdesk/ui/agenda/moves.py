# SPDX-License-Identifier: MIT
"""Sessions that would move, as lines: what, from when, to when."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forumdesk.domain.agenda import Session
from forumdesk.domain.words import N_, Words
from forumdesk.ui.dates import span

Index = QModelIndex | QPersistentModelIndex
Moves = list[tuple[Session, Session]]
_DISPLAY = Qt.ItemDataRole.DisplayRole
_HEADS = (N_("Session"), N_("From"), N_("To"))


class MoveList(QAbstractTableModel):
    """Sessions that move: what, from when, to when."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.moves: Moves = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many sessions."""
        return 0 if parent.isValid() else len(self.moves)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What, from when, to when."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        """The names of the columns."""
        across = orientation is Qt.Orientation.Horizontal
        return self.words(_HEADS[section]) if across and role == _DISPLAY else None

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        """What a cell says."""
        if not index.isValid() or role != _DISPLAY:
            return None
        was, now = self.moves[index.row()]
        title = self.words.text(was.title) or self.words("Without a title")
        return (title, span(was.starts, was.ends), span(now.starts, now.ends))[index.column()]

    def replace(self, moves: Moves) -> None:
        """Show other sessions."""
        self.beginResetModel()
        self.moves = moves
        self.endResetModel()


class MoveTable(QTableView):
    """The lines, to be read."""

    def __init__(self, moves: MoveList, name: str) -> None:
        super().__init__()
        self.setModel(moves)
        self.setAccessibleName(name)
        self.setProperty("look", "boxed")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.setColumnWidth(column, 120)
