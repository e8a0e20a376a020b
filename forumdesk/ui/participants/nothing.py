# SPDX-License-Identifier: MIT
"""What stands in the list of participants while nobody is in it: a word, and what to do next."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea

from forumdesk.domain.words import Words
from forumdesk.ui.grid.nothing import OverNothing
from forumdesk.ui.labels import button


class Nobody(OverNothing):
    """For a list without anybody, and for one in which nobody is found."""

    def __init__(self, words: Words, table: QAbstractScrollArea) -> None:
        self.add = button(words("Add a participant"), "first")
        self.bring = button(words("Import a list…"))
        self.clear = button(words("Show all participants"), "first")
        super().__init__(words, table, self.add, self.bring, self.clear, highest=64)

    def show_for(self, shown: int, total: int, *, editable: bool) -> None:
        """Show it where there is nobody, or nobody is found."""
        words = self.words
        self.head.setText(words("Nobody is found") if total else words("No participants yet"))
        typed = words("Type a name into the empty row, paste rows from a spreadsheet, or")
        self.more.setText(words("Other words or filters may find more.") if total else typed)
        self.more.setVisible(bool(total) or editable)
        self.add.setVisible(not total and editable)
        self.bring.setVisible(not total and editable)
        self.clear.setVisible(bool(total))
        self.show_if(not shown)
