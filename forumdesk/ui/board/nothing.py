# SPDX-License-Identifier: MIT
"""What stands on an empty board: a word, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import Timetable
from forumdesk.domain.words import Words
from forumdesk.ui.labels import button, label, relook

WIDTH = 320


class EmptyBoard(QWidget):
    """Lies on the view. ``datesWanted``, ``sessionWanted`` and ``roomTyped`` (its name) say what
    the user does about it."""

    datesWanted = Signal()
    sessionWanted = Signal()
    roomTyped = Signal(str)

    def __init__(self, view: QWidget, words: Words) -> None:
        super().__init__(view)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view, self._words = view, words
        self._does: Callable[[], object] = self.datesWanted.emit
        self.head, self.more = label(look="lead"), label(look="muted", wrap=True)
        self.more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = button("", "first")
        self.button.clicked.connect(self._do)
        self.room = QLineEdit()
        self.room.setPlaceholderText("+ " + words("Add a room"))
        self.room.setAccessibleName(words("Add a room"))
        self.room.returnPressed.connect(self._add_room)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.head, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.more)
        layout.addWidget(self.room)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()
        view.installEventFilter(self)

    def show_for(self, dossier: Dossier, table: Timetable | None, *, editable: bool) -> None:
        """Say what is missing on a day; ``table`` is ``None`` without one."""
        words = self._words
        if table is None:
            self._say(
                words("No dates yet"),
                words("The board shows the days of the edition, one at a time."),
            )
            self._offer(words("Set the dates"), self.datesWanted.emit, "first")
        elif not dossier.rooms:
            self._say(
                words("No rooms yet"),
                words("Rooms stand beside one another here. Sessions can do without, too."),
            )
            self._offer(words("Add a session"), self.sessionWanted.emit, "")
        else:
            self._say(
                words("No sessions on this day yet"),
                words("Draw one with the mouse where it is to be, or"),
            )
            self._offer(words("Add a session"), self.sessionWanted.emit, "first")
        self.room.setVisible(editable and table is not None and not dossier.rooms)
        self.button.setVisible(editable)
        self.setVisible(table is None or not table.blocks)
        self._place()

    def _do(self) -> None:
        self._does()

    def _say(self, head: str, more: str) -> None:
        self.head.setText(head)
        self.more.setText(more)

    def _offer(self, text: str, does: Callable[[], object], look: str) -> None:
        self.button.setText(text)
        relook(self.button, look)
        self._does = does

    def _add_room(self) -> None:
        if name := self.room.text().strip():
            self.room.clear()
            self.roomTyped.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._view.rect()
        width = min(WIDTH, around.width())
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        left, top = (around.width() - width) // 2, max(32, (around.height() - height) // 3)
        self.setGeometry(left, top, width, height)
        self.raise_()
