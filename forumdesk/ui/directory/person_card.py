# SPDX-License-Identifier: MIT
"""A person's card: names, how to say them, contacts, life, and every edition."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.people import Person, full_name
from forumdesk.services.directory import set_photo
from forumdesk.services.people import change_person, remove_person
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.directory.card import BETWEEN, Card, beside, languages_of, named
from forumdesk.ui.directory.contacts_field import ContactsField
from forumdesk.ui.directory.held import HeldOffices
from forumdesk.ui.directory.names_field import NamesField
from forumdesk.ui.directory.picture_field import PictureField
from forumdesk.ui.fields import DayField, read_only
from forumdesk.ui.forms import BilingualField, LineField, TextField
from forumdesk.ui.labels import FlowLabel, button, label
from forumdesk.ui.workspace import Workspace


class PersonCard(Card):
    """Fields of a person; each commits itself."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        self._id = ""
        words = work.words
        languages = languages_of(work)
        self.name = FlowLabel(look="title")
        self.photo = PictureField(work, words("Photo"), self._set_photo)
        self.names = NamesField(words)
        orders = (
            (None, words("as the document has it")),
            (True, words("family name first")),
            (False, words("given name first")),
        )
        self.order = ChoiceField(words("Order of the name in Latin script"), orders)
        self.reading = BilingualField(words("How the name is read"), languages, beside=True)
        self.honorific = BilingualField(words("Form of address"), languages, beside=True)
        self.contacts = ContactsField(work)
        self.biography = BilingualField(words("Biography"), languages, long=True, beside=True)
        self.languages = LineField(words("Languages spoken"))
        self.diet = LineField(words("Diet"))
        self.access = LineField(words("Access needs"))
        self.notes = TextField(words("Notes for the secretariat"))
        self.keep_until = DayField(words("Keep until"))
        self.held = HeldOffices(work)
        self.gone = button(words("&Remove"))
        self.erase = button(words("Era&se…"), "quiet")
        self.erase.setToolTip(words("Remove all that the file holds of this person, for good"))
        self.fields = {
            "names": self.names,
            "family_first": self.order,
            "reading": self.reading,
            "honorific": self.honorific,
            "contacts": self.contacts,
            "biography": self.biography,
            "languages": self.languages,
            "diet": self.diet,
            "access": self.access,
            "notes": self.notes,
            "keep_until": self.keep_until,
            "photo": self.photo,
        }
        self._wire()
        self._lay_out()

    def _wire(self) -> None:
        for name in ("names", "family_first", "reading", "honorific", "contacts", "biography"):
            field = self.fields[name]
            field.committed.connect(self.changer(name))  # type: ignore[attr-defined]
        for name in ("diet", "access", "notes"):
            self.fields[name].committed.connect(self.changer(name))  # type: ignore[attr-defined]
        self.languages.committed.connect(lambda text: self.change("languages", _tags(text)))
        self.keep_until.typed.connect(self.changer("keep_until"))
        self.photo.removed.connect(lambda: self.change("photo", None))
        self.gone.clicked.connect(self._remove)
        self.erase.clicked.connect(self._erase)

    def _lay_out(self) -> None:
        words = self.work.words
        column = self.begin(self.name, self.erase, self.gone)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        names = QVBoxLayout()
        names.setSpacing(BETWEEN)
        names.addWidget(self.names)
        names.addWidget(named(self.order))
        names.addStretch(1)
        top.addLayout(names, 1)
        column.addLayout(top)
        column.addWidget(self.reading)
        column.addWidget(self.honorific)
        column.addWidget(self.contacts)
        column.addSpacing(4)
        column.addWidget(label(words("Editions"), "lead"))
        column.addWidget(self.held)
        column.addSpacing(4)
        column.addWidget(label(words("More about the person"), "lead"))
        column.addWidget(self.biography)
        column.addLayout(beside(named(self.languages), named(self.keep_until)))
        column.addLayout(beside(named(self.diet), named(self.access)))
        column.addWidget(named(self.notes))
        column.addStretch(1)

    # Showing

    def show_record(self, id: str) -> bool:
        """Show a person as they are now."""
        found = self.work.desk.find(Person, id=id)
        if not found:
            return False
        self._id, person = id, found[0]
        name = full_name(person, self.work.words.language)
        self.name.setText(name or self.work.words("Person without a name"))
        for field in ("names", "reading", "honorific", "contacts", "biography"):
            self.fields[field].show_value(getattr(person, field))  # type: ignore[attr-defined]
        for field in ("diet", "access", "notes"):
            self.fields[field].show_value(getattr(person, field))  # type: ignore[attr-defined]
        self.order.show_value(person.family_first)
        self.languages.show_value(", ".join(person.languages))
        self.keep_until.show_typed(person.keep_until)
        self.photo.show_value(person.photo)
        self.held.show_person(id)
        read_only(list(self.fields.values()), not self.work.editable)
        for made in (self.gone, self.erase):
            made.setEnabled(self.work.editable)
        return True

    # Changing

    def change(self, field: str, value: object) -> None:
        """Change a field of the record that is shown."""
        if self._id:
            self.work.run(change_person, self._id, {field: value})

    def _set_photo(self, data: bytes, size: tuple[int, int]) -> None:
        self.work.run(set_photo, self._id, data, size)

    def _erase(self) -> None:
        from forumdesk.ui.erasing import erase  # noqa: PLC0415 - rare

        erase(self.work, self._id, self)

    def _remove(self) -> None:
        self.work.run(remove_person, self._id)


def _tags(text: str) -> tuple[str, ...]:
    """Languages as they are typed: ``ko, en``."""
    return tuple(dict.fromkeys(part for part in text.replace(",", " ").split() if part))
