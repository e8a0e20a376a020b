# SPDX-License-Identifier: MIT
"""A copy to give away: without history, and without what is nobody else's business.

Left out are how to reach people, diet and access needs, notes of every kind, cues, who of the
secretariat answers for a session, who drives, pictures of signatures, how long people are kept,
why problems were accepted, and what imports knew besides; out of the tables and out of published
versions alike.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import fold
from forumdesk.store.connection import bare, complaints, copy_into
from forumdesk.store.copies import cleared, free, make_plain, publish, shrink
from forumdesk.store.faults import damaged, told

_EMPTIED = (
    "DELETE FROM journal_change",
    "DELETE FROM journal_step",
    "UPDATE person SET diet = '', access = '', notes = '', keep_until = NULL",
    "UPDATE participation SET notes = '', pin_reason = ''",
    "UPDATE session SET notes = '', cues = '', responsible = ''",
    "UPDATE edition SET notes = ''",
    "UPDATE agreement SET notes = ''",
    "UPDATE commitment SET notes = ''",
    "UPDATE seating SET notes = ''",
    "UPDATE vehicle SET driver = '', phone = '', notes = ''",
    "DELETE FROM acknowledgement",
    "DELETE FROM origin",
    "DELETE FROM distinction",
    "DELETE FROM saved_view",
)
_OF_SESSIONS, _OF_EDITIONS = ("notes", "cues", "responsible"), ("notes",)
_PICTURED = (
    ("person", "photo", "people"),
    ("organization", "logo", "organizations"),
    ("edition", "cover", "editions"),
)
"""What has pictures besides messages: table, column, and what versions call the table."""


@frozen
class Sharing:
    """The raw copy that a copy to give away is made of."""

    part: Path
    path: Path

    def finish(self) -> None:
        """Take out what is nobody's business, check it, give it its name; may run in a thread.

        Raises a ``FileError`` and leaves nothing if that can't be.
        """
        with told(self.path), cleared(self.part):
            with closing(bare(self.part)) as copy:
                make_plain(copy)
                copy.execute("BEGIN")
                for statement in _EMPTIED:
                    copy.execute(statement)
                _strip_contacts(copy)
                _strip_signatures(copy)
                _strip_versions(copy)
                copy.execute("COMMIT")
                shrink(copy)
                if found := complaints(copy, "integrity_check", 1):
                    raise damaged(self.path, found[0])
            publish(self.part, self.path)


def share(connection: sqlite3.Connection, path: Path) -> Sharing:
    """Begin a copy to give away; raises ``ForumDeskError`` if the name is taken."""
    free(path)
    part = path.with_name(f".{path.name}.part")
    with told(path), cleared(part, always=False):
        part.unlink(missing_ok=True)
        copy_into(connection, part)
    return Sharing(part, path)


def _strip_contacts(copy: sqlite3.Connection) -> None:
    """Take addresses and numbers away, and out of what people are found by."""
    rows = copy.execute("SELECT id, contacts, search FROM person WHERE contacts <> '[]'").fetchall()
    found = ((_without(search, contacts), key) for key, contacts, search in rows)
    copy.executemany("UPDATE person SET contacts = '[]', search = ? WHERE id = ?", found)


def _without(search: str, contacts: str) -> str:
    values = {fold(contact["value"]) for contact in json.loads(contacts)}
    return "\n".join(line for line in search.split("\n") if line not in values)


def _strip_signatures(copy: sqlite3.Connection) -> None:
    """Take the pictures of signatures away: whoever has one can sign with it."""
    rows = copy.execute("SELECT signature FROM passage WHERE signature IS NOT NULL").fetchall()
    copy.execute("UPDATE passage SET signature = NULL")
    kept = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {table} WHERE {field} = image.id)"
        for table, field, _ in _PICTURED
    )
    copy.executemany(f"DELETE FROM image WHERE id = ? AND {kept}", rows)


def _strip_versions(copy: sqlite3.Connection) -> None:
    for key, content in copy.execute("SELECT id, content FROM version").fetchall():
        edition = json.loads(content)
        _empty(edition.get("sessions", ()), _OF_SESSIONS)
        _empty([edition.get("edition", {}), *edition.get("editions", ())], _OF_EDITIONS)
        _empty(edition.get("participations", ()), ("pin_reason",))
        for kind in ("agreements", "commitments", "seatings"):
            _empty(edition.get(kind, ()), ("notes",))
        _unsign(edition)
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


def _unsign(edition: dict[str, Any]) -> None:
    """Take the pictures of signatures out of a published version."""
    signed = [one for one in edition.get("passages", ()) if one.get("signature")]
    going = {one["signature"] for one in signed}
    going.discard(edition.get("edition", {}).get("cover"))
    for _, field, records in _PICTURED:
        going -= {one.get(field) for one in edition.get(records, ())}
    for one in signed:
        one["signature"] = None
    if signed:
        edition["images"] = [one for one in edition["images"] if one["id"] not in going]
