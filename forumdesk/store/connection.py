# SPDX-License-Identifier: MIT
"""Connections to SQLite as a forum file wants them: careful, alone, and never for ever."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from forumdesk.domain.words import N_
from forumdesk.store.faults import FileInUseError, told
from forumdesk.store.gate import journal_of

# In exclusive mode a commit cuts the journal to nothing in place of unlinking it, so that
# synchronous=EXTRA, which syncs the folder after the unlinking, would add nothing to FULL.
_PRAGMAS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "synchronous = FULL",
    "fullfsync = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "journal_size_limit = 0",
)
_PATIENCE = 0.5  # seconds for a look at what may be foreign
_CHECKING = 60.0  # seconds for a whole check
_OPERATIONS = 20_000  # of SQLite's virtual machine between two looks at the clock


def connect(path: Path) -> sqlite3.Connection:
    """Open a database for writing and take its lock for as long as the connection lives.

    An unfinished change is taken back; else nothing is written. Raises ``sqlite3.Error``, of
    code ``SQLITE_BUSY`` where somebody else has the file open.
    """
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=0.5)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        # First, so that a file in WAL mode never gets a shared-memory file beside it.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def keep_journal_beside(connection: sqlite3.Connection) -> None:
    """Use a rollback journal, whatever mode the file was left in."""
    (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    assert mode == "delete", mode


@contextmanager
def patience(connection: sqlite3.Connection, seconds: float = _PATIENCE) -> Iterator[None]:
    """Interrupt whatever takes longer than ``seconds`` in this block.

    Ctrl-C while SQLite asks for the time is an interruption for SQLite as well; it comes out of
    this block as what it was.
    """
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, _OPERATIONS)
    try:
        yield
    except sqlite3.OperationalError as error:
        interrupted = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT
        if interrupted and time.monotonic() <= until:
            raise KeyboardInterrupt from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


def complaints(connection: sqlite3.Connection, check: str, limit: int = 100) -> list[str]:
    """What ``quick_check`` or ``integrity_check`` finds wrong; empty if nothing."""
    with patience(connection, _CHECKING):
        rows = connection.execute(f"PRAGMA {check}({limit})").fetchall()
    return [str(row[0]) for row in rows if row[0] != "ok"]


def still_copy(path: Path, copy: Path) -> None:
    """Copy a database that another program may be writing to.

    Read twice: if both times are alike, the whole copy is what was there between the two, with
    the journal to take back a change that was under way. Must not be called for a file that
    this process has open (see ``gate.examine``).
    """
    beside, kept = journal_of(path), journal_of(copy)
    for _ in range(20):
        with told(path):
            kept.unlink(missing_ok=True)
            with suppress(FileNotFoundError):
                shutil.copyfile(beside, kept)
            shutil.copyfile(path, copy)
            if _alike(path, copy) and _alike(beside, kept):
                return
        time.sleep(0.05)
    raise FileInUseError(
        N_("{path} is being changed all the time. Nothing was read; try again."), path=str(path)
    )


def _alike(one: Path, other: Path) -> bool:
    import filecmp  # noqa: PLC0415 - only for copies

    filecmp.clear_cache()
    if not one.exists() or not other.exists():
        return one.exists() == other.exists()
    return filecmp.cmp(one, other, shallow=False)


def copy_into(connection: sqlite3.Connection, path: Path) -> None:
    """Write a database's present content to a new file, through SQLite's backup."""
    with closing(bare(path, "rwc")) as target:
        connection.backup(target)


def bare(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """A connection to a file nobody else knows of yet, which is synced when it is finished."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)
    connection.isolation_level = None
    for pragma in ("trusted_schema = OFF", "journal_mode = MEMORY", "synchronous = OFF"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def reader(path: Path) -> sqlite3.Connection:
    """A connection that leaves no trace of its reading; for files that nobody writes to."""
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection
