# SPDX-License-Identifier: MIT
"""Records out of a forum file, by the values of their fields."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from forumdesk.domain.records import Record
from forumdesk.domain.wording import fold
from forumdesk.store.records import Table, quoted

Where = dict[str, object]
_LISTS = (list, tuple, set, frozenset)
_SIGNS = "-.,·’"  # that are in names now and then: Gil-dong, O’Neil


def find(connection: sqlite3.Connection, table: Table, where: Where) -> list[Record]:
    """Records by fields, in order of position, then of entry."""
    clause, values = _condition(table, where)
    rows = connection.execute(f"{table.select} WHERE {clause} ORDER BY {table.order}", values)
    return list(map(table.record, rows))


def holding(connection: sqlite3.Connection, table: Table, text: str) -> list[Record]:
    """Records in whose search text something stands, signs between letters set aside."""
    bare = "search"
    for sign in _SIGNS:
        bare = f"replace({bare}, '{sign}', '')"
    wanted = "".join(c for c in fold(text) if c not in _SIGNS)
    rows = connection.execute(
        f"{table.select} WHERE instr({bare}, ?) > 0 ORDER BY {table.order}", (wanted,)
    )
    return list(map(table.record, rows)) if wanted else []


def count(connection: sqlite3.Connection, table: Table, where: Where) -> int:
    """How many records ``find`` would give."""
    clause, values = _condition(table, where)
    sql = f"SELECT count(*) FROM {table.name} WHERE {clause}"
    return int(connection.execute(sql, values).fetchone()[0])


def largest(connection: sqlite3.Connection, table: Table, column: str, where: Where) -> int:
    """The largest number in a column of what ``find`` would give; 0 where there is none."""
    clause, values = _condition(table, where)
    sql = f"SELECT ifnull(max({quoted([column])}), 0) FROM {table.name} WHERE {clause}"
    return int(connection.execute(sql, values).fetchone()[0])


def tally(
    connection: sqlite3.Connection, table: Table, columns: tuple[str, ...], where: Where
) -> dict[tuple[object, ...], int]:
    """How many of what ``find`` would give have which values in these columns."""
    clause, values = _condition(table, where)
    told = quoted(columns)
    sql = f"SELECT {told}, count(*) FROM {table.name} WHERE {clause} GROUP BY {told}"
    rows = connection.execute(sql, values).fetchall()
    return {table.values(columns, row): count for *row, count in rows}


def _condition(table: Table, where: Where) -> tuple[str, list[Any]]:
    clauses: list[str] = []
    values: list[Any] = []
    for column, value in where.items():
        if isinstance(value, _LISTS):
            # One parameter however long the list: SQLite takes a limited number of them.
            clauses.append(f'"{column}" IN (SELECT value FROM json_each(?))')
            values.append(json.dumps([table.value(column, one) for one in value]))
        else:
            clauses.append(f'"{column}" IS ?')
            values.append(table.value(column, value))
    return " AND ".join(clauses) or "1", values
