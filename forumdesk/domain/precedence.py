# SPDX-License-Identifier: MIT
"""The order of precedence: who comes before whom, by rules that are data and places set by hand.

``ranking(dossier)`` gives the place of every participation in an edition, 1 the first. The same
order serves introductions, lists and seating, so that no two of them disagree.

Rules are in ``resources/precedence/rules/*.toml``: criteria, one after the other, until one of
them tells two people apart. Whoever is pinned (``rank``) stands exactly at that place and the
others fill in; where somebody pinned does not come, those pinned behind move up. Who declined or
was cancelled follows after all others.

**To add a set of rules**: one file there. **To add a criterion**: one function here, in
``_CRITERIA``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial
from itertools import chain, zip_longest
from typing import Any

from forumdesk.domain.assets import resources
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.finding import sort_key
from forumdesk.domain.forum import HostRole
from forumdesk.domain.grades import grade_place, guess_grade
from forumdesk.domain.holidays import country_of
from forumdesk.domain.people import ABSENT, Participation
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text, fold
from forumdesk.domain.words import N_

USUAL = "association"
_LATE = "9999"  # since when: who does not say stands after those who do
_HOSTING = frozenset({HostRole.HOST, HostRole.CO_HOST})
Key = Callable[[Participation], Any]


@frozen
class Rules:
    """A set of rules: its name in the file, what it is called, and how it orders.

    ``alternates``: the sides in turn, each in its own order. ``heads`` is the least grade of the
    head of a body, ``categories`` come in this order, those not named after them.
    """

    name: str
    title: Text
    about: Text
    criteria: tuple[str, ...]
    alternates: bool = False
    heads: str = "president"
    categories: tuple[str, ...] = ()


@cache
def rule_sets() -> tuple[Rules, ...]:
    """Every set of rules there is, the usual one first."""
    import tomllib  # noqa: PLC0415 - when the first order is asked for

    found: list[Rules] = []
    for path in sorted((resources() / "precedence" / "rules").glob("*.toml")):
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        data |= {name: Text.of(data[name]) for name in ("title", "about")}
        data |= {name: tuple(data.get(name, ())) for name in ("criteria", "categories")}
        found.append(Rules(name=path.stem, **data))
    return tuple(sorted(found, key=lambda rules: (rules.name != USUAL, rules.name)))


def rules_named(name: str) -> Rules:
    """The set of rules of a name, the usual one for ``""``; raises ``ForumDeskError`` for none."""
    wanted = name or USUAL
    for rules in rule_sets():
        if rules.name == wanted:
            return rules
    raise ForumDeskError(
        N_("There are no rules of precedence “{name}”; there are: {names}."),
        name=name,
        names=", ".join(rules.name for rules in rule_sets()),
    )


def rules_of(dossier: Dossier) -> Rules:
    """The rules of an edition; the usual ones where it names none that there are."""
    known = {rules.name: rules for rules in rule_sets()}
    return known.get(dossier.edition.precedence) or known[USUAL]


def ranking(dossier: Dossier) -> Mapping[str, int]:
    """The place of every participation by its id, 1 the first; made once for a dossier."""
    return dossier.derived(_ranking)


def _ranking(dossier: Dossier) -> Mapping[str, int]:
    return {id_: place for place, id_ in enumerate(order(dossier, rules_of(dossier)), 1)}


def carry_ranking(before: Dossier, after: Dossier) -> None:
    """Take over the order where nothing changed that it follows from."""
    same = all(getattr(before, name) is getattr(after, name) for name in _FOLLOWS)
    if same and before.edition == after.edition and before.has(_ranking):
        after.note(_ranking, before.derived(_ranking))


_FOLLOWS = ("participations", "people", "organizations", "sides", "hosts", "series")


def in_order(dossier: Dossier, those: Iterable[Participation]) -> list[Participation]:
    """Some participations in the edition's order of precedence."""
    places = ranking(dossier)
    return sorted(those, key=lambda one: places[one.id])


def order(dossier: Dossier, rules: Rules) -> tuple[str, ...]:
    """The ids of all participations in the order that rules and pins give."""
    ruled = _ruled(dossier, rules)
    coming = [one for one in ruled if one.status not in ABSENT]
    absent = [one for one in ruled if one.status in ABSENT]
    return tuple(one.id for one in chain(with_pins(coming, missing_pins(absent)), absent))


def missing_pins(absent: Iterable[Participation]) -> list[int]:
    """The pinned places of those who do not come, the first one first."""
    return sorted(one.rank for one in absent if one.rank is not None)


def pinned_place(rank: int, missing: Sequence[int]) -> int:
    """The place at which a pin stands: those behind somebody who does not come move up."""
    return rank - bisect_left(missing, rank)


def pinned_rank(place: int, missing: Sequence[int]) -> int:
    """The rank to set for a pin to stand at a place; the reverse of ``pinned_place``."""
    rank = place
    for gone in missing:
        rank += gone <= rank
    return rank


def with_pins(ruled: Sequence[Participation], missing: Sequence[int] = ()) -> list[Participation]:
    """People in the order of the rules, each pinned one at its place.

    Of two pinned at one place the first by the rules has it, the other the next that is free; a
    place beyond the last is the end.
    """
    free = iter([one for one in ruled if one.rank is None])
    pinned = [(pinned_place(one.rank, missing), one) for one in ruled if one.rank is not None]
    pinned.sort(key=lambda pair: pair[0])
    done: list[Participation] = []
    for place, one in pinned:
        while len(done) < place - 1 and (next_one := next(free, None)):
            done.append(next_one)
        done.append(one)
    return [*done, *free]


def _ruled(dossier: Dossier, rules: Rules) -> list[Participation]:
    keys = [_CRITERIA[name](dossier, rules) for name in rules.criteria]
    if not rules.alternates:
        return _sorted(dossier.participations, keys)
    queues: dict[str | None, list[Participation]] = {side.id: [] for side in dossier.sides}
    queues[None] = []
    for one in _sorted(dossier.participations, keys):
        queues[one.side if one.side in queues else None].append(one)
    rest = queues.pop(None)
    # Who does not come takes nobody's turn.
    coming = [[one for one in queue if one.status not in ABSENT] for queue in queues.values()]
    absent = [one for queue in queues.values() for one in queue if one.status in ABSENT]
    turns = chain.from_iterable(zip_longest(*coming))
    return [*(one for one in turns if one is not None), *rest, *absent]


def _sorted(those: Iterable[Participation], keys: Sequence[Key]) -> list[Participation]:
    """By all keys; those alike in all of them stay as they were entered."""
    return sorted(those, key=lambda one: tuple(key(one) for key in keys))


# -- criteria: each makes a key of a participation, the smaller first -----------------------------


def grade_of(one: Participation) -> str:
    """The grade of somebody's office: set by hand, else guessed from the office."""
    return one.grade or guess_grade(one.office)


def _by_grade(_: Dossier, __: Rules) -> Key:
    return lambda one: grade_place(one.grade or guess_grade(one.office))


def _by_category(_: Dossier, rules: Rules) -> Key:
    places = {fold(name): place for place, name in enumerate(rules.categories)}
    return lambda one: places.get(fold(one.category), len(places))


def _by_hosts(dossier: Dossier, _: Rules) -> Key:
    """In the order of the hosts; who is of none of them after."""
    hosts = {host.organization: place for place, host in reversed([*enumerate(dossier.hosts)])}
    return lambda one: hosts.get(one.organization or "", len(hosts))


def _by_heads(dossier: Dossier, rules: Rules) -> Key:
    """The heads of those who host, in the hosts' order; all others after them.

    Of each body the one of the highest grade, if it is high enough to stand for it.
    """
    hosting = [host.organization for host in dossier.hosts if host.role in _HOSTING]
    heads: dict[str, tuple[int, str]] = {}
    for one in dossier.participations:
        if one.organization in hosting and one.status not in ABSENT:
            place = (grade_place(grade_of(one)), one.id)
            heads[one.organization] = min(heads.get(one.organization, place), place)
    least = grade_place(rules.heads)
    places = {id_: hosting.index(body) for body, (grade, id_) in heads.items() if grade <= least}
    return lambda one: places.get(one.id, len(hosting))


def _by_guests(dossier: Dossier, _: Rules, *, first: bool = True) -> Key:
    """The sides that are not at home first (or, else, last)."""
    home = home_sides(dossier)
    return lambda one: (one.side in home) is first


def home_sides(dossier: Dossier) -> frozenset[str | None]:
    """The sides of the country in which the edition meets, else the side led by the first host."""
    country = country_of(dossier.edition.timezone) if dossier.sides else ""
    local = [side.id for side in dossier.sides if country and side.country == country]
    first = dossier.hosts[0].organization if dossier.hosts else None
    led = [side.id for side in dossier.sides if first and side.organization == first]
    return frozenset(local or led[:1])


def _by_side(dossier: Dossier, _: Rules) -> Key:
    sides = {side.id: place for place, side in enumerate(dossier.sides)}
    return lambda one: sides.get(one.side or "", len(sides))


def _by_since(_: Dossier, __: Rules) -> Key:
    return lambda one: one.since.isoformat() if one.since else _LATE


def _by_organization(dossier: Dossier, _: Rules) -> Key:
    language = dossier.languages[0]
    keys = {body.id: sort_key(body, language) for body in dossier.organizations}
    return lambda one: keys.get(one.organization or "", "9")


def _by_name(dossier: Dossier, _: Rules) -> Key:
    """The names in the document's first script by its alphabet, then the others."""
    language = dossier.languages[0]
    keys = {person.id: sort_key(person, language) for person in dossier.people}
    return lambda one: keys.get(one.person or "", "9")


_CRITERIA: Mapping[str, Callable[[Dossier, Rules], Key]] = {
    "category": _by_category,
    "grade": _by_grade,
    "heads": _by_heads,
    "hosts": _by_hosts,
    "guests": _by_guests,
    "home": partial(_by_guests, first=False),
    "side": _by_side,
    "since": _by_since,
    "organization": _by_organization,
    "name": _by_name,
}
CRITERIA = tuple(_CRITERIA)
