# SPDX-License-Identifier: MIT
"""Records as plain JSON values and back, by the types of their fields.

Days are ``YYYY-MM-DD``, wall times ``YYYY-MM-DDTHH:MM``, moments ISO 8601 with their offset;
texts are objects by language, names by script, bytes Base64.
"""

from __future__ import annotations

import base64
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from typing import Any, TypeVar

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Name, Names, Script
from forumdesk.domain.records import Record, field_types, without_none
from forumdesk.domain.wording import Text

R = TypeVar("R", bound=Record | Dossier)
Reader = Callable[[Any], object]
Json = dict[str, "Json"] | list["Json"] | str | int | bool | None


def plain(value: object) -> Json:
    """A field's value, or a whole record, as a JSON value."""
    if value is None or type(value) in (bool, int, str):
        return value  # type: ignore[return-value]
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Enum):
        return str(value.value)
    make = _TO.get(type(value), _parts)
    return make(value)


def record_from(kind: type[R], values: Mapping[str, Any]) -> R:
    """A record, or a whole dossier of them, from what ``plain`` made of it.

    Fields that are missing take their defaults and unknown ones are passed over, so that what
    was frozen by another version of the program can be read; a missing field without a default
    raises ``TypeError``.
    """
    made: R = _object_from(kind, values)
    return made


def _parts(value: object, *, leave_out_empty: bool = False) -> Json:
    assert is_dataclass(value), f"not a plain value: {value!r}"
    parts = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return {key: part for key, part in parts.items() if part or not leave_out_empty}


def _wall_or_moment(at: datetime) -> str:
    return at.isoformat() if at.tzinfo else at.isoformat(timespec="minutes")


def _names(names: Names) -> Json:
    return {script: _parts(name, leave_out_empty=True) for script, name in names.pairs}


_TO: Mapping[type[Any], Callable[[Any], Json]] = {
    date: date.isoformat,
    datetime: _wall_or_moment,
    bytes: lambda value: base64.b64encode(value).decode(),
    Text: lambda text: dict(text.pairs),
    Names: _names,
}
_FROM: Mapping[object, Callable[[Any], object]] = {
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
    bytes: base64.b64decode,
    Text: Text.of,
    Names: lambda stored: Names.of({Script(key): Name(**name) for key, name in stored.items()}),
}


@cache
def _reader(hint: object) -> Reader | None:
    """What makes a field's value of a JSON value; ``None`` where they are the same."""
    hint = without_none(hint)
    if typing.get_origin(hint) is tuple:
        return _several(_reader(typing.get_args(hint)[0]))
    if hint in _FROM:
        return _FROM[hint]
    if hint in (bool, int, str):
        return None
    assert isinstance(hint, type)
    return hint if issubclass(hint, Enum) else partial(_object_from, hint)


def _several(one: Reader | None) -> Reader:
    if one is None:
        return tuple
    return lambda stored: tuple(None if item is None else one(item) for item in stored)


@cache
def _readers(kind: type[Any]) -> tuple[tuple[str, Reader | None], ...]:
    """A reader for each field of a kind of record: found out once, used by the thousand."""
    return tuple((name, _reader(hint)) for name, hint in field_types(kind).items())


def _object_from(kind: type[Any], values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - of that kind
    known = {}
    for name, read in _readers(kind):  # type: ignore[arg-type] # mypy takes a class for not hashable
        if name in values:
            stored = values[name]
            known[name] = stored if read is None or stored is None else read(stored)
    return kind(**known)
