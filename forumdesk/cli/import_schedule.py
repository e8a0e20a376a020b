# SPDX-License-Identifier: MIT
"""``import … --as schedule``: a schedule.xml into an edition, or as a new one."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.cli.files import edition_to_fill, series_named
from forumdesk.cli.import_kinds import Asked, Importing
from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.intake import ImportReport, Schedule
from forumdesk.domain.values import frozen
from forumdesk.domain.words import N_, Words
from forumdesk.exchange import schedule_xml
from forumdesk.services import importing


@frozen
class ScheduleSource:
    """A program that was read, and where it goes."""

    asked: Asked
    schedule: Schedule

    def importing(self, desk: Desk) -> Importing:
        """Into the edition asked for, or into the one made of it before, or a new one."""
        if not self.asked.new:
            edition = edition_to_fill(desk, self.asked.edition)
            return importing.import_schedule(desk, edition.id, self.schedule)
        series = series_named(desk, self.asked.series)
        return importing.import_into_series(desk, series.id, self.schedule)

    def told(self, report: ImportReport, words: Words) -> Sequence[str]:
        """How many sessions were read, and what became of them."""
        return told_sessions(report, words)


def told_sessions(report: ImportReport, words: Words) -> Sequence[str]:
    """What became of the sessions of a program, in one line."""
    counts = {
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
    }
    line = words(
        "Sessions read: {read:,}; added {added:,}, updated {updated:,},"
        " unchanged {unchanged:,}, skipped {skipped:,}.",
        **counts,
    )
    return [line]


def read(asked: Asked, data: bytes) -> ScheduleSource:
    """Read a schedule.xml."""
    if asked.reading:
        raise ForumDeskError(N_("--map, --encoding and --delimiter go with lists of people."))
    return ScheduleSource(asked, schedule_xml.read(data, str(asked.source)))
