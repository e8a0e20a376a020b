# SPDX-License-Identifier: MIT
"""A table with the keys of a spreadsheet, whatever its rows are."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from forumdesk.ui.grid.delegate import GridDelegate, leaving
from forumdesk.ui.grid.editors import ChoiceEditor, LineEditor
from forumdesk.ui.grid.model import GridModel
from forumdesk.ui.grid.pasting import Pasted, block, quoted, unquoted
from forumdesk.ui.grid.widths import ColumnWidths
from forumdesk.ui.settings import Settings

ROW_HEIGHT = 30


class GridTable(QTableView):
    """Records to read and to type over.

    Enter takes over what is typed and moves down, Tab to the right, with Shift the other way;
    after a run of Tabs, Enter goes to where the run began, a row below. F2 or a double click
    edit, typing types over, Esc gives up. What can't be understood stays in its cell, marked, to
    be mended. Ctrl+Tab leaves the list.

    ``picked`` carries the id of the record the cursor is on (``""``: none); ``pasted`` what
    came from the clipboard (``Pasted``); ``emptied`` cells to be emptied; ``menuWanted`` the
    place (of the screen) for a context menu.
    """

    picked = Signal(str)
    pasted = Signal(object)
    emptied = Signal(object)
    menuWanted = Signal(QPoint)
    kept_when_emptied: frozenset[str] = frozenset()  # columns that Del leaves alone

    def __init__(
        self, model: GridModel, delegate: GridDelegate, settings: Settings, *, kept_as: str
    ) -> None:
        super().__init__()
        self.grid = model
        self.setModel(model)
        self._delegate = delegate
        delegate.left.connect(self._finish)
        self.setItemDelegate(delegate)
        self._tabbed_from = -1  # the column in which a run of Tabs began
        self.why = ""  # why what was typed was refused, for the editor's mark
        self._set_manners()
        self._set_heads()
        self.widths = ColumnWidths(self, settings, kept_as)
        self.selectionModel().currentChanged.connect(self._moved)

    def _set_manners(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)

    def _set_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self.widths.share()

    # The cursor

    def current_key(self) -> str:
        """The id of the record the cursor is on; ``""`` if on none."""
        return self.grid.key_at(self.currentIndex().row())

    def chosen_rows(self) -> list[int]:
        """The rows with a chosen cell, in order, the empty one left out."""
        # By ranges: an index for each of a million cells takes seconds.
        rows: set[int] = set()
        chosen = self.selectionModel().selection()
        for part in (chosen.at(number) for number in range(chosen.size())):
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(row for row in rows if row < self.grid.filled())

    def chosen_keys(self) -> list[str]:
        """The ids of the records with a chosen cell, in the order of the list."""
        return [self.grid.key_at(row) for row in self.chosen_rows()]

    def chosen_columns(self) -> list[int]:
        """The columns with a chosen cell, in order."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(number) for number in range(chosen.size())]
        return sorted({n for part in parts for n in range(part.left(), part.right() + 1)})

    def select_key(self, key: str, column: int = -1) -> bool:
        """Put the cursor on a record; ``False`` if it isn't shown."""
        row = self.grid.row_of(key)
        if row >= 0:
            self._put_cursor(row, max(self.currentIndex().column(), 0) if column < 0 else column)
        return row >= 0

    def _put_cursor(self, row: int, column: int) -> None:
        index = self.grid.index(row, column)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def first_column(self) -> int:
        """The column in which a new record is begun."""
        return 0

    def edit_new(self) -> None:
        """Begin to type a new record in the empty row."""
        self.setFocus()
        self._put_cursor(self.grid.filled(), self.first_column())
        self.edit(self.currentIndex())

    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        self.viewport().update()
        if current.row() != before.row() or not before.isValid():
            self.picked.emit(self.current_key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard, the list has its cursor somewhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.grid.rowCount():
            self._put_cursor(0, self.first_column())

    # Typing

    def _editor(self) -> LineEditor | ChoiceEditor | None:
        editing = self.state() is QAbstractItemView.State.EditingState
        editor = self.indexWidget(self.currentIndex()) if editing else None
        return editor if isinstance(editor, LineEditor | ChoiceEditor) else None

    def _finish(self, editor: QWidget, right: int, down: int) -> None:
        """Take over what was typed and go on; what is refused stays to be mended."""
        cursor = self.currentIndex()
        row, column = cursor.row(), cursor.column()
        here, there = self.grid.key_at(row), self.grid.key_at(row + down)
        if not self._delegate.take(editor, cursor):
            if isinstance(editor, LineEditor):
                editor.mark(self.why)
            return
        self.closeEditor(editor, GridDelegate.EndEditHint.NoHint)
        self.setFocus()
        # Typed into the empty row, a record is there now; what was typed may have moved others.
        here = here or self.current_key()
        last = self.grid.filled()
        if down:
            target = self.grid.row_of(there) if there else (last if down > 0 else 0)
            self._go_on(target - down, column, 0, down)
        elif right:
            stays = self.grid.row_of(here)
            self._go_on(row if stays < 0 else stays, column, right, 0)

    def _go_on(self, row: int, column: int, right: int, down: int) -> None:
        """Put the cursor so far from a cell."""
        if right:
            self._tabbed_from = column if self._tabbed_from < 0 else self._tabbed_from
            row, column = self._beside(row, column, right)
        elif down:
            column = column if self._tabbed_from < 0 else self._tabbed_from
            self._tabbed_from = -1
        self._put_cursor(min(max(row + down, 0), self.grid.rowCount() - 1), column)

    def _beside(self, row: int, column: int, right: int) -> tuple[int, int]:
        """The next cell in a row, or the first or last of the next one."""
        width = self.grid.columnCount()
        place = row * width + column + right
        place = min(max(place, 0), self.grid.rowCount() * width - 1)
        return divmod(place, width)

    def edit_chosen(self) -> None:
        """Edit the cell the cursor is on, choices opened."""
        self.edit(self.currentIndex())
        editor = self._editor()
        if isinstance(editor, ChoiceEditor):
            QTimer.singleShot(0, editor, editor.showPopup)

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, GridDelegate.EndEditHint.NoHint)

    def give_up(self) -> None:
        """Forget what is being typed in a cell."""
        editor = self._editor()
        if editor is not None:
            self.closeEditor(editor, GridDelegate.EndEditHint.RevertModelCache)
            self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab move, Ctrl+Tab leaves, F2 edits, Del empties cells."""
        goes = leaving(event)
        cursor = self.currentIndex()
        if goes and cursor.isValid():
            self._go_on(cursor.row(), cursor.column(), *goes)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._leave(event.key() == Qt.Key.Key_Tab)
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.empty()
        elif event.key() == Qt.Key.Key_F2 and cursor.isValid():
            self.edit_chosen()
        else:
            if not event.text():  # an arrow, say: the run of Tabs is over
                self._tabbed_from = -1
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on by a cell; from a button over the empty list it goes on by a widget."""
        return super().focusNextPrevChild(forward) if self.hasFocus() else self._leave(forward)

    def _leave(self, forward: bool) -> bool:
        """Put the focus on what comes after or before."""
        self.setTabKeyNavigation(False)  # else Qt would only go on by a cell
        left = super().focusNextPrevChild(forward)
        self.setTabKeyNavigation(True)
        return left

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click ends a run of Tabs."""
        self._tabbed_from = -1
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu beside the mouse, or by the keyboard under the cell."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            at = self.viewport().mapToGlobal(below)
        self.menuWanted.emit(at)

    # The clipboard

    def copy(self) -> None:
        """The chosen cells to the clipboard, as a spreadsheet takes them."""
        rows, columns = self.chosen_rows(), self.chosen_columns()
        chosen = self.selectionModel()

        def cell(row: int, column: int) -> str:
            picked = chosen.isSelected(self.grid.index(row, column))
            return quoted(self.grid.text(row, column)) if picked else ""

        lines = ("\t".join(cell(row, column) for column in columns) for row in rows)
        QGuiApplication.clipboard().setText("\n".join(lines))

    def cut(self) -> None:
        """The chosen cells to the clipboard, and empty."""
        self.copy()
        self.empty()

    def paste(self) -> None:
        """Cells from the clipboard over those from the cursor on; rows below become records."""
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        top, left = min(i.row() for i in chosen), min(i.column() for i in chosen)
        high = max(i.row() for i in chosen) - top + 1
        wide = max(i.column() for i in chosen) - left + 1
        lines = unquoted(QGuiApplication.clipboard().text())
        if left >= 0 and lines and self.grid.editable:
            asked = self._asked(block(lines, high, wide), top, left)
            if asked:
                self.pasted.emit(asked)

    def _asked(self, lines: list[list[str]], top: int, left: int) -> Pasted:
        columns = [column.id for column in self.grid.columns[left:]]
        cells, new = [], []
        for row, line in enumerate(lines, top):
            named = tuple(zip(columns, line, strict=False))
            if key := self.grid.key_at(row):
                cells += [
                    (key, column, text)
                    for number, (column, text) in enumerate(named, left)
                    if text != self.grid.text(row, number)
                ]
            elif filled := tuple((column, text) for column, text in named if text.strip()):
                new.append(filled)
        return Pasted(tuple(cells), tuple(new))

    def empty(self) -> None:
        """Empty the chosen cells that can be empty."""
        columns = self.grid.columns
        cells = [
            (key, columns[i.column()].id, "")
            for i in self.selectionModel().selectedIndexes()
            if (key := self.grid.key_at(i.row()))
            and columns[i.column()].id not in self.kept_when_emptied
            and self.grid.text(i.row(), i.column())
        ]
        if cells and self.grid.editable:
            self.emptied.emit(cells)
