# SPDX-License-Identifier: MIT
"""What stands on the time line of a series: its editions, years without one, what is suggested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from forumdesk.domain.chronicle import Chronicle, Held
from forumdesk.domain.forum import Edition, EditionState
from forumdesk.domain.numbering import ordinal
from forumdesk.domain.people import Organization
from forumdesk.domain.suggesting import Suggestion
from forumdesk.domain.terms import term
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.dates import days, short_days

_SHOWN = 3  # suggestions on the line: the list under it has them all

_HOSTS = 2  # those who come first and second


class Sort(StrEnum):
    """What a place on the time line is."""

    EDITION = "edition"
    GAP = "gap"
    SUGGESTED = "suggested"


@frozen
class Moment:
    """A place on the time line; ``key`` is an edition's id, or a suggestion's number."""

    sort: Sort
    key: str
    year: str
    number: str = ""
    lines: tuple[str, ...] = ()  # city, days, hosts in order, how much there is
    state: EditionState | None = None
    aside: str = ""  # the word for the state
    spoken: str = ""


def moments(
    of: Chronicle, skipped: Sequence[int], suggested: Sequence[Suggestion], words: Words
) -> list[Moment]:
    """The time line from the first edition to the last suggestion."""
    found = [_edition(held, words) for held in of.held]
    for year in _runs(skipped):
        at = next((n for n, moment in enumerate(found) if moment.year > str(year[-1])), None)
        found.insert(len(found) if at is None else at, _gap(year, words))
    names = {host.id: host for host in of.hosts}
    filled = [one for one in suggested if one.edition is None][:_SHOWN]
    return [*found, *(_suggested(one, names, words) for one in filled)]


def number_said(number: int | None, words: Words) -> str:
    """The number of an edition: 3rd, 제3회."""
    if number is None:
        return ""
    said = ordinal(number, words.language)
    return words.context("edition number", "{n}", n=said)


def _edition(held: Held, words: Words) -> Moment:
    edition = held.edition
    number = number_said(edition.number, words) or words("without a number")
    hosts = [_called(host, words) for host in held.hosts[:_HOSTS]]
    sessions = words.plural("{count} session", "{count} sessions", held.sessions)
    people = words.plural("{count:,} participant", "{count:,} participants", held.participants)
    figures = (sessions if held.sessions else "", people if held.participants else "")
    lines = (words.text(edition.city), _days(edition, words), *hosts, *filter(None, figures))
    year = str(edition.first_day.year) if edition.first_day else words("open")
    state = term(edition.state, words)
    spoken = ", ".join(
        filter(None, (number, lines[0], days(edition.first_day, edition.last_day, words), state))
    )
    spoken = ", ".join(filter(None, (spoken, *lines[2:])))
    return Moment(Sort.EDITION, edition.id, year, number, lines, edition.state, state, spoken)


def _days(edition: Edition, words: Words) -> str:
    if edition.first_day is None:
        return words("no date yet")
    return short_days(edition.first_day, edition.last_day, words)


def _called(host: Organization, words: Words) -> str:
    return words.text(host.short) or words.text(host.name)


def _gap(years: Sequence[int], words: Words) -> Moment:
    said = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    return Moment(
        Sort.GAP, said, said, words("no forum"), spoken=words("{years}: no forum", years=said)
    )


def _suggested(one: Suggestion, names: dict[str, Organization], words: Words) -> Moment:
    number = number_said(one.number, words)
    hosts = [_called(names[id_], words) for id_ in one.hosts[:_HOSTS] if id_ in names]
    said = short_days(one.first_day, one.last_day, words)
    lines = (words.text(one.place), said, *hosts)
    aside = words("suggested")
    when = days(one.first_day, one.last_day, words)
    spoken = ", ".join(filter(None, (number, lines[0], when, aside)))
    year = str(one.first_day.year)
    return Moment(Sort.SUGGESTED, str(one.number), year, number, lines, None, aside, spoken)


def _runs(years: Sequence[int]) -> Iterator[list[int]]:
    """Years that follow one another, together."""
    run: list[int] = []
    for year in years:
        if run and year != run[-1] + 1:
            yield run
            run = []
        run.append(year)
    if run:
        yield run
