# SPDX-License-Identifier: MIT
"""A session on the board: one widget each, that takes the focus and says what it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from forumdesk.domain.lanes import Block, Zone, zone
from forumdesk.ui.board.faces import Face
from forumdesk.ui.board.painting import Brush, State
from forumdesk.ui.labels import tip

EDGE = 7  # pixels at the top and bottom that stretch


class SessionBlock(QWidget):
    """Draws a face; ``focused`` tells that it came into focus. The mouse is the ground's."""

    focused = Signal(object)

    def __init__(self, parent: QWidget, brush: Brush, block: Block, face: Face) -> None:
        super().__init__(parent)
        self._brush = brush
        self.block, self.face, self.state = block, face, State()
        self.stretches = True
        self._picture = QPixmap()
        self.setMouseTracking(True)
        # Its picture covers it: the ground needs no painting below hundreds of blocks.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self.face.said.partition("\n")[0])
        self.setAccessibleDescription(self.face.said.partition("\n")[2])
        self.setToolTip(tip(self.face.said))

    def show_face(self, face: Face) -> None:
        """Say and draw something else, if it is."""
        if face != self.face:
            self.face = face
            self._say()
            self.redraw()

    def show_state(self, state: State) -> None:
        """Stand out, or no more."""
        if state != self.state:
            self.state = state
            self.redraw()

    def redraw(self) -> None:
        """Draw anew what was drawn once."""
        self._picture = QPixmap()
        self.update()

    def dress(self, brush: Brush) -> None:
        """Wear other colours."""
        self._brush = brush
        self.redraw()

    def zone_at(self, top: float) -> Zone:
        """The part of the block at a height."""
        return zone(top, self.height(), EDGE)

    def picture(self) -> QPixmap:
        """What the block looks like, drawn once for all paints of the same."""
        ratio = self.devicePixelRatioF()
        if self._picture.isNull() or self._picture.deviceIndependentSize().toSize() != self.size():
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(self._brush.ground)
            painter = QPainter(self._picture)
            self._brush.paint(painter, QRectF(self.rect()), self.face, self.state)
            painter.end()
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.picture())
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell by the pointer what a pull would do."""
        edge = self.stretches and self.zone_at(event.position().y()) is not Zone.BODY
        shape = Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor is here."""
        super().focusInEvent(event)
        self.focused.emit(self)
