# SPDX-License-Identifier: MIT
"""The order of precedence: everybody who comes, by the rules, and put elsewhere by hand.

Who is put somewhere is pinned there with a reason; all the others stand where the rules put them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT, full_name
from forumdesk.domain.precedence import ranking, rule_sets, rules_of
from forumdesk.services.editions import change_edition
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.directory.listing import Entry, Listing
from forumdesk.ui.forms import captioned
from forumdesk.ui.inviting.commands import move_before, pin, unpin
from forumdesk.ui.labels import button, label
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.workspace import Workspace

SIZE = (640, 680)
Index = QModelIndex | QPersistentModelIndex


class OrderModel(Listing):
    """Participants in order; ``moved`` carries who was dropped, and before whom (``""``: last)."""

    moved = Signal(str, str)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines are dragged, and dropped between lines."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """A line is moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only lines of ours."""
        return ["application/x-forumdesk-participation"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Who is dragged."""
        data = QMimeData()
        data.setData(self.mimeTypes()[0], self.ids[indexes[0].row()].encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, *_cell: int | Index
    ) -> bool:
        """Tell of it; the order itself comes with the news."""
        who = bytes(data.data(self.mimeTypes()[0]).data()).decode()
        place = row if row >= 0 else len(self.ids)
        before = self.ids[place] if place < len(self.ids) else ""
        if who in self.ids and who != before:
            self.moved.emit(who, before)
        return False  # the view must not take the line away itself


class OrderDialog(QDialog):
    """The rules at the top, everybody who comes in their order below."""

    def __init__(self, work: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.work = work
        words = work.words
        self.setWindowTitle(words("Order of precedence"))
        self.resize(*SIZE)
        sets = [(rules.name, words.text(rules.title)) for rules in rule_sets()]
        self.rules = ChoiceField(words("Rules"), sets)
        self.about = label(look="muted", wrap=True)
        self.model = OrderModel(self._entries)
        self.list = QListView()
        self.earlier = button(words("&Earlier"))
        self.later = button(words("&Later"))
        self.pin = button(words("&Pin…"))
        self.unpin = button(words("By the &rules"))
        self._lay_out()
        self._wire()
        self.refresh()

    def _lay_out(self) -> None:
        words = self.work.words
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(captioned(words("Rules"), self.rules))
        column.addWidget(self.about)
        self.list.setModel(self.model)
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(words("Order of precedence"))
        self.list.setItemDelegate(AsideDelegate(self.work.look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for made in (self.earlier, self.later, self.pin, self.unpin):
            row.addWidget(made)
        row.addStretch(1)
        close = button(words("&Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)

    def _wire(self) -> None:
        self.rules.committed.connect(self._set_rules)
        self.model.moved.connect(lambda who, before: move_before(self.work, who, before or None))
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.earlier.setShortcut("Alt+Up")
        self.later.setShortcut("Alt+Down")
        self.pin.clicked.connect(lambda: pin(self.work, self._chosen()))
        self.unpin.clicked.connect(lambda: unpin(self.work, self._chosen()))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.work.changed.connect(self.refresh)
        self.work.editionShown.connect(self.reject)

    # Showing

    def refresh(self) -> None:
        """Show the order as it is now."""
        dossier = self.work.dossier
        if dossier is None:
            self.reject()
            return
        rules, words = rules_of(dossier), self.work.words
        self.rules.show_value(rules.name)
        self.rules.setReadOnly(not self.work.editable)
        self.about.setText(words.text(rules.about))
        places = ranking(dossier)
        coming = (p.id for p in dossier.participations if p.status not in ABSENT)
        self.model.show(sorted(coming, key=lambda id_: places[id_]))
        self._enable()

    def _entries(self, ids: Sequence[str]) -> dict[str, Entry]:
        dossier = self.work.dossier
        if dossier is None:
            return {}
        places = {id_: n for n, id_ in enumerate(self.model.ids, 1)}
        return {id_: self._entry(dossier, id_, places[id_]) for id_ in ids}

    def _entry(self, dossier: Dossier, id: str, place: int) -> Entry:
        words, one = self.work.words, dossier.participation[id]
        person = dossier.person.get(one.person or "")
        body = dossier.organization.get(one.organization or "")
        side = dossier.side.get(one.side or "")
        said = words.text(body.short or body.name) if body else ""
        name = full_name(person, words.language) if person else said or words("name to follow")
        facts = (words.text(one.office), said, words.text(side.name) if side else "")
        pinned = ""
        if one.rank is not None:
            reason = one.pin_reason
            pinned = words("pinned: {reason}", reason=reason) if reason else words("pinned")
        return Entry(f"{place}  {name}", " · ".join(filter(None, facts)) or " ", pinned)

    def _enable(self) -> None:
        row, may = self.list.currentIndex().row(), self.work.editable
        last = len(self.model.ids) - 1
        self.earlier.setEnabled(may and row > 0)
        self.later.setEnabled(may and 0 <= row < last)
        for made in (self.pin, self.unpin):
            made.setEnabled(may and row >= 0)
        self.list.setDragEnabled(may)

    # Doing

    def _chosen(self) -> list[str]:
        row = self.list.currentIndex().row()
        return [self.model.ids[row]] if 0 <= row < len(self.model.ids) else []

    def _step(self, by: int) -> None:
        """Put the one chosen a place earlier or later, and stay with them."""
        row = self.list.currentIndex().row()
        target = row - 1 if by < 0 else row + 2
        if not 0 <= target <= len(self.model.ids):
            return
        before = self.model.ids[target] if target < len(self.model.ids) else None
        move_before(self.work, self.model.ids[row], before)

    def _set_rules(self, name: object) -> None:
        self.work.run(change_edition, self.work.edition, {"precedence": str(name)})


def show_order(work: Workspace, parent: QWidget) -> OrderDialog:
    """Show the order of precedence of the edition."""
    dialog = OrderDialog(work, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
