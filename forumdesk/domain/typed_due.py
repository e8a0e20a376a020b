# SPDX-License-Identifier: MIT
"""When something is due, as people type it: a day, or a period in Korean or English words.

What has no year is the next one of its kind from ``near`` on: the day on which it was promised.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Collection
from datetime import date, timedelta

from forumdesk.domain.commitments import in_order_of_time
from forumdesk.domain.dates import date_long
from forumdesk.domain.due_words import (
    BARE,
    BEFORE,
    COUNTS,
    EN_HALF,
    EN_MONTH,
    EN_QUARTER,
    EN_SEASON,
    EN_THIS,
    EN_YEARS,
    EVERY,
    FORUM,
    KO_HALF,
    KO_MONTH,
    KO_QUARTER,
    KO_SEASON,
    KO_THIS,
    KO_YEARS,
    LEADING,
    MONTHS,
    NO_YEAR_DAY,
    NTH,
    SEASONS,
    SHARES,
    TRAILING,
    UNITS,
    WITHIN,
)
from forumdesk.domain.forum import Edition
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.periods import Period, Share, Unit, forum_wording, length_wording
from forumdesk.domain.typed_days import typed_day
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, one_line


@frozen
class Around:
    """What words rest on: the day of the promise, and when the series' forums are."""

    near: date
    next_forum: date | None = None
    forums: tuple[tuple[int, date], ...] = ()


@frozen
class TypedDue:
    """What was understood: the last day (``None``: none is set), and how it is said.

    ``exact``: it is a day and needs no other words. ``waits``: its day follows from a forum that
    has no date yet.
    """

    last: date | None
    wording: Text = EMPTY
    exact: bool = False
    waits: bool = False


def around(edition: Edition | None, editions: Collection[Edition], today: date) -> Around:
    """What words about a due day rest on, for what was promised at an edition of a series.

    What belongs to no edition, or to one without days, was promised today.
    """
    near = (edition.last_day or edition.first_day) if edition else None
    ordered = in_order_of_time(editions)
    days = [(e.number, e.first_day) for e in ordered if e.number is not None and e.first_day]
    near = near or today
    later = (e.first_day for e in ordered if e.first_day and e.first_day > near)
    return Around(near, next(later, None), tuple((n, day) for n, day in days if n is not None))


_LONGEST = 80
_FAR = 100  # years from the promise


def typed_due(text: str, around: Around) -> TypedDue | None:
    """What a text says of when something is due; ``None`` if it is not understood.

    A day (``2024-09-10``, ``September 10``), a month, quarter, half, season or year with the part
    of it that is meant, a length of time from the promise, a forum, or how often.
    """
    said = one_line(text).casefold().replace("’", "'").rstrip(".")
    if not said or len(said) > _LONGEST:
        return None
    bare = TRAILING.sub("", LEADING.sub("", said)).strip()
    try:
        return _understood(said, bare, around)
    except (ValueError, OverflowError):  # 30 February, or a length beyond all calendars
        return None


def _understood(said: str, bare: str, around: Around) -> TypedDue | None:
    forms = tuple(dict.fromkeys((said, bare)))
    for form in forms:
        for read in (_every, _day, _forum, _within):
            found = read(form, around)
            if found is not None:
                return found
    cut = BEFORE.sub("", said).strip()
    for form, before in (*((form, False) for form in forms), (cut, True)):
        period = _period(form, around) if form and (not before or cut != said) else None
        if period is not None:
            period = _before(period) if before else period
            return TypedDue(period.last, period.wording)
    return None


def _before(period: Period) -> Period:
    return Period(period.unit, period.year, period.number, before=True)


def said_due(due: date | None, wording: Text, language: str) -> str:
    """When something is due, in words, else as a day: what stands in a list or on paper."""
    if wording:
        return wording.best((language,))
    return date_long(due, language) if due else ""


def _every(said: str, around: Around) -> TypedDue | None:
    return next((TypedDue(None, text) for form, text in EVERY if form.fullmatch(said)), None)


def _day(said: str, around: Around) -> TypedDue | None:
    found = typed_day(said)
    if found is not None:
        return TypedDue(found.day, exact=True)
    part = NO_YEAR_DAY.fullmatch(said)
    if part is None:
        return None
    name, number = part["m"] or part["m2"], part["d"] or part["d2"] or part["d3"]
    month = MONTHS[name] if name else int(part["m3"])
    day = date(around.near.year, month, int(number))
    day = day if day >= around.near else date(day.year + 1, month, day.day)
    return TypedDue(day, exact=True)


def _forum(said: str, around: Around) -> TypedDue | None:
    found = FORUM.fullmatch(said)
    if found is None:
        return None
    counted = found["en"] or found["ko"]
    number = int(counted) if counted else None
    on = dict(around.forums).get(number) if number is not None else around.next_forum
    return TypedDue(on, forum_wording(number), waits=on is None)


def _within(said: str, around: Around) -> TypedDue | None:
    found = WITHIN.fullmatch(said)
    if found is None:
        return None
    counted, unit = found["en"] or found["ko"], UNITS[found["unit"] or found["length"]]
    count = int(counted) if counted.isdecimal() else COUNTS[counted]
    return TypedDue(_later(around.near, count, unit), length_wording(count, unit))


def _later(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    months = day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _period(said: str, around: Around) -> Period | None:
    for form, read in _FORMS:
        found = form.fullmatch(said)
        if found is not None:
            period = read(found, around)
            return period if abs(period.year - around.near.year) <= _FAR else None
    return None


Found = re.Match[str]


def _year(found: Found, around: Around) -> int | None:
    """The year named; ``None`` if none is."""
    said = (found.groupdict().get("year") or "").strip()
    digits = "".join(filter(str.isdecimal, said))
    if digits:
        return int(digits) if len(digits) == 4 else 2000 + int(digits)
    ahead = {"내년": 1, "명년": 1, "이듬해": 1, "next year": 1, "내후년": 2}
    return around.near.year + ahead.get(said, 0) if said else None


def _dated(
    found: Found, around: Around, unit: Unit, number: int, *, share: Share = Share.WHOLE
) -> Period:
    """The period in the year named, else the next that isn't over on the day of the promise."""
    year = _year(found, around)
    if year is not None:
        return Period(unit, year, number, share)
    period = Period(unit, around.near.year, number, share)
    if period.last >= around.near:
        return period
    return Period(unit, around.near.year + 1, number, share)


def _share(found: Found) -> Share:
    return SHARES[(found.groupdict().get("share") or "").strip()]


def _month(found: Found, around: Around) -> Period:
    said = found["month"]
    number = MONTHS[said] if said in MONTHS else int(said)
    return _dated(found, around, Unit.MONTH, number, share=_share(found))


def _part(unit: Unit) -> Callable[[Found, Around], Period]:
    def read(found: Found, around: Around) -> Period:
        groups = found.groupdict()
        said = groups.get("q") or groups.get("r")
        number = int(said) if said else NTH[found["nth"]]
        return _dated(found, around, unit, number)

    return read


def _half(found: Found, around: Around) -> Period:
    number = 1 if found["half"] in ("상반기", "전반기") else 2
    return _dated(found, around, Unit.HALF, number)


def _season(found: Found, around: Around) -> Period:
    return _dated(found, around, Unit.SEASON, SEASONS[found["season"]])


def _en_years(found: Found, around: Around) -> Period:
    if found["end"]:
        return Period(Unit.YEAR, int(found["year2"] or around.near.year), share=Share.END)
    year = _year(found, around)
    return Period(Unit.YEAR, around.near.year if year is None else year, share=_share(found))


def _ko_years(found: Found, around: Around) -> Period:
    if found["of"]:
        share = {"초": Share.EARLY, "말": Share.END}.get(found["of"], Share.WHOLE)
        period = Period(Unit.YEAR, around.near.year, share=share)
        ahead = 1 if period.last < around.near else 0
        return Period(Unit.YEAR, around.near.year + ahead, share=share)
    return Period(Unit.YEAR, _year(found, around) or around.near.year, share=_share(found))


_NEXT = ("next", "다음", "내달", "익월")


def _this(found: Found, around: Around) -> Period:
    """This month or quarter, or the next one."""
    which = found["which"]
    ahead = 1 if which.startswith(_NEXT) else 0
    quarter = "분기" in which or found.groupdict().get("unit") == "quarter"
    per = 4 if quarter else 12
    at = around.near.year * per + (around.near.month - 1) // (12 // per) + ahead
    share = Share.WHOLE if quarter else _share(found)
    unit = Unit.QUARTER if quarter else Unit.MONTH
    return Period(unit, at // per, at % per + 1, share)


_FORMS: tuple[tuple[Pattern, Callable[[Found, Around], Period]], ...] = (
    (BARE, _month),
    (EN_MONTH, _month),
    (KO_MONTH, _month),
    (EN_QUARTER, _part(Unit.QUARTER)),
    (KO_QUARTER, _part(Unit.QUARTER)),
    (EN_HALF, _part(Unit.HALF)),
    (KO_HALF, _half),
    (EN_SEASON, _season),
    (KO_SEASON, _season),
    (EN_THIS, _this),
    (KO_THIS, _this),
    (EN_YEARS, _en_years),
    (KO_YEARS, _ko_years),
)
