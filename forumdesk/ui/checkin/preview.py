# SPDX-License-Identifier: MIT
"""What a sheet typed back comes to, row by row, while it is typed."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from forumdesk.domain.sheets import WRONG, Settled, Verdict
from forumdesk.domain.terms import T_
from forumdesk.domain.words import Words
from forumdesk.ui.checkin.faces import since
from forumdesk.ui.checkin.latest import said_of
from forumdesk.ui.lists import ASIDE
from forumdesk.ui.workspace import Workspace

_SAID = {
    Verdict.CAME: T_("sheet", "came"),
    Verdict.ALREADY: T_("sheet", "already in"),
    Verdict.ABSENT: T_("sheet", "absent"),
    Verdict.TAKEN_BACK: T_("sheet", "absent: the check-in is taken back"),
    Verdict.UNKNOWN: T_("sheet", "nobody has this number"),
    Verdict.WRONG: T_("sheet", "no row code, or its letter does not fit"),
}
Index = QModelIndex | QPersistentModelIndex


class Preview(QAbstractListModel):
    """The rows of a plan, what is wrong first."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self._work = work
        self.plan: tuple[Settled, ...] = ()

    def show_plan(self, plan: tuple[Settled, ...]) -> None:
        """Show another plan."""
        self.beginResetModel()
        self.plan = tuple(sorted(plan, key=lambda one: one.verdict not in WRONG))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """One row for each participant or wrong piece."""
        return 0 if parent.isValid() else len(self.plan)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Code and name; what it comes to stands aside."""
        if not index.isValid() or index.row() >= len(self.plan):
            return None
        one = self.plan[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(one)
        if role == ASIDE:
            return self._aside(one)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._text(one)}, {self._aside(one)}"
        if role == Qt.ItemDataRole.ForegroundRole and one.verdict in WRONG:
            return QBrush(QColor(self._work.look.tokens.danger.ink))
        return None

    def _text(self, one: Settled) -> str:
        words = self._work.words
        if one.who is None:
            return words("Line {line}: {typed}", line=one.row.line, typed=one.row.typed)
        return f"{one.who.number}  {said_of(self._work, one.who)}"

    def _aside(self, one: Settled) -> str:
        said = self._work.words.context(*_SAID[one.verdict])
        entry = one.who.entry if one.who else None
        if one.verdict is Verdict.ALREADY and entry is not None:
            return f"{said} · {since(entry, self._work)}"
        return said


def summary(plan: tuple[Settled, ...], words: Words) -> str:
    """How many came, and so on, as far as there are any."""
    counts = Counter(one.verdict for one in plan)
    wrong = sum(counts[verdict] for verdict in WRONG)
    came, absent = counts[Verdict.CAME], counts[Verdict.ABSENT] + counts[Verdict.TAKEN_BACK]
    already = counts[Verdict.ALREADY]
    said = (
        words("{count:,} came", count=came) if came else "",
        words("{count:,} absent", count=absent) if absent else "",
        words("{count:,} already in", count=already) if already else "",
        words("{count:,} to be mended", count=wrong) if wrong else "",
    )
    return " · ".join(filter(None, said))
