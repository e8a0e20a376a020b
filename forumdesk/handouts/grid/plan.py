# SPDX-License-Identifier: MIT
"""How the days of a grid come to lie on sheets: columns, times, and one scale for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from forumdesk.domain.cuts import Window, edges, parts, shared, widths, windows
from forumdesk.domain.values import frozen
from forumdesk.handouts.content import Wording
from forumdesk.handouts.grid.blocks import Place, Teller
from forumdesk.handouts.text.linebreaking import SetLine, Span, natural_width, set_text
from forumdesk.handouts.theme import Style, Theme
from forumdesk.handouts.timetables import GridContent, GridDay, Slot

_MOST_PARTS = 4  # sheets below each other for a day
_HALF = 30  # minutes: a day begins and ends with a line of the rail
_MOST_LINES = 3  # of a room's name in each language, if smaller type can make it so
_STEP = 0.94
_FEW = 200  # sessions, of which it is asked whether type may be larger
_ASKED = 350
_LISTED = 2 / 4.6  # sessions beside each other in the list, by its lines for each
_WORTH = 0.15  # of a sheet: what it is worth that a block says all of its session
_ON_WALLS = 0.04  # the same of a sheet that is larger than A3
_LARGE = 850_000.0  # square points of text: more is for a wall
_CLOSE = 0.2  # of the blocks on a wall, which may be set smaller so that the others are larger


@frozen
class Name:
    """The name of a room over its column: lines, each with its language and style."""

    lines: tuple[tuple[str, Style, SetLine], ...]

    @property
    def height(self) -> float:
        """The height of its lines."""
        return sum(style.leading for _, style, _ in self.lines)


@frozen
class SheetPlan:
    """A sheet of a day: its window, where its columns begin and end, what they are called."""

    window: Window
    edges: tuple[float, ...]
    names: tuple[Name, ...]
    number: int
    count: int


@frozen
class _Wanted:
    """The height of a minute at which a block has room for its title, and for all of it.

    ``large``: for all of it without being set smaller.
    """

    title: float
    full: float
    large: float


@frozen
class _Limits:
    """What sheets are weighed by: ``height`` of one, and of a ``minute`` at most, in points.

    ``worth`` of a sheet is that a block says all of its session; ``listed`` sessions stand on a
    page of the list.
    """

    height: float
    minute: float
    worth: float
    listed: int


@frozen
class Plan:
    """All sheets: ``minute`` is the height of a minute in points, the same on all of them.

    ``roomy``: every block has room for all there is, at full size; on a wall all but a few.
    """

    minute: float
    rail: float
    top: float
    heads: float
    days: tuple[tuple[GridDay, tuple[SheetPlan, ...]], ...]
    roomy: bool = False

    @property
    def count(self) -> int:
        """How many sheets there are."""
        return sum(len(sheets) for _, sheets in self.days)


def planned(content: GridContent, teller: Teller, top: float) -> Plan:
    """The sheets of a grid; ``top`` is the height of what stands over its columns."""
    theme = teller.theme
    rail = _rail(content, theme)
    measure = theme.frame.measure - rail
    most = max(1, int(measure / theme.space("grid-column")))
    columns = [shared(day.table, most) for day in content.days]
    names = [
        _names(day, runs, theme, measure) for day, runs in zip(content.days, columns, strict=True)
    ]
    tallest = [name.height for by_run in names for each in by_run.values() for name in each]
    heads = max(tallest, default=0.0) + theme.space("grid-heads") if any(tallest) else 0.0
    room = theme.frame.depth - top - heads - theme.space("grid-below")
    wanted = _wanted(content, teller, columns, measure)
    sheets = [len(runs) for runs in columns]
    listed = max(1, int(theme.frame.depth / theme.base * _LISTED))
    wall = theme.frame.measure * theme.frame.depth > _LARGE
    worth = _ON_WALLS if wall else _WORTH
    limits = _Limits(room, theme.space("grid-most"), worth, listed)
    minute, times = _scaled(content, limits, sheets, wanted)
    days = []
    for day, runs, known, held in zip(content.days, columns, names, times, strict=True):
        found = list(windows(runs, held))
        wide = widths(day.table)
        days.append(
            (
                day,
                tuple(
                    SheetPlan(
                        window,
                        tuple(edges(wide, window, measure)),
                        known[window.first, window.last],
                        number,
                        len(found),
                    )
                    for number, window in enumerate(found, 1)
                ),
            )
        )
    tight = sum(each.large > minute for day in wanted for each in day)
    roomy = tight <= (_CLOSE * sum(map(len, wanted)) if wall else 0)
    return Plan(minute, rail, top, heads, tuple(days), roomy)


def span_of(day: GridDay) -> tuple[int, int]:
    """From which half hour to which a day has sessions."""
    first = min(block.starts for block in day.table.blocks) // _HALF * _HALF
    return first, -(-max(block.ends for block in day.table.blocks) // _HALF) * _HALF


def _wanted(
    content: GridContent, teller: Teller, columns: list[list[tuple[int, int]]], measure: float
) -> list[list[_Wanted]]:
    """What height of a minute each block of a day needs."""
    pad = 2 * teller.theme.space("grid-pad")
    total = sum(len(day.slots) for day in content.days)
    few, step = total <= _FEW, max(1, total // _ASKED)  # of very many, some stand for all
    found: list[list[_Wanted]] = []
    for day, runs in zip(content.days, columns, strict=True):
        wide = widths(day.table)
        most = max(sum(wide[a : b + 1]) for a, b in runs)
        slots = {slot.id: slot for slot in day.slots}
        tracks, gap = common_tracks(day), teller.theme.space("grid-gap")
        found.append([])
        for block in day.table.blocks[::step]:
            own = (block.right - block.left) * measure / most
            slot = slots[block.session]
            told = tracks.get(block.first) != track_said(slot)
            place = Place(max(own - pad, pad), 0.0, track=told, line=block.band and slot.quiet)
            heights = teller.heights(slot, place)
            large = teller.whole(slot, place) + pad if few else float("inf")
            minutes = block.ends - block.starts
            needed = ((each + gap) / minutes for each in (*heights, large))
            found[-1] += [_Wanted(*needed)] * step
    return found


def _scaled(
    content: GridContent, limits: _Limits, sheets: list[int], wanted: list[list[_Wanted]]
) -> tuple[float, list[list[tuple[int, int]]]]:
    """The height of a minute, and the times of each day's sheets.

    More sheets, in which blocks say more, are weighed against paper, the list counted in of what
    had no room; a minute is then as high as the longest stretch allows.
    """
    worth = limits.worth
    tried: list[tuple[float, float, list[list[tuple[int, int]]]]] = []
    every = [[_times(day, count) for count in range(1, _MOST_PARTS + 1)] for day in content.days]
    for longest in _lengths(every):
        cut = [_fewest(ways, longest) for ways in every]
        minute = min(limits.height / longest, limits.minute)
        numbered = [sum(each.title > minute for each in day) for day in wanted]
        short = sum(each.full > minute for day in wanted for each in day)
        paper = sum(len(times) * across for times, across in zip(cut, sheets, strict=True))
        listed = sum(ceil(each / limits.listed) + each * worth for each in numbered)
        tried.append((paper + listed + short * worth, minute, cut))
        if not short:
            break
    _, minute, cut = min(tried, key=lambda one: one[0])
    return minute, cut


def _times(day: GridDay, count: int) -> list[tuple[int, int]]:
    pauses = {slot.id for slot in day.slots if slot.quiet}
    return parts(day.table, span_of(day), count, pauses)


def _lengths(every: Iterable[Sequence[list[tuple[int, int]]]]) -> list[int]:
    """The lengths that the longest sheet may have, falling: each leaves no day uncut."""
    longest = [[_longest(times) for times in ways] for ways in every]
    least = max((min(each) for each in longest), default=1)
    return sorted({one for each in longest for one in each if one >= least}, reverse=True) or [1]


def _longest(times: Iterable[tuple[int, int]]) -> int:
    return max(ends - begins for begins, ends in times)


def _fewest(ways: Sequence[list[tuple[int, int]]], longest: int) -> list[tuple[int, int]]:
    """A day in as few sheets as are no longer than the longest of any day."""
    return next(times for times in ways if _longest(times) <= longest)


def _rail(content: GridContent, theme: Theme) -> float:
    """The width of the rail: its widest time, and the white beside it."""
    style = theme.style("grid-rail")
    said = {hour.said[0][1] for day in content.days for hour in day.hours if hour.said}
    widest = max((natural_width([Span(text, style)]) for text in said), default=0.0)
    return widest + theme.space("grid-rail-gap")


def _names(
    day: GridDay, runs: list[tuple[int, int]], theme: Theme, measure: float
) -> dict[tuple[int, int], tuple[Name, ...]]:
    """The names over the columns of each run, each as large as its column lets it be."""
    wide, tracks = widths(day.table), common_tracks(day)
    pad = theme.space("grid-pad")
    named = {}
    for first, last in runs:
        places = edges(wide, Window(first, last, 0, 0), measure)
        rooms = day.rooms[first : last + 1]
        found = []
        for n, (room, left, right) in enumerate(zip(rooms, places, places[1:], strict=False)):
            track = tracks.get(first + n, "")
            known = track in (said for _, said in room)
            found.append(_name(theme, room, "" if known else track, right - left - 2 * pad))
        named[first, last] = tuple(found)
    return named


def _name(theme: Theme, room: Wording, track: str, measure: float) -> Name:
    scale = 1.0
    floor = theme.floor / theme.style("grid-room").size
    while True:
        of = theme.scaled(scale)
        lines: list[tuple[str, Style, SetLine]] = []
        fits = True
        said = [
            (tag, words, of.style("grid-room", second=n > 0)) for n, (tag, words) in enumerate(room)
        ]
        said += [("", track, of.style("grid-track"))] if track else []
        for language, words, style in said:
            longest = max(map(style.face.width, words.split()), default=0.0) * style.size
            own = set_text([Span(words, style)], measure, language)
            fits = fits and longest <= measure and len(own) <= _MOST_LINES
            lines += [(language, style, line) for line in own]
        if fits or scale <= floor:
            return Name(tuple(lines))
        scale = max(scale * _STEP, floor)


def common_tracks(day: GridDay) -> dict[int, str]:
    """The track of each column in which all sessions have the same one."""
    said = {slot.id: track_said(slot) for slot in day.slots}
    found: dict[int, set[str]] = {}
    for block in day.table.blocks:
        if not block.band:
            for column in range(block.first, block.last + 1):
                found.setdefault(column, set()).add(said[block.session])
    return {column: only for column, all_ in found.items() if len(all_) == 1 for only in all_}


def track_said(slot: Slot) -> str:
    """The track of a session in all languages."""
    return " · ".join(words for _, words in slot.track.name) if slot.track else ""
