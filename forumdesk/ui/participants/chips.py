# SPDX-License-Identifier: MIT
"""The filters over the list of participants: a chip each, with how many there are of what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from forumdesk.domain.people import Invitation
from forumdesk.domain.sifting import Filters, Mark
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.choices import StayingMenu
from forumdesk.ui.labels import button, plain

MOST = 40  # entries of a menu; beyond, words typed find better


@frozen
class Entry:
    """Something to filter by: its value, what it is called, how many there are (if known)."""

    value: str
    said: str
    count: int | None = None


class Chip(QPushButton):
    """A filter: a button whose menu ticks some of its values; ``picked`` carries them.

    ``entries`` gives what there is, asked each time the menu opens; ``counted`` how many there
    are of a value, asked one after another while the menu is open.
    """

    picked = Signal(object)

    def __init__(self, words: Words, title: str, entries: Callable[[], Sequence[Entry]]) -> None:
        super().__init__()
        self._words, self._title, self._entries = words, title, entries
        self.counted: Callable[[str], int] | None = None
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.chosen: tuple[str, ...] = ()
        self._menu = StayingMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.aboutToHide.connect(self._take)
        self.setMenu(self._menu)
        self._waiting: list[QAction] = []
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._count_one)
        self.show_chosen((), {})

    def show_chosen(self, values: Sequence[str], said: Mapping[str, str]) -> None:
        """Say which values are chosen now."""
        self.chosen = tuple(values)
        self.setChecked(bool(values))
        one = said.get(values[0], "") if len(values) == 1 else ""
        which = one or (str(len(values)) if values else "")
        text = f"{self._title}: {which}" if which else self._title
        self.setText(plain(text if len(text) <= MOST else f"{text[: MOST - 1]}…"))
        self.setAccessibleName(text)

    def entries(self) -> Sequence[Entry]:
        """What there is to choose from."""
        return self._entries()

    def tick(self, values: Sequence[str]) -> None:
        """Choose just these, as the user would, and close."""
        self._fill()
        for action in self._menu.actions():
            action.setChecked(action.data() in values)
        self._take()

    def _fill(self) -> None:
        self._menu.clear()
        self._waiting = []
        entries = self._entries()
        shown = [entry for n, entry in enumerate(entries) if n < MOST or entry.value in self.chosen]
        for entry in shown:
            action = self._menu.addAction(_said(entry.said, entry.count))
            action.setCheckable(True)
            action.setChecked(entry.value in self.chosen)
            action.setData(entry.value)
            action.setProperty("said", entry.said)
            if entry.count is None and self.counted is not None:
                self._waiting.append(action)
        if not entries:
            self._menu.addAction(self._words("Nothing to choose from yet")).setEnabled(False)
        if self._waiting:
            self._soon.start()

    def _count_one(self) -> None:
        """Count for one entry; the next in a moment, so that the window stays awake."""
        if not self._waiting or self.counted is None:
            self._soon.stop()
            return
        action = self._waiting.pop(0)
        action.setText(_said(action.property("said"), self.counted(action.data())))

    def _take(self) -> None:
        self._soon.stop()
        ticked = tuple(a.data() for a in self._menu.actions() if a.isCheckable() and a.isChecked())
        self.setChecked(bool(self.chosen))  # the button itself is no switch
        if ticked != self.chosen:
            self.picked.emit(ticked)


def _said(text: str, count: int | None) -> str:
    return plain(text) if count is None else f"{plain(text)}\t{count:,}"


class ChipBar(QWidget):
    """The chips; ``changed`` carries the filters chosen by them (without words typed)."""

    changed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._filters = Filters()
        self.chips: dict[str, Chip] = {}
        self.clear = button(words("Clear filters"), "quiet")
        self.clear.clicked.connect(lambda: self.changed.emit(Filters()))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.clear)
        self._layout.addStretch(1)

    def add(self, field: str, title: str, entries: Callable[[], Sequence[Entry]]) -> Chip:
        """Add the chip of a field of ``Filters``."""
        chip = Chip(self._words, title, entries)
        chip.picked.connect(lambda values: self._picked(field, values))
        self.chips[field] = chip
        self._layout.insertWidget(len(self.chips) - 1, chip)
        return chip

    def show_filters(self, filters: Filters) -> None:
        """Say what is filtered now."""
        self._filters = filters
        for field, chip in self.chips.items():
            values = [str(value) for value in getattr(filters, field)]
            said = {entry.value: entry.said for entry in chip.entries()} if values else {}
            chip.show_chosen(values, said)
        self.clear.setVisible(bool(filters))

    def _picked(self, field: str, values: Sequence[str]) -> None:
        kinds: Mapping[str, Callable[[str], str]] = {"marks": Mark, "statuses": Invitation}
        kind = kinds.get(field, str)
        chosen: Any = {field: tuple(map(kind, values))}
        self.changed.emit(replace(self._filters, **chosen))
