# SPDX-License-Identifier: MIT
"""What stays in view beside and above the board: the hours, and the rooms."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import DAY, Scale, Timetable
from forumdesk.ui.dates import clock, short_day
from forumdesk.ui.labels import tip
from forumdesk.ui.tokens import SMALL
from forumdesk.ui.workspace import Workspace

RAIL = 56  # pixels wide
HEAD = 32  # pixels high
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Edge(QWidget):
    """Something along an edge of the board that scrolls with it."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.table: Timetable | None = None
        self.scale = Scale(160, 2, 0)
        self.offset = 0
        work.look.changed.connect(self.update)

    def scroll_to(self, offset: int) -> None:
        """Follow the board."""
        if offset != self.offset:
            self.offset = offset
            self.update()

    def show_table(self, table: Timetable, scale: Scale) -> None:
        """Show the rooms or hours of a day."""
        self.table, self.scale = table, scale
        self.update()


class RoomHeads(Edge):
    """The names of the rooms, each over its column; ``picked`` carries one that was clicked."""

    picked = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._dossier: Dossier | None = None
        self.setFixedHeight(HEAD)
        self.setAccessibleName(work.words("Rooms"))

    def show_rooms(self, dossier: Dossier, table: Timetable, scale: Scale) -> None:
        """Show the rooms of an edition."""
        self._dossier = dossier
        self.show_table(table, scale)
        self.setAccessibleDescription(", ".join(self.name(n) for n in range(len(table.columns))))

    def name(self, column: int) -> str:
        """What a column is called."""
        words = self.work.words
        if self.table is None or self._dossier is None:
            return ""
        room = self._dossier.room.get(self.table.columns[column] or "")
        if room is not None:
            return words.text(room.name)
        return words("No room") if len(self.table.columns) > 1 else words("All rooms")

    def _seats(self, column: int) -> str:
        assert self.table is not None
        assert self._dossier is not None
        room = self._dossier.room.get(self.table.columns[column] or "")
        return str(room.capacity) if room is not None and room.capacity else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the names in view, and a line below."""
        painter = QPainter(self)
        tokens = self.work.look.tokens
        painter.fillRect(event.rect(), QColor(tokens.window))
        if self.table is not None:
            first = max(0, self.scale.column_at(self.offset))
            last = self.scale.column_at(self.offset + self.width())
            for column in range(first, min(last + 1, len(self.table.columns))):
                self._paint_name(painter, column)
        painter.setPen(QColor(tokens.hairline))
        painter.drawLine(0, HEAD - 1, self.width(), HEAD - 1)
        painter.end()

    def _paint_name(self, painter: QPainter, column: int) -> None:
        tokens = self.work.look.tokens
        left = round(column * self.scale.column) - self.offset
        box = QRectF(left + 8, 0, self.scale.column - 14, HEAD - 1)
        painter.setFont(_sized(self.font(), SMALL, bold=False))
        seats = self._seats(column)
        painter.setPen(QColor(tokens.muted))
        wide = painter.fontMetrics().horizontalAdvance(seats)
        painter.setFont(_sized(self.font(), SMALL, bold=True))
        metrics = painter.fontMetrics()
        room = int(box.width() - wide - 6)
        if metrics.horizontalAdvance(self.name(column)) > room:
            seats, room = "", int(box.width())  # the name comes first
        shown = metrics.elidedText(self.name(column), Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(tokens.text))
        painter.drawText(box, _MIDDLE, shown)
        painter.setFont(_sized(self.font(), SMALL, bold=False))
        painter.setPen(QColor(tokens.muted))
        beside = box.adjusted(metrics.horizontalAdvance(shown) + 6, 0, 8, 0)
        painter.drawText(beside, _MIDDLE, seats)
        painter.setPen(QColor(tokens.hairline))
        right = round((column + 1) * self.scale.column) - self.offset - 1
        painter.drawLine(right, 0, right, HEAD)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which room was clicked."""
        column = self.scale.column_at(self.offset + event.position().x())
        if self.table is not None and 0 <= column < len(self.table.columns):
            self.picked.emit(self.table.columns[column] or "")

    def event(self, event: QEvent) -> bool:
        """Tell a room's whole name under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.table:
            column = self.scale.column_at(self.offset + event.pos().x())
            known = 0 <= column < len(self.table.columns)
            facts = (self.name(column), self._seats(column)) if known else ()
            said = ", ".join(filter(None, facts))
            QToolTip.showText(event.globalPos(), tip(said), self)
            return True
        return super().event(event)


class TimeRail(Edge):
    """The hours; after midnight the next day is named."""

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.now: int | None = None
        self.setFixedWidth(RAIL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(RAIL, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hours in view, and the time now."""
        painter = QPainter(self)
        tokens = self.work.look.tokens
        painter.fillRect(event.rect(), QColor(tokens.window))
        painter.setFont(_sized(self.font(), SMALL - 1, bold=False))
        if self.table is not None:
            for minute in self._labelled():
                self._paint_hour(painter, minute)
            if self.now is not None:
                self._paint_now(painter, self.now)
        painter.setPen(QColor(tokens.hairline))
        painter.drawLine(RAIL - 1, 0, RAIL - 1, self.height())
        painter.end()

    def _labelled(self) -> range:
        assert self.table is not None
        step = next((s for s in (15, 30, 60) if s * self.scale.minute >= 44), 120)
        first = int(self.scale.minute_at(self.offset)) // step * step
        last = int(self.scale.minute_at(self.offset + self.height())) + step
        return range(max(first, self.table.begins), min(last, self.table.ends) + 1, step)

    def _paint_hour(self, painter: QPainter, minute: int) -> None:
        assert self.table is not None
        tokens = self.work.look.tokens
        top = round(self.scale.top(minute)) - self.offset
        painter.setPen(QColor(tokens.text if minute % 60 == 0 else tokens.muted))
        box = QRect(0, top - 8, RAIL - 8, 16)
        if minute == self.table.begins:
            box.moveTop(top + 1)
        painter.drawText(
            box, _MIDDLE | Qt.AlignmentFlag.AlignRight, clock(self.table.clock(minute))
        )
        if minute == DAY:
            after = short_day(self.table.clock(minute).date(), self.work.words)
            painter.setPen(QColor(tokens.muted))
            shown = painter.fontMetrics().elidedText(after, Qt.TextElideMode.ElideRight, RAIL - 8)
            painter.drawText(box.translated(0, 15), _MIDDLE | Qt.AlignmentFlag.AlignRight, shown)

    def _paint_now(self, painter: QPainter, minute: int) -> None:
        assert self.table is not None
        tone = self.work.look.tokens.danger
        top = round(self.scale.top(minute)) - self.offset
        box = QRect(6, top - 9, RAIL - 10, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(tone.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, clock(self.table.clock(minute)))


def _sized(font: QFont, size: int, *, bold: bool) -> QFont:
    made = QFont(font)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made
