# SPDX-License-Identifier: MIT
"""The widths of a grid's columns: some grow with the window, any can be set by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHeaderView, QTableView

from forumdesk.ui.grid.model import GridColumn
from forumdesk.ui.settings import Settings

SETTLED = 200  # milliseconds after the last pixel a heading was dragged
LEAST = 36  # pixels: narrower, a column could not be found again


class ColumnWidths:
    """Sets the widths of a table's columns, and remembers those the user has set.

    ``kept_as`` is the name under which they are remembered.
    """

    def __init__(self, table: QTableView, settings: Settings, kept_as: str) -> None:
        self._table, self._settings, self.kept_as = table, settings, kept_as
        self._columns: Sequence[GridColumn] = ()
        self._sharing = False
        self._own = _read(settings.choices.splits.get(kept_as, "{}"))
        self._soon = QTimer(table)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(self._keep)
        head = table.horizontalHeader()
        head.setMinimumSectionSize(LEAST)
        head.sectionResized.connect(self._resized)

    def set_columns(self, columns: Sequence[GridColumn]) -> None:
        """Other columns are shown."""
        self._columns = columns
        head = self._table.horizontalHeader()
        for number in range(len(columns)):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
        self.share()

    def share(self) -> None:
        """Let the columns that grow share the room there is, never below their own width."""
        if len(self._columns) != self._table.horizontalHeader().count():
            return
        growing = {c.id for c in self._columns if c.grows and c.id not in self._own}
        base = {c.id: self._own.get(c.id, c.width) for c in self._columns}
        spare = max(0, self._table.viewport().width() - sum(base.values()))
        more = spare // len(growing) if growing else 0
        self._sharing = True
        for number, column in enumerate(self._columns):
            wider = more if column.id in growing else 0
            self._table.setColumnWidth(number, base[column.id] + wider)
        self._sharing = False

    def reset(self) -> None:
        """Back to the widths at first."""
        self._own = {}
        self._keep()
        self.share()

    def _resized(self, number: int, before: int, width: int) -> None:
        if not self._sharing and number < len(self._columns) and before and width:
            self._own[self._columns[number].id] = width
            self._soon.start()

    def _keep(self) -> None:
        kept = dict(self._settings.choices.splits)
        self._settings.change(splits={**kept, self.kept_as: json.dumps(self._own)})


def _read(kept: str) -> dict[str, int]:
    try:
        found = json.loads(kept)
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {str(name): width for name, width in pairs if isinstance(width, int) and width >= LEAST}
