# SPDX-License-Identifier: MIT
"""Adding things to an edition by typing what they are called, in whichever language."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Host, Room, Side, Track
from forumdesk.domain.ids import EditionId
from forumdesk.domain.places import Vehicle
from forumdesk.domain.words import N_
from forumdesk.services import editions, people, vehicles
from forumdesk.services._typed_texts import organization_called, text_of


def add_host_by_name(desk: Desk, edition: EditionId, typed: str) -> Host:
    """The organization of this name hosts the edition; one that is not known yet is added.

    Names and short names in any language count, case, accents and spaces set aside; of several
    organizations of one name the one entered first is meant.
    """
    name = text_of(desk, edition, typed)
    with desk.step(N_("Add host {name}"), name=name):
        known = organization_called(desk, typed)
        organization = known or people.add_organization(desk, name, {})
        return editions.add_host(desk, edition, organization.id, {})


def add_room_by_name(desk: Desk, edition: EditionId, typed: str) -> Room:
    """A new room of this name."""
    return editions.add_room(desk, edition, text_of(desk, edition, typed), {})


def add_track_by_name(desk: Desk, edition: EditionId, typed: str) -> Track:
    """A new track of this name."""
    return editions.add_track(desk, edition, text_of(desk, edition, typed), {})


def add_side_by_name(desk: Desk, edition: EditionId, typed: str) -> Side:
    """A new side of this name."""
    return editions.add_side(desk, edition, text_of(desk, edition, typed), {})


def add_vehicle_by_name(desk: Desk, edition: EditionId, typed: str) -> Vehicle:
    """A new car of this name."""
    return vehicles.add_vehicle(desk, edition, text_of(desk, edition, typed), {})
