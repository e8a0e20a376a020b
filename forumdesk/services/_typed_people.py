# SPDX-License-Identifier: MIT
"""People of the file by the name that was typed, without reading all of them."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.naming import is_called, names_from
from forumdesk.domain.people import Participation, Person


def called_so(desk: Desk, typed: str) -> list[Person]:
    """The people of exactly this name (case, accents and spaces set aside), in order of entry."""
    wholes = {typed, *(n.family + n.given or n.full for n in names_from(typed).values())}
    found = {p.id: p for whole in sorted(wholes) for p in desk.holding(Person, whole)}
    return [found[id_] for id_ in sorted(found) if is_called(found[id_], typed)]


def participants_called(desk: Desk, edition: str, typed: str) -> list[Participation]:
    """Those of them who take part in an edition."""
    ids = [person.id for person in called_so(desk, typed)]
    return desk.find(Participation, edition=edition, person=ids) if ids else []
