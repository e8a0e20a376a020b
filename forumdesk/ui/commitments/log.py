# SPDX-License-Identifier: MIT
"""What the editions heard of a commitment, one after the other, each with its evidence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import Report
from forumdesk.domain.terms import term
from forumdesk.services.commitments import withdraw_report
from forumdesk.ui.commitments.links import Link
from forumdesk.ui.commitments.report_dialog import ReportDialog
from forumdesk.ui.commitments.sight import Sight, link_in, pill_of
from forumdesk.ui.labels import ElidedLabel, FlowLabel, button, hairline, label, pill
from forumdesk.ui.workspace import Workspace


class Log(QWidget):
    """The reports in order of time, and a button to add one."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._shown: tuple[Sight, Tracked] | None = None
        self.add_button = button(work.words("A&dd a report…"))
        self.add_button.setIcon(work.look.icons("plus"))
        self.add_button.clicked.connect(self.add)
        head = QHBoxLayout()
        head.addWidget(label(work.words("What was heard of it"), "small"), 1)
        head.addWidget(self.add_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(hairline())
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        layout.addLayout(self.lines)
        self.nothing = label(work.words("Nothing yet."), "muted")
        layout.addWidget(self.nothing)

    def show_of(self, sight: Sight, one: Tracked) -> None:
        """Show what was heard of a commitment."""
        self._shown = (sight, one)
        self.add_button.setEnabled(self.work.editable and bool(sight.ledger.editions))
        self.nothing.setVisible(not one.reports)
        while (item := self.lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for report in one.reports:
            self.lines.addWidget(self._line(sight, report))

    def _line(self, sight: Sight, report: Report) -> QWidget:
        words = self.work.words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        edition = sight.edition(sight.ledger.edition.get(report.edition))
        said = " · ".join(filter(None, (edition, sight.when(report) if report.on else "")))
        head.addWidget(ElidedLabel(said, "strong"), 1)
        head.addWidget(pill(term(report.status, words), pill_of(report.status)))
        head.addWidget(self._more(report, said))
        column.addLayout(head)
        if report.text:
            column.addWidget(FlowLabel(words.text(report.text)))
        if report.evidence:
            column.addWidget(self._evidence(report.evidence))
        column.addWidget(hairline())
        return holder

    def _evidence(self, evidence: str) -> QWidget:
        link = link_in(evidence)
        if not link:
            return FlowLabel(self.work.words("Evidence: {text}", text=evidence), "small")
        made = Link()
        made.setIcon(self.work.look.icons("link"))
        made.show_text(link)
        made.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(link)))
        return made

    def _more(self, report: Report, said: str) -> QToolButton:
        words = self.work.words
        more = QToolButton()
        more.setIcon(self.work.look.icons("more"))
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        more.setAccessibleName(words("What to do with the report of {when}", when=said))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setEnabled(self.work.editable)
        menu = QMenu(more)
        menu.addAction(words("Detai&ls…")).triggered.connect(partial(self._edit, report))
        menu.addAction(words("&Remove")).triggered.connect(
            lambda: self.work.run(withdraw_report, report.id)
        )
        more.setMenu(menu)
        return more

    def add(self) -> None:
        """Report on the commitment."""
        if self._shown is not None and self.add_button.isEnabled():
            ReportDialog(self.work, *self._shown, parent=self.window()).open()

    def _edit(self, report: Report, _checked: bool = False) -> None:
        if self._shown is not None:
            ReportDialog(self.work, *self._shown, report, parent=self.window()).open()
