# SPDX-License-Identifier: MIT
"""The next edition of a series, made of its last one: first a plan, then one step."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from itertools import groupby

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Room, Series, edition_title
from forumdesk.domain.ids import SeriesId
from forumdesk.domain.outcomes import Commitment
from forumdesk.domain.people import Organization, Person
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
# What a plan points to that it does not make itself.
_OUTSIDE: tuple[type[Record], ...] = (Series, Edition, Organization, Person, Commitment)


def last_edition(desk: Desk, series: SeriesId) -> Edition:
    """The edition that the next one is made of: the one of the highest number, then the latest."""
    editions = desk.find(Edition, series=series)
    if not editions:
        raise ForumDeskError(
            N_("“{title}” has no edition yet that a next one could be made of."),
            title=called(desk.get(Series, series).title),
        )
    return max(editions, key=lambda e: (e.number or 0, e.first_day or date.min, e.id))


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
        _check_there(desk, plan)
        total, done = len(plan.records), 0
        for some in _pieces(plan.records):
            desk.put_all(some)
            done += len(some)
            yield Progress(done, total)
        return plan.edition


def _pieces(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    for at in range(0, len(records), _A_SLICE):
        yield records[at : at + _A_SLICE]


def _check_there(desk: Desk, plan: Plan) -> None:
    """All that the plan points to is still there, and the edition has not been made by it."""
    wanted: dict[type[Record], set[str]] = {kind: set() for kind in _OUTSIDE}
    for kind, records in groupby(plan.records, key=type):
        fields = [r for r in references_of(kind) if r.to in wanted]
        for record in records:
            for reference in fields:
                wanted[reference.to].add(getattr(record, reference.field))
    own = {record.id for record in plan.records} | {None}
    there = all(
        desk.count(kind, id=sorted(ids - own)) == len(ids - own) for kind, ids in wanted.items()
    )
    if not there or desk.count(Edition, id=plan.edition.id):
        raise ForumDeskError(
            N_(
                "Something has changed since the preview was made; look at it again."
                " Nothing was made."
            )
        )
