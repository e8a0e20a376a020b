# SPDX-License-Identifier: MIT
"""The rooms, tracks and persons of a schedule.xml, each known by the best name it has."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from forumdesk.domain.desk import Severity
from forumdesk.domain.intake import Finding, SourcePerson, SourceRoom, SourceTrack
from forumdesk.domain.wording import one_line
from forumdesk.domain.words import N_
from forumdesk.exchange.prose import prose
from forumdesk.exchange.xmltree import Node

_COLOR = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)


def extra(node: Node, read: Iterable[str], **more: object) -> str:
    """What an element says beyond ``read``: attributes and texts of its children, as JSON."""
    said: dict[str, object] = dict(node.attributes)
    for child in node.children:
        if child.tag not in read and (value := _value(child)):
            said.setdefault(child.tag, value)
    said.update((name, value) for name, value in more.items() if value)
    return json.dumps(said, ensure_ascii=False) if said else ""


def _value(node: Node) -> object:
    if not node.children and not node.attributes:
        return node.text.strip()
    parts: dict[str, object] = {
        **node.attributes,
        **{child.tag: value for child in node.children if (value := _value(child))},
    }
    if text := node.text.strip():
        parts[""] = text
    return parts


def ids_of(node: Node, kinds: Iterable[str] = ("guid", "code", "id")) -> list[str]:
    """The ids an element bears, the best first, each with its kind: ``guid:…``."""
    return [f"{kind}:{said}" for kind in kinds if (said := one_line(node.get(kind)))]


def color(text: str) -> str:
    """A colour as ``#rrggbb`` in small letters; empty if it is none."""
    match = _COLOR.fullmatch(text.strip())
    if match is None:
        return ""
    digits = match[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(d * 2 for d in digits))


class Rooms:
    """Rooms by guid or slug, else by name, in order of first mention."""

    def __init__(self) -> None:
        self._rooms: dict[str, SourceRoom] = {}
        self._by_name: dict[str, str] = {}

    def of(self, node: Node) -> str:
        """The key of an element ``room``; empty if it has neither name nor id."""
        name = one_line(node.get("name"))
        key = next(iter(ids_of(node, ("guid", "slug"))), f"name:{name}" if name else "")
        known = self._rooms.get(key)
        if known and name and known.name != name:  # one id for two rooms
            key = f"{key} name:{name}"
            known = self._rooms.get(key)
        if key and known is None:
            self._rooms[key] = SourceRoom(key, name or key, extra(node, ("event",)))
            self._by_name.setdefault(name, key)
        return key

    def named(self, name: str) -> str:
        """The key of the room of this name, which need not have been listed."""
        if name not in self._by_name:
            key = f"name:{name}"
            self._rooms[key] = SourceRoom(key, name)
            self._by_name[name] = key
        return self._by_name[name]

    def name(self, key: str) -> str:
        """What a room is called."""
        return self._rooms[key].name

    def all(self) -> tuple[SourceRoom, ...]:
        """Every room mentioned."""
        return tuple(self._rooms.values())


class Tracks:
    """Tracks by slug, else by name: those listed first, then those only sessions name."""

    def __init__(self, root: Node, conference: Node) -> None:
        self._tracks: dict[str, SourceTrack] = {}
        self._by_name: dict[str, str] = {}
        for parent in (*root.all("tracks"), *conference.all("tracks"), conference):
            for node in parent.all("track"):
                self.of(node)

    def of(self, node: Node | None) -> str:
        """The key of an element ``track``; empty if it names none."""
        if node is None:
            return ""
        name = one_line(node.text) or one_line(node.get("name"))
        slug = one_line(node.get("slug"))
        if not name and not slug:
            return ""
        key = f"slug:{slug}" if slug else self._by_name.get(name, f"name:{name}")
        if slug and key in self._tracks and name and self._tracks[key].name != name:
            key = self._by_name.get(name, f"{key} name:{name}")
        if key not in self._tracks:
            shade = color(node.get("color"))
            self._tracks[key] = SourceTrack(key, name or slug, shade, extra(node, ()))
            self._by_name.setdefault(name, key)
        return key

    def all(self) -> tuple[SourceTrack, ...]:
        """Every track mentioned."""
        return tuple(self._tracks.values())


class Persons:
    """Persons by guid, code or id, and by name only where they have none of these.

    Two of one name and different ids stay two; two names under one id are two persons as well.
    """

    def __init__(
        self, root: Node, findings: list[Finding], plain: Callable[[str], str] = prose
    ) -> None:
        self._plain = plain
        self._findings = findings
        self._persons: dict[str, SourcePerson] = {}
        self._keys: dict[str, str] = {}  # the key of the person an id stands for
        for parent in (*root.all("persons"), *root.all("speakers")):
            for node in parent.children:
                if node.tag in ("person", "speaker"):
                    self.of(node)

    def of(self, node: Node) -> str:
        """The key of an element ``person``; empty if it names nobody."""
        ids = ids_of(node)
        name = _name_of(node)
        key = next((self._keys[one] for one in ids if one in self._keys), "")
        if not key and not ids and name:
            key = self._keys.get(f"name:{name}", "")
        if key and name and self._persons[key].name != name:
            return self._namesake(node, key, name)
        if key:
            for one in ids:
                self._keys.setdefault(one, key)
            return key
        if not name:
            self._find(N_("A person has no name and was left out."), node)
            return ""
        return self._add(ids[0] if ids else f"name:{name}", node, name, ids)

    def _namesake(self, node: Node, key: str, name: str) -> str:
        other = f"{key} name:{name}"
        if other in self._persons:
            return other
        self._find(
            N_("{name} and {other} have the same id ({id}); they were kept as two persons."),
            node,
            name=name,
            other=self._persons[key].name,
            id=key,
        )
        return self._add(other, node, name, ())

    def _add(self, key: str, node: Node, name: str, ids: Iterable[str]) -> str:
        biography = node.prose("biography") or node.prose("extended_biography")
        read = ("name", "full_public_name", "biography", "extended_biography", "email", "url")
        self._persons[key] = SourcePerson(
            key=key,
            name=name,
            biography=self._plain(biography),
            contacts=tuple(_contacts(node)),
            identified=not key.startswith("name:"),
            extra=extra(node, read, **self._second_biography(node)),
        )
        for one in (*ids, *(() if ids else (key,))):
            self._keys[one] = key
        return key

    def _second_biography(self, node: Node) -> dict[str, str]:
        longer = node.prose("extended_biography")
        return (
            {"extended_biography": self._plain(longer)} if longer and node.said("biography") else {}
        )

    def all(self) -> tuple[SourcePerson, ...]:
        """Every person mentioned."""
        return tuple(self._persons.values())

    def _find(self, message: str, node: Node, **values: str) -> None:
        found = Finding(message, tuple(values.items()), Severity.WARNING, node.line)
        self._findings.append(found)


def _name_of(node: Node) -> str:
    said = node.said("full_public_name") or node.said("name") or node.text
    return one_line(said) or one_line(node.get("name")) or one_line(node.get("full_public_name"))


def _contacts(node: Node) -> Iterable[tuple[str, str]]:
    for kind in ("email", "url"):
        value = one_line(node.said(kind) or node.get(kind))
        if value:
            yield kind, value
