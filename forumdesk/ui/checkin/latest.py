# SPDX-License-Identifier: MIT
"""Who came last, each with a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from forumdesk.domain.attendance import Attendee
from forumdesk.domain.people import Organization, Person, full_name
from forumdesk.ui.checkin.faces import wall
from forumdesk.ui.checkin.roll import LATEST, Roll
from forumdesk.ui.dates import clock
from forumdesk.ui.labels import ElidedLabel, button, label
from forumdesk.ui.workspace import Workspace


class Latest(QWidget):
    """A line for each; ``takenBack`` carries the participation of the one taken back."""

    takenBack = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self._work = work
        self._shown: list[str] = []
        self._rows: list[tuple[QLabel, ElidedLabel, QLabel, QPushButton]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        for _ in range(LATEST):
            self._add_row()

    def _add_row(self) -> None:
        at = len(self._rows)
        undo = button(self._work.words("Undo"), "quiet")
        undo.clicked.connect(lambda: self.takenBack.emit(self._shown[at]))
        row = (label(look="muted"), ElidedLabel(), label(look="muted"), undo)
        for column, part in enumerate(row):
            self._grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignVCenter)
            part.hide()
        self._rows.append(row)

    def show_roll(self, roll: Roll) -> None:
        """Show who came last."""
        work, lines = self._work, roll.latest()
        self._shown = [line.participation for line in lines]
        for at, row in enumerate(self._rows):
            for part in row:
                part.setVisible(at < len(lines))
            if at < len(lines):
                line = lines[at]
                name = said_of(work, roll.attendees[line.participation])
                row[0].setText(clock(wall(line.at, work)))
                row[1].setText(name)
                row[2].setText(line.desk)
                row[3].setAccessibleName(work.words("Undo: {name}", name=name))
                row[3].setEnabled(work.editable)


def said_of(work: Workspace, attendee: Attendee) -> str:
    """The name of a participant in a list."""
    if attendee.person is not None:
        name = full_name(work.desk.get(Person, attendee.person), work.words.language)
        if name:
            return name
    if attendee.organization is not None:
        return work.words.text(work.desk.get(Organization, attendee.organization).name)
    return work.words("Without a name")
