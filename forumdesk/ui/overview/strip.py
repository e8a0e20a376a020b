# SPDX-License-Identifier: MIT
"""A day of the program as a strip: each session as long as it lasts, rooms one above another."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from forumdesk.domain.agenda import Session, SessionStatus
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.ui.dates import clock, short_day, span
from forumdesk.ui.labels import tip
from forumdesk.ui.tokens import SMALL, tone_of
from forumdesk.ui.workspace import Workspace

LANE = 22  # pixels
MOST_LANES = 5
HEAD = 18  # for the hours


@frozen
class Block:
    """A session on a strip: from and to in minutes after the strip's start, and its lane."""

    session: Session
    start: float
    end: float
    lane: int


@frozen
class Strip:
    """A day's blocks: when it starts and ends, and how many lanes it needs."""

    day: date
    starts: datetime
    ends: datetime
    lanes: int
    blocks: tuple[Block, ...]


def strips(dossier: Dossier) -> list[Strip]:
    """A strip for each day that has timed sessions; what runs together is in lanes."""
    made = []
    for day in dossier.days:
        held = [
            s
            for s in dossier.program
            if dossier.day_of(s) == day and s.starts and s.status is not SessionStatus.CANCELLED
        ]
        if held:
            made.append(_strip(day, held))
    return made


def _strip(day: date, sessions: list[Session]) -> Strip:
    starts = min(s.starts for s in sessions if s.starts).replace(minute=0)
    last = max(_end(s) for s in sessions)
    ends = last if last.minute == 0 else last.replace(minute=0) + timedelta(hours=1)
    free: list[datetime] = []
    blocks = []
    for session in sessions:
        assert session.starts is not None
        lane = next((n for n, at in enumerate(free) if at <= session.starts), len(free))
        free[lane : lane + 1] = [_end(session)]
        blocks.append(
            Block(
                session, _minutes(session.starts - starts), _minutes(_end(session) - starts), lane
            )
        )
    return Strip(day, starts, max(ends, starts + timedelta(hours=1)), len(free), tuple(blocks))


def _end(session: Session) -> datetime:
    assert session.starts is not None
    return session.ends or session.starts + timedelta(minutes=15)


def _minutes(length: timedelta) -> float:
    return length.total_seconds() / 60


class DayStrip(QWidget):
    """Draws a strip; a click on a session goes to it (``picked``: its id)."""

    picked = Signal(str)

    def __init__(self, work: Workspace, strip: Strip, parent: QWidget) -> None:
        super().__init__(parent)
        self.work, self.strip = work, strip
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(short_day(strip.day, work.words))
        self.setAccessibleDescription(", ".join(self._said(b.session) for b in strip.blocks))

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        return QSize(320, HEAD + min(self.strip.lanes, MOST_LANES) * LANE)

    def _said(self, session: Session) -> str:
        title = self.work.words.text(session.title)
        return f"{span(session.starts, session.ends)} {title}"

    def _box(self, block: Block) -> QRectF:
        whole = _minutes(self.strip.ends - self.strip.starts)
        scale = self.width() / whole
        left, right = block.start * scale, block.end * scale
        return QRectF(left + 0.5, HEAD + block.lane * LANE + 1, max(3, right - left - 2), LANE - 3)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hours, then the sessions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(SMALL - 1)
        painter.setFont(font)
        self._paint_hours(painter)
        for block in self.strip.blocks:
            if block.lane < MOST_LANES:
                self._paint_block(painter, block)
        painter.end()

    def _paint_hours(self, painter: QPainter) -> None:
        t = self.work.look.tokens
        hours = int(_minutes(self.strip.ends - self.strip.starts) // 60)
        wide = self.width() / max(hours, 1)
        every = 1 if wide >= 44 else 2 if wide >= 22 else 4
        for hour in range(0, hours, every):
            x = hour * wide
            painter.setPen(QColor(t.muted))
            at = self.strip.starts + timedelta(hours=hour)
            painter.drawText(QRectF(x, 0, 60, HEAD - 4), Qt.AlignmentFlag.AlignTop, clock(at))

    def _paint_block(self, painter: QPainter, block: Block) -> None:
        tone = tone_of(block.session.kind, self.work.look.tokens)
        box = self._box(block)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(QColor(tone.edge))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1.5, 1.5)
        room = box.adjusted(7, 0, -3, 0)
        if room.width() > 18:
            painter.setPen(QColor(tone.ink))
            title = self.work.words.text(block.session.title)
            shown = painter.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _at(self, place: QPoint) -> Block | None:
        return next((b for b in self.strip.blocks if self._box(b).contains(place)), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the session that is clicked."""
        block = self._at(event.position().toPoint())
        if block is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(block.session.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Have time and title of the session under the pointer told."""
        # Not in ``event``: for the sake of its argument PySide6 loads every kind of event there
        # is, which would be before the first paint.
        block = self._at(event.position().toPoint())
        self.setToolTip(tip(self._said(block.session)) if block else "")
        if block is None:
            QToolTip.hideText()
