# SPDX-License-Identifier: MIT
"""Records to rows and back, from the dataclasses' own annotations: declared once, in ``domain``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, field, fields
from datetime import date, datetime
from enum import Enum
from functools import cached_property, lru_cache
from json.encoder import encode_basestring as _quote
from operator import attrgetter, itemgetter
from typing import Any

from forumdesk.domain.agenda import Link, Session
from forumdesk.domain.finding import found_and_ordered, search_text, sort_key
from forumdesk.domain.people import (
    Consent,
    Contact,
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
    StatusDay,
)
from forumdesk.domain.records import KINDS, Record, field_types, without_none
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text
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


@lru_cache(maxsize=16384)  # of a hundred thousand people many share a name
def _encode_names(names: Names) -> str:
    each = [
        f"{_quote(script)}:{_object((f, v) for f in _NAME_FIELDS if (v := getattr(name, f)))}"
        for script, name in sorted(names.pairs)
    ]
    return f"{{{','.join(each)}}}"


_NAME_FIELDS = [one.name for one in fields(Name)]


def _decode_names(stored: str) -> Names:
    found = ((Script(key), Name(**parts)) for key, parts in json.loads(stored).items())
    return Names(tuple(sorted(found, key=itemgetter(0))))


def _parts(kind: type[Any]) -> tuple[Convert, Convert]:
    """A list of small values of one kind, each an object of its fields."""
    names = [one.name for one in fields(kind)]
    filled = ("{{" + ",".join([f"{_quote(name)}:{{}}" for name in names]) + "}}").format
    values = attrgetter(*names)

    def there(parts: tuple[Any, ...]) -> str:
        if not parts:
            return "[]"
        return f"[{','.join([filled(*map(_quote, values(part))) for part in parts])}]"

    return there, lambda s: tuple(kind(**p) for p in json.loads(s)) if s != "[]" else ()


def _encode_consents(consents: tuple[Consent, ...]) -> str:
    return _WRITER.encode([_consent_fields(c) for c in consents]) if consents else "[]"


def _consent_fields(consent: Consent) -> dict[str, object]:
    """What is always said of a consent, and what only some have."""
    fields: dict[str, object] = {"purpose": consent.purpose, "given": consent.given}
    fields["on"] = consent.on and consent.on.isoformat()
    if consent.until:
        fields["until"] = consent.until.isoformat()
    if consent.source:
        fields["source"] = consent.source
    return fields


def _decode_consents(stored: str) -> tuple[Consent, ...]:
    if stored == "[]":
        return ()
    return tuple(
        Consent(c["purpose"], c["given"], _day(c["on"]), _day(c.get("until")), c.get("source", ""))
        for c in json.loads(stored)
    )


def _encode_history(history: tuple[StatusDay, ...]) -> str:
    if not history:
        return "[]"
    return _WRITER.encode([[day.status.value, day.on and day.on.isoformat()] for day in history])


def _decode_history(stored: str) -> tuple[StatusDay, ...]:
    if stored == "[]":
        return ()
    return tuple(StatusDay(Invitation(status), _day(on)) for status, on in json.loads(stored))


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None


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
    tuple[StatusDay, ...]: (_encode_history, _decode_history),
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


Derive = Callable[[Any], tuple[str, ...]]


def _organization(record: Organization) -> tuple[str, ...]:
    return search_text(record), sort_key(record, "ko"), sort_key(record, "en")


def _found(kind: type[Any]) -> Derive:
    search = search_text.dispatch(kind)
    return lambda record: (search(record),)


# Columns that follow from the others: what a record is found by, and where it stands in a list.
_DERIVED: dict[type, tuple[tuple[str, ...], Derive]] = {
    Person: (("search", "sort_ko", "sort_en"), found_and_ordered),
    Organization: (("search", "sort_ko", "sort_en"), _organization),
    Participation: (("search",), _found(Participation)),
    Session: (("search",), _found(Session)),
}


@frozen
class Table:
    """How one kind of record is kept: its table, columns, and conversion each way.

    ``there`` and ``back`` are the conversions of those columns that need one, by place;
    ``as_json`` the columns that hold JSON, ``flags`` yes or no, ``pictures`` bytes. ``derived``
    are further columns, which follow from the record: for finding and for order; ``derive``
    says what stands in them.
    """

    kind: type[Any]
    name: str
    columns: tuple[str, ...]
    there: tuple[tuple[int, Convert], ...]
    back: tuple[tuple[int, Convert], ...]
    as_json: frozenset[str]
    flags: frozenset[str]
    pictures: frozenset[str]
    derived: tuple[str, ...]
    derive: Derive = field(hash=False)

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """The columns in the file: those of the record, and those that follow from it."""
        return (*self.columns, *self.derived)

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
        return self._insertion("?" * len(self.stored))

    def _insertion(self, places: Iterable[str]) -> str:
        return f"INSERT INTO {self.name} ({quoted(self.stored)}) VALUES ({', '.join(places)})"

    @cached_property
    def _fields(self) -> Callable[[Any], tuple[Any, ...]]:
        return attrgetter(*self.columns)

    @cached_property
    def _usual(self) -> tuple[tuple[Convert | None, object, Value], ...]:
        """Of each column its conversion, and what is mostly there: in the record, and stored."""
        there = dict(self.there)
        return tuple(
            (there.get(place), one.default, self._empty.get(one.name))
            for place, one in enumerate(fields(self.kind))
        )

    def row(self, record: Record) -> list[Value]:
        """A record as a row of ``stored`` columns."""
        values = list(self._fields(record))
        for place, convert in self.there:
            values[place] = convert(values[place])
        if self.derived:
            values += self.derive(record)
        return values

    def insertion_of(self, records: Sequence[Record]) -> tuple[str, Iterable[tuple[Value, ...]]]:
        """The statement that adds these records, and what is to be filled in for each.

        A column in which none of them differs from what is usual stands in the statement: most
        columns of very many records are such, and handing over a value takes its time.
        """
        places, filled = [], []
        columns = zip(*map(self._fields, records), strict=True)
        for values, (convert, usual, stored) in zip(columns, self._usual, strict=True):
            if values == (usual,) * len(values):
                places.append(_literal(stored))
            else:
                places.append("?")
                filled.append(_converted(convert, values) if convert else values)
        if self.derived:
            filled += zip(*map(self.derive, records), strict=True)
            places += "?" * len(self.derived)
        return self._insertion(places), zip(*filled, strict=True)

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

    def following(self, record: Record) -> dict[str, Value]:
        """The columns that follow from a record."""
        return dict(zip(self.derived, self.derive(record), strict=True))

    def whole(self, row: Iterable[Value]) -> list[Value]:
        """A row of ``columns`` as one of ``stored`` columns."""
        values = list(row)
        if self.derived:
            values += self.derive(self.record(values))
        return values

    def completed(self, image: Mapping[str, Value]) -> list[Value]:
        """A row of ``columns`` kept by column; those that came with a later format are empty.

        Raises ``UndecodableError`` if one is missing that is never empty.
        """
        missing = [column for column in self.columns if column not in image]
        if not missing:
            return [image[column] for column in self.columns]
        if unknown := [column for column in missing if column not in self._empty]:
            raise UndecodableError(f"{self.name}: {unknown[0]}")
        return [image.get(column, self._empty.get(column)) for column in self.columns]

    @cached_property
    def _empty(self) -> Mapping[str, Value]:
        """What stands in the columns of fields that may be left out."""
        return {
            one.name: self.value(one.name, one.default)
            for one in fields(self.kind)
            if one.default is not MISSING
        }

    @cached_property
    def _back_of(self) -> Mapping[str, Callable[[Any], object]]:
        """What makes stored values of a column those of records, where they are not the same."""
        return {self.columns[place]: convert for place, convert in self.back}

    def values(self, columns: Iterable[str], stored: Iterable[Value]) -> tuple[object, ...]:
        """Stored values of some columns as they are in records."""
        back = self._back_of
        pairs = zip(columns, stored, strict=True)
        return tuple(back[column](value) if column in back else value for column, value in pairs)

    def value(self, column: str, value: object) -> Value:
        """A field's value as it is stored, to compare with."""
        convert = dict(self.there).get(self.columns.index(column))
        stored: Value = convert(value) if convert else value  # type: ignore[assignment]
        return stored


def _converted(convert: Convert, values: Sequence[object]) -> Sequence[Value]:
    """Values as they are stored; where many are one object, as offices are, that one once."""
    distinct = dict(zip(map(id, values), values, strict=True))
    if len(distinct) > len(values) // 2:
        return list(map(convert, values))
    stored = {key: convert(value) for key, value in distinct.items()}
    return [stored[id(value)] for value in values]


def _literal(value: Value) -> str:
    """What is usual in a column, as it stands in a statement."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    assert isinstance(value, int), value
    return str(value)


def quoted(columns: Iterable[str]) -> str:
    """Columns as they stand in a statement; some are named like words of SQL."""
    return ", ".join(f'"{column}"' for column in columns)


def table_name(kind: type[Any]) -> str:
    """``CommitmentOwner`` is kept in ``commitment_owner``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def _table(kind: type[Any]) -> Table:
    hints = field_types(kind)
    columns = tuple(one.name for one in fields(kind))
    pairs = {n: pair for n, c in enumerate(columns) if (pair := _conversion(hints[c]))}
    there = tuple((n, pair[0]) for n, pair in pairs.items())
    back = tuple((n, pair[1]) for n, pair in pairs.items())
    as_json = frozenset(c for c in columns if hints[c] in _AS_JSON)
    flags = frozenset(c for c in columns if hints[c] in (bool, bool | None))
    pictures = frozenset(c for c in columns if hints[c] is bytes)
    name, derived = table_name(kind), _DERIVED.get(kind, ((), lambda record: ()))
    return Table(kind, name, columns, there, back, as_json, flags, pictures, *derived)


_BY_KIND: Mapping[type[Any], Table] = {kind: _table(kind) for kind in KINDS}
_BY_NAME: Mapping[str, Table] = {t.name: t for t in _BY_KIND.values()}


def table(kind: type[Any]) -> Table:
    """The table of a kind of record."""
    return _BY_KIND[kind]


def tables() -> Mapping[str, Table]:
    """Every table by name, in an order in which each follows what it points to."""
    return _BY_NAME
