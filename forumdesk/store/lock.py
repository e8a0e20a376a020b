# SPDX-License-Identifier: MIT
"""Who has a forum file open.

SQLite's own lock keeps others out. The side file beside the document only says who it is, and
is gone when the document is closed; one that is left over means that the program ended without
closing. The side file of another computer is believed, because locks of a shared folder may not
reach there.
"""

from __future__ import annotations

import getpass
import json
import os
import sqlite3
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.store.connection import connect
from forumdesk.store.faults import FileInUseError, told

_THIS_RUN = os.urandom(8).hex()  # tells this run of the program from one of the same pid

_MOST = 1 << 16  # bytes of a side file that are read


@frozen
class Holder:
    """Who has a file open: login name, computer, process, since when (UTC, ISO 8601)."""

    name: str
    host: str
    pid: int
    since: str
    run: str

    @classmethod
    def me(cls, since: datetime) -> Holder:
        """This process."""
        return cls(_login(), _computer(), os.getpid(), since.isoformat(), _THIS_RUN)

    @property
    def is_me(self) -> bool:
        """Whether it is this very process."""
        return (self.run, self.pid) == (_THIS_RUN, os.getpid())

    @property
    def is_here(self) -> bool:
        """Whether it is on this computer."""
        return self.host == _computer()


def _computer() -> str:
    if os.name == "posix":
        return os.uname().nodename
    import socket  # noqa: PLC0415 - it takes longer to load than the file to open

    return socket.gethostname()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no entry for this user, as in a container
        return "?"


def side_file(path: Path) -> Path:
    """The file beside a document that says who has it open."""
    return path.with_name(f".{path.name}.lock")


def holder_of(path: Path) -> Holder | None:
    """Who is said to have a file open; ``None`` if nobody, or nobody that can be read."""
    side = side_file(path)
    with suppress(OSError, ValueError, TypeError):
        if side.is_file():  # a pipe would be waited for, a device read without end
            with side.open("rb") as file:
                return Holder(**json.loads(file.read(_MOST)))
    return None


def claim(path: Path, since: datetime) -> None:
    """Write down that this process has the file open."""
    said = json.dumps(asdict(Holder.me(since)))
    with told(side_file(path)):
        try:
            side_file(path).write_text(said, "utf-8")
        except OSError:  # a full disk leaves an empty file
            side_file(path).unlink(missing_ok=True)
            raise


def release(path: Path) -> None:
    """Take the side file away, unless it is somebody else's by now."""
    holder = holder_of(path)
    if holder is None or holder.is_me:
        with suppress(OSError):  # a folder that is gone needs no tidying
            side_file(path).unlink(missing_ok=True)


def locked(path: Path, holder: Holder | None) -> sqlite3.Connection:
    """A connection that has the file's lock; raises a ``FileError`` if it can't be had."""
    with told(path):
        try:
            return connect(path)
        except sqlite3.Error as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY:
                raise in_use(path, holder) from error
            raise


def in_use(path: Path, holder: Holder | None) -> FileInUseError:
    """The error for a file that somebody else has open."""
    if holder is None:
        return FileInUseError(
            N_(
                "{path} is open in another program. "
                "Close it there, or open it here for reading only, or as a copy."
            ),
            path=str(path),
        )
    if holder.is_me:
        return FileInUseError(N_("{path} is open in this program already."), path=str(path))
    return FileInUseError(
        N_(
            "{path} is open on {host} by {name} since {since}. "
            "Close it there, or open it here for reading only, or as a copy."
        ),
        path=str(path),
        host=holder.host,
        name=holder.name,
        since=holder.since[:16].replace("T", " ") + " UTC",
    )
