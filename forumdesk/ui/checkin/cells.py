# SPDX-License-Identifier: MIT
"""The tables of who came: by side, by organization, who stayed away, who came last time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from forumdesk.domain.attendance import Attendee, Count
from forumdesk.domain.people import Organization, full_name
from forumdesk.domain.terms import term
from forumdesk.domain.turnout import Turnout, names_in
from forumdesk.ui.workspace import Workspace

Row = tuple[str, ...]
Index = QModelIndex | QPersistentModelIndex


class Cells(QAbstractTableModel):
    """Rows of texts under headings."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: Row = ()
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, heads: Row, rows: Iterable[Row]) -> None:
        """Show another table."""
        self.beginResetModel()
        self.heads, self.rows = heads, tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """The rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """The columns."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """A text; figures at the right."""
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - as Qt has it
        """The headings, each over its column."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return self._aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _aligned(self, column: int) -> int:
        """Figures at the right; they stand in tables of more columns than people have."""
        figure = column > 0 and len(self.heads) > WORDED
        side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


WORDED = 3  # columns of a table of people
Table = tuple[Row, Sequence[Row]]


def by_side(turnout: Turnout, work: Workspace) -> Table:
    """A row for each side, and one for all."""
    words = work.words
    rows = [
        _figures(words.text(side.name) if side else words("Without a side"), count)
        for side, count in turnout.sides
    ]
    return _heads(words("Side"), work), [*rows, _figures(words("All"), turnout.total)]


def by_organization(turnout: Turnout, work: Workspace) -> Table:
    """A row for each organization."""
    words = work.words
    rows = [
        _figures(words.text(body.name) if body else words("Without an organization"), count)
        for body, count in turnout.organizations
    ]
    return _heads(words("Organization"), work), rows


def no_shows(turnout: Turnout, work: Workspace) -> Table:
    """A row for each who was expected and did not come."""
    words = work.words
    heads = (words("Name"), words("Organization"), words("Side"))
    return heads, [row[:3] for row in _people(turnout.no_shows, work)]


def came_before(turnout: Turnout, work: Workspace) -> Table:
    """A row for each who came last time, and whether they come again."""
    words = work.words
    heads = (words("Name"), words("Organization then"), words("Now"))
    then = _people(tuple(one.then for one in turnout.returning), work)
    rows = []
    for one, (name, body, *_) in zip(turnout.returning, then, strict=True):
        if one.now is None:
            now = words("not on the list")
        else:
            now = words("in") if one.now.entry else term(one.now.status, words)
        rows.append((name, body, now))
    return heads, rows


TABLES: dict[str, Callable[[Turnout, Workspace], Table]] = {
    "sides": by_side,
    "organizations": by_organization,
    "no-shows": no_shows,
    "before": came_before,
}


def _heads(first: str, work: Workspace) -> Row:
    words = work.words
    return (
        first,
        words("Expected"),
        words("Came"),
        words("No-shows"),
        words("Walk-ins"),
        words("Not accepted before"),
        words("Late"),
        words("Attendance rate"),
    )


def _figures(name: str, count: Count) -> Row:
    figures = (count.expected, count.came, count.no_shows, count.walk_ins, count.others, count.late)
    share = f"{count.rate:.0%}" if count.expected else ""
    return (name, *map(str, figures), share)


def _people(attendees: tuple[Attendee, ...], work: Workspace) -> Sequence[Row]:
    words, desk, dossier = work.words, work.desk, work.dossier
    people = names_in(desk, attendees)
    ids = [one.organization for one in attendees if one.organization]
    bodies = {body.id: words.text(body.name) for body in desk.find(Organization, id=ids)}
    sides = {side.id: words.text(side.name) for side in (dossier.sides if dossier else ())}
    rows = []
    for one in attendees:
        person = people.get(one.person or "")
        name = full_name(person, words.language) if person else ""
        body = bodies.get(one.organization or "", "")
        rows.append((name or body, body, sides.get(one.side or "", "")))
    return rows
