# SPDX-License-Identifier: MIT
"""Times as schedule.xml files write them: dates, durations, zones, and where a day ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from forumdesk.domain.forum import DAY_BOUNDARY

LONGEST = 366 * 24 * 60  # minutes; whatever is longer is a slip of the source
_DAY = 24 * 60
_PARTS = re.compile(r"(\d{1,6}):(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}))?(?:\.\d+)?")
_ISO = re.compile(r"P(?:(\d{1,4})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:\d+(?:\.\d+)?S)?)?", re.I)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?")


def zone_of_offset(offset: timedelta) -> str:
    """The name of the zone that is always so far from UTC, for whole hours; else ``""``."""
    minutes = int(offset.total_seconds() // 60)
    if minutes == 0:
        return "UTC"
    if minutes % 60 or not -12 * 60 <= minutes <= 14 * 60:
        return ""
    return f"Etc/GMT{-minutes // 60:+d}"  # these names count westwards


def days_come_first(durations: Iterable[str]) -> bool:
    """Whether a duration ``1:06:30`` is days, hours, minutes in this source.

    pretalx writes ``HH:MM``, and ``D:HH:MM`` from one day on; others write ``H:MM:SS`` always.
    So days come first where shorter durations have two parts and no three parts contradict.
    """
    short = False
    for text in durations:
        parts = text.strip().split(":")
        short = short or len(parts) == 2
        if len(parts) == 3 and len(parts[0]) == 1 and parts[1].isdigit() and int(parts[1]) > 23:
            return False
    return short


def duration(text: str, days_first: bool) -> int | None:
    """Minutes of ``HH:MM``, ``HH:MM:SS``, ``D:HH:MM``, ``D:HH:MM:SS``, ``PT1H30M`` or ``90``.

    ``None`` for anything else and for more than a year.
    """
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) <= 6:
        minutes = int(text)
    elif match := _PARTS.fullmatch(text):
        minutes = _of_parts([int(part) for part in match.groups() if part], text, days_first)
    elif text and (match := _ISO.fullmatch(text)) and any(match.groups()):
        days, hours, rest = (int(part or 0) for part in match.groups())
        minutes = days * _DAY + hours * 60 + rest
    else:
        return None
    return minutes if minutes <= LONGEST else None


def _of_parts(parts: list[int], text: str, days_first: bool) -> int:
    if len(parts) == 4:
        return parts[0] * _DAY + parts[1] * 60 + parts[2]
    if len(parts) == 3 and days_first and text.index(":") == 1 and parts[0] > 0:
        return parts[0] * _DAY + parts[1] * 60 + parts[2]
    return parts[0] * 60 + parts[1]


def clock(text: str) -> time | None:
    """A time of day ``HH:MM`` or ``HH:MM:SS``, to the minute."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return time(int(match[1]), int(match[2]))


def moment(text: str) -> datetime | date | None:
    """An ISO 8601 date or date and time, with or without offset; ``None`` for anything else."""
    text = text.strip()
    if len(text) < 8 or len(text) > 40:
        return None
    try:
        if len(text) <= 10:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def wall(moment: datetime, local: ZoneInfo | None) -> datetime:
    """A moment as wall time, to the minute: in ``local`` if it has an offset, else as it is."""
    if moment.tzinfo is not None and local is not None:
        with suppress(OverflowError):  # the first and last day of the calendar: as it stands
            moment = moment.astimezone(local)
    return moment.replace(second=0, microsecond=0, tzinfo=None, fold=0)


def day_boundary(
    events: Iterable[tuple[date, datetime]], stated: int | None, days: Iterable[datetime]
) -> tuple[int, bool]:
    """Minutes after midnight at which a program day begins, and whether all events agree.

    ``events`` are program days with the wall times of what is listed under them, ``stated``
    what the source says, ``days`` the wall times at which its days begin. Taken is the first of
    these that puts each event under its own day: as stated, as most days begin, the usual four
    o'clock, and else the nearest to that.
    """
    after = [int((at - datetime.combine(day, time())).total_seconds()) // 60 for day, at in events]
    least = max(0, max(after, default=0) - _DAY + 1)
    most = min(_DAY - 1, min(after, default=_DAY - 1))
    begins = Counter(at.hour * 60 + at.minute for at in days).most_common(1)
    wanted = [stated, *(minutes for minutes, _ in begins), DAY_BOUNDARY]
    for minutes in wanted:
        if minutes is not None and least <= minutes <= most:
            return minutes, True
    if least <= most:
        return min(max(DAY_BOUNDARY, least), most), True
    return (DAY_BOUNDARY if stated is None else stated), False
