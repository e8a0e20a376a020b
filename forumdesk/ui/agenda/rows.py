# SPDX-License-Identifier: MIT
"""The rows of the agenda list: sessions of a day in order, each with its items below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen


@frozen
class Row:
    """A session in the list; ``item`` tells that it stands inside the one above."""

    session: Session
    item: bool


# What a day of the list can be besides a date.
ALL_DAYS = "all"
UNTIMED = "untimed"
Shown = date | str
MORNING = time(9)  # when the first session of a day begins until told otherwise


def next_start(sessions: Iterable[Session], day: date) -> datetime:
    """When a new session of a day begins: at the end of its last, or in the morning."""
    ends = [session.ends or session.starts for session in sessions]
    return max((end for end in ends if end), default=datetime.combine(day, MORNING))


def rows(dossier: Dossier, shown: Shown) -> tuple[Row, ...]:
    """The rows of a program day, of all days, or of the sessions without a time."""
    return tuple(_rows(dossier, shown))


def _rows(dossier: Dossier, shown: Shown) -> Iterator[Row]:
    for session in dossier.program:
        if _belongs(dossier, session, shown):
            yield Row(session, item=False)
            for item in dossier.items_of(session):
                yield Row(item, item=True)


def _belongs(dossier: Dossier, session: Session, shown: Shown) -> bool:
    if shown == ALL_DAYS:
        return True
    day = dossier.day_of(session)
    return day is None if shown == UNTIMED else day == shown


def has_untimed(dossier: Dossier) -> bool:
    """Whether a session waits for its time."""
    return any(dossier.day_of(session) is None for session in dossier.program)
