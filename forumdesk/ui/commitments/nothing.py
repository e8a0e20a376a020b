# SPDX-License-Identifier: MIT
"""What stands in the list while no commitment is in it: a word, and what to do next."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea

from forumdesk.domain.words import Words
from forumdesk.ui.grid.nothing import OverNothing
from forumdesk.ui.labels import button


class NoCommitments(OverNothing):
    """For a series without commitments, and for filters that find none."""

    def __init__(self, words: Words, table: QAbstractScrollArea) -> None:
        self.add = button(words("Add a commitment"), "first")
        self.clear = button(words("Show all commitments"), "first")
        super().__init__(words, table, self.add, self.clear, highest=64)

    def show_for(self, shown: int, total: int, *, editable: bool, series: bool) -> None:
        """Show it where there is none, or none is found."""
        words = self.words
        none = words("No commitments yet") if series else words("No series yet")
        self.head.setText(words("No commitment is found") if total else none)
        typed = words("What was promised is kept here until it is done.")
        self.more.setText(words("Other words or filters may find more.") if total else typed)
        self.add.setVisible(not total and editable and series)
        self.clear.setVisible(bool(total))
        self.show_if(not shown)
