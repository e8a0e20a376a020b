# SPDX-License-Identifier: MIT
"""The large view for a second screen: what is on, how long it has left, what is next."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.live.faces import Face
from forumdesk.ui.tokens import DARK

_LEAST = 18  # pixels: smaller than this is not read from the stage
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_INKS = {"danger": DARK.danger.ink, "warning": DARK.warning.ink, "good": DARK.good.ink}


class StageView(QWidget):
    """A window of its own, dark whatever the look; Esc closes it, F11 fills the screen."""

    def __init__(self, words: Words) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.words = words
        self._clock, self._next = "", ""
        self._face: Face | None = None
        self.setWindowTitle(words("On stage"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.resize(960, 540)

    def open_beside(self, window: QWidget) -> None:
        """Fill a screen the window is not on; without one, stand beside it."""
        others = [s for s in QGuiApplication.screens() if s is not window.screen()]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()
        self.raise_()

    def show_face(self, face: Face | None, clock: str, then: str) -> None:
        """Show what is on (``None``: nothing), the time, and what is next."""
        if (face, clock, then) != (self._face, self._clock, self._next):
            self._face, self._clock, self._next = face, clock, then
            said = (*face.titles, face.figure, face.caption) if face else (clock,)
            self.setAccessibleName(", ".join(filter(None, (*said, then))))
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, F11 fills the screen or not."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title above, the figure in the middle, what is next below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(DARK.sidebar))
        edge = max(24, self.width() // 24)
        inner = self.rect().adjusted(edge, edge // 2, -edge, -edge // 2)
        high = inner.height()
        top = QRect(inner.left(), inner.top(), inner.width(), high // 10)
        head = QRect(inner.left(), top.bottom(), inner.width(), high * 28 // 100)
        middle = QRect(inner.left(), head.bottom(), inner.width(), high * 42 // 100)
        low = QRect(inner.left(), middle.bottom(), inner.width(), inner.bottom() - middle.bottom())
        _line(painter, top, self._clock, DARK.muted, share=0.62, right=True)
        if self._face is None:
            _line(painter, middle, self.words("Nothing is on"), DARK.muted, share=0.2)
        else:
            self._draw(painter, self._face, (top, head, middle))
        if self._next:
            half = QRect(low.left(), low.top(), low.width(), low.height() * 2 // 3)
            _line(painter, half, self._next, DARK.text, share=0.42)
        painter.end()

    def _draw(self, painter: QPainter, face: Face, boxes: tuple[QRect, QRect, QRect]) -> None:
        top, head, middle = boxes
        _line(painter, top, face.about, DARK.muted, share=0.5)
        rows = [*face.titles[:2], *([face.people] if face.people else [])]
        weights = [5, *[3] * (len(rows) - 1)]
        y = head.top()
        for n, (text, weight) in enumerate(zip(rows, weights, strict=True)):
            height = head.height() * weight // sum(weights)
            box = QRect(head.left(), y, head.width(), height)
            _line(painter, box, text, DARK.text if n == 0 else DARK.muted, share=0.64)
            y += height
        ink = _INKS.get(face.tone, DARK.text)
        figure = QRect(middle.left(), middle.top(), middle.width(), middle.height() * 4 // 5)
        _line(painter, figure, face.figure, ink, share=0.8, bold=True)
        said = " · ".join(filter(None, (face.caption, face.note)))
        below = QRect(middle.left(), figure.bottom(), middle.width(), middle.height() // 5)
        _line(painter, below, said, ink, share=0.62)


def _line(
    painter: QPainter,
    box: QRect,
    text: str,
    ink: str,
    *,
    share: float,
    bold: bool = False,
    right: bool = False,
) -> None:
    """A line as large as its box allows, smaller where it is long, ended in … where too long."""
    font = QFont(painter.font())
    font.setBold(bold)
    font.setPixelSize(max(_LEAST, round(box.height() * share)))
    painter.setFont(font)
    wide = painter.fontMetrics().horizontalAdvance(text)
    if wide > box.width():
        font.setPixelSize(max(_LEAST, font.pixelSize() * box.width() // wide))
        painter.setFont(font)
    painter.setPen(QColor(ink))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter if right else _LEFT
    painter.drawText(box, align, shown)
