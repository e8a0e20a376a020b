# SPDX-License-Identifier: MIT
"""What is done with a series over the years: its next edition put down, its editions renumbered."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.chronicle import in_time
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.forum import Edition, HostRole, Series, SeriesHost
from forumdesk.domain.ids import EditionChanges, EditionId, OrganizationId, SeriesId
from forumdesk.domain.numbering import counted_on
from forumdesk.domain.words import N_
from forumdesk.services import people
from forumdesk.services._typed_texts import organization_called, text_for
from forumdesk.services._writing import called, change
from forumdesk.services.editions import add_edition, add_host, set_series_hosts


def plan_edition(
    desk: Desk, series: SeriesId, fields: EditionChanges, hosts: Sequence[OrganizationId]
) -> Edition:
    """A new edition with its hosts in their turn: the first one hosts, the others co-host."""
    owner = desk.get(Series, series)
    with desk.step(N_("Add edition of “{title}”"), title=called(owner.title)):
        made = add_edition(desk, series, fields)
        for n, host in enumerate(dict.fromkeys(hosts)):
            add_host(desk, made.id, host, {"role": HostRole.CO_HOST if n else HostRole.HOST})
        return made


def renumber_editions(desk: Desk, edition: EditionId, number: int) -> list[Edition]:
    """Give an edition a number, and those after it in time the numbers that follow.

    Versions that were published keep the numbers they were printed with. Raises
    ``ForumDeskError`` if a number is below one.
    """
    record = desk.get(Edition, edition)
    owner = desk.get(Series, record.series)
    ordered = in_time(desk.find(Edition, series=record.series))
    if number < 1:
        raise ForumDeskError(N_("Editions are numbered from 1. Nothing was changed."))
    with desk.step(N_("Renumber editions of “{title}”"), title=called(owner.title)):
        return [
            one if one.number == wanted else change(desk, one, {"number": wanted})
            for one, wanted in counted_on(ordered, record, number)
        ]


def add_series_host_by_name(desk: Desk, series: SeriesId, typed: str) -> list[SeriesHost]:
    """The organization of this name hosts the series, after the others; a new one is added.

    Names and short names in any language count, case, accents and spaces set aside.
    """
    owner = desk.get(Series, series)
    name = text_for(owner, typed)
    with desk.step(
        N_("Add {host} to the hosts of “{title}”"), host=name, title=called(owner.title)
    ):
        body = organization_called(desk, typed) or people.add_organization(desk, name, {})
        there = [host.organization for host in desk.find(SeriesHost, series=series)]
        return set_series_hosts(desk, series, [*there, body.id])
