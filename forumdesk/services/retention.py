# SPDX-License-Identifier: MIT
"""Keeping what is known of people longer, once somebody has looked at them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.ids import PersonId
from forumdesk.domain.people import Person
from forumdesk.domain.words import N_
from forumdesk.services._writing import change


def keep_longer(desk: Desk, persons: Sequence[PersonId], until: date) -> list[Person]:
    """Keep some people until a later day; each is to be reviewed again then."""
    records = [desk.get(Person, one) for one in dict.fromkeys(persons)]
    if not records:
        raise ForumDeskError(N_("Say who is to be kept."))
    with desk.step(
        N_("Keep {count:,} people until {day}"), count=len(records), day=until.isoformat()
    ):
        return [change(desk, record, {"keep_until": until}) for record in records]


def a_year_on(day: date) -> date:
    """The same day of the next year; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
