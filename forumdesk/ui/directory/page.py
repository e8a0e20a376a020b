# SPDX-License-Identifier: MIT
"""A page of the directory: a list to search at the left, the card of what is chosen beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import News, Subject
from forumdesk.domain.people import Image, Organization, Participation, Person, Quota
from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.directory.card import Card
from forumdesk.ui.directory.listing import Entry, Listing
from forumdesk.ui.labels import button, label
from forumdesk.ui.lists import AsideDelegate
from forumdesk.ui.pages import FilePage
from forumdesk.ui.workspace import Workspace

LIST_WIDTH, CARD_WIDTH = 340, 760
TYPING = 60  # milliseconds after a key before looking, so that quick typing is looked for once
_CONCERN = frozenset({Person, Organization, Participation, Image, Quota})


class DirectoryPage(FilePage):
    """What pages of the directory share; derived ones say what is listed and how a card looks."""

    record = ""  # the kind of subject
    heading = searching = nothing = ""  # marked messages

    def __init__(self, work: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(work, parent)
        words = work.words
        self.search = ComposingLine()
        self.search.setPlaceholderText(words(self.searching))
        self.search.setAccessibleName(words(self.searching))
        self.search.setClearButtonEnabled(True)
        self.count = label(look="small")
        self.model = Listing(self.entries)
        self.list = QListView()
        self.add_button = button(words("&Add"), "first")
        # From outside in: what gets another parent is dressed anew with all in it.
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.side = QStackedWidget(self._split)
        self.holder = QScrollArea(self.side)
        self.card = self.make_card(self.holder.viewport())
        self.empty = label(words(self.nothing), "muted", wrap=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING)
        self._soon.timeout.connect(self.look)
        self._lay_out()
        self._wire()

    # What a derived class says

    def make_card(self, parent: QWidget) -> Card:
        """The card, made on its parent."""
        raise NotImplementedError

    def ids(self, typed: str) -> list[str]:
        """What is listed, in order."""
        raise NotImplementedError

    def entries(self, ids: Sequence[str]) -> dict[str, Entry]:
        """The lines of some records."""
        raise NotImplementedError

    def add(self) -> str | None:
        """Add a record; its id, ``None`` if nothing was added."""
        raise NotImplementedError

    # Building

    def _lay_out(self) -> None:
        split = self._split
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, CARD_WIDTH])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _left(self) -> QWidget:
        left = QWidget(self._split)
        left.setMinimumWidth(220)
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 14, 12, 8)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(self.work.words(self.heading), "title"))
        head.addStretch(1)
        head.addWidget(self.add_button)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.count)
        self.list.setModel(self.model)
        self.list.setProperty("look", "bare")
        self.list.setAccessibleName(self.work.words(self.heading))
        self.list.setItemDelegate(AsideDelegate(self.work.look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        column.addWidget(self.list, 1)
        return left

    def _right(self) -> QWidget:
        self.holder.setWidgetResizable(True)
        self.holder.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have it
        self.holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.holder.setWidget(self.card)
        self.holder.setAccessibleName(self.work.words(self.heading))
        nobody = QWidget(self.side)
        column = QVBoxLayout(nobody)
        column.setContentsMargins(32, 32, 32, 32)
        column.addWidget(self.empty)
        column.addStretch(1)
        self.side.addWidget(nobody)
        self.side.addWidget(self.holder)
        return self.side

    def _wire(self) -> None:
        self.search.textEdited.connect(lambda _: self._soon.start())
        self.search.returnPressed.connect(self._enter_list)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.add_button.clicked.connect(self._add)

    # Showing

    @property
    def chosen(self) -> str:
        """The id of the record whose card is shown; ``""`` if there is none."""
        return self.subject.id if self.subject else ""

    def show_file(self) -> None:
        """Show the list, and the card of what was chosen."""
        self.add_button.setEnabled(self.work.editable)
        self.look()

    def heed_file(self, news: News) -> None:
        """Show it anew if a step touched what is listed."""
        if _CONCERN & set(news.changes):
            self.show_file()

    def look(self) -> None:
        """List what the search field finds."""
        self._soon.stop()
        self.model.show(self.ids(self.search.text() + self.search.composed))
        self.count.setText(self.counted(len(self.model.ids)))
        self._show_card()

    def counted(self, count: int) -> str:
        """How many are listed, as a sentence."""
        raise NotImplementedError

    def _show_card(self) -> None:
        shown = bool(self.chosen) and self.card.show_record(self.chosen)
        self.side.setCurrentIndex(int(shown))

    def _chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.selected.emit(Subject(self.record, self.model.ids[current.row()]))
            self._show_card()
            self.holder.verticalScrollBar().setValue(0)

    def _enter_list(self) -> None:
        """Enter in the search field: the first that was found."""
        self.look()
        if self.model.ids:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus()

    def _add(self) -> None:
        made = self.add()
        if made is not None:
            self.search.clear()
            self.look()
            self.select(Subject(self.record, made))

    def select(self, subject: Subject) -> bool:
        """Choose a record and put the cursor into the field that is meant."""
        row = self.model.row_of(subject.id)
        if row < 0 and self.search.text():
            self.search.clear()
            self.look()
            row = self.model.row_of(subject.id)
        if row < 0:
            return False
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        if subject.field:
            self.card.focus_field(subject.field)
        else:
            self.list.setFocus()
        return True

    def place(self) -> Mapping[str, str]:
        """What is chosen, and what is searched for."""
        return {"chosen": self.chosen, "search": self.search.text()}

    def restore(self, place: Mapping[str, str]) -> None:
        """Choose it again."""
        self.search.setText(place.get("search", ""))
        self.look()
        if place.get("chosen"):
            self.select(Subject(self.record, place["chosen"]))
