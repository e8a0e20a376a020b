# SPDX-License-Identifier: MIT
"""When a next edition meets, and when on its days what was on the days of the last one."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from forumdesk.domain.chronicle import Chronicle, Held, in_time
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Series
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.suggesting import next_day
from forumdesk.domain.times import later
from forumdesk.domain.validity import FIRST_YEAR, LAST_YEAR
from forumdesk.domain.words import N_

_EVERY = Pattern(r"(?:FREQ=(?P<unit>MONTHLY|YEARLY))|(?:INTERVAL=(?P<count>\d{1,3}))")
_MONTHS = Pattern(r"every (?P<months>\d{1,3}) months")
_YEAR = 12
_WEEK = 7


def first_day(last: Dossier) -> date | None:
    """The day the last edition began on: its own, else that of its first session."""
    return last.edition.first_day or min(last.days, default=None)


def chosen_day(last: Dossier, on: date | None) -> date | None:
    """The first day of the next edition: the one chosen, else the one suggested.

    Raises ``ForumDeskError`` for a day that no edition can have.
    """
    began = first_day(last)
    day = on or (_by_rule(last, began) or suggested_day(last.series, began) if began else None)
    if day is not None and not FIRST_YEAR <= day.year < LAST_YEAR:
        raise ForumDeskError(
            N_("No edition can begin on {day}; nothing was changed."), day=day.isoformat()
        )
    return day


def _by_rule(last: Dossier, began: date) -> date | None:
    """When the rule of the series has it meet next, moved off holidays as the series says."""
    if not last.series.recurrence:
        return None
    editions = in_time([*last.editions, *([] if last.editions else [last.edition])])
    until = next(n for n, edition in enumerate(editions, 1) if edition.id == last.edition.id)
    hosts = (last.organization[host.organization] for host in last.hosts)
    held = tuple(Held(edition) for edition in editions[:until])
    return next_day(Chronicle(last.series, held, tuple(hosts)), began)


def suggested_day(series: Series, began: date) -> date:
    """When a series meets next: on the same weekday of the month, a year or so many months on.

    The fourth Thursday of a month that has no fifth one counts as the last.
    """
    months = months_between(series.recurrence)
    year, month = divmod(began.year * 12 + began.month - 1 + months, 12)
    in_month = calendar.monthrange(year, month + 1)[1]
    last = began.day + _WEEK > calendar.monthrange(began.year, began.month)[1]
    first = date(year, month + 1, 1)
    day = 1 + (began.weekday() - first.weekday()) % _WEEK + (began.day - 1) // _WEEK * _WEEK
    if last or day > in_month:
        day += (in_month - day) // _WEEK * _WEEK
    return date(year, month + 1, day)


def months_between(recurrence: str) -> int:
    """How many months lie between two editions: of an RRULE or "every N months", else a year."""
    said = _MONTHS.fullmatch(recurrence.strip().casefold())
    if said:
        return max(int(said["months"]), 1)
    unit, count = "YEARLY", 1
    for piece in recurrence.upper().removeprefix("RRULE:").split(";"):
        found = _EVERY.fullmatch(piece.strip())
        if found and found["unit"]:
            unit = found["unit"]
        elif found and found["count"]:
            count = max(int(found["count"]), 1)
    return min(count * (_YEAR if unit == "YEARLY" else 1), 50 * _YEAR)


def shift_of(last: Dossier, day: date | None) -> timedelta | None:
    """By how many days everything moves; ``None`` where one of the two has no days."""
    began = first_day(last)
    return day - began if began and day else None


def shifted(at: datetime | None, shift: timedelta | None) -> datetime | None:
    """The same wall time so many days on; without a shift it has no time any more."""
    if at is None or shift is None:
        return None
    moved = later(at, shift)
    return moved if FIRST_YEAR <= moved.year <= LAST_YEAR else None


def span(last: Dossier) -> int:
    """How many days after its first the last edition ended."""
    began, ended = first_day(last), last.edition.last_day or max(last.days, default=None)
    return max((ended - began).days, 0) if began and ended else 0


def days_of(first: date | None, more: int) -> Iterable[date]:
    """The days of an edition."""
    return (first + timedelta(days=n) for n in range(more + 1)) if first else ()


def shifted_day(day: date | None, days: int) -> date | None:
    """A day so many days on; ``None`` beyond the end of the calendar."""
    if day is None:
        return None
    moved = shifted(datetime(day.year, day.month, day.day), timedelta(days=days))
    return moved.date() if moved else None
