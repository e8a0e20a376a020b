# SPDX-License-Identifier: MIT
"""Finding who may be the same among many: by keys that alike people share, never each with each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from forumdesk.domain.matching.comparing import (
    EMAIL,
    OTHER_BODY,
    OTHER_EMAIL,
    OTHER_PHONE,
    PHONE,
    Comparison,
    Likeness,
    compare,
)
from forumdesk.domain.matching.traits import Keys, Traits, bodies_of, letters, traits_of
from forumdesk.domain.people import Distinction, Organization, Person
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Phrase

W = TypeVar("W")  # who somebody is: an id, or the number of a row
MOST = 64  # people under one key that are looked at: of a name, or an address of a whole house
_Entry = tuple[W, Traits]
Met = tuple[W, Comparison]


class _Under(Generic[W]):
    """People under keys; a key is kept as its hash, as there are several for each of many."""

    def __init__(self) -> None:
        self._under: dict[int, _Entry[W] | list[_Entry[W]]] = {}

    def add(self, codes: Iterable[int], entry: _Entry[W]) -> None:
        under = self._under
        for code in codes:
            there = under.setdefault(code, entry)
            if there is entry:
                continue
            if isinstance(there, tuple):
                under[code] = [there, entry]
            elif len(there) < MOST:
                there.append(entry)

    def met(self, codes: Collection[int], traits: Traits, seen: set[W]) -> Iterator[Met[W]]:
        """Those under any of the keys who are or may be the same as somebody."""
        if self._under.keys().isdisjoint(codes):  # as is the rule
            return iter(())
        return self._met(codes, traits, seen)

    def _met(self, codes: Iterable[int], traits: Traits, seen: set[W]) -> Iterator[Met[W]]:
        for code in codes:
            there = self._under.get(code, ())
            for who, others in there if isinstance(there, list) else (there,) if there else ():
                if who not in seen:
                    seen.add(who)
                    found = compare(traits, others)
                    if found.likeness is not Likeness.DIFFERENT:
                        yield who, found


class Acquaintance(Generic[W]):
    """Everybody who is known, found by what they are known by."""

    def __init__(self) -> None:
        self._sure: _Under[W] = _Under()
        self._vague: _Under[W] = _Under()

    def add(self, who: W, traits: Traits) -> None:
        """Get to know somebody."""
        entry = (who, traits)
        self._sure.add(_sure(traits), entry)
        self._vague.add(_names(traits), entry)

    def alike(self, traits: Traits, *, every: bool = False) -> list[Met[W]]:
        """Those who are or may be the same; only who surely is, if there is one, but for all."""
        seen: set[W] = set()
        found = list(self._sure.met(_sure(traits), traits, seen))
        same = [one for one in found if one[1].likeness is Likeness.SAME]
        if same and not every:
            return same
        return [*found, *self._vague.met(_names(traits), traits, seen)]


class Listed(Generic[W]):
    """The rows of one list, which as a rule names each person once.

    Two rows of one name with different addresses, numbers or houses are two people, and so are
    two names with one address; the others are found.
    """

    def __init__(self) -> None:
        self._sure: _Under[W] = _Under()
        self._by_name: dict[str, _Named[W]] = {}  # apart by what is told of people besides

    def met(self, who: W, traits: Traits) -> list[Met[W]]:
        """The rows that are or may be the same as another one, which then is among them."""
        entry, seen = (who, traits), set[W]()
        keys = _with_name(traits, emails=True)
        told = _told(traits)
        apart = set(told).isdisjoint
        found = [*self._sure.met(keys, traits, seen)]
        for others, named in self._by_name.items():
            if apart(others):
                found += named.met(traits, seen)
        self._sure.add(keys, entry)
        there = self._by_name.get(told)
        if there is None:
            there = self._by_name[told] = _Named()
        there.add(entry)
        return [one for one in found if not _against(one[1])]


class _Named(Generic[W]):
    """People under their names; those keys are made when somebody asks, as few do."""

    def __init__(self) -> None:
        self._under: _Under[W] = _Under()
        self._waiting: list[_Entry[W]] = []

    def add(self, entry: _Entry[W]) -> None:
        self._waiting.append(entry)

    def met(self, traits: Traits, seen: set[W]) -> Iterator[Met[W]]:
        for entry in self._waiting:
            self._under.add(_names(entry[1]), entry)
        self._waiting.clear()
        return self._under.met(_names(traits), traits, seen)


def _against(found: Comparison) -> bool:
    """Whether two rows of one list that may be alike are two people."""
    if found.likeness is Likeness.SAME:
        return False
    reasons = found.reasons
    told_apart = OTHER_EMAIL in reasons or OTHER_PHONE in reasons or OTHER_BODY in reasons
    return told_apart and EMAIL not in reasons and PHONE not in reasons


def _told(traits: Traits) -> str:
    """Which kinds of things are told of somebody: ``e``, ``p``, ``b``."""
    emails = "e" if traits.emails else ""
    phones = "p" if traits.phones else ""
    return f"{emails}{phones}b" if traits.bodies else emails + phones


def _names(traits: Traits) -> list[int]:
    """Names as written, then as they sound: who is the same shares one of these."""
    return [hash(letters(name)) for name in (*traits.names, *traits.sounds)]


def _sure(traits: Traits) -> list[int]:
    """What makes sure of somebody: an address alone, or a name together with something else."""
    return [*map(hash, traits.emails), *_with_name(traits)]


def _with_name(traits: Traits, *, emails: bool = False) -> list[int]:
    """A name together with what makes sure of it."""
    keys = (*traits.emails, *traits.phones) if emails else traits.phones
    sounds = map(letters, traits.sounds or traits.names)
    return [hash(f"{sound} {key}") for sound in sounds for key in (*keys, *traits.bodies)]


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
        for other, found in known.alike(traits, every=True):
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
