# SPDX-License-Identifier: MIT
"""A copy to give away: without history, and without what is nobody else's business.

Left out are how to reach people, diet and access needs, notes of every kind, cues, who of the
secretariat answers for a session, how long people are kept, why problems were accepted, and what
imports knew besides; out of the tables and out of published versions alike.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from forumdesk.domain.people import Person
from forumdesk.store.connection import bare, complaints
from forumdesk.store.copies import cleared, free, publish, save_copy, shrink
from forumdesk.store.faults import damaged, told
from forumdesk.store.records import table

_EMPTIED = (
    "UPDATE participation SET notes = '', pin_reason = ''",
    "UPDATE session SET notes = '', cues = '', responsible = ''",
    "UPDATE edition SET notes = ''",
    "DELETE FROM acknowledgement",
    "DELETE FROM origin",
    "DELETE FROM distinction",
    "DELETE FROM saved_view",
)
_OF_SESSIONS, _OF_EDITIONS = ("notes", "cues", "responsible"), ("notes",)


def share_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Write a copy to give away; raises ``ForumDeskError`` if it can't, or the name is taken."""
    free(path)
    part = path.with_name(f".{path.name}.shared")
    with told(path), cleared(part):
        part.unlink(missing_ok=True)
        save_copy(connection, part, history=False)
        with closing(bare(part)) as copy:
            copy.execute("BEGIN")
            _strip_people(copy)
            for statement in _EMPTIED:
                copy.execute(statement)
            _strip_versions(copy)
            copy.execute("COMMIT")
            shrink(copy)
            if found := complaints(copy, "integrity_check", 1):
                raise damaged(path, found[0])
        publish(part, path)


def _strip_people(copy: sqlite3.Connection) -> None:
    kept = table(Person)
    settings = ", ".join(f'"{column}" = ?' for column in kept.stored)
    for row in copy.execute(kept.select).fetchall():
        person = kept.record(row)
        assert isinstance(person, Person)
        bare_ = replace(person, contacts=(), diet="", access="", notes="", keep_until=None)
        if bare_ != person:
            values = (*kept.row(bare_), person.id)
            copy.execute(f"UPDATE {kept.name} SET {settings} WHERE id = ?", values)


def _strip_versions(copy: sqlite3.Connection) -> None:
    for key, content in copy.execute("SELECT id, content FROM version").fetchall():
        edition = json.loads(content)
        _empty(edition.get("sessions", ()), _OF_SESSIONS)
        _empty([edition.get("edition", {}), *edition.get("editions", ())], _OF_EDITIONS)
        _empty(edition.get("participations", ()), ("pin_reason",))
        text = json.dumps(edition, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if text != content:
            digest = hashlib.sha256(text.encode()).hexdigest()
            copy.execute(
                "UPDATE version SET content = ?, digest = ? WHERE id = ?", (text, digest, key)
            )


def _empty(records: list[dict[str, Any]], fields: tuple[str, ...]) -> None:
    for record in records:
        for field in fields:
            if field in record:
                record[field] = ""
