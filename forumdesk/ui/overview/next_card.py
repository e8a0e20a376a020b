# SPDX-License-Identifier: MIT
"""What comes after an edition that is over: the one made of it, or one click to prepare it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, EditionState, edition_title
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.ui.dates import days
from forumdesk.ui.overview.cards import Card
from forumdesk.ui.overview.lines import Row, Said
from forumdesk.ui.workspace import Workspace


@frozen
class Coming:
    """The next edition: its title, its days, and its id where it is there already."""

    title: Text
    first_day: date | None
    last_day: date | None
    id: str = ""


def coming_after(dossier: Dossier, today: date) -> Coming | None:
    """What comes after an edition that is over; ``None`` while it is not, or others came since.

    What was made of an edition is told of it whenever that is.
    """
    edition = dossier.edition
    made = next((e for e in dossier.editions if e.predecessor == edition.id), None)
    if made is not None:
        title = edition_title(dossier.series, made)
        return Coming(title, made.first_day, made.last_day, made.id)
    later = any((e.number or 0) > (edition.number or 0) for e in dossier.editions)
    return None if later or not _is_over(edition, today) else _drafted(dossier)


def _is_over(edition: Edition, today: date) -> bool:
    last = edition.last_day or edition.first_day
    return edition.state is EditionState.CLOSED or (last is not None and last < today)


def _drafted(dossier: Dossier) -> Coming:
    from forumdesk.domain.succession.days import (  # noqa: PLC0415 - not at every start
        chosen_day,
        shifted_day,
        span,
    )

    number = max((e.number or 0 for e in (*dossier.editions, dossier.edition)), default=0) + 1
    fresh = replace(dossier.edition, id="", number=number, title=EMPTY)
    try:
        day = chosen_day(dossier, None)
    except ForumDeskError:  # at the end of the calendar: the preview says so
        day = None
    return Coming(edition_title(dossier.series, fresh), day, shifted_day(day, span(dossier)))


class NextCard(Card):
    """A line that leads to the next edition, or to the preview of it."""

    def __init__(self, work: Workspace, coming: Coming, parent: QWidget | None = None) -> None:
        super().__init__(work.look, work.words("The next edition"), parent)
        self._work, self._coming = work, coming
        words = work.words
        when = days(coming.first_day, coming.last_day, words) or words("no days yet")
        text = coming.title if coming.id else words("Prepare {title}…", title=coming.title)
        said = words.text(text) if isinstance(text, Text) else text
        self.row = Row(work.look, Said(said, when, work.look.icons("calendar")), self)
        self.row.setEnabled(bool(coming.id) or work.editable)
        self.row.clicked.connect(self._go)
        self.rows.addWidget(self.row)

    def _go(self, _checked: bool = False) -> None:
        from forumdesk.ui import editions  # noqa: PLC0415 - when first used

        if self._coming.id:
            self._work.show_edition(self._coming.id)
        else:
            editions.prepare_next(self._work, self.window())
