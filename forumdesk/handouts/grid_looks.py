# SPDX-License-Identifier: MIT
"""What comes to stand on a grid and on signs at doors: titles, rooms, tracks and names alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from forumdesk.domain.checks.translation import Printed
from forumdesk.handouts.contents.fields import printed_fields
from forumdesk.handouts.contents.setting import Setting

_SHOWN = frozenset(
    {
        *(("edition", "title"), ("session", "title"), ("room", "name"), ("track", "name")),
        *(("person", "names"), ("organization", "name")),
    }
)


def _fields(setting: Setting) -> Iterator[Printed]:
    """The fields of the agenda that are shown; bodies only where they stand for nobody's name."""
    bodies = {
        found.organization
        for found in setting.dossier.participations
        if found.organization and not found.person
    }
    for printed in printed_fields(setting):
        shown = (printed.kind, printed.field) in _SHOWN
        if shown and (printed.kind != "organization" or printed.id in bodies):
            yield printed


FIELDS_OF_GRIDS: Mapping[str, Callable[[Setting], Iterator[Printed]]] = MappingProxyType(
    {"grid": _fields, "door-signs": _fields}
)
"""The fields on each of these sheets."""
