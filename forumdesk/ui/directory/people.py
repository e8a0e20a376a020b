# SPDX-License-Identifier: MIT
"""The people of the file: found by name, initials or contact, each with a card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Organization, Participation, Person, full_name
from forumdesk.domain.words import N_
from forumdesk.services.people import add_person
from forumdesk.ui.directory.card import Card
from forumdesk.ui.directory.listing import Entry
from forumdesk.ui.directory.page import DirectoryPage
from forumdesk.ui.directory.person_card import PersonCard


class PeoplePage(DirectoryPage):
    """Everybody there is, whatever edition they took part in."""

    record = "person"
    heading = N_("People")
    searching = N_("Find by name, ㅎㄱㄷ, e-mail or number")
    nothing = N_("Choose a person to see the card, or add one.")

    def make_card(self, parent: QWidget) -> Card:
        """A person's card."""
        return PersonCard(self.work, parent)

    def ids(self, typed: str) -> list[str]:
        """Whom the words find."""
        return self.work.desk.person_ids(typed, self.work.words.language)

    def counted(self, count: int) -> str:
        """How many people."""
        return self.work.words.plural("{count:,} person", "{count:,} people", count)

    def entries(self, ids: Sequence[str]) -> dict[str, Entry]:
        """Names, the office held last, and in how many editions."""
        desk, words = self.work.desk, self.work.words
        people = desk.find(Person, id=list(ids))
        held: dict[str, list[Participation]] = {}
        for participation in desk.find(Participation, person=list(ids)):
            held.setdefault(participation.person or "", []).append(participation)
        bodies = {p[-1].organization for p in held.values() if p[-1].organization}
        named = {
            o.id: words.text(o.short or o.name) for o in desk.find(Organization, id=list(bodies))
        }
        other = "en" if words.language == "ko" else "ko"
        found = {}
        for person in people:
            name, second = full_name(person, words.language), full_name(person, other)
            last = held.get(person.id, [])
            office = words.text(last[-1].office) if last else ""
            body = named.get(last[-1].organization or "", "") if last else ""
            line = " · ".join(filter(None, (second if second != name else "", office, body)))
            name = name or words("without a name")
            found[person.id] = Entry(name, line or " ", str(len(last) or ""))
        return found

    def add(self) -> str | None:
        """A new person of a name that is asked for."""
        words = self.work.words
        typed = self.work.messages.ask_text(
            words("What is the person called?"), words("For example 홍길동 (Gil-dong HONG)")
        )
        if not typed or not typed.strip():
            return None
        made = self.work.run(add_person, names_from(typed), {})
        return made.id if made else None
