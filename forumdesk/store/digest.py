# SPDX-License-Identifier: MIT
"""A SHA-256 over the rows of a database: SQLite's own checks don't see a flipped bit in a text."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from forumdesk.store.connection import complaints
from forumdesk.store.faults import damaged
from forumdesk.store.records import quoted
from forumdesk.store.schema_check import is_backup


def digest(connection: sqlite3.Connection) -> str:
    """SHA-256 (hex) over every row of every table but ``backup``, and the schema."""
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and opening a file needs none

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


def check_sound(connection: sqlite3.Connection, path: Path) -> None:
    """Check a backup, or any forum file, in full; raises ``DamagedFileError``."""
    if found := complaints(connection, "integrity_check", 1):
        raise damaged(path, found[0])
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path, "foreign_key_check")
    if is_backup(connection) and differs(connection):
        raise damaged(path, "SHA-256")
