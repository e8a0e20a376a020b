# SPDX-License-Identifier: MIT
"""Comparing two states of an edition aside: thawing a large version takes a quarter of a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from forumdesk.domain.changes import Change, compare
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import as_of
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Version
from forumdesk.ui.background import Background

WAIT = 60  # milliseconds, so that a quick run of steps or choices is compared once
NOW = ""  # the id that stands for the edition as it is now
Thawed = dict[str, Dossier]


@frozen
class Comparison:
    """Two states, and every change from one to the other."""

    before: Dossier
    after: Dossier
    changes: tuple[Change, ...]


class Comparer(QObject):
    """``compared`` carries the ``Comparison`` last asked for, when it is made."""

    compared = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thawed: Thawed = {}
        self._asked: tuple[Dossier, str, str] | None = None
        self._work: Background | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._timer.timeout.connect(self._begin)

    def ask(self, dossier: Dossier, before: str, after: str) -> None:
        """Compare two states: versions by id, or ``NOW``; a later question replaces this one."""
        known = {version.id for version in dossier.versions}
        self._thawed = {key: of for key, of in self._thawed.items() if key in known}
        self._asked = (dossier, before, after)
        self._forget()
        self._timer.start()

    def _begin(self) -> None:
        if self._asked is None:
            return
        work = Background(_comparing(*self._asked, dict(self._thawed)), self)
        work.finished.connect(self._take)
        work.failed.connect(_raise)
        self._work = work
        work.start()

    def _take(self, made: tuple[Comparison, Thawed]) -> None:
        comparison, thawed = made
        self._thawed |= thawed
        self._work = None
        self.compared.emit(comparison)

    def _forget(self) -> None:
        if self._work is not None:
            self._work.drop()
            self._work = None


def _comparing(
    dossier: Dossier, before: str, after: str, thawed: Thawed
) -> Callable[[], tuple[Comparison, Thawed]]:
    versions = {version.id: version for version in dossier.versions}

    def state(key: str) -> Dossier:
        if key == NOW:
            return dossier
        if key not in thawed:
            found: Version = versions[key]
            thawed[key] = as_of(dossier, found)
        return thawed[key]

    def work() -> tuple[Comparison, Thawed]:
        states = state(before), state(after)
        return Comparison(*states, compare(*states)), thawed

    return work


def _raise(error: Exception) -> None:
    """A comparison that fails is our fault: let it be caught where faults are."""
    raise error
