# SPDX-License-Identifier: MIT
"""What stands on a page that has nothing to show yet: why, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from forumdesk.ui.labels import label


def empty_page(title: str, text: QLabel, action: QPushButton | None = None) -> QWidget:
    """A title, a sentence, and the next action below them."""
    page = QWidget()
    page.setProperty("look", "surface")
    layout = QVBoxLayout(page)
    layout.setContentsMargins(48, 64, 48, 48)
    layout.setSpacing(8)
    layout.addWidget(label(title, "title"))
    layout.addWidget(text)
    if action is not None:
        layout.addSpacing(12)
        layout.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft)
    layout.addStretch(1)
    return page
