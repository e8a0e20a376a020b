# SPDX-License-Identifier: MIT
"""Values of records as ``export json`` writes them, read strictly: what does not fit is refused.

Texts are cleaned as typed ones are; in whatever this program wrote that changes nothing.
"""

from __future__ import annotations

import base64
import binascii
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any

from forumdesk.domain.people import Invitation, Name, Names, Script, StatusDay
from forumdesk.domain.records import field_types, without_none
from forumdesk.domain.validity import LARGEST
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, clean

Read = Callable[[Any], object]


class UnfitError(ValueError):
    """A value that does not fit its field."""


@frozen
class Shape:
    """How records of a kind are read: a reader for each field, and which must be there."""

    kind: type[Any]
    readers: Mapping[str, Read]
    needed: frozenset[str]


@cache
def shape_of(kind: type[Any]) -> Shape:
    """The shape of a kind of record, or of a value inside one."""
    hints = field_types(kind)
    needed = (
        one.name
        for one in fields(kind)
        if one.default is MISSING and one.default_factory is MISSING
    )
    return Shape(kind, {name: _reader(hint) for name, hint in hints.items()}, frozenset(needed))


def _reader(hint: object) -> Read:
    wanted = without_none(hint)
    read = _reader_of(wanted)
    return read if wanted is hint else lambda value: None if value is None else read(value)


def _reader_of(hint: Any) -> Read:  # noqa: ANN401 - a type or a tuple of one
    if hint in _READERS:
        return _READERS[hint]
    if typing.get_origin(hint) is tuple:
        return _several(_reader_of(typing.get_args(hint)[0]))
    if issubclass(hint, Enum):
        return _member({member.value: member for member in hint})
    return lambda value: _object(shape_of(hint), value)


def _several(one: Read) -> Read:
    return lambda value: tuple(map(one, _of(list, value)))


def _member(members: Mapping[object, Enum]) -> Read:
    def read(value: object) -> object:
        if not isinstance(value, str) or value not in members:
            raise UnfitError(value)
        return members[value]

    return read


def _object(shape: Shape, value: object) -> object:
    said = _of(dict, value)
    if not shape.needed <= said.keys() <= shape.readers.keys():
        raise UnfitError(value)
    return shape.kind(**{name: shape.readers[name](part) for name, part in said.items()})


def _of(kind: type[Any], value: object) -> Any:  # noqa: ANN401 - of that kind
    if type(value) is not kind:
        raise UnfitError(value)
    return value


def _text(value: object) -> str:
    return clean(_of(str, value))


def _number(value: object) -> int:
    number: int = _of(int, value)
    if abs(number) > LARGEST:
        raise UnfitError(value)
    return number


def _moment(read: Callable[[str], object]) -> Read:
    def of_text(value: object) -> object:
        try:
            return read(_of(str, value))
        except ValueError as error:
            raise UnfitError(value) from error

    return of_text


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(_of(str, value), validate=True)
    except (binascii.Error, ValueError) as error:
        raise UnfitError("…") from error


def _languages(value: object) -> Text:
    said = _of(dict, value)
    return Text(tuple(sorted((_text(tag), _text(text)) for tag, text in said.items()))) or EMPTY


def _names(value: object) -> Names:
    said = _of(dict, value)
    shape = shape_of(Name)
    scripts = _member({script.value: script for script in Script})
    read: Any = sorted((scripts(key), _object(shape, name)) for key, name in said.items())
    return Names(tuple(read))


def _status_day(value: object) -> StatusDay:
    pair = _of(list, value)
    if len(pair) != 2:
        raise UnfitError(value)
    status: Any = _member({one.value: one for one in Invitation})(pair[0])
    day: Any = None if pair[1] is None else _READERS[date](pair[1])
    return StatusDay(status, day)


_READERS: Mapping[object, Read] = {
    str: _text,
    int: _number,
    bool: lambda value: _of(bool, value),
    bytes: _bytes,
    date: _moment(date.fromisoformat),
    datetime: _moment(datetime.fromisoformat),
    Text: _languages,
    Names: _names,
    StatusDay: _status_day,
}
