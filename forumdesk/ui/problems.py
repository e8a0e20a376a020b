# SPDX-License-Identifier: MIT
"""The strip under the page: what the checks found, each line leading to its place."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from forumdesk.domain.desk import Problem, Severity, Subject
from forumdesk.domain.words import N_, Words
from forumdesk.services.publishing import acknowledge_problem, withdraw_acknowledgement
from forumdesk.ui.labels import button, hairline, label, tip
from forumdesk.ui.look import Look
from forumdesk.ui.tokens import Tokens
from forumdesk.ui.workspace import Workspace

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


class ProblemList(QAbstractTableModel):
    """Problems as lines: how bad, and what."""

    def __init__(self, words: Words, look: Look) -> None:
        super().__init__()
        self.words, self._look = words, look
        self.problems: tuple[Problem, ...] = ()

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
            return self.words(_SAID[problem.severity])
        ink = severity_color(problem.severity, self._look.tokens)
        if role == _COLOR:
            return QBrush(QColor(ink))
        return self._look.icons(_ICONS[problem.severity], ink) if role == _ICON else None

    def _text(self, problem: Problem, role: int) -> str | None:
        if role == _DISPLAY:
            return problem.phrase.said(self.words)
        return tip(problem.phrase.said(self.words)) if role == _TIP else None

    def replace(self, problems: tuple[Problem, ...]) -> None:
        """Show other problems."""
        if problems != self.problems:
            self.beginResetModel()
            self.problems = problems
            self.endResetModel()


class ProblemTable(QTableView):
    """The lines; Enter or a double click goes to the place. ``wanted`` carries its subject."""

    wanted = Signal(object)

    def __init__(self, model: ProblemList, name: str) -> None:
        super().__init__()
        self._list = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(0, 104)
        self.setProperty("look", "window")
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(self._go)

    def subject(self, row: int) -> Subject:
        """What the problem in a row is about."""
        return self._list.problems[row].subject

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted.emit(self.subject(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place of the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)


class ProblemStrip(Widget):
    """Head line, table, and a switch for those acknowledged. ``closed`` puts it away."""

    closed = Signal()

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.setProperty("look", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = label(look="strong")
        self.model = ProblemList(work.words, work.look)
        self.table = ProblemTable(self.model, work.words("Problems"))
        self.table.wanted.connect(work.go)
        self.accept = button(work.words("&Accept…"), "quiet")
        self.accept.clicked.connect(self._accept)
        self.table.selectionModel().selectionChanged.connect(self._say)
        self.model.modelReset.connect(self._say)
        self.accepted = button("", "quiet")
        self.accepted.setCheckable(True)
        self.accepted.toggled.connect(self.refresh)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(hairline())
        outer.addLayout(self._head())
        body = QHBoxLayout()
        body.setContentsMargins(16, 0, 4, 6)
        body.addWidget(self.table)
        outer.addLayout(body, 1)
        work.problemsFound.connect(self.refresh)
        self._say()
        self.refresh()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 6, 10, 4)
        row.addWidget(self.head)
        row.addStretch(1)
        row.addWidget(self.accept)
        row.addWidget(self.accepted)
        close = button(self.work.words("Hide"), "quiet")
        close.clicked.connect(self.closed)
        row.addWidget(close)
        return row

    def _marked(self) -> Problem | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.problems[rows[0].row()] if rows else None

    def _say(self) -> None:
        problem, words = self._marked(), self.work.words
        self.accept.setEnabled(problem is not None and self.work.editable)
        taken_back = problem is not None and problem.acknowledged
        self.accept.setText(words("Take &back") if taken_back else words("&Accept…"))

    def _accept(self) -> None:
        """Accept the marked problem with a reason, or take that back."""
        problem, work = self._marked(), self.work
        if problem is None or work.dossier is None:
            return
        if problem.acknowledged:
            known = (problem.kind, str(problem.subject), problem.facts)
            for one in work.dossier.acknowledgements:
                if (one.kind, one.subject, one.facts) == known:
                    work.run(withdraw_acknowledgement, one.id)
            return
        text = problem.phrase.said(work.words)
        reason = work.messages.ask_text(work.words("Why is this all right?"), text)
        if reason is not None:
            work.run(acknowledge_problem, work.edition, problem, reason)

    def refresh(self) -> None:
        """Show the problems as they are now; acknowledged ones only if wanted."""
        words, problems = self.work.words, self.work.problems
        accepted = [p for p in problems if p.acknowledged]
        count = len(problems) - len(accepted)
        self.head.setText(
            words.plural("{count} problem", "{count} problems", count)
            if count
            else words("No problems")
        )
        self.accepted.setVisible(bool(accepted))
        self.accepted.setText(words.plural("{count} accepted", "{count} accepted", len(accepted)))
        every = self.accepted.isChecked()
        self.model.replace(tuple(p for p in problems if every or not p.acknowledged))
