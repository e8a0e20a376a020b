# SPDX-License-Identifier: MIT
"""Who came late: after the first session of the day began."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from forumdesk.domain.agenda import PAUSES, CheckIn, Session
from forumdesk.domain.forum import Edition
from forumdesk.domain.times import known_zone, utc


def beginnings(edition: Edition, sessions: Iterable[Session]) -> dict[date, datetime]:
    """When each day of an edition begins (UTC): with its first session that is no pause."""
    place = known_zone(edition.timezone)
    if place is None:
        return {}
    first: dict[date, datetime] = {}
    for session in sessions:
        if session.starts is not None and session.kind not in PAUSES:
            day = session.starts.date()
            first[day] = min(first.get(day, session.starts), session.starts)
    return {day: utc(starts, place) for day, starts in first.items()}


def lateness(edition: Edition, sessions: Iterable[Session]) -> Callable[[CheckIn], bool]:
    """Tells of a line of the log whether somebody came after the beginning of that day."""
    begins, place = beginnings(edition, sessions), known_zone(edition.timezone)

    def late(entry: CheckIn) -> bool:
        begun = begins.get(entry.at.astimezone(place).date()) if place else None
        return begun is not None and entry.at > begun

    return late
