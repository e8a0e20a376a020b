# SPDX-License-Identifier: MIT
"""A SHA-256 over the rows of a database: SQLite's own checks don't see a flipped bit in a text."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from forumdesk.store.connection import complaints, reader
from forumdesk.store.faults import damaged, told
from forumdesk.store.records import quoted


def digest(connection: sqlite3.Connection) -> str:
    """SHA-256 (hex) over every row of every table but ``backup``, and the schema."""
    found = hashlib.sha256()
    schema = connection.execute(
        "SELECT name, sql, type FROM sqlite_schema WHERE name <> 'backup' AND sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_stat%' ORDER BY name"
    ).fetchall()
    for name, sql, kind in schema:
        found.update(f"{name}\n{sql}\n".encode())
        if kind == "table":
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({quoted([name])})")]
            values = " || ',' || ".join(f"quote({quoted([column])})" for column in columns)
            for (row,) in connection.execute(f"SELECT {values} FROM {quoted([name])} ORDER BY 1"):
                found.update(row.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def differs(connection: sqlite3.Connection) -> bool:
    """Whether a backup's rows are not those it was made with."""
    row = connection.execute("SELECT value FROM backup WHERE name = 'digest'").fetchone()
    return row is None or row[0] != digest(connection)


def must_be_sound(path: Path, named: Path) -> None:
    """Check a backup in full; raises ``DamagedFileError``, which calls it ``named``."""
    with told(named), closing(reader(path)) as connection:
        if found := complaints(connection, "integrity_check", 1):
            raise damaged(named, found[0])
        if connection.execute("PRAGMA foreign_key_check").fetchone() or differs(connection):
            raise damaged(named, "SHA-256")
