# SPDX-License-Identifier: MIT
"""The large card at the door: who it is, where they sit, and whether they are in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.checkin.faces import GuestFace, Verdict
from forumdesk.ui.labels import FlowLabel, button, label, relook
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import Tokens

BAND = 12


class Band(QWidget):
    """The colour of a side; its word stands beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._side = look, -1
        self.setFixedWidth(BAND)
        look.changed.connect(self.update)

    def show_side(self, side: int) -> None:
        """Show the colour of a side, by its place."""
        self._side = side
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(side_color(self._side, self._look.tokens)))
        painter.end()


def side_color(side: int, tokens: Tokens) -> str:
    """The colour of a side by its place; those without one have a quiet colour."""
    tones = (tokens.plenary, tokens.ceremony, tokens.talk, tokens.closed, tokens.good)
    return tones[side % len(tones)].edge if side >= 0 else tokens.border


class GuestCard(QFrame):
    """Shows one guest; ``agreed`` when one who was asked about is let in anyway."""

    agreed = Signal()
    refused = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self._words = words
        self.band = Band(look)
        self.verdict = FlowLabel("", "verdict-plain")
        self.name = FlowLabel("", "large")
        self.other = FlowLabel("", "title")
        self.lines = FlowLabel("", "lead-plain")
        self.group = label(look="strong")
        self.seat = label(look="strong")
        self.yes = button(words("Check in &anyway"), "first")
        self.no = button(words("Leave o&ut"))
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.refused)
        self.setProperty("look", "door-plain")
        self._lay_out()
        self.show_nobody()

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.band)
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        outer.addLayout(column, 1)
        for part in (self.verdict, self.name, self.other, self.lines):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.group)
        row.addWidget(self.seat)
        row.addStretch(1)
        column.addLayout(row)
        asking = QHBoxLayout()
        asking.addWidget(self.yes)
        asking.addWidget(self.no)
        asking.addStretch(1)
        column.addLayout(asking)

    def show_nobody(self, text: str = "", tone: str = "plain") -> None:
        """Show a word instead of a guest."""
        self.show_guest(GuestFace((), (), "", -1, ""), Verdict(text, tone))

    def show_guest(self, face: GuestFace, verdict: Verdict) -> None:
        """Show a guest and how they stand."""
        self.band.show_side(face.side)
        self.band.setVisible(bool(face.names))
        for part, text in (
            (self.verdict, verdict.text),
            (self.name, face.names[0] if face.names else ""),
            (self.other, face.names[1] if len(face.names) > 1 else ""),
            (self.lines, "\n".join(face.lines)),
            (self.group, face.group),
            (self.seat, face.seat),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self.yes.setVisible(verdict.asks)
        self.no.setVisible(verdict.asks)
        relook(self, f"door-{verdict.tone}")
        relook(self.verdict, f"verdict-{verdict.tone}")
        said = (verdict.text, *face.names, *face.lines, face.group, face.seat)
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
