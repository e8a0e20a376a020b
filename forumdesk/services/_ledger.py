# SPDX-License-Identifier: MIT
"""What came from where: how things of a source meet their records, and how they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk, Severity
from forumdesk.domain.forum import Edition, Room, Track
from forumdesk.domain.intake import Finding
from forumdesk.domain.merging import Fields, marks, merged
from forumdesk.domain.people import Names, Person
from forumdesk.domain.records import KINDS, Record
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text, clean
from forumdesk.domain.words import N_

R = TypeVar("R", bound=Record)
_ORDER = {kind: n for n, kind in enumerate(KINDS)}
_NAMES = {Edition: "edition", Room: "room", Track: "track", Person: "person", Session: "session"}


class Fate(StrEnum):
    """What became of a thing of the source."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"


class Ledger:
    """The origins of one source in one edition, and what an import writes.

    New records are gathered and written together by ``flush``; ``changed`` says whether
    anything was written at all; ``problems`` is what the user should know.
    """

    def __init__(self, desk: Desk, edition: str, source: str, problems: Iterable[Finding]) -> None:
        self.desk = desk
        self.edition = edition
        self.changed = False
        self.problems = list(problems)
        self._source = clean(source)
        self._new: list[Record] = []
        self._loaded: dict[type[Any], dict[str, Any]] = {}
        found = desk.find(Origin, edition=edition, source=self._source)
        self._origins = {(origin.table_name, origin.key): origin for origin in found}

    def origin(self, kind: type[Record], key: str) -> Origin | None:
        """What is known of a thing that was taken in before."""
        return self._origins.get((_NAMES[kind], clean(key)))

    def origin_of(self, record: Record) -> Origin | None:
        """The same by the record that it became."""
        return self._by_record.get((_NAMES[type(record)], record.id))

    @cached_property
    def _by_record(self) -> Mapping[tuple[str, str], Origin]:
        return {(o.table_name, o.record): o for o in self._origins.values()}

    def origins(self, kind: type[Record]) -> Iterator[Origin]:
        """Everything of a kind that was taken in before."""
        name = _NAMES[kind]
        return (origin for (table, _), origin in self._origins.items() if table == name)

    def there(self, kind: type[R]) -> Mapping[str, R]:
        """The edition's records of a kind by id, as they were before; persons: of this source."""
        if kind not in self._loaded:
            records: Iterable[R]
            if kind is Person:
                ids = [origin.record for origin in self.origins(Person)]
                records = self.desk.find(kind, id=ids) if ids else ()
            else:
                field = "id" if kind is Edition else "edition"
                records = self.desk.find(kind, **{field: self.edition})
            self._loaded[kind] = {record.id: record for record in records}
        return self._loaded[kind]

    def add(self, record: Record) -> None:
        """Remember a new record to be written."""
        self._new.append(record)

    def enter(self, record: Record, key: str, said: str, extra: str) -> None:
        """Remember where a record came from; ``said`` is the marks of what the source said."""
        kind = _NAMES[type(record)]
        new = self.desk.new_id()
        where = (self.edition, self._source, clean(key), kind, record.id)
        self._new.append(Origin(new, *where, said, clean(extra)))

    def put(self, record: Record) -> None:
        """Write a record that was there before."""
        self.desk.put(record)
        self.changed = True

    def remove(self, record: Record) -> None:
        """Take a record away."""
        self.desk.remove(type(record), record.id)
        self.changed = True

    def flush(self) -> None:
        """Write what is new, each kind after those it points to."""
        if self._new:
            self.desk.put_all(sorted(self._new, key=lambda record: _ORDER[type(record)]))
            self._new.clear()
            self.changed = True

    def adopt(self, record: R, key: str, said: Fields, extra: str) -> R:
        """A record that was not taken in from here, but is the same: fill what is empty in it."""
        filled, _ = merged(record, said, None)
        if filled != record:
            self.put(filled)
        self.enter(filled, key, marks(said), extra)
        return filled

    def meet(
        self, kind: type[R], origin: Origin, said: Fields, extra: str
    ) -> tuple[R | None, Fate]:
        """What was taken in before meets what the source says now; ``None`` if it is gone here.

        ``extra`` fields of ``said`` that are no fields of the record (lists) must be met apart.
        """
        record = self.there(kind).get(origin.record)
        if record is None:
            return None, Fate.SKIPPED
        fate = Fate.UNCHANGED
        now, extra = marks(said), clean(extra)
        if now != origin.digest:
            own = {name: value for name, value in said.items() if hasattr(record, name)}
            fresh, kept = merged(record, own, origin.digest)
            if fresh != record:
                self.put(fresh)
                record, fate = fresh, Fate.UPDATED
            if kept:
                self._tell_kept(said, kept)
        if (now, extra) != (origin.digest, origin.extra):
            self.put(replace(origin, digest=now, extra=extra))
        return record, fate

    def tell(self, message: str, severity: Severity = Severity.WARNING, **values: str) -> None:
        """Add to the problems."""
        self.problems.append(Finding(message, tuple(values.items()), severity))

    def _tell_kept(self, said: Fields, kept: Iterable[str]) -> None:
        for name in kept:
            self.tell(
                N_("“{thing}”: {field} was changed both here and in the source; it stays."),
                Severity.NOTE,
                thing=called(said),
                field=name,
            )


def called(said: Fields) -> str:
    """What a thing of the source is called, to tell of it."""
    for field in ("title", "name", "names"):
        whole = said.get(field)
        if isinstance(whole, Text) and whole:
            return whole.best()
        if isinstance(whole, Names) and whole:
            return next(iter(whole.values())).full
    return ""


def by(field: str, records: Iterable[R]) -> dict[str, list[R]]:
    """Records by the id in one of their fields."""
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        groups[getattr(record, field)].append(record)
    return groups
