# SPDX-License-Identifier: MIT
"""Which agreements come before and after one: amended and replaced by it, or doing so to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumdesk.domain.agreements import kind_name
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition
from forumdesk.domain.outcomes import Agreement, AgreementState
from forumdesk.domain.words import N_
from forumdesk.services.agreements import set_state
from forumdesk.ui.agreements.lines import emptied, stacked
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.directory.card import beside, named
from forumdesk.ui.labels import ElidedButton, label
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace


class SuccessionField(QWidget):
    """``committed`` carries ``amends`` or ``replaces`` and the agreement chosen for it."""

    committed = Signal(str, object)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        words = work.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = label(words("Before and after"), "lead")
        column.addWidget(self.heading)
        self.amends = ChoiceField(words("Amends"))
        self.replaces = ChoiceField(words("Takes the place of"))
        self.amends.committed.connect(partial(self._tell, "amends"))
        self.replaces.committed.connect(partial(self._tell, "replaces"))
        column.addLayout(beside(named(self.amends), named(self.replaces)))
        self._links = QVBoxLayout()
        self._links.setSpacing(4)
        column.addLayout(self._links)
        self.links: list[ElidedButton] = []

    def _tell(self, field: str, value: object) -> None:
        self.committed.emit(field, value)

    def show_value(self, agreement: Agreement) -> None:
        """Show what comes before it, to be chosen, and what comes after it."""
        desk, words = self.work.desk, self.work.words
        series = desk.get(Edition, agreement.edition).series
        editions = [edition.id for edition in desk.find(Edition, series=series)]
        others = [a for a in desk.find(Agreement, edition=editions) if a.id != agreement.id]
        choices = [(None, words("no other")), *((a.id, self._titled(a)) for a in others)]
        for field, choice in (("amends", self.amends), ("replaces", self.replaces)):
            choice.show_value(getattr(agreement, field), choices)
            choice.setEnabled(self.work.editable)
        told = [
            *((N_("Amends {title}"), a) for a in others if a.id == agreement.amends),
            *((N_("Takes the place of {title}"), a) for a in others if a.id == agreement.replaces),
            *((N_("Amended by {title}"), a) for a in others if a.amends == agreement.id),
            *((N_("Replaced by {title}"), a) for a in others if a.replaces == agreement.id),
        ]
        emptied(self._links)
        self.links = [self._link(said, other) for said, other in told]
        stacked(self._links, self.links)

    def _titled(self, agreement: Agreement) -> str:
        words = self.work.words
        return words.text(agreement.title) or kind_name(agreement.kind, words)

    def _link(self, said: str, other: Agreement) -> ElidedButton:
        link = ElidedButton("link")
        link.show_text(self.work.words(said, title=self._titled(other)))
        link.clicked.connect(lambda: self.work.go(Subject("agreement", other.id)))
        return link

    def setFocus(self) -> None:  # type: ignore[override]
        """Put the cursor to what it takes the place of."""
        self.replaces.setFocus(Qt.FocusReason.OtherFocusReason)


def offer_end(work: Workspace, made: Agreement) -> None:
    """Once a successor is in force, offer that what it replaces has ended."""
    work.messages.clear("succession")
    found = work.desk.find(Agreement, id=made.replaces) if made.replaces else []
    if made.state is not AgreementState.IN_FORCE or not found:
        return
    old = found[0]
    if old.state is AgreementState.ENDED:
        return

    def ended() -> None:
        work.messages.clear("succession")
        work.run(set_state, old.id, AgreementState.ENDED, made.in_force_on)

    def banner() -> Banner:
        words = work.words
        title = words.text(old.title) or kind_name(old.kind, words)
        text = words("“{title}” has been replaced, and still counts as going on.", title=title)
        return Banner("succession", text, offers=((words("It has ended"), ended),))

    work.messages.show(said_anew(banner))
