# SPDX-License-Identifier: MIT
"""What stands on somebody's own agenda, for the pocket."""

from __future__ import annotations

from forumdesk.domain.values import frozen
from forumdesk.handouts.content import NOTHING, Wording


@frozen
class AgendaLine:
    """Something to be at: when, what and where; ``mine`` is what its bearer does there.

    ``inside`` are items of it: of parallel sessions each of them, of others one's own.
    """

    clock: str
    title: Wording
    detail: Wording = NOTHING
    mine: Wording = NOTHING
    quiet: bool = False
    inside: tuple[AgendaLine, ...] = ()


@frozen
class AgendaDay:
    """A day of it, in order."""

    date: Wording
    lines: tuple[AgendaLine, ...]


@frozen
class AgendaCard:
    """Somebody's own agenda, in the ``languages`` they read, the best one first.

    ``side`` is that of their delegation, in the theme's ink number ``tone``. One that is longer
    than a card goes on on others: this is then number ``number`` of ``count``.
    """

    participation: str
    languages: tuple[str, ...]
    name: Wording
    affiliation: Wording
    side: Wording
    tone: int
    days: tuple[AgendaDay, ...]
    notes: tuple[Wording, ...] = ()
    title: Wording = NOTHING
    continued: Wording = NOTHING
    number: int = 1
    count: int = 1
