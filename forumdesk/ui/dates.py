# SPDX-License-Identifier: MIT
"""Dates, times and language names as the window says them, in the interface language.

Qt's own tables are used: they are loaded anyway, and the window needs none of Babel's forms.
Times are 24-hour.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale

from forumdesk.domain.words import Words

_LONG = {"ko": "yyyy년 M월 d일 (ddd)", "ja": "yyyy年M月d日 (ddd)", "en": "ddd d MMMM yyyy"}
_RANGE = {
    "ko": ("yyyy년 M월 d일 (ddd)", "M월 d일 (ddd)"),
    "ja": ("yyyy年M月d日 (ddd)", "M月d日 (ddd)"),
}
_IN_MONTH = {"ko": ("yyyy년 M월 d일 (ddd)", "d일 (ddd)"), "ja": ("yyyy年M月d日 (ddd)", "d日 (ddd)")}
_SHORT = {"ko": "M월 d일 (ddd)", "ja": "M月d日 (ddd)", "en": "ddd d MMM"}


def day(on: date, words: Words) -> str:
    """A day with its weekday and year: ``Thu 27 June 2024``, ``2024년 6월 27일 (목)``."""
    return _said(on, words, _LONG.get(words.language, "ddd d MMMM yyyy"))


def short_day(on: date, words: Words) -> str:
    """A day with its weekday: ``Thu 27 Jun``, ``6월 27일 (목)``."""
    return _said(on, words, _SHORT.get(words.language, "ddd d MMM"))


def day_in_month(on: date, words: Words) -> str:
    """A day where the month is known: ``Thu 27``, ``27일 (목)``."""
    return _said(on, words, _IN_MONTH.get(words.language, ("", "ddd d"))[1])


def days(first: date | None, last: date | None, words: Words) -> str:
    """One day or a range of days; ``""`` while open."""
    if first is None:
        return ""
    if last is None or last == first:
        return day(first, words)
    start, end = _RANGE.get(words.language, ("ddd d MMMM", "ddd d MMMM yyyy"))
    if (first.year, first.month) == (last.year, last.month):
        start, end = _IN_MONTH.get(words.language, ("ddd d", end))
    elif first.year != last.year:
        return f"{day(first, words)} – {day(last, words)}"
    return f"{_said(first, words, start)} – {_said(last, words, end)}"


def short_days(first: date, last: date | None, words: Words) -> str:
    """Days where the year is known: ``Thu 27 – Fri 28 Jun``, ``6월 27일 (목) – 28일 (금)``."""
    if last is None or last == first:
        return short_day(first, words)
    if (first.year, first.month) != (last.year, last.month):
        return f"{short_day(first, words)} – {short_day(last, words)}"
    if words.language in _IN_MONTH:
        return f"{short_day(first, words)} – {day_in_month(last, words)}"
    return f"{day_in_month(first, words)} – {short_day(last, words)}"


def clock(at: datetime) -> str:
    """A wall time: ``09:30``."""
    # Formatted by hand: a pattern of ``strftime`` imports a module each time.
    return f"{at.hour:02}:{at.minute:02}"


def span(starts: datetime | None, ends: datetime | None) -> str:
    """From when to when: ``09:30–10:15``, ``09:30–`` while the end is open."""
    if starts is None:
        return ""
    return f"{clock(starts)}–{clock(ends) if ends else ''}"


def moment(at: datetime, words: Words) -> str:
    """A moment in the machine's own zone: the time today, else day and time."""
    local = at.astimezone()
    if local.date() == datetime.now().astimezone().date():
        return clock(local)
    return f"{short_day(local.date(), words)} {clock(local)}"


def language_name(tag: str) -> str:
    """What a language calls itself: ``한국어``, ``English``."""
    if tag.split("-", maxsplit=1)[0] == "en":
        return "English"
    name = QLocale(tag).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else tag


def _said(on: date, words: Words, pattern: str) -> str:
    return QLocale(words.language).toString(QDate(on.year, on.month, on.day), pattern)
