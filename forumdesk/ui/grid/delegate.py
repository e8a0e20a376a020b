# SPDX-License-Identifier: MIT
"""How cells of a grid are drawn and edited: hairlines, the chosen, the cursor; keys that leave."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forumdesk.ui.grid.editors import ChoiceEditor, LineEditor, NamesEditor
from forumdesk.ui.look import Look

Index = QModelIndex | QPersistentModelIndex
PADDING = 5  # on either side of a cell's text, as much as the headings have
CHOSEN = Qt.ItemDataRole.UserRole  # the key of the choice picked now
_EDIT = Qt.ItemDataRole.EditRole
_SELECTED = QStyle.StateFlag.State_Selected
# Where each key leaves an editor for: columns to the right, rows down.
_LEAVES = {
    Qt.Key.Key_Return: (0, 1),
    Qt.Key.Key_Enter: (0, 1),
    Qt.Key.Key_Tab: (1, 0),
    Qt.Key.Key_Backtab: (-1, 0),
}


def leaving(event: QKeyEvent) -> tuple[int, int] | None:
    """Where a key leaves a cell for; ``None`` for a key that doesn't."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    right, down = _LEAVES.get(Qt.Key(event.key()), (0, 0))
    if down and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        down = -1
    return (right, down) if right or down else None


class GridDelegate(QStyledItemDelegate):
    """Draws a cell, and edits it by what ``createEditor`` of a derived class makes.

    ``left`` (editor, columns to the right, rows down) tells that a key was pressed that takes
    over what was typed and goes on.
    """

    left = Signal(QWidget, int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._colors: dict[str, QColor] = {}

    # Drawing

    def color(self, token: str) -> QColor:
        """A colour of the look, made once: cells are drawn by the hundred."""
        made = self._colors.get(token)
        if made is None:
            made = self._colors[token] = QColor(token)
        return made

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, a hairline under it, a frame around the one with the cursor."""
        rect: QRect = option.rect
        tokens = self._look.tokens
        table = option.widget if isinstance(option.widget, QAbstractItemView) else None
        cursor = table.currentIndex() if table is not None else QModelIndex()
        if option.state & _SELECTED:
            painter.fillRect(rect, self.color(tokens.tint))
        elif index.row() == cursor.row():
            painter.fillRect(rect, self.color(tokens.window))
        self.draw(painter, option, index)
        hairline = self.color(tokens.hairline)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, hairline)
        self.sign(painter, rect, index)
        if index == cursor and table is not None and table.hasFocus():
            painter.save()
            painter.setPen(QPen(self.color(tokens.link), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
            painter.restore()

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What the cell says."""
        super().paint(painter, option, index)

    def sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """What stands in a cell besides."""

    # Editing

    def offered(self, choice: ChoiceEditor) -> ChoiceEditor:
        """A choice that is taken over when it is made."""
        choice.activated.connect(lambda: self.left.emit(choice, 0, 0))
        return choice

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the whole cell."""
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says; what is being typed stays when cells change."""
        if isinstance(editor, LineEditor) and not editor.isModified():
            editor.begin(index.data(_EDIT) or "")
        elif isinstance(editor, ChoiceEditor):
            editor.begin(index.data(CHOSEN) or "")

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed or picked."""
        self.take(editor, index)

    def take(self, editor: QWidget, index: Index) -> bool:
        """Hand on what was typed or picked; ``False`` if it was refused."""
        if not isinstance(editor, LineEditor | ChoiceEditor):
            return True
        typed = editor.taken()
        before = index.data(CHOSEN if isinstance(editor, ChoiceEditor) else _EDIT) or ""
        if typed == before:
            return True
        # The view's own model, which an index knows only as one that is read.
        model: QAbstractItemModel = index.model()
        return model.setData(index, typed, _EDIT)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab take over what was typed and go on; Esc gives it up, as Qt has it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            offering = isinstance(editor, NamesEditor) and editor.is_offering()
            goes = None if offering else leaving(event)
            if goes and isinstance(editor, QWidget):
                self.left.emit(editor, *goes)
                return True
        return super().eventFilter(editor, event)
