# SPDX-License-Identifier: MIT
"""How a commitment is drawn as a card of the board."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumdesk.domain.commitments import is_closed, is_soon
from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import CommitmentStatus
from forumdesk.ui.commitments.lanes import LaneModel
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import RADIUS, SMALL

HEIGHT, GAP, PAD = 98, 6, 10
_ELIDED = Qt.TextElideMode.ElideRight
Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Draws title, owners, due day, and which edition it is from; all of it plain text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all cards."""
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a card."""
        model = index.model()
        if not isinstance(model, LaneModel) or model.sight is None:
            return
        one, sight = model.rows[index.row()], model.sight
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(1, GAP // 2, -1, -GAP // 2)
        self._ground(painter, box, option.state)
        inner = box.adjusted(PAD, 8, -PAD, -7)
        self._title(painter, inner, option.font, sight.title(one), closed=_closed(one))
        self._below(painter, inner, option.font, (one, sight))
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        t = self._look.tokens
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QColor(t.link if chosen else t.hairline))
        painter.setBrush(QColor(t.tint if focused else t.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _title(
        self, painter: QPainter, inner: QRect, font: QFont, text: str, *, closed: bool
    ) -> None:
        """Two lines of the title, the second cut where there is more."""
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        tokens = self._look.tokens
        painter.setPen(QColor(tokens.muted if closed else tokens.text))
        painter.setFont(bold)
        metrics = QFontMetrics(bold)
        top = inner.top()
        for line in two_lines(text, bold, inner.width()):
            painter.drawText(QPointF(inner.left(), top + metrics.ascent()), line)
            top += metrics.lineSpacing()

    def _below(
        self, painter: QPainter, inner: QRect, font: QFont, of: tuple[Tracked, Sight]
    ) -> None:
        """Owners, then the due day and the edition."""
        one, sight = of
        small = QFont(font)
        small.setPixelSize(SMALL)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(QColor(self._look.tokens.muted))
        base = inner.bottom() - metrics.descent()
        owners = metrics.elidedText(sight.owners(one), _ELIDED, inner.width())
        painter.drawText(QPointF(inner.left(), base - metrics.lineSpacing()), owners)
        edition = sight.edition(one.edition)
        wide = metrics.horizontalAdvance(edition)
        if inner.width() > 3 * wide:
            painter.drawText(QPointF(inner.right() - wide, base), edition)
        else:
            wide = -8
        painter.setPen(QColor(self._due_ink(one, sight)))
        due = metrics.elidedText(sight.due(one), _ELIDED, inner.width() - wide - 8)
        painter.drawText(QPointF(inner.left(), base), due)

    def _due_ink(self, one: Tracked, sight: Sight) -> str:
        tokens = self._look.tokens
        if one.standing(sight.today) is CommitmentStatus.LATE:
            return tokens.danger.ink
        return tokens.warning.ink if is_soon(one.commitment, sight.today) else tokens.muted


def _closed(one: Tracked) -> bool:
    return is_closed(one.commitment.status)


def two_lines(text: str, font: QFont, width: int) -> list[str]:
    """A text in two lines at most; what doesn't fit ends in …."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    if not first.isValid():
        layout.endLayout()
        return []
    first.setLineWidth(max(width, 1))
    layout.endLayout()
    cut = first.textLength()
    rest = text[cut:].strip()
    lines = [text[:cut].rstrip()]
    if rest:
        lines.append(QFontMetrics(font).elidedText(rest, _ELIDED, width))
    return lines
