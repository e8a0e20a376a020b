# SPDX-License-Identifier: MIT
"""Records to rows and back, from the dataclasses' own annotations: declared once, in ``domain``."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from enum import Enum
from functools import cache
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
from forumdesk.domain.records import KINDS, Record
from forumdesk.domain.wording import EMPTY, Text, folded

Value = str | int | bytes | None
Convert = Callable[[Any], Any]


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def _decode_text(stored: str) -> Text:
    return Text(tuple(sorted(json.loads(stored).items()))) if stored != "{}" else EMPTY


def _encode_text(text: Text) -> str:
    return _dump(dict(text.pairs)) if text.pairs else "{}"


def _encode_names(names: Names) -> str:
    return _dump({k: {f: v for f, v in asdict(n).items() if v} for k, n in names.pairs})


def _decode_names(stored: str) -> Names:
    found = ((Script(key), Name(**parts)) for key, parts in json.loads(stored).items())
    return Names(tuple(sorted(found, key=lambda pair: pair[0])))


def _encode_parts(parts: tuple[Any, ...]) -> str:
    return _dump([asdict(part) for part in parts]) if parts else "[]"


def _decode_consents(stored: str) -> tuple[Consent, ...]:
    return tuple(
        Consent(c["purpose"], c["given"], date.fromisoformat(c["on"]) if c["on"] else None)
        for c in json.loads(stored)
    )


def _encode_consents(consents: tuple[Consent, ...]) -> str:
    return _dump(
        [
            {"purpose": c.purpose, "given": c.given, "on": c.on and c.on.isoformat()}
            for c in consents
        ]
    )


def _datetime_out(at: datetime) -> str:
    return at.isoformat(timespec="minutes") if at.tzinfo is None else at.isoformat()


_SAME: Convert = lambda value: value  # noqa: E731 - a name for "as it is"
_CONVERSIONS: dict[object, tuple[Convert, Convert]] = {
    str: (_SAME, _SAME),
    int: (_SAME, _SAME),
    bytes: (_SAME, _SAME),
    bool: (int, bool),
    date: (date.isoformat, date.fromisoformat),
    datetime: (_datetime_out, datetime.fromisoformat),
    Text: (_encode_text, _decode_text),
    Names: (_encode_names, _decode_names),
    tuple[str, ...]: (
        lambda v: _dump(list(v)),
        lambda s: tuple(json.loads(s)) if s != "[]" else (),
    ),
    tuple[Text, ...]: (
        lambda v: _dump([dict(text.pairs) for text in v]),
        lambda s: tuple(Text(tuple(sorted(t.items()))) for t in json.loads(s)),
    ),
    tuple[Link, ...]: (
        _encode_parts,
        lambda s: tuple(Link(**link) for link in json.loads(s)) if s != "[]" else (),
    ),
    tuple[Contact, ...]: (_encode_parts, lambda s: tuple(Contact(**c) for c in json.loads(s))),
    tuple[Consent, ...]: (_encode_consents, _decode_consents),
}


def _conversion(hint: object) -> tuple[Convert, Convert]:
    if isinstance(hint, types.UnionType):
        inner = next(arg for arg in typing.get_args(hint) if arg is not type(None))
        there, back = _conversion(inner)
        return (
            lambda v: None if v is None else there(v),
            lambda v: None if v is None else back(v),
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda member: member.value, hint)
    return _CONVERSIONS[hint]


_SEARCH: dict[type, Callable[[Any], str]] = {
    Person: lambda p: folded(*all_names(p), *(c.value for c in p.contacts)),
    Organization: lambda o: folded(o.name, o.short),
    Session: lambda s: folded(s.title),
}


@dataclass(frozen=True)
class Table:
    """How one kind of record is kept: its table, columns, and conversion each way."""

    kind: type[Any]
    name: str
    columns: tuple[str, ...]
    there: tuple[Convert, ...]
    back: tuple[Convert, ...]
    search: Callable[[Any], str] | None

    @property
    def stored(self) -> tuple[str, ...]:
        """The columns in the file: those of the record, and the search text where there is one."""
        return (*self.columns, "search") if self.search else self.columns

    def row(self, record: Record) -> tuple[Value, ...]:
        """A record as a row of ``stored`` columns."""
        values = tuple(
            convert(getattr(record, column))
            for convert, column in zip(self.there, self.columns, strict=True)
        )
        return (*values, self.search(record)) if self.search else values

    def record(self, row: tuple[Value, ...]) -> Record:
        """A row of ``columns`` as a record."""
        values = (c(v) if c is not _SAME else v for c, v in zip(self.back, row, strict=False))
        record: Record = self.kind(*values)
        return record

    def value(self, column: str, value: object) -> Value:
        """A field's value as it is stored, to compare with."""
        stored: Value = self.there[self.columns.index(column)](value)
        return stored


def table_name(kind: type[Any]) -> str:
    """``CommitmentOwner`` is kept in ``commitment_owner``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower()


def _table(kind: type[Any]) -> Table:
    hints = typing.get_type_hints(kind)
    names = tuple(field.name for field in fields(kind))
    pairs = [_conversion(hints[name]) for name in names]
    there, back = zip(*pairs, strict=True)
    return Table(kind, table_name(kind), names, there, back, _SEARCH.get(kind))


_BY_KIND: Mapping[type[Any], Table] = {kind: _table(kind) for kind in KINDS}
_BY_NAME: Mapping[str, Table] = {t.name: t for t in _BY_KIND.values()}


def table(kind: type[Any]) -> Table:
    """The table of a kind of record."""
    return _BY_KIND[kind]


def tables() -> Mapping[str, Table]:
    """Every table by name, in an order in which each follows what it points to."""
    return _BY_NAME
