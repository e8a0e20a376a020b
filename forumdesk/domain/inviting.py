# SPDX-License-Identifier: MIT
"""Invitations: seats of the quotas, who waits for one, who has not answered in time.

A quota counts those of a side, of an organization with all under it, or of the whole edition;
companions and deputies count as everybody does. Nothing is refused over a quota: it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Participation, Quota, StatusDay
from forumdesk.domain.values import frozen

TAKING = frozenset({Invitation.ACCEPTED, Invitation.TENTATIVE})
"""Who takes a seat; who is only invited may still take one."""
_LAST = date.max


class Speeches(StrEnum):
    """What becomes of the parts of somebody who sends a deputy."""

    LEFT = "left"  # they stay where they are
    TAKEN = "taken"  # the deputy does them instead
    READ = "read"  # the deputy reads in their name (대독)


@frozen
class Seats:
    """A quota and what has become of it: seats taken, offered to the invited, wanted by waiting."""

    quota: Quota
    taken: int
    invited: int
    waiting: int

    @property
    def free(self) -> int:
        """Seats that nobody has taken."""
        return max(self.quota.seats - self.taken, 0)

    @property
    def left(self) -> int:
        """Free seats that are not offered to somebody invited."""
        return max(self.quota.seats - self.taken - self.invited, 0)

    @property
    def over(self) -> int:
        """How many more have taken a seat than there are."""
        return max(self.taken - self.quota.seats, 0)


def standing(participation: Participation, status: Invitation, on: date | None) -> Participation:
    """A participation with another status since a day; the one it had goes into its history.

    Saying the same status again corrects the day only.
    """
    history = participation.history
    if participation.status is not status:
        history = (*history, StatusDay(participation.status, participation.status_on))
    return replace(participation, status=status, status_on=on, history=history)


def seats(dossier: Dossier) -> tuple[Seats, ...]:
    """Every quota of an edition with what has become of it; made once for a dossier."""
    return dossier.derived(_seats)


def _seats(dossier: Dossier) -> tuple[Seats, ...]:
    if not dossier.quotas:
        return ()
    count = {quota.id: dict.fromkeys(Invitation, 0) for quota in dossier.quotas}
    concerned = _Concerned(dossier)
    for one in dossier.participations:
        for quota in concerned.of(one):
            count[quota.id][one.status] += 1
    return tuple(_counted(quota, count[quota.id]) for quota in dossier.quotas)


def _counted(quota: Quota, count: Mapping[Invitation, int]) -> Seats:
    taken = sum(count[status] for status in TAKING)
    return Seats(quota, taken, count[Invitation.INVITED], count[Invitation.WAITLISTED])


class _Concerned:
    """Which quotas a participation counts in."""

    def __init__(self, dossier: Dossier) -> None:
        self._whole = [q for q in dossier.quotas if q.side is None and q.organization is None]
        self._by: dict[str, list[Quota]] = {}
        for quota in dossier.quotas:
            if key := quota.side or quota.organization:
                self._by.setdefault(key, []).append(quota)
        self._dossier = dossier
        self._bodies: dict[str, list[Quota]] = {}

    def of(self, one: Participation) -> Iterator[Quota]:
        """The quotas it counts in."""
        yield from self._whole
        yield from self._by.get(one.side or "", ())
        if one.organization is not None:
            if one.organization not in self._bodies:
                self._bodies[one.organization] = list(self._of_body(one.organization))
            yield from self._bodies[one.organization]

    def _of_body(self, id: str) -> Iterator[Quota]:
        """Those of an organization and of all above it."""
        seen: set[str] = set()
        body = self._dossier.organization.get(id)
        while body is not None and body.id not in seen:
            yield from self._by.get(body.id, ())
            seen.add(body.id)
            body = self._dossier.organization.get(body.parent or "")


def waiting(dossier: Dossier) -> tuple[Participation, ...]:
    """The waiting list: by the day one came onto it, then by number."""
    those = (one for one in dossier.participations if one.status is Invitation.WAITLISTED)
    return tuple(sorted(those, key=_turn))


def _turn(one: Participation) -> tuple[date, int, str]:
    return (one.status_on or _LAST, one.number if one.number is not None else 2**31, one.id)


def moving_up(
    dossier: Dossier, side: str | None = None, organization: str | None = None
) -> tuple[Participation, ...]:
    """Who of the waiting list can be invited now, in turn: wherever they count a seat is left.

    ``side`` and ``organization`` leave out those of others. Whom no quota concerns is left alone:
    nobody said what they wait for.
    """
    left = {each.quota.id: each.left for each in seats(dossier)}
    concerned = _Concerned(dossier)
    found = []
    for one in waiting(dossier):
        if side not in (None, one.side) or organization not in (None, one.organization):
            continue
        mine = [quota.id for quota in concerned.of(one)]
        if mine and all(left[id_] for id_ in mine):
            found.append(one)
            left |= {id_: left[id_] - 1 for id_ in mine}
    return tuple(found)


def answer_by(dossier: Dossier, one: Participation) -> date | None:
    """The day by which somebody is asked to answer: their own, else the edition's."""
    return one.reply_by or dossier.edition.reply_by


def late(dossier: Dossier, today: date) -> tuple[Participation, ...]:
    """Those invited who have not answered although the day for it is past."""
    return tuple(one for one in asked(dossier) if (answer_by(dossier, one) or _LAST) < today)


def asked(dossier: Dossier) -> Iterable[Participation]:
    """Those invited who have not answered."""
    return (one for one in dossier.participations if one.status is Invitation.INVITED)
