# SPDX-License-Identifier: MIT
"""Who came: tables to look at, and to copy as cells into a spreadsheet or a report."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.turnout import Turnout, turnout
from forumdesk.domain.words import Words
from forumdesk.ui.checkin.cells import TABLES, Cells
from forumdesk.ui.choices import Choice, ChoiceField
from forumdesk.ui.grid.pasting import quoted
from forumdesk.ui.labels import button, label
from forumdesk.ui.tokens import ROW
from forumdesk.ui.workspace import Workspace


class CellTable(QTableView):
    """A table whose chosen cells are copied as a spreadsheet reads them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard, all with their headings if none is chosen."""
        model = self.model()
        if not isinstance(model, Cells):
            return
        chosen = self.selectionModel().selectedIndexes()
        rows = [list(model.heads), *map(list, model.rows)]
        if chosen:
            lines = sorted({index.row() for index in chosen})
            columns = sorted({index.column() for index in chosen})
            rows = [[model.rows[line][column] for column in columns] for line in lines]
        text = "\n".join("\t".join(map(quoted, row)) for row in rows)
        QGuiApplication.clipboard().setText(text)


class CameView(QWidget):
    """One of the tables at a time; read anew when the view is shown."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.turnout: Turnout | None = None
        words = work.words
        self.which = ChoiceField(words("Which table"), _choices(words))
        self.which.show_value("sides")
        self.cells = Cells()
        self.table = CellTable()
        self.copy = button(words("Copy the &table"))
        self.said = label(look="muted", wrap=True)
        self._lay_out()
        self.which.committed.connect(lambda _: self._show())
        self.copy.clicked.connect(self._copy)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.which.setMinimumWidth(220)
        row.addWidget(self.which)
        row.addStretch(1)
        row.addWidget(self.copy)
        layout.addLayout(row)
        layout.addWidget(self.said)
        table = self.table
        table.setModel(self.cells)
        table.setProperty("look", "boxed")
        table.setAccessibleName(self.work.words("Who came"))
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.horizontalHeader().setHighlightSections(False)
        layout.addWidget(table, 1)

    def read(self) -> None:
        """Read who came, and show it."""
        edition = self.work.edition
        self.turnout = turnout(self.work.desk, edition) if edition else None
        self._show()

    def _show(self) -> None:
        if self.turnout is None:
            return
        self.cells.show_rows(*TABLES[str(self.which.currentData())](self.turnout, self.work))
        self.said.setText(_said(self.turnout, self.work.words))
        header = self.table.horizontalHeader()
        for column in range(self.cells.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        if self.cells.columnCount():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _copy(self) -> None:
        self.table.clearSelection()
        self.table.copy()
        self.work.messages.tell(self.work.words("Copied; paste it into a spreadsheet."))


def _choices(words: Words) -> list[Choice]:
    return [
        ("sides", words("By side")),
        ("organizations", words("By organization")),
        ("no-shows", words("Who did not come")),
        ("before", words("Who came last time")),
    ]


def _said(turnout: Turnout, words: Words) -> str:
    """In a sentence: how many came, of how many; how many came last time and come again."""
    whole = turnout.total
    said = [
        words("{came:,} of {expected:,} expected came.", came=whole.came, expected=whole.expected)
    ]
    if turnout.before is not None:
        again = sum(one.again for one in turnout.returning)
        said.append(
            words(
                "Of {before:,} who came last time, {again:,} come again.",
                before=len(turnout.returning),
                again=again,
            )
        )
    if turnout.erased:
        said.append(
            words.plural(
                "{count} person was erased since and is only counted.",
                "{count} persons were erased since and are only counted.",
                turnout.erased,
            )
        )
    return " ".join(said)
