# SPDX-License-Identifier: MIT
"""In which order the seats of a plan are honoured: from the middle outwards, the right hand first.

Whose right hand it is, the seat itself says: who faces the room has it where the room sees left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from forumdesk.domain.places import Layout
from forumdesk.domain.seat_layouts import Chair, Facing, Place, Post, Room, centre
from forumdesk.domain.values import frozen


class Wing(IntEnum):
    """On which hand of the head a seat is."""

    MIDDLE = 0
    RIGHT = 1
    LEFT = 2


@frozen
class Rung:
    """A seat as it comes in the order: how far from the head, and on which hand."""

    place: Place
    distance: int
    wing: Wing


def ladder(room: Room, table: int) -> tuple[Rung, ...]:
    """The seats of a table, row or side from the most honoured on; those of interpreters not."""
    chairs = room.at.get(table, ())
    if not chairs:
        return ()
    if room.layout is Layout.ROUND:
        return tuple(_around(chairs))
    middle = len(chairs) // 2
    below, above = chairs[:middle][::-1], chairs[middle + 1 :]
    if room.layout is Layout.THEATRE:
        # Whoever is right of the aisle is first; then those left of it and right of it in turn.
        return tuple(_outwards(chairs[middle], above, below, left_first=True))
    facing = chairs[0].facing
    right, left = (below, above) if facing is Facing.DOWN else (above, below)
    return tuple(_outwards(chairs[middle], right, left))


def interpreters(room: Room) -> tuple[Chair, ...]:
    """The seats of interpreters."""
    return tuple(chair for chair in room.chairs if chair.post is Post.INTERPRETER)


def beside(room: Room, place: Place) -> tuple[Place, ...]:
    """The seats next to one, that on the outer side first; the aisle parts seats."""
    table, number = place
    count = len(room.at.get(table, ()))
    middle = centre(count)
    if number > count:
        return ()
    if room.layout is Layout.ROUND:
        outer = 1 if number <= (count + 1) // 2 else -1
        found = [(number - 1 + step) % count + 1 for step in (outer, -outer)]
        return tuple((table, other) for other in found if other != number)
    outer = -1 if number < middle else 1
    found = [other for other in (number + outer, number - outer) if 1 <= other <= count]
    if room.layout is Layout.THEATRE:
        found = [other for other in found if (other >= middle) is (number >= middle)]
    return tuple((table, other) for other in found)


def _outwards(
    head: Chair, right: Sequence[Chair], left: Sequence[Chair], *, left_first: bool = False
) -> Iterator[Rung]:
    yield Rung(head.place, 0, Wing.RIGHT if left_first else Wing.MIDDLE)
    wings = [(Wing.RIGHT, right), (Wing.LEFT, left)]
    for n in range(max(len(right), len(left))):
        for wing, chairs in wings[:: -1 if left_first else 1]:
            if n < len(chairs):
                yield Rung(chairs[n].place, n + 1, wing)


def _around(chairs: Sequence[Chair]) -> Iterator[Rung]:
    """At a round table the last number sits at the right hand of the first."""
    yield Rung(chairs[0].place, 0, Wing.MIDDLE)
    rest = chairs[1:]
    for n in range((len(rest) + 1) // 2):
        yield Rung(rest[-1 - n].place, n + 1, Wing.RIGHT)
        if n != len(rest) - 1 - n:
            yield Rung(rest[n].place, n + 1, Wing.LEFT)
