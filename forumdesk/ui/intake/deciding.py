# SPDX-License-Identifier: MIT
"""One row of a list beside whom it may be: who it is, and which values are taken over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.list_plan import Action, Candidate, Plan, Row, Verdict, decide, take_over
from forumdesk.domain.matching.comparing import Likeness
from forumdesk.domain.merging import Change
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.ui.intake.saying import field_said, value_said
from forumdesk.ui.intake.verdicts import name_of
from forumdesk.ui.labels import FlowLabel, label, plain
from forumdesk.ui.workspace import Workspace


class DecidingView(QWidget):
    """What the row says at the left, what is done about it at the right.

    ``decided`` carries the plan with another decision.
    """

    decided = Signal(object)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self._work = work
        self._plan, self._row = Plan(""), 0
        self.choices: list[QRadioButton] = []
        self.takes: list[QCheckBox] = []
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 10, 0, 0)
        outer.setSpacing(16)
        self._said, self._done = _column(), _column()
        outer.addWidget(self._said, 1)
        outer.addWidget(self._done, 1)

    def show_row(self, plan: Plan, row: Row | None) -> None:
        """Show a row of a plan, or nothing."""
        self._plan, self._row = plan, row.number if row else 0
        self.choices, self.takes = [], []
        said, done = QWidget(), QWidget()
        left, right = _lines(said), _lines(done)
        if row is not None:
            self._tell(left, row)
            self._offer(right, row)
        left.addStretch(1)
        right.addStretch(1)
        for area, widget in ((self._said, said), (self._done, done)):
            # Later: it may be one of its own buttons that asked for this.
            if (old := area.takeWidget()) is not None:
                old.deleteLater()
            area.setWidget(widget)

    def _tell(self, lines: QVBoxLayout, row: Row) -> None:
        """What the list says, and what was odd in it."""
        words, entry = self._work.words, row.entry
        lines.addWidget(label(words("In the list, line {line}", line=entry.line), "heading"))
        lines.addWidget(FlowLabel(name_of(Person("", entry.names), words), "strong"))
        fields: dict[str, object] = {"organization": entry.organization}
        fields |= {**entry.person, **entry.participation}
        contacts = value_said(fields.pop("contacts", ()), words)
        for name, value in fields.items():
            if said := value_said(value, words):
                lines.addWidget(FlowLabel(f"{field_said(name, words)}: {said}"))
        if contacts:
            lines.addWidget(FlowLabel(contacts))
        if entry.side:
            lines.addWidget(FlowLabel(f"{field_said('side', words)}: {entry.side}"))
        for finding in entry.findings:
            lines.addWidget(FlowLabel(finding.phrase.said(words), "warning"))

    def _offer(self, lines: QVBoxLayout, row: Row) -> None:
        """Who it may be, and which values are taken over."""
        words = self._work.words
        lines.addWidget(label(words("What becomes of it"), "heading"))
        for reason in row.reasons:
            lines.addWidget(FlowLabel(reason.said(words), "muted"))
        if row.verdict is Verdict.REFUSED:
            return
        group = QButtonGroup(lines.parentWidget())
        for action, candidate, text in self._actions(row):
            choice = QRadioButton(plain(text))
            chosen = row.action is action and (
                candidate is None or (candidate.person, candidate.row) == (row.person, row.row)
            )
            choice.setChecked(chosen and (row.verdict is not Verdict.DOUBTFUL or row.chosen))
            choice.clicked.connect(partial(self._decide, action, candidate))
            group.addButton(choice)
            lines.addWidget(choice)
            if candidate is not None:
                # Below: a choice has one line, and would be cut.
                why = ", ".join(reason.said(words) for reason in candidate.reasons)
                told = [line for line in (self._known_as(candidate), why) if line]
                choice.setAccessibleDescription("; ".join(told))
                for line in told:
                    lines.addWidget(FlowLabel(line, "small"))
            self.choices.append(choice)
        self._changes(lines, row)

    def _actions(self, row: Row) -> list[tuple[Action, Candidate | None, str]]:
        words = self._work.words
        found: list[tuple[Action, Candidate | None, str]] = []
        candidates = row.candidates
        if row.person and not any(c.person == row.person for c in candidates):
            candidates = (self._known(row), *candidates)
        for candidate in candidates:
            who = self._who(candidate)
            found.append((Action.TAKE, candidate, words("It is {who}", who=who)))
        if row.verdict not in (Verdict.SAME, Verdict.CHANGED):
            text = words("Somebody else: add") if candidates else words("Add as a new person")
            found.append((Action.ADD, None, text))
        found.append((Action.LEAVE, None, words("Leave the row out")))
        return found

    def _known(self, row: Row) -> Candidate:
        (person,) = self._work.desk.find(Person, id=row.person)
        return Candidate(person.id, 0, person.names, Likeness.SAME, row.reasons)

    def _who(self, candidate: Candidate) -> str:
        """A candidate by name."""
        words = self._work.words
        found = self._found(candidate)
        name = name_of(found[0] if found else Person("", candidate.names), words)
        if candidate.row:
            return words("{name}, row {row} of this list", name=name, row=candidate.row)
        return name

    def _known_as(self, candidate: Candidate) -> str:
        """What tells a candidate from another of the same name."""
        found = self._found(candidate)
        if not found:
            return ""
        held = _last_held(self._work, found[0])
        contact = next((c.value for c in found[0].contacts), "")
        return ", ".join(filter(None, (held, contact)))

    def _found(self, candidate: Candidate) -> list[Person]:
        return [] if candidate.row else self._work.desk.find(Person, id=candidate.person)

    def _changes(self, lines: QVBoxLayout, row: Row) -> None:
        words = self._work.words
        changes = (*row.changes, *row.part_changes)
        if changes and row.action is Action.TAKE:
            lines.addSpacing(6)
            lines.addWidget(label(words("Values to take over"), "heading"))
            for change in changes:
                self.takes.append(self._change(row, change))
                lines.addWidget(self.takes[-1])

    def _change(self, row: Row, change: Change) -> QCheckBox:
        words = self._work.words
        here = self._shown(change.name, change.here) or words("nothing")
        there = self._shown(change.name, change.there) or words("nothing")
        name = field_said(change.name, words)
        tick = QCheckBox(
            plain(words("{field}: {here} → {there}", field=name, here=here, there=there))
        )
        tick.setChecked(change.take)
        number, field = row.number, change.name
        tick.toggled.connect(lambda take: self._take(number, field, take))
        return tick

    def _shown(self, name: str, value: object) -> str:
        if name == "organization" and isinstance(value, str) and value:
            found = self._work.desk.find(Organization, id=value)
            return self._work.words.text(found[0].name) if found else value
        return value_said(value, self._work.words)

    def _decide(self, action: Action, candidate: Candidate | None, _checked: bool = False) -> None:
        person = candidate.person if candidate else ""
        row = candidate.row if candidate else 0
        self.decided.emit(decide(self._plan, self._row, action, person=person, row=row))

    def _take(self, number: int, field: str, take: bool) -> None:
        self.decided.emit(take_over(self._plan, number, field, take=take))


def _last_held(work: Workspace, person: Person) -> str:
    held = work.desk.find(Participation, person=person.id)
    if not held:
        return ""
    found = work.desk.find(Organization, id=held[-1].organization)
    body = work.words.text(found[0].short or found[0].name) if found else ""
    return ", ".join(filter(None, (body, work.words.text(held[-1].office))))


def _column() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _lines(holder: QWidget) -> QVBoxLayout:
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 8, 0)
    lines.setSpacing(4)
    return lines
