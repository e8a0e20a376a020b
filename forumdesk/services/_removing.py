# SPDX-License-Identifier: MIT
"""Removing a record with all that hangs on it, as ``domain.references`` declares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.outcomes import Agreement, Commitment, CommitmentOwner, Party, Signatory
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.records import KINDS, Record
from forumdesk.domain.references import Reference, Tie, references_of, references_to
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase
from forumdesk.services._writing import called, edition_of, participant_called, person_called

Records = dict[type[Any], dict[str, Any]]


def remove_whole(desk: Desk, record: Record) -> None:
    """Remove a record and what belongs to it; what merely points to it lets go.

    Raises ``ForumDeskError`` if something that stays needs one of the records that go.
    """
    going = _going(desk, record)
    for kind, records in going.items():
        for reference in references_to(kind):
            staying = _pointing(desk, reference, records, going)
            if staying and reference.tie is Tie.NEEDED:
                raise _needed(desk, records[getattr(staying[0], reference.field)], staying[0])
            for holder in staying:
                # Read again: an earlier reference of the same record may have let go already.
                fresh = desk.get(reference.kind, holder.id)
                desk.put(replace(fresh, **{reference.field: None}))
    for kind in reversed(KINDS):
        for gone in _pointing_first(going.get(kind, {})):
            desk.remove(kind, gone.id)


def _going(desk: Desk, record: Record) -> Records:
    going: Records = defaultdict(dict)
    waiting: Records = {type(record): {record.id: record}}
    while waiting:
        kind, records = waiting.popitem()
        going[kind].update(records)
        for reference in references_to(kind):
            if reference.tie in (Tie.OWNER, Tie.FOLLOWS):
                for found in _pointing(desk, reference, records, going):
                    waiting.setdefault(reference.kind, {})[found.id] = found
    return going


def _pointing(desk: Desk, reference: Reference, to: Iterable[str], going: Records) -> list[Any]:
    found = desk.find(reference.kind, **{reference.field: list(to)})
    return [record for record in found if record.id not in going.get(reference.kind, {})]


def _pointing_first(records: Mapping[str, Any]) -> list[Any]:
    """Records each before those of the same kind that it points to: items before sessions."""
    kind = type(next(iter(records.values()), None))
    fields = [r.field for r in references_of(kind) if r.to is kind]
    left, order = dict(records), []
    while left:
        pointed_at = {getattr(record, field) for record in left.values() for field in fields}
        free = [one for one in left if one not in pointed_at] or list(
            left
        )  # a circle: as they come
        order += [left.pop(one) for one in sorted(free)]
    return order


def _needed(desk: Desk, wanted: Record, by: Record) -> ForumDeskError:
    return ForumDeskError(
        N_("“{name}” is still needed ({where}); remove it there first. Nothing was changed."),
        name=_name(desk, wanted),
        where=_where(desk, by),
    )


def _name(desk: Desk, record: Record) -> Text | str:
    if isinstance(record, Participation):
        return participant_called(desk, record)
    if isinstance(record, Person):
        return person_called(record)
    return called(desk.get(Organization, record.id).name)


def _where(desk: Desk, record: Record) -> Text | Phrase | str:
    """The place a user would look for a record: its agreement, commitment, edition or series."""
    if isinstance(record, (Party, Signatory)):
        title = desk.get(Agreement, record.agreement).title
        return Phrase.of(N_("agreement “{title}”"), title=called(title))
    if isinstance(record, CommitmentOwner):
        commitment = desk.get(Commitment, record.commitment)
        title = commitment.title or commitment.text
        return Phrase.of(N_("commitment “{title}”"), title=called(title))
    edition_id = edition_of(desk, record)
    if edition_id is None:
        return called(desk.get(Series, record.series).title)  # type: ignore[union-attr]
    edition = desk.get(Edition, edition_id)
    return called(edition_title(desk.get(Series, edition.series), edition))
