# SPDX-License-Identifier: MIT
"""Whose words a message is: one of the participants, found by typing a name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Organization, Participation, Person, full_name
from forumdesk.domain.terms import term
from forumdesk.ui.labels import ElidedLabel, label, pill
from forumdesk.ui.session.name_field import NameField
from forumdesk.ui.session.parts import TONES
from forumdesk.ui.workspace import Workspace

MOST = 8  # suggestions at a time


class AuthorField(QWidget):
    """The author with office and body, and a field to name another one.

    ``committed`` carries the id of a participation, or ``None``.
    """

    committed = Signal(object)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        words = work.words
        self.setAccessibleName(words("Author"))
        self._found: dict[str, str] = {}  # participations by the line suggested
        self.name = ElidedLabel(look="strong")
        self.second = ElidedLabel(look="small")
        self.state = pill("")
        self.gone = QToolButton()
        self.gone.setIcon(work.look.icons("close"))
        self.gone.setAccessibleName(words("Without an author"))
        self.gone.setToolTip(words("Without an author"))
        self.gone.clicked.connect(lambda _=False: self.committed.emit(None))
        self.typed = NameField(words("Author"), words("Type the name of a participant"))
        self.typed.suggestions = self._suggest
        self.typed.entered.connect(self._take)
        self.shown = QWidget()
        row = QHBoxLayout(self.shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.name)
        told.addWidget(self.second)
        row.addLayout(told, 1)
        row.addWidget(self.state)
        row.addWidget(self.gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(words("Author"), "small"))
        column.addWidget(self.shown)
        column.addWidget(self.typed)

    def show_value(self, dossier: Dossier, participation: str | None) -> None:
        """Show the author; without one, there is only the field."""
        found = dossier.participation.get(participation or "")
        self.shown.setVisible(found is not None)
        if found is None:
            return
        name, second = self._said(dossier, found)
        self.name.setText(name)
        self.second.setText(second)
        self.state.setText(term(found.status, self.work.words))
        self.state.setProperty("pill", TONES.get(found.status, "plain"))
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def setReadOnly(self, only_read: bool) -> None:
        """Whether it can only be looked at."""
        self.typed.setEnabled(not only_read)
        self.gone.setEnabled(not only_read)

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor into the field."""
        self.typed.setFocus()

    def _said(self, dossier: Dossier, found: Participation) -> tuple[str, str]:
        words = self.work.words
        person = dossier.person.get(found.person or "")
        body = dossier.organization.get(found.organization or "")
        held = words.text(body.short or body.name) if body else ""
        if person is None:
            return held or "…", words("name to follow")
        second = ", ".join(filter(None, (words.text(found.office), held)))
        return full_name(person, words.language) or "…", second

    def _suggest(self, typed: str) -> list[str]:
        """The participants whose names fit, each once."""
        self._found = {}
        if not typed.strip():
            return []
        desk, edition = self.work.desk, self.work.edition
        for key in desk.participants_named(edition, typed, MOST):
            for seat in desk.find(Participation, id=key):
                self._found.setdefault(self._line(seat), seat.id)
        return list(self._found)

    def _line(self, seat: Participation) -> str:
        desk, words = self.work.desk, self.work.words
        people = desk.find(Person, id=seat.person) if seat.person else []
        bodies = desk.find(Organization, id=seat.organization) if seat.organization else []
        names = [full_name(person, words.language) for person in people]
        bodies_named = [words.text(body.short or body.name) for body in bodies]
        return " — ".join(filter(None, (*names, words.text(seat.office), *bodies_named)))

    def _take(self, typed: str) -> None:
        """Take whoever was chosen; of a name typed, the first it fits."""
        found = self._found.get(typed) or next(iter(self._found.values()), None)
        if found is None:
            words = self.work.words
            self.work.messages.tell(words("Nobody who takes part is called “{name}”.", name=typed))
            return
        self.typed.finish()
        self.committed.emit(found)
