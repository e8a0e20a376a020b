# SPDX-License-Identifier: MIT
"""Series and their editions: hosts, sides, rooms and tracks.

``fields`` and ``changes`` are new values by field name; what does not fit is refused with a
``ForumDeskError``, and then nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import (
    Edition,
    Host,
    HostRole,
    Room,
    Series,
    SeriesHost,
    Side,
    Track,
    edition_title,
)
from forumdesk.domain.ids import (
    EditionChanges,
    EditionId,
    HostChanges,
    HostId,
    OrganizationId,
    RoomChanges,
    RoomId,
    SeriesChanges,
    SeriesId,
    SideChanges,
    SideId,
    TrackChanges,
    TrackId,
)
from forumdesk.domain.people import Organization
from forumdesk.domain.recurrence import typed_rule
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._pictures import drop_unused
from forumdesk.services._removing import remove_whole
from forumdesk.services._sets import settle, settle_in_order
from forumdesk.services._writing import add, called, change, next_position, reorder


def create_series(desk: Desk, title: Text, fields: SeriesChanges) -> Series:
    """A new recurring forum; ``title`` in at least one language."""
    with desk.step(N_("Create series “{title}”"), title=called(title)):
        return add(desk, Series, _ruled(fields), title=title)


def change_series(desk: Desk, series: SeriesId, changes: SeriesChanges) -> Series:
    """New values of some fields of a series.

    A rule of recurrence is taken as people write it, and refused if no day ever comes by it.
    """
    record = desk.get(Series, series)
    with desk.step(N_("Change series “{title}”"), title=called(record.title)):
        return change(desk, record, _ruled(changes))


def set_series_hosts(
    desk: Desk, series: SeriesId, organizations: Sequence[OrganizationId]
) -> list[SeriesHost]:
    """The organizations that host a series by default, in order; earlier ones are replaced."""
    record = desk.get(Series, series)
    with desk.step(N_("Set hosts of “{title}”"), title=called(record.title)):
        return settle_in_order(
            desk,
            desk.find(SeriesHost, series=series),
            "organization",
            wanted=organizations,
            new=lambda host: add(desk, SeriesHost, {}, series=series, organization=host),
        )


def remove_series(desk: Desk, series: SeriesId) -> None:
    """Remove a series with its commitments; refused while it has editions."""
    record = desk.get(Series, series)
    if editions := desk.count(Edition, series=series):
        raise ForumDeskError(
            N_("“{title}” has editions ({count}); remove them first. Nothing was changed."),
            title=called(record.title),
            count=editions,
        )
    with desk.step(N_("Remove series “{title}”"), title=called(record.title)):
        remove_whole(desk, record)


def add_edition(desk: Desk, series: SeriesId, fields: EditionChanges) -> Edition:
    """A new edition; without a number given, the one after the highest of the series.

    It is in the series' time zone, unless another is given.
    """
    owner = desk.get(Series, series)
    numbers = [edition.number or 0 for edition in desk.find(Edition, series=series)]
    start = {"number": max(numbers, default=0) + 1, "timezone": owner.timezone}
    with desk.step(N_("Add edition of “{title}”"), title=called(owner.title)):
        return add(desk, Edition, {**start, **fields}, series=series)


def change_edition(desk: Desk, edition: EditionId, changes: EditionChanges) -> Edition:
    """New values of some fields of an edition; a cover picture used nowhere else then goes."""
    record = desk.get(Edition, edition)
    with desk.step(N_("Change “{title}”"), title=_title(desk, record)):
        after = change(desk, record, changes)
        drop_unused(desk, record.cover)
        return after


def remove_edition(desk: Desk, edition: EditionId) -> None:
    """Remove an edition and everything in it.

    Commitments made at it stay with the series; what was reported of them at it goes.
    """
    record = desk.get(Edition, edition)
    with desk.step(N_("Remove edition “{title}”"), title=_title(desk, record)):
        remove_whole(desk, record)
        drop_unused(desk, record.cover)


def set_hosts(
    desk: Desk, edition: EditionId, organizations: Sequence[OrganizationId], role: HostRole
) -> list[Host]:
    """The organizations of one role at an edition, in order; hosts of other roles stay.

    They stand where the first of the role stood, or after all others.
    """
    record = desk.get(Edition, edition)
    with desk.step(N_("Set hosts of “{title}”"), title=_title(desk, record)):
        before = desk.find(Host, edition=edition)
        hosts = settle(
            desk,
            [host for host in before if host.role is role],
            "organization",
            wanted=organizations,
            new=lambda organization: add_host(desk, edition, organization, {"role": role}),
        )
        others = [host.id for host in before if host.role is not role]
        at = next((n for n, host in enumerate(before) if host.role is role), len(others))
        order = [*others[:at], *(host.id for host in hosts), *others[at:]]
        placed = {h.id: h for h in reorder(desk, desk.find(Host, edition=edition), order)}
        return [placed[host.id] for host in hosts]


def add_host(
    desk: Desk, edition: EditionId, organization: OrganizationId, fields: HostChanges
) -> Host:
    """One more organization that hosts an edition, after the others."""
    record = desk.get(Edition, edition)
    host = desk.get(Organization, organization)
    given = {"position": next_position(desk, Host, edition=edition), **fields}
    with desk.step(
        N_("Add {host} as host of “{title}”"), host=called(host.name), title=_title(desk, record)
    ):
        return add(desk, Host, given, edition=edition, organization=organization)


def change_host(desk: Desk, host: HostId, changes: HostChanges) -> Host:
    """New values of some fields of a host."""
    record = desk.get(Host, host)
    name = called(desk.get(Organization, record.organization).name)
    with desk.step(N_("Change host {host}"), host=name):
        return change(desk, record, changes)


def remove_host(desk: Desk, host: HostId) -> None:
    """An organization no longer hosts an edition."""
    record = desk.get(Host, host)
    name = called(desk.get(Organization, record.organization).name)
    with desk.step(N_("Remove host {host}"), host=name):
        remove_whole(desk, record)


def order_hosts(desk: Desk, edition: EditionId, hosts: Sequence[HostId]) -> list[Host]:
    """Hosts in a new order; those not named follow."""
    record = desk.get(Edition, edition)
    with desk.step(N_("Reorder hosts of “{title}”"), title=_title(desk, record)):
        return reorder(desk, desk.find(Host, edition=edition), hosts)


def add_side(desk: Desk, edition: EditionId, name: Text, fields: SideChanges) -> Side:
    """A new delegation of an edition, after the others."""
    desk.get(Edition, edition)
    given = {"position": next_position(desk, Side, edition=edition), **fields}
    with desk.step(N_("Add side “{name}”"), name=called(name)):
        return add(desk, Side, given, edition=edition, name=name)


def change_side(desk: Desk, side: SideId, changes: SideChanges) -> Side:
    """New values of some fields of a side."""
    record = desk.get(Side, side)
    with desk.step(N_("Change side “{name}”"), name=called(record.name)):
        return change(desk, record, changes)


def remove_side(desk: Desk, side: SideId) -> None:
    """Remove a side; its participants stay, without one."""
    record = desk.get(Side, side)
    with desk.step(N_("Remove side “{name}”"), name=called(record.name)):
        remove_whole(desk, record)


def order_sides(desk: Desk, edition: EditionId, sides: Sequence[SideId]) -> list[Side]:
    """Sides in a new order; those not named follow."""
    record = desk.get(Edition, edition)
    with desk.step(N_("Reorder sides of “{title}”"), title=_title(desk, record)):
        return reorder(desk, desk.find(Side, edition=edition), sides)


def add_room(desk: Desk, edition: EditionId, name: Text, fields: RoomChanges) -> Room:
    """A new room of an edition, after the others."""
    desk.get(Edition, edition)
    given = {"position": next_position(desk, Room, edition=edition), **fields}
    with desk.step(N_("Add room “{name}”"), name=called(name)):
        return add(desk, Room, given, edition=edition, name=name)


def change_room(desk: Desk, room: RoomId, changes: RoomChanges) -> Room:
    """New values of some fields of a room."""
    record = desk.get(Room, room)
    with desk.step(N_("Change room “{name}”"), name=called(record.name)):
        return change(desk, record, changes)


def remove_room(desk: Desk, room: RoomId) -> None:
    """Remove a room; sessions in it lose it."""
    record = desk.get(Room, room)
    with desk.step(N_("Remove room “{name}”"), name=called(record.name)):
        remove_whole(desk, record)


def order_rooms(desk: Desk, edition: EditionId, rooms: Sequence[RoomId]) -> list[Room]:
    """Rooms in a new order; those not named follow."""
    record = desk.get(Edition, edition)
    with desk.step(N_("Reorder rooms of “{title}”"), title=_title(desk, record)):
        return reorder(desk, desk.find(Room, edition=edition), rooms)


def add_track(desk: Desk, edition: EditionId, name: Text, fields: TrackChanges) -> Track:
    """A new track of an edition, after the others."""
    desk.get(Edition, edition)
    given = {"position": next_position(desk, Track, edition=edition), **fields}
    with desk.step(N_("Add track “{name}”"), name=called(name)):
        return add(desk, Track, given, edition=edition, name=name)


def change_track(desk: Desk, track: TrackId, changes: TrackChanges) -> Track:
    """New values of some fields of a track."""
    record = desk.get(Track, track)
    with desk.step(N_("Change track “{name}”"), name=called(record.name)):
        return change(desk, record, changes)


def remove_track(desk: Desk, track: TrackId) -> None:
    """Remove a track; its sessions stay, without one."""
    record = desk.get(Track, track)
    with desk.step(N_("Remove track “{name}”"), name=called(record.name)):
        remove_whole(desk, record)


def order_tracks(desk: Desk, edition: EditionId, tracks: Sequence[TrackId]) -> list[Track]:
    """Tracks in a new order; those not named follow."""
    record = desk.get(Edition, edition)
    with desk.step(N_("Reorder tracks of “{title}”"), title=_title(desk, record)):
        return reorder(desk, desk.find(Track, edition=edition), tracks)


def _ruled(changes: SeriesChanges) -> SeriesChanges:
    """Changes whose rule of recurrence, if there is one, is one; a rule kept already stays."""
    rule = changes.get("recurrence")
    if not isinstance(rule, str):
        return changes
    return {**changes, "recurrence": typed_rule(rule)}


def _title(desk: Desk, edition: Edition) -> Text | str:
    return called(edition_title(desk.get(Series, edition.series), edition))
