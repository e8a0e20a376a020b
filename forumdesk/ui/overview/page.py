# SPDX-License-Identifier: MIT
"""The edition at a glance: what it is called, when and where it meets, who hosts it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.ui.dates import language_name
from forumdesk.ui.labels import label
from forumdesk.ui.pages import Page
from forumdesk.ui.workspace import Workspace


class OverviewPage(Page):
    """Titles in every language of the document."""

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def show_edition(self, dossier: Dossier) -> None:
        """Show the titles."""
        content = QWidget()
        content.setProperty("look", "surface")
        layout = QVBoxLayout(content)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        for language in dossier.languages:
            layout.addWidget(label(language_name(language), "small"))
            layout.addWidget(label(dossier.title.get(language, ""), "title", wrap=True))
        self.area.setWidget(content)
