# SPDX-License-Identifier: MIT
"""Reading foreign calendars (iCalendar) as programs.

Whatever zone an entry names, its time becomes wall time of the edition it goes into. What can be
read is kept, what is odd is told with its line, and only what is no calendar at all is refused.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.dossier import program_day
from forumdesk.domain.forum import DAY_BOUNDARY
from forumdesk.domain.intake import Finding, Schedule, SourceSession
from forumdesk.domain.times import known_zone
from forumdesk.domain.validity import FIRST_YEAR, LAST_YEAR, LONGEST
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.exchange.calendar_names import Zones, zone_called
from forumdesk.exchange.calendar_recurring import Occurrence, occurrences
from forumdesk.exchange.calendar_syntax import Component, parsed, said_once
from forumdesk.exchange.calendar_texts import texts_of
from forumdesk.exchange.calendar_things import Persons, Rooms, Tracks, is_web, links
from forumdesk.exchange.calendar_times import When

MOST_SESSIONS = 20_000
_UTC = ZoneInfo("UTC")
_TIMES = frozenset({"DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"})
_NO_EVENTS = ("VTODO", "VJOURNAL", "VFREEBUSY")
_STATUS = {"CANCELLED": "cancelled", "TENTATIVE": "draft", "CONFIRMED": "confirmed"}
_ACCESS = {"PRIVATE": "closed", "CONFIDENTIAL": "internal"}
# What is read into fields of its own, and what is another each time the calendar is written.
_READ = frozenset(
    (
        *("UID", "SUMMARY", "DESCRIPTION", "X-ALT-DESC", "STYLED-DESCRIPTION", "LOCATION", "URL"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"),
        *("ATTENDEE", "ORGANIZER", "ATTACH", "CONFERENCE", "CATEGORIES", "STATUS", "CLASS"),
        *(
            "DTSTAMP",
            "LAST-MODIFIED",
            "CREATED",
            "SEQUENCE",
            "TRANSP",
            "METHOD",
            "X-GOOGLE-CONFERENCE",
        ),
        *("X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MOZ-LASTACK"),
        "X-MOZ-GENERATION",
    )
)


class ForeignCalendar:
    """A calendar that was read, to be made a program once it is known where it goes.

    Raises ``ForumDeskError`` for what is no calendar, too large, or in no known encoding.
    """

    def __init__(
        self, data: bytes, file: str, encoding: str = "", *, replace: bool = False
    ) -> None:
        self._file = file
        self._root, self._findings = parsed(data, file, encoding, replace=replace)

    @property
    def unknown_zones(self) -> list[str]:
        """The zones that its times name, but that are neither known nor described in it."""
        return _Reading(self._root, self._file, []).unknown_zones()

    def schedule(self, into: str = "", otherwise: str = "UTC", unknown: str = "") -> Schedule:
        """The program, at wall times of the zone ``into``.

        Without that they are of the calendar's own zone, and where it names none, ``otherwise``.
        ``unknown`` is meant where it names a zone that nobody knows; without it, that of the
        wall times is.
        """
        reading = _Reading(self._root, self._file, [*self._findings], known_zone(unknown))
        return reading.schedule(into, otherwise)


class _Reading:
    """One calendar being made a program."""

    def __init__(
        self,
        root: Component,
        file: str,
        findings: list[Finding],
        assumed: ZoneInfo | None = None,
    ) -> None:
        self._assumed = assumed
        self._file, self._root, self._findings = file, root, findings
        calendars = list(root.walk("VCALENDAR"))
        self._head = calendars[0] if calendars else root
        self._events = [event for event in root.walk("VEVENT") if self._is_whole(event)]
        self._zones = Zones(root.walk("VTIMEZONE"), assumed)
        self._place: tzinfo = _UTC
        self._timed = 0  # how many events have a time
        self._rooms, self._tracks = Rooms(), Tracks()
        self._persons = Persons(self._events)

    def unknown_zones(self) -> list[str]:
        """The zones that nobody knows, of all times there are."""
        for event in self._events:
            for one in event.properties:
                if one.name in _TIMES and (name := one.said("TZID")):
                    self._zones.named(name)
        return self._zones.unknown

    def schedule(self, into: str, otherwise: str) -> Schedule:
        """Everything that was read."""
        own = self._own_zone()
        place = known_zone(into) or own or known_zone(otherwise) or _UTC
        self._place = place
        found = occurrences(self._events, self._zones, place, self._findings)
        sessions = tuple(self._session(one) for one in self._counted(found))
        self._tell_zones(own, place)
        self._tell_others()
        if not sessions:
            self._found(N_("The calendar holds no events."), self._head)
        name = one_line(self._head.text("X-WR-CALNAME") or self._head.text("NAME"))
        own_words = texts_of(self._head)
        title = one_line(own_words.own("TITLE")) or name
        said = self._head.text("X-WR-CALDESC") or self._head.text("DESCRIPTION")
        about = one_line(own_words.own("SUMMARY") or said)
        days = [day for one in sessions if (day := _day(one))]
        languages = Counter(one.language for one in sessions if one.language)
        link = next(links(self._head), Link(""))
        return Schedule(
            name=name or one_line(self._head.text("PRODID")),
            title=title,
            subtitle=about if about != title and len(about) <= 200 else "",
            link=link.url if is_web(link) else "",
            language=languages.most_common(1)[0][0] if languages else "",
            first_day=min(days, default=None),
            last_day=max(days, default=None),
            timezone=place.key,
            rooms=self._rooms.all(),
            tracks=self._tracks.all(),
            persons=self._persons.all(),
            sessions=sessions,
            findings=tuple(self._findings),
        )

    def _is_whole(self, event: Component) -> bool:
        """Whether an event has come to its end; one that is cut off is left out."""
        if not event.whole:
            self._found(N_("The event has no end; it was left out."), event)
        elif not (event.text("SUMMARY") or event.text("DESCRIPTION") or event.first("DTSTART")):
            self._found(N_("The event says neither what nor when; it was left out."), event)
            return False
        return event.whole

    def _counted(self, found: Iterator[Occurrence]) -> Iterator[Occurrence]:
        for number, one in enumerate(found):
            if number >= MOST_SESSIONS:
                raise ForumDeskError(
                    N_("{file} holds more than {most:,} events; nothing was imported."),
                    file=self._file,
                    most=MOST_SESSIONS,
                )
            yield one

    def _session(self, one: Occurrence) -> SourceSession:
        event = one.event
        texts = texts_of(event)
        if not texts.title:
            self._found(N_("The session has no title."), event)
        own = bool(texts.own("KIND"))
        track, kind = self._tracks.of(event, texts.own("TRACK") if own else None)
        starts, minutes = self._times(one)
        return SourceSession(
            key=one.key,
            title=texts.title,
            subtitle=texts.subtitle,
            description=texts.abstract,
            kind=texts.own("KIND") or kind,
            starts=starts,
            minutes=minutes,
            rooms=self._rooms.of(event, texts.owned("ROOM") if own else None),
            track=track,
            languages=tuple(texts.own("SPOKEN").split()),
            speakers=self._persons.of(event),
            links=tuple(self._links(event)),
            line=event.line,
            extra=_extra(one),
            language=texts.language,
            others=texts.others,
            status=_STATUS.get(event.text("STATUS").strip().upper(), ""),
            visibility=texts.own("VISIBILITY")
            or _ACCESS.get(event.text("CLASS").strip().upper(), ""),
            own=own,
        )

    # -- times --------------------------------------------------------------------------------

    def _times(self, one: Occurrence) -> tuple[datetime | None, int | None]:
        """Wall time and minutes of a session."""
        begins, ends = one.starts, one.ends
        if begins is None:
            self._found(N_("The session has no time."), one.event, Severity.NOTE)
            return None, None
        if begins.whole:
            message = N_("It takes the whole day, {day}; it was taken in without a time.")
            self._found(message, one.event, Severity.NOTE, day=begins.at.date().isoformat())
            return None, None
        self._timed += 1
        starts = begins.wall(self._place)
        if not FIRST_YEAR <= starts.year <= LAST_YEAR:
            message = N_("Its day, {day}, can't be; it was taken in without a time.")
            self._found(message, one.event, day=starts.date().isoformat())
            return None, None
        return starts, self._minutes(one.event, starts, ends)

    def _minutes(self, event: Component, starts: datetime, ends: When | None) -> int | None:
        if ends is None:
            return None
        minutes = int((ends.wall(self._place) - starts).total_seconds()) // 60
        if 0 <= minutes <= LONGEST:
            return minutes
        self._found(
            N_("It ends before it begins; it was taken in without an end.")
            if minutes < 0
            else N_("It is longer than a year; it was taken in without an end."),
            event,
        )
        return None

    def _own_zone(self) -> ZoneInfo | None:
        """The zone that the calendar is in: as it says, else that of most of its times.

        UTC says nothing: programs write it for want of another.
        """
        said = zone_called(self._head.text("X-WR-TIMEZONE"))
        names = (one.said("TZID") for e in self._events for one in e.all("DTSTART"))
        zones = Counter(zone for name in names if name and (zone := self._zones.named(name)))
        for zone in (said, *(zone for zone, _ in zones.most_common())):
            if isinstance(zone, ZoneInfo) and zone.key not in ("UTC", "Etc/UTC"):
                return zone
        return None

    def _tell_zones(self, own: ZoneInfo | None, place: ZoneInfo) -> None:
        said = self._assumed
        severity = Severity.NOTE if said else Severity.WARNING
        for name in self._zones.unknown:
            message = N_("The time zone {name} is not known; its times were taken as of {zone}.")
            zone = (said or place).key
            self._found(message, self._head, severity, name=name[:60], zone=zone)
        if own is not None and own.key != place.key:
            message = N_("The calendar is in the time zone {theirs}; its times are now in {zone}.")
            self._found(message, self._head, Severity.NOTE, theirs=own.key, zone=place.key)
        elif own is None and self._timed and place.key not in ("UTC", "Etc/UTC"):
            message = N_("The calendar names no time zone; its times are now in {zone}.")
            self._found(message, self._head, Severity.NOTE, zone=place.key)

    # -- the rest ------------------------------------------------------------------------------

    def _links(self, event: Component) -> Iterator[Link]:
        """An event's links, but for those that lead nowhere on the web, and pictures inside."""
        for link in dict.fromkeys(links(event)):
            if is_web(link):
                yield link
            elif link.url:
                message = N_("The link {address} leads to no address on the web; it was left out.")
                self._found(message, event, Severity.NOTE, address=one_line(link.url)[:200])
        inside = [one for one in event.all("ATTACH") if "BASE64" in one.said("ENCODING").upper()]
        if inside:
            message = N_("A file that is packed into the event was left out.")
            self._found(message, event, Severity.NOTE)

    def _tell_others(self) -> None:
        """How many entries there are that are no events."""
        count = sum(1 for _ in self._root.walk(*_NO_EVENTS))
        if count:
            message = N_("{count} entries that are no events, such as tasks, were left out.")
            self._found(message, self._head, Severity.NOTE, count=str(count))

    def _found(
        self, message: str, about: Component, severity: Severity = Severity.WARNING, **values: str
    ) -> None:
        thing = one_line(about.text("SUMMARY"))[:200] if about.kind == "VEVENT" else ""
        line = about.line if about.kind == "VEVENT" else 0
        self._findings.append(Finding(message, tuple(values.items()), severity, line, thing))


def _day(session: SourceSession) -> date | None:
    """The program day of a session; of one that takes the whole day, as it says."""
    if session.starts is not None:
        return program_day(session.starts, DAY_BOUNDARY)
    with suppress(ValueError, KeyError):
        return date.fromisoformat(json.loads(session.extra or "{}")["day"])
    return None


def _extra(one: Occurrence) -> str:
    """What an event says beyond what is read, as JSON."""
    rest = [
        each
        for each in one.event.properties
        if each.name not in _READ and not each.name.startswith("X-FORUMDESK-")
    ]
    said = {name.lower(): text for name, text in said_once(rest).items() if text}
    if one.starts is not None and one.starts.whole:
        said["day"] = one.starts.at.date().isoformat()
        if one.ends is not None and (one.ends.at - one.starts.at).days > 1:
            said["until"] = one.ends.at.date().isoformat()
    return json.dumps(said, ensure_ascii=False) if said else ""
