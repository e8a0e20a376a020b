# SPDX-License-Identifier: MIT
"""The editors of a grid's cells: a line, a line of names, a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from forumdesk.ui.composing import ComposingLine
from forumdesk.ui.labels import relook, tip

SEPARATOR = ", "


class LineEditor(ComposingLine):
    """A line to type a cell in; ``mark`` shows that it could not be taken."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("look", "cell")
        self.textEdited.connect(lambda: self.mark(""))

    def begin(self, text: str) -> None:
        """Begin with what the cell says, to be typed over."""
        self.setText(text)
        self.selectAll()

    def taken(self) -> str:
        """What was typed, a syllable being composed included."""
        self.take_composed()
        return self.text()

    def mark(self, why: str) -> None:
        """Mark what was typed as not understood, or take the mark away."""
        if bool(self.property("wrong")) != bool(why):
            self.setProperty("wrong", bool(why))
            relook(self, "cell-wrong" if why else "cell")
        self.setToolTip(tip(why))
        self.setAccessibleDescription(why)


class NamesEditor(LineEditor):
    """Names with commas between; each is offered while it is typed, those there stay."""

    def __init__(self, parent: QWidget, name: str, names: Sequence[str]) -> None:
        super().__init__(parent, name)
        self._offered = QCompleter(list(dict.fromkeys(names)), self)
        self._offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offered.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offered.setWidget(self)
        self._offered.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def begin(self, text: str) -> None:
        """Begin after the names there are."""
        self.setText(f"{text}{SEPARATOR}" if text else "")
        self.end(False)

    def taken(self) -> str:
        """The names, without a comma left over."""
        return super().taken().strip().rstrip(",")

    def is_offering(self) -> bool:
        """Whether names are offered below the line now."""
        popup = self._offered.popup()
        return popup is not None and popup.isVisible()

    def _offer(self) -> None:
        last = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        if not last:
            if (popup := self._offered.popup()) is not None:
                popup.hide()
            return
        self._offered.setCompletionPrefix(last)
        self._offered.complete()

    def _take(self, name: str) -> None:
        before, comma, _ = self.text()[: self.cursorPosition()].rpartition(",")
        self.setText(f"{before}{comma}{' ' if comma else ''}{name}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens what is offered."""
        if event.key() == Qt.Key.Key_Down:
            self._offered.setCompletionPrefix("")
            self._offered.complete()
            return
        super().keyPressEvent(event)


class ChoiceEditor(QComboBox):
    """A choice in a cell."""

    def __init__(self, parent: QWidget, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("look", "cell")
        self.setMaxVisibleItems(20)
        for key, text in choices:
            self.addItem(text, key)

    def begin(self, key: str) -> None:
        """Begin with the choice there is."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def taken(self) -> str:
        """The key of the choice picked."""
        return str(self.currentData())
