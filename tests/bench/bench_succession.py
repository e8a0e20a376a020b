# SPDX-License-Identifier: MIT
"""The next edition of a very large conference against copying the same rows inside SQLite."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from forumdesk.domain.forum import Series
from forumdesk.services.succession import plan_edition, prepare_edition
from forumdesk.store.forumfile import ForumFile
from tests.bench import REAL_INPUT, Measure, in_turn
from tests.bench.bench_import import empty_file, imported

SOURCE = REAL_INPUT / "fosdem_2026.xml"
# The safety of a forum file, which nobody would want to be without.
_PRAGMAS = (
    *("foreign_keys = ON", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON"),
    *("journal_mode = DELETE", "locking_mode = EXCLUSIVE", "cell_size_check = ON"),
)
# What a next edition is made of, each after what it points to.
_TABLES = ("room", "track", "participation", "session", "session_room", "part")


def measures() -> Iterator[Measure]:
    """Time from an open file to the new edition in it; nothing without the real input."""
    if not SOURCE.is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        numbers = count()
        template = empty_file(Path(folder) / "template.forum")
        imported(template, SOURCE)

        def fresh() -> Path:
            path = Path(folder) / f"{next(numbers)}.forum"
            shutil.copyfile(template, path)
            return path

        ours, floor = in_turn(lambda: _prepared(fresh()), lambda: _copied(fresh()))
        yield Measure("next edition from FOSDEM", ours, floor, must=5, wants=3)


def _prepared(path: Path) -> None:
    with ForumFile.open(path) as desk:
        (series,) = desk.find(Series)
        for _ in prepare_edition(desk, plan_edition(desk, series.id)):
            pass


def _copied(path: Path) -> None:
    """The floor: the same rows copied inside the file, ids and all that points to them renamed."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for name in ("edition", *_TABLES):
        _copy(connection, name)
    connection.execute("COMMIT")
    connection.close()


def _copy(connection: sqlite3.Connection, name: str) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
    pointing = {row[3] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    renamed = {"id"} | pointing - {"series", "person", "organization", "predecessor"}
    values = ", ".join(f"'n' || \"{c}\"" if c in renamed else f'"{c}"' for c in columns)
    connection.execute(f"INSERT INTO {name} SELECT {values} FROM {name}")
