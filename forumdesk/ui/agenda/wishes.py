# SPDX-License-Identifier: MIT
"""What the board asks for, done to the edition that is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place
from forumdesk.domain.wording import Text
from forumdesk.services import placing
from forumdesk.services.arranging import place_sessions
from forumdesk.services.planning import add_session, change_session
from forumdesk.ui.agenda.rows import next_start
from forumdesk.ui.board import clipboard
from forumdesk.ui.board.aims import NEW_LENGTH, pasted
from forumdesk.ui.board.view import Board
from forumdesk.ui.workspace import Workspace


class BoardWishes(QObject):
    """``dayWanted`` carries a day to be shown, ``datesWanted`` an edition that has none."""

    dayWanted = Signal(object)
    datesWanted = Signal(object)

    def __init__(self, work: Workspace, board: Board) -> None:
        super().__init__(board)
        self.work, self.board = work, board
        board.beyond.dayWanted.connect(self.dayWanted)
        board.placed.connect(self._place)
        board.drawn.connect(self._draw)
        board.renamed.connect(self._rename)
        board.beyond.untimed.connect(self._untime)
        board.beyond.dayMoved.connect(self._to_day)
        board.naming.put.connect(self._put_item)
        board.scheduled.connect(self._schedule)
        board.pasted.connect(self._paste)

    def _place(self, places: Mapping[str, Place], copies: bool) -> None:
        if not copies:
            self.work.run(place_sessions, places)
        elif made := self.work.run(placing.copy_sessions, places):
            self.board.choose([session.id for session in made])

    def _draw(self, place: Place, title: Text) -> None:
        made = self.work.run(placing.add_session_at, self.work.edition, place, title)
        if made is not None:
            self.board.select_session(made.id)

    def _put_item(self, session: str, title: Text) -> None:
        self.work.run(add_session, self.work.edition, {"title": title}, parent=session)

    def _rename(self, session: str, title: Text) -> None:
        self.work.run(change_session, session, {"title": title})

    def _untime(self, sessions: Sequence[str]) -> None:
        self.work.run(placing.untime_sessions, sessions)

    def _to_day(self, sessions: Sequence[str], day: date) -> None:
        """Sessions to another day, at the same time."""
        dossier = self.work.dossier
        if dossier is None:
            return
        places = {}
        for session in (dossier.session[key] for key in sessions):
            before = dossier.day_of(session)
            if before is not None and session.starts is not None:
                places[session.id] = Place(session.starts + (day - before), session.minutes)
        if places and self.work.done(place_sessions, places)[0]:
            self.dayWanted.emit(day)
            self.board.choose(list(places))

    def _schedule(self, session: str) -> None:
        """A session that waits for a time begins after the last one of the day."""
        dossier, day = self.work.dossier, self.board.day
        if dossier is None:
            return
        if day is None:
            self.datesWanted.emit(dossier)
            return
        place = Place(_after_last(dossier, day), dossier.session[session].minutes)
        self.work.run(place_sessions, {session: place})
        self.board.select_session(session)

    def _paste(self) -> None:
        """Copies of what is on the clipboard, or new sessions of the titles there."""
        scene, words = self.board.scene(), self.work.words
        if scene is None:
            return
        made = None
        cursor = scene.dossier.session.get(self.board.current_session())
        if held := clipboard.sessions(scene.dossier):
            made = self.work.run(placing.copy_sessions, pasted(scene, held, cursor))
        elif titles := [Text.of({words.language: text}) for text in clipboard.titles()]:
            place = self._next_place(scene.dossier, scene.table.day)
            made = self.work.run(placing.add_sessions_at, self.work.edition, place, titles)
        else:
            self.work.messages.tell(words("There are no sessions on the clipboard."))
        if made:
            self.board.choose([session.id for session in made])

    def begin_new(self) -> bool:
        """Begin to name a new session, after that of the cursor; ``False`` without a day."""
        dossier, day = self.work.dossier, self.board.day
        if dossier is None or day is None:
            return False
        self.board.begin_new(self._next_place(dossier, day))
        return True

    def _next_place(self, dossier: Dossier, day: date) -> Place:
        session = dossier.session.get(self.board.current_session())
        if session is not None and session.ends is not None:
            rooms = tuple(room.id for room in dossier.rooms_of(session))
            return Place(session.ends, NEW_LENGTH, rooms)
        return Place(_after_last(dossier, day), NEW_LENGTH, ())


def _after_last(dossier: Dossier, day: date) -> datetime:
    return next_start([s for s in dossier.program if dossier.day_of(s) == day], day)
