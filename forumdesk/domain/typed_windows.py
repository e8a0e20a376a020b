# SPDX-License-Identifier: MIT
"""Times at which something can be had, as people type them and as they are written back.

``9:00–12:00, 13–18`` is meant for every day of the edition, ``6/24 9–12; 2027-06-25`` for these
days, the second one whole. Windows are wall times of the edition's zone, the end excluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import program_day
from forumdesk.domain.patterns import Pattern
from forumdesk.domain.times import parse_time, wall_time
from forumdesk.domain.words import N_

NOON = 12 * 60
Window = tuple[datetime, datetime]
_DAY = Pattern(
    r"\s*(?:(?P<year>\d{4})\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})\s*[일.]?"
    r"|(?P<of_month>\d{1,2})\s*(?:/|월)\s*(?P<of_day>\d{1,2})\s*일?)"
    r"\s*(?:\([^)]*\))?(?P<times>(?:\s.*)?)"
)
_TIMES = Pattern(
    r"\s*(?P<start>.+?)\s*(?:[-−–—~〜～]|(?<=\s)to(?=\s)|부터)\s*(?P<end>.+?)\s*(?:까지)?\s*"
)
_HOUR = Pattern(r"[1-9]\d?\s*시?")
_BETWEEN = Pattern(r"[,;，；、\n]")


def typed_windows(text: str, *, days: Sequence[date], boundary: int) -> list[Window]:
    """The windows that a text says, in order; ``days`` are those of the edition.

    ``boundary`` is minutes after midnight: an earlier time is in the night after its day.
    Raises ``ForumDeskError`` for what can't be understood.
    """
    found: list[Window] = []
    on: Sequence[date] = days
    for piece in filter(None, map(str.strip, _BETWEEN.sub(";", text).split(";"))):
        said = _DAY.fullmatch(piece)
        times = piece
        if said is not None:
            year, month = said["year"], said["month"] or said["of_month"]
            on = [_day(piece, (year, month, said["day"] or said["of_day"]), days)]
            times = said["times"].strip()
        if not on:
            raise ForumDeskError(N_("Set the dates of the edition first, or write the day too."))
        found += [_window(day, times, boundary) for day in on]
    return sorted(set(found))


def _day(piece: str, said: tuple[str | None, str, str], days: Sequence[date]) -> date:
    year, month, day = said[0], int(said[1]), int(said[2])
    same = (d for d in days if (d.month, d.day) == (month, day))
    try:
        if year is None:
            return next(same, None) or date(days[0].year, month, day)
        return date(int(year), month, day)
    except (ValueError, IndexError):
        raise _not_understood(piece) from None


def _window(day: date, times: str, boundary: int) -> Window:
    if not times:
        start = end = wall_time(day, boundary, boundary)
    else:
        said = _TIMES.fullmatch(times)
        if said is None:
            raise _not_understood(times)
        first, last = parse_time(said["start"]), parse_time(said["end"])
        if last <= first < last + NOON and _HOUR.fullmatch(said["end"]):
            last += NOON  # from nine to six is a day's work
        start, end = wall_time(day, first, boundary), wall_time(day, last, boundary)
    return start, end if end > start else end + timedelta(days=1)


def _not_understood(text: str) -> ForumDeskError:
    return ForumDeskError(
        N_("“{text}” is not understood; write it like 9:00–12:00, or 6/24 9:00–12:00."),
        text=text.strip(),
    )


def said_windows(windows: Iterable[Window], *, days: Sequence[date], boundary: int) -> str:
    """Windows as they may be typed: times alone where all days of the edition have the same."""
    by_day: dict[date, list[str]] = {}
    for start, end in sorted(windows):
        by_day.setdefault(program_day(start, boundary), []).append(_times(start, end, boundary))
    spans = [*by_day.values()]
    if [*by_day] == [*days] and all(each == spans[0] for each in spans) and "" not in spans[0]:
        return ", ".join(spans[0])
    return "; ".join(_said_days(by_day))


def _said_days(by_day: dict[date, list[str]]) -> Iterator[str]:
    for day, spans in by_day.items():
        yield f"{day.isoformat()} {', '.join(spans)}".strip()


def _times(start: datetime, end: datetime, boundary: int) -> str:
    whole = start.hour * 60 + start.minute == boundary and end - start == timedelta(days=1)
    return "" if whole else f"{start:%H:%M}–{end:%H:%M}"
