# SPDX-License-Identifier: MIT
"""Care for the file itself: what is said when it is only read or has moved, copies and backups."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_
from forumdesk.store.faults import FileError, FileMovedError
from forumdesk.ui.background import Background
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from forumdesk.store.backups import Snapshot

EVERY = 20 * 60 * 1000  # milliseconds between backups while working
WHY = N_("This file can only be read. {why}")


class Care(QObject):
    """Watches over the file of one window."""

    def __init__(self, work: Workspace) -> None:
        super().__init__(work)
        self.work = work
        self._finishing: Background | None = None
        self._sharing: Background | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.back_up)
        work.refused.connect(self.refused)
        work.painted.connect(self._tell_due)
        if not work.desk.read_only:
            self._timer.start()

    def say(self) -> None:
        """Say what there is to say of the file: only read, or mended."""
        work = self.work
        if work.desk.read_only:
            work.messages.show(said_anew(self._only_read))
        if work.desk.recovered:
            text = N_(
                "ForumDesk ended unexpectedly the last time. "
                "Everything up to the last step is here."
            )
            work.messages.show(said_anew(lambda: Banner("recovered", work.words(text))))

    def _only_read(self) -> Banner:
        words, desk = self.work.words, self.work.desk
        text = words(WHY, why=words(desk.why_read_only))
        offer = (words("Save a copy…"), self.save_copy)
        return Banner("read-only", text, "warning", (offer,), lasting=True)

    def _tell_due(self) -> None:
        """Look, once the window is seen, whether people are to be reviewed."""
        desk = self.work.desk
        if not desk.read_only and desk.people_due(desk.now().astimezone().date()):
            from forumdesk.ui.retention import tell_due  # noqa: PLC0415 - there seldom are

            tell_due(self.work)

    def refused(self, error: ForumDeskError) -> None:
        """A request was refused because of the file: offer a copy where that helps."""
        if isinstance(error, FileError):
            tone = "danger" if isinstance(error, FileMovedError) else "warning"

            def banner() -> Banner:
                words = self.work.words
                offer = (words("Save a copy…"), self.save_copy)
                return Banner("refused", error.said(words), tone, (offer,))

            self.work.messages.show(said_anew(banner))

    def save_copy(self) -> Path | None:
        """Write everything to another file of the user's choice, and open it."""
        work, words = self.work, self.work.words
        name = words("{name} copy", name=work.desk.path.stem) + work.desk.path.suffix
        path = work.messages.save_path(
            words("Save a copy"), work.desk.path.with_name(name), words("Forum files (*.forum)")
        )
        if path is None:
            return None
        try:
            path.unlink(missing_ok=True)  # the dialog asked whether it may be replaced
            work.desk.save_copy(path)
        except (ForumDeskError, OSError) as error:
            self._not_written(error)
            return None
        work.messages.tell(words("Saved a copy as {name}.", name=path.name))
        self.work.desktop.open_file(path)
        return path

    def share_copy(self) -> None:
        """Write a copy to give away to a file of the user's choice."""
        work, words = self.work, self.work.words
        name = words("{name} to share", name=work.desk.path.stem) + work.desk.path.suffix
        path = work.messages.save_path(
            words("Save a copy to share"),
            work.desk.path.with_name(name),
            words("Forum files (*.forum)"),
        )
        if path is None:
            return
        try:
            path.unlink(missing_ok=True)  # the dialog asked whether it may be replaced
            sharing = work.desk.share(path)
        except (ForumDeskError, OSError) as error:
            self._not_written(error)
            return
        self._sharing = Background(sharing.finish, self)
        self._sharing.finished.connect(lambda _: self._shared(path.name))
        self._sharing.failed.connect(self._failed)
        self._sharing.start()

    def _shared(self, name: str) -> None:
        self._sharing = None
        text = N_("Saved {name} to share: without history, contacts, diet, access needs and notes.")
        self.work.messages.show(
            said_anew(lambda: Banner("shared", self.work.words(text, name=name)))
        )

    def _not_written(self, error: ForumDeskError | OSError) -> None:
        if isinstance(error, OSError):
            why = error.strerror or type(error).__name__
            error = ForumDeskError(N_("The copy was not written: {why}."), why=why)
        self.work.messages.refuse(error)

    def back_up(self) -> None:
        """Keep a backup if anything changed since the last; checking it takes another thread."""
        if self._finishing is not None or self.work.jobs.writing:
            return
        try:
            taken = self.work.desk.snapshot()
        except ForumDeskError as error:
            self.work.messages.refuse(error)
            return
        if taken is not None:
            self._finish(taken)

    def back_up_now(self) -> None:
        """Keep a backup because the user asks for it, and say so."""
        made, backup = self.work.done(type(self.work.desk).backup)
        if made and backup is not None:
            self.work.messages.tell(self.work.words("A backup is kept."))

    def _finish(self, taken: Snapshot) -> None:
        self._finishing = Background(taken.finish, self)
        self._finishing.finished.connect(self._finished)
        self._finishing.failed.connect(self._failed)
        self._finishing.start()

    def _finished(self) -> None:
        self._finishing = None

    def _failed(self, error: Exception) -> None:
        self._finishing = self._sharing = None
        if not isinstance(error, ForumDeskError):
            raise error
        self.work.messages.refuse(error)

    def close(self) -> None:
        """Stop, before the file is closed."""
        self._timer.stop()
        for running in (self._finishing, self._sharing):
            if running is not None:
                running.wait()
        self._finishing = self._sharing = None
