# SPDX-License-Identifier: MIT
"""Sheets with nothing on them: that they are so, and why (see ``reasons``).

A secretary who prints one learns nothing from its paper; who is told that four people are still
proposed knows what to do.
"""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import Phrase
from forumdesk.handouts.content import Content
from forumdesk.handouts.kinds import Handout
from forumdesk.handouts.options import Options


def emptiness(
    dossier: Dossier, options: Options, handout: Handout, content: Content
) -> Phrase | None:
    """Why a sheet has nothing on it, and what to do about that; ``None`` where it has something."""
    return handout.empty(dossier, handout.takes(options)) if content.blank else None


_SAYS_LESS = frozenset(
    {
        *("nobody", "nobody-came", "no-sessions", "no-seating", "nobody-seated"),
        *("no-agreement", "no-cars"),
    }
)


def with_emptiness(found: Sequence[Problem], why: Phrase | None, dossier: Dossier) -> list[Problem]:
    """Findings on a sheet with ``why`` it is empty, where it is, instead of what says less."""
    if why is None:
        return list(found)
    empty = Problem("empty", Severity.WARNING, Subject("edition", dossier.edition.id), why)
    errors = [one for one in found if one.severity is Severity.ERROR]
    others = (one for one in found if one.severity is not Severity.ERROR)
    return [*errors, empty, *(one for one in others if one.kind not in _SAYS_LESS)]
