# SPDX-License-Identifier: MIT
"""The next edition of a series, made of its last one: first a plan, then one step."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from itertools import groupby

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Room, Series, edition_title
from forumdesk.domain.ids import SeriesId
from forumdesk.domain.outcomes import Commitment
from forumdesk.domain.people import Image, Organization, Participation, Person
from forumdesk.domain.progress import Progress
from forumdesk.domain.records import Record
from forumdesk.domain.references import references_of
from forumdesk.domain.succession.choices import USUAL, Choices
from forumdesk.domain.succession.plan import Plan
from forumdesk.domain.succession.planning import plan_next
from forumdesk.domain.succession.reading import read_last
from forumdesk.domain.words import N_
from forumdesk.services._writing import called

_A_SLICE = 60  # records between two reports of progress: a few milliseconds
_SOUGHT = 500  # ids looked for at a time
# What a plan points to that it does not make itself.
_OUTSIDE: tuple[type[Record], ...] = (
    Series,
    Edition,
    Organization,
    Person,
    Image,
    Commitment,
)


def last_edition(desk: Desk, series: SeriesId) -> Edition:
    """The edition that the next one is made of: the last in which anything is planned.

    By its number, then by its days. One that was only added, and is empty, has nothing to give.
    """
    editions = desk.find(Edition, series=series)
    if not editions:
        raise ForumDeskError(
            N_("“{title}” has no edition yet that a next one could be made of."),
            title=called(desk.get(Series, series).title),
        )
    ordered = sorted(editions, key=lambda e: (e.number or 0, e.first_day or date.min, e.id))
    filled = (e for e in reversed(ordered) if _is_filled(desk, e))
    return next(filled, ordered[-1])


def _is_filled(desk: Desk, edition: Edition) -> bool:
    return any(desk.count(kind, edition=edition.id) for kind in (Session, Participation))


def rooms_known(desk: Desk, series: SeriesId) -> list[Room]:
    """The rooms of all editions of a series: where one met, they are known."""
    editions = [edition.id for edition in desk.find(Edition, series=series)]
    return desk.find(Room, edition=editions) if editions else []


def plan_edition(desk: Desk, series: SeriesId, choices: Choices = USUAL) -> Plan:
    """The next edition as it would be made; nothing is changed.

    ``Plan.last`` knows no persons (see ``succession.reading``).
    """
    last = read_last(desk, last_edition(desk, series))
    return plan_next(last, choices, new_id=desk.new_id, rooms=rooms_known(desk, series))


def prepare_edition(desk: Desk, plan: Plan) -> Generator[Progress, None, Edition]:
    """Make an edition as planned, as one step.

    Yields its progress every few milliseconds; closed before its end, it leaves no trace. Raises
    ``ForumDeskError`` where something it was planned with has been removed since.
    """
    title = edition_title(plan.last.series, plan.edition)
    with desk.step(N_("Prepare {title}"), title=called(title)):
        yield from _checked(desk, plan)
        total, done = len(plan.records), 0
        for some in _pieces(plan.records):
            desk.put_all(some)
            done += len(some)
            yield Progress(done, total)
        return plan.edition


def _pieces(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    for at in range(0, len(records), _A_SLICE):
        yield records[at : at + _A_SLICE]


def _checked(desk: Desk, plan: Plan) -> Iterator[Progress]:
    """Make sure, bit by bit, that all is there that the plan points to and does not make."""
    if desk.count(Edition, id=plan.edition.id):
        raise _changed()
    wanted: dict[type[Record], set[str | None]] = {kind: set() for kind in _OUTSIDE}
    for kind, records in groupby(plan.records, key=type):
        fields = [r for r in references_of(kind) if r.to in wanted]
        for record in records:
            for reference in fields:
                wanted[reference.to].add(getattr(record, reference.field))
    for kind, ids in wanted.items():
        sought = sorted(ids - {None, plan.edition.id}, key=str)
        for at in range(0, len(sought), _SOUGHT):
            some = sought[at : at + _SOUGHT]
            if desk.count(kind, id=some) != len(some):
                raise _changed()
            yield Progress(0, len(plan.records))


def _changed() -> ForumDeskError:
    return ForumDeskError(
        N_("Something has changed since the preview was made; look at it again. Nothing was made.")
    )
