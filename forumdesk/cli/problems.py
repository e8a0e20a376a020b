# SPDX-License-Identifier: MIT
"""Problems as the command line gives them: for scripts, and in words."""

from __future__ import annotations

from forumdesk.cli.speaking import shown
from forumdesk.domain.desk import Problem, Severity
from forumdesk.domain.terms import T_
from forumdesk.domain.words import Words

SEVERITIES = {
    Severity.ERROR: T_("severity", "error"),
    Severity.WARNING: T_("severity", "warning"),
    Severity.NOTE: T_("severity", "note"),
}


def problem_line(problem: Problem, words: Words) -> str:
    """A problem as a person reads it."""
    severity = words.context(*SEVERITIES[problem.severity])
    accepted = words("accepted")
    seen = f" ({accepted})" if problem.acknowledged else ""
    return f"{severity}{seen}: {shown(problem.phrase.said(words))}"


def problem_json(problem: Problem, words: Words) -> dict[str, object]:
    """A problem as scripts get it."""
    return {
        "kind": problem.kind,
        "severity": problem.severity.value,
        "subject": str(problem.subject),
        "text": problem.phrase.said(words),
        "acknowledged": problem.acknowledged,
    }
