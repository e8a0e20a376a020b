# SPDX-License-Identifier: MIT
"""A row while it is being understood: what each cell adds to it, and what becomes of it all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from forumdesk.domain.desk import Severity
from forumdesk.domain.entries import ListEntry
from forumdesk.domain.intake import Finding
from forumdesk.domain.korean_names import agreed
from forumdesk.domain.name_cells import NameCell, name_cell
from forumdesk.domain.naming import position, script_of
from forumdesk.domain.people import Consent, Contact, Name, Names
from forumdesk.domain.tables import Row
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_

# Which record a text by language belongs to; the organization is an entry's own.
_OF_PERSON = frozenset({"honorific", "reading", "biography"})


_NAMELESS = Names()


@lru_cache(maxsize=4096)  # a list names few offices and organizations, each many times
def _text(pairs: tuple[tuple[str, str], ...]) -> Text:
    """A text; the same value for the same pairs, so that a long list holds it once."""
    return Text(pairs)


class Draft:
    """What is known of a row so far."""

    __slots__ = (
        *("row", "person", "participation", "names", "family", "given", "key", "country", "side"),
        *("texts", "contacts", "consents", "notes", "findings", "title", "open", "total"),
    )

    def __init__(
        self, row: Row, person: Mapping[str, object], participation: Mapping[str, object]
    ) -> None:
        self.row = row
        self.person = {**person}
        self.participation = {**participation}
        self.names = _NAMELESS
        self.family = self.given = self.key = self.country = self.side = ""
        self.texts: dict[str, dict[str, str]] = {}  # by field, then by language
        self.contacts: list[Contact] = []
        self.consents: list[Consent] = []
        self.notes: list[str] = []
        self.findings: list[Finding] = []
        self.title: NameCell | None = None
        self.open = self.total = False

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
        texts = self.texts.get(field)
        if texts is None:
            self.texts[field] = {language: text}
        elif language not in texts:
            texts[language] = text
        elif text not in texts[language]:
            texts[language] = f"{texts[language]}, {text}"

    def name(self, cell: NameCell) -> None:
        """Add what a cell for a name says."""
        self.spelled(cell.names)
        if cell.honorific or cell.office:
            self.title = cell
        self.contacts.extend(cell.contacts)
        if cell.note:
            self.kept("", cell.note)
        self.open |= cell.open
        self.total |= cell.total

    def spelled(self, names: Names) -> None:
        """Add names; one in a script that is there already is kept as a note."""
        if not self.names.pairs:
            self.names = names
            return
        before = dict(self.names.pairs)
        for script, name in names.pairs:
            known = before.setdefault(script, name)
            if known != name:
                self.kept("", name.full or f"{name.family} {name.given}".strip())
        self.names = Names(tuple(before.items()))

    def entry(self) -> ListEntry:
        """The row as it has been understood."""
        names = _NAMELESS if self.total else self._all_names()
        if self.title is not None:
            self._titles(self.title)
        if "department" in self.texts:
            self._departments(self.texts.pop("department"))
        organization = self._fields()
        if not names.pairs:
            self._judge(organization)
        row = self.row
        return ListEntry(
            row.line,
            names,
            self.key,
            self.person,
            self.participation,
            organization,
            self.country,
            self.side,
            None,
            () if names.pairs else row.cells,
            (*row.findings, *self.findings) if self.findings else row.findings,
        )

    def _all_names(self) -> Names:
        if self.given and not self.family:  # a whole name, in whatever column
            self.name(name_cell(self.given))
            self.given = ""
        names = self.names
        if self.family:
            script = script_of(self.family + self.given)
            apart = Name(family=self.family, given=self.given)
            names = Names(tuple({**dict(names.pairs), script: apart}.items()))
        return agreed(Names(tuple(sorted(names.pairs)))) if len(names.pairs) > 1 else names

    def _titles(self, cell: NameCell) -> None:
        """A title glued to the name is the form of address, and the office where none is said."""
        for language, text in cell.honorific.pairs:
            self.say("honorific", language, text)
        offices = self.texts.get("office", {})
        for language, text in cell.office.pairs:
            if language not in offices:
                self.say("office", language, text)

    def _departments(self, departments: Mapping[str, str]) -> None:
        """The department stands with the office, where each language has it."""
        offices = self.texts.setdefault("office", {})
        for language, department in departments.items():
            offices[language] = position(offices.get(language, ""), department, language)

    def _fields(self) -> Text:
        """Put what several cells have said into its fields; gives the organization."""
        organization = EMPTY
        for field, texts in self.texts.items():
            text = _text(tuple(texts.items() if len(texts) == 1 else sorted(texts.items())))
            if field == "organization":
                organization = text
            elif field in _OF_PERSON:
                self.person[field] = text
            else:
                self.participation[field] = text
        if self.contacts:
            several = len(self.contacts) > 1
            found = dict.fromkeys(self.contacts) if several else self.contacts
            self.person["contacts"] = tuple(found)
        if self.consents:
            self.participation["consents"] = tuple(self.consents)
        if self.notes:
            said = str(self.participation.get("notes", ""))
            notes = [note for note in self.notes if note not in said]
            self.participation["notes"] = "\n".join(filter(None, (said, *notes)))
        return organization

    def _judge(self, organization: Text) -> None:
        """Whether a row without a name is about anybody at all."""
        if self.total:
            self.found(N_("The row is a total of the list, and nobody in it."), Severity.ERROR)
        elif not organization:
            self.found(
                N_("The row names nobody and no organization; it can't be taken in."),
                Severity.ERROR,
            )
        elif self.open:
            self.found(N_("The name is to follow; a place is kept for it."), Severity.NOTE)
        else:
            self.found(N_("The row has no name; it is taken for a place whose name is to follow."))
