# SPDX-License-Identifier: MIT
"""How services reach the forum file, what checks return, and how a request is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from forumdesk.domain.attendance import Attendee
from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Phrase, Words, words_in

R = TypeVar("R", bound=Record)


class ForumDeskError(Exception):
    """A request that can't be met; its text is fit for the user, in any language."""

    def __init__(self, message: str, /, **values: object) -> None:
        self.phrase = Phrase.of(message, **values)
        super().__init__(self.phrase.said(words_in("en")))

    def said(self, words: Words) -> str:
        """What went wrong, in the language of ``words``."""
        return self.phrase.said(words)


class Severity(StrEnum):
    """How bad a problem is: ``ERROR`` must not reach paper, ``WARNING`` should be looked at."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@frozen
class Subject:
    """What a problem is about: a kind of record (``session``), an id, and the field if one."""

    kind: str
    id: str
    field: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" + (f":{self.field}" if self.field else "")


@frozen
class Fix:
    """A way out of a problem: what it is called, and the service that does it, as values.

    ``service`` is ``module.function`` of the services (``planning.set_rooms``), ``arguments``
    what it is given after the desk, by name; ``services.fixing.apply_fix`` calls it.
    """

    phrase: Phrase
    service: str
    arguments: Mapping[str, object] = field(hash=False)

    @classmethod
    def of(cls, phrase: Phrase, service: str, /, **arguments: object) -> Fix:
        """A fix with its arguments as keywords."""
        return cls(phrase, service, arguments)


@frozen
class Problem:
    """A finding of a check.

    ``kind`` names the check, ``facts`` is what the finding rests on: an acknowledgement holds
    as long as they are the same. ``fixes`` are ways out of it, the likeliest first; none where
    only the organizers can know.
    """

    kind: str
    severity: Severity
    subject: Subject
    phrase: Phrase
    facts: str = ""
    acknowledged: bool = False
    fixes: tuple[Fix, ...] = ()

    @property
    def pressing(self) -> bool:
        """Whether it is to be looked at: more than a note, and not accepted."""
        return self.severity is not Severity.NOTE and not self.acknowledged


@frozen
class News:
    """What a step changed: ids of records by kind, and who caused it.

    ``fields`` are those that changed, of each kind of which no record came or went.
    """

    changes: Mapping[type[Record], frozenset[str]]
    origin: object = None
    fields: Mapping[type[Record], frozenset[str]] | None = field(default=None, compare=False)

    def may_change(self, kind: type[Record], *fields: str) -> bool:
        """Whether records of a kind came or went, or one of these fields changed in some."""
        known = (self.fields or {}).get(kind)
        return kind in self.changes and (known is None or not known.isdisjoint(fields))


class Desk(Protocol):
    """The forum file as services see it: reading, and writing inside named steps.

    Every method raises ``ForumDeskError`` if the file can't be read or written.
    """

    def step(
        self, message: str, /, *, origin: object = None, merge: str = "", **values: object
    ) -> AbstractContextManager[None]:
        """One undoable change, named as the user would name it, in one transaction.

        ``message`` is a marked message (``N_``) with its ``values`` (strings, numbers, texts).
        Steps inside a step join it; one that fails leaves nothing. Two steps of the same
        ``merge`` within two seconds become one.
        """

    def put(self, record: Record) -> None:
        """Add a record, or replace the one of the same id."""

    def put_all(self, records: Iterable[Record]) -> None:
        """Add many **new** records of any kinds, fast."""

    def remove(self, kind: type[Record], id: str) -> None:
        """Take a record away; refused while another points to it."""

    def get(self, kind: type[R], id: str) -> R:
        """The record of this id; raises ``ForumDeskError`` if there is none."""

    def find(self, kind: type[R], **where: object) -> list[R]:
        """Records whose fields equal ``where``, or are among it where it is a list.

        In order of ``position`` where the kind has one, then of entry.
        """

    def holding(self, kind: type[R], text: str) -> list[R]:
        """Records in whose search text this stands, signs between letters set aside.

        In order of entry; for kinds that have a search text (people, organizations …).
        """

    def count(self, kind: type[Record], **where: object) -> int:
        """How many records ``find`` would give."""

    def largest(self, kind: type[Record], field: str, **where: object) -> int:
        """The largest number in a field of what ``find`` would give; 0 where there is none."""

    def tally(
        self, kind: type[Record], *fields: str, **where: object
    ) -> Mapping[tuple[object, ...], int]:
        """How many of what ``find`` would give have which values in these fields."""

    def attendees(
        self, edition: str, field: str = "", only: Iterable[object] = ()
    ) -> list[Attendee]:
        """The participants of an edition as the door knows them, in order of their numbers.

        All of them; those whose ``field`` (``id``, ``number`` or ``person``) is among ``only``;
        or (``log``) those of whom the log says anything.
        """

    def participants_named(self, edition: str, typed: str, limit: int) -> list[str]:
        """Ids of participants of an edition whom every typed word fits, best first.

        By name in any script, while a syllable is still being typed, or by initial consonants;
        by organization, office or number besides.
        """

    def people_named(self, edition: str, typed: str, limit: int) -> list[str]:
        """Ids of people whose names every typed word fits and who are not at the edition."""

    def people_due(self, day: date) -> list[str]:
        """Ids of people to be reviewed on a day: what is known of them was to be kept until then.

        Their own day is past; or they have none, and every consent of theirs has an end, which
        is past.
        """

    def backup(self, reason: str = ..., /) -> object:
        """Keep a verified backup of the file as it is, before something large; not in a step.

        ``reason`` is a marked message. Raises ``ForumDeskError`` if none can be made.
        """

    def forget_history(self) -> int:
        """Make all steps final, and nothing removed readable in the file; not in a step.

        For erasing a person. Gives how many steps were forgotten; there is no way back.
        """

    def new_id(self) -> str:
        """A new record's id (UUID)."""

    def now(self) -> datetime:
        """The present time, UTC."""
