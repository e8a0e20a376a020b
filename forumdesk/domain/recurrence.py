# SPDX-License-Identifier: MIT
"""How often a series meets: a rule people can read and edit, kept as an RFC 5545 RRULE.

``Rule`` is what the window edits: every so many years or months, in some months, on an nth or
last weekday or a fixed day. A rule that says more or other things is kept as it is
(``understood`` gives ``None``), and its days are found all the same. Expanded by dateutil, which
is loaded when asked for the first time, and never without bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1
FURTHEST = 2999  # a year; what may be stored goes no further
_YEARS_AHEAD = {"DAILY": 10, "WEEKLY": 20, "MONTHLY": 60, "YEARLY": 120}  # looked at, and no more
_LONGEST = 500  # characters of a rule
_TOO_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
_PERIODS = {"years": "YEARLY", "months": "MONTHLY"}
_NTH = Pattern(r"([+-]?\d{1,2})(MO|TU|WE|TH|FR|SA|SU)")
_DAY = Pattern(r"\d{8}(T\d{6}Z?)?")
_TYPED = Pattern(
    r"(?:every|each|매)?\s*(?P<n>\d{1,3})?\s*(?P<unit>years?|months?|년|해|개월|달)\s*(?:마다)?",
)
_LISTS: Mapping[str, tuple[int, int]] = {
    "BYMONTH": (1, 12),
    "BYMONTHDAY": (1, 31),
    "BYYEARDAY": (1, 366),
    "BYWEEKNO": (1, 53),
    "BYSETPOS": (1, 366),
}
_SIGNED = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
_NAMES = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST", *_LISTS})
_DAYS_OF_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Unit(StrEnum):
    """What a rule counts in."""

    YEARS = "years"
    MONTHS = "months"


@frozen
class Rule:
    """Every ``every`` years or months, in ``months`` of the year (1–12; none: as it falls).

    On the ``nth`` ``weekday`` of the month (1–5, ``LAST``; Monday is 0), or on ``day`` of it
    (``LAST``: its last one); with none of them, on the day of the month it met last.
    """

    every: int = 1
    unit: Unit = Unit.YEARS
    months: tuple[int, ...] = ()
    nth: int = 0
    weekday: int = 0
    day: int = 0

    @property
    def rrule(self) -> str:
        """The rule as RFC 5545 writes it."""
        parts = [f"FREQ={_PERIODS[self.unit]}"]
        if self.every != 1:
            parts.append(f"INTERVAL={self.every}")
        if self.months:
            parts.append("BYMONTH=" + ",".join(map(str, self.months)))
        if self.nth:
            parts.append(f"BYDAY={self.nth}{WEEKDAYS[self.weekday]}")
        elif self.day:
            parts.append(f"BYMONTHDAY={self.day}")
        return ";".join(parts)


def rule_of(day: date) -> Rule:
    """The rule that a day suggests: every year, the same weekday of the same month.

    The last of a month where it is its fourth and last, or fifth.
    """
    nth = (day.day - 1) // 7 + 1
    is_last = (day + timedelta(days=7)).month != day.month
    return Rule(months=(day.month,), nth=LAST if is_last else nth, weekday=day.weekday())


def understood(rrule: str) -> Rule | None:
    """The rule as people edit it; ``None`` if it says more, something else, or nothing."""
    try:
        parts = parts_of(rrule)
    except ForumDeskError:
        return None
    known = {"FREQ", "INTERVAL", "BYMONTH", "BYDAY", "BYMONTHDAY", "WKST"}
    unit = next((unit for unit, name in _PERIODS.items() if parts["FREQ"] == name), "")
    if not unit or not parts.keys() <= known or ("BYDAY" in parts and "BYMONTHDAY" in parts):
        return None
    months = _numbers(parts.get("BYMONTH", ""))
    # Without a month, RFC 5545 counts the weekdays of the whole year, or takes every month.
    if unit == Unit.YEARS and not months and parts.keys() & {"BYDAY", "BYMONTHDAY"}:
        return None
    found = _on(parts)
    if found is None:
        return None
    nth, weekday, day = found
    return Rule(int(parts.get("INTERVAL", 1)), Unit(unit), months, nth, weekday, day)


def _on(parts: Mapping[str, str]) -> tuple[int, int, int] | None:
    """The nth weekday, or the day of the month; ``None`` for several or others."""
    if "BYDAY" in parts:
        match = _NTH.fullmatch(parts["BYDAY"])
        if match is None or int(match[1]) not in (LAST, 1, 2, 3, 4, 5):
            return None
        return int(match[1]), WEEKDAYS.index(match[2]), 0
    days = _numbers(parts.get("BYMONTHDAY", "0"))
    if len(days) != 1 or days[0] < LAST:
        return None
    return 0, 0, days[0]


def typed_rule(text: str) -> str:
    """A rule as somebody writes it: an RRULE, or "every 6 months", "2년마다"; checked.

    ``""`` for an empty text. Raises ``ForumDeskError`` for what is no rule or never comes.
    """
    typed = one_line(text)
    if not typed:
        return ""
    match = _TYPED.fullmatch(typed.casefold())
    if match is not None:
        unit = Unit.MONTHS if match["unit"] in ("month", "months", "개월", "달") else Unit.YEARS
        every = int(match["n"] or 1)
        if every:
            return Rule(every, unit).rrule
    rrule = typed.upper().replace(" ", "").removeprefix("RRULE:").rstrip(";")
    check(rrule)
    return rrule


def check(rrule: str) -> None:
    """Raise ``ForumDeskError`` for what is no rule, or has no day in it."""
    parts = parts_of(rrule)
    if "COUNT" in parts and "UNTIL" in parts:
        raise ForumDeskError(
            N_("A rule ends after so many times (COUNT) or on a day (UNTIL), not both.")
        )
    months = _numbers(parts.get("BYMONTH", "")) or tuple(range(1, 13))
    days = _numbers(parts.get("BYMONTHDAY", ""))
    longest = max(_DAYS_OF_MONTH[month - 1] for month in months)
    if days and min(map(abs, days)) > longest:
        raise ForumDeskError(
            N_("There is no such day: month {month}, day {day}."),
            month=", ".join(map(str, months)),
            day=", ".join(map(str, days)),
        )
    bare = ";".join(f"{k}={v}" for k, v in parts.items() if k not in ("UNTIL", "COUNT"))
    if next(days_of(bare, date(2024, 2, 29)), None) is None:
        raise ForumDeskError(N_("By the rule {rule} no day ever comes."), rule=rrule[:80])


def parts_of(rrule: str) -> Mapping[str, str]:
    """A rule's parts by name (RFC 5545, 3.3.10), each well-formed.

    Raises ``ForumDeskError`` if one is not.
    """
    if len(rrule) > _LONGEST:
        raise ForumDeskError(N_("This rule is too long to be one."))
    parts: dict[str, str] = {}
    for piece in rrule.removeprefix("RRULE:").rstrip(";").split(";"):
        name, _, value = piece.partition("=")
        if name not in _NAMES or not value or name in parts:
            raise _no_rule(piece or rrule)
        if not _is_fit(name, value):
            raise ForumDeskError(
                N_("“{value}” can't stand for {name} in a rule."), value=value[:40], name=name
            )
        parts[name] = value
    if "FREQ" not in parts:
        raise _no_rule(rrule)
    if parts["FREQ"] in _TOO_OFTEN:
        raise ForumDeskError(N_("A forum meets on days: {name} is too often."), name=parts["FREQ"])
    return parts


def _no_rule(piece: str) -> ForumDeskError:
    return ForumDeskError(
        N_("“{piece}” is no rule; one looks like FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH."),
        piece=piece[:60],
    )


def _is_fit(name: str, value: str) -> bool:
    fits = _FITS.get(name)
    return fits(value) if fits else _are_numbers(name, value)


def _are_numbers(name: str, value: str) -> bool:
    least, most = _LISTS[name]
    try:
        numbers = _numbers(value)
    except ValueError:
        return False
    return all(least <= (abs(n) if name in _SIGNED else n) <= most for n in numbers)


def _is_count(value: str) -> bool:
    return value.isdecimal() and value.isascii() and 1 <= int(value[:5]) <= 999


def _is_weekday(value: str) -> bool:
    match = _NTH.fullmatch(value)
    return value in WEEKDAYS or (match is not None and 1 <= abs(int(match[1])) <= 53)


_FITS: Mapping[str, Callable[[str], bool]] = {
    "FREQ": lambda value: value in (*_YEARS_AHEAD, *_TOO_OFTEN),
    "INTERVAL": _is_count,
    "COUNT": _is_count,
    "UNTIL": lambda value: bool(_DAY.fullmatch(value)) and _day_of(value) is not None,
    "WKST": lambda value: value in WEEKDAYS,
    "BYDAY": lambda value: all(_is_weekday(one) for one in value.split(",")),
}


def _numbers(value: str) -> tuple[int, ...]:
    return tuple(int(one) for one in value.split(",")) if value else ()


def _day_of(value: str) -> date | None:
    try:
        return datetime.strptime(value[:8], "%Y%m%d").date()
    except ValueError:
        return None


def last_day_of(rrule: str) -> date | None:
    """The day after which a rule ends; ``None`` if it says none."""
    return _day_of(parts_of(rrule).get("UNTIL", ""))


def days_of(rrule: str, since: date, *, towards: date | None = None) -> Iterator[date]:
    """The days of a rule in order, counted from a day on which the series met.

    They begin with the period (year, month, week) that this day is in, and end a number of years
    after it, or after a later day that is looked ``towards``: by then a rule that ever comes has
    come. Nothing for what is no rule.
    """
    try:
        parts = parts_of(rrule)
    except ForumDeskError:
        return
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - loaded when first needed

    first = _start(parts, since)
    year = max(since, towards or since).year + _YEARS_AHEAD[parts["FREQ"]]
    end = datetime(min(year, FURTHEST), 12, 31)
    given = {k: v for k, v in parts.items() if k not in ("UNTIL", "COUNT")}
    until = _day_of(parts.get("UNTIL", ""))
    if until is not None:
        end = min(end, datetime(until.year, until.month, until.day))
    given["UNTIL"] = end.strftime("%Y%m%d")
    rule = rrulestr(
        ";".join(f"{k}={v}" for k, v in given.items()),
        dtstart=datetime(first.year, first.month, first.day),
    )
    for n, at in enumerate(rule):
        if n >= int(parts.get("COUNT", 10**6)):
            return
        yield at.date()


def _start(parts: Mapping[str, str], since: date) -> date:
    """Where counting begins: the day itself if the rule takes its day from it, else its period."""
    if not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}:
        # A year's months are whole in it, too: the day of the month is that of the day.
        whole = parts["FREQ"] == "YEARLY" and "BYMONTH" in parts and since.day <= 28
        return since.replace(month=1) if whole else since
    match parts["FREQ"]:
        case "YEARLY":
            return since.replace(month=1, day=1)
        case "MONTHLY":
            return since.replace(day=1)
        case "WEEKLY":
            return since - timedelta(days=since.weekday())
    return since


def next_days(
    rrule: str, met: date | None, after: date, count: int, *, begun: date | None = None
) -> Sequence[date]:
    """The days of a rule after one, not counting that for which the series ``met`` already.

    A meeting may have been moved: the day nearest to it is the one it was for. A rule that ends
    after so many times counts them from the day on which the series had ``begun``.
    """
    since = begun if begun and "COUNT=" in rrule else met or after
    found: list[date] = []
    for day in days_of(rrule, since, towards=after):
        found.append(day)
        if sum(d > max(after, since) for d in found) > count:
            break
    if met is not None and found:
        held_for = min(found, key=lambda day: (abs(day - met), day))
        found = [day for day in found if day > held_for]
    return [day for day in found if day > after][:count]
