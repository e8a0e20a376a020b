# SPDX-License-Identifier: MIT
"""Whether a file's schema is ours: nothing missing, nothing foreign that could run."""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from pathlib import Path

from forumdesk.domain.words import N_
from forumdesk.store.faults import ForeignContentError, damaged
from forumdesk.store.gate import newer
from forumdesk.store.migrations import APPLIED, FORMATS, Formats, applied

# What a backup has besides the tables of a forum file; see ``backups``.
BACKUP_TABLES = (
    "CREATE TABLE backup (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT",
    "CREATE TABLE dump (name TEXT PRIMARY KEY NOT NULL, json TEXT NOT NULL) STRICT",
)
_EXTRA = frozenset(("table", sql.split()[2], sql) for sql in BACKUP_TABLES)
Schema = frozenset[tuple[str, str, str]]
# What the scripts come to; written by ``python -m tests.store.golden``.
WHOLE = Path(__file__).parent / "schema" / "whole.json"
# Its wording may differ between the library's releases.
_LIBRARYS: Schema = frozenset(
    {("table", APPLIED, ""), ("index", f"idx_{APPLIED}_migration_set_name", "")}
)


def schema_of(connection: sqlite3.Connection) -> Schema:
    """Kind, name and definition of everything in a schema that is defined by words."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return frozenset(
        (kind, name, _wording(kind, table, sql))
        for kind, name, table, sql in rows
        if sql and not (kind == "table" and name.startswith("sqlite_stat"))
    )


def _wording(kind: str, table: str, sql: str) -> str:
    if table == APPLIED and kind in ("table", "index") and " AS (" not in sql.upper():
        return ""
    return " ".join(sql.split())


@cache
def expected(formats: Formats, version: int) -> Schema:
    """The schema of a format, as its scripts make it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for _, make in formats[:version]:
            make(connection)
        return schema_of(connection) | _LIBRARYS
    finally:
        connection.close()


def _written() -> Schema:
    """The newest schema, written down: to make it takes longer than the rest of opening a file."""
    whole = json.loads(WHOLE.read_text("utf-8"))
    return frozenset((kind, name, sql) for kind, name, sql in whole)


def check_schema(connection: sqlite3.Connection, path: Path, formats: Formats) -> int:
    """The format of the file; raises a ``FileError`` if its schema is not that of the format."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    known = [name for name, _ in formats]
    if version > len(known):
        raise newer(path)
    # Looked at before anything is read from the tables: a view or a generated column may run.
    found = schema_of(connection) - _EXTRA
    as_written = formats[:version] == FORMATS and found == _written()
    wanted = found if as_written else expected(formats, version)
    if foreign := found - wanted:
        kind, name, _ = min(foreign)
        raise ForeignContentError(
            N_(
                "{path} contains something that ForumDesk did not put there ({what}). "
                "It was not opened; nothing was changed."
            ),
            path=str(path),
            what=f"{kind} {name}",
        )
    if missing := wanted - found:
        kind, name, _ = min(missing)
        raise damaged(path, f"{kind} {name}")
    through = set(applied(connection))
    if through - set(known):
        raise newer(path)
    if through != set(known[:version]):
        raise damaged(path, APPLIED)
    return int(version)


def is_backup(connection: sqlite3.Connection) -> bool:
    """Whether the file says of itself that it is a backup."""
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'backup'").fetchone()
    return found is not None
