# SPDX-License-Identifier: MIT
"""The participation in the inspector: office, organization and side, how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from forumdesk.domain.columns import column
from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Organization, Participation
from forumdesk.domain.records import Record
from forumdesk.domain.sifting import Row
from forumdesk.domain.terms import term
from forumdesk.domain.words import Words
from forumdesk.services import invitations, roster_cells
from forumdesk.ui.forms import LineField
from forumdesk.ui.labels import button
from forumdesk.ui.pages import page_for
from forumdesk.ui.participants.columns import PURPOSES, Sight, given, name, second_name
from forumdesk.ui.record_panel import Editor, Field, RecordPanel
from forumdesk.ui.workspace import Workspace

OFFERED = 12  # organizations offered while one is typed
_MOMENTS = ("arrives", "departs")


def _sides(dossier: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    sides = [(side.id, words.text(side.name)) for side in dossier.sides]
    return [(None, words("(none)")), *sides]


def _statuses(_: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    return [(status, term(status, words)) for status in Invitation]


def _consents(_: Dossier, words: Words) -> Sequence[tuple[object, str]]:
    return [("", words("not asked")), ("yes", words("yes")), ("no", words("no"))]


class ParticipationPanel(RecordPanel):
    """How somebody takes part in this edition; who the person is stands on a card of its own."""

    # Called as the columns of lists are, by their keys.
    fields = (
        Field("office", "office", "texts"),
        Field("organization", "organization"),
        Field("side", "side", "choice", _sides, row=1),
        Field("category", "category", row=1),
        Field("status", "status", "choice", _statuses, row=2),
        Field("status_on", "status-on", "day", row=2),
        Field("reply_by", "reply-by", "day", row=3),
        Field("rank", "rank", "number", row=3),
        Field("pin_reason", "rank-reason"),
        Field("grade", "grade", row=4),
        Field("since", "since", "day", row=4),
        Field("honored", "honored", "switch"),
        Field("badge_name", "badge-name", "texts"),
        Field("table_name", "table", row=5),
        Field("seat", "seat", row=5),
        Field("arrives", "arrives", row=6),
        Field("departs", "departs", row=6),
        *(Field(f"consent-{p}", f"consent-{p}", "choice", _consents) for p in PURPOSES),
        Field("notes", "notes", "text"),
    )

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.person = button("", "link")
        self.person.clicked.connect(self._to_person)
        self._row: Row | None = None

    # What the record is

    def record(self, dossier: Dossier, id: str) -> Record | None:
        """The participation of this id, in this edition."""
        known = self.work.desk.find(Participation, id=id, edition=dossier.edition.id)
        if not known:
            return None
        (self._row,) = self.work.desk.roster(dossier.edition.id, self.work.words.language).rows(
            [id]
        )
        return known[0]

    def called(self, dossier: Dossier, record: Participation) -> tuple[str, str]:
        """The name, in two scripts, and the number."""
        words, row = self.work.words, self._row
        if row is None:
            return "", ""
        sight = Sight.of(dossier, words)
        number = words("No. {number}", number=record.number) if record.number else ""
        return name(row, sight), " · ".join(filter(None, (second_name(row, sight), number)))

    def show_record(self, dossier: Dossier, id: str) -> bool:
        """Show it, and the way to the person."""
        shown = super().show_record(dossier, id)
        if shown and self._row is not None:
            self.person.setText(self.work.words("The person’s card"))
            there = self._row.person is not None and page_for("person") is not None
            self.person.setVisible(there)
        return shown

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field; of the consents, into that for lists."""
        super().focus_field("consent-list" if field == "consents" else field)

    def below(self) -> Sequence[QWidget]:
        """The way to the person."""
        return (self.person,)

    def _to_person(self) -> None:
        if self._row is not None and self._row.person is not None:
            self.work.go(Subject("person", self._row.person.id))

    # Fields that are no plain ones

    def said(self, field: Field) -> str:
        """What the column of a list is called."""
        known = column(field.label)
        return known.shown(self.work.words) if known else field.label

    def made(self, field: Field, name: str) -> Editor | None:
        """An organization is typed, others are offered; a moment is typed as day and time."""
        if field.name == "organization":
            return OrganizationField(name, self._organizations)
        if field.name in _MOMENTS:
            made = LineField(name)
            made.setPlaceholderText("2027-06-24 09:30")
            return made
        return None

    def _organizations(self, typed: str) -> Sequence[str]:
        words = self.work.words
        found = self.work.desk.holding(Organization, typed)[:OFFERED]
        return [words.text(body.name) for body in found]

    def shown(self, record: Participation, name: str) -> object:
        """What stands in a field."""
        if self._row is None:
            return ""
        if name == "organization":
            body = self._row.organization
            return self.work.words.text(body.name) if body else ""
        if name in _MOMENTS:
            at: datetime | None = getattr(record, name)
            return f"{at:%Y-%m-%d %H:%M}" if at else ""
        _, consent, purpose = name.partition("consent-")
        if consent and purpose in PURPOSES:
            return given(self._row, purpose)
        value: object = getattr(record, name)
        return value

    def change(self, changes: Mapping[str, object]) -> None:
        """Change the participation: what is typed as in the list, a status with its day."""
        ((name, value),) = changes.items()
        if name in ("organization", *_MOMENTS) or name.startswith("consent-"):
            self.work.run(roster_cells.set_roster_cell, self.id, name, str(value or ""))
        elif name == "status" and isinstance(value, Invitation):
            self.work.run(invitations.set_status, self.id, value, self.work.desk.now().date())
        else:
            self.work.run(invitations.change_participation, self.id, changes)


class OrganizationField(LineField):
    """The name of an organization; those there are are offered while it is typed."""

    def __init__(self, name: str, offered: Callable[[str], Sequence[str]]) -> None:
        super().__init__(name)
        self._offered, self._found = offered, QStringListModel(self)
        completer = QCompleter(self._found, self)
        # What fits is decided by the file: the completer would ask for the beginning.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def _offer(self, text: str) -> None:
        self._found.setStringList(list(self._offered(text)) if text.strip() else [])
