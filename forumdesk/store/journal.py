# SPDX-License-Identifier: MIT
"""Steps and their undoing, kept in the file itself.

A step's changes keep before-images. Undoing walks them backwards, swapping each image with the
record as it stands, so that the same walk forwards is the redo: nothing is recorded twice.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from forumdesk.domain.records import Record
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase
from forumdesk.store.records import Table, Value, tables

MERGE_WITHIN = timedelta(seconds=2)
Touched = dict[type[Record], set[str]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A step of the journal: its name, when it was made (UTC), and whether it is undone."""

    number: int
    phrase: Phrase
    at: datetime
    undone: bool


class Journal:
    """The journal of one open forum file; every write of a record goes through here.

    The caller owns the transaction: nothing here begins or commits one.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._step: int | None = None
        self.touched: Touched = defaultdict(set)

    def begin(self, message: str, values: dict[str, object], at: datetime, merge: str) -> None:
        """Open a step, or reopen the last one if it is of the same ``merge`` and just made."""
        self.touched = defaultdict(set)
        if merge and (last := self._mergeable(merge, at)) is not None:
            self._step = last
            self._db.execute(
                "UPDATE journal_step SET at = ? WHERE number = ?", (at.isoformat(), last)
            )
            return
        row = (message, _packed(values), at.isoformat(), merge)
        cursor = self._db.execute(
            "INSERT INTO journal_step (message, details, at, merge, state)"
            " VALUES (?, ?, ?, ?, 'done')",
            row,
        )
        self._step = cursor.lastrowid

    def end(self) -> bool:
        """Close the step; ``False`` if it changed nothing and was dropped."""
        step, self._step = self._step, None
        if not self.touched:
            self._db.execute(
                "DELETE FROM journal_step WHERE number = ?"
                " AND NOT EXISTS (SELECT 1 FROM journal_change WHERE step = journal_step.number)",
                (step,),
            )
            return False
        self._forget_undone()
        return True

    def put(self, table: Table, record: Record) -> None:
        """Write one record; writing what is there already is no change."""
        row = table.row(record)
        before = self._image(table, record.id)
        if before == row:
            return
        self._note(table, record.id, _frozen(before))
        self._write(table, row)

    def insert(self, table: Table, records: Sequence[Record]) -> None:
        """Write many new records of one table."""
        assert self._step is not None, "a change outside a step"
        places = ", ".join("?" * len(table.stored))
        self._db.executemany(
            f"INSERT INTO {table.name} ({_quoted(table.stored)}) VALUES ({places})",
            map(table.row, records),
        )
        self._db.executemany(
            "INSERT INTO journal_change (step, table_name, record) VALUES (?, ?, ?)",
            ((self._step, table.name, record.id) for record in records),
        )
        self.touched[table.kind].update(record.id for record in records)

    def remove(self, table: Table, id: str) -> None:
        """Delete one record; deleting one that is not there is no change."""
        before = self._image(table, id)
        if before is not None:
            self._note(table, id, _frozen(before))
            self._db.execute(f"DELETE FROM {table.name} WHERE id = ?", (id,))

    def undo(self) -> Entry | None:
        """Undo the last step that is done; ``None`` if there is none."""
        return self._replay("done", "number DESC", "undone")

    def redo(self) -> Entry | None:
        """Redo the first step that is undone; ``None`` if there is none."""
        return self._replay("undone", "number", "done")

    def entries(self, limit: int = -1) -> list[Entry]:
        """The steps, newest first; undone ones included."""
        rows = self._db.execute(
            "SELECT number, message, details, at, state FROM journal_step"
            " ORDER BY number DESC LIMIT ?",
            (limit,),
        )
        return [_entry(row) for row in rows]

    def next(self, state: str) -> Entry | None:
        """The step that ``undo`` (``done``) or ``redo`` (``undone``) would take."""
        order = "number DESC" if state == "done" else "number"
        row = self._db.execute(
            f"SELECT number, message, details, at, state FROM journal_step"
            f" WHERE state = ? ORDER BY {order} LIMIT 1",
            (state,),
        ).fetchone()
        return _entry(row) if row else None

    def _replay(self, state: str, order: str, becomes: str) -> Entry | None:
        self.touched = defaultdict(set)
        entry = self.next(state)
        if entry is None:
            return None
        changes = self._db.execute(
            f"SELECT number, table_name, record, image FROM journal_change WHERE step = ?"
            f" ORDER BY {order}",
            (entry.number,),
        ).fetchall()
        for number, name, record, image in changes:
            self._swap(number, tables()[name], record, image)
        self._db.execute(
            "UPDATE journal_step SET state = ?, merge = '' WHERE number = ?",
            (becomes, entry.number),
        )
        return entry

    def _swap(self, number: int, table: Table, record: str, image: str | None) -> None:
        now = _frozen(self._image(table, record))
        self._db.execute("UPDATE journal_change SET image = ? WHERE number = ?", (now, number))
        if image is None:
            self._db.execute(f"DELETE FROM {table.name} WHERE id = ?", (record,))
        else:
            self._write(table, _thawed(image))
        self.touched[table.kind].add(record)

    def _mergeable(self, merge: str, at: datetime) -> int | None:
        row = self._db.execute(
            "SELECT number, at, merge, state FROM journal_step ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if row is None or row[2] != merge or row[3] != "done":
            return None
        age = at - datetime.fromisoformat(row[1])
        return int(row[0]) if timedelta(0) <= age <= MERGE_WITHIN else None

    def _note(self, table: Table, record: str, image: str | None) -> None:
        assert self._step is not None, "a change outside a step"
        self._db.execute(
            "INSERT INTO journal_change (step, table_name, record, image) VALUES (?, ?, ?, ?)",
            (self._step, table.name, record, image),
        )
        self.touched[table.kind].add(record)

    def _image(self, table: Table, id: str) -> tuple[Value, ...] | None:
        row: tuple[Value, ...] | None = self._db.execute(
            f"SELECT {_quoted(table.stored)} FROM {table.name} WHERE id = ?", (id,)
        ).fetchone()
        return row

    def _write(self, table: Table, row: Iterable[Value]) -> None:
        places = ", ".join("?" * len(table.stored))
        updates = ", ".join(f'"{c}" = excluded."{c}"' for c in table.stored if c != "id")
        self._db.execute(
            f"INSERT INTO {table.name} ({_quoted(table.stored)}) VALUES ({places})"
            f" ON CONFLICT (id) DO UPDATE SET {updates}",
            tuple(row),
        )

    def _forget_undone(self) -> None:
        undone = "SELECT number FROM journal_step WHERE state = 'undone'"
        self._db.execute(f"DELETE FROM journal_change WHERE step IN ({undone})")
        self._db.execute("DELETE FROM journal_step WHERE state = 'undone'")


def _quoted(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _frozen(row: tuple[Value, ...] | None) -> str | None:
    if row is None:
        return None
    values = [{"b64": base64.b64encode(v).decode()} if isinstance(v, bytes) else v for v in row]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _thawed(image: str) -> list[Value]:
    values = json.loads(image)
    return [base64.b64decode(v["b64"]) if isinstance(v, dict) else v for v in values]


def _packed(values: dict[str, object]) -> str:
    plain = {k: {"text": dict(v.pairs)} if isinstance(v, Text) else v for k, v in values.items()}
    return json.dumps(plain, ensure_ascii=False, default=str)


def _entry(row: tuple[int, str, str, str, str]) -> Entry:
    number, message, details, at, state = row
    values = {
        key: Text.of(value["text"]) if isinstance(value, dict) else value
        for key, value in json.loads(details).items()
    }
    phrase = Phrase.of(message, **values)
    return Entry(number, phrase, datetime.fromisoformat(at), state == "undone")
