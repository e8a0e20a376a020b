# SPDX-License-Identifier: MIT
"""One open forum file as the parts of its window share it: reading, doing, saying, going."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import ForumDeskError, News, Problem, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.reading import dossier, dossier_in_pieces
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.background import Background
from forumdesk.ui.bridge import Bridge
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.jobs import Jobs
from forumdesk.ui.messages import Messages
from forumdesk.ui.printed import PrintedSheets

if TYPE_CHECKING:
    from forumdesk.domain.checks.incremental import Findings
    from forumdesk.ui.sheets.press import Press

P = ParamSpec("P")
R = TypeVar("R")
AT_ONCE = 100  # sessions: an edition with more takes a moment to read
CHECK_AFTER = 30  # milliseconds after a step, so that a quick run of steps is checked once


class Workspace(QObject):
    """What pages, panels and the frame are given.

    - ``desk`` is the open file, ``words`` the interface language, ``look`` colours and icons;
    - ``dossier`` is the edition shown, read once and again after each step; ``findings`` are
      those of the checks on it, as it was when they last looked;
    - ``run`` does an intention (a service) and says in place why if it is refused;
    - ``printed`` knows which printed sheets are stale;
    - ``messages`` and ``jobs`` are the window's, ``settings``, ``paper`` (the paper worker) and
      ``desktop`` the program's.

    Signals: ``changed`` (``News``) after every step, undo and redo; ``editionShown`` when
    another edition is shown; ``problemsFound`` when ``problems`` are those of the edition as it
    is now, a moment after a step; ``wanted`` (``Subject``) when somebody asks to be taken
    to a record; ``refused`` (``ForumDeskError``) after a refusal was said; ``painted`` when the
    window was painted for the first time: what is not seen at once waits for it.
    """

    changed = Signal(object)
    editionShown = Signal()
    problemsFound = Signal()
    wanted = Signal(object)
    refused = Signal(object)
    painted = Signal()

    def __init__(self, desk: ForumFile, desktop: Desktop, messages: Messages) -> None:
        super().__init__()
        self.desk, self.messages, self.desktop = desk, messages, desktop
        self.paper = desktop.paper
        self.look, self.settings, self.words = desktop.look, desktop.settings, desktop.words
        self._desktop = desktop
        self.jobs = Jobs(self)
        self.bridge = Bridge(desk, self)
        self.bridge.changed.connect(self._hear)
        self._edition = ""
        self._dossier: Dossier | None = None
        self._ready: Dossier | None = None  # read before it is shown
        self._steps = 0  # done since the file was opened
        self.findings: Findings | None = None
        self.problems: tuple[Problem, ...] = ()
        self._checking = QTimer(self)
        self._checking.setSingleShot(True)
        self._checking.setInterval(CHECK_AFTER)
        self._checking.timeout.connect(self._check_aside)
        self._checks: Background | None = None
        self._seen = False
        self.painted.connect(self._look_at_first)
        self.printed = PrintedSheets(self)

    @property
    def press(self) -> Press:
        """The press that sets and draws paper."""
        return self._desktop.press

    @property
    def folder(self) -> Path:
        """Where something was written last, while that is there; else where the file lies."""
        beside = self.desk.path.parent
        last = Path(self.settings.choices.folder or beside)
        return last if last.is_dir() else beside

    @property
    def editable(self) -> bool:
        """Whether the file may be changed: not if it is only read, nor while a job writes."""
        return not self.desk.read_only and not self.jobs.writing

    @property
    def edition(self) -> str:
        """The id of the edition shown; ``""`` while there is none."""
        return self._edition

    @property
    def dossier(self) -> Dossier | None:
        """The edition shown with all that is in it; ``None`` while there is none."""
        if self._dossier is None and self._edition:
            self._dossier = dossier(self.desk, self._edition)
        return self._dossier

    def show_edition(self, id: str) -> None:
        """Show another edition (``""``: none)."""
        if id != self._edition:
            ready, self._ready = self._ready, None
            self._edition = id
            self._dossier = ready if ready is not None and ready.edition.id == id else None
            if self._seen:
                self._checking.start()
            self.editionShown.emit()

    def reading(self, id: str) -> Iterator[None]:
        """Read an edition that is to be shown: a large one in pieces."""
        self._ready, steps = None, self._steps
        if self.desk.count(Session, edition=id) > AT_ONCE:
            found = yield from dossier_in_pieces(self.desk, id)
            if steps == self._steps:  # else it may be old
                self._ready = found

    def _look_at_first(self) -> None:
        """The checks wait for the first paint, however long that takes."""
        self._seen = True
        self._checking.start()

    def check(self) -> None:
        """Let the checks look at the edition now, and wait for them."""
        self._forget_checks()
        shown = self.dossier
        self._found(_checked(self.findings, shown) if shown else None)

    def _check_aside(self) -> None:
        """Let the checks look at the edition in a thread; a later look replaces this one."""
        self._forget_checks()
        shown = self.dossier
        if shown is None:
            self._found(None)
            return
        known = self.findings
        self._checks = Background(lambda: _checked(known, shown), self)
        self._checks.finished.connect(self._found)
        self._checks.failed.connect(_raise)
        self._checks.start()

    def _found(self, findings: Findings | None) -> None:
        self.findings = findings
        self.problems = findings.problems if findings else ()
        self.problemsFound.emit()

    def _forget_checks(self) -> None:
        self._checking.stop()
        if self._checks is not None:
            self._checks.drop()
            self._checks = None

    def close(self) -> None:
        """Listen to the file no more, before it is closed."""
        if self._checks is not None:
            self._checks.drop()
            self._checks.wait()
        self._forget_checks()
        self.printed.close()
        self.bridge.leave()

    def run(
        self, service: Callable[Concatenate[Any, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Do what the user asked: ``run(move_session, id, starts=…)`` calls it on the desk.

        A refusal is said in place, and ``None`` given back; so it is for a service that gives
        back nothing. Whoever must know asks ``done`` instead.
        """
        return self.done(service, *args, **kwargs)[1]

    def done(
        self, service: Callable[Concatenate[Any, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> tuple[bool, R | None]:
        """The same, telling whether it was done, and what it gave back."""
        if self.jobs.writing:
            self.messages.tell(self.words("Please wait until the work in progress is finished."))
            return False, None
        try:
            result = service(self.desk, *args, **kwargs)
        except ForumDeskError as error:
            self.messages.refuse(error)
            self.refused.emit(error)
            return False, None
        self.messages.clear("refused")
        return True, result

    def go(self, subject: Subject) -> None:
        """Ask to be taken to a record, on whatever page shows it."""
        self.wanted.emit(subject)

    def _hear(self, news: News) -> None:
        self._ready, self._steps = None, self._steps + 1
        if self._edition in news.changes.get(Edition, frozenset()) and not self._exists():
            self.show_edition("")
        elif self._dossier is not None:
            from forumdesk.domain.refreshing import refreshed  # noqa: PLC0415 - with the first step

            self._dossier = refreshed(self.desk, self._dossier, news)
        self._checking.start()
        self.changed.emit(news)

    def _exists(self) -> bool:
        return self.desk.count(Edition, id=self._edition) > 0


def _checked(known: Findings | None, shown: Dossier) -> Findings:
    """The findings on an edition, by looking again only at what changed since some are known."""
    from forumdesk.domain.checks.incremental import Findings  # noqa: PLC0415 - not at the start

    findings = known.after(shown) if known else Findings.of(shown)
    return findings.in_order()


def _raise(error: Exception) -> None:
    """A check that fails is our fault: let it be caught where faults are."""
    raise error
