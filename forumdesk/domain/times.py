# SPDX-License-Identifier: MIT
"""Times as people type them, and wall time against the clock of a place.

A time of day is whole minutes after midnight, and may pass 24:00: ``25:30`` is half past one
in the night that still belongs to the day. A refused text raises ``ForumDeskError`` with a
sentence for the user.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.words import N_

DAY = 24 * 60
LATEST = 30 * 60  # a time of day passes midnight by less than six hours
LONGEST = 7 * DAY

_BEFORE_NOON = ("오전", "새벽", "아침", "午前", "上午", "凌晨", "早上", "a.m.", "a.m", "am")
_AFTER_NOON = ("오후", "낮", "저녁", "밤", "午後", "下午", "晚上", "p.m.", "p.m", "pm")
_NAMED = {"정오": 12 * 60, "noon": 12 * 60, "자정": DAY, "midnight": DAY, "正午": 12 * 60}
_HALF = "|".join(map(re.escape, (*_BEFORE_NOON, *_AFTER_NOON)))
_TIME = Pattern(
    rf"(?P<before>{_HALF})?\s*"
    r"(?:(?P<packed>\d{3,4})"
    r"|(?P<hour>\d{1,2})(?:\s*(?:[:.;]|\s)\s*(?P<minute>\d{2})(?:[:.]00)?)?"
    r"|(?P<hour_of>\d{1,2})\s*(?:h|시|時|时|点|點)\s*(?:(?P<minute_of>\d{1,2})\s*(?:분|分)?|(?P<half>반|半))?"
    rf")\s*(?P<after>{_HALF})?\s*(?:uhr)?"
)
_DURATION = Pattern(
    r"(?:(?P<clock>\d{1,3}):(?P<rest>[0-5]\d)"
    r"|(?P<part>\d{1,3}[.,]\d{1,2})\s*(?:hours?|hrs?|h|시간)"
    r"|(?P<hours>\d{1,3})\s*(?:hours?|hrs?|h|시간|時間|小时)\s*(?:(?P<over>\d{1,3})\s*(?:minutes?|mins?|min\.|m|분|分)?|(?P<half>반|半))?"
    r"|(?P<minutes>\d{1,5})\s*(?P<unit>minutes?|mins?|min\.|m|분간|분|分|')?"
    r")"
)
_SHIFT = Pattern(r"(?P<sign>[+\-−–])\s*(?P<duration>.+)")


def parse_time(text: str) -> int:
    """A time of day in minutes after midnight: ``9``, ``930``, ``9:30``, ``오후 2:30``, ``24:00``.

    Before noon and after it may be said in Korean, English, Japanese or Chinese, before or
    after the digits; without them the 24-hour clock is meant.
    """
    typed = _plain(text)
    if typed in _NAMED:
        return _NAMED[typed]
    match = _TIME.fullmatch(typed)
    minutes = _minutes_of(match) if match else None
    if minutes is None:
        raise ForumDeskError(
            N_("“{text}” is not a time; write it like 9:30, 0930, 2:30 pm or 오후 2:30."),
            text=text.strip(),
        )
    return minutes


def parse_duration(text: str) -> int:
    """A length in minutes: ``45``, ``45m``, ``1h30``, ``1:30``, ``1.5h``, ``1시간 30분``."""
    match = _DURATION.fullmatch(_plain(text))
    minutes = _length(match) if match else None
    if minutes is None or minutes > LONGEST:
        raise ForumDeskError(
            N_("“{text}” is not a length; write it like 45, 1h30, 90분 or 1시간 30분."),
            text=text.strip(),
        )
    return minutes


def later(at: datetime, shift: timedelta) -> datetime:
    """A time so much later; past the end of the calendar its end, which no record may hold."""
    try:
        return at + shift
    except OverflowError:
        return datetime.max if shift > timedelta() else datetime.min


def wall_time(day: date, minutes: int, boundary: int) -> datetime:
    """The wall time of a time of day on a program day.

    A time before ``boundary`` (minutes after midnight) is in the night after ``day``.
    """
    midnight = datetime(day.year, day.month, day.day)
    return later(midnight, timedelta(minutes=minutes + (DAY if minutes < boundary else 0)))


def typed_start(
    text: str, *, day: date, boundary: int, reference: datetime | None = None
) -> datetime | None:
    """A start as typed on a program day; ``+15`` and ``-15`` are meant from ``reference``.

    ``None`` for an empty text: the time is open.
    """
    if not text.strip():
        return None
    shift = parse_shift(text)
    if shift is None:
        return wall_time(day, parse_time(text), boundary)
    if reference is None:
        raise _no_reference(text)
    return reference + timedelta(minutes=shift)


def typed_end(text: str, *, starts: datetime, ends: datetime | None = None) -> datetime | None:
    """An end as typed: a time, ``+15`` from the end so far, or a length (``45m``) from the start.

    A time before the start is in the night after it, if the session then takes no more than
    twelve hours; but ``1h30`` at ten is a length. ``None`` for an empty text: the end is open.
    """
    if not text.strip():
        return None
    shift = parse_shift(text)
    if shift is not None:
        return (ends or starts) + timedelta(minutes=shift)
    length = _said_length(text)
    if length is not None and not _TIME.fullmatch(_plain(text)):
        return starts + timedelta(minutes=length)
    end = datetime(starts.year, starts.month, starts.day) + timedelta(minutes=parse_time(text))
    if end >= starts:
        return end
    if length is not None:
        return starts + timedelta(minutes=length)
    if end + timedelta(days=1) - starts <= timedelta(hours=12):
        return end + timedelta(days=1)
    raise ForumDeskError(
        N_("The end {end} is before the start {start}."), end=text.strip(), start=f"{starts:%H:%M}"
    )


def parse_shift(text: str) -> int | None:
    """Minutes to move by: ``+15``, ``-1h``; ``None`` if the text is no such thing."""
    match = _SHIFT.fullmatch(_plain(text))
    if match is None:
        return None
    minutes = parse_duration(match["duration"])
    return minutes if match["sign"] == "+" else -minutes


def typed_shift(text: str) -> int:
    """Minutes to move by, as typed: ``+15``, ``-1h``, ``30분``; without a sign it is later."""
    shift = parse_shift(text)
    return parse_duration(text) if shift is None else shift


def typed_cut(text: str, *, starts: datetime | None, minutes: int) -> int:
    """Where to cut a session of so many minutes, from its start: a length, or a time in it."""
    match = _DURATION.fullmatch(_plain(text))
    length = _length(match) if match else None
    if length is not None and (0 < length < minutes or starts is None or _said_length(text)):
        return length
    if starts is None:
        return parse_duration(text)
    at = datetime(starts.year, starts.month, starts.day) + timedelta(minutes=parse_time(text))
    at += timedelta(days=1) if at < starts else timedelta()
    return round((at - starts).total_seconds() / 60)


def settle(
    starts: datetime | None = None, ends: datetime | None = None, minutes: int | None = None
) -> tuple[datetime | None, int | None]:
    """Start and length from any two of start, end and length; open ones stay ``None``.

    Refuses three that contradict one another, and an end that has nothing to go with.
    """
    if ends is None:
        return starts, minutes
    if starts is not None:
        length = round((ends - starts).total_seconds() / 60)
        if minutes not in (None, length):
            raise ForumDeskError(
                N_("From {start} to {end} is not {minutes} minutes; leave one of them out."),
                start=f"{starts:%H:%M}",
                end=f"{ends:%H:%M}",
                minutes=minutes,
            )
        return starts, length
    if minutes is not None:
        return ends - timedelta(minutes=minutes), minutes
    raise ForumDeskError(N_("An end alone is no time; give a start or a length with it."))


class Reading(Enum):
    """How often a wall time is on the clock of a place: once, never, or twice."""

    ONCE = 1
    SKIPPED = 0
    TWICE = 2


def zone(name: str) -> ZoneInfo:
    """The time zone of an IANA name; raises ``ForumDeskError`` for an unknown one."""
    known = known_zone(name)
    if known is None:
        raise ForumDeskError(
            N_("There is no time zone “{zone}”; names look like “Asia/Seoul”."),
            zone=name[:60],
        )
    return known


@cache
def known_zone(name: str) -> ZoneInfo | None:
    """The time zone of an IANA name; ``None`` for an unknown one."""
    # A name from a file may be anything; an empty or absolute one raises ValueError.
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def reading(wall: datetime, place: ZoneInfo) -> Reading:
    """Whether a wall time exists once, never (clock put forward) or twice (put back).

    By the offsets of both folds (PEP 495): the later one is greater in a gap.
    """
    early = wall.replace(tzinfo=place, fold=0).utcoffset()
    late = wall.replace(tzinfo=place, fold=1).utcoffset()
    if early == late or early is None or late is None:
        return Reading.ONCE
    return Reading.SKIPPED if early < late else Reading.TWICE


def utc(wall: datetime, place: ZoneInfo) -> datetime:
    """A wall time as UTC; the first of two, and after the gap by as much for a skipped one."""
    return wall.replace(tzinfo=place, fold=0).astimezone(UTC)


def _plain(text: str) -> str:
    """Full-width digits and odd spaces as plain ones, small letters."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _minutes_of(match: re.Match[str]) -> int | None:
    before, after = match["before"], match["after"]
    if before and after:
        return None
    packed = match["packed"]
    hour = int(packed[:-2] if packed else match["hour"] or match["hour_of"])
    minute = int(packed[-2:] if packed else match["minute"] or match["minute_of"] or 0)
    if match["half"]:
        minute = 30
    said = _by_half(hour, before or after)
    if said is None or minute > 59:
        return None
    total = said * 60 + minute
    return total if total < LATEST else None


def _by_half(hour: int, half: str | None) -> int | None:
    """An hour on the 24-hour clock, from what was said of noon; ``None`` if it contradicts."""
    if half is None:
        return hour
    if half in _BEFORE_NOON:
        return hour % 12 if hour <= 12 else None
    if hour == 12:
        return 24 if half == "밤" else 12
    return hour + 12 if 1 <= hour < 12 else hour if hour <= 23 and hour > 12 else None


def _length(match: re.Match[str]) -> int | None:
    if match["clock"]:
        return int(match["clock"]) * 60 + int(match["rest"])
    if match["part"]:
        return round(float(match["part"].replace(",", ".")) * 60)
    if match["hours"]:
        return int(match["hours"]) * 60 + (30 if match["half"] else int(match["over"] or 0))
    return int(match["minutes"])


def _said_length(text: str) -> int | None:
    """The minutes of a length that says its unit: ``45m``, ``1h30``, ``90분``; else ``None``."""
    match = _DURATION.fullmatch(_plain(text))
    says = match and (match["unit"] or match["part"] or match["hours"])
    return parse_duration(text) if says else None


def _no_reference(text: str) -> ForumDeskError:
    return ForumDeskError(
        N_("“{text}” moves a time, but there is no time yet to move."), text=text.strip()
    )
