# SPDX-License-Identifier: MIT
"""Portraits that come with a list, read anew one by one; what is no picture is told and left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.entries import ListEntry, Photo
from forumdesk.domain.intake import Finding
from forumdesk.domain.naming import name_text
from forumdesk.domain.people import Person
from forumdesk.exchange.pictures import reencoded


def with_portraits(entries: Iterable[ListEntry]) -> Iterator[ListEntry]:
    """The same entries, their photos fit to be kept."""
    for entry in entries:
        yield entry if entry.photo is None else _looked_at(entry, entry.photo)


def _looked_at(entry: ListEntry, photo: Photo) -> ListEntry:
    name = name_text(Person("", entry.names)).best(("ko", "en"))
    try:
        made = reencoded(photo.data, name)
    except ForumDeskError as error:
        message, values = error.phrase.message, error.phrase.values
        finding = Finding(message, values, Severity.WARNING, entry.line, name)
        return replace(entry, photo=None, findings=(*entry.findings, finding))
    kind = "image/png" if made.data.startswith(b"\x89PNG") else "image/jpeg"
    return replace(entry, photo=Photo(made.data, kind, made.width, made.height))
