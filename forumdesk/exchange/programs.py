# SPDX-License-Identifier: MIT
"""Programs as files for other programs: one line for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from forumdesk.domain.desk import Problem
from forumdesk.exchange.schedule_json_out import schedule_json
from forumdesk.exchange.schedule_out import Outgoing
from forumdesk.exchange.schedule_xml_out import schedule_xml

_WRITERS: Mapping[str, Callable[[Outgoing], tuple[bytes, tuple[Problem, ...]]]] = MappingProxyType(
    {"schedule.xml": schedule_xml, "schedule.json": schedule_json}
)
PROGRAM_FORMATS = tuple(_WRITERS)
"""The formats in which programs are written, by the names of their files' endings."""


def write_program(kind: str, outgoing: Outgoing) -> tuple[bytes, tuple[Problem, ...]]:
    """A program in a format, and what could not be written as it is.

    Raises ``ForumDeskError`` for an edition that has no day yet.
    """
    return _WRITERS[kind](outgoing)
