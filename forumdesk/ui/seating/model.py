# SPDX-License-Identifier: MIT
"""The seats of a plan as Qt sees them: one row for each, to be dragged and dropped on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from forumdesk.domain.seat_layouts import Place
from forumdesk.ui.labels import tip
from forumdesk.ui.seating.faces import Face

FACE = int(Qt.ItemDataRole.UserRole) + 10
WHO = "application/x-forumdesk-participation"
"""The kind of data that a person is dragged as: the id of the participation."""
FROM = "application/x-forumdesk-seat"
"""The seat that is dragged: table and number."""
Index = QModelIndex | QPersistentModelIndex
_SHOWN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class SeatModel(QAbstractListModel):
    """The seats of one plan."""

    def __init__(self) -> None:
        super().__init__()
        self.faces: list[Face] = []
        self.editable = True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many seats."""
        return 0 if parent.isValid() else len(self.faces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a seat says."""
        if not index.isValid():
            return None
        face = self.faces[index.row()]
        if role in _SHOWN:
            return face.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(face.spoken)
        return face if role == FACE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A seat may be chosen; one that is taken and not locked may be dragged."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        face = self.faces[index.row()]
        found = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        if self.editable:
            found |= flag.ItemIsDropEnabled
            if (face.who or face.kept) and not face.locked:
                found |= flag.ItemIsDragEnabled
        return found

    def mimeTypes(self) -> list[str]:
        """What a seat is dragged as."""
        return [WHO, FROM]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The person on a seat, and the seat."""
        made = QMimeData()
        for index in indexes:
            face = self.faces[index.row()]
            made.setData(FROM, f"{face.place[0]} {face.place[1]}".encode())
            if face.who:
                made.setData(WHO, face.who.encode())
        return made

    def supportedDragActions(self) -> Qt.DropAction:
        """People move."""
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        """They move here, too."""
        return Qt.DropAction.MoveAction

    def show(self, faces: Sequence[Face]) -> bool:
        """Show other seats; ``False`` where they are the same seats and only say something else."""
        same = [face.place for face in faces] == [face.place for face in self.faces]
        if not same:
            self.beginResetModel()
            self.faces = list(faces)
            self.endResetModel()
            return True
        before, self.faces = self.faces, list(faces)
        for row, (old, new) in enumerate(zip(before, self.faces, strict=True)):
            if old != new:
                index = self.index(row)
                self.dataChanged.emit(index, index)
        return False

    def index_of(self, place: Place) -> QModelIndex:
        """The index of a seat; none where there is no such seat."""
        for row, face in enumerate(self.faces):
            if face.place == place:
                return self.index(row)
        return QModelIndex()


def seat_in(data: QMimeData) -> Place | None:
    """The seat that is dragged."""
    if not data.hasFormat(FROM):
        return None
    table, _, number = bytes(data.data(FROM).data()).decode().partition(" ")
    return int(table), int(number)


def who_in(data: QMimeData) -> str:
    """The participation that is dragged; ``""`` for none."""
    return bytes(data.data(WHO).data()).decode() if data.hasFormat(WHO) else ""
