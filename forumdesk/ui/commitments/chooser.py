# SPDX-License-Identifier: MIT
"""A list to choose one thing from, with a field in which to find it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from forumdesk.domain.finding import initials, searched
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import folded
from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.labels import button, label
from forumdesk.ui.lists import ASIDE, SECOND, AsideDelegate
from forumdesk.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@frozen
class Offer:
    """Something to choose: its value, what it says, a smaller line, and what stands aside."""

    value: object
    text: str
    second: str = ""
    aside: str = ""

    @property
    def found_by(self) -> str:
        """All it is found by."""
        return folded(self.text, self.second, self.aside, initials(self.text))


class Offers(QAbstractListModel):
    """The offers that what is typed finds."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._every = [(offer, offer.found_by) for offer in offers]
        self.shown: list[Offer] = list(offers)

    def find(self, typed: str) -> None:
        """Show those in which every word stands."""
        words = [searched(word) for word in typed.split()]
        self.beginResetModel()
        self.shown = [o for o, text in self._every if all(word in text for word in words)]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line shows in a role."""
        if not index.isValid():
            return None
        offer = self.shown[index.row()]
        said = {
            Qt.ItemDataRole.DisplayRole: offer.text,
            SECOND: offer.second,
            ASIDE: offer.aside,
            Qt.ItemDataRole.AccessibleTextRole: ", ".join(
                filter(None, (offer.text, offer.second, offer.aside))
            ),
        }
        return said.get(role)


class Chooser(QDialog):
    """``taken`` carries the value that was chosen."""

    taken = Signal(object)

    def __init__(
        self, work: Workspace, title: str, offers: Sequence[Offer], *, parent: QWidget
    ) -> None:
        super().__init__(parent)
        words = work.words
        self.setWindowTitle(title)
        self.resize(560, 480)
        self.search = ComposingLine()
        self.search.setAccessibleName(words("Find"))
        self.search.setPlaceholderText(words("Find"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.offers = Offers(offers)
        self.list = QListView()
        self.list.setModel(self.offers)
        self.list.setItemDelegate(AsideDelegate(work.look, self.list))
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(title)
        self.list.setUniformItemSizes(all(bool(o.second) for o in offers))
        self.list.activated.connect(lambda _: self.accept())
        self.list.doubleClicked.connect(lambda _: self.accept())
        self.nothing = label(words("Nothing is found."), "muted")
        self.ok = button(words("C&hoose"), "first")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self.accept)
        cancel = button(words("&Cancel"))
        cancel.clicked.connect(self.reject)
        self._lay_out(cancel)
        self._find("")

    def _lay_out(self, cancel: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        layout.addLayout(row)

    def _find(self, typed: str) -> None:
        self.offers.find(typed)
        found = bool(self.offers.shown)
        if found:
            self.list.setCurrentIndex(self.offers.index(0))
        self.nothing.setVisible(not found)
        self.ok.setEnabled(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field go through the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.offers.shown:
                row = min(max(self.list.currentIndex().row() + step, 0), len(self.offers.shown) - 1)
                self.list.setCurrentIndex(self.offers.index(row))
                return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Take what the cursor is on."""
        row = self.list.currentIndex().row()
        super().accept()
        if 0 <= row < len(self.offers.shown):
            self.taken.emit(self.offers.shown[row].value)

    def done(self, result: int) -> None:
        """Close, and go."""
        super().done(result)
        self.deleteLater()
