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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from forumdesk.domain.records import Record
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase
from forumdesk.store.faults import UndecodableError
from forumdesk.store.records import Table, Value, tables

MERGE_WITHIN = timedelta(seconds=2)


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
        self._touched: list[tuple[type[Record], str]] = []

    def begin(self, message: str, values: dict[str, object], at: datetime, merge: str) -> None:
        """Open a step, or reopen the last one if it is of the same ``merge`` and just made."""
        self._touched = []
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
        if not self._touched:
            self._db.execute(
                "DELETE FROM journal_step WHERE number = ?"
                " AND NOT EXISTS (SELECT 1 FROM journal_change WHERE step = journal_step.number)",
                (step,),
            )
            return False
        self._forget_undone()
        return True

    def touched(self) -> dict[type[Record], frozenset[str]]:
        """The ids of what the last step, undo or redo changed, by kind of record."""
        ids: dict[type[Record], set[str]] = defaultdict(set)
        for kind, one in self._touched:
            ids[kind].add(one)
        return {kind: frozenset(found) for kind, found in ids.items()}

    def mark(self) -> int:
        """A point inside a step to go ``back_to``."""
        return len(self._touched)

    def back_to(self, mark: int) -> None:
        """Forget what was touched since ``mark``; the caller rolls the file back."""
        del self._touched[mark:]

    def put(self, table: Table, record: Record) -> None:
        """Write one record; writing what is there already is no change."""
        after = table.row(record)
        before = self._row(table, record.id)
        if before is None:
            self._db.execute(table.insertion, after)
            self._note(table, record.id, None)
            return
        # The search text follows from the other columns, and is not kept in the journal.
        pairs = zip(table.columns, before, after, strict=False)
        old = {column: was for column, was, value in pairs if was != value}
        if old:
            changed = {c: v for c, v in zip(table.stored, after, strict=True) if c in old}
            self._update(table, record.id, changed, record)
            self._note(table, record.id, _frozen(old))

    def insert(self, table: Table, records: Sequence[Record]) -> None:
        """Write many new records of one table."""
        self._db.executemany(table.insertion, map(table.row, records))
        self._db.executemany(
            "INSERT INTO journal_change (step, table_name, record) VALUES (?, ?, ?)",
            ((self._step, table.name, record.id) for record in records),
        )
        self._touched += ((table.kind, record.id) for record in records)

    def remove(self, table: Table, id: str) -> None:
        """Delete one record; deleting one that is not there is no change."""
        before = self._row(table, id)
        if before is not None:
            self._delete(table, id)
            self._note(table, id, _frozen(dict(zip(table.columns, before, strict=True))))

    def undo(self) -> Entry | None:
        """Undo the last step that is done; ``None`` if there is none."""
        return self._replay(self.undoable(), "number DESC", "undone")

    def redo(self) -> Entry | None:
        """Redo the first step that is undone; ``None`` if there is none."""
        return self._replay(self.redoable(), "number", "done")

    def entries(self, limit: int = -1) -> list[Entry]:
        """The steps, newest first; undone ones included."""
        return self._steps("1", "number DESC", limit)

    def undoable(self) -> Entry | None:
        """The step that ``undo`` would take."""
        return next(iter(self._steps("state = 'done'", "number DESC", 1)), None)

    def redoable(self) -> Entry | None:
        """The step that ``redo`` would take."""
        return next(iter(self._steps("state = 'undone'", "number", 1)), None)

    def forget(self) -> int:
        """Forget every step, names and images alike; gives how many there were."""
        (count,) = self._db.execute("SELECT count(*) FROM journal_step").fetchone()
        self._db.execute("DELETE FROM journal_change")
        self._db.execute("DELETE FROM journal_step")
        return int(count)

    def check(self) -> None:
        """Read every step and image; raises ``UndecodableError`` at the first that can't be."""
        self.entries()
        for name, image in self._db.execute("SELECT table_name, image FROM journal_change"):
            if image is not None:
                _thawed(_known(name), image)
            _known(name)

    def _steps(self, which: str, order: str, limit: int) -> list[Entry]:
        rows = self._db.execute(
            "SELECT number, message, details, at, state FROM journal_step"
            f" WHERE {which} ORDER BY {order} LIMIT ?",
            (limit,),
        )
        return [_entry(row) for row in rows]

    def _replay(self, entry: Entry | None, order: str, becomes: str) -> Entry | None:
        self._touched = []
        if entry is None:
            return None
        changes = self._db.execute(
            "SELECT number, table_name, record, image FROM journal_change WHERE step = ?"
            f" ORDER BY {order}",
            (entry.number,),
        ).fetchall()
        for number, name, record, image in changes:
            now = self._swap(_known(name), record, image)
            self._db.execute("UPDATE journal_change SET image = ? WHERE number = ?", (now, number))
        # Nothing may be merged into a step that was undone once.
        self._db.execute(
            "UPDATE journal_step SET state = ?, merge = '' WHERE number = ?",
            (becomes, entry.number),
        )
        return entry

    def _swap(self, table: Table, id: str, image: str | None) -> str | None:
        """Put an image in the place of what is there now; gives the image of that."""
        self._touched.append((table.kind, id))
        row = self._row(table, id)
        now = None if row is None else dict(zip(table.columns, row, strict=True))
        if image is None:
            self._delete(table, id)
            return _frozen(now)
        then = _thawed(table, image)
        if now is None:
            if len(then) < len(table.columns):
                raise UndecodableError(f"journal_change: {table.name} {id}")
            self._insert(table, then)
            return None
        self._update(table, id, then, table.record({**now, **then}.values()))
        return _frozen({column: now[column] for column in then})

    def _mergeable(self, merge: str, at: datetime) -> int | None:
        row = self._db.execute(
            "SELECT number, at, merge, state FROM journal_step ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if row is None or row[2] != merge or row[3] != "done":
            return None
        age = at - datetime.fromisoformat(row[1])
        return int(row[0]) if timedelta(0) <= age <= MERGE_WITHIN else None

    def _note(self, table: Table, record: str, image: str | None) -> None:
        self._db.execute(
            "INSERT INTO journal_change (step, table_name, record, image) VALUES (?, ?, ?, ?)",
            (self._step, table.name, record, image),
        )
        self._touched.append((table.kind, record))

    def _row(self, table: Table, id: str) -> tuple[Value, ...] | None:
        row: tuple[Value, ...] | None = self._db.execute(
            f"{table.select} WHERE id = ?", (id,)
        ).fetchone()
        return row

    def _insert(self, table: Table, row: dict[str, Value]) -> None:
        record = table.record(row[column] for column in table.columns)
        self._db.execute(table.insertion, table.row(record))

    def _update(self, table: Table, id: str, row: dict[str, Value], record: Record) -> None:
        if table.search:
            row = {**row, "search": table.search(record)}
        settings = ", ".join(f'"{column}" = ?' for column in row)
        self._db.execute(f"UPDATE {table.name} SET {settings} WHERE id = ?", (*row.values(), id))

    def _delete(self, table: Table, id: str) -> None:
        self._db.execute(f"DELETE FROM {table.name} WHERE id = ?", (id,))

    def _forget_undone(self) -> None:
        undone = "SELECT number FROM journal_step WHERE state = 'undone'"
        self._db.execute(f"DELETE FROM journal_change WHERE step IN ({undone})")
        self._db.execute("DELETE FROM journal_step WHERE state = 'undone'")


Image = dict[str, Value]


def _frozen(row: Image | None) -> str | None:
    """A row, or the part of it that changes, as it is kept in the journal."""
    if row is None:
        return None
    plain = {
        c: {"b64": base64.b64encode(v).decode()} if isinstance(v, bytes) else v
        for c, v in row.items()
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _thawed(table: Table, image: str) -> Image:
    try:
        found = json.loads(image).items()
        row = {c: base64.b64decode(v["b64"]) if isinstance(v, dict) else v for c, v in found}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UndecodableError(f"journal_change: {table.name}") from error
    if not row.keys() <= set(table.columns):
        raise UndecodableError(f"journal_change: {table.name}")
    return row


def _known(name: str) -> Table:
    if name not in tables():
        raise UndecodableError(f"journal_change: {name}")
    return tables()[name]


def _packed(values: Mapping[str, object]) -> str:
    plain = {key: _plain(value) for key, value in values.items()}
    return json.dumps(plain, ensure_ascii=False, default=str)


def _plain(value: object) -> object:
    if isinstance(value, Text):
        return {"text": dict(value.pairs)}
    if isinstance(value, Phrase):
        return {"phrase": value.message, "values": {k: _plain(v) for k, v in value.values}}
    return value


def _value(plain: object) -> object:
    if not isinstance(plain, dict):
        return plain
    if "text" in plain:
        return Text.of(plain["text"])
    return Phrase.of(plain["phrase"], **{k: _value(v) for k, v in plain["values"].items()})


def _entry(row: tuple[int, str, str, str, str]) -> Entry:
    number, message, details, at, state = row
    try:
        values = {key: _value(value) for key, value in json.loads(details).items()}
        when = datetime.fromisoformat(at)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UndecodableError(f"journal_step {number}") from error
    return Entry(number, Phrase.of(message, **values), when, state == "undone")
