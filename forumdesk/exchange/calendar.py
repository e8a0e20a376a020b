# SPDX-License-Identifier: MIT
"""Calendars (iCalendar, RFC 5545) written from values, for calendar programs and telephones.

The same values give the same bytes: nothing is stamped with the time of writing. No address of
anybody is in them, so that no calendar program can send an invitation to those it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from forumdesk.domain.agenda import Link
from forumdesk.domain.times import known_zone
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text, clean
from forumdesk.exchange.calendar_zones import zone_lines
from forumdesk.exchange.folding import escaped, folded, quoted

PRODUCT = "-//ForumDesk//ForumDesk//EN"
OWN = "X-FORUMDESK-"
"""How properties begin that only ForumDesk reads: what the format has no place for."""
NOBODY = "invalid:nomail"
"""The address of those who are named without one."""
DAY_OF_REMINDER = timedelta(hours=9)  # after midnight, for what is due on a day
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_WEB = re.compile(r"(?:https?|mailto):[^\s]+", re.IGNORECASE)
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)

T = TypeVar("T")
Wording: TypeAlias = tuple[tuple[str, str], ...]
"""A text in languages, in the order in which they are to stand: language and text."""


class EventStatus(StrEnum):
    """How certain an event is."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


@frozen
class Attendee:
    """Somebody who is named in an event; ``role`` is CHAIR or REQ-PARTICIPANT, ``part`` ours."""

    name: str
    role: str = "REQ-PARTICIPANT"
    part: str = ""


@frozen
class Event:
    """An entry of a calendar.

    ``starts`` is wall time in the calendar's zone, or a day that the entry takes as a whole; then
    ``ends`` is its last day. Without an end it has no length. ``sequence`` counts how often it was
    published; ``remind`` are days before, at nine in the morning. ``own`` are properties that
    only ForumDesk reads, each with its language, or ``""``.
    """

    uid: str
    starts: datetime | date
    ends: datetime | date | None = None
    summary: Wording = ()
    description: Wording = ()
    location: Wording = ()
    categories: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    status: EventStatus = EventStatus.CONFIRMED
    access: str = "PUBLIC"
    sequence: int = 0
    remind: tuple[int, ...] = ()
    own: tuple[tuple[str, str, str], ...] = ()


@frozen
class Calendar:
    """A calendar: what it is called, the zone of its wall times, and when it was last changed.

    Without a zone (``""``) the times are those of wherever it is read.
    """

    name: Wording
    events: tuple[Event, ...]
    changed: datetime = _BEGINNING
    zone: str = ""
    description: Wording = ()
    link: str = ""


@frozen
class Writing:
    """In which languages a calendar is written, the first one first, and when it was changed.

    ``changed`` (UTC) is when what it says was last changed, not when it is written.
    """

    languages: tuple[str, ...]
    changed: datetime = _BEGINNING

    def words(self, text: Text) -> Wording:
        """A text in the languages asked for; in another where it has none of them."""
        own = tuple((tag, text[tag]) for tag in self.languages if tag in text)
        return own or text.pairs[:1]


@frozen
class Due:
    """Something that is due on a day: a commitment, by its record's id.

    ``remind`` are days before the day, on which a reminder is shown; ``when`` is the day as it was
    said ("early September 2024"), ``note`` what stands below.
    """

    id: str
    text: Text
    day: date
    owners: tuple[Text, ...] = ()
    remind: tuple[int, ...] = (14, 1)
    when: Text = EMPTY
    note: Text = EMPTY
    sequence: int = 0


@frozen
class Held:
    """Days on which a series meets: an edition, by its record's id, or days that are suggested.

    ``suggested`` days must have an ``id`` that stays the same when they are suggested again, such
    as the series' id with the number of the edition.
    """

    id: str
    title: Text
    first_day: date
    last_day: date | None = None
    place: Text = EMPTY
    note: Text = EMPTY
    link: str = ""
    suggested: bool = False
    sequence: int = 0


def reminders(name: Text, dues: Iterable[Due], writing: Writing) -> bytes:
    """Days on which something is due, with reminders, as a calendar file."""
    return written(Calendar(writing.words(name), _by_day(_due, dues, writing), writing.changed))


def series_days(name: Text, days: Iterable[Held], writing: Writing) -> bytes:
    """The days of editions, and those suggested for the next ones, as a calendar file."""
    return written(Calendar(writing.words(name), _by_day(_held, days, writing), writing.changed))


def written(calendar: Calendar) -> bytes:
    """A calendar as a file."""
    return "".join(f"{folded(line)}\r\n" for line in _Lines(calendar).all()).encode()


def uid_of(id: str) -> str:
    """What an entry of a record is known by, in any calendar it is taken into."""
    return id if _UUID.fullmatch(id) else f"{clean(id)}@forumdesk"


def joined(words: Wording, joint: str) -> str:
    """A text in all its languages, each said once."""
    return joint.join(dict.fromkeys(clean(text) for _, text in words if text))


class _Lines:
    """The lines of a calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._stamp = moment(calendar.changed)
        self._utc = calendar.zone in ("UTC", "Etc/UTC")
        self._zone = None if self._utc else known_zone(calendar.zone)

    def all(self) -> Iterator[str]:
        calendar = self._calendar
        name, about = joined(calendar.name, " / "), joined(calendar.description, "\n\n")
        yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
        for named in ("NAME", "X-WR-CALNAME") if name else ():
            yield f"{named}:{escaped(name)}"
        for named in ("DESCRIPTION", "X-WR-CALDESC") if about else ():
            yield f"{named}:{escaped(about)}"
        yield from (f"{OWN}TITLE{_tag(tag)}:{escaped(text)}" for tag, text in calendar.name)
        yield from (
            f"{OWN}SUMMARY{_tag(tag)}:{escaped(text)}" for tag, text in calendar.description
        )
        if self._zone or self._utc:
            yield f"X-WR-TIMEZONE:{calendar.zone}"
        if address := _address(calendar.link):
            yield f"URL:{address}"
        yield from self._timezone()
        for event in calendar.events:
            yield from self._event(event)
        yield "END:VCALENDAR"

    def _timezone(self) -> Iterator[str]:
        """The rules of the zone for the years there are times in."""
        times = [event.starts for event in self._calendar.events]
        years = [at.year for at in times if isinstance(at, datetime)]
        if self._zone is not None and years:
            yield from zone_lines(self._zone, min(years), max(years))

    def _event(self, event: Event) -> Iterator[str]:
        yield "BEGIN:VEVENT"
        yield f"UID:{escaped(event.uid)}"
        yield f"DTSTAMP:{self._stamp}"
        yield f"LAST-MODIFIED:{self._stamp}"
        yield f"SEQUENCE:{event.sequence}"
        yield from self._times(event)
        yield from _worded("SUMMARY", event.summary, " / ")
        yield from _worded("DESCRIPTION", event.description, "\n\n")
        yield from _worded("LOCATION", event.location, " / ")
        yield f"STATUS:{event.status}"
        yield f"CLASS:{event.access}"
        yield f"TRANSP:{'OPAQUE' if isinstance(event.starts, datetime) else 'TRANSPARENT'}"
        if event.categories:
            yield "CATEGORIES:" + ",".join(map(escaped, event.categories))
        yield from _links(event.links)
        for one in event.attendees:
            part = f";{OWN}PART={one.part}" if one.part else ""
            who = f'CUTYPE=INDIVIDUAL;ROLE={one.role};CN="{quoted(one.name)}"'
            yield f"ATTENDEE;{who}{part}:{NOBODY}"
        for name, language, text in event.own:
            yield f"{OWN}{name}{_tag(language)}:{escaped(text)}"
        for days in event.remind:
            yield from _alarm(event, days)
        yield "END:VEVENT"

    def _times(self, event: Event) -> Iterator[str]:
        starts, ends = event.starts, event.ends
        if not isinstance(starts, datetime):
            last = ends or starts
            yield f"DTSTART;VALUE=DATE:{starts:%Y%m%d}"
            yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
            return
        yield self._at("DTSTART", starts)
        if isinstance(ends, datetime):
            # An end must be later than the start.
            yield "DURATION:PT0S" if ends <= starts else self._at("DTEND", ends)

    def _at(self, name: str, wall: datetime) -> str:
        zone = f";TZID={self._zone.key}" if isinstance(self._zone, ZoneInfo) else ""
        return f"{name}{zone}:{wall:%Y%m%dT%H%M%S}{'Z' if self._utc else ''}"


def moment(at: datetime) -> str:
    """A moment in UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _worded(name: str, words: Wording, joint: str) -> Iterator[str]:
    if text := joined(words, joint):
        yield f"{name}{_tag(words[0][0])}:{escaped(text)}"


def _tag(language: str) -> str:
    return f";LANGUAGE={language}" if language else ""


def _links(links: Iterable[Link]) -> Iterator[str]:
    """The page of its own as URL, of which there may be one; every other link attached."""
    found = [(link, address) for link in links if (address := _address(link.url))]
    page = next((pair for pair in found if pair[0].kind == "page"), None)
    if page is not None:
        yield f"URL:{page[1]}"
    for link, address in found:
        if page is not None and link is page[0]:
            continue
        named = f';{OWN}TITLE="{quoted(link.title)}"' if link.title else ""
        yield f'ATTACH{named};{OWN}KIND="{quoted(link.kind)}":{address}'


def _address(url: str) -> str:
    """An address of the web or of mail; nothing else is opened from a calendar."""
    address = clean(url).strip()
    return address if _WEB.fullmatch(address) else ""


def _alarm(event: Event, days: int) -> Iterator[str]:
    before = timedelta(days=days) - DAY_OF_REMINDER
    hours = abs(before) // timedelta(hours=1)
    length = f"{hours // 24}DT{hours % 24}H" if hours >= 24 else f"T{hours}H"
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY")
    yield f"TRIGGER:{'-' if before > timedelta() else ''}P{length}"
    yield f"DESCRIPTION:{escaped(joined(event.summary, ' / '))}"
    yield "END:VALARM"


def _by_day(
    make: Callable[[T, Writing], Event], things: Iterable[T], writing: Writing
) -> tuple[Event, ...]:
    events = [make(thing, writing) for thing in things]
    return tuple(sorted(events, key=lambda event: (event.starts, event.uid)))


def _due(due: Due, writing: Writing) -> Event:
    def below(tag: str) -> str:
        order = (tag, *writing.languages)
        owners = ", ".join(owner.best(order) for owner in due.owners)
        return "\n".join(filter(None, (owners, due.when.best(order), due.note.best(order))))

    return Event(
        uid_of(due.id),
        due.day,
        summary=writing.words(due.text),
        description=tuple((tag, text) for tag in writing.languages if (text := below(tag))),
        remind=tuple(sorted(set(due.remind), reverse=True)),
        sequence=due.sequence,
    )


def _held(held: Held, writing: Writing) -> Event:
    status = EventStatus.TENTATIVE if held.suggested else EventStatus.CONFIRMED
    return Event(
        uid_of(held.id),
        held.first_day,
        held.last_day,
        summary=writing.words(held.title),
        description=writing.words(held.note),
        location=writing.words(held.place),
        links=(Link(held.link, kind="page"),) if held.link else (),
        status=status,
        sequence=held.sequence,
    )
