# SPDX-License-Identifier: MIT
"""Problems as lines of a table, each leading to its place: of the checks, and of a handout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QContextMenuEvent, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Words
from forumdesk.ui.labels import tip
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_COLOR = Qt.ItemDataRole.ForegroundRole
_ICON = Qt.ItemDataRole.DecorationRole
_TIP = Qt.ItemDataRole.ToolTipRole
_SAID = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.NOTE: N_("Note"),
}
_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
HEIGHT = 132  # pixels at first


def severity_color(severity: Severity, tokens: Tokens) -> str:
    """The ink of a severity; its word and icon stand beside it."""
    inks = {Severity.ERROR: tokens.danger.ink, Severity.WARNING: tokens.warning.ink}
    return inks.get(severity, tokens.muted)


def severity_icon(severity: Severity) -> str:
    """The name of a severity's icon."""
    return _ICONS[severity]


def severity_word(severity: Severity, words: Words) -> str:
    """What a severity is called."""
    return words(_SAID[severity])


def marks_of_sessions(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The open problems found about sessions themselves, by session."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.subject.kind == "session" and not problem.acknowledged:
            found[problem.subject.id].append(problem)
    return dict(found)


NO_REASONS: Mapping[Problem, str] = MappingProxyType({})


class ProblemList(QAbstractTableModel):
    """Problems as lines: how bad, and what."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.words, self._look = words, look
        self.problems: tuple[Problem, ...] = ()
        self._reasons = NO_REASONS

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many problems."""
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How bad, and what."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = _DISPLAY) -> str | QBrush | QIcon | None:
        """What a cell says, in the ink of its severity."""
        if not index.isValid():
            return None
        problem = self.problems[index.row()]
        if index.column() == 1:
            return self._text(problem, role)
        if role == _DISPLAY:
            return severity_word(problem.severity, self.words)
        ink = severity_color(problem.severity, self._look.tokens)
        if role == _COLOR:
            return QBrush(QColor(ink))
        return self._look.icons(_ICONS[problem.severity], ink) if role == _ICON else None

    def _text(self, problem: Problem, role: int) -> str | None:
        if role == _DISPLAY:
            return self._said(problem)
        return tip(self._said(problem)) if role == _TIP else None

    def _said(self, problem: Problem) -> str:
        said = problem.phrase.said(self.words)
        if reason := self._reasons.get(problem):
            return self.words("{problem} Accepted: {reason}", problem=said, reason=reason)
        return said

    def replace(
        self, problems: tuple[Problem, ...], reasons: Mapping[Problem, str] = NO_REASONS
    ) -> None:
        """Show other problems; for those accepted there may be ``reasons``."""
        if (problems, reasons) != (self.problems, self._reasons):
            self.beginResetModel()
            self.problems, self._reasons = problems, reasons
            self.endResetModel()


ROW = 26  # pixels of a line
PADDING = 24  # pixels beside the words of a line
MOST = 10_000  # pixels, higher than any line
WRAPPED = 60  # lines that are made as high as their words


class ProblemTable(QTableView):
    """The lines; Enter or a click goes to the place.

    ``wanted`` carries its subject; ``menuWanted`` the point of the screen where a menu of the
    marked line is asked for. What ``wraps`` is told whole, on as many lines as that takes.
    """

    wanted = Signal(object)
    menuWanted = Signal(object)

    def __init__(self, model: ProblemList, name: str, *, wraps: bool = False) -> None:
        super().__init__()
        self._list = model
        self._wraps = wraps
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(wraps)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, 104)
        self.setProperty("look", "window")
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(self._go)
        self.verticalHeader().setMinimumSectionSize(ROW)
        model.modelReset.connect(self._fit)

    def _fit(self) -> None:
        """Make lines as high as their words are; of a great many that would take too long."""
        if not self._wraps or self._list.rowCount() > WRAPPED:
            return
        metrics, wrapped = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        room = QRect(0, 0, self.columnWidth(1) - PADDING, MOST)
        for row in range(self._list.rowCount()):
            said = str(self._list.index(row, 1).data())
            more = metrics.boundingRect(room, wrapped, said).height() - metrics.height()
            self.setRowHeight(row, ROW + max(more, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words break elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def subject(self, row: int) -> Subject:
        """What the problem in a row is about."""
        return self._list.problems[row].subject

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(self.subject(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu is asked for: by the mouse where it is, by the keyboard at the line."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            line = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(line.bottomLeft())
        self.menuWanted.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place of the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)
