# SPDX-License-Identifier: MIT
"""The columns of the list of commitments, declared as data; and how it is sorted by each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from forumdesk.domain.commitments import is_closed
from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import CommitmentStatus
from forumdesk.domain.sifting import Order
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold
from forumdesk.domain.words import N_, Words
from forumdesk.ui.commitments.sight import Sight

DUE, STATUS, OWNERS, ORIGIN, HEARD = "due", "status", "owners", "origin", "heard"
USUAL = Order(DUE)
_STANDINGS = (
    CommitmentStatus.LATE,
    CommitmentStatus.OPEN,
    CommitmentStatus.ON_TRACK,
    CommitmentStatus.DONE,
    CommitmentStatus.DROPPED,
)


@frozen
class Column:
    """A column: ``say`` gives what a commitment has in it; one that is ``told`` isn't typed.

    ``instead`` gives what is shown where there is nothing.
    """

    id: str
    title: str
    width: int
    say: Callable[[Tracked, Sight], str]
    grows: bool = False
    figures: bool = False
    told: bool = False
    instead: Callable[[Tracked, Sight], str] | None = None

    def heading(self, words: Words) -> str:
        """What stands over it."""
        return words(self.title)


def columns(language: str) -> tuple[Column, ...]:
    """The columns, with the titles in a language."""
    return (
        Column(
            f"title.{language}",
            N_("Commitment"),
            168,
            lambda one, sight: one.commitment.title.get(language, ""),
            grows=True,
            instead=lambda one, sight: sight.title(one),
        ),
        Column(DUE, N_("Due"), 112, lambda one, sight: sight.due(one)),
        Column(STATUS, N_("Status"), 94, lambda one, sight: sight.status(one)),
        Column(OWNERS, N_("Responsible"), 112, lambda one, sight: sight.owners(one), grows=True),
        Column(ORIGIN, N_("Origin"), 96, lambda one, sight: sight.origin(one), told=True),
        Column(
            HEARD,
            N_("Last report"),
            108,
            lambda one, sight: sight.heard(one),
            grows=True,
            told=True,
        ),
    )


def status_choices(words: Words) -> list[tuple[str, str]]:
    """The statuses to choose from."""
    return [(status.value, term(status, words)) for status in CommitmentStatus]


def in_order(tracked: Sequence[Tracked], order: Order, sight: Sight) -> list[Tracked]:
    """Commitments by a column; those without anything in it last, in their own order."""
    key = _KEYS.get(order.column)

    def text(one: Tracked) -> object:
        column = next((c for c in columns(sight.language) if c.id == order.column), None)
        return (fold(column.say(one, sight)) or None) if column else None

    given = [(key(one, sight) if key else text(one), one) for one in tracked]
    some = [pair for pair in given if pair[0] is not None]
    some.sort(key=lambda pair: pair[0], reverse=order.falling)  # type: ignore[arg-type, return-value]
    return [one for _, one in some] + [one for value, one in given if value is None]


def _by_due(one: Tracked, sight: Sight) -> tuple[bool, date] | None:
    """What is waited for first; closed ones only stand at the end."""
    due = one.commitment.due
    closed = is_closed(one.commitment.status)
    return (closed, due or date.max) if due or closed else (False, date.max)


def _by_status(one: Tracked, sight: Sight) -> int:
    return _STANDINGS.index(one.standing(sight.today))


def _by_origin(one: Tracked, sight: Sight) -> tuple[int, str] | None:
    if one.edition is None:
        return None
    return (sight.ledger.editions.index(one.edition), fold(sight.origin(one)))


def _by_report(one: Tracked, sight: Sight) -> tuple[int, date] | None:
    report = one.last
    if report is None:
        return None
    editions = [edition.id for edition in sight.ledger.editions]
    return (editions.index(report.edition), report.on or date.max)


_KEYS: dict[str, Callable[[Tracked, Sight], object]] = {
    DUE: _by_due,
    STATUS: _by_status,
    ORIGIN: _by_origin,
    HEARD: _by_report,
}
