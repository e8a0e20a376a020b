# SPDX-License-Identifier: MIT
"""Taking in what a source says now, without losing what was changed here since last time.

For each field of a record there are three values: what the source said last time, what it says
now, and what stands here. Of the first only a short mark is kept (``marks``). A field that
changed in the source alone is taken over, one that changed here alone is kept, and one that
changed in both is kept and told. A text counts by language, so that a translation added here
never stands in the way of a correction there; leave that was given counts by its purpose, so that
the day and the source noted here stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any, TypeVar

from forumdesk.domain.agenda import Link
from forumdesk.domain.people import Consent, Contact, Name, Names, Script
from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import Text

R = TypeVar("R", bound=Record)
_BY_PART = (Text, Names)  # their type is looked at: asking an abstract class takes long
_FEW = (str, Text, Names)  # kinds of values that come again and again
Fields = Mapping[str, object]


def marks(fields: Fields) -> str:
    """A short mark of each value that isn't empty: ``title.en=0f3a… minutes=77b1…``."""
    words = [
        _marked_of_few(name, value) if type(value) in _FEW else _marked(name, value)
        for name, value in fields.items()
    ]
    return " ".join(filter(None, words))


@lru_cache(maxsize=32768)  # of offices and the like a list has few, and names come many times
def _marked_of_few(name: str, value: object) -> str:
    return _marked(name, value)


def _marked(name: str, value: object) -> str:
    """The marks of one field, by part where it has some."""
    whole: Any = value
    if type(whole) in _BY_PART:
        marked = [(f"{name}.{key}", _mark(part)) for key, part in whole.pairs]
    elif name == "consents":
        marked = [(f"{name}.{one.purpose}", _mark(_answer(one))) for one in _consents(whole)]
    else:
        mark = _mark(whole)
        return f"{name}={mark}" if mark else ""
    return " ".join([f"{part}={mark}" for part, mark in marked if mark])


def with_unsaid(now: str, last: str) -> tuple[str, str]:
    """The marks of a source that can't say everything, and those of last time to compare with.

    What it does not say keeps the mark it had, and nothing is compared there.
    """
    said, before = (dict(_pair(word) for word in words.split()) for words in (now, last))
    whole = {**before, **said}
    if whole == before:
        return last, last
    compared = {name: mark for name, mark in before.items() if name in said}
    return _written(whole), _written(compared)


def _written(marked: Mapping[str, str]) -> str:
    return " ".join(f"{name}={mark}" for name, mark in marked.items())


def merged(record: R, fields: Fields, last: str | None) -> tuple[R, tuple[str, ...]]:
    """A record with what is new in ``fields``, and the names of those that changed in both.

    ``last`` is what ``marks`` gave last time; ``None`` if the record isn't from this source:
    then only empty fields are filled.
    """
    before = None if last is None else dict(_pair(word) for word in last.split())
    changes: dict[str, object] = {}
    kept = []
    for name, new in _units({**_gone(before, fields), **fields}):
        field, _, language = name.partition(".")
        stands = changes.get(field, getattr(record, field))
        here = _part(stands, language)
        value, clash = _decided(here, new, before, name)
        if clash:
            kept.append(name)
        if value != here:
            changes[field] = _with(stands, language, value)
    fresh = replace(record, **changes) if changes else record  # type: ignore[arg-type]
    return fresh, tuple(kept)


@frozen
class Change:
    """A value that a source has for a field, or for a language or script of it (``office.ko``).

    ``here`` is what stands here, ``there`` what would; ``take`` says whether it is taken over.
    """

    name: str
    here: object
    there: object
    take: bool = True


def changes(record: Record, fields: Fields, last: str | None) -> tuple[Change, ...]:
    """What ``fields`` would change in a record, each to be taken over or not.

    Proposed is what ``merged`` would do; of what changed in both places, or stands here while the
    record is not from this source (``last`` is ``None``), that it stays.
    """
    before = None if last is None else dict(_pair(word) for word in last.split())
    found = []
    for name, new in _units({**_gone(before, fields), **fields}):
        field, _, part = name.partition(".")
        here = _part(getattr(record, field), part)
        value, clash = _decided(here, new, before, name)
        if clash or (before is None and value == here != new and not _empty(new)):
            found.append(Change(name, here, new, take=False))
        elif value != here:
            found.append(Change(name, here, value))
    return tuple(found)


def applied(record: R, found: Iterable[Change]) -> R:
    """A record with those of the changes that are to be taken over."""
    values: dict[str, object] = {}
    for change in found:
        if change.take:
            field, _, part = change.name.partition(".")
            stands = values.get(field, getattr(record, field))
            values[field] = _with(stands, part, change.there)
    return replace(record, **values) if values else record  # type: ignore[arg-type]


def decided(here: tuple[str, ...], new: tuple[str, ...], last: str, name: str) -> tuple[str, ...]:
    """The same for a list that is no field of the record, such as the rooms of a session."""
    before = dict(_pair(word) for word in last.split())
    value, _ = _decided(here, new, before, name)
    assert isinstance(value, tuple)
    return value


def _decided(
    here: object, new: object, before: Mapping[str, str] | None, name: str
) -> tuple[object, bool]:
    """The value a field is to have, and whether it changed both here and in the source."""
    if here == new:
        return here, False
    if before is None:
        return (new if _empty(here) else here), False
    last = before.get(name, "")
    if last == _mark(new):
        return here, False
    if last == _mark(here):
        return new, False
    if isinstance(here, tuple) and isinstance(new, tuple):
        return (*here, *(item for item in new if item not in here)), False
    return here, True


def _part(whole: object, key: str) -> object:
    if isinstance(whole, Text):
        return whole.get(key, "")
    if isinstance(whole, Names):
        return whole.get(Script(key), Name())
    if isinstance(whole, tuple) and key:
        return next((_answer(one) for one in _consents(whole) if one.purpose == key), None)
    return whole


def _consents(whole: object) -> list[Consent]:
    return [one for one in whole if isinstance(one, Consent)] if isinstance(whole, tuple) else []


def _answer(consent: Consent) -> Consent:
    """What was said, and neither when nor where."""
    return Consent(consent.purpose, consent.given)


def _with(whole: object, key: str, value: object) -> object:
    if isinstance(whole, Text) and isinstance(value, str):
        return whole.having(key, value)
    if isinstance(whole, Names) and isinstance(value, Name):
        return Names.of({**whole, Script(key): value})
    if isinstance(whole, tuple) and key:
        said = {one.purpose: one for one in _consents(whole)} | {key: value}
        return tuple(filter(None, said.values()))
    return value


def _gone(before: Mapping[str, str] | None, fields: Fields) -> dict[str, object]:
    """Languages and scripts that the source had last time and has no more: empty now."""
    gone: dict[str, object] = {}
    for name in before or ():
        field, _, key = name.partition(".")
        whole = fields.get(field)
        if isinstance(whole, Text) and key not in whole:
            gone[name] = ""
        elif isinstance(whole, Names) and key not in whole:
            gone[name] = Name()
        elif field == "consents" and field in fields and _part(whole, key) is None:
            gone[name] = None
    return gone


def _units(fields: Fields) -> list[tuple[str, object]]:
    units: list[tuple[str, object]] = []
    for name, value in fields.items():
        if isinstance(value, (Text, Names)):
            units.extend((f"{name}.{key}", part) for key, part in value.pairs)
        elif name == "consents":
            units.extend((f"{name}.{one.purpose}", _answer(one)) for one in _consents(value))
        else:
            units.append((name, value))
    return units


def _empty(value: object) -> bool:
    return not value and type(value) is not int  # no minutes are something, no words are not


def _mark(value: object) -> str:
    if _empty(value):
        return ""
    return blake2b(_plain(value).encode(errors="replace"), digest_size=6).hexdigest()


def _plain(value: object) -> str:
    """A value as text that stays the same from one release to the next."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        # Contacts here, as there are most of them.
        parts = [f"{p.kind}\x1f{p.value}" if type(p) is Contact else _plain(p) for p in value]
        return "\x1e".join(parts)
    if isinstance(value, (Link, Name, Contact)):
        return "\x1f".join([getattr(value, field) for field in value.__match_args__])
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _pair(word: str) -> tuple[str, str]:
    name, _, mark = word.rpartition("=")
    return name, mark
