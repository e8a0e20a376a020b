# SPDX-License-Identifier: MIT
"""The whole content of a forum file as readable JSON: for export, and inside every backup.

Fixed order, no journal, no time of writing: the same content gives the same bytes. A record is
a line, a text in several languages an object by language, a picture base64.
"""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterator
from typing import Protocol

from forumdesk.store.records import Table, tables


class HasContent(Protocol):
    """An open forum file."""

    def content(self) -> Iterator[tuple[str, str]]:
        """Tables by name, each as JSON."""


def export_json(desk: HasContent) -> str:
    """The whole content of a forum file as one JSON object: a list of records by table."""
    return "".join(json_pieces(desk))


def json_pieces(desk: HasContent) -> Iterator[str]:
    """The same in pieces, a table at a time."""
    before = "{\n"
    for name, text in desk.content():
        yield f'{before}"{name}": {text}'
        before = ",\n"
    yield "\n}\n"


def content(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each table's name and its records as a JSON list, in the order of what they point to.

    Works for older formats too: columns that are not there yet are left out.
    """
    connection.create_function("in_base64", 1, _in_base64, deterministic=True)
    for name, table in tables().items():
        found = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        if found:
            fields = ", ".join(_field(table, c) for c in table.columns if c in found)
            lines = connection.execute(f"SELECT json_object({fields}) FROM {name} ORDER BY id")
            text = ",\n".join(line for (line,) in lines)
            yield name, f"[\n{text}\n]" if text else "[]"


def _field(table: Table, column: str) -> str:
    # SQLite writes the lines: ten times as fast as Python, and another thread may run meanwhile.
    value = f'"{column}"'
    if column in table.as_json:
        value = f"json({value})"
    elif column in table.flags:
        value = f"json(CASE {value} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)"
    elif column in table.pictures:
        value = f"in_base64({value})"
    return f"'{column}', {value}"


def _in_base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
