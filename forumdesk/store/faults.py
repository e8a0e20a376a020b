# SPDX-License-Identifier: MIT
"""What can be wrong with a forum file or its disk, each said in a sentence of its own."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_


class FileError(ForumDeskError):
    """A forum file can't be opened, read or written."""


class FileMissingError(FileError):
    """There is no file of this name."""


class NotAForumFileError(FileError):
    """Something else: a text, an archive, a folder, another program's database."""


class ForeignContentError(FileError):
    """A forum file with triggers, views or other things in it that are not ours."""


class NewerFormatError(FileError):
    """Made by a newer ForumDesk."""


class DamagedFileError(FileError):
    """A forum file that can't be trusted: cut off, empty, overwritten in part."""


class FileInUseError(FileError):
    """Somebody else has the file open."""


class ReadOnlyFileError(FileError):
    """The file can be read but not changed."""


class FileMovedError(FileError):
    """The file was deleted, renamed or replaced while it was open."""


class StorageFullError(FileError):
    """No space left where the file lies."""


class StorageFailedError(FileError):
    """The disk did not do what it was asked."""


def refusal(error: sqlite3.Error, path: Path) -> Exception:
    """What to raise for an error of SQLite; the error itself where it is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return _without_code(error, path)
    if code in (sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER):
        return ForumDeskError(
            N_("Something else still needs this, or it needs something that is not there.")
        )
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
    if "malformed JSON" in str(error):
        return damaged(path, error)
    found = _BY_CODE.get(code & 0xFF)
    return error if found is None else found[0](found[1], path=str(path))


def _without_code(error: sqlite3.Error, path: Path) -> Exception:
    if "closed database" in str(error):
        return FileError(N_("{path} was closed; this was not done."), path=str(path))
    if isinstance(error, sqlite3.OperationalError):  # "Could not decode to UTF-8 column …"
        return damaged(path, error)
    return error


def damaged(path: Path, why: object) -> DamagedFileError:
    """The error for content that can't be read."""
    return DamagedFileError(
        N_("{path} is damaged ({why}). Nothing was changed; a backup can be restored."),
        path=str(path),
        why=str(why),
    )


def moved(path: Path) -> FileMovedError:
    """The error for a file that is no longer where it was opened."""
    return FileMovedError(
        N_(
            "{path} was deleted, renamed or replaced by another program. "
            "Everything up to the last change is still here: save a copy."
        ),
        path=str(path),
    )


_BY_CODE: dict[int, tuple[type[FileError], str]] = {
    sqlite3.SQLITE_FULL: (
        StorageFullError,
        N_(
            "There is no space left for {path}. This change was not made; everything before it "
            "is safe. Make some space and try again."
        ),
    ),
    sqlite3.SQLITE_IOERR: (
        StorageFailedError,
        N_(
            "The disk refused to write {path}. This change was not made; everything before it "
            "is safe. Try again, or save a copy somewhere else."
        ),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        StorageFailedError,
        N_("{path} can't be opened where it lies. Nothing was changed."),
    ),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyFileError,
        N_("{path} is read-only. This change was not made; save a copy to work on."),
    ),
    sqlite3.SQLITE_BUSY: (
        FileInUseError,
        N_("{path} is in use by another program. Nothing was changed."),
    ),
    sqlite3.SQLITE_CORRUPT: (
        DamagedFileError,
        N_("{path} is damaged. This was not done; a backup can be restored."),
    ),
    sqlite3.SQLITE_NOTADB: (
        DamagedFileError,
        N_("{path} is damaged. This was not done; a backup can be restored."),
    ),
    sqlite3.SQLITE_INTERRUPT: (
        DamagedFileError,
        N_("Reading {path} takes too long; its content can't be trusted. Nothing was changed."),
    ),
    sqlite3.SQLITE_TOOBIG: (FileError, N_("This is too large to be kept in {path}.")),
}


class UndecodableError(Exception):
    """A row that is no record: what stands in it can't have been written by this program."""


@contextmanager
def told_of_sqlite(path: Path) -> Iterator[None]:
    """Errors of SQLite inside this block, said as errors of the file; not those of a caller."""
    try:
        yield
    except sqlite3.Error as error:
        raise refusal(error, path) from error
    except UndecodableError as error:
        raise damaged(path, error) from error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Errors of SQLite, of the disk and of the content, said as errors of the file."""
    try:
        with told_of_sqlite(path):
            yield
    except UnicodeDecodeError as error:  # in a message of SQLite about something damaged
        raise damaged(path, "UTF-8") from error
    except OSError as error:
        raise disk_refused(path, error) from error


def disk_refused(path: Path, error: OSError) -> FileError:
    """The error for a file that the disk would not read or write."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageFullError(_BY_CODE[sqlite3.SQLITE_FULL][1], path=str(path))
    return StorageFailedError(
        N_("{path} could not be read or written: {why}. Nothing else was changed."),
        path=str(path),
        why=error.strerror or str(error),
    )
