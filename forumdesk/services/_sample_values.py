# SPDX-License-Identifier: MIT
"""From what stands in a sample's TOML files to the values of a record's fields."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from forumdesk.domain.people import Consent, Contact, Name, Names, Script
from forumdesk.domain.wording import Text

Table = Mapping[str, Any]
Value: TypeAlias = Any  # whatever TOML may say
_SCRIPTS = {"hangul": Script.HANGUL, "hanja": Script.HANJA, "latin": Script.LATIN}


def field_value(hint: object, value: Value) -> object:
    """A value as a field annotated with ``hint`` holds it: a table as a text, a list as a tuple."""
    if isinstance(hint, types.UnionType):
        hint = next(arg for arg in typing.get_args(hint) if arg is not type(None))
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(field_value(inner, item) for item in value)
    if hint is Text:
        return Text.of(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return value


def field_values(
    kind: type[Any], table: Table, known: Callable[[str, Value], Value]
) -> dict[str, Any]:
    """The fields of a kind of record that a table names; ``known`` turns keys into ids."""
    hints = typing.get_type_hints(kind)
    named = {name: known(name, value) for name, value in table.items() if name in hints}
    return {name: field_value(hints[name], value) for name, value in named.items()}


def names(table: Table) -> Names:
    """A person's name per script: ``family, given``, or whole where there is no comma."""
    return Names.of({script: _name(table[key]) for key, script in _SCRIPTS.items() if key in table})


def _name(text: str) -> Name:
    family, comma, given = text.partition(", ")
    return Name(family, given) if comma else Name(full=text)


def contacts(table: Table) -> tuple[Contact, ...]:
    """The ways to reach a person."""
    kinds = ("email", "phone", "mobile")
    return tuple(Contact(kind, table[kind]) for kind in kinds if kind in table)


def consents(purposes: Sequence[str], on: date | None) -> tuple[Consent, ...]:
    """What was asked and answered on a day: ``list`` was granted, ``-photo`` refused."""
    return tuple(Consent(p.lstrip("-"), not p.startswith("-"), on) for p in purposes)


def span(text: str, day: date) -> tuple[datetime, int]:
    """Start and minutes of ``09:00-09:40`` on a day."""
    first, last = (time.fromisoformat(part) for part in text.split("-"))
    starts, ends = datetime.combine(day, first), datetime.combine(day, last)
    return starts, (ends - starts) // timedelta(minutes=1)
