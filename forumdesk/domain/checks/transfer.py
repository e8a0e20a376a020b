# SPDX-License-Identifier: MIT
"""Between two rooms there is time to walk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import clock, listing, named, person_named, when
from forumdesk.domain.checks.stays import Visit, apart, participation_of, visits, while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

KIND = "transfer"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Persons with less time between two rooms than the edition's ``transfer`` says it takes.

    Who has to be in both at once is told elsewhere; a plenary without a room is anywhere.
    """
    needed = timedelta(minutes=dossier.edition.transfer)
    if needed <= timedelta():
        return
    for taken in visits(dossier).values():
        for first, second in pairwise(taken):
            pause = second.start - first.end
            if timedelta() <= pause < needed and apart(dossier, first.last, second.first):
                yield _problem(dossier, first, second)


def _problem(dossier: Dossier, first: Visit, second: Visit) -> Problem:
    minutes = round((second.start - first.end).total_seconds() / 60)
    phrase = Phrase.of(
        N_(
            "{person} has {minutes} min to get from {room} to {other} on {day} at {time},"
            " and needs {needed}: “{first}”, then “{second}”."
        ),
        person=person_named(dossier, participation_of(dossier, first.person)),
        minutes=minutes,
        room=_rooms(dossier, first.last),
        other=_rooms(dossier, second.first),
        day=first.end.date().isoformat(),
        time=clock(first.end),
        needed=dossier.edition.transfer,
        first=named(first.last),
        second=named(second.first),
    )
    facts = (first.person, first.last.id, when(first.last), when(second.first))
    rooms = (r.id for s in (first.last, second.first) for r in dossier.rooms_of(s))
    return Problem(
        KIND,
        Severity.WARNING,
        Subject("session", second.first.id, "starts"),
        phrase,
        " ".join((*facts, *rooms, str(dossier.edition.transfer))),
    )


def _rooms(dossier: Dossier, session: Session) -> Phrase:
    return listing([room.name for room in dossier.rooms_of(session)])
