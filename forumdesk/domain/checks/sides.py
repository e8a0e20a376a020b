# SPDX-License-Identifier: MIT
"""The sides of a forum have equal shares of its program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from forumdesk.domain.checks.stays import while_open
from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.readiness import Share, parity
from forumdesk.domain.words import N_, Phrase

SPEAKERS, MINUTES = "speakers-out-of-balance", "minutes-out-of-balance"
RATIO = 1.25  # one side may have a quarter more than another …
SLACK = {SPEAKERS: 1, MINUTES: 15}  # … and in any case this many more


@while_open
def check(dossier: Dossier) -> Iterable[Problem]:
    """Sides of which one has clearly more speakers, or more minutes, than another.

    Once every side has somebody who speaks: before that the program is still being filled.
    """
    shares = parity(dossier) if len(dossier.sides) > 1 else ()
    if all(share.speakers for share in shares):
        yield from _unequal(dossier, SPEAKERS, shares, lambda share: share.speakers)
        yield from _unequal(dossier, MINUTES, shares, lambda share: share.minutes)


def _unequal(
    dossier: Dossier, kind: str, shares: Sequence[Share], amount: Callable[[Share], int]
) -> Iterable[Problem]:
    order = sorted(shares, key=amount)
    if not order:
        return
    least, most = order[0], order[-1]
    few, many = amount(least), amount(most)
    if many - few <= SLACK[kind] or many <= RATIO * few:
        return
    message = (
        N_("{more} has {many} speakers, {less} {few}.")
        if kind == SPEAKERS
        else N_("{more} speaks for {many} min, {less} for {few}.")
    )
    phrase = Phrase.of(message, more=most.side.name, many=many, less=least.side.name, few=few)
    subject = Subject("edition", dossier.edition.id, "sides")
    facts = " ".join(f"{share.side.id}={amount(share)}" for share in shares)
    yield Problem(kind, Severity.NOTE, subject, phrase, facts)
