# SPDX-License-Identifier: MIT
"""Nobody goes for more than five hours without a meal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import chain

from forumdesk.domain.agenda import Session, SessionKind, Visibility
from forumdesk.domain.checks.common import Slot, clock, days
from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.checks.windows import Window
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import N_, Phrase

NONE, APART = "no-meal", "meals-apart"
LONGEST = timedelta(hours=5)
FREE = timedelta(minutes=45)  # of which everybody may make a meal
MEALS = frozenset({SessionKind.LUNCHEON, SessionKind.DINNER, SessionKind.RECEPTION})
OUTSIDE = (SessionKind.REGISTRATION, SessionKind.INTERNAL)


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Stretches of a day's program without a meal, or time for one, of more than five hours.

    Where no meal is entered on several such days, one finding says so. A day of one session is
    not planned yet, or ill timed, which is told elsewhere. Registration and what only the
    secretariat sees are no part of the program here.
    """
    days_held = {
        day: [slot for slot in slots if _is_program(slot.session)]
        for day, slots in dossier.derived(days).items()
    }
    hungry = [found for day, held in days_held.items() if (found := list(_hungry(day, held)))]
    fed = any(slot.session.kind in MEALS for held in days_held.values() for slot in held)
    if len(hungry) > 1 and not fed:
        yield _never(dossier, len(hungry))
    else:
        yield from chain.from_iterable(hungry)


def _is_program(session: Session) -> bool:
    return session.visibility is not Visibility.INTERNAL and session.kind not in OUTSIDE


def _hungry(day: date, held: Sequence[Slot]) -> Iterator[Problem]:
    if len(held) < 2:
        return
    ends = max(slot.end for slot in held)
    meals = _meals(held)
    since = held[0].start
    for meal in (*meals, Window(ends, ends)):
        if meal.start - since > LONGEST:
            first = next(slot for slot in held if slot.end > since)
            yield _problem(day, Window(since, meal.start), first, any_meal=bool(meals))
        since = max(since, meal.end)


def _meals(held: Sequence[Slot]) -> list[Window]:
    """Meals, and times in which nothing is held, in order."""
    found: list[Window] = []
    reached = held[0].start
    for slot in held:
        if slot.start - reached >= FREE:
            found.append(Window(reached, slot.start))
        if slot.session.kind in MEALS:
            found.append(Window(slot.start, slot.end))
        reached = max(reached, slot.end)
    return found


def _problem(day: date, stretch: Window, first: Slot, *, any_meal: bool) -> Problem:
    message = (
        N_("On {day} there is no meal from {start} to {end}, for more than {hours} hours.")
        if any_meal
        else N_("There is no meal on {day}, from {start} to {end}.")
    )
    phrase = Phrase.of(
        message,
        day=day.isoformat(),
        start=clock(stretch.start),
        end=clock(stretch.end),
        hours=_hours(stretch.start, stretch.end),
    )
    kind = APART if any_meal else NONE
    subject = Subject("session", first.session.id, "starts")
    return Problem(kind, Severity.WARNING, subject, phrase, str(stretch))


def _never(dossier: Dossier, days: int) -> Problem:
    """That meals are no part of this agenda is told once."""
    phrase = Phrase.of(N_("No meal is entered on any of {count} long days."), count=days)
    subject = Subject("edition", dossier.edition.id, "sessions")
    return Problem(NONE, Severity.WARNING, subject, phrase, str(days))


def _hours(start: datetime, end: datetime) -> int:
    """Whole hours, not one more than passed."""
    return max(5, int((end - start) / timedelta(hours=1)))
