# SPDX-License-Identifier: MIT
"""Reading a whole forum file from the JSON that ``export json`` writes of it.

Strict where foreign formats are read leniently: this one is ours, and whatever is not understood
in it would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.records import KINDS, Record
from forumdesk.domain.whole import Whole
from forumdesk.domain.words import N_
from forumdesk.exchange.json_file import read_json
from forumdesk.exchange.record_values import Shape, UnfitError, shape_of

MOST_VALUES = 20_000_000  # four times those of a hundred thousand participants
_FIRST_OF_ALL = rb'^\s*\{\s*"image"\s*:\s*\['
_LONGEST_ID = 64
_NAMES = {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind.__name__).lower(): kind for kind in KINDS}
_NEWER = N_(
    "{file} holds “{name}”, which this ForumDesk does not know: it may be of a newer one;"
    " nothing was imported."
)


def looks_like_forum(data: bytes) -> bool:
    """Whether a file begins as ``export json`` does."""
    return re.match(_FIRST_OF_ALL, data[:200]) is not None


def read(data: bytes, file: str) -> Whole:
    """The content of a forum file; ``file`` is how it is named when it is refused.

    Raises ``ForumDeskError`` for what is no such file, holds what is not known, or is broken.
    """
    whole = read_json(data, file, MOST_VALUES, once=True)
    if not isinstance(whole, Mapping) or not any(name in _NAMES for name in whole):
        raise ForumDeskError(
            N_("{file} is JSON, but not the content of a forum file; nothing was imported."),
            file=file,
        )
    for name in whole:
        if name not in _NAMES:
            raise ForumDeskError(_NEWER, file=file, name=name)
    return Whole(file, tuple(_records(whole, file)))


def _records(whole: Mapping[str, Any], file: str) -> Iterator[Record]:
    for name, kind in _NAMES.items():
        seen: set[str] = set()
        shape = shape_of(kind)  # type: ignore[arg-type] # mypy takes a class for not hashable
        stored = whole.get(name, [])
        if type(stored) is not list:
            raise ForumDeskError(
                N_("{file}: “{name}” is no list; nothing was imported."), file=file, name=name
            )
        for number, one in enumerate(stored, 1):
            record = _record(shape, one, file, (name, number))
            if record.id in seen or not 0 < len(record.id) <= _LONGEST_ID:
                raise _broken(file, name, number, "id")
            seen.add(record.id)
            yield record


def _record(shape: Shape, stored: object, file: str, where: tuple[str, int]) -> Record:
    name, number = where
    if type(stored) is not dict:
        raise _broken(file, name, number, "")
    values: dict[str, object] = {}
    for field, value in stored.items():
        if field not in shape.readers:
            raise ForumDeskError(_NEWER, file=file, name=f"{name}.{field}")
        try:
            values[field] = shape.readers[field](value)
        except UnfitError as error:
            raise _broken(file, name, number, field) from error
    for field in shape.needed - values.keys():
        raise _broken(file, name, number, field)
    record: Record = shape.kind(**values)
    return record


def _broken(file: str, name: str, number: int, field: str) -> ForumDeskError:
    return ForumDeskError(
        N_("{file}: “{name}” number {number} is broken ({field}); nothing was imported."),
        file=file,
        name=name,
        number=number,
        field=field or "–",
    )
