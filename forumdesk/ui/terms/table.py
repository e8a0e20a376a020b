# SPDX-License-Identifier: MIT
"""The list of terms: a table with the keys of a spreadsheet, in the order of its secretariat."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QStyleOptionViewItem, QWidget

from forumdesk.domain.printed import Term
from forumdesk.domain.words import Words
from forumdesk.ui.grid.delegate import PADDING, GridDelegate, Index
from forumdesk.ui.grid.editors import LineEditor
from forumdesk.ui.grid.nothing import OverNothing
from forumdesk.ui.grid.table import GridTable
from forumdesk.ui.labels import button
from forumdesk.ui.terms.model import TermColumn, TermModel
from forumdesk.ui.workspace import Workspace


class _Delegate(GridDelegate):
    """Draws every cell as a line of text, and edits it as one."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The text, under its heading; that of the empty row quietly."""
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        inner = option.rect.adjusted(PADDING + 3, 0, -PADDING - 3, 0)
        metrics = QFontMetrics(option.font)
        text = str(index.data() or "")
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.save()
        painter.setFont(option.font)
        painter.setPen(ink if isinstance(ink, QColor) else self.color(self._look.tokens.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in."""
        model = index.model()
        assert isinstance(model, TermModel)
        return LineEditor(parent, model.columns[index.column()].heading(model.words))


class TermTable(GridTable):
    """Terms to read and to type over."""

    def __init__(self, work: Workspace) -> None:
        self.model_ = TermModel(work.words, work.look)
        super().__init__(self.model_, _Delegate(work.look), work.settings, kept_as="term-columns")
        self.setAccessibleName(work.words("Terms"))
        work.look.changed.connect(self.viewport().update)

    def show_rows(
        self, rows: Sequence[Term], columns: Sequence[TermColumn], *, editable: bool
    ) -> None:
        """Show rows; the cursor stays with its term."""
        other = tuple(columns) != self.model_.columns
        scroll = self.verticalScrollBar().value()
        self.model_.show(rows, columns, editable=editable)
        if other:
            self.widths.set_columns(columns)
        self.verticalScrollBar().setValue(min(scroll, self.verticalScrollBar().maximum()))


class NoTerms(OverNothing):
    """For a series without terms."""

    def __init__(self, words: Words, table: QAbstractScrollArea) -> None:
        self.paste = button(words("Paste from a spreadsheet"), "first")
        super().__init__(words, table, self.paste, highest=64)

    def show_for(self, total: int, *, editable: bool, series: bool) -> None:
        """Show it where there is none."""
        words = self.words
        self.head.setText(words("No terms yet") if series else words("No series yet"))
        self.more.setText(
            words(
                "Interpreters get them side by side. Type them, or paste one column per language."
            )
        )
        self.more.setVisible(series)
        self.paste.setVisible(editable and series)
        self.show_if(not total)
