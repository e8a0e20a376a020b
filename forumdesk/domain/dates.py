# SPDX-License-Identifier: MIT
"""How dates and times are written, on paper and on the screen, in each language.

Babel's CLDR patterns serve for most languages, with what does not belong on paper set right:
Korean and Japanese ranges carry weekdays, times follow one of two clocks instead of CLDR's short
Korean form ("PM 2:30"), and no narrow or thin space (U+202F, U+2009) occurs. Babel is loaded
when the first date is written.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from forumdesk.domain.languages import base

if TYPE_CHECKING:
    from babel import Locale


class Clock(StrEnum):
    """How times of day are written: ``14:30``, or by twelve as each language does it."""

    H24 = "24"
    H12 = "12"


_THIN = str.maketrans({"\u2009": " ", "\u200a": " ", "\u202f": " ", "\u00a0": " "})
# A day with its weekday, as it stands in a range: year, then month, left out where shared.
_EAST = {"ko": ("{y}년 ", "{m}월 ", "{d}일({w})"), "ja": ("{y}年", "{m}月", "{d}日({w})")}
_BEFORE_NOON = {"ko": ("오전 ", "오후 "), "ja": ("午前", "午後"), "zh": ("上午", "下午")}


def date_full(day: date, language: str) -> str:
    """A date with its weekday: "Thursday, June 27, 2024", "2024년 6월 27일 목요일"."""
    return _formatted(day, "full", language)


def date_long(day: date, language: str) -> str:
    """A date without its weekday: "June 27, 2024", "2024년 6월 27일"."""
    return _formatted(day, "long", language)


def date_short(day: date, language: str) -> str:
    """A day for a narrow place, without the year: "Thu, Jun 27", "6월 27일(목)"."""
    tag = base(language)
    if tag in _EAST:
        return "".join(_EAST[tag][1:]).format(m=day.month, d=day.day, w=weekday(day, language))
    return _skeleton(day, "MMMEd", language)


def month_year(day: date, language: str) -> str:
    """The month of a day with its year: "June 2024", "2024년 6월"."""
    return _skeleton(day, "yMMMM", language)


def weekday(day: date, language: str) -> str:
    """A short weekday: "Thu", "목"."""
    return _formatted(day, "ccc", language)


def weekday_named(number: int, language: str) -> str:
    """A weekday's name, Monday being 0: "Thursday", "목요일"."""
    return _formatted(date(2024, 1, 1 + number), "cccc", language)


def month_named(number: int, language: str) -> str:
    """A month's name, January being 1: "June", "6월"."""
    return _formatted(date(2024, number, 1), "LLLL", language)


def date_range(first: date, last: date, language: str) -> str:
    """Days from first to last: "June 27–28, 2024", "2024년 6월 27일(목)–28일(금)".

    One day is written in full, with its weekday.
    """
    if first == last:
        return date_full(first, language)
    tag = base(language)
    if tag in _EAST:
        return f"{_eastern(first, None, language)}–{_eastern(last, first, language)}"
    if str(_locale(language)) in ("en", "en_US"):
        return _english_range(first, last)
    return _interval(first, last, language)


def clock_time(at: time | datetime, language: str, clock: Clock = Clock.H24) -> str:
    """A time of day: "14:30", or by twelve "2:30 p.m.", "오후 2:30".

    Languages that do not count by twelve keep the 24 hours.
    """
    if clock is Clock.H24:
        return f"{at.hour:02}:{at.minute:02}"
    tag = base(language)
    twelve = f"{(at.hour - 1) % 12 + 1}:{at.minute:02}"
    if tag == "en":
        return f"{twelve} {'a.m.' if at.hour < 12 else 'p.m.'}"
    if tag in _BEFORE_NOON:
        return f"{_BEFORE_NOON[tag][at.hour >= 12]}{twelve}"
    return _by_custom(time(at.hour, at.minute), language)


def spoken_time(at: datetime, language: str) -> str:
    """A time of day as it is said aloud: "1:40 p.m.", "오후 1시 40분"."""
    if base(language) != "ko":
        return clock_time(at, language, Clock.H12)
    half = _BEFORE_NOON["ko"][at.hour >= 12]
    minutes = f" {at.minute}분" if at.minute else ""
    return f"{half}{(at.hour - 1) % 12 + 1}시{minutes}"


def time_range(
    starts: datetime, ends: datetime | None, language: str, clock: Clock = Clock.H24
) -> str:
    """Times from start to end: "09:00–10:30"; an open end is left open: "09:00–"."""
    until = clock_time(ends, language, clock) if ends else ""
    return f"{clock_time(starts, language, clock)}–{until}"


def stamp_time(at: datetime) -> str:
    """A time stamp, the same in all languages: "2024-06-24 18:20"."""
    return f"{at:%Y-%m-%d %H:%M}"


def duration(length: timedelta, language: str) -> str:
    """A length of time in hours and minutes: "1 hr 30 min", "1시간 30분"."""
    from babel.dates import format_timedelta  # noqa: PLC0415 - loaded when first needed

    locale = _locale(language)
    minutes = int(length.total_seconds()) // 60
    hours, rest = timedelta(hours=minutes // 60), timedelta(minutes=minutes % 60)
    words = (
        format_timedelta(hours, "hour", threshold=1000, format="short", locale=locale),
        format_timedelta(rest, "minute", threshold=1000, format="short", locale=locale),
    )
    said = " ".join(w for w, part in zip(words, (hours, rest), strict=True) if part)
    return (said or words[1]).translate(_THIN)


@cache
def _locale(language: str) -> Locale:
    """The locale of a language; English where Babel does not know it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - loaded when first needed

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


@lru_cache(4096)
def _formatted(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - loaded when first needed

    return format_date(day, pattern, locale=_locale(language)).translate(_THIN)


@lru_cache(4096)
def _skeleton(day: date, skeleton: str, language: str) -> str:
    from babel.dates import format_skeleton  # noqa: PLC0415 - loaded when first needed

    midnight = datetime(day.year, day.month, day.day)
    return format_skeleton(skeleton, midnight, locale=_locale(language)).translate(_THIN)


def _interval(first: date, last: date, language: str) -> str:
    from babel.dates import format_interval  # noqa: PLC0415 - loaded when first needed

    return format_interval(first, last, "yMMMMd", locale=_locale(language)).translate(_THIN)


def _eastern(day: date, after: date | None, language: str) -> str:
    """A day of a range, without the year and month it shares with the day before it."""
    year, month, rest = _EAST[base(language)]
    same_year = after is not None and after.year == day.year
    same_month = same_year and after is not None and after.month == day.month
    pattern = ("" if same_year else year) + ("" if same_month else month) + rest
    return pattern.format(y=day.year, m=day.month, d=day.day, w=weekday(day, language))


def _english_range(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{date_long(first, 'en')} – {date_long(last, 'en')}"
    start = _formatted(first, "MMMM d", "en")
    if first.month == last.month:
        return f"{start}–{last.day}, {last.year}"
    return f"{start} – {date_long(last, 'en')}"


def _by_custom(at: time, language: str) -> str:
    from babel.dates import format_time  # noqa: PLC0415 - loaded when first needed

    locale = _locale(language)
    by_twelve = "h" in locale.time_formats["short"].pattern
    return format_time(at, "short" if by_twelve else "HH:mm", locale=locale).translate(_THIN)
