# SPDX-License-Identifier: MIT
"""What is to be looked at on the sheets of a pack, each thing once with the sheets it is on."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.desk import Severity
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.handouts.pack.making import Outcome


@frozen
class Found:
    """A finding in words, and the sheets that it was found on."""

    severity: Severity
    text: str
    on: tuple[Outcome, ...]

    @property
    def numbers(self) -> str:
        """The numbers of these sheets: ``01, 04``."""
        return ", ".join(f"{one.ticket.number:02}" for one in self.on)


def found(outcomes: Iterable[Outcome], words: Words) -> tuple[Found, ...]:
    """Everything found, errors first, then by the first sheet it is on.

    Two findings that read the same are one: who looks after it finds both.
    """
    sheets: dict[tuple[Severity, str], dict[int, Outcome]] = {}
    for one in outcomes:
        for problem in one.problems:
            key = (problem.severity, problem.phrase.said(words))
            sheets.setdefault(key, {})[one.ticket.number] = one
    every = (Found(severity, text, tuple(on.values())) for (severity, text), on in sheets.items())
    return tuple(sorted(every, key=lambda one: one.severity is not Severity.ERROR))
