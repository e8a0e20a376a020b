# SPDX-License-Identifier: MIT
"""The bar over the commitments: which series, table or board, finding, filters, adding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.labels import bare, button, label
from forumdesk.ui.look import Look
from forumdesk.ui.participants.chips import Chip

TABLE, BOARD = VIEWS = ("table", "board")
MARGIN, GAP = 16, 8
TYPING = 40  # milliseconds after a key before looking


class CommitmentBar(QWidget):
    """``typed`` carries what is looked for, ``viewPicked`` the way of showing, ``seriesPicked``
    a series, ``sourceWanted`` the kind of what a new commitment comes from.
    """

    typed = Signal(str)
    left = Signal()
    viewPicked = Signal(str)
    seriesPicked = Signal(str)
    sourceWanted = Signal(str)
    cleared = Signal()

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = words
        self.series = ChoiceField(words("Series"))
        self.series.committed.connect(lambda key: self.seriesPicked.emit(str(key)))
        self.search = ComposingLine()
        self.search.setAccessibleName(words("Find commitments"))
        self.search.setPlaceholderText(words("Words, who answers, evidence"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(120)
        self.count = label(look="small")
        self.views = self._switch()
        self.new = button(words("&New commitment"))
        self.new.setIcon(look.icons("plus"))
        self.new.setAccessibleName(bare(words("&New commitment")))
        self.source = button(words("From…"))
        self.source.setAccessibleName(words("New commitment from an aim, a statement, a session"))
        self.chips: dict[str, Chip] = {}
        self.clear = button(words("Clear filters"), "quiet")
        self.clear.clicked.connect(self.cleared)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(TYPING)
        self._soon.timeout.connect(lambda: self.typed.emit(self.whole()))
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.search.returnPressed.connect(self.left)
        self._fill_sources()
        self._lay_out()

    def _switch(self) -> dict[str, QPushButton]:
        group = QButtonGroup(self)
        said = {TABLE: self._words("Table"), BOARD: self._words("Board")}
        made = {}
        for name, look in zip(VIEWS, ("segment-first", "segment-last"), strict=True):
            made[name] = button(said[name], look)
            made[name].setCheckable(True)
            made[name].clicked.connect(lambda _, name=name: self.viewPicked.emit(name))
            group.addButton(made[name])
        return made

    def _fill_sources(self) -> None:
        words = self._words
        menu = QMenu(self.source)
        for kind, said in (
            ("aim", words("From an &aim of an agreement…")),
            ("part", words("From a s&tatement…")),
            ("session", words("From a &session…")),
        ):
            menu.addAction(said).triggered.connect(
                lambda _=False, kind=kind: self.sourceWanted.emit(kind)
            )
        self.source.setMenu(menu)

    def _lay_out(self) -> None:
        upper, lower, views = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        views.setSpacing(0)
        for each in self.views.values():
            views.addWidget(each)
        upper.setSpacing(GAP)
        upper.addWidget(self.series)
        upper.addWidget(self.search, 1)
        upper.addLayout(views)
        upper.addWidget(self.new)
        upper.addWidget(self.source)
        lower.setSpacing(6)
        lower.addWidget(self.clear)
        lower.addStretch(1)
        lower.addWidget(self.count)
        self._chip_row = lower
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(6)
        layout.addLayout(upper)
        layout.addLayout(lower)

    def add_chip(self, field: str, chip: Chip) -> None:
        """Add the chip of a field of ``Sieve``."""
        self.chips[field] = chip
        self._chip_row.insertWidget(len(self.chips) - 1, chip)

    def minimumSizeHint(self) -> QSize:
        """The window isn't held open for it."""
        return QSize(0, super().minimumSizeHint().height())

    # Showing

    def whole(self) -> str:
        """What is typed, with what is being composed at the cursor."""
        text, at = self.search.text(), self.search.cursorPosition()
        return text[:at] + self.search.composed + text[at:]

    def show_text(self, text: str) -> None:
        """Show other words without telling of them."""
        if self.whole() != text:
            blocked = self.search.blockSignals(True)
            self.search.setText(text)
            self.search.blockSignals(blocked)

    def show_series(self, series: Sequence[tuple[str, str]], shown: str) -> None:
        """Offer the series of the file; where there is one there is nothing to choose."""
        self.series.show_value(shown, series)
        self.series.setVisible(len(series) > 1)

    def show_view(self, view: str) -> None:
        """Mark a view as the one shown."""
        self.views[view].setChecked(True)

    def show_count(self, shown: int, total: int) -> None:
        """Say how many are shown of how many."""
        words = self._words
        if shown == total:
            text = words.plural("{count:,} commitment", "{count:,} commitments", total)
        else:
            text = words("{shown:,} of {total:,}", shown=shown, total=total)
        self.count.setText(text)
