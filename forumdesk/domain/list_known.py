# SPDX-License-Identifier: MIT
"""What a list of people is held against: who and what the forum file knows already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field

from forumdesk.domain.desk import Severity
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.forum import Side
from forumdesk.domain.matching.traits import Keys, bodies_of, body_keys
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import EMPTY, Text, fold


@frozen
class Known:
    """Who and what is in the forum file, as far as a list is held against it.

    ``edition`` is ``None`` for a list into the directory of people. ``participations`` are those
    of the edition by person, ``places`` those whose name is to follow; ``origins`` what came from
    this list before, by key; ``others`` what came from the same rows of other lists, or for other
    editions; ``affiliations`` the keys of the organizations that each person has stood for.
    """

    source: str
    edition: str | None = None
    people: Mapping[str, Person] = field(default_factory=dict, hash=False)
    participations: Mapping[str, Participation] = field(default_factory=dict, hash=False)
    places: tuple[Participation, ...] = ()
    organizations: tuple[Organization, ...] = ()
    sides: tuple[Side, ...] = ()
    origins: Mapping[str, Origin] = field(default_factory=dict, hash=False)
    others: Mapping[str, Origin] = field(default_factory=dict, hash=False)
    affiliations: Mapping[str, Keys] = field(default_factory=dict, hash=False)


class Places:
    """Places whose name is to follow, known by house and office: as many as a list has rows."""

    def __init__(self, there: Iterable[Participation]) -> None:
        self._free: Counter[object] = Counter(
            (one.organization, one.office) for one in there if not one.person
        )

    def taken(self, entry: ListEntry, organization: str | None) -> bool:
        """Whether a row's place is there; it is no other row's then."""
        key = (organization, entry.participation.get("office", EMPTY))
        self._free[key] -= 1
        return self._free[key] >= 0


def is_place(entry: ListEntry) -> bool:
    """Whether a row keeps a place for somebody of an organization whose name is to follow."""
    if entry.names.pairs or not entry.organization:
        return False
    return not any(finding.severity is Severity.ERROR for finding in entry.findings)


class Bodies:
    """Organizations found by any of their names, and sides by name, country or organization."""

    def __init__(self, organizations: Iterable[Organization], sides: Iterable[Side]) -> None:
        self._by_key: dict[str, Organization] = {}
        self._met: dict[Text, tuple[Organization, Keys]] = {}
        self._missed: dict[Text, tuple[None, Keys]] = {}
        self._sides: dict[str, Side] = {}
        self._sides_of: dict[str, Side] = {}
        for organization in organizations:
            self.add(organization)
        for side in sides:
            self.add_side(side)

    def add_side(self, side: Side) -> None:
        """Get to know a side."""
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
        self._missed.clear()  # it may be among them

    def found(self, name: Text) -> Organization | None:
        """The organization of this name, in any language."""
        return self._looked_up(name)[0]

    def keys(self, name: Text) -> Keys:
        """What an organization of this name is known by: all its names, as far as it is known."""
        return self._looked_up(name)[1]

    def _looked_up(self, name: Text) -> tuple[Organization | None, Keys]:
        """Looked up once: a list names few organizations, each many times."""
        known = self._met.get(name) or self._missed.get(name)
        if known is not None:
            return known
        keys = body_keys(name)
        body = next((self._by_key[key] for key in keys if key in self._by_key), None)
        if body is None:
            return self._missed.setdefault(name, (None, keys))
        return self._met.setdefault(name, (body, bodies_of(body)))

    def side(self, entry: ListEntry, organization: str | None) -> Side | None:
        """The side that a row names; where its list names none, that of country or organization."""
        if entry.side:
            return self._sides.get(fold(entry.side))
        if "side" in entry.participation:  # it might have said one
            return None
        by_country = self._sides.get(fold(entry.country)) if entry.country else None
        return by_country or (self._sides_of.get(organization) if organization else None)
