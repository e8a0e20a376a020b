# SPDX-License-Identifier: MIT
"""The sidebar: the forum file, its series, and their editions, newest first."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, EditionState, Series, ordinal
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.labels import ElidedLabel, tip
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import RADIUS, SMALL, Tokens
from forumdesk.ui.workspace import Workspace

WIDTH = 228
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@frozen
class Row:
    """A line of the sidebar: a series (``edition`` is empty) or one of its editions."""

    text: str
    edition: str = ""
    year: str = ""
    state: EditionState | None = None
    spoken: str = ""


def rows(desk: Desk, words: Words) -> Iterator[Row]:
    """The lines: each series, then its editions, the newest first."""
    for series in desk.find(Series):
        yield Row(words.text(series.title) or words("Series without a title"))
        editions = sorted(desk.find(Edition, series=series.id), key=_age, reverse=True)
        yield from (_row(edition, words) for edition in editions)


def _age(edition: Edition) -> tuple[int, str, str]:
    day = edition.first_day.isoformat() if edition.first_day else ""
    return (edition.number or 0, day, edition.id)


def _row(edition: Edition, words: Words) -> Row:
    named = _number(edition, words)
    city = words.text(edition.city)
    year = str(edition.first_day.year) if edition.first_day else ""
    text = " · ".join(filter(None, (named, city))) or words.text(edition.title)
    text = text or words("Edition without a number")
    spoken = ", ".join(filter(None, (text, year, term(edition.state, words))))
    return Row(text, edition.id, year, edition.state, spoken)


def _number(edition: Edition, words: Words) -> str:
    if edition.number is None:
        return ""
    said = ordinal(edition.number, words.language)
    return words.context("edition number", "{n}", n=said)


class EditionList(QAbstractListModel):
    """The lines as a Qt model."""

    def __init__(self, lines: list[Row]) -> None:
        super().__init__()
        self.lines = lines

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        """What a line says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _DISPLAY:
            return line.text
        if role == _SPOKEN:
            return line.spoken or line.text
        return tip(line.spoken or line.text) if role == _TIP else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Series are headings: they can't be chosen."""
        if not index.isValid() or not self.lines[index.row()].edition:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def replace(self, lines: list[Row]) -> bool:
        """Show other lines; ``False`` if they are the same."""
        if lines == self.lines:
            return False
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()
        return True


class EditionDelegate(QStyledItemDelegate):
    """Draws a heading, or an edition with the dot of its state and its year."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings have air above and as many lines as they need."""
        line = _line(index)
        if line.edition:
            return QSize(0, 30)
        width = max(80, option.widget.width() - 32)
        metrics = _heading_metrics(option)
        wrap = Qt.TextFlag.TextWordWrap
        box = metrics.boundingRect(QRect(0, 0, width, 200), int(wrap), line.text)
        return QSize(0, min(box.height(), metrics.lineSpacing() * 2) + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        line = _line(index)
        if line.edition:
            self._paint_edition(painter, option, rect, line)
        else:
            painter.setFont(_heading_font(option.font))
            painter.setPen(QColor(self._look.tokens.muted))
            flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(16, 12, -12, -6), flags, line.text)
        painter.restore()

    def _paint_edition(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, line: Row
    ) -> None:
        t = self._look.tokens
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        box = rect.adjusted(8, 1, -8, -1)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent if chosen else t.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus and option.widget.property("keyboard"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.text if chosen else t.link), 1.5))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        _dot(painter, QRect(box.left() + 10, box.center().y() - 3, 7, 7), line.state, t)
        painter.setPen(QColor(t.on_accent if chosen else t.text))
        painter.setFont(_weight(option.font, chosen))
        year_width = 40 if line.year else 8
        words = box.adjusted(26, 0, -year_width, 0)
        shown = painter.fontMetrics().elidedText(
            line.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        small = QFont(option.font)
        small.setPixelSize(SMALL)
        painter.setFont(small)
        painter.setPen(QColor(t.on_accent if chosen else t.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -8, 0), right, line.year)


def _line(index: Index) -> Row:
    model = index.model()
    assert isinstance(model, EditionList)
    return model.lines[index.row()]


def _dot(painter: QPainter, box: QRect, state: EditionState | None, t: Tokens) -> None:
    """Hollow while planned, full while announced or running, pale when over."""
    colors = {
        EditionState.ANNOUNCED: t.warning.edge,
        EditionState.RUNNING: t.good.edge,
        EditionState.CLOSED: t.border,
    }
    color = QColor(colors.get(state or EditionState.PLANNED, t.warning.edge))
    hollow = state is EditionState.PLANNED
    painter.setPen(QPen(color, 1.5) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else color)
    painter.drawEllipse(box)


def _heading_font(font: QFont) -> QFont:
    heading = QFont(font)
    heading.setPixelSize(SMALL)
    heading.setWeight(QFont.Weight.DemiBold)
    return heading


def _heading_metrics(option: QStyleOptionViewItem) -> QFontMetrics:
    return QFontMetrics(_heading_font(option.font))


def _weight(font: QFont, strong: bool) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


class EditionView(QListView):
    """The list; a ring is drawn around the current line when the keyboard brought focus here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note how focus came."""
        keyed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.setProperty("keyboard", keyed)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the first key on, the keyboard is in use."""
        self.setProperty("keyboard", True)
        super().keyPressEvent(event)


class Sidebar(QWidget):
    """The file's name and its editions; ``picked`` carries the id of the one chosen."""

    picked = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.setProperty("look", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(160)
        self.name = ElidedLabel(work.desk.path.stem, "strong")
        self.model = EditionList(list(rows(work.desk, work.words)))
        self.list = EditionView()
        self.list.setModel(self.model)
        self._dress(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 8)
        layout.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 12, 0)
        head.addWidget(self.name)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)

    def _dress(self, view: QListView) -> None:
        view.setProperty("look", "sidebar")
        view.setItemDelegate(EditionDelegate(self.work.look, view))
        view.setAccessibleName(self.work.words("Editions"))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.selectionModel().currentChanged.connect(self._pick)

    def _pick(self, current: QModelIndex) -> None:
        if current.isValid() and (edition := self.model.lines[current.row()].edition):
            self.picked.emit(edition)

    def refresh(self) -> None:
        """Show the editions as they are now."""
        if self.model.replace(list(rows(self.work.desk, self.work.words))):
            self.mark(self.work.edition)

    def mark(self, edition: str) -> None:
        """Mark an edition as the one shown."""
        for number, line in enumerate(self.model.lines):
            if edition and line.edition == edition:
                self.list.setCurrentIndex(self.model.index(number))
                return
        self.list.clearSelection()

    def editions(self) -> list[str]:
        """The ids of the editions, in the order shown."""
        return [line.edition for line in self.model.lines if line.edition]
