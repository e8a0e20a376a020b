# SPDX-License-Identifier: MIT
"""How an edition was attended: by side, by organization, who stayed away, who came last time."""

from __future__ import annotations

from forumdesk.domain.agenda import Session
from forumdesk.domain.attendance import (
    NOBODY,
    Attendee,
    Count,
    Group,
    Returning,
    counted,
    edition_before,
    returning,
    total,
    with_erased,
)
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.lateness import lateness
from forumdesk.domain.people import Erasure, Organization, Person
from forumdesk.domain.values import frozen

Sided = tuple[Side | None, Count]
Bodied = tuple[Organization | None, Count]


@frozen
class Turnout:
    """The attendance of an edition. ``None`` stands for no side, or no organization.

    ``erased`` are how many of the total are persons who were erased since. ``returning`` are
    those who came to the edition ``before``, if there was one.
    """

    edition: Edition
    total: Count
    sides: tuple[Sided, ...]
    organizations: tuple[Bodied, ...]
    no_shows: tuple[Attendee, ...]
    erased: int = 0
    before: Edition | None = None
    returning: tuple[Returning, ...] = ()


def turnout(desk: Desk, edition_id: str) -> Turnout:
    """The attendance of an edition as it is; raises ``ForumDeskError`` if there is none such."""
    edition = desk.get(Edition, edition_id)
    everybody = desk.attendees(edition_id)
    late = lateness(edition, desk.find(Session, edition=edition_id))
    erasures = desk.find(Erasure, edition=edition_id)
    by_side = with_erased(counted(everybody, _side, late), erasures)
    before = edition_before(edition, desk.find(Edition, series=edition.series))
    past = returning(everybody, desk.attendees(before.id)) if before else []
    return Turnout(
        edition,
        total(by_side),
        _sides(desk, edition_id, by_side),
        _organizations(desk, counted(everybody, _body, late)),
        tuple(one for one in everybody if one.expected and one.entry is None),
        len(erasures),
        before,
        tuple(past),
    )


def _side(one: Attendee) -> Group:
    return one.side


def _body(one: Attendee) -> Group:
    return one.organization


def _sides(desk: Desk, edition: str, counts: dict[Group, Count]) -> tuple[Sided, ...]:
    """Every side in its order, and those without one if there are any."""
    known = desk.find(Side, edition=edition)
    lines: list[Sided] = [(side, counts.get(side.id, NOBODY)) for side in known]
    if None in counts:
        lines.append((None, counts[None]))
    return tuple(lines)


def _organizations(desk: Desk, counts: dict[Group, Count]) -> tuple[Bodied, ...]:
    """Those with the most expected first."""
    known = {body.id: body for body in desk.find(Organization, id=[key for key in counts if key])}
    lines = [(known.get(key or ""), count) for key, count in counts.items()]
    return tuple(sorted(lines, key=lambda line: (-line[1].expected, -line[1].present)))


def names_in(desk: Desk, attendees: tuple[Attendee, ...]) -> dict[str, Person]:
    """The persons of some attendees by id, read at once."""
    ids = [one.person for one in attendees if one.person]
    return {person.id: person for person in desk.find(Person, id=ids)}
