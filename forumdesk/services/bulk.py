# SPDX-License-Identifier: MIT
"""The same for many participants at once, as one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forumdesk.domain.desk import Desk
from forumdesk.domain.ids import ParticipationId, RosterColumn
from forumdesk.domain.people import Participation
from forumdesk.domain.progress import Progress
from forumdesk.domain.words import N_
from forumdesk.services import invitations
from forumdesk.services._removing import remove_whole
from forumdesk.services._roster_values import Changes, known_organization, meant
from forumdesk.services._writing import change

EVERY = 20  # participants between two signs of life
_OWN = ("office", "badge-name", "consent-list", "consent-photo", "consent-contact")


def set_for_participants(
    desk: Desk, participations: Sequence[ParticipationId], column: RosterColumn, text: str
) -> Iterator[Progress]:
    """Take over what was typed for a column in every one of these; who has it already keeps it."""
    ids = list(dict.fromkeys(participations))
    with desk.step(N_("Change {count} participants"), count=len(ids)):
        changes: Changes | None = None
        for number, id_ in enumerate(ids):
            if number % EVERY == 0:
                yield Progress(number, len(ids))
            record = desk.get(Participation, id_)
            if changes is None or _is_own(column):
                changes = meant(desk, record, column, text)
            _take(desk, record, changes)


def count_having(
    desk: Desk, participations: Sequence[ParticipationId], column: RosterColumn, text: str
) -> int:
    """How many of these have already what was typed for a column; changes nothing.

    Raises ``ForumDeskError`` for what ``set_for_participants`` would refuse.
    """
    ids = list(dict.fromkeys(participations))
    if not ids:
        return 0
    first = desk.get(Participation, ids[0])
    if column == "organization" and text.strip():
        known = known_organization(desk, text)
        return desk.count(Participation, id=ids, organization=known) if known else 0
    changes = meant(desk, first, column, text)
    if not _is_own(column):
        return desk.count(Participation, id=ids, **changes)
    records = desk.find(Participation, id=ids)
    return sum(_has(record, meant(desk, record, column, text)) for record in records)


def remove_participants(
    desk: Desk, participations: Sequence[ParticipationId]
) -> Iterator[Progress]:
    """Remove people from an edition with their parts; refused as a whole if one is needed."""
    ids = list(dict.fromkeys(participations))
    with desk.step(N_("Remove {count} participants"), count=len(ids)):
        for number, id_ in enumerate(ids):
            if number % EVERY == 0:
                yield Progress(number, len(ids))
            remove_whole(desk, desk.get(Participation, id_))


def _is_own(column: str) -> bool:
    """Whether what a text means follows from the participation as well."""
    return column.partition(".")[0] in _OWN


def _has(record: Participation, changes: Changes) -> bool:
    return all(getattr(record, field) == value for field, value in changes.items())


def _take(desk: Desk, record: Participation, changes: Changes) -> None:
    if _has(record, changes):
        return
    if status := changes.get("status"):
        invitations.set_status(desk, record.id, status, desk.now().date())
    else:
        change(desk, record, changes)
