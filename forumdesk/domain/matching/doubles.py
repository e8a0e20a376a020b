# SPDX-License-Identifier: MIT
"""Finding who may be the same among many: by keys that alike people share, never each with each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from forumdesk.domain.matching.comparing import Comparison, Likeness, compare
from forumdesk.domain.matching.traits import Keys, Traits, bodies_of, letters, traits_of
from forumdesk.domain.people import Distinction, Organization, Person
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Phrase

W = TypeVar("W")  # who somebody is: an id, or the line of a list
MOST = 64  # people under one key that are looked at: of a name, an address that a whole house has


class Acquaintance(Generic[W]):
    """Everybody who is known, found by what they are known by."""

    def __init__(self) -> None:
        self._under: dict[str, list[tuple[W, Traits]]] = {}

    def add(self, who: W, traits: Traits) -> None:
        """Get to know somebody."""
        entry = (who, traits)
        for key in _keys(traits):
            there = self._under.get(key)
            if there is None:
                self._under[key] = [entry]
            elif len(there) < MOST:
                there.append(entry)

    def alike(self, traits: Traits) -> Iterator[tuple[W, Comparison]]:
        """Those who are or may be the same, in the order in which they became known."""
        seen: set[W] = set()
        for key in _keys(traits):
            for who, there in self._under.get(key, ()):
                if who not in seen:
                    seen.add(who)
                    found = compare(traits, there)
                    if found.likeness is not Likeness.DIFFERENT:
                        yield who, found


def _keys(traits: Traits) -> Iterator[str]:
    """Who is the same shares one of these: a name sounds alike where it is written alike."""
    yield from map(letters, traits.sounds or traits.names)
    if traits.sounds and len(traits.names) > len(traits.sounds):
        yield from (name for name in traits.names if name.startswith("Hani:"))
    yield from traits.emails


@frozen
class Pair:
    """Two persons of the directory who may be one, by id, and what speaks for and against it."""

    one: str
    other: str
    likeness: Likeness
    reasons: tuple[Phrase, ...]


def suspects(
    people: Iterable[Person],
    affiliations: Mapping[str, Keys],
    distinctions: Collection[Distinction] = (),
) -> tuple[Pair, ...]:
    """Pairs of persons who may be one, the likeliest first; not those told apart by somebody.

    ``affiliations`` are the keys of the organizations that each person stands for.
    """
    apart = {frozenset((known.one, known.other)) for known in distinctions}
    known: Acquaintance[str] = Acquaintance()
    pairs = []
    for person in people:
        traits = traits_of(person.names, person.contacts, affiliations.get(person.id, ()))
        for other, found in known.alike(traits):
            if frozenset((person.id, other)) not in apart:
                pairs.append(Pair(other, person.id, found.likeness, found.reasons))
        known.add(person.id, traits)
    pairs.sort(key=lambda pair: pair.likeness is not Likeness.SAME)
    return tuple(pairs)


def affiliations(
    organizations: Iterable[Organization], stands_for: Iterable[tuple[object, ...]]
) -> dict[str, Keys]:
    """The keys of each person's organizations; ``stands_for`` are pairs of their ids."""
    keys: dict[object, Keys] = {
        organization.id: bodies_of(organization) for organization in organizations
    }
    found: dict[str, Keys] = {}
    for person, organization in stands_for:
        if isinstance(person, str) and organization in keys:
            before = found.get(person, ())
            found[person] = tuple(dict.fromkeys((*before, *keys[organization])))
    return found
