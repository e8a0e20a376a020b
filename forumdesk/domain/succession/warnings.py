# SPDX-License-Identifier: MIT
"""What to look at in a plan before it is carried out: days, clocks, rooms, what has to be asked."""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.desk import Severity
from forumdesk.domain.forum import Edition, edition_title
from forumdesk.domain.succession.days import first_day
from forumdesk.domain.succession.places import TO_BE_NAMED
from forumdesk.domain.succession.plan import Plan, Told
from forumdesk.domain.words import N_, Phrase

_SATURDAY = 5


def warnings(plan: Plan) -> tuple[Told, ...]:
    """The warnings first, then what is only to be known."""
    found = (*_of_days(plan), *_of_checks(plan), *_of_rooms(plan), *_of_agreements(plan))
    if plan.guessed_zone:
        zone = plan.edition.timezone
        same = Phrase.of(
            N_("The time zone is that of the last forum ({zone}): is it right there?"), zone=zone
        )
        found = (*found, Told(Severity.WARNING, same))
    if plan.untimed_review:
        late = Phrase(N_("The review has no time yet: none is free after the opening."))
        found = (*found, Told(Severity.WARNING, late))
    order = list(Severity)
    return tuple(sorted(found, key=lambda told: order.index(told.severity)))


def _of_days(plan: Plan) -> Iterator[Told]:
    yield from _of_later(plan)
    began, day = first_day(plan.last), plan.edition.first_day
    if day is None:
        yield Told(Severity.WARNING, Phrase(N_("There is no day yet on which it begins.")))
        return
    if began is not None and day <= began:
        phrase = Phrase.of(N_("{day} is not after the last forum."), day=day.isoformat())
        yield Told(Severity.WARNING, phrase)
    elif began is not None and day.weekday() != began.weekday():
        said = N_("It begins on another weekday than the last forum; sessions go with their days.")
        yield Told(Severity.NOTE, Phrase(said))
    if day.weekday() >= _SATURDAY and not (began and began.weekday() >= _SATURDAY):
        phrase = Phrase.of(N_("{day} is on a weekend."), day=day.isoformat())
        yield Told(Severity.WARNING, phrase)
    for other in plan.last.editions:
        if other.id != plan.last.edition.id and _meet(other, plan.edition):
            title = edition_title(plan.last.series, other)
            phrase = Phrase.of(N_("“{title}” is on these days too."), title=title)
            yield Told(Severity.WARNING, phrase)


def _of_later(plan: Plan) -> Iterator[Told]:
    """Editions that come after the one that was carried forward: empty ones, most likely."""
    number = plan.last.edition.number or 0
    for other in plan.last.editions:
        if (other.number or 0) > number:
            title = edition_title(plan.last.series, other)
            phrase = Phrase.of(N_("“{title}” is there already, with nothing in it."), title=title)
            yield Told(Severity.WARNING, phrase)


def _meet(one: Edition, other: Edition) -> bool:
    if one.first_day is None or other.first_day is None:
        return False
    ends = (one.last_day or one.first_day, other.last_day or other.first_day)
    return one.first_day <= ends[1] and other.first_day <= ends[0]


def _of_checks(plan: Plan) -> Iterator[Told]:
    """What the checks of days and clocks would find."""
    # They bring Babel and the library of holidays along.
    from forumdesk.domain.checks import clock_change, public_holiday  # noqa: PLC0415

    for check in (public_holiday.check, clock_change.check):
        for problem in check(plan.draft):
            yield Told(problem.severity, problem.phrase)


def _of_rooms(plan: Plan) -> Iterator[Told]:
    unnamed = sum(fate.why is TO_BE_NAMED for fate in plan.rooms)
    held = {link.room for link in plan.last.session_rooms}
    lost = [f.was for f in plan.rooms if f.was and f.now is None and f.was.id in held]
    if unnamed:
        phrase = Phrase.of(N_("Rooms are to be named at the new venue ({count})."), count=unnamed)
        yield Told(Severity.NOTE, phrase)
    for room in lost:
        phrase = Phrase.of(N_("What was in “{room}” has no room."), room=room.name)
        yield Told(Severity.WARNING, phrase)


def _of_agreements(plan: Plan) -> Iterator[Told]:
    for agreement in plan.last.agreements:
        if agreement.review_on:
            phrase = Phrase.of(
                N_("“{title}” is to be reviewed by {day}."),
                title=agreement.title,
                day=agreement.review_on.isoformat(),
            )
            yield Told(Severity.NOTE, phrase)
