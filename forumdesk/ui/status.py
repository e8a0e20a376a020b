# SPDX-License-Identifier: MIT
"""The status bar: when last saved, counts, problems, work in progress, and the language."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from forumdesk.domain.words import interface_languages
from forumdesk.ui.dates import language_name, moment
from forumdesk.ui.labels import ElidedLabel, button, label, plain, relook, tip
from forumdesk.ui.workspace import Workspace

PASSING = 6000  # milliseconds a passing line stays
NAME = 24  # characters of a version's name; a longer one is told in the tip


class Status(QStatusBar):
    """The lowest line; ``languagePicked`` carries a language, the other signals are clicks."""

    languagePicked = Signal(str)
    problemsWanted = Signal()
    versionsWanted = Signal()

    def __init__(self, work: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.work = work
        self.setSizeGripEnabled(False)
        self.saved = label(look="good")
        self.counts = label()
        self.problems = button("", "quiet")
        self.problems.clicked.connect(self.problemsWanted)
        self.problems.hide()
        self.since = button("", "quiet")
        self.since.clicked.connect(self.versionsWanted)
        self.since.hide()
        work.printed.found.connect(self.show_since)
        self.passing = ElidedLabel()
        self._job: JobLine | None = None
        work.jobs.progressed.connect(self._show_job)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self.passing.setText(""))
        self.addWidget(self._left(), 1)
        self.addPermanentWidget(self._languages())

    @property
    def job(self) -> JobLine:
        """The line of the work in progress, made with the first."""
        if self._job is None:
            self._job = JobLine(self.work)
            self.insertPermanentWidget(1, self._job)
        return self._job

    def _show_job(self) -> None:
        self.job.refresh()

    def _left(self) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(14, 2, 0, 2)
        layout.setSpacing(18)
        for part in (self.saved, self.counts, self.problems, self.since):
            layout.addWidget(part)
        layout.addWidget(self.passing, 1)
        return holder

    def _languages(self) -> QWidget:
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.setSpacing(0)
        for number, tag in enumerate(sorted(interface_languages(), reverse=True)):
            if number:
                layout.addWidget(label("|"))
            layout.addWidget(self._language(tag))
        return holder

    def _language(self, tag: str) -> QPushButton:
        made = button(language_name(tag), "language")
        made.setCheckable(True)
        made.setChecked(tag == self.work.words.language)
        made.setAccessibleName(self.work.words("Interface in {name}", name=language_name(tag)))
        made.clicked.connect(lambda: self.languagePicked.emit(tag))
        return made

    def refresh(self) -> None:
        """Show when the last step was saved, and what there is."""
        words, desk = self.work.words, self.work.desk
        last = next(iter(desk.history(1)), None)
        if desk.read_only:
            self.saved.setText(words("Read only"))
            relook(self.saved, "warning")
        else:
            at = moment(last.at, words) if last else ""
            self.saved.setText(words("Saved {at}", at=at) if at else words("Saved"))
        self.counts.setText(self._counts())

    def _counts(self) -> str:
        dossier, words = self.work.dossier, self.work.words
        if dossier is None:
            return ""
        people = sum(heads.count for heads in dossier.heads)
        counts = (
            words.plural("{count} session", "{count} sessions", len(dossier.sessions)),
            words.plural("{count} room", "{count} rooms", len(dossier.rooms)),
            words.plural("{count} participant", "{count} participants", people),
        )
        return " · ".join(counts)

    def show_problems(self, count: int) -> None:
        """Show how many problems the checks found."""
        words = self.work.words
        self.problems.setVisible(self.work.dossier is not None)
        self.problems.setText(
            words.plural("{count} problem", "{count} problems", count)
            if count
            else words("No problems")
        )

    def show_since(self) -> None:
        """Show what changed since the version that was printed last."""
        since, words = self.work.printed.since, self.work.words
        self.since.setVisible(since is not None)
        if since is None:
            return
        count = words.plural("{count} change since", "{count} changes since", since.changes)
        name = since.name if len(since.name) <= NAME else f"{since.name[: NAME - 1]}…"
        said = words("“{version}” printed", version=name)
        if not since.printed:
            said = words("“{version}” published", version=name)
        self.since.setToolTip(tip(since.name) if name != since.name else "")
        self.since.setText(plain(f"{said}, {count}" if since.changes else said))

    def show_line(self, text: str) -> None:
        """Show something in passing."""
        self.passing.setText(text)
        self._timer.start(PASSING)


class JobLine(QWidget):
    """What is being worked on, how far it is, and a button to stop it."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self.text = label()
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(work.words("Progress"))
        self.stop = button(work.words("Cancel"), "quiet")
        self.stop.clicked.connect(work.jobs.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(8)
        for part in (self.text, self.bar, self.stop):
            layout.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Show the work in progress; nothing while there is none."""
        job = self.work.jobs.current
        self.setVisible(job is not None)
        if job is None:
            return
        self.text.setText(job.title)
        self.bar.setRange(0, 0 if job.share is None else 1000)
        if job.share is not None:
            self.bar.setValue(round(job.share * 1000))
