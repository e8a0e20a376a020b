# SPDX-License-Identifier: MIT
"""The table of a pack: ticks, copies to be typed, several lines chosen at once."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from forumdesk.domain.values import frozen
from forumdesk.ui.handouts.pack.model import COPIES, PAPER, SHEET, SPECIAL, STATE, PackModel

MOST = 99_999  # copies
_BY = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
WIDEST = 90  # pixels of a column of figures
_MOST = {SHEET: 220, SPECIAL: 190, PAPER: 170, STATE: 220}  # pixels, however long the words
_LEAST = {PAPER: 90, SPECIAL: 90, SHEET: 130}  # where room is short, given up in this order


@frozen
class _Left:
    """Where the cursor was, the sheets there were, and those chosen."""

    row: int = -1
    every: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


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
    """The lines of a pack, with a key for all that can be done to them.

    Space ticks, F2 or a figure sets the copies, Del removes, Alt with an arrow moves: ``removed``
    and ``shifted`` (by so many lines) ask for it.
    """

    removed = Signal()
    shifted = Signal(int)

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
            trigger.DoubleClicked
            | trigger.EditKeyPressed
            | trigger.SelectedClicked
            | trigger.AnyKeyPressed
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
        self._left = _Left()
        model.modelAboutToBeReset.connect(self._leave)
        model.modelReset.connect(self._come_back)

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

    def _leave(self) -> None:
        every = tuple(line.ticket.sheet.id for line in self.pack.lines)
        self._left = _Left(self.currentIndex().row(), every, tuple(self.chosen()))

    def _come_back(self) -> None:
        """Choose what was chosen, and put the cursor where it was.

        The usual sheets get other ids when they are put into the file, and keep their order.
        """
        left, every = self._left, [line.ticket.sheet.id for line in self.pack.lines]
        chosen = set(left.chosen)
        if len(every) == len(left.every) and not set(every) & set(left.every):
            chosen = {new for old, new in zip(left.every, every, strict=True) if old in chosen}
        if every and left.row >= 0:
            self._move_cursor(self.pack.index(min(left.row, len(every) - 1), SHEET))
        self.choose([sheet for sheet in every if sheet in chosen])

    def _move_cursor(self, to: QModelIndex) -> None:
        self.selectionModel().setCurrentIndex(to, self.selectionModel().SelectionFlag.NoUpdate)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard, the line of the cursor is chosen."""
        super().focusInEvent(event)
        keyed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if keyed and not self.chosen() and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def chosen(self) -> list[str]:
        """The ids of the sheets chosen, in order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.pack.lines[row].ticket.sheet.id for row in rows]

    def choose(self, sheets: list[str]) -> None:
        """Choose sheets by their ids."""
        flag = self.selectionModel().SelectionFlag
        wanted = QItemSelection()
        for row, line in enumerate(self.pack.lines):
            if line.ticket.sheet.id in sheets:
                wanted.select(self.pack.index(row, 0), self.pack.index(row, 0))
        # At once: with nothing chosen between, the buttons could not be pressed for a moment.
        self.selectionModel().select(wanted, flag.ClearAndSelect | flag.Rows)
        if (rows := self.selectionModel().selectedRows()) and self.currentIndex() not in rows:
            self._move_cursor(min(rows, key=lambda index: index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for to all that is chosen; copies are typed for a line."""
        editing = self.state() is QAbstractItemView.State.EditingState
        if editing or not self.pack.editable or not self._does(event):
            super().keyPressEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        """Do it, if it is a key of ours and not one of a table's."""
        key, by = event.key(), _BY.get(Qt.Key(event.key()))
        if key == Qt.Key.Key_Space:
            self._tick_chosen()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(by)
        else:
            if key == Qt.Key.Key_F2 or event.text().isdigit():
                self._move_cursor(self.currentIndex().siblingAtColumn(COPIES))
            return bool(event.text()) and not event.text().isdigit() and event.text().isprintable()
        return True

    def _tick_chosen(self) -> None:
        rows = [index.row() for index in self.selectionModel().selectedRows()]
        sheets = [self.pack.lines[row].ticket.sheet for row in rows]
        on = not all(sheet.ticked for sheet in sheets)
        if sheets:
            self.pack.ticked.emit([sheet.id for sheet in sheets], on)
