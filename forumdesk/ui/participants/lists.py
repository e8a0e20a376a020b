# SPDX-License-Identifier: MIT
"""The list shown on the participants page: which of them, in which order, up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from forumdesk.domain.agenda import CheckIn, Part
from forumdesk.domain.desk import News
from forumdesk.domain.forum import Edition, Side
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.sifting import Filters, Mark, Order, Row, View
from forumdesk.store.forumfile import ForumFile

Touched = frozenset[str] | None  # participations; ``None``: any may be


class Sifted:
    """Everybody of an edition, and those of them that a view leaves, in its order."""

    def __init__(self, desk: ForumFile, edition: str, language: str, place: ZoneInfo) -> None:
        self.desk, self.edition, self._place = desk, edition, place
        self.roster = desk.roster(edition, language)
        self.view = View()
        self._base: list[str] = []
        self.shown: Sequence[str] = ()
        self.total = 0
        self._counts: dict[Mark, int] = {}
        self._ready = 0  # how many of them can be found without reading first

    @property
    def today(self) -> date:
        """The day where the edition is held."""
        return self.desk.now().astimezone(self._place).date()

    def look(self, view: View) -> None:
        """Look in another way; only words are narrowed without asking the file."""
        before, self.view = self.view, view
        unworded = replace(view.filters, typed="")
        if unworded != replace(before.filters, typed="") or view.order != before.order:
            self.load()
        else:
            self._narrow()

    def load(self) -> None:
        """Read which there are, and in which order."""
        self._base = self.roster.ids(self.view.filters, self.view.order, self.today)
        self.total = len(self._base) if not self.view.filters else self.roster.total()
        self._counts.clear()
        self._ready = 0
        self._narrow()

    def _narrow(self) -> None:
        typed = self.view.filters.typed
        self.shown = self.roster.narrowed(self._base, typed) if typed.strip() else self._base

    def would_find(self, typed: str) -> int:
        """How many other words would find, under the same filters."""
        return self.roster.would_find(self._base, typed)

    def prepare(self, most: int) -> bool:
        """Read some more of what participants are found by; ``False``: more is left."""
        self.roster.prepare(self._base[self._ready : self._ready + most])
        self._ready += most
        return self._ready >= len(self._base)

    def follow(self, news: News) -> Touched:
        """Take over what a step changed; gives whose cells may say something else now."""
        touched = self._touched(news)
        if touched is None:
            self.roster.forget()
            self.load()
        elif touched:
            self.roster.forget(touched)
            self._base = self.roster.following(self._base, touched, self.view, today=self.today)
            self.total = self.roster.total()
            self._counts.clear()
            self._narrow()
        return touched

    def _touched(self, news: News) -> Touched:
        found: set[str] = set()
        for kind, ids in news.changes.items():
            if kind in (Side, Edition):
                return None
            if kind is Participation:
                found |= ids
            elif kind is Person:
                found |= self.roster.of("person", ids)
            elif kind is Organization:
                found |= self.roster.of("organization", ids)
            elif kind in (CheckIn, Part):
                records = self.desk.find(kind, id=sorted(ids))
                if len(records) < len(ids):
                    return None  # of one that is gone nobody knows whose it was
                found |= {record.participation for record in records}
        return frozenset(found)

    def rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """What some of them say."""
        return self.roster.rows(ids)

    def count(self, mark: Mark) -> int:
        """How many of all a mark leaves."""
        if mark not in self._counts:
            self._counts[mark] = self.roster.count(mark, self.today)
        return self._counts[mark]

    def tally(self, field: str) -> dict[str, int]:
        """How many of all have which side, organization, category or status."""
        return self.roster.tally(field)


def sorted_by(order: Order, column: str) -> Order:
    """The order after a click on a heading: rising, then falling."""
    return Order(column, falling=order.column == column and not order.falling)


def only(filters: Filters, field: str, value: str) -> Filters:
    """Just those of one side, organization, category …"""
    chosen: dict[str, tuple[str, ...]] = {field: (value,)}
    return replace(Filters(), **chosen)  # type: ignore[arg-type]
