# SPDX-License-Identifier: MIT
"""The rooms, tracks, persons and links of a foreign calendar."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from forumdesk.domain.agenda import Link, Role
from forumdesk.domain.intake import SourcePerson, SourceRoom, SourceSpeaker, SourceTrack
from forumdesk.domain.session_words import names_kind
from forumdesk.domain.wording import clean, one_line
from forumdesk.exchange.calendar_syntax import Component, Property

_WEB = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^@\s]+@[^@\s]+)", re.IGNORECASE)
_LONGEST_ROOM = 200  # characters of a place that is the name of a room, and no way there
_ROLES = {"CHAIR": "chair"}
# Who only gets to know of an event, and what is no person.
_NOT_THERE = frozenset({"NON-PARTICIPANT"})
_THINGS = frozenset({"ROOM", "RESOURCE"})
_PARTS = {role.value: role for role in Role}


class Rooms:
    """Rooms by name, in order of first mention."""

    def __init__(self) -> None:
        self._rooms: dict[str, SourceRoom] = {}

    def of(self, event: Component, own: Iterable[str] | None) -> tuple[str, ...]:
        """The keys of an event's rooms: its places, or, if we wrote it, the names of our own."""
        names = [*self._places(event)] if own is None else [*map(one_line, own)]
        for name in names:
            self._rooms.setdefault(f"name:{name}", SourceRoom(f"name:{name}", name))
        return tuple(dict.fromkeys(f"name:{name}" for name in names))

    def _places(self, event: Component) -> Iterator[str]:
        said = event.text("LOCATION")
        for place in said.split(";") if said else self._booked(event):
            name = one_line(place)
            if name and len(name) <= _LONGEST_ROOM and not _WEB.fullmatch(name):
                yield name

    def _booked(self, event: Component) -> Iterator[str]:
        """Rooms that were asked to come, as some calendar programs book them."""
        for one in event.all("ATTENDEE"):
            if one.said("CUTYPE").upper() == "ROOM":
                yield one.said("CN")

    def all(self) -> tuple[SourceRoom, ...]:
        """Every room mentioned."""
        return tuple(self._rooms.values())


class Tracks:
    """Tracks by name: those categories that are not the name of a kind of session."""

    def __init__(self) -> None:
        self._tracks: dict[str, SourceTrack] = {}

    def of(self, event: Component, own: str | None) -> tuple[str, str]:
        """The key of an event's track, and the word for its kind; either may be empty.

        Of an event that we wrote, ``own`` is the name of its track.
        """
        words = [word for one in event.all("CATEGORIES") for word in one.items if own is None]
        kind = next((word for word in words if names_kind(word)), "")
        name = one_line(own or "") or next((word for word in words if word != kind), "")
        if not name:
            return "", kind
        self._tracks.setdefault(f"name:{name}", SourceTrack(f"name:{name}", name))
        return f"name:{name}", kind

    def all(self) -> tuple[SourceTrack, ...]:
        """Every track mentioned."""
        return tuple(self._tracks.values())


class Persons:
    """Persons by address and name; without an address by name alone.

    An address is no person: several may share one. Who is named nowhere is called by it.
    """

    def __init__(self, events: Iterable[Component]) -> None:
        self._persons: dict[str, SourcePerson] = {}
        named = ((_address(one), one_line(one.said("CN"))) for e in events for one in _people(e))
        self._names: dict[str, str] = defaultdict(str)
        for address, name in named:
            if address and name and name.casefold() != address:
                self._names.setdefault(address, name)

    def of(self, event: Component) -> tuple[SourceSpeaker, ...]:
        """Who takes part in an event, each once, in order."""
        found: dict[str, SourceSpeaker] = {}
        for one in _people(event):
            if key := self._key(one):
                found.setdefault(key, SourceSpeaker(key, _role(one)))
        return tuple(found.values())

    def _key(self, one: Property) -> str:
        address, name = _address(one), one_line(one.said("CN"))
        if not name or name.casefold() == address:
            name = self._names.get(address, "") or address
        if not name:
            return ""
        key = f"mail:{address} name:{name}" if address else f"name:{name}"
        if key not in self._persons:
            contacts = (("email", address),) if address else ()
            self._persons[key] = SourcePerson(key, name, contacts=contacts, identified=False)
        return key

    def all(self) -> tuple[SourcePerson, ...]:
        """Every person mentioned."""
        return tuple(self._persons.values())


def _people(event: Component) -> Iterator[Property]:
    for one in event.all("ATTENDEE"):
        thing = one.said("CUTYPE").upper() in _THINGS
        if not thing and one.said("ROLE").upper() not in _NOT_THERE:
            yield one


def _address(one: Property) -> str:
    found = _MAIL.fullmatch(one.value.strip())
    return clean(found[1]).casefold() if found else ""


def _role(one: Property) -> str:
    own = one.said("X-FORUMDESK-PART").casefold()
    return own if own in _PARTS else _ROLES.get(one.said("ROLE").upper(), "")


def links(event: Component) -> Iterator[Link]:
    """An event's links, also those that lead to no address on the web."""
    for one in event.all("URL"):
        yield Link(_whole(one), kind="page")
    for one in event.all("ATTACH"):
        if one.said("VALUE").upper() != "BINARY" and one.said("ENCODING").upper() != "BASE64":
            title = one.said("X-FORUMDESK-TITLE") or one.said("FILENAME") or one.said("X-FILENAME")
            kind = one.said("X-FORUMDESK-KIND") or "attachment"
            yield Link(_whole(one), one_line(title), kind)
    for one in event.all("CONFERENCE"):
        yield Link(_whole(one), one_line(one.said("LABEL")))
    for name in ("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"):
        for one in event.all(name):
            yield Link(_whole(one))
    if _WEB.fullmatch(place := one_line(event.text("LOCATION"))):
        yield Link(place)


def is_web(link: Link) -> bool:
    """Whether a link leads to an address of the web or of mail."""
    return _WEB.fullmatch(link.url) is not None


def _whole(one: Property) -> str:
    return clean(one.text).strip()
