# SPDX-License-Identifier: MIT
"""The seats of a plan one by one: taken, swapped, reserved, locked, cleared.

A locked seat keeps who sits there until it is unlocked: whatever would move them is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forumdesk.domain.desk import Desk, ForumDeskError
from forumdesk.domain.ids import ParticipationId, SeatingId, SeatNumber, TableNumber
from forumdesk.domain.people import Participation
from forumdesk.domain.places import Seat, Seating
from forumdesk.domain.seat_layouts import Place, room_of
from forumdesk.domain.seating import stays
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_
from forumdesk.services._writing import add, called, keep, participant_called


def take_seat(
    desk: Desk,
    seating: SeatingId,
    participation: ParticipationId,
    *,
    table: TableNumber,
    number: SeatNumber,
) -> Seat:
    """Put somebody on a seat: who sat there goes to the seat they come from, if they had one."""
    record = _seat_of(desk, seating, (table, number))
    who = desk.get(Participation, participation)
    seats = desk.find(Seat, seating=seating)
    here = _at(seats, (table, number))
    before = next((seat for seat in seats if seat.participation == participation), None)
    if here is not None and before is not None and here.id == before.id:
        return here
    _refuse_locked(desk, here, before)
    with desk.step(
        N_("Seat {name} in “{title}”"),
        name=participant_called(desk, who),
        title=called(record.title),
    ):
        if before is not None and here is not None:
            keep(desk, replace(here, table=before.table, number=before.number))
            return keep(desk, replace(before, table=table, number=number))
        if before is not None:
            return keep(desk, replace(before, table=table, number=number))
        if here is not None:
            return keep(desk, replace(here, participation=participation, reserved=EMPTY))
        given = {"participation": participation}
        return add(desk, Seat, given, seating=seating, table=table, number=number)


def swap_seats(
    desk: Desk,
    seating: SeatingId,
    *,
    seat: tuple[TableNumber, SeatNumber],
    other: tuple[TableNumber, SeatNumber],
) -> None:
    """Who sits at one seat sits at another, and the other way round; either may be empty."""
    record = _seat_of(desk, seating, seat)
    _seat_of(desk, seating, other)
    seats = desk.find(Seat, seating=seating)
    one, two = _at(seats, seat), _at(seats, other)
    if seat == other or (one is None and two is None):
        return
    _refuse_locked(desk, one, two)
    with desk.step(N_("Swap seats in “{title}”"), title=called(record.title)):
        if one is not None:
            keep(desk, replace(one, table=other[0], number=other[1]))
        if two is not None:
            keep(desk, replace(two, table=seat[0], number=seat[1]))


def reserve_seat(
    desk: Desk, seating: SeatingId, label: Text, *, table: TableNumber, number: SeatNumber
) -> Seat | None:
    """Keep a seat for what a label says ("Press"); an empty label lets it go."""
    record = _seat_of(desk, seating, (table, number))
    here = _at(desk.find(Seat, seating=seating), (table, number))
    _refuse_locked(desk, here)
    with desk.step(
        N_("Reserve a seat in “{title}” for {label}"), title=called(record.title), label=label
    ):
        if here is not None:
            made = keep(desk, replace(here, participation=None, reserved=label))
            if not made.reserved:
                desk.remove(Seat, made.id)
            return made if made.reserved else None
        if not Text.of(label):
            return None
        return add(desk, Seat, {"reserved": label}, seating=seating, table=table, number=number)


def clear_seat(desk: Desk, seating: SeatingId, *, table: TableNumber, number: SeatNumber) -> None:
    """Leave a seat empty."""
    # A plan that was made smaller may have somebody on a seat it has no more.
    record = desk.get(Seating, seating)
    here = _at(desk.find(Seat, seating=seating), (table, number))
    if here is None:
        return
    _refuse_locked(desk, here)
    with desk.step(N_("Clear a seat in “{title}”"), title=called(record.title)):
        desk.remove(Seat, here.id)


def clear_seats(desk: Desk, seating: SeatingId) -> None:
    """Leave every seat empty but those that are locked or reserved."""
    record = desk.get(Seating, seating)
    with desk.step(N_("Clear the seats of “{title}”"), title=called(record.title)):
        for seat in desk.find(Seat, seating=seating):
            if not stays(seat):
                desk.remove(Seat, seat.id)


def lock_seat(
    desk: Desk, seating: SeatingId, *, table: TableNumber, number: SeatNumber, locked: bool
) -> Seat | None:
    """Have a seat keep who sits there, or be kept free; or let it go again."""
    record = _seat_of(desk, seating, (table, number))
    here = _at(desk.find(Seat, seating=seating), (table, number))
    label = N_("Lock a seat in “{title}”") if locked else N_("Unlock a seat in “{title}”")
    with desk.step(label, title=called(record.title)):
        if here is None:
            given = {"locked": True}
            place = {"table": table, "number": number}
            return add(desk, Seat, given, seating=seating, **place) if locked else None
        if not locked and here.participation is None and not here.reserved:
            desk.remove(Seat, here.id)
            return None
        return keep(desk, replace(here, locked=locked))


def _seat_of(desk: Desk, seating: str, place: Place) -> Seating:
    """The plan, if it has such a seat."""
    record = desk.get(Seating, seating)
    if place not in room_of(record).chair:
        raise ForumDeskError(
            N_("“{title}” has no seat {number} at table {table}; nothing was changed."),
            title=called(record.title),
            number=place[1],
            table=place[0],
        )
    return record


def _at(seats: Sequence[Seat], place: Place) -> Seat | None:
    return next((seat for seat in seats if (seat.table, seat.number) == place), None)


def _refuse_locked(desk: Desk, *seats: Seat | None) -> None:
    for seat in seats:
        if seat is not None and seat.locked:
            who = desk.get(Participation, seat.participation) if seat.participation else None
            raise ForumDeskError(
                N_("The seat of {name} is locked; unlock it first. Nothing was changed."),
                name=participant_called(desk, who) if who else called(seat.reserved),
            )
