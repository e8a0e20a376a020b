# SPDX-License-Identifier: MIT
"""An edition as far as guests, seats and ranks are concerned: without its sessions."""

from __future__ import annotations

from datetime import date

from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Host, Series, Side
from forumdesk.domain.people import Organization, Participation, Person, Quota
from forumdesk.domain.times import zone


def guests(desk: Desk, edition: str, *, named: bool = True) -> Dossier:
    """Who takes part in an edition; ``named``: with the people, by whose names some rules order."""
    record = desk.get(Edition, edition)
    participations = tuple(desk.find(Participation, edition=edition))
    people = list(dict.fromkeys(p.person for p in participations if p.person)) if named else []
    return Dossier(
        desk.get(Series, record.series),
        record,
        hosts=tuple(desk.find(Host, edition=edition)),
        sides=tuple(desk.find(Side, edition=edition)),
        participations=participations,
        people=tuple(desk.find(Person, id=people)) if people else (),
        organizations=tuple(desk.find(Organization)),
        quotas=tuple(desk.find(Quota, edition=edition)),
    )


def today(desk: Desk, edition: str) -> date:
    """The day it is where an edition meets."""
    return desk.now().astimezone(zone(desk.get(Edition, edition).timezone)).date()
