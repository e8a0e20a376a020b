# SPDX-License-Identifier: MIT
"""The arithmetic of a timetable: rooms beside one another, a program day from top to bottom.

It is the same on the screen and on paper: the board multiplies by pixels, a sheet by points.
Minutes are counted from the midnight a program day begins with, so that half past midnight at
its end is minute 1470.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import groupby
from math import floor

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.times import later
from forumdesk.domain.values import frozen

GRIDS = (5, 15, 30, 60)  # minutes between the lines that times snap to
DAY = 24 * 60
OPEN_LENGTH = 30  # minutes a session without an end takes
SHORTEST = 5  # minutes a session takes at least, so that it can be seen


@frozen
class Block:
    """A session on a timetable, or one run of adjacent rooms of it.

    It lies over the columns ``first`` to ``last`` (included), in one of ``lanes`` lanes of equal
    width, from minute ``starts`` to minute ``ends``. ``run`` counts the runs of a session whose
    rooms are not all side by side, or that has something beside it in one of them. A ``band`` is
    plenary and crosses all rooms; the end of an ``open`` one isn't known.
    """

    session: str
    first: int
    last: int
    starts: int
    ends: int
    run: int = 0
    lane: int = 0
    lanes: int = 1
    band: bool = False
    open: bool = False

    @property
    def left(self) -> float:
        """The left edge, in columns."""
        return self.first + (self.last - self.first + 1) * self.lane / self.lanes

    @property
    def right(self) -> float:
        """The right edge, in columns."""
        return self.first + (self.last - self.first + 1) * (self.lane + 1) / self.lanes


@frozen
class Timetable:
    """A program day: its columns (ids of rooms, ``None`` for no room) and what lies in them.

    ``begins`` and ``ends`` are the minutes the program day lasts from and to.
    """

    day: date
    begins: int
    columns: tuple[str | None, ...] = (None,)
    blocks: tuple[Block, ...] = ()

    @property
    def ends(self) -> int:
        """The minute the program day ends with."""
        return self.begins + DAY

    @property
    def used(self) -> tuple[int, int]:
        """From when to when there are sessions, in whole hours; nine to six without any."""
        if not self.blocks:
            return max(9 * 60, self.begins), 18 * 60
        first = min(block.starts for block in self.blocks) // 60 * 60
        return first, -(-max(block.ends for block in self.blocks) // 60) * 60

    def clock(self, minute: int) -> datetime:
        """The wall time of a minute."""
        midnight = datetime(self.day.year, self.day.month, self.day.day)
        return later(midnight, timedelta(minutes=minute))

    def minute(self, at: datetime) -> int:
        """The minute of a wall time."""
        return minute_of(at, self.day)

    def across(self, rooms: Collection[str]) -> list[tuple[int, int]]:
        """The runs of columns (first, last) that rooms take; all of them for no room."""
        places = sorted({self.columns.index(room) for room in rooms if room in self.columns})
        if not places:
            side = self.columns[0] is None
            return [(0, 0 if side else len(self.columns) - 1)]
        return list(runs_of(places))


def minute_of(at: datetime, day: date) -> int:
    """The minute of a wall time, counted from the midnight ``day`` begins with."""
    return round((at - datetime(day.year, day.month, day.day)).total_seconds() / 60)


def length_of(minutes: int | None) -> int:
    """The minutes that something takes on a timetable, its end being known or not."""
    return OPEN_LENGTH if minutes is None else minutes


def timetable(dossier: Dossier, day: date) -> Timetable:
    """The sessions of a program day; items lie within theirs and are not told apart.

    Sessions without a room are bands across all rooms, unless one has something beside it in a
    room: then those stand in a column of their own before the rooms.
    """
    begins = dossier.edition.day_boundary
    held = [s for s in dossier.program if s.starts is not None and dossier.day_of(s) == day]
    rooms = {s.id: {room.id for room in dossier.rooms_of(s)} for s in held}
    spans = {s.id: span_of(s, day, begins + DAY) for s in held}
    beside = _has_company(held, rooms, spans)
    columns: tuple[str | None, ...] = tuple(room.id for room in dossier.rooms)
    if beside or not columns:
        columns = (None, *columns)
    table = Timetable(day, begins, columns)
    blocks = [
        Block(
            session.id,
            first,
            last,
            *spans[session.id],
            band=not rooms[session.id] and not beside,
            open=session.minutes is None,
        )
        for session in held
        for first, last in table.across(rooms[session.id])
    ]
    return replace(table, blocks=tuple(in_lanes(blocks)))


def span_of(session: Session, day: date, latest: int) -> tuple[int, int]:
    """From which minute to which a session with a time lasts, and no later than ``latest``."""
    assert session.starts is not None
    starts = minute_of(session.starts, day)
    return starts, max(min(starts + length_of(session.minutes), latest), starts + SHORTEST)


def _has_company(
    held: Sequence[Session], rooms: dict[str, set[str]], spans: dict[str, tuple[int, int]]
) -> bool:
    """Whether a session without a room overlaps one that is in a room."""
    apart = [spans[s.id] for s in held if rooms[s.id]]
    whole = [spans[s.id] for s in held if not rooms[s.id]]
    return any(a < end and start < b for start, end in whole for a, b in apart)


def runs_of(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers that follow one another, as first and last."""
    for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield numbers[0], numbers[-1]


def in_lanes(blocks: Iterable[Block]) -> list[Block]:
    """Blocks in lanes: those that overlap lie side by side, all of a knot equally wide."""
    ordered = sorted(blocks, key=lambda b: (b.starts, -b.ends, b.first, b.session))
    lanes: list[int] = []
    knots: list[int] = []  # for each block, an earlier one of its knot, or itself
    open_in: dict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(ordered):
        met = set[int]()
        for column in range(block.first, block.last + 1):
            still = [n for n in open_in[column] if ordered[n].ends > block.starts]
            met.update(still)
            open_in[column] = [*still, number]
        taken = {lanes[n] for n in met}
        lanes.append(next(lane for lane in range(len(met) + 1) if lane not in taken))
        knots.append(number)
        for other in met:
            knots[_knot(knots, other)] = number
    widths: dict[int, int] = defaultdict(int)
    spans: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for number, block in enumerate(ordered):
        knot = _knot(knots, number)
        widths[knot] = max(widths[knot], lanes[number] + 1)
        spans[knot].add((block.first, block.last))
    laned: list[Block] = []
    for number, block in enumerate(ordered):
        knot = _knot(knots, number)
        if widths[knot] == 1:
            laned.append(block)
            continue
        placed = replace(block, lane=lanes[number], lanes=widths[knot])
        laned += [placed] if len(spans[knot]) == 1 else _by_column(placed)
    return _runs_counted(laned)


def _by_column(block: Block) -> Iterator[Block]:
    """A block in each of its columns: a lane of a column is no part of one rectangle."""
    for column in range(block.first, block.last + 1):
        yield replace(block, first=column, last=column)


def _runs_counted(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with the runs of each session numbered in order."""
    seen: dict[str, int] = defaultdict(int)
    counted = []
    for block in blocks:
        run = seen[block.session]
        seen[block.session] += 1
        counted.append(block if block.run == run else replace(block, run=run))
    return counted


def _knot(knots: list[int], number: int) -> int:
    while knots[number] != number:
        knots[number] = knots[knots[number]]
        number = knots[number]
    return number


class Zone(Enum):
    """What of a block a point is on."""

    TOP = "top"
    BODY = "body"
    BOTTOM = "bottom"


def zone(offset: float, height: float, edge: float) -> Zone:
    """The part of a block at an offset from its top; edges leave half a low block to its body."""
    edge = min(edge, height / 4)
    if offset < edge:
        return Zone.TOP
    return Zone.BOTTOM if offset >= height - edge else Zone.BODY


def snapped(minute: float, grid: int, edges: Iterable[int] = ()) -> int:
    """The line of the grid nearest to a minute, or one of ``edges`` that is as near or nearer."""
    line = floor(minute / grid + 0.5) * grid
    return min([*edges, line], key=lambda place: abs(place - minute))


@frozen
class Box:
    """A place on a screen or sheet, in its unit."""

    left: float
    top: float
    width: float
    height: float


@frozen
class Scale:
    """How large a timetable is drawn: units to a column and to a minute, ``begins`` at the top."""

    column: float
    minute: float
    begins: int

    def box(self, block: Block) -> Box:
        """Where a block lies."""
        left = block.left * self.column
        return Box(
            left,
            (block.starts - self.begins) * self.minute,
            block.right * self.column - left,
            (block.ends - block.starts) * self.minute,
        )

    def top(self, minute: float) -> float:
        """How far down a minute is."""
        return (minute - self.begins) * self.minute

    def column_at(self, left: float) -> int:
        """The column at a distance from the left; below 0 or past the last outside of all."""
        return floor(left / self.column)

    def minute_at(self, top: float) -> float:
        """The minute at a distance from the top."""
        return self.begins + top / self.minute


def neighbour(blocks: Iterable[Block], here: Block, right: int, down: int) -> Block | None:
    """The block that an arrow key goes to: ``right`` and ``down`` are -1, 0 or 1.

    Up and down stay in the columns as long as there is something; left and right look for what
    is at the same time first. ``None`` where there is nothing further that way.
    """
    others = [b for b in blocks if b.session != here.session]
    if down:
        return min(
            (b for b in others if (b.starts - here.starts) * down > 0),
            key=lambda b: (_gap_across(here, b) > 0, abs(b.starts - here.starts), _apart(here, b)),
            default=None,
        )
    aside = (b for b in others if (b.left >= here.right if right > 0 else b.right <= here.left))
    return min(
        aside,
        key=lambda b: (_gap_in_time(here, b), _apart(here, b), abs(b.starts - here.starts)),
        default=None,
    )


def _gap_in_time(one: Block, other: Block) -> int:
    """Minutes between two blocks; 0 if they share some."""
    return max(0, other.starts - one.ends + 1, one.starts - other.ends + 1)


def _gap_across(one: Block, other: Block) -> float:
    """Columns between two blocks, more than 0 if they share none."""
    if one.left < other.right and other.left < one.right:
        return 0
    return max(other.left - one.right, one.left - other.right, 0) + 1


def _apart(one: Block, other: Block) -> float:
    """How far the middles of two blocks are from each other, in columns."""
    return abs((one.left + one.right) - (other.left + other.right)) / 2
