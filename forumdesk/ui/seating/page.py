# SPDX-License-Identifier: MIT
"""The seating page: plans at the left, the plan drawn, and who has no seat yet at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import News, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room, Series, Side
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.places import Seat, Seating
from forumdesk.domain.seat_layouts import Place, room_of
from forumdesk.domain.wording import Text
from forumdesk.services import seating, seats
from forumdesk.ui.actions import fill_menu
from forumdesk.ui.completing import Completing
from forumdesk.ui.empty import empty_page
from forumdesk.ui.labels import ElidedLabel, button, hairline, label
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.messages import Question
from forumdesk.ui.pages import Page
from forumdesk.ui.seating.commands import COMMANDS, OF_SEAT
from forumdesk.ui.seating.faces import LAYOUTS, Face, faces_of, place_said
from forumdesk.ui.seating.model import SeatModel
from forumdesk.ui.seating.people import (
    FindField,
    PeopleList,
    PeopleModel,
    found_among_all,
    standing,
)
from forumdesk.ui.seating.plan_dialog import PlanDialog
from forumdesk.ui.seating.plans import PLAN, PlansModel, plan_lines, plan_title
from forumdesk.ui.seating.precedence_dialog import PrecedenceDialog
from forumdesk.ui.seating.view import SeatView
from forumdesk.ui.workspace import Workspace

LEFT, RIGHT = 200, 236  # pixels of the columns beside the plan
_CONCERN = frozenset(
    {Seating, Seat, Participation, Person, Organization, Side, Session, Room, Edition, Series}
)


class SeatingPage(Page):
    """Who sits where, plan by plan."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        words = work.words
        self._shown = ""  # the id of the plan
        self._completing = Completing(work)
        self.plans = PlansModel()
        self.plan_list = QListView()
        self.model = SeatModel()
        self.view = SeatView(work, self.model)
        self.people = PeopleModel()
        self.people_list = PeopleList(self.people, work.look, words("Without a seat"))
        self.finder = FindField(words("Find somebody to seat"))
        self.heading = ElidedLabel("", "lead")
        self.second = ElidedLabel("", "small")
        self.by_precedence = button(words("Seat by &precedence…"), "first")
        self.change = button(words("&Change the plan…"))
        self.new = button(words("&New seating plan…"), "quiet")
        self.first = button(words("&New seating plan…"), "first")
        self.count = label(look="small")
        self.few = label(
            words("Of so many only those with a part are listed; type a name to find anybody."),
            "small",
            wrap=True,
        )
        self.seat_said = ElidedLabel("", "small")
        self.whole = QStackedWidget()
        self._lay_out()
        self._wire()

    # Laying out

    def _lay_out(self) -> None:
        words = self.work.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.whole.addWidget(self._something())
        text = label(
            words("Draw up who sits where: a head table, two delegations, rows or round tables."),
            "muted",
            wrap=True,
        )
        self.whole.addWidget(empty_page(words("No seating plan yet"), text, self.first))
        outer.addWidget(self.whole)

    def _something(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(hairline(vertical=True))
        row.addLayout(self._middle(), 1)
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._right())
        return holder

    def _left(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(LEFT)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(8)
        listed = self.plan_list
        listed.setModel(self.plans)
        listed.setItemDelegate(AsideDelegate(self.work.look, listed))
        listed.setMouseTracking(True)
        listed.setProperty("look", "bare")
        listed.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        listed.setAccessibleName(self.work.words("Seating plans"))
        layout.addWidget(listed, 1)
        layout.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _middle(self) -> QVBoxLayout:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 8)
        bar.setSpacing(8)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.heading)
        titles.addWidget(self.second)
        bar.addLayout(titles, 1)
        bar.addWidget(self.change)
        bar.addWidget(self.by_precedence)
        middle.addLayout(bar)
        middle.addWidget(hairline())
        middle.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 6)
        foot.addWidget(self.seat_said)
        middle.addWidget(hairline())
        middle.addLayout(foot)
        return middle

    def _right(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(RIGHT)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(label(self.work.words("Without a seat"), "section"), 1)
        head.addWidget(self.count)
        layout.addLayout(head)
        layout.addWidget(self.finder)
        layout.addWidget(self.few)
        self.people_list.setProperty("look", "bare")
        layout.addWidget(self.people_list, 1)
        return side

    def _wire(self) -> None:
        self.plan_list.selectionModel().currentChanged.connect(self._plan_picked)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell_seat())
        self.view.seated.connect(self.seat)
        self.view.swapped.connect(self.swap)
        self.view.chosen.connect(lambda _: self.choose())
        self.view.cleared.connect(self.clear)
        self.view.locked.connect(self.lock)
        self.people_list.picked.connect(self.seat_here)
        self.people_list.stood.connect(self.clear)
        self.finder.textChanged.connect(self.look_for)
        self.finder.entered.connect(self.people_list.pick_first)
        self.finder.downwards.connect(self._into_list)
        self.finder.back.connect(self.view.setFocus)
        self.by_precedence.clicked.connect(self.seat_by_precedence)
        self.change.clicked.connect(self.change_plan)
        self.new.clicked.connect(self.add_plan)
        self.first.clicked.connect(self.add_plan)

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Show the plans of an edition; the one chosen stays."""
        known = {plan.id for plan in dossier.seatings}
        if self._shown not in known:
            self._shown = dossier.seatings[0].id if dossier.seatings else ""
        self.plans.show(plan_lines(dossier, self.work.words))
        self.whole.setCurrentIndex(0 if dossier.seatings else 1)
        self.plan_list.setCurrentIndex(self.plans.index_of(self._shown))
        self.few.setVisible(not dossier.whole)
        may = self.work.editable
        self.model.editable = may
        for each in (self.by_precedence, self.change, self.new, self.first):
            each.setEnabled(may)
        self._show_plan()

    def heed(self, news: News, dossier: Dossier) -> None:
        """Show it anew if a step touched plans or people."""
        if _CONCERN & set(news.changes):
            self.show_edition(dossier)

    def _show_plan(self) -> None:
        plan, dossier, words = self.plan, self.work.dossier, self.work.words
        if plan is None or dossier is None:
            self.view.show_nothing()
            self.commandsChanged.emit()
            return
        self.heading.setText(plan_title(dossier, plan, words))
        session, room = dossier.session.get(plan.session or ""), dossier.room.get(plan.room or "")
        self.second.setText(
            " · ".join(
                filter(
                    None,
                    (
                        words.context(*LAYOUTS[plan.layout]),
                        words.text(session.title) if session else "",
                        words.text(room.name) if room else "",
                    ),
                )
            )
        )
        self.view.show_plan(room_of(plan), faces_of(dossier, plan, words))
        self.people.show(standing(dossier, plan, words))
        self.look_for(self.finder.text())
        self.count.setText(f"{self.people.count:,}")
        self._tell_seat()

    def _tell_seat(self) -> None:
        face = self.face
        self.seat_said.setText(face.spoken if face else "")
        self.commandsChanged.emit()

    def _plan_picked(self, index: QModelIndex) -> None:
        picked = index.data(PLAN)
        if picked and picked != self._shown:
            self._shown = picked
            self.view.zoom = 1.0
            self._show_plan()

    @property
    def plan(self) -> Seating | None:
        """The plan shown."""
        dossier = self.work.dossier
        every = dossier.seatings if dossier else ()
        return next((plan for plan in every if plan.id == self._shown), None)

    @property
    def face(self) -> Face | None:
        """The seat in focus."""
        return self.view.face()

    def select(self, subject: Subject) -> bool:
        """Show a plan, and one of its seats (``table-number``)."""
        dossier = self.work.dossier
        if dossier is None or all(plan.id != subject.id for plan in dossier.seatings):
            return False
        self.plan_list.setCurrentIndex(self.plans.index_of(subject.id))
        table, _, number = subject.field.partition("-")
        if table.isdecimal() and number.isdecimal():
            self.view.focus_on((int(table), int(number)))
            self.view.setFocus()
        return True

    def place(self) -> Mapping[str, str]:
        """Which plan is shown."""
        return {"plan": self._shown}

    def restore(self, place: Mapping[str, str]) -> None:
        """Show it again."""
        self.plan_list.setCurrentIndex(self.plans.index_of(place.get("plan", "")))

    # Seats

    def seat(self, who: str, place: Place) -> None:
        """Put somebody on a seat."""
        table, number = place
        if who:
            self.work.run(seats.take_seat, self._shown, who, table=table, number=number)

    def seat_here(self, who: str) -> None:
        """Put somebody on the seat in focus, and go on to the next free one."""
        face = self.face
        if face is None:
            return
        table, number = face.place
        done, _ = self.work.done(seats.take_seat, self._shown, who, table=table, number=number)
        if done:
            self.finder.clear()
            row = self.model.index_of(face.place).row()
            rest = [*self.model.faces[row + 1 :], *self.model.faces[:row]]
            free = next((one.place for one in rest if not (one.who or one.kept)), face.place)
            self.view.focus_on(free)

    def swap(self, one: Place, other: Place) -> None:
        """Two seats change who sits there."""
        if one != other:
            self.work.run(seats.swap_seats, self._shown, seat=one, other=other)

    def choose(self) -> None:
        """Go to the field in which somebody for the seat is found."""
        self.finder.setFocus()
        self.finder.selectAll()

    def look_for(self, typed: str) -> None:
        """Show whom what is typed fits, of very many those who are not listed, too."""
        work, dossier = self.work, self.work.dossier
        further = found_among_all(work.desk, dossier, typed, work.words) if dossier else []
        self.people.look_for(typed, further)

    def _into_list(self) -> None:
        self.people_list.setFocus()
        if not self.people_list.currentIndex().isValid() and self.people.lines:
            self.people_list.setCurrentIndex(self.people.index(0))

    def clear(self, place: Place | None = None) -> None:
        """Leave a seat empty, that in focus if none is named."""
        table, number = place or self._here()
        if table:
            self.work.run(seats.clear_seat, self._shown, table=table, number=number)

    def lock(self, place: Place | None = None) -> None:
        """Lock a seat, or unlock it."""
        table, number = place or self._here()
        face = next((f for f in self.model.faces if f.place == (table, number)), None)
        if face is not None:
            locked = not face.locked
            self.work.run(seats.lock_seat, self._shown, table=table, number=number, locked=locked)

    def reserve(self) -> None:
        """Keep the seat in focus for something that is asked for."""
        plan, words, dossier = self.plan, self.work.words, self.work.dossier
        table, number = self._here()
        if plan is None or dossier is None or not table:
            return
        where = place_said(plan, (table, number), words)
        typed = self.work.messages.ask_text(words("What is the seat reserved for?"), where)
        if typed:
            hangul = any("가" <= c <= "힣" for c in typed)
            own = [tag for tag in dossier.languages if (tag == "ko") == hangul]
            text = Text.of({(own or list(dossier.languages))[0]: typed})
            self.work.run(seats.reserve_seat, self._shown, text, table=table, number=number)

    def _here(self) -> Place:
        face = self.face
        return face.place if face else (0, 0)

    def clear_all(self) -> None:
        """Leave every seat empty but those locked and reserved."""
        self.work.run(seats.clear_seats, self._shown)

    def show_person(self) -> None:
        """Go to who sits there."""
        face = self.face
        if face is not None and face.who:
            self.work.go(Subject("participation", face.who))

    # Plans

    def add_plan(self) -> None:
        """A new plan."""
        self._ask_plan(None)

    def change_plan(self) -> None:
        """How the plan shown is set."""
        if self.plan is not None:
            self._ask_plan(self.plan)

    def _ask_plan(self, plan: Seating | None) -> None:
        dossier = self.work.dossier
        if dossier is None:
            return
        dialog = PlanDialog(self, self.work, dossier, plan)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._made(dialog.made))
        dialog.open()

    def _made(self, plan: Seating | None) -> None:
        if plan is not None:
            self.plan_list.setCurrentIndex(self.plans.index_of(plan.id))
            self.view.setFocus()

    def copy_plan(self) -> None:
        """The plan once more, with who sits there."""
        self._made(self.work.run(seating.copy_seating, self._shown))

    def remove_plan(self) -> None:
        """Remove the plan; asked first where somebody sits in it."""
        plan, dossier, words = self.plan, self.work.dossier, self.work.words
        if plan is None or dossier is None:
            return
        if any(seat.seating == plan.id for seat in dossier.seats):
            question = Question(
                words("Remove “{title}”?", title=plan_title(dossier, plan, words)),
                words("The people stay in the edition. You can undo this."),
                (("remove", words("&Remove")),),
                danger="remove",
            )
            if self.work.messages.ask(question) != "remove":
                return
        self.work.run(seating.remove_seating, plan.id)

    def seat_by_precedence(self) -> None:
        """Ask whom to seat, and show what would change."""
        plan, dossier = self.plan, self.work.dossier
        if plan is not None and dossier is not None:
            self._completing.give_everybody(dossier, lambda found: self._ask_whom(found, plan))

    def _ask_whom(self, dossier: Dossier, plan: Seating) -> None:
        if plan != self.plan:
            return
        dialog: QDialog = PrecedenceDialog(self, self.work, dossier, plan)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller; 0 for the whole plan."""
        if factor:
            self.view.zoom_by(factor)
        else:
            self.view.zoom_to_fit()

    def print_plan(self) -> None:
        """Go to the sheet of this plan."""
        self.work.go(Subject("handout", "seating", self._shown))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the seat under the mouse, or in focus."""
        at = self.view.viewport().mapFromGlobal(event.globalPos())
        index = self.view.indexAt(at)
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.view.setCurrentIndex(index)
            if not index.isValid():
                return
        if self.face is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wanted = [c for c in COMMANDS if c.id.partition(".")[2] in OF_SEAT]
        fill_menu(menu, wanted, self.actions(), self.work.look.icons)
        menu.popup(event.globalPos())


SeatingPage.commands = COMMANDS
