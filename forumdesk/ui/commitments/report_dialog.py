# SPDX-License-Identifier: MIT
"""What an edition heard of a commitment: status, day, words, evidence; taken over as a whole."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from forumdesk.domain.ledger import Tracked
from forumdesk.domain.outcomes import CommitmentStatus, Report
from forumdesk.domain.wording import EMPTY
from forumdesk.services.commitments import correct_report
from forumdesk.services.outcomes import report_commitment
from forumdesk.ui.choices import ChoiceField
from forumdesk.ui.commitments.columns import status_choices
from forumdesk.ui.commitments.sight import Sight
from forumdesk.ui.directory.card import beside, named
from forumdesk.ui.fields import DayField
from forumdesk.ui.forms import BilingualField, LineField
from forumdesk.ui.labels import FlowLabel, button
from forumdesk.ui.workspace import Workspace


class ReportDialog(QDialog):
    """A new report, or one there is."""

    def __init__(
        self,
        work: Workspace,
        sight: Sight,
        one: Tracked,
        report: Report | None = None,
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.work, self._of, self._report = work, one, report
        words = work.words
        self.setWindowTitle(words("Report"))
        self.setMinimumWidth(520)
        editions = [
            (edition.id, words.text(sight.ledger.title_of(edition)))
            for edition in reversed(sight.ledger.editions)
        ]
        self.edition = ChoiceField(words("Heard at"), editions)
        self.status = ChoiceField(words("Status"), status_choices(words))
        self.on = DayField(words("Day of the report"))
        self.text = BilingualField(
            words("What was reported"), sight.ledger.series.languages, long=True
        )
        self.evidence = LineField(words("Evidence (a document, a web address)"))
        self.ok = button(words("&Keep"), "first")
        self.ok.setDefault(True)
        self.ok.clicked.connect(self._keep)
        self._lay_out(FlowLabel(sight.title(one), "lead"))
        self._show(sight)

    def _lay_out(self, head: FlowLabel) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(named(self.edition))
        layout.addLayout(beside(named(self.status), named(self.on)))
        layout.addWidget(self.text)
        layout.addWidget(named(self.evidence))
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = button(self.work.words("&Cancel"))
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.ok)
        layout.addLayout(row)

    def _show(self, sight: Sight) -> None:
        report, editions = self._report, sight.ledger.editions
        there = [edition.id for edition in editions]
        usual = self.work.edition if self.work.edition in there else next(iter(there[-1:]), "")
        self.edition.show_value(report.edition if report else usual)
        status = report.status if report else self._of.standing(sight.today)
        self.status.show_value(status.value)
        self.on.show_typed(report.on if report else sight.today)
        self.text.show_value(report.text if report else EMPTY)
        self.evidence.show_value(report.evidence if report else "")

    def _keep(self) -> None:
        for field in (*self.text.fields.values(), self.evidence, self.on):
            field.commit()
        if self.on.property("wrong"):
            self.on.setFocus()
            return
        day = self.on.parsed(self.on.value()) if self.on.value() else None
        fields = {"text": self.text.value(), "evidence": self.evidence.value(), "on": day}
        status = CommitmentStatus(self.status.currentData())
        edition = str(self.edition.currentData())
        if self._report is None:
            done, _ = self.work.done(report_commitment, self._of.id, edition, status, fields=fields)
        else:
            changes = {**fields, "edition": edition, "status": status}
            done, _ = self.work.done(correct_report, self._report.id, changes)
        if done:
            self.accept()

    def done(self, result: int) -> None:
        """Close, and go."""
        super().done(result)
        self.deleteLater()
