# SPDX-License-Identifier: MIT
"""The originals of an agreement: in which language, who keeps each, and where."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.outcomes import Agreement, Original, Party
from forumdesk.domain.people import Organization
from forumdesk.services.agreements import complete_originals
from forumdesk.services.outcomes import add_original, change_original, remove_original
from forumdesk.ui.agreements.lines import emptied, stacked
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.dates import language_name
from forumdesk.ui.forms import LineField
from forumdesk.ui.labels import button, label
from forumdesk.ui.workspace import Workspace

LANGUAGE_WIDTH = 120


class OriginalsField(QWidget):
    """A line for each original."""

    def __init__(self, work: Workspace, languages: Sequence[str]) -> None:
        super().__init__()
        self.work, self._languages = work, languages
        self._agreement = ""
        self._shown: list[str] = []
        words = work.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.heading = label(words("Originals"), "lead")
        column.addWidget(self.heading)
        self.lines: list[OriginalLine] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self.one = button(words("Add an ori&ginal"))
        self.all = button(words("One in each language for every &party"))
        self.one.clicked.connect(
            lambda: work.run(add_original, self._agreement, self._languages[0], {})
        )
        self.all.clicked.connect(lambda: work.run(complete_originals, self._agreement))
        row = QHBoxLayout()
        row.addWidget(self.one)
        row.addWidget(self.all)
        row.addStretch(1)
        column.addLayout(row)

    def show_value(self, agreement: Agreement) -> None:
        """Show the originals; lines that stay keep what is being typed in them."""
        self._agreement = agreement.id
        found = self.work.desk.find(Original, agreement=agreement.id)
        if [original.id for original in found] != [line.id for line in self.lines]:
            emptied(self._lines)
            self.lines = [OriginalLine(self.work, one.id) for one in found]
            stacked(self._lines, self.lines)
        keepers = self._keepers(agreement)
        tags = dict.fromkeys((*self._languages, *(one.language for one in found)))
        languages = [(tag, language_name(tag)) for tag in tags]
        for line, original in zip(self.lines, found, strict=True):
            line.show_value(original, languages, keepers)
        for each in (self.one, self.all):
            each.setEnabled(self.work.editable)

    def _keepers(self, agreement: Agreement) -> list[tuple[object, str]]:
        desk, words = self.work.desk, self.work.words
        parties = desk.find(Party, agreement=agreement.id)
        bodies = {o.id: o for o in desk.find(Organization, id=[p.organization for p in parties])}
        named = [(p.id, words.text(bodies[p.organization].name)) for p in parties]
        return [(None, words("kept by nobody")), *named]

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor to the first original, else to the button for one."""
        (self.lines[0].place if self.lines else self.one).setFocus()


class OriginalLine(QWidget):
    """Language, keeper, place, and a button to take it away."""

    def __init__(self, work: Workspace, id: str) -> None:
        super().__init__()
        self.work, self.id = work, id
        words = work.words
        self.language = ChoiceField(words("Language of the original"))
        self.keeper = ChoiceField(words("Kept by"))
        self.place = LineField(words("Where it is kept"))
        self.place.setPlaceholderText(words("Where it is kept"))
        self.gone = QToolButton()
        self.gone.setIcon(work.look.icons("close"))
        self.gone.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.gone.setAccessibleName(words("Remove the original"))
        self.gone.setToolTip(words("Remove the original"))
        self.language.setFixedWidth(LANGUAGE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.language)
        row.addWidget(self.keeper, 1)
        row.addWidget(self.place, 1)
        row.addWidget(self.gone)
        for field in ("language", "keeper", "place"):
            getattr(self, field).committed.connect(partial(self._change, field))
        self.gone.clicked.connect(lambda: work.run(remove_original, id))

    def show_value(
        self,
        original: Original,
        languages: Sequence[tuple[object, str]],
        keepers: Sequence[tuple[object, str]],
    ) -> None:
        """Show an original."""
        self.language.show_value(original.language, languages)
        self.keeper.show_value(original.keeper, keepers)
        self.place.show_value(original.place)
        for field in (self.language, self.keeper, self.gone):
            field.setEnabled(self.work.editable)
        self.place.setReadOnly(not self.work.editable)

    def _change(self, field: str, value: object) -> None:
        self.work.run(change_original, self.id, {field: value})
