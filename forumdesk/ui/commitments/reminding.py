# SPDX-License-Identifier: MIT
"""Writing when the commitments shown are due as a calendar with reminders."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from forumdesk.domain.desk import ForumDeskError
from forumdesk.handouts.naming import file_name, written_whole

if TYPE_CHECKING:
    from forumdesk.ui.commitments.page import CommitmentsPage

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def export_reminders(page: CommitmentsPage) -> None:
    """Ask where to, and write a calendar of what is shown and open there."""
    from forumdesk.exchange.calendar import Writing  # noqa: PLC0415 - when asked for
    from forumdesk.exchange.reminders import calendar_name, reminder_calendar  # noqa: PLC0415

    sight, work = page.sight, page.work
    if sight is None:
        return
    words, series, last = work.words, sight.ledger.series, work.desk.undoable()
    name = calendar_name(series)
    writing = Writing(series.languages, last.at if last else _BEGINNING)
    try:
        data, left_out = reminder_calendar(name, page.rows, writing)
    except ForumDeskError as error:
        work.messages.refuse(error)
        return
    folder = work.folder
    suggested = folder / file_name(name.best(series.languages), ending="ics")
    path = work.messages.save_path(words("Export reminders"), suggested, words("Calendars (*.ics)"))
    if path is None:
        return
    path = path if path.suffix else path.with_suffix(".ics")
    work.settings.change(folder=str(path.parent))
    try:
        with written_whole(path) as file:
            file.write(data)
    except ForumDeskError as error:
        work.messages.refuse(error)
        return
    told = words("Written: {name}", name=path.name)
    if left_out:
        count = len(left_out)
        without = words.plural(
            "{count} open commitment has no due day and is not in it.",
            "{count} open commitments have no due day and are not in it.",
            count,
        )
        told = f"{told} {without}"
    work.messages.tell(told)
