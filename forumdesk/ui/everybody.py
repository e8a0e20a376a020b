# SPDX-License-Identifier: MIT
"""All participants of an edition, read in slices where the dossier shown has not got them."""

from __future__ import annotations

from collections.abc import Callable

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.reading import read_everybody
from forumdesk.ui.jobs import Job
from forumdesk.ui.workspace import Workspace


class Everybody:
    """Gives the whole of a dossier, at once where it is at hand; the last one read is kept."""

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._known: tuple[Dossier, Dossier] | None = None
        self._wanted: Dossier | None = None

    def give(self, dossier: Dossier, then: Callable[[Dossier], object]) -> None:
        """Call ``then`` with the dossier and everybody in it, unless another is wanted by then."""
        self._wanted = dossier
        if dossier.whole:
            then(dossier)
        elif self._known is not None and self._known[0] is dossier:
            then(self._known[1])
        else:
            self._work.jobs.start(
                Job(
                    self._work.words("Reading all participants"),
                    read_everybody(self._work.desk, dossier),
                    lambda whole: self._take(dossier, whole, then),
                    self._work.messages.refuse,
                )
            )

    def _take(self, dossier: Dossier, whole: Dossier, then: Callable[[Dossier], object]) -> None:
        if self._wanted is dossier:
            self._known = (dossier, whole)
            then(whole)
