# SPDX-License-Identifier: MIT
"""The schema, one numbered SQL file a format, applied through sqlite-utils' migrations.

sqlite-utils is loaded only where something is written: it takes longer to load than everything
that is needed to look at a file.
"""

from __future__ import annotations

import importlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from forumdesk.store.records import quoted, tables

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x466F7244  # "ForD"
APPLIED = "_sqlite_migrations"  # the library's table of the migrations that were applied
_SET = "forumdesk"
_SCRIPTS = Path(__file__).parent / "schema"


class Format(NamedTuple):
    """A format of the file: the name of its migration, and what makes it of the one before."""

    name: str
    make: Callable[[sqlite3.Connection], object]


Formats = tuple[Format, ...]


def _run(connection: sqlite3.Connection, number: int) -> None:
    script = (_SCRIPTS / f"{number:03}.sql").read_text("utf-8")
    for statement in statements(script):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number}")


def statements(script: str) -> list[str]:
    """The single statements of a script (``executescript`` would end the transaction)."""
    lines = (line for line in script.splitlines() if not line.lstrip().startswith("--"))
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip(" ;\n")]


def schema_1(connection: sqlite3.Connection) -> None:
    """The first schema."""
    _run(connection, 1)


def schema_2(connection: sqlite3.Connection) -> None:
    """Planning: fixed points, follow-on sessions, changeovers, availability, the day itself."""
    _run(connection, 2)


def schema_3(connection: sqlite3.Connection) -> None:
    """People and lists: numbers, replies, quotas, precedence, cards, doubles, views."""
    _run(connection, 3)


def schema_4(connection: sqlite3.Connection) -> None:
    """The forum comes back: recurrence, predecessors, how agreements and commitments go on."""
    _run(connection, 4)


def schema_5(connection: sqlite3.Connection) -> None:
    """The handout pack: texts, seating, cars, terms, themes of one's own."""
    _run(connection, 5)


FORMATS: Formats = (
    Format("schema_1", schema_1),
    Format("schema_2", schema_2),
    Format("schema_3", schema_3),
    Format("schema_4", schema_4),
    Format("schema_5", schema_5),
)
FORMAT = len(FORMATS)  # the newest format; equals PRAGMA user_version


def applied(connection: sqlite3.Connection) -> list[str]:
    """The names of the migrations a file says it went through; empty where it says nothing."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (APPLIED,)).fetchone():
        return []
    query = f"SELECT name FROM {APPLIED} WHERE migration_set = ? ORDER BY rowid"
    return [name for (name,) in connection.execute(query, (_SET,))]


def migrate(connection: sqlite3.Connection, formats: Formats) -> None:
    """Bring a database to the newest format, all or nothing inside ``atomic``.

    What is found by and sorted by follows from the records, and is made anew at the end.
    """
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - see above

    migrations, db = Migrations(_SET), Database(connection)
    for name, make in formats:
        migrations(name=name)(_through(make))
    migrations.apply(db)
    _derive(connection)


def _derive(connection: sqlite3.Connection) -> None:
    for table in tables().values():
        if table.derived:
            settings = ", ".join(f'"{column}" = ?' for column in table.derived)
            rows = connection.execute(f"SELECT {quoted(table.columns)} FROM {table.name}")
            derived = (
                (*table.following(table.record(row)).values(), row[0]) for row in rows.fetchall()
            )
            connection.executemany(f"UPDATE {table.name} SET {settings} WHERE id = ?", derived)


def _through(make: Callable[[sqlite3.Connection], object]) -> Callable[..., None]:
    def run(db: object) -> None:
        make(db.conn)  # type: ignore[attr-defined]

    return run


def warm() -> None:
    """Load what the first step needs, ahead of it; from any thread."""
    importlib.import_module("sqlite_utils")


def database(connection: sqlite3.Connection) -> Database:
    """The connection as sqlite-utils has it."""
    from sqlite_utils import Database  # noqa: PLC0415 - see above

    return Database(connection)
