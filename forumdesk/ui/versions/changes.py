# SPDX-License-Identifier: MIT
"""Changes as lines under the session they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from forumdesk.domain.changes import Change, ChangeKind, Group, concerning, grouped
from forumdesk.domain.changes.values import said
from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.dates import short_day, span
from forumdesk.ui.labels import tip
from forumdesk.ui.lists import ASIDE, AsideDelegate
from forumdesk.ui.look import Look
from forumdesk.ui.versions.comparing import Comparison

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_TIP = Qt.ItemDataRole.ToolTipRole
ROW = int(Qt.ItemDataRole.UserRole) + 9
INDENT = 24  # pixels of a change under its heading
K = ChangeKind
ICONS = {
    **dict.fromkeys((K.ADDED, K.RESTORED, K.PART_ADDED, K.HOST_ADDED), "plus"),
    **dict.fromkeys((K.CANCELLED, K.REMOVED, K.PART_REMOVED, K.HOST_REMOVED), "minus"),
    **dict.fromkeys((K.RETIMED, K.DATES), "clock"),
    **dict.fromkeys((K.MOVED, K.ROOM_NAME), "room"),
    **dict.fromkeys((K.VENUE, K.CITY, K.ADDRESS), "place"),
    **dict.fromkeys((K.REPLACED, K.ROLE, K.MODE, K.NAME, K.OFFICE), "person"),
    **dict.fromkeys((K.ORGANIZATION, K.ORGANIZATION_NAME, K.HOST_ROLE), "organization"),
}


@frozen
class Row:
    """A line: the heading of a group, or one of its changes."""

    group: Group
    change: Change | None = None


class ChangeList(QAbstractListModel):
    """The changes between two states, grouped in the order of the program."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.rows: tuple[Row, ...] = ()
        self._states: tuple[Dossier, Dossier] | None = None

    def show(self, comparison: Comparison, person: str = "") -> None:
        """Show a comparison, or what in it concerns one person (by id)."""
        before, after, changes = comparison.before, comparison.after, comparison.changes
        shown = concerning(changes, [person]) if person else changes
        rows = tuple(_rows(grouped(shown, before, after)))
        self._states = (before, after)
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.rows = ()
        self.endResetModel()

    def changes(self) -> list[Change]:
        """Those shown."""
        return [row.change for row in self.rows if row.change is not None]

    def sessions(self) -> int:
        """How many sessions they are about."""
        return len({row.group.session for row in self.rows} - {""})

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Headings and changes."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> str | Row | None:
        """What a line says; a change with the name of its session for those who hear it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if row.change is None:
            return self._heading(row.group, role)
        if role == _DISPLAY:
            return self.now(row)
        if role in (_SPOKEN, _TIP):
            text = row.change.phrase.said(self.words)
            return tip(text) if role == _TIP else text
        return None

    def _heading(self, group: Group, role: int) -> str | None:
        if role == _DISPLAY:
            return self.title(group)
        if role == ASIDE:
            return self.time(group)
        if role == _SPOKEN:
            return ", ".join(filter(None, (self.title(group), self.time(group))))
        return None

    def title(self, group: Group) -> str:
        """What a group is about."""
        first = group.changes[0]
        if first.heading:
            return said(first.heading[0], self.words)
        about_forum = first.subject.kind in ("edition", "host")
        return self.words("Forum") if about_forum else self.words("Names and offices")

    def time(self, group: Group) -> str:
        """When its session is, or was."""
        if self._states is None:
            return ""
        for dossier in reversed(self._states):
            session = dossier.session.get(group.session)
            if session is not None:
                day = dossier.day_of(session)
                at = span(session.starts, session.ends)
                return " ".join(filter(None, (short_day(day, self.words) if day else "", at)))
        return ""

    def now(self, row: Row) -> str:
        """How it is now; of an item, behind its name."""
        change = row.change
        if change is None:
            return ""
        text = change.now.said(self.words)
        if change.session == row.group.session or len(change.heading) < 2:
            return text
        return f"{said(change.heading[-1], self.words)} — {text}"

    def subject(self, row: int) -> Subject | None:
        """What to go to from a line; ``None`` if it is there no more."""
        change, group = self.rows[row].change, self.rows[row].group
        session = change.session if change else group.session
        now = self._states[1] if self._states else None
        if session:
            found = now is not None and session in now.session
            return Subject("session", session) if found else None
        return change.subject if change else None


def _rows(groups: Iterable[Group]) -> Iterator[Row]:
    for group in groups:
        yield Row(group)
        yield from (Row(group, change) for change in group.changes)


class ChangeDelegate(AsideDelegate):
    """Draws headings strong, changes with the icon of their kind and lighter how it was."""

    def __init__(self, look: Look, parent: QWidget, words: Words) -> None:
        super().__init__(look, parent)
        self._words = words

    def _texts(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row = index.data(ROW)
        if not isinstance(row, Row) or row.change is None:
            strong = QFont(option.font)
            strong.setWeight(QFont.Weight.DemiBold)
            option.font = strong
            super()._texts(painter, inner, option, index)
            return
        self._change(painter, inner.adjusted(INDENT, 0, 0, 0), row.change, str(index.data()))

    def _change(self, painter: QPainter, box: QRect, change: Change, now: str) -> None:
        t = self._look.tokens
        ink = t.muted if change.along else t.text
        icon = self._look.icons(ICONS.get(change.kind, "edit"), t.muted)
        icon.paint(painter, QRect(box.left(), box.center().y() - 7, 16, 16))
        box = box.adjusted(24, 0, 0, 0)
        for text, color in ((now, ink), (self._was(change), t.muted)):
            painter.setPen(QColor(color))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            box = box.adjusted(metrics.horizontalAdvance(shown + "  "), 0, 0, 0)

    def _was(self, change: Change) -> str:
        was = change.was
        return was.said(self._words) if was else ""


class ChangeView(QListView):
    """The lines; Enter or a double click goes to the place: ``wanted`` carries its subject."""

    wanted = Signal(object)

    def __init__(self, model: ChangeList, look: Look) -> None:
        super().__init__()
        self._list = model
        self.setModel(model)
        self.setItemDelegate(ChangeDelegate(look, self, model.words))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(model.words("Changes"))
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._go)

    def _go(self, index: QModelIndex) -> None:
        subject = self._list.subject(index.row()) if index.isValid() else None
        if subject is not None:
            self.wanted.emit(subject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place of the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)
