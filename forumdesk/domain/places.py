# SPDX-License-Identifier: MIT
"""Who sits where, at tables and in cars."""

from __future__ import annotations

from enum import StrEnum

from forumdesk.domain.values import frozen
from forumdesk.domain.wording import EMPTY, Text


class Layout(StrEnum):
    """How a room is set: one head table, two rows that face each other, rows, round tables."""

    HEAD_TABLE = "head-table"
    BILATERAL = "bilateral"
    THEATRE = "theatre"
    ROUND = "round"


@frozen
class Seating:
    """A plan of who sits where, at a session or in a room of an edition.

    ``tables`` is the number of round tables, or of rows of a theatre (1 of a head table, 2 sides
    of a bilateral one), ``seats`` that at each of them. ``interpreters``: one sits behind or
    beside the head of each delegation.
    """

    id: str
    edition: str
    title: Text
    layout: Layout = Layout.HEAD_TABLE
    session: str | None = None
    room: str | None = None
    tables: int = 1
    seats: int = 8
    interpreters: bool = False
    notes: str = ""
    position: int = 0


@frozen
class Seat:
    """A seat of a plan that is taken: by a participation, or ``reserved`` for what it says.

    ``table`` and ``number`` count from 1, as ``domain.seating`` numbers the seats of a layout;
    a ``locked`` one keeps its place when the others are seated anew.
    """

    id: str
    seating: str
    table: int
    number: int
    participation: str | None = None
    reserved: Text = EMPTY
    locked: bool = False


@frozen
class Vehicle:
    """A car of an edition's motorcade, in order; ``name`` is what stands on its card."""

    id: str
    edition: str
    name: Text
    plate: str = ""
    driver: str = ""
    phone: str = ""
    notes: str = ""
    position: int = 0


@frozen
class Rider:
    """Somebody who rides in a vehicle; the first is whose it is."""

    id: str
    vehicle: str
    participation: str
    position: int = 0
