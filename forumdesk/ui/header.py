# SPDX-License-Identifier: MIT
"""The head of the page: the edition's title, and the tabs of its pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabBar, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.dossier import Dossier
from forumdesk.ui.dates import days
from forumdesk.ui.labels import ElidedLabel, hairline
from forumdesk.ui.pages import PAGES
from forumdesk.ui.workspace import Workspace

AROUND = 24  # pixels beside the words of a tab


class PageTabs(QTabBar):
    """Tabs as wide as they are when chosen, in bold: no other one moves, and all have room."""

    def tabSizeHint(self, index: int) -> QSize:
        """The room of a tab: its words in bold, and what the style sheet leaves around them."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(font).horizontalAdvance(self.tabText(index)) + AROUND
        return QSize(wide, super().tabSizeHint(index).height())


class Header(QWidget):
    """Title, second line and tabs; ``picked`` carries the id of the page chosen."""

    picked = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(look="lead")
        self.second = ElidedLabel(look="small")
        self.tabs = self._tabs()
        # The title has the room it needs, what is left is for when and where.
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.second.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        names = QHBoxLayout()
        names.setContentsMargins(20, 10, 16, 0)
        names.setSpacing(12)
        names.addWidget(self.title)
        names.addWidget(self.second, 1)
        outer.addLayout(names)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 0, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addWidget(hairline())

    def _tabs(self) -> QTabBar:
        tabs = PageTabs()
        tabs.setProperty("look", "pages")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setUsesScrollButtons(True)  # in long words, or a narrow window
        for arrow in tabs.findChildren(QToolButton):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys of arrows do the same
        tabs.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tabs.setAccessibleName(self.work.words("Pages of the edition"))
        for number, kind in enumerate(PAGES, start=1):
            tabs.addTab(self.work.words(kind.title))
            tabs.setTabToolTip(number - 1, f"Ctrl+{number}")
        tabs.currentChanged.connect(lambda index: self.picked.emit(PAGES[index].id))
        return tabs

    def show_edition(self, dossier: Dossier) -> None:
        """Show the title, and when and where."""
        words = self.work.words
        self.title.setText(words.text(dossier.title) or words("Edition without a title"))
        edition = dossier.edition
        when = days(edition.first_day, edition.last_day, words) or words("no date yet")
        places = (words.text(edition.venue), words.text(edition.city))
        self.second.setText(" · ".join(filter(None, (when, *places))))

    def mark(self, page: str) -> None:
        """Mark a page as the one shown."""
        index = next(n for n, kind in enumerate(PAGES) if kind.id == page)
        self.tabs.setCurrentIndex(index)
