# SPDX-License-Identifier: MIT
"""The versions of an edition as lines of a list, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Printing, Version
from forumdesk.domain.words import Words
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.ui.dates import moment
from forumdesk.ui.labels import tip
from forumdesk.ui.lists import ASIDE, SECOND

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_TIP = Qt.ItemDataRole.ToolTipRole


def short_hash(version: Version) -> str:
    """The first characters of a version's digest, as they stand at the foot of its sheets."""
    return version.digest[:7]


def handout_named(name: str, words: Words) -> str:
    """What a handout is called; its own name where there is none such any more."""
    titles = (words.context(*one.title) for one in HANDOUTS if one.name == name)
    return next(titles, name)


def printings_of(dossier: Dossier, version: str | None) -> list[Printing]:
    """What was printed from a version (``None``: from drafts), the newest first."""
    found = (p for p in dossier.printings if p.version == version)
    return sorted(found, key=lambda printing: printing.at, reverse=True)


class VersionList(QAbstractListModel):
    """A line for each version: its name and time, and what was printed from it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.versions: tuple[Version, ...] = ()
        self._lines: tuple[tuple[str, str, str], ...] = ()

    def show(self, dossier: Dossier) -> None:
        """Show the versions of an edition; lines that stay the same keep what is chosen."""
        versions = sorted(dossier.versions, key=lambda v: (v.at, v.id), reverse=True)
        lines = [self._line(dossier, version) for version in versions]
        if [v.id for v in versions] != [v.id for v in self.versions]:
            self.beginResetModel()
            self.versions, self._lines = tuple(versions), tuple(lines)
            self.endResetModel()
        elif tuple(lines) != self._lines:
            self.versions, self._lines = tuple(versions), tuple(lines)
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))

    def _line(self, dossier: Dossier, version: Version) -> tuple[str, str, str]:
        words = self.words
        printed = printings_of(dossier, version.id)
        names = dict.fromkeys(handout_named(p.handout, words) for p in reversed(printed))
        second = words("Printed: {sheets}", sheets=", ".join(names)) if names else ""
        return version.name, moment(version.at, words), second or words("Not printed")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many versions."""
        return 0 if parent.isValid() else len(self.versions)

    def data(self, index: Index, role: int = _DISPLAY) -> str | None:
        """What a line says."""
        if not index.isValid():
            return None
        name, at, second = self._lines[index.row()]
        told = {
            int(_DISPLAY): name,
            ASIDE: at,
            SECOND: second,
            int(_SPOKEN): f"{name}, {at}, {second}",
            int(_TIP): tip(name),
        }
        return told.get(int(role))

    def row_of(self, version: str) -> int:
        """The row of a version by its id; -1 if it is not here."""
        ids: Sequence[str] = [each.id for each in self.versions]
        return ids.index(version) if version in ids else -1
