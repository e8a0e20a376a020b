# SPDX-License-Identifier: MIT
"""How far a change reaches: by what the answer of a check falls apart.

A check that looks at each session by itself needs to look again at one session when one was
moved. What a check declares is a promise: run over a part of an edition that is whole in this
respect, it finds what it finds there in the whole edition, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, auto
from typing import TypeAlias

from forumdesk.domain.desk import Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen

Finder: TypeAlias = Callable[[Dossier], Iterable[Problem]]


class Scope(Enum):
    """By what the answer of a check falls apart; every check may also read the edition itself,
    its series, hosts, sides, rooms, tracks, organizations, agreements and what is promised.
    """

    SESSION = auto()  # a session with its items, their rooms and parts, by themselves
    ROOM = auto()  # a room with all that is in it
    PERSON = auto()  # a person with all sessions that person has a part in
    DAY = auto()  # a program day with all its sessions
    UNTIMED = auto()  # the whole edition, but neither times nor rooms of sessions
    EDITION = auto()  # the whole edition


@frozen
class Check:
    """A check as it takes part: the function that finds, and by what its answer falls apart."""

    find: Finder
    scope: Scope = Scope.EDITION

    def __call__(self, dossier: Dossier) -> Iterable[Problem]:
        """What it finds in an edition."""
        return self.find(dossier)
