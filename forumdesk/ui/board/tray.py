# SPDX-License-Identifier: MIT
"""The tray beside the board: sessions that wait for a time, to be pulled onto it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.terms import term
from forumdesk.ui.icons import icon_of
from forumdesk.ui.labels import label, tip
from forumdesk.ui.lists import ASIDE, SECOND, AsideDelegate
from forumdesk.ui.workspace import Workspace

WIDTH = 204
SESSION = int(Qt.ItemDataRole.UserRole) + 5


class TrayList(QListView):
    """``pulled`` carries a session taken hold of, ``pulling`` and ``letGo`` where the mouse is
    (a point of the screen), ``entered`` a session that Enter was pressed on,
    ``escaped`` that a pull was given up, ``removeWanted`` that Del was pressed."""

    pulled = Signal(str)
    pulling = Signal(QPoint, object)
    letGo = Signal(QPoint, object)
    entered = Signal(str)
    escaped = Signal()
    removeWanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._at: QPoint | None = None
        self._held = False
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)

    def session_at(self, row: int) -> str:
        """The session in a row; ``""`` for none."""
        return str(self.model().index(row, 0).data(SESSION) or "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Perhaps the beginning of a pull."""
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        at = event.position().toPoint()
        self._at = at if left and self.indexAt(at).isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull, once moved far enough."""
        at = event.position().toPoint()
        if self._at is None:
            return
        if not self._held and (at - self._at).manhattanLength() >= QApplication.startDragDistance():
            self._held = True
            self.pulled.emit(self.session_at(self.indexAt(self._at).row()))
        if self._held:
            self.pulling.emit(event.globalPosition().toPoint(), event.modifiers())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        held, self._held, self._at = self._held, False, None
        if held:
            self.letGo.emit(event.globalPosition().toPoint(), event.modifiers())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts the session on the board, Esc drops one that is pulled."""
        if event.key() == Qt.Key.Key_Escape and self._held:
            self._held, self._at = False, None
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removeWanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.session_at(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)


class Tray(QFrame):
    """``picked`` carries the session the cursor is on."""

    picked = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.setFixedWidth(WIDTH)
        self.setProperty("look", "window")
        self.head = label("", "heading")
        self.head.setContentsMargins(12, 8, 8, 6)
        self.list = TrayList()
        self.list.setProperty("look", "bare")
        self.list.setAccessibleName(work.words("Sessions without a time"))
        self._model = QStandardItemModel(self.list)
        self.list.setModel(self._model)
        self.list.setItemDelegate(AsideDelegate(work.look, self.list))
        self.list.selectionModel().currentChanged.connect(
            lambda now, _: self.picked.emit(self.list.session_at(now.row()))
        )
        more = label(
            work.words("Drag one onto the board, or press Enter on it."), "small", wrap=True
        )
        more.setContentsMargins(12, 4, 8, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        layout.addWidget(more)
        self._shown: list[tuple[str, ...]] = []

    def show_sessions(self, dossier: Dossier, sessions: Sequence[Session]) -> None:
        """Show the sessions that wait; put away while there are none."""
        words = self.work.words
        self.setVisible(bool(sessions))
        self.head.setText(words("No time yet") + f" · {len(sessions):,}")
        lines = [self._line(dossier, session) for session in sessions]
        if lines == self._shown:
            return
        before = self.current_session()
        self._shown = lines
        blocked = self.list.selectionModel().blockSignals(True)
        self._model.clear()
        for session, line in zip(sessions, lines, strict=True):
            self._model.appendRow(self._item(session, line))
        self.list.selectionModel().blockSignals(blocked)
        self.select(before)

    def _line(self, dossier: Dossier, session: Session) -> tuple[str, ...]:
        words = self.work.words
        rooms = ", ".join(words.text(room.name) for room in dossier.rooms_of(session))
        about = " · ".join(filter(None, (term(session.kind, words), rooms)))
        length = ""
        if session.minutes is not None:
            length = words.plural("{count} min", "{count} min", session.minutes)
        title = words.text(session.title) or words("Without a title")
        return (session.id, title, about, length, session.kind.value)

    def _item(self, session: Session, line: tuple[str, ...]) -> QStandardItem:
        _, title, about, length, _ = line
        item = QStandardItem(self.work.look.icons(icon_of(session.kind)), title)
        item.setData(session.id, SESSION)
        item.setData(about, SECOND)
        item.setData(length, ASIDE)
        item.setToolTip(tip(", ".join(filter(None, (title, about, length)))))
        item.setSizeHint(QSize(0, 46))
        return item

    def current_session(self) -> str:
        """The session the cursor is on."""
        return self.list.session_at(self.list.currentIndex().row())

    def selected_sessions(self) -> list[str]:
        """The chosen sessions, in order."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.list.session_at(row) for row in rows]

    def select(self, session: str) -> bool:
        """Put the cursor on a session; ``False`` if it isn't here."""
        for row in range(self._model.rowCount()):
            if session and self.list.session_at(row) == session:
                flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.list.selectionModel().setCurrentIndex(self._model.index(row, 0), flag)
                return True
        return False

    def forget(self) -> None:
        """Let go of what is chosen here."""
        self.list.clearSelection()
