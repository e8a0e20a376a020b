# SPDX-License-Identifier: MIT
"""What the overview says of each line of the readiness list, and of the days to go."""

from __future__ import annotations

from datetime import date

from forumdesk.domain.dates import date_short
from forumdesk.domain.forum import Edition, EditionState
from forumdesk.domain.readiness import Line, Matter
from forumdesk.domain.words import Words
from forumdesk.ui.dates import day as said_day

_OF_INVITATIONS = frozenset({Matter.LATE, Matter.SEATS, Matter.WAITING})


def said(line: Line, words: Words) -> str:
    """A line of the readiness list: what is open, or that nothing is."""
    count = line.left
    if not count:
        return _done(line.matter, words)
    if line.matter is Matter.OVERDUE:
        return _late(line, count, words)
    if line.matter in _OF_INVITATIONS:
        return _open_invitations(line, count, words)
    return _open(line.matter, count, words)


def _late(line: Line, count: int, words: Words) -> str:
    """How many commitments are late, and since when the first of them is."""
    if line.by is None:
        return words.plural("{count} commitment is late", "{count} commitments are late", count)
    day = said_day(line.by, words)  # not by Babel: it is said before the first paint
    return words.plural(
        "{count} commitment is late, since {day}",
        "{count} commitments are late, the first since {day}",
        count,
        day=day,
    )


def _open_invitations(line: Line, count: int, words: Words) -> str:
    """How many have not answered, have no seat, or can have one."""
    day = date_short(line.by, words.language) if line.by else "–"
    match line.matter:
        case Matter.LATE:
            return words.plural(
                "{count} answer overdue since {day}",
                "{count} answers overdue since {day}",
                count,
                day=day,
            )
        case Matter.SEATS:
            return words.plural(
                "{count} quota is exceeded",
                "{count} quotas are exceeded",
                count,
            )
        case _:
            return words.plural(
                "{count} seat is left, {waiting} on the waiting list",
                "{count} seats are left, {waiting} on the waiting list",
                count,
                waiting=line.total,
            )


def _open(matter: Matter, count: int, words: Words) -> str:
    """How many things of a matter are open."""
    match matter:
        case Matter.TIMES:
            return words.plural(
                "{count} session has no time yet", "{count} sessions have no time yet", count
            )
        case Matter.TITLES:
            return words.plural(
                "{count} title lacks a language", "{count} titles lack a language", count
            )
        case Matter.CHAIRS:
            return words.plural("{count} panel has no chair", "{count} panels have no chair", count)
        case Matter.CONFIRMED:
            return words.plural(
                "{count} session is still a draft", "{count} sessions are still drafts", count
            )
        case _:
            return _open_of_people(matter, count, words)


def _open_of_people(matter: Matter, count: int, words: Words) -> str:
    match matter:
        case Matter.INVITED:
            return words.plural(
                "{count} invitation is not sent", "{count} invitations are not sent", count
            )
        case Matter.ANSWERED:
            return words.plural(
                "{count} invitation is not accepted yet",
                "{count} invitations are not accepted yet",
                count,
            )
        case Matter.NAMED:
            return words.plural(
                "{count} speaker is without a name", "{count} speakers are without a name", count
            )
        case Matter.TEXTS:
            return words.plural(
                "{count} speech text is not received",
                "{count} speech texts are not received",
                count,
            )
        case Matter.PRINTED:
            return words.plural(
                "{count} printed sheet has changed since",
                "{count} printed sheets have changed since",
                count,
            )
        case _:
            return words.plural("{count} commitment is due", "{count} commitments are due", count)


def _done(matter: Matter, words: Words) -> str:
    """That nothing of a matter is open."""
    return {
        Matter.TIMES: words("Every session has a time"),
        Matter.TITLES: words("Every title is in all languages"),
        Matter.CHAIRS: words("Every panel has a chair"),
        Matter.CONFIRMED: words("Every session is confirmed"),
        Matter.INVITED: words("Every invitation is sent"),
        Matter.ANSWERED: words("Every invitation is accepted"),
        Matter.LATE: words("No answer is overdue"),
        Matter.WAITING: words("Nobody waits for a seat that is left"),
        Matter.SEATS: words("Every quota is kept"),
        Matter.NAMED: words("Every speaker has a name"),
        Matter.TEXTS: words("Every speech text is received"),
        Matter.OVERDUE: words("No commitment is late"),
        Matter.COMMITMENTS: words("No commitment is due"),
        Matter.PRINTED: words("Every printed sheet is as it is now"),
    }[matter]


def countdown(edition: Edition, today: date, words: Words) -> tuple[str, str]:
    """How far off an edition is: a large word, and a line under it."""
    first, last = edition.first_day, edition.last_day or edition.first_day
    if edition.state is EditionState.CLOSED:
        return words("Closed"), ""
    if first is None or last is None:
        return words("No date"), words("Set the first day in the inspector.")
    left = (first - today).days
    if left > 0:
        return words("D−{days}", days=left), words.plural(
            "{count} day to go", "{count} days to go", left
        )
    if today <= last:
        return words("Today"), words("The forum is on.")
    return words("Over"), words.plural("{count} day ago", "{count} days ago", (today - last).days)
