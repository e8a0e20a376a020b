# SPDX-License-Identifier: MIT
"""Who signs an agreement, witnesses the signing or hands the folders over, and for which party."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.domain.outcomes import Agreement, Party, Signatory, SignatoryRole
from forumdesk.domain.people import Organization, Participation, Person, full_name
from forumdesk.domain.terms import term
from forumdesk.services.agreements import (
    add_signatory_by_name,
    add_signatory_of,
    remove_signatory,
)
from forumdesk.services.outcomes import change_signatory, set_signatories
from forumdesk.ui.agreements.lines import REMOVE, NamedLine, emptied, moved, stacked
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.labels import label, pill
from forumdesk.ui.session.name_field import NameField
from forumdesk.ui.session.parts import TONES
from forumdesk.ui.workspace import Workspace

MOST = 8  # suggestions at a time
PARTY_WIDTH = 200


class SignersField(QWidget):
    """Those of one role in order, and a field to add one by typing a name."""

    def __init__(self, work: Workspace, role: SignatoryRole) -> None:
        super().__init__()
        self.work, self.role = work, role
        self._agreement: Agreement | None = None
        self._people: dict[str, str] = {}  # by the line suggested
        self._order: list[str] = []
        self._shown: tuple[object, ...] = ()
        words = work.words
        called = term(role, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.heading = label(called, "small")
        column.addWidget(self.heading)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self.name = NameField(f"{called}: " + words("Add a person"), words("Add: type a name"))
        self.name.suggestions = self._suggest
        self.name.entered.connect(self._add)
        column.addWidget(self.name)

    def show_value(self, agreement: Agreement) -> None:
        """Show them as they are."""
        if self._agreement is None or agreement.id != self._agreement.id:
            self.name.clear()
        self._agreement = agreement
        self.name.setEnabled(self.work.editable)
        desk = self.work.desk
        found = desk.find(Signatory, agreement=agreement.id, role=self.role)
        seats = {p.id: p for p in desk.find(Participation, id=[s.participation for s in found])}
        self._order = [one.participation for one in found]
        parties = self._parties(agreement)
        said = [self._said(seats[one.participation]) for one in found]
        shown = (found, list(seats.values()), parties, said, self.work.editable)
        if shown == self._shown:
            return  # whoever is in a line by the keyboard stays there
        self._shown = shown
        emptied(self._lines)
        lines = [self._line(one, seats[one.participation], parties) for one in found]
        stacked(self._lines, lines)

    def _parties(self, agreement: Agreement) -> list[tuple[object, str]]:
        desk, words = self.work.desk, self.work.words
        parties = desk.find(Party, agreement=agreement.id)
        bodies = {o.id: o for o in desk.find(Organization, id=[p.organization for p in parties])}
        named = [
            (p.id, words.text(bodies[p.organization].short or bodies[p.organization].name))
            for p in parties
        ]
        return [(None, words("for no party")), *named]

    def _line(
        self, one: Signatory, seat: Participation, parties: list[tuple[object, str]]
    ) -> QWidget:
        words = self.work.words
        name, second = self._said(seat)
        party = ChoiceField(words("Party of {name}", name=name), parties)
        party.setFixedWidth(PARTY_WIDTH)
        party.show_value(one.party)
        party.setEnabled(self.work.editable)
        party.committed.connect(
            lambda value: self.work.run(change_signatory, one.id, {"party": value})
        )
        state = pill(term(seat.status, words), TONES.get(seat.status, "plain"))
        return NamedLine(self.work, (name, second), partial(self._do, one), state, party)

    def _said(self, seat: Participation) -> tuple[str, str]:
        """Name; office and body."""
        desk, words = self.work.desk, self.work.words
        people = desk.find(Person, id=seat.person) if seat.person else []
        bodies = desk.find(Organization, id=seat.organization) if seat.organization else []
        body = words.text(bodies[0].short or bodies[0].name) if bodies else ""
        if not people:
            return body or "…", words("name to follow")
        second = ", ".join(filter(None, (words.text(seat.office), body)))
        return full_name(people[0], words.language) or "…", second

    def _suggest(self, typed: str) -> list[str]:
        """Participants of the agreement's edition first, then others of the file."""
        if self._agreement is None or not typed.strip():
            return []
        desk, words = self.work.desk, self.work.words
        ids = desk.participants_named(self._agreement.edition, typed, MOST)
        seats = {seat.id: seat for seat in desk.find(Participation, id=ids)}
        self._people = {}
        for key in ids:
            if key in seats and seats[key].person:
                self._people[" — ".join(filter(None, self._said(seats[key])))] = str(
                    seats[key].person
                )
        others = desk.people_named(self._agreement.edition, typed, MOST - len(self._people))
        for person in desk.find(Person, id=others) if others else []:
            self._people.setdefault(full_name(person, words.language), person.id)
        return list(self._people)

    def _add(self, typed: str) -> None:
        if self._agreement is None:
            return
        person = self._people.get(typed)
        if person is not None:
            done, _ = self.work.done(add_signatory_of, self._agreement.id, person, self.role)
        else:
            done, _ = self.work.done(add_signatory_by_name, self._agreement.id, typed, self.role)
        if done:
            self.name.finish()

    def _do(self, one: Signatory, what: str) -> None:
        if what == REMOVE:
            self.work.run(remove_signatory, one.id)
        else:
            order = moved(self._order, one.participation, what)
            self.work.run(set_signatories, one.agreement, order, self.role)

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor into the field for one more."""
        self.name.setFocus()
