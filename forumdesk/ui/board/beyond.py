# SPDX-License-Identifier: MIT
"""What a session can be pulled to beside the board: the tab of a day, and the tray."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from forumdesk.domain.agenda import Session
from forumdesk.ui.board.hand import MouseHand
from forumdesk.ui.dates import short_day
from forumdesk.ui.workspace import Workspace

HOVERED = 450  # milliseconds over the tab of a day until it is shown


class Beyond(QObject):
    """Says what a drop at a point of the screen would do, and asks for it.

    ``dayWanted`` carries a day that is to be shown, ``dayMoved`` sessions and the day they are to
    be on, ``untimed`` sessions that are to lose their time. ``day_at`` tells the day whose tab is
    at a point.
    """

    dayWanted = Signal(object)
    dayMoved = Signal(object, object)
    untimed = Signal(object)

    def __init__(self, work: Workspace, hand: MouseHand, tray: QWidget) -> None:
        super().__init__(tray)
        self._work, self._hand, self._tray = work, hand, tray
        self.day_at: Callable[[QPoint], date | None] = lambda at: None
        self._hovered: date | None = None
        self._turning = QTimer(self)
        self._turning.setSingleShot(True)
        self._turning.setInterval(HOVERED)
        self._turning.timeout.connect(self.turn_day)
        hand.elsewhere = self._said
        hand.dropped.connect(self._dropped)
        hand.pulled.connect(self._hover)

    def _is_over_tray(self, at: QPoint) -> bool:
        tray = self._tray
        return tray.isVisible() and tray.rect().contains(tray.mapFromGlobal(at))

    def _said(self, at: QPoint) -> str:
        words = self._work.words
        if (day := self.day_at(at)) is not None:
            return words("To {day}, at the same time", day=short_day(day, words))
        if self._is_over_tray(at):
            return words("Without a time")
        return words("Outside the board: nothing moves")

    def _hover(self, at: QPoint) -> None:
        """Over the tab of a day for a while, that day is shown."""
        day = self.day_at(at)
        if day is None:
            self._turning.stop()
        elif day != self._hovered or not self._turning.isActive():
            self._turning.start()
        self._hovered = day

    def turn_day(self) -> None:
        """Show the day whose tab the pointer is over."""
        if self._hand.is_busy and self._hovered is not None:
            self.dayWanted.emit(self._hovered)

    def _dropped(self, sessions: Sequence[Session], at: QPoint) -> None:
        self._turning.stop()
        if (day := self.day_at(at)) is not None:
            self.dayMoved.emit([session.id for session in sessions], day)
        elif self._is_over_tray(at):
            timed = [session.id for session in sessions if session.starts is not None]
            if timed:
                self.untimed.emit(timed)
        else:
            words = self._work.words
            self._work.messages.tell(words("Dropped outside the board: nothing was moved."))
