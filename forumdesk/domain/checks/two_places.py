# SPDX-License-Identifier: MIT
"""Nobody can be in two places at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from forumdesk.domain.checks.common import (
    Slot,
    another_time,
    clashes,
    clock,
    named,
    person_named,
    slots,
    when,
)
from forumdesk.domain.checks.stays import participation_of, present
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT
from forumdesk.domain.words import N_, Phrase

KIND = "person-in-two-places"


def check(dossier: Dossier) -> Iterable[Problem]:
    """Persons with parts in sessions that overlap.

    A session and its own items are one place. Who speaks by video or is read by another needn't
    be there; the reader does.
    """
    for person, taken in _whereabouts(dossier).items():
        told: set[frozenset[str]] = set()
        for first, second in clashes(taken.values()):
            places = frozenset({first.root, second.root})
            if len(places) == 1 or places not in told:
                told.add(places)
                yield _problem(dossier, person, first, second)


def _whereabouts(dossier: Dossier) -> Mapping[str, dict[tuple[str, bool], Slot]]:
    """Who is where when; of items without a time one a session is enough."""
    by_session = dossier.derived(slots)
    found: dict[str, dict[tuple[str, bool], Slot]] = defaultdict(dict)
    for part in dossier.parts:
        slot = by_session.get(part.session)
        participation = dossier.participation.get(present(part) or "")
        if slot is None or participation is None or participation.status in ABSENT:
            continue
        key = (slot.session.id, True) if slot.sure else (slot.root, False)
        found[participation.person or participation.id].setdefault(key, slot)
    return found


def _problem(dossier: Dossier, person: str, first: Slot, second: Slot) -> Problem:
    sure = first.sure and second.sure
    message = (
        N_("{person} is in two places on {day} from {start} to {end}: “{first}” and “{second}”.")
        if sure
        else N_(
            "{person} may be needed in two places on {day} at {start}: “{first}” and “{second}”."
        )
    )
    until: datetime = min(first.end, second.end)
    phrase = Phrase.of(
        message,
        person=person_named(dossier, participation_of(dossier, person)),
        day=second.start.date().isoformat(),
        start=clock(second.start),
        end=clock(until),
        first=named(first.session),
        second=named(second.session),
    )
    facts = (person, first.session.id, when(first.session), when(second.session))
    severity = Severity.ERROR if sure else Severity.WARNING
    subject = Subject("session", second.session.id, "parts")
    fixes = tuple(another_time(second, first)) if sure else ()
    return Problem(KIND, severity, subject, phrase, " ".join(facts), fixes=fixes)
