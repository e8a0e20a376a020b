# SPDX-License-Identifier: MIT
"""A series over the years: its editions in order of time, its hosts, and the other series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, EditionState, Host, Series, SeriesHost
from forumdesk.domain.people import Organization, Participation
from forumdesk.domain.values import frozen


@frozen
class Held:
    """What there is to say of an edition on a time line: hosts in order, and how much it has."""

    edition: Edition
    hosts: tuple[Organization, ...] = ()
    sessions: int = 0
    participants: int = 0


@frozen
class Chronicle:
    """A series with its editions in order of time, its hosts by default, and the other series."""

    series: Series
    held: tuple[Held, ...] = ()
    hosts: tuple[Organization, ...] = ()
    others: tuple[Chronicle, ...] = ()

    @property
    def editions(self) -> list[Edition]:
        """The editions in order of time."""
        return [one.edition for one in self.held]

    @property
    def dated(self) -> list[Edition]:
        """The editions that have a first day."""
        return [edition for edition in self.editions if edition.first_day is not None]

    @property
    def open(self) -> list[Edition]:
        """Editions to come that have no day yet."""
        return [
            e for e in self.editions if e.first_day is None and e.state is not EditionState.CLOSED
        ]

    @property
    def countries(self) -> tuple[str, ...]:
        """Whose public holidays count: those the series names, else those of its hosts."""
        if self.series.holidays:
            return self.series.holidays
        return tuple(dict.fromkeys(host.country for host in self.hosts if host.country))


def in_time(editions: Sequence[Edition]) -> list[Edition]:
    """Editions in order of time; one without a day stands behind the one numbered before it."""
    days = {e.number: e.first_day for e in editions if e.number is not None and e.first_day}

    def when(edition: Edition) -> tuple[date, int, int, str]:
        number = edition.number or 0
        if edition.first_day is not None:
            return edition.first_day, 0, number, edition.id
        earlier = [other for other in days if other < number]
        begins = bool(days) and edition.number is not None  # numbered before all that have a day
        day = days[max(earlier)] if earlier else date.min if begins else date.max
        return day, 1, number, edition.id

    return sorted(editions, key=when)


def chronicle(desk: Desk, series_id: str) -> Chronicle:
    """A series over the years, and beside it the others of the file."""
    series = desk.get(Series, series_id)
    others = (_alone(desk, other) for other in desk.find(Series) if other.id != series_id)
    alone = _alone(desk, series)
    return Chronicle(series, _with_figures(desk, alone.held), alone.hosts, tuple(others))


def _alone(desk: Desk, series: Series) -> Chronicle:
    editions = in_time(desk.find(Edition, series=series.id))
    ids = [host.organization for host in desk.find(SeriesHost, series=series.id)]
    bodies = {body.id: body for body in desk.find(Organization, id=ids)} if ids else {}
    held = tuple(Held(edition) for edition in editions)
    return Chronicle(series, held, tuple(bodies[id_] for id_ in ids))


def _with_figures(desk: Desk, held: Sequence[Held]) -> tuple[Held, ...]:
    if not held:
        return ()
    ids = [one.edition.id for one in held]
    hosts = desk.find(Host, edition=ids)
    bodies = {b.id: b for b in desk.find(Organization, id=list({h.organization for h in hosts}))}
    sessions = desk.tally(Session, "edition", edition=ids)
    people = desk.tally(Participation, "edition", edition=ids)
    return tuple(
        Held(
            one.edition,
            tuple(bodies[h.organization] for h in hosts if h.edition == one.edition.id),
            sessions.get((one.edition.id,), 0),
            people.get((one.edition.id,), 0),
        )
        for one in held
    )
