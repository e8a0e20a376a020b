# SPDX-License-Identifier: MIT
"""Filling the free seats of a plan: along a table, side by side, or table by table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import StrEnum

from forumdesk.domain.people import Participation
from forumdesk.domain.places import Layout, Seat
from forumdesk.domain.seat_layouts import GUESTS, HOME, Place, Room
from forumdesk.domain.seat_order import Rung, Wing, beside, interpreters, ladder
from forumdesk.domain.values import frozen

Line = list[Participation]


class Mixing(StrEnum):
    """How two sides sit at a table: by rank alone, in turn, or each on its own hand."""

    RANK = "rank"
    ALTERNATE = "alternate"
    SPLIT = "split"


@frozen
class Manner:
    """How people are to sit: who is of the hosts' side and of the guests', how the two mix.

    ``interpreting`` are those who sit behind the others.
    """

    home: AbstractSet[str] = frozenset()
    guests: AbstractSet[str] = frozenset()
    mixing: Mixing = Mixing.RANK
    interpreting: AbstractSet[str] = frozenset()


class Filling:
    """The free seats of a room as they are taken, one person after the other.

    Whoever comes along with somebody is put beside them as soon as they sit, where a seat is free.
    """

    def __init__(self, room: Room, free: AbstractSet[Place], companions: Mapping[str, str]) -> None:
        self.room = room
        self.free = set(free)
        self.seats: dict[Place, str] = {}
        self._along: dict[str, list[str]] = {}
        for one, principal in companions.items():
            self._along.setdefault(principal, []).append(one)
        self._seated: set[str] = set()

    def join_kept(self, kept: Iterable[Seat]) -> None:
        """Put those beside who come along with somebody that has a seat already."""
        for seat in kept:
            if seat.participation:
                self._join(seat.participation, (seat.table, seat.number))

    def is_free(self, rung: Rung) -> bool:
        """Whether a seat is still to be had."""
        return rung.place in self.free

    def waits(self, one: Participation) -> bool:
        """Whether somebody has no seat yet."""
        return one.id not in self._seated

    def put(self, place: Place, who: str) -> None:
        """Give somebody a seat."""
        self.free.discard(place)
        self.seats[place] = who
        self._seated.add(who)
        self._join(who, place)

    def _join(self, principal: str, place: Place) -> None:
        for companion in self._along.pop(principal, []):
            there = next((other for other in beside(self.room, place) if other in self.free), None)
            if there is not None and companion not in self._seated:
                self.put(there, companion)


def tables(filling: Filling, people: Sequence[Participation], manner: Manner) -> None:
    """A head table, or round ones: people dealt to the tables, each then filled by its order."""
    _interpreters(filling, people, manner)
    sitting = [one for one in people if one.id not in manner.interpreting]
    numbers = sorted(filling.room.at)
    for table, line in zip(numbers, _dealt(filling, sitting, manner, numbers), strict=True):
        rungs = [rung for rung in ladder(filling.room, table) if filling.is_free(rung)]
        _fill(filling, rungs, line, manner)
    # Who came to a table whose seats companions took sits where there is still one.
    rest = [rung for table in numbers for rung in ladder(filling.room, table)]
    _fill(filling, rest, sitting, replace(manner, mixing=Mixing.RANK))


def rows(filling: Filling, people: Sequence[Participation], manner: Manner) -> None:
    """Rows before a stage: the first row first, from the aisle outwards."""
    numbers = sorted(filling.room.at)
    rungs = [rung for row in numbers for rung in ladder(filling.room, row)]
    if manner.mixing is Mixing.RANK:
        manner = Manner()
    if manner.mixing is Mixing.ALTERNATE:
        rungs = [Rung(rung.place, n + 1, rung.wing) for n, rung in enumerate(rungs)]
    _fill(filling, rungs, people, manner)


def bilateral(filling: Filling, people: Sequence[Participation], manner: Manner) -> None:
    """Two delegations that face each other; who is of neither has no seat there."""
    _interpreters(filling, people, manner)
    for table, side in ((HOME, manner.home), (GUESTS, manner.guests)):
        line = [one for one in people if one.id in side and one.id not in manner.interpreting]
        _fill(filling, ladder(filling.room, table), line, Manner())


def _interpreters(filling: Filling, people: Sequence[Participation], manner: Manner) -> None:
    """Interpreters behind the heads: each behind the head of the own side, else where one is free.

    At a head table the first of these seats is behind the host.
    """
    home, guests = manner.home, manner.guests
    there = [one for one in people if one.id in manner.interpreting]
    for n, chair in enumerate(interpreters(filling.room)):
        if chair.place not in filling.free:
            continue
        at_home = chair.table == HOME and n == 0
        if filling.room.layout is Layout.BILATERAL:
            at_home = chair.table == HOME
        own = [one for one in there if one.id in (home if at_home else guests)]
        others = [one for one in there if one.id not in home and one.id not in guests]
        found = next((one for one in (*own, *others) if filling.waits(one)), None)
        if found is not None:
            filling.put(chair.place, found.id)


def _dealt(
    filling: Filling, people: Sequence[Participation], manner: Manner, numbers: Sequence[int]
) -> list[Line]:
    """People dealt to tables so that each has one of the first, of either side, and as many after.

    Each side is dealt from the first table to the last and back again, so that no table has all
    the higher ranks. Whoever comes along goes to the table of whom they come with.
    """
    lines: list[Line] = [[] for _ in numbers]
    room = [sum(place[0] == number for place in filling.free) for number in numbers]
    extra = [c.table for c in interpreters(filling.room) if c.place in filling.free]
    room = [seats - extra.count(number) for seats, number in zip(room, numbers, strict=True)]
    deals = {True: _serpentine(len(numbers)), False: _serpentine(len(numbers))}
    for group in _groups([one for one in people if filling.waits(one)]):
        at = deals[group[0].id in manner.home](room, len(group))
        if at is not None:
            lines[at] += group
            room[at] -= len(group)
    return lines


def _groups(people: Sequence[Participation]) -> Iterable[Line]:
    """Everybody with those who come along with them."""
    groups: dict[str, Line] = {one.id: [one] for one in people}
    for one in people:
        if (with_whom := groups.get(one.companion_of or "")) is not None and one.companion_of:
            with_whom.append(one)
    known = groups.keys()
    return [groups[one.id] for one in people if one.companion_of not in known]


Deal = Callable[[list[int], int], "int | None"]


def _serpentine(count: int) -> Deal:
    """Table after table, back and forth; full ones are passed over, ``None`` when all are full."""
    turn: list[int] = [*range(count), *reversed(range(count))]
    at = 0

    def deal(room: list[int], needed: int) -> int | None:
        nonlocal at
        for least in dict.fromkeys((needed, 1)):
            for step in range(len(turn)):
                table = turn[(at + step) % len(turn)]
                if room[table] >= least:
                    at += step + 1
                    return table
        return None

    return deal


def _fill(
    filling: Filling, rungs: Iterable[Rung], people: Iterable[Participation], manner: Manner
) -> None:
    """People on the seats of a line, from the most honoured on; companions come with theirs."""
    line = [one for one in people if filling.waits(one)]
    ids = {one.id for one in line}
    principals = [one for one in line if one.companion_of not in ids]
    free = [rung for rung in rungs if filling.is_free(rung)]
    queue = _Queue(principals, manner)
    for rung in free:
        if not filling.is_free(rung):
            continue
        # Somebody may have come to a seat beside another in the meantime.
        while (one := queue.next_for(rung)) is not None and not filling.waits(one):
            pass
        if one is not None:
            filling.put(rung.place, one.id)
    # Those left, companions without a seat beside theirs among them, on what is free still.
    for one in line:
        place = next((rung.place for rung in free if filling.is_free(rung)), None)
        if place is not None and filling.waits(one):
            filling.put(place, one.id)


class _Queue:
    """Who is next for a seat: by rank, in turn by sides, or by the hand that a side sits on."""

    def __init__(self, line: Collection[Participation], manner: Manner) -> None:
        home = manner.home
        self._home = [one for one in line if one.id in home]
        self._guests = [one for one in line if one.id not in home]
        self._ranked = list(line)
        self._mixing = manner.mixing if self._home and self._guests else Mixing.RANK
        if self._mixing is Mixing.RANK and self._home:
            # The host's is the place in the middle, whoever outranks them.
            self._ranked.remove(self._home[0])
            self._ranked.insert(0, self._home[0])

    def next_for(self, rung: Rung) -> Participation | None:
        """Who sits there; ``None`` for nobody."""
        if self._mixing is Mixing.RANK:
            return self._ranked.pop(0) if self._ranked else None
        if self._mixing is Mixing.SPLIT:
            return self._of_hand(rung.wing)
        at_home = rung.distance % 2 == 0
        queues = (self._home, self._guests) if at_home else (self._guests, self._home)
        return next((queue.pop(0) for queue in queues if queue), None)

    def _of_hand(self, wing: Wing) -> Participation | None:
        """Guests at the right hand; a side that has more than seats goes on when the other sits."""
        queue = self._guests if wing is Wing.RIGHT else self._home
        return queue.pop(0) if queue else None
