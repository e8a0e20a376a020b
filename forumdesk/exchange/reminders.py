# SPDX-License-Identifier: MIT
"""When open commitments are due, as days of a calendar with reminders before them."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.commitments import is_closed
from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.forum import Series
from forumdesk.domain.ledger import Tracked
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase, words_in
from forumdesk.exchange.calendar import Due, Writing, reminders

USUAL = (14, 1)  # days before, on which a reminder is shown


def calendar_name(series: Series) -> Text:
    """What the calendar of a series is called, in its languages."""
    title = series.short or series.title

    def called(tag: str) -> str:
        words = words_in(tag)
        return words("Commitments of {title}", title=title.best((tag,)))

    return Text.of({tag: called(tag) for tag in series.languages})


def reminder_calendar(
    name: Text, tracked: Iterable[Tracked], writing: Writing, *, before: tuple[int, ...] = USUAL
) -> tuple[bytes, tuple[Problem, ...]]:
    """A calendar of what is open and due on a day, and what is left out because it has none.

    Raises ``ForumDeskError`` if nothing is due on a day.
    """
    waiting = [one for one in tracked if not is_closed(one.commitment.status)]
    dues = [due for one in waiting if (due := _due(one, before))]
    if not dues:
        raise ForumDeskError(
            N_("No open commitment that was asked for is due on a day; no calendar was written.")
        )
    problems = (_undated(one) for one in waiting if one.commitment.due is None)
    return reminders(name, dues, writing), tuple(problems)


def _due(one: Tracked, before: tuple[int, ...]) -> Due | None:
    commitment = one.commitment
    if commitment.due is None:
        return None
    return Due(
        commitment.id,
        one.heading,
        commitment.due,
        owners=tuple(owner.name for owner in one.owners),
        remind=before,
        when=commitment.due_text,
        note=commitment.text if commitment.title else Text(),
        sequence=len(one.reports),
    )


def _undated(one: Tracked) -> Problem:
    phrase = Phrase.of(
        N_("“{title}” is due on no day and is not in the calendar."), title=one.heading
    )
    subject = Subject("commitment", one.id, "due")
    return Problem("left-out", Severity.NOTE, subject, phrase)


def days_before(text: str) -> tuple[int, ...]:
    """Days before a day, typed with commas between; raises ``ForumDeskError`` for anything else."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if not pieces or not all(piece.isdecimal() and int(piece) <= 366 for piece in pieces):
        raise ForumDeskError(
            N_("“{text}” does not say how many days before; write it like 14,1 (366 at most)."),
            text=text,
        )
    return tuple(int(piece) for piece in pieces)
