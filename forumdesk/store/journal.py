# SPDX-License-Identifier: MIT
"""Steps and their undoing, kept in the file itself.

A step's changes keep before-images: of a changed record the columns that differ, of a removed one
all, of a new one nothing. Undoing walks them backwards, swapping each image with what is there, so
that the same walk forwards is the redo: nothing is recorded twice. Columns that follow from the
others are not kept.
"""

from __future__ import annotations

import base64
import json
import sqlite3
from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from itertools import accumulate

from forumdesk.domain.progress import Progress
from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase
from forumdesk.store.faults import UndecodableError
from forumdesk.store.records import Table, Value, tables

MERGE_WITHIN = timedelta(seconds=2)
_TOGETHER = 500  # records of a bulk that share a line of the journal
Image = dict[str, Value]
Images = list[Image]
Columns = frozenset[str]


@frozen
class Entry:
    """A step of the journal: its name, when it was made (UTC), and whether it is undone."""

    number: int
    phrase: Phrase
    at: datetime
    undone: bool


Replay = Generator[Progress, None, Entry | None]


class Journal:
    """The journal of one open forum file; every write of a record goes through here.

    The caller owns the transaction: nothing here begins or commits one.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self._step: int | None = None
        self._touched: list[tuple[type[Record], list[str], Columns]] = []

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
        for kind, some, _ in self._touched:
            ids[kind].update(some)
        return {kind: frozenset(found) for kind, found in ids.items()}

    def fields(self) -> dict[type[Record], frozenset[str]]:
        """The fields that it changed, of each kind of which no record came or went."""
        names: dict[type[Record], frozenset[str]] = defaultdict(frozenset)
        for kind, _, columns in self._touched:
            names[kind] |= columns
        return {kind: found for kind, found in names.items() if "id" not in found}

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
            self._note(table, [record.id], None)
            return
        # Columns that follow from the others are not kept in the journal.
        pairs = zip(table.columns, before, after, strict=False)
        old = {column: was for column, was, value in pairs if was != value}
        if old:
            changed = {c: v for c, v in zip(table.stored, after, strict=True) if c in old}
            self._update(table, record.id, changed, record)
            self._note(table, [record.id], [old])

    def insert(self, table: Table, records: Sequence[Record]) -> None:
        """Write many new records of one table."""
        self._db.executemany(*table.insertion_of(records))
        ids = [record.id for record in records]
        for start in range(0, len(ids), _TOGETHER):
            self._note(table, ids[start : start + _TOGETHER], None)

    def remove(self, table: Table, id: str) -> None:
        """Delete one record; deleting one that is not there is no change."""
        before = self._row(table, id)
        if before is not None:
            self._delete(table, [id])
            self._note(table, [id], [dict(zip(table.columns, before, strict=True))])

    def undoing(self) -> Replay:
        """Undo the last step that is done, telling how far it is; ``None`` if there is none."""
        return self._replay(self.undoable(), "number DESC", "undone")

    def redoing(self) -> Replay:
        """Redo the first step that is undone; ``None`` if there is none."""
        return self._replay(self.redoable(), "number", "done")

    def holds_more(self, entry: Entry, records: int) -> bool:
        """Whether a step changed more than so many records; looks at no more than it must."""
        lengths = self._db.execute(
            "SELECT json_array_length(records) FROM journal_change WHERE step = ?", (entry.number,)
        )
        with closing(lengths):
            return any(sofar > records for sofar in accumulate(length for (length,) in lengths))

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
        for row in self._db.execute("SELECT table_name, records, images FROM journal_change"):
            _Change.thawed(*row)

    def _steps(self, which: str, order: str, limit: int) -> list[Entry]:
        rows = self._db.execute(
            "SELECT number, message, details, at, state FROM journal_step"
            f" WHERE {which} ORDER BY {order} LIMIT ?",
            (limit,),
        )
        return [_entry(row) for row in rows]

    def _replay(self, entry: Entry | None, order: str, becomes: str) -> Replay:
        self._touched = []
        if entry is None:
            return None
        numbers = self._db.execute(
            f"SELECT number FROM journal_change WHERE step = ? ORDER BY {order}", (entry.number,)
        ).fetchall()
        for done, (number,) in enumerate(numbers, 1):
            row = self._db.execute(
                "SELECT table_name, records, images FROM journal_change WHERE number = ?", (number,)
            ).fetchone()
            change = _Change.thawed(*row)
            self._db.execute(
                "UPDATE journal_change SET images = ? WHERE number = ?",
                (_frozen(self._swap(change)), number),
            )
            yield Progress(done, len(numbers))
        # Nothing may be merged into a step that was undone once.
        self._db.execute(
            "UPDATE journal_step SET state = ?, merge = '' WHERE number = ?",
            (becomes, entry.number),
        )
        return entry

    def _swap(self, change: _Change) -> Images | None:
        """Put the images in the place of what is there now; gives the images of that."""
        table, ids = change.table, change.ids
        self._touched.append((table.kind, ids, _columns(change.images)))
        if change.images is None:
            now = [dict(zip(table.columns, row, strict=True)) for row in self._rows(table, ids)]
            self._delete(table, reversed(ids))
            return now
        if self._row(table, ids[0]) is None:
            rows = [table.completed(image) for image in change.images]
            self._db.executemany(table.insertion, map(table.whole, rows))
            return None
        return [
            self._put_back(table, one, then) for one, then in zip(ids, change.images, strict=True)
        ]

    def _put_back(self, table: Table, id: str, then: Image) -> Image:
        row = self._row(table, id)
        if row is None:
            raise UndecodableError(f"journal_change: {table.name} {id}")
        now = dict(zip(table.columns, row, strict=True))
        self._update(table, id, then, table.record({**now, **then}.values()))
        return {column: now[column] for column in then}

    def _mergeable(self, merge: str, at: datetime) -> int | None:
        row = self._db.execute(
            "SELECT number, at, merge, state FROM journal_step ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if row is None or row[2] != merge or row[3] != "done":
            return None
        age = at - datetime.fromisoformat(row[1])
        return int(row[0]) if timedelta(0) <= age <= MERGE_WITHIN else None

    def _note(self, table: Table, ids: list[str], images: Images | None) -> None:
        self._db.execute(
            "INSERT INTO journal_change (step, table_name, records, images) VALUES (?, ?, ?, ?)",
            (self._step, table.name, json.dumps(ids), _frozen(images)),
        )
        self._touched.append((table.kind, ids, _columns(images)))

    def _row(self, table: Table, id: str) -> tuple[Value, ...] | None:
        row: tuple[Value, ...] | None = self._db.execute(
            f"{table.select} WHERE id = ?", (id,)
        ).fetchone()
        return row

    def _rows(self, table: Table, ids: list[str]) -> list[tuple[Value, ...]]:
        """The rows of these ids, in their order; raises ``UndecodableError`` if one is gone."""
        found = self._db.execute(
            f"{table.select} WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        rows = {row[0]: row for row in found}
        if rows.keys() != set(ids):
            raise UndecodableError(f"journal_change: {table.name} {ids[0]}")
        return [rows[one] for one in ids]

    def _update(self, table: Table, id: str, row: Image, record: Record) -> None:
        if table.derived:
            row = {**row, **table.following(record)}
        settings = ", ".join(f'"{column}" = ?' for column in row)
        self._db.execute(f"UPDATE {table.name} SET {settings} WHERE id = ?", (*row.values(), id))

    def _delete(self, table: Table, ids: Iterable[str]) -> None:
        self._db.executemany(f"DELETE FROM {table.name} WHERE id = ?", ((one,) for one in ids))

    def _forget_undone(self) -> None:
        undone = "SELECT number FROM journal_step WHERE state = 'undone'"
        self._db.execute(f"DELETE FROM journal_change WHERE step IN ({undone})")
        self._db.execute("DELETE FROM journal_step WHERE state = 'undone'")


@frozen
class _Change:
    """Some records of one table, and their images; ``None`` if they were not there."""

    table: Table
    ids: list[str]
    images: Images | None

    @classmethod
    def thawed(cls, name: str, records: str, images: str | None) -> _Change:
        """A change as it is kept; raises ``UndecodableError`` if it can't be one of ours."""
        try:
            table, ids = tables()[name], json.loads(records)
            if images is None:
                return cls(table, ids, None)
            kept = [
                {c: _bytes(v) if type(v) is dict else v for c, v in image.items()}
                for image in json.loads(images)
            ]
            if not ids or len(kept) != len(ids) or set().union(*kept) - set(table.columns):
                raise UndecodableError(f"journal_change: {name}")
            return cls(table, ids, kept)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise UndecodableError(f"journal_change: {name}") from error


def _columns(images: Images | None) -> Columns:
    """The columns that images are of; ``id`` is among them where records came or went."""
    return frozenset({"id"}) if images is None else frozenset().union(*images)


def _frozen(images: Images | None) -> str | None:
    """Rows, or the parts of them that change, as they are kept in the journal."""
    if images is None:
        return None
    return json.dumps(images, ensure_ascii=False, separators=(",", ":"), default=_in_base64)


def _in_base64(value: bytes) -> dict[str, str]:
    return {"b64": base64.b64encode(value).decode()}


def _bytes(value: dict[str, str]) -> bytes:
    return base64.b64decode(value["b64"])


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
