# SPDX-License-Identifier: MIT
"""The table of a pack: ticks, copies to be typed, several lines chosen at once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from forumdesk.ui.handouts.pack.model import COPIES, PAPER, SHEET, SPECIAL, STATE, PackModel

MOST = 99_999  # copies
WIDEST = 90  # pixels of a column of figures
_MOST = {SHEET: 220, SPECIAL: 190, PAPER: 170, STATE: 220}  # pixels, however long the words
_LEAST = {PAPER: 90, SPECIAL: 90, SHEET: 130}  # where room is short, given up in this order


class _Copies(QStyledItemDelegate):
    """A field for a number of copies."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """One copy at least."""
        field = QSpinBox(parent)
        field.setRange(1, MOST)
        field.setFrame(False)
        field.setAccessibleName(self._name)
        return field


class PackTable(QTableView):
    """The lines of a pack."""

    def __init__(self, model: PackModel, name: str) -> None:
        super().__init__()
        self.pack = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setProperty("look", "boxed")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked | trigger.EditKeyPressed | trigger.SelectedClicked
        )
        self.setItemDelegateForColumn(COPIES, _Copies(model.words("Copies"), self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.setIconSize(QSize(16, 16))
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(48)
        head.sectionResized.connect(self._sized)
        self._fitting, self._by_hand = False, False

    def fit(self) -> None:
        """Give every column what its words take, and what was set by hand as it is."""
        if self._by_hand or not self.pack.lines:
            return
        widths = [
            min(
                max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))
                + 1,
                _MOST.get(column, WIDEST),
            )
            for column in range(self.pack.columnCount())
        ]
        for column, least in _LEAST.items():
            lacking = max(0, sum(widths) - self.viewport().width())
            widths[column] -= min(lacking, max(0, widths[column] - least))
        self._fitting = True
        for column in range(STATE):
            self.setColumnWidth(column, widths[column])
        self._fitting = False

    def _sized(self, column: int, _before: int, _width: int) -> None:
        self._by_hand = self._by_hand or (not self._fitting and column != STATE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share other room."""
        super().resizeEvent(event)
        self.fit()

    def chosen(self) -> list[str]:
        """The ids of the sheets chosen, in order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.pack.lines[row].ticket.sheet.id for row in rows]

    def choose(self, sheets: list[str]) -> None:
        """Choose sheets by their ids."""
        flag = self.selectionModel().SelectionFlag
        self.clearSelection()
        for row, line in enumerate(self.pack.lines):
            if line.ticket.sheet.id in sheets:
                self.selectionModel().select(self.pack.index(row, 0), flag.Select | flag.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks all that is chosen."""
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Space and not editing and self.pack.editable:
            self._tick_chosen()
            return
        super().keyPressEvent(event)

    def _tick_chosen(self) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        sheets = [self.pack.lines[row].ticket.sheet for row in rows]
        on = not all(sheet.ticked for sheet in sheets)
        if sheets:
            self.pack.ticked.emit([sheet.id for sheet in sheets], on)
