# SPDX-License-Identifier: MIT
"""The agenda list: a table with the keys of a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.dossier import Dossier
from forumdesk.ui.agenda.columns import Column
from forumdesk.ui.agenda.delegates import CellDelegate
from forumdesk.ui.agenda.model import SessionModel
from forumdesk.ui.agenda.rows import Row
from forumdesk.ui.grid.table import GridTable
from forumdesk.ui.workspace import Workspace


class SessionTable(GridTable):
    """Sessions to read and to type over."""

    kept_when_emptied = frozenset({"kind", "status", "parts"})

    def __init__(self, work: Workspace) -> None:
        self.sessions = SessionModel(work.words, work.look)
        delegate = CellDelegate(self.sessions, work.look)
        super().__init__(self.sessions, delegate, work.settings, kept_as="agenda-columns")
        self.setAccessibleName(work.words("Agenda"))
        work.look.changed.connect(self.viewport().update)

    def show_rows(self, dossier: Dossier, rows: Sequence[Row], columns: Sequence[Column]) -> None:
        """Show rows; the cursor stays with its session, or in its row if that is gone."""
        session, cursor = self.current_session(), self.currentIndex()
        row, column = cursor.row(), cursor.column()
        new_columns = [c.id for c in columns] != [c.id for c in self.sessions.columns]
        scroll = self.verticalScrollBar().value()
        self.sessions.show(dossier, rows, columns)
        if new_columns:
            self.widths.set_columns(columns)
        if row < 0 or self.currentIndex().isValid():
            return
        if not (session and self.select_session(session, column)):
            self._put_cursor(min(row, self.sessions.rowCount() - 1), column)
        self.verticalScrollBar().setValue(scroll)
        self.scrollTo(self.currentIndex())

    def current_session(self) -> str:
        """The id of the session the cursor is on; ``""`` if on none."""
        return self.current_key()

    def selected_sessions(self) -> list[str]:
        """The ids of the sessions with a chosen cell, in the order of the list."""
        return self.chosen_keys()

    def select_session(self, session: str, column: int = -1) -> bool:
        """Put the cursor on a session; ``False`` if it isn't shown."""
        return self.select_key(session, column)

    def first_column(self) -> int:
        """A session is begun with its title."""
        return self.title_column()

    def title_column(self) -> int:
        """The column of the first language's title."""
        return next(n for n, c in enumerate(self.sessions.columns) if c.id.startswith("title."))
