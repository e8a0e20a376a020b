# SPDX-License-Identifier: MIT
"""The numbers of participants within an edition: each is given once and never again."""

from __future__ import annotations

from forumdesk.domain.desk import Desk
from forumdesk.domain.people import Participation


def next_number(desk: Desk, edition: str) -> int:
    """The number of whoever is added next to an edition."""
    return 1 + desk.largest(Participation, "number", edition=edition)
