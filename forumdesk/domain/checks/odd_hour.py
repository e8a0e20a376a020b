# SPDX-License-Identifier: MIT
"""A session far out in the night was meant for the afternoon."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from forumdesk.domain.checks.common import Slot, begin_at, clock, days, named, when
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "odd-hour"
NIGHT = range(7)  # hours of the clock
LONELY = timedelta(hours=3)
HALF_DAY = timedelta(hours=12)


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sessions that begin between midnight and seven, hours away from any other of the day.

    2:30 typed for half past two in the afternoon; a party that goes on, and a bus that leaves
    before breakfast, are near others.
    """
    for day, held in dossier.derived(days).items():
        for slot in held:
            if slot.start.hour in NIGHT and _is_lonely(slot, held):
                yield _problem(slot, day)


def _is_lonely(slot: Slot, held: Sequence[Slot]) -> bool:
    others = [other for other in held if other is not slot]
    near = (o for o in others if o.start - slot.end < LONELY and slot.start - o.end < LONELY)
    return bool(others) and not any(near)


def _problem(slot: Slot, day: date) -> Problem:
    session = slot.session
    phrase = Phrase.of(
        N_("“{session}” is at {time} in the night, hours from any other session."),
        session=named(session),
        time=clock(slot.start),
    )
    # Half a day later on the day it is printed under, to which the small hours belong.
    meant = slot.start + (HALF_DAY if day == slot.start.date() else -HALF_DAY)
    fixes = tuple(begin_at(session, meant))
    subject = Subject("session", session.id, "starts")
    return Problem(KIND, Severity.WARNING, subject, phrase, when(session), fixes=fixes)
