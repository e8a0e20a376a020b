# SPDX-License-Identifier: MIT
"""Labels and small widgets whose text is always plain, whatever a name contains.

Qt guesses whether a text is HTML and would load the images it names; so no label is made
anywhere but here, and a test walks the windows to see that it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from forumdesk.domain.patterns import Pattern

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QTextLayout

_BEHIND = Pattern(r"\(&[^&)]\)")


def label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """A plain label in one of the looks of the style sheet."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if look:
        made.setProperty("look", look)
    made.setText(text)
    return made


def pill(text: str, tone: str = "plain") -> QLabel:
    """A short word on a tint: ``plain``, ``good``, ``warning`` or ``danger``."""
    made = label(text)
    made.setProperty("pill", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class ElidedLabel(QLabel):
    """A label of one line that ends in … where it is too narrow and then tells all in its tip."""

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if look:
            self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Never wider than a few characters."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


class FlowLabel(QLabel):
    """A label of as many lines as it takes; a word too long for a line is broken."""

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if look:
            self.setProperty("look", look)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return int(self._lines(width).boundingRect().height() + 1)

    def _lines(self, width: int) -> QTextLayout:
        from PySide6.QtGui import QTextLayout, QTextOption  # noqa: PLC0415 - not at the start

        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def sizeHint(self) -> QSize:
        """As it is now: the layout asks for the height at its width."""
        width = self.width() or 240
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Never wider than it is given, never lower than its lines."""
        return QSize(0, self.heightForWidth(self.width() or 240))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._lines(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines at another width."""
        super().resizeEvent(event)
        self.updateGeometry()


def hairline(*, vertical: bool = False) -> QFrame:
    """A line of one pixel between things."""
    line = QFrame()
    line.setProperty("look", "hairline")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def button(text: str, look: str = "") -> QPushButton:
    """A button that the mouse and the keyboard reach, in a look of the style sheet.

    An ampersand in ``text`` marks the mnemonic; texts of the data go through ``plain`` first.
    """
    made = QPushButton(text)
    made.setAutoDefault(False)
    if look:
        made.setProperty("look", look)
    return made


class ElidedButton(QPushButton):
    """A button with a text of the data, which ends in … where it is too long."""

    LONGEST = 56  # characters

    def __init__(self, look: str = "") -> None:
        super().__init__()
        self.setAutoDefault(False)
        if look:
            self.setProperty("look", look)

    def show_text(self, text: str) -> None:
        """Say another text; the whole of it in the tip and to who listens."""
        short = text if len(text) <= self.LONGEST else f"{text[: self.LONGEST - 1]}…"
        self.setText(plain(short))
        self.setToolTip(tip(text) if short != text else "")
        self.setAccessibleName(text)


def plain(text: str) -> str:
    """A text of the data as the text of a button, tab or menu entry: no mnemonic in it."""
    return text.replace("&", "&&")


def bare(text: str) -> str:
    """A text with mnemonics as it is read: ``&Undo: A && B`` is ``Undo: A & B``.

    One that stands behind the words, as in Korean, goes whole: ``열기(&O)…`` is ``열기…``.
    """
    plainly = _BEHIND.sub("", text.replace("&&", "\0"))
    return plainly.replace("&", "").replace("\0", "&")


def tip(text: str) -> str:
    """A text of the data as a tool tip.

    Tips have no plain format: what could be taken for mark-up is made mark-up that says it.
    """
    if "<" not in text:
        return text
    import html  # noqa: PLC0415 - with every entity HTML has, and hardly a text needs it

    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>")


def relook(widget: QWidget, look: str) -> None:
    """Give a widget another look while it is shown."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
