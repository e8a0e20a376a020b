# SPDX-License-Identifier: MIT
"""How far a change reaches: by what the answers of a check fall apart.

A check that judges each session by itself needs to judge one session again when one was moved.
What a check declares is a promise: what it says of a session (a room, a person, a day) follows
from that alone, and from what an edition has besides its agenda and its people. A test holds
every check to it.
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
    """By what the answers of a check fall apart."""

    SESSION = auto()  # a session with its items, their rooms, and who has which part in them
    ROOM = auto()  # all sessions in a room
    PERSON = auto()  # all sessions in which a person has a part, or reads one
    DAY = auto()  # all sessions of a program day; those without a time are one day
    UNTIMED = auto()  # the whole edition, but neither times nor rooms of sessions
    EDITION = auto()  # the whole edition


@frozen
class Check:
    """A check as it takes part: the function that finds, and by what its answers fall apart."""

    find: Finder
    scope: Scope = Scope.EDITION

    def __call__(self, dossier: Dossier) -> Iterable[Problem]:
        """What it finds in an edition."""
        return self.find(dossier)
