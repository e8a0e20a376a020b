# SPDX-License-Identifier: MIT
"""The ground of the board: lines painted by hand, and the blocks of sessions that lie on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import DAY, Block, Scale, Timetable
from forumdesk.ui.board.block import SessionBlock
from forumdesk.ui.board.faces import Face, face_of, names_stay, stays
from forumdesk.ui.board.painting import Brush, State
from forumdesk.ui.workspace import Workspace


class Hand(Protocol):
    """What the mouse does on the board."""

    def press(self, event: QMouseEvent) -> None:
        """A button was pressed."""

    def pull(self, event: QMouseEvent) -> None:
        """The mouse moved."""

    def release(self, event: QMouseEvent) -> None:
        """The button was let go."""

    def knock(self, event: QMouseEvent) -> None:
        """A double click."""


LEAST_HEIGHT = 8  # pixels of the lowest block
LEAST_LINES = 9  # pixels: closer lines of the grid are left out
Key = tuple[str, int]  # session, run


class Canvas(QWidget):
    """Blocks are made when they come near the view, and only those that changed are drawn anew.

    ``focused`` carries the session whose block came into focus. The mouse is handed to ``hand``,
    keys to ``keys``, which tells whether it knew what to do.
    """

    hand: Hand
    keys: Callable[[QKeyEvent], bool]

    focused = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.brush = Brush(work.look, self.font())
        self.table: Timetable | None = None
        self.scale = Scale(160, 2, 0)
        self.grid = 15
        self.editable = True
        self._dossier: Dossier | None = None
        self._problems: Mapping[str, Sequence[Problem]] = {}
        self._blocks: dict[Key, Block] = {}
        self.made: dict[Key, SessionBlock] = {}
        self._kept: SessionBlock | None = None
        self._states: Mapping[str, State] = {}
        self.setAccessibleName(work.words("Board"))
        self.setMouseTracking(True)
        self.setProperty("look", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        work.look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.brush = Brush(self.work.look, self.font())
        for made in self.made.values():
            made.dress(self.brush)
        self.update()

    # What is shown

    def show_table(self, dossier: Dossier, table: Timetable) -> None:
        """Show a program day; widgets of the same sessions stay."""
        before, self._dossier, self.table = self._dossier, dossier, table
        known = before if names_stay(before, dossier) else None
        self._blocks = {(block.session, block.run): block for block in table.blocks}
        for key in [key for key in self.made if key not in self._blocks]:
            self._put_away(self.made.pop(key))
        for key, made in self.made.items():
            made.block = self._blocks[key]
            if known is None or not stays(known, dossier, key[0]):
                made.show_face(self._face(key[0]))
            self._lay(made)

    def _put_away(self, made: SessionBlock) -> None:
        made.hide()
        if made is not self._kept:
            made.deleteLater()

    def keep(self, kept: SessionBlock | None) -> None:
        """Let a block live as long as the mouse is held that was pressed on it."""
        before, self._kept = self._kept, kept
        if before is not None and before is not kept and before not in self.made.values():
            before.deleteLater()

    def show_problems(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        """Mark the sessions that something was found about."""
        before, self._problems = self._problems, problems
        for (session, _), made in self.made.items():
            if problems.get(session) != before.get(session):
                made.show_face(self._face(session))

    def show_states(self, states: Mapping[str, State]) -> None:
        """Let sessions stand out."""
        self._states = states
        for (session, _), made in self.made.items():
            made.show_state(states.get(session, State()))

    def set_scale(self, scale: Scale, grid: int) -> None:
        """Draw it at another size; ``grid`` is the minutes between lines."""
        if (scale, grid) == (self.scale, self.grid) or self.table is None:
            return
        self.scale, self.grid = scale, grid
        for made in self.made.values():
            self._lay(made)
        self.update()

    def _face(self, session: str) -> Face:
        assert self._dossier is not None
        record = self._dossier.session[session]
        return face_of(self._dossier, record, self.work.words, self._problems.get(session, ()))

    # Where things are

    def place(self, block: Block) -> QRect:
        """The pixels of a block, with a little air around it."""
        box = self.scale.box(block)
        left, top = round(box.left) + 2, round(box.top) + 1
        right, bottom = round(box.left + box.width) - 2, round(box.top + box.height)
        return QRect(left, top, max(right - left, 4), max(bottom - top, LEAST_HEIGHT))

    def _lay(self, made: SessionBlock) -> None:
        place = self.place(made.block)
        if made.geometry() != place:
            made.setGeometry(place)

    def populate(self, part: QRect) -> None:
        """Make the blocks that are in a part of the board."""
        for key, block in self._blocks.items():
            if key not in self.made and part.intersects(self.place(block)):
                self._make(key, block)

    def _make(self, key: Key, block: Block) -> SessionBlock:
        made = SessionBlock(self, self.brush, block, self._face(key[0]))
        made.stretches = self.editable
        made.show_state(self._states.get(key[0], State()))
        made.focused.connect(lambda which: self.focused.emit(which.block.session))
        self.made[key] = made
        self._lay(made)
        made.show()
        return made

    def has(self, session: str) -> bool:
        """Whether a session lies on the board, in view or not."""
        return (session, 0) in self._blocks

    def block_of(self, session: str) -> SessionBlock | None:
        """The (first) block of a session, made if need be."""
        key = (session, 0)
        if key not in self._blocks:
            return None
        return self.made.get(key) or self._make(key, self._blocks[key])

    def block_at(self, place: QPoint) -> SessionBlock | None:
        """The block at a point."""
        child = self.childAt(place)
        return child if isinstance(child, SessionBlock) else None

    def within(self, place: QRect) -> list[str]:
        """The sessions that lie in a part of the board, even with a corner."""
        return [
            key[0] for key, block in self._blocks.items() if place.intersects(self.place(block))
        ]

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines of the part to be seen; the night after midnight is a little darker."""
        super().paintEvent(event)
        if self.table is None:
            return
        painter = QPainter(self)
        part, tokens = event.rect(), self.work.look.tokens
        midnight = round(self.scale.top(DAY))
        night = QRect(0, midnight, self.width(), self.height()) & part
        painter.fillRect(night, QColor(tokens.window))
        # Rectangles: lines of a pen take ten times as long.
        for top, color in self._lines(part):
            painter.fillRect(part.left(), top, part.width(), 1, color)
        for left in self._columns(part):
            painter.fillRect(left, part.top(), 1, part.height(), QColor(tokens.hairline))
        painter.end()

    def _lines(self, part: QRect) -> Iterator[tuple[int, QColor]]:
        """Heights of the grid's lines: strong at midnight, faint between hours."""
        tokens = self.work.look.tokens
        hour, midnight, between = (
            QColor(c) for c in (tokens.hairline, tokens.border, tokens.hairline)
        )
        between.setAlpha(120)
        step = next((g for g in (self.grid, 30) if g * self.scale.minute >= LEAST_LINES), 60)
        minute = int(self.scale.minute_at(part.top())) // step * step
        while (top := round(self.scale.top(minute))) <= part.bottom():
            yield top, between if minute % 60 else midnight if minute == DAY else hour
            minute += step

    def _columns(self, part: QRect) -> Iterator[int]:
        """Where columns end."""
        assert self.table is not None
        for number in range(1, len(self.table.columns) + 1):
            left = round(number * self.scale.column) - 1
            if part.left() <= left <= part.right():
                yield left

    # Events, those that blocks leave to the ground included

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The hand takes hold."""
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand pulls."""
        self.hand.pull(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The hand lets go."""
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The hand knocks."""
        self.hand.knock(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the board come before those of scrolling."""
        if not self.keys(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Left to the board."""
        event.ignore()
