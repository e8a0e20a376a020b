# SPDX-License-Identifier: MIT
"""A timetable on paper: what stands across rooms, and how columns and times share sheets.

A sheet is a window on the timetable: some of its columns, for some of its time. Columns are
shared evenly and rooms used together stay together; time is cut at a break that everybody has,
which then stands on both sheets, else where the fewest sessions are cut in two.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from forumdesk.domain.agenda import PAUSES, Session, Visibility
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.lanes import DAY, Block, Timetable, in_lanes, runs_of, span_of
from forumdesk.domain.values import frozen

_MOST_RUNS = 3  # pieces a session for all rooms may have round those that are in use
_MOST_LANES = 3  # sessions beside each other in a room for which it gets wider
_APART = 25.0  # parting rooms of one session weighs as much as columns shared so unevenly
_NEAR = 0.32  # of a part: no further from where it should be is time cut
_EVEN = 4.0  # for each column: what a cut out of its place weighs, against sessions cut
_WHOLE = 0.6  # of a part: a break that is longer does not stand on both sheets


@frozen
class Window:
    """What of a timetable a sheet shows: columns ``first`` to ``last``, ``begins`` to ``ends``."""

    first: int
    last: int
    begins: int
    ends: int


@frozen
class Piece:
    """The part of a block that is in a window.

    ``before``, ``after``: it goes on in time on the sheet above or below; ``left``, ``right``: in
    rooms on a sheet beside this one. What is for all rooms is whole on every sheet.
    """

    block: Block
    before: bool = False
    after: bool = False
    left: bool = False
    right: bool = False


def woven(dossier: Dossier, day: date, held: Sequence[Session]) -> Timetable:
    """Sessions of a program day as paper shows them: in the rooms that are in use on it.

    A session without a room crosses all that are free meanwhile; where that would tear it into
    many pieces, it stands in a column of its own before the rooms. So does a break or a meal of
    everybody, wherever it is: a room that is used for nothing else has no column.
    """
    begins = dossier.edition.day_boundary
    timed = [s for s in held if s.starts is not None]
    spans = {s.id: span_of(s, day, begins + DAY) for s in timed}
    where = {s.id: {room.id for room in dossier.rooms_of(s)} for s in timed}
    shared_by_all = _of_everybody(timed, spans)
    rooms = {key: set[str]() if key in shared_by_all else own for key, own in where.items()}
    if not any(rooms.values()):
        rooms = where
    used = set().union(*rooms.values())
    columns = [room.id for room in dossier.rooms if room.id in used]
    free = {
        s.id: _free(columns, spans[s.id], [(rooms[o.id], spans[o.id]) for o in timed])
        for s in timed
        if not rooms[s.id]
    }
    aside = {key for key, runs in free.items() if columns and not 0 < len(runs) <= _MOST_RUNS}
    names: tuple[str | None, ...] = (None, *columns) if aside or not columns else tuple(columns)
    table = Timetable(day, begins, names)
    shift = len(names) - len(columns) if columns else 0
    blocks: list[Block] = []
    for one in timed:
        places, band = table.across(rooms[one.id]), False
        if one.id in aside:
            places = [(0, 0)]
        elif one.id in free and columns:
            places, band = [(a + shift, b + shift) for a, b in free[one.id]], True
        elif not columns:
            band = True
        elif len(columns) > 1:
            band = places == [(shift, len(names) - 1)]
        blocks += [
            Block(one.id, a, b, *spans[one.id], band=band, open=one.minutes is None)
            for a, b in places
        ]
    return replace(table, blocks=tuple(in_lanes(blocks)))


def _free(
    columns: Sequence[str], span: tuple[int, int], held: Iterable[tuple[set[str], tuple[int, int]]]
) -> list[tuple[int, int]]:
    """The runs of columns in which nothing is held meanwhile."""
    busy = {room for rooms, (a, b) in held if a < span[1] and span[0] < b for room in rooms}
    return list(runs_of(n for n, room in enumerate(columns) if room not in busy))


def _of_everybody(timed: Sequence[Session], spans: Mapping[str, tuple[int, int]]) -> frozenset[str]:
    """The breaks and meals that everybody may go to, and during which there is nothing else."""
    busy = sorted(spans[s.id] for s in timed if s.kind not in PAUSES)

    def quiet(span: tuple[int, int]) -> bool:
        return not any(a < span[1] and span[0] < b for a, b in busy)

    return frozenset(
        s.id
        for s in timed
        if s.kind in PAUSES and s.visibility is Visibility.PUBLIC and quiet(spans[s.id])
    )


# -- columns ------------------------------------------------------------------------------------


def widths(table: Timetable) -> tuple[int, ...]:
    """How wide each column is: more where sessions stand beside each other in it."""
    wide = [1] * len(table.columns)
    for block in table.blocks:
        if block.first == block.last:
            wide[block.first] = max(wide[block.first], min(block.lanes, _MOST_LANES))
    return tuple(wide)


def shared(table: Timetable, most: int) -> list[tuple[int, int]]:
    """The columns of each sheet, first and last, of no more than ``most`` columns' width each.

    As few sheets as it takes, as even as can be without parting the rooms of a session.
    """
    wide = widths(table)
    crossed: dict[int, int] = defaultdict(int)
    for block in table.blocks:
        if not block.band:
            for column in range(block.first + 1, block.last + 1):
                crossed[column] += 1
    widest = max(most, *wide)
    count = -(-sum(wide) // widest)
    while (found := _best(wide, count, widest, crossed)) is None:
        count += 1
    return found


def _best(
    wide: Sequence[int], count: int, most: int, crossed: dict[int, int]
) -> list[tuple[int, int]] | None:
    """Columns in so many runs; ``None`` where one would be too wide."""
    total = len(wide)
    ideal = sum(wide) / count
    upto = [0]
    for each in wide:
        upto.append(upto[-1] + each)

    @cache
    def ending(runs: int, end: int) -> tuple[float, int]:
        """The least cost of the columns before ``end``, and where the last of the runs began."""
        if runs == 0:
            return (0.0 if end == 0 else float("inf")), 0
        tried = [(float("inf"), 0)]
        for begin in range(end):
            size = upto[end] - upto[begin]
            if size <= most:
                cost = (size - ideal) ** 2 + crossed[begin] * _APART
                tried.append((ending(runs - 1, begin)[0] + cost, begin))
        return min(tried)

    if ending(count, total)[0] == float("inf"):
        return None
    runs, end = [], total
    for left in range(count, 0, -1):
        begin = ending(left, end)[1]
        runs.append((begin, end - 1))
        end = begin
    return runs[::-1]


# -- time ---------------------------------------------------------------------------------------


def parts(
    table: Timetable, span: tuple[int, int], count: int, pauses: Collection[str] = ()
) -> list[tuple[int, int]]:
    """The minutes of each of ``count`` sheets below each other.

    ``pauses`` are the sessions at which time is cut best.
    """
    first, last = span
    part = (last - first) / count
    cuts = [_cut(table, first + part * n, part, pauses) for n in range(1, count)]
    ends = [*(end for end, _ in cuts), last]
    begins = [first, *(begin for _, begin in cuts)]
    return [(a, b) for a, b in zip(begins, ends, strict=True) if a < b]


def _cut(table: Timetable, ideal: float, part: float, pauses: Collection[str]) -> tuple[int, int]:
    """The minute with which one sheet ends, and the one with which the next begins."""
    bands = [
        b
        for b in table.blocks
        if b.first == 0 and b.last == len(table.columns) - 1 and b.lanes == 1
        if abs((b.starts + b.ends) / 2 - ideal) <= part * _NEAR
        and b.ends - b.starts <= part * _WHOLE
    ]
    if bands:
        best = min(
            bands,
            key=lambda b: (b.session not in pauses, abs((b.starts + b.ends) / 2 - ideal), b.starts),
        )
        return best.ends, best.starts
    edges = {edge for b in table.blocks for edge in (b.starts, b.ends)}
    near = [edge for edge in edges if abs(edge - ideal) <= part * _NEAR] or [round(ideal)]
    starts = sorted(block.starts for block in table.blocks)
    ends = sorted(block.ends for block in table.blocks)
    weight = _EVEN * len(table.columns)

    def cost(edge: int) -> tuple[float, int]:
        """How many sessions it cuts in two, and how uneven the sheets become."""
        crossing = bisect_left(starts, edge) - bisect_right(ends, edge)
        return crossing + weight * ((edge - ideal) / part) ** 2, edge

    return (min(near, key=cost),) * 2


def windows(
    columns: Sequence[tuple[int, int]], times: Sequence[tuple[int, int]]
) -> Iterator[Window]:
    """The sheets of a day: all columns of a time before the next."""
    for begins, ends in times:
        for first, last in columns:
            yield Window(first, last, begins, ends)


def within(table: Timetable, window: Window) -> list[Piece]:
    """What is in a window, in order of time and room."""
    found = [
        Piece(
            block,
            before=block.starts < window.begins,
            after=block.ends > window.ends,
            left=block.first < window.first and not block.band,
            right=block.last > window.last and not block.band,
        )
        for block in table.blocks
        if block.starts < window.ends and window.begins < block.ends
        if block.first <= window.last and window.first <= block.last
    ]
    return sorted(found, key=lambda p: (p.block.starts, p.block.left, p.block.session))


def edges(wide: Sequence[int], window: Window, measure: float) -> list[float]:
    """Where each column of a window begins and the last one ends, from its left edge."""
    own = wide[window.first : window.last + 1]
    each = measure / sum(own)
    places = [0.0]
    for one in own:
        places.append(places[-1] + one * each)
    return places


def across(places: Sequence[float], column: float) -> float:
    """How far from the left a place in columns is, counted from the first of a window."""
    column = min(max(column, 0.0), float(len(places) - 1))
    whole = min(int(column), len(places) - 2)
    begin, end = list(pairwise(places))[whole]
    return begin + (end - begin) * (column - whole)
