# SPDX-License-Identifier: MIT
"""Who does what in a session."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.agenda import Part, Role, Session
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.ids import PartChanges, ParticipationId, PartId, PersonId, SessionId
from forumdesk.domain.naming import is_called, names_from
from forumdesk.domain.people import Participation, Person
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.services import invitations, people
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import (
    add,
    called,
    change,
    next_position,
    participant_called,
    person_called,
    reorder,
)


def add_part(
    desk: Desk, session: SessionId, participation: ParticipationId, fields: PartChanges
) -> Part:
    """A participant does something in a session, after those already in it."""
    record = desk.get(Session, session)
    name = participant_called(desk, desk.get(Participation, participation))
    given = {"position": next_position(desk, Part, session=session), **fields}
    with desk.step(N_("Add {name} to “{title}”"), name=name, title=called(record.title)):
        return add(desk, Part, given, session=session, participation=participation)


def add_part_by_name(desk: Desk, session: SessionId, typed: str, role: Role) -> Part:
    """Somebody whose name was typed does something in a session.

    A participant of the edition of exactly this name (case, accents and spaces set aside), else
    a person of the file, who takes part from now on, else a new person; of several of one name,
    the one entered first.
    """
    record = desk.get(Session, session)
    typed = one_line(typed)
    names = names_from(typed)
    if not names:
        raise ForumDeskError(N_("Type a name first."))
    with desk.step(N_("Add {name} to “{title}”"), name=typed, title=called(record.title)):
        participation = _found(desk, record.edition, typed)
        if participation is None:
            person = next((p for p in desk.find(Person) if is_called(p, typed)), None)
            person = person or people.add_person(desk, names, {})
            return add_part_of(desk, session, person.id, role)
        return add_part(desk, session, participation.id, {"role": role})


def add_part_of(desk: Desk, session: SessionId, person: PersonId, role: Role) -> Part:
    """A person of the file does something in a session, and takes part in its edition for it."""
    record = desk.get(Session, session)
    name = person_called(desk.get(Person, person))
    with desk.step(N_("Add {name} to “{title}”"), name=name, title=called(record.title)):
        known = desk.find(Participation, edition=record.edition, person=person)
        participation = (
            known[0] if known else invitations.add_participation(desk, record.edition, person, {})
        )
        return add_part(desk, session, participation.id, {"role": role})


def change_part(desk: Desk, part: PartId, changes: PartChanges) -> Part:
    """New values of some fields of a part; another ``participation`` takes it over."""
    record = desk.get(Part, part)
    session = desk.get(Session, record.session)
    with desk.step(
        N_("Change the part of {name} in “{title}”"),
        name=_called(desk, record),
        title=called(session.title),
    ):
        return change(desk, record, changes)


def remove_part(desk: Desk, part: PartId) -> None:
    """Somebody no longer does something in a session; the participation stays."""
    record = desk.get(Part, part)
    session = desk.get(Session, record.session)
    with desk.step(
        N_("Remove {name} from “{title}”"),
        name=_called(desk, record),
        title=called(session.title),
    ):
        remove_whole(desk, record)


def order_parts(desk: Desk, session: SessionId, parts: Sequence[PartId]) -> list[Part]:
    """The parts of a session in a new order; those not named follow."""
    record = desk.get(Session, session)
    with desk.step(N_("Reorder speakers of “{title}”"), title=called(record.title)):
        return reorder(desk, desk.find(Part, session=session), parts)


def _found(desk: Desk, edition: str, typed: str) -> Participation | None:
    participations = {p.person: p for p in reversed(desk.find(Participation, edition=edition))}
    ids = [person for person in participations if person]
    for person in desk.find(Person, id=ids) if ids else []:
        if is_called(person, typed):
            return participations[person.id]
    return None


def _called(desk: Desk, part: Part) -> object:
    return participant_called(desk, desk.get(Participation, part.participation))
