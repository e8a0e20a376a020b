# SPDX-License-Identifier: MIT
"""The strip under the page: what the checks found, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from forumdesk.domain.desk import Problem, Subject
from forumdesk.ui.labels import ElidedButton, button, hairline, label
from forumdesk.ui.problems import ProblemList, ProblemTable
from forumdesk.ui.remedies import ACCEPT, TAKE_BACK, accept, offer, problems_in, put_right, reasons
from forumdesk.ui.workspace import Workspace

HEIGHT = 132  # pixels at first


class ProblemStrip(QWidget):
    """Head line with what can be done about the problem marked, and the table.

    A switch shows those acknowledged too. ``closed`` puts the strip away.
    """

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
        self.table.menuWanted.connect(self._menu)
        self.fix = ElidedButton("link")
        self.fix.clicked.connect(self._fix)
        self.accept = button(work.words(ACCEPT), "quiet")
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
        self.refresh()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 6, 10, 4)
        row.addWidget(self.head)
        row.addStretch(1)
        for each in (self.fix, self.accept, self.accepted):
            row.addWidget(each)
        close = button(self.work.words("Hide"), "quiet")
        close.clicked.connect(self.closed)
        row.addWidget(close)
        return row

    def marked(self) -> Problem | None:
        """The problem the cursor is on."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.problems[rows[0].row()] if rows else None

    def step(self, by: int) -> None:
        """Mark the problem that many lines further, round and round, and go to its place."""
        if not self.model.problems:
            return
        rows = self.table.selectionModel().selectedRows()
        row = (rows[0].row() + by) % len(self.model.problems) if rows else 0
        self.table.selectRow(row)
        self.work.go(self.table.subject(row))

    def _say(self) -> None:
        problem, words = self.marked(), self.work.words
        usable = problem is not None and self.work.editable
        fixes = problem.fixes if problem is not None and not problem.acknowledged else ()
        self.fix.setVisible(bool(fixes))
        self.fix.setEnabled(usable)
        if fixes:
            first = fixes[0].phrase.said(words)
            self.fix.show_text(first if len(fixes) == 1 else words("Put right…"))
        self.accept.setEnabled(usable)
        taken_back = problem is not None and problem.acknowledged
        self.accept.setText(words(TAKE_BACK if taken_back else ACCEPT))

    def _fix(self) -> None:
        """Put the marked problem right; where there are several ways, let the user choose."""
        problem = self.marked()
        if problem is None:
            return
        if len(problem.fixes) == 1:
            put_right(self.work, problem.fixes[0])
        else:
            self._menu(self.fix.mapToGlobal(QPoint(0, self.fix.height())))

    def _accept(self) -> None:
        if (problem := self.marked()) is not None:
            accept(self.work, problem)

    def _menu(self, at: QPoint) -> None:
        if (problem := self.marked()) is not None:
            offer(self, self.work, [problem], at)

    def remedies(self, shown: Subject | None) -> QMenu | None:
        """A menu for the problem marked here, or for those of the session that is shown.

        ``None`` where there is no problem.
        """
        focus, marked = QApplication.focusWidget(), self.marked()
        here = focus is not None and self.isAncestorOf(focus)
        session = shown.id if shown is not None and shown.kind == "session" and not here else ""
        problems = problems_in(self.work, session) or ([marked] if marked else [])
        if not problems:
            self.work.messages.tell(self.work.words("There is no problem here."))
            return None
        return offer(self, self.work, problems, _below(focus or self.table))

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
        self._show(tuple(p for p in problems if every or not p.acknowledged))

    def _show(self, problems: tuple[Problem, ...]) -> None:
        """Other lines; the mark stays on the problem, or where it was put right, on its line."""
        marked = self.marked()
        rows = self.table.selectionModel().selectedRows()
        self.model.replace(problems, reasons(self.work, problems))
        if marked is None or self.marked() is not None or not problems:
            return
        same = (marked.kind, marked.subject)
        kept = (n for n, p in enumerate(problems) if (p.kind, p.subject) == same)
        self.table.selectRow(next(kept, min(rows[0].row(), len(problems) - 1)))


def _below(widget: QWidget) -> QPoint:
    """The point of the screen below the cursor of a widget, be it a text's or a table's."""
    cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    at = cursor if isinstance(cursor, QRect) else QRect()
    return widget.mapToGlobal(at.bottomLeft())
