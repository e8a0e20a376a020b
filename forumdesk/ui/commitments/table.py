# SPDX-License-Identifier: MIT
"""The list of commitments: a table with the keys of a spreadsheet, sorted by its headings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from forumdesk.domain.ledger import Tracked
from forumdesk.domain.sifting import Order
from forumdesk.ui.commitments.columns import Column
from forumdesk.ui.commitments.delegates import CommitmentDelegate
from forumdesk.ui.commitments.model import CommitmentModel
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.grid.table import GridTable
from forumdesk.ui.workspace import Workspace


class CommitmentTable(GridTable):
    """Commitments to read and to type over; ``orderWanted`` carries a column to sort by."""

    orderWanted = Signal(str)
    kept_when_emptied = frozenset({"status", "origin", "heard"})

    def __init__(self, work: Workspace) -> None:
        self.model_ = CommitmentModel(work.words, work.look)
        self.delegate = CommitmentDelegate(self.model_, work.look)
        super().__init__(self.model_, self.delegate, work.settings, kept_as="commitment-columns")
        self.setAccessibleName(work.words("Commitments"))
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(
            lambda section: self.orderWanted.emit(self.model_.columns[section].id)
        )
        work.look.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Tracked], columns: Sequence[Column], sight: Sight) -> None:
        """Show rows; the cursor stays with its commitment."""
        other = [c.id for c in columns] != [c.id for c in self.model_.columns]
        scroll = self.verticalScrollBar().value()
        self.model_.show(rows, columns, sight)
        if other:
            self.widths.set_columns(columns)
        self.verticalScrollBar().setValue(min(scroll, self.verticalScrollBar().maximum()))

    def show_order(self, order: Order) -> None:
        """Mark the column that the list is sorted by."""
        keys = [column.id for column in self.model_.columns]
        at = keys.index(order.column) if order.column in keys else -1
        way = Qt.SortOrder.DescendingOrder if order.falling else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(at, way)
