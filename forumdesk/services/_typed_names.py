# SPDX-License-Identifier: MIT
"""Rooms of a session and people in it, set by their names in one text."""

from __future__ import annotations

from collections.abc import Callable

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Room
from forumdesk.domain.naming import is_called
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.typed_names import likely_role, room_called, taken_apart
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_
from forumdesk.services import parts, planning
from forumdesk.services._writing import called


def set_typed_rooms(desk: Desk, session: Session, text: str) -> None:
    """The rooms named in a text; raises ``ForumDeskError`` for one that there isn't."""
    rooms = desk.find(Room, edition=session.edition)
    found: list[str] = []
    for name, room in taken_apart(text, room_called(rooms)):
        if room is None:
            raise ForumDeskError(N_("This edition has no room “{name}”."), name=name)
        found.append(room)
    planning.set_rooms(desk, session.id, list(dict.fromkeys(found)))


def set_typed_parts(desk: Desk, session: Session, text: str) -> None:
    """The people named in a text: those who stay keep their part, others are added or taken out.

    A name that nobody has yet becomes a new person (see ``services.parts``).
    """
    there = desk.find(Part, session=session.id)
    named = {part.id: _names_of(desk, part) for part in there}
    typed = taken_apart(text, lambda name: _whose(named, name))
    with desk.step(N_("Change the people in “{title}”"), title=called(session.title)):
        for gone in set(named) - {part for _, part in typed if part}:
            parts.remove_part(desk, gone)
        for name in (name for name, part in typed if part is None):
            parts.add_part_by_name(desk, session.id, name, likely_role(session))


Called = Callable[[str], bool]


def _whose(named: dict[str, Called], name: str) -> str | None:
    return next((part for part, is_named in named.items() if is_named(name)), None)


def _names_of(desk: Desk, part: Part) -> Called:
    participation = desk.get(Participation, part.participation)
    if participation.person is not None:
        person = desk.get(Person, participation.person)
        return lambda name: is_called(person, name)
    body = desk.get(Organization, participation.organization or "")
    spellings = {fold(name) for name in (*body.name.values(), *body.short.values())}
    return lambda name: fold(name) in spellings
