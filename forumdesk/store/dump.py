# SPDX-License-Identifier: MIT
"""The whole content of a forum file as readable JSON: for export, and inside every backup.

Fixed order, no journal, no time of writing: the same content gives the same bytes. A record is
a line, a text in several languages an object by language, a picture base64.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections.abc import Iterator
from typing import Protocol

from forumdesk.store.records import Table, Value, quoted, tables

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "))


class HasContent(Protocol):
    """An open forum file."""

    def content(self) -> Iterator[tuple[str, str]]:
        """Tables by name, each as JSON."""


def export_json(desk: HasContent) -> str:
    """The whole content of a forum file as one JSON object: a list of records by table."""
    parts = ",\n".join(f'"{name}": {text}' for name, text in desk.content())
    return f"{{\n{parts}\n}}\n"


def content(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each table's name and its records as a JSON list, in the order of what they point to.

    Works for older formats too: columns that are not there yet are left out.
    """
    for name, table in tables().items():
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        if not found:
            continue
        columns = [column for column in table.columns if column in found]
        rows = connection.execute(f"SELECT {quoted(columns)} FROM {name} ORDER BY id")
        lines = ",\n".join(_line(table, columns, row) for row in rows)
        yield name, f"[\n{lines}\n]" if lines else "[]"


def _line(table: Table, columns: list[str], row: tuple[Value, ...]) -> str:
    return _WRITER.encode(
        {c: _plain(c in table.as_json, v) for c, v in zip(columns, row, strict=True)}
    )


def _plain(as_json: bool, value: Value) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if as_json and isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:  # damaged, and yet somebody may be able to read it
            return value
    return value
