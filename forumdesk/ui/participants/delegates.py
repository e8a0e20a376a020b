# SPDX-License-Identifier: MIT
"""How cells of the list of participants are drawn and edited: two names, how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from forumdesk.domain.people import Invitation
from forumdesk.ui.grid.delegate import PADDING, GridDelegate, Index
from forumdesk.ui.grid.editors import ChoiceEditor, LineEditor, NamesEditor
from forumdesk.ui.look import Look
from forumdesk.ui.participants.model import SECOND, STATUS, RosterModel
from forumdesk.ui.tokens import SMALL, Tokens, Tone

PILL = 20  # height of the tint behind a status
ICON = 12
_ICONS: Mapping[Invitation, str] = MappingProxyType(
    {
        Invitation.PROPOSED: "edit",
        Invitation.INVITED: "export",
        Invitation.ACCEPTED: "check",
        Invitation.TENTATIVE: "more",
        Invitation.DECLINED: "close",
        Invitation.CANCELLED: "minus",
        Invitation.WAITLISTED: "clock",
    }
)


def status_icon(status: Invitation) -> str:
    """The name of the icon of a status."""
    return _ICONS[status]


def status_tone(status: Invitation, tokens: Tokens) -> Tone:
    """The tint of a status; icon and word stand on it."""
    match status:
        case Invitation.ACCEPTED:
            return tokens.good
        case Invitation.DECLINED | Invitation.CANCELLED:
            return tokens.danger
        case Invitation.INVITED | Invitation.TENTATIVE:
            return tokens.warning
    return tokens.pause


class RosterDelegate(GridDelegate):
    """Draws a cell, and edits it as text or by a choice.

    ``names`` are those offered while an organization is typed.
    """

    def __init__(self, model: RosterModel, look: Look) -> None:
        super().__init__(look)
        self._model = model
        self.names: Callable[[], Sequence[str]] = lambda: ()

    # Drawing

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The selection is drawn below, under the padding; no dotted frame."""
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A status on its tint, a name with that in the other script below it, or a text."""
        key = self._model.columns[index.column()].id
        if key == "status" and (status := index.data(STATUS)) is not None:
            self._status(painter, option, Invitation(status), index.data())
        elif key == "name" and (second := index.data(SECOND)):
            self._names(painter, option, index, second)
        else:
            self._text(painter, option, index)

    def _text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A plain text: drawn by hand, since the style asks eight times as much of the model."""
        text = index.data()
        if not text:
            return
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or QColor(self._look.tokens.text)
        painter.setPen(ink)
        painter.setFont(option.font)
        rect = option.rect.adjusted(PADDING + 3, 0, -PADDING - 3, 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)

    def _names(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, second: str
    ) -> None:
        rect: QRect = option.rect.adjusted(PADDING + 3, 4, -PADDING - 3, -4)
        upper = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
        lower = QRect(rect.left(), upper.bottom() + 1, rect.width(), rect.height() // 2)
        font = QFont(option.font)
        tokens = self._look.tokens
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or QColor(tokens.text))
        font.setWeight(QFont.Weight.DemiBold)
        _line(painter, upper, font, index.data())
        font.setWeight(QFont.Weight.Normal)
        font.setPixelSize(SMALL)
        painter.setPen(QColor(tokens.muted))
        _line(painter, lower, font, second)

    def _status(
        self, painter: QPainter, option: QStyleOptionViewItem, status: Invitation, word: str
    ) -> None:
        tokens = self._look.tokens
        tone = status_tone(status, tokens)
        rect: QRect = option.rect.adjusted(PADDING + 1, 0, -PADDING, 0)
        font = QFont(option.font)
        font.setPixelSize(SMALL)
        wide = QFontMetrics(font).horizontalAdvance(word) + ICON + 20
        top = rect.center().y() - PILL // 2 + 1
        pill = QRectF(rect.left(), top, min(wide, rect.width()), PILL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
        icon = QRect(int(pill.left()) + 6, top + (PILL - ICON) // 2, ICON, ICON)
        self._look.icons(status_icon(status), tone.ink).paint(painter, icon)
        painter.setPen(QColor(tone.ink))
        _line(painter, pill.toRect().adjusted(ICON + 10, 0, -6, 0), font, word)
        painter.restore()

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in, or a list to choose from."""
        column, sight = self._model.columns[index.column()], self._model.sight
        name = column.heading(self._model.words)
        fresh = index.row() >= self._model.filled()
        if column.choices is not None and sight is not None and not fresh:
            return self.offered(ChoiceEditor(parent, name, column.choices(sight)))
        if column.offers:
            return OneNameEditor(parent, name, self.names())
        line = LineEditor(parent, name)
        side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
        line.setAlignment(side)
        return line


class OneNameEditor(NamesEditor):
    """One name, offered while it is typed; a comma may stand in it."""

    def begin(self, text: str) -> None:
        """Begin with what the cell says, to be typed over."""
        LineEditor.begin(self, text)

    def taken(self) -> str:
        """The name."""
        return LineEditor.taken(self).strip()

    def _offer(self) -> None:
        typed = self.text().strip()
        if not typed:
            if (popup := self._offered.popup()) is not None:
                popup.hide()
            return
        self._offered.setCompletionPrefix(typed)
        self._offered.complete()

    def _take(self, name: str) -> None:
        self.setText(name)


def _line(painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
    painter.setFont(font)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(rect.left(), base + 0.5), shown)
