# SPDX-License-Identifier: MIT
"""Ways to reach somebody: a line each, and one to type another in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.people import Contact
from forumdesk.domain.terms import T_
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.forms import LineField
from forumdesk.ui.labels import label
from forumdesk.ui.workspace import Workspace

KINDS = {
    "email": T_("contact", "E-mail"),
    "phone": T_("contact", "Telephone"),
    "mobile": T_("contact", "Mobile"),
    "address": T_("contact", "Address"),
    "url": T_("contact", "Web page"),
}
_WIDTH = 120  # of the kind
_MOBILE = ("010", "011", "016", "017", "018", "019", "+8210")  # numbers of Korean mobile phones


def likely_kind(text: str) -> str:
    """What kind of contact a typed text is."""
    if "@" in text and " " not in text:
        return "email"
    if text.casefold().startswith(("http://", "https://", "www.")):
        return "url"
    digits = "".join(c for c in text if c.isdigit() or c == "+")
    if len(digits) >= 7 and len(digits) * 2 > len(text):
        return "mobile" if digits.startswith(_MOBILE) else "phone"
    return "address"


class ContactsField(QWidget):
    """The contacts of a person; ``committed`` carries them all when one has changed."""

    committed = Signal(object)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self._work = work
        self._contacts: tuple[Contact, ...] = ()
        self._only_read = False
        words = work.words
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.new = LineField(words("Add a contact"))
        self.new.setPlaceholderText("+ " + words("E-mail address, number or address"))
        self.new.committed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(words("Contacts"), "small"))
        column.addLayout(self.lines)
        column.addWidget(self.new)

    def show_value(self, contacts: tuple[Contact, ...]) -> None:
        """Show the contacts."""
        if contacts == self._contacts and self.lines.count() == len(contacts):
            return
        self._contacts = contacts
        while (item := self.lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for place, contact in enumerate(contacts):
            self.lines.addWidget(self._line(place, contact))

    def _line(self, place: int, contact: Contact) -> QWidget:
        words = self._work.words
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        kind = ChoiceField(words("Kind"), [(k, words.context(*said)) for k, said in KINDS.items()])
        kind.setFixedWidth(_WIDTH)
        kind.show_value(contact.kind)
        kind.committed.connect(lambda chosen: self._change(place, Contact(chosen, contact.value)))
        value = LineField(words.context(*KINDS.get(contact.kind, KINDS["address"])))
        value.show_value(contact.value)
        value.committed.connect(lambda text: self._change(place, Contact(contact.kind, text)))
        gone = QToolButton()
        gone.setIcon(self._work.look.icons("close"))
        gone.setAccessibleName(words("Remove {what}", what=contact.value))
        gone.setToolTip(words("Remove"))
        gone.clicked.connect(partial(self._change, place, Contact(contact.kind, "")))
        for part in (kind, value, gone):
            part.setEnabled(not self._only_read)
            row.addWidget(part, 1 if part is value else 0)
        return holder

    def _change(self, place: int, contact: Contact, _checked: bool = False) -> None:
        """Another contact in a place; an empty one goes."""
        changed = list(self._contacts)
        changed[place : place + 1] = [contact] if contact.value else []
        self.committed.emit(tuple(changed))

    def _add(self, text: str) -> None:
        self.new.show_value("")
        self.new.clear()
        if text:
            self.committed.emit((*self._contacts, Contact(likely_kind(text), text)))

    def setReadOnly(self, only_read: bool) -> None:
        """Whether they can only be read."""
        self.new.setVisible(not only_read)
        if only_read != self._only_read:
            self._only_read = only_read
            shown, self._contacts = self._contacts, ()
            self.show_value(shown)
