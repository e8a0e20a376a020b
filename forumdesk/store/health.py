# SPDX-License-Identifier: MIT
"""The health report: everything that can be wrong with a forum file or a backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.words import N_, Phrase
from forumdesk.store.connection import complaints
from forumdesk.store.digest import differs
from forumdesk.store.faults import DamagedFileError, ForeignContentError, UndecodableError, told
from forumdesk.store.journal import Journal
from forumdesk.store.migrations import FORMATS, Formats, applied, database, migrate
from forumdesk.store.opening import Gates, real
from forumdesk.store.records import Table, quoted, tables
from forumdesk.store.schema_check import check_schema, is_backup


def verify(path: Path, formats: Formats = FORMATS) -> list[Problem]:
    """What is wrong with a file on disk, which is only read; empty if it is sound.

    Raises a ``FileError`` for what is no forum file at all.
    """
    try:
        opened = Gates(formats, lambda _: None).private(real(path))
    except (DamagedFileError, ForeignContentError) as error:
        return [_of_file(path, error)]
    try:
        return problems(opened.connection, path, formats)
    finally:
        opened.close()


def problems(
    connection: sqlite3.Connection, path: Path, formats: Formats = FORMATS
) -> list[Problem]:
    """What a full check of an open database finds.

    One of an older format is brought to the present one on the way: a private copy, that is.
    """
    found: list[Problem] = []
    try:
        with told(path):
            check_schema(connection, path, formats)
            for problem in _all(connection, path, formats):
                found.append(problem)
    except ForumDeskError as error:
        found.append(_of_file(path, error))
    return found


def _all(connection: sqlite3.Connection, path: Path, formats: Formats) -> Iterator[Problem]:
    for text in complaints(connection, "integrity_check"):
        said = Phrase.of(N_("The file is damaged: {what}"), what=text)
        yield _problem("damaged", Subject("file", str(path)), said)
    for name, row, target, _ in connection.execute("PRAGMA foreign_key_check"):
        said = Phrase.of(N_("It points to something that is not there: {target}"), target=target)
        yield _problem("dangling", Subject(str(name), _id(connection, name, row)), said)
    if is_backup(connection) and differs(connection):
        said = Phrase.of(N_("The backup is not what was written: its SHA-256 differs."))
        yield _problem("digest", Subject("file", str(path)), said)
    if len(applied(connection)) < len(formats):
        with database(connection).atomic():  # its records can only be read in the present format
            migrate(connection, formats)
    for table in tables().values():
        yield from _records(connection, table)
    Journal(connection).check()


def _id(connection: sqlite3.Connection, name: str, row: int | None) -> str:
    found = connection.execute(f"SELECT id FROM {name} WHERE rowid = ?", (row,)).fetchone()
    return str(found[0]) if found else ""


def _records(connection: sqlite3.Connection, table: Table) -> Iterator[Problem]:
    own = len(table.columns)
    for row in connection.execute(f"SELECT {quoted(table.stored)} FROM {table.name}"):
        try:
            record = table.record(row[:own])
        except UndecodableError as error:
            said = Phrase.of(N_("It can't be read: {what}"), what=str(error))
            yield _problem("unreadable", Subject(table.name, str(row[0])), said)
            continue
        following = table.following(record)
        if row[own:] != tuple(following.values()):
            said = Phrase.of(N_("What it is found by is not what it says."))
            yield _problem("search", Subject(table.name, str(row[0]), "search"), said)


def _of_file(path: Path, error: ForumDeskError) -> Problem:
    return _problem("damaged", Subject("file", str(path)), error.phrase)


def _problem(kind: str, subject: Subject, phrase: Phrase) -> Problem:
    return Problem(f"file-{kind}", Severity.ERROR, subject, phrase)
