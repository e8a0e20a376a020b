# SPDX-License-Identifier: MIT
"""Who takes part in an edition: in which office, of which side, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import (
    EditionId,
    OrganizationId,
    ParticipationChanges,
    ParticipationId,
    PersonId,
)
from forumdesk.domain.inviting import standing
from forumdesk.domain.people import Invitation, Organization, Participation, Person
from forumdesk.domain.validity import changed
from forumdesk.domain.words import N_
from forumdesk.services._guests import today
from forumdesk.services._numbering import next_number
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, called, keep, participant_called, person_called


def add_participation(
    desk: Desk, edition: EditionId, person: PersonId, fields: ParticipationChanges
) -> Participation:
    """A person at an edition; office and organization are those held then."""
    desk.get(Edition, edition)
    name = person_called(desk.get(Person, person))
    with desk.step(N_("Add participant {name}"), name=name):
        return _added(desk, edition, {"person": person, **fields})


def add_seat(
    desk: Desk, edition: EditionId, organization: OrganizationId, fields: ParticipationChanges
) -> Participation:
    """The seat of an organization at an edition, the name to follow."""
    desk.get(Edition, edition)
    name = called(desk.get(Organization, organization).name)
    with desk.step(N_("Add a seat for {name}"), name=name):
        return _added(desk, edition, {"organization": organization, **fields})


def change_participation(
    desk: Desk, participation: ParticipationId, changes: ParticipationChanges
) -> Participation:
    """New values of some fields of a participation; the status it had stays in its history."""
    record = desk.get(Participation, participation)
    with desk.step(N_("Change participant {name}"), name=participant_called(desk, record)):
        after = changed(record, changes)
        if after.status is record.status or "history" in changes:
            return keep(desk, after)
        on = after.status_on if "status_on" in changes else today(desk, record.edition)
        before = replace(after, status=record.status, status_on=record.status_on)
        return keep(desk, standing(before, after.status, on))


def set_status(
    desk: Desk, participation: ParticipationId, status: Invitation, on: date | None
) -> Participation:
    """How far an invitation has come, and the day it did; what it was before is remembered."""
    record = desk.get(Participation, participation)
    with desk.step(N_("Set status of {name}"), name=participant_called(desk, record)):
        return keep(desk, standing(record, status, on))


def set_statuses(
    desk: Desk, participations: Sequence[ParticipationId], status: Invitation, on: date | None
) -> list[Participation]:
    """How far several invitations have come, in one step."""
    records = [desk.get(Participation, id_) for id_ in dict.fromkeys(participations)]
    with desk.step(N_("Set status of several participants")):
        return [keep(desk, standing(record, status, on)) for record in records]


def remove_participation(desk: Desk, participation: ParticipationId) -> None:
    """Remove somebody from an edition with their parts; refused for who signs an agreement."""
    record = desk.get(Participation, participation)
    with desk.step(N_("Remove participant {name}"), name=participant_called(desk, record)):
        remove_whole(desk, record)


def _added(desk: Desk, edition: str, fields: Mapping[str, object]) -> Participation:
    numbered = {"number": next_number(desk, edition), **fields}
    return add(desk, Participation, numbered, edition=edition)
