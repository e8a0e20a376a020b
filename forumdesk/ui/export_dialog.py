# SPDX-License-Identifier: MIT
"""What list is wanted: its format, who reads it, which columns it has and in which order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.columns import Reader
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.listed import ListOrder, may_come
from forumdesk.domain.roster import Asked, Roster, columns_for
from forumdesk.domain.words import N_
from forumdesk.handouts.options import choice_name
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.forms import captioned, closing_row
from forumdesk.ui.labels import button, label
from forumdesk.ui.workspace import Workspace

_FORMATS = (
    ("xlsx", N_("Excel (.xlsx)")),
    ("csv", N_("Text with commas (.csv)")),
    ("vcf", N_("Address book (.vcf)")),
)
_KEY = Qt.ItemDataRole.UserRole


class ExportDialog(QDialog):
    """``wanted`` carries the format and what is asked of the list."""

    wanted = Signal(str, object)

    def __init__(
        self,
        work: Workspace,
        dossier: Dossier,
        only: frozenset[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work, self._dossier, self._only = work, dossier, only
        words = work.words
        # Whoever works in one of the forum's languages gets a list in it.
        self.languages = tuple(sorted(dossier.languages, key=lambda tag: tag != words.language))
        self.setWindowTitle(words("Export a list"))
        self.kind = ChoiceField(words("Format"), [(kind, words(said)) for kind, said in _FORMATS])
        self.reader = ChoiceField(
            words("Audience"), [(reader, choice_name(reader, words)) for reader in Reader]
        )
        self.order = ChoiceField(
            words("Order"), [(order, choice_name(order, words)) for order in ListOrder]
        )
        self.columns = QListWidget()
        self.columns.setAccessibleName(words("Columns"))
        self.columns.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.columns.setToolTip(words("Drag to reorder, or Alt+Up and Alt+Down"))
        self.said = label(look="small", wrap=True)
        self.go = button(words("&Export…"), "first")
        self.kind.show_value("xlsx")
        self.reader.show_value(Reader.ORGANIZER)
        self.order.show_value(ListOrder.SIDE)
        self._lay_out()
        self._connect()
        self._offer()

    def _lay_out(self) -> None:
        words = self._work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label(words("List of participants"), "lead"))
        fields = QGridLayout()
        fields.setSpacing(12)
        for n, field in enumerate((self.kind, self.reader, self.order)):
            fields.addWidget(captioned(field.accessibleName(), field), 0, n)
            fields.setColumnStretch(n, 1)
        layout.addLayout(fields)
        self._choosing = captioned(words("Columns"), self.columns)
        layout.addWidget(self._choosing, 1)
        layout.addWidget(self.said)
        layout.addLayout(closing_row(self, words, self.go))
        self.resize(680, 600)

    def _connect(self) -> None:
        self.kind.committed.connect(self._look)
        self.reader.committed.connect(self._offer)
        self.order.committed.connect(self._look)
        self.columns.itemChanged.connect(self._look)
        self.go.clicked.connect(self._export)
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.columns)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda by=by: self.move_column(by))

    def _offer(self) -> None:
        """Show the columns that the readers may see, those ticked that such a list usually has."""
        words, languages = self._work.words, self.languages
        reader = Reader(self.reader.currentData())
        usual = Roster(self._dossier, Asked(reader, languages=languages, others=True), words)
        ticked = {place.key for place in usual.places}
        self.columns.blockSignals(True)
        self.columns.clear()
        offered = {place.key: place for place in (*columns_for(reader, languages), *usual.places)}
        for place in offered.values():
            item = QListWidgetItem(place.column.shown(words, place.language))
            item.setData(_KEY, place.key)
            on = place.key in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.columns.addItem(item)
        self.columns.setCurrentRow(0)
        self.columns.blockSignals(False)
        self._look()

    def move_column(self, by: int) -> None:
        """Move the column at hand up or down."""
        row = self.columns.currentRow()
        if 0 <= row + by < self.columns.count() and row >= 0:
            item = self.columns.takeItem(row)
            self.columns.insertItem(row + by, item)
            self.columns.setCurrentRow(row + by)

    def asked(self) -> Asked:
        """What is asked of the list now."""
        items = (self.columns.item(row) for row in range(self.columns.count()))
        keys = tuple(
            str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked
        )
        return Asked(
            Reader(self.reader.currentData()),  # Qt gives back a plain text
            keys,
            ListOrder(self.order.currentData()),
            self.languages,
            self._only,
        )

    def _look(self) -> None:
        """Say how many are on it, and how many a public list leaves out."""
        cards = self.kind.currentData() == "vcf"
        self._choosing.setEnabled(not cards)
        self.order.setEnabled(not cards)
        asked = self.asked()
        self.go.setEnabled(cards or bool(asked.columns))
        self.said.setText(" · ".join(self._told(asked)))

    def _told(self, asked: Asked) -> list[str]:
        words, dossier = self._work.words, self._dossier
        if not dossier.whole:
            return []
        count = len(Roster(dossier, asked, words).listed)
        said = [words.plural("{count} participant", "{count} participants", count)]
        if asked.reader is Reader.PUBLIC:
            coming = may_come(dossier, Reader.PUBLIC)
            out = sum(self._only is None or one.id in self._only for one in coming) - count
            if out:
                said.append(
                    words.plural(
                        "{count} is left out without consent to be listed",
                        "{count} are left out without consent to be listed",
                        out,
                    )
                )
        return said

    def _export(self) -> None:
        kind, asked = self.kind.currentData(), self.asked()
        self.accept()
        self.wanted.emit(kind, asked)
