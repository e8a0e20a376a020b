# SPDX-License-Identifier: MIT
"""Taking lists of people into an edition or the directory: first a plan, then one step.

The plan says what would become of each row and may be changed by hand; nobody is doubled, and
nobody is made one with somebody else unless it is sure, or somebody has said so. The same list
again adds nothing and brings in what has changed in it; what was changed here stays.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import replace

from forumdesk.domain.bulk import driven_uncollected, uncollected
from forumdesk.domain.desk import Desk
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.ids import EditionId, SeriesId
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.list_drafting import draft
from forumdesk.domain.list_known import Known
from forumdesk.domain.list_plan import Action, Plan
from forumdesk.domain.matching.doubles import Pair, affiliations, suspects
from forumdesk.domain.people import Distinction, Organization, Participation, Person
from forumdesk.domain.progress import Progress
from forumdesk.domain.versions import HeadingMap, Origin
from forumdesk.domain.wording import clean, fold
from forumdesk.domain.words import N_, Phrase
from forumdesk.services._list_taking import Taking
from forumdesk.services.editions import add_edition

_LISTS = "list:"  # how the sources of lists begin


def known_for(desk: Desk, edition: EditionId | None, name: str) -> Known:
    """What a list of this name (that of its file) is held against; see ``list_drafting.draft``.

    Drafting needs nothing else, and may go on beside the window.
    """
    if edition:
        desk.get(Edition, edition)
    return _known(desk, edition, name)


def _known(desk: Desk, edition: EditionId | None, name: str) -> Known:
    source = _source(name)
    there = desk.find(Participation, edition=edition) if edition else []
    origins: dict[str, Origin] = {}
    others: dict[str, Origin] = {}
    for origin in desk.find(Origin, table_name="person"):
        if (origin.source, origin.edition) == (source, edition or None):
            origins[origin.key] = origin
        elif origin.source.startswith(_LISTS) and origin.record:
            before = others.get(origin.key)
            if before is None or before.edition != edition:  # who is of this edition goes first
                others[origin.key] = origin
    organizations = desk.find(Organization)
    return Known(
        source=source,
        edition=edition or None,
        people={person.id: person for person in desk.find(Person)},
        participations={p.person: p for p in there if p.person},
        places=tuple(p for p in there if not p.person),
        organizations=tuple(organizations),
        sides=tuple(desk.find(Side, edition=edition)) if edition else (),
        origins=origins,
        others=others,
        affiliations=affiliations(
            organizations, desk.tally(Participation, "person", "organization")
        ),
    )


def plan_list(
    desk: Desk, edition: EditionId | None, name: str, entries: Sequence[ListEntry]
) -> Plan:
    """What would become of each row of a list; nothing is changed."""
    with uncollected():
        return draft(known_for(desk, edition, name), entries)


def import_list(
    desk: Desk,
    edition: EditionId | None,
    plan: Plan,
    *,
    headings: tuple[str, str] = ("", ""),
) -> Generator[Progress, None, ImportReport]:
    """Take a list in as planned, as one step.

    ``headings`` of the list, and what its columns were said to mean, are remembered (see
    ``remember_headings``).

    Yields its progress every few milliseconds and returns the report; closed before its end, it
    leaves no trace. Whoever calls it keeps a backup before.
    """
    count = sum(row.action is not Action.LEAVE for row in plan.rows)
    label = _label(count, attendees=bool(edition))
    with desk.step(label, count=count):
        if edition:
            desk.get(Edition, edition)
        if headings[1]:
            remember_headings(desk, *headings)
        taking = Taking(desk, edition or None, plan.source)
        work = taking.run(plan.rows, len(plan.rows), Phrase.of(label, count=count))
        return (yield from driven_uncollected(work))


def import_list_as_edition(
    desk: Desk, series: SeriesId, plan: Plan, *, headings: tuple[str, str] = ("", "")
) -> Generator[Progress, None, ImportReport]:
    """Take a list in as the next edition of a series, otherwise as ``import_list``.

    The plan is one for an edition that nobody takes part in yet (see ``plan_new_edition``).
    """
    count = sum(row.action is not Action.LEAVE for row in plan.rows)
    with desk.step(_label(count, attendees=True), count=count):
        edition = add_edition(desk, series, {})
        return (yield from import_list(desk, edition.id, plan, headings=headings))


def plan_new_edition(desk: Desk, name: str, entries: Sequence[ListEntry]) -> Plan:
    """What would become of each row of a list in an edition yet to be made."""
    return draft(_known(desk, desk.new_id(), name), entries)


def edition_of_list(desk: Desk, series: SeriesId, name: str) -> Edition | None:
    """The last edition of a series that a list of this name was taken into, if any was."""
    source = _source(name)
    editions = sorted(desk.find(Edition, series=series), key=lambda e: (e.number or 0, e.id))
    found = (e for e in reversed(editions) if desk.count(Origin, edition=e.id, source=source))
    return next(found, None)


def _source(name: str) -> str:
    return f"{_LISTS}{fold(clean(name))}"


def _label(count: int, *, attendees: bool) -> str:
    if attendees:
        return N_("Import one attendee") if count == 1 else N_("Import {count:,} attendees")
    return N_("Import one person") if count == 1 else N_("Import {count:,} people")


def remember_headings(desk: Desk, headings: str, columns: str) -> HeadingMap:
    """Remember what the columns of a list with these headings mean (see ``HeadingMap``)."""
    headings, columns = clean(headings), clean(columns)
    there = desk.find(HeadingMap, headings=headings)
    with desk.step(N_("Remember what columns mean")):
        record = (
            replace(there[0], columns=columns)
            if there
            else HeadingMap(desk.new_id(), headings, columns)
        )
        desk.put(record)
    return record


def headings_remembered(desk: Desk, headings: str) -> str:
    """What the columns of a list with these headings mean, as it was chosen; ``""`` if never."""
    there = desk.find(HeadingMap, headings=clean(headings))
    return there[0].columns if there else ""


def doubles(desk: Desk) -> tuple[Pair, ...]:
    """Pairs of persons in the directory who may be one, the likeliest first."""
    return seeking_doubles(desk)()


def seeking_doubles(desk: Desk) -> Callable[[], tuple[Pair, ...]]:
    """``doubles`` as work still to be done, which needs the file no more and may go elsewhere."""
    stands_for = desk.tally(Participation, "person", "organization")
    known = affiliations(desk.find(Organization), stands_for)
    people, apart = desk.find(Person), desk.find(Distinction)
    return lambda: suspects(people, known, apart)
