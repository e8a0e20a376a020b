# SPDX-License-Identifier: MIT
"""People have their parts while they are there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from forumdesk.domain.checks.common import clock, named, person_named, when
from forumdesk.domain.checks.stays import Visit, participation_of, visits, while_open
from forumdesk.domain.checks.windows import Window, windows
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Participation
from forumdesk.domain.words import N_, Phrase

AWAY, LATE, EARLY = "person-not-available", "arrives-late", "departs-early"


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Parts before somebody arrives, after they depart, or outside their windows.

    An error where they miss all of it; a warning where they miss some.
    """
    bounded = {p.id for p in dossier.participations if p.arrives or p.departs}
    open_at = windows(dossier)
    if not bounded and not open_at:
        return
    for person, taken in visits(dossier).items():
        seat = participation_of(dossier, person)
        if seat.id in bounded or seat.id in open_at:
            for visit in taken:
                yield from _missed(dossier, seat, visit, open_at.get(seat.id, ()))


def _missed(
    dossier: Dossier, seat: Participation, visit: Visit, open_at: tuple[Window, ...]
) -> Iterable[Problem]:
    if seat.arrives and seat.arrives > visit.start:
        message = N_(
            "{person} arrives on {day} at {time}, but has a part in “{session}” on {on} at {start}."
        )
        wholly = seat.arrives >= visit.end
        yield _problem(dossier, LATE, message, visit, wholly=wholly, at=seat.arrives)
    elif seat.departs and seat.departs < visit.end:
        message = N_(
            "{person} leaves on {day} at {time}, but has a part in “{session}” on {on} until {end}."
        )
        wholly = seat.departs <= visit.start
        yield _problem(dossier, EARLY, message, visit, wholly=wholly, at=seat.departs)
    elif open_at and not any(window.holds(visit.start, visit.end) for window in open_at):
        message = N_(
            "{person} is not available on {on} from {start} to {end},"
            " but has a part in “{session}”."
        )
        wholly = not any(window.meets(visit.start, visit.end) for window in open_at)
        facts = " ".join(map(str, open_at))
        yield _problem(dossier, AWAY, message, visit, wholly=wholly, facts=facts)


def _problem(
    dossier: Dossier,
    kind: str,
    message: str,
    visit: Visit,
    *,
    wholly: bool,
    at: datetime | None = None,
    facts: str = "",
) -> Problem:
    phrase = Phrase.of(
        message,
        person=person_named(dossier, participation_of(dossier, visit.person)),
        session=named(visit.first),
        on=visit.start.date().isoformat(),
        start=clock(visit.start),
        end=clock(visit.end),
        day=at.date().isoformat() if at else "",
        time=clock(at) if at else "",
    )
    return Problem(
        kind,
        Severity.ERROR if wholly else Severity.WARNING,
        Subject("session", visit.first.id, "parts"),
        phrase,
        f"{visit.person} {when(visit.first)} {when(visit.last)} {at or facts}",
    )
