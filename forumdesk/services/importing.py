# SPDX-License-Identifier: MIT
"""Taking foreign programs into an edition: once as a whole, and again whenever they change.

Importing again compares three states of each field (see ``domain.merging``): the source wins
where only it changed, what was changed here stays. What was removed here stays removed; what
vanished from the source is told and stays, for a schedule is often published in part.
"""

from __future__ import annotations

from collections.abc import Generator
from datetime import date

from forumdesk.domain.agenda import Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.ids import EditionId, SeriesId
from forumdesk.domain.intake import ImportReport, Schedule
from forumdesk.domain.progress import Progress
from forumdesk.domain.source_fields import ordinal_in
from forumdesk.domain.versions import Origin
from forumdesk.domain.words import N_
from forumdesk.services._taking_in import Intake

Importing = Generator[Progress, None, ImportReport]


def import_schedule(desk: Desk, edition: EditionId, schedule: Schedule) -> Importing:
    """Take a program into an edition, as one step; the same one again changes nothing.

    Yields its progress every few milliseconds and returns the report; closed before its end,
    it leaves no trace. Whoever calls it keeps a backup before. Of an edition that was there
    only what is empty is filled in. Raises ``ForumDeskError`` if there is no such edition.
    """
    with desk.step(_label(schedule), count=len(schedule.sessions)):
        intake = Intake(desk, desk.get(Edition, edition), schedule)
        return (yield from intake.run(_label(schedule)))


def import_edition(desk: Desk, series: SeriesId, schedule: Schedule) -> Importing:
    """Take a program in as a new edition of a series, otherwise as ``import_schedule``.

    Title, days, zone, venue and where the day ends are taken from the source as far as it
    says them.
    """
    with desk.step(_label(schedule), count=len(schedule.sessions)):
        record = _new_edition(desk, desk.get(Series, series), schedule)
        desk.put(record)
        return (yield from Intake(desk, record, schedule, new=True).run(_label(schedule)))


def import_into_series(desk: Desk, series: SeriesId, schedule: Schedule) -> Importing:
    """Bring the edition up to date that came from this source before, else make a new one."""
    before = imported_before(desk, series, schedule)
    if before is not None:
        return import_schedule(desk, before.id, schedule)
    return import_edition(desk, series, schedule)


def imported_before(desk: Desk, series: SeriesId, schedule: Schedule) -> Edition | None:
    """The edition of a series that came from this very source, to be brought up to date."""
    for edition in desk.find(Edition, series=series):
        # A day may be open, or be one the model does not take, such as in the year 9999.
        days = {schedule.first_day, edition.first_day}
        alike = len(days) == 1 or None in days
        if alike and desk.count(Origin, edition=edition.id, source=schedule.source):
            return edition
    return None


def zone_of_calendar(desk: Desk, edition: EditionId) -> tuple[str, str]:
    """The zone into which a calendar's times are put, and the one it has if it names none.

    The first is empty where nobody chose a zone yet: an edition without sessions is then in that
    of the calendar.
    """
    record = desk.get(Edition, edition)
    if record.timezone != "UTC" or desk.count(Session, edition=edition):
        return record.timezone, record.timezone
    return "", desk.get(Series, record.series).timezone


def _label(schedule: Schedule) -> str:
    if len(schedule.sessions) == 1:
        return N_("Import one session")
    return N_("Import {count:,} sessions")


def _new_edition(desk: Desk, series: Series, schedule: Schedule) -> Edition:
    """The next edition of the series, empty; its zone is that of the latest, if there is one."""
    others = desk.find(Edition, series=series.id)
    latest = max(others, key=lambda e: (e.first_day or date.min, e.number or 0), default=None)
    taken = {edition.number for edition in others}
    number = ordinal_in(schedule.title)
    if number is None or number in taken:
        number = max((n for n in taken if n is not None), default=0) + 1
    return Edition(
        id=desk.new_id(),
        series=series.id,
        number=number,
        timezone=latest.timezone if latest else "UTC",
    )
