# SPDX-License-Identifier: MIT
"""The board of commitments: a lane for each status, cards moved by the mouse and by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import CommitmentStatus
from forumdesk.domain.terms import term
from forumdesk.ui.commitments.cards import CardDelegate
from forumdesk.ui.commitments.lanes import LaneModel
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.labels import label
from forumdesk.ui.workspace import Workspace

LANE_WIDTH = 150  # pixels at least
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Lane(QListView):
    """The cards of a status.

    ``moved`` tells that the card of the cursor is to go so many lanes to the right and places
    down; ``left`` that the cursor is to go to the lane so far to the right.
    """

    moved = Signal(int, int)
    left = Signal(int)

    def __init__(self, work: Workspace, status: CommitmentStatus) -> None:
        super().__init__()
        self.cards = LaneModel(status)
        self._delegate = CardDelegate(work.look)
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setProperty("look", "bare")
        self.setAccessibleName(term(status, work.words))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        work.look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the card; an arrow to the side goes to the next lane."""
        steps = _KEYS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if steps and held == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(*steps)
        elif steps and steps[0] and not held:
            self.left.emit(steps[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard, the lane has its cursor somewhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rows:
            self.setCurrentIndex(self.cards.index(0))

    def key(self) -> str:
        """The commitment of the cursor."""
        return self.cards.key_at(self.currentIndex().row())


class CommitmentBoard(QScrollArea):
    """``picked`` carries the commitment that was chosen; ``placed`` one that was moved: its
    status, and the one it is to stand before (``""``: at the end).
    """

    picked = Signal(str)
    placed = Signal(str, object, str)

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._chosen = ""
        self._showing = False
        self.lanes = {status: Lane(work, status) for status in CommitmentStatus}
        self._heads: dict[CommitmentStatus, QLabel] = {}
        self.setWidgetResizable(True)
        self.setAccessibleName(work.words("Board of commitments"))
        self.setWidget(self._laid_out())
        for status, lane in self.lanes.items():
            lane.selectionModel().currentChanged.connect(self._chooser(lane))
            lane.cards.dropped.connect(
                lambda key, before, status=status: self.placed.emit(key, status, before)
            )
            lane.moved.connect(lambda right, down, lane=lane: self._move(lane, right, down))
            lane.left.connect(lambda right, lane=lane: self._go(lane, right))

    def _laid_out(self) -> QWidget:
        """Open, on track and late beside each other; what is closed shares the last column."""
        content = QWidget(self.viewport())
        row = QHBoxLayout(content)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        status = CommitmentStatus
        for group in (
            (status.OPEN,),
            (status.ON_TRACK,),
            (status.LATE,),
            (status.DONE, status.DROPPED),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            for one in group:
                self._heads[one] = label(look="heading")
                self._heads[one].setBuddy(self.lanes[one])
                self.lanes[one].setMinimumWidth(LANE_WIDTH)
                column.addWidget(self._heads[one])
                column.addWidget(self.lanes[one], 2 if one is status.DONE else 1)
            row.addLayout(column, 1)
        return content

    # Showing

    def show_rows(self, rows: Sequence[Tracked], sight: Sight, *, editable: bool) -> None:
        """Show commitments, each in the lane of how it stands; the cursor stays with its card."""
        focused = any(lane.hasFocus() for lane in self.lanes.values())
        self._showing = True
        for status, lane in self.lanes.items():
            own = [one for one in rows if one.standing(sight.today) is status]
            lane.cards.editable = editable
            scroll = lane.verticalScrollBar().value()
            lane.cards.show(own, sight)
            lane.verticalScrollBar().setValue(scroll)
            self._heads[status].setText(f"{term(status, sight.words)}  {len(own):,}")
        self._showing = False
        self.select_key(self._chosen, focus=focused)

    def lanes_with_cards(self) -> Lane:
        """The lane the cursor is in, else the first that has cards."""
        every = list(self.lanes.values())
        of_cursor = (lane for lane in every if lane.currentIndex().isValid())
        return next(of_cursor, next((lane for lane in every if lane.cards.rows), every[0]))

    def key(self) -> str:
        """The commitment that is chosen; ``""`` if none is."""
        return self._chosen

    def select_key(self, key: str, *, focus: bool = False) -> bool:
        """Choose a card; ``False`` if it isn't shown."""
        self._chosen = key
        found = False
        self._showing = True
        for lane in self.lanes.values():
            row = lane.cards.row_of(key) if key else -1
            found = found or row >= 0
            lane.setCurrentIndex(lane.cards.index(row) if row >= 0 else QModelIndex())
            if row >= 0:
                lane.scrollTo(lane.cards.index(row))
                if focus:
                    lane.setFocus()
        self._showing = False
        return found

    def _chooser(self, lane: Lane) -> object:
        def choose(current: QModelIndex, _before: QModelIndex) -> None:
            if current.isValid() and not self._showing:
                key = lane.cards.key_at(current.row())
                self.select_key(key)
                self.picked.emit(key)

        return choose

    # Keys

    def _beside(self, lane: Lane, right: int) -> Lane:
        every = list(self.lanes.values())
        return every[min(max(every.index(lane) + right, 0), len(every) - 1)]

    def _go(self, lane: Lane, right: int) -> None:
        """Put the cursor into the next lane that has cards."""
        other = lane
        while (beyond := self._beside(other, right)) is not other:
            other = beyond
            if other.cards.rows:
                row = min(max(lane.currentIndex().row(), 0), len(other.cards.rows) - 1)
                other.setFocus()
                other.setCurrentIndex(other.cards.index(row))
                return

    def _move(self, lane: Lane, right: int, down: int) -> None:
        """Move the card of the cursor, as if it were dragged there."""
        key, row = lane.key(), lane.currentIndex().row()
        if not key or not self.work.editable:
            return
        if down:
            at = row + down
            if 0 <= at < len(lane.cards.rows):
                before = lane.cards.key_at(at + 1 if down > 0 else at)
                self.placed.emit(key, lane.cards.status, before)
            return
        other = self._beside(lane, right)
        if other is not lane:
            self.placed.emit(key, other.cards.status, other.cards.key_at(row))
