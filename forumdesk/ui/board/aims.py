# SPDX-License-Identifier: MIT
"""What a pull or a key on the board aims at: the places sessions would come to stand at.

Pure, without pixels: where the pointer is comes as a ``Spot``. Rooms are counted from 0 in the
edition's order; -1 is no room, and stands before the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.following import settled
from forumdesk.domain.lanes import SHORTEST, Timetable, length_of, minute_of, snapped
from forumdesk.domain.placing import Place, placed
from forumdesk.domain.values import frozen

NO_ROOM = -1
NEW_LENGTH = 30  # minutes of a session that isn't drawn


@frozen
class Spot:
    """A point of the board: the number of its room, and the minute of the program day."""

    room: int
    minute: float


@frozen
class Scene:
    """What aims are taken on: the edition, the day shown, and the lines that times snap to."""

    dossier: Dossier
    table: Timetable
    grid: int

    def spot(self, column: int, minute: float) -> Spot:
        """A point by its column; beside the columns it is in no room, or in the last."""
        before = len(self.table.columns) - len(self.dossier.rooms)
        return Spot(min(max(column - before, NO_ROOM), len(self.dossier.rooms) - 1), minute)

    def minute_of(self, session: Session) -> int | None:
        """The minute a session begins at in the program day it is on."""
        day = self.dossier.day_of(session)
        if session.starts is None or day is None:
            return None
        return minute_of(session.starts, day)

    def rooms_of(self, session: Session) -> list[int]:
        """The numbers of a session's rooms, in its own order."""
        numbers = {room.id: n for n, room in enumerate(self.dossier.rooms)}
        return [numbers[room.id] for room in self.dossier.rooms_of(session)]


def moved(scene: Scene, sessions: Sequence[Session], grip: Spot, to: Spot) -> dict[str, Place]:
    """Sessions pulled from one spot to another; the first is the one that was gripped.

    All move by the same time and the same number of rooms, as far as there is day and room;
    without a room the gripped one was in, its times stay unless pulled a good part of the grid.
    """
    lead = scene.minute_of(sessions[0])
    by = to.minute - grip.minute
    if lead is None:
        start = snapped(to.minute, scene.grid, _edges(scene, sessions, to))
    elif scene.dossier.day_of(sessions[0]) == scene.table.day and abs(by) < scene.grid / 2:
        start = lead
    else:
        start = snapped(lead + by, scene.grid, _edges(scene, sessions, to))
    shift = start - (start if lead is None else lead)
    return shifted(scene, sessions, shift, to.room - grip.room, start=start, room=to.room)


def shifted(
    scene: Scene,
    sessions: Sequence[Session],
    minutes: int,
    rooms: int,
    *,
    start: int | None = None,
    room: int = NO_ROOM,
) -> dict[str, Place]:
    """Sessions moved by minutes and by rooms, to the day shown.

    ``start`` and ``room`` are for those that have no time, or no room, yet.
    """
    begins = {s.id: _begin(scene, s, start) for s in sessions}
    earliest, latest = min(begins.values()), max(begins.values())
    minutes = max(minutes, scene.table.begins - earliest)
    minutes = min(minutes, scene.table.ends - SHORTEST - latest)
    by = _within(scene, sessions, rooms)
    return {
        session.id: Place(
            scene.table.clock(begins[session.id] + minutes),
            session.minutes,
            _rooms_after(scene, session, by, room) if rooms else None,
        )
        for session in sessions
    }


def _begin(scene: Scene, session: Session, start: int | None) -> int:
    minute = scene.minute_of(session)
    if minute is not None:
        return minute
    return scene.table.used[0] if start is None else start


def _within(scene: Scene, sessions: Sequence[Session], rooms: int) -> int:
    """By how many rooms all of the sessions can move; the one alone may leave the rooms."""
    taken = [n for session in sessions for n in scene.rooms_of(session)]
    if not taken:
        return rooms
    lowest = NO_ROOM if len(taken) == 1 else 0
    return min(max(rooms, lowest - min(taken)), len(scene.dossier.rooms) - 1 - max(taken))


def _rooms_after(scene: Scene, session: Session, by: int, room: int) -> tuple[str, ...] | None:
    numbers = scene.rooms_of(session) or [room - by]
    after = [number + by for number in numbers]
    return tuple(scene.dossier.rooms[n].id for n in after if n != NO_ROOM)


def _edges(scene: Scene, sessions: Sequence[Session], to: Spot) -> Iterable[int]:
    """Starts at which the gripped session would touch another in the room it is over."""
    own = {session.id for session in sessions}
    length = sessions[0].minutes
    column = to.room + len(scene.table.columns) - len(scene.dossier.rooms)
    for block in scene.table.blocks:
        if block.session not in own and block.first <= column <= block.last:
            yield block.ends
            if length is not None:
                yield block.starts - length


def stretched(scene: Scene, session: Session, by: float, *, top: bool) -> dict[str, Place]:
    """A session with one edge pulled by some minutes; the other stays."""
    start = scene.minute_of(session)
    if start is None or session.starts is None:
        return {}
    end = start + length_of(session.minutes)
    edges = [e for b in scene.table.blocks if b.session != session.id for e in (b.starts, b.ends)]
    if abs(by) < scene.grid / 2:
        return {session.id: Place(session.starts, session.minutes)}
    if top:
        start = min(snapped(start + by, scene.grid, edges), end - SHORTEST)
        start = max(start, scene.table.begins)
        minutes = None if session.minutes is None else end - start
    else:
        minutes = max(snapped(end + by, scene.grid, edges) - start, SHORTEST)
    return {session.id: Place(scene.table.clock(start), minutes)}


def created(scene: Scene, grip: Spot, to: Spot) -> Place:
    """The place drawn on empty ground; over all rooms it is plenary."""
    first, last = sorted((grip.room, to.room))
    early, late = sorted((grip.minute, to.minute))
    start = int(early // scene.grid) * scene.grid
    end = max(-int(-late // scene.grid) * scene.grid, start + scene.grid)
    start, end = max(start, scene.table.begins), min(end, scene.table.ends)
    numbers = [n for n in range(first, last + 1) if n != NO_ROOM]
    whole = len(numbers) == len(scene.dossier.rooms) > 1
    rooms = () if whole or first == NO_ROOM else numbers
    ids = tuple(scene.dossier.rooms[n].id for n in rooms)
    return Place(scene.table.clock(start), end - start, ids)


def with_followers(dossier: Dossier, places: Mapping[str, Place]) -> dict[str, Place]:
    """The places, and those that the sessions which follow on come to by them."""
    before = {key: dossier.session[key] for key in places}
    after = {key: placed(before[key], place) for key, place in places.items()}
    found = settled(before, after, dossier)
    along = (now for key, now in found.items() if key not in places and now.parent is None)
    return {**places, **{now.id: Place(now.starts, now.minutes) for now in along}}


def changes(dossier: Dossier, places: Mapping[str, Place]) -> dict[str, Place]:
    """The places that differ from where sessions are."""
    return {
        key: place
        for key, place in places.items()
        if not _is_at(dossier, dossier.session[key], place)
    }


def _is_at(dossier: Dossier, session: Session, place: Place) -> bool:
    rooms = tuple(room.id for room in dossier.rooms_of(session))
    same = (session.starts, session.minutes) == (place.starts, place.minutes)
    return same and place.rooms in (None, rooms)


def pasted(scene: Scene, sessions: Sequence[Session], cursor: Session | None) -> dict[str, Place]:
    """Where copies of sessions come to.

    After the session of the cursor and in its room, if it is none of them; else on the day shown
    at their own times; else, if they are on that day themselves, after the last of them.
    """
    begins = {s.id: _begin(scene, s, None) for s in sessions}
    first = min(begins.values())
    if cursor is not None and cursor.ends is not None and cursor.id not in begins:
        shift = scene.table.minute(cursor.ends) - first
        room = next(iter(scene.rooms_of(cursor)), NO_ROOM)
        own = next((n for s in sessions for n in scene.rooms_of(s)), room)
        return shifted(scene, sessions, shift, room - own, start=first, room=room)
    if any(scene.dossier.day_of(s) == scene.table.day for s in sessions):
        shift = max(begins[s.id] + (s.minutes or 0) for s in sessions) - first
        return shifted(scene, sessions, shift, 0)
    return shifted(scene, sessions, 0, 0)
