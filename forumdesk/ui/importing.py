# SPDX-License-Identifier: MIT
"""Taking in a program of others from the window: read in a thread, written in slices."""

from __future__ import annotations

import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from forumdesk.domain.desk import Subject
from forumdesk.domain.forum import Series
from forumdesk.domain.intake import ImportReport, Schedule
from forumdesk.domain.words import N_
from forumdesk.services.importing import (
    import_into_series,
    import_schedule,
    zone_of_calendar,
)
from forumdesk.store.backups import BEFORE_IMPORT
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.contents import content_of
from forumdesk.ui.jobs import Job
from forumdesk.ui.messages import Banner, Question
from forumdesk.ui.workspace import Workspace

PAUSE = 0.005  # seconds the window waits for the thread between two looks at it
NEW, THIS = "new", "this"
CALENDARS = (".ics", ".ical")
Importing = Generator[Any, None, ImportReport]


def import_program(work: Workspace) -> None:
    """Ask for a program of others and where it goes, and take it in; it can be cancelled."""
    words = work.words
    path = work.messages.open_path(
        words("Import a schedule"), words("Schedules (*.xml *.ics);;All files (*)")
    )
    if path is None:
        return
    where = _asked(work, path)
    if where:
        job = Job(
            words("Importing {name}", name=path.name),
            _work(work, path, new=where == NEW),
            lambda report: _tell(work, report),
            work.messages.refuse,
        )
        work.jobs.start(job)


def _asked(work: Workspace, path: Path) -> str:
    """Whether it becomes a new edition or goes into the one shown; ``""``: not at all."""
    if work.dossier is None:
        return NEW
    words = work.words
    text = words("Where does “{name}” go?", name=path.name)
    more = words(
        "A new edition takes title, dates, zone and rooms from the file. "
        "Imported into an edition once more, a file brings only its changes."
    )
    title = work.dossier.title
    answers = (
        (NEW, words("A new edition")),
        (THIS, words("Into {title}", title=words.text(title) or "…")),
    )
    return work.messages.ask(Question(text, more, answers))


def _work(work: Workspace, path: Path, *, new: bool) -> Importing:
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(_read, path, _zones(work, new=new))
        while not reading.done():
            time.sleep(PAUSE)
            yield None
    schedule = reading.result()
    work.desk.backup(BEFORE_IMPORT)
    return (yield from _importing(work.desk, schedule, work.edition, new=new))


def _zones(work: Workspace, *, new: bool) -> tuple[str, str]:
    """The zone of the edition, and that of a calendar which names none."""
    if not new:
        return zone_of_calendar(work.desk, work.edition)
    return "", work.desk.find(Series)[0].timezone


def _read(path: Path, zones: tuple[str, str]) -> Schedule:
    if path.suffix.casefold() in CALENDARS:
        from forumdesk.exchange.calendar_in import ForeignCalendar  # noqa: PLC0415 - for these

        return ForeignCalendar(content_of(path), str(path)).schedule(*zones)
    from forumdesk.exchange import schedule_xml  # noqa: PLC0415 - an XML parser, for this alone

    return schedule_xml.read(content_of(path), str(path))


def _importing(desk: ForumFile, schedule: Schedule, shown: str, *, new: bool) -> Importing:
    if not new:
        return import_schedule(desk, shown, schedule)
    return import_into_series(desk, desk.find(Series)[0].id, schedule)


def _tell(work: Workspace, report: ImportReport) -> None:
    words = work.words
    work.show_edition(report.edition)
    text = words(
        N_("Imported: {added:,} sessions added, {updated:,} updated, {unchanged:,} unchanged."),
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
    )
    if report.problems:
        count = len(report.problems)
        more = words.plural(
            "{count} remark: {first}",
            "{count} remarks, the first: {first}",
            count,
            first=report.problems[0].phrase.said(words),
        )
        text = f"{text} {more}"
    work.messages.show(Banner("imported", text, "warning" if report.problems else "plain"))
    work.go(Subject("edition", report.edition))
