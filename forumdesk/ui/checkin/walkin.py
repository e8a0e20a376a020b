# SPDX-License-Identifier: MIT
"""Somebody comes who is not on the list: name, organization, Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.codes import scanned
from forumdesk.ui.checkin.field import read
from forumdesk.ui.choices import Choice, ChoiceField
from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.labels import button, label
from forumdesk.ui.workspace import Workspace


class WalkInLine(ComposingLine):
    """A line of the form; ``entered`` on Enter, ``left`` on Esc.

    ``scanned`` carries the code of a badge that was scanned while the form had the focus.
    """

    entered = Signal()
    scanned = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_composed()
            line = read(self.text())
            if scanned(line):
                self.setText(self.text().removesuffix(line))
                self.scanned.emit(line)
            else:
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WalkIn(QWidget):
    """``wanted`` carries name, organization and side (or ``""``); ``left`` when given up.

    ``scanned`` carries a badge that was scanned meanwhile.
    """

    scanned = Signal(str)
    wanted = Signal(str, str, str)
    left = Signal()

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        words = work.words
        self._work = work
        self.name = WalkInLine(words("Name, in one script or two: 홍길동 (Gil-dong Hong)"))
        self.body = WalkInLine(words("Organization"))
        self.side = ChoiceField(words("Side"))
        self.go = button(words("&Let in"), "first")
        self.cancel = button(words("&Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label(words("Walk-in"), "heading"))
        layout.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.body, 2)
        row.addWidget(self.side, 1)
        row.addWidget(self.go)
        row.addWidget(self.cancel)
        layout.addLayout(row)
        for line in (self.name, self.body):
            line.scanned.connect(self.scanned)
        self.name.entered.connect(self.body.setFocus)
        self.body.entered.connect(self.enter)
        self.go.clicked.connect(self.enter)
        for leaving in (self.name.left, self.body.left, self.cancel.clicked):
            leaving.connect(lambda *_: self.left.emit())

    def begin(self, name: str) -> None:
        """Ask for somebody, whose name is typed as far as it is known."""
        dossier = self._work.dossier
        sides: list[Choice] = [("", self._work.words("By the organization"))]
        for side in dossier.sides if dossier else ():
            sides.append((side.id, self._work.words.text(side.name)))
        self.side.show_value("", sides)
        self.side.setVisible(len(sides) > 1)
        self.name.setText(name)
        self.body.clear()
        self.show()
        (self.body if name else self.name).setFocus()

    def enter(self) -> None:
        """Let them in, if there is a name."""
        if not self.name.text().strip():
            self.name.setFocus()
            return
        self.wanted.emit(self.name.text(), self.body.text(), self.side.currentData() or "")
