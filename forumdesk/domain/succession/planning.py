# SPDX-License-Identifier: MIT
"""The plan of a next edition, made of the last one; nothing is changed by it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Room, Side, Track
from forumdesk.domain.outcomes import Review
from forumdesk.domain.people import LetterText
from forumdesk.domain.places import Seating
from forumdesk.domain.printed import Passage
from forumdesk.domain.records import Record
from forumdesk.domain.succession.accounts import accounts_of
from forumdesk.domain.succession.agenda import rooms_of, sessions_for, tracks_for
from forumdesk.domain.succession.choices import USUAL, Choices
from forumdesk.domain.succession.ground import Ground, NewId, ground_of
from forumdesk.domain.succession.hosts import hosts_for, quotas_for, sides_for
from forumdesk.domain.succession.pack import pack_for
from forumdesk.domain.succession.people import parts_for, seats_for
from forumdesk.domain.succession.places import rooms_for
from forumdesk.domain.succession.plan import Plan, RoomFate, Seat, SessionFate
from forumdesk.domain.succession.review import (
    looking_back,
    open_commitments,
    sessions_looking_back,
)
from forumdesk.domain.validity import tidied


def plan_next(
    last: Dossier, choices: Choices = USUAL, *, new_id: NewId, rooms: Iterable[Room] = ()
) -> Plan:
    """The next edition as it would be made of the last one, which is read whole.

    ``rooms`` are those of the series' earlier editions: where one of them met, they are known.
    Raises ``ForumDeskError`` for a day or a zone that can't be.
    """
    ground = ground_of(last, choices, new_id)
    hosts = hosts_for(ground)
    sides = sides_for(ground, hosts)
    tracks = tracks_for(ground)
    fates = tuple(_own_rooms(ground, rooms_for(last, choices, ground.place, rooms)))
    before = sessions_looking_back(last)
    sessions = sessions_for(ground, tracks, before)
    back = looking_back(ground, sessions)
    sessions = (*sessions, *back.fates, *_dropped(last, before, back.fates))
    seats = seats_for(ground, sides)
    plan = Plan(
        last,
        ground.edition,
        choices,
        ground.shift,
        rooms=fates,
        hosts=hosts,
        sides=tuple(sides.values()),
        sessions=sessions,
        seats=seats,
        commitments=open_commitments(last),
        untimed_review=back.untimed,
        guessed_zone=ground.place.guessed,
    )
    records = tuple(_records(ground, plan, (tracks, sides, back.reviews)))
    whole = replace(plan, records=records)
    return replace(whole, accounts=accounts_of(whole))


_Others = tuple[Mapping[str, Track], Mapping[str, Side], tuple[Review, ...]]


def _records(ground: Ground, plan: Plan, others: _Others) -> Iterator[Record]:
    """All that is written, each after what it points to."""
    tracks, sides, reviews = others
    yield plan.edition
    yield from plan.hosts
    yield from plan.sides
    yield from (fate.now for fate in plan.rooms if fate.now)
    yield from tracks.values()
    people = [seat.now for seat in plan.seats if seat.now]
    yield from sorted(people, key=lambda p: p.companion_of is not None)
    yield from quotas_for(ground, sides)
    yield from _letters(ground)
    yield from _passages(ground, plan.seats)
    yield from (fate.now for fate in plan.sessions if fate.now)
    rooms = {fate.was.id: fate.now.id for fate in plan.rooms if fate.was and fate.now}
    yield from pack_for(ground, rooms, {key: side.id for key, side in sides.items()})
    yield from rooms_of(ground, plan.sessions, rooms)
    yield from parts_for(ground, plan.sessions, plan.seats)
    yield from _seatings(ground, plan, rooms)
    yield from reviews


def _own_rooms(ground: Ground, fates: Iterable[RoomFate]) -> Iterator[RoomFate]:
    for fate in fates:
        if fate.now is None:
            yield fate
            continue
        own = replace(fate.now, id=ground.new_id(), edition=ground.edition.id)
        yield replace(fate, now=tidied(own))


def _letters(ground: Ground) -> Iterator[LetterText]:
    if ground.choices.letters:
        for letter in ground.last.letter_texts:
            yield replace(letter, id=ground.new_id(), edition=ground.edition.id)


def _passages(ground: Ground, seats: Iterable[Seat]) -> Iterator[Passage]:
    """Texts of the program; a message is its author's again if they are proposed again.

    It is not signed: nobody has put their name to it yet.
    """
    again = {seat.was.id: seat.now.id for seat in seats if seat.now}
    if ground.choices.passages:
        for passage in ground.last.passages:
            author = again.get(passage.participation or "")
            unsigned = replace(passage, participation=author, signature=None)
            yield replace(unsigned, id=ground.new_id(), edition=ground.edition.id)


def _seatings(ground: Ground, plan: Plan, rooms: Mapping[str, str]) -> Iterator[Seating]:
    """The seating plans as they are set, for others to sit there."""
    if not ground.choices.seatings:
        return
    sessions = {fate.was.id: fate.now.id for fate in plan.sessions if fate.was and fate.now}
    for seating in ground.last.seatings:
        yield replace(
            seating,
            id=ground.new_id(),
            edition=ground.edition.id,
            session=sessions.get(seating.session or ""),
            room=rooms.get(seating.room or ""),
        )


def _dropped(
    last: Dossier, before: frozenset[str], fates: Iterable[SessionFate]
) -> Iterator[SessionFate]:
    """What looked back the last time and does so no more."""
    again = {fate.was.id for fate in fates if fate.was}
    return (SessionFate(s, None) for s in last.sessions if s.id in before - again)
