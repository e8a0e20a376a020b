# SPDX-License-Identifier: MIT
"""Taking in a program of others from the window: read in a thread, written in slices."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

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
from forumdesk.ui.aside import aside
from forumdesk.ui.contents import content_of
from forumdesk.ui.jobs import Job
from forumdesk.ui.messages import Banner, Question, said_anew
from forumdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from forumdesk.exchange.calendar_in import ForeignCalendar

T = TypeVar("T")
_MOST_NAMED = 3  # unknown zones, in a question
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
    if not where:
        return
    # The edition of the question: another may be shown before the file is read.
    into = "" if where == NEW else work.edition
    if path.suffix.casefold() in CALENDARS:
        _import_calendar(work, path, into)
    else:
        _start(work, path, into, lambda: _read(path))


def _import_calendar(work: Workspace, path: Path, into: str) -> None:
    """Read a calendar, ask for the zone of which it says too little, and take it in."""
    job = Job(
        work.words("Importing {name}", name=path.name),
        aside(lambda: _calendar(path)),
        lambda read: _take_calendar(work, path, into, read),
        work.messages.refuse,
    )
    work.jobs.start(job)


def _calendar(path: Path) -> tuple[ForeignCalendar, list[str]]:
    """A calendar, and the zones in it that nobody knows."""
    from forumdesk.exchange.calendar_in import ForeignCalendar  # noqa: PLC0415 - for these

    calendar = ForeignCalendar(content_of(path), str(path))
    return calendar, calendar.unknown_zones


def _take_calendar(
    work: Workspace, path: Path, into: str, read: tuple[ForeignCalendar, list[str]]
) -> None:
    calendar, unknown = read
    place, otherwise = _zones(work, into)
    meant = _meant(work, path, unknown, place or otherwise) if unknown else ""
    if meant is not None:
        _start(work, path, into, lambda: calendar.schedule(place, otherwise, meant))


def _meant(work: Workspace, path: Path, unknown: list[str], zone: str) -> str | None:
    """The zone that the user says is meant by names that nobody knows; ``None``: given up."""
    words = work.words
    names = [f"“{name[:60]}”" for name in unknown[:_MOST_NAMED]]
    if len(unknown) > _MOST_NAMED:
        names.append("…")
    about = words(
        "“{file}” has times in the zone {names}, which is neither known nor described in it."
        " They are read as of the zone that you choose.",
        file=path.name,
        names=", ".join(names),
    )
    return work.messages.ask_zone(words("Which time zone does it mean?"), about, zone or "UTC")


def _start(work: Workspace, path: Path, into: str, read: Callable[[], Schedule]) -> None:
    job = Job(
        work.words("Importing {name}", name=path.name),
        _work(work, read, into),
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

    whole = yield from aside(lambda: read(content_of(path), str(path)))
    work.desk.backup(BEFORE_IMPORT)
    return (yield from import_forum(work.desk, whole))


def _tell_forum(work: Workspace, report: ImportReport) -> None:
    text = N_(
        "Records read: {read:,}; added {added:,}, updated {updated:,}, unchanged {unchanged:,}."
    )
    _tell_counts(work, text, report)


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


def _work(work: Workspace, read: Callable[[], Schedule], into: str) -> Importing:
    schedule = yield from aside(read)
    work.desk.backup(BEFORE_IMPORT)
    return (yield from _importing(work.desk, schedule, into))


def _zones(work: Workspace, into: str) -> tuple[str, str]:
    """The zone of the edition, and that of a calendar which names none."""
    if into:
        return zone_of_calendar(work.desk, into)
    return "", work.desk.find(Series)[0].timezone


def _read(path: Path) -> Schedule:
    from forumdesk.exchange.schedules import read_schedule  # noqa: PLC0415 - parsers, for this alone

    return read_schedule(content_of(path), str(path))


def _importing(desk: ForumFile, schedule: Schedule, into: str) -> Importing:
    if into:
        return import_schedule(desk, into, schedule)
    return import_into_series(desk, desk.find(Series)[0].id, schedule)


def _tell(work: Workspace, report: ImportReport) -> None:
    work.show_edition(report.edition)
    text = N_("Imported: {added:,} sessions added, {updated:,} updated, {unchanged:,} unchanged.")
    _tell_counts(work, text, report)
    work.go(Subject("edition", report.edition))


def _tell_counts(work: Workspace, text: str, report: ImportReport) -> None:
    def banner() -> Banner:
        counts = {"read": report.read, "added": report.added}
        counts |= {"updated": report.updated, "unchanged": report.unchanged}
        said = _with_remarks(work, work.words(text, **counts), report)
        return Banner("imported", said, "warning" if report.problems else "plain")

    work.messages.show(said_anew(banner))


def _with_remarks(work: Workspace, text: str, report: ImportReport) -> str:
    """What was done, and the first of what there is to remark."""
    if not report.problems:
        return text
    words = work.words
    first = report.problems[0].phrase.said(words)
    more = words.plural(
        "{count} remark: {first}",
        "{count} remarks, the first: {first}",
        len(report.problems),
        first=first,
    )
    return f"{text} {more}"
