# SPDX-License-Identifier: MIT
"""The figures of editions that stand side by side; ``comparison`` makes them."""

from __future__ import annotations

from forumdesk.domain.forum import Edition
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text


@frozen
class Figures:
    """An edition, or one side of it, in figures.

    Of ``participants``, ``organizations`` and ``speakers`` so many came ``again``. ``minutes``
    are those in which they have the floor. Of those ``expected`` so many ``came``: nobody and
    none where there is no log of the door.
    """

    participants: int = 0
    participants_again: int = 0
    organizations: int = 0
    organizations_again: int = 0
    speakers: int = 0
    speakers_again: int = 0
    minutes: int = 0
    expected: int = 0
    came: int = 0


@frozen
class Compared:
    """An edition as it stands in a comparison; ``hours`` are minutes of sessions without pauses.

    ``sides`` are its figures by the key of a side, those without one under none.
    """

    edition: Edition
    title: Text
    days: int
    sessions: int
    items: int
    program: int
    whole: Figures
    sides: tuple[tuple[str, Figures], ...]

    def side(self, key: str) -> Figures:
        """The figures of a side; nothing where the edition has no such."""
        return dict(self.sides).get(key, Figures())


@frozen
class Comparison:
    """Editions of a series in order of time, and the sides that any of them has, by key."""

    editions: tuple[Compared, ...] = ()
    sides: tuple[tuple[str, Text], ...] = ()
