# SPDX-License-Identifier: MIT
"""Records to rows and back, from the dataclasses' own annotations: declared once, in ``domain``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from json.encoder import encode_basestring as _quote
from operator import attrgetter, itemgetter
from typing import Any

from forumdesk.domain.agenda import Link, Session
from forumdesk.domain.people import (
    Consent,
    Contact,
    Name,
    Names,
    Organization,
    Person,
    Script,
    all_names,
)
from forumdesk.domain.records import KINDS, Record, field_types, without_none
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, folded
from forumdesk.store.faults import UndecodableError

Value = str | int | bytes | None
Convert = Callable[[Any], Any]
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TEXTS = json.JSONDecoder(object_pairs_hook=lambda pairs: Text(tuple(sorted(pairs))))


def _decode_text(stored: str) -> Text:
    return _TEXTS.raw_decode(stored)[0] if stored != "{}" else EMPTY


def _encode_text(text: Text) -> str:
    return _object(sorted(text.pairs)) if text.pairs else "{}"


def _object(pairs: Iterable[tuple[str, str]]) -> str:
    """A JSON object of strings; an encoder of its own would be set up anew for each."""
    return "{" + ",".join([f"{_quote(key)}:{_quote(value)}" for key, value in pairs]) + "}"


def _encode_names(names: Names) -> str:
    return _WRITER.encode(
        {
            script: {f: v for f in _NAME_FIELDS if (v := getattr(name, f))}
            for script, name in sorted(names.pairs)
        }
    )


_NAME_FIELDS = [field.name for field in fields(Name)]


def _decode_names(stored: str) -> Names:
    found = ((Script(key), Name(**parts)) for key, parts in json.loads(stored).items())
    return Names(tuple(sorted(found, key=itemgetter(0))))


def _parts(kind: type[Any]) -> tuple[Convert, Convert]:
    """A list of small values of one kind, each an object of its fields."""
    names = [field.name for field in fields(kind)]

    def there(parts: tuple[Any, ...]) -> str:
        if not parts:
            return "[]"
        objects = [_object((name, getattr(part, name)) for name in names) for part in parts]
        return f"[{','.join(objects)}]"

    return there, lambda s: tuple(kind(**p) for p in json.loads(s)) if s != "[]" else ()


def _encode_consents(consents: tuple[Consent, ...]) -> str:
    if not consents:
        return "[]"
    plain = ((c.purpose, c.given, c.on and c.on.isoformat()) for c in consents)
    return _WRITER.encode([{"purpose": p, "given": g, "on": on} for p, g, on in plain])


def _decode_consents(stored: str) -> tuple[Consent, ...]:
    return tuple(
        Consent(c["purpose"], c["given"], date.fromisoformat(c["on"]) if c["on"] else None)
        for c in (json.loads(stored) if stored != "[]" else ())
    )


def _datetime_out(at: datetime) -> str:
    return at.isoformat(timespec="minutes") if at.tzinfo is None else at.isoformat()


_CONVERSIONS: dict[object, tuple[Convert, Convert] | None] = {
    str: None,
    int: None,
    bytes: None,
    bool: (int, bool),
    date: (date.isoformat, date.fromisoformat),
    datetime: (_datetime_out, datetime.fromisoformat),
    Text: (_encode_text, _decode_text),
    Names: (_encode_names, _decode_names),
    tuple[str, ...]: (
        lambda v: _WRITER.encode(list(v)) if v else "[]",
        lambda s: tuple(json.loads(s)) if s != "[]" else (),
    ),
    tuple[Text, ...]: (
        lambda v: _WRITER.encode([dict(sorted(text.pairs)) for text in v]),
        lambda s: tuple(_TEXTS.decode(s)),
    ),
    tuple[Link, ...]: _parts(Link),
    tuple[Contact, ...]: _parts(Contact),
    tuple[Consent, ...]: (_encode_consents, _decode_consents),
}
# Kept as JSON in a column of text.
_AS_JSON = [hint for hint in _CONVERSIONS if hint not in (str, int, bytes, bool, date, datetime)]


def _conversion(hint: object) -> tuple[Convert, Convert] | None:
    """Each way, of a field's type; ``None`` where the value is stored as it is."""
    if (filled := without_none(hint)) is not hint:
        inner = _conversion(filled)
        return inner and (_unless_none(inner[0]), _unless_none(inner[1]))
    if isinstance(hint, type) and issubclass(hint, Enum):
        # By table: calling an enumeration to find a member takes three times as long.
        return attrgetter("_value_"), {member.value: member for member in hint}.__getitem__
    return _CONVERSIONS[hint]


def _unless_none(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


_SEARCH: dict[type, Callable[[Any], str]] = {
    Person: lambda p: folded(*all_names(p), *(c.value for c in p.contacts)),
    Organization: lambda o: folded(o.name, o.short),
    Session: lambda s: folded(s.title),
}


@frozen
class Table:
    """How one kind of record is kept: its table, columns, and conversion each way.

    ``there`` and ``back`` are the conversions of those columns that need one, by place;
    ``as_json`` the columns that hold JSON, ``flags`` yes or no, ``pictures`` bytes.
    """

    kind: type[Any]
    name: str
    columns: tuple[str, ...]
    there: tuple[tuple[int, Convert], ...]
    back: tuple[tuple[int, Convert], ...]
    as_json: frozenset[str]
    flags: frozenset[str]
    pictures: frozenset[str]
    search: Callable[[Any], str] | None

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """The columns in the file: those of the record, and the search text where there is one."""
        return (*self.columns, "search") if self.search else self.columns

    @cached_property
    def select(self) -> str:
        """The beginning of a query for records."""
        return f"SELECT {quoted(self.columns)} FROM {self.name}"

    @cached_property
    def order(self) -> str:
        """The order in which records come: of position where they have one, then of entry."""
        return "position, id" if "position" in self.columns else "id"

    @cached_property
    def insertion(self) -> str:
        """The statement that adds a row of ``stored`` columns."""
        places = ", ".join("?" * len(self.stored))
        return f"INSERT INTO {self.name} ({quoted(self.stored)}) VALUES ({places})"

    @cached_property
    def _fields(self) -> Callable[[Any], tuple[Any, ...]]:
        return attrgetter(*self.columns)

    def row(self, record: Record) -> list[Value]:
        """A record as a row of ``stored`` columns."""
        values = list(self._fields(record))
        for place, convert in self.there:
            values[place] = convert(values[place])
        if self.search:
            values.append(self.search(record))
        return values

    def record(self, row: Iterable[Value]) -> Record:
        """A row of ``columns`` as a record; raises ``UndecodableError`` if it is none."""
        values: list[Any] = list(row)
        try:
            for place, convert in self.back:
                values[place] = convert(values[place])
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise UndecodableError(f"{self.name} {values[0]}: {self.columns[place]}") from error
        record: Record = self.kind(*values)
        return record

    def with_search(self, row: Iterable[Value]) -> list[Value]:
        """A row of ``columns`` as one of ``stored`` columns."""
        values = list(row)
        if self.search:
            values.append(self.search(self.record(values)))
        return values

    def value(self, column: str, value: object) -> Value:
        """A field's value as it is stored, to compare with."""
        convert = dict(self.there).get(self.columns.index(column))
        stored: Value = convert(value) if convert else value  # type: ignore[assignment]
        return stored


def quoted(columns: Iterable[str]) -> str:
    """Columns as they stand in a statement; some are named like words of SQL."""
    return ", ".join(f'"{column}"' for column in columns)


def table_name(kind: type[Any]) -> str:
    """``CommitmentOwner`` is kept in ``commitment_owner``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def _table(kind: type[Any]) -> Table:
    hints = field_types(kind)
    columns = tuple(field.name for field in fields(kind))
    pairs = {n: pair for n, c in enumerate(columns) if (pair := _conversion(hints[c]))}
    there = tuple((n, pair[0]) for n, pair in pairs.items())
    back = tuple((n, pair[1]) for n, pair in pairs.items())
    as_json = frozenset(c for c in columns if hints[c] in _AS_JSON)
    flags = frozenset(c for c in columns if hints[c] in (bool, bool | None))
    pictures = frozenset(c for c in columns if hints[c] is bytes)
    name, search = table_name(kind), _SEARCH.get(kind)
    return Table(kind, name, columns, there, back, as_json, flags, pictures, search)


_BY_KIND: Mapping[type[Any], Table] = {kind: _table(kind) for kind in KINDS}
_BY_NAME: Mapping[str, Table] = {t.name: t for t in _BY_KIND.values()}


def table(kind: type[Any]) -> Table:
    """The table of a kind of record."""
    return _BY_KIND[kind]


def tables() -> Mapping[str, Table]:
    """Every table by name, in an order in which each follows what it points to."""
    return _BY_NAME
