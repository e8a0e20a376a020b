# SPDX-License-Identifier: MIT
"""What a table needs to know of its rows and columns to be typed into like a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QAbstractTableModel

from forumdesk.domain.words import Words


class GridColumn(Protocol):
    """A column: ``width`` in pixels at first, ``grows`` takes what is left of the room."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def width(self) -> int:
        """Its width."""

    @property
    def grows(self) -> bool:
        """Whether it takes part of the room left."""

    def heading(self, words: Words) -> str:
        """What stands over it."""


class GridModel(QAbstractTableModel):
    """Rows of records; the last row may be an empty one to type a new record into."""

    columns: Sequence[GridColumn] = ()
    editable = True

    def filled(self) -> int:
        """How many rows have a record."""
        raise NotImplementedError

    def key_at(self, row: int) -> str:
        """The id of the record in a row; ``""`` for the empty row and where there is none."""
        raise NotImplementedError

    def row_of(self, key: str) -> int:
        """The row of a record; -1 if it isn't shown."""
        raise NotImplementedError

    def text(self, row: int, column: int) -> str:
        """What a cell says."""
        raise NotImplementedError
