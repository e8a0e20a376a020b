# SPDX-License-Identifier: MIT
"""The cars of an edition's motorcade, and who rides in which.

``fields`` and ``changes`` are new values by field name; what does not fit is refused with a
``ForumDeskError``, and then nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import EditionId, ParticipationId, RiderId, VehicleChanges, VehicleId
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.domain.wording import Text, one_line
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._typed_people import participants_called
from forumdesk.services._writing import (
    add,
    called,
    change,
    next_position,
    participant_called,
    reorder,
)


def add_vehicle(desk: Desk, edition: EditionId, name: Text, fields: VehicleChanges) -> Vehicle:
    """A new car of an edition, after the others."""
    desk.get(Edition, edition)
    given = {"position": next_position(desk, Vehicle, edition=edition), **fields}
    with desk.step(N_("Add car “{name}”"), name=called(name)):
        return add(desk, Vehicle, given, edition=edition, name=name)


def change_vehicle(desk: Desk, vehicle: VehicleId, changes: VehicleChanges) -> Vehicle:
    """New values of some fields of a car."""
    record = desk.get(Vehicle, vehicle)
    with desk.step(N_("Change car “{name}”"), name=called(record.name)):
        return change(desk, record, changes)


def remove_vehicle(desk: Desk, vehicle: VehicleId) -> None:
    """Remove a car; who rode in it still takes part."""
    record = desk.get(Vehicle, vehicle)
    with desk.step(N_("Remove car “{name}”"), name=called(record.name)):
        remove_whole(desk, record)


def order_vehicles(desk: Desk, edition: EditionId, vehicles: Sequence[VehicleId]) -> list[Vehicle]:
    """The cars in a new order; those not named follow."""
    desk.get(Edition, edition)
    with desk.step(N_("Reorder the cars")):
        return reorder(desk, desk.find(Vehicle, edition=edition), vehicles)


def add_rider(desk: Desk, vehicle: VehicleId, participation: ParticipationId) -> Rider:
    """A participant rides in a car, after those already in it; nobody twice in one."""
    record = desk.get(Vehicle, vehicle)
    name = participant_called(desk, desk.get(Participation, participation))
    if desk.count(Rider, vehicle=vehicle, participation=participation):
        raise ForumDeskError(
            N_("{name} rides in “{car}” already."), name=name, car=called(record.name)
        )
    given = {"position": next_position(desk, Rider, vehicle=vehicle)}
    with desk.step(N_("Put {name} into “{car}”"), name=name, car=called(record.name)):
        return add(desk, Rider, given, vehicle=vehicle, participation=participation)


def add_rider_by_name(desk: Desk, vehicle: VehicleId, typed: str) -> Rider:
    """The participant of exactly this name (case, accents and spaces set aside) rides in a car.

    Of several of one name the first who is in no car yet is meant.
    """
    record = desk.get(Vehicle, vehicle)
    typed = one_line(typed)
    found = participants_called(desk, record.edition, typed) if typed else []
    if not found:
        raise ForumDeskError(N_("Nobody in this edition is called “{name}”."), name=typed)
    with desk.step(N_("Put {name} into “{car}”"), name=typed, car=called(record.name)):
        free = [one for one in found if not desk.count(Rider, participation=one.id)]
        return add_rider(desk, vehicle, (free or found)[0].id)


def order_riders(desk: Desk, vehicle: VehicleId, riders: Sequence[RiderId]) -> list[Rider]:
    """The riders of a car in a new order, the first is whose it is; those not named follow."""
    record = desk.get(Vehicle, vehicle)
    with desk.step(N_("Reorder the riders of “{car}”"), car=called(record.name)):
        return reorder(desk, desk.find(Rider, vehicle=vehicle), riders)


def remove_rider(desk: Desk, rider: RiderId) -> None:
    """Somebody no longer rides in a car."""
    record = desk.get(Rider, rider)
    car = desk.get(Vehicle, record.vehicle)
    with desk.step(
        N_("Take {name} out of “{car}”"), name=_called(desk, record), car=called(car.name)
    ):
        remove_whole(desk, record)


def _called(desk: Desk, rider: Rider) -> object:
    return participant_called(desk, desk.get(Participation, rider.participation))
