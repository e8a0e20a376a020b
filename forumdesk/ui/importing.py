# SPDX-License-Identifier: MIT
"""Taking in a program of others from the window: read in a thread, written in slices."""

from __future__ import annotations

import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
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
_HEAD = 200  # bytes by which a forum file as JSON is known
NEW, THIS = "new", "this"
CALENDARS = (".ics", ".ical")
Importing = Generator[Any, None, ImportReport]


def import_program(work: Workspace) -> None:
    """Ask for a program of others and where it goes, and take it in; it can be cancelled."""
    words = work.words
    path = work.messages.open_path(
        words("Import a schedule"), words("Schedules (*.xml *.json *.ics);;All files (*)")
    )
    if path is None:
        return
    if _is_forum(path):
        _import_forum(work, path)
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


def _is_forum(path: Path) -> bool:
    """Whether it is the whole of a forum file; what can't be read is told of later."""
    from forumdesk.exchange.forum_json import looks_like_forum  # noqa: PLC0415 - rare

    with suppress(OSError), path.open("rb") as file:
        return looks_like_forum(file.read(_HEAD))
    return False


def _import_forum(work: Workspace, path: Path) -> None:
    """Ask whether the content of another forum file is to come into this one, and take it in."""
    words = work.words
    question = Question(
        words("Bring all of “{name}” into this file?", name=path.name),
        words(
            "What is not here is added. What is in both and different becomes as it is there;"
            " you are told of it, and it can be undone. What is only here stays."
        ),
        ((THIS, words("Bring it in")),),
    )
    if work.messages.ask(question) != THIS:
        return
    job = Job(
        words("Importing {name}", name=path.name),
        _forum_work(work, path),
        lambda report: _tell_forum(work, report),
        work.messages.refuse,
    )
    work.jobs.start(job)


def _forum_work(work: Workspace, path: Path) -> Importing:
    from forumdesk.exchange.forum_json import read  # noqa: PLC0415 - rare
    from forumdesk.services.merging import import_forum  # noqa: PLC0415 - rare

    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(lambda: read(content_of(path), str(path)))
        while not reading.done():
            time.sleep(PAUSE)
            yield None
    whole = reading.result()
    work.desk.backup(BEFORE_IMPORT)
    return (yield from import_forum(work.desk, whole))


def _tell_forum(work: Workspace, report: ImportReport) -> None:
    words = work.words
    text = words(
        "Records read: {read:,}; added {added:,}, updated {updated:,}, unchanged {unchanged:,}.",
        read=report.read,
        added=report.added,
        updated=report.updated,
        unchanged=report.unchanged,
    )
    work.messages.show(Banner("imported", _with_remarks(work, text, report), _look(report)))


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
    from forumdesk.exchange.schedules import read_schedule  # noqa: PLC0415 - parsers, for this alone

    return read_schedule(content_of(path), str(path))


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
    work.messages.show(Banner("imported", _with_remarks(work, text, report), _look(report)))
    work.go(Subject("edition", report.edition))


def _look(report: ImportReport) -> str:
    return "warning" if report.problems else "plain"


def _with_remarks(work: Workspace, text: str, report: ImportReport) -> str:
    """What was done, and the first of what there is to remark."""
    if not report.problems:
        return text
    words = work.words
    more = words.plural(
        "{count} remark: {first}",
        "{count} remarks, the first: {first}",
        len(report.problems),
        first=report.problems[0].phrase.said(words),
    )
    return f"{text} {more}"
