# SPDX-License-Identifier: MIT
"""A foreign program as plain values: what ``exchange`` reads and ``services`` take in.

Nothing here has an id of ours. A ``key`` names a thing within its source, the same each time
the source is read; things refer to each other by key. ``extra`` is a JSON object of what the
source says and the model has no field for, kept for the way back out.
"""

from __future__ import annotations

from datetime import date, datetime

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import Severity
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Phrase


@frozen
class Finding:
    """Something odd in a source, or about taking it in.

    ``message`` is marked with ``N_`` and filled with ``values``; ``line`` counts from 1, and is
    0 where the finding is about no line of the source; ``thing`` names what it is about.
    """

    message: str
    values: tuple[tuple[str, object], ...] = ()
    severity: Severity = Severity.WARNING
    line: int = 0
    thing: str = ""

    @property
    def phrase(self) -> Phrase:
        """The finding as a sentence to be said in any language."""
        return Phrase(self.message, self.values)

    @property
    def where(self) -> str:
        """Line and thing, as far as known: ``line 12: Opening``."""
        line = f"line {self.line}" if self.line else ""
        return ": ".join(filter(None, (line, self.thing)))


@frozen
class SourceRoom:
    """A room of the source."""

    key: str
    name: str
    extra: str = ""


@frozen
class SourceTrack:
    """A track of the source; ``color`` is ``#rrggbb`` or empty."""

    key: str
    name: str
    color: str = ""
    extra: str = ""


@frozen
class SourcePerson:
    """A person of the source. ``identified``: by an id of the source, not by the name alone."""

    key: str
    name: str
    biography: str = ""
    contacts: tuple[tuple[str, str], ...] = ()  # kind (email, url) and value
    identified: bool = True
    extra: str = ""


@frozen
class SourceSpeaker:
    """A person in a session; ``role`` is the source's own word, mostly empty."""

    person: str
    role: str = ""


@frozen
class SourceSession:
    """A session of the source.

    ``starts`` is wall time at the venue, ``minutes`` the duration, ``rooms`` and ``track`` are
    keys; ``kind`` is the source's own word; ``languages`` are BCP 47 tags, that of the texts
    first. Texts are clean: no markup, paragraphs apart by an empty line; ``language`` is theirs
    where it is not the first that is spoken, and ``others`` are texts in other languages, each
    with its field (title, summary, abstract) and language. ``status`` and ``visibility`` are ours,
    empty where the source doesn't say; ``own``: its kind is one of ours too.
    """

    key: str
    title: str
    subtitle: str = ""
    abstract: str = ""
    description: str = ""
    kind: str = ""
    starts: datetime | None = None
    minutes: int | None = None
    rooms: tuple[str, ...] = ()
    track: str = ""
    languages: tuple[str, ...] = ()
    speakers: tuple[SourceSpeaker, ...] = ()
    links: tuple[Link, ...] = ()
    line: int = 0
    extra: str = ""
    language: str = ""
    others: tuple[tuple[str, str, str], ...] = ()
    status: str = ""
    visibility: str = ""
    own: bool = False


@frozen
class Schedule:
    """A whole program of the source.

    ``name`` tells this program from others of its kind (its acronym); ``timezone`` is an IANA
    name, ``day_boundary`` minutes after midnight; both may be unknown. ``language`` is that of
    titles and names that say no language themselves.
    """

    name: str = ""
    title: str = ""
    subtitle: str = ""
    venue: str = ""
    city: str = ""
    link: str = ""
    language: str = ""
    first_day: date | None = None
    last_day: date | None = None
    timezone: str = ""
    day_boundary: int | None = None
    rooms: tuple[SourceRoom, ...] = ()
    tracks: tuple[SourceTrack, ...] = ()
    persons: tuple[SourcePerson, ...] = ()
    sessions: tuple[SourceSession, ...] = ()
    findings: tuple[Finding, ...] = ()
    extra: str = ""

    @property
    def source(self) -> str:
        """The name under which it is remembered what came from this program."""
        return f"schedule:{self.name}"


@frozen
class ImportReport:
    """What an import did: sessions ``read`` are added, updated, unchanged or skipped.

    ``step`` is the name of the undoable step, ``None`` if nothing was changed; ``edition`` the
    id of the edition that was imported into.
    """

    edition: str
    read: int
    added: int
    updated: int
    unchanged: int
    skipped: int
    problems: tuple[Finding, ...]
    step: Phrase | None
