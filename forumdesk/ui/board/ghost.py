# SPDX-License-Identifier: MIT
"""What follows the pointer: where sessions would stand, and what the checks say to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from forumdesk.domain.desk import Problem
from forumdesk.ui.labels import label
from forumdesk.ui.look import Look
from forumdesk.ui.problems import severity_color, severity_icon
from forumdesk.ui.workspace import Workspace

MOST = 24  # outlines shown of many sessions
WIDEST = 300  # pixels of what is said


class Outline(QWidget):
    """A dashed place on the board; the mouse goes through it."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tint one sees through, and a dashed edge."""
        tokens = self._look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(tokens.tint)
        fill.setAlpha(200)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(tokens.link), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class Tag(QWidget):
    """What is said beside the pointer: the new time, and the checks' answer."""

    def __init__(self, parent: QWidget, work: Workspace) -> None:
        super().__init__(parent)
        self._work = work
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.time, self.verdict, self.sign = label("", "strong"), label("", wrap=True), QLabel()
        self.sign.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.verdict, 1)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 7, 10, 8)
        layout.setSpacing(2)
        layout.addWidget(self.time)
        layout.addLayout(row)
        self.hide()

    def say(self, time: str, text: str = "", icon: str = "", ink: str = "") -> None:
        """Say something; without ``text`` only the time."""
        self.time.setText(time)
        self.time.setVisible(bool(time))
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))
        self.sign.setVisible(bool(icon))
        if icon:
            self.sign.setPixmap(self._work.look.icons(icon, ink).pixmap(16, 16))
        wide = min(WIDEST, max(self.time.sizeHint().width(), self._text_width()) + 24)
        self.resize(wide, self._layout.heightForWidth(wide) if text else self.sizeHint().height())

    def _text_width(self) -> int:
        text = self.verdict.text()
        return self.verdict.fontMetrics().horizontalAdvance(text) + 28 if text else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """A small raised card."""
        tokens = self._work.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tokens.raised))
        painter.setPen(QPen(QColor(tokens.link), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()


class Ghost:
    """Outlines on the canvas and a tag in the view over it."""

    def __init__(self, work: Workspace, canvas: QWidget, view: QWidget) -> None:
        self._work, self._canvas, self._view = work, canvas, view
        self._outlines: list[Outline] = []
        self._beside: tuple[QRect | None, QPoint] = (None, QPoint())
        self.tag = Tag(view, work)

    def show_at(self, places: Sequence[QRect], time: str, beside: QPoint) -> None:
        """Outline places; the tag stands at the first, or ``beside`` (of the view)."""
        places = places[:MOST]
        while len(self._outlines) < len(places):
            self._outlines.append(Outline(self._canvas, self._work.look))
        for outline, place in zip(self._outlines, places, strict=False):
            outline.setGeometry(place)
            outline.raise_()
            outline.show()
        for outline in self._outlines[len(places) :]:
            outline.hide()
        if time != self.tag.time.text() or not self.tag.isVisible():
            self.tag.say(time)
        self._stand(places[0] if places else None, beside)

    def _stand(self, place: QRect | None, beside: QPoint) -> None:
        """Inside a place that is large enough, else below the pointer; always in view."""
        self._beside = place, beside
        at = beside + QPoint(16, 16)
        if place is not None and place.height() > self.tag.height() + 8 and place.width() > 120:
            at = self._canvas.mapTo(self._view, place.topLeft() + QPoint(5, 5))
        room = self._view.rect().size() - self.tag.size()
        at.setX(max(4, min(at.x(), room.width() - 4)))
        at.setY(max(4, min(at.y(), room.height() - 4)))
        self.tag.move(at)
        self.tag.show()
        self.tag.raise_()

    def judge(self, new: Sequence[Problem], gone: Sequence[Problem]) -> None:
        """Say what the checks would find."""
        words, tokens = self._work.words, self._work.look.tokens
        time = self.tag.time.text()
        if new:
            ink = severity_color(new[0].severity, tokens)
            text = new[0].phrase.said(words)
            if len(new) > 1:
                text += " " + words("(and {count} more)", count=len(new) - 1)
            self.tag.say(time, text, severity_icon(new[0].severity), ink)
        else:
            text = words("Fits")
            if gone:
                text = words.plural(
                    "Fits, and settles {count} problem",
                    "Fits, and settles {count} problems",
                    len(gone),
                )
            self.tag.say(time, text, "check", tokens.good.ink)
        self._stand(*self._beside)  # it says more now, and may need another place

    def say(self, text: str, icon: str, beside: QPoint) -> None:
        """Say something beside the pointer, without a place."""
        for outline in self._outlines:
            outline.hide()
        self.tag.say("", text, icon, self._work.look.tokens.muted)
        self._stand(None, beside)

    def hide(self) -> None:
        """Follow no more."""
        self.tag.hide()
        for outline in self._outlines:
            outline.deleteLater()
            outline.hide()
        self._outlines = []
