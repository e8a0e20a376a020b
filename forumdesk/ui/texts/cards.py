# SPDX-License-Identifier: MIT
"""A section of the program, or a text in it, as it is edited."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.printed import Passage, PassageKind
from forumdesk.domain.terms import term
from forumdesk.domain.words import N_, words_in
from forumdesk.handouts.options import Section, choice_name
from forumdesk.services import passages
from forumdesk.services.editions import change_edition
from forumdesk.ui.directory.card import Card, languages_of
from forumdesk.ui.directory.picture_field import PictureField
from forumdesk.ui.fields import read_only
from forumdesk.ui.forms import BilingualField, captioned
from forumdesk.ui.labels import FlowLabel, button, label
from forumdesk.ui.texts.author_field import AuthorField
from forumdesk.ui.texts.rows import called
from forumdesk.ui.workspace import Workspace

LINES = 22  # of a text, before it scrolls
SIGNATURE = QSize(220, 84)
_HINTS: Mapping[PassageKind, str] = MappingProxyType(
    {
        PassageKind.MESSAGE: N_(
            "The portrait, the name and the office of its author stand with it."
        ),
        PassageKind.SPONSORS: N_(
            "The logos of all hosts who are sponsors or supporters follow by themselves."
        ),
        PassageKind.EMERGENCY: N_(
            "A line such as “119 | Fire and ambulance” is a number, and printed large."
        ),
        PassageKind.IMPRINT: N_(
            "Who publishes it, the version and the contact stand there by themselves. A line such"
            " as “Cover photo | Hong Gil-dong” goes with them."
        ),
        PassageKind.OTHER: N_("A text of your own, under its own title."),
    }
)
_SECTIONS: Mapping[Section, str] = MappingProxyType(
    {
        Section.WELCOME: N_("First come the words of the forum itself, then messages of others."),
        Section.AGENDA: N_("This section is made of the agenda."),
        Section.ABSTRACTS: N_("This section is made of the abstracts of the sessions."),
        Section.SPEAKERS: N_("This section is made of the biographies of those who speak."),
        Section.AGREEMENTS: N_("This section is made of the agreements of this edition."),
        Section.COMMITMENTS: N_("This section is made of the commitments of the series."),
        Section.PRACTICAL: N_("Venue, address and interpretation stand there by themselves."),
        Section.OTHER: N_("Texts of your own stand here, each under its title."),
        Section.EMERGENCY: N_("What to do in an emergency, and whom to call."),
        Section.SPONSORS: N_("Who makes the forum possible."),
        Section.IMPRINT: N_("Who publishes the program, and whom to ask."),
        Section.NOTES: N_("A page to write on."),
    }
)
# What of an edition itself is printed in a section.
_OWN: Mapping[Section, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        Section.WELCOME: (("welcome", N_("Words of welcome")),),
        Section.PRACTICAL: (("wifi", N_("Wi-Fi note")), ("practical", N_("Practical notes"))),
        Section.IMPRINT: (("contact", N_("Contact at the secretariat")),),
    }
)


class SectionCard(Card):
    """A section: where it comes from, and what the edition itself says in it."""

    def __init__(self, work: Workspace, section: Section) -> None:
        super().__init__(work)
        words, languages = work.words, languages_of(work)
        self.name = FlowLabel(choice_name(section, words), look="title")
        column = self.begin(self.name)
        column.addWidget(label(words(_SECTIONS[section]), "muted", wrap=True))
        for field, said in _OWN.get(section, ()):
            made = BilingualField(words(said), languages, long=True, beside=True, lines=LINES)
            made.committed.connect(self.changer(field))
            self.fields[field] = made
            column.addWidget(made)
        chosen = words("Which sections are printed is chosen with the handout.")
        column.addWidget(label(chosen, "small", wrap=True))
        column.addStretch(1)

    def show_for(self, dossier: Dossier) -> None:
        """Show it as it is now."""
        for name, field in self.fields.items():
            field.show_value(getattr(dossier.edition, name))  # type: ignore[attr-defined]
        read_only(list(self.fields.values()), not self.work.editable)

    def change(self, field: str, value: object) -> None:
        """Change a text of the edition."""
        self.work.run(change_edition, self.work.edition, {field: value})


class PassageCard(Card):
    """A text: its title, what it says, and of a message whose it is."""

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self._id = ""
        words, languages = work.words, languages_of(work)
        self.name = FlowLabel(look="title")
        self.gone = button(words("&Remove"))
        self.gone.clicked.connect(self.remove)
        self.hint = label("", "muted", wrap=True)
        self.title = BilingualField(words("Title"), languages, beside=True)
        self.text = BilingualField(words("Text"), languages, long=True, beside=True, lines=LINES)
        self.author = AuthorField(work)
        self.signature = PictureField(work, words("Signature"), self._sign, SIGNATURE)
        self.signature.removed.connect(lambda: work.run(passages.remove_signature, self._id))
        self.signing = captioned(words("Signature"), self.signature)
        self.fields = {
            "title": self.title,
            "text": self.text,
            "participation": self.author,
            "signature": self.signature.choose,
        }
        for name in ("title", "text", "participation"):
            self.fields[name].committed.connect(self.changer(name))  # type: ignore[attr-defined]
        column = self.begin(self.name, self.gone)
        for widget in (self.hint, self.title, self.text):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.author, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.signing, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addStretch(1)

    def show_for(self, dossier: Dossier, passage: Passage) -> None:
        """Show a text as it is now."""
        self._id = passage.id
        words, message = self.work.words, passage.kind is PassageKind.MESSAGE
        self.name.setText(called(dossier, passage, words))
        self.hint.setText(words(_HINTS[passage.kind]))
        for tag, field in self.title.fields.items():
            field.setPlaceholderText(term(passage.kind, words_in(tag)))
        self.title.show_value(passage.title)
        self.text.show_value(passage.text)
        self.author.show_value(dossier, passage.participation)
        self.signature.show_value(passage.signature)
        self.author.setVisible(message)
        self.signing.setVisible(message)
        may = self.work.editable
        read_only([self.title, self.text, self.author, self.signature], not may)
        self.gone.setEnabled(may)

    def change(self, field: str, value: object) -> None:
        """Change a field of the text shown."""
        self.work.run(passages.change_passage, self._id, {field: value})

    def remove(self) -> None:
        """Take the text away; it can be undone."""
        self.work.run(passages.remove_passage, self._id)

    def _sign(self, data: bytes, size: tuple[int, int]) -> None:
        self.work.run(passages.set_signature, self._id, data, size)
