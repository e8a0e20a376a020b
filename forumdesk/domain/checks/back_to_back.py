# SPDX-License-Identifier: MIT
"""Nobody has to run from one room to the next, or be on stage for three sessions on end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from forumdesk.domain.agenda import PAUSES, Role, SessionKind
from forumdesk.domain.checks.common import clock, named, person_named, when
from forumdesk.domain.checks.stays import Visit, apart, participation_of, visits, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

RUNNING, ON_END = "back-to-back", "three-on-end"
PAUSE = timedelta(minutes=5)  # less than this is none
IN_A_ROW = 3
LONG = 60  # minutes; three short talks on end tire nobody
# Those of the day's staff, who are there all the time, and of the table.
EASY = frozenset({Role.MC, Role.INTERPRETS, Role.HOSTS_TABLE, Role.WITNESSES})
RESTFUL = PAUSES | {SessionKind.PHOTO, SessionKind.SITE_VISIT}


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Persons who end in one room when they begin in another, or have three parts on end.

    Parts on end in one room are no haste. Where the edition says how long the way takes, haste
    is told by that instead.
    """
    for taken in visits(dossier).values():
        if len(taken) > 1:
            if dossier.edition.transfer <= 0:
                yield from _running(dossier, taken)
            yield from _on_end(dossier, taken)


def _running(dossier: Dossier, taken: Sequence[Visit]) -> Iterator[Problem]:
    for first, second in pairwise(taken):
        if first.end == second.start and apart(dossier, first.last, second.first):
            phrase = Phrase.of(
                N_(
                    "{person} goes from “{first}” straight to “{second}” in another room at {time}."
                ),
                person=person_named(dossier, participation_of(dossier, first.person)),
                first=named(first.last),
                second=named(second.first),
                time=clock(second.start),
            )
            facts = (first.person, first.last.id, when(first.last), when(second.first))
            subject = Subject("session", second.first.id, "starts")
            yield Problem(RUNNING, Severity.NOTE, subject, phrase, " ".join(facts))


def _on_end(dossier: Dossier, taken: Sequence[Visit]) -> Iterator[Problem]:
    run: list[Visit] = []
    for visit in (*(v for v in taken if not _is_easy(v)), None):
        if run and visit is not None and timedelta() <= visit.start - run[-1].end < PAUSE:
            run.append(visit)
            continue
        if len(run) >= IN_A_ROW and (run[-1].end - run[0].start).total_seconds() / 60 > LONG:
            yield _row(dossier, run)
        run = [visit] if visit is not None else []


def _is_easy(visit: Visit) -> bool:
    return visit.roles <= EASY or visit.first.kind in RESTFUL


def _row(dossier: Dossier, run: Sequence[Visit]) -> Problem:
    phrase = Phrase.of(
        N_(
            "{person} has parts in {count} sessions on end,"
            " from {start} to {end}: from “{first}” on."
        ),
        person=person_named(dossier, participation_of(dossier, run[0].person)),
        count=len(run),
        start=clock(run[0].start),
        end=clock(run[-1].end),
        first=named(run[0].first),
    )
    facts = (run[0].person, *(f"{v.root} {when(v.first)}" for v in run))
    subject = Subject("session", run[-1].first.id, "starts")
    return Problem(ON_END, Severity.NOTE, subject, phrase, " ".join(facts))
