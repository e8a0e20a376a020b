# SPDX-License-Identifier: MIT
"""What is asked for in the list and on the board of commitments, done through the services."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from forumdesk.domain.commitment_sources import SourceKind, possible_sources
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.outcomes import Commitment, CommitmentStatus
from forumdesk.services import commitment_cells, commitments
from forumdesk.ui.commitments.board import CommitmentBoard
from forumdesk.ui.commitments.chooser import Chooser
from forumdesk.ui.commitments.places_field import offers
from forumdesk.ui.commitments.table import CommitmentTable
from forumdesk.ui.grid.pasting import Cell, Pasted
from forumdesk.ui.workspace import Workspace

_MADE_FROM: Mapping[SourceKind, Callable[..., Commitment]] = {
    SourceKind.AIM: commitments.commit_to_aim,
    SourceKind.STATEMENT: commitments.commit_to_statement,
    SourceKind.SESSION: commitments.commit_in_session,
}


class CommitmentWishes(QObject):
    """``made`` carries the id of a commitment that was added otherwise than in the table."""

    made = Signal(str)

    def __init__(self, work: Workspace, table: CommitmentTable, board: CommitmentBoard) -> None:
        super().__init__(table)
        self.work, self._table = work, table
        table.model_.enter = self._enter
        table.pasted.connect(self._paste)
        table.emptied.connect(self._empty)
        board.placed.connect(self._place)
        work.refused.connect(self._refused)

    @property
    def series(self) -> str:
        """The series that is shown."""
        sight = self._table.model_.sight
        return sight.ledger.series.id if sight else ""

    @property
    def edition(self) -> str | None:
        """The edition shown in the window, if it is one of the series: what is added is its."""
        sight = self._table.model_.sight
        known = sight.ledger.edition if sight else {}
        return self.work.edition if self.work.edition in known else None

    def _enter(self, row: int, column: int, text: str) -> bool:
        """Take over a typed cell; ``False`` if it was refused."""
        model = self._table.model_
        key = model.columns[column].id
        if row < model.filled():
            done, _ = self.work.done(
                commitment_cells.set_commitment_cell, model.key_at(row), key, text
            )
            return done
        if not text.strip():
            return True
        service = commitment_cells.add_typed_commitment
        done, made = self.work.done(service, self.series, key, text, edition=self.edition)
        if made is not None:
            self._table.select_key(made.id)
        return done

    def _paste(self, pasted: Pasted) -> None:
        cells = [cell for cell in pasted.cells if not self._told(cell[1])]
        lines = [[pair for pair in line if not self._told(pair[0])] for line in pasted.lines]
        self.work.run(
            commitment_cells.paste_commitments,
            self.series,
            cells,
            [line for line in lines if line],
            edition=self.edition,
        )

    def _told(self, column: str) -> bool:
        return any(c.id == column and c.told for c in self._table.model_.columns)

    def _empty(self, cells: Sequence[Cell]) -> None:
        named = [(key, column) for key, column, _ in cells]
        self.work.run(commitment_cells.empty_commitment_cells, named)

    def _place(self, key: str, status: CommitmentStatus, before: str) -> None:
        self.work.run(commitments.place_commitment, key, status, before or None)

    def add_from(self, kind: str, parent: Any) -> None:  # noqa: ANN401 - a widget of the page
        """Let what a new commitment comes from be chosen."""
        sight = self._table.model_.sight
        if sight is None:
            return
        wanted = SourceKind(kind)
        found = possible_sources(self.work.desk, self.series, frozenset({wanted}))
        title = self.work.words("Where does the commitment come from?")
        chooser = Chooser(self.work, title, offers(self.work, sight, found), parent=parent)
        chooser.taken.connect(self._add_from)
        chooser.open()

    def _add_from(self, value: object) -> None:
        if isinstance(value, tuple):
            kind, key = value
            made = self.work.run(_MADE_FROM[SourceKind(kind)], key)
            if made is not None:
                self.made.emit(made.id)

    def _refused(self, error: ForumDeskError) -> None:
        self._table.why = error.said(self.work.words)
