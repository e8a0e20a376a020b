# SPDX-License-Identifier: MIT
"""The backups of a file, and getting one back as a file of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.words import Words
from forumdesk.store.backups import Backup, list_backups
from forumdesk.ui.dates import moment
from forumdesk.ui.labels import button, label
from forumdesk.ui.lists import ASIDE, AsideDelegate
from forumdesk.ui.look import Look

_BACKUP = int(Qt.ItemDataRole.UserRole)


class Backups(QDialog):
    """Lists the backups in a folder; ``restore`` is given the one the user wants back."""

    def __init__(
        self,
        parent: QWidget | None,
        folder: Path,
        restore: Callable[[Backup], object],
        *,
        look: Look,
        words: Words,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("Backups"))
        self.resize(560, 420)
        self._restore = restore
        self.list = QListWidget()
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(words("Backups, the newest first"))
        self.list.setItemDelegate(AsideDelegate(look, self.list))
        for backup in list_backups(folder):
            self.list.addItem(_item(backup, words))
        self.go = button(words("&Get this one back…"), "first")
        self.go.clicked.connect(self.take)
        self.list.currentRowChanged.connect(lambda row: self.go.setEnabled(row >= 0))
        self.list.setCurrentRow(0)
        self.go.setEnabled(self.list.count() > 0)
        self._lay_out(words)

    def _lay_out(self, words: Words) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        text = words(
            "Backups are kept while you work, and checked. One that you get back becomes a new "
            "file; the present one stays as it is."
        )
        layout.addWidget(label(text, "muted", wrap=True))
        if not self.list.count():
            layout.addWidget(label(words("There is no backup yet.")))
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(words("&Close"))
        close.clicked.connect(self.close)
        row.addWidget(close)
        row.addWidget(self.go)
        layout.addLayout(row)

    def take(self) -> None:
        """Give the marked backup."""
        item = self.list.currentItem()
        if item is not None:
            self._restore(item.data(_BACKUP))
            self.close()


def _item(backup: Backup, words: Words) -> QListWidgetItem:
    item = QListWidgetItem(f"{moment(backup.made, words)} · {words(backup.reason)}")
    item.setData(_BACKUP, backup)
    sessions = backup.counts.get("session", 0)
    item.setData(ASIDE, words.plural("{count} session", "{count} sessions", sessions))
    return item
