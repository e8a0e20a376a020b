# SPDX-License-Identifier: MIT
"""An agreement as it is drawn up: what it is, how far it has come, what it says, who signs it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.agreements import DAY_OF, KINDS, kind_name
from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.outcomes import (
    Agreement,
    AgreementState,
    Aim,
    Commitment,
    SignatoryRole,
)
from forumdesk.domain.terms import term
from forumdesk.domain.words import N_
from forumdesk.services.agreements import set_state
from forumdesk.services.outcomes import change_agreement, remove_agreement
from forumdesk.ui.agreements.aims import AimsField
from forumdesk.ui.agreements.originals import OriginalsField
from forumdesk.ui.agreements.parties import PartiesField
from forumdesk.ui.agreements.people import SignersField
from forumdesk.ui.agreements.succession import SuccessionField, offer_end
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.directory.card import Card, beside, languages_of, named
from forumdesk.ui.fields import DayField, read_only
from forumdesk.ui.forms import BilingualField, TextField
from forumdesk.ui.labels import FlowLabel, button, hairline, label
from forumdesk.ui.messages import Question
from forumdesk.ui.workspace import Workspace

_DAYS: Mapping[str, str] = MappingProxyType(
    {
        "agreed_on": N_("Agreed on"),
        "signed_on": N_("Signed on"),
        "in_force_on": N_("In force since"),
        "ended_on": N_("Ended on"),
        "review_on": N_("Review by"),
    }
)
_SHEETS = ("agreement", "signing-table", "fact-sheet")


class AgreementCard(Card):
    """Fields of an agreement; each commits itself."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._id = ""
        words, languages = work.words, languages_of(work)
        self.name = FlowLabel(look="title")
        self.second = label(look="small", wrap=True)
        self.edition = button("", "link")
        self.title = BilingualField(words("Title"), languages, beside=True)
        kinds = [(kind, kind_name(kind, words)) for kind in KINDS]
        self.kind = ChoiceField(words("Kind"), kinds)
        self.session = ChoiceField(words("Signed at"))
        states = [(state, term(state, words)) for state in AgreementState]
        self.state = ChoiceField(words("State"), states)
        self.days = {name: DayField(words(said)) for name, said in _DAYS.items()}
        self.parties = PartiesField(work)
        self.preamble = BilingualField(words("Preamble"), languages, long=True, beside=True)
        self.aims = AimsField(work, languages)
        self.closing = BilingualField(words("Closing"), languages, long=True, beside=True)
        self.signers = {role: SignersField(work, role) for role in SignatoryRole}
        self.originals = OriginalsField(work, languages)
        self.succession = SuccessionField(work)
        self.commitments = button("", "link")
        self.notes = TextField(words("Notes for the signing table"))
        self.gone = button(words("&Remove"))
        self.sheets = {name: button(text) for name, text in self._sheets().items()}
        self.fields = {
            "title": self.title,
            "kind": self.kind,
            "session": self.session,
            "state": self.state,
            **self.days,
            "parties": self.parties,
            "preamble": self.preamble,
            "aims": self.aims,
            "closing": self.closing,
            "signatories": self.signers[SignatoryRole.SIGNS],
            "originals": self.originals,
            "replaces": self.succession,
            "amends": self.succession,
            "notes": self.notes,
        }
        self._wire()
        self._lay_out()

    def _sheets(self) -> Mapping[str, str]:
        words = self.work.words
        said = (words("Signing copies…"), words("Signing table…"), words("Fact sheet…"))
        return dict(zip(_SHEETS, said, strict=True))

    def _wire(self) -> None:
        for name in ("title", "kind", "session", "preamble", "closing", "notes"):
            self.fields[name].committed.connect(self.changer(name))  # type: ignore[attr-defined]
        for name, field in self.days.items():
            field.typed.connect(self.changer(name))
        self.state.committed.connect(self._set_state)
        self.succession.committed.connect(self._succeed)
        self.gone.clicked.connect(self._remove)
        self.edition.clicked.connect(self._go_to_edition)
        self.commitments.clicked.connect(self._go_to_commitments)
        for name, made in self.sheets.items():
            made.clicked.connect(partial(self._print, name))

    def _lay_out(self) -> None:
        words = self.work.words
        column = self.begin(self.name, self.gone)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.second)
        head.addWidget(self.edition)
        head.addStretch(1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in self.sheets.values():
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self.title)
        column.addLayout(beside(named(self.kind), named(self.session)))
        column.addLayout(self._state_and_days())
        column.addWidget(self.parties)
        column.addWidget(label(words("Text"), "lead"))
        column.addWidget(self.preamble)
        column.addWidget(self.aims)
        column.addWidget(self.closing)
        column.addWidget(self.commitments, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(words("At the signing"), "lead"))
        for signer in self.signers.values():
            column.addWidget(signer)
        for widget in (named(self.notes), self.originals, self.succession):
            column.addWidget(widget)
        column.addStretch(1)

    def _state_and_days(self) -> QGridLayout:
        """The state, and the days beside it in a grid of three."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for n, field in enumerate((self.state, *self.days.values())):
            grid.addWidget(named(field), n // 3, n % 3)
            grid.setColumnStretch(n % 3, 1)
        return grid

    # Showing

    def show_record(self, id: str) -> bool:
        """Show an agreement as it is now."""
        desk, words = self.work.desk, self.work.words
        found = desk.find(Agreement, id=id)
        if not found:
            return False
        self._id, one = id, found[0]
        edition = desk.get(Edition, one.edition)
        series = desk.get(Series, edition.series)
        self.name.setText(words.text(one.title) or words("Agreement without a title"))
        self.second.setText(kind_name(one.kind, words))
        called = words.text(edition_title(series, edition)) or words("Edition without a title")
        self.edition.setText(called.replace("&", "&&"))
        for name in ("title", "kind", "preamble", "closing", "notes"):
            self.fields[name].show_value(getattr(one, name))  # type: ignore[attr-defined]
        self.session.show_value(one.session, self._sessions(edition))
        self.state.show_value(one.state)
        for name, field in self.days.items():
            field.show_typed(getattr(one, name))
        for part in (self.parties, self.aims, self.originals, self.succession):
            part.show_value(one)
        for signer in self.signers.values():
            signer.show_value(one)
        self._count(one)
        read_only(list(self.fields.values()), not self.work.editable)
        for choice in (self.kind, self.session, self.state, self.gone):
            choice.setEnabled(self.work.editable)
        return True

    def _sessions(self, edition: Edition) -> list[tuple[object, str]]:
        """The sessions it can be signed at, signings first."""
        words = self.work.words
        sessions = self.work.desk.find(Session, edition=edition.id)
        sessions.sort(key=lambda s: (s.kind is not SessionKind.SIGNING, str(s.starts or "9")))
        named = [(s.id, words.text(s.title) or term(s.kind, words)) for s in sessions]
        return [(None, words("at no session")), *named]

    def _count(self, one: Agreement) -> None:
        """How many commitments were made in its aims."""
        desk, words = self.work.desk, self.work.words
        aims = [aim.id for aim in desk.find(Aim, agreement=one.id)]
        count = desk.count(Commitment, aim=aims) if aims else 0
        self.commitments.setText(
            words.plural(
                "{count} commitment was made in its aims",
                "{count} commitments were made in its aims",
                count,
            )
        )
        self.commitments.setVisible(count > 0)

    # Changing

    def change(self, field: str, value: object) -> None:
        """Change a field of the agreement that is shown."""
        done, _ = self.work.done(change_agreement, self._id, {field: value})
        if not done:
            self.show_record(self._id)

    def _set_state(self, state: AgreementState) -> None:
        done, made = self.work.done(set_state, self._id, state)
        if done and made is not None:
            self._ask_day(made)
            offer_end(self.work, made)

    def _ask_day(self, made: Agreement) -> None:
        """Where the day of the new state is not known, the cursor goes to it."""
        field = DAY_OF.get(made.state)
        known: date | None = getattr(made, field) if field else None
        if field and known is None:
            self.days[field].setFocus()

    def _succeed(self, field: str, other: object) -> None:
        done, made = self.work.done(change_agreement, self._id, {field: other})
        if not done:
            self.show_record(self._id)
        elif made is not None:
            offer_end(self.work, made)

    def _remove(self) -> None:
        words = self.work.words
        question = Question(
            words("Remove “{title}”?", title=self.name.text()),
            words("Its parties, aims, signatories and originals go with it. It can be undone."),
            (("remove", words("Remove")),),
            danger="remove",
        )
        if self.work.messages.ask(question) == "remove":
            self.work.run(remove_agreement, self._id)

    # Going

    def _print(self, sheet: str) -> None:
        """To the handouts, with the sheet of this agreement."""
        one = self.work.desk.get(Agreement, self._id)
        self.work.show_edition(one.edition)
        self.work.go(Subject("handout", sheet, one.id))

    def _go_to_edition(self) -> None:
        one = self.work.desk.get(Agreement, self._id)
        self.work.show_edition(one.edition)
        if one.session:
            self.work.go(Subject("session", one.session))

    def _go_to_commitments(self) -> None:
        aims = [aim.id for aim in self.work.desk.find(Aim, agreement=self._id)]
        found = self.work.desk.find(Commitment, aim=aims)
        if found:
            self.work.go(Subject("commitment", found[0].id))
