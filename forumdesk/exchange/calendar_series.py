# SPDX-License-Identifier: MIT
"""The editions of a series as days of a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.forum import Edition, EditionState, Series, edition_title
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase
from forumdesk.exchange.calendar import Held, Writing, series_days


def series_calendar(
    series: Series, editions: Iterable[Edition], published: Callable[[str], int], writing: Writing
) -> tuple[bytes, tuple[Problem, ...]]:
    """The editions that have a date, and those that are left out.

    ``published`` tells how many versions of an edition (id) were published. Raises
    ``ForumDeskError`` if none has a date.
    """
    found = sorted(editions, key=lambda edition: (edition.number or 0, edition.id))
    held = [_held(series, edition, published(edition.id)) for edition in found if edition.first_day]
    if not held:
        raise ForumDeskError(
            N_("No edition of this series has a date yet; no calendar was written.")
        )
    problems = (_undated(series, edition) for edition in found if not edition.first_day)
    return series_days(series.title, held, writing), tuple(problems)


def _held(series: Series, edition: Edition, published: int) -> Held:
    assert edition.first_day
    tags = dict.fromkeys((*edition.venue, *edition.city))
    place = {
        tag: ", ".join(filter(None, (edition.venue.best((tag,)), edition.city.best((tag,)))))
        for tag in tags
    }
    return Held(
        edition.id,
        edition_title(series, edition),
        edition.first_day,
        edition.last_day,
        place=Text.of(place),
        note=edition.slogan,
        link=edition.link,
        suggested=edition.state is EditionState.PLANNED,
        sequence=published,
    )


def _undated(series: Series, edition: Edition) -> Problem:
    message = N_("“{title}” has no date yet and is not in the calendar.")
    phrase = Phrase.of(message, title=edition_title(series, edition))
    subject = Subject("edition", edition.id, "first_day")
    return Problem("left-out", Severity.WARNING, subject, phrase)
