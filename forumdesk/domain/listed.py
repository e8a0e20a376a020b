# SPDX-License-Identifier: MIT
"""Who stands on a list of participants, and in which order.

A list for everybody has those who come and agreed to be listed; one for the door those who may
come; the organizers' has everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from enum import StrEnum

from forumdesk.domain.columns import Reader
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.finding import sort_key
from forumdesk.domain.people import (
    ABSENT,
    Consent,
    Invitation,
    Participation,
    Script,
    script_for,
)
from forumdesk.domain.precedence import ranking


class ListOrder(StrEnum):
    """In which order people are listed."""

    SIDE = "side"  # by delegation, in each by precedence
    ORGANIZATION = "organization"  # by the body they come from, in each by precedence
    NAME = "name"


EXPECTED = (Invitation.ACCEPTED, Invitation.TENTATIVE)
"""Who is expected at the door unless something else is asked for."""
_MAY_COME: Mapping[Reader, frozenset[Invitation]] = {
    Reader.PUBLIC: frozenset({Invitation.ACCEPTED}),
    Reader.DOOR: frozenset(Invitation) - ABSENT - {Invitation.PROPOSED},
    Reader.ORGANIZER: frozenset(Invitation),
}
_LAST = 10**9


def agreed(dossier: Dossier, purpose: str) -> dict[str, bool]:
    """Who (person ids) said yes or no to a purpose at this edition; one refusal is a refusal.

    A consent that ends before the edition does says nothing.
    """
    ends = dossier.edition.last_day or dossier.edition.first_day
    said: dict[str, bool] = {}
    for found in dossier.participations:
        for consent in found.consents:
            if consent.purpose == purpose and found.person and _holds(consent, ends):
                said[found.person] = consent.given and said.get(found.person, True)
    return said


def _holds(consent: Consent, ends: date | None) -> bool:
    if not consent.given or consent.until is None or ends is None:
        return True
    return consent.until >= ends


def may_come(dossier: Dossier, reader: Reader) -> list[Participation]:
    """Those whose invitation has come so far that readers would look for them on a list."""
    wanted = _MAY_COME[reader]
    return [found for found in dossier.participations if found.status in wanted]


def listed(dossier: Dossier, reader: Reader) -> list[Participation]:
    """Those who may stand on a list; in public nobody without a name and a consent to it."""
    found = may_come(dossier, reader)
    if reader is not Reader.PUBLIC:
        return found
    said = dossier.derived(list_consents)
    return [one for one in found if said.get(one.person or "", False)]


def list_consents(dossier: Dossier) -> Mapping[str, bool]:
    """What each person said to being listed."""
    return agreed(dossier, "list")


def ordered(
    dossier: Dossier, found: Iterable[Participation], order: ListOrder, language: str
) -> list[Participation]:
    """Participations as a list for readers of ``language`` has them."""
    key = _KEYS[order](dossier, language)
    return sorted(found, key=lambda one: (*key(one), one.id))


def scripts_of(
    dossier: Dossier, found: Collection[Participation], language: str
) -> frozenset[Script]:
    """The scripts in which a reader of ``language`` finds the names of a list."""
    people = (dossier.person.get(one.person or "") for one in found)
    scripts = (script_for(person.names, language) for person in people if person)
    return frozenset(script for script in scripts if script)


Key = Callable[[Participation], tuple[object, ...]]


def _by_name(dossier: Dossier, language: str) -> Key:
    people = dossier.person

    def key(one: Participation) -> tuple[object, ...]:
        person = people.get(one.person or "")
        return (sort_key(person, language) if person else "9",)

    return key


def _by_precedence(dossier: Dossier, language: str) -> Key:
    place, name = ranking(dossier), _by_name(dossier, language)
    return lambda one: (place.get(one.id, _LAST), *name(one))


def _by_side(dossier: Dossier, language: str) -> Key:
    sides = {side.id: n for n, side in enumerate(dossier.sides)}
    within = _by_precedence(dossier, language)
    return lambda one: (sides.get(one.side or "", _LAST), *within(one))


def _by_organization(dossier: Dossier, language: str) -> Key:
    bodies = {body.id: sort_key(body, language) for body in dossier.organizations}
    within = _by_precedence(dossier, language)
    return lambda one: (
        bodies.get(one.organization or "", "99"),
        one.organization or "",
        *within(one),
    )


_KEYS: Mapping[ListOrder, Callable[[Dossier, str], Key]] = {
    ListOrder.SIDE: _by_side,
    ListOrder.ORGANIZATION: _by_organization,
    ListOrder.NAME: _by_name,
}
