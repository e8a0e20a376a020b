# SPDX-License-Identifier: MIT
"""The part of the board in view, and how large the board is drawn in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from forumdesk.domain.lanes import GRIDS, Scale, Timetable

NARROWEST = 108  # pixels of a column
FIT = 0  # the zoom at which the day fills the view
PER_MINUTE: Mapping[int, float] = {60: 0.85, 30: 1.4, 15: 2.25, 5: 6.0}  # pixels, by grid


class View(QScrollArea):
    """The part of the board in view; ``resized`` tells that there is more or less room."""

    resized = Signal()
    zoomed = Signal(int, int)  # one step in or out, and the height at which

    def __init__(self, canvas: QWidget) -> None:
        super().__init__()
        self._canvas = canvas
        self.setWidget(canvas)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, zoom."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.zoomed.emit(1 if turned > 0 else -1, round(event.position().y()))
        else:
            super().wheelEvent(event)

    def part(self) -> QRect:
        """The part of the canvas in view."""
        return QRect(-self._canvas.pos(), self.viewport().size())


def sized(table: Timetable, room: QSize, zoom: int) -> tuple[Scale, int]:
    """The scale and the grid at which a day is drawn in some room: at a grid, or ``FIT``."""
    column = max(NARROWEST, room.width() / len(table.columns))
    first, last = table.used
    fitting = max(0.3, (room.height() - 16) / (last - first))
    per_minute = PER_MINUTE.get(zoom) or fitting
    grid = zoom or next(g for g in GRIDS if g * per_minute >= 16 or g == GRIDS[-1])
    return Scale(column, per_minute, table.begins), grid
