# SPDX-License-Identifier: MIT
"""Backups: verified snapshots that say themselves what they are.

A backup is one file, a forum file with two tables more: ``backup`` says when, why and of what it
was made, with a SHA-256 over every row of every other table, so that a flipped bit is found
wherever the file was copied to; ``dump`` is the content as readable JSON, which outlives the
schema. Backups of a file lie in the user's data folder, so that the folder the secretariat works
in holds one file and nothing else. They are numbered: clocks go back, numbers don't.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from forumdesk.domain.patterns import Pattern
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_
from forumdesk.store import dump
from forumdesk.store.connection import bare, copy_into, reader
from forumdesk.store.copies import cleared, free, publish
from forumdesk.store.digest import check_sound, digest
from forumdesk.store.faults import told
from forumdesk.store.records import tables
from forumdesk.store.schema_check import BACKUP_TABLES

BY_HAND = N_("Made by hand")
WHILE_WORKING = N_("While working")
BEFORE_MIGRATION = N_("Before an update of the file's format")
BEFORE_IMPORT = N_("Before an import")
BEFORE_RESTORING = N_("Before a backup was restored")

_NUMBERED = Pattern(r"(\d{6,}) .*\.forum")
_ALWAYS = 5  # so many of the newest are never thinned out


@frozen
class Backup:
    """A backup: its number in its folder, when it was made (UTC), why (a marked message).

    ``source`` is the path of the file it was made of, ``counts`` the records by table, ``mark``
    tells whether the file has changed since, ``digest`` is the SHA-256 of its rows.
    """

    path: Path
    number: int
    made: datetime
    reason: str
    source: str
    counts: Mapping[str, int]
    mark: str
    digest: str


def folder_of(path: Path) -> Path:
    """Where the backups of a file go unless told otherwise: a folder of its own, by its path."""
    import hashlib  # noqa: PLC0415 - it loads OpenSSL, and few runs ask

    whole = path.resolve()
    key = hashlib.sha256(os.fsencode(whole)).hexdigest()[:10]
    return user_data_path("forumdesk", appauthor=False) / "backups" / f"{whole.stem[:40]} {key}"


def list_backups(folder: Path) -> list[Backup]:
    """The backups in a folder that say what they are, the newest first."""
    numbered = sorted(_numbered(folder), reverse=True)
    return [found for _, path in numbered if (found := read(path)) is not None]


def read(path: Path) -> Backup | None:
    """What a backup says of itself, unchecked; ``None`` if it says nothing that can be read."""
    with suppress(sqlite3.Error, ValueError, KeyError), closing(reader(path)) as connection:
        said = dict(connection.execute("SELECT name, value FROM backup").fetchall())
        made = datetime.fromisoformat(said["made"])
        counts = {str(name): int(count) for name, count in json.loads(said["counts"]).items()}
        plain = {key: str(said[key]) for key in ("reason", "source", "mark", "digest")}
        return Backup(path, _number(path), made, counts=counts, **plain)
    return None


def keep(connection: sqlite3.Connection, path: Path, folder: Path, reason: str) -> Backup:
    """Make a backup, or give the last one where nothing has changed since."""
    taken = snapshot(connection, path, folder, reason)
    return list_backups(folder)[0] if taken is None else taken.finish()


@frozen
class Snapshot:
    """The raw copy that a backup is made from, not yet checked."""

    part: Path
    target: Path
    facts: Mapping[str, str]

    def finish(self) -> Backup:
        """Describe it, check it, put it in its place; may run in another thread.

        Raises a ``FileError`` and leaves nothing if the copy is not sound.
        """
        with cleared(self.part), told(self.target):
            with closing(bare(self.part)) as connection:
                _describe(connection, self.facts)
            with closing(reader(self.part)) as connection:
                check_sound(connection, self.target)
            publish(self.part, self.target)
        found = read(self.target)
        assert found is not None
        return found


def snapshot(
    connection: sqlite3.Connection, path: Path, folder: Path, reason: str
) -> Snapshot | None:
    """Copy a file's present content; ``None`` if it has not changed since the last backup.

    Thins out the older ones first.
    """
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for leftover in folder.glob(".*.part"):
            leftover.unlink(missing_ok=True)
        facts = _facts(connection, path, reason)
        past = list_backups(folder)
        if past and past[0].mark == facts["mark"]:
            return None
        thin(past)
        number = max((number for number, _ in _numbered(folder)), default=0) + 1
        target = folder / f"{number:06} {facts['made'][:16].replace('T', ' ').replace(':', '')}"
        return _taken(connection, target.with_name(f"{target.name}.forum"), facts)


def write(connection: sqlite3.Connection, path: Path, target: Path, reason: str) -> Backup:
    """Make a backup in a file of that name; raises ``ForumDeskError`` if the name is taken."""
    free(target)
    with told(target):
        taken = _taken(connection, target, _facts(connection, path, reason))
    return taken.finish()


def holding(folder: Path, ids: Iterable[str]) -> list[Backup]:
    """The backups in which any of these records can still be read, the newest first.

    For erasing a person: what was removed from the file stays in them until they are deleted.
    """
    wanted = [one.encode() for one in ids]
    return [b for b in list_backups(folder) if any(one in b.path.read_bytes() for one in wanted)]


def thin(past: list[Backup]) -> list[Backup]:
    """Take away backups that others stand for, and give those that stay.

    Kept is the newest of each of the last 24 hours, 7 days, 5 weeks and 12 months **in which
    there is a backup**, and the last few. Ages are not asked for: a clock that jumps ahead must
    not make everything look old.
    """
    stays = {backup.number for backup in past[:_ALWAYS]}
    for count, period in _PERIODS:
        newest: dict[Hashable, int] = {}
        for backup in past:
            newest.setdefault(period(backup.made), backup.number)
        stays.update(list(newest.values())[:count])
    for backup in past:
        if backup.number not in stays:
            backup.path.unlink(missing_ok=True)
    return [backup for backup in past if backup.number in stays]


_PERIODS: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (24, lambda made: (made.date(), made.hour)),
    (7, lambda made: made.date()),
    (5, lambda made: made.isocalendar()[:2]),
    (12, lambda made: (made.year, made.month)),
)


def _numbered(folder: Path) -> Iterator[tuple[int, Path]]:
    if folder.is_dir():
        for path in folder.iterdir():
            if _NUMBERED.fullmatch(path.name):
                yield _number(path), path


def _number(path: Path) -> int:
    found = _NUMBERED.fullmatch(path.name)
    return int(found[1]) if found else 0


def _taken(connection: sqlite3.Connection, target: Path, facts: dict[str, str]) -> Snapshot:
    part = target.with_name(f".{target.name}.part")
    with cleared(part, always=False):
        copy_into(connection, part)
    return Snapshot(part, target, facts)


def _facts(connection: sqlite3.Connection, path: Path, reason: str) -> dict[str, str]:
    here = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    counts = {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in tables()
        if name in here
    }
    return {
        "made": datetime.now(UTC).isoformat(),
        "reason": reason,
        "source": os.fsencode(path.resolve()).decode(errors="backslashreplace"),
        "mark": _mark(connection),
        "counts": json.dumps(counts),
    }


def _mark(connection: sqlite3.Connection) -> str:
    """What differs after every step, undo and redo."""
    step = connection.execute(
        "SELECT max(number), sum(state = 'done'), max(at) FROM journal_step"
    ).fetchone()
    changes = connection.execute("SELECT max(number), count(*) FROM journal_change").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return json.dumps([version, *step, *changes])


def _describe(connection: sqlite3.Connection, facts: Mapping[str, str]) -> None:
    connection.execute("BEGIN")
    for name in ("backup", "dump"):
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in BACKUP_TABLES:
        connection.execute(statement)
    connection.executemany("INSERT INTO dump VALUES (?, ?)", dump.content(connection))
    stated = {**facts, "digest": digest(connection)}
    connection.executemany("INSERT INTO backup VALUES (?, ?)", stated.items())
    connection.execute("COMMIT")
