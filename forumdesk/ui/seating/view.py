# SPDX-License-Identifier: MIT
"""The plan as a view of its seats: drawn to fit, gone through by arrows, dragged about on."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from forumdesk.domain.places import Layout
from forumdesk.domain.seat_layouts import Edge, Place
from forumdesk.domain.seat_layouts import Room as Plan
from forumdesk.ui.seating.faces import EDGES, Face
from forumdesk.ui.seating.model import FACE, SeatModel, seat_in, who_in
from forumdesk.ui.seating.painting import Brush, State
from forumdesk.ui.workspace import Workspace

MARGIN, EDGE, GAP = 16, 22, 12  # pixels around the plan, of an edge's word, and beside it
WIDEST = 168  # pixels of a seat, however few there are
TALLER = {Layout.HEAD_TABLE: 2.6, Layout.BILATERAL: 1.7, Layout.THEATRE: 2.2, Layout.ROUND: 1.9}
STEP, MOST = 1.25, 6.0  # of zooming
Index = QModelIndex | QPersistentModelIndex
_Cursor = QAbstractItemView.CursorAction
_ACROSS = {_Cursor.MoveLeft: (-1, 0), _Cursor.MoveRight: (1, 0)}
_ALONG = {_Cursor.MoveUp: (0, -1), _Cursor.MoveDown: (0, 1)}
_DIRECTIONS = {**_ACROSS, **_ALONG}
_KEYS = {
    Qt.Key.Key_Left: _Cursor.MoveLeft,
    Qt.Key.Key_Right: _Cursor.MoveRight,
    Qt.Key.Key_Up: _Cursor.MoveUp,
    Qt.Key.Key_Down: _Cursor.MoveDown,
}


class SeatView(QAbstractItemView):
    """Asks for what is to be done, and does nothing itself.

    ``seated`` (participation, place), ``swapped`` (place, place), ``chosen`` (place; somebody is
    to be chosen for it), ``cleared`` (place), ``locked`` (place).
    """

    seated = Signal(str, object)
    swapped = Signal(object, object)
    chosen = Signal(object)
    cleared = Signal(object)
    locked = Signal(object)

    def __init__(self, work: Workspace, seats: SeatModel) -> None:
        super().__init__()
        self.work, self.seats = work, seats
        self.plan: Plan | None = None
        self.zoom = 1.0
        self._unit = (1.0, 1.0)  # pixels of a unit across and down
        self._aim: Place | None = None
        self._laid: tuple[tuple[object, ...], list[QRectF]] = ((), [])
        self.brush = Brush(work.look, self.font())
        self.setModel(seats)
        self.setAccessibleName(work.words("Seating plan"))
        self.setProperty("marksFocus", True)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.doubleClicked.connect(lambda index: self.chosen.emit(self._face(index).place))
        work.look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.brush = Brush(self.work.look, self.font())
        self.viewport().update()

    def show_plan(self, plan: Plan, faces: list[Face]) -> None:
        """Show a plan; the seat in focus stays where it is the same plan."""
        at = self.current()
        self.plan = plan
        if self.seats.show(faces):
            self.focus_on(at or (faces[0].place if faces else None))
        self._fit()

    def show_nothing(self) -> None:
        """Show no plan."""
        self.plan = None
        self.seats.show([])

    # Which seat

    def _face(self, index: Index) -> Face:
        face: Face = index.data(FACE)
        return face

    def face(self) -> Face | None:
        """The seat in focus."""
        index = self.currentIndex()
        return self._face(index) if index.isValid() else None

    def current(self) -> Place | None:
        """Which seat is in focus."""
        face = self.face()
        return face.place if face else None

    def focus_on(self, place: Place | None) -> None:
        """Bring a seat into focus; the first one where there is no such."""
        index = self.seats.index_of(place) if place else QModelIndex()
        if not index.isValid() and self.seats.rowCount():
            index = self.seats.index(0)
        self.setCurrentIndex(index)

    # Where things are

    def _fit(self) -> None:
        """The size at which the whole plan is seen, times the zoom."""
        if self.plan is None:
            return
        room = self.viewport().size()
        above, below = self._edges()
        wide = (room.width() - 2 * MARGIN) / self.plan.width
        tall = (room.height() - 2 * MARGIN - above - below) / self.plan.height
        across = max(min(wide, tall, WIDEST), 8.0)
        # Names have more room in fields that are as tall as the view lets them be.
        down = max(min(tall, across * TALLER[self.plan.layout]), across)
        self._unit = (across * self.zoom, down * self.zoom)
        size = self._size()
        bars = (
            (self.horizontalScrollBar(), size[0], room.width()),
            (self.verticalScrollBar(), size[1], room.height()),
        )
        for bar, whole, seen in bars:
            bar.setPageStep(seen)
            bar.setRange(0, max(0, whole - seen))
        self.viewport().update()

    def _edges(self) -> tuple[int, int]:
        assert self.plan is not None
        each = EDGE + GAP
        return (
            each if self.plan.above is not Edge.NONE else 0,
            each if self.plan.below is not Edge.NONE else 0,
        )

    def _size(self) -> tuple[int, int]:
        assert self.plan is not None
        above, below = self._edges()
        across, down = self._unit
        wide = self.plan.width * across + 2 * MARGIN
        tall = self.plan.height * down + 2 * MARGIN + above + below
        return int(wide), int(tall)

    def _origin(self) -> tuple[float, float]:
        """Where the upper left corner of the plan is in the view."""
        wide, tall = self._size()
        room = self.viewport().size()
        x = max((room.width() - wide) / 2, 0.0) - self.horizontalOffset() + MARGIN
        y = max((room.height() - tall) / 2, 0.0) - self.verticalOffset() + MARGIN
        return x, y + self._edges()[0]

    def _box(self, corner: tuple[float, float], size: tuple[float, float]) -> QRectF:
        x, y = self._origin()
        across, down = self._unit
        left, top = x + corner[0] * across, y + corner[1] * down
        return QRectF(left, top, size[0] * across, size[1] * down)

    def _fields(self) -> list[QRectF]:
        """The fields of all seats, worked out once for each size and scroll."""
        assert self.plan is not None
        key = (self.plan, self._unit, self._origin(), len(self.seats.faces))
        if key != self._laid[0]:
            chairs = (self.plan.chair[face.place] for face in self.seats.faces)
            size = (1.0, self.plan.field)
            self._laid = (key, [self._box((chair.x, chair.y), size) for chair in chairs])
        return self._laid[1]

    def visualRect(self, index: Index) -> QRect:
        """The field of a seat."""
        if self.plan is None or not index.isValid():
            return QRect()
        return self._fields()[index.row()].toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The seat at a point."""
        return self.seats.index(self._row_at(point)) if self.plan else QModelIndex()

    def _row_at(self, point: QPoint) -> int:
        at = QPointF(point)
        return next((row for row, box in enumerate(self._fields()) if box.contains(at)), -1)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a seat into view."""
        box = self.visualRect(index)
        room = self.viewport().rect()
        for bar, low, high, end in (
            (self.horizontalScrollBar(), box.left(), box.right(), room.right()),
            (self.verticalScrollBar(), box.top(), box.bottom(), room.bottom()),
        ):
            if low < 0:
                bar.setValue(bar.value() + low - MARGIN)
            elif high > end:
                bar.setValue(bar.value() + high - end + MARGIN)

    def horizontalOffset(self) -> int:
        """How far it is scrolled across."""
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        """How far it is scrolled down."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        """Every seat is seen."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the seat at a place."""
        index = self.indexAt(rect.center())
        found = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(found, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The fields of what is chosen."""
        region = QRegion()
        for index in selection.indexes():
            region += QRegion(self.visualRect(index))
        return region

    # Zooming

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller; never smaller than the whole."""
        self.zoom = min(max(self.zoom * factor, 1.0), MOST)
        self._fit()
        self.scrollTo(self.currentIndex())

    def zoom_to_fit(self) -> None:
        """The whole plan."""
        self.zoom = 1.0
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit it anew."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl held, larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw it elsewhere."""
        self.viewport().update()

    # Keys

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """The seat an arrow leads to, the next in its direction; Home and End go to the ends."""
        count = self.seats.rowCount()
        now = self.currentIndex()
        if not count:
            return QModelIndex()
        if not now.isValid() or action is _Cursor.MoveHome:
            return self.seats.index(0)
        if action is _Cursor.MoveEnd:
            return self.seats.index(count - 1)
        if action in (_Cursor.MoveNext, _Cursor.MovePrevious):
            step = 1 if action is _Cursor.MoveNext else -1
            return self.seats.index(min(max(now.row() + step, 0), count - 1))
        if action not in _DIRECTIONS:
            return now
        return self.neighbour(now, _DIRECTIONS[action])

    def neighbour(self, index: QModelIndex, direction: tuple[int, int]) -> QModelIndex:
        """The nearest seat in a direction; the same where there is none."""
        assert self.plan is not None
        here = self.plan.chair[self._face(index).place]
        right, down = direction

        def distance(row: int) -> float | None:
            chair = self.plan.chair[self.seats.faces[row].place]  # type: ignore[union-attr]
            ahead = (chair.x - here.x) * right + (chair.y - here.y) * down
            aside = abs((chair.x - here.x) * down) + abs((chair.y - here.y) * right)
            return ahead + 2.2 * aside if ahead > 1e-6 and aside <= 2.5 * ahead else None

        rows = range(self.seats.rowCount())
        found = [(far, row) for row in rows if (far := distance(row)) is not None]
        return self.seats.index(min(found)[1]) if found else index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses somebody, Delete and X clear, L locks, Ctrl and an arrow swap."""
        place = self.current()
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if place is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(place)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_X) and not control:
            self.cleared.emit(place)
        elif key == Qt.Key.Key_L and not control:
            self.locked.emit(place)
        elif key in _KEYS and control:
            to = self.neighbour(self.currentIndex(), _DIRECTIONS[_KEYS[Qt.Key(key)]])
            if to.isValid() and to != self.currentIndex():
                other = self._face(to).place
                self.swapped.emit(place, other)
                self.focus_on(other)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:
        """Letters are commands here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first seat, where none was in focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.focus_on(None)
        self.viewport().update()

    # Dragging

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what would be dropped on."""
        index = self.indexAt(event.position().toPoint())
        data = event.mimeData()
        fits = index.isValid() and self.seats.editable
        fits = fits and not self._face(index).locked and bool(who_in(data) or seat_in(data))
        self._aim = self._face(index).place if fits else None
        if fits:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is aimed at."""
        super().dragLeaveEvent(event)
        self._aim = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Seat to seat swaps; somebody from the list is seated."""
        aim, self._aim = self._aim, None
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        if aim is None:
            event.ignore()
            return
        event.acceptProposedAction()
        data = event.mimeData()
        came = seat_in(data)
        if came is not None:
            self.swapped.emit(came, aim)
        else:
            self.seated.emit(who_in(data), aim)
        self.focus_on(aim)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tables, edges and the seats in the part to be seen."""
        if self.plan is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for board in self.plan.boards:
            box = self._box((board.x, board.y), (board.width, board.height))
            self.brush.board(painter, box, board)
            if not board.round:
                self._hands(painter, box)
        self._draw_edges(painter)
        part, hovered = QRectF(event.rect()), self._row_at(self._mouse())
        current, inside = self.currentIndex().row(), self.hasFocus()
        for row, (face, box) in enumerate(zip(self.seats.faces, self._fields(), strict=True)):
            if part.intersects(box):
                state = State(
                    chosen=row == current,
                    focused=row == current and inside,
                    aimed=face.place == self._aim,
                    hovered=row == hovered,
                )
                self.brush.seat(painter, box, face, state)
        painter.end()

    def _mouse(self) -> QPoint:
        under = self.viewport().underMouse() and self.state() is not self.State.DraggingState
        return self.viewport().mapFromGlobal(self.cursor().pos()) if under else QPoint(-1, -1)

    def _hands(self, painter: QPainter, box: QRectF) -> None:
        """Where the host's right hand is, said at the table."""
        assert self.plan is not None
        words, inner = self.work.words, box.adjusted(10, 2, -10, -2)
        if self.plan.layout is Layout.BILATERAL:
            upper = inner.adjusted(0, 0, 0, -inner.height() / 2)
            lower = inner.adjusted(0, inner.height() / 2, 0, 0)
            centre, right = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
            self.brush.words(painter, upper, words("Guests, facing the door"), centre)
            self.brush.words(painter, lower, words("Hosts"), centre)
            self.brush.words(painter, lower, words("Host’s right →"), right)
            return
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self.brush.words(painter, inner, words("← Host’s right"), left)
        self.brush.words(painter, inner, words("Host’s left →"), right)

    def _draw_edges(self, painter: QPainter) -> None:
        assert self.plan is not None
        whole = self._box((0, 0), (self.plan.width, self.plan.height))
        wide = max(min(whole.width(), 420.0), 120.0)
        left = whole.center().x() - wide / 2
        for edge, top in (
            (self.plan.above, whole.top() - GAP - EDGE),
            (self.plan.below, whole.bottom() + GAP),
        ):
            if edge is not Edge.NONE:
                said = self.work.words.context(*EDGES[edge])
                self.brush.edge(painter, QRectF(left, top, wide, EDGE), said)
