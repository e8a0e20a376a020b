# SPDX-License-Identifier: MIT
"""How many may come: of a side, of an organization, or to the whole edition."""

from __future__ import annotations

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, Series, Side, edition_title
from forumdesk.domain.ids import EditionId, OrganizationId, SideId
from forumdesk.domain.people import Organization, Quota
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, called, change


def set_side_quota(desk: Desk, side: SideId, seats: int | None) -> Quota | None:
    """How many of a side may come; ``None`` for as many as like."""
    record = desk.get(Side, side)
    return _set(desk, record.edition, seats, called(record.name), side=side)


def set_organization_quota(
    desk: Desk, edition: EditionId, organization: OrganizationId, seats: int | None
) -> Quota | None:
    """How many of an organization, those under it included, may come to an edition."""
    name = called(desk.get(Organization, organization).name)
    desk.get(Edition, edition)
    return _set(desk, edition, seats, name, organization=organization)


def set_edition_quota(desk: Desk, edition: EditionId, seats: int | None) -> Quota | None:
    """How many may come to an edition in all."""
    record = desk.get(Edition, edition)
    title = called(edition_title(desk.get(Series, record.series), record))
    return _set(desk, edition, seats, title, side=None, organization=None)


def _set(
    desk: Desk, edition: str, seats: int | None, name: Text | str, **of: str | None
) -> Quota | None:
    """One quota for each thing; setting it again changes it, ``None`` takes it away."""
    if seats is not None and seats < 0:
        raise ForumDeskError(N_("{seats} seats can't be."), seats=seats)
    where = {"side": None, "organization": None, **of}
    known = desk.find(Quota, edition=edition, **where)
    with desk.step(N_("Set the quota of {name}"), name=name):
        for extra in known if seats is None else known[1:]:
            remove_whole(desk, extra)
        if seats is None:
            return None
        if known:
            return change(desk, known[0], {"seats": seats})
        return add(desk, Quota, {}, edition=edition, seats=seats, **where)
