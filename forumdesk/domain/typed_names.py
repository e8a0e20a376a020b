# SPDX-License-Identifier: MIT
"""Names typed into one cell with commas between them: rooms of a session, people in it.

A name may contain a comma itself (``John Smith, Jr.``): the longest run of words between commas
that is known is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from forumdesk.domain.agenda import Role, Session, SessionKind
from forumdesk.domain.forum import Room
from forumdesk.domain.wording import fold

T = TypeVar("T")
# What somebody added to a session most likely does there.
_LIKELY: Mapping[SessionKind, Role] = {
    SessionKind.OPENING: Role.OPENS,
    SessionKind.REMARKS: Role.CONGRATULATES,
    SessionKind.KEYNOTE: Role.KEYNOTE,
    SessionKind.PANEL: Role.DISCUSSES,
    SessionKind.DISCUSSION: Role.DISCUSSES,
    SessionKind.SIGNING: Role.SIGNS,
    SessionKind.CLOSING: Role.CLOSES,
    SessionKind.PRESENTATION: Role.PRESENTS,
}


def likely_role(session: Session) -> Role:
    """The role offered first to somebody added to a session."""
    return _LIKELY.get(session.kind, Role.SPEAKS)


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
