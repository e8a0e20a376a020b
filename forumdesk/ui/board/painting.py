# SPDX-License-Identifier: MIT
"""How a session's block is drawn: tint and stripe of its kind, and as many lines as fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)

from forumdesk.domain.values import frozen
from forumdesk.ui.board.faces import Face
from forumdesk.ui.icons import icon_of
from forumdesk.ui.look import Look
from forumdesk.ui.problems import severity_color, severity_icon
from forumdesk.ui.tokens import BODY, SMALL, Tone, tone_of

STRIPE = 4  # pixels of the bar in the colour of the kind
ICON = 14
PAD = 9  # from the left edge to the text
LINE = 16  # height of a small line
LEAST = 13  # a lower block has no words
ONE_LINE = 36  # a lower block has one line of them
NARROW = 150  # a narrower one has a smaller title
TIME_ASIDE = 230  # a wider block tells its time at the right of its title
MOST_BOXES = 400  # empty boxes kept
_ELIDE = Qt.TextElideMode.ElideRight
Line = tuple[str, str, str]  # text, name of an icon, colour if it has its own
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@frozen
class State:
    """How a block stands out: chosen, with the cursor on it, or faded while it is being moved."""

    chosen: bool = False
    current: bool = False
    faded: bool = False


class Brush:
    """Draws faces in the colours and letters of the look."""

    def __init__(self, look: Look, font: QFont) -> None:
        self._look = look
        self._bold, self._plain, self._small = QFont(font), QFont(font), QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        for sized, size in ((self._bold, BODY), (self._plain, BODY), (self._small, SMALL)):
            sized.setPixelSize(size)
        self._small_metrics = QFontMetrics(self._small)
        self._boxes: dict[tuple[object, ...], QPixmap] = {}
        self.ground = QColor(look.tokens.surface)  # what blocks lie on

    def paint(self, painter: QPainter, size: QRectF, face: Face, state: State) -> None:
        """Draw a block of a size at the origin."""
        tone = tone_of(face.kind, self._look.tokens)
        if state.faded:
            painter.setOpacity(0.4)
        painter.drawPixmap(0, 0, self._box(painter, size, tone, state))
        if size.height() >= LEAST and size.width() > 2 * PAD:
            painter.setPen(QColor(self._look.tokens.muted if face.cancelled else tone.ink))
            painter.setClipRect(size)
            if size.height() < ONE_LINE:
                self._paint_line(painter, size, face)
            else:
                self._paint_lines(painter, size, face)

    def _box(self, painter: QPainter, size: QRectF, tone: Tone, state: State) -> QPixmap:
        """The empty box of a block; those of one size and kind are drawn once."""
        ratio = painter.device().devicePixelRatio()
        key = (size.width(), size.height(), ratio, tone, state)
        if key not in self._boxes:
            if len(self._boxes) > MOST_BOXES:
                self._boxes.clear()
            made = QPixmap(size.size().toSize() * ratio)
            made.setDevicePixelRatio(ratio)
            made.fill(self.ground)
            drawing = QPainter(made)
            drawing.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_box(drawing, size, tone, state)
            drawing.end()
            self._boxes[key] = made
        return self._boxes[key]

    def _paint_box(self, painter: QPainter, size: QRectF, tone: Tone, state: State) -> None:
        tokens = self._look.tokens
        box = size.adjusted(0.5, 0.5, -0.5, -0.5)
        edge = QColor(tone.edge)
        edge.setAlpha(90)
        pen = QPen(edge, 1)
        if state.current or state.chosen:
            pen = QPen(QColor(tokens.link), 2)
            box = size.adjusted(1, 1, -1, -1)
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.tint if state.chosen else tone.fill))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.edge))
        painter.drawRoundedRect(QRectF(0, 0, STRIPE, size.height()), 2, 2)
        if state.current:
            painter.setPen(QPen(QColor(tokens.surface), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(size.adjusted(2.5, 2.5, -2.5, -2.5), 3, 3)

    def _paint_line(self, painter: QPainter, size: QRectF, face: Face) -> None:
        """One line: icon, title, and the time where there is room for it."""
        box = size.adjusted(PAD, 0, -4, 0)
        box = self._marks(painter, box.adjusted(0, (size.height() - LINE) / 2, 0, 0), face)
        box = QRectF(box.left(), 0, box.width(), size.height())
        if size.width() >= TIME_ASIDE:
            box = self._time_aside(painter, box, face)
        if size.width() > 96:
            box = self._icon(painter, box, icon_of(face.kind), painter.pen().color().name())
        painter.setFont(self._title_font(face, SMALL - 1 if size.height() < 20 else SMALL))
        shown = painter.fontMetrics().elidedText(" · ".join(face.titles), _ELIDE, int(box.width()))
        painter.drawText(box, _MIDDLE, shown)

    def _paint_lines(self, painter: QPainter, size: QRectF, face: Face) -> None:
        """The title in one to three lines, and below what else there is room for."""
        box = size.adjusted(PAD, 4, -6, -3)
        head = self._marks(painter, box, face)
        aside = size.width() >= TIME_ASIDE
        if aside:
            row = QRectF(head.left(), head.top(), head.width(), 17)
            head = self._time_aside(painter, row, face)
        rows = int((box.height() - 18) // LINE)
        most = 1 if rows < 2 else 2 if rows < 4 else 3
        box.setTop(self._paint_title(painter, head, face, most))
        painter.setFont(self._small)
        about = self._about(face, box.width(), aside=aside)
        for number, line in enumerate(self._lines(face, int(box.height() // LINE), about)):
            row = QRectF(box.left(), box.top() + number * LINE, box.width(), LINE)
            self._paint_small(painter, row, line)

    def _about(self, face: Face, width: float, *, aside: bool) -> Line:
        """Time and kind as far as they fit whole; the icon says the kind too, if that fits."""
        time = "" if aside else face.time
        icon = icon_of(face.kind)
        for said in ((time, face.off, face.word), (time, face.off), (time,)):
            text = " · ".join(filter(None, said))
            if self._small_metrics.horizontalAdvance(text) + ICON + 5 <= width:
                return (text, icon, "")
        fits = self._small_metrics.horizontalAdvance(time) <= width
        return (time if fits else face.start, "", "")

    def _lines(self, face: Face, room: int, kind: Line) -> list[Line]:
        """The lines under the title, at most ``room``; what matters most stays longest."""
        if room <= 1:
            return [kind][:room]
        found: list[Line] = []
        if face.found and face.severity is not None and room >= 4:
            ink = severity_color(face.severity, self._look.tokens)
            found = [(face.found, severity_icon(face.severity), ink)]
        more = [*filter(None, [face.names]), *face.items]
        lines = [
            *((title, "", "") for title in face.titles[1:]),
            kind,
            *((line, "", "") for line in more),
        ]
        return [*lines[: room - len(found)], *found]

    def _paint_small(self, painter: QPainter, box: QRectF, line: Line) -> None:
        text, icon, own = line
        ink = painter.pen().color()
        if icon:
            box = self._icon(painter, box, icon, own or ink.name())
        if own:
            painter.setPen(QColor(own))
        shown = self._small_metrics.elidedText(text, _ELIDE, int(box.width()))
        painter.drawText(box, _MIDDLE, shown)
        painter.setPen(ink)

    def _paint_title(self, painter: QPainter, box: QRectF, face: Face, most: int) -> float:
        """The title in at most so many lines; gives back where the next may begin."""
        size = SMALL if box.width() < NARROW else BODY
        layout = QTextLayout(face.titles[0], self._title_font(face, size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        top = box.top()
        metrics = QFontMetrics(layout.font())
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            rest = face.titles[0][line.textStart() :]
            painter.setFont(layout.font())
            if number == most - 1 and line.textLength() < len(rest):
                text = metrics.elidedText(rest, _ELIDE, int(box.width()))
            else:
                text = rest[: line.textLength()]
            painter.drawText(QPointF(box.left(), top + metrics.ascent()), text)
            top += metrics.height()
        layout.endLayout()
        return top + 1

    def _title_font(self, face: Face, size: int) -> QFont:
        font = QFont(self._plain if face.pause else self._bold)
        font.setStrikeOut(face.cancelled)
        font.setPixelSize(size)
        return font

    def _time_aside(self, painter: QPainter, box: QRectF, face: Face) -> QRectF:
        painter.setFont(self._small)
        painter.drawText(box, _MIDDLE | Qt.AlignmentFlag.AlignRight, face.time)
        return box.adjusted(0, 0, -self._small_metrics.horizontalAdvance(face.time) - 8, 0)

    def _marks(self, painter: QPainter, box: QRectF, face: Face) -> QRectF:
        """The signs of a problem and of a lock at the right; gives back the room left."""
        marks = []
        if face.severity is not None:
            ink = severity_color(face.severity, self._look.tokens)
            marks.append((severity_icon(face.severity), ink))
        if face.locked:
            marks.append(("lock", painter.pen().color().name()))
        for name, ink in marks:
            place = QRect(round(box.right()) - ICON, round(box.top()) + 1, ICON, ICON)
            self._look.icons(name, ink).paint(painter, place)
            box = box.adjusted(0, 0, -ICON - 4, 0)
        return box

    def _icon(self, painter: QPainter, box: QRectF, name: str, ink: str) -> QRectF:
        top = round(box.center().y() - ICON / 2)
        self._look.icons(name, ink).paint(painter, QRect(round(box.left()), top, ICON, ICON))
        return box.adjusted(ICON + 5, 0, 0, 0)
