# SPDX-License-Identifier: MIT
"""How long a session was at the last forum and who chaired it; a click leads there."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forumdesk.domain.agenda import Part, Role, Session
from forumdesk.domain.desk import Subject
from forumdesk.domain.people import Organization, Participation, Person, full_name
from forumdesk.domain.terms import term
from forumdesk.ui.labels import button, plain, tip
from forumdesk.ui.workspace import Workspace

_LEADS = (Role.CHAIRS, Role.MODERATES)
_MOST = 3  # names said
_EDGES = 14  # pixels of a button around its text


class LastTime(QWidget):
    """One line about the session that this one was made from; hidden where there is none."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self._work = work
        self._was: Session | None = None
        self._text = ""
        self.line = button("", "link")
        self.line.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_session(self, session: Session) -> None:
        """Say how it was the last time."""
        found = self._work.desk.find(Session, id=session.predecessor) if session.predecessor else []
        self._was = found[0] if found else None
        self.setVisible(self._was is not None)
        if self._was is not None:
            self._text = self._said(self._was)
            self.line.setAccessibleName(self._text)
            self.line.setToolTip(tip(self._text))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for; the tip says all."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width() - _EDGES, 0)
        elided = Qt.TextElideMode.ElideRight
        self.line.setText(plain(self.fontMetrics().elidedText(self._text, elided, room)))

    def _said(self, was: Session) -> str:
        words = self._work.words
        pieces = filter(None, (self._length(was), self._people(was)))
        said = " · ".join(pieces) or words.text(was.title) or words("Without a title")
        return words("Last time: {said}", said=said)

    def _length(self, was: Session) -> str:
        """The minutes planned, and those it took."""
        words = self._work.words
        planned = words("{minutes} min", minutes=was.minutes) if was.minutes is not None else ""
        if was.began is None or was.ended is None or was.ended < was.began:
            return planned
        took = (was.ended - was.began) // timedelta(minutes=1)
        if took == was.minutes:
            return planned
        took_said = words("took {minutes} min", minutes=took)
        return ", ".join(filter(None, (planned, took_said)))

    def _people(self, was: Session) -> str:
        """Who chaired it, else who spoke."""
        parts = self._work.desk.find(Part, session=was.id)
        leads = [part for part in parts if part.role in _LEADS]
        shown = leads or parts
        by_role: dict[Role, list[str]] = {}
        for part in shown[:_MOST]:
            by_role.setdefault(part.role, []).append(self._name(part))
        said = (f"{term(r, self._work.words)} {', '.join(names)}" for r, names in by_role.items())
        return ", ".join(said) + ("…" if len(shown) > _MOST else "")

    def _name(self, part: Part) -> str:
        desk, words = self._work.desk, self._work.words
        (held,) = desk.find(Participation, id=part.participation)
        people = desk.find(Person, id=held.person) if held.person else []
        if people:
            return full_name(people[0], words.language) or "…"
        bodies = desk.find(Organization, id=held.organization)
        return words.text(bodies[0].short or bodies[0].name) if bodies else "…"

    def _go(self) -> None:
        """Show that session in its edition."""
        if self._was is not None:
            was = self._was
            self._work.show_edition(was.edition)
            self._work.go(Subject("session", was.id))
