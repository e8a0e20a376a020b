# SPDX-License-Identifier: MIT
"""What a list of people is held against: who and what the forum file knows already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from forumdesk.domain.forum import Side
from forumdesk.domain.matching.traits import Keys, bodies_of, body_keys
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text, fold


@frozen
class Known:
    """Who and what is in the forum file, as far as a list is held against it.

    ``edition`` is ``None`` for a list into the directory of people. ``participations`` are those
    of the edition by person; ``origins`` what came from this list before, by key; ``others`` which
    person came from the same row of another list; ``affiliations`` the keys of the organizations
    that each person has stood for.
    """

    source: str
    edition: str | None = None
    people: Mapping[str, Person] = field(default_factory=dict, hash=False)
    participations: Mapping[str, Participation] = field(default_factory=dict, hash=False)
    organizations: tuple[Organization, ...] = ()
    sides: tuple[Side, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict, hash=False)
    others: Mapping[str, str] = field(default_factory=dict, hash=False)
    affiliations: Mapping[str, Keys] = field(default_factory=dict, hash=False)


class Bodies:
    """Organizations found by any of their names, and sides by name, country or organization."""

    def __init__(self, organizations: Iterable[Organization], sides: Iterable[Side]) -> None:
        self._by_key: dict[str, Organization] = {}
        self._sides: dict[str, Side] = {}
        self._sides_of: dict[str, Side] = {}
        for organization in organizations:
            self.add(organization)
        for side in sides:
            for name in side.name.values():
                self._sides.setdefault(fold(name), side)
            if side.country:
                self._sides.setdefault(fold(side.country), side)
            if side.organization:
                self._sides_of.setdefault(side.organization, side)

    def add(self, organization: Organization) -> None:
        """Get to know an organization; the first of a name is the one that is found."""
        for key in bodies_of(organization):
            self._by_key.setdefault(key, organization)

    def found(self, name: Text) -> Organization | None:
        """The organization of this name, in any language."""
        for key in body_keys(name):
            if key in self._by_key:
                return self._by_key[key]
        return None

    def side(self, name: str, country: str, organization: str | None) -> Side | None:
        """The side that is called so; else (no name given) that of a country or organization."""
        if name:
            return self._sides.get(fold(name))
        by_country = self._sides.get(fold(country)) if country else None
        return by_country or (self._sides_of.get(organization) if organization else None)
