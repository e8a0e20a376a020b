# SPDX-License-Identifier: MIT
"""Taking over what is being typed, wherever that is."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication


def commit_typing() -> None:
    """Take over what is being typed anywhere, a syllable still being composed included."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    QGuiApplication.inputMethod().commit()
    commit = getattr(widget, "commit", None)
    if callable(commit):
        commit()
