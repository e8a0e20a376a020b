# SPDX-License-Identifier: MIT
"""What services share when they write: checked records, order, and names for the labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from forumdesk.domain.agenda import Session
from forumdesk.domain.agreements import leads_to
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.naming import name_text
from forumdesk.domain.outcomes import Agreement, Commitment, Original, Party, Report, Signatory
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.records import Record
from forumdesk.domain.references import owner_of, references_of
from forumdesk.domain.validity import changed, having, tidied
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_

R = TypeVar("R", bound=Record)

NAMELESS = "…"  # what stands in a label for what has no name yet


def keep(desk: Desk, record: R) -> R:
    """Write a record after making sure that it is valid and that all it points to fits."""
    tidy = tidied(record)
    _check_references(desk, tidy)
    desk.put(tidy)
    return tidy


def add(desk: Desk, kind: type[R], fields: Mapping[str, object], /, **given: object) -> R:
    """Write a new record: its owner and whatever else is ``given``, the other ``fields``."""
    make: Callable[..., R] = kind
    return keep(desk, changed(make(id=desk.new_id(), **given), fields))


def change(desk: Desk, record: R, changes: Mapping[str, object]) -> R:
    """Write a record with some fields changed."""
    return keep(desk, changed(record, changes))


def next_position(desk: Desk, kind: type[Record], **owner: object) -> int:
    """The position after the last of an owner's records."""
    return 1 + max((r.position for r in desk.find(kind, **owner)), default=-1)  # type: ignore[union-attr]


def reorder(desk: Desk, records: Sequence[R], ids: Sequence[str]) -> list[R]:
    """Write positions so that ``ids`` come first, in this order, and the others follow.

    Raises ``ForumDeskError`` if an id is not among the records, or there twice.
    """
    by_id = {record.id: record for record in records}
    for n, wanted in enumerate(ids):
        if wanted not in by_id or wanted in ids[:n]:
            raise ForumDeskError(N_("The new order names something that is not in the list."))
    first = [by_id[wanted] for wanted in ids]
    rest = [record for record in records if record.id not in set(ids)]
    placed = [having(record, {"position": n}) for n, record in enumerate([*first, *rest])]
    for record in placed:
        if record != by_id[record.id]:
            desk.put(record)
    return placed


def called(text: Text) -> Text | str:
    """A title as it stands in a label."""
    return text or NAMELESS


def person_called(person: Person) -> Text | str:
    """A person's name as it stands in a label."""
    return called(name_text(person))


def participant_called(desk: Desk, participation: Participation) -> Text | str:
    """The name of a participant, or of the organization whose seat it is."""
    if participation.person is not None:
        return person_called(desk.get(Person, participation.person))
    return called(desk.get(Organization, participation.organization or "").name)


def edition_of(desk: Desk, record: Record) -> str | None:
    """The edition that a record belongs to; ``None`` for what belongs to none."""
    if isinstance(record, Edition):
        return record.id
    owner = owner_of(type(record))
    if owner is None:
        return None
    return edition_of(desk, desk.get(owner.to, getattr(record, owner.field)))


def _check_references(desk: Desk, record: Record) -> None:
    """All that a record points to is there, and of one edition."""
    editions: set[str] = set()
    targets: dict[str, Any] = {}
    for reference in references_of(type(record)):
        target = getattr(record, reference.field)
        if target is None:
            continue
        targets[reference.field] = desk.get(reference.to, target)
        if reference.across:
            continue
        # A report says in which edition a commitment was heard of, not where it was made.
        edition = edition_of(desk, targets[reference.field])
        editions |= {edition} if edition else set()
    if len(editions) > 1:
        raise ForumDeskError(N_("What belongs together must be of the same edition."))
    _check_nesting(desk, record, targets)
    _check_outcome(desk, record, targets)


def _check_nesting(desk: Desk, record: Record, targets: Mapping[str, Any]) -> None:
    if isinstance(record, Session) and "parent" in targets:
        parent: Session = targets["parent"]
        if parent.id == record.id:
            raise ForumDeskError(N_("“{title}” can't hold itself."), title=called(record.title))
        if parent.parent is not None:
            raise ForumDeskError(
                N_("“{title}” is an item itself and can't have items."), title=called(parent.title)
            )
        if desk.count(Session, parent=record.id):
            raise ForumDeskError(
                N_("“{title}” has items and can't be one."), title=called(record.title)
            )
    if isinstance(record, Session) and "follows" in targets:
        _check_following(desk, record, targets["follows"])
    if isinstance(record, Organization):
        _check_parents(desk, record)


def _check_following(desk: Desk, session: Session, leader: Session) -> None:
    """A session follows one beside it, and never, through others, itself."""
    if leader.parent != session.parent:
        raise ForumDeskError(
            N_("“{title}” can't follow “{other}”: one of them is inside another session."),
            title=called(session.title),
            other=called(leader.title),
        )
    before: Session | None = leader
    while before is not None:
        if before.id == session.id:
            raise ForumDeskError(
                N_("“{title}” can't follow “{other}”, which follows it."),
                title=called(session.title),
                other=called(leader.title),
            )
        before = desk.get(Session, before.follows) if before.follows else None


def _check_parents(desk: Desk, organization: Organization) -> None:
    above = organization.parent
    while above is not None:
        if above == organization.id:
            raise ForumDeskError(
                N_("“{name}” can't stand above itself."), name=called(organization.name)
            )
        above = desk.get(Organization, above).parent


def _check_outcome(desk: Desk, record: Record, targets: Mapping[str, Any]) -> None:
    match record:
        case Signatory() | Original():
            party: Party | None = targets.get("party") or targets.get("keeper")
            if party is not None and party.agreement != record.agreement:
                raise ForumDeskError(N_("This organization is party to another agreement."))
        case Agreement():
            _check_succession(desk, record, targets)
        case Commitment(edition=str(edition)):
            _same_series(desk, record.series, edition)
        case Report():
            _same_series(desk, targets["commitment"].series, record.edition)


def _check_succession(desk: Desk, agreement: Agreement, targets: Mapping[str, Any]) -> None:
    """An agreement amends or replaces earlier ones of its series, never, through others, itself."""
    series = desk.get(Edition, agreement.edition).series
    for field in ("amends", "replaces"):
        other: Agreement | None = targets.get(field)
        if other is None:
            continue
        if desk.get(Edition, other.edition).series != series:
            raise ForumDeskError(
                N_("“{title}” and “{other}” are of different series."),
                title=called(agreement.title),
                other=called(other.title),
            )
        known = {one.id: one for one in desk.find(Agreement)}
        if leads_to(known, [other.id], agreement.id):
            raise ForumDeskError(
                N_("“{title}” can't come after “{other}”, which itself comes after it."),
                title=called(agreement.title),
                other=called(other.title),
            )


def _same_series(desk: Desk, series: str, edition: str) -> None:
    if desk.get(Edition, edition).series != series:
        raise ForumDeskError(N_("A commitment stays within its series."))
