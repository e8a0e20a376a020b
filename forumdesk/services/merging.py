# SPDX-License-Identifier: MIT
"""Bringing the whole content of another forum file into this one.

Records are the same if they have the same id: a copy of this file, changed elsewhere, or a part
of it. What is not here is added; what is here and different becomes as it is there, as with every
import, and is told; what is only here stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk, ForumDeskError, Severity
from forumdesk.domain.forum import Edition
from forumdesk.domain.intake import Finding, ImportReport
from forumdesk.domain.outcomes import Agreement
from forumdesk.domain.people import Names, Organization, Participation, full_name
from forumdesk.domain.progress import Progress
from forumdesk.domain.records import KINDS, Record
from forumdesk.domain.references import owner_of, references_of
from forumdesk.domain.validity import having, tidied
from forumdesk.domain.versions import Origin
from forumdesk.domain.whole import Whole
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase

Importing = Generator[Progress, None, ImportReport]
_STEP = N_("Import a forum file")
_AT_ONCE = 200  # records between two reports of progress
_OTHERS = N_("“{thing}” was different here, and is now as in the file.")
_TO_NOTHING = N_(
    "{file}, {kind} {id}: {field} points to nothing that is there or here; nothing was imported."
)
_OF_SEVERAL = N_("{file}, {kind} {id} belongs to several editions; nothing was imported.")
_OF_ANOTHER = N_("{file}, {kind} {id} belongs to something else here; nothing was imported.")
_IN_ITSELF = N_("{file}, {kind} {id} would be inside itself; nothing was imported.")
# What may not go in a circle.
_INSIDE: tuple[tuple[type[Record], str], ...] = (
    (Organization, "parent"),
    (Session, "parent"),
    (Session, "follows"),
    *((kind, "predecessor") for kind in (Edition, Session)),
    *((Agreement, field) for field in ("amends", "replaces")),
)
_OF_ORIGIN = ("edition", "source", "table_name", "key")  # what only one of them has
_TWICE = N_("The number {number} is that of two participants now.")


def import_forum(desk: Desk, whole: Whole) -> Importing:
    """Take in the content of another forum file, as one step; the same again changes nothing.

    Yields its progress and returns the report; closed before its end, it leaves no trace.
    Whoever calls it keeps a backup before. Raises ``ForumDeskError`` for a record that points to
    nothing, belongs to something else here, or can't be.
    """
    with desk.step(_STEP):
        return (yield from _Merge(desk, whole).run())


class _Merge:
    """One import, inside a step that the caller opened."""

    def __init__(self, desk: Desk, whole: Whole) -> None:
        self._desk = desk
        self._whole = whole
        self._by_kind: dict[type[Record], list[Record]] = defaultdict(list)
        for record in whole.records:
            self._by_kind[type(record)].append(record)
        self._here: dict[type[Record], Mapping[str, Record]] = {}
        self._places: set[tuple[object, ...]] = set()
        self._skipped = 0
        self._targets: dict[type[Record], dict[str, Record | None]] = {}

    def run(self) -> Importing:
        """Compare, then write; return the report."""
        added: list[Record] = []
        updated: list[Record] = []
        total, done = 2 * len(self._whole.records), 0
        for kind in KINDS:
            self._refuse_twice(kind)
            here = self._known(kind)
            for record in self._by_kind.get(kind, ()):
                was = here.get(record.id)
                if was != record and not self._is_known_otherwise(record):
                    self._look_at(record, was)
                    (added if was is None else updated).append(record)
                done += 1
                if done % _AT_ONCE == 0:
                    yield Progress(done, total)
        self._refuse_circles()
        for some in _pieces(_ordered(added)):
            self._desk.put_all(some)
            done += len(some)
            yield Progress(done, total)
        for record in (*_bound(added), *updated):
            self._desk.put(record)
        yield Progress(total, total)
        return self._report(added, updated)

    def _known(self, kind: type[Record]) -> Mapping[str, Record]:
        """Records of this file that the other has as well."""
        if kind not in self._here:
            ids = [record.id for record in self._by_kind.get(kind, ())]
            found = self._desk.find(kind, id=ids) if ids else []
            self._here[kind] = {record.id: record for record in found}
        return self._here[kind]

    def _refuse_twice(self, kind: type[Record]) -> None:
        records = self._by_kind.get(kind, ())
        if len({record.id for record in records}) < len(records):
            raise ForumDeskError(
                N_("{file} holds a record twice; nothing was imported."), file=self._whole.name
            )

    def _is_known_otherwise(self, record: Record) -> bool:
        """Whether both files noted for themselves where something came from: ours stays."""
        if not isinstance(record, Origin):
            return False
        place = {name: getattr(record, name) for name in _OF_ORIGIN}
        taken = tuple(place.values())
        if taken in self._places or any(
            o.id != record.id for o in self._desk.find(Origin, **place)
        ):
            self._skipped += 1
            return True
        self._places.add(taken)
        return False

    def _look_at(self, record: Record, was: Record | None) -> None:
        """Raise ``ForumDeskError`` for a record that may not be as it is."""
        try:
            tidied(record)  # of which only is wanted whether it can be: nothing is to change
        except ForumDeskError as error:
            message = N_("{file}, {kind} {id}: {what} Nothing was imported.")
            raise self._refusal(message, record, what=error.phrase) from error
        editions: set[str] = set()
        for reference in references_of(type(record)):
            there = getattr(record, reference.field)
            target = self._target(reference.to, there) if there is not None else None
            if there is not None and target is None:
                raise self._refusal(_TO_NOTHING, record, field=reference.field)
            if target and not reference.across and (edition := self._edition_of(target)):
                editions.add(edition)
        if len(editions) > 1:
            raise self._refusal(_OF_SEVERAL, record)
        owner = owner_of(type(record))
        if was and owner and getattr(was, owner.field) != getattr(record, owner.field):
            raise self._refusal(_OF_ANOTHER, record)

    def _refusal(self, message: str, record: Record, **values: object) -> ForumDeskError:
        kind = type(record).__name__
        return ForumDeskError(message, file=self._whole.name, kind=kind, id=record.id, **values)

    def _target(self, kind: type[Record], id: str) -> Record | None:
        """What is pointed to: as it is in the other file, else as it is here."""
        if kind not in self._targets:
            self._targets[kind] = {r.id: r for r in self._by_kind.get(kind, ())}
        known = self._targets[kind]
        if id not in known:
            known[id] = next(iter(self._desk.find(kind, id=id)), None)
        return known[id]

    def _edition_of(self, record: Record) -> str | None:
        """The edition that a record belongs to; ``None`` for what belongs to none."""
        if isinstance(record, Edition):
            return record.id
        owner = owner_of(type(record))
        above = owner and self._target(owner.to, getattr(record, owner.field))
        return self._edition_of(above) if above else None

    def _refuse_circles(self) -> None:
        """Raise ``ForumDeskError`` if something would be inside itself."""
        for kind, field in _INSIDE:
            if not self._by_kind.get(kind):
                continue
            above = {r.id: getattr(r, field) for r in self._desk.find(kind)}
            above |= {r.id: getattr(r, field) for r in self._by_kind[kind]}
            if found := self._target(kind, _circle(above)):
                raise self._refusal(_IN_ITSELF, found)

    def _report(self, added: list[Record], updated: list[Record]) -> ImportReport:
        count = len(self._whole.records)
        return ImportReport(
            edition="",
            read=count,
            added=len(added),
            updated=len(updated),
            unchanged=count - len(added) - len(updated) - self._skipped,
            skipped=self._skipped,
            problems=(*self._told(updated), *self._numbers(added)),
            step=Phrase(_STEP) if added or updated else None,
        )

    def _told(self, updated: Iterable[Record]) -> Iterator[Finding]:
        for record in updated:
            if name := _name(record):
                yield Finding(_OTHERS, (("thing", name),), Severity.NOTE)

    def _numbers(self, added: Iterable[Record]) -> Iterator[Finding]:
        """Two copies of a file may have given one number to different participants."""
        for record in added:
            if isinstance(record, Participation) and record.number is not None:
                where = {"edition": record.edition, "number": record.number}
                if self._desk.count(Participation, **where) > 1:
                    yield Finding(_TWICE, (("number", record.number),), Severity.WARNING)


def _own_kind(record: Record) -> list[str]:
    """The fields in which a record points to others of its kind."""
    fields = (r.field for r in references_of(type(record)) if r.to is type(record))
    return [field for field in fields if getattr(record, field) is not None]


def _ordered(records: Iterable[Record]) -> Iterator[Record]:
    """New records that can be written one after the other: without ties to their own kind."""
    for record in records:
        if fields := _own_kind(record):
            yield having(record, dict.fromkeys(fields))
        else:
            yield record


def _bound(records: Iterable[Record]) -> Iterator[Record]:
    """Those of them that have such ties, whole."""
    return (record for record in records if _own_kind(record))


def _pieces(records: Iterator[Record]) -> Iterator[list[Record]]:
    piece: list[Record] = []
    for record in records:
        piece.append(record)
        if len(piece) == _AT_ONCE:
            yield piece
            piece = []
    if piece:
        yield piece


def _circle(above: Mapping[str, str | None]) -> str:
    """The id of something that is in a circle; empty if nothing is."""
    safe: set[str] = set()
    for start in above:
        line: list[str] = []
        at: str | None = start
        while at is not None and at not in safe:
            if at in line:
                return at
            line.append(at)
            at = above.get(at)
        safe.update(line)
    return ""


def _name(record: Any) -> str:  # noqa: ANN401 - any record
    """What a record is called; empty for what has no name of its own."""
    for field in ("title", "name", "names"):
        said = getattr(record, field, None)
        if isinstance(said, Text) and said:
            return said.best()
        if isinstance(said, Names) and said:
            return full_name(record, "en")
        if isinstance(said, str) and said:
            return said
    return ""
