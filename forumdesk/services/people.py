# SPDX-License-Identifier: MIT
"""The persons and organizations of the file, and their pictures.

Who or what is still needed somewhere (takes part, hosts, signed, answers for a commitment) is
not removed: the request is refused with a sentence that says where.
"""

from __future__ import annotations

from collections.abc import Mapping

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.ids import (
    ImageId,
    OrganizationChanges,
    OrganizationId,
    PersonChanges,
    PersonId,
)
from forumdesk.domain.people import Image, Names, Organization, Person
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._pictures import drop_unused
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, called, change, person_called

_MEDIA_TYPES: Mapping[bytes, str] = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}


def add_person(desk: Desk, names: Names, fields: PersonChanges) -> Person:
    """A new person; two people may share a name."""
    with desk.step(N_("Add {name}"), name=person_called(Person("", names))):
        return add(desk, Person, fields, names=names)


def change_person(desk: Desk, person: PersonId, changes: PersonChanges) -> Person:
    """New values of some fields of a person; a photo replaced and used nowhere else goes."""
    record = desk.get(Person, person)
    with desk.step(N_("Change {name}"), name=person_called(record)):
        after = change(desk, record, changes)
        drop_unused(desk, record.photo)
        return after


def remove_person(desk: Desk, person: PersonId) -> None:
    """Remove a person who takes part nowhere and answers for nothing, with the photo."""
    record = desk.get(Person, person)
    with desk.step(N_("Remove {name}"), name=person_called(record)):
        remove_whole(desk, record)
        drop_unused(desk, record.photo)


def add_organization(desk: Desk, name: Text, fields: OrganizationChanges) -> Organization:
    """A new organization."""
    with desk.step(N_("Add {name}"), name=called(name)):
        return add(desk, Organization, fields, name=name)


def change_organization(
    desk: Desk, organization: OrganizationId, changes: OrganizationChanges
) -> Organization:
    """New values of some fields of an organization; a logo replaced and used nowhere else goes."""
    record = desk.get(Organization, organization)
    with desk.step(N_("Change {name}"), name=called(record.name)):
        after = change(desk, record, changes)
        drop_unused(desk, record.logo)
        return after


def remove_organization(desk: Desk, organization: OrganizationId) -> None:
    """Remove an organization that is needed nowhere; those under it stand alone then."""
    record = desk.get(Organization, organization)
    with desk.step(N_("Remove {name}"), name=called(record.name)):
        remove_whole(desk, record)
        drop_unused(desk, record.logo)


def add_image(desk: Desk, data: bytes, size: tuple[int, int]) -> Image:
    """A picture, re-encoded as PNG or JPEG without metadata before; ``size`` in pixels."""
    width, height = size
    media_type = next((m for mark, m in _MEDIA_TYPES.items() if data.startswith(mark)), "")
    if not media_type:
        raise ForumDeskError(N_("The picture is neither PNG nor JPEG; nothing was added."))
    with desk.step(N_("Add picture")):
        return add(desk, Image, {}, media_type=media_type, width=width, height=height, data=data)


def remove_image(desk: Desk, image: ImageId) -> None:
    """Remove a picture; whoever has it as photo or logo loses it."""
    record = desk.get(Image, image)
    with desk.step(N_("Remove picture")):
        remove_whole(desk, record)
