# SPDX-License-Identifier: MIT
"""What the checks find, kept up to date by looking again only at what a change can reach.

What a check found before, less what it finds of the reached part as it was, and what it finds of
that part as it is now. Whatever in that part the change did not reach cancels out, so that the
part may be cut generously: it only has to hold all that the answer follows from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from forumdesk.domain.checks import CHECKS, settled
from forumdesk.domain.checks.changing import Difference, difference
from forumdesk.domain.checks.common import carry_slots
from forumdesk.domain.checks.hanging import Hanging, around, narrowed, ties
from forumdesk.domain.checks.scopes import Check, Scope
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.precedence import carry_ranking
from forumdesk.domain.values import frozen

Found: TypeAlias = tuple[Problem, ...]


@frozen
class Findings:
    """What each check found in an edition; the same as a run of all, however it came about."""

    dossier: Dossier
    checks: tuple[Check, ...]
    found: tuple[Found, ...]
    hanging: Hanging

    @classmethod
    def of(cls, dossier: Dossier, checks: Iterable[Check] = CHECKS) -> Findings:
        """All checks run over the whole edition."""
        every = tuple(checks)
        found = tuple(tuple(check(dossier)) for check in every)
        return cls(dossier, every, found, Hanging.of(dossier))

    @cached_property
    def problems(self) -> Found:
        """Everything found, as ``run`` gives it: errors first, acknowledged ones marked."""
        return tuple(settled(self.dossier, (p for found in self.found for p in found)))

    def in_order(self) -> Findings:
        """These findings, with the problems put in order: where there is time for it."""
        _ = self.problems
        return self

    def after(self, dossier: Dossier) -> Findings:
        """The findings on the edition as it is after a change (or before it, or another)."""
        apart = difference(self.dossier, dossier)
        if apart.whole or 2 * len(apart.sessions) > len(dossier.sessions):
            return Findings.of(dossier, self.checks)
        after = self.hanging.after(dossier, apart)
        carry_ranking(self.dossier, dossier)
        carry_slots(self.dossier, dossier, around(self.hanging, after, apart.sessions))
        again = _Again(self.hanging, after, apart)
        found = tuple(again.found(*pair) for pair in zip(self.checks, self.found, strict=True))
        return Findings(dossier, self.checks, found, after)


def verdict(
    findings: Findings, dossier: Dossier, places: Mapping[str, Place]
) -> tuple[list[Problem], list[Problem]]:
    """The problems there would be, and those gone, if sessions of a dossier were placed so.

    One whose facts change (a clash at another time) is gone and there again.
    """
    now = findings if findings.dossier is dossier else findings.after(dossier)
    then = now.after(with_places(dossier, places))
    gone, new = _apart(now.found, then.found), _apart(then.found, now.found)
    return settled(then.dossier, new), settled(now.dossier, gone)


def _apart(ones: Iterable[Found], others: Iterable[Found]) -> Iterable[Problem]:
    for mine, theirs in zip(ones, others, strict=True):
        if mine is not theirs:
            known = set(theirs)
            yield from (problem for problem in mine if problem not in known)


@frozen
class _Again:
    """One look again: the parts that a change reached, cut once for all checks of a scope."""

    before: Hanging
    after: Hanging
    apart: Difference
    cuts: dict[Scope, tuple[Dossier, Dossier] | None] = field(default_factory=dict)

    def found(self, check: Check, known: Found) -> Found:
        """What a check finds now, from what it found before."""
        if check.scope is Scope.EDITION:
            return tuple(check(self.after.dossier))
        if check.scope is Scope.UNTIMED:
            return known if self.apart.timing else tuple(check(self.after.dossier))
        if not self.apart.sessions:
            return known
        if check.scope not in self.cuts:
            self.cuts[check.scope] = self._cut(check.scope)
        cuts = self.cuts[check.scope]
        if cuts is None:
            return tuple(check(self.after.dossier))
        was, now = (dict.fromkeys(check(part)) for part in cuts)
        if was == now:
            return known
        kept = (problem for problem in known if problem in now or problem not in was)
        return (*kept, *(problem for problem in now if problem not in was))

    def _cut(self, scope: Scope) -> tuple[Dossier, Dossier] | None:
        """The part that must be looked at, as it was and as it is.

        ``None`` if it is half of all or more: one look at all is then quicker than two at it.
        """
        was, now = self.before.dossier, self.after.dossier
        reached = around(self.before, self.after, self.apart.sessions)
        tied = {tie for state in (was, now) for _, tie in ties(state, scope, reached)}
        # What the change did not touch is tied now as it was before.
        known = self.before.tied(scope)
        near = chain.from_iterable(known.get(tie, ()) for tie in tied)
        reached |= around(self.before, self.after, near)
        if 2 * len(reached) >= len(now.sessions):
            return None
        return narrowed(was, reached), narrowed(now, reached)
