# SPDX-License-Identifier: MIT
"""How commitments stand on a day: late by their due day, due soon, closed; what was heard of them.

A commitment is carried from edition to edition until it is done or dropped. What was said of it
last is kept in it; that it is late follows from its due day, whatever was said.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum

from forumdesk.domain.forum import Edition
from forumdesk.domain.outcomes import Commitment, CommitmentStatus, Report
from forumdesk.domain.terms import T_
from forumdesk.domain.words import Words

CLOSED = frozenset({CommitmentStatus.DONE, CommitmentStatus.DROPPED})
SOON = timedelta(days=30)  # what is due within it is due soon


def is_closed(status: CommitmentStatus) -> bool:
    """Whether nobody waits for it any more."""
    return status in CLOSED


def is_over(due: date | None, on: date | None) -> bool:
    """Whether the due day is past on a day; never where one of them is open."""
    return due is not None and on is not None and due < on


def standing(
    status: CommitmentStatus, due: date | None, on: date | None = None
) -> CommitmentStatus:
    """How what stands as ``status`` and is due on a day stands on another: late once it is past."""
    if status not in CLOSED and is_over(due, on):
        return CommitmentStatus.LATE
    return status


def is_late(commitment: Commitment, today: date) -> bool:
    """Whether it should be done by now, or was said to be late."""
    return standing(commitment.status, commitment.due, today) is CommitmentStatus.LATE


def is_soon(commitment: Commitment, today: date) -> bool:
    """Whether it is still in time, and due within a month."""
    due = commitment.due
    waits = commitment.status not in CLOSED and not is_late(commitment, today)
    return waits and due is not None and due <= today + SOON


class Standing(StrEnum):
    """What a list of commitments can be narrowed to."""

    OPEN = "open"
    LATE = "late"
    SOON = "soon"
    CLOSED = "closed"

    def holds(self, commitment: Commitment, today: date) -> bool:
        """Whether it is so of a commitment."""
        match self:
            case Standing.OPEN:
                return commitment.status not in CLOSED
            case Standing.LATE:
                return is_late(commitment, today)
            case Standing.SOON:
                return is_soon(commitment, today)
        return commitment.status in CLOSED

    def said(self, words: Words) -> str:
        """What it is called in a list of filters."""
        return words.context(*_SAID[self])


_SAID: Mapping[Standing, tuple[str, str]] = {
    Standing.OPEN: T_("commitments", "Open"),
    Standing.LATE: T_("commitments", "Late"),
    Standing.SOON: T_("commitments", "Due soon"),
    Standing.CLOSED: T_("commitments", "Closed"),
}


def in_order_of_time(editions: Collection[Edition]) -> list[Edition]:
    """A series' editions by number, then by time; those without either last."""
    return sorted(editions, key=_when)


def _when(edition: Edition) -> tuple[float, date]:
    number = float("inf") if edition.number is None else float(edition.number)
    return (number, edition.first_day or date.max)


def in_order_of_hearing(reports: Collection[Report], editions: Collection[Edition]) -> list[Report]:
    """Reports by the editions that heard them, those of one edition by day, then as entered."""
    if len(reports) < 2:
        return list(reports)
    order = {edition.id: n for n, edition in enumerate(in_order_of_time(editions))}

    def key(report: Report) -> tuple[int, date, str]:
        return (order.get(report.edition, -1), report.on or date.max, report.id)

    return sorted(reports, key=key)
