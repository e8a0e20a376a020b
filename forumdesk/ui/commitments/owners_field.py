# SPDX-License-Identifier: MIT
"""Who answers for a commitment: a line each, and a field to add an organization or a person."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.finding import searched
from forumdesk.domain.ledger import Answering, Tracked
from forumdesk.domain.people import Organization, Person, full_name
from forumdesk.domain.wording import fold
from forumdesk.services import commitments as services
from forumdesk.services.outcomes import set_owners
from forumdesk.ui.commitments.links import Link, link_line
from forumdesk.ui.labels import button, label
from forumdesk.ui.session.name_field import NameField
from forumdesk.ui.workspace import Workspace

OFFERED = 8


class OwnersField(QWidget):
    """Each owner leads to their card; a name nobody has yet can be added as an organization."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._shown: Tracked | None = None
        self._lines: dict[str, tuple[type[object], str]] = {}
        words = work.words
        self.name = NameField(
            words("Add who answers for it"), words("Add: type an organization or a person")
        )
        self.name.suggestions = self._suggest
        self.name.entered.connect(self._add)
        self.name.textEdited.connect(lambda _: self.unknown.hide())
        self.unknown: QPushButton = button("", "link")
        self.unknown.hide()
        self.unknown.clicked.connect(self._add_new)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(label(words("Responsible"), "small"))
        self.list = QVBoxLayout()
        self.list.setSpacing(2)
        self._layout.addLayout(self.list)
        self._layout.addWidget(self.name)
        self._layout.addWidget(self.unknown, 0, Qt.AlignmentFlag.AlignLeft)

    def show_of(self, one: Tracked) -> None:
        """Show the owners of a commitment."""
        if self._shown is None or self._shown.id != one.id:
            self.name.clear()
            self.unknown.hide()
        self._shown = one
        self.name.setEnabled(self.work.editable)
        while (item := self.list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for owner in one.owners:
            self.list.addWidget(self._line(owner))

    def _line(self, owner: Answering) -> QWidget:
        words = self.work.words
        name = words.text(owner.name) or "…"
        link = Link()
        link.setIcon(self.work.look.icons(owner.subject.kind))
        link.show_text(name)
        link.clicked.connect(lambda: self.work.go(owner.subject))
        spoken = words("{name} does not answer for it", name=name)
        return link_line(self.work, link, remove=partial(self._remove, owner), spoken=spoken)

    def _remove(self, owner: Answering, _checked: bool = False) -> None:
        if self._shown is None:
            return
        rest = [one.subject for one in self._shown.owners if one.subject != owner.subject]
        bodies = [subject.id for subject in rest if subject.kind == "organization"]
        persons = [subject.id for subject in rest if subject.kind == "person"]
        self.work.run(set_owners, self._shown.id, bodies, persons)

    def _suggest(self, typed: str) -> list[str]:
        """Organizations first, then people; each line is another one."""
        self._lines = {}
        wanted, words = searched(typed), self.work.words
        if not wanted:
            return []
        bodies = self.work.desk.organization_ids(typed, words.language)[:OFFERED]
        for body in self.work.desk.find(Organization, id=bodies):
            self._lines.setdefault(words.text(body.name), (Organization, body.id))
        ids = self.work.desk.person_ids(typed, words.language, OFFERED)
        for person in self.work.desk.find(Person, id=list(ids)):
            line, number = full_name(person, words.language), 2
            while line in self._lines:
                line, number = f"{full_name(person, words.language)} ({number})", number + 1
            self._lines[line] = (Person, person.id)
        return list(self._lines)[:OFFERED]

    def _add(self, typed: str) -> None:
        if self._shown is None:
            return
        if typed not in self._lines:
            self._suggest(typed)
        same = (line for line in self._lines if fold(line) == fold(typed))
        kind, key = self._lines.get(next(same, ""), (None, ""))
        if kind is None:
            said = self.work.words("Add “{name}” as a new organization", name=typed)
            self.unknown.setText(said.replace("&", "&&"))
            self.unknown.show()
            return
        field = "organization" if kind is Organization else "person"
        done, _ = self.work.done(services.add_owner, self._shown.id, **{field: key})
        if done:
            self.name.finish()

    def _add_new(self) -> None:
        if self._shown is None:
            return
        done, _ = self.work.done(services.add_new_owner, self._shown.id, self.name.text())
        if done:
            self.unknown.hide()
            self.name.finish()
