# SPDX-License-Identifier: MIT
"""What a handout needs and the dossier shown has not got, read in slices: everybody, all editions.

What was read is kept for as long as the dossier is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Generator

from forumdesk.domain.comparison import with_comparison
from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.progress import Progress
from forumdesk.domain.reading import read_everybody
from forumdesk.handouts.catalogue import Handout
from forumdesk.ui.jobs import Job
from forumdesk.ui.workspace import Workspace

Then = Callable[[Dossier], object]
Reading = Callable[[Desk, Dossier], Generator[Progress, None, Dossier]]


class Completing:
    """Gives dossiers that have what a handout needs, at once where it is at hand."""

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._known: dict[Reading, tuple[Dossier, Dossier]] = {}
        self._wanted: tuple[Dossier, Reading] | None = None

    def give(self, dossier: Dossier, handout: Handout, then: Then) -> None:
        """Call ``then`` with the dossier as it is needed, unless another is wanted by then."""
        if handout.compares:
            title = self._work.words("Reading all editions")
            self._read(dossier, with_comparison, title, then)
        elif handout.everybody:
            self.give_everybody(dossier, then)
        else:
            self._wanted = None
            then(dossier)

    def give_everybody(self, dossier: Dossier, then: Then) -> None:
        """Call ``then`` with the dossier of all participants."""
        if dossier.whole:
            self._wanted = None
            then(dossier)
        else:
            title = self._work.words("Reading all participants")
            self._read(dossier, read_everybody, title, then)

    def _read(self, dossier: Dossier, reading: Reading, title: str, then: Then) -> None:
        of, complete = self._known.get(reading, (None, dossier))
        wanted = self._wanted = (dossier, reading)
        if of is dossier:
            then(complete)
            return

        def take(found: Dossier) -> None:
            if self._wanted is wanted:
                self._known[reading] = (dossier, found)
                then(found)

        work = reading(self._work.desk, dossier)
        self._work.jobs.start(Job(title, work, take, self._work.messages.refuse))
