# SPDX-License-Identifier: MIT
"""Who may be meant by a name that is being typed: participants first, then others of the file."""

from __future__ import annotations

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.naming import suggested
from forumdesk.domain.people import Invitation, Participation, Person, full_name
from forumdesk.domain.reading import MANY
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.agenda.columns import participant_name
from forumdesk.ui.workspace import Workspace

MOST = 8  # suggestions at a time
SOUGHT = 200  # people among whom the best are looked for, of a great many


@frozen
class Who:
    """How a participant stands in a line: name, office and body, state of the invitation."""

    name: str
    second: str
    status: Invitation

    @classmethod
    def of(cls, dossier: Dossier, participation: Participation, words: Words) -> Who:
        """A participant of the edition."""
        return cls(
            participant_name(dossier, participation.id, words),
            _second(dossier, participation, words),
            participation.status,
        )


def _second(dossier: Dossier, participation: Participation, words: Words) -> str:
    """Office and organization of a participant, who need not be in the dossier."""
    organization = dossier.organization.get(participation.organization or "")
    body = words.text(organization.short or organization.name) if organization else ""
    named = bool(participation.person)
    second = (words.text(participation.office), body) if named else (words("name to follow"),)
    return ", ".join(filter(None, second))


class Suggestions:
    """Finds people by what is typed; each suggestion is one line, no two the same."""

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._others: list[Person] | None = None
        self._people: dict[str, Person] = {}
        work.changed.connect(self._forget)

    def _forget(self) -> None:
        self._others = None

    def prepare(self) -> None:
        """Read what there is to find, before the first key."""
        dossier = self._work.dossier
        if dossier is not None and self._few(dossier):
            self._elsewhere(dossier)

    def find(self, typed: str, session: Session) -> list[str]:
        """The lines for what is typed; who is in the session already is said to be."""
        dossier = self._work.dossier
        if dossier is None:
            return []
        words = self._work.words
        people = self._fitting(dossier, typed)
        found = self._work.desk.find(
            Participation, edition=dossier.edition.id, person=[person.id for person in people]
        )
        taking_part = {p.person: p for p in found}
        there = {part.participation for part in dossier.parts_of(session)}
        self._people = {}
        for person in people:
            participation = taking_part.get(person.id)
            details = [full_name(person, words.language)]
            if participation is not None:
                details.append(_second(dossier, participation, words))
                details.append(words("already here") if participation.id in there else "")
            else:
                details.append(self._last_office(person))
            self._people[self._apart(" — ".join(filter(None, details)), person)] = person
        return list(self._people)

    def person(self, line: str) -> Person | None:
        """The person of a line given by ``find``."""
        return self._people.get(line)

    def _few(self, dossier: Dossier) -> bool:
        """Whether everybody of the file can be looked through at each key."""
        return dossier.whole and self._work.desk.count(Person) <= MANY

    def _fitting(self, dossier: Dossier, typed: str) -> list[Person]:
        """Whom what is typed fits: participants first, of each the best first."""
        if self._few(dossier):
            people = suggested(dossier.people, typed, MOST)
            if len(people) < MOST:
                people += suggested(self._elsewhere(dossier), typed, MOST - len(people))
            return people
        desk = self._work.desk
        ids = desk.person_ids(typed, self._work.words.language, SOUGHT) if typed.strip() else []
        taking_part = desk.find(Participation, edition=dossier.edition.id, person=ids)
        here = {participation.person for participation in taking_part}
        known = desk.find(Person, id=ids)
        ours = suggested((p for p in known if p.id in here), typed, MOST)
        return [*ours, *suggested((p for p in known if p.id not in here), typed, MOST)][:MOST]

    def _elsewhere(self, dossier: Dossier) -> list[Person]:
        """People of the file who don't take part in this edition; kept until something changes."""
        if self._others is None and self._work.desk.count(Person) == len(dossier.people):
            self._others = []
        if self._others is None:
            here = {person.id for person in dossier.people}
            found = self._work.desk.find(Person)
            self._others = [person for person in found if person.id not in here]
        return self._others

    def _last_office(self, person: Person) -> str:
        held = self._work.desk.find(Participation, person=person.id)
        return self._work.words.text(held[-1].office) if held else ""

    def _apart(self, line: str, person: Person) -> str:
        """A line that isn't there yet: two of one name and office are told apart by an address."""
        if line in self._people:
            line = " — ".join([line, *(contact.value for contact in person.contacts[:1])])
        number, first = 2, line
        while line in self._people:
            line, number = f"{first} ({number})", number + 1
        return line
