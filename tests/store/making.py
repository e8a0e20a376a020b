# SPDX-License-Identifier: MIT
"""Records of every kind made at random, and what a file holds as one comparable value."""

from __future__ import annotations

import types
import typing
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache
from random import Random
from typing import Any

from forumdesk.domain.agenda import Link
from forumdesk.domain.people import Consent, Contact, Invitation, Name, Names, Script, StatusDay
from forumdesk.domain.records import KINDS, Record
from forumdesk.domain.references import REFERENCES
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text
from forumdesk.store.forumfile import ForumFile

UTC_FIELDS = {"at"}
TARGETS = {(r.kind, r.field): r.to for r in REFERENCES}
WORDS = (
    "반도체 포럼",
    "Café 2026",
    "공급망",
    "keynote",
    "a\nb",
    '"quoted" {x}',
    "Ünal",
    "学会",
    "",
)
Ids = dict[type[Any], list[str]]


def text(rng: Random) -> Text:
    return Text.of({language: rng.choice(WORDS) for language in rng.sample(("ko", "en", "de"), 2)})


def moment(rng: Random, zone: Any = None) -> datetime:
    return datetime(2026, 6, 1, 9, 0, tzinfo=zone) + timedelta(minutes=rng.randrange(100_000))


def value(hint: Any, rng: Random) -> Any:
    if isinstance(hint, types.UnionType):
        inner = next(a for a in typing.get_args(hint) if a is not type(None))
        return None if rng.random() < 0.3 else value(inner, rng)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return rng.choice(list(hint))
    return MAKERS[hint](rng)


MAKERS: dict[Any, Any] = {
    str: lambda rng: rng.choice(WORDS),
    int: lambda rng: rng.randrange(1000),
    bytes: lambda rng: rng.randbytes(20),
    bool: lambda rng: rng.random() < 0.5,
    date: lambda rng: moment(rng).date(),
    datetime: moment,
    Text: text,
    Names: lambda rng: Names.of(
        {Script.HANGUL: Name("김", rng.choice(("철수", "영희"))), Script.LATIN: Name(full="A B")}
    ),
    tuple[str, ...]: lambda rng: tuple(rng.sample(("ko", "en", "fr"), rng.randrange(3))),
    tuple[Text, ...]: lambda rng: tuple(text(rng) for _ in range(rng.randrange(3))),
    tuple[Link, ...]: lambda rng: tuple(
        Link("https://a.example/?q=1&r=2", rng.choice(WORDS)) for _ in range(rng.randrange(2))
    ),
    tuple[Contact, ...]: lambda rng: tuple(
        Contact("email", "a@b.example") for _ in range(rng.randrange(2))
    ),
    tuple[Consent, ...]: lambda rng: tuple(
        Consent(
            "list",
            rng.random() < 0.5,
            value(date | None, rng),
            value(date | None, rng),
            rng.choice(WORDS),
        )
        for _ in range(rng.randrange(2))
    ),
    tuple[StatusDay, ...]: lambda rng: tuple(
        StatusDay(rng.choice(list(Invitation)), value(date | None, rng))
        for _ in range(rng.randrange(3))
    ),
}


@cache
def hints_of(kind: type[Any]) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def pointed_to(kind: type[Any]) -> set[type[Any]]:
    """The kinds that records of a kind refer to."""
    return {target for (source, _), target in TARGETS.items() if source is kind}


def make(kind: type[Any], ids: Ids, rng: Random, id: str) -> Any | None:
    """A record of a kind whose references are among ``ids``; ``None`` if one is missing."""
    hints = hints_of(kind)
    made: dict[str, Any] = {"id": id}
    for field in fields(kind):
        if field.name == "id":
            continue
        if (target := TARGETS.get((kind, field.name))) is None:
            zone = UTC if field.name in UTC_FIELDS else None
            hint = hints[field.name]
            made[field.name] = moment(rng, zone) if zone else value(hint, rng)
        elif there := [one for one in ids.get(target, []) if one != id]:
            made[field.name] = rng.choice(there)
        elif type(None) in typing.get_args(hints[field.name]):
            made[field.name] = None
        else:
            return None
    if kind is Origin:
        made["key"] = id  # what a source calls a thing is unlike its other names
    if kind.__name__ in ("Participation", "CommitmentOwner") and not (
        made["person"] or made["organization"]
    ):
        return None
    return kind(**made)


def one_of_each(desk: ForumFile, rng: Random, rounds: int = 2) -> list[Record]:
    """Some records of every kind, in an order in which they can be put."""
    ids: Ids = {}
    made = []
    for kind in (kind for kind in KINDS for _ in range(rounds)):
        record = make(kind, ids, rng, desk.new_id())
        assert record is not None, kind
        ids.setdefault(kind, []).append(record.id)
        made.append(record)
    return made


def everything(desk: ForumFile) -> dict[type[Any], list[Any]]:
    """All there is, by kind."""
    return {kind: desk.find(kind) for kind in KINDS}


def rows(desk: ForumFile) -> list[tuple[Any, ...]]:
    """All that is stored, derived columns included, but not the journal."""
    connection = desk._connection
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith(("journal", "sqlite", "_", "backup", "dump"))
    ]
    return [
        (name, *row)
        for name in sorted(names)
        for row in connection.execute(f"SELECT * FROM {name} ORDER BY id")
    ]
