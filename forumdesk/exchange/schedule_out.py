# SPDX-License-Identifier: MIT
"""An edition's program as schedule.xml and schedule.json have it: flat events by day and room.

What both formats say is put together here; ``schedule_xml_out`` and ``schedule_json_out`` write
it. The formats know neither items inside a session (they are listed in its description, and who
speaks there speaks in the session), nor a second room, nor sessions without a time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import Any

from forumdesk.domain.agenda import Part, Role, Session, SessionKind, SessionStatus
from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.frozen import freeze
from forumdesk.domain.languages import base
from forumdesk.domain.people import ABSENT, Participation, full_name
from forumdesk.domain.session_words import session_kind
from forumdesk.domain.source_fields import says_cancelled
from forumdesk.domain.terms import term
from forumdesk.domain.times import known_zone
from forumdesk.domain.values import frozen
from forumdesk.domain.versions import Origin
from forumdesk.domain.wording import Text
from forumdesk.domain.words import DEFAULT, N_, Phrase, words_in
from forumdesk.exchange.schedule_event import Event, Speaker, event_links
from forumdesk.exchange.schedule_names import CANCELLED, OPEN_END
from forumdesk.exchange.schedule_sources import Sources

_LONGEST = 99 * 60 + 59  # minutes that a length of two digits of hours holds
_UNTIMED = N_("The session has no time and is not in the file.")
_SECOND_ROOM = N_("The file holds one room for each session: {room}; the others are left out.")
_NO_ROOM = N_("Sessions without a room, whose room is empty in the file: {count}.")
_TOO_LONG = N_("The session is longer than the file can say; there it takes 99:59 hours.")
_NO_DAYS = N_("The edition has no days yet, so that there is no schedule to write.")


@frozen
class Outgoing:
    """What is to be written of an edition.

    ``origins`` are those of its records; ``shown`` the ids of the sessions and items that may be
    in it (``None``: all); ``languages`` those of the texts: a text stands in the first it has, or
    in each where several are asked for (``joined``). ``version`` names the state it is; ``inner``
    is for organizers: interpreters, and how people are reached.
    """

    dossier: Dossier
    origins: tuple[Origin, ...] = ()
    shown: frozenset[str] | None = None
    languages: tuple[str, ...] = ()
    joined: bool = False
    version: str = ""
    inner: bool = False


def languages_by_use(dossier: Dossier) -> tuple[str, ...]:
    """The languages of an edition, that of most titles first: where a file says but one."""
    used = Counter(tag for session in dossier.sessions for tag in session.title)
    return tuple(sorted(dossier.languages, key=lambda tag: -used[tag]))


@frozen
class RoomOut:
    """A room of the file; plenary sessions are in one without name and guid."""

    name: str
    guid: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@frozen
class TrackOut:
    """A track of the file."""

    name: str
    color: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@frozen
class DayOut:
    """A day of the file: when it begins and ends, and its rooms with the events in each."""

    index: int
    date: date
    starts: str
    ends: str
    rooms: tuple[tuple[RoomOut, tuple[Event, ...]], ...]


class Program:
    """An edition's program, flat; ``problems`` is complete once ``days`` were read."""

    def __init__(self, outgoing: Outgoing) -> None:
        self.outgoing = outgoing
        self.dossier = outgoing.dossier
        self.problems: list[Problem] = []
        self.sources = Sources(outgoing.origins)
        self._zone = known_zone(self.dossier.edition.timezone) or UTC
        self._fallback = tuple(dict.fromkeys((*outgoing.languages, *self.dossier.languages)))
        self._kinds: dict[str, SessionKind] = {}
        self._names: dict[str, str] = {}
        self._words = words_in(base(next(iter(self._fallback), DEFAULT)))
        self._numbers: set[int] = set()
        self._guids: set[str] = set()
        if not self.dossier.days:
            raise ForumDeskError(_NO_DAYS)

    @cached_property
    def days(self) -> tuple[DayOut, ...]:
        """Every day, each with all rooms that are used at all, in order."""
        placed: dict[tuple[date, str], list[Event]] = defaultdict(list)
        for session in self.dossier.program:
            if self._is_shown(session) and (event := self._event(session)):
                day = self.dossier.day_of(session)
                assert day is not None
                within = self.dossier.rooms_of(session)
                placed[day, within[0].id if within else ""].append(event)
        used = {room for _, room in placed}
        if plenary := sum(len(events) for (_, room), events in placed.items() if not room):
            subject = Subject("edition", self.dossier.edition.id)
            phrase = Phrase.of(_NO_ROOM, count=plenary)
            self.problems.append(Problem("schedule-no-room", Severity.NOTE, subject, phrase))
        rooms = {"": RoomOut("")} | {room.id: self._room(room.id) for room in self.dossier.rooms}
        return tuple(
            DayOut(
                index,
                day,
                *self._bounds(day),
                tuple(
                    (room, tuple(placed.get((day, key), ())))
                    for key, room in rooms.items()
                    if key in used
                ),
            )
            for index, day in enumerate(self.dossier.days, 1)
        )

    @cached_property
    def tracks(self) -> tuple[TrackOut, ...]:
        """Every track that is used, in order."""
        used = {s.track for s in self.dossier.program if self._is_shown(s)}
        return tuple(
            TrackOut(self.line(t.name), t.color.lower(), self.sources.extra("track", t.id))
            for t in self.dossier.tracks
            if t.id in used
        )

    @cached_property
    def conference(self) -> Mapping[str, Any]:
        """What the source said of the whole."""
        return self.sources.extra("edition", self.dossier.edition.id)

    @property
    def said_in(self) -> str:
        """The languages of the texts: by them the file is known when it comes back."""
        languages = self.outgoing.languages or self.dossier.languages
        return ",".join(languages if self.outgoing.joined else languages[:1])

    @property
    def version(self) -> str:
        """The name of the state: as asked, else the newest published, else as the source has it.

        What changed since it was published bears a sign: by this name apps see what is new.
        """
        if self.outgoing.version:
            return self.outgoing.version
        versions = self.dossier.versions
        if versions:
            newest = max(versions, key=lambda one: (one.at, one.id))
            return newest.name if freeze(self.dossier) == newest.content else f"{newest.name}+"
        return str(self.conference.get("version") or "draft")

    def line(self, text: Text) -> str:
        """A text on one line, in the first language or, if wanted, in each."""
        return _flat(" / ".join(self._wordings(text)))

    def prose(self, text: Text) -> str:
        """Running text, the languages below each other."""
        return "\n\n".join(self._wordings(text))

    def wall(self, at: datetime) -> str:
        """A wall time with the offset it has at the venue."""
        return at.replace(tzinfo=self._zone).isoformat(timespec="seconds")[:25]

    def _wordings(self, text: Text) -> list[str]:
        if self.outgoing.joined:
            own = [text[tag] for tag in self.outgoing.languages if tag in text]
            if own:
                return list(dict.fromkeys(own))
        return [text.best(self._fallback)] if text else []

    def _bounds(self, day: date) -> tuple[str, str]:
        boundary = timedelta(minutes=self.dossier.edition.day_boundary)
        begins = datetime.combine(day, time()) + boundary
        return self.wall(begins), self.wall(begins + timedelta(days=1, minutes=-1))

    def _room(self, id: str) -> RoomOut:
        room = self.dossier.room[id]
        guid, extra = self.sources.guid("room", id), self.sources.extra("room", id)
        return RoomOut(self.line(room.name), guid, extra)

    def _is_shown(self, session: Session) -> bool:
        return self.outgoing.shown is None or session.id in self.outgoing.shown

    def _event(self, session: Session) -> Event | None:
        if session.starts is None:
            self._tell("untimed", session, _UNTIMED, Severity.WARNING)
            return None
        extra = self.sources.extra("session", session.id)
        rooms = [self.line(room.name) for room in self.dossier.rooms_of(session)]
        if len(rooms) > 1:
            self._tell("second-room", session, _SECOND_ROOM, room=rooms[0])
        track = self.dossier.track.get(session.track or "")
        abstract, description = self._texts(session, extra)
        return Event(
            session=session.id,
            guid=self._guid(session),
            id=self._number(session, extra),
            date=self.wall(session.starts),
            start=f"{session.starts:%H:%M}",
            duration=self._duration(session),
            room=rooms[0] if rooms else "",
            title=self._title(session),
            subtitle=self.line(session.summary),
            track=self.line(track.name) if track else "",
            kind=self._kind(session, extra),
            language=self._language(session),
            abstract=abstract,
            description=description,
            persons=tuple(self._speakers(session)),
            links=event_links(session.links),
            extra=extra,
        )

    def _title(self, session: Session) -> str:
        title = self.line(session.title) or term(session.kind, self._words)
        if session.status is SessionStatus.CANCELLED and not says_cancelled(title):
            return self._words.context(*CANCELLED, title=title)
        return title

    def _texts(self, session: Session, extra: Mapping[str, Any]) -> tuple[str, str]:
        """Abstract and description, parted where the source parted them; items come last."""
        whole, split = self.prose(session.abstract), extra.get("split")
        abstract, description = whole, ""
        if isinstance(split, int) and whole[split : split + 2] == "\n\n":
            abstract, description = whole[:split], whole[split + 2 :]
        items = "\n".join(self._items(session))
        if not abstract:
            return items, ""
        return abstract, "\n\n".join(filter(None, (description, items)))

    def _items(self, session: Session) -> Iterator[str]:
        for item in self._shown_items(session):
            clock = f"{item.starts:%H:%M}" if item.starts else ""
            title = self.line(item.title) or term(item.kind, self._words)
            names = ", ".join(self._name(found) for _, found in self._spoken(item))
            yield " – ".join(filter(None, (f"{clock} {title}".strip(), names)))
            yield from self._items(item)

    def _shown_items(self, session: Session) -> Iterator[Session]:
        for item in self.dossier.items_of(session):
            if self._is_shown(item) and item.status is not SessionStatus.CANCELLED:
                yield item

    def _spoken(self, session: Session) -> Iterator[tuple[Part, Participation]]:
        for part in self.dossier.parts_of(session):
            found = self.dossier.participation.get(part.participation)
            hidden = part.role is Role.INTERPRETS and not self.outgoing.inner
            if (
                found is not None
                and found.status not in ABSENT
                and not hidden
                and self._name(found)
            ):
                yield part, found

    def _all_spoken(self, session: Session) -> Iterator[tuple[Part, Participation]]:
        yield from self._spoken(session)
        for item in self._shown_items(session):
            yield from self._all_spoken(item)

    def _speakers(self, session: Session) -> Iterator[Speaker]:
        seen: set[str] = set()
        for part, found in self._all_spoken(session):
            if found.id not in seen:
                seen.add(found.id)
                yield self._speaker(part, found)

    def _speaker(self, part: Part, found: Participation) -> Speaker:
        person = self.dossier.person.get(found.person or "")
        role = "" if part.role is Role.SPEAKS else part.role.value
        if person is None:
            guid = self.sources.guid("participation", found.id)
            return Speaker(self._name(found), guid, role)
        contacts = person.contacts if self.outgoing.inner else ()
        return Speaker(
            self._name(found),
            self.sources.guid("person", person.id),
            role,
            self.prose(person.biography),
            tuple((c.kind, c.value) for c in contacts if c.kind in ("email", "url")),
            self.sources.extra("person", person.id),
        )

    def _name(self, found: Participation) -> str:
        """What somebody is called, found out once: many speak several times."""
        if found.id not in self._names:
            self._names[found.id] = self._called(found)
        return self._names[found.id]

    def _called(self, found: Participation) -> str:
        person = self.dossier.person.get(found.person or "")
        if person is None:
            body = self.dossier.organization.get(found.organization or "")
            return self.line(body.name) if body else ""
        tags = self.outgoing.languages if self.outgoing.joined else self._fallback[:1]
        first, *others = dict.fromkeys(full_name(person, tag) for tag in tags)
        return _flat(f"{first} ({', '.join(others)})" if others else first)

    def _kind(self, session: Session, extra: Mapping[str, Any]) -> str:
        """The source's own word as long as it fits, else ours."""
        word = extra.get("type")
        if not isinstance(word, str):
            return term(session.kind, self._words)
        if word not in self._kinds:  # there are few words, and many patterns for them
            self._kinds[word] = session_kind(word, "")
        meant = self._kinds[word]
        if meant is SessionKind.PRESENTATION:  # which a short title may say better
            meant = session_kind("", session.title.best())
        return word if meant is session.kind else term(session.kind, self._words)

    def _language(self, session: Session) -> str:
        """The languages spoken, that of the texts first if it is among them."""
        first = next((tag for tag in self._fallback if tag in session.title), "")
        return ",".join(sorted(session.languages, key=lambda tag: tag != first))

    def _duration(self, session: Session) -> str:
        if session.minutes is None:
            return OPEN_END
        if session.minutes > _LONGEST:
            self._tell("too-long", session, _TOO_LONG)
        hours, minutes = divmod(min(session.minutes, _LONGEST), 60)
        return f"{hours:02}:{minutes:02}"

    def _guid(self, session: Session) -> str:
        guid = self.sources.guid("session", session.id)
        if guid.lower() in self._guids:  # two of the source have one
            guid = session.id
        self._guids.add(guid.lower())
        return guid

    def _number(self, session: Session, extra: Mapping[str, Any]) -> int:
        """The source's number, else one that follows from the id and so stays the same."""
        said = str(extra.get("id", ""))
        number = int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0
        if number < 1 or number in self._numbers:
            digest = blake2b(session.id.encode(), digest_size=4).digest()
            number = int.from_bytes(digest, "big") % (2**31 - 2) + 1
            while number in self._numbers:
                number += 1
        self._numbers.add(number)
        return number

    def _tell(
        self,
        kind: str,
        session: Session,
        message: str,
        severity: Severity = Severity.NOTE,
        **values: str,
    ) -> None:
        phrase = Phrase.of(
            N_("“{title}”: {what}"),
            title=session.title or term(session.kind, self._words),
            what=Phrase.of(message, **values),
        )
        self.problems.append(
            Problem(f"schedule-{kind}", severity, Subject("session", session.id), phrase)
        )


def _flat(text: str) -> str:
    """Text on one line; it is as clean as it was stored."""
    return " ".join(text.split())
