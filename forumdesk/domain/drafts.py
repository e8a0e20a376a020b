# SPDX-License-Identifier: MIT
"""A row while it is being understood: what each cell adds to it, and what becomes of it all."""

from __future__ import annotations

from collections.abc import Mapping

from forumdesk.domain.desk import Severity
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.intake import Finding
from forumdesk.domain.korean_names import agreed
from forumdesk.domain.name_cells import NameCell
from forumdesk.domain.naming import position, script_of
from forumdesk.domain.people import Contact, Name, Names, Script
from forumdesk.domain.tables import Row
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_

Texts = dict[str, str]


class Draft:
    """What is known of a row so far."""

    __slots__ = (
        *("row", "person", "participation", "named", "family", "given", "key", "country", "side"),
        *("texts", "contacts", "consents", "notes", "findings", "title", "open"),
    )

    def __init__(
        self, row: Row, person: Mapping[str, object], participation: Mapping[str, object]
    ) -> None:
        self.row = row
        self.person = {**person}
        self.participation = {**participation}
        self.named: Names | dict[Script, Name] | None = None
        self.family = self.given = ""
        self.key = self.country = self.side = ""
        self.texts: dict[str, Texts] = {}  # by field, then by language
        self.contacts: list[Contact] = []
        self.consents: list[object] = []
        self.notes: list[str] = []
        self.findings: list[Finding] = []
        self.title: NameCell | None = None
        self.open = False

    def found(self, message: str, severity: Severity = Severity.WARNING, /, **values: str) -> None:
        """Tell something about the row."""
        self.findings.append(Finding(message, tuple(values.items()), severity, self.row.line))

    def kept(self, heading: str, value: str) -> None:
        """Keep as a note what found no better place."""
        note = f"{heading}: {value}" if heading else value
        if note not in self.notes:
            self.notes.append(note)

    def say(self, field: str, language: str, text: str) -> None:
        """Add to a text of a language; what is there already is not said twice."""
        texts = self.texts.setdefault(field, {})
        before = texts.get(language, "")
        if not before:
            texts[language] = text
        elif text not in before:
            texts[language] = f"{before}, {text}"

    def name(self, cell: NameCell) -> None:
        """Add what a cell for a name says."""
        if self.named is None:
            self.named = cell.names
        elif cell.names:
            self._more_names(cell.names)
        if cell.honorific or cell.office:
            self.title = cell
        if cell.contacts:
            self.contacts.extend(cell.contacts)
        if cell.note:
            self.kept("", cell.note)
        self.open |= cell.open

    def _more_names(self, names: Names) -> None:
        """Names of another cell: one in a script that is there already is kept as a note."""
        before = dict(self.named or {})
        for script, name in names.items():
            known = before.setdefault(script, name)
            if known != name:
                self.kept("", name.full or f"{name.family} {name.given}".strip())
        self.named = before

    def entry(self) -> ListEntry:
        """The row as it has been understood."""
        names = self._names()
        self._titles()
        self._office()
        organization = self._text("organization")
        self._fields()
        self._judge(names, organization)
        return ListEntry(
            self.row.line,
            names,
            self.key,
            self.person,
            self.participation,
            organization,
            self.country,
            self.side,
            None,
            self.row.cells,
            (*self.row.findings, *self.findings) if self.findings else self.row.findings,
        )

    def _names(self) -> Names:
        named = self.named
        if self.family or self.given:
            script = script_of(self.family + self.given)
            apart = Name(family=self.family, given=self.given)
            named = {**(named or {}), script: apart}
        if not named:
            return Names()
        names = named if isinstance(named, Names) else Names.of(named)
        return agreed(names) if len(names) > 1 else names

    def _titles(self) -> None:
        """A title glued to the name is the form of address, and the office where none is said."""
        if self.title is None:
            return
        for language, text in self.title.honorific.items():
            self.say("honorific", language, text)
        offices = self.texts.get("office", {})
        for language, text in self.title.office.items():
            if language not in offices:
                self.say("office", language, text)

    def _office(self) -> None:
        """The department stands with the office, where each language has it."""
        for language, department in self.texts.pop("department", {}).items():
            offices = self.texts.setdefault("office", {})
            offices[language] = position(offices.get(language, ""), department, language)

    def _text(self, field: str) -> Text:
        texts = self.texts.get(field)
        if not texts:
            return EMPTY
        return Text(tuple(texts.items())) if len(texts) == 1 else Text(tuple(sorted(texts.items())))

    def _fields(self) -> None:
        for field in ("office", "badge_name"):
            if field in self.texts:
                self.participation[field] = self._text(field)
        for field in ("honorific", "reading", "biography"):
            if field in self.texts:
                self.person[field] = self._text(field)
        if self.contacts:
            self.person["contacts"] = tuple(dict.fromkeys(self.contacts))
        if self.consents:
            self.participation["consents"] = tuple(self.consents)
        if self.notes:
            said = str(self.participation.get("notes", ""))
            notes = [note for note in self.notes if note not in said]
            self.participation["notes"] = "\n".join(filter(None, (said, *notes)))

    def _judge(self, names: Names, organization: Text) -> None:
        """Whether the row is about anybody at all."""
        if names:
            return
        if not organization:
            self.found(
                N_("The row names nobody and no organization; it can't be taken in."),
                Severity.ERROR,
            )
        elif self.open:
            self.found(N_("The name is to follow; a place is kept for it."), Severity.NOTE)
        else:
            self.found(N_("The row has no name; it is taken for a place whose name is to follow."))
