# SPDX-License-Identifier: MIT
"""The ways into taking a list in: a file, or cells copied from a spreadsheet."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from forumdesk.ui.intake.dialog import IntakeDialog
from forumdesk.ui.intake.source import Source
from forumdesk.ui.workspace import Workspace


def import_people(work: Workspace, parent: QWidget) -> IntakeDialog | None:
    """Ask for a list of people and show what would become of it."""
    words = work.words
    kinds = words(
        "Lists of people (*.csv *.tsv *.txt *.xlsx *.vcf *.vcard);;All files (*)",
    )
    path = work.messages.open_path(words("Import a list of people"), kinds)
    return None if path is None else shown(work, Source(path.name, path), parent)


def import_pasted(work: Workspace, parent: QWidget) -> IntakeDialog | None:
    """The same with the cells that were copied."""
    text = QGuiApplication.clipboard().text()
    if not text.strip():
        work.messages.tell(work.words("Copy the cells of a list first, headings included."))
        return None
    return shown(work, Source(work.words("copied cells"), text=text), parent)


def shown(work: Workspace, source: Source, parent: QWidget) -> IntakeDialog:
    """The dialog for a list."""
    dialog = IntakeDialog(work, source, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.begin()
    return dialog
