# SPDX-License-Identifier: MIT
"""Reading schedule.xml, the format of frab, pretalx, FOSDEM and the Chaos congresses.

Files in the wild seldom validate, so that everything may be missing, double or contradictory:
what can be read is kept, what is odd is told as a finding, and only what is no schedule at all
is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import urljoin

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.forum import DAY_BOUNDARY
from forumdesk.domain.intake import (
    Finding,
    Schedule,
    SourceSession,
    SourceSpeaker,
)
from forumdesk.domain.language_tags import tags
from forumdesk.domain.times import known_zone
from forumdesk.domain.wording import clean, one_line
from forumdesk.domain.words import N_, interface_languages, words_in
from forumdesk.exchange import schedule_times as times
from forumdesk.exchange.prose import prose, tidy
from forumdesk.exchange.schedule_names import CANCELLED, GENERATOR, OPEN_END
from forumdesk.exchange.schedule_things import Persons, Rooms, Tracks, extra, ids_of
from forumdesk.exchange.xmltree import Node, read_tree

_NEEDED = frozenset({"conference", "day", "room", "event", "tracks", "persons", "version"})
# What is read into fields of its own; whatever else an event or conference says is kept as it is.
_READ = frozenset(
    (
        *("title", "subtitle", "abstract", "description", "date", "start", "duration", "room"),
        *("track", "persons", "links", "attachments", "logo", "url", "feedback_url"),
        "video_download_url",
    )
)
_PREFIXES = (words_in(tag).context(*CANCELLED) for tag in interface_languages())
_CANCELLED = re.compile("|".join(re.escape(p.partition("{")[0]) for p in _PREFIXES))
_SCHEMES = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


def read(data: bytes, file: str = "schedule.xml") -> Schedule:
    """The schedule in an XML file; ``file`` is how it is named when it is refused.

    Raises ``ForumDeskError``, naming the line, for what isn't XML, ends early, declares
    entities, is beyond all bounds, or is other XML than a schedule.
    """
    root = read_tree(data, file)
    if root.tag != "schedule" or not any(node.tag in _NEEDED for node in root.children):
        raise ForumDeskError(
            N_("{file} is XML, but no schedule: it begins with <{name}>; nothing was imported."),
            file=file,
            name=one_line(root.tag)[:60],
        )
    return schedule_of(root)


def schedule_of(root: Node) -> Schedule:
    """The schedule in a tree of the elements of a schedule.xml."""
    return _Reading(root).schedule()


class _Reading:
    """One schedule being read; in one of our own, texts are plain and nothing in them is markup."""

    def __init__(self, root: Node) -> None:
        self._root = root
        generator = root.child("generator")
        self._own = generator is not None and generator.get("name") == GENERATOR
        self._said_in = generator.get("system") if generator is not None else ""
        self._prose = tidy if self._own else prose
        self._conference = root.child("conference") or Node("conference", {}, root.line)
        self._findings: list[Finding] = []
        name = one_line(self._conference.said("time_zone_name"))
        self._zone = known_zone(name)
        if name and self._zone is None:
            self._found(N_("The time zone {name} is not known."), self._conference, name=name)
        said = [e.said("duration") for _, _, e in self._events()]
        self._days_first = times.days_come_first(said)
        change = times.clock(self._conference.said("day_change"))
        self._change = change.hour * 60 + change.minute if change else None
        self._base = self._conference.said("base_url") or self._conference.said("url")
        self._rooms = Rooms()
        self._tracks = Tracks(root, self._conference)
        self._persons = Persons(root, self._findings, self._prose)
        self._keys: set[str] = set()
        self._offsets: Counter[timedelta] = Counter()
        self._placed: list[tuple[date, datetime]] = []  # program days and what starts on them

    def schedule(self) -> Schedule:
        conference = self._conference
        for room in (room for day in self._root.all("day") for room in day.all("room")):
            self._rooms.of(room)
        sessions = tuple(self._session(day, room, event) for day, room, event in self._events())
        languages = Counter(session.languages[0] for session in sessions if session.languages)
        if not sessions:
            self._found(N_("The schedule holds no sessions."), self._root)
        title = one_line(conference.said("title"))
        first, last = self._span()
        return Schedule(
            name=one_line(conference.said("acronym")) or title,
            title=title,
            subtitle=one_line(conference.said("subtitle")),
            venue=one_line(conference.said("venue")),
            city=one_line(conference.said("city")),
            link=self._address(conference.said("url") or conference.said("base_url")),
            language=languages.most_common(1)[0][0] if languages else "",
            first_day=first,
            last_day=last,
            timezone=self._zone_name(),
            day_boundary=self._boundary(),
            rooms=self._rooms.all(),
            tracks=self._tracks.all(),
            persons=self._persons.all(),
            sessions=sessions,
            findings=tuple(self._findings),
            extra=extra(conference, _READ, version=self._root.said("version")),
            own=self._own,
            said_in=one_line(self._said_in),
        )

    def _events(self) -> Iterator[tuple[Node, Node, Node]]:
        """Every event with its day and room, also where either is missing."""
        nowhere = Node("", {}, 0)
        for event in self._root.all("event"):
            yield nowhere, nowhere, event
        for day in self._root.all("day"):
            for node in day.children:
                if node.tag == "event":
                    yield day, nowhere, node
                elif node.tag == "room":
                    for event in node.all("event"):
                        yield day, node, event

    def _session(self, day: Node, room: Node, event: Node) -> SourceSession:
        title = one_line(event.said("title"))
        if not title:
            self._found(N_("The session has no title."), event)
        off = _CANCELLED.match(title) if self._own else None
        found = list(dict.fromkeys(self._links(event)))
        links = [link for link in found if _SCHEMES.match(link.url)]
        rooms = self._rooms_of(room, event)
        other = one_line(event.said("room"))
        return SourceSession(
            key=self._key(event),
            title=title[off.end() :] if off else title,
            subtitle=one_line(event.said("subtitle")),
            abstract=self._prose(event.prose("abstract")),
            description=self._prose(event.prose("description")),
            kind=one_line(event.said("type")),
            starts=self._starts(day, event),
            minutes=self._minutes(event),
            rooms=rooms,
            track=self._tracks.of(event.child("track")),
            languages=tags(event.said("language")),
            speakers=tuple(self._speakers(event)),
            links=tuple(links),
            line=event.line,
            extra=extra(
                event,
                _READ,
                room=other if rooms and other != self._rooms.name(rooms[0]) else "",
                left_out=[link.url for link in found if link not in links],
            ),
            status="cancelled" if off is not None else "",
        )

    def _key(self, event: Node) -> str:
        """What the event is known by: its guid, code or id, and what else it takes to be one."""
        named = ids_of(event) or [f"slug:{slug}" for slug in [one_line(event.said("slug"))] if slug]
        wanted = named[0] if named else f"title:{one_line(event.said('title'))}"
        if wanted in self._keys and named:
            self._found(N_("Another session has the same id ({id})."), event, id=wanted)
        when = f"{event.said('date')} {event.said('start')} {event.said('room')}"
        candidates = (wanted, " ".join(named), f"{wanted} {one_line(when)}")
        key = next((key for key in candidates if key and key not in self._keys), "")
        number = 2
        while not key or key in self._keys:
            key, number = f"{wanted} #{number}", number + 1
        self._keys.add(key)
        return key

    def _rooms_of(self, room: Node, event: Node) -> tuple[str, ...]:
        said = one_line(event.said("room"))
        listed = self._rooms.of(room) if room.tag else ""
        if not listed:
            return (self._rooms.named(said),) if said else ()
        if said and said != self._rooms.name(listed):
            self._found(
                N_("Listed under room “{listed}”, but says room “{said}”."),
                event,
                listed=self._rooms.name(listed),
                said=said,
            )
        return (listed,)

    def _speakers(self, event: Node) -> Iterator[SourceSpeaker]:
        seen = set()
        for persons in event.all("persons"):
            for node in persons.children:
                if node.tag not in ("person", "speaker", "moderator"):
                    continue
                key = self._persons.of(node)
                if key and key not in seen:
                    seen.add(key)
                    role = node.get("role") or node.get("type")
                    yield SourceSpeaker(
                        key, role or ("moderator" if node.tag == "moderator" else "")
                    )

    def _links(self, event: Node) -> Iterator[Link]:
        yield from self._link(event, event.said("url"), "", "page")
        for group, kind in (("links", "link"), ("attachments", "attachment")):
            for parent in event.all(group):
                for node in parent.children:
                    address = node.get("href") or node.get("url") or node.text.strip()
                    said = one_line(node.text) if self._own else _label(node.inner())
                    title = said or one_line(node.get("title"))
                    yield from self._link(event, address, "" if title == address else title, kind)
        yield from self._link(event, event.said("video_download_url"), "", "recording")
        yield from self._link(event, event.said("feedback_url"), "", "feedback")
        yield from self._link(event, event.said("logo"), "", "image")

    def _link(self, event: Node, address: str, title: str, kind: str) -> Iterator[Link]:
        """A link made whole; one that leads nowhere on the web is told, and left out later."""
        if not address:
            return
        full = self._address(address)
        if not full:
            message = N_("The link {address} leads to no address on the web; it was left out.")
            self._found(message, event, Severity.NOTE, address=one_line(address)[:200])
        yield Link(full or address, title, kind)

    def _address(self, address: str) -> str:
        """An address made whole with the conference's own; empty if not of the web or mail."""
        address = clean(address.strip()).replace("\n", "")
        if address and not _SCHEMES.match(address) and self._base:
            try:
                address = urljoin(self._base, address)
            except ValueError:
                return ""
        return address if _SCHEMES.match(address) else ""

    def _starts(self, day: Node, event: Node) -> datetime | None:
        """Wall time of the start, from whatever of date, start and day there is."""
        said = event.said("date")
        at, start = times.moment(said), times.clock(event.said("start"))
        listed = self._day_of(day)
        if said and at is None:
            self._found(N_("The date {date} can't be read."), event, date=one_line(said)[:40])
        if isinstance(at, datetime):
            starts: datetime | None = self._from_moment(event, at, start)
        else:
            starts = self._from_clock(at or listed, start, moved=at in (None, listed))
        if starts is None:
            self._found(N_("The session has no time."), event, Severity.NOTE)
        elif listed:
            self._placed.append((listed, starts))
        return starts

    def _from_moment(self, event: Node, at: datetime, start: time | None) -> datetime:
        offset = at.utcoffset()
        if offset is not None:
            self._offsets[offset] += 1
        starts, plain = times.wall(at, self._zone), times.wall(at, None)
        if start is not None and starts.time() != start:
            self._found(
                N_("The start {start} contradicts the date {date}."),
                event,
                start=event.said("start"),
                date=event.said("date"),
            )
            return plain if plain.time() == start else starts
        return starts

    def _from_clock(self, day: date | None, start: time | None, *, moved: bool) -> datetime | None:
        """A day and a clock; before the day's change it is the next day by the calendar."""
        if day is None or start is None:
            return None
        at = datetime.combine(day, start)
        change = DAY_BOUNDARY if self._change is None else self._change
        early = at.hour * 60 + at.minute < change
        return at + timedelta(days=1) if moved and early and day < date.max else at

    def _minutes(self, event: Node) -> int | None:
        said = event.said("duration")
        if self._own and said == OPEN_END:
            return None
        minutes = times.duration(said, self._days_first)
        if said and minutes is None:
            self._found(N_("The duration {text} can't be read."), event, text=one_line(said)[:40])
        return minutes

    def _day_of(self, day: Node) -> date | None:
        """The program day an element ``day`` stands for."""
        return self._day(times.moment(day.get("date")) or times.moment(day.get("start")))

    def _day(self, at: datetime | date | None) -> date | None:
        return times.wall(at, self._zone).date() if isinstance(at, datetime) else at

    def _span(self) -> tuple[date | None, date | None]:
        """First and last program day: of the days there are, else as the conference says."""
        days = [day for node in self._root.all("day") if (day := self._day_of(node))]
        if not days:
            said = (times.moment(self._conference.said(tag)) for tag in ("start", "end"))
            days = [day for at in said if (day := self._day(at))]
        return (min(days), max(days)) if days else (None, None)

    def _zone_name(self) -> str:
        if self._zone is not None:
            return self._zone.key
        if len(self._offsets) == 1:
            return times.zone_of_offset(next(iter(self._offsets)))
        return ""

    def _boundary(self) -> int | None:
        begins = (times.moment(day.get("start")) for day in self._root.all("day"))
        walls = [times.wall(at, self._zone) for at in begins if isinstance(at, datetime)]
        if not self._placed and self._change is None:
            return None
        minutes, agreed = times.day_boundary(self._placed, self._change, walls)
        if not agreed:
            self._found(
                N_("Some sessions are listed under another day than the one they are on."),
                self._root,
            )
        return minutes

    def _found(
        self, message: str, node: Node, severity: Severity = Severity.WARNING, **values: str
    ) -> None:
        thing = one_line(node.said("title")) if node.tag == "event" else ""
        self._findings.append(Finding(message, tuple(values.items()), severity, node.line, thing))


def _label(text: str) -> str:
    """The text of a link, on one line; it may hold markup like any other."""
    return one_line(prose(text) if "<" in text or "&" in text else text)
