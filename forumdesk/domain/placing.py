# SPDX-License-Identifier: MIT
"""Where sessions could stand on the board, and the edition as it would be if they did.

A ghost on the board, the preview of a shift and the fix of a problem all ask the checks about
an edition that is not stored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from forumdesk.domain.agenda import Session, SessionRoom
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.following import settled
from forumdesk.domain.ids import RoomId
from forumdesk.domain.times import later
from forumdesk.domain.values import frozen


@frozen
class Place:
    """A session's place: start (wall time of the edition's zone), minutes, and rooms by id.

    ``rooms`` is ``None`` where they stay as they are; ``()`` is plenary.
    """

    starts: datetime | None
    minutes: int | None
    rooms: tuple[RoomId, ...] | None = None

    @property
    def ends(self) -> datetime | None:
        """Wall time of the end; ``None`` while start or duration is open."""
        if self.starts is None or self.minutes is None:
            return None
        return later(self.starts, timedelta(minutes=self.minutes))


def with_places(dossier: Dossier, places: Mapping[str, Place]) -> Dossier:
    """The dossier as it would be with sessions at other places, as services would place them.

    Their timed items move along, and so do those that follow them; locked ones stay.
    ``places`` are by session id; those the dossier doesn't know count for nothing.
    """
    free = {
        key: place
        for key, place in places.items()
        if key in dossier.session and not dossier.session[key].locked
    }
    before = {key: dossier.session[key] for key in free}
    after = {key: placed(before[key], place) for key, place in free.items()}
    moved = settled(before, after, dossier)
    sessions = tuple(moved.get(session.id, session) for session in dossier.sessions)
    return replace(dossier, sessions=sessions, session_rooms=_rooms(dossier, free))


def placed(session: Session, place: Place) -> Session:
    """A session with the times of a place; the same one if it has them."""
    if (session.starts, session.minutes) == (place.starts, place.minutes):
        return session
    return replace(session, starts=place.starts, minutes=place.minutes)


def _rooms(dossier: Dossier, places: Mapping[str, Place]) -> tuple[SessionRoom, ...]:
    links: dict[str, list[SessionRoom]] = {}
    for link in dossier.session_rooms:
        links.setdefault(link.session, []).append(link)
    changed = {
        key: place.rooms
        for key, place in places.items()
        if place.rooms is not None
        and key in dossier.session
        and place.rooms != tuple(link.room for link in links.get(key, ()))
    }
    if not changed:
        return dossier.session_rooms
    kept = [link for link in dossier.session_rooms if link.session not in changed]
    for key, rooms in changed.items():
        # Ids of links that are not stored: the session's and the room's tell them apart.
        kept += [SessionRoom(f"{key} {room}", key, room, n) for n, room in enumerate(rooms)]
    return tuple(kept)
