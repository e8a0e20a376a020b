# SPDX-License-Identifier: MIT
"""The schema, one numbered SQL file a format, applied through sqlite-utils' migrations."""

from __future__ import annotations

from importlib.resources import files

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x466F7244  # "ForD"

migrations = Migrations("forumdesk")


def _run(db: Database, number: int) -> None:
    script = files("forumdesk.store").joinpath("schema", f"{number:03}.sql").read_text("utf-8")
    for statement in statements(script):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {number}")


def statements(script: str) -> list[str]:
    """The single statements of a script (``executescript`` would end the transaction)."""
    lines = (line for line in script.splitlines() if not line.lstrip().startswith("--"))
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip(" ;\n")]


@migrations()
def schema_1(db: Database) -> None:
    """The first schema."""
    _run(db, 1)


def names(of: Migrations) -> list[str]:
    """The names of a set's migrations, in order; the one at ``n`` makes format ``n + 1``."""
    return [migration.name for migration in of.pending(Database(memory=True))]


FORMAT = len(names(migrations))  # the newest format; equals PRAGMA user_version
