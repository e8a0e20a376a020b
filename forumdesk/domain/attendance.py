# SPDX-License-Identifier: MIT
"""Who came: read off the log at the door, to which lines are only ever added.

The last line about somebody counts. One that undoes the line before takes it back; of several
that say the same, the first is when and where the person came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from operator import add, sub

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Erasure, Invitation
from forumdesk.domain.values import frozen


def entered(log: Iterable[CheckIn]) -> CheckIn | None:
    """The line by which somebody is in; ``None`` for who is not. ``log`` is of one participant."""
    inside: CheckIn | None = None
    for line in sorted(log, key=lambda line: (line.at, line.id)):
        if line.how is CheckInHow.UNDONE:
            inside = None
        elif inside is None:
            inside = line
    return inside


@frozen
class Attendee:
    """A participant as far as the door asks: of what side and body, invited how far, and the log.

    ``side`` and ``organization`` are ids, ``number`` that of the edition.
    """

    participation: str
    person: str | None
    organization: str | None
    side: str | None
    status: Invitation
    number: int | None
    log: tuple[CheckIn, ...] = ()

    @property
    def entry(self) -> CheckIn | None:
        """The line by which they are in; ``None`` while they are not."""
        return entered(self.log) if self.log else None

    @property
    def walked_in(self) -> bool:
        """Whether they came without being on the list."""
        return any(line.how is CheckInHow.WALK_IN for line in self.log)

    @property
    def expected(self) -> bool:
        """Whether they were on the list of those who come."""
        return self.status is Invitation.ACCEPTED and not self.walked_in


@frozen
class Count:
    """How many of a group were expected, and came.

    ``came`` are those of the expected who did, ``walk_ins`` who were put on the list at the
    door, ``others`` who came without having accepted, ``late`` those of all who came after the
    beginning of their day.
    """

    expected: int = 0
    came: int = 0
    walk_ins: int = 0
    others: int = 0
    late: int = 0

    @property
    def present(self) -> int:
        """Everybody who came."""
        return self.came + self.walk_ins + self.others

    @property
    def no_shows(self) -> int:
        """Who was expected and did not come."""
        return self.expected - self.came

    @property
    def rate(self) -> float:
        """The share of the expected who came, 0 to 1; 0 where nobody was expected."""
        return self.came / self.expected if self.expected else 0.0

    def __add__(self, other: Count) -> Count:
        return Count(*map(add, self._figures, other._figures))

    def __sub__(self, other: Count) -> Count:
        return Count(*map(sub, self._figures, other._figures))

    @property
    def _figures(self) -> tuple[int, ...]:
        return (self.expected, self.came, self.walk_ins, self.others, self.late)


NOBODY = Count()
Group = str | None


def counted(
    attendees: Iterable[Attendee],
    group: Callable[[Attendee], Group],
    late: Callable[[CheckIn], bool] = lambda _: False,
) -> dict[Group, Count]:
    """The counts of each group there is anybody of to count."""
    tallies: dict[Group, list[int]] = {}
    for one in attendees:
        entry = one.entry
        if entry is None and not one.expected:
            continue
        tally = tallies.setdefault(group(one), [0, 0, 0, 0, 0])
        tally[0] += one.expected
        if entry is not None:
            tally[1 if one.expected else 2 if one.walked_in else 3] += 1
            tally[4] += late(entry)
    return {key: Count(*tally) for key, tally in tallies.items()}


def with_erased(counts: Mapping[Group, Count], erasures: Iterable[Erasure]) -> dict[Group, Count]:
    """Counts by side with those whose persons were erased: what was reported stays the same."""
    whole = dict(counts)
    for erasure in erasures:
        more = Count(expected=1, came=int(erasure.attended))
        whole[erasure.side] = whole.get(erasure.side, NOBODY) + more
    return whole


def total(counts: Mapping[Group, Count]) -> Count:
    """All groups as one."""
    return sum(counts.values(), NOBODY)


@frozen
class Returning:
    """Somebody who came last time: as they were then, and as they are now (``None``: not asked)."""

    then: Attendee
    now: Attendee | None

    @property
    def again(self) -> bool:
        """Whether they come again, as far as is known."""
        return self.now is not None and (
            self.now.entry is not None or self.now.status is Invitation.ACCEPTED
        )


def returning(now: Iterable[Attendee], before: Iterable[Attendee]) -> list[Returning]:
    """Who came to the edition before, in the order of that list."""
    here: dict[str | None, Attendee] = {one.person: one for one in now if one.person}
    came = (one for one in before if one.person and one.entry is not None)
    return [Returning(one, here.get(one.person)) for one in came]


def edition_before(edition: Edition, editions: Iterable[Edition]) -> Edition | None:
    """The edition of the series before this one, by number, else by day."""

    def place(one: Edition) -> tuple[int, date]:
        return (one.number or 0, one.first_day or date.min)

    earlier = [one for one in editions if one.id != edition.id and place(one) < place(edition)]
    return max(earlier, key=place, default=None)
