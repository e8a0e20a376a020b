# SPDX-License-Identifier: MIT
"""The editions of a series and its suggested dates as a calendar, written from the window."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from forumdesk.domain.chronicle import Chronicle
from forumdesk.domain.desk import Problem
from forumdesk.domain.progress import Progress
from forumdesk.domain.suggesting import Suggestion
from forumdesk.domain.versions import Version
from forumdesk.handouts.naming import file_name, written_whole
from forumdesk.ui.jobs import Job
from forumdesk.ui.messages import Banner, said_anew
from forumdesk.ui.workspace import Workspace

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def export(work: Workspace, of: Chronicle, ahead: tuple[Suggestion, ...]) -> None:
    """Ask where to, and write the calendar there."""
    words, series = work.words, of.series
    folder = work.folder
    name = file_name((series.short or series.title).best(series.languages), ending="ics")
    kinds = words("Calendars (*.ics)")
    path = work.messages.save_path(words("Export a calendar"), folder / name, kinds)
    if path is None:
        return
    target = path if path.suffix else path.with_suffix(".ics")
    work.settings.change(folder=str(target.parent))
    title = words("Writing {name}", name=target.name)
    job = Job(
        title,
        _writing(work, target, of, ahead),
        lambda problems: _tell(work, target, problems),
        work.messages.refuse,
    )
    work.jobs.start(job)


def _writing(
    work: Workspace, path: Path, of: Chronicle, ahead: tuple[Suggestion, ...]
) -> Generator[Progress, None, tuple[Problem, ...]]:
    from forumdesk.exchange.calendar import Writing  # noqa: PLC0415 - when asked for
    from forumdesk.exchange.calendar_series import series_calendar  # noqa: PLC0415

    yield Progress(0, 1)
    desk, last = work.desk, work.desk.undoable()
    published = {edition.id: desk.count(Version, edition=edition.id) for edition in of.editions}
    writing = Writing(of.series.languages, last.at if last else _BEGINNING)
    data, problems = series_calendar(
        of.series, of.editions, published.__getitem__, writing, ahead=ahead
    )
    with written_whole(path) as file:
        file.write(data)
    return problems


def _tell(work: Workspace, path: Path, problems: tuple[Problem, ...]) -> None:
    work.messages.tell(work.words("Written: {path}", path=str(path)))
    if problems:

        def banner() -> Banner:
            said = " ".join(problem.phrase.said(work.words) for problem in problems[:3])
            return Banner("left-out", said, "warning")

        work.messages.show(said_anew(banner))
