# SPDX-License-Identifier: MIT
"""The editions of a series as days of a calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from forumdesk.domain.desk import ForumDeskError, Problem, Severity, Subject
from forumdesk.domain.forum import Edition, EditionState, Series, edition_title
from forumdesk.domain.suggesting import Suggestion
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Phrase, words_in
from forumdesk.exchange.calendar import Held, Writing, series_days


def series_calendar(
    series: Series,
    editions: Iterable[Edition],
    published: Callable[[str], int],
    writing: Writing,
    *,
    ahead: Iterable[Suggestion] = (),
) -> tuple[bytes, tuple[Problem, ...]]:
    """The editions that have a date, and those that are left out.

    ``published`` tells how many versions of an edition (id) were published; ``ahead`` are days
    that are suggested, which stand there as such. Raises ``ForumDeskError`` if nothing has a date.
    """
    coming = tuple(ahead)
    given = {one.edition for one in coming}
    found = sorted(editions, key=lambda edition: (edition.number or 0, edition.id))
    held = [_held(series, edition, published(edition.id)) for edition in found if edition.first_day]
    held += [_coming(series, one) for one in coming]
    if not held:
        raise ForumDeskError(
            N_("No edition of this series has a date yet; no calendar was written.")
        )
    undated = (e for e in found if not e.first_day and e.id not in given)
    problems = (_undated(series, edition) for edition in undated)
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


def _coming(series: Series, one: Suggestion) -> Held:
    """Days that are suggested: always the same entry for the same number."""
    edition = Edition(one.edition or f"{series.id}-{one.number}", series.id, one.number)
    said = {
        tag: "\n".join(caution.phrase.said(words_in(tag)) for caution in one.cautions)
        for tag in series.languages
    }
    return Held(
        edition.id,
        edition_title(series, edition),
        one.first_day,
        one.last_day,
        place=one.place,
        note=Text.of(said),
        suggested=True,
    )


def _undated(series: Series, edition: Edition) -> Problem:
    message = N_("“{title}” has no date yet and is not in the calendar.")
    phrase = Phrase.of(message, title=edition_title(series, edition))
    subject = Subject("edition", edition.id, "first_day")
    return Problem("left-out", Severity.WARNING, subject, phrase)
