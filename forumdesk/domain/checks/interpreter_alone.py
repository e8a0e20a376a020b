# SPDX-License-Identifier: MIT
"""Interpreters relieve each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from forumdesk.domain.agenda import Role
from forumdesk.domain.checks.common import named, person_named, slots
from forumdesk.domain.checks.stays import Visit, participation_of, visits, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import ABSENT
from forumdesk.domain.words import N_, Phrase

KIND = "interpreter-alone"
LONGEST = 30  # minutes alone; interpreters take turns of half an hour (AIIC, booth practice)
REST = timedelta(minutes=10)  # a shorter pause is none


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Interpreters on their own for more than half an hour, be it in several sessions on end."""
    alone = _sole(dossier)
    for taken in visits(dossier).values() if alone else ():
        mine = [v for v in taken if Role.INTERPRETS in v.roles and v.root in alone]
        for run in _runs(mine):
            minutes = round((run[-1].end - run[0].start).total_seconds() / 60)
            if minutes > LONGEST:
                yield _problem(dossier, run, minutes)


def _sole(dossier: Dossier) -> set[str]:
    """The outmost sessions that have one interpreter, in them and in their items together."""
    found: dict[str, set[str]] = {}
    interpreting = [part for part in dossier.parts if part.role is Role.INTERPRETS]
    timed = dossier.derived(slots) if interpreting else {}
    for part in interpreting:
        seat = dossier.participation.get(part.participation)
        coming = seat is not None and seat.status not in ABSENT
        if coming and part.session in timed:
            found.setdefault(timed[part.session].root, set()).add(part.participation)
    return {root for root, people in found.items() if len(people) == 1}


def _runs(taken: Iterable[Visit]) -> list[list[Visit]]:
    runs: list[list[Visit]] = []
    for visit in taken:
        if runs and visit.start - runs[-1][-1].end < REST:
            runs[-1].append(visit)
        else:
            runs.append([visit])
    return runs


def _problem(dossier: Dossier, run: Sequence[Visit], minutes: int) -> Problem:
    first = run[0].first
    message = (
        N_("{person} interprets “{session}” alone for {minutes} min; two take turns of {turn} min.")
        if len(run) == 1
        else N_(
            "{person} interprets {count} sessions from “{session}” on alone, {minutes} min without"
            " a rest; two take turns of {turn} min."
        )
    )
    phrase = Phrase.of(
        message,
        person=person_named(dossier, participation_of(dossier, run[0].person)),
        session=named(first),
        count=len(run),
        minutes=minutes,
        turn=LONGEST,
    )
    facts = f"{run[0].person} {minutes} {' '.join(visit.root for visit in run)}"
    return Problem(KIND, Severity.WARNING, Subject("session", first.id, "parts"), phrase, facts)
