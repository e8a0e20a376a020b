# SPDX-License-Identifier: MIT
"""Reading schedule.json, the same program as schedule.xml in other brackets.

It is made into the elements that schedule.xml would have, and read as those: whatever is odd in
one is odd in the other. What a JSON file says beyond them is kept in ``extra`` as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.intake import Schedule
from forumdesk.domain.words import N_
from forumdesk.exchange.json_file import read_json
from forumdesk.exchange.schedule_xml import schedule_of
from forumdesk.exchange.xmltree import Node

# What names an event or a person is an attribute, as in XML.
_ATTRIBUTES = frozenset({"guid", "id", "code", "role"})
_LISTS = frozenset({"persons", "links", "attachments"})
_NOT_OF_CONFERENCE = frozenset({"days", "day", "rooms", "tracks", "daysCount"})
Json = Mapping[str, Any]


def read(data: bytes, file: str = "schedule.json") -> Schedule:
    """The schedule in a JSON file; ``file`` is how it is named when it is refused.

    Raises ``ForumDeskError`` for what isn't JSON, is beyond all bounds, or no schedule.
    """
    whole = read_json(data, file)
    found = whole.get("schedule", whole) if isinstance(whole, Mapping) else None
    if isinstance(whole, Mapping) and isinstance(whole.get("edition"), list):
        raise ForumDeskError(
            N_("{file} is a whole forum file as JSON: import it with --as forum."), file=file
        )
    if not isinstance(found, Mapping) or not {"conference", "days", "day"} & found.keys():
        raise ForumDeskError(
            N_("{file} is JSON, but no schedule; nothing was imported."), file=file
        )
    try:
        return schedule_of(_root(found, whole.get("generator")))
    except RecursionError as error:
        raise ForumDeskError(
            N_("{file} is nested too deeply; nothing was imported."), file=file
        ) from error


def _root(schedule: Json, generator: object) -> Node:
    said = _object(schedule.get("conference"))
    maker = _object(generator or schedule.get("generator"))
    made_by = {"name": _text(maker.get("name")), "system": f"{_text(maker.get('system'))};json"}
    conference = _scalars("conference", said, leave=_NOT_OF_CONFERENCE)
    base = schedule.get("base_url")
    if base and not conference.said("base_url"):
        conference.children = [*conference.children, _leaf("base_url", base)]
    tracks = [_attributes("track", one) for one in _objects(said.get("tracks"))]
    conference.children = [*conference.children, *tracks]
    root = Node("schedule", {}, 0)
    root.children = [
        _leaf("version", schedule.get("version")),
        Node("generator", made_by, 0),
        conference,
        *_days(schedule, said),
    ]
    return root


def _days(schedule: Json, conference: Json) -> Iterator[Node]:
    """The days; all rooms that the file lists are in the first, in its order."""
    rooms = {_text(one.get("name")): one for one in _objects(conference.get("rooms"))}
    waiting = {"": {}, **rooms}
    days = next(
        (of[key] for of in (conference, schedule) for key in ("days", "day") if of.get(key)), ()
    )
    for day in _objects(days):
        attributes = {
            "date": _text(day.get("date")),
            "start": _text(day.get("day_start") or day.get("start")),
            "end": _text(day.get("day_end") or day.get("end")),
        }
        node = Node("day", attributes, 0)
        there = dict(_rooms(day.get("rooms") or day.get("room")))
        names = [name for name in {**waiting, **there} if name or name in there]
        node.children = [_room(name, rooms.get(name, {}), there.get(name, ())) for name in names]
        waiting = {}
        yield node


def _rooms(said: object) -> Iterator[tuple[str, object]]:
    """Rooms by name with their events, be they an object or a list."""
    if isinstance(said, Mapping):
        yield from said.items()
    for room in _objects(said):
        yield _text(room.get("name")), room.get("events") or room.get("event")


def _room(name: str, known: Json, events: object) -> Node:
    node = _attributes("room", {**known, "name": name})
    node.children = [*node.children, *map(_event, _objects(events))]
    return node


def _event(event: Json) -> Node:
    node = _scalars("event", event, leave=_LISTS)
    for name, one in (("persons", "person"), ("links", "link"), ("attachments", "attachment")):
        parent = Node(name, {}, 0)
        make = _person if one == "person" else _link
        parent.children = [make(one, part) for part in _several(event.get(name))]
        node.children = [*node.children, parent]
    return node


def _person(tag: str, person: object) -> Node:
    if not isinstance(person, Mapping):
        return _leaf(tag, person)
    shown = person.get("public_name") or person.get("full_public_name") or person.get("name")
    return _scalars(tag, {**person, "name": shown}, leave={"public_name", "full_public_name"})


def _link(tag: str, link: object) -> Node:
    if not isinstance(link, Mapping):
        return Node(tag, {"href": _text(link)}, 0)
    node = Node(tag, {"href": _text(link.get("url") or link.get("href"))}, 0)
    node.text = _text(link.get("title") or link.get("name"))
    return node


def _scalars(tag: str, said: Json, leave: frozenset[str] | set[str]) -> Node:
    """An element of what an object says: ids as attributes, everything else as children."""
    node = Node(tag, {}, 0)
    children = []
    for name, value in said.items():
        if name in leave or value is None:
            continue
        if name in _ATTRIBUTES:
            node.attributes[name] = _text(value)
        else:
            children.append(_leaf(name, value))
    node.children = children
    return node


def _attributes(tag: str, said: Json) -> Node:
    """An element whose attributes are what an object says."""
    return Node(tag, {name: _text(value) for name, value in said.items() if value is not None}, 0)


def _leaf(tag: str, value: object) -> Node:
    """An element with a text; what has parts has them as elements in it.

    A name that is an object is one by language, or that of something with a name.
    """
    node = Node(tag, {}, 0)
    if isinstance(value, Mapping) and tag in ("track", "room", "title"):
        node.text = _text(value.get("name") or next(iter(value.values()), ""))
    elif isinstance(value, Mapping):
        node.children = [_leaf(name, part) for name, part in value.items() if part is not None]
    else:
        node.text = _text(value)
    return node


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _object(said: object) -> Json:
    return said if isinstance(said, Mapping) else {}


def _several(said: object) -> list[object]:
    return said if isinstance(said, list) else []


def _objects(said: object) -> Iterator[Json]:
    return (one for one in _several(said) if isinstance(one, Mapping))
