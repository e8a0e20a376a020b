# SPDX-License-Identifier: MIT
"""The agenda list: a table with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forumdesk.domain.dossier import Dossier
from forumdesk.ui.agenda.columns import Column
from forumdesk.ui.agenda.delegates import CellDelegate
from forumdesk.ui.agenda.edits import Cell
from forumdesk.ui.agenda.model import SessionModel
from forumdesk.ui.agenda.rows import Row
from forumdesk.ui.workspace import Workspace

ROW_HEIGHT = 30


class SessionTable(QTableView):
    """Sessions to read and to type over.

    ``picked`` carries the id of the session the cursor is on (``""``: none); ``pasted`` cells
    that came from the clipboard; ``typed`` is the model's (row, column, text).
    """

    picked = Signal(str)
    pasted = Signal(object)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.sessions = SessionModel(work.words, work.look)
        self.setModel(self.sessions)
        self._delegate = CellDelegate(self.sessions, work.look)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(work.words("Agenda"))
        self._set_manners()
        self._set_heads()
        self.selectionModel().currentChanged.connect(self._moved)
        work.look.changed.connect(self.viewport().update)

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

    def show_rows(self, dossier: Dossier, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """Show rows; cursor and scroll stay with the session they were on."""
        session, column = self.current_session(), self.currentIndex().column()
        new_columns = [c.id for c in columns] != [c.id for c in self.sessions.columns]
        scroll = self.verticalScrollBar().value()
        self.sessions.show(dossier, rows, columns)
        if new_columns:
            self._set_widths(columns)
        if session and self.current_session() != session:
            self.select_session(session, max(column, 0))
            self.verticalScrollBar().setValue(scroll)

    def _set_widths(self, columns: Sequence[Column]) -> None:
        head = self.horizontalHeader()
        for number, column in enumerate(columns):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(number, column.width)
        self._share_room()

    def _share_room(self) -> None:
        """Let the columns that grow share the room there is, never below their own width."""
        columns = self.sessions.columns
        growing = [n for n, column in enumerate(columns) if column.grows]
        spare = self.viewport().width() - sum(column.width for column in columns)
        if growing:
            more = max(0, spare) // len(growing)
            for number in growing:
                self.setColumnWidth(number, columns[number].width + more)

    def resizeEvent(self, event: object) -> None:
        """Share the new room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share_room()

    def current_session(self) -> str:
        """The id of the session the cursor is on; ``""`` if on none."""
        row = self.currentIndex().row()
        return self.sessions.rows[row].session.id if 0 <= row < len(self.sessions.rows) else ""

    def selected_sessions(self) -> list[str]:
        """The ids of the sessions with a chosen cell, in the order of the list."""
        found = {index.row() for index in self.selectionModel().selectedIndexes()}
        rows = self.sessions.rows
        return [rows[row].session.id for row in sorted(found) if row < len(rows)]

    def select_session(self, session: str, column: int = -1) -> bool:
        """Put the cursor on a session; ``False`` if it isn't shown."""
        row = self.sessions.row_of(session)
        if row < 0:
            return False
        if column < 0:
            column = max(self.currentIndex().column(), 0)
        index = self.sessions.index(row, column)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)
        return True

    def edit_new(self) -> None:
        """Begin to type a new session in the empty row."""
        column = next(n for n, c in enumerate(self.sessions.columns) if c.id.startswith("title."))
        index = self.sessions.index(len(self.sessions.rows), column)
        self.scrollTo(index)
        self.setCurrentIndex(index)
        self.edit(index)

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        editor = self.indexWidget(self.currentIndex()) or self.focusWidget()
        if self.state() is QAbstractItemView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, CellDelegate.EndEditHint.NoHint)

    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.row() != before.row() or not before.isValid():
            self.picked.emit(self.current_session())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, copy and paste speak with spreadsheets, Del empties cells."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.empty()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The chosen cells to the clipboard, as a spreadsheet takes them."""
        chosen = self.selectionModel().selectedIndexes()
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        picked = {(index.row(), index.column()) for index in chosen}
        lines = (
            "\t".join(
                _quoted(self.sessions.text(row, column)) if (row, column) in picked else ""
                for column in columns
            )
            for row in rows
        )
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Cells from the clipboard over those from the cursor on, as one step."""
        start = self.currentIndex()
        lines = unquoted(QGuiApplication.clipboard().text())
        if start.isValid() and lines:
            self._ask(
                (start.row() + r, start.column() + c, text)
                for r, line in enumerate(lines)
                for c, text in enumerate(line)
            )

    def empty(self) -> None:
        """Empty the chosen cells that can be empty."""
        free = {n for n, c in enumerate(self.sessions.columns) if c.id not in ("kind", "status")}
        chosen = self.selectionModel().selectedIndexes()
        self._ask((i.row(), i.column(), "") for i in chosen if i.column() in free)

    def _ask(self, cells: object) -> None:
        rows, columns = self.sessions.rows, self.sessions.columns
        wanted: list[Cell] = [
            (rows[row].session.id, columns[column].id, text)
            for row, column, text in cells  # type: ignore[attr-defined]
            if row < len(rows)
            and column < len(columns)
            and columns[column].editable
            and text != self.sessions.text(row, column)
        ]
        if wanted and self.sessions.editable:
            self.pasted.emit(wanted)


def _quoted(text: str) -> str:
    """A cell as spreadsheets write it to the clipboard: quoted where it has tabs or lines."""
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def unquoted(clipboard: str) -> list[list[str]]:
    """Lines of cells from a spreadsheet's clipboard text."""
    # csv knows the quoting; imported here, as only pasting needs it.
    import csv  # noqa: PLC0415

    text = clipboard.replace("\r\n", "\n").removesuffix("\n")
    return list(csv.reader(text.split("\n"), dialect="excel-tab")) if text else []
