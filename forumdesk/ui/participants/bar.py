# SPDX-License-Identifier: MIT
"""The bar over the list of participants: what is looked for, filters, views, columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.versions import SavedView
from forumdesk.domain.words import Words
from forumdesk.ui.choices import Choice, StayingMenu
from forumdesk.ui.labels import bare, button, label, plain
from forumdesk.ui.look import Look
from forumdesk.ui.participants.chips import ChipBar
from forumdesk.ui.participants.search_field import SearchField

MARGIN = 16
GAP = 8


class RosterBar(QWidget):
    """Two lines: the search field with what concerns the table; the chips below it.

    ``viewPicked`` carries a ``SavedView`` to look as it says, ``viewRemoved`` one to forget;
    ``saveWanted`` the wish to keep the present way of looking; ``columnsPicked`` the keys of the
    columns to show, ``usualWanted`` the wish for those at first; ``spellingPicked`` another way in
    which a name may be written.
    """

    viewPicked = Signal(object)
    viewRemoved = Signal(object)
    saveWanted = Signal()
    columnsPicked = Signal(object)
    usualWanted = Signal()
    spellingPicked = Signal(str)

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self.search = SearchField(words, look)
        self.count = label(look="small")
        self.views = button(words("Vie&ws"))
        self.columns = button(words("Co&lumns"))
        self.new = button(words("&New participant"))
        self.new.setIcon(look.icons("plus"))
        self.chips = ChipBar(words)
        self.spellings = QWidget()
        self._spelled = QHBoxLayout(self.spellings)
        self._spelled.setContentsMargins(0, 0, 0, 0)
        self._spelled.setSpacing(4)
        self.spellings.hide()
        self.views_menu = QMenu(self.views)
        self.columns_menu = StayingMenu(self.columns)
        self.saved: Callable[[], Sequence[SavedView]] = lambda: ()
        self.offered: Callable[[], Sequence[tuple[Choice, bool]]] = lambda: ()
        self._attach(self.views, self.views_menu, self._fill_views)
        self._attach(self.columns, self.columns_menu, self._fill_columns)
        self.columns_menu.aboutToHide.connect(self._take_columns)
        self._lay_out()

    def _attach(self, made: QPushButton, menu: QMenu, fill: Callable[[], None]) -> None:
        made.setMenu(menu)
        menu.aboutToShow.connect(fill)

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self.search, 1)
        upper.addWidget(self.count)
        for each in (self.views, self.columns, self.new):
            upper.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(6)
        layout.addLayout(upper)
        layout.addWidget(self.spellings)
        layout.addWidget(self.chips)
        self.search.setMinimumWidth(120)

    def minimumSizeHint(self) -> QSize:
        """The window isn't held open for it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the last button keeps its sign alone."""
        super().resizeEvent(event)
        said = self._words("&New participant")
        narrow = self.width() < 640
        self.new.setText("" if narrow else said)
        self.new.setAccessibleName(bare(said))
        self.new.setToolTip(bare(said) if narrow else "")

    def show_count(self, shown: int, total: int) -> None:
        """Say how many are shown of how many."""
        words = self._words
        if shown == total:
            text = words.plural("{count:,} participant", "{count:,} participants", total)
        else:
            text = words("{shown:,} of {total:,}", shown=shown, total=total)
        self.count.setText(text)

    def show_spellings(self, found: Sequence[tuple[str, int]]) -> None:
        """Offer other ways in which the name may be written, and how many each finds."""
        while (item := self._spelled.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self.spellings.setVisible(bool(found))
        if not found:
            return
        self._spelled.addWidget(label(self._words("Also written:"), "small"))
        for text, count in found:
            link = button(f"{text} ({count:,})", "link")
            link.clicked.connect(lambda _=False, text=text: self.spellingPicked.emit(text))
            self._spelled.addWidget(link)
        self._spelled.addStretch(1)

    def _fill_views(self) -> None:
        words, menu = self._words, self.views_menu
        menu.clear()
        saved = self.saved()
        for view in saved:
            action = menu.addAction(plain(view.name))
            action.triggered.connect(lambda _=False, view=view: self.viewPicked.emit(view))
        if saved:
            menu.addSeparator()
        menu.addAction(words("&Save this view…")).triggered.connect(self.saveWanted)
        if saved:
            removing = menu.addMenu(words("&Remove a view"))
            for view in saved:
                action = removing.addAction(plain(view.name))
                action.triggered.connect(lambda _=False, view=view: self.viewRemoved.emit(view))

    def _fill_columns(self) -> None:
        menu = self.columns_menu
        menu.clear()
        for (key, said), shown in self.offered():
            action = menu.addAction(plain(said))
            action.setCheckable(True)
            action.setChecked(shown)
            action.setEnabled(key != "name")
            action.setData(key)
        menu.addSeparator()
        menu.addAction(self._words("As at &first")).triggered.connect(self.usualWanted)

    def _take_columns(self) -> None:
        ticked = [
            a.data() for a in self.columns_menu.actions() if a.isCheckable() and a.isChecked()
        ]
        shown = [key for (key, _), is_shown in self.offered() if is_shown]
        if set(ticked) != set(shown):
            # Those there were keep their order; new ones follow.
            keys = [key for key in shown if key in ticked]
            self.columnsPicked.emit(keys + [key for key in ticked if key not in keys])
