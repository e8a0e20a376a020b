# SPDX-License-Identifier: MIT
"""Whose turn it is: the place where a series meets next, its zone, and who hosts first there."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.holidays import country_of
from forumdesk.domain.people import Organization
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, fold


@frozen
class Place:
    """A place with its time zone."""

    name: Text = EMPTY
    timezone: str = "UTC"


def is_place(city: Text, place: Text) -> bool:
    """Whether a city is a place, in any language; "Washington" is "Washington, D.C."."""
    mine, other = ({fold(name) for name in text.values()} for text in (city, place))
    return any(one.startswith(two) or two.startswith(one) for one in mine for two in other)


def turns(series: Series, editions: Sequence[Edition], count: int) -> list[Place]:
    """The places of the next meetings, after editions in order of time.

    They go on after the city of the latest edition; where that is none of the places, by how
    many editions there have been. A place twice in the order is told by the city before it.
    """
    places = series.places
    if not places:
        zone = editions[-1].timezone if editions else series.timezone
        return [Place(EMPTY, zone)] * count
    at = _latest(places, editions)
    start = len(editions) if at is None else at + 1
    numbers = [(start + n) % len(places) for n in range(count)]
    return [Place(places[n], zone_at(series, editions, n)) for n in numbers]


def _latest(places: Sequence[Text], editions: Sequence[Edition]) -> int | None:
    """Which of the places the latest edition was in."""
    if not editions:
        return None
    found = [n for n, place in enumerate(places) if is_place(editions[-1].city, place)]
    if len(found) < 2 or len(editions) < 2:
        return found[0] if found else None
    before = editions[-2].city
    return next((n for n in found if is_place(before, places[n - 1])), found[0])


def zone_at(series: Series, editions: Sequence[Edition], number: int) -> str:
    """The zone of a place: that of the latest edition there, else what the series says of it."""
    held = [e for e in editions if is_place(e.city, series.places[number])]
    if held:
        return held[-1].timezone
    return series.zones[number] if number < len(series.zones) else series.timezone


def hosts_in_turn(hosts: Sequence[Organization], timezone: str, turn: int) -> tuple[str, ...]:
    """The hosts by id, whoever is at home there first; nobody being so, each in turn."""
    country = country_of(timezone)
    home = [host.id for host in hosts if host.country and host.country == country]
    if home:
        return (*home, *(host.id for host in hosts if host.id not in home))
    ids = [host.id for host in hosts]
    first = turn % len(ids) if ids else 0
    return (*ids[first:], *ids[:first])
