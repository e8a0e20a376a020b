# SPDX-License-Identifier: MIT
"""How cells of the agenda list are drawn and edited: indented items, tints, problems."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from forumdesk.ui.agenda.columns import Column
from forumdesk.ui.agenda.model import PROBLEM, SessionModel
from forumdesk.ui.grid.delegate import PADDING, GridDelegate, Index
from forumdesk.ui.grid.editors import ChoiceEditor, LineEditor, NamesEditor
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import tone_of

INDENT = 24  # pixels an item's title stands in
HELD = 11  # pixels of the sign that a session is held at its time
STRIPE = 3  # width of the bar in the colour of the kind of session
SIGN = 16  # size of the sign of a problem


class CellDelegate(GridDelegate):
    """Draws a cell, and edits it as text or by a choice."""

    def __init__(self, model: SessionModel, look: Look) -> None:
        super().__init__(look)
        self._model = model

    # Drawing

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The selection is drawn below, under the padding; no dotted frame."""
        super().initStyleOption(option, index)
        left = PADDING + (INDENT if self._is_indented(index) else 0)
        right = PADDING + (SIGN + PADDING if index.data(PROBLEM) is not None else 0)
        option.rect = option.rect.adjusted(left, 0, -right, 0)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sign(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The tint of the session's kind at the left edge, what holds it, and problems."""
        if index.column() == 0 and index.row() < len(self._model.rows):
            self._stripe(painter, rect, index.row())
            self._hold(painter, rect, index.row())
        sign = index.data(PROBLEM)
        if isinstance(sign, QIcon):
            top = rect.center().y() - SIGN // 2 + 1
            sign.paint(painter, QRect(rect.right() - PADDING - SIGN, top, SIGN, SIGN))

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
            return self.offered(ChoiceEditor(parent, name, column.choices(dossier, words)))
        if column.names is not None and dossier is not None:
            return NamesEditor(parent, name, column.names(dossier, words))
        line = LineEditor(parent, name)
        side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
        line.setAlignment(side)
        return line
