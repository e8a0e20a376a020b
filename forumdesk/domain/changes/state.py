# SPDX-License-Identifier: MIT
"""An edition in one state, as it is compared: what takes place, and how it is worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from forumdesk.domain.agenda import Mode, Part, Role, Session
from forumdesk.domain.changes.values import (
    Called,
    Given,
    Manner,
    Slot,
    Term,
    Value,
    When,
    Who,
)
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import HostRole
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.roles import Giver, acting_role
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


@frozen
class State:
    """A dossier with what is asked of it again and again.

    ``dated``: times are said with their day.
    """

    dossier: Dossier
    manner: Manner
    dated: bool

    @cached_property
    def held(self) -> dict[str, Session]:
        """The sessions that take place, by id; an item does if the session it is in does."""
        return {s.id: s for s in self.dossier.sessions if self.dossier.takes_place(s)}

    @cached_property
    def _hosting(self) -> dict[str, HostRole]:
        return {host.organization: host.role for host in reversed(self.dossier.hosts)}

    def parts(self, session: Session) -> list[Part]:
        """The parts in a session, in order however they are listed."""
        return sorted(self.dossier.parts_of(session), key=lambda part: (part.position, part.id))

    def taker(self, part: Part | None) -> Participation | None:
        """Who takes a part; ``None`` while nobody does, or after declining."""
        found = self.dossier.participation.get(part.participation) if part else None
        if found is None or found.status in ABSENT:
            return None
        return found if found.person or found.organization else None

    def who(self, found: Participation | None) -> Who | None:
        """A participation in words."""
        if found is None:
            return None
        person = self.dossier.person.get(found.person or "")
        return Who(person, found.office, self.body(found.organization), self.manner.names)

    def name(self, found: Participation) -> Who:
        """A participation by name, or by its body where it has none."""
        person = self.dossier.person.get(found.person or "")
        body = EMPTY if person else self.body(found.organization)
        return Who(person, organization=body, names=self.manner.names)

    def body(self, organization: str | None) -> Text:
        """The name of an organization."""
        found = self.dossier.organization.get(organization or "")
        return found.name if found else EMPTY

    def called(self, part: Part, session: Session) -> Called:
        """What a part is called."""
        if part.label:
            return Called(label=part.label)
        giver = self._giver(part)
        role = acting_role(part.role, session.kind, giver)
        return Called(role, role is Role.OPENS and giver is HostRole.ORGANIZER)

    def _giver(self, part: Part) -> Giver:
        found = self.dossier.participation.get(part.participation)
        if found is None or not found.organization or not self._hosting:
            return None
        return self._hosting.get(found.organization, "guest")

    def given(self, part: Part) -> Given:
        """How a part is given."""
        reader = self.dossier.participation.get(part.reader or "")
        return Given(part.mode, self.who(reader) if part.mode is Mode.READ else None)

    def when(self, session: Session) -> When:
        """The time of a session."""
        day = self.dossier.day_of(session) if self.dated and session.starts else None
        return When(session.starts, session.minutes, day, self.manner.clock)

    def rooms(self, session: Session) -> Text:
        """The rooms that a session has of its own, in every language they have."""
        rooms = self.dossier.rooms_of(session)
        parent = self.dossier.session.get(session.parent or "")
        if parent and rooms == self.dossier.rooms_of(parent):
            return EMPTY
        return joined(room.name for room in rooms)

    def slot(self, session: Session) -> Slot:
        """When, where and with whom a session is."""
        takers = [self.who(self.taker(part)) for part in self.parts(session)]
        who = tuple(dict.fromkeys(filter(None, takers)))
        return Slot(self.when(session), self.rooms(session), who)

    def named(self, session: Session) -> Value:
        """A session's title; an item without one is named after its part, else after its kind."""
        parts = self.parts(session)
        if not session.title and session.parent and parts:
            return self.called(parts[0], session)
        return session.title or Term(session.kind)

    def heading(self, session: Session) -> tuple[Value, ...]:
        """The names of a session and those it is in, outmost first."""
        return tuple(self.named(each) for each in reversed(self.dossier.lineage(session)))

    def people(self, session: Session, along: Callable[[Session], bool]) -> frozenset[str]:
        """The persons with parts in a session, or in those of its items that go along with it."""
        found: dict[str, Session] = {}
        waiting = [session]
        while waiting:
            one = waiting.pop()
            if one.id not in found:
                found[one.id] = one
                waiting.extend(item for item in self.dossier.items_of(one) if along(item))
        takers = (self.taker(p) for one in found.values() for p in self.dossier.parts_of(one))
        return frozenset(taker.person for taker in takers if taker and taker.person)


def joined(texts: Iterable[Text], joint: str = " · ") -> Text:
    """Several texts as one, in each of their languages; each falls back for itself."""
    several = [text for text in texts if text]
    languages = dict.fromkeys(tag for text in several for tag in text)
    return Text.of({tag: joint.join(t.best((tag,)) for t in several) for tag in languages})


def differing(before: Text, after: Text) -> tuple[Text, Text]:
    """Two texts in just the languages in which they differ."""
    other = {tag for tag in {*before, *after} if before.get(tag) != after.get(tag)}
    return (
        Text(tuple(pair for pair in before.pairs if pair[0] in other)),
        Text(tuple(pair for pair in after.pairs if pair[0] in other)),
    )


def alike(before: Text, after: Text) -> frozenset[str]:
    """The languages in which two texts are the same."""
    return frozenset(tag for tag in before if before[tag] == after.get(tag))
