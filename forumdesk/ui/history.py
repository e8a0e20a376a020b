# SPDX-License-Identifier: MIT
"""The history: every step with its name and time, and going back to any of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from forumdesk.domain.desk import News
from forumdesk.domain.words import Words
from forumdesk.store.journal import Entry
from forumdesk.ui.dates import moment
from forumdesk.ui.labels import button, label
from forumdesk.ui.lists import ASIDE, AsideDelegate
from forumdesk.ui.look import Look
from forumdesk.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_COLOR = Qt.ItemDataRole.ForegroundRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


class StepList(QAbstractListModel):
    """Steps, the newest first; undone ones are pale and say so."""

    def __init__(self, words: Words, look: Look, entries: list[Entry]) -> None:
        super().__init__()
        self.words, self._look, self.entries = words, look, entries

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many steps."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = _DISPLAY) -> str | QBrush | None:
        """What a line says."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == _DISPLAY:
            return self._text(entry)
        if role == ASIDE:
            return moment(entry.at, self.words)
        if role == _SPOKEN:
            return f"{self._text(entry)}, {moment(entry.at, self.words)}"
        pale = role == _COLOR and entry.undone
        return QBrush(QColor(self._look.tokens.muted)) if pale else None

    def _text(self, entry: Entry) -> str:
        text = entry.phrase.said(self.words)
        return self.words("{step} (undone)", step=text) if entry.undone else text

    def replace(self, entries: list[Entry]) -> None:
        """Show other steps."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()


class History(QDialog):
    """The steps, and a button that goes back (or forward) to the marked one."""

    def __init__(self, parent: QWidget, work: Workspace) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work = work
        words = work.words
        self.setWindowTitle(words("History"))
        self.model = StepList(words, work.look, work.desk.history())
        self.list = QListView()
        self.list.setProperty("look", "boxed")
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(AsideDelegate(work.look, self.list))
        self.list.setAccessibleName(words("Steps, the newest first"))
        self.go = button(words("&Go back to this step"), "first")
        self.go.clicked.connect(self.go_to_marked)
        self.list.selectionModel().currentChanged.connect(self._say)
        work.changed.connect(self._hear)
        self._lay_out()
        self.resize(560, 480)
        self._mark_current()

    def _lay_out(self) -> None:
        words = self._work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        text = words("Going back undoes every later step; they can all be redone.")
        layout.addWidget(label(text, "muted", wrap=True))
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(words("&Close"))
        close.clicked.connect(self.close)
        row.addWidget(close)
        row.addWidget(self.go)
        layout.addLayout(row)

    def _mark_current(self) -> None:
        done = (n for n, entry in enumerate(self.model.entries) if not entry.undone)
        self.list.setCurrentIndex(self.model.index(next(done, 0)))
        self._say()

    def _say(self) -> None:
        row, words = self.list.currentIndex().row(), self._work.words
        usable = self._work.editable and 0 <= row < len(self.model.entries)
        forward = usable and self.model.entries[row].undone
        self.go.setText(
            words("&Go forward to this step") if forward else words("&Go back to this step")
        )
        self.go.setEnabled(usable and (forward or self._later(row)))

    def _later(self, row: int) -> bool:
        return any(not entry.undone for entry in self.model.entries[:row])

    def go_to_marked(self) -> None:
        """Undo or redo until the marked step is the last one done."""
        row = self.list.currentIndex().row()
        if not 0 <= row < len(self.model.entries):
            return
        entry, desk = self.model.entries[row], self._work.desk
        if entry.undone:
            forward = [e for e in self.model.entries[row:] if e.undone]
            moves = [type(desk).redo] * len(forward)
        else:
            back = [e for e in self.model.entries[:row] if not e.undone]
            moves = [type(desk).undo] * len(back)
        self._work.changed.disconnect(self._hear)
        for move in moves:
            done, _ = self._work.done(move)
            if not done:
                break
        self._work.changed.connect(self._hear)
        self._refresh()

    def _hear(self, _: News) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self.model.replace(self._work.desk.history())
        self._mark_current()
