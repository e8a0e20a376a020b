# SPDX-License-Identifier: MIT
"""People to be reviewed: what is known of them was to be kept until a day that is past."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.people import Person, full_name
from forumdesk.domain.words import Words
from forumdesk.services.retention import a_year_on, keep_longer
from forumdesk.ui.dates import day
from forumdesk.ui.erasing import erase
from forumdesk.ui.labels import button, label
from forumdesk.ui.lists import ASIDE, AsideDelegate
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

_PERSON = int(Qt.ItemDataRole.UserRole)


def today(work: Workspace) -> date:
    """The day it is here."""
    return work.desk.now().astimezone().date()


def tell_due(work: Workspace) -> None:
    """Say that there are people to be reviewed, if there are; nobody goes by themselves."""
    due = work.desk.people_due(today(work))
    if not due:
        work.messages.clear("review")
        return

    def banner() -> Banner:
        words = work.words
        text = words.plural(
            "{count} person is to be reviewed:"
            " the time for which their data was to be kept is over.",
            "{count} people are to be reviewed:"
            " the time for which their data was to be kept is over.",
            len(due),
        )
        offer = (words("Review…"), lambda: Review(QApplication.activeWindow(), work).open())
        return Banner("review", text, offers=(offer,))

    work.messages.show(said_anew(banner))


class Review(QDialog):
    """The list, with two ways for each: keep for one more year, or erase."""

    def __init__(self, parent: QWidget | None, work: Workspace) -> None:
        super().__init__(parent)
        self.work = work
        words = work.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("People to review"))
        self.resize(560, 420)
        self.list = QListWidget()
        self.list.setProperty("look", "boxed")
        self.list.setAccessibleName(words("People to review"))
        self.list.setItemDelegate(AsideDelegate(work.look, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.none = label(words("Nobody is to be reviewed."))
        self.keep = button(words("&Keep one more year"), "first")
        self.erase = button(words("Era&se…"))
        self._lay_out(words)
        self.keep.clicked.connect(self.keep_chosen)
        self.erase.clicked.connect(self.erase_chosen)
        self.list.itemSelectionChanged.connect(self._enable)
        work.changed.connect(lambda _: self.read())
        self.read()

    def _lay_out(self, words: Words) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        text = words(
            "The day until which these people's data was to be kept is past, or every consent "
            "of theirs has ended. Nobody is erased without you."
        )
        layout.addWidget(label(text, "muted", wrap=True))
        layout.addWidget(self.none)
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        close = button(words("&Close"))
        close.clicked.connect(self.close)
        row.addWidget(close)
        row.addStretch(1)
        row.addWidget(self.erase)
        row.addWidget(self.keep)
        layout.addLayout(row)

    def read(self) -> None:
        """Show who is to be reviewed now."""
        due = self.work.desk.people_due(today(self.work))
        people = {person.id: person for person in self.work.desk.find(Person, id=due)}
        self.list.clear()
        for one in due:
            self.list.addItem(self._item(people[one]))
        self.list.setCurrentRow(0)
        self.none.setVisible(not due)
        self.list.setVisible(bool(due))
        self._enable()

    def _item(self, person: Person) -> QListWidgetItem:
        words = self.work.words
        item = QListWidgetItem(full_name(person, words.language) or words("Without a name"))
        item.setData(_PERSON, person.id)
        until = person.keep_until
        aside = words("until {day}", day=day(until, words)) if until else words("consents ended")
        item.setData(ASIDE, aside)
        return item

    def _chosen(self) -> list[str]:
        return [str(item.data(_PERSON)) for item in self.list.selectedItems()]

    def _enable(self) -> None:
        chosen = self._chosen()
        self.keep.setEnabled(bool(chosen) and self.work.editable)
        self.erase.setEnabled(len(chosen) == 1 and self.work.editable)

    def keep_chosen(self) -> None:
        """Keep those chosen for one more year from today."""
        self.work.run(keep_longer, self._chosen(), a_year_on(today(self.work)))

    def erase_chosen(self) -> None:
        """Ask whether the one chosen is to be erased."""
        for person in self._chosen()[:1]:
            erase(self.work, person, self)
