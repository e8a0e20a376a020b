# SPDX-License-Identifier: MIT
"""Renumbering editions from one on: which numbers they had, and which they get."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from forumdesk.domain.chronicle import Chronicle
from forumdesk.domain.forum import Edition
from forumdesk.domain.numbering import counted_on
from forumdesk.services.series import renumber_editions
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.dates import days
from forumdesk.ui.directory.listing import Entry, Listing
from forumdesk.ui.fields import NumberField
from forumdesk.ui.forms import captioned
from forumdesk.ui.labels import button, label
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.series.moments import number_said
from forumdesk.ui.workspace import Workspace


class RenumberDialog(QDialog):
    """Asks from which edition on and with which number, and shows what comes of it."""

    def __init__(self, parent: QWidget, work: Workspace, of: Chronicle) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work, self._editions = work, of.editions
        self._first, self._number = self._editions[0], self._editions[0].number or 1
        words = work.words
        self.setWindowTitle(words("Renumber editions"))
        self.resize(520, 440)
        named = [(edition.id, self._named(edition)) for edition in self._editions]
        self.first = ChoiceField(words("From this edition on"), named)
        self.number = NumberField(words("Its number"))
        self.model = Listing(lambda ids: {id_: self._entry(id_) for id_ in ids})
        self.list = QListView()
        self.go = button(words("&Renumber"), "first")
        self._lay_out()
        self.first.committed.connect(self._choose)
        self.number.typed.connect(self._count_from)
        self.go.clicked.connect(self._do)
        self._show()

    def _lay_out(self) -> None:
        words = self._work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(captioned(self.first.accessibleName(), self.first), 1)
        self.number.setMaximumWidth(96)
        row.addWidget(captioned(self.number.accessibleName(), self.number))
        layout.addLayout(row)
        self.list.setModel(self.model)
        self.list.setAccessibleName(words("What changes"))
        self.list.setItemDelegate(AsideDelegate(self._work.look, self.list))
        self.list.setProperty("look", "boxed")
        layout.addWidget(self.list, 1)
        text = words("Versions that were published keep the numbers they were printed with.")
        layout.addWidget(label(text, "small", wrap=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = button(words("&Cancel"))
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)

    def _named(self, edition: Edition) -> str:
        words = self._work.words
        number = number_said(edition.number, words) or words("without a number")
        when = days(edition.first_day, edition.last_day, words)
        return " · ".join(filter(None, (number, words.text(edition.city), when)))

    def _entry(self, id: str) -> Entry:
        words = self._work.words
        edition, number = next((e, n) for e, n in self._counted if e.id == id)
        becomes = number_said(number, words) if number != edition.number else words("stays")
        return Entry(self._named(edition), aside=f"→ {becomes}")

    def _show(self) -> None:
        self._counted = counted_on(self._editions, self._first, self._number)
        self.first.show_value(self._first.id)
        self.number.show_typed(self._number)
        self.model.show([edition.id for edition, _ in self._counted])
        self.go.setEnabled(any(e.number != n for e, n in self._counted) and self._number > 0)

    def _choose(self, id: object) -> None:
        self._first = next(e for e in self._editions if e.id == id)
        self._number = self._first.number or self._number
        self._show()

    def _count_from(self, number: int | None) -> None:
        self._number = self._first.number or 1 if number is None else number
        self._show()

    def _do(self) -> None:
        self.number.commit()
        done, _ = self._work.done(renumber_editions, self._first.id, self._number)
        if done:
            self.accept()
