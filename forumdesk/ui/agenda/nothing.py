# SPDX-License-Identifier: MIT
"""What stands in the agenda list while there is nothing in it: a word, and what to do next."""

from __future__ import annotations

from datetime import date

from forumdesk.domain.words import Words
from forumdesk.ui.agenda.model import SessionModel
from forumdesk.ui.agenda.rows import Shown
from forumdesk.ui.agenda.table import SessionTable
from forumdesk.ui.grid.nothing import OverNothing
from forumdesk.ui.labels import button


class Nothing(OverNothing):
    """For a day or an edition without sessions."""

    def __init__(self, words: Words, table: SessionTable) -> None:
        self.button = button(words("Add a session"), "first")
        super().__init__(words, table, self.button, highest=48)
        self.more.setText(
            words("Type a title into the empty row, paste rows from a spreadsheet, or")
        )

    def show_for(self, shown: Shown, model: SessionModel) -> None:
        """Show it for a day without sessions."""
        words = self.words
        on_day = words("No sessions on this day yet")
        self.head.setText(on_day if isinstance(shown, date) else words("No sessions yet"))
        self.more.setVisible(model.editable)
        self.button.setVisible(model.editable)
        self.show_if(not model.rows)
