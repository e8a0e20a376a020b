# SPDX-License-Identifier: MIT
"""``info``: what a forum file holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from forumdesk.cli.files import FILE, JSON, forum
from forumdesk.cli.frame import command
from forumdesk.cli.speaking import give_json, say, shown, spoken
from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.forum import Edition, Host, Room, Series, Track, edition_title
from forumdesk.domain.outcomes import Agreement, Commitment
from forumdesk.domain.people import Organization, Participation, Person
from forumdesk.domain.words import N_, Words


@command("info", N_("Say what a forum file holds: series, editions and counts."))
@FILE
@JSON
def info_command(file: Path, *, as_json: bool) -> None:
    """Say what a file holds."""
    with forum(file, reading=True) as desk:
        found = _described(desk, file)
    if as_json:
        give_json(found)
    else:
        _tell(found)


def _described(desk: Desk, file: Path) -> dict[str, Any]:
    from forumdesk.store.migrations import FORMAT  # noqa: PLC0415 - loaded with the file

    return {
        "file": str(file),
        "format": FORMAT,
        "series": [_series(desk, series) for series in desk.find(Series)],
        "people": desk.count(Person),
        "organizations": desk.count(Organization),
    }


def _series(desk: Desk, series: Series) -> dict[str, Any]:
    editions = desk.find(Edition, series=series.id)
    editions.sort(key=lambda edition: (edition.number or 0, edition.id))
    return {
        "id": series.id,
        "title": series.title,
        "short": series.short,
        "languages": series.languages,
        "editions": [_edition(desk, series, edition) for edition in editions],
    }


def _edition(desk: Desk, series: Series, edition: Edition) -> dict[str, Any]:
    return {
        "id": edition.id,
        "number": edition.number,
        "title": edition_title(series, edition),
        "starts": edition.first_day,
        "ends": edition.last_day or edition.first_day,
        "timezone": edition.timezone,
        "counts": _counts(desk, edition),
    }


def _counts(desk: Desk, edition: Edition) -> dict[str, int]:
    participations = desk.find(Participation, edition=edition.id)
    hosts = desk.find(Host, edition=edition.id)
    parts = desk.find(Part, participation=[p.id for p in participations])
    bodies = {p.organization for p in participations} | {host.organization for host in hosts}
    return {
        "sessions": desk.count(Session, edition=edition.id),
        "rooms": desk.count(Room, edition=edition.id),
        "tracks": desk.count(Track, edition=edition.id),
        "participants": len(participations),
        "speakers": len({part.participation for part in parts}),
        "organizations": len(bodies - {None}),
        "agreements": desk.count(Agreement, edition=edition.id),
        "commitments": desk.count(Commitment, edition=edition.id),
    }


def _counted(counts: dict[str, int], words: Words) -> list[str]:
    """What there is of anything, in words."""
    said = {
        "sessions": words.plural("{count} session", "{count} sessions", counts["sessions"]),
        "rooms": words.plural("{count} room", "{count} rooms", counts["rooms"]),
        "tracks": words.plural("{count} track", "{count} tracks", counts["tracks"]),
        "participants": words.plural(
            "{count} participant", "{count} participants", counts["participants"]
        ),
        "speakers": words.plural("{count} speaker", "{count} speakers", counts["speakers"]),
        "organizations": words.plural(
            "{count} organization", "{count} organizations", counts["organizations"]
        ),
        "agreements": words.plural("{count} agreement", "{count} agreements", counts["agreements"]),
        "commitments": words.plural(
            "{count} commitment", "{count} commitments", counts["commitments"]
        ),
    }
    return [text for key, text in said.items() if counts[key]]


def _tell(found: dict[str, Any]) -> None:
    words = spoken()
    for series in found["series"]:
        short = f" ({shown(series['short'])})" if series["short"] else ""
        say(f"{shown(series['title'])}{short} · {', '.join(series['languages'])}")
        for edition in series["editions"]:
            _tell_edition(edition, words)
        if not series["editions"]:
            say("  " + words("no edition yet"))
    people = words.plural("{count} person", "{count} people", found["people"])
    bodies = words.plural("{count} organization", "{count} organizations", found["organizations"])
    say(f"{people}, {bodies}")


def _tell_edition(edition: dict[str, Any], words: Words) -> None:
    starts, ends = edition["starts"], edition["ends"]
    days = f"{starts} – {ends}" if starts != ends else str(starts or words("dates open"))
    say(f"  {shown(edition['title'])}")
    say(f"    {days} · {edition['timezone']}")
    if counts := _counted(edition["counts"], words):
        say(f"    {', '.join(counts)}")
