# SPDX-License-Identifier: MIT
"""The content of a whole forum file as values, on its way into another."""

from __future__ import annotations

from forumdesk.domain.records import Record
from forumdesk.domain.values import frozen


@frozen
class Whole:
    """Every record of a forum file, in the order in which kinds point to one another.

    ``name`` is what the source is called when something is told of it.
    """

    name: str
    records: tuple[Record, ...] = ()
