# SPDX-License-Identifier: MIT
"""Days and times as people write them in lists."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from forumdesk.domain.patterns import Pattern
from forumdesk.domain.values import frozen

_SERIAL_1900 = date(1899, 12, 30)
_YEAR_FIRST = Pattern(
    r"(\d{4})\s*(?:[-./年]|년)\s*(\d{1,2})\s*(?:[-./月]|월)\s*(\d{1,2})\s*(?:[.日]|일)?"
)
_COMPACT = Pattern(r"(\d{4})(\d{2})(\d{2})")
_YEAR_LAST = Pattern(r"(\d{1,2})\s*([-./])\s*(\d{1,2})\s*[-./]\s*(\d{4})\.?")
_NAMED = Pattern(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\.?\s+)?([^\W\d]{3,})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})"
)
_SERIAL = Pattern(r"(\d{5})(?:\.\d+)?")
_WEEKDAY = Pattern(
    r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+|\s*[(（][월화수목금토일月火水木金土](?:요일|曜日)?[)）]"
)
_TIME = Pattern(
    r"[T\s]*(오전|오후|午前|午後|am|pm)?\s*(\d{1,2})(?::|시\s*|時)(\d{2})?(?::\d{2}(?:\.\d+)?)?(?:분|分)?"
    r"\s*(a\.?m\.?|p\.?m\.?)?(?:z|[+-]\d{2}:?\d{2})?$"
)
_MONTHS = {
    month: number
    for number, names in enumerate(
        (
            *("jan januar january", "feb februar february", "mar märz maerz march", "apr april"),
            *("may mai", "jun juni june", "jul juli july", "aug august"),
            *("sep sept september", "oct okt oktober october", "nov november"),
            "dec dez dezember december",
        ),
        1,
    )
    for month in names.split()
}


@frozen
class TypedDay:
    """A day read; ``doubtful`` where month and day could be the other way round."""

    day: date
    doubtful: bool = False
    serial: bool = False


@lru_cache(maxsize=4096)  # a list has few different days
def typed_day(text: str) -> TypedDay | None:
    """The day a text says: ``2024-06-27``, ``2024. 6. 27.``, ``27.06.2024``, ``June 27, 2024``.

    ``6/7/2024`` is read as in the United States and doubtful; a number is a day as Excel counts.
    """
    said = _WEEKDAY.sub("", text.strip().casefold()).strip()
    for read in (_year_first, _year_last, _named, _serial):
        found = read(said)
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def typed_moment(text: str) -> datetime | None:
    """The wall time a text says, as ``typed_day`` with a time of day behind it."""
    said = text.strip().casefold()
    clock = _TIME.search(said)
    found = typed_day(said[: clock.start()] if clock else said)
    if found is None:
        return None
    at = _clock(clock[1] or clock[4] or "", clock[2], clock[3] or "0") if clock else time()
    return datetime.combine(found.day, at) if at is not None else None


def _clock(half: str, hour: str, minute: str) -> time | None:
    hours = int(hour)
    if half in ("오후", "午後") or half.startswith("p"):
        hours = hours % 12 + 12
    elif half:
        hours %= 12
    return time(hours, int(minute)) if hours < 24 and int(minute) < 60 else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _year_first(said: str) -> TypedDay | None:
    found = _YEAR_FIRST.fullmatch(said) or _COMPACT.fullmatch(said)
    day = _day(found[1], found[2], found[3]) if found else None
    return TypedDay(day) if day else None


def _year_last(said: str) -> TypedDay | None:
    """With points the day comes first; with strokes the month, unless it can't be one."""
    found = _YEAR_LAST.fullmatch(said)
    if found is None:
        return None
    one, sign, two, year = int(found[1]), found[2], int(found[3]), found[4]
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if sign == "." or month_first is None:
        return TypedDay(day_first) if day_first else None
    return TypedDay(month_first, doubtful=day_first is not None and one != two)


def _named(said: str) -> TypedDay | None:
    found = _NAMED.fullmatch(said)
    if found is None or found[2] not in _MONTHS or not (found[1] or found[3]):
        return None
    day = _day(found[4], _MONTHS[found[2]], found[1] or found[3])
    return TypedDay(day) if day else None


def _serial(said: str) -> TypedDay | None:
    found = _SERIAL.fullmatch(said)
    if found is None or not 20_000 <= int(found[1]) < 80_000:  # 1954 to 2119
        return None
    return TypedDay(_SERIAL_1900 + timedelta(days=int(found[1])), serial=True)
