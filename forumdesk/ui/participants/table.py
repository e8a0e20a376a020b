# SPDX-License-Identifier: MIT
"""The list of participants: a table with the keys of a spreadsheet, sorted by its headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from forumdesk.domain.sifting import Order
from forumdesk.domain.wording import fold
from forumdesk.domain.words import interface_languages, words_in
from forumdesk.ui.grid.pasting import Pasted, quoted, unquoted
from forumdesk.ui.grid.table import GridTable
from forumdesk.ui.participants.columns import RosterColumn, Sight, every_column
from forumdesk.ui.participants.delegates import RosterDelegate
from forumdesk.ui.participants.model import RosterModel
from forumdesk.ui.workspace import Workspace

ROW_HEIGHT = 40  # two lines of a name
MANY = 2000  # chosen rows beyond which a list in another order lets go of the choice
KEPT_AS = "participants-columns"


class RosterTable(GridTable):
    """Participants to read and to type over.

    ``orderWanted`` carries the key of a column whose heading was clicked, ``columnsMoved`` the
    keys of all columns shown, in the order that they were dragged into.
    """

    orderWanted = Signal(str)
    columnsMoved = Signal(object)
    kept_when_emptied = frozenset({"name", "number", "status", "came"})

    def __init__(self, work: Workspace) -> None:
        self.roster = RosterModel(work.words, work.look)
        self.delegate = RosterDelegate(self.roster, work.look)
        super().__init__(self.roster, self.delegate, work.settings, kept_as=KEPT_AS)
        self.setAccessibleName(work.words("Participants"))
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSectionsMovable(True)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._clicked)
        # Only after the header has done with it: what follows gives it other sections.
        head.sectionMoved.connect(lambda *_: QTimer.singleShot(0, self, self._columns_moved))
        work.look.changed.connect(self.viewport().update)

    # Showing

    def show_roster(
        self, ids: Sequence[str], columns: Sequence[RosterColumn], sight: Sight
    ) -> None:
        """Show other participants, or other columns; the cursor stays with its participant."""
        key, column = self.current_key(), self._current_column()
        scroll = self.verticalScrollBar().value()
        other = [c.id for c in columns] != [c.id for c in self.roster.columns]
        self.roster.show(ids, columns, sight)
        if other:
            self._straighten()
            self.widths.set_columns(columns)
        at = next((n for n, c in enumerate(columns) if c.id == column), 0)
        if key and self.select_key(key, at):
            return
        self.verticalScrollBar().setValue(min(scroll, self.verticalScrollBar().maximum()))

    def follow(self, ids: Sequence[str], touched: Collection[str] | None) -> None:
        """Show the same list after a step; what is in view stays there."""
        scroll = self.verticalScrollBar().value()
        if ids != self.roster.ids and len(self.chosen_rows()) > MANY:
            self.clearSelection()  # else Qt would follow each of its cells
        self.roster.follow(ids, touched)
        self.verticalScrollBar().setValue(scroll)

    def show_order(self, order: Order) -> None:
        """Mark the column that the list is sorted by."""
        keys = [column.id for column in self.roster.columns]
        at = keys.index(order.column) if order.column in keys else -1
        way = Qt.SortOrder.DescendingOrder if order.falling else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(at, way)

    def _current_column(self) -> str:
        at = self.currentIndex().column()
        return self.roster.columns[at].id if 0 <= at < len(self.roster.columns) else ""

    def current_column(self) -> str:
        """The key of the column the cursor is in; ``""`` if in none."""
        return self._current_column()

    def first_column(self) -> int:
        """Somebody is added by name."""
        return next(n for n, c in enumerate(self.roster.columns) if c.id == "name")

    # Columns

    def _clicked(self, section: int) -> None:
        self.orderWanted.emit(self.roster.columns[section].id)

    def _columns_moved(self) -> None:
        head, columns = self.horizontalHeader(), self.roster.columns
        order = [columns[head.logicalIndex(place)].id for place in range(len(columns))]
        if order != [column.id for column in columns]:
            self.columnsMoved.emit(order)

    def _straighten(self) -> None:
        """Columns stand as they are given; what was dragged before is in their order now."""
        head = self.horizontalHeader()
        blocked = head.blockSignals(True)
        for place in range(head.count()):
            head.moveSection(head.visualIndex(place), place)
        head.blockSignals(blocked)
        self.viewport().update()

    # The clipboard

    def copy_rows(self) -> None:
        """The chosen rows whole, under their headings, as a spreadsheet takes them."""
        words = self.roster.words
        heads = [column.heading(words) for column in self.roster.columns]
        wide = range(len(heads))
        rows = ([self.roster.text(row, column) for column in wide] for row in self.chosen_rows())
        lines = ("\t".join(map(quoted, line)) for line in (heads, *rows))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Cells from the clipboard; under headings of ours they go where the headings say."""
        lines = unquoted(QGuiApplication.clipboard().text())
        keys = self._headed(lines[0]) if lines else []
        if not keys:
            super().paste()
        elif self.roster.editable and (asked := _lines(keys, lines[1:])):
            self.pasted.emit(asked)

    def _headed(self, line: Sequence[str]) -> list[str]:
        """The columns that a line of headings names; none if it is no such line."""
        sight = self.roster.sight
        if sight is None or len([cell for cell in line if cell.strip()]) < 2:
            return []
        said = {
            fold(column.heading(words_in(language))): column.id
            for language in interface_languages()
            for column in every_column(sight.languages)
        }
        keys = [said.get(fold(cell), "") for cell in line]
        return keys if all(key or not cell for key, cell in zip(keys, line, strict=True)) else []


def _lines(keys: Sequence[str], lines: Sequence[Sequence[str]]) -> Pasted:
    """Everything under headings becomes new rows; what the program says itself is left out."""
    new = (
        tuple(
            (key, text)
            for key, text in zip(keys, line, strict=False)
            if text.strip() and key not in ("", "number", "came")
        )
        for line in lines
    )
    return Pasted((), tuple(filter(None, new)))
