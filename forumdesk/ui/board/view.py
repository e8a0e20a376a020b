# SPDX-License-Identifier: MIT
"""The board: a program day with its rooms beside one another, and a tray for what has no time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier, program_day
from forumdesk.domain.lanes import GRIDS, timetable
from forumdesk.domain.placing import Place
from forumdesk.domain.times import known_zone
from forumdesk.ui.board import clipboard
from forumdesk.ui.board.aims import Scene
from forumdesk.ui.board.area import FIT, View, sized
from forumdesk.ui.board.beyond import Beyond
from forumdesk.ui.board.block import SessionBlock
from forumdesk.ui.board.canvas import Canvas
from forumdesk.ui.board.ghost import Ghost
from forumdesk.ui.board.hand import Answer, MouseHand
from forumdesk.ui.board.heads import HEAD, RAIL, RoomHeads, TimeRail
from forumdesk.ui.board.keys import Keys
from forumdesk.ui.board.nothing import EmptyBoard
from forumdesk.ui.board.nowline import NowLine
from forumdesk.ui.board.painting import State
from forumdesk.ui.board.title import HEIGHT as LINE_HEIGHT
from forumdesk.ui.board.title import Naming
from forumdesk.ui.board.tray import Tray
from forumdesk.ui.labels import hairline
from forumdesk.ui.problems import marks_of_sessions
from forumdesk.ui.workspace import Workspace

SOON = 20_000  # milliseconds between two looks at the clock
IDLE = 120  # milliseconds after a scroll until what is near the view is made


class Board(QWidget):
    """Shows a program day and lets it be arranged; it asks for changes and never makes them.

    ``picked`` carries the session the cursor is on (``""``: none). Asked for are: ``placed``
    (places by session, whether as copies), ``drawn`` (place and title of a new session),
    ``renamed`` (session, title), ``scheduled`` (a session of the tray), ``removeWanted``,
    ``pasted`` (what the clipboard holds); ``menuWanted`` for a context menu at a point of the
    screen; what ``beyond`` asks for. ``zoomChanged`` tells that it was, ``roomPicked`` that a
    room's head was clicked.
    """

    picked = Signal(str)
    placed = Signal(object, bool)
    drawn = Signal(object, object)
    renamed = Signal(str, object)
    scheduled = Signal(str)
    removeWanted = Signal()
    pasted = Signal()
    menuWanted = Signal(QPoint)
    zoomChanged = Signal()
    roomPicked = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.day: date | None = None
        self.zoom = 15
        self._dossier: Dossier | None = None
        self._chosen: dict[str, None] = {}
        self._current = ""
        self.canvas = Canvas(work)
        self.view = View(self.canvas)
        self.heads, self.rail, self.tray = RoomHeads(work), TimeRail(work), Tray(work)
        self.ghost = Ghost(work, self.canvas, self.view.viewport())
        self.now = NowLine(self.canvas, work.look)
        self.hand = MouseHand(self.view, self.canvas, self.ghost, self.scene)
        self.beyond = Beyond(work, self.hand, self.tray)
        self.canvas.hand = self.hand
        self.canvas.keys = Keys(self).press
        self.nothing = EmptyBoard(self.view.viewport(), work.words)
        self.naming = Naming(self.canvas, work.words)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        corner = QWidget()
        corner.setFixedSize(RAIL, HEAD)
        corner.setProperty("look", "window")
        corner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(corner, 0, 0)
        layout.addWidget(self.heads, 0, 1)
        layout.addWidget(self.rail, 1, 0)
        layout.addWidget(self.view, 1, 1)
        self._line: QFrame = hairline(vertical=True)
        layout.addWidget(self._line, 0, 2, 2, 1)
        layout.addWidget(self.tray, 0, 3, 2, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)

    def _wire(self) -> None:
        self.view.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.view.resized.connect(self._rescale)
        self.view.zoomed.connect(self.step_zoom)
        self.canvas.focused.connect(self._focused)
        self.heads.picked.connect(self.roomPicked)
        self.naming.drawn.connect(self.drawn)
        self.naming.renamed.connect(self.renamed)
        self.naming.ended.connect(self._named)
        hand = self.hand
        hand.chosen = self.selected_sessions
        hand.may_edit = lambda: self.work.editable
        hand.judge = self._judged
        hand.clicked.connect(self._clicked)
        hand.gathered.connect(self._gathered)
        hand.knocked.connect(self.edit_title)
        hand.placed.connect(self.placed)
        hand.drawn.connect(self.begin_new)
        hand.began.connect(self._restate)
        hand.ended.connect(self._restate)
        self.tray.picked.connect(self._picked_in_tray)
        self.tray.list.pulled.connect(self._pull_from_tray)
        self.tray.list.pulling.connect(lambda at, keys: hand.pull_to(self._on_canvas(at), keys))
        self.tray.list.letGo.connect(lambda at, keys: hand.let_go(self._on_canvas(at), keys))
        self.tray.list.entered.connect(self.scheduled)
        self.tray.list.escaped.connect(hand.cancel)
        self.tray.list.removeWanted.connect(self.removeWanted)
        self._nearing = QTimer(self)
        self._nearing.setSingleShot(True)
        self._nearing.setInterval(IDLE)
        self._nearing.timeout.connect(self._populate_near)
        self._tick = QTimer(self)
        self._tick.setInterval(SOON)
        self._tick.timeout.connect(self._show_now)
        self._tick.start()

    # Showing

    def show_day(self, dossier: Dossier, day: date | None) -> None:
        """Show a program day as it is now; cursor, choice and scroll stay if it is the same."""
        before = self._dossier.edition.id if self._dossier is not None else ""
        other = day != self.day or before != dossier.edition.id
        self._dossier, self.day = dossier, day
        self.hand.heed(dossier)
        self.canvas.editable = self.work.editable
        table = timetable(dossier, day or date(2000, 1, 1))
        self.canvas.show_table(dossier, table)
        waiting = [s for s in dossier.program if s.starts is None]
        self.tray.show_sessions(dossier, waiting)
        self._line.setVisible(bool(waiting))
        self._chosen = {s: None for s in self._chosen if self.canvas.has(s)}
        if not self.canvas.has(self._current):
            gone, self._current = self._current, ""
            self.tray.select(gone)
        self._rescale()
        if other and self.isVisible():
            self.scroll_to_first()
        self._restate()
        self._keep_in_view()
        self._show_nothing()

    def _show_nothing(self) -> None:
        if self._dossier is not None:
            table = self.canvas.table if self.day is not None else None
            self.nothing.show_for(self._dossier, table, editable=self.work.editable)

    def _keep_in_view(self) -> None:
        """Go after the session that a key has moved."""
        block = self.canvas.block_of(self._current)
        if block is not None and block.hasFocus():
            self._reveal(block)

    def scene(self) -> Scene | None:
        """What aims are taken on; ``None`` while no day is shown."""
        if self._dossier is None or self.canvas.table is None or self.day is None:
            return None
        return Scene(self._dossier, self.canvas.table, self.canvas.grid)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Mark the sessions that something was found about."""
        self.canvas.show_problems(marks_of_sessions(problems))

    def _restate(self) -> None:
        """Let what is chosen, under the cursor, or being moved stand out."""
        moving = {s.id for s in self.hand.sessions} if self.hand.is_moving else set()
        ids = {*self._chosen, self._current, *moving} - {""}
        states = {
            key: State(key in self._chosen, key == self._current, key in moving) for key in ids
        }
        self.canvas.show_states(states)
        self._let_tab_in()

    def _let_tab_in(self) -> None:
        """One stop for Tab."""
        stop = self._stop()
        for made in self.canvas.made.values():
            focus = Qt.FocusPolicy.StrongFocus if made is stop else Qt.FocusPolicy.ClickFocus
            if made.focusPolicy() is not focus:
                made.setFocusPolicy(focus)
        self.canvas.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if stop is None else Qt.FocusPolicy.ClickFocus
        )

    def _stop(self) -> SessionBlock | None:
        """Where the keyboard comes to: the session under the cursor, else the first."""
        table = self.canvas.table
        first = table.blocks[0].session if table and table.blocks else ""
        return self.canvas.block_of(self._current or first)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the day begins."""
        super().showEvent(event)
        self._rescale()
        if self.view.verticalScrollBar().value() == 0:
            self.scroll_to_first()

    def hideEvent(self, event: QHideEvent) -> None:
        """What can't be seen is not pulled on."""
        super().hideEvent(event)
        self.hand.cancel()

    # Size

    def _rescale(self) -> None:
        """Give columns and minutes the room there is."""
        table = self.canvas.table
        if table is None:
            return
        scale, grid = sized(table, self.view.viewport().size(), self.zoom)
        self.canvas.set_scale(scale, grid)
        width = round(scale.column * len(table.columns))
        self.canvas.resize(width, round(scale.top(table.ends)))
        if self._dossier is not None:
            self.heads.show_rooms(self._dossier, table, scale)
        self.rail.show_table(table, scale)
        self._scrolled()
        self._show_now()

    def _scrolled(self) -> None:
        self.heads.scroll_to(self.view.horizontalScrollBar().value())
        self.rail.scroll_to(self.view.verticalScrollBar().value())
        if self.isVisible():
            self.canvas.populate(self.view.part())
            self._nearing.start()
        self.naming.line.raise_()

    def _populate_near(self) -> None:
        """Make what is a little outside the view while there is nothing else to do."""
        view = self.view.part()
        self.canvas.populate(view.adjusted(-200, -view.height() // 3, 200, view.height() // 3))
        self.naming.line.raise_()

    def scroll_to_first(self) -> None:
        """Scroll to where the day's first session begins, or on the day itself to now.

        Fitted, the whole day is in view.
        """
        if (table := self.canvas.table) is not None:
            first, last = table.used
            if self.rail.now is not None and first < self.rail.now < last and self.zoom != FIT:
                first = self.rail.now - 60
            air = 8 if self.zoom == FIT else 24
            self.view.verticalScrollBar().setValue(round(self.canvas.scale.top(first)) - air)

    def set_zoom(self, zoom: int, at: int | None = None) -> None:
        """Another grid, or ``FIT``; the time at a height of the view (its middle) stays."""
        if zoom == self.zoom:
            return
        bar = self.view.verticalScrollBar()
        at = self.view.viewport().height() // 2 if at is None else at
        minute = self.canvas.scale.minute_at(bar.value() + at)
        self.zoom = zoom
        self._rescale()
        if zoom == FIT:
            self.scroll_to_first()
        else:
            bar.setValue(round(self.canvas.scale.top(minute)) - at)
        self.zoomChanged.emit()

    def step_zoom(self, by: int, at: int | None = None) -> None:
        """A finer (1) or coarser (-1) grid."""
        place = GRIDS.index(self.canvas.grid) - by
        if 0 <= place < len(GRIDS):
            self.set_zoom(GRIDS[place], at)
        elif self.zoom == FIT:
            self.set_zoom(self.canvas.grid, at)

    def _show_now(self) -> None:
        """The line of the time now, on the day itself."""
        table, dossier = self.canvas.table, self._dossier
        minute = None
        if table is not None and dossier is not None and self.day is not None:
            place = known_zone(dossier.edition.timezone)
            wall = self.work.desk.now().astimezone(place).replace(tzinfo=None)
            if program_day(wall, dossier.edition.day_boundary) == self.day:
                minute = table.minute(wall)
        self.rail.now = minute
        self.rail.update()
        self.now.show_at(None if minute is None else round(self.canvas.scale.top(minute)))

    # The cursor and the choice

    def current_session(self) -> str:
        """The session the cursor is on, on the board or in the tray; ``""`` for none."""
        return self._current or self.tray.current_session()

    def selected_sessions(self) -> list[str]:
        """The chosen sessions by time, or those chosen in the tray."""
        table = self.canvas.table
        if not self._chosen or table is None:
            return self.tray.selected_sessions()
        return list(dict.fromkeys(b.session for b in table.blocks if b.session in self._chosen))

    def select_session(self, session: str) -> bool:
        """Put the cursor on a session and bring it into view; ``False`` if it isn't here."""
        if self.tray.select(session):
            self.choose([])
            return True
        if not self.canvas.has(session):
            return False
        self.choose([session])
        return True

    def choose(self, sessions: Sequence[str], *, current: str | None = None) -> None:
        """Choose sessions; the cursor is on the last, or on ``current``."""
        before = self.current_session()
        self._chosen = dict.fromkeys(sessions)
        self._current = (sessions[-1] if sessions else "") if current is None else current
        if self._current:
            self.tray.forget()
        self._restate()
        block = self.canvas.block_of(self._current)
        if block is not None:
            self._reveal(block)
            if self._has_focus() and not block.hasFocus():
                block.setFocus()
        if self.current_session() != before:
            self.picked.emit(self.current_session())

    def _has_focus(self) -> bool:
        focused = self.focusWidget()
        return self.canvas.hasFocus() or (isinstance(focused, SessionBlock) and focused.hasFocus())

    def _reveal(self, block: SessionBlock) -> None:
        """Scroll as little as is needed; of what is larger than the view, to its beginning."""
        if self.hand.is_busy:
            return
        place = block.geometry()
        aside, air = min(place.width() // 2, 60) + 8, 24
        if place.height() + 2 * air < self.view.height():
            self.view.ensureVisible(place.center().x(), place.bottom() - 8, aside, air)
        self.view.ensureVisible(place.center().x(), place.top() + 8, aside, air)

    def _focused(self, session: str) -> None:
        """The keyboard, or a click, came to a session."""
        if session != self._current and not self.hand.is_busy:
            self.choose([session])

    def _clicked(self, session: str, adds: bool) -> None:
        if not session:
            self.canvas.setFocus()
            self.choose([])
        elif not adds:
            self.choose([session])
        else:
            self.toggle(session)

    def toggle(self, session: str) -> None:
        """Add a session to those chosen, or take it from them; the cursor goes there."""
        chosen = [s for s in self._chosen if s != session]
        if len(chosen) == len(self._chosen):
            chosen.append(session)
        self.choose(chosen, current=session)

    def _gathered(self, sessions: Sequence[str]) -> None:
        self.choose([*dict.fromkeys([*self._chosen, *sessions])])

    def focus_board(self) -> None:
        """Put the keyboard on the board."""
        (self._stop() or self.canvas).setFocus()

    def _picked_in_tray(self, session: str) -> None:
        if session:
            self._chosen, self._current = {}, ""
            self._restate()
            self.picked.emit(session)

    # The clipboard

    def copy(self) -> None:
        """The chosen sessions to the clipboard."""
        if self._dossier is not None and (ids := self.selected_sessions()):
            clipboard.put(self._dossier, [self._dossier.session[key] for key in ids])

    def cut(self) -> None:
        """The chosen sessions to the clipboard, and away."""
        self.copy()
        self.removeWanted.emit()

    def paste(self) -> None:
        """Copies of the sessions on the clipboard, or new ones by the titles that stand there."""
        self.pasted.emit()

    # Pulling

    def _judged(self, places: Mapping[str, Place]) -> Answer | None:
        """What the checks would say; ``None`` while they have not looked yet."""
        from forumdesk.domain.checks.incremental import verdict  # noqa: PLC0415 - not at the start

        known, dossier = self.work.findings, self.work.dossier
        return verdict(known, dossier, places) if known and dossier else None

    def _on_canvas(self, at: QPoint) -> QPoint:
        return self.canvas.mapFromGlobal(at)

    def _pull_from_tray(self, session: str) -> None:
        if self._dossier is not None and session and self.work.editable:
            self.hand.hold(self._dossier.session[session])

    # Typing a title

    def edit_title(self, session: str = "") -> None:
        """Type the title of a session (that of the cursor) in place."""
        session = session or self._current
        block = self.canvas.block_of(session)
        if block is not None and self._dossier is not None and self.work.editable:
            self.naming.rename(block.geometry(), self._dossier, self._dossier.session[session])

    def begin_new(self, place: Place) -> None:
        """A place for a new session: type what is to stand there."""
        blocks = [self.canvas.place(block) for block in self.hand.blocks("", place)]
        if blocks and self._dossier is not None:
            self.view.ensureVisible(blocks[0].center().x(), blocks[0].top() + 8, 60, 40)
            self.nothing.hide()
            self.naming.name(blocks[0], self._dossier, place)
            self.ghost.show_at(blocks, "", QPoint())
            self.ghost.tag.hide()
            self.naming.line.raise_()

    def begin_item(self) -> None:
        """Type the title of a new item, over the foot of the session of the cursor."""
        block = self.canvas.block_of(self._current)
        if block is not None and self._dossier is not None and self.work.editable:
            place = block.geometry()
            place.setTop(max(place.top(), place.bottom() - LINE_HEIGHT))
            self.naming.item(place, self._dossier, self._dossier.session[self._current])

    def _named(self) -> None:
        self.ghost.hide()
        self._show_nothing()
        self.focus_board()

    def commit(self) -> None:
        """Take over what is being typed."""
        self.naming.line.commit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu beside the mouse, or by the keyboard at the session."""
        block = self.canvas.block_of(self._current)
        if event.reason() is QContextMenuEvent.Reason.Keyboard and block is not None:
            self.menuWanted.emit(block.mapToGlobal(QPoint(16, min(24, block.height()))))
            return
        under = self.canvas.block_at(self.canvas.mapFromGlobal(event.globalPos()))
        if under is not None and under.block.session not in self._chosen:
            self.choose([under.block.session])
        self.menuWanted.emit(event.globalPos())
