# SPDX-License-Identifier: MIT
"""The mouse on the board: what it is doing, and what becomes of it when it lets go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import SHORTEST, Block, Zone, length_of
from forumdesk.domain.placing import Place
from forumdesk.ui.board.aims import (
    NEW_LENGTH,
    Scene,
    Spot,
    changes,
    created,
    moved,
    stretched,
    with_followers,
)
from forumdesk.ui.board.canvas import Canvas
from forumdesk.ui.board.ghost import Ghost
from forumdesk.ui.board.heads import HEAD, RAIL
from forumdesk.ui.dates import span

NEAR = 28  # pixels from an edge of the view at which it begins to scroll
TURN = 30  # milliseconds between two scrolls
JUDGED = 40  # milliseconds a place is aimed at before the checks are asked


class Doing(Enum):
    """What the mouse is doing."""

    IDLE = auto()
    PRESSED = auto()
    MOVING = auto()
    STRETCHING_TOP = auto()
    STRETCHING_BOTTOM = auto()
    CREATING = auto()
    GATHERING = auto()  # a rubber band around sessions
    HELD = auto()  # what is locked does not move


_STRETCHES = (Doing.STRETCHING_TOP, Doing.STRETCHING_BOTTOM)
_CHANGES = (Doing.MOVING, *_STRETCHES)
Answer = tuple[list[Problem], list[Problem]]


class MouseHand(QObject):
    """Turns presses, pulls and releases into intentions.

    ``placed`` carries the places sessions are to come to and whether copies are meant;
    ``drawn`` the place of a new session; ``clicked`` a session (``""``: the ground) and whether
    it is added to those chosen; ``gathered`` sessions under a rubber band; ``knocked`` one that
    was double-clicked; ``dropped`` sessions let go where there is no board, at a point of the
    screen. ``began`` and ``ended`` frame each pull.
    """

    placed = Signal(object, bool)
    drawn = Signal(object)
    clicked = Signal(str, bool)
    gathered = Signal(object)
    knocked = Signal(str)
    dropped = Signal(object, QPoint)
    began = Signal()
    ended = Signal()
    pulled = Signal(QPoint)

    def __init__(
        self, area: QScrollArea, canvas: Canvas, ghost: Ghost, scene: Callable[[], Scene | None]
    ) -> None:
        super().__init__(canvas)
        self._area, self._canvas, self._ghost, self._scene = area, canvas, ghost, scene
        self.doing = Doing.IDLE
        self.chosen: Callable[[], list[str]] = list
        self.may_edit: Callable[[], bool] = lambda: True
        self.elsewhere: Callable[[QPoint], str] = lambda at: ""
        self.judge: Callable[[Mapping[str, Place]], Answer | None] = lambda places: None
        self.sessions: list[Session] = []
        self.places: dict[str, Place] = {}
        self._new: Place | None = None
        self._grip = Spot(0, 0)
        self._at = self._pointer = QPoint()
        self._zone = Zone.BODY
        self._adds = self._copies = False
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.setInterval(JUDGED)
        self._judging.timeout.connect(self.judge_now)
        self._turning = QTimer(self)
        self._turning.setInterval(TURN)
        self._turning.timeout.connect(self.scroll)

    @property
    def is_moving(self) -> bool:
        """Whether sessions are being moved, not copied."""
        return self.doing is Doing.MOVING and not self._copies

    @property
    def is_busy(self) -> bool:
        """Whether the button is down."""
        return self.doing is not Doing.IDLE

    # What the canvas hands over

    def press(self, event: QMouseEvent) -> None:
        """Take hold of a session, or of the ground."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.press_at(event.position().toPoint(), event.modifiers())

    def press_at(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """Take hold of what is at a point of the canvas."""
        self._at = self._pointer = at
        self._adds = bool(keys & _ADDING)
        block = self._canvas.block_at(self._at)
        self._canvas.keep(block)
        scene = self._scene()
        if scene is None:
            return
        self._grip = self._spot(scene, self._at)
        self.doing, self.sessions, self._zone = Doing.PRESSED, [], Zone.BODY
        if block is not None:
            self._zone = block.zone_at(self._at.y() - block.y())
            self._hold(scene, block.block.session)

    def _hold(self, scene: Scene, session: str) -> None:
        """Hold a session, and with it all that are chosen if it is one of them."""
        if session not in self.chosen() and not self._adds:
            self.clicked.emit(session, False)
        others = self.chosen() if session in self.chosen() else []
        ids = dict.fromkeys((session, *others))
        known = scene.dossier.session
        self.sessions = [known[key] for key in ids if key in known]

    def hold(self, session: Session) -> None:
        """Take hold of a session from elsewhere: it is being pulled onto the board."""
        self.sessions, self._zone = [session], Zone.BODY
        self._grip, self._adds = Spot(0, 0), False
        self._begin(Doing.HELD if session.locked else Doing.MOVING)

    def pull(self, event: QMouseEvent) -> None:
        """Pull what is held."""
        self.pull_to(event.position().toPoint(), event.modifiers())

    def pull_to(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """Pull what is held to a point of the canvas."""
        self._pointer = at
        if self.doing is Doing.IDLE:
            return
        if self.doing is Doing.PRESSED:
            if (at - self._at).manhattanLength() < QApplication.startDragDistance():
                return
            self._begin(self._what())
        self._copies = bool(keys & Qt.KeyboardModifier.ControlModifier)
        self.aim()
        self.pulled.emit(self._canvas.mapToGlobal(at))

    def _what(self) -> Doing:
        """What a pull from where the mouse was pressed means."""
        if not self.may_edit() or (not self.sessions and self._adds):
            return Doing.GATHERING
        if not self.sessions:
            return Doing.CREATING
        if self.sessions[0].locked and not self._adds:
            return Doing.HELD
        if self._zone is Zone.BODY:
            return Doing.MOVING
        return Doing.STRETCHING_TOP if self._zone is Zone.TOP else Doing.STRETCHING_BOTTOM

    def _begin(self, doing: Doing) -> None:
        self.doing = doing
        if doing is Doing.MOVING and not self._adds:
            self.sessions = [s for s in self.sessions if not s.locked]
        self._turning.start()
        self.began.emit()

    def release(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.let_go(event.position().toPoint(), event.modifiers())

    def let_go(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        """Let go at a point of the canvas: what was aimed at is asked for."""
        if self.doing not in (Doing.IDLE, Doing.PRESSED):
            self.pull_to(at, keys)
        doing, places, new, sessions = self.doing, self.places, self._new, self.sessions
        copies, on_board, band = self._copies, self._is_on_board(), self._band()
        self.cancel()
        if doing is Doing.PRESSED:
            self.clicked.emit(sessions[0].id if sessions else "", self._adds)
        elif doing is Doing.GATHERING:
            self.gathered.emit(self._canvas.within(band))
        elif doing is Doing.CREATING and new is not None:
            self.drawn.emit(new)
        elif doing is Doing.MOVING and not on_board:
            self.dropped.emit(sessions, self._canvas.mapToGlobal(at))
        elif doing in _CHANGES and places:
            self.placed.emit(places, copies and doing is Doing.MOVING)

    def knock(self, event: QMouseEvent) -> None:
        """A double click: on a session to name it, on the ground for a new one."""
        at, scene = event.position().toPoint(), self._scene()
        block = self._canvas.block_at(at)
        if event.button() is not Qt.MouseButton.LeftButton or scene is None:
            return
        if block is not None:
            self.knocked.emit(block.block.session)
        elif self.may_edit():
            spot = self._spot(scene, at)
            later = spot.minute + max(NEW_LENGTH - scene.grid, 0)
            self.drawn.emit(created(scene, spot, Spot(spot.room, later)))

    def cancel(self) -> bool:
        """Drop what is being done; ``False`` if there was nothing."""
        was = self.doing
        self.doing = Doing.IDLE
        self.places, self._new, self.sessions = {}, None, []
        self._judging.stop()
        self._turning.stop()
        self._ghost.hide()
        if was is not Doing.IDLE:
            self._canvas.keep(None)
            self.ended.emit()
        return was not in (Doing.IDLE, Doing.PRESSED)

    def heed(self, dossier: Dossier) -> None:
        """Let go of what is held if it is another by now: undone, removed, of another edition.

        So too where the room it is pulled into is gone.
        """
        aims = [*self.places.values(), *([self._new] if self._new else [])]
        rooms = {room for place in aims for room in place.rooms or ()}
        other = any(dossier.session.get(held.id) != held for held in self.sessions)
        if self.is_busy and (other or not rooms <= dossier.room.keys()):
            self.cancel()

    # Aiming

    def _spot(self, scene: Scene, at: QPoint) -> Spot:
        scale = self._canvas.scale
        return scene.spot(scale.column_at(at.x()), scale.minute_at(at.y()))

    def _is_on_board(self) -> bool:
        view = self._view()  # the hours and the names of the rooms still count
        return view.adjusted(-RAIL, -HEAD, 2, 2).contains(self._pointer)

    def _view(self) -> QRect:
        return QRect(-self._canvas.pos(), self._area.viewport().size())

    def _band(self) -> QRect:
        return QRect(self._at, self._pointer).normalized()

    def aim(self) -> None:
        """Show where things would come to."""
        scene = self._scene()
        if scene is None:
            return
        spot = self._spot(scene, self._pointer)
        view = self._canvas.mapTo(self._area.viewport(), self._pointer)
        words = self._canvas.work.words
        if self.doing is Doing.HELD:
            text = words("“{title}” is locked and stays.", title=self.sessions[0].title)
            self._ghost.say(text, "lock", view)
        elif self.doing is Doing.MOVING and not self._is_on_board():
            self.places = {}
            text = self.elsewhere(self._canvas.mapToGlobal(self._pointer))
            self._ghost.say(text, "", view)
        elif self.doing is Doing.GATHERING:
            self._ghost.show_at([self._band()], "", view)
            self._ghost.tag.hide()
        elif self.doing is Doing.CREATING:
            self._new = created(scene, self._grip, spot)
            self._outline({"": self._new}, view)
        elif self.sessions:
            self._aim_at(scene, spot, view)

    def _aim_at(self, scene: Scene, spot: Spot, view: QPoint) -> None:
        before = self.places
        if self.doing is Doing.MOVING:
            aimed = moved(scene, self.sessions, self._grip, spot)
        else:
            by, top = spot.minute - self._grip.minute, self.doing is Doing.STRETCHING_TOP
            aimed = stretched(scene, self.sessions[0], by, top=top)
        self.places = aimed if self._copies else changes(scene.dossier, aimed)
        self._outline(aimed if self._copies else with_followers(scene.dossier, aimed), view)
        if self.places != before:
            self._judging.start()

    def _outline(self, places: Mapping[str, Place], view: QPoint) -> None:
        boxes = [
            self._canvas.place(block)
            for session, place in places.items()
            for block in self.blocks(session, place)
        ]
        first = next(iter(places.values()), None)
        time = span(first.starts, first.ends) if first is not None else ""
        if self._copies and self.doing is Doing.MOVING:
            time = self._canvas.work.words("Copy at {time}", time=time)
        self._ghost.show_at(boxes, time, view)

    def blocks(self, session: str, place: Place) -> list[Block]:
        """Where a place of a session (``""``: a new one) lies on the day shown."""
        scene = self._scene()
        if place.starts is None or scene is None:
            return []
        rooms = place.rooms
        if rooms is None:
            record = scene.dossier.session[session]
            rooms = tuple(room.id for room in scene.dossier.rooms_of(record))
        starts = scene.table.minute(place.starts)
        length = max(length_of(place.minutes), SHORTEST)
        return [
            Block(session, first, last, starts, min(starts + length, scene.table.ends))
            for first, last in scene.table.across(rooms)
        ]

    def judge_now(self) -> None:
        """Ask the checks what they say to the places aimed at."""
        if self.doing in _CHANGES and self.places:
            answer = self.judge(self.places)
            if answer is not None:
                self._ghost.judge(*answer)

    def scroll(self) -> None:
        """Scroll while the pointer is near an edge of the view."""
        view = self._view()
        at, way = self._pointer, self._pointer - self._at
        right = (at.x() > view.right() - NEAR) - (at.x() < view.left() + NEAR)
        down = (at.y() > view.bottom() - NEAR) - (at.y() < view.top() + NEAR)
        # Only on the way there: what was taken hold of near an edge may stay near it.
        right = right if right * way.x() > 0 and self.doing not in _STRETCHES else 0
        down = down if down * way.y() > 0 else 0
        area = self._area
        before = self._canvas.pos()
        for bar, by in ((area.horizontalScrollBar(), right), (area.verticalScrollBar(), down)):
            if by:
                bar.setValue(bar.value() + by * 14)
        if self._canvas.pos() != before:
            self._pointer += before - self._canvas.pos()
            self.aim()


_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
