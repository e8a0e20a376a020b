# SPDX-License-Identifier: MIT
"""How cells of the agenda list are drawn and edited: hairlines, indented items, problems."""

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
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forumdesk.ui.agenda.columns import Column
from forumdesk.ui.agenda.editors import ChoiceEditor, LineEditor, NamesEditor
from forumdesk.ui.agenda.model import CHOSEN, PROBLEM, SessionModel
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import tone_of

Index = QModelIndex | QPersistentModelIndex
Editor = LineEditor | ChoiceEditor
INDENT = 24  # pixels an item's title stands in
PADDING = 5  # on either side of a cell's text, as much as the headings have
HELD = 11  # pixels of the sign that a session is held at its time
STRIPE = 3  # width of the bar in the colour of the kind of session
SIGN = 16  # size of the sign of a problem
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


class CellDelegate(QStyledItemDelegate):
    """Draws a cell, and edits it as text or by a choice.

    ``left`` (editor, columns to the right, rows down) tells that a key was pressed that takes
    over what was typed and goes on.
    """

    left = Signal(QWidget, int, int)

    def __init__(self, model: SessionModel, look: Look) -> None:
        super().__init__()
        self._model, self._look = model, look

    # Drawing

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The selection is drawn below, under the padding; no dotted frame."""
        super().initStyleOption(option, index)
        left = PADDING + (INDENT if self._is_indented(index) else 0)
        right = PADDING + (SIGN + PADDING if index.data(PROBLEM) is not None else 0)
        option.rect = option.rect.adjusted(left, 0, -right, 0)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, a hairline under it, the tint of the session's kind at the left edge."""
        rect: QRect = option.rect
        tokens = self._look.tokens
        table = option.widget if isinstance(option.widget, QAbstractItemView) else None
        cursor = table.currentIndex() if table is not None else QModelIndex()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.tint))
        elif index.row() == cursor.row():
            painter.fillRect(rect, QColor(tokens.window))
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(tokens.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == 0 and index.row() < len(self._model.rows):
            self._stripe(painter, rect, index.row())
            self._hold(painter, rect, index.row())
        sign = index.data(PROBLEM)
        if isinstance(sign, QIcon):
            top = rect.center().y() - SIGN // 2 + 1
            sign.paint(painter, QRect(rect.right() - PADDING - SIGN, top, SIGN, SIGN))
        if index == cursor and table is not None and table.hasFocus():
            painter.setPen(QPen(QColor(tokens.link), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _stripe(self, painter: QPainter, rect: QRect, row: int) -> None:
        shown = self._model.rows[row]
        if not shown.item:
            edge = tone_of(shown.session.kind, self._look.tokens).edge
            painter.fillRect(rect.left(), rect.top(), STRIPE, rect.height(), QColor(edge))

    def _hold(self, painter: QPainter, rect: QRect, row: int) -> None:
        """A small lock or link before the start."""
        if name := self._model.held(row):
            place = QRect(rect.left() + STRIPE + 4, rect.center().y() - HELD // 2, HELD, HELD)
            self._look.icons(name, self._look.tokens.muted).paint(painter, place)

    def _is_indented(self, index: Index) -> bool:
        rows = self._model.rows
        is_item = index.row() < len(rows) and rows[index.row()].item
        return is_item and self._column(index).id.startswith("title.")

    def _column(self, index: Index) -> Column:
        return self._model.columns[index.column()]

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in, or a list to choose from."""
        column, dossier, words = self._column(index), self._model.dossier, self._model.words
        name = column.heading(words)
        if column.choices is not None and dossier is not None:
            choice = ChoiceEditor(parent, name, column.choices(dossier, words))
            choice.activated.connect(lambda: self.left.emit(choice, 0, 0))
            return choice
        if column.names is not None and dossier is not None:
            return NamesEditor(parent, name, column.names(dossier, words))
        line = LineEditor(parent, name)
        side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
        line.setAlignment(side)
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the whole cell."""
        editor.setGeometry(option.rect)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says; what is being typed stays when cells change."""
        if isinstance(editor, LineEditor) and not editor.isModified():
            editor.begin(index.data(Qt.ItemDataRole.EditRole) or "")
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
        return self._model.setData(index, typed, _EDIT)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab take over what was typed and go on; Esc gives it up, as Qt has it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            offering = isinstance(editor, NamesEditor) and editor.is_offering()
            goes = None if offering else leaving(event)
            if goes and isinstance(editor, QWidget):
                self.left.emit(editor, *goes)
                return True
        return super().eventFilter(editor, event)


_EDIT = Qt.ItemDataRole.EditRole
