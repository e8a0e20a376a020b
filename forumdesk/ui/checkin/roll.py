# SPDX-License-Identifier: MIT
"""Who of the edition has come, and how many are expected, kept up to date line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from heapq import nlargest

from forumdesk.domain.agenda import CheckIn
from forumdesk.domain.attendance import NOBODY, Attendee, Count, Group, counted
from forumdesk.domain.desk import Desk, News
from forumdesk.domain.people import Invitation, Participation

FEW = 500  # more changes than these are read with all the others
LATEST = 10


class Roll:
    """Those of whom the log says anything, by participation; of the others only how many.

    ``size`` is how many participants there are, ``counts`` are those by side.
    """

    def __init__(self, desk: Desk, edition: str) -> None:
        self._desk, self.edition = desk, edition
        self.attendees: dict[str, Attendee] = {}
        self._inside: dict[str, CheckIn] = {}
        self._of_line: dict[str, str] = {}
        self.read()

    def read(self) -> None:
        """Read the log and the numbers anew."""
        self.attendees.clear()
        self._inside.clear()
        self._of_line.clear()
        self._expect()
        self._take(self._desk.attendees(self.edition, "log"))

    def _expect(self) -> None:
        """How many of each side have accepted; who came is added one by one."""
        tally = self._desk.tally(Participation, "side", "status", edition=self.edition)
        self.size = sum(tally.values())
        self.counts: dict[Group, Count] = {}
        for (side, status), number in tally.items():
            if status is Invitation.ACCEPTED:
                self.counts[None if side is None else str(side)] = Count(expected=number)

    def heed(self, news: News) -> bool:
        """Take over what a step changed; ``False`` if it changed nothing here."""
        lines = news.changes.get(CheckIn, frozenset())
        if news.changes.get(Participation) or len(lines) > FEW:
            self.read()
        elif lines:
            touched = {line.participation for line in self._desk.find(CheckIn, id=list(lines))}
            self._renew(touched | {self._of_line[one] for one in lines if one in self._of_line})
        return bool(lines or news.changes.get(Participation))

    def _renew(self, ids: set[str]) -> None:
        for one in ids & self.attendees.keys():
            attendee = self.attendees.pop(one)
            self._inside.pop(one, None)
            self.counts[attendee.side] = self._count(attendee.side) - _added(attendee)
        self._take(self._desk.attendees(self.edition, "id", ids))

    def _take(self, found: Iterable[Attendee]) -> None:
        for one in found:
            self.attendees[one.participation] = one
            self._of_line |= {line.id: one.participation for line in one.log}
            self.counts[one.side] = self._count(one.side) + _added(one)
            if (entry := one.entry) is not None:
                self._inside[one.participation] = entry

    def _count(self, side: Group) -> Count:
        return self.counts.get(side, NOBODY)

    def latest(self) -> list[CheckIn]:
        """Who came last, the last first."""
        return nlargest(LATEST, self._inside.values(), key=lambda line: (line.at, line.id))

    @property
    def total(self) -> Count:
        """All sides together."""
        return sum(self.counts.values(), NOBODY)


def _added(one: Attendee) -> Count:
    """What somebody adds to the count of their side, in which all who accepted are expected."""
    count = counted([one], lambda _: None).get(None, NOBODY)
    return replace(count, expected=count.expected - (one.status is Invitation.ACCEPTED))
