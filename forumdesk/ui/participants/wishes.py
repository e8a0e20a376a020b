# SPDX-License-Identifier: MIT
"""What is asked for in the list of participants, done through the services."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.services import bulk, roster_cells
from forumdesk.ui.grid.pasting import Cell, Pasted
from forumdesk.ui.jobs import Job
from forumdesk.ui.messages import Banner
from forumdesk.ui.participants.table import RosterTable
from forumdesk.ui.workspace import Workspace

AT_ONCE = 100  # cells or rows that are changed without going through a job


class RosterWishes:
    """Answers the table: typed cells, pasted blocks, emptied cells, rows to be removed."""

    def __init__(self, work: Workspace, table: RosterTable) -> None:
        self.work, self._table = work, table
        table.roster.enter = self._enter
        table.pasted.connect(self._paste)
        table.emptied.connect(self._empty)
        self._typed = ""  # the name typed last into the empty row
        work.refused.connect(self._offer_another)

    def _enter(self, row: int, column: int, text: str) -> bool:
        """Take over a typed cell; ``False`` if it was refused."""
        roster = self._table.roster
        key = roster.columns[column].id
        if row < roster.filled():
            participation = roster.key_at(row)
            done, _ = self.work.done(roster_cells.set_roster_cell, participation, key, text)
            return done
        return not text.strip() or self._add(key, text)

    def _add(self, column: str, text: str) -> bool:
        edition = self.work.edition
        if column == "name":
            self._typed = text
            done, made = self.work.done(roster_cells.add_typed_participant, edition, text)
        elif column == "organization":
            done, made = self.work.done(roster_cells.add_typed_seat, edition, text)
        else:
            self._table.why = self.work.words("Begin a row with a name or an organization.")
            self.work.messages.tell(self._table.why)
            return False
        if made is not None:
            self._table.select_key(made.id)
        return done

    def _offer_another(self, error: ForumDeskError) -> None:
        """Say that somebody of this name takes part already, and offer to add another."""
        if not isinstance(error, roster_cells.TakesPartError):
            return
        typed, words = self._typed, self.work.words

        def add() -> None:
            self._table.give_up()
            service = roster_cells.add_typed_participant
            made = self.work.run(service, self.work.edition, typed, another=True)
            if made is not None:
                self._table.select_key(made.id)

        offers = ((words("Add another person of this name"), add),)
        self.work.messages.show(Banner("refused", error.said(words), "warning", offers))

    def _paste(self, pasted: Pasted) -> None:
        count = len(pasted.cells) + sum(map(len, pasted.lines))
        title = self.work.words("Pasting…")
        service = roster_cells.paste_roster_cells
        self.do(title, count, service, self.work.edition, pasted.cells, pasted.lines)

    def _empty(self, cells: Sequence[Cell]) -> None:
        named = [(key, column) for key, column, _ in cells]
        self.do(self.work.words("Emptying…"), len(named), roster_cells.empty_roster_cells, named)

    def remove(self, keys: Sequence[str]) -> None:
        """Remove participants, in one step."""
        if keys:
            title = self.work.words("Removing…")
            self.do(title, len(keys), bulk.remove_participants, list(keys))

    def do(
        self, title: str, count: int, service: Callable[..., Iterator[Any]], *given: object
    ) -> None:
        """Do something long: at once while it is little, else with progress and Cancel."""
        work = self.work
        if count <= AT_ONCE:
            work.run(_whole, service, given)
        elif not work.jobs.writing:
            work.jobs.start(Job(title, service(work.desk, *given), _done, work.messages.refuse))


def _whole(desk: Desk, service: Callable[..., Iterator[Any]], given: Sequence[object]) -> None:
    for _ in service(desk, *given):
        pass


def _done(_: object) -> None:
    """The list has heard of it already."""
