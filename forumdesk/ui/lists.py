# SPDX-License-Identifier: MIT
"""Lines of a list with something small at their right end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumdesk.ui.look import Look
from forumdesk.ui.tokens import RADIUS, SMALL

ASIDE = int(Qt.ItemDataRole.UserRole) + 1  # what stands at the right
SECOND = int(Qt.ItemDataRole.UserRole) + 2  # a second, smaller line
HEIGHT, TALL = 30, 46
Index = QModelIndex | QPersistentModelIndex


class AsideDelegate(QStyledItemDelegate):
    """Draws icon, text, a second line where there is one, and what stands aside; text is plain."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for lines of one kind."""
        return QSize(0, TALL if index.data(SECOND) else HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(2, 1, -2, -1)
        self._back(painter, box, option.state)
        inner = box.adjusted(10, 0, -10, 0)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(inner.left(), box.center().y() - 7, 16, 16))
            inner.setLeft(inner.left() + 26)
        self._aside(painter, inner, option, index)
        self._texts(painter, inner, option, index)
        painter.restore()

    def _back(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        t = self._look.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(t.tint))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(t.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _aside(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Draw what stands aside and leave the rest of the line to the text."""
        aside = str(index.data(ASIDE) or "")
        if not aside:
            return
        painter.setFont(_small(option.font))
        painter.setPen(QColor(self._look.tokens.muted))
        most = inner.width() // 2
        shown = painter.fontMetrics().elidedText(aside, Qt.TextElideMode.ElideRight, most)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(inner, right, shown)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(shown) - 12)

    def _texts(
        self, painter: QPainter, inner: QRect, option: QStyleOptionViewItem, index: Index
    ) -> None:
        brush = index.data(Qt.ItemDataRole.ForegroundRole)
        ink = brush.color() if isinstance(brush, QBrush) else QColor(self._look.tokens.text)
        if not option.state & QStyle.StateFlag.State_Enabled:
            ink = option.palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        second = str(index.data(SECOND) or "")
        first_box = inner.adjusted(0, 5, 0, -inner.height() // 2) if second else inner
        _line(painter, first_box, text, (option.font, ink))
        if second:
            below = inner.adjusted(0, inner.height() // 2, 0, -5)
            muted = QColor(self._look.tokens.muted)
            _line(painter, below, second, (_small(option.font), muted))


def _line(painter: QPainter, box: QRect, text: str, pen: tuple[QFont, QColor]) -> None:
    font, ink = pen
    painter.setFont(font)
    painter.setPen(ink)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(SMALL)
    return small
