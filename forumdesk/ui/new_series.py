# SPDX-License-Identifier: MIT
"""The dialog that begins a new series in an open file."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from forumdesk.services.beginning import begin_forum
from forumdesk.ui.new_forum import NewForm, NewForum
from forumdesk.ui.workspace import Workspace


class NewSeries(QDialog):
    """Asks what a new series is called, and begins it with its first edition."""

    def __init__(self, parent: QWidget, work: Workspace) -> None:
        super().__init__(parent)
        self._work = work
        self.setWindowTitle(work.words("A new series"))
        self.resize(560, 420)
        heading, verb = work.words("A new series"), work.words("&Add the series")
        self.form = NewForm(work.words, heading=heading, verb=verb)
        self.form.filled.connect(self.begin)
        self.form.cancelled.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.form.begin()

    def begin(self, new: NewForum) -> None:
        """Begin the series, and show its edition."""
        fields = {"languages": new.languages, "timezone": new.timezone}
        made, edition = self._work.done(begin_forum, new.title, fields)
        if made and edition is not None:
            self._work.show_edition(edition.id)
            self.accept()
