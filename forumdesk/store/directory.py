# SPDX-License-Identifier: MIT
"""The persons and organizations of the whole file as lists show them: found, and in order."""

from __future__ import annotations

import sqlite3

from forumdesk.domain.languages import base
from forumdesk.store.typed import patterns


def person_ids(
    connection: sqlite3.Connection, typed: str, language: str, limit: int = -1
) -> list[str]:
    """Ids of the persons in whose names or contacts every word is found, in a reader's order."""
    return _ids(connection, "person", typed, language=language, limit=limit)


def organization_ids(connection: sqlite3.Connection, typed: str, language: str) -> list[str]:
    """Ids of the organizations in one of whose names every word is found, in order of name."""
    return _ids(connection, "organization", typed, language=language, limit=-1)


def organization_tree(connection: sqlite3.Connection, language: str) -> list[tuple[str, int]]:
    """All organizations, each after the one above it; with how many stand above."""
    key = _key(language)
    rows = connection.execute(f"SELECT id, parent FROM organization ORDER BY {key}, id").fetchall()
    below: dict[str | None, list[str]] = {}
    known = {id_ for id_, _ in rows}
    for id_, parent in rows:
        below.setdefault(parent if parent in known else None, []).append(id_)
    found: list[tuple[str, int]] = []
    waiting = [(id_, 0) for id_ in reversed(below.get(None, []))]
    while waiting:
        id_, depth = waiting.pop()
        found.append((id_, depth))
        waiting += [(child, depth + 1) for child in reversed(below.get(id_, []))]
    return found


def _ids(
    connection: sqlite3.Connection, table: str, typed: str, *, language: str, limit: int
) -> list[str]:
    words = patterns(typed)
    fits = " AND ".join("search GLOB ?" for _ in words) or "1"
    sql = f"SELECT id FROM {table} WHERE {fits} ORDER BY {_key(language)}, id LIMIT ?"
    values = [*(f"*{word}*" for word in words), limit]
    return [id_ for (id_,) in connection.execute(sql, values)]


def _key(language: str) -> str:
    return "sort_ko" if base(language) == "ko" else "sort_en"
