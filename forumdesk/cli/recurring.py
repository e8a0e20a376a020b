# SPDX-License-Identifier: MIT
"""``series``: how often and where a series meets, and when it would meet next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from forumdesk.cli.files import FILE, JSON, forum, series_named
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import give_json, say, shown, spoken
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.wording import Text
from forumdesk.domain.words import N_, Words, words_in

if TYPE_CHECKING:
    from forumdesk.domain.chronicle import Chronicle
    from forumdesk.domain.suggesting import Caution, Outlook, Suggestion


@command("series", N_("Say how often and where a series meets, and suggest its next dates."))
@FILE
@click.option(
    "--series", metavar="S", help=N_("The series: a title or short title, or an id. Else all.")
)
@JSON
def series_command(file: Path, *, series: str | None, as_json: bool) -> None:
    """Say what there is to know of series."""
    with forum(file, reading=True) as desk:
        every = [series_named(desk, series)] if series else desk.find(Series)
        found = [_read(desk, one) for one in every]
    if as_json:
        give_json([_described(of, ahead) for of, ahead in found])
        return
    words = spoken()
    for of, ahead in found:
        _tell(of, ahead, words)
    if not found:
        say(words("The file has no series yet."))


def _read(desk: Desk, series: Series) -> tuple[Chronicle, Outlook]:
    from forumdesk.domain.chronicle import chronicle  # noqa: PLC0415 - for this command alone
    from forumdesk.domain.suggesting import outlook  # noqa: PLC0415
    from forumdesk.domain.times import zone  # noqa: PLC0415

    today = desk.now().astimezone(zone(series.timezone)).date()
    of = chronicle(desk, series.id)
    return of, outlook(of, today)


# As JSON


def _described(of: Chronicle, ahead: Outlook) -> dict[str, Any]:
    series = of.series
    names = {host.id: host.name for host in of.hosts}
    zones = [*series.zones, *[series.timezone] * len(series.places)]
    return {
        "id": series.id,
        "title": series.title,
        "short": series.short,
        "languages": series.languages,
        "rule": {
            "rrule": series.recurrence,
            "text": {tag: ahead.saying.said(words_in(tag)) for tag in ("ko", "en")},
            "assumed": ahead.assumed,
        },
        "moved": series.moved,
        "holidays": of.countries,
        "lead": series.lead,
        "hosts": [{"id": id_, "name": name} for id_, name in names.items()],
        "places": [
            {"name": place, "timezone": zone}
            for place, zone in zip(series.places, zones, strict=False)
        ],
        "editions": [_edition(series, edition) for edition in of.editions],
        "suggested": [_suggestion(one, names) for one in ahead.suggestions],
        "skipped": ahead.skipped,
        "cautions": _cautions(ahead.cautions),
    }


def _edition(series: Series, edition: Edition) -> dict[str, Any]:
    return {
        "id": edition.id,
        "number": edition.number,
        "title": edition_title(series, edition),
        "starts": edition.first_day,
        "ends": edition.last_day or edition.first_day,
        "timezone": edition.timezone,
        "city": edition.city,
        "state": edition.state,
    }


def _suggestion(one: Suggestion, names: dict[str, Text]) -> dict[str, Any]:
    return {
        "number": one.number,
        "starts": one.first_day,
        "ends": one.last_day,
        "by_rule": one.by_rule,
        "place": one.place,
        "timezone": one.timezone,
        "hosts": [{"id": id_, "name": names[id_]} for id_ in one.hosts],
        "edition": one.edition,
        "cautions": _cautions(one.cautions),
    }


def _cautions(cautions: Iterable[Caution]) -> list[dict[str, Any]]:
    """What is to be known, in both languages: the words are no part of the contract."""
    return [
        {"kind": c.kind, "text": {tag: c.phrase.said(words_in(tag)) for tag in ("ko", "en")}}
        for c in cautions
    ]


# In words


def _tell(of: Chronicle, ahead: Outlook, words: Words) -> None:
    series = of.series
    short = f" ({shown(series.short)})" if series.short else ""
    say(f"{shown(series.title)}{short} · {', '.join(series.languages)}")
    say(f"  {ahead.saying.said(words)}")
    if of.hosts:
        named = " · ".join(words.text(host.name) for host in of.hosts)
        say("  " + words("Hosts: {hosts}", hosts=shown(named)))
    for edition in of.editions:
        title = shown(words.text(edition_title(series, edition)))
        say(f"  {_days(edition.first_day, edition.last_day, words)} · {title}")
    for caution in ahead.cautions:
        say(f"  ! {shown(caution.phrase.said(words))}")
    if ahead.suggestions:
        say("  " + words("Suggested next:"))
    for one in ahead.suggestions:
        place = shown(words.text(one.place))
        line = " · ".join(filter(None, (f"{one.number}", place, one.timezone)))
        say(f"    {_days(one.first_day, one.last_day, words)} · {line}")
        for caution in one.cautions:
            say(f"      ! {shown(caution.phrase.said(words))}")


def _days(first: date | None, last: date | None, words: Words) -> str:
    if first is None:
        return words("dates open")
    return f"{first} – {last}" if last and last != first else str(first)
