# SPDX-License-Identifier: MIT
"""What is said at the door of somebody: names, office, side, seat, and how they stand."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from forumdesk.domain.agenda import CheckIn
from forumdesk.domain.attendance import Attendee
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.naming import position
from forumdesk.domain.numbering import ordinal
from forumdesk.domain.people import Invitation, Organization, Participation, Person, full_name
from forumdesk.domain.terms import term
from forumdesk.domain.times import known_zone
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.services.checkin import Found
from forumdesk.ui.dates import clock, short_day
from forumdesk.ui.workspace import Workspace

ASKED = frozenset({Invitation.DECLINED, Invitation.CANCELLED, Invitation.WAITLISTED})
"""Who is asked about before being let in."""


@frozen
class GuestFace:
    """Somebody as shown at the door; ``side`` is the place of their side, -1 for none."""

    names: tuple[str, ...]
    lines: tuple[str, ...]
    group: str
    side: int
    seat: str


@frozen
class Verdict:
    """How somebody stands; ``asks`` if it is to be confirmed before they are let in."""

    text: str
    tone: str
    asks: bool = False


def names_of(person: Person | None, words: Words) -> tuple[str, ...]:
    """A person's name for readers of the interface language, then for those of the other."""
    if person is None:
        return ()
    other = "en" if words.language == "ko" else "ko"
    said = (full_name(person, words.language), full_name(person, other))
    return tuple(dict.fromkeys(filter(None, said)))


def face_of(work: Workspace, attendee: Attendee) -> GuestFace:
    """A participant as shown at the door."""
    desk, words, dossier = work.desk, work.words, work.dossier
    record = desk.get(Participation, attendee.participation)
    person = desk.get(Person, record.person) if record.person else None
    body = desk.get(Organization, record.organization) if record.organization else None
    sides = dossier.sides if dossier else ()
    at = next((n for n, side in enumerate(sides) if side.id == record.side), -1)
    side = words.text(sides[at].name) if at >= 0 else ""
    names = names_of(person, words) or ((words.text(body.name),) if body else ())
    group = " · ".join(filter(None, (side, record.category)))
    return GuestFace(names, _lines(record, body, words), group, at, _seat(record, words))


def _lines(record: Participation, body: Organization | None, words: Words) -> tuple[str, ...]:
    languages = (words.language, "en" if words.language == "ko" else "ko")
    said = (
        position(
            record.office.best((language,)), body.name.best((language,)) if body else "", language
        )
        for language in languages
    )
    return tuple(dict.fromkeys(filter(None, said)))


def _seat(record: Participation, words: Words) -> str:
    table = words("Table {table}", table=record.table_name) if record.table_name else ""
    seat = words("Seat {seat}", seat=record.seat) if record.seat else ""
    return " · ".join(filter(None, (table, seat)))


def since(entry: CheckIn, work: Workspace) -> str:
    """When somebody came, and at which desk: ``09:12, desk A``; with the day if another."""
    at, now = wall(entry.at, work), wall(work.desk.now(), work)
    time = (
        clock(at) if at.date() == now.date() else f"{short_day(at.date(), work.words)} {clock(at)}"
    )
    return work.words("{time}, desk {desk}", time=time, desk=entry.desk) if entry.desk else time


def wall(at: datetime, work: Workspace) -> datetime:
    """A moment as wall time at the venue."""
    zone = known_zone(work.dossier.edition.timezone) if work.dossier else None
    return at.astimezone(zone or ZoneInfo("UTC"))


def verdict(work: Workspace, attendee: Attendee, found: Found) -> Verdict:
    """How somebody stands before anything is entered."""
    words = work.words
    if attendee.entry is not None:
        when = since(attendee.entry, work)
        return Verdict(words("Already checked in at {when}", when=when), "warning")
    if found.elsewhere is not None:
        return Verdict(_badge_of(found.elsewhere, work), "warning", asks=True)
    if attendee.status in ASKED:
        return Verdict(_status(attendee, work), "danger", asks=True)
    return welcome(words)


def welcome(words: Words) -> Verdict:
    """Let in."""
    return Verdict(words("Welcome"), "good")


def _status(attendee: Attendee, work: Workspace) -> str:
    words = work.words
    record = work.desk.get(Participation, attendee.participation)
    status = term(attendee.status, words)
    if record.status_on is None:
        return status
    return words("{status} on {day}", status=status, day=short_day(record.status_on, words))


def _badge_of(edition: Edition, work: Workspace) -> str:
    words = work.words
    year = edition.first_day.year if edition.first_day else None
    series = work.desk.get(Series, edition.series)
    mine = work.dossier is not None and work.dossier.series.id == series.id
    if edition.number is None or not mine:
        return words("Badge of {forum}", forum=series.short or series.title)
    nth = ordinal(edition.number, words.language)
    if year is None:
        return words("Badge of the {nth} forum", nth=nth)
    return words("Badge of the {nth} forum ({year})", nth=nth, year=year)
