# SPDX-License-Identifier: MIT
"""The sidebar: the forum file, its series with their editions, newest first, and its directory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, EditionState, Series
from forumdesk.domain.numbering import ordinal
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.labels import ElidedLabel, bare, tip
from forumdesk.ui.look import Look
from forumdesk.ui.pages import DIRECTORY
from forumdesk.ui.tokens import RADIUS, SMALL, Tokens
from forumdesk.ui.workspace import Workspace

WIDTH = 228
HEIGHT = 30  # of an edition's line
Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SIZE = Qt.ItemDataRole.SizeHintRole


@frozen
class Row:
    """A line of the sidebar: a heading, an ``edition``, or a ``page`` of the whole file.

    The heading over the editions of a ``series`` leads to its page.
    """

    text: str
    edition: str = ""
    page: str = ""
    icon: str = ""
    year: str = ""
    state: EditionState | None = None
    spoken: str = ""
    series: str = ""

    @property
    def heading(self) -> bool:
        """Whether it stands over others."""
        return not self.edition and not self.page


def rows(desk: Desk, words: Words) -> Iterator[Row]:
    """The lines: each series, then its editions, the newest first; then the pages of the file."""
    for series in desk.find(Series):
        title = words.text(series.title) or words("Series without a title")
        yield Row(title, series=series.id, spoken=words("Series: {title}", title=title))
        editions = sorted(desk.find(Edition, series=series.id), key=_age, reverse=True)
        yield from (_row(edition, words) for edition in editions)
    yield Row(words("Directory"))
    for page in DIRECTORY:
        text = bare(words(page.title))
        yield Row(text, page=page.id, icon=page.icon, spoken=text)


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
    return Row(text, edition.id, year=year, state=edition.state, spoken=spoken)


def _number(edition: Edition, words: Words) -> str:
    if edition.number is None:
        return ""
    said = ordinal(edition.number, words.language)
    return words.context("edition number", "{n}", n=said)


class EditionList(QAbstractListModel):
    """The lines as a Qt model; ``height_of`` is set by the view that draws them."""

    def __init__(self, lines: list[Row]) -> None:
        super().__init__()
        self.lines = lines
        self.height_of: Callable[[Row], int] = lambda _: HEIGHT

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> str | QSize | None:
        """What a line says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _DISPLAY:
            return line.text
        if role == _SIZE:
            return QSize(0, self.height_of(line))
        if role == _SPOKEN:
            return line.spoken or line.text
        return tip(line.spoken or line.text) if role == _TIP else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading that leads nowhere can't be chosen."""
        if not index.isValid() or not self.lines[index.row()].spoken:
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


class EditionView(QListView):
    """The list, which draws its lines: headings, and editions with the dot of their state.

    Drawn here and not by a delegate, whose options would have Qt load every enumeration of its
    styles before the first paint. A ring is drawn around the current line when the keyboard
    brought focus here.
    """

    def __init__(self, model: EditionList, look: Look) -> None:
        super().__init__()
        self._lines, self._look = model, look
        self._keyed = False
        self.setProperty("marksFocus", True)
        # A ground of our own: to find out what Qt's is, all widgets there are would be loaded.
        self._ground = QWidget()
        self.setViewport(self._ground)
        model.height_of = self._height
        self.setModel(model)

    def _height(self, line: Row) -> int:
        """Headings have air above and as many lines as they need, two at the most."""
        if not line.heading:
            return HEIGHT
        metrics = QFontMetrics(_heading(self.font()))
        width = max(80, self.width() - 32)
        lines = 1 if metrics.horizontalAdvance(line.text) <= width else 2
        return metrics.lineSpacing() * lines + 22

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines in view."""
        painter = QPainter(self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, line in enumerate(self._lines.lines):
            index = self._lines.index(number)
            box = self.visualRect(index)
            if not box.intersects(event.rect()):
                continue
            if line.heading:
                self._paint_heading(painter, box, index)
            else:
                self._paint_line(painter, box.adjusted(8, 1, -8, -1), index)
        painter.end()

    def _paint_heading(self, painter: QPainter, box: QRect, index: QModelIndex) -> None:
        """A heading, on a ground where it leads somewhere and is chosen or under the pointer."""
        t, line = self._look.tokens, self._lines.lines[index.row()]
        if line.spoken:
            self._paint_ground(painter, box.adjusted(8, 8, -8, -1), index)
        painter.setFont(_heading(self.font()))
        chosen = bool(line.spoken) and self.selectionModel().isSelected(index)
        painter.setPen(QColor(t.on_accent if chosen else t.muted))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        words = box.adjusted(16, 12, -12, -6)
        # Of two lines the first seldom fills its width: a long title ends in … a little early.
        room = words.width() * 17 // 10
        shown = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, flags, shown)

    def _paint_ground(self, painter: QPainter, box: QRect, index: QModelIndex) -> None:
        t = self._look.tokens
        chosen = self.selectionModel().isSelected(index)
        if chosen or self._is_under_pointer(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent if chosen else t.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self._keyed and self.hasFocus() and index == self.currentIndex():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.text if chosen else t.link), 1.5))
            painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), RADIUS, RADIUS)

    def _paint_line(self, painter: QPainter, box: QRect, index: QModelIndex) -> None:
        t, line = self._look.tokens, self._lines.lines[index.row()]
        chosen = self.selectionModel().isSelected(index)
        self._paint_ground(painter, box, index)
        if line.edition:
            _dot(painter, QRect(box.left() + 10, box.center().y() - 3, 7, 7), line.state, t)
        else:
            icon = self._look.icons(line.icon, t.on_accent if chosen else t.muted)
            icon.paint(painter, QRect(box.left() + 6, box.center().y() - 7, 16, 16))
        painter.setPen(QColor(t.on_accent if chosen else t.text))
        painter.setFont(_weight(self.font(), chosen))
        words = box.adjusted(26, 0, -40 if line.year else -8, 0)
        shown = painter.fontMetrics().elidedText(
            line.text, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        small = QFont(self.font())
        small.setPixelSize(SMALL)
        painter.setFont(small)
        painter.setPen(QColor(t.on_accent if chosen else t.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -8, 0), right, line.year)

    def _is_under_pointer(self, index: QModelIndex) -> bool:
        if not self._ground.underMouse():  # first: where it is, only the screen's server knows
            return False
        return self.indexAt(self._ground.mapFromGlobal(QCursor.pos())) == index

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note how focus came."""
        self._keyed = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the first key on, the keyboard is in use."""
        self._keyed = True
        super().keyPressEvent(event)


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


def _heading(font: QFont) -> QFont:
    heading = QFont(font)
    heading.setPixelSize(SMALL)
    heading.setWeight(QFont.Weight.DemiBold)
    return heading


def _weight(font: QFont, strong: bool) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


class Sidebar(QWidget):
    """The file's name, its series with their editions, its directory.

    ``picked`` carries the id of the edition chosen, ``seriesPicked`` that of a series,
    ``pagePicked`` that of a page of the file.
    """

    picked = Signal(str)
    seriesPicked = Signal(str)
    pagePicked = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._marking, self._marked = False, Row("")
        self.setProperty("look", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(160)
        self.name = ElidedLabel(work.desk.path.stem, "strong")
        self.model = EditionList(list(rows(work.desk, work.words)))
        self.list = EditionView(self.model, work.look)
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
        view.setAccessibleName(self.work.words("Editions"))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.selectionModel().currentChanged.connect(self._pick)

    def _pick(self, current: QModelIndex) -> None:
        if not current.isValid() or self._marking:
            return
        line = self.model.lines[current.row()]
        if line.edition:
            self.picked.emit(line.edition)
        elif line.series:
            self.seriesPicked.emit(line.series)
        elif line.page:
            self.pagePicked.emit(line.page)

    def refresh(self) -> None:
        """Show the editions as they are now."""
        marked = self._marked
        if self.model.replace(list(rows(self.work.desk, self.work.words))):
            self._mark_again(marked)

    def _mark_again(self, marked: Row) -> None:
        if marked.page:
            self.mark_page(marked.page)
        elif marked.series:
            self.mark_series(marked.series)
        else:
            self.mark(self.work.edition)

    def mark(self, edition: str) -> None:
        """Mark an edition as the one shown."""
        self._mark(lambda line: line.edition == edition != "")

    def mark_series(self, series: str) -> None:
        """Mark a series as the one whose page is shown."""
        self._mark(lambda line: line.series == series != "")

    def mark_page(self, page: str) -> None:
        """Mark a page of the file as the one shown."""
        self._mark(lambda line: line.page == page != "")

    def _mark(self, is_meant: Callable[[Row], bool]) -> None:
        self._marking = True
        try:
            for number, line in enumerate(self.model.lines):
                if is_meant(line):
                    self._marked = line
                    self.list.setCurrentIndex(self.model.index(number))
                    return
            self._marked = Row("")
            self.list.clearSelection()
        finally:
            self._marking = False

    def editions(self) -> list[str]:
        """The ids of the editions, in the order shown."""
        return [line.edition for line in self.model.lines if line.edition]
