# SPDX-License-Identifier: MIT
"""The versions page: versions at the left, the changes between two states beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.naming import name_text
from forumdesk.domain.versions import Version
from forumdesk.domain.words import N_
from forumdesk.handouts.contents.errata import ERRATA, corrigible
from forumdesk.ui.actions import Command
from forumdesk.ui.choices import Choice, ChoiceField
from forumdesk.ui.empty import empty_page
from forumdesk.ui.labels import button, hairline, label
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.pages import Page
from forumdesk.ui.versions.changes import ChangeList, ChangeView
from forumdesk.ui.versions.comparing import NOW, Comparer, Comparison
from forumdesk.ui.versions.details import VersionDetails
from forumdesk.ui.versions.listing import VersionList
from forumdesk.ui.versions.publishing import ask_to_publish
from forumdesk.ui.workspace import Workspace

WIDTH = 272  # pixels of the column of versions


class VersionsPage(Page):
    """Publish, see what was printed, compare any two states, print the correction slip."""

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        words = work.words
        self._edition = ""
        self.comparison: Comparison | None = None
        self.versions = VersionList(words)
        self.list = QListView()
        self.details = VersionDetails(work)
        self.before = ChoiceField(words("Compare from"))
        self.after = ChoiceField(words("Compare to"))
        self.person = ChoiceField(words("Changes for"))
        self.changes = ChangeList(words)
        self.view = ChangeView(self.changes, work.look)
        self.count = label(look="strong")
        self.slip_button = button(words("&Correction slip…"))
        self.publish_button = button(words("&Publish a version…"), "first")
        self.begin_button = button(words("&Publish a version…"), "first")
        self.told = label(look="muted", wrap=True)
        self.middle = QStackedWidget()
        self.comparer = Comparer(self)
        self._lay_out()
        self._wire()

    # Laying out

    def _lay_out(self) -> None:
        self.whole = QStackedWidget()
        self.whole.addWidget(self._nothing())
        self.whole.addWidget(self._something())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.whole)

    def _nothing(self) -> QWidget:
        """What stands here before the first version, and the one thing to do."""
        words = self.work.words
        text = words(
            "Publish a version when you print or send out the program. From then on you see"
            " here what has changed, and print the correction slip."
        )
        explained = label(text, "muted", wrap=True)
        return empty_page(words("Nothing published yet"), explained, self.begin_button)

    def _something(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._column())
        row.addWidget(hairline(vertical=True))
        row.addWidget(self._comparison(), 1)
        return holder

    def _column(self) -> QWidget:
        words = self.work.words
        self.list.setModel(self.versions)
        self.list.setItemDelegate(AsideDelegate(self.work.look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(words("Versions, the newest first"))
        column = QWidget()
        column.setFixedWidth(WIDTH)
        column.setProperty("look", "window")
        column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.publish_button)
        layout.addWidget(self.list, 1)
        layout.addWidget(hairline())
        layout.addWidget(self.details)
        return column

    def _comparison(self) -> QWidget:
        words = self.work.words
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._bar())
        layout.addWidget(hairline())
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 6)
        head.setSpacing(8)
        head.addWidget(self.count, 1)
        head.addWidget(label(words.context("comparison", "for"), "muted"))
        self.person.setMinimumWidth(200)
        head.addWidget(self.person)
        layout.addLayout(head)
        self.told.setContentsMargins(16, 8, 16, 16)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.middle.addWidget(self.view)
        self.middle.addWidget(self.told)
        body = QHBoxLayout()
        body.setContentsMargins(6, 0, 6, 6)
        body.addWidget(self.middle)
        layout.addLayout(body, 1)
        return holder

    def _bar(self) -> QHBoxLayout:
        words = self.work.words
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 10, 16, 10)
        bar.setSpacing(8)
        for said, field in (
            (words.context("comparison", "from"), self.before),
            (words.context("comparison", "to"), self.after),
        ):
            name = label(said, "muted")
            name.setBuddy(field)
            field.setMinimumWidth(160)
            bar.addWidget(name)
            bar.addWidget(field)
        bar.addStretch(1)
        bar.addWidget(self.slip_button)
        return bar

    def _wire(self) -> None:
        for each in (self.publish_button, self.begin_button):
            each.clicked.connect(self.publish)
        self.slip_button.clicked.connect(self.print_slip)
        self.before.committed.connect(lambda _: self._compare())
        self.after.committed.connect(lambda _: self._compare())
        self.person.committed.connect(lambda _: self._show_changes())
        self.comparer.compared.connect(self._take)
        self.view.wanted.connect(self.work.go)
        self.list.selectionModel().currentChanged.connect(self._marked)
        self.work.printed.found.connect(self._show_details)

    # Showing

    def show_edition(self, dossier: Dossier) -> None:
        """Show the versions, and what changed; another edition begins with what was printed."""
        other = dossier.edition.id != self._edition
        self._edition = dossier.edition.id
        self.versions.show(dossier)
        self.whole.setCurrentIndex(bool(dossier.versions))
        self._offer(dossier, other=other)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.versions.index(0))
        self._show_details()
        self._enable()
        if dossier.versions:
            self._compare()
        else:
            self.comparison = None
            self.changes.clear()

    def _enable(self) -> None:
        for each in (self.publish_button, self.begin_button):
            each.setEnabled(self.work.editable)

    def _offer(self, dossier: Dossier, *, other: bool) -> None:
        newest = sorted(dossier.versions, key=lambda v: (v.at, v.id), reverse=True)
        states: list[Choice] = [(NOW, self.work.words("As it is now"))]
        states += [(version.id, version.name) for version in newest]
        usual = next(iter(corrigible(dossier)), None)
        fresh = other or self.states() == (NOW, NOW)  # nothing was chosen yet
        known = {key for key, _ in states}
        for field, first in ((self.before, usual.id if usual else NOW), (self.after, NOW)):
            kept = field.currentData()
            field.show_value(first if fresh or kept not in known else kept, states)
        if other:
            self.person.show_value("", [("", self.work.words("Everybody"))])

    def _offer_people(self, comparison: Comparison) -> None:
        """Whom any change concerns, by name; who was chosen stays so."""
        words = self.work.words
        kept: str = self.person.currentData() or ""
        concerned = {kept} - {""}
        concerned.update(*(change.people for change in comparison.changes))
        people = {**comparison.before.person, **comparison.after.person}
        names = [(key, words.text(name_text(people[key]))) for key in concerned if key in people]
        names.sort(key=lambda pair: pair[1].casefold())
        offered: Sequence[Choice] = [("", words("Everybody")), *names]
        self.person.show_value(kept if kept in dict(offered) else "", offered)

    def _marked(self, index: QModelIndex) -> None:
        """A version chosen in the list is what the present is compared with."""
        version = self._version()
        if version is not None and self.list.hasFocus():
            self.compare(version.id, NOW)
        self._show_details()

    def _version(self) -> Version | None:
        row = self.list.currentIndex().row()
        return self.versions.versions[row] if 0 <= row < len(self.versions.versions) else None

    def _show_details(self) -> None:
        if self.work.dossier is not None:
            self.details.show_version(self.work.dossier, self._version())

    def compare(self, before: str, after: str) -> None:
        """Compare two states: versions by id, or ``NOW``."""
        self.before.show_value(before)
        self.after.show_value(after)
        self._compare()

    def states(self) -> tuple[str, str]:
        """The two states compared."""
        return self.before.currentData() or NOW, self.after.currentData() or NOW

    def _compare(self) -> None:
        if self.work.dossier is not None:
            self.comparer.ask(self.work.dossier, *self.states())
            self.commandsChanged.emit()

    def _take(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self._offer_people(comparison)
        self._show_changes()

    def _show_changes(self) -> None:
        if self.comparison is None:
            return
        words = self.work.words
        self.changes.show(self.comparison, self.person.currentData() or "")
        count = len(self.changes.changes())
        self.count.setText(
            words.plural("{count} change", "{count} changes", count) if count else ""
        )
        self.count.setVisible(bool(count))
        self.told.setText(words("Nothing has changed between these two states."))
        self.middle.setCurrentIndex(0 if count else 1)

    def select(self, subject: Subject) -> bool:
        """Choose a version, and compare it with the present."""
        row = self.versions.row_of(subject.id)
        if row < 0:
            return False
        self.list.setCurrentIndex(self.versions.index(row))
        self.compare(subject.id, NOW)
        return True

    def place(self) -> Mapping[str, str]:
        """The states compared."""
        before, after = self.states()
        return {"before": before, "after": after}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to the comparison there was."""
        known = {NOW, *(version.id for version in self.versions.versions)}
        if {place.get("before", NOW), place.get("after", NOW)} <= known and self.versions.versions:
            self.compare(place.get("before", NOW), place.get("after", NOW))

    # Doing

    def publish(self) -> None:
        """Ask for a name, and publish."""
        ask_to_publish(self.work, self)

    def can_slip(self) -> bool:
        """Whether there is a version to be corrected."""
        return self.states()[0] != NOW

    def print_slip(self) -> None:
        """Go to the handouts, to the correction slip of what is compared."""
        before, after = self.states()
        self.work.go(Subject("handout", ERRATA, f"{before} {after}"))

    def swap(self) -> None:
        """Compare the other way round."""
        before, after = self.states()
        self.compare(after, before)


VersionsPage.commands = (
    Command(
        "versions.slip",
        N_("&Correction slip…"),
        lambda page: page.print_slip(),
        "page",
        0,
        icon="print",
        enabled=lambda page: page.can_slip(),
    ),
    Command(
        "versions.swap",
        N_("&Swap the two states"),
        lambda page: page.swap(),
        "page",
        0,
        enabled=lambda page: bool(page.versions.versions),
    ),
)
