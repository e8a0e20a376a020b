# SPDX-License-Identifier: MIT
"""Writing schedule.json, which holds more of people and keeps what a source said besides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from forumdesk.domain.agenda import Link
from forumdesk.domain.desk import Problem
from forumdesk.exchange.schedule_event import Event, Speaker
from forumdesk.exchange.schedule_names import GENERATOR, acronym
from forumdesk.exchange.schedule_out import DayOut, Outgoing, Program, RoomOut

_SCHEMA = "https://c3voc.de/schedule/schema.json"
# Of what a source said of a person, only what is meant for its readers.
_OF_PERSONS = ("id", "code", "slug", "avatar", "extended_biography")
# What follows from our own records, or is for the way through this program alone.
_OURS = frozenset(
    ("guid", "id", "left_out", "split", "persons", "name", "days", "color", "rooms", "tracks")
)
Json = dict[str, Any]


def schedule_json(outgoing: Outgoing) -> tuple[bytes, tuple[Problem, ...]]:
    """The file, and what could not be written as it is; raises as ``schedule_xml``."""
    program = Program(outgoing)
    whole = {
        "$schema": _SCHEMA,
        "generator": {"name": GENERATOR, "system": program.said_in},
        "schedule": {
            "version": program.version,
            **_if("base_url", program.conference.get("base_url")),
            "conference": _conference(program),
        },
    }
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return text.encode(errors="replace") + b"\n", tuple(program.problems)


def _conference(program: Program) -> Json:
    edition, extra, days = program.dossier.edition, program.conference, program.days
    said: Json = {
        "acronym": acronym(program.dossier, program.sources.name),
        "title": program.line(program.dossier.title),
        **_if("subtitle", program.line(edition.slogan)),
        **_if("venue", program.line(edition.venue)),
        **_if("city", program.line(edition.city)),
        "start": days[0].date.isoformat(),
        "end": days[-1].date.isoformat(),
        "daysCount": len(days),
        **_if("url", edition.link),
        "time_zone_name": edition.timezone,
        **_if("colors", {"primary": edition.accent} if edition.accent else extra.get("colors")),
        "rooms": [_room(room) for room, _ in days[0].rooms if room.name],
        "tracks": [
            {
                "name": track.name,
                **_if("slug", track.extra.get("slug")),
                **_if("color", track.color),
            }
            for track in program.tracks
        ],
        "days": [_day(day) for day in days],
    }
    return said | _besides(extra, said, "version", "base_url")


def _room(room: RoomOut) -> Json:
    said = {"name": room.name, "guid": room.guid}
    return said | _besides(room.extra, said)


def _day(day: DayOut) -> Json:
    rooms: dict[str, list[Json]] = {}
    for room, events in day.rooms:
        rooms.setdefault(room.name, []).extend(map(_event, events))
    return {
        "index": day.index,
        "date": day.date.isoformat(),
        "day_start": day.starts,
        "day_end": day.ends,
        "rooms": rooms,
    }


def _event(event: Event) -> Json:
    links = event.links
    said: Json = {
        "guid": event.guid,
        "id": event.id,
        "date": event.date,
        "start": event.start,
        "duration": event.duration,
        "room": event.room,
        "title": event.title,
        "subtitle": event.subtitle,
        "track": event.track or None,
        "type": event.kind,
        "language": event.language,
        "abstract": event.abstract,
        "description": event.description,
        **_if("logo", links.logo),
        **_if("url", links.page),
        **_if("feedback_url", links.feedback),
        **_if("video_download_url", links.recording),
        "persons": [_person(speaker) for speaker in event.persons],
        "links": list(_links(links.links)),
        "attachments": list(_links(links.attachments)),
    }
    return said | _besides(event.extra, said)


def _person(speaker: Speaker) -> Json:
    extra = speaker.extra
    said: Json = {name: extra[name] for name in _OF_PERSONS if name in extra} if extra else {}
    said |= {"guid": speaker.guid, "name": speaker.name, "public_name": speaker.name}
    if speaker.role:
        said["role"] = speaker.role
    if speaker.biography:
        said["biography"] = speaker.biography
    if speaker.contacts:
        said |= dict(reversed(speaker.contacts))  # of several the first
    return said


def _links(links: Iterable[Link]) -> Iterator[Json]:
    for link in links:
        yield {"title": link.title or link.url, "url": link.url, "type": "related"}


def _besides(extra: Mapping[str, Any], said: Json, *others: str) -> Json:
    """What the source said that is not said here already."""
    return {
        name: value
        for name, value in extra.items()
        if name not in said and name not in _OURS and name not in others
    }


def _if(name: str, value: object) -> Json:
    return {name: value} if value else {}
