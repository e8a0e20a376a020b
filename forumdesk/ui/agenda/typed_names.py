# SPDX-License-Identifier: MIT
"""Names typed into one cell with commas between them: rooms of a session, people in it.

A name may contain a comma itself (``John Smith, Jr.``): the longest run of words between commas
that is known is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from forumdesk.domain.agenda import Part, Session, SessionKind
from forumdesk.domain.agenda import Role as PartRole
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Room
from forumdesk.domain.naming import is_called
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_
from forumdesk.services import editions, parts, planning

T = TypeVar("T")
# What somebody added to a session most likely does there.
_LIKELY: Mapping[SessionKind, PartRole] = {
    SessionKind.OPENING: PartRole.OPENS,
    SessionKind.REMARKS: PartRole.CONGRATULATES,
    SessionKind.KEYNOTE: PartRole.KEYNOTE,
    SessionKind.PANEL: PartRole.DISCUSSES,
    SessionKind.DISCUSSION: PartRole.DISCUSSES,
    SessionKind.SIGNING: PartRole.SIGNS,
    SessionKind.CLOSING: PartRole.CLOSES,
    SessionKind.PRESENTATION: PartRole.PRESENTS,
}


def likely_role(session: Session) -> PartRole:
    """The role offered first to somebody added to a session."""
    return _LIKELY.get(session.kind, PartRole.SPEAKS)


def taken_apart(text: str, known: Callable[[str], T | None]) -> list[tuple[str, T | None]]:
    """The names in a text, each with what it is known as, if anything."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    return list(_runs(pieces, known))


def _runs(
    pieces: Sequence[str], known: Callable[[str], T | None]
) -> Iterator[tuple[str, T | None]]:
    at = 0
    while at < len(pieces):
        for end in range(len(pieces), at, -1):
            name = ", ".join(pieces[at:end])
            found = known(name)
            if found is not None or end == at + 1:
                yield name, found
                at = end
                break


def room_called(rooms: Sequence[Room]) -> Callable[[str], str | None]:
    """Finds the id of the room of a name in any language; an id itself is taken too."""
    ids = {room.id: room.id for room in rooms}
    ids |= {fold(name): room.id for room in reversed(rooms) for name in room.name.values()}
    return lambda name: ids.get(name) or ids.get(fold(name))


def unknown_rooms(rooms: Sequence[Room], text: str) -> list[str]:
    """The names in a text that are no room's."""
    return [name for name, room in taken_apart(text, room_called(rooms)) if room is None]


def set_typed_rooms(desk: Desk, session: Session, text: str) -> None:
    """The rooms named in a text; raises ``ForumDeskError`` for one that there isn't."""
    rooms = desk.find(Room, edition=session.edition)
    found: list[str] = []
    for name, room in taken_apart(text, room_called(rooms)):
        if room is None:
            raise ForumDeskError(N_("This edition has no room “{name}”."), name=name)
        found.append(room)
    planning.set_rooms(desk, session.id, list(dict.fromkeys(found)))


def add_rooms_and_set(desk: Desk, session: str, text: str, language: str) -> None:
    """The rooms named in a text, those that there aren't yet added to the edition first."""
    record = desk.get(Session, session)
    with desk.step(N_("Set rooms of “{title}”"), title=record.title or "…"):
        for name in unknown_rooms(desk.find(Room, edition=record.edition), text):
            editions.add_room(desk, record.edition, Text.of({language: name}), {})
        set_typed_rooms(desk, record, text)


def set_typed_parts(desk: Desk, session: Session, text: str) -> None:
    """The people named in a text: those who stay keep their part, others are added or taken out.

    A name that nobody has yet becomes a new person (see ``services.parts``).
    """
    there = desk.find(Part, session=session.id)
    named = {part.id: _names_of(desk, part) for part in there}
    typed = taken_apart(text, lambda name: _whose(named, name))
    with desk.step(N_("Change the people in “{title}”"), title=session.title or "…"):
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
