# SPDX-License-Identifier: MIT
"""The value of an option, read from what was typed or kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from forumdesk.handouts.question import Ask, Question

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language tag (RFC 5646), as far as documents use them."""


def _list(value: object) -> list[str]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, Iterable):
        raise ValueError(value)
    return [str(part).strip() for part in parts if str(part).strip()]


def _languages(_: Question, value: object) -> tuple[str, ...]:
    languages = tuple(dict.fromkeys(_list(value)))
    if not all(LANGUAGE.fullmatch(language) for language in languages):
        raise ValueError(value)
    return languages


def _choice(question: Question, value: object) -> StrEnum:
    by_name = {member.value.casefold(): member for member in question.values}
    try:
        return by_name[str(value).casefold()]
    except KeyError:
        raise ValueError(value) from None


def _several(question: Question, value: object) -> tuple[StrEnum, ...]:
    wanted = {_choice(question, part) for part in _list(value)}
    return tuple(member for member in question.values if member in wanted)


def _switch(_: Question, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if str(value).casefold() in ("true", "yes", "1", "on"):
        return True
    if str(value).casefold() in ("false", "no", "0", "off"):
        return False
    raise ValueError(value)


def _number(_: Question, value: object) -> int:
    number = int(str(value).strip() or 0)
    if not 0 <= number <= _MOST:
        raise ValueError(value)
    return number


def _day(_: Question, value: object) -> date | None:
    return value if isinstance(value, date) else date.fromisoformat(str(value)) if value else None


def _color(_: Question, value: object) -> str:
    if value and not _COLOR.fullmatch(str(value)):
        raise ValueError(value)
    return str(value)


def _people(_: Question, value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_list(value)))


_COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
_MOST = 100_000
_READERS: Mapping[Ask, Callable[[Question, object], object]] = MappingProxyType(
    {
        Ask.LANGUAGES: _languages,
        Ask.CHOICE: _choice,
        Ask.SEVERAL: _several,
        Ask.SWITCH: _switch,
        Ask.DAY: _day,
        Ask.DATE: _day,
        Ask.COLOR: _color,
        Ask.NUMBER: _number,
        Ask.PEOPLE: _people,
    }
)
"""How what is more than text is read."""


def read(question: Question, value: object) -> object:
    """The value of an option; raises ``ValueError`` for what can be none."""
    reader = _READERS.get(question.ask)
    return reader(question, value) if reader else str(value).strip()
