# SPDX-License-Identifier: MIT
"""The handouts to choose from, each with what it is for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.words import Words
from forumdesk.handouts.catalogue import HANDOUTS
from forumdesk.ui.labels import label, plain

WIDTH = 184


class HandoutCard(QPushButton):
    """One handout: its name, and what it is for."""

    def __init__(self, title: str, purpose: str) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(purpose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(2)
        head: QLabel = label(title, "strong")
        more = label(purpose, "small", wrap=True)
        more.setFixedWidth(WIDTH - 24)
        layout.addWidget(head)
        layout.addWidget(more)

    def sizeHint(self) -> QSize:
        """As high as its words."""
        layout = self.layout()
        if layout is None:
            return super().sizeHint()
        return QSize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def minimumSizeHint(self) -> QSize:
        """The same: a card is never cut."""
        return self.sizeHint()


class Gallery(QScrollArea):
    """``picked`` carries the name of the handout chosen."""

    picked = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH + 32)
        self.setAccessibleName(words("Handouts"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._group = QButtonGroup(self)
        holder = QWidget()
        self.setWidget(holder)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for number, handout in enumerate(HANDOUTS):
            card = HandoutCard(words.context(*handout.title), words(handout.purpose))
            card.setToolTip(plain(words(handout.purpose)))
            self._group.addButton(card, number)
            layout.addWidget(card)
        layout.addStretch(1)
        self._group.idClicked.connect(lambda number: self.picked.emit(HANDOUTS[number].name))

    def mark(self, name: str) -> None:
        """Mark a handout as the one shown."""
        number = next(n for n, handout in enumerate(HANDOUTS) if handout.name == name)
        card = self._group.button(number)
        card.setChecked(True)
        self.ensureWidgetVisible(card)

    def unmark(self) -> None:
        """Mark none: something else is shown."""
        if (card := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            card.setChecked(False)
            self._group.setExclusive(True)
