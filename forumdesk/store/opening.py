# SPDX-License-Identifier: MIT
"""The gates a file passes before anything in it is used.

Header, whose it is, format, lock, taking back an unfinished change, schema, quick check; then,
with a verified backup kept, migration. A file refused at any gate is left as it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir

from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Phrase
from forumdesk.store import lock
from forumdesk.store.connection import (
    complaints,
    connect,
    keep_journal_beside,
    patience,
    still_copy,
)
from forumdesk.store.faults import FileError, ReadOnlyFileError, damaged, told
from forumdesk.store.gate import cold_journal, examine, hot_journal, journal_of
from forumdesk.store.migrations import Formats, applied, database, migrate
from forumdesk.store.schema_check import check_schema, is_backup

ASKED = N_("It was opened for reading only.")
NO_WRITING = N_("The file or its folder is read-only.")
A_BACKUP = N_("It is a backup: restore it, or save a copy to work on.")
_PRIVATE = "forumdesk-copy-"
Keep = Callable[[sqlite3.Connection], object]


@frozen
class Opened:
    """An open database that passed the gates.

    ``copy`` is the folder of the private copy that a read-only file is read from;
    ``read_only`` says why, ``recovered`` that an unfinished change was taken back, or that
    whoever had the file open before ended without closing it.
    """

    connection: sqlite3.Connection
    recovered: bool
    read_only: str = ""
    copy: TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Close it, and take the private copy away."""
        self.connection.close()
        if self.copy is not None:
            self.copy.cleanup()


@frozen
class Gates:
    """How files are opened: the formats known, and what keeps a backup before a migration."""

    formats: Formats
    keep: Keep

    def writable(self, path: Path, now: datetime, *, take_over: bool = False) -> Opened:
        """Open a file for writing, or for reading only where it can't be written to."""
        self._look(path)
        if not _can_write(path):
            return self.copied(path, NO_WRITING)
        connection, recovered = self._locked(path, now, take_over=take_over)
        try:
            with told(path):
                self._check(connection, path)
                backup = is_backup(connection)
                if not backup:
                    keep_journal_beside(connection)
                    self._migrate(connection, path, self.keep)
        except BaseException:
            connection.close()
            lock.release(path)
            raise
        if backup:
            connection.close()
            lock.release(path)
            return self.copied(path, A_BACKUP)
        return Opened(connection, recovered)

    def copied(self, path: Path, why: str = ASKED) -> Opened:
        """Open a private copy of a file, for reading only; the file itself is only read."""
        opened = self.private(path, why)
        try:
            with told(path):
                self._migrate(opened.connection, path, lambda _: None)
                opened.connection.execute("PRAGMA query_only = ON")
        except BaseException:
            opened.close()
            raise
        return opened

    def private(self, path: Path, why: str = ASKED) -> Opened:
        """Open a private copy of a file in the format it has."""
        self._look(path)
        folder = _private_folder()
        copy = Path(folder.name) / "copy.forum"
        try:
            recovered = hot_journal(path)
            still_copy(path, copy)
            with told(path):
                connection = connect(copy)
                try:
                    self._check(connection, path)
                except BaseException:
                    connection.close()
                    raise
        except BaseException:
            folder.cleanup()
            raise
        return Opened(connection, recovered, why, folder)

    def _look(self, path: Path) -> None:
        holder = lock.holder_of(path)
        if holder is not None and holder.is_me:
            raise lock.in_use(path, holder)
        examine(path, len(self.formats))

    def _locked(
        self, path: Path, now: datetime, *, take_over: bool
    ) -> tuple[sqlite3.Connection, bool]:
        holder = lock.holder_of(path)
        if holder is not None and not holder.is_here and not take_over:
            raise lock.in_use(path, holder)
        recovered = hot_journal(path) or lock.side_file(path).exists()
        cold = cold_journal(path)
        connection = lock.locked(path, holder)
        if cold is not None and cold == cold_journal(path):
            # Left over from a killed program, and not in use by this one: SQLite lets it lie.
            journal_of(path).unlink(missing_ok=True)
        try:
            lock.claim(path, now)
        except FileError:
            connection.close()
            raise
        return connection, recovered

    def _check(self, connection: sqlite3.Connection, path: Path) -> None:
        with patience(connection):
            check_schema(connection, path, self.formats)
        if found := complaints(connection, "quick_check", 1):
            raise damaged(path, found[0])

    def _migrate(self, connection: sqlite3.Connection, path: Path, keep: Keep) -> None:
        if len(applied(connection)) == len(self.formats):  # checked to be the same ones
            return
        keep(connection)
        try:
            with database(connection).atomic():
                migrate(connection, self.formats)
                check_schema(connection, path, self.formats)
        except (sqlite3.Error, FileError) as error:
            raise FileError(
                N_(
                    "{path} could not be brought to the present format ({why}). "
                    "It is as it was, and a backup was kept."
                ),
                path=str(path),
                why=str(error),
            ) from error


def _private_folder() -> TemporaryDirectory[str]:
    """A folder for a copy nobody else can read; those of killed programs are taken away."""
    mine = f"{_PRIVATE}{os.getpid()}-"
    for left in Path(gettempdir()).glob(f"{_PRIVATE}*-*"):
        number = left.name.removeprefix(_PRIVATE).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            rmtree(left, ignore_errors=True)  # somebody else's can't be, and need not be
    return TemporaryDirectory(prefix=mine)


def _is_running(pid: int) -> bool:
    if os.name != "posix":  # there a signal of 0 would end the process
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _can_write(path: Path) -> bool:
    """Whether the file can be opened for writing, and a file be made beside it."""
    try:
        os.close(os.open(path, os.O_RDWR))
        probe = path.with_name(f".{path.name}.try")
        probe.touch()
        probe.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def real(path: Path) -> Path:
    """The file a symbolic link points to: SQLite keeps its journal beside that one."""
    return path.resolve() if path.is_symlink() else path


def read_only(path: Path, why: str) -> ReadOnlyFileError:
    """The error for a change to a file that is open for reading only."""
    return ReadOnlyFileError(
        N_("{path} can't be changed. {why} Save a copy to work on."),
        path=str(path),
        why=Phrase.of(why),
    )
