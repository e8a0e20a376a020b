# SPDX-License-Identifier: MIT
"""The forum file: create it, open it, write to it in steps, back it up, close it.

What backups, copies and checks need is loaded when one is made: a file is to be open at once.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from forumdesk.domain.desk import ForumDeskError, News, Problem
from forumdesk.domain.progress import exhausted
from forumdesk.domain.records import Record
from forumdesk.domain.words import N_
from forumdesk.store import lock, reading
from forumdesk.store.connection import connect, keep_journal_beside
from forumdesk.store.faults import StorageFailedError, disk_refused, moved, told, told_of_sqlite
from forumdesk.store.gate import check_length
from forumdesk.store.ids import Ids
from forumdesk.store.journal import Entry, Journal, Replay
from forumdesk.store.migrations import APPLICATION_ID, FORMATS, Formats, database, migrate
from forumdesk.store.opening import Gates, Opened, read_only, real
from forumdesk.store.records import table

if TYPE_CHECKING:
    from sqlite_utils import Database

    from forumdesk.domain.attendance import Attendee
    from forumdesk.store.backups import Backup, Snapshot
    from forumdesk.store.roster import Roster
    from forumdesk.store.sharing import Sharing

R = TypeVar("R", bound=Record)
Listener = Callable[[News], None]
_MANY = 2_000  # records that are undone and redone within a blink


def _utc_now() -> datetime:
    return datetime.now(UTC)


class ForumFile:
    """An open forum file; the ``Desk`` of the services.

    Used from one thread. ``listeners`` hear the news of each step after it is committed.
    ``recovered`` tells that an unfinished change was taken back on opening, or that the program
    had ended without closing the file; ``why_read_only`` is a marked message, empty if the file
    can be changed.
    """

    formats: Formats = FORMATS

    def __init__(self, path: Path, opened: Opened, folder: Path | None = None) -> None:
        self.path = path
        self.recovered = opened.recovered
        self.why_read_only = opened.read_only
        self._folder = folder
        self.listeners: list[Listener] = []
        self.new_id: Callable[[], str] = Ids()
        self.now: Callable[[], datetime] = _utc_now
        self._opened = opened
        self._connection = opened.connection
        self._journal = Journal(opened.connection)
        self._place = _place(path)
        self._depth = 0

    @classmethod
    def create(cls, path: Path, *, folder: Path | None = None) -> ForumFile:
        """Make a new, empty forum file; raises ``ForumDeskError`` if the path is taken.

        ``folder`` is where its backups go, by default in the user's data folder.
        """
        check_length(path)
        try:
            path.touch(exist_ok=False)
        except FileExistsError:
            raise ForumDeskError(
                N_("{path} exists already; nothing was written."), path=str(path)
            ) from None
        except OSError as error:
            raise disk_refused(path, error) from error
        try:
            with told(path):
                connection = _new(path, cls.formats)
        except BaseException:
            lock.release(path)
            path.unlink(missing_ok=True)
            raise
        return cls(path, Opened(connection, recovered=False), folder)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        take_over: bool = False,
        folder: Path | None = None,
    ) -> ForumFile:
        """Open a forum file; raises a ``FileError`` of its own kind for each thing wrong with it.

        A file that can't be written to is opened for reading only, as with ``read_only``: from a
        private copy, so that another program may have it open. ``take_over`` disregards that
        another computer says it has the file open. ``folder`` is where its backups go.
        """
        path = real(path)

        def keep(connection: sqlite3.Connection) -> None:
            from forumdesk.store import backups  # noqa: PLC0415 - see above

            backups.keep(
                connection, path, folder or backups.folder_of(path), backups.BEFORE_MIGRATION
            )

        gates = Gates(cls.formats, keep)
        if read_only:
            return cls(path, gates.copied(path), folder)
        return cls(path, gates.writable(path, _utc_now(), take_over=take_over), folder)

    @cached_property
    def backups(self) -> Path:
        """The folder its backups go to."""
        from forumdesk.store.backups import folder_of  # noqa: PLC0415 - see above

        return self._folder or folder_of(self.path)

    @cached_property
    def _db(self) -> Database:
        """What steps are made through: once for the file, as making it takes a while."""
        return database(self._connection)

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read."""
        return bool(self.why_read_only)

    @property
    def in_step(self) -> bool:
        """Whether a step is open."""
        return self._depth > 0

    def close(self) -> None:
        """Close the file; one file remains. A step that is still open leaves nothing."""
        self._opened.close()
        if self._opened.copy is None:
            lock.release(self.path)

    def __enter__(self) -> ForumFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def step(
        self, message: str, /, *, origin: object = None, merge: str = "", **values: object
    ) -> Iterator[None]:
        """One named, undoable change in one transaction; see ``Desk.step``."""
        if self._depth:
            with self._inner_step():
                yield
            return
        with self._writing():
            self._journal.begin(message, values, self.now(), merge)
            yield
            self._check_inside()
            changed = self._journal.end()
        if changed:
            self._tell(origin)

    def put(self, record: Record) -> None:
        """Add or replace a record."""
        self._check_inside()
        with told(self.path):
            self._journal.put(table(type(record)), record)

    def put_all(self, records: Iterable[Record]) -> None:
        """Add many new records."""
        self._check_inside()
        with self._inner_step():  # all or none, should the caller go on after an error
            for kind, group in groupby(records, key=type):
                self._journal.insert(table(kind), list(group))

    def remove(self, kind: type[Record], id: str) -> None:
        """Take a record away."""
        self._check_inside()
        with told(self.path):
            self._journal.remove(table(kind), id)

    def get(self, kind: type[R], id: str) -> R:
        """The record of this id."""
        found = self.find(kind, id=id)
        if not found:
            raise ForumDeskError(
                N_("There is no {kind} with the id {id}."), kind=table(kind).name, id=id
            )
        return found[0]

    def find(self, kind: type[R], **where: object) -> list[R]:
        """Records by fields, in order of position, then of entry."""
        with told(self.path):
            return reading.find(self._connection, table(kind), where)  # type: ignore[return-value]

    def count(self, kind: type[Record], **where: object) -> int:
        """How many records there are."""
        with told(self.path):
            return reading.count(self._connection, table(kind), where)

    def largest(self, kind: type[Record], field: str, **where: object) -> int:
        """The largest number in a field."""
        with told(self.path):
            return reading.largest(self._connection, table(kind), field, where)

    def tally(
        self, kind: type[Record], *fields: str, **where: object
    ) -> Mapping[tuple[object, ...], int]:
        """How many records have which values in these fields."""
        with told(self.path):
            return reading.tally(self._connection, table(kind), fields, where)

    def holding(self, kind: type[R], text: str) -> list[R]:
        """Records in whose search text this stands, signs between letters set aside."""
        with told(self.path):
            return reading.holding(self._connection, table(kind), text)  # type: ignore[return-value]

    def roster(self, edition: str, language: str) -> Roster:
        """The participants of an edition as lists show them to readers of a language."""
        from forumdesk.store.roster import Roster  # noqa: PLC0415 - not at the start

        return Roster(self._connection, lambda: told(self.path), edition, language=language)

    def person_ids(self, typed: str, language: str, limit: int = -1) -> list[str]:
        """Ids of the persons that what is typed finds, in a reader's order; all for ``""``."""
        from forumdesk.store import directory  # noqa: PLC0415 - not at the start

        with told(self.path):
            return directory.person_ids(self._connection, typed, language, limit)

    def organization_ids(self, typed: str, language: str) -> list[str]:
        """Ids of the organizations that what is typed finds, in a reader's order."""
        from forumdesk.store import directory  # noqa: PLC0415 - not at the start

        with told(self.path):
            return directory.organization_ids(self._connection, typed, language)

    def organization_tree(self, language: str) -> list[tuple[str, int]]:
        """Every organization, after the one above it, with how many stand above."""
        from forumdesk.store import directory  # noqa: PLC0415 - not at the start

        with told(self.path):
            return directory.organization_tree(self._connection, language)

    def attendees(
        self, edition: str, field: str = "", only: Iterable[object] = ()
    ) -> list[Attendee]:
        """The participants of an edition as the door knows them."""
        from forumdesk.store import door  # noqa: PLC0415 - not at the start

        with told(self.path):
            return door.attendees(self._connection, edition, field, only)

    def participants_named(self, edition: str, typed: str, limit: int) -> list[str]:
        """Ids of participants whom what is typed fits, best first."""
        from forumdesk.store import door  # noqa: PLC0415 - not at the start

        with told(self.path):
            return door.participants_named(self._connection, edition, typed, limit)

    def people_named(self, edition: str, typed: str, limit: int) -> list[str]:
        """Ids of people who are not at the edition and whose names fit."""
        from forumdesk.store import door  # noqa: PLC0415 - not at the start

        with told(self.path):
            return door.people_named(self._connection, edition, typed, limit)

    def undo(self, origin: object = None) -> Entry | None:
        """Undo the last step; ``None`` if there is nothing to undo."""
        return exhausted(self.undoing(origin))

    def redo(self, origin: object = None) -> Entry | None:
        """Redo the step undone last; ``None`` if there is nothing to redo."""
        return exhausted(self.redoing(origin))

    def undoing(self, origin: object = None) -> Replay:
        """The same as ``undo``, bit by bit; closed before its end, it leaves all as it was."""
        return self._replayed(self._journal.undoing, origin)

    def redoing(self, origin: object = None) -> Replay:
        """The same as ``redo``, bit by bit."""
        return self._replayed(self._journal.redoing, origin)

    def takes_long(self, entry: Entry) -> bool:
        """Whether undoing or redoing a step is better done bit by bit."""
        with told(self.path):
            return self._journal.holds_more(entry, _MANY)

    def history(self, limit: int = -1) -> list[Entry]:
        """The steps, newest first."""
        with told(self.path):
            return self._journal.entries(limit)

    def undoable(self) -> Entry | None:
        """The step that ``undo`` would undo."""
        with told(self.path):
            return self._journal.undoable()

    def redoable(self) -> Entry | None:
        """The step that ``redo`` would redo."""
        with told(self.path):
            return self._journal.redoable()

    def backup(self, reason: str = "", /) -> Backup:
        """Keep a verified backup; ``reason`` is a marked message. Never inside a step.

        Where nothing changed since the last one, that one is given.
        """
        from forumdesk.store import backups  # noqa: PLC0415 - see above

        self._check_outside()
        why = reason or backups.BY_HAND
        return backups.keep(self._connection, self.path, self.backups, why)

    def write_backup(self, path: Path, reason: str = "") -> Backup:
        """Write a verified backup to a file of that name; never over one there is."""
        from forumdesk.store import backups  # noqa: PLC0415 - see above

        self._check_outside()
        return backups.write(self._connection, self.path, path, reason or backups.BY_HAND)

    def snapshot(self, reason: str = "") -> Snapshot | None:
        """What a backup is made from, taken at once; ``None`` if nothing changed since the last.

        ``Snapshot.finish`` does the rest and may run in another thread.
        """
        from forumdesk.store import backups  # noqa: PLC0415 - see above

        self._check_outside()
        why = reason or backups.WHILE_WORKING
        return backups.snapshot(self._connection, self.path, self.backups, why)

    def save_copy(self, path: Path, *, history: bool = True) -> None:
        """Write everything to another file, that of a backup included; never over one there is.

        ``history=False`` leaves out the journal, so that nothing deleted can be read from it.
        """
        from forumdesk.store.copies import save_copy  # noqa: PLC0415 - see above

        self._check_outside()
        save_copy(self._connection, path, history=history)

    def share(self, path: Path) -> Sharing:
        """Begin a copy to give away, without history, contacts, notes and the like.

        ``Sharing.finish`` does the rest and may run in another thread.
        """
        from forumdesk.store.sharing import share  # noqa: PLC0415 - rare, and it loads OpenSSL

        self._check_outside()
        return share(self._connection, path)

    def people_due(self, day: date) -> list[str]:
        """Ids of people who were to be kept until a day before this; see ``retention``."""
        from forumdesk.store import retention  # noqa: PLC0415 - not at the start

        with told(self.path):
            return retention.people_due(self._connection, day)

    def forget_history(self) -> int:
        """Make everything done so far final, and nothing removed readable in the file.

        For erasing a person. Gives how many steps were forgotten; there is no way back.
        """
        from forumdesk.store.copies import shrink  # noqa: PLC0415 - see above

        self._check_outside()
        with self._writing():
            forgotten = self._journal.forget()
        with told(self.path):
            shrink(self._connection)
        return forgotten

    def content(self) -> Iterator[tuple[str, str]]:
        """Each table's name and its records as JSON; see ``dump.export_json``."""
        from forumdesk.store.dump import content  # noqa: PLC0415 - see above

        with told(self.path):
            yield from content(self._connection)

    def problems(self) -> list[Problem]:
        """What is wrong with the file: a full check, for the health report."""
        from forumdesk.store.health import problems  # noqa: PLC0415 - see above

        return problems(self._connection, self.path, self.formats)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction; its failure leaves nothing and is said as an error of the file."""
        self._check_outside()
        if self.why_read_only:
            raise read_only(self.path, self.why_read_only)
        self._check_place()
        self._depth = 1
        try:
            with told_of_sqlite(self.path), self._db.atomic():
                yield
                self._check_place()
        finally:
            self._depth = 0

    @contextmanager
    def _inner_step(self) -> Iterator[None]:
        """Part of a step: if it fails, the step may go on without it, but not with half of it."""
        mark = self._journal.mark()
        self._depth += 1
        try:
            with told_of_sqlite(self.path), self._db.atomic():
                yield
                self._check_inside()
        except BaseException:
            self._journal.back_to(mark)
            raise
        finally:
            self._depth -= 1

    def _check_place(self) -> None:
        if _place(self.path) != self._place:
            raise moved(self.path)

    def _check_inside(self) -> None:
        assert self._depth, "a change outside a step"
        if not self._connection.in_transaction:
            # A full disk makes SQLite give up the whole transaction, not only the statement.
            raise StorageFailedError(
                N_("{path}: this step was broken off, and nothing of it was kept."),
                path=str(self.path),
            )

    def _check_outside(self) -> None:
        assert not self._depth, "inside a step"
        assert not self._connection.in_transaction, "a transaction was left open"

    def _replayed(self, replay: Callable[[], Replay], origin: object) -> Replay:
        with self._writing(), told(self.path):
            entry = yield from replay()
        if entry is not None:
            self._tell(origin)
        return entry

    def _tell(self, origin: object) -> None:
        news = News(self._journal.touched(), origin, self._journal.fields())
        for listener in list(self.listeners):
            listener(news)


def _new(path: Path, formats: Formats) -> sqlite3.Connection:
    connection = connect(path)
    try:
        keep_journal_beside(connection)
        lock.claim(path, _utc_now())
        with database(connection).atomic():
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection, formats)
    except BaseException:
        connection.close()
        raise
    return connection


def _place(path: Path) -> tuple[int, int] | None:
    """Which file is at a path: device and number; ``None`` if there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
