# SPDX-License-Identifier: MIT
"""The seating plans of a sample: made, and filled by precedence, as a user would."""

from __future__ import annotations

from collections.abc import Iterable

from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.places import Seating
from forumdesk.domain.seating import USUAL_STATUSES
from forumdesk.domain.wording import Text
from forumdesk.services._sample_values import Table, field_values
from forumdesk.services._sample_writer import EDITION, Writer
from forumdesk.services.seating import add_seating, seat_by_precedence
from forumdesk.services.seats import lock_seat, reserve_seat, take_seat


def write_plans(writer: Writer, plans: Iterable[Table]) -> None:
    """The plans of the edition that is being written."""
    desk, edition = writer.desk, writer.find(Edition, EDITION)
    for table in plans:
        plan = add_seating(desk, edition, field_values(Seating, table, writer.find))
        for kept in table.get("reserved", ()):
            place = {"table": kept["table"], "number": kept["number"]}
            reserve_seat(desk, plan.id, Text.of(kept["label"]), **place)
        for taken in table.get("taken", ()):
            who = writer.find(Participation, taken["who"])
            place = {"table": taken["table"], "number": taken["number"]}
            take_seat(desk, plan.id, who, **place)
            lock_seat(desk, plan.id, **place, locked=True)
        statuses = tuple(map(Invitation, table.get("statuses", USUAL_STATUSES)))
        seat_by_precedence(desk, plan.id, statuses=statuses)
