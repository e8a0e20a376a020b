# SPDX-License-Identifier: MIT
"""The checks: what is wrong with an edition, found by pure functions over its dossier.

A check is a module with one public ``check(dossier) -> Iterable[Problem]``; it takes part by
standing in ``CHECKS``. Texts are phrases, said later in any language; a problem rests on its
``facts``, and an acknowledgement of it holds as long as they are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from forumdesk.domain.checks import (
    clock_change,
    declined,
    length,
    nobody,
    outside_edition,
    outside_parent,
    room_twice,
    translation,
    two_places,
)
from forumdesk.domain.desk import Problem, Severity
from forumdesk.domain.dossier import Dossier

Check = Callable[[Dossier], Iterable[Problem]]

CHECKS: tuple[Check, ...] = (
    two_places.check,
    room_twice.check,
    outside_edition.check,
    outside_parent.check,
    length.check,
    clock_change.check,
    declined.check,
    nobody.check,
    translation.check,
)
_ORDER = {severity: place for place, severity in enumerate(Severity)}


def run(dossier: Dossier, checks: Iterable[Check] = CHECKS) -> list[Problem]:
    """What all checks find, errors first, then by time; acknowledged problems say so."""
    known = {(a.kind, a.subject, a.facts) for a in dossier.acknowledgements}
    found = (problem for check in checks for problem in check(dossier))
    marked = (
        replace(p, acknowledged=True) if (p.kind, str(p.subject), p.facts) in known else p
        for p in found
    )
    return sorted(marked, key=lambda problem: _place(dossier, problem))


def _place(dossier: Dossier, problem: Problem) -> tuple[int, datetime, str, str, str]:
    session = problem.subject.id if problem.subject.kind == "session" else ""
    at = dossier.session[session].starts if session in dossier.session else None
    subject = str(problem.subject)
    severity = _ORDER[problem.severity]
    return (severity, at or datetime.max, problem.kind, subject, problem.facts)
