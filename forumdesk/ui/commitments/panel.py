# SPDX-License-Identifier: MIT
"""A commitment with all there is to it: words, due day, owners, origin, what was heard of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.dates import date_long
from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import CommitmentStatus
from forumdesk.services.commitments import set_due, stand
from forumdesk.services.outcomes import change_commitment, remove_commitment
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.commitments.columns import status_choices
from forumdesk.ui.commitments.log import Log
from forumdesk.ui.commitments.owners_field import OwnersField
from forumdesk.ui.commitments.places_field import PlacesField
from forumdesk.ui.commitments.sight import Sight, pill_of
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.directory.card import beside, named
from forumdesk.ui.fields import read_only
from forumdesk.ui.forms import BilingualField, LineField, TextField
from forumdesk.ui.labels import FlowLabel, button, label, pill
from forumdesk.ui.workspace import Workspace


class CommitmentPanel(QWidget):
    """The fields of the commitment that is chosen; each takes itself over."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._id = ""
        self._languages: tuple[str, ...] = ()
        words = work.words
        self.head = FlowLabel(look="lead")
        self.late = label(look="small", wrap=True)
        self.badge = pill("")
        self.due = LineField(words("Due"))
        self.due.setPlaceholderText(words("2024-09-10, early September 2024, by the next forum"))
        self.status = ChoiceField(words("Status"), status_choices(words))
        self.understood = label(look="small", wrap=True)
        self.owners = OwnersField(work)
        self.places = PlacesField(work)
        self.log = Log(work)
        self.notes = TextField(words("Notes for the secretariat"))
        self.gone = button(words("&Remove"))
        self.texts: dict[str, BilingualField] = {}
        self._form, self._due_form = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 20)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self.badge)
        top.addWidget(self.late, 1)
        top.addWidget(self.gone)
        column.addLayout(top)
        column.addWidget(self.head)
        column.addLayout(self._form)
        column.addLayout(beside(named(self.due), named(self.status)))
        column.addWidget(self.understood)
        column.addLayout(self._due_form)
        column.addWidget(self.owners)
        column.addWidget(self.log)
        column.addWidget(self.places)
        column.addWidget(named(self.notes))
        column.addStretch(1)
        self._form.setSpacing(12)

    def _wire(self) -> None:
        self.due.committed.connect(self._set_due)
        self.status.committed.connect(self._stand)
        self.notes.committed.connect(lambda text: self._change("notes", text))
        self.gone.clicked.connect(lambda: self.work.run(remove_commitment, self._id))

    def _build(self, languages: Sequence[str]) -> None:
        """The texts, for a series in these languages."""
        words = self.work.words
        self._languages = tuple(languages)
        for form in (self._form, self._due_form):
            while (item := form.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.deleteLater()
        self.texts = {
            "title": BilingualField(words("Title"), languages),
            "text": BilingualField(words("What was promised"), languages, long=True),
            "due_text": BilingualField(words("Due, in words"), languages, beside=True),
        }
        for name, field in self.texts.items():
            field.committed.connect(lambda text, name=name: self._change(name, text))
            (self._due_form if name == "due_text" else self._form).addWidget(field)

    # Showing

    def show_of(self, sight: Sight, one: Tracked) -> None:
        """Show a commitment as it is now."""
        if self._id != one.id:
            self._leave()
        if sight.ledger.series.languages != self._languages:
            self._build(sight.ledger.series.languages)
        self._id, commitment = one.id, one.commitment
        standing = one.standing(sight.today)
        self.head.setText(sight.title(one))
        self.badge.setText(sight.status(one))
        self.badge.setProperty("pill", pill_of(standing))
        self.badge.style().unpolish(self.badge)
        self.badge.style().polish(self.badge)
        self.late.setText(sight.lateness(one))
        for name, field in self.texts.items():
            field.show_value(getattr(commitment, name))
        self.due.show_value(sight.due(one))
        self.understood.setText(self._meaning(one))
        self.status.show_value(commitment.status.value)
        self.owners.show_of(one)
        self.places.show_of(sight, one)
        self.log.show_of(sight, one)
        self.notes.show_value(commitment.notes)
        read_only([*self.texts.values(), self.due, self.notes], not self.work.editable)
        self.status.setEnabled(self.work.editable)
        self.gone.setEnabled(self.work.editable)

    def _meaning(self, one: Tracked) -> str:
        """What the words of the due field were understood as."""
        words, commitment = self.work.words, one.commitment
        if not commitment.due_text:
            return "" if commitment.due else words("Without a due day it is never late.")
        if commitment.due is None:
            return words("No day follows from this; it is never late.")
        day = date_long(commitment.due, words.language)
        return words("Understood as: until {day}", day=day)

    def _leave(self) -> None:
        """What is being typed belongs to the commitment that was shown until now."""
        focused = QApplication.focusWidget()
        if self._id and focused is not None and self.isAncestorOf(focused):
            commit_typing()

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field, by its name in the record."""
        fields: dict[str, QWidget] = {
            "due": self.due,
            "status": self.status,
            "owners": self.owners.name,
            "notes": self.notes,
            "reports": self.log.add_button,
        }
        if field in self.texts:
            lines = self.texts[field].fields.values()
            empty = (line for line in lines if not line.value())
            next(empty, next(iter(lines))).setFocus(Qt.FocusReason.OtherFocusReason)
        elif field in fields:
            fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    # Changing

    def _change(self, field: str, value: object) -> None:
        self.work.run(change_commitment, self._id, {field: value})

    def _set_due(self, text: str) -> None:
        done, _ = self.work.done(set_due, self._id, text)
        self._mark(not done)

    def _mark(self, wrong: bool) -> None:
        if bool(self.due.property("wrong")) != wrong:
            self.due.setProperty("wrong", wrong)
            self.due.style().unpolish(self.due)
            self.due.style().polish(self.due)

    def _stand(self, value: object) -> None:
        self.work.run(stand, self._id, CommitmentStatus(str(value)))
