# SPDX-License-Identifier: MIT
"""Persons who may be one, side by side: made one, or marked as two, and not asked again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.matching.doubles import Pair
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.services.directory import merge_people, tell_apart
from forumdesk.services.listing import seeking_doubles
from forumdesk.ui.background import Background
from forumdesk.ui.directory.listing import Entry, Listing
from forumdesk.ui.intake.saying import field_said, value_said
from forumdesk.ui.intake.verdicts import name_of
from forumdesk.ui.labels import FlowLabel, button, label
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.workspace import Workspace

SIZE = (980, 620)
_FIELDS = ("reading", "honorific", "contacts", "biography", "languages", "diet", "access", "notes")


class DoublesDialog(QDialog):
    """Pairs at the left, the two of a pair beside each other at the right."""

    def __init__(self, work: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.work = work
        self.pairs: dict[str, Pair] = {}
        words = work.words
        self.setWindowTitle(words("People who may be one"))
        self.resize(*SIZE)
        self.said = label(words("Looking…"), "muted", wrap=True)
        self.model = Listing(self._entries)
        self.list = QListView()
        self.sides = (QVBoxLayout(), QVBoxLayout())
        self.reasons = FlowLabel(look="muted")
        self.apart = button(words("They are &two people"))
        self.keep = (button(words("Keep the &left one")), button(words("Keep the &right one")))
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_pair)
        self.apart.clicked.connect(self._tell_apart)
        for side, made in enumerate(self.keep):
            made.clicked.connect(partial(self._merge, side))
        self._thread: Background | None = None

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(self.said)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.work.words("Pairs"))
        self.list.setProperty("look", "boxed")
        self.list.setItemDelegate(AsideDelegate(self.work.look, self.list))
        self.list.setUniformItemSizes(True)
        split.addWidget(self.list)
        split.addWidget(self._right())
        split.setSizes([340, 620])
        outer.addWidget(split, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.work.words("&Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        outer.addLayout(row)

    def _right(self) -> QWidget:
        right = QWidget()
        grid = QGridLayout(right)
        grid.setContentsMargins(16, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.reasons, 0, 0, 1, 2)
        for column, (side, made) in enumerate(zip(self.sides, self.keep, strict=True)):
            side.setSpacing(4)
            grid.addLayout(side, 1, column)
            grid.addWidget(made, 2, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.apart, 3, 0, 1, 2)
        grid.setRowStretch(1, 1)
        return right

    # Finding

    def begin(self) -> None:
        """Look for pairs, beside the window."""
        self._enable(False)
        self._thread = Background(seeking_doubles(self.work.desk), self)
        self._thread.finished.connect(self._found)
        self._thread.start()
        self.finished.connect(lambda _: self._thread.drop() if self._thread else None)
        self.open()

    def _found(self, pairs: tuple[Pair, ...]) -> None:
        self._thread = None
        self.pairs = {f"{pair.one} {pair.other}": pair for pair in pairs}
        self._list(0)

    def _list(self, row: int) -> None:
        """List the pairs that are left, and show one."""
        words = self.work.words
        self.model.show(list(self.pairs))
        count = len(self.pairs)
        self.said.setText(
            words.plural(
                "{count:,} pair looks alike. Nothing is made one unless you say so.",
                "{count:,} pairs look alike. Nothing is made one unless you say so.",
                count,
            )
            if count
            else words("Nobody looks like somebody else.")
        )
        if count:
            self.list.setCurrentIndex(self.model.index(min(row, count - 1)))
        self._show_pair(self.list.currentIndex(), QModelIndex())

    def _entries(self, keys: Sequence[str]) -> dict[str, Entry]:
        words = self.work.words
        found = {}
        for key in keys:
            pair = self.pairs[key]
            people = {p.id: p for p in self.work.desk.find(Person, id=[pair.one, pair.other])}
            names = [name_of(people[one], words) for one in (pair.one, pair.other)]
            why = ", ".join(reason.said(words) for reason in pair.reasons)
            found[key] = Entry(" / ".join(dict.fromkeys(names)), why)
        return found

    # A pair

    def _pair(self) -> Pair | None:
        row = self.list.currentIndex().row()
        return self.pairs[self.model.ids[row]] if 0 <= row < len(self.model.ids) else None

    def _show_pair(self, _: QModelIndex, __: QModelIndex) -> None:
        pair = self._pair()
        for side in self.sides:
            _empty(side)
        self._enable(pair is not None and self.work.editable)
        if pair is None:
            self.reasons.setText("")
            return
        words = self.work.words
        self.reasons.setText(", ".join(reason.said(words) for reason in pair.reasons))
        for side, person in zip(self.sides, (pair.one, pair.other), strict=True):
            self._tell(side, self.work.desk.get(Person, person))

    def _enable(self, enabled: bool) -> None:
        for made in (*self.keep, self.apart):
            made.setEnabled(enabled)

    def _tell(self, side: QVBoxLayout, person: Person) -> None:
        """Everything that is known of one of the two."""
        words = self.work.words
        side.addWidget(FlowLabel(name_of(person, words) or words("without a name"), "lead"))
        for field in _FIELDS:
            if said := value_said(getattr(person, field), words):
                name = "about" if field == "notes" else field
                caption = "" if field == "contacts" else f"{field_said(name, words)}: "
                side.addWidget(FlowLabel(caption + said))
        for line in held_lines(self.work, person.id):
            side.addWidget(FlowLabel(line, "small"))
        side.addStretch(1)

    # Deciding

    def _merge(self, side: int, _checked: bool = False) -> None:
        pair = self._pair()
        if pair is not None:
            kept, gone = (pair.one, pair.other) if side == 0 else (pair.other, pair.one)
            self._decide(lambda: self.work.done(merge_people, kept, gone)[0], gone)

    def _tell_apart(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._decide(lambda: self.work.done(tell_apart, pair.one, pair.other)[0], "")

    def _decide(self, act: Callable[[], bool], gone: str) -> None:
        """Do it; the pair goes, and with it every other of who is gone."""
        row = self.list.currentIndex().row()
        key = self.model.ids[row]
        if act():
            self.pairs = {
                other: pair
                for other, pair in self.pairs.items()
                if other != key and gone not in (pair.one, pair.other)
            }
            self._list(row)


def held_lines(work: Workspace, person: str) -> list[str]:
    """A line for each edition somebody took part in: its title, office and organization."""
    desk, words = work.desk, work.words
    lines = []
    for held in desk.find(Participation, person=person):
        edition = desk.get(Edition, held.edition)
        title = words.text(edition_title(desk.get(Series, edition.series), edition))
        found = desk.find(Organization, id=held.organization)
        body = words.text(found[0].name) if found else ""
        lines.append(" – ".join(filter(None, (title, words.text(held.office), body))))
    return lines


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.deleteLater()


def show_doubles(work: Workspace, parent: QWidget) -> DoublesDialog:
    """Look for people who may be one."""
    dialog = DoublesDialog(work, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.begin()
    return dialog
