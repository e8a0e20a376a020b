# SPDX-License-Identifier: MIT
"""The rows of a list as Qt sees them, each with what it is and what would become of it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from forumdesk.domain.list_plan import Action, Plan, Row, Verdict
from forumdesk.domain.people import Person, full_name
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Words
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_DECORATION = Qt.ItemDataRole.DecorationRole
_FOREGROUND = Qt.ItemDataRole.ForegroundRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole

CALLED = {
    Verdict.NEW: T_("verdict", "New"),
    Verdict.SAME: T_("verdict", "Unchanged"),
    Verdict.CHANGED: T_("verdict", "Changed"),
    Verdict.DOUBTFUL: T_("verdict", "Doubtful"),
    Verdict.REPEATED: T_("verdict", "Repeated"),
    Verdict.REFUSED: T_("verdict", "Refused"),
}
_ICONS = {
    Verdict.NEW: "plus",
    Verdict.SAME: "check",
    Verdict.CHANGED: "edit",
    Verdict.DOUBTFUL: "warning",
    Verdict.REPEATED: "copy",
    Verdict.REFUSED: "error",
}
_HEADS = (
    N_("Row"),
    N_("Verdict"),
    N_("Name"),
    N_("Organization"),
    N_("Office"),
    N_("What happens"),
)
WIDTHS = (52, 112, 190, 190, 160, 280)


def name_of(person: Person, words: Words) -> str:
    """Names as one line: as the reader writes them, and in the other script."""
    said = (full_name(person, words.language), full_name(person, "en"), full_name(person, "ko"))
    return " · ".join(dict.fromkeys(filter(None, said)))


def verdict_said(verdict: Verdict, words: Words) -> str:
    """What a verdict is called."""
    return words.context(*CALLED[verdict])


def happens(row: Row, words: Words) -> str:
    """What becomes of a row, and why, in a few words."""
    why = ", ".join(reason.said(words) for reason in row.reasons)
    if row.action is Action.LEAVE:
        if row.verdict is Verdict.SAME:
            return why or words("Nothing changes")
        return words("Left out: {why}", why=why) if why else words("Left out")
    if row.action is Action.ADD:
        if row.verdict is Verdict.DOUBTFUL:
            return words("Added as another person") if row.chosen else words("Please decide")
        return words("Added")
    return _changes(row, words) or words("Nothing changes")


def _changes(row: Row, words: Words) -> str:
    """What changes of somebody who is known; empty where nothing does."""
    count = sum(change.take for change in (*row.changes, *row.part_changes))
    said = words.plural("{count} value changes", "{count} values change", count) if count else ""
    if not row.joins:
        return said
    if not said:
        return words("Takes part from now on")
    return words("{changes}, takes part from now on", changes=said)


class VerdictModel(QAbstractTableModel):
    """Rows of a plan: all, or ``only`` those of a verdict."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self._words = look, words
        self.plan = Plan("")
        self.rows: list[int] = []  # their places in the plan
        self.only: Verdict | None = None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        """The heads of the columns."""
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._words(_HEADS[section])

    def data(self, index: Index, role: int = _DISPLAY) -> str | QIcon | QColor | None:
        """What a cell says."""
        if not index.isValid():
            return None
        if role in (_DISPLAY, _TIP, _SPOKEN):
            said = self._said(self.row(index.row()), index.column())
            return tip(said) if role == _TIP else said
        if index.column() == 1 and role in (_DECORATION, _FOREGROUND):
            row = self.row(index.row())
            tone = self._tone(row)
            ink = tone.ink if tone else self._look.tokens.muted
            return (
                self._look.icons(_ICONS[row.verdict], ink) if role == _DECORATION else QColor(ink)
            )
        return None

    def _said(self, row: Row, column: int) -> str:
        words, entry = self._words, row.entry
        if column == 0:
            return str(entry.line)
        if column == 1:
            return verdict_said(row.verdict, words)
        if column == 2:
            return name_of(Person("", entry.names), words) or " · ".join(filter(None, entry.cells))
        if column == 3:
            return words.text(entry.organization)
        if column == 4:
            office = entry.participation.get("office")
            return words.text(office) if isinstance(office, Text) else ""
        return happens(row, words)

    def _tone(self, row: Row) -> Tone | None:
        tokens = self._look.tokens
        if row.verdict is Verdict.DOUBTFUL and not row.chosen:
            return tokens.warning
        return {Verdict.NEW: tokens.good, Verdict.REFUSED: tokens.danger}.get(row.verdict)

    def row(self, number: int) -> Row:
        """The row of the plan that is shown in a line."""
        return self.plan.rows[self.rows[number]]

    def show(self, plan: Plan, only: Verdict | None = None) -> None:
        """Show a plan, or only its rows of one verdict."""
        self.beginResetModel()
        self.plan, self.only = plan, only
        self.rows = [at for at, row in enumerate(plan.rows) if only in (None, row.verdict)]
        self.endResetModel()

    def replace(self, plan: Plan) -> None:
        """Show the same rows of a plan in which some were decided otherwise."""
        self.plan = plan
        if self.rows:
            last = self.index(len(self.rows) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
