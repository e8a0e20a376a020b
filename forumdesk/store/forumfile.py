# SPDX-License-Identifier: MIT
"""The forum file: create it, open it, write to it in steps, close it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from forumdesk.domain.desk import ForumDeskError, News
from forumdesk.domain.records import Record
from forumdesk.domain.words import N_
from forumdesk.store.ids import Ids
from forumdesk.store.journal import Entry, Journal
from forumdesk.store.migrations import APPLICATION_ID, migrations
from forumdesk.store.records import Table, table

R = TypeVar("R", bound=Record)
Listener = Callable[[News], None]

_PRAGMAS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "journal_mode = DELETE",
    "synchronous = FULL",
    "secure_delete = ON",
    "locking_mode = EXCLUSIVE",
)


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ForumFile:
    """An open forum file; the ``Desk`` of the services.

    Used from one thread. ``listeners`` hear the news of each step after it is committed.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.listeners: list[Listener] = []
        self.new_id: Callable[[], str] = Ids()
        self.now: Callable[[], datetime] = _utc_now
        self._connection = connection
        self._db = Database(connection)
        self._journal = Journal(connection)
        self._depth = 0

    @classmethod
    def create(cls, path: Path) -> ForumFile:
        """Make a new, empty forum file; raises ``ForumDeskError`` if the path is taken."""
        if path.exists():
            raise ForumDeskError(N_("{path} exists already; nothing was written."), path=str(path))
        connection = _connect(path)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrations.apply(Database(connection))
        return cls(path, connection)

    @classmethod
    def open(cls, path: Path) -> ForumFile:
        """Open a forum file."""
        return cls(path, _connect(path))

    def close(self) -> None:
        """Close the file; one file remains."""
        self._connection.close()

    def __enter__(self) -> ForumFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def step(
        self, message: str, /, *, origin: object = None, merge: str = "", **values: object
    ) -> Iterator[None]:
        """One named, undoable change in one transaction; see ``Desk.step``."""
        if self._depth:
            yield
            return
        assert not self._connection.in_transaction, "a transaction was left open"
        self._depth = 1
        try:
            with self._db.atomic():
                self._journal.begin(message, values, self.now(), merge)
                yield
                changed = self._journal.end()
        finally:
            self._depth = 0
        if changed:
            self._tell(origin)

    def put(self, record: Record) -> None:
        """Add or replace a record."""
        self._journal.put(table(type(record)), record)

    def put_all(self, records: Iterable[Record]) -> None:
        """Add many new records."""
        for kind, group in groupby(records, key=type):
            self._journal.insert(table(kind), list(group))

    def remove(self, kind: type[Record], id: str) -> None:
        """Take a record away."""
        self._journal.remove(table(kind), id)

    def get(self, kind: type[R], id: str) -> R:
        """The record of this id."""
        found = self.find(kind, id=id)
        if not found:
            raise ForumDeskError(
                N_("There is no {kind} with the id {id}."), kind=table(kind).name, id=id
            )
        return found[0]

    def find(self, kind: type[R], **where: object) -> list[R]:
        """Records by fields, in order of position, then of entry."""
        t = table(kind)
        order = "position, id" if "position" in t.columns else "id"
        columns = ", ".join(f'"{c}"' for c in t.columns)
        rows: list[R] = []
        for clause, values in _conditions(t, where):
            found = self._connection.execute(
                f"SELECT {columns} FROM {t.name} WHERE {clause} ORDER BY {order}", values
            )
            rows.extend(t.record(row) for row in found)  # type: ignore[misc]
        return rows

    def count(self, kind: type[Record], **where: object) -> int:
        """How many records there are."""
        t = table(kind)
        return sum(
            self._connection.execute(f"SELECT count(*) FROM {t.name} WHERE {c}", v).fetchone()[0]
            for c, v in _conditions(t, where)
        )

    def undo(self, origin: object = None) -> Entry | None:
        """Undo the last step; ``None`` if there is nothing to undo."""
        return self._replayed(self._journal.undo, origin)

    def redo(self, origin: object = None) -> Entry | None:
        """Redo the step undone last; ``None`` if there is nothing to redo."""
        return self._replayed(self._journal.redo, origin)

    def history(self, limit: int = -1) -> list[Entry]:
        """The steps, newest first."""
        return self._journal.entries(limit)

    def undoable(self) -> Entry | None:
        """The step that ``undo`` would undo."""
        return self._journal.next("done")

    def redoable(self) -> Entry | None:
        """The step that ``redo`` would redo."""
        return self._journal.next("undone")

    def _replayed(self, replay: Callable[[], Entry | None], origin: object) -> Entry | None:
        assert not self._connection.in_transaction, "a transaction was left open"
        with self._db.atomic():
            entry = replay()
        if entry is not None:
            self._tell(origin)
        return entry

    def _tell(self, origin: object) -> None:
        touched = self._journal.touched
        news = News({kind: frozenset(ids) for kind, ids in touched.items()}, origin)
        for listener in list(self.listeners):
            listener(news)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


# SQLite takes a limited number of parameters; longer lists are asked for in slices, in order.
_SLICE = 900


def _conditions(t: Table, where: dict[str, object]) -> Iterator[tuple[str, list[Any]]]:
    lists = {k: list(v) for k, v in where.items() if isinstance(v, (list, tuple, set, frozenset))}
    plain = {k: v for k, v in where.items() if k not in lists}
    clauses = [f'"{k}" IS ?' for k in plain]
    values = [t.value(k, v) for k, v in plain.items()]
    if not lists:
        yield " AND ".join(clauses) or "1", values
        return
    (key, wanted), *rest = lists.items()
    assert not rest, "one list at a time"
    for start in range(0, len(wanted), _SLICE):
        part = [t.value(key, v) for v in wanted[start : start + _SLICE]]
        marks = ", ".join("?" * len(part))
        yield " AND ".join([*clauses, f'"{key}" IN ({marks})']), [*values, *part]
