# SPDX-License-Identifier: MIT
"""Looking for who stands at the door, and reading who came, among a hundred thousand.

Names are looked for in the derived columns, by the patterns of ``typed``.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.finding import searched
from forumdesk.domain.people import Invitation
from forumdesk.store.typed import pattern, patterns


def participants_named(
    connection: sqlite3.Connection, edition: str, typed: str, limit: int
) -> list[str]:
    """Ids of the participants of an edition whom every typed word fits, best first.

    A word fits a name; where no name fits all of them, the organization or what is said of the
    participation as well. First come those whose family name begins so; those who come before the
    others; each in order of their names.
    """
    words = patterns(typed)
    if not words:
        return []
    whole = pattern(searched(typed), last=True)
    values: dict[str, object] = {f"w{n}": f"*{word}*" for n, word in enumerate(words)}
    values |= {"edition": edition, "limit": limit}
    values |= {"family": f"[12]{whole}*", "begins": f"{whole}*", "line": f"*\n{whole}*"}
    for join, fit, latin in _FITS:
        if latin and not whole.isascii():
            continue
        fits = " AND ".join(fit.format(f":w{n}") for n in range(len(words)))
        rows = connection.execute(_NAMED.format(join=join, fits=fits), values).fetchall()
        if rows:
            return [row[0] for row in rows]
    return []


_BODY = "participation.organization IN (SELECT id FROM organization WHERE search GLOB {0})"
# How a typed word fits, the quickest first: the next is asked where nobody was found. A name in
# Latin letters is written with hyphens or without.
_FITS = (
    ("JOIN", "person.search GLOB {0}", False),
    ("JOIN", "replace(person.search, '-', '') GLOB {0}", True),
    ("LEFT JOIN", _BODY, False),
    (
        "LEFT JOIN",
        f"(person.search GLOB {{0}} OR participation.search GLOB {{0}} OR {_BODY})",
        False,
    ),
)
_NAMED = (
    "SELECT participation.id FROM participation"
    " {join} person ON person.id = participation.person"
    " WHERE participation.edition = :edition AND {fits}"
    " ORDER BY CASE WHEN replace(person.sort_ko, ' ', '') GLOB :family"
    " OR replace(person.sort_en, ' ', '') GLOB :family THEN 0"
    " WHEN person.search GLOB :begins OR person.search GLOB :line THEN 1 ELSE 2 END,"
    " participation.status <> 'accepted', person.sort_ko, participation.number LIMIT :limit"
)


def people_named(connection: sqlite3.Connection, edition: str, typed: str, limit: int) -> list[str]:
    """Ids of people of the directory, not of this edition, whose names every typed word fits."""
    words = patterns(typed)
    if not words:
        return []
    fits = " AND ".join("search GLOB ?" for _ in words)
    rows = connection.execute(
        f"SELECT id FROM person WHERE {fits} AND NOT EXISTS (SELECT 1 FROM participation"
        " WHERE participation.person = person.id AND participation.edition = ?)"
        " ORDER BY sort_ko, id LIMIT ?",
        (*(f"*{word}*" for word in words), edition, limit),
    )
    return [row[0] for row in rows]


def attendees(
    connection: sqlite3.Connection, edition: str, field: str = "", only: Iterable[object] = ()
) -> list[Attendee]:
    """The participants of an edition as the door knows them, in order of their numbers.

    All of them; those whose ``field`` (``id``, ``number`` or ``person``) is among ``only``; or
    (``log``) those of whom the log says anything.
    """
    # Where few are asked for, the index that finds them is the one of the field asked by.
    of_edition = "edition = ?" if field in ("", "number") else "+edition = ?"
    chosen, values = "", [edition]
    if field == "log":
        chosen = " AND id IN (SELECT participation FROM check_in)"
    elif field:
        chosen = f" AND {field} IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(only)))
    rows = connection.execute(
        "SELECT id, person, organization, side, status, number FROM participation"
        f" WHERE {of_edition}{chosen} ORDER BY +number, +id",
        values,
    ).fetchall()
    lines = connection.execute(
        "SELECT id, participation, at, desk, how FROM check_in WHERE participation IN"
        f" (SELECT id FROM participation WHERE {of_edition}{chosen}) ORDER BY at, id",
        values,
    )
    logs = _logs(lines)
    return [
        Attendee(key, person, body, side, Invitation(status), number, logs.get(key, ()))
        for key, person, body, side, status, number in rows
    ]


def _logs(lines: Iterable[tuple[str, str, str, str, str]]) -> dict[str, tuple[CheckIn, ...]]:
    logs: dict[str, list[CheckIn]] = defaultdict(list)
    for key, participation, at, desk, how in lines:
        line = CheckIn(key, participation, datetime.fromisoformat(at), desk, CheckInHow(how))
        logs[participation].append(line)
    return {participation: tuple(log) for participation, log in logs.items()}
