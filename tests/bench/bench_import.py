# SPDX-License-Identifier: MIT
"""The import of a very large schedule against parsing its XML and inserting the same rows."""

from __future__ import annotations

import sqlite3
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from forumdesk.domain.forum import Series
from forumdesk.domain.wording import Text
from forumdesk.exchange.schedule_xml import read
from forumdesk.services.importing import import_edition
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.records import tables
from tests.bench import REAL_INPUT, Measure, child_peak, in_turn

SOURCE = REAL_INPUT / "fosdem_2026.xml"
# The safety of a forum file, which nobody would want to be without.
_PRAGMAS = (
    *("foreign_keys = ON", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON"),
    *("journal_mode = DELETE", "locking_mode = EXCLUSIVE", "cell_size_check = ON"),
)
Rows = dict[str, list[tuple[Any, ...]]]

_PEAK_OURS = """
import sys
from pathlib import Path
from tests.bench.bench_import import empty_file, imported
imported(empty_file(Path(sys.argv[1])), Path(sys.argv[2]))
"""
_PEAK_FLOOR = """
import sys
import xml.etree.ElementTree as ET
import forumdesk.exchange.schedule_xml, forumdesk.services.importing, forumdesk.store.forumfile
tree = ET.parse(sys.argv[2])
"""


def measures() -> Iterator[Measure]:
    """Time and peak memory of the import; nothing where the file of real input isn't there."""
    if not SOURCE.is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        numbers = count()

        def path() -> Path:
            return Path(folder) / f"{next(numbers)}.forum"

        first = empty_file(path())
        imported(first, SOURCE)
        rows = _rows(first)
        ours, floor = in_turn(
            lambda: imported(empty_file(path()), SOURCE),
            lambda: _parsed_and_inserted(empty_file(path()), rows),
        )
        yield Measure("import of FOSDEM into a file", ours, floor, must=6, wants=3)
        peak = child_peak(_PEAK_OURS, str(path()), str(SOURCE))
        least = child_peak(_PEAK_FLOOR, str(path()), str(SOURCE))
        yield Measure("peak memory of that, to the parsed XML", peak, least, "MiB", must=3)


def empty_file(path: Path) -> Path:
    """A new forum file of one series."""
    with ForumFile.create(path) as desk, desk.step("New"):
        desk.put(Series(desk.new_id(), Text.of(en="Bench")))
    return path


def imported(path: Path, source: Path) -> None:
    """Import a schedule as a new edition."""
    with ForumFile.open(path) as desk:
        (series,) = desk.find(Series)
        for _ in import_edition(desk, series.id, read(source.read_bytes())):
            pass


def _rows(path: Path) -> Rows:
    """Every row of every table of records, in an order in which they can be inserted."""
    connection = sqlite3.connect(path)
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables()}
    connection.close()
    return rows


def _parsed_and_inserted(path: Path, rows: Rows) -> None:
    """The floor: parse the XML, insert the rows that an import makes of it, commit."""
    ET.parse(SOURCE)
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for name, values in rows.items():
        if values:
            places = ", ".join("?" * len(values[0]))
            connection.executemany(f"INSERT INTO {name} VALUES ({places})", values)
    connection.execute("COMMIT")
    connection.close()
