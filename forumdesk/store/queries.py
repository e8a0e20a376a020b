# SPDX-License-Identifier: MIT
"""Reading for screens and paper."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.naming import suggested
from forumdesk.domain.people import Participation, Person
from forumdesk.domain.reading import dossier, whole_dossier

__all__ = ["dossier", "suggest_people", "whole_dossier"]


def suggest_people(desk: Desk, edition_id: str, typed: str, limit: int = 8) -> list[Person]:
    """The people whose names fit what is being typed; those of the edition come first.

    See ``domain.naming.matches`` for what fits.
    """
    there = {p.person for p in desk.find(Participation, edition=edition_id)}
    people = desk.find(Person)
    participants = suggested((p for p in people if p.id in there), typed, limit)
    others = suggested((p for p in people if p.id not in there), typed, limit)
    return [*participants, *others][:limit]
