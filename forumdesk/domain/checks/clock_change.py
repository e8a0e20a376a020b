# SPDX-License-Identifier: MIT
"""Sessions don't start or end in an hour that the clock skips or shows twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from forumdesk.domain.agenda import Session
from forumdesk.domain.checks.common import begin_at, clock, named, when
from forumdesk.domain.desk import Fix, ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.times import Reading, known_zone, reading, utc, zone
from forumdesk.domain.words import N_, Phrase

KIND = "clock-change"
UNKNOWN = "unknown-time-zone"
MESSAGES = {
    Reading.SKIPPED: N_(
        "“{session}”: {time} does not exist on {day}; the clock is put forward ({zone})."
    ),
    Reading.TWICE: N_(
        "“{session}”: {time} happens twice on {day}; the clock is put back ({zone})."
    ),
}
SEVERITIES = {Reading.SKIPPED: Severity.ERROR, Reading.TWICE: Severity.WARNING}


def check(dossier: Dossier) -> Iterable[Problem]:
    """Starts and ends in the gap or the overlap of a change between summer and winter time."""
    edition = dossier.edition
    try:
        place = zone(edition.timezone)
    except ForumDeskError as error:
        subject = Subject("edition", edition.id, "timezone")
        fixes = tuple(_series_zone(dossier))
        yield Problem(UNKNOWN, Severity.ERROR, subject, error.phrase, edition.timezone, fixes=fixes)
        return
    changing = _Changing(place)
    for session in dossier.sessions:
        starts, ends = session.starts, session.ends
        if starts is None or not (changing[starts.date()] or (ends and changing[ends.date()])):
            continue
        if dossier.takes_place(session):
            yield from _changed(session, starts, place)


class _Changing(dict[date, bool]):
    """Whether the clock of a place is changed on a day: few days, of many sessions."""

    def __init__(self, place: ZoneInfo) -> None:
        super().__init__()
        self._place = place

    def __missing__(self, day: date) -> bool:
        midnight = datetime.combine(day, time.min, self._place)
        # By the offset before its first moment and after its last, were they changed (PEP 495).
        last = (midnight + timedelta(days=1)).replace(fold=1)
        self[day] = midnight.utcoffset() != last.utcoffset()
        return self[day]


def _series_zone(dossier: Dossier) -> Iterator[Fix]:
    name = dossier.series.timezone
    if known_zone(name) is not None:
        yield Fix.of(
            Phrase.of(N_("Use the time zone of the series, {zone}"), zone=name),
            "editions.change_edition",
            edition=dossier.edition.id,
            changes={"timezone": name},
        )


def _changed(session: Session, starts: datetime, place: ZoneInfo) -> Iterator[Problem]:
    for field, at in (("starts", starts), ("minutes", session.ends)):
        if at is None or (read := reading(at, place)) is Reading.ONCE:
            continue
        phrase = Phrase.of(
            MESSAGES[read],
            session=named(session),
            time=clock(at),
            day=at.date().isoformat(),
            zone=place.key,
        )
        subject = Subject("session", session.id, field)
        facts = f"{when(session)} {place.key}"
        fixes = tuple(_later(session, at, place)) if read is Reading.SKIPPED else ()
        yield Problem(KIND, SEVERITIES[read], subject, phrase, facts, fixes=fixes)
        return


def _later(session: Session, skipped: datetime, place: ZoneInfo) -> Iterator[Fix]:
    """A start in the gap is what the clock shows when that much time has passed."""
    shown = utc(skipped, place).astimezone(place).replace(tzinfo=None)
    return begin_at(session, shown) if skipped == session.starts else iter(())
