# SPDX-License-Identifier: MIT
"""A row of somebody's list of people as plain values: what ``exchange`` reads, services take in.

A list is a spreadsheet, a file of contacts, or pasted cells. Columns have been mapped and cells
understood before; here nothing has an id of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from forumdesk.domain.intake import Finding
from forumdesk.domain.people import Names
from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


@frozen
class Photo:
    """A portrait: as the source has it, or fit to be kept, and then of a ``size`` in pixels."""

    data: bytes
    media_type: str = ""
    size: tuple[int, int] = (0, 0)

    @property
    def is_fit(self) -> bool:
        """Whether it was read and written anew (``exchange.pictures``), and may be kept."""
        return self.size != (0, 0)


@frozen
class ListEntry:
    """A person of a list, and how they take part.

    ``line`` is where the row begins in its source, from 1. ``key`` is an id that the source gives
    (a registration number), ``""`` where it gives none. ``person`` and ``participation`` are
    values of fields of those records by name, clean and of the field's type; a field that the
    list has no column for is missing, one whose cell is empty has its empty value.
    ``organization`` is the body's name as the list writes it, by language, ``country`` its
    country (ISO 3166-1 alpha-2) where the list says so, ``side`` the delegation's name.
    ``cells`` is the row as it was read where it has no name, for showing what it is instead.
    """

    line: int
    names: Names = field(default_factory=Names)
    key: str = ""
    person: Mapping[str, object] = field(default_factory=dict, hash=False)
    participation: Mapping[str, object] = field(default_factory=dict, hash=False)
    organization: Text = EMPTY
    country: str = ""
    side: str = ""
    photo: Photo | None = None
    cells: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
