# SPDX-License-Identifier: MIT
"""How a plan is drawn on the screen: fields of seats, tables, and what is at the edges."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from forumdesk.domain.seat_layouts import Board
from forumdesk.domain.values import frozen
from forumdesk.ui.look import Look
from forumdesk.ui.seating.faces import Face
from forumdesk.ui.tokens import BODY, RADIUS, SMALL, Tokens, Tone

BAR = 4  # pixels of the bar in the colour of the side
_LINE = 15  # height of a small line
_TALL = 58  # fields as tall as this have a line for office and side
_LOW = 26  # and lower ones only a name
_TINY = 9  # type size in fields that are very low, never smaller
_CLEAR = 11  # type size below which a name is rather parted once more
_NARROW = 46  # a narrower field has no number before its name
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_MOST = 4096  # shortened texts that are kept
_CENTRED = Qt.AlignmentFlag.AlignCenter


@frozen
class State:
    """How a seat stands out: chosen, with the cursor on it, or about to be dropped on."""

    chosen: bool = False
    focused: bool = False
    aimed: bool = False
    hovered: bool = False


def tone_of(number: int, tokens: Tokens) -> Tone:
    """The colour of a side, by its number from 1; they come again after the last."""
    tones = (tokens.plenary, tokens.ceremony, tokens.talk, tokens.good, tokens.closed)
    return tones[(number - 1) % len(tones)]


class Brush:
    """Draws seats in the colours and letters of the look."""

    def __init__(self, look: Look, font: QFont) -> None:
        self._look = look
        self._font = QFont(font)
        self._fonts: dict[tuple[int, bool], tuple[QFont, QFontMetrics]] = {}
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        self._shown: dict[tuple[str, int, bool, int], tuple[str, int]] = {}

    @property
    def tokens(self) -> Tokens:
        """The colours."""
        return self._look.tokens

    def seat(self, painter: QPainter, box: QRectF, face: Face, state: State) -> None:
        """A field with what it says; the same one is drawn once and then laid down."""
        ratio = painter.device().devicePixelRatioF()
        key = (face, state, round(box.width(), 1), round(box.height(), 1), ratio)
        if key not in self._drawn:
            if len(self._drawn) > _MOST:
                self._drawn.clear()
            size = QSizeF(ceil(box.width()), ceil(box.height())) * ratio
            made = QPixmap(size.toSize())
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            inside = QPainter(made)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._seat(inside, QRectF(0, 0, box.width(), box.height()), face, state)
            inside.end()
            self._drawn[key] = made
        painter.drawPixmap(box.topLeft(), self._drawn[key])

    def _seat(self, painter: QPainter, box: QRectF, face: Face, state: State) -> None:
        t = self.tokens
        self._ground(painter, box, face, state)
        air = 1.5 if box.width() < _NARROW + 14 else 5
        inner = box.adjusted(air, 1, -min(air, 2), -1)
        if face.tone:
            wide = min(BAR, box.width() / 16)
            bar = QRectF(box.left() + 1.5, box.top() + 3, wide, box.height() - 6)
            painter.fillRect(bar, QColor(tone_of(face.tone, t).edge))
            inner.setLeft(bar.right() + min(air, 3))
        if face.locked and box.height() >= 14:
            right = self._locked(painter, box)
            if box.height() < _TALL:
                inner.setRight(right)
        if box.height() >= _TALL:
            self._tall(painter, inner, face)
        else:
            self._low(painter, inner, face)

    def _ground(self, painter: QPainter, box: QRectF, face: Face, state: State) -> None:
        t = self.tokens
        fill = t.surface if face.who else t.window
        if face.tone:
            fill = tone_of(face.tone, t).fill
        if state.hovered:
            fill = t.hover
        if state.chosen:
            fill = t.tint
        edge, wide = (t.border, 1.0)
        if face.head:
            edge, wide = t.link, 1.6
        if state.focused or state.aimed:
            edge, wide = t.link, 2.4
        pen = QPen(QColor(edge), wide)
        if not (face.who or face.head or state.focused or state.aimed):
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        round_ = min(RADIUS, box.height() / 4)
        painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), round_, round_)

    def _locked(self, painter: QPainter, box: QRectF) -> float:
        size = min(12.0, box.height() - 4)
        at = QRect(round(box.right() - size - 4), round(box.top() + 3), round(size), round(size))
        self._look.icons("lock").paint(painter, at)
        return box.right() - size - 5

    def _tall(self, painter: QPainter, box: QRectF, face: Face) -> None:
        """Number, rank and side above; then the name in two scripts, and the office."""
        right = Qt.AlignmentFlag.AlignRight
        top = QRectF(box.left(), box.top() + 1, box.width(), _LINE)
        pen = (self._sized(SMALL), QColor(self.tokens.muted))
        told = f"{face.number} · {face.rank}" if face.rank else face.number
        used = self._draw(painter, top, told, pen)
        lock = 16 if face.locked else 0
        beside = top.adjusted(used + 6, 0, -lock, 0)
        sides = (face.side, face.code)
        fits = [side for side in sides if self._width(side, pen[0]) <= beside.width()]
        self._draw(painter, beside, fits[0] if fits else "", pen, align=right)
        line = QRectF(box.left(), top.bottom() + 1, box.width(), _LINE + 2)
        room = int((box.bottom() + 2 - line.top()) / line.height())  # lines
        for text, size, color in self._lines(face, box.width(), room * BODY + 3):
            if line.bottom() > box.bottom() + 2:
                break
            self._draw(painter, line, text, (size, color))
            line.translate(0, line.height())

    def _parted(self, text: str, size: tuple[int, bool], width: float, most: int) -> list[str]:
        """A text on one line, or on as many as it may take where it is too long."""
        if self._width(text, size) <= width or most < 2:
            return [text]
        return self._in_two(text, size, width) if most == 2 else self._in_three(text, size, width)

    def _in_three(self, text: str, size: tuple[int, bool], width: float) -> list[str]:
        """Words too long for a line are parted at their hyphens; the rest stays on the last."""
        lines: list[str] = []
        for word in text.split(" "):
            parts = [word]
            if self._width(word, size) > width:
                parts = word.replace("-", "-\n").split("\n")
            joined = f"{lines[-1]} {word}" if lines else word
            if lines and len(parts) == 1 and self._width(joined, size) <= width:
                lines[-1] = joined
            else:
                lines += parts
        return lines if len(lines) <= 3 else [text]

    def _in_two(self, text: str, size: tuple[int, bool], width: float) -> list[str]:
        """Parted at the last space that leaves a first line not too long."""
        words = text.split(" ")
        first = words[0]
        for n, word in enumerate(words[1:], 1):
            if self._width(f"{first} {word}", size) > width:
                return [first, " ".join(words[n:])]
            first = f"{first} {word}"
        return [text]

    def _width(self, text: str, size: tuple[int, bool]) -> int:
        return self._fonts[size][1].horizontalAdvance(text)

    def _lines(
        self, face: Face, width: float, height: float
    ) -> list[tuple[str, tuple[int, bool], QColor]]:
        t = self.tokens
        ink, muted = QColor(t.danger.ink if face.absent else t.text), QColor(t.muted)
        told = [
            (face.name, range(BODY, _TINY - 1, -1), ink),
            (face.second, range(SMALL, _CLEAR - 2, -1), QColor(t.text)),
            (face.about, range(SMALL, SMALL - 1, -1), muted),
        ]
        if not face.who:
            told = [(face.kept, range(BODY, BODY - 1, -1), muted)]
        found = []
        for text, sizes, color in told:
            named = text == face.name
            lines, size = self.whole(text, width, sizes, bold=named, height=height)
            found += [(line, size, color) for line in lines if line]
        return found

    def _low(self, painter: QPainter, box: QRectF, face: Face) -> None:
        """A number, where there is room for one, and the name beside it as large as it fits."""
        t = self.tokens
        text = face.name if face.who else face.kept
        ink = QColor(t.danger.ink if face.absent else t.text if face.who else t.muted)
        if box.width() >= _NARROW or not text:
            small = self._sized(min(SMALL, max(_TINY, round(box.height() * 0.6))))
            used = self._draw(painter, box, face.number, (small, QColor(t.muted)))
            box = box.adjusted(used + 5, 0, 0, 0)
        lines, size = self._fitted(text, box, bold=bool(face.who))
        if len(lines) == 1 and face.second and box.height() >= _LOW:
            lines, below = [text], face.second
        else:
            below = ""
        line = box.adjusted(0, 0, 0, -box.height() * (1 - 1 / (len(lines) + bool(below))))
        for one in lines:
            self._draw(painter, line, one, (size, ink))
            line.translate(0, line.height())
        if below:
            pen = (self._sized(max(_TINY, min(SMALL, size[0] - 1))), QColor(t.muted))
            self._draw(painter, line, below, pen)

    def _fitted(self, text: str, box: QRectF, *, bold: bool) -> tuple[list[str], tuple[int, bool]]:
        """A text as large as fits into a low field, on one line or on two."""
        sizes = range(max(_TINY, min(BODY, round(box.height() * 0.7))), _TINY - 1, -1)
        return self.whole(text, box.width(), sizes, bold=bold, height=box.height())

    def whole(
        self, text: str, width: float, sizes: range, *, bold: bool, height: float
    ) -> tuple[list[str], tuple[int, bool]]:
        """A text in the largest of some sizes in which it is not cut, on a line or on two.

        A name that would get very small so is rather parted at its hyphens, too, on three lines.
        What is very small is not bold, which would be wider and run together.
        One that is cut in every size is so in the smallest.
        """
        clear = [pixels for pixels in sizes if pixels >= _CLEAR]
        tries = [(pixels, 2) for pixels in clear]
        tries += [(pixels, 3) for pixels in clear if bold]
        tries += [(pixels, 2) for pixels in sizes if pixels < _CLEAR]
        for pixels, most in tries:
            size = self._sized(pixels, bold=bold and pixels >= _CLEAR)
            lines = self._parted(text, size, width, min(most, int((height - 3) / pixels)))
            if all(self._width(line, size) <= width for line in lines):
                break
        return lines, size

    # What stands around the seats

    def board(self, painter: QPainter, box: QRectF, board: Board) -> None:
        """A table, with its number where it is round."""
        t = self.tokens
        painter.setPen(QPen(QColor(t.border), 1.2))
        painter.setBrush(QColor(t.hover))
        if not board.round:
            painter.drawRoundedRect(box, RADIUS, RADIUS)
            return
        size = min(box.width(), box.height())
        middle = QRectF(0, 0, size, size)
        middle.moveCenter(box.center())
        painter.drawEllipse(middle)
        font = self._sized(max(_TINY, min(20, round(box.height() * 0.4))), bold=True)
        painter.setFont(self._fonts[font][0])
        painter.setPen(QColor(t.link))
        painter.drawText(box, _CENTRED, str(board.table))

    def words(self, painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
        """A quiet word at a table or an edge."""
        pen = (self._sized(SMALL), QColor(self.tokens.muted))
        self._draw(painter, box, text, pen, align=align)

    def edge(self, painter: QPainter, box: QRectF, text: str) -> None:
        """What is at an edge of the room."""
        t = self.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.sidebar))
        painter.drawRoundedRect(box, 3, 3)
        self.words(painter, box, text, Qt.AlignmentFlag.AlignHCenter)

    # Letters

    def _sized(self, pixels: int, *, bold: bool = False) -> tuple[int, bool]:
        """A size of type, in bold or not; its font is made once."""
        key = (pixels, bold)
        if key not in self._fonts:
            font = _sized(self._font, pixels, bold=bold)
            self._fonts[key] = (font, QFontMetrics(font))
        return key

    def _draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        pen: tuple[tuple[int, bool], QColor],
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> int:
        """Draw a line of text, ended in … where it is too long; how wide it is."""
        size, color = pen
        font, metrics = self._fonts[size]
        key = (text, *size, int(box.width()))
        if key not in self._shown:
            if len(self._shown) > _MOST:
                self._shown.clear()
            shown = text  # what fits to the pixel would be shortened for a part of one
            if metrics.horizontalAdvance(text) > key[-1]:
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, key[-1])
            self._shown[key] = (shown, metrics.horizontalAdvance(shown))
        shown, width = self._shown[key]
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(box, align | _MIDDLE, shown)
        return width


def _sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    made = QFont(font)
    made.setPixelSize(pixels)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
