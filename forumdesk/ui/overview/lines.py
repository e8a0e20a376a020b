# SPDX-License-Identifier: MIT
"""The lines of cards, each one widget that draws itself: they are many, and there at the start."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from forumdesk.domain.values import frozen
from forumdesk.ui.labels import tip
from forumdesk.ui.look import ICON, Look
from forumdesk.ui.tokens import BODY, ROW, SMALL

GAP = 8  # pixels between sign, text and what stands aside
EDGE = 6  # at both ends
BAR = 6  # height of a bar
FEW = 4  # characters a text is not narrower than
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@frozen
class Said:
    """What a line says: a text, something small at its right, and a sign before it."""

    text: str
    aside: str = ""
    sign: QIcon | None = None

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return f"{self.text}, {self.aside}" if self.aside else self.text


class Line(QWidget):
    """A line that only says something."""

    def __init__(self, look: Look, said: Said, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.said = look, said
        self._least = _least(self, said)
        self.setAccessibleName(said.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One height for all lines."""
        return self._least

    def minimumSizeHint(self) -> QSize:
        """Never wider than a few characters and what stands aside."""
        return self._least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        inner = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        draw(self, painter, self.said, self._look, within=inner)
        painter.end()


class Row(QPushButton):
    """A line that leads somewhere."""

    def __init__(self, look: Look, said: Said, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self.said = look, said
        self._least = _least(self, said)
        self.setAutoDefault(False)
        self.setAccessibleName(said.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One height for all lines."""
        return self._least

    def minimumSizeHint(self) -> QSize:
        """Never wider than a few characters and what stands aside."""
        return self._least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, its ground under the pointer, a ring in focus."""
        t = self._look.tokens
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(t.link) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        inner = self.rect().adjusted(EDGE, 0, -EDGE, 0)
        draw(self, painter, self.said, self._look, within=inner)
        painter.end()


class ShareLine(Line):
    """A line over a thin bar that is filled to a share, 0 to 1."""

    def __init__(self, look: Look, said: Said, share: float, parent: QWidget) -> None:
        super().__init__(look, said, parent)
        self._share = share
        self._least.setHeight(self.fontMetrics().height() + 3 + BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and the bar."""
        t = self._look.tokens
        painter = QPainter(self)
        line = self.rect().adjusted(0, 0, 0, -BAR - 3)
        draw(self, painter, self.said, self._look, within=line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, self.height() - BAR, self.width(), BAR)
        painter.setBrush(QColor(t.hover))
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        painter.setBrush(QColor(t.link))
        bar.setWidth(self.width() * self._share)
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        painter.end()


def _least(widget: QWidget, said: Said) -> QSize:
    metrics = widget.fontMetrics()
    sign = ICON.width() + GAP if said.sign else 0
    # What stands aside is set smaller; nothing is measured in a second type for that.
    aside = metrics.horizontalAdvance(said.aside) * SMALL // BODY + 1 + GAP if said.aside else 0
    return QSize(2 * EDGE + sign + metrics.averageCharWidth() * FEW + aside, ROW)


def draw(widget: QWidget, painter: QPainter, said: Said, look: Look, *, within: QRect) -> None:
    """Draw what a line says over a widget; what is cut is told in its tip."""
    box = QRect(within)
    if said.sign is not None:
        corner = QPoint(box.left(), box.top() + (box.height() - ICON.height()) // 2)
        said.sign.paint(painter, QRect(corner, ICON))
        box.setLeft(box.left() + ICON.width() + GAP)
    plain = widget.font()
    if said.aside:
        painter.setFont(small(plain))
        painter.setPen(QColor(look.tokens.muted))
        painter.drawText(box, _RIGHT, said.aside)
        box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(said.aside) - GAP)
        painter.setFont(plain)
    painter.setPen(QColor(look.tokens.text))
    shown = QFontMetrics(plain).elidedText(said.text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, shown)
    told = tip(said.text) if shown != said.text else ""
    if widget.toolTip() != told:
        widget.setToolTip(told)


def small(font: QFont) -> QFont:
    """The smaller type beside a font."""
    made = QFont(font)
    made.setPixelSize(SMALL)
    return made
