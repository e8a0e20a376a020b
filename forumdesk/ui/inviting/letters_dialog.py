# SPDX-License-Identifier: MIT
"""Letters to participants: what they say, how one will read, and out as paper or e-mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.letters import FIELDS, Wanted, unknown_fields, usual, wanted
from forumdesk.domain.people import LetterPurpose, Participation
from forumdesk.domain.wording import Text
from forumdesk.handouts.catalogue import options_for
from forumdesk.handouts.contents.letters import Mailing
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import choice_name
from forumdesk.services.letters import set_letter
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.committing import commit_typing
from forumdesk.ui.dates import language_name
from forumdesk.ui.forms import LineField, TextField, captioned
from forumdesk.ui.inviting.example import Example
from forumdesk.ui.inviting.posting import Posting
from forumdesk.ui.labels import button, label, plain
from forumdesk.ui.workspace import Workspace

LINES = 16  # of a letter seen at least


class LetterField(TextField):
    """The text of a letter: as tall as there is room."""

    def _fit(self) -> None:
        self.setMinimumHeight(self._lines * self.fontMetrics().lineSpacing())


class LettersDialog(QDialog):
    """The words of a letter in each language at the left, one filled in at the right."""

    def __init__(self, work: Workspace, dossier: Dossier, parent: QWidget) -> None:
        super().__init__(parent)
        self.work, self._dossier = work, dossier
        words = work.words
        self.setWindowTitle(words("Letters"))
        named = [(purpose, choice_name(purpose, words)) for purpose in LetterPurpose]
        self.purpose = ChoiceField(words("Purpose"), named)
        self.told = label(look="small", wrap=True)
        self.wrong = label(look="warning", wrap=True)
        self.subjects: dict[str, LineField] = {}
        self.bodies: dict[str, TextField] = {}
        self._last: LineField | TextField | None = None
        self.example = Example(words)
        self.posting = Posting(work, self)
        self._those: tuple[Participation, ...] = ()
        self._lay_out()
        self.purpose.committed.connect(self._show_purpose)
        self.example.moved.connect(self._look)
        work.changed.connect(self._heed)
        self.purpose.show_value(LetterPurpose.INVITATION)
        self._show_purpose()
        self.resize(1120, 640)

    # -- what it is made of -----------------------------------------------------------------------

    def _lay_out(self) -> None:
        words = self.work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(captioned(words("Purpose"), self.purpose))
        head.addWidget(self.told, 1, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(head)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        for language in self._dossier.languages:
            middle.addLayout(self._editors(language), 1)
        middle.addWidget(self.example, 1)
        layout.addLayout(middle, 1)
        hint = words(
            "What stands in [brackets] is left out where a field in it has nothing to say."
        )
        layout.addWidget(label(hint, "small", wrap=True))
        layout.addWidget(self.wrong)
        layout.addLayout(self._buttons())

    def _editors(self, language: str) -> QVBoxLayout:
        """Subject and body in a language."""
        words, named = self.work.words, language_name(language)
        subject = LineField(f"{words('Subject')}, {named}")
        body = LetterField(f"{words('Letter')}, {named}", LINES)
        self.subjects[language], self.bodies[language] = subject, body
        for field in (subject, body):
            field.setReadOnly(not self.work.editable)
            field.textChanged.connect(partial(self._typed, field))
            field.committed.connect(self._keep)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(captioned(words("Subject"), subject, named))
        column.addWidget(captioned(words("Letter"), body, named), 1)
        return column

    def _buttons(self) -> QHBoxLayout:
        words = self.work.words
        row = QHBoxLayout()
        row.setSpacing(8)
        self.insert = button(words("Insert a &field"))
        self.insert.setMenu(self._fields())
        self.reset = button(words("&Usual words"))
        self.reset.clicked.connect(self._as_usual)
        self.mail = button(words("Open &mail program"))
        self.mail.setMenu(self._mails())
        self.files = button(words("As &e-mails…"))
        self.files.clicked.connect(self._save_messages)
        self.paper = button(words("As &PDF…"), "first")
        self.paper.clicked.connect(self._save_paper)
        close = button(words("Close"))
        close.clicked.connect(self.accept)
        for made in (self.insert, self.reset):
            made.setEnabled(self.work.editable)
            row.addWidget(made)
        row.addStretch(1)
        for made in (close, self.mail, self.files, self.paper):
            made.setAutoDefault(False)
            row.addWidget(made)
        return row

    def _fields(self) -> QMenu:
        menu = QMenu(self)
        for name, said in FIELDS.items():
            text = f"{self.work.words.context(*said)}\t{{{name}}}"
            action = QAction(plain(text), menu)
            action.triggered.connect(partial(self._insert, name))
            menu.addAction(action)
        return menu

    def _mails(self) -> QMenu:
        words, menu = self.work.words, QMenu(self)
        self.to_one = menu.addAction(words("To the one shown"))
        self.to_one.triggered.connect(self._mail_one)
        self.to_all = menu.addAction(words("To all, unseen by one another"))
        self.to_all.triggered.connect(lambda: self.posting.mail_all(self.mailing()))
        return menu

    # -- what it shows ----------------------------------------------------------------------------

    def chosen(self) -> LetterPurpose:
        """The purpose of the letters."""
        return LetterPurpose(self.purpose.currentData())

    def mailing(self) -> Mailing:
        """The letters as they are now written, to whom they go."""
        options = replace(options_for(self._dossier), purpose=self.chosen())
        return Mailing(self._dossier, options, Imprint(at=self.work.desk.now()), self._draft())

    def _draft(self) -> Wanted:
        """What is in the fields, typed to the end or not."""
        of = wanted(self._dossier, self.chosen())
        subjects = {tag: field.text() for tag, field in self.subjects.items()}
        bodies = {tag: field.toPlainText() for tag, field in self.bodies.items()}
        return Wanted(Text.of({**of.subject, **subjects}), Text.of({**of.body, **bodies}))

    def _show_purpose(self, _: object = None) -> None:
        """Show the words of a purpose, and to whom they go."""
        of = wanted(self._dossier, self.chosen())
        for tag, field in self.subjects.items():
            field.show_value(of.subject.get(tag, ""))
        for tag, body in self.bodies.items():
            body.show_value(of.body.get(tag, ""))
        mailing = self.mailing()
        self._those = tuple(one for one in mailing.those if one.person)
        self.example.show_count(len(self._those))
        self._tell(mailing)
        self._look()

    def _tell(self, mailing: Mailing) -> None:
        words, count = self.work.words, len(self._those)
        without = sum(1 for _ in mailing.no_message())
        parts = [words.plural("{count} letter", "{count} letters", count)]
        if without:
            parts.append(
                words.plural("{count} without an e-mail", "{count} without an e-mail", without)
            )
        self.told.setText(" · ".join(parts))
        for made in (self.paper, self.files, self.mail):
            made.setEnabled(bool(count))

    def _look(self) -> None:
        """Fill in the example, and tell of names in braces that are no fields."""
        draft = self._draft()
        unknown = unknown_fields(draft.subject, draft.body)
        named = ", ".join(f"{{{name}}}" for name in unknown)
        self.wrong.setText(
            self.work.words("{fields} is no field and is printed as it stands.", fields=named)
            if unknown
            else ""
        )
        self.wrong.setVisible(bool(unknown))
        one = self.shown()
        self.example.show_letters(self._letters(one) if one else ())

    def shown(self) -> Participation | None:
        """Whose letter is the example."""
        return self._those[self.example.at] if self._those else None

    def _letters(self, one: Participation) -> Sequence[tuple[str, str, str]]:
        mailing = self.mailing()
        found = [mailing.written(one, tag) for tag in mailing.of(one)]
        return [(language_name(x.language), x.subject, x.body) for x in found if x]

    # -- what it does -----------------------------------------------------------------------------

    def _typed(self, field: LineField | TextField, *_: object) -> None:
        self._last = field
        if self.isVisible():
            self._look()

    def _insert(self, name: str, _checked: bool = False) -> None:
        """Put a field where the cursor is, or was last."""
        field = self._last or next(iter(self.bodies.values()))
        field.setFocus()
        text = f"{{{name}}}"
        if isinstance(field, LineField):
            field.insert(text)
        else:
            field.insertPlainText(text)

    def _keep(self, _: object = None) -> None:
        """Keep what was typed in the file."""
        of = wanted(self._dossier, self.chosen())
        subjects = {tag: field.value() for tag, field in self.subjects.items()}
        bodies = {tag: field.value() for tag, field in self.bodies.items()}
        self.work.run(
            set_letter,
            *(self.work.edition, self.chosen()),
            subject=Text.of({**of.subject, **subjects}),
            body=Text.of({**of.body, **bodies}),
        )

    def _as_usual(self) -> None:
        of = usual(self.chosen())
        self.work.run(
            set_letter, self.work.edition, self.chosen(), subject=of.subject, body=of.body
        )

    def _mail_one(self) -> None:
        if one := self.shown():
            self.posting.mail_one(self.mailing(), one)

    def _heed(self, _: object) -> None:
        """The file changed: show it so, unless another edition is shown by now."""
        dossier = self.work.dossier
        if dossier is not None and dossier.edition.id == self._dossier.edition.id:
            self._dossier = dossier
            self._show_purpose()

    def done(self, result: int) -> None:
        """Close; what is being typed is kept."""
        self._commit()
        super().done(result)

    def _commit(self) -> None:
        """Keep what is being typed, so that it is on paper too."""
        commit_typing()
        fields: list[LineField | TextField] = [*self.subjects.values(), *self.bodies.values()]
        for field in fields:
            field.commit()

    def _save_messages(self) -> None:
        self._commit()
        self.posting.save_messages(self.mailing())

    def _save_paper(self) -> None:
        self._commit()
        self.posting.save_paper(self.mailing())

    def keys(self) -> Sequence[QPushButton]:
        """Its buttons, in order."""
        return (self.insert, self.reset, self.mail, self.files, self.paper)


def open_letters(work: Workspace, parent: QWidget) -> LettersDialog | None:
    """Open the letters of the edition shown; ``None`` while there is none."""
    if work.dossier is None:
        return None
    dialog = LettersDialog(work, work.dossier, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
