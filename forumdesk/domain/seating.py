# SPDX-License-Identifier: MIT
"""Who sits where: people put on the seats of a plan by precedence, around those who stay.

The rules are those of common protocol, as protocolbureau.com and protocol.dubai.ae have them: the
place of honour is at the host's right, the next at the host's left, and so on outwards; at a table
of two delegations the guests face the door, each head in the middle with the second at the right
hand. At round tables the principals are spread, one of each side to a table; who comes along sits
beside whom they come with; interpreters sit behind the heads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from forumdesk.domain.agenda import Mode, Part, Role
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import INTERPRETERS, Invitation, Participation
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.precedence import home_sides, in_order
from forumdesk.domain.seat_filling import Filling, Manner, Mixing, bilateral, rows, tables
from forumdesk.domain.seat_layouts import Place, room_of
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold

USUAL_STATUSES = (Invitation.ACCEPTED,)


@frozen
class Wanted:
    """Who is to be seated: of some answers, of some sides, those with a part in the session."""

    statuses: tuple[Invitation, ...] = USUAL_STATUSES
    sides: tuple[str, ...] = ()
    with_part: bool = False


@frozen
class Placing:
    """Who would sit where, by place; ``left`` are those for whom there is no seat, in order."""

    seats: Mapping[Place, str]
    left: tuple[str, ...] = ()


@frozen
class Change:
    """What seating anew would change: how many get a seat, another one, or lose theirs."""

    seated: int = 0
    moved: int = 0
    gone: int = 0
    left: int = 0


def usual_mixing(layout: Layout) -> Mixing:
    """How two sides commonly sit in a layout."""
    return Mixing.SPLIT if layout is Layout.THEATRE else Mixing.ALTERNATE


def seats_of(dossier: Dossier, seating: Seating) -> dict[Place, Seat]:
    """The seats of a plan that are taken, locked or kept, by place; of two records the first."""
    found: dict[Place, Seat] = {}
    for seat in dossier.seats:
        if seat.seating == seating.id:
            found.setdefault((seat.table, seat.number), seat)
    return found


def wanted_people(dossier: Dossier, seating: Seating, wanted: Wanted) -> list[Participation]:
    """Those to be seated, in order of precedence."""
    holding = with_part(dossier, seating.session) if wanted.with_part else None
    elsewhere = not_on_site(dossier) | not_on_site(dossier, seating.session)
    return in_order(
        dossier,
        (
            one
            for one in dossier.participations
            if one.status in wanted.statuses
            and one.id not in elsewhere
            and (not wanted.sides or one.side in wanted.sides)
            and (holding is None or one.id in holding)
        ),
    )


def with_part(dossier: Dossier, session: str | None) -> frozenset[str]:
    """Who has a part in a session or in one of its items, and is there; without one, in any.

    Whoever speaks by video is not there, nor is somebody whose text is read; the MC stands.
    """
    parts = (p for p in _parts(dossier, session) if p.role is not Role.MC)
    there = (p.reader if p.mode is Mode.READ else p.participation for p in parts if _is_there(p))
    return frozenset(who for who in there if who)


def not_on_site(dossier: Dossier, session: str | None = None) -> frozenset[str]:
    """Who takes part by video, or has a text read, and does nothing in person.

    In a session with its items, or in none: who is by video at the opening may come to dinner.
    """
    parts = _parts(dossier, session)
    from_afar = {p.participation for p in parts if p.mode is not Mode.IN_PERSON}
    here = {p.participation for p in parts if p.mode is Mode.IN_PERSON}
    readers = {p.reader for p in parts if p.mode is Mode.READ}
    return frozenset(from_afar - here - readers)


def _parts(dossier: Dossier, session: str | None) -> list[Part]:
    """The parts in a session and its items; without one, all."""
    if session is None:
        return list(dossier.parts)
    held = {one.id for one in dossier.sessions if session in (one.id, one.parent)}
    return [part for part in dossier.parts if part.session in held]


def _is_there(part: Part) -> bool:
    return part.mode is not Mode.VIDEO


def interpreters_of(dossier: Dossier, session: str | None) -> frozenset[str]:
    """Who interprets: by category, or by a part in the session."""
    by_part = {
        part.participation
        for part in dossier.parts
        if part.role is Role.INTERPRETS and session in (None, part.session)
    }
    # Hundreds of people are of a few categories.
    theirs = {
        category
        for category in {one.category for one in dossier.participations}
        if any(word in fold(category) for word in INTERPRETERS)
    }
    return frozenset(
        one.id for one in dossier.participations if one.id in by_part or one.category in theirs
    )


def stays(seat: Seat) -> bool:
    """Whether a seat is left alone when the others are seated anew: locked, or kept for sth."""
    return seat.locked or bool(seat.reserved)


def placed(
    dossier: Dossier,
    seating: Seating,
    people: Sequence[Participation],
    *,
    mixing: Mixing | None = None,
    kept: Collection[Seat] = (),
) -> Placing:
    """People in the order given on the seats that are free, around those that are ``kept``."""
    room = room_of(seating)
    taken = {(seat.table, seat.number) for seat in kept}
    sitting = {seat.participation for seat in kept if seat.participation}
    coming = [one for one in people if one.id not in sitting]
    chairs = {chair.place for chair in room.chairs} - taken
    companions = {one.id: one.companion_of or "" for one in coming if one.companion_of}
    filling = Filling(room, chairs, companions)
    filling.join_kept(kept)
    home, guests = delegations(dossier, seating, people)
    manner = Manner(home, guests, mixing or usual_mixing(seating.layout))
    if seating.layout in (Layout.HEAD_TABLE, Layout.BILATERAL):
        manner = replace(manner, interpreting=interpreters_of(dossier, seating.session))
    _FILL[seating.layout](filling, coming, manner)
    seated = set(filling.seats.values()) | sitting
    left = tuple(one.id for one in people if one.id not in seated)
    return Placing(filling.seats, left)


def delegations(
    dossier: Dossier, seating: Seating, people: Iterable[Participation]
) -> tuple[frozenset[str], frozenset[str]]:
    """The host's side and its guests among some people, by id; where there are no two, none.

    Two delegations always sit at a bilateral table: where people have no side, those of the
    first host face the others, or else every other one does.
    """
    some = list(people)
    at_home = home_sides(dossier)
    home = frozenset(one.id for one in some if one.side is not None and one.side in at_home)
    guests = frozenset(one.id for one in some if one.side and one.side not in at_home)
    if (home and guests) or any(one.side for one in some):
        return home, guests
    if seating.layout is not Layout.BILATERAL:
        return frozenset(), frozenset()
    host = dossier.hosts[0].organization if dossier.hosts else None
    home = frozenset(one.id for one in some if host and one.organization == host)
    if not home or len(home) == len(some):
        home = frozenset(one.id for one in some[::2])
    return home, frozenset(one.id for one in some) - home


def change(before: Mapping[Place, Seat], after: Placing, kept: Collection[Seat]) -> Change:
    """What becomes of a plan when people sit as placed."""
    was = {seat.participation: place for place, seat in before.items() if seat.participation}
    now: dict[str, Place] = {who: place for place, who in after.seats.items()}
    staying = {seat.participation for seat in kept}
    return Change(
        seated=sum(who not in was for who in now),
        moved=sum(who in was and was[who] != place for who, place in now.items()),
        gone=sum(who not in now and who not in staying for who in was),
        left=len(after.left),
    )


_FILL = {
    Layout.HEAD_TABLE: tables,
    Layout.BILATERAL: bilateral,
    Layout.THEATRE: rows,
    Layout.ROUND: tables,
}
