# SPDX-License-Identifier: MIT
"""From what stands in a sample's TOML files to the values of a record's fields."""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, TypeAlias

from forumdesk.domain.people import Consent, Contact, Name, Names, Script
from forumdesk.domain.records import field_types, without_none
from forumdesk.domain.references import references_of
from forumdesk.domain.wording import Text

Kind: TypeAlias = type[Any]
Table: TypeAlias = Mapping[str, Any]
Value: TypeAlias = Any  # whatever TOML may say
_SCRIPTS = {"hangul": Script.HANGUL, "hanja": Script.HANJA, "latin": Script.LATIN}
_CONTACTS = ("email", "phone", "mobile")


def field_values(kind: Kind, table: Table, find: Callable[[Kind, str], str]) -> dict[str, Any]:
    """The fields of a kind of record that a table names; ``find`` turns a key into an id."""
    pointing = {reference.field: reference.to for reference in references_of(kind)}
    types_of = {name: hint for name, hint in field_types(kind).items() if name in table}
    return {
        name: find(pointing[name], table[name])
        if name in pointing
        else _field_value(hint, table[name])
        for name, hint in types_of.items()
    }


def person_values(table: Table, biography: Table) -> dict[str, Any]:
    """The fields of a person that are said in a way of their own.

    Names are ``family, given`` in each script, or whole without a comma. Whoever is called by
    family name first in Hangul is so in Latin script too.
    """
    names = {script: _name(table[key]) for key, script in _SCRIPTS.items() if key in table}
    return {
        "names": Names.of(names),
        "family_first": bool(names[Script.HANGUL].family) or None,
        "contacts": tuple(Contact(kind, table[kind]) for kind in _CONTACTS if kind in table),
        "biography": Text.of(biography),
    }


def consents(purposes: Sequence[str], on: date | None) -> tuple[Consent, ...]:
    """What was asked and answered on a day: ``list`` was granted, ``-photo`` refused."""
    return tuple(Consent(p.lstrip("-"), not p.startswith("-"), on) for p in purposes)


def span(text: str, day: date) -> tuple[datetime, int]:
    """Start and minutes of ``09:00-09:40`` on a day."""
    first, last = (time.fromisoformat(part) for part in text.split("-"))
    starts, ends = datetime.combine(day, first), datetime.combine(day, last)
    return starts, (ends - starts) // timedelta(minutes=1)


def _field_value(hint: object, value: Value) -> object:
    hint = without_none(hint)
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_field_value(inner, item) for item in value)
    if hint is Text:
        return Text.of(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return value


def _name(text: str) -> Name:
    family, comma, given = text.partition(", ")
    return Name(family, given) if comma else Name(full=text)
