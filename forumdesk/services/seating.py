# SPDX-License-Identifier: MIT
"""Plans of who sits where: made, copied, seated by precedence.

What is done seat by seat is in ``services.seats``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from forumdesk.domain.agenda import Part, Session
from forumdesk.domain.desk import Desk
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition
from forumdesk.domain.ids import EditionId, SeatingChanges, SeatingId, SideId
from forumdesk.domain.people import Invitation
from forumdesk.domain.places import Seat, Seating
from forumdesk.domain.seat_filling import Mixing
from forumdesk.domain.seat_layouts import room_of
from forumdesk.domain.seating import (
    USUAL_STATUSES,
    Placing,
    Wanted,
    placed,
    seats_of,
    stays,
    wanted_people,
)
from forumdesk.domain.validity import changed
from forumdesk.domain.wording import EMPTY, Text
from forumdesk.domain.words import N_
from forumdesk.services._guests import guests
from forumdesk.services._removing import remove_whole
from forumdesk.services._writing import add, called, keep, next_position


def add_seating(desk: Desk, edition: EditionId, fields: SeatingChanges) -> Seating:
    """A new plan of an edition, without anybody on it."""
    desk.get(Edition, edition)
    title = fields.get("title")
    position = next_position(desk, Seating, edition=edition)
    with desk.step(
        N_("Add the seating plan “{title}”"),
        title=called(title if isinstance(title, Text) else EMPTY),
    ):
        given = {"position": position, **fields}
        return add(desk, Seating, given, edition=edition, title=EMPTY)


def change_seating(desk: Desk, seating: SeatingId, changes: SeatingChanges) -> Seating:
    """New values of some fields of a plan; changes of one text soon after another are one.

    Whoever sits on a seat that the plan has no more keeps it until seated elsewhere; a check
    tells of them.
    """
    record = desk.get(Seating, seating)
    merge = f"{seating}.{next(iter(changes))}" if len(changes) == 1 else ""
    with desk.step(
        N_("Change the seating plan “{title}”"), title=called(record.title), merge=merge
    ):
        return keep(desk, changed(record, changes))


def copy_seating(desk: Desk, seating: SeatingId, *, people: bool = True) -> Seating:
    """A copy of a plan after the others; ``people``: with who sits there, else empty."""
    record = desk.get(Seating, seating)
    position = next_position(desk, Seating, edition=record.edition)
    with desk.step(N_("Copy the seating plan “{title}”"), title=called(record.title)):
        copy = keep(desk, replace(record, id=desk.new_id(), position=position))
        for seat in desk.find(Seat, seating=seating) if people else ():
            keep(desk, replace(seat, id=desk.new_id(), seating=copy.id))
        return copy


def remove_seating(desk: Desk, seating: SeatingId) -> None:
    """Remove a plan; the people on it stay in the edition."""
    record = desk.get(Seating, seating)
    with desk.step(N_("Remove the seating plan “{title}”"), title=called(record.title)):
        remove_whole(desk, record)


def seat_by_precedence(
    desk: Desk,
    seating: SeatingId,
    *,
    statuses: Sequence[Invitation] = USUAL_STATUSES,
    sides: Sequence[SideId] = (),
    with_part: bool = False,
    mixing: Mixing | None = None,
) -> Placing:
    """Seat everybody anew by precedence, around the seats that are locked or reserved.

    Seated are those of these answers, of these sides (none: of all), and, if only they are
    wanted, with a part in the plan's session. Says who sits where and for whom there was no seat.
    """
    record = desk.get(Seating, seating)
    wanted = Wanted(tuple(statuses), tuple(sides), with_part)
    of = _dossier_for(desk, record)
    with desk.step(N_("Seat “{title}” by precedence"), title=called(record.title)):
        known = room_of(record).chair
        there = desk.find(Seat, seating=seating)
        before = seats_of(of, record)
        kept = [seat for place, seat in before.items() if stays(seat) and place in known]
        placing = placed(of, record, wanted_people(of, record, wanted), mixing=mixing, kept=kept)
        # Records are taken over where they are, so that a plan that stays as it was is no change.
        staying = {seat.id for seat in kept}
        for seat in there:
            place = (seat.table, seat.number)
            same = before.get(place) == seat and placing.seats.get(place) == seat.participation
            if seat.id not in staying and not same:
                desk.remove(Seat, seat.id)
        for (table, number), who in placing.seats.items():
            seat_there = before.get((table, number))
            if seat_there is None or seat_there.participation != who:
                add(desk, Seat, {"participation": who}, seating=seating, table=table, number=number)
        return placing


def _dossier_for(desk: Desk, seating: Seating) -> Dossier:
    """What seating by precedence goes by: everybody, ranks, and who has a part in which session."""
    sessions = tuple(desk.find(Session, edition=seating.edition))
    parts = desk.find(Part, session=[session.id for session in sessions]) if sessions else []
    return replace(
        guests(desk, seating.edition),
        sessions=sessions,
        parts=tuple(parts),
        seatings=(seating,),
        seats=tuple(desk.find(Seat, seating=seating.id)),
    )
