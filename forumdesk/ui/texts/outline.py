# SPDX-License-Identifier: MIT
"""The list of sections and their texts, put in order by dragging, or with Alt and arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyleOptionViewItem,
)

from forumdesk.ui.labels import tip
from forumdesk.ui.lists import ASIDE, AsideDelegate, Index
from forumdesk.ui.texts.rows import Row
from forumdesk.ui.workspace import Workspace

_INSIDE = int(Qt.ItemDataRole.UserRole) + 7  # whether a line is a text in a section
_INDENT = 16


class OutlineDelegate(AsideDelegate):
    """Draws sections strong, and their texts set in under them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        own = QStyleOptionViewItem(option)
        if index.data(_INSIDE):
            own.rect = own.rect.adjusted(_INDENT, 0, 0, 0)
        else:
            font = QFont(own.font)
            font.setWeight(QFont.Weight.DemiBold)
            own.font = font
        super().paint(painter, own, index)


class Outline(QListWidget):
    """The lines; ``picked`` carries the one chosen.

    ``shifted`` says that the one chosen is to go up or down by so many places, ``carried`` that
    it was dropped before the line of a number.
    """

    picked = Signal(object)
    shifted = Signal(int)
    carried = Signal(object, int)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.lines: list[Row] = []
        self._filling = False
        self.setProperty("look", "bare")
        self.setAccessibleName(work.words("Sections of the program"))
        self.setItemDelegate(OutlineDelegate(work.look, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.currentRowChanged.connect(self._pick)

    @property
    def chosen(self) -> Row | None:
        """The line chosen."""
        at = self.currentRow()
        return self.lines[at] if 0 <= at < len(self.lines) else None

    def show_rows(self, lines: Sequence[Row], *, movable: bool) -> None:
        """Show lines; the one chosen stays so where it is among them."""
        self.setDragEnabled(movable)
        if list(lines) == self.lines:
            return
        before = self.chosen
        self._filling = True
        self.lines = list(lines)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(ASIDE, line.aside)
            item.setData(_INSIDE, bool(line.passage))
            item.setToolTip(tip(" ".join(filter(None, (line.text, line.aside)))))
            self.addItem(item)
        self._filling = False
        if before is not None and not self.choose(before.key):
            self.choose(before.section.value)

    def choose(self, key: str) -> bool:
        """Choose the line of a key; ``False`` if there is none."""
        for at, line in enumerate(self.lines):
            if line.key == key:
                self.setCurrentRow(at)
                return True
        return False

    def _pick(self, _at: int) -> None:
        if not self._filling:
            self.picked.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the line."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(by)
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the line was dropped; what is shown follows from what becomes of it."""
        under = self.indexAt(event.position().toPoint())
        at = under.row() if under.isValid() else len(self.lines)
        below = QAbstractItemView.DropIndicatorPosition.BelowItem
        at += under.isValid() and self.dropIndicatorPosition() == below
        event.setDropAction(Qt.DropAction.IgnoreAction)  # or Qt would take the line away
        event.accept()
        line = self.chosen
        if line is not None:
            QTimer.singleShot(0, self, lambda: self.carried.emit(line, at))
