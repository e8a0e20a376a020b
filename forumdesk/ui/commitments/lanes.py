# SPDX-License-Identifier: MIT
"""A column of the board as Qt sees it: the commitments of one status, to be dragged and dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import CommitmentStatus
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.labels import tip

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-forumdesk-commitment"
_NOWHERE = QModelIndex()


class LaneModel(QAbstractListModel):
    """The commitments of a status, in their order.

    ``dropped`` carries a commitment that was let go here, and the one it is to stand before
    (``""``: at the end).
    """

    dropped = Signal(str, str)

    def __init__(self, status: CommitmentStatus) -> None:
        super().__init__()
        self.status = status
        self.rows: tuple[Tracked, ...] = ()
        self.sight: Sight | None = None
        self.editable = True

    def show(self, rows: Sequence[Tracked], sight: Sight) -> None:
        """Show these; nothing happens where they are the same as before."""
        if tuple(rows) == self.rows and sight.words is (self.sight and self.sight.words):
            self.sight = sight
            return
        self.beginResetModel()
        self.rows, self.sight = tuple(rows), sight
        self.endResetModel()

    def key_at(self, row: int) -> str:
        """The commitment in a row; ``""`` where there is none."""
        return self.rows[row].id if 0 <= row < len(self.rows) else ""

    def row_of(self, key: str) -> int:
        """The row of a commitment; -1 if it isn't here."""
        return next((n for n, one in enumerate(self.rows) if one.id == key), -1)

    # Qt's side

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a card says in a role."""
        if not index.isValid() or self.sight is None:
            return None
        one, sight = self.rows[index.row()], self.sight
        said = [sight.title(one), sight.owners(one), sight.due(one), sight.lateness(one)]
        if role == Qt.ItemDataRole.DisplayRole:
            return said[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, said)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (*said, sight.status(one))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards are dragged; they are let go on the lane, between cards or on one."""
        dropped = Qt.ItemFlag.ItemIsDropEnabled if self.editable else Qt.ItemFlag.NoItemFlags
        if not index.isValid():
            return dropped
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | dropped
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.editable else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Cards are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A commitment, by its id."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What is dragged."""
        data = QMimeData()
        keys = [self.key_at(index.row()) for index in indexes]
        data.setData(MIME, "\n".join(keys).encode())
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, *place: Any) -> bool:  # noqa: ANN401 - as Qt has them
        """Whether it is a commitment; ``place`` is row, column and parent."""
        return self.editable and data.hasFormat(MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, *place: Any) -> bool:  # noqa: ANN401 - as Qt has them
        """Ask for a commitment to be put in a place: row, column and parent."""
        if not self.canDropMimeData(data, action, *place):
            return False
        row, _, parent = place
        key = bytes(data.data(MIME).data()).decode().partition("\n")[0]
        at = parent.row() if parent.isValid() else row
        before = self.key_at(at) if at >= 0 else ""
        if before == key:
            return False
        self.dropped.emit(key, before)
        return True
