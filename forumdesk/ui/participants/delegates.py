# SPDX-License-Identifier: MIT
"""How cells of the list of participants are drawn and edited: two names, how far they have come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRect, QRectF, QStringListModel, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QCompleter, QStyleOptionViewItem, QWidget

from forumdesk.domain.people import ABSENT, Invitation
from forumdesk.ui.grid.delegate import PADDING, GridDelegate, Index
from forumdesk.ui.grid.editors import ChoiceEditor, LineEditor, NamesEditor
from forumdesk.ui.look import Look
from forumdesk.ui.participants.model import RosterModel
from forumdesk.ui.tokens import SMALL, Tokens, Tone

PILL = 20  # height of the tint behind a status
ICON = 12
_ELIDED = Qt.TextElideMode.ElideRight
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
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

    ``names`` are those offered while an organization is typed, ``people`` gives those of the
    file that fit a name being typed into the empty row.
    """

    def __init__(self, model: RosterModel, look: Look) -> None:
        super().__init__(look)
        self._model = model
        self.names: Callable[[], Sequence[str]] = lambda: ()
        self.people: Callable[[str], Sequence[str]] = lambda typed: ()
        self._made_of: QFont | None = None
        self._made = (QFont(), QFont())

    # Drawing

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A status on its tint, a name with that in the other script below it, or a text.

        Drawn by hand: the style would ask eight times as much of the model, each time through Qt.
        """
        model, number = self._model, index.column()
        column, row = model.columns[number], model.row(index.row())
        tokens = self._look.tokens
        if row is None:
            painter.setPen(self.color(tokens.muted))
            self._text(painter, option, index.data() or "", figures=False)
            return
        text, status = model.text(index.row(), number), row.participation.status
        if column.id == "status":
            self._status(painter, option, status, text)
            return
        painter.setPen(self.color(tokens.muted if status in ABSENT else tokens.text))
        if column.id == "name" and (second := model.second(row)):
            self._names(painter, option, text, second)
        elif text:
            self._text(painter, option, text, figures=column.figures)

    def _text(
        self, painter: QPainter, option: QStyleOptionViewItem, text: str, *, figures: bool
    ) -> None:
        painter.setFont(option.font)
        rect = option.rect.adjusted(PADDING + 3, 0, -PADDING - 3, 0)
        shown = option.fontMetrics.elidedText(text, _ELIDED, rect.width())
        painter.drawText(rect, _RIGHT if figures else _LEFT, shown)

    def _names(
        self, painter: QPainter, option: QStyleOptionViewItem, name: str, second: str
    ) -> None:
        rect: QRect = option.rect.adjusted(PADDING + 3, 4, -PADDING - 3, -4)
        upper = QRect(rect.left(), rect.top(), rect.width(), rect.height() // 2)
        lower = QRect(rect.left(), upper.bottom() + 1, rect.width(), rect.height() // 2)
        bold, small = self._fonts(option.font)
        _line(painter, upper, bold, name)
        painter.setPen(self.color(self._look.tokens.muted))
        _line(painter, lower, small, second)

    def _fonts(self, font: QFont) -> tuple[QFont, QFont]:
        """The fonts of a name and of what stands small, made once."""
        if self._made_of != font:
            bold, small = QFont(font), QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            small.setPixelSize(SMALL)
            self._made_of, self._made = QFont(font), (bold, small)
        return self._made

    def _status(
        self, painter: QPainter, option: QStyleOptionViewItem, status: Invitation, word: str
    ) -> None:
        tone = status_tone(status, self._look.tokens)
        rect: QRect = option.rect.adjusted(PADDING + 1, 0, -PADDING, 0)
        _, small = self._fonts(option.font)
        wide = QFontMetrics(small).horizontalAdvance(word) + ICON + 20
        top = rect.center().y() - PILL // 2 + 1
        pill = QRectF(rect.left(), top, min(wide, rect.width()), PILL)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.color(tone.fill))
        painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
        icon = QRect(int(pill.left()) + 6, top + (PILL - ICON) // 2, ICON, ICON)
        self._look.icons(status_icon(status), tone.ink).paint(painter, icon)
        painter.setPen(self.color(tone.ink))
        _line(painter, pill.toRect().adjusted(ICON + 10, 0, -6, 0), small, word)
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
        if fresh and column.id == "name":
            return PersonEditor(parent, name, self.people)
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


class PersonEditor(OneNameEditor):
    """The name of whoever is added; people of the file who fit are offered while it is typed."""

    def __init__(self, parent: QWidget, name: str, find: Callable[[str], Sequence[str]]) -> None:
        super().__init__(parent, name, ())
        self._find, self._found = find, QStringListModel(self)
        self._offered.setModel(self._found)
        # What fits is decided by the file: the completer would ask for the beginning.
        self._offered.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)

    def _offer(self) -> None:
        typed = self.text().strip()
        self._found.setStringList(list(self._find(typed)) if typed else [])
        super()._offer()


def _line(painter: QPainter, rect: QRect, font: QFont, text: str) -> None:
    painter.setFont(font)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, _ELIDED, rect.width())
    base = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(rect.left(), base + 0.5), shown)
