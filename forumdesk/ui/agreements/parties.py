# SPDX-License-Identifier: MIT
"""The parties of an agreement, in order, and a field to add one by its name."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.domain.outcomes import Agreement, Party
from forumdesk.domain.people import Organization
from forumdesk.domain.words import Words
from forumdesk.services.agreements import add_party_named
from forumdesk.services.outcomes import set_parties
from forumdesk.ui.agreements.lines import REMOVE, NamedLine, emptied, moved, stacked
from forumdesk.ui.labels import label
from forumdesk.ui.session.name_field import NameField
from forumdesk.ui.workspace import Workspace

MOST = 8  # suggestions at a time


class PartiesField(QWidget):
    """A line for each party; a name typed is of an organization of the file, else a new one."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._agreement = ""
        self._order: list[str] = []
        self._shown: tuple[object, ...] = ()
        words = work.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(words("Parties, in order"), "lead"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self.name = NameField(words("Add a party"), words("Add: type the name of an organization"))
        self.name.suggestions = self._suggest
        self.name.entered.connect(self._add)
        column.addWidget(self.name)

    def show_value(self, agreement: Agreement) -> None:
        """Show the parties as they are."""
        if agreement.id != self._agreement:
            self.name.clear()
        self._agreement = agreement.id
        self.name.setEnabled(self.work.editable)
        desk, words = self.work.desk, self.work.words
        self._order = [p.organization for p in desk.find(Party, agreement=agreement.id)]
        bodies = {o.id: o for o in desk.find(Organization, id=self._order)}
        said = [_said(bodies[key], words) for key in self._order]
        shown = (self._order, said, self.work.editable)
        if shown == self._shown:
            return  # whoever is in a line by the keyboard stays there
        self._shown = shown
        emptied(self._lines)
        lines = [
            NamedLine(self.work, text, partial(self._do, key))
            for key, text in zip(self._order, said, strict=True)
        ]
        stacked(self._lines, lines)

    def _suggest(self, typed: str) -> list[str]:
        """Organizations that what is typed fits, by the name this reader knows."""
        desk, words = self.work.desk, self.work.words
        ids = desk.organization_ids(typed, words.language)[:MOST] if typed.strip() else []
        bodies = {o.id: o for o in desk.find(Organization, id=ids)}
        return [words.text(bodies[id_].name) for id_ in ids if id_ in bodies]

    def _add(self, typed: str) -> None:
        done, _ = self.work.done(add_party_named, self._agreement, typed)
        if done:
            self.name.finish()

    def _do(self, organization: str, what: str) -> None:
        if what == REMOVE:
            order = [key for key in self._order if key != organization]
        else:
            order = moved(self._order, organization, what)
        self.work.run(set_parties, self._agreement, order)

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor into the field for one more."""
        self.name.setFocus()


def _said(body: Organization, words: Words) -> tuple[str, str]:
    """Its name, and the short one below where that is another."""
    name, short = words.text(body.name) or "…", words.text(body.short)
    return name, short if short != name else ""
