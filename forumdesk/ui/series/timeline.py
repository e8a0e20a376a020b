# SPDX-License-Identifier: MIT
"""The time line of a series: a place for each edition along a line of years, drawn in one view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forumdesk.domain.forum import EditionState
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look
from forumdesk.ui.series.moments import Moment, Sort
from forumdesk.ui.tokens import LEAD, RADIUS, SMALL, Tokens

MOMENT = int(Qt.ItemDataRole.UserRole) + 1
WIDTHS = {Sort.EDITION: 150, Sort.SUGGESTED: 146, Sort.GAP: 72}
HEIGHT, BAR = 192, 12  # of a place, and of the scroll bar under them
_LINE = 40  # where the line of years runs, from the top of a place
_FIRST, _EACH = 56, 19  # where the texts begin, and how high a line of them is
_PAD = 12
_DISPLAY = Qt.ItemDataRole.DisplayRole
Index = QModelIndex | QPersistentModelIndex


class Timeline(QAbstractListModel):
    """The places of a time line as Qt sees them."""

    def __init__(self) -> None:
        super().__init__()
        self.moments: list[Moment] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many places."""
        return 0 if parent.isValid() else len(self.moments)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """What a place says."""
        if not index.isValid():
            return None
        moment = self.moments[index.row()]
        if role == _DISPLAY:
            return f"{moment.year} {moment.number}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return moment.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(moment.spoken)
        return moment if role == MOMENT else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A year without an edition can't be chosen."""
        if not index.isValid() or self.moments[index.row()].sort is Sort.GAP:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def show(self, moments: Sequence[Moment]) -> bool:
        """Show other places; ``False`` if they are the same."""
        if list(moments) == self.moments:
            return False
        self.beginResetModel()
        self.moments = list(moments)
        self.endResetModel()
        return True


class TimelineView(QListView):
    """The line; ``opened`` carries what a place that was clicked, or on which Enter was pressed."""

    opened = Signal(object)

    def __init__(self, model: Timeline, look: Look, name: str) -> None:
        super().__init__()
        self._places = model
        self.setModel(model)
        self.setItemDelegate(TimelineDelegate(look, self))
        self.setAccessibleName(name)
        self.setProperty("look", "bare")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT + BAR)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def show_end(self) -> None:
        """Bring the latest editions and what comes after them into view."""
        last = [n for n, m in enumerate(self._places.moments) if m.sort is Sort.EDITION]
        end = len(self._places.moments) - 1
        if end >= 0:
            self.scrollTo(self._places.index(min(end, (last[-1] if last else 0) + 3)))

    def _open(self, index: QModelIndex) -> None:
        moment = index.data(MOMENT)
        if isinstance(moment, Moment) and moment.sort is not Sort.GAP:
            self.opened.emit(moment)


class TimelineDelegate(QStyledItemDelegate):
    """Draws a place: the year, the line with its dot, and what there is to say under it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A year without an edition takes less room."""
        return QSize(WIDTHS[index.data(MOMENT).sort], HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a place."""
        moment: Moment = index.data(MOMENT)
        t, box = self._look.tokens, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box.adjusted(2, 2, -2, -4), option.state)
        painter.setFont(_sized(option.font, SMALL))
        painter.setPen(QColor(t.muted))
        painter.drawText(box.adjusted(_PAD, 10, -_PAD, 0), Qt.AlignmentFlag.AlignTop, moment.year)
        self._line(painter, box, moment, last=index.row() == index.model().rowCount() - 1)
        self._texts(painter, box, moment, option.font)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        t = self._look.tokens
        if state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.link), 1.5))
            painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _line(self, painter: QPainter, box: QRect, moment: Moment, *, last: bool) -> None:
        """The line of years, dashed where nothing is settled, and the dot of the state on it."""
        t = self._look.tokens
        y = box.top() + _LINE
        pen = QPen(QColor(t.border), 1.5)
        if moment.sort is not Sort.EDITION:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        end = box.left() + _PAD + 6 if last else box.right() + 1
        painter.drawLine(QPointF(box.left(), y), QPointF(end, y))
        if moment.sort is Sort.GAP:
            return
        pen = QPen(QColor(_color(moment, t)), 2)
        if moment.sort is Sort.SUGGESTED:
            pen.setStyle(Qt.PenStyle.DotLine)
        hollow = moment.sort is Sort.SUGGESTED or moment.state is EditionState.PLANNED
        painter.setPen(pen)
        painter.setBrush(QColor(t.surface if hollow else _color(moment, t)))
        painter.drawEllipse(QPointF(box.left() + _PAD + 6, y), 5.5, 5.5)

    def _texts(self, painter: QPainter, box: QRect, moment: Moment, font: QFont) -> None:
        t = self._look.tokens
        at = QRect(box.left() + _PAD, box.top() + _FIRST, box.width() - _PAD - 6, _EACH + 3)
        small, strong = _sized(font, SMALL), _sized(font, LEAD)
        strong.setWeight(QFont.Weight.DemiBold)
        if moment.sort is Sort.GAP:
            _draw(painter, at, moment.number, (small, t.muted))
            return
        quiet = moment.sort is Sort.SUGGESTED
        used = _draw(painter, at, moment.number, (strong, t.muted if quiet else t.text))
        beside = at.adjusted(used + 8, 0, 0, 0)
        _draw(painter, beside, moment.aside, (small, t.muted))
        at.translate(0, _EACH + 5)
        city, *others = moment.lines
        if city:
            _draw(painter, at, city, (font, t.muted if quiet else t.text))
            at.translate(0, _EACH)
        for line in filter(None, others):
            _draw(painter, at, line, (small, t.muted))
            at.translate(0, _EACH - 2)


def _draw(painter: QPainter, at: QRect, text: str, pen: tuple[QFont, str]) -> int:
    """Draw a line of text and tell how wide it is."""
    font, color = pen
    painter.setFont(font)
    painter.setPen(QColor(color))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, at.width())
    painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _color(moment: Moment, t: Tokens) -> str:
    colors = {
        EditionState.PLANNED: t.warning.edge,
        EditionState.ANNOUNCED: t.warning.edge,
        EditionState.RUNNING: t.good.edge,
        EditionState.CLOSED: t.link,
    }
    return colors[moment.state] if moment.state else t.muted


def _sized(font: QFont, pixels: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    return made
