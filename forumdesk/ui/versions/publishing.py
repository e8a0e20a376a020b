# SPDX-License-Identifier: MIT
"""The dialog that publishes a version: its name, suggested, and a note in each language."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.desk import Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Version
from forumdesk.domain.wording import fold
from forumdesk.services.publishing import publish_version
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.forms import BilingualField, LineField, captioned
from forumdesk.ui.labels import button, label
from forumdesk.ui.workspace import Workspace

_NUMBERED = re.compile(r"(.*?)(\d+)")


def suggested(versions: tuple[Version, ...]) -> str:
    """A name for the next version: the newest with its number counted on, else ``v1``…"""
    taken = {fold(version.name) for version in versions}
    newest = max(versions, key=lambda version: version.at, default=None)
    found = _NUMBERED.fullmatch(newest.name) if newest else None
    stem, number = (found[1], int(found[2]) + 1) if found else ("v", len(versions) + 1)
    while fold(f"{stem}{number}") in taken:
        number += 1
    return f"{stem}{number}"


class PublishDialog(QDialog):
    """Asks for a name and a note; Publish freezes the edition as it is now."""

    def __init__(self, work: Workspace, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self.work = work
        self._versions = dossier.versions
        words = work.words
        self.setWindowTitle(words("Publish a version"))
        self.setMinimumWidth(480)
        self.name = LineField(words("Name"))
        self.note = BilingualField(words("What to know about it"), dossier.languages)
        self.wrong = label(look="danger", wrap=True)
        self.wrong.hide()
        self.publish = button(words("&Publish"), "first")
        self.publish.setDefault(True)
        self.publish.clicked.connect(self.finish)
        self.name.textChanged.connect(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        text = words(
            "The edition is kept under this name exactly as it is now, to be printed and"
            " compared with. You go on working on the draft."
        )
        layout.addWidget(label(text, "muted", wrap=True))
        layout.addWidget(captioned(words("Name"), self.name))
        layout.addWidget(self.wrong)
        layout.addWidget(self.note)
        self.errors = label(self._errors(), look="warning", wrap=True)
        self.errors.setVisible(bool(self.errors.text()))
        layout.addWidget(self.errors)
        layout.addLayout(self._buttons())
        self.name.show_value(suggested(dossier.versions))
        self.name.selectAll()
        self.name.setFocus()

    def _errors(self) -> str:
        """How many errors the checks found that nobody has accepted; nothing stops here."""
        problems = self.work.problems
        count = sum(p.severity is Severity.ERROR and not p.acknowledged for p in problems)
        if not count:
            return ""
        return self.work.words.plural(
            "The checks found {count} error that is still open.",
            "The checks found {count} errors that are still open.",
            count,
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.work.words("Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.publish)
        return row

    def _look(self, name: str) -> None:
        """Say in place that a name is taken."""
        taken = any(fold(name) == fold(version.name) for version in self._versions)
        if taken:
            self.wrong.setText(self.work.words("There is a version of this name already."))
        self.wrong.setVisible(taken)
        self.publish.setEnabled(bool(name.strip()) and not taken)

    def finish(self) -> None:
        """Publish, and close."""
        commit_typing()
        for field in self.note.fields.values():
            field.commit()
        work = self.work
        name = self.name.text().strip()
        done, _ = work.done(publish_version, work.edition, name, note=self.note.value())
        if done:
            work.messages.tell(work.words("Published “{name}”.", name=name))
            self.accept()


def ask_to_publish(work: Workspace, parent: QWidget) -> PublishDialog | None:
    """Ask for a name and publish the edition shown; ``None`` while there is none."""
    if work.dossier is None:
        return None
    dialog = PublishDialog(work, work.dossier, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
