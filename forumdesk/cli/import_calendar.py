# SPDX-License-Identifier: MIT
"""``import … --as calendar``: an iCalendar file into an edition, or as a new one."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.cli.files import edition_to_fill, series_named
from forumdesk.cli.import_kinds import Asked, Importing
from forumdesk.cli.import_schedule import ScheduleSource, told_sessions
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport
from forumdesk.domain.times import zone
from forumdesk.domain.words import N_, Words
from forumdesk.exchange.calendar_in import ForeignCalendar
from forumdesk.exchange.calendar_names import zone_called
from forumdesk.services.importing import zone_of_calendar


class CalendarSource:
    """A calendar that was read; where it goes says in which zone its times are."""

    def __init__(self, asked: Asked, calendar: ForeignCalendar) -> None:
        self._asked, self._calendar = asked, calendar
        said = asked.timezone
        self._unknown = (zone_called(said) or zone(said)).key if said else ""

    def importing(self, desk: Desk) -> Importing:
        """Into the edition asked for, or into the one made of it before, or a new one."""
        return self._placed(desk).importing(desk)

    def _placed(self, desk: Desk) -> ScheduleSource:
        asked = self._asked
        if asked.new:
            series = series_named(desk, asked.series)
            schedule = self._calendar.schedule("", series.timezone, self._unknown)
            return ScheduleSource(asked, schedule)
        edition = edition_to_fill(desk, asked.edition)
        into, otherwise = zone_of_calendar(desk, edition.id)
        return ScheduleSource(asked, self._calendar.schedule(into, otherwise, self._unknown))

    def told(self, report: ImportReport, words: Words) -> Sequence[str]:
        """How many sessions were read, and what became of them."""
        return told_sessions(report, words)


def read(asked: Asked, data: bytes) -> CalendarSource:
    """Read a calendar."""
    if asked.choices or asked.delimiter:
        raise ForumDeskError(N_("--map and --delimiter go with lists that have columns."))
    calendar = ForeignCalendar(data, str(asked.source), asked.encoding, replace=asked.replace)
    return CalendarSource(asked, calendar)
