# SPDX-License-Identifier: MIT
"""The tables of the preview: lines that are read, and rooms whose new names are typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forumdesk.domain.succession.plan import Plan, RoomFate
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Words
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look
from forumdesk.ui.succession.lines import Line, Sheet, room_said
from forumdesk.ui.tokens import ROW

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole
_TIP, _INK = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole
_ROOM_HEADS = (N_("Last time"), N_("New name"), N_("Why"))
_NAME = 1
ROOM_WIDTHS = (230, 260)


class LineModel(QAbstractTableModel):
    """Lines as Qt sees them; what is left behind is muted."""

    def __init__(self, look: Look, words: Words, heads: Sequence[str]) -> None:
        super().__init__()
        self._look, self.words, self._heads = look, words, tuple(heads)
        self.lines: list[Line] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        """The heads of the columns."""
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return self.words(self._heads[section])

    def data(self, index: Index, role: int = _DISPLAY) -> str | QColor | None:
        """What a cell says, and in which ink."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _INK and (line.left or index.column()):
            return QColor(self._look.tokens.muted)
        if role in (_DISPLAY, _TIP):
            said = line.cells[index.column()]
            return tip(said.strip()) if role == _TIP else said
        return None

    def replace(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()


class RoomModel(LineModel):
    """Rooms with their new names; ``renamed`` carries an old room's id and its new name."""

    renamed = Signal(str, object)

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__(look, words, _ROOM_HEADS)
        self._fates: list[RoomFate] = []

    def show_plan(self, plan: Plan) -> None:
        """Show the rooms of a plan."""
        self._fates = list(plan.rooms)
        self.replace([self._line(fate) for fate in plan.rooms])

    def _line(self, fate: RoomFate) -> Line:
        was = room_said(fate.was, self.words) if fate.was else ""
        now = self.words.text(fate.now.name) if fate.now else ""
        return Line((was, now, fate.why.said(self.words)), fate.now is None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """New names of old rooms can be typed."""
        flags = super().flags(index)
        if index.isValid() and index.column() == _NAME and self._fates[index.row()].was:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = _DISPLAY) -> str | QColor | None:
        """The name to edit is the name shown; names are in full ink."""
        if role == _INK and index.column() == _NAME:
            return None
        return super().data(index, _DISPLAY if role == _EDIT else role)

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take over a typed name; an empty one leaves the room behind."""
        fate = self._fates[index.row()] if index.isValid() else None
        if role != _EDIT or fate is None or fate.was is None or index.column() != _NAME:
            return False
        typed = str(value).strip()
        before = fate.now.name if fate.now else Text()
        if typed == self.words.text(before):
            return False
        self.renamed.emit(fate.was.id, _renamed(before, typed, self.words.language))
        return True


def _renamed(before: Text, typed: str, language: str) -> Text:
    """The name in the language of the window; the others are names of the old one."""
    return before.having(language, typed) if typed else Text()


class PlanTable(QTableView):
    """A table of the preview, to be read; rooms are typed."""

    def __init__(self, model: QAbstractTableModel, widths: Sequence[int], name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setProperty("look", "boxed")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(widths, 1):
            self.setColumnWidth(column, width)


def sheet_table(sheet: Sheet, model: LineModel, name: str) -> PlanTable:
    """The table of a sheet."""
    table = PlanTable(model, sheet.widths, name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    return table
