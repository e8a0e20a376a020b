# SPDX-License-Identifier: MIT
"""What became of what was printed, looked at aside after each step of the edition shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.values import frozen
from forumdesk.ui.background import Background

if TYPE_CHECKING:
    from forumdesk.handouts.stale import Known
    from forumdesk.ui.workspace import Workspace

WAIT = 1000  # milliseconds after a step: it is work for a thread, and nobody is waiting for it


@frozen
class _Memory:
    """What is kept from look to look: versions thawed, and what their sheets said."""

    thawed: dict[str, Dossier]
    said: Known


@frozen
class Since:
    """How many changes there are since the version that was printed last, or is the newest."""

    version: str
    name: str
    printed: bool
    changes: int


@frozen
class _Found:
    stale: frozenset[str] = frozenset()
    since: Since | None = None


class PrintedSheets(QObject):
    """``stale`` are the ids of the printings that say something else than their sheets would now,
    ``since`` tells of the changes since the version printed last (``None``: there is none).

    ``looked`` is false until that is known of the edition shown; ``found`` tells when it is, and
    when it is otherwise than before.
    """

    found = Signal()

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._work = work
        self._state = _Found()
        self.looked = False
        self._memory = _Memory({}, {})
        self._looking: Background | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._look)
        self._seen = False
        work.changed.connect(self._later)
        work.editionShown.connect(self._begin)
        work.painted.connect(self._look_at_first)

    @property
    def stale(self) -> frozenset[str]:
        """The ids of stale printings."""
        return self._state.stale

    @property
    def since(self) -> Since | None:
        """What changed since the version printed last."""
        return self._state.since

    def _look_at_first(self) -> None:
        """Paper is for after the first paint."""
        self._seen = True
        self._later()

    def _begin(self) -> None:
        self._state, self.looked, self._memory = _Found(), False, _Memory({}, {})
        self.found.emit()
        self._later()

    def _later(self) -> None:
        self._drop()
        if self._seen:
            self._timer.start()

    def _look(self) -> None:
        dossier, memory = self._work.dossier, self._memory
        if dossier is None or not (dossier.printings or dossier.versions):
            self._take(_Found())
            return
        self._looking = Background(lambda: _looked(dossier, memory), self)
        self._looking.finished.connect(self._take)
        self._looking.failed.connect(_raise)
        self._looking.start()

    def _take(self, found: _Found) -> None:
        if found != self._state or not self.looked:
            self._state, self.looked = found, True
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


def _looked(dossier: Dossier, memory: _Memory) -> _Found:
    """What there is to know; of versions only the one compared with is kept."""
    from forumdesk.domain.changes import compare  # noqa: PLC0415 - not at the start
    from forumdesk.domain.frozen import as_of  # noqa: PLC0415
    from forumdesk.handouts.catalogue import stale_printings  # noqa: PLC0415
    from forumdesk.handouts.contents.errata import corrigible  # noqa: PLC0415

    stale = frozenset(printing.id for printing in stale_printings(dossier, memory.said))
    version = next(iter(corrigible(dossier)), None)
    if version is None:
        return _Found(stale)
    then = memory.thawed.get(version.id) or as_of(dossier, version)
    memory.thawed.clear()
    memory.thawed[version.id] = then
    printed = any(printing.version == version.id for printing in dossier.printings)
    since = Since(version.id, version.name, printed, len(compare(then, dossier)))
    return _Found(stale, since)


def _raise(error: Exception) -> None:
    """A look that fails is our fault: let it be caught where faults are."""
    raise error
