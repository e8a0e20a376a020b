# SPDX-License-Identifier: MIT
"""Writing the cars of an edition of the sample, and who rides in them."""

from __future__ import annotations

from forumdesk.domain.forum import Edition
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Rider, Vehicle
from forumdesk.services._sample_values import Table
from forumdesk.services._sample_writer import EDITION, Writer


def write_motorcade(writer: Writer, cars: Table) -> None:
    """The cars of the edition that is being written, in order."""
    edition = writer.find(Edition, EDITION)
    for n, table in enumerate(cars.values()):
        vehicle = writer.add(Vehicle, table, edition=edition, position=n)
        for place, who in enumerate(table["riders"]):
            participation = writer.find(Participation, who)
            writer.add(Rider, {}, vehicle=vehicle, participation=participation, position=place)
