# SPDX-License-Identifier: MIT
"""Where the seats of each layout are: their numbers, and their places on a plan of the room.

A plan is drawn as one looks at it from the room: the stage, or the wall behind the head table, is
at its upper edge. Places are in units of the width of one seat, from the upper left corner. Seats
of a row are numbered from left to right as they are seen there, those of a round table clockwise
from the one that faces the stage.

Window and paper draw the same plan of these values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from math import ceil, sqrt
from typing import TypeAlias

from forumdesk.domain.places import Layout, Seating
from forumdesk.domain.values import frozen

Place: TypeAlias = tuple[int, int]
"""A seat of a plan: the number of its table (row, side), and its own."""
HOME, GUESTS = 1, 2
"""The sides of a table at which two delegations face each other: as tables of the plan."""
MOST_TABLES, MOST_SEATS = 200, 60  # of a plan: beyond, somebody mistyped
_GAP = 0.06  # between seats beside each other
_AISLE = 0.6
_WIDER = 1.9  # how much wider than tall a plan of round tables is
_BETWEEN, _UNDER = 0.5, 0.26  # white between round tables, and between rows of them
_ROUND, _WIDE = 0.36, 2.8  # the height of a seat at one of them, and how wide it is with all


class Facing(StrEnum):
    """Which way somebody in a seat looks, on the plan."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


class Post(StrEnum):
    """What a seat is for beside sitting there: whom the order of all others starts from."""

    NONE = ""
    HEAD = "head"  # the host's at a head table, the head's of a delegation, the host's of a table
    INTERPRETER = "interpreter"


class Edge(StrEnum):
    """What is at the upper or lower edge of a plan."""

    NONE = ""
    STAGE = "stage"
    AUDIENCE = "audience"
    DOOR = "door"


@frozen
class Chair:
    """A seat on the plan: the upper left corner of its field, and which way it faces."""

    table: int
    number: int
    x: float
    y: float
    facing: Facing
    post: Post = Post.NONE

    @property
    def place(self) -> Place:
        """Which seat it is."""
        return self.table, self.number


@frozen
class Board:
    """A table as it stands on the plan."""

    table: int
    x: float
    y: float
    width: float
    height: float
    round: bool = False


@frozen
class Room:
    """All seats and tables of a plan, as they stand."""

    layout: Layout
    chairs: tuple[Chair, ...]
    boards: tuple[Board, ...]
    width: float
    height: float
    field: float  # the height of a seat's field; its width is 1
    above: Edge = Edge.NONE
    below: Edge = Edge.NONE

    @cached_property
    def chair(self) -> Mapping[Place, Chair]:
        """Seats by place."""
        return {chair.place: chair for chair in self.chairs}

    @cached_property
    def at(self) -> Mapping[int, tuple[Chair, ...]]:
        """Those of each table, row or side by number, without the interpreters'."""
        found: dict[int, list[Chair]] = {}
        for chair in sorted(self.chairs, key=lambda chair: chair.place):
            if chair.post is not Post.INTERPRETER:
                found.setdefault(chair.table, []).append(chair)
        return {table: tuple(chairs) for table, chairs in found.items()}


def drawn(seating: Seating) -> Seating:
    """A plan of a size that can be drawn; ForumDesk itself writes no other."""
    tables, seats = min(max(seating.tables, 1), MOST_TABLES), min(max(seating.seats, 1), MOST_SEATS)
    if (tables, seats) == (seating.tables, seating.seats):
        return seating
    return replace(seating, tables=tables, seats=seats)


def room_of(seating: Seating) -> Room:
    """The seats of a plan, as many as can be drawn."""
    return _ROOMS[seating.layout](drawn(seating))


def places_of(seating: Seating) -> tuple[Place, ...]:
    """Every seat of a plan, table by table."""
    return tuple(sorted(room_of(seating).chair))


def _head_table(seating: Seating) -> Room:
    """One side of a long table that faces the room, the interpreters behind it."""
    field, count = 0.72, seating.seats
    top = field * 1.15 if seating.interpreters else 0.0
    row = tuple(_row(1, count, top, Facing.DOWN))
    behind = tuple(_behind(row, (0, 1) if count > 1 else (0,), 0.0)) if top else ()
    width = _length(count)
    board = Board(1, 0.0, top + field + 0.08, width, 0.42)
    return Room(
        *(seating.layout, (*row, *behind), (board,), width, board.y + board.height, field),
        below=Edge.AUDIENCE,
    )


def _bilateral(seating: Seating) -> Room:
    """Two rows that face each other: the guests face the door, the hosts' back is to it.

    Both heads sit in the middle, their interpreters behind them.
    """
    field, count = 0.68, seating.seats
    top = field * 1.12 if seating.interpreters else 0.0
    low = top + field + 0.7
    guests = tuple(_row(GUESTS, count, top, Facing.DOWN))
    home = tuple(_row(HOME, count, low, Facing.UP))
    behind = (*_behind(guests, (0,), 0.0), *_behind(home, (0,), low + field * 1.12)) if top else ()
    width = _length(count)
    board = Board(1, 0.0, top + field + 0.08, width, 0.54)
    height = low + field + top
    return Room(
        *(seating.layout, (*guests, *home, *behind), (board,), width, height, field),
        below=Edge.DOOR,
    )


def _theatre(seating: Seating) -> Room:
    """Rows before a stage, parted by an aisle."""
    field, count = 0.5, seating.seats
    left = count // 2
    aisle = _AISLE if left else 0.0
    step = field + 0.14
    chairs = tuple(
        Chair(
            *(row, number, _at(number) + (aisle if number > left else 0.0), (row - 1) * step),
            *(Facing.UP, Post.HEAD if (row, number) == (1, left + 1) else Post.NONE),
        )
        for row in range(1, seating.tables + 1)
        for number in range(1, count + 1)
    )
    width = _length(count) + aisle
    height = seating.tables * step - 0.14
    return Room(seating.layout, chairs, (), width, height, field, above=Edge.STAGE)


def _round(seating: Seating) -> Room:
    """Round tables in rows before a stage; the fields of a table's seats stand around it."""
    field, count = _ROUND, seating.seats
    across = _across(seating.tables, count)
    sides = (count - 1) // 2
    tall, wide = (max(sides, 1) + 2) * field, _WIDE
    chairs: list[Chair] = []
    boards: list[Board] = []
    for n in range(seating.tables):
        x, y = (n % across) * (wide + _BETWEEN), (n // across) * (tall + _UNDER)
        chairs += _around(n + 1, count, (x, y), (wide, tall, field))
        size = min(wide - 2.12, max(sides, 1) * field - 0.08)
        boards.append(
            Board(n + 1, x + (wide - size) / 2, y + (tall - size) / 2, size, size, round=True)
        )
    rows = ceil(seating.tables / across)
    width = min(across, seating.tables) * (wide + _BETWEEN) - _BETWEEN
    height = rows * (tall + _UNDER) - _UNDER
    return Room(
        *(seating.layout, tuple(chairs), tuple(boards), width, height, field), above=Edge.STAGE
    )


def _across(tables: int, seats: int) -> int:
    """How many round tables stand beside each other, for a plan that is wider than tall."""
    tall = (max((seats - 1) // 2, 1) + 2) * _ROUND + _UNDER
    return max(1, min(tables, round(sqrt(tables * _WIDER * tall / (_WIDE + _BETWEEN)))))


def _around(
    table: int, count: int, corner: tuple[float, float], size: tuple[float, float, float]
) -> Iterator[Chair]:
    """The seats of a round table: below, up its left side, above where they are even, and down."""
    (x, y), (wide, tall, field) = corner, size
    sides = (count - 1) // 2
    middle = x + (wide - 1) / 2
    yield Chair(table, 1, middle, y + tall - field, Facing.UP, Post.HEAD)
    for n in range(sides):
        yield Chair(table, 2 + n, x, y + tall - field * (2 + n), Facing.RIGHT)
    number = 2 + sides
    if count % 2 == 0:
        yield Chair(table, number, middle, y, Facing.DOWN)
        number += 1
    for n in range(sides):
        yield Chair(
            table, number + n, x + wide - 1, y + tall - field * (1 + sides - n), Facing.LEFT
        )


def _row(table: int, count: int, y: float, facing: Facing) -> Iterator[Chair]:
    for number in range(1, count + 1):
        post = Post.HEAD if number == centre(count) else Post.NONE
        yield Chair(table, number, _at(number), y, facing, post)


def _behind(row: tuple[Chair, ...], steps: tuple[int, ...], y: float) -> Iterator[Chair]:
    """Seats of interpreters behind the middle of a row, numbered after those of the row."""
    middle = centre(len(row)) - 1
    for n, step in enumerate(steps, 1):
        at = row[middle - step]
        yield Chair(at.table, len(row) + n, at.x, y, at.facing, Post.INTERPRETER)


def centre(count: int) -> int:
    """The number of the seat in the middle of a row; of two, the one right of it as seen."""
    return count // 2 + 1


def _at(number: int) -> float:
    return (number - 1) * (1 + _GAP)


def _length(count: int) -> float:
    return count * (1 + _GAP) - _GAP


_ROOMS = {
    Layout.HEAD_TABLE: _head_table,
    Layout.BILATERAL: _bilateral,
    Layout.THEATRE: _theatre,
    Layout.ROUND: _round,
}
