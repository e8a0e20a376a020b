# SPDX-License-Identifier: MIT
"""Opening the preview of a next edition: the last one is read first, in slices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QApplication, QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Series
from forumdesk.domain.succession.choices import Choices
from forumdesk.domain.succession.reading import reading_last
from forumdesk.services.succession import last_edition, rooms_known
from forumdesk.ui.jobs import Job
from forumdesk.ui.workspace import Workspace


def prepare_next(
    work: Workspace, series_id: str, on: date | None = None, *, parent: QWidget | None = None
) -> None:
    """Show what the next edition of a series would be; nothing is made before it is said."""
    try:
        edition = last_edition(work.desk, series_id)
    except ForumDeskError as error:
        work.messages.refuse(error)
        return
    over = parent or QApplication.activeWindow()
    _read(work, edition, lambda last: _show(work, last, on, parent=over))


def prepare_shown(work: Workspace, parent: QWidget | None = None) -> None:
    """The same for the series of the edition shown, else for the first there is."""
    dossier = work.dossier
    series = dossier.series if dossier else next(iter(work.desk.find(Series)), None)
    if series is not None:
        prepare_next(work, series.id, parent=parent)


def _read(work: Workspace, edition: Edition, then: Callable[[Dossier], object]) -> None:
    shown = work.dossier
    if shown is not None and shown.edition.id == edition.id and shown.whole:
        then(shown)
        return
    title = work.words("Reading the last forum")
    reading = reading_last(work.desk, edition)
    work.jobs.start(Job(title, reading, then, work.messages.refuse))


def _show(work: Workspace, last: Dossier, on: date | None, *, parent: QWidget | None) -> None:
    from forumdesk.ui.succession.dialog import NextDialog  # noqa: PLC0415 - when first shown

    rooms = rooms_known(work.desk, last.series.id)
    NextDialog(parent, work, last, rooms).begin(Choices(on=on))
