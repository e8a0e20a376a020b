# SPDX-License-Identifier: MIT
"""The import of a very large list against parsing its CSV and inserting the same rows."""

from __future__ import annotations

import csv
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any

from forumdesk.domain.forum import Edition
from forumdesk.domain.headings import guess
from forumdesk.domain.understanding import understood
from forumdesk.domain.wording import Text
from forumdesk.exchange import tables as tables_of_text
from forumdesk.services import editions, listing
from forumdesk.store.forumfile import ForumFile
from forumdesk.store.records import tables
from tests.bench import Measure, child_peak, in_turn

ROWS = 100_000
MOST_MEMORY = 400.0  # MiB
# The safety of a forum file, which nobody would want to be without.
_PRAGMAS = (
    *("foreign_keys = ON", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON"),
    *("journal_mode = DELETE", "locking_mode = EXCLUSIVE", "cell_size_check = ON"),
)
_HEAD = ("성명", "영문성명", "소속", "직위", "이메일", "휴대전화", "구분")
_FAMILIES = "김이박최정강조윤장임한오서신권황안송류홍"
_SYLLABLES = "민서준지영수현우진호은성경태희철재훈미정연아린도하윤동길상용"
_OFFICES = ("대표이사", "부장", "과장", "수석연구원", "사무관", "교수", "이사")

_PEAK_OURS = """
import sys
from pathlib import Path
from tests.bench.bench_people import empty_file, imported
imported(empty_file(Path(sys.argv[1])), Path(sys.argv[2]))
"""
_PEAK_FLOOR = """
import csv, sys
import forumdesk.services.listing, forumdesk.store.forumfile
with open(sys.argv[2], encoding="utf-8-sig", newline="") as file:
    rows = list(csv.reader(file))
"""


def measures() -> Iterator[Measure]:
    """Time and peak memory of the import."""
    with tempfile.TemporaryDirectory() as folder:
        numbers = count()
        source = Path(folder) / "attendees.csv"
        write_list(source, ROWS)

        def path() -> Path:
            return Path(folder) / f"{next(numbers)}.forum"

        first = empty_file(path())
        imported(first, source)
        rows = _rows(first)
        ours, floor = in_turn(
            lambda: imported(empty_file(path()), source),
            lambda: _parsed_and_inserted(path(), source, rows),
            times=3,
        )
        yield Measure(f"import of {ROWS:,} attendees", ours, floor, must=4, wants=2.5)
        peak = child_peak(_PEAK_OURS, str(path()), str(source))
        least = child_peak(_PEAK_FLOOR, str(path()), str(source))
        yield Measure(f"import of {ROWS:,} attendees, peak", peak, MOST_MEMORY, "MiB", must=1)
        yield Measure("peak memory of that, to the rows as lists", peak, least, "MiB")


def write_list(path: Path, rows: int) -> None:
    """A list as Excel saves it, of people of whom many share a name."""
    random = Random(1)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEAD)
        for n in range(rows):
            name = random.choice(_FAMILIES) + "".join(random.choices(_SYLLABLES, k=2))
            house = n % 997
            mobile = f"010-{random.randrange(2000, 9999)}-{random.randrange(9999):04}"
            office = random.choice(_OFFICES)
            mail = f"user{n}@house{house}.co.kr"
            writer.writerow((name, "", f"㈜회사{house}", office, mail, mobile, "일반"))


def empty_file(path: Path) -> Path:
    """A new forum file of one edition."""
    with ForumFile.create(path) as desk:
        series = editions.create_series(desk, Text.of(en="Bench"), {})
        editions.add_edition(desk, series.id, {})
    return path


def imported(path: Path, source: Path) -> None:
    """Import a list into the edition, as the command line does."""
    table = tables_of_text.read(source.read_bytes(), source.name)
    mapping = guess(table.headings, [row.cells for row in islice(table.rows(), 50)])
    with ForumFile.open(path) as desk:
        (edition,) = desk.find(Edition)
        entries = understood(table, mapping).entries(table.rows())
        plan = listing.plan_list(desk, edition.id, source.stem, list(entries))
        for _ in listing.import_list(desk, edition.id, plan):
            pass


def _rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of records, in an order in which they can be inserted."""
    connection = sqlite3.connect(path)
    every = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables()}
    connection.close()
    return {name: values for name, values in every.items() if values}


def _parsed_and_inserted(path: Path, source: Path, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """The floor: parse the CSV, insert the rows that an import makes of it, commit."""
    with source.open(encoding="utf-8-sig", newline="") as file:
        for _ in csv.reader(file):
            pass
    ForumFile.create(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for name, values in rows.items():
        places = ", ".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({places})", values)
    connection.execute("COMMIT")
    connection.close()
