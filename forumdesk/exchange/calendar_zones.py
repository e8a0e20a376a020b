# SPDX-License-Identifier: MIT
"""The rules of a time zone as iCalendar wants them (VTIMEZONE), for the years in question.

Where every year changes the clock by the same rule, that rule is written, as calendar programs
know it best; where not, each change stands by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from forumdesk.domain.values import frozen

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@frozen
class Change:
    """A change of the clock: the wall time at which it happens, by the clock before it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool

    @property
    def rule(self) -> tuple[int, int, int, timedelta, timedelta, timedelta]:
        """What recurs of it: month, which weekday of it (-1: the last), clock and offsets."""
        nth = (self.at.day - 1) // 7 + 1
        if (self.at + timedelta(days=7)).month != self.at.month:
            nth = -1
        clock = self.at - self.at.replace(hour=0, minute=0, second=0)
        return self.at.month, nth, self.at.weekday(), clock, self.before, self.after


@cache
def zone_lines(zone: ZoneInfo, first: int, last: int) -> tuple[str, ...]:
    """The lines of VTIMEZONE (RFC 5545, 3.6.5) for wall times of some years, both included."""
    changes = _changes(zone, first - 1, last + 1)
    return (
        "BEGIN:VTIMEZONE",
        f"TZID:{zone.key}",
        f"X-LIC-LOCATION:{zone.key}",
        *(_ruled(changes, last - first + 3) or _each(zone, first, changes)),
        "END:VTIMEZONE",
    )


def _changes(zone: ZoneInfo, first: int, last: int) -> list[Change]:
    """Every change of the clock in some years, found by halves between days that differ."""
    found: list[Change] = []
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while at < end:
        after = at + timedelta(days=1)
        if _offset(at, zone) != _offset(after, zone):
            found.append(_change(at, after, zone))
        at = after
    return found


def _change(early: datetime, late: datetime, zone: ZoneInfo) -> Change:
    before = _offset(early, zone)
    while late - early > timedelta(minutes=1):
        middle = early + (late - early) / 2
        middle = middle.replace(second=0, microsecond=0)
        if middle == early:
            break
        early, late = (middle, late) if _offset(middle, zone) == before else (early, middle)
    now = late.astimezone(zone)
    wall = (late + before).replace(tzinfo=None)
    return Change(wall, before, _offset(late, zone), now.tzname() or "", bool(now.dst()))


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _ruled(changes: Sequence[Change], years: int) -> list[str]:
    """Two rules, where each year has just the same two changes; else nothing."""
    if len(changes) != 2 * years or len({change.rule for change in changes}) != 2:
        return []
    return [line for change in changes[:2] for line in _lines(change, _rule(change))]


def _rule(change: Change) -> str:
    month, nth, weekday, *_ = change.rule
    return f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={nth}{_DAYS[weekday]}"


def _each(zone: ZoneInfo, first: int, changes: Sequence[Change]) -> Iterator[str]:
    """Each change by itself, and before them how it was from the beginning."""
    start = datetime(first - 1, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = start.utcoffset() or timedelta()
    begin = Change(datetime(1970, 1, 1), offset, offset, start.tzname() or "", bool(start.dst()))
    for change in (begin, *changes):
        yield from _lines(change)


def _lines(change: Change, *rules: str) -> Iterator[str]:
    kind = "DAYLIGHT" if change.summer else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{change.at:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_said(change.before)}"
    yield f"TZOFFSETTO:{_said(change.after)}"
    if change.name and not change.name.startswith(("+", "-")):
        yield f"TZNAME:{change.name}"
    yield from rules
    yield f"END:{kind}"


def _said(offset: timedelta) -> str:
    seconds = abs(int(offset.total_seconds()))
    sign = "-" if offset < timedelta() else "+"
    rest = f"{seconds % 60:02}" if seconds % 60 else ""
    return f"{sign}{seconds // 3600:02}{seconds // 60 % 60:02}{rest}"
