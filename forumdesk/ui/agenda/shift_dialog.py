# SPDX-License-Identifier: MIT
"""Shifting what comes after a session: how far, what moves, and what then clashes."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.desk import ForumDeskError, Problem
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.placing import with_places
from forumdesk.domain.shifting import Reach, moves, shifted
from forumdesk.domain.times import typed_shift
from forumdesk.domain.words import N_
from forumdesk.services.arranging import shift_after
from forumdesk.ui.agenda.moves import MoveList, MoveTable
from forumdesk.ui.background import Background
from forumdesk.ui.dates import span
from forumdesk.ui.forms import LineField, captioned
from forumdesk.ui.labels import button, label, relook
from forumdesk.ui.problems import ProblemList, ProblemTable
from forumdesk.ui.workspace import Workspace

Verdict = tuple[list[Problem], list[Problem]]  # new ones, and those gone
PAUSE = 150  # milliseconds without a key before the checks are asked
_REACHES = {
    Reach.DAY: N_("The whole &day"),
    Reach.ROOMS: N_("Its &rooms"),
    Reach.BREAK: N_("Until the next &break"),
}


class ShiftDialog(QDialog):
    """Asks by how much and how far, shows what that does, and does it in one step."""

    def __init__(self, parent: QWidget, work: Workspace, dossier: Dossier, session: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._work, self._dossier, self._session = work, dossier, dossier.session[session]
        words = work.words
        self.setWindowTitle(words("Shift what comes after"))
        self.minutes = LineField(words("By"))
        self.minutes.setPlaceholderText(words("+15, -1h, 30 min"))
        self.minutes.setText("+15")
        self.reaches = {reach: QRadioButton(words(text)) for reach, text in _REACHES.items()}
        self.reaches[Reach.DAY].setChecked(True)
        self.moving = MoveList(words)
        self.table = MoveTable(self.moving, words("What moves"))
        self.clashes = ProblemList(words, work.look)
        self.problems = ProblemTable(self.clashes, words("New problems"))
        self.said = label(look="small", wrap=True)
        self.outlook = label(look="small", wrap=True)
        self.go = button(words("&Shift"), "first")
        self._checks: Background | None = None
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(PAUSE)
        self._lay_out()
        self._connect()
        self._look()
        self.minutes.selectAll()

    def _lay_out(self) -> None:
        words = self._work.words
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        title = words.text(self._session.title) or words("Without a title")
        when = span(self._session.starts, self._session.ends)
        layout.addWidget(label(f"{when}  {title}", "lead", wrap=True))
        layout.addWidget(captioned(words("Move everything after it by"), self.minutes))
        row = QHBoxLayout()
        row.setSpacing(18)
        group = QButtonGroup(self)
        for choice in self.reaches.values():
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.outlook)
        layout.addWidget(self.problems, 2)
        layout.addLayout(self._buttons())
        self.resize(600, 560)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self._work.words("Cancel"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addWidget(close)
        row.addWidget(self.go)
        self.go.setDefault(True)
        return row

    def _connect(self) -> None:
        self.minutes.textChanged.connect(self._look)
        for choice in self.reaches.values():
            choice.toggled.connect(self._look)
        self.go.clicked.connect(self.shift)
        self._asking.timeout.connect(self.ask_checks)
        self._work.refused.connect(self._refused)

    @property
    def reach(self) -> Reach:
        """How far it is to go."""
        return next(reach for reach, choice in self.reaches.items() if choice.isChecked())

    def _look(self) -> None:
        """Show what would move; the checks are asked once the typing pauses."""
        try:
            by = typed_shift(self.minutes.text())
        except ForumDeskError as error:
            self._refused(error)
            return
        self._mark(wrong=False)
        places = shifted(self._dossier, self._session, by, self.reach)
        self.moving.replace(moves(self._dossier, with_places(self._dossier, places)))
        words, count = self._work.words, len(self.moving.moves)
        some = words.plural("{count} session moves.", "{count} sessions move.", count)
        none = words("Nothing comes after it that could move.")
        self.said.setText(some if count else none if by else words("0 minutes move nothing."))
        self.go.setEnabled(count > 0)
        self.outlook.setText(words("Checking…"))
        self._asking.start()

    def ask_checks(self) -> None:
        """Let the checks say, in a thread, what would newly be wrong, and what right again."""
        self._forget_checks()
        known, dossier, session = self._work.findings, self._dossier, self._session
        by, reach = self._by(), self.reach

        def look() -> Verdict:
            # Loaded when first asked: it brings all checks along.
            from forumdesk.domain.checks.incremental import (  # noqa: PLC0415
                Findings,
                verdict,
            )

            places = shifted(dossier, session, by, reach)
            return verdict(known or Findings.of(dossier), dossier, places)

        self._checks = Background(look, self)
        self._checks.finished.connect(self._show_verdict)
        self._checks.failed.connect(_raise)
        self._checks.start()

    def _forget_checks(self) -> None:
        self._asking.stop()
        if self._checks is not None:
            self._checks.drop()
            self._checks.wait()
            self._checks = None

    def _show_verdict(self, verdict: Verdict) -> None:
        new, gone = verdict
        self.clashes.replace(tuple(_without(new, gone)))
        self.outlook.setText(self._outlook(self.clashes.problems, _without(gone, new)))

    def done(self, result: int) -> None:
        """Close; what the checks say is wanted no more."""
        self._forget_checks()
        super().done(result)

    def _outlook(self, new: tuple[Problem, ...], gone: list[Problem]) -> str:
        words = self._work.words
        if not new and not gone:
            return words("The checks find nothing new.")
        added = words.plural("{count} new problem", "{count} new problems", len(new))
        solved = words.plural("{count} problem solved", "{count} problems solved", len(gone))
        return " · ".join([added, solved] if gone else [added])

    def _by(self) -> int:
        try:
            return typed_shift(self.minutes.text())
        except ForumDeskError:
            return 0

    def _refused(self, error: ForumDeskError) -> None:
        """Say why nothing can move; what the checks said was about something else."""
        self._forget_checks()
        self._mark(wrong=True)
        self.said.setText(error.said(self._work.words))
        self.moving.replace([])
        self.clashes.replace(())
        self.outlook.clear()
        self.go.setEnabled(False)

    def _mark(self, *, wrong: bool) -> None:
        self.minutes.setProperty("wrong", wrong)
        relook(self.minutes, "wrong" if wrong else "")

    def shift(self) -> None:
        """Do it, in one step."""
        done, moved = self._work.done(shift_after, self._session.id, self._by(), self.reach)
        if done:
            count = len(moved or ())
            words = self._work.words
            self._work.messages.tell(
                words.plural("{count} session moved.", "{count} sessions moved.", count)
            )
            self.accept()


def _without(problems: list[Problem], others: list[Problem]) -> list[Problem]:
    """Problems but for those that are there either way, and only their times change."""
    known = {(problem.kind, problem.subject) for problem in others}
    return [p for p in problems if (p.kind, p.subject) not in known and not p.acknowledged]


def _raise(error: Exception) -> None:
    """A check that fails is our fault: let it be caught where faults are."""
    raise error
