# SPDX-License-Identifier: MIT
"""What the checks found about the session in the inspector, and what can be done about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from forumdesk.domain.desk import Problem
from forumdesk.ui.labels import ElidedButton, FlowLabel, button, label
from forumdesk.ui.problems import severity_color, severity_icon, severity_word
from forumdesk.ui.remedies import ACCEPT, accept, problems_in, put_right
from forumdesk.ui.workspace import Workspace

MOST = 4  # problems shown; the strip under the page has all


class Found(QWidget):
    """The open problems of a session, each with its fixes and a way to accept it."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._session = ""
        self._shown: tuple[tuple[Problem, ...], bool] = ((), False)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()
        work.problemsFound.connect(self.refresh)

    def show_session(self, session: str) -> None:
        """Show the problems of a session, as far as they are known."""
        self._session = session
        self.refresh()

    def refresh(self) -> None:
        """Show the problems as they are now."""
        wanted = (tuple(problems_in(self.work, self._session)[:MOST]), self.work.editable)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for problem in wanted[0]:
            self._layout.addWidget(self._entry(problem))
        self.setVisible(bool(wanted[0]))

    def _entry(self, problem: Problem) -> QWidget:
        work = self.work
        entry = QWidget()
        layout = QGridLayout(entry)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 1)
        ink = severity_color(problem.severity, work.look.tokens)
        mark = label()
        mark.setPixmap(work.look.icons(severity_icon(problem.severity), ink).pixmap(16, 16))
        mark.setAccessibleName(severity_word(problem.severity, work.words))
        layout.addWidget(mark, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(FlowLabel(problem.phrase.said(work.words)), 0, 1)
        for row, fix in enumerate(problem.fixes, 1):
            act = ElidedButton("link")
            act.show_text(fix.phrase.said(work.words))
            act.clicked.connect(partial(put_right, work, fix))
            layout.addWidget(act, row, 1, Qt.AlignmentFlag.AlignLeft)
        last = button(work.words(ACCEPT), "link")
        last.clicked.connect(partial(accept, work, problem))
        layout.addWidget(last, len(problem.fixes) + 1, 1, Qt.AlignmentFlag.AlignLeft)
        entry.setEnabled(work.editable)
        return entry
