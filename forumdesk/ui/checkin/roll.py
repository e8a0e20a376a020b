# SPDX-License-Identifier: MIT
"""Everybody of the edition as the door knows them, kept up to date line by line."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest

from forumdesk.domain.agenda import CheckIn
from forumdesk.domain.attendance import NOBODY, Attendee, Count, Group, counted
from forumdesk.domain.desk import Desk, News
from forumdesk.domain.people import Participation

FEW = 500  # more changes than these are read with all the others
LATEST = 10


class Roll:
    """Attendees by participation, with counts by side that a check-in changes at once."""

    def __init__(self, desk: Desk, edition: str) -> None:
        self._desk, self.edition = desk, edition
        self.attendees: dict[str, Attendee] = {}
        self._inside: dict[str, CheckIn] = {}
        self._of_line: dict[str, str] = {}
        self.read()

    def read(self) -> None:
        """Read everybody anew."""
        self.attendees.clear()
        self._inside.clear()
        self._of_line.clear()
        self._take(self._desk.attendees(self.edition))
        self.counts = counted(self.attendees.values(), _side)

    def heed(self, news: News) -> bool:
        """Take over what a step changed; ``False`` if it changed nothing here."""
        lines = news.changes.get(CheckIn, frozenset())
        records = news.changes.get(Participation, frozenset())
        if not lines and not records:
            return False
        touched = set(records)
        if len(lines) + len(records) <= FEW:
            touched |= {line.participation for line in self._desk.find(CheckIn, id=list(lines))}
            touched |= {self._of_line[line] for line in lines if line in self._of_line}
            self._renew(touched)
        else:
            self.read()
        return True

    def _renew(self, ids: set[str]) -> None:
        for one in ids & self.attendees.keys():
            self._count(self.attendees.pop(one), -1)
            self._inside.pop(one, None)
        found = self._desk.attendees(self.edition, "id", ids)
        self._take(found)
        for attendee in found:
            self._count(attendee, 1)

    def _take(self, found: Iterable[Attendee]) -> None:
        for one in found:
            self.attendees[one.participation] = one
            self._of_line |= {line.id: one.participation for line in one.log}
            if (entry := one.entry) is not None:
                self._inside[one.participation] = entry

    def _count(self, one: Attendee, sign: int) -> None:
        for side, count in counted([one], _side).items():
            before = self.counts.get(side, NOBODY)
            self.counts[side] = before + count if sign > 0 else before - count

    def latest(self) -> list[CheckIn]:
        """Who came last, the last first."""
        return nlargest(LATEST, self._inside.values(), key=lambda line: (line.at, line.id))

    @property
    def total(self) -> Count:
        """All sides together."""
        return sum(self.counts.values(), NOBODY)


def _side(one: Attendee) -> Group:
    return one.side
