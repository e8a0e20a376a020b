# SPDX-License-Identifier: MIT
"""How cells of the list of commitments are drawn and edited: status, due day, titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from forumdesk.domain.commitments import is_closed, is_soon
from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import CommitmentStatus
from forumdesk.ui.commitments.columns import DUE, OWNERS, STATUS, status_choices
from forumdesk.ui.commitments.model import CommitmentModel
from forumdesk.ui.commitments.sight import status_icon, status_tone
from forumdesk.ui.grid.delegate import PADDING, GridDelegate, Index
from forumdesk.ui.grid.editors import ChoiceEditor, LineEditor, NamesEditor
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import SMALL

PILL, ICON = 20, 12  # height of the tint behind a status, and of its icon
_ELIDED = Qt.TextElideMode.ElideRight


class CommitmentDelegate(GridDelegate):
    """Draws a cell, and edits it as text or by a choice; ``names`` are offered as owners."""

    def __init__(self, model: CommitmentModel, look: Look) -> None:
        super().__init__(look)
        self._model = model
        self.names: Callable[[], Sequence[str]] = lambda: ()

    # Drawing

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A status on its tint, a due day in red once it is past, a title in bold, or a text."""
        model, tokens = self._model, self._look.tokens
        column, one = model.columns[index.column()], model.row(index.row())
        painter.save()
        if one is None or model.sight is None:
            painter.setPen(self.color(tokens.muted))
            _line(painter, _inner(option), option.font, str(index.data() or ""))
        elif column.id == STATUS:
            standing = one.standing(model.sight.today)
            draw_status(painter, _inner(option), standing, str(index.data()), look=self._look)
        else:
            painter.setPen(self.color(self._ink(one, column.id)))
            font = QFont(option.font)
            if column.instead is not None and not is_closed(one.commitment.status):
                font.setWeight(QFont.Weight.DemiBold)
            _line(painter, _inner(option), font, str(index.data() or ""))
        painter.restore()

    def _ink(self, one: Tracked, column: str) -> str:
        tokens, sight = self._look.tokens, self._model.sight
        if is_closed(one.commitment.status):
            return tokens.muted
        if column == DUE and sight is not None:
            if one.standing(sight.today) is CommitmentStatus.LATE:
                return tokens.danger.ink
            if is_soon(one.commitment, sight.today):
                return tokens.warning.ink
        return tokens.text

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in, names, or a list to choose from."""
        column, words = self._model.columns[index.column()], self._model.words
        name = column.heading(words)
        if column.id == STATUS:
            return self.offered(ChoiceEditor(parent, name, status_choices(words)))
        if column.id == OWNERS:
            return NamesEditor(parent, name, self.names())
        return LineEditor(parent, name)


def draw_status(
    painter: QPainter, rect: QRect, standing: CommitmentStatus, word: str, *, look: Look
) -> None:
    """A status: icon and word on its tint."""
    tone = status_tone(standing, look.tokens)
    small = QFont(painter.font())
    small.setPixelSize(SMALL)
    wide = QFontMetrics(small).horizontalAdvance(word) + ICON + 18
    top = rect.center().y() - PILL // 2 + 1
    pill = QRectF(rect.left() - 3, top, min(wide, rect.width() + 6), PILL)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone.fill))
    painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
    icon = QRect(int(pill.left()) + 6, top + (PILL - ICON) // 2, ICON, ICON)
    look.icons(status_icon(standing), tone.ink).paint(painter, icon)
    painter.setPen(QColor(tone.ink))
    _line(painter, pill.toRect().adjusted(ICON + 10, 0, -6, 0), small, word)
    painter.restore()


def _inner(option: QStyleOptionViewItem) -> QRect:
    inner: QRect = option.rect.adjusted(PADDING + 3, 0, -PADDING - 3, 0)
    return inner


def _line(painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
    painter.setFont(font)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, _ELIDED, rect.width())
    base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(rect.left(), base + 0.5), shown)
