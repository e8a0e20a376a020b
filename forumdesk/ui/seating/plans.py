# SPDX-License-Identifier: MIT
"""The list of the plans of an edition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.places import Seating
from forumdesk.domain.seat_layouts import places_of
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.labels import tip
from forumdesk.ui.lists import SECOND
from forumdesk.ui.seating.faces import LAYOUTS

PLAN = int(Qt.ItemDataRole.UserRole) + 12
Index = QModelIndex | QPersistentModelIndex


@frozen
class PlanLine:
    """A plan in the list: what it is called, how it is set, how many of its seats are taken."""

    id: str
    title: str
    layout: str
    filled: str


def plan_title(dossier: Dossier, plan: Seating, words: Words) -> str:
    """What a plan is called: its title, else that of its session, else its layout."""
    session = dossier.session.get(plan.session or "")
    named = words.text(plan.title) or (words.text(session.title) if session else "")
    return named or words.context(*LAYOUTS[plan.layout])


def plan_lines(dossier: Dossier, words: Words) -> list[PlanLine]:
    """Every plan of an edition."""
    taken: dict[str, int] = {}
    for seat in dossier.seats:
        if seat.participation or seat.reserved:
            taken[seat.seating] = taken.get(seat.seating, 0) + 1
    return [
        PlanLine(
            plan.id,
            plan_title(dossier, plan, words),
            words.context(*LAYOUTS[plan.layout]),
            f"{taken.get(plan.id, 0)} / {len(places_of(plan))}",
        )
        for plan in dossier.seatings
    ]


class PlansModel(QAbstractListModel):
    """The plans as Qt sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[PlanLine] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many plans."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a line says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        told = f"{line.title}, {line.layout}, {line.filled}"
        return {
            Qt.ItemDataRole.DisplayRole: line.title,
            SECOND: f"{line.layout} · {line.filled}",
            Qt.ItemDataRole.AccessibleTextRole: told,
            Qt.ItemDataRole.ToolTipRole: tip(told),
            PLAN: line.id,
        }.get(role)

    def show(self, lines: Sequence[PlanLine]) -> None:
        """Show other plans; the same ones that only say something else stay where they are."""
        if [line.id for line in lines] == [line.id for line in self.lines]:
            self.lines = list(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def index_of(self, plan: str) -> QModelIndex:
        """The index of a plan; none where there is no such plan."""
        for row, line in enumerate(self.lines):
            if line.id == plan:
                return self.index(row)
        return QModelIndex()
