# SPDX-License-Identifier: MIT
"""An event of a schedule as it is written, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from forumdesk.domain.agenda import Link
from forumdesk.domain.values import frozen


@frozen
class Speaker:
    """Somebody in an event; ``role`` is the value of a ``Role``, empty for plain speakers."""

    name: str
    guid: str
    role: str = ""
    biography: str = ""
    contacts: tuple[tuple[str, str], ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@frozen
class Links:
    """The links of an event by what they are for; what has no place of its own is in ``links``."""

    page: str = ""
    logo: str = ""
    feedback: str = ""
    recording: str = ""
    links: tuple[Link, ...] = ()
    attachments: tuple[Link, ...] = ()


@frozen
class Event:
    """A session as an event; ``session`` is its id here, ``extra`` what its source said besides."""

    session: str
    guid: str
    id: int
    date: str
    start: str
    duration: str
    room: str
    title: str
    subtitle: str
    track: str
    kind: str
    language: str
    abstract: str
    description: str
    persons: tuple[Speaker, ...]
    links: Links
    extra: Mapping[str, Any]


_PLACES = {"page": "page", "image": "logo", "feedback": "feedback", "recording": "recording"}


def event_links(links: Iterable[Link]) -> Links:
    """Links sorted by what they are for; of two for one place the second is a plain link."""
    single: dict[str, str] = {}
    plain: list[Link] = []
    attached: list[Link] = []
    for link in links:
        place = _PLACES.get(link.kind, "")
        web = link.url.lower().startswith(("http://", "https://"))
        if place and place not in single and web and not link.title:
            single[place] = link.url
        elif link.kind == "attachment":
            attached.append(link)
        else:
            plain.append(link)
    return Links(**single, links=tuple(plain), attachments=tuple(attached))
