# SPDX-License-Identifier: MIT
"""Undo and redo in a dialog that lies over the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.labels import bare, tip
from forumdesk.ui.workspace import Workspace


class Steps(QWidget):
    """Two buttons that say which step they would undo or redo."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self._work = work
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        standard = QKeySequence.StandardKey
        self.undo = self._button("undo", standard.Undo, ForumFile.undo)
        self.redo = self._button("redo", standard.Redo, ForumFile.redo)
        for made in (self.undo, self.redo):
            row.addWidget(made)
        work.changed.connect(self._show)
        self._show()

    def _button(
        self,
        icon: str,
        keys: QKeySequence.StandardKey,
        does: Callable[[ForumFile], object],
    ) -> QToolButton:
        made = QToolButton()
        made.setIcon(self._work.look.icons(icon))

        def act() -> None:
            commit_typing()
            self._show()
            if made.isEnabled():
                self._work.run(does)

        made.clicked.connect(act)
        QShortcut(QKeySequence(keys), self, act)
        return made

    def _show(self, _: object = None) -> None:
        words, desk, bridge = self._work.words, self._work.desk, self._work.bridge
        for made, entry, text in (
            (self.undo, desk.undoable(), bridge.undo_text(words)),
            (self.redo, desk.redoable(), bridge.redo_text(words)),
        ):
            made.setEnabled(entry is not None and self._work.editable)
            made.setToolTip(tip(bare(text)))
            made.setAccessibleName(bare(text))
