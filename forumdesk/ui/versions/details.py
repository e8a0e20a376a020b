# SPDX-License-Identifier: MIT
"""What there is to know of one version: time, hash, note, and what was printed from it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.versions import Printing, Version
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.ui.dates import clock, day, moment
from forumdesk.ui.labels import FlowLabel, button
from forumdesk.ui.versions.listing import handout_named, printings_of, short_hash
from forumdesk.ui.workspace import Workspace

PRINTINGS = 4  # of a version, told of


class VersionDetails(QWidget):
    """The version chosen in the list; sheets that say something else by now are marked so."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.head = FlowLabel(look="strong")
        self.made = FlowLabel(look="small")
        self.note = FlowLabel()
        self.printed = FlowLabel(look="small")
        self.print_button = button(work.words("P&rint this version…"))
        self.print_button.clicked.connect(self.print)
        self._version = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        for each in (self.head, self.made, self.note, self.printed):
            layout.addWidget(each)
        layout.addSpacing(4)
        layout.addWidget(self.print_button)

    def show_version(self, dossier: Dossier, version: Version | None) -> None:
        """Show a version, or nothing."""
        self.setVisible(version is not None)
        if version is None:
            return
        words = self.work.words
        self._version = version.id
        self.head.setText(version.name)
        local = version.at.astimezone()
        at = f"{day(local.date(), words)} {clock(local)}"
        self.made.setText(f"{at} · {short_hash(version)}")
        self._show(self.note, "\n".join(version.note.values()))
        printed = printings_of(dossier, version.id)
        lines = [self._line(printing) for printing in printed[:PRINTINGS]]
        if len(printed) > PRINTINGS:
            lines.append(words("{count} more", count=len(printed) - PRINTINGS))
        self._show(self.printed, "\n".join(lines) or words("Nothing was printed from it yet."))

    def print(self) -> None:
        """Go to the handouts, to print what was published."""
        self.work.go(Subject("handout", HANDOUTS[0].name, f" {self._version}"))

    def _show(self, shown: FlowLabel, text: str) -> None:
        shown.setText(text)
        shown.setVisible(bool(text))
        shown.updateGeometry()

    def _line(self, printing: Printing) -> str:
        words = self.work.words
        name = handout_named(printing.handout, words)
        line = words("{sheet} · {at}", sheet=name, at=moment(printing.at, words))
        changed = words("changed since")
        return f"{line} · {changed}" if printing.id in self.work.printed.stale else line
