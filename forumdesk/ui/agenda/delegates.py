# SPDX-License-Identifier: MIT
"""How cells of the agenda list are drawn and edited: hairlines, indented items, choices."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from forumdesk.ui.agenda.columns import Column
from forumdesk.ui.agenda.model import CHOSEN, SessionModel
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import tone_of

Index = QModelIndex | QPersistentModelIndex
INDENT = 20  # pixels an item's title stands in
STRIPE = 3  # width of the bar in the colour of the kind of session


class CellDelegate(QStyledItemDelegate):
    """Draws a cell, and edits it as text or by a choice."""

    def __init__(self, model: SessionModel, look: Look) -> None:
        super().__init__()
        self._model, self._look = model, look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, a hairline under it, and the tint of the session's kind at the left edge."""
        inner = QStyleOptionViewItem(option)
        rect: QRect = option.rect
        if self._is_item(index) and self._column(index).id.startswith("title."):
            inner.rect = rect.adjusted(INDENT, 0, 0, 0)
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(self._look.tokens.tint))
        super().paint(painter, inner, index)
        painter.save()
        painter.setPen(QColor(self._look.tokens.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == 0 and index.row() < len(self._model.rows):
            self._stripe(painter, rect, index.row())
        painter.restore()

    def _stripe(self, painter: QPainter, rect: QRect, row: int) -> None:
        shown = self._model.rows[row]
        if not shown.item:
            edge = tone_of(shown.session.kind, self._look.tokens).edge
            painter.fillRect(rect.left(), rect.top(), STRIPE, rect.height(), QColor(edge))

    def _is_item(self, index: Index) -> bool:
        return index.row() < len(self._model.rows) and self._model.rows[index.row()].item

    def _column(self, index: Index) -> Column:
        return self._model.columns[index.column()]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in, or a list to choose from."""
        column = self._column(index)
        name = column.heading(self._model.words)
        if column.choices is None or self._model.dossier is None:
            line = QLineEdit(parent)
            line.setAccessibleName(name)
            line.setAlignment(_alignment(column))
            line.setProperty("look", "cell")
            return line
        choice = QComboBox(parent)
        choice.setAccessibleName(name)
        choice.setMaxVisibleItems(20)
        for key, text in column.choices(self._model.dossier, self._model.words):
            choice.addItem(text, key)
        choice.activated.connect(lambda: self._picked(choice))
        return choice

    def _picked(self, choice: QComboBox) -> None:
        self.commitData.emit(choice)
        self.closeEditor.emit(choice)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(CHOSEN) or "")))
        elif isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed or picked."""
        if isinstance(editor, QComboBox):
            key = editor.currentData()
            if key != index.data(CHOSEN):
                model.setData(index, key, Qt.ItemDataRole.EditRole)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
