# SPDX-License-Identifier: MIT
"""Arranging the agenda: several sessions at once, changing places, splitting, linking, shifting.

A locked session stays where it is: a request for it alone is refused, among others it is left
out. Whatever moves takes its items along, and the sessions that follow it; a follow-on that is
put elsewhere follows no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

from forumdesk.domain.agenda import Session, SessionRoom
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.ids import RoomId, SessionId
from forumdesk.domain.placing import Place, placed
from forumdesk.domain.reading import dossier
from forumdesk.domain.shifting import Reach, shifted
from forumdesk.domain.times import LONGEST, later
from forumdesk.domain.validity import tidied
from forumdesk.domain.words import N_
from forumdesk.services._copying import copied
from forumdesk.services._joining import join, split
from forumdesk.services._moving import put_moved, refuse_locked
from forumdesk.services._writing import called, edition_of
from forumdesk.services.planning import change_label, order_items, order_sessions, set_rooms


def place_sessions(desk: Desk, places: Mapping[SessionId, Place]) -> list[Session]:
    """Put sessions at other times and in other rooms; gives them back as they are then."""
    records = [desk.get(Session, session) for session in places]
    if not records:
        return []
    free = _free(records)
    with desk.step(_moves(desk, records, places), title=called(free[0].title), count=len(free)):
        put_moved(desk, [(record, placed(record, places[record.id])) for record in free])
        for record in free:
            _put_rooms(desk, record, places[record.id].rooms)
        return [desk.get(Session, record.id) for record in records]


def copy_session(desk: Desk, session: SessionId, place: Place) -> Session:
    """A draft copy of a session with items, rooms and parts, at a place."""
    record = desk.get(Session, session)
    with desk.step(N_("Copy “{title}”"), title=called(record.title)):
        copy = copied(desk, record, tidied(placed(record, place)))
        _put_rooms(desk, copy, place.rooms)
        return copy


def swap_sessions(desk: Desk, first: SessionId, second: SessionId) -> None:
    """Two sessions change places: times, rooms, and what they follow and what follows them.

    Each keeps its length. Where one began when the other ended, it still does afterwards, so
    that together they take the same time.
    """
    one, other = desk.get(Session, first), desk.get(Session, second)
    if one.parent == second or first in (second, other.parent):
        raise ForumDeskError(N_("A session can't change places with one that it is in."))
    if one.edition != other.edition:
        raise ForumDeskError(N_("What belongs together must be of the same edition."))
    refuse_locked(one)
    refuse_locked(other)
    with _step_of_both(desk, N_("Swap “{title}” and “{other}”"), one, other):
        _swap_rooms(desk, first, second)
        places = _instead(one, other), _instead(other, one)
        put_moved(desk, zip(_out_of_line(desk, one, other), places, strict=True))


def split_session(desk: Desk, session: SessionId, minutes: int) -> Session:
    """Split a session so many minutes after its start; gives back the second one, with the rest.

    It has the same parts, rooms and track, the items that begin in it, and what followed.
    """
    record = desk.get(Session, session)
    refuse_locked(record)
    with desk.step(N_("Split “{title}”"), title=called(record.title)):
        return split(desk, record, minutes)


def join_sessions(desk: Desk, first: SessionId, second: SessionId) -> Session:
    """Make one session of two: the first, with the items, parts, rooms and notes of both.

    It lasts from the earlier start to the later end. Its own title and texts stay; what it has
    none of, it takes from the second.
    """
    one, other = desk.get(Session, first), desk.get(Session, second)
    refuse_locked(one)
    refuse_locked(other)
    with _step_of_both(desk, N_("Join “{title}” and “{other}”"), one, other):
        return join(desk, one, other)


def follow_session(desk: Desk, session: SessionId, leader: SessionId | None) -> Session:
    """Let a session begin when another one ends, from now on; ``None``: no longer."""
    record = desk.get(Session, session)
    before = desk.get(Session, leader) if leader else None
    after = replace(record, follows=leader)
    if before is None:
        step = desk.step(N_("Unlink “{title}”"), title=called(record.title))
    else:
        step = _step_of_both(desk, N_("Let “{title}” follow “{other}”"), record, before)
        if before.ends is not None and before.ends != record.starts:
            refuse_locked(record)
            after = replace(after, starts=before.ends)
    with step:
        return put_moved(desk, [(record, after)])[session]


def lock_sessions(desk: Desk, sessions: Sequence[SessionId], locked: bool) -> None:
    """Lock sessions where they are, or unlock them."""
    records = [desk.get(Session, session) for session in dict.fromkeys(sessions)]
    if not records:
        return
    alone = N_("Lock “{title}”") if locked else N_("Unlock “{title}”")
    several = N_("Lock {count} sessions") if locked else N_("Unlock {count} sessions")
    label = alone if len(records) == 1 else several
    with desk.step(label, title=called(records[0].title), count=len(records)):
        for record in records:
            desk.put(replace(record, locked=locked))


def move_sessions(desk: Desk, sessions: Sequence[SessionId], minutes: int) -> list[Session]:
    """Move sessions by some minutes; those without a time stay."""
    records = {key: desk.get(Session, key) for key in sessions}
    places: dict[str, Place] = {}
    for record in records.values():
        # An item whose session moves too is taken along by it.
        if record.starts is not None and record.parent not in records:
            starts = later(record.starts, _shift(minutes))
            places[record.id] = Place(starts, record.minutes)
    if len(places) < 2:
        return place_sessions(desk, places)
    label = N_("Move {count} sessions by {minutes} min")
    with desk.step(label, count=len(places), minutes=minutes):
        return place_sessions(desk, places)


def step_session(desk: Desk, session: SessionId, places: int) -> None:
    """A session without a time some places up or down among its like: items, or untimed ones."""
    record = desk.get(Session, session)
    beside = desk.find(Session, edition=record.edition, parent=record.parent)
    like = [other.id for other in beside if other.starts is None]
    if session not in like:
        return
    here = like.index(session)
    like.insert(min(max(here + places, 0), len(like) - 1), like.pop(here))
    if record.parent is not None:
        order_items(desk, record.parent, like)
    else:
        order_sessions(desk, record.edition, like)


def shift_after(desk: Desk, session: SessionId, minutes: int, reach: Reach) -> list[Session]:
    """Move everything after a session on its day by some minutes, as far as ``reach`` says.

    See ``domain.shifting``. Gives back the sessions that moved.
    """
    record = desk.get(Session, session)
    _shift(minutes)
    whole = dossier(desk, edition_of(desk, record) or "")
    places = shifted(whole, record, minutes, reach)
    label = N_("Shift what comes after “{title}” by {minutes} min")
    with desk.step(label, title=called(record.title), minutes=f"{minutes:+}"):
        return place_sessions(desk, places)


def _step_of_both(
    desk: Desk, label: str, one: Session, other: Session
) -> AbstractContextManager[None]:
    return desk.step(label, title=called(one.title), other=called(other.title))


def _free(records: Sequence[Session]) -> list[Session]:
    """Those that are not locked; refused if there are none."""
    free = [record for record in records if not record.locked]
    if not free:
        refuse_locked(records[0])
    return free


def _moves(desk: Desk, records: Sequence[Session], places: Mapping[str, Place]) -> str:
    """The name of a step that places these sessions."""
    if len(records) > 1:
        return N_("Move {count} sessions")
    (record,) = records
    place = places[record.id]
    if record.starts != place.starts:
        return change_label({"starts": place.starts})
    if record.minutes != place.minutes:
        return change_label({"minutes": place.minutes})
    return N_("Set rooms of “{title}”")


def _put_rooms(desk: Desk, session: Session, rooms: Sequence[RoomId] | None) -> None:
    if rooms is not None:
        set_rooms(desk, session.id, rooms)


def _swap_rooms(desk: Desk, first: str, second: str) -> None:
    mine, others = desk.find(SessionRoom, session=first), desk.find(SessionRoom, session=second)
    for link in mine:
        desk.put(replace(link, session=second))
    for link in others:
        desk.put(replace(link, session=first))


def _out_of_line(desk: Desk, one: Session, other: Session) -> list[Session]:
    """Take two sessions out of their lines; what follows the one then follows the other."""
    alone = [replace(session, follows=None) for session in (one, other)]
    for session in alone:
        desk.put(session)
    instead = {one.id: other.id, other.id: one.id}
    for follower in desk.find(Session, follows=[*instead]):
        desk.put(replace(follower, follows=instead[follower.follows or ""]))
    return alone


def _instead(one: Session, other: Session) -> Session:
    """A session in another one's place: inside what that is in, and at its time."""
    starts = other.starts
    if one.starts and one.ends == other.starts and other.minutes is not None:
        starts = later(one.starts, timedelta(minutes=other.minutes))
    # What follows the one follows the other now, be it the other itself.
    follows = other.id if other.follows == one.id else other.follows
    there = replace(one, parent=other.parent, position=other.position, follows=follows)
    return replace(there, starts=starts)


def _shift(minutes: int) -> timedelta:
    if abs(minutes) > LONGEST:
        raise ForumDeskError(N_("Sessions can't move by {minutes} minutes."), minutes=minutes)
    return timedelta(minutes=minutes)
