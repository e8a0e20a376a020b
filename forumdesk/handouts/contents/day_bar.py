# SPDX-License-Identifier: MIT
"""A day at a glance: what fills it, and where somebody has a part in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from forumdesk.domain.agenda import Session
from forumdesk.domain.dates import date_full
from forumdesk.domain.dossier import Dossier
from forumdesk.handouts.briefs import DayBar, Stretch
from forumdesk.handouts.contents.own_parts import in_order, spans
from forumdesk.handouts.contents.sessions import is_for
from forumdesk.handouts.contents.setting import Setting
from forumdesk.handouts.options import Audience

_MANY = 9  # hours; of longer days every second one is written


def day_bar(setting: Setting, day: date, own: Iterable[Session]) -> DayBar:
    """A day on which somebody has a part in some sessions; without stretches if it has no times."""
    dossier = setting.dossier
    said = setting.by_language(lambda tag: date_full(day, tag))
    mine = {session.id for session in own}
    spans = [
        (starts, ends, key in mine)
        for starts, ends, key, lineage in dossier.derived(_spans).get(day, ())
        if key in mine or all(is_for(each, Audience.GUESTS) for each in lineage)
    ]
    if not spans:
        return DayBar(said, (), ())
    first = _hour(min(starts for starts, _, _ in spans))
    last = max(ends for _, ends, _ in spans)
    last = _hour(last) + timedelta(hours=last != _hour(last))
    whole = (last - first) / timedelta(hours=1) or 1.0

    def place(at: datetime) -> float:
        return (at - first) / timedelta(hours=1) / whole

    stretches = (Stretch(place(starts), place(ends), mine) for starts, ends, mine in spans)
    step = 2 if whole > _MANY else 1
    hours = tuple(
        (hour / whole, str((first + timedelta(hours=hour)).hour))
        for hour in range(0, int(whole) + 1, step)
    )
    return DayBar(said, tuple(sorted(set(stretches), key=lambda s: (s.own, s.start))), hours)


_Span = tuple[datetime, datetime, str, Sequence[Session]]


def _spans(dossier: Dossier) -> dict[date, list[_Span]]:
    """What has times, by day; items beside what they are in."""
    found: dict[date, list[_Span]] = {}
    times = dossier.derived(spans)
    for session in in_order(dossier):
        day, span = dossier.day_of(session), times.get(session.id)
        if day and span and span[1] > span[0]:
            one = (*span, session.id, dossier.lineage(session))
            found.setdefault(day, []).append(one)
    return found


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)
