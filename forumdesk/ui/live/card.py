# SPDX-License-Identifier: MIT
"""One session on the live page: its titles, who is in it, and the figure that counts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.labels import FlowLabel
from forumdesk.ui.live.faces import Face
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import LEAD, Tokens

FIGURE = 64  # pixels of the figure's type


class Figure(QWidget):
    """The figure, large, with what it means beside it; painted, since it changes each second."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._face: Face | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As high as the figure."""
        return QSize(280, FIGURE + 12)

    def show_face(self, face: Face | None) -> None:
        """Show another figure."""
        if face != self._face:
            self._face = face
            said = " ".join((face.figure, face.caption, face.note)) if face else ""
            self.setAccessibleName(said.strip())
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The figure, then caption and note in its ink."""
        if self._face is None:
            return
        painter = QPainter(self)
        painter.setPen(QColor(_ink(self._face.tone, self._look.tokens)))
        font = QFont(self.font())
        font.setPixelSize(FIGURE)
        font.setBold(True)
        painter.setFont(font)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), align, self._face.figure)
        wide = painter.fontMetrics().horizontalAdvance(self._face.figure) + 16
        font.setPixelSize(LEAD)
        painter.setFont(font)
        said = "\n".join(filter(None, (self._face.caption, self._face.note)))
        painter.drawText(self.rect().adjusted(wide, 0, 0, 0), align, said)
        painter.end()


class NowCard(QWidget):
    """When and where, the titles, the people, the figure; a word where nothing is on."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.words = words
        self.about = FlowLabel("", "muted")
        self.title = FlowLabel("", "title")
        self.other = FlowLabel("", "lead")
        self.people = FlowLabel("")
        self.figure = Figure(look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.about, self.title, self.other, self.people):
            layout.addWidget(part)
        layout.addSpacing(8)
        layout.addWidget(self.figure)
        layout.addStretch(1)

    def show_face(self, face: Face | None) -> None:
        """Show a session, or that nothing is on."""
        titles = face.titles if face else (self.words("Nothing is on"),)
        for part, text in (
            (self.about, face.about if face else ""),
            (self.title, titles[0]),
            (self.other, titles[1] if len(titles) > 1 else ""),
            (self.people, face.people if face else ""),
        ):
            if part.text() != text:
                part.setText(text)
            part.setVisible(bool(text))
        self.figure.show_face(face)


def _ink(tone: str, tokens: Tokens) -> str:
    inks = {"danger": tokens.danger.ink, "warning": tokens.warning.ink, "good": tokens.good.ink}
    return inks.get(tone, tokens.text)
