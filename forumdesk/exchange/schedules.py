# SPDX-License-Identifier: MIT
"""Schedules of other programs, told apart by how they begin."""

from __future__ import annotations

import codecs

from forumdesk.domain.intake import Schedule
from forumdesk.exchange import schedule_json, schedule_xml


def read_schedule(data: bytes, file: str) -> Schedule:
    """The schedule in an XML or JSON file; raises ``ForumDeskError`` for what is neither."""
    if _begins_as_json(data):
        return schedule_json.read(data, file)
    return schedule_xml.read(data, file)


def _begins_as_json(data: bytes) -> bool:
    """Whether the first sign is a bracket of JSON, in whatever width of Unicode."""
    head = data[:64]
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()[:1] in (b"{", b"[")
