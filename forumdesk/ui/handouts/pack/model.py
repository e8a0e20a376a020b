# SPDX-License-Identifier: MIT
"""The sheets of a pack as lines: what, how often, on which paper, and when it was printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Printing
from forumdesk.domain.words import N_, Phrase, Words
from forumdesk.handouts.options import choice_name
from forumdesk.handouts.pack.making import Fate, Pack
from forumdesk.handouts.pack.tickets import Ticket, last_printing, tickets
from forumdesk.handouts.paper import sheets
from forumdesk.ui.dates import moment
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_HEADS = (
    N_("Handout"),
    N_("Special"),
    N_("Paper"),
    N_("Copies"),
    N_("Pages"),
    N_("1-sided"),
    N_("2-sided"),
    N_("State"),
)
SHEET, SPECIAL, PAPER, COPIES, PAGES, SINGLE, DUPLEX, STATE = range(len(_HEADS))
_COUNTS = (COPIES, PAGES, SINGLE, DUPLEX)


@frozen
class LastRun:
    """What the last run had to say of sheets, by their ids: why one was not made, what to look at
    on one that was.
    """

    left: Mapping[str, Phrase] = field(default_factory=dict)
    noted: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack) -> LastRun:
        """What a pack that was made has to say."""
        left = {one.ticket.sheet.id: one.why for one in pack.being(Fate.LEFT) if one.why}
        noted = {one.ticket.sheet.id: one.problems for one in pack.outcomes if one.problems}
        return cls(left, noted)


NO_RUN = LastRun()


@frozen
class Line:
    """A sheet of the pack, the printing there was last of it, and what is said of both."""

    ticket: Ticket
    last: Printing | None
    cells: tuple[str, ...]
    trouble: bool = False
    noted: str = ""  # all there is to look at, a line each


class PackModel(QAbstractTableModel):
    """``ticked`` carries ids of sheets and whether they are to be made, ``counted`` the copies."""

    ticked = Signal(list, bool)
    counted = Signal(str, int)

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.words, self._look = words, look
        self.lines: tuple[Line, ...] = ()
        self.editable = True

    def show(self, dossier: Dossier, stale: frozenset[str], run: LastRun = NO_RUN) -> None:
        """Show the pack of an edition, and what its last run had to say."""
        every = tickets(dossier, self.words)
        lines = tuple(self._line(ticket, dossier, (stale, run)) for ticket in every)
        if [one.ticket.sheet.id for one in lines] != [one.ticket.sheet.id for one in self.lines]:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()
        elif lines != self.lines:
            self.lines = lines
            corner = self.index(len(lines) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def _line(
        self, ticket: Ticket, dossier: Dossier, known: tuple[frozenset[str], LastRun]
    ) -> Line:
        stale, run = known
        last = last_printing(ticket, dossier) if ticket.why is None else None
        why = ticket.why or run.left.get(ticket.sheet.id)
        noted = [one.phrase.said(self.words) for one in run.noted.get(ticket.sheet.id, ())]
        pages = last.pages if last else 0
        copies = ticket.sheet.copies
        both = sheets(pages, copies, duplex=ticket.two_sided)
        counts = (pages, sheets(pages, copies, duplex=False), both)
        cells = (
            ticket.title,
            ", ".join(ticket.special),
            ticket.stock or choice_name(ticket.options.paper, self.words),
            f"{copies:,}",
            *(f"{count:,}" if count else "–" for count in counts),
            self._look_at(noted) or self._state(last, stale, why),
        )
        trouble = why is not None or bool(noted)
        return Line(ticket, last, cells, trouble, noted="\n".join(noted))

    def _look_at(self, noted: list[str]) -> str:
        if not noted:
            return ""
        thing = self.words.plural(
            "{count} thing to look at", "{count} things to look at", len(noted)
        )
        return f"{thing}: {noted[0]}"

    def _state(self, last: Printing | None, stale: frozenset[str], why: Phrase | None) -> str:
        words = self.words
        if why is not None:
            return words("Not made: {why}", why=why.said(words))
        if last is None:
            return words("Not printed yet")
        at = moment(last.at, words)
        if last.id in stale:
            return words("Changed since {at}", at=at)
        return words("Printed {at}", at=at)

    def totals(self) -> tuple[int, int, int, int]:
        """Of what is ticked: sheets, copies, and the paper they take as far as that is known."""
        ticked = [one for one in self.lines if one.ticket.sheet.ticked]
        return (
            len(ticked),
            sum(one.ticket.sheet.copies for one in ticked),
            sum(_paper(ticked, duplex=False)),
            sum(_paper(ticked, duplex=True)),
        )

    # What Qt asks for

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many sheets."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What is told of each."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return _aligned(section)
        return self.words(_HEADS[section]) if role == _ROLE.DisplayRole else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a cell says."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == _ROLE.ForegroundRole:
            return self._ink(line, column)
        own = line.ticket.sheet
        told: dict[int, object] = {
            _ROLE.DisplayRole: line.cells[column],
            _ROLE.ToolTipRole: tip(
                line.noted if column == STATE and line.noted else line.cells[column]
            ),
            _ROLE.TextAlignmentRole: _aligned(column),
        }
        if column == COPIES:
            told[_ROLE.EditRole] = own.copies
        if column == SHEET:
            state = Qt.CheckState
            told[_ROLE.CheckStateRole] = state.Checked if own.ticked else state.Unchecked
        return told.get(role)

    def _ink(self, line: Line, column: int) -> QBrush | None:
        tokens = self._look.tokens
        if line.trouble and column == STATE:
            return QBrush(QColor(tokens.warning.ink))
        if not line.ticket.sheet.ticked or column == SPECIAL:
            return QBrush(QColor(tokens.muted))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Ticks and copies can be changed."""
        flags = super().flags(index)
        if index.isValid() and self.editable:
            if index.column() == SHEET:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
            if index.column() == COPIES:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Ask for a tick or a number of copies; it is shown when it is so."""
        if not index.isValid() or not self.editable:
            return False
        sheet = self.lines[index.row()].ticket.sheet
        if role == _ROLE.CheckStateRole and index.column() == SHEET:
            self.ticked.emit([sheet.id], Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role == _ROLE.EditRole and index.column() == COPIES and isinstance(value, int):
            if value != sheet.copies:
                self.counted.emit(sheet.id, value)
            return True
        return False


def _paper(lines: list[Line], *, duplex: bool) -> Iterator[int]:
    for one in lines:
        if one.last is not None:
            sided = duplex and one.ticket.two_sided
            yield sheets(one.last.pages, one.ticket.sheet.copies, duplex=sided)


def _aligned(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _COUNTS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
