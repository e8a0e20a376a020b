# SPDX-License-Identifier: MIT
"""What the checks find, kept up to date by looking again only at what a change can reach.

What a check found before, less what it finds of the reached part as it was, and what it finds of
that part as it is now. Whatever in that part the change did not reach cancels out, so that the
part may be cut generously: it only has to hold all that the answer follows from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from forumdesk.domain.checks import CHECKS, settled
from forumdesk.domain.checks.changing import Difference, difference
from forumdesk.domain.checks.scopes import Check, Scope, families, grouped, narrowed, ties
from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.values import frozen

Found: TypeAlias = tuple[Problem, ...]


@frozen
class Families:
    """Which sessions are in one another: the outmost of each, and all those of each outmost."""

    outmost: Mapping[str, str]
    inside: Mapping[object, Sequence[str]]

    @classmethod
    def of(cls, dossier: Dossier) -> Families:
        """The families of an edition."""
        outmost = families(dossier)
        return cls(outmost, grouped(outmost.items()))

    def around(self, sessions: Iterable[str]) -> set[str]:
        """All sessions of the families of some."""
        roots = {self.outmost[session] for session in sessions if session in self.outmost}
        return set(chain.from_iterable(self.inside[root] for root in roots))


@frozen
class Findings:
    """What each check found in an edition; the same as a run of all, however it came about."""

    dossier: Dossier
    checks: tuple[Check, ...]
    found: tuple[Found, ...]

    @classmethod
    def of(cls, dossier: Dossier, checks: Iterable[Check] = CHECKS) -> Findings:
        """All checks run over the whole edition."""
        every = tuple(checks)
        return cls(dossier, every, tuple(tuple(check(dossier)) for check in every))

    @cached_property
    def problems(self) -> Found:
        """Everything found, as ``run`` gives it: errors first, acknowledged ones marked."""
        return tuple(settled(self.dossier, (p for found in self.found for p in found)))

    def in_order(self) -> Findings:
        """These findings, with what takes long to tell of them at hand: for another thread."""
        _ = self.problems, self.families
        return self

    @cached_property
    def families(self) -> Families:
        """The sessions of the edition by their outmost one."""
        return Families.of(self.dossier)

    def tied(self, scope: Scope) -> Mapping[object, Sequence[str]]:
        """The sessions that have a room, person or day in common."""
        if scope not in self._tied:
            self._tied[scope] = grouped(ties(self.dossier, scope))
        return self._tied[scope]

    @cached_property
    def _tied(self) -> dict[Scope, Mapping[object, Sequence[str]]]:
        return {}

    def after(self, dossier: Dossier) -> Findings:
        """The findings on the edition as it is after a change (or before it, or another)."""
        apart = difference(self.dossier, dossier)
        if apart.whole or 2 * len(apart.sessions) > len(dossier.sessions):
            return Findings.of(dossier, self.checks)
        again = _Again(self, dossier, apart)
        found = (again.found(*pair) for pair in zip(self.checks, self.found, strict=True))
        return Findings(dossier, self.checks, tuple(found))


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

    before: Findings
    after: Dossier
    apart: Difference
    cuts: dict[Scope, tuple[Dossier, Dossier] | None] = field(default_factory=dict)

    def found(self, check: Check, known: Found) -> Found:
        """What a check finds now, from what it found before."""
        if check.scope is Scope.EDITION:
            return tuple(check(self.after))
        if check.scope is Scope.UNTIMED:
            return known if self.apart.timing else tuple(check(self.after))
        if not self.apart.sessions:
            return known
        if check.scope not in self.cuts:
            self.cuts[check.scope] = self._cut(check.scope)
        cuts = self.cuts[check.scope]
        if cuts is None:
            return tuple(check(self.after))
        was, now = (dict.fromkeys(check(part)) for part in cuts)
        if was == now:
            return known
        kept = (problem for problem in known if problem in now or problem not in was)
        return (*kept, *(problem for problem in now if problem not in was))

    def _cut(self, scope: Scope) -> tuple[Dossier, Dossier] | None:
        """The part that must be looked at, as it was and as it is.

        ``None`` if it is half of all or more: one look at all is then quicker than two at it.
        """
        states = (self.before.dossier, self.after)
        reached = self._with_families(self.apart.sessions)
        pairs = chain.from_iterable(ties(state, scope, reached) for state in states)
        tied = {tie for _, tie in pairs}
        # What the change did not touch is tied now as it was before.
        known = self.before.tied(scope)
        near = chain.from_iterable(known.get(tie, ()) for tie in tied)
        reached |= self._with_families(near)
        if 2 * len(reached) >= len(self.after.sessions):
            return None
        return narrowed(self.before.dossier, reached), narrowed(self.after, reached)

    def _with_families(self, sessions: Iterable[str]) -> set[str]:
        """Sessions with all that is around and inside them, before the change or after it."""
        wanted = set(sessions)
        return self.before.families.around(wanted) | self._families.around(wanted)

    @cached_property
    def _families(self) -> Families:
        return Families.of(self.after)
