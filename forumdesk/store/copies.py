# SPDX-License-Identifier: MIT
"""Whole files: copies to work on, and backups put back. Nothing is ever written over."""

from __future__ import annotations

import glob
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_
from forumdesk.store import lock
from forumdesk.store.connection import bare, complaints, copy_into
from forumdesk.store.digest import check_sound
from forumdesk.store.faults import DamagedFileError, NotAForumFileError, damaged, told
from forumdesk.store.gate import examine, journal_of
from forumdesk.store.migrations import FORMATS, Formats
from forumdesk.store.opening import Gates, real

_ANY = 1 << 31  # a file of a later format than ours may be set aside, too


def free(path: Path) -> None:
    """Raise ``ForumDeskError`` if there is a file of that name."""
    if path.exists():
        raise ForumDeskError(N_("{path} exists already; nothing was written."), path=str(path))


@contextmanager
def cleared(part: Path, *, always: bool = True) -> Iterator[None]:
    """Take away an unfinished file, and what SQLite kept beside it, if this block fails."""
    done = False
    try:
        yield
        done = True
    finally:
        if always or not done:
            for path in (part, journal_of(part)):
                with suppress(OSError):
                    path.unlink(missing_ok=True)


def publish(part: Path, target: Path) -> None:
    """Give a finished file its name, once its bytes are on the disk."""
    _sync(part, os.O_RDWR)
    os.replace(part, target)
    if os.name == "posix":  # elsewhere a folder can't be opened, and need not be
        _sync(target.parent, os.O_RDONLY)


def _sync(path: Path, mode: int) -> None:
    handle = os.open(path, mode)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def save_copy(connection: sqlite3.Connection, path: Path, *, history: bool) -> None:
    """Write a database's content to a new forum file; raises ``ForumDeskError`` if it can't."""
    free(path)
    part = path.with_name(f".{path.name}.part")
    with told(path), cleared(part):
        copy_into(connection, part)
        with closing(bare(part)) as copy:
            make_plain(copy)
            if not history:
                copy.execute("DELETE FROM journal_change")
                copy.execute("DELETE FROM journal_step")
                shrink(copy)
            if found := complaints(copy, "integrity_check", 1):
                raise damaged(path, found[0])
        publish(part, path)


def shrink(connection: sqlite3.Connection) -> None:
    """Write the file anew without free pages, in which removed rows could be read."""
    # VACUUM attaches its new file as a second database.
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    try:
        connection.execute("VACUUM")
    finally:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def restore(backup: Path, onto: Path, formats: Formats = FORMATS) -> Path | None:
    """Put a backup, or a copy, in the place of a file; gives where that file is kept now, if any.

    Raises a ``FileError`` and leaves all as it was if the backup is not sound, or somebody has
    the file open.
    """
    onto = real(onto)
    if not onto.is_file():
        free(onto)  # a folder or a device is not put aside like a file
    source = Gates(formats, lambda _: None).private(real(backup))
    try:
        with told(backup):
            check_sound(source.connection, backup)
        part = onto.with_name(f".{onto.name}.part")
        with told(onto), cleared(part):
            copy_into(source.connection, part)
            with closing(bare(part)) as copy:
                make_plain(copy)
            kept = _set_aside(onto)
            publish(part, onto)
    finally:
        source.close()
    return kept


def kept_aside(path: Path) -> list[Path]:
    """The files that were put aside when a backup took the place of this one, and stand there."""
    names = f"{glob.escape(path.stem)} (before restoring *){glob.escape(path.suffix)}"
    # One that is open is left alone: reading it here would drop this program's own locks on it.
    return [p for p in sorted(path.parent.glob(names)) if lock.holder_of(p) is None]


def make_plain(connection: sqlite3.Connection) -> None:
    """Make a backup a forum file again."""
    for name in ("backup", "dump"):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    connection.execute("VACUUM")


def _set_aside(path: Path) -> Path | None:
    if not path.exists():
        # A journal without its file would be taken for that of the restored one.
        journal_of(path).unlink(missing_ok=True)
        return None
    _nobody_has(path)
    numbers = iter(range(1, 1_000_000))
    names = (path.with_name(f"{path.stem} (before restoring {n}){path.suffix}") for n in numbers)
    aside = next(name for name in names if not name.exists())
    if journal_of(path).exists():
        os.replace(journal_of(path), journal_of(aside))
    os.replace(path, aside)
    return aside


def _nobody_has(path: Path) -> None:
    holder = lock.holder_of(path)
    if holder is not None and (holder.is_me or not holder.is_here):
        raise lock.in_use(path, holder)
    # What is damaged can't be locked, and need not be: nobody can have it open either. Nor may
    # SQLite touch it: what is kept aside is what there was.
    with suppress(DamagedFileError, NotAForumFileError):
        examine(path, newest=_ANY)
        lock.locked(path, holder).close()
    lock.side_file(path).unlink(missing_ok=True)
