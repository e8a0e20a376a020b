# SPDX-License-Identifier: MIT
"""The agenda page: the sessions of a day as a board, as a list, and as they will print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QMenu,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import Session, SessionStatus
from forumdesk.domain.desk import ForumDeskError, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import GRIDS
from forumdesk.domain.typed_names import unknown_rooms
from forumdesk.domain.wording import EMPTY
from forumdesk.services import arranging, cells, naming_things, planning
from forumdesk.ui.actions import fill_menu
from forumdesk.ui.agenda.bar import PlanBar
from forumdesk.ui.agenda.columns import columns
from forumdesk.ui.agenda.commands import COMMANDS
from forumdesk.ui.agenda.daybar import DayBar
from forumdesk.ui.agenda.nothing import Nothing
from forumdesk.ui.agenda.rows import ALL_DAYS, UNTIMED, Shown, next_start, rows
from forumdesk.ui.agenda.switch import BOARD, LIST, PAGE, VIEWS
from forumdesk.ui.agenda.table import SessionTable
from forumdesk.ui.agenda.wishes import BoardWishes
from forumdesk.ui.board.area import FIT
from forumdesk.ui.board.view import Board
from forumdesk.ui.grid.pasting import Cell, Pasted
from forumdesk.ui.labels import hairline
from forumdesk.ui.messages import Banner
from forumdesk.ui.pages import Page
from forumdesk.ui.remedies import add_remedies, problems_in
from forumdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from forumdesk.ui.sheets.press import Order
    from forumdesk.ui.sheets.sheet import SheetView


class AgendaPage(Page):
    """Plan the sessions of an edition."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self.days = DayBar(work.words)
        self.table = SessionTable(work)
        self.board: Board = Board(work)
        self.sheet: SheetView | None = None
        self.view = ""  # none yet: what suits the edition
        self._planned = ""  # the view before that of paper
        self._bring = ""  # the session the cursor is to go to in the view turned to
        self._suits = ""  # the edition the view was found to suit
        self._wanted = ""  # the view the user has chosen
        self._views = QStackedLayout()
        self.bar = PlanBar(work.words, work.look, self.days)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(hairline())
        layout.addLayout(self._views, 1)
        for view in (self.table, self.board):  # not before they get a parent: one were a window
            self._views.addWidget(view)
        self.days.picked.connect(self._show_day)
        self.table.picked.connect(self._picked)
        self.table.pasted.connect(self._paste)
        self.table.emptied.connect(self._empty)
        self.table.sessions.enter = self._enter
        self.table.menuWanted.connect(self._menu)
        self._wire_bar()
        self._wire_board()
        self.nothing = Nothing(work.words, self.table)
        self.nothing.button.clicked.connect(self.add_session)
        work.problemsFound.connect(self._mark_problems)
        work.refused.connect(self._refused)

    def _wire_board(self) -> None:
        board = self.board
        board.beyond.day_at = self.days.day_at
        board.picked.connect(self._picked)
        board.menuWanted.connect(self._menu)
        board.removeWanted.connect(self.remove)
        board.zoomChanged.connect(self._show_zoom)
        self.wishes = BoardWishes(self.work, board)
        self.wishes.dayWanted.connect(self.show_day)
        self.wishes.datesWanted.connect(self._offer_dates)
        board.roomPicked.connect(self._room_picked)
        board.nothing.datesWanted.connect(self._go_to_dates)
        board.nothing.sessionWanted.connect(self.add_session)
        board.nothing.roomTyped.connect(self._add_room)

    def _wire_bar(self) -> None:
        self.bar.switch.picked.connect(self.show_view)
        self.bar.zoom.stepped.connect(self.board.step_zoom)
        self.bar.zoom.fitted.connect(self.fit)
        self.bar.new.clicked.connect(self.add_session)

    # Showing

    @property
    def on_paper(self) -> bool:
        """Whether the page as it will print is shown."""
        return self.view == PAGE

    @property
    def on_board(self) -> bool:
        """Whether the board is shown."""
        return self.view == BOARD

    @property
    def planner(self) -> Board | SessionTable:
        """What sessions are chosen in: the board, or the list."""
        return self.board if self.on_board else self.table

    def show_view(self, view: str) -> None:
        """Show the sessions on the board, as the list, or as they will print (``VIEWS``)."""
        self._wanted = view
        self._turn_to(view)
        if self.work.dossier is not None:
            self.show_edition(self.work.dossier)

    def show_paper(self, paper: bool) -> None:
        """Show the sessions as they will print, or what was shown before."""
        self.show_view(PAGE if paper else self._planned or LIST)

    def _turn_to(self, view: str) -> None:
        """Bring a view into sight; the cursor comes along."""
        if view == self.view:
            return
        self.commit()
        cursor = self.planner.current_session()
        if self.on_paper:
            cursor = ""
        if view == PAGE and self.sheet is None:
            # The sheet loads what paper needs: only when it is first wanted.
            from forumdesk.ui.sheets.sheet import SheetView  # noqa: PLC0415

            self.sheet = SheetView(self.work, "agenda", strip=False)
            self._views.addWidget(self.sheet)
        self.view = view
        if view != PAGE:
            self._planned = view
        shown = {BOARD: self.board, LIST: self.table, PAGE: self.sheet}[view]
        if shown is not None:
            self._views.setCurrentWidget(shown)
        self.bar.mark(view)
        self._bring = cursor

    def _suited(self, dossier: Dossier) -> str:
        """The view the user chose; else the board, for sessions with rooms and times.

        Once shown, an edition stays as it is shown, whatever is added to it.
        """
        if self._wanted or self._suits == dossier.edition.id:
            return self._wanted or self.view
        self._suits = dossier.edition.id
        return BOARD if dossier.rooms and any(s.starts for s in dossier.sessions) else LIST

    def _show_sheet(self, dossier: Dossier) -> None:
        if self.sheet is not None and self.on_paper:
            self.sheet.show_order(program_day_order(dossier, self._day, self.work.desk.now()))

    def show_edition(self, dossier: Dossier) -> None:
        """Show the sessions of the day chosen."""
        self._turn_to(self._suited(dossier))
        self.bar.new.setEnabled(self.work.editable)
        shown = self.days.show_days(dossier, alone=self.on_board)
        self.bar.fit()
        if self.on_board:
            self.board.show_day(dossier, self._day)
            self._show_zoom()
        elif self.on_paper:
            self._show_sheet(dossier)
        else:
            self.table.sessions.editable = self.work.editable
            self.table.show_rows(dossier, rows(dossier, shown), columns(dossier.languages))
            self.nothing.show_for(self.days.shown, self.table.sessions)
        self._mark_problems()
        if self._bring:
            cursor, self._bring = self._bring, ""
            self.planner.select_session(cursor)

    def _mark_problems(self) -> None:
        if self.on_board:
            self.board.show_problems(self.work.problems)
        else:
            self.table.sessions.show_problems(self.work.problems)

    def _show_zoom(self) -> None:
        self.bar.zoom.show_grid(self.board.canvas.grid, fits=self.board.zoom == FIT)

    def fit(self) -> None:
        """Fit the day into the view, or show it as large as before."""
        self.board.set_zoom(FIT if self.board.zoom != FIT else self.board.canvas.grid)

    def _refused(self, error: ForumDeskError) -> None:
        self.table.why = error.said(self.work.words)

    def _show_day(self, _: Shown) -> None:
        if self.work.dossier is not None:
            self.commit()
            self.show_edition(self.work.dossier)

    def show_day(self, day: Shown) -> None:
        """Show a day, if there is such a one."""
        if self.days.offers(day):
            self.days.mark(day)
            self._show_day(day)

    def select(self, subject: Subject) -> bool:
        """Put the cursor on a session, on whatever day it is; an item on its session's board."""
        dossier = self.work.dossier
        if dossier is None or subject.id not in dossier.session:
            return False
        if self.on_paper:
            self.show_paper(False)
        session = dossier.session[subject.id]
        if self.on_board and session.parent is not None:
            session = dossier.session[session.parent]
        day = dossier.day_of(session)
        if self.on_board:
            if day is not None and day != self.board.day:
                self.show_day(day)
        elif self.table.sessions.row_of(session.id) < 0:
            self.show_day(day or UNTIMED)
        return self.planner.select_session(session.id)

    def place(self) -> Mapping[str, str]:
        """The day, the session, and the view the user has chosen."""
        day = self.days.shown
        shown = day.isoformat() if isinstance(day, date) else day
        place = {"day": shown, "session": self.planner.current_session(), "as": self._wanted}
        return {**place, "zoom": str(self.board.zoom)}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to a day and a session."""
        if place.get("as") in VIEWS:
            self.show_view(place["as"])
        if (zoom := place.get("zoom", "")).isdigit() and int(zoom) in (FIT, *GRIDS):
            self.board.set_zoom(int(zoom))
        named = place.get("day", "")
        self.show_day(named if named in ("", ALL_DAYS, UNTIMED) else date.fromisoformat(named))
        if (session := place.get("session")) and not self.on_paper:
            self.planner.select_session(session)

    def commit(self) -> None:
        """Take over what is being typed in a cell or in a block."""
        self.table.commit()
        self.board.commit()

    def _picked(self, session: str) -> None:
        self.selected.emit(Subject("session", session) if session else None)

    def _room_picked(self, room: str) -> None:
        self.selected.emit(Subject("room", room) if room else None)

    def _go_to_dates(self) -> None:
        self.work.go(Subject("edition", self.work.edition, "first_day"))

    def _add_room(self, name: str) -> None:
        self.work.run(naming_things.add_room_by_name, self.work.edition, name)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        fill_menu(menu, self.commands, self.actions(), self.work.look.icons)
        if self.session is not None:
            add_remedies(menu, self.work, problems_in(self.work, self.session.id))
        menu.exec(at)

    # Doing

    @property
    def session(self) -> Session | None:
        """The session the cursor is on."""
        dossier = self.work.dossier
        return dossier.session.get(self.planner.current_session()) if dossier else None

    @property
    def chosen(self) -> list[str]:
        """The ids of the chosen sessions, on the board or in the list.

        What is shown may still be another edition's, until this page comes into sight.
        """
        known = dossier.session if (dossier := self.work.dossier) else {}
        return [session for session in self.planner.selected_sessions() if session in known]

    def choose(self, sessions: Sequence[str]) -> None:
        """Choose sessions; the cursor is on the last."""
        if self.on_board:
            self.board.choose(sessions)
        elif sessions:
            self.table.select_session(sessions[-1])

    @property
    def _day(self) -> date | None:
        return self.days.shown if isinstance(self.days.shown, date) else None

    def _enter(self, row: int, column: int, text: str) -> bool:
        """Take over a typed cell; ``False`` if it was refused."""
        name = self.table.sessions.columns[column].id
        dossier = self.work.dossier
        if dossier is None:
            return False
        if row >= len(self.table.sessions.rows):
            return not text.strip() or self._add_typed(dossier, name, text)
        session = self.table.sessions.rows[row].session.id
        if name == "rooms" and (unknown := unknown_rooms(dossier.rooms, text)):
            self._offer_rooms(session, text, unknown)
            return False
        if name in ("starts", "ends") and text.strip() and not self._has_day(dossier, session):
            self._offer_dates(dossier)
            return False
        done, _ = self.work.done(cells.set_cell, session, name, text, day=self._day)
        return done

    def _add_typed(self, dossier: Dossier, column: str, text: str) -> bool:
        after = self._after()
        done, made = self.work.done(
            cells.add_typed, dossier.edition.id, column, text, day=self._day, after=after
        )
        if made is not None:
            self.table.select_session(made.id)
        return done

    def _after(self) -> datetime | None:
        """When the next new session begins."""
        shown = [row.session for row in self.table.sessions.rows]
        return next_start(shown, self._day) if self._day else None

    def _paste(self, pasted: Pasted) -> None:
        if self.work.dossier is not None:
            edition, after = self.work.edition, self._after()
            self.work.run(
                cells.paste_cells,
                edition,
                pasted.cells,
                pasted.lines,
                day=self._day,
                after=after,
            )

    def _empty(self, chosen: Sequence[Cell]) -> None:
        named = [(session, column) for session, column, _ in chosen]
        self.work.run(cells.empty_cells, named, day=self._day)

    def _has_day(self, dossier: Dossier, session: str) -> bool:
        first = self._day or dossier.edition.first_day
        return bool(first or dossier.day_of(dossier.session[session]))

    def _offer_rooms(self, session: str, text: str, unknown: Sequence[str]) -> None:
        """Say that a room isn't there, and offer to add it."""
        words = self.work.words
        self.table.why = words("This edition has no room “{name}”.", name=unknown[0])
        offer = words.plural(
            "Add the room “{name}”", "Add {count} rooms", len(unknown), name=unknown[0]
        )

        def add() -> None:
            self.table.give_up()
            self.work.run(cells.add_rooms_and_set, session, text, words.language)

        self.work.messages.show(Banner("refused", self.table.why, "warning", ((offer, add),)))

    def _offer_dates(self, dossier: Dossier) -> None:
        """Say that there is no day for a time yet, and offer to go to the edition's dates."""
        words = self.work.words
        self.table.why = words("Set the dates of the edition first; then sessions get times.")
        dates = Subject("edition", dossier.edition.id, "first_day")

        def go() -> None:
            self.table.give_up()
            self.work.go(dates)

        offers = ((words("Set the dates"), go),)
        self.work.messages.show(Banner("refused", self.table.why, "warning", offers))

    def add_session(self) -> None:
        """Begin to type a new session: on the board after the session of the cursor."""
        if self.on_board and self.wishes.begin_new():
            return
        self.show_view(LIST)
        self.table.edit_new()

    def add_item(self) -> None:
        """A new item in the session the cursor is on, or beside the item it is on."""
        session = self.session
        if session is None:
            return
        if self.on_board:
            self.board.begin_item()
            return
        parent = session.parent or session.id
        made = self.work.run(planning.add_session, session.edition, {"title": EMPTY}, parent=parent)
        if made is not None and self.table.select_session(made.id, self.table.title_column()):
            self.table.setFocus()
            self.table.edit(self.table.currentIndex())

    def duplicate(self) -> None:
        """Duplicate the session the cursor is on."""
        if (session := self.session) is not None:
            made = self.work.run(planning.duplicate_session, session.id)
            if made is not None:
                self.planner.select_session(made.id)

    def remove(self) -> None:
        """Remove the chosen sessions, in one step."""
        if chosen := self.chosen:
            self.work.run(planning.remove_sessions, chosen)

    def shift(self, minutes: int) -> None:
        """Move the chosen sessions by some minutes; one without a time by a place."""
        session = self.session
        if session is not None and session.starts is None:
            self.work.run(arranging.step_session, session.id, -1 if minutes < 0 else 1)
        elif chosen := self.chosen:
            self.work.run(arranging.move_sessions, chosen, minutes)

    def mark(self, status: SessionStatus) -> None:
        """Make the chosen sessions drafts, confirm or cancel them."""
        if chosen := self.chosen:
            self.work.run(planning.mark_sessions, chosen, status)

    def has_session(self) -> bool:
        """Whether the cursor is on a session."""
        return self.session is not None


def program_day_order(dossier: Dossier, day: date | None, now: datetime) -> Order:
    """The agenda of a day (``None``: of all) as the program prints it."""
    from forumdesk.handouts.catalogue import options_for  # noqa: PLC0415 - with the sheet
    from forumdesk.handouts.contents.setting import Imprint  # noqa: PLC0415
    from forumdesk.handouts.options import Section  # noqa: PLC0415
    from forumdesk.ui.sheets.press import Order  # noqa: PLC0415

    options = replace(options_for(dossier), sections=(Section.AGENDA,), day=day)
    return Order("program", dossier, options, Imprint(at=now))


AgendaPage.commands = COMMANDS
