# SPDX-License-Identifier: MIT
"""Times as foreign calendars say them: moments, days, lengths, and what recurs.

What recurs is worked out on wall time, so that a meeting at nine stays at nine when the clock is
changed; and never for ever: so many times, and so many years ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice

from forumdesk.domain.values import frozen

MOST_TIMES = 500
MOST_YEARS = 2
_MOMENT = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2}))?(?:\.\d+)?(Z)?)?", re.IGNORECASE
)
_LENGTH = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\bUNTIL=([^;]+)", re.IGNORECASE)
_FREQUENCY = re.compile(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)\b", re.IGNORECASE)
_ENDLESS = re.compile(r"INTERVAL=(?:0|-)|BYSECOND=", re.IGNORECASE)
_LONGEST_RULE = 300
# The calendar is the same every 400 years, days of the week included. At its far end a rule that
# never comes true comes to its end soon, and not after eight thousand years.
_CYCLE = 400
_FAR = 9990


@frozen
class When:
    """A wall time as a calendar says it, in its zone; without one it is that of wherever one is.

    ``whole``: a day, without a time of day.
    """

    at: datetime
    zone: tzinfo | None = None
    whole: bool = False

    def wall(self, place: tzinfo) -> datetime:
        """The wall time in another zone, to the minute."""
        at = self.at
        if self.zone is not None and self.zone is not place and not self.whole:
            try:
                at = at.replace(tzinfo=self.zone).astimezone(place)
            except OverflowError:  # the first and last day of the calendar
                at = self.at
        return at.replace(second=0, microsecond=0, tzinfo=None, fold=0)

    def like(self, other: When) -> datetime:
        """The wall time in the zone of another, to be compared with it."""
        return self.wall(other.zone) if other.zone is not None else self.at


def when(text: str, zone: tzinfo | None) -> When | None:
    """A moment or a day (RFC 5545, 3.3.4 and 3.3.5); ``None`` for anything else.

    ``zone`` is that of a time without ``Z``.
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        start = datetime(year, month, day)
        if found[4] is None:
            return When(start, None, whole=True)
        if hour == 24 and not minute:
            return When(start + timedelta(days=1), UTC if found[7] else zone)
        at = datetime(year, month, day, hour, minute, min(second, 59))
    except (ValueError, OverflowError):
        return None
    return When(at, UTC if found[7] else zone)


def length(text: str) -> timedelta | None:
    """A length such as ``PT1H30M`` (RFC 5545, 3.3.6); ``None`` for anything else."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    whole = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -whole if found[1] == "-" else whole


def recurring(rule: str, start: When) -> tuple[list[datetime], bool] | None:
    """The wall times of a rule in its start's zone, and whether there would be more of them.

    A rule is an RRULE (RFC 5545, 3.3.10). ``None`` for what is no rule, or one of hours, minutes
    or seconds, by which nobody meets.
    """
    rule = rule.strip().removeprefix("RRULE:")
    if len(rule) > _LONGEST_RULE or not _FREQUENCY.search(rule) or _ENDLESS.search(rule):
        return None
    horizon = _later(start.at, MOST_YEARS)
    try:
        until = _until(rule, start)
        last = min(horizon, until) if until else horizon
        found = list(islice(_times(_UNTIL.sub("", rule), start.at, last), MOST_TIMES + 1))
        more = len(found) > MOST_TIMES or (until or datetime.max) > horizon
        if found and more and len(found) <= MOST_TIMES:
            more = _goes_on(rule, start.at, horizon)
    except (ValueError, OverflowError, TypeError, IndexError, KeyError):
        return None
    return found[:MOST_TIMES], bool(found) and more


def _times(rule: str, start: datetime, last: datetime) -> Iterator[datetime]:
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - most calendars have no rules

    cycles = max(0, (_FAR - MOST_YEARS - start.year) // _CYCLE)
    shift = cycles * _CYCLE
    tidy = ";".join(filter(None, rule.split(";")))
    for at in rrulestr(tidy, dtstart=start.replace(year=start.year + shift)):
        real = at.replace(year=at.year - shift)
        if real > last:
            return
        yield real


def _goes_on(rule: str, start: datetime, horizon: datetime) -> bool:
    """Whether a rule comes true after the horizon, but for an end of its own before."""
    every = _times(_UNTIL.sub("", rule), start, datetime.max.replace(year=start.year + 300))
    return any(at > horizon for at in islice(every, MOST_TIMES * 4))


def _until(rule: str, start: When) -> datetime | None:
    """The last moment of a rule as wall time; a day counts to its end."""
    found = _UNTIL.search(rule)
    if found is None:
        return None
    last = when(found[1], start.zone)
    if last is None:
        raise ValueError(found[1])
    if last.whole:
        return last.at + timedelta(days=1, seconds=-1)
    return last.like(start)


def _later(at: datetime, years: int) -> datetime:
    return at + timedelta(days=366 * years) if at.year < date.max.year - years - 1 else datetime.max
