# SPDX-License-Identifier: MIT
"""Everybody of the last forum: who is proposed again, and what is known of their offices now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.people import Participation, full_name
from forumdesk.domain.succession.choices import Answer, Office
from forumdesk.domain.succession.plan import Plan, Seat
from forumdesk.domain.terms import T_
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_, Words
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.fields import SwitchField
from forumdesk.ui.forms import BilingualField, LineField, captioned
from forumdesk.ui.labels import FlowLabel
from forumdesk.ui.succession.lines import Line
from forumdesk.ui.succession.tables import LineModel, PlanTable
from forumdesk.ui.tokens import ROW
from forumdesk.ui.workspace import Workspace

_HEADS = (N_("Name"), N_("Office last time"), N_("Organization"), N_("Still?"), N_("What happens"))
_WIDTHS = (180, 160, 90, 200)
CONTROL = ROW + 3  # height of a switch beside a field
_ANSWERS = {
    Answer.KEPT: T_("office", "Kept"),
    Answer.CHANGED: T_("office", "Changed"),
    Answer.LEFT: T_("office", "Left"),
}
MOST = 2_000  # people shown at a time; who looks for others finds them by name
_ALL, _ASKED, _CARRIED, _BEHIND = "all", "asked", "carried", "behind"
_WHICH = (
    (_ALL, N_("Everybody")),
    (_ASKED, N_("With an office to ask after")),
    (_CARRIED, N_("Proposed again")),
    (_BEHIND, N_("Left behind")),
)


class PeopleView(QWidget):
    """The table, what finds in it, and the question about the office of who is chosen.

    ``answered`` carries offices by participation, ``setAside`` who is left out by hand, or is
    not any more.
    """

    answered = Signal(object)
    setAside = Signal(object, bool)

    def __init__(self, work: Workspace, languages: Sequence[str]) -> None:
        super().__init__()
        words = work.words
        self._words: Words = words
        self._plan: Plan | None = None
        self._seats: dict[str, Seat] = {}
        self.texts: Mapping[str, str] = {}  # what each is found by (``search_texts``)
        self.finder = LineField(words("Find by name, office or organization"))
        self.finder.setPlaceholderText(words("Find by name, office or organization"))
        self.which = ChoiceField(words("Shown"), [(key, words(name)) for key, name in _WHICH])
        self.which.show_value(_ALL)
        self.model = LineModel(work.look, words, _HEADS)
        self.table = PlanTable(self.model, _WIDTHS, words("People of the last forum"))
        self.question = FlowLabel("", "strong")
        answers = [(answer, words.context(*said)) for answer, said in _ANSWERS.items()]
        self.answer = ChoiceField(words("Office"), answers)
        self.office = BilingualField(words("Office now"), languages, beside=True)
        self.seat = SwitchField(words("The organization keeps the seat"))
        self.aside = SwitchField(words("Leave out"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.finder, 2)
        row.addWidget(self.which, 1)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.question)
        asking = QHBoxLayout()
        asking.setSpacing(12)
        asking.addWidget(captioned(self.answer.accessibleName(), self.answer))
        asking.addWidget(self.office, 4)
        self.answer.setMinimumWidth(150)
        for switch in (self.seat, self.aside):
            switch.setMinimumHeight(CONTROL)
        asking.addWidget(self.seat, 0, Qt.AlignmentFlag.AlignBottom)
        asking.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignBottom)
        asking.addStretch(1)
        column.addLayout(asking)

    def _connect(self) -> None:
        self.finder.textChanged.connect(lambda _: self._fill())
        self.which.committed.connect(lambda _: self._fill())
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.answer.committed.connect(self._answered)
        self.office.committed.connect(lambda _: self._answered(Answer.CHANGED))
        self.seat.committed.connect(lambda _: self._answered(Answer.LEFT))
        self.aside.committed.connect(lambda yes: self.setAside.emit(self.chosen, yes))

    @property
    def chosen(self) -> list[str]:
        """The participations of the rows that are chosen."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [self.model.lines[row].id for row in sorted(rows)]

    def show_plan(self, plan: Plan) -> None:
        """Show the people of a plan; who was chosen stays so."""
        self._plan = plan
        self._seats = {seat.was.id: seat for seat in plan.seats}
        self._fill()

    def _fill(self) -> None:
        chosen = set(self.chosen)
        found = fold(self.finder.text())
        which = self.which.currentData()
        shown = (
            seat
            for key, seat in self._seats.items()
            if found in self.texts.get(key, "") and _is_shown(seat, str(which))
        )
        self.model.replace([self._line(seat) for seat in islice(shown, MOST)])
        self._choose(chosen)

    def _choose(self, chosen: set[str]) -> None:
        last = self.model.columnCount() - 1
        rows = [n for n, line in enumerate(self.model.lines) if line.id in chosen]
        marked = QItemSelection()
        for row in rows:
            marked.select(self.model.index(row, 0), self.model.index(row, last))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().select(marked, flag)
        self._selected()

    def _line(self, seat: Seat) -> Line:
        words, was = self._words, seat.was
        cells = (
            self._name(seat),
            words.text(was.office),
            _body(self._plan, was, words) if self._plan else "",
            words.context(*_ANSWERS[self._office(was.id).answer]) if seat.asked else "",
            seat.why.said(words),
        )
        return Line(cells, seat.now is None, was.id)

    def _name(self, seat: Seat) -> str:
        return _name(self._plan, seat.was, self._words) if self._plan else ""

    def _office(self, participation: str) -> Office:
        offices = self._plan.choices.offices if self._plan else {}
        return offices.get(participation, Office())

    def _selected(self, *_: object) -> None:
        """Ask after the office of who is chosen."""
        chosen = self.chosen
        asked = [id_ for id_ in chosen if self._seats[id_].asked]
        one = self._seats[chosen[0]] if len(chosen) == 1 else None
        self.question.setText(self._asked(one, len(chosen)))
        office = self._office(asked[0]) if asked else Office()
        self.answer.setEnabled(bool(asked))
        self.answer.show_value(office.answer)
        held = office.office or (one.was.office if one else Text())
        self.office.show_value(held)
        self.office.setVisible(one is not None and office.answer is Answer.CHANGED)
        self.seat.setVisible(office.answer is Answer.LEFT)
        self.seat.show_value(office.seat)
        behind = self._plan.choices.behind if self._plan else frozenset()
        self.aside.setEnabled(bool(chosen))
        self.aside.show_value(bool(chosen) and set(chosen) <= behind)

    def _asked(self, one: Seat | None, count: int) -> str:
        words = self._words
        if one is None:
            some = words.plural("{count} person is chosen.", "{count} people are chosen.", count)
            return some if count else self._hint()
        office = words.text(one.was.office)
        if not (one.asked and office):
            return self._name(one)
        return words("{name}: still {office}?", name=self._name(one), office=office)

    def _hint(self) -> str:
        words = self._words
        if len(self.model.lines) == MOST:
            return words("Shown are the first {count:,}; find others by name.", count=MOST)
        return words("Choose somebody to say whether the office is kept.")

    def _answered(self, answer: object) -> None:
        assert isinstance(answer, Answer)
        asked = [id_ for id_ in self.chosen if self._seats[id_].asked]
        made = {id_: self._meant(id_, answer, len(asked) == 1) for id_ in asked}
        if made:
            self.answered.emit(made)

    def _meant(self, participation: str, answer: Answer, alone: bool) -> Office:
        if answer is Answer.LEFT:
            known = self._office(participation).answer is Answer.LEFT
            return Office(answer, seat=self.seat.isChecked() if known else True)
        if answer is Answer.KEPT:
            return Office()
        was = self._seats[participation].was.office
        typed = self.office.value() if alone and not self.office.isHidden() else was
        return Office(answer, typed)


def search_texts(plan: Plan, words: Words) -> dict[str, str]:
    """What everybody is found by: name, office, organization; made beside the window."""
    return {
        was.id: fold(
            f"{_name(plan, was, words)} {words.text(was.office)} {_body(plan, was, words)}"
        )
        for was in plan.last.participations
    }


def _name(plan: Plan, was: Participation, words: Words) -> str:
    person = plan.last.person.get(was.person or "")
    if person is None:
        return words("(name to follow)")
    return full_name(person, words.language) or "…"


def _body(plan: Plan, was: Participation, words: Words) -> str:
    found = plan.last.organization.get(was.organization or "")
    return words.text(found.short or found.name) if found else ""


def _is_shown(seat: Seat, which: str) -> bool:
    match which:
        case "asked":
            return seat.asked
        case "carried":
            return seat.now is not None
        case "behind":
            return seat.now is None
    return True
