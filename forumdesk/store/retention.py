# SPDX-License-Identifier: MIT
"""Who is to be reviewed: people of whom things were to be kept until a day that is past.

Nothing is ever removed by itself: somebody looks at each, and keeps or erases.
"""

from __future__ import annotations

import sqlite3
from datetime import date


def people_due(connection: sqlite3.Connection, day: date) -> list[str]:
    """Ids of people whose own day is past, or all of whose consents have ended, in their order."""
    rows = connection.execute(
        "SELECT id FROM person WHERE keep_until < :day"
        " OR (keep_until IS NULL AND id IN (SELECT participation.person FROM participation,"
        " json_each(participation.consents) AS consent WHERE participation.consents <> '[]'"
        " AND participation.person IS NOT NULL GROUP BY participation.person"
        " HAVING sum(ifnull(consent.value ->> 'until', :day) >= :day) = 0)) ORDER BY sort_ko, id",
        {"day": day.isoformat()},
    )
    return [row[0] for row in rows]
