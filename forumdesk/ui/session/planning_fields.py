# SPDX-License-Identifier: MIT
"""What planning knows of a session: locked, following another, expected people, responsible."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from forumdesk.domain.agenda import Session
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.following import sessions_before
from forumdesk.domain.words import Words
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.dates import span
from forumdesk.ui.fields import NumberField, SwitchField, read_only
from forumdesk.ui.forms import LineField, captioned


class PlanningFields(QWidget):
    """``changed`` (field, value) carries what was chosen or typed."""

    changed = Signal(str, object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.locked = SwitchField(words("Locked: keeps its time and place"))
        self.follows = ChoiceField(words("Begins when this one ends"))
        self.expected = NumberField(words("People expected"))
        self.responsible = LineField(words("Responsible"))
        self.fields: dict[str, QWidget] = {
            "locked": self.locked,
            "follows": self.follows,
            "expected": self.expected,
            "responsible": self.responsible,
        }
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(10)
        layout.addWidget(self.locked, 0, 0, 1, 2)
        layout.addWidget(captioned(self.follows.accessibleName(), self.follows), 1, 0, 1, 2)
        for column, field in enumerate((self.expected, self.responsible)):
            layout.addWidget(captioned(field.accessibleName(), field), 2, column)
            layout.setColumnStretch(column, 1)
        self.locked.committed.connect(partial(self.changed.emit, "locked"))
        self.follows.committed.connect(lambda key: self.changed.emit("follows", key or None))
        self.expected.typed.connect(partial(self.changed.emit, "expected"))
        self.responsible.committed.connect(partial(self.changed.emit, "responsible"))

    def show_session(self, dossier: Dossier, session: Session) -> None:
        """Show what is known of a session."""
        self.locked.show_value(session.locked)
        self.follows.show_value(session.follows or "", self._leaders(dossier, session))
        self.expected.show_typed(session.expected)
        self.responsible.show_value(session.responsible)

    def _leaders(self, dossier: Dossier, session: Session) -> list[tuple[str, str]]:
        words = self._words
        leader = dossier.leader_of(session)
        found = [leader] if leader else []
        found += (s for s in sessions_before(dossier, session) if s != leader)
        named = [(s.id, f"{span(s.starts, s.ends)} {words.text(s.title)}") for s in found]
        return [("", words("(none)")), *named]

    def setReadOnly(self, only_read: bool) -> None:
        """Whether it can only be read."""
        read_only([self.locked, self.expected, self.responsible], only_read)
        self.follows.setEnabled(not only_read)
