# SPDX-License-Identifier: MIT
"""Which printed sheets of the edition shown are stale, looked at aside after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forumdesk.domain.dossier import Dossier
from forumdesk.ui.background import Background

if TYPE_CHECKING:
    from forumdesk.ui.workspace import Workspace

WAIT = 400  # milliseconds after a step, so that a run of steps is looked at once


class PrintedSheets(QObject):
    """``stale`` are the ids of the printings that say something else than their sheets would now.

    ``looked`` is false until that is known of the edition shown; ``found`` tells when it is, and
    when they are others than before.
    """

    found = Signal()

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._work = work
        self.stale: frozenset[str] = frozenset()
        self.looked = False
        self._looking: Background | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._look)
        self._seen = False
        work.changed.connect(self._later)
        work.editionShown.connect(self._begin)
        work.painted.connect(self._look_at_first)

    def _look_at_first(self) -> None:
        """Paper is for after the first paint."""
        self._seen = True
        self._later()

    def _begin(self) -> None:
        self.stale, self.looked = frozenset(), False
        self._later()

    def _later(self) -> None:
        self._drop()
        if self._seen:
            self._timer.start()

    def _look(self) -> None:
        dossier = self._work.dossier
        if dossier is None or not dossier.printings:
            self._take(frozenset())
            return
        self._looking = Background(lambda: _stale(dossier), self)
        self._looking.finished.connect(self._take)
        self._looking.failed.connect(_raise)
        self._looking.start()

    def _take(self, stale: frozenset[str]) -> None:
        if stale != self.stale or not self.looked:
            self.stale, self.looked = stale, True
            self.found.emit()

    def _drop(self) -> None:
        if self._looking is not None:
            self._looking.drop()
            self._looking = None

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        looking = self._looking
        self._drop()
        if looking is not None:
            looking.wait()


def _stale(dossier: Dossier) -> frozenset[str]:
    from forumdesk.handouts.catalogue import stale_printings  # noqa: PLC0415 - not at the start

    return frozenset(printing.id for printing in stale_printings(dossier))


def _raise(error: Exception) -> None:
    """A look that fails is our fault: let it be caught where faults are."""
    raise error
