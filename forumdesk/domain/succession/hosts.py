# SPDX-License-Identifier: MIT
"""Hosts and sides in turn: who came second the last time comes first now (alternat)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from forumdesk.domain.forum import Host, HostRole, Side
from forumdesk.domain.people import Quota
from forumdesk.domain.succession.ground import Ground

LEADING = (HostRole.HOST, HostRole.CO_HOST)


def hosts_for(ground: Ground) -> tuple[Host, ...]:
    """The new hosts in order: the places stay as they were, those on them take turns.

    The alternat of treaties: who came second in the last edition's papers comes first in these.
    """
    last, choices = ground.last, ground.choices
    kept = [h for h in last.hosts if choices.sponsors or h.role is not HostRole.SPONSOR]
    leading = [host.organization for host in kept if host.role in LEADING]
    if choices.alternate:
        leading = [*leading[1:], *leading[:1]]
    turn = iter(leading)
    return tuple(
        replace(
            host,
            id=ground.new_id(),
            edition=ground.edition.id,
            organization=next(turn) if host.role in LEADING else host.organization,
        )
        for host in kept
    )


def sides_for(ground: Ground, hosts: tuple[Host, ...]) -> dict[str, Side]:
    """The new sides by the ids of the old ones, in order: as their hosts, else in turn."""
    sides = list(ground.last.sides)
    if ground.choices.alternate:
        place = {host.organization: n for n, host in enumerate(hosts)}
        if all(side.organization in place for side in sides):
            sides.sort(key=lambda side: place[side.organization or ""])
        else:
            sides = [*sides[1:], *sides[:1]]
    edition, new_id = ground.edition.id, ground.new_id
    return {
        side.id: replace(side, id=new_id(), edition=edition, position=n)
        for n, side in enumerate(sides)
    }


def quotas_for(ground: Ground, sides: Mapping[str, Side]) -> tuple[Quota, ...]:
    """The seats of each side and organization, and of the whole edition."""
    if not ground.choices.quotas:
        return ()
    return tuple(
        replace(
            quota,
            id=ground.new_id(),
            edition=ground.edition.id,
            side=sides[quota.side].id if quota.side else None,
        )
        for quota in ground.last.quotas
    )
