# SPDX-License-Identifier: MIT
"""From the forum file to Qt: its news as one signal, its undo and redo as two actions' texts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from forumdesk.domain.desk import News
from forumdesk.domain.words import Words
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.labels import plain


class Bridge(QObject):
    """Listens to a forum file; ``changed`` carries the ``News`` of each committed step."""

    changed = Signal(object)

    def __init__(self, desk: ForumFile, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.listeners.append(self._hear)

    def _hear(self, news: News) -> None:
        self.changed.emit(news)

    def leave(self) -> None:
        """Listen no more."""
        if self._hear in self._desk.listeners:
            self._desk.listeners.remove(self._hear)

    def undo_text(self, words: Words) -> str:
        """What undoing would undo, as a menu says it."""
        entry = self._desk.undoable()
        if entry is None:
            return words("&Undo")
        return words("&Undo: {step}", step=plain(entry.phrase.said(words)))

    def redo_text(self, words: Words) -> str:
        """What redoing would redo."""
        entry = self._desk.redoable()
        if entry is None:
            return words("&Redo")
        return words("&Redo: {step}", step=plain(entry.phrase.said(words)))
