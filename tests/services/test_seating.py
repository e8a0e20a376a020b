# SPDX-License-Identifier: MIT
"""Seating plans through services: steps by name, seats that stay, what is refused."""

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.people import Invitation
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.services import invitations, parts, seating, seats
from forumdesk.services.succession import plan_edition, prepare_edition
from forumdesk.store.forumfile import ForumFile
from tests.services.small import Small, en, label


@pytest.fixture
def small(small: Small) -> Small:
    # Whose text is read at the panel has something to say in person, too.
    parts.add_part(small.desk, small.opening.id, small.hong.id, {})
    for one in (small.hong, small.gina):
        invitations.set_status(small.desk, one.id, Invitation.ACCEPTED, None)
    return small


@pytest.fixture
def plan(small: Small) -> Seating:
    (found,) = small.desk.find(Seating)
    return found


def taken(desk: ForumFile, plan: Seating) -> dict[tuple[int, int], str]:
    """What each seat of a plan says."""
    return {
        (seat.table, seat.number): seat.participation or seat.reserved.best() or "kept"
        for seat in desk.find(Seat, seating=plan.id)
    }


def test_a_plan_is_added_changed_and_removed_by_name(small: Small, plan: Seating) -> None:
    desk = small.desk
    made = seating.add_seating(desk, small.edition.id, {"title": en("Dinner")})
    assert label(desk) == "Add the seating plan “Dinner”"
    assert made.position == plan.position + 1
    changed = seating.change_seating(desk, made.id, {"layout": Layout.ROUND, "tables": 3})
    assert (changed.layout, changed.tables) == (Layout.ROUND, 3)
    assert label(desk) == "Change the seating plan “Dinner”"
    seating.remove_seating(desk, plan.id)
    assert label(desk) == "Remove the seating plan “Head table”"
    assert desk.find(Seat) == []
    with pytest.raises(ForumDeskError, match="at most 200 tables or rows of 60 seats"):
        seating.change_seating(desk, made.id, {"seats": 61})
    with pytest.raises(ForumDeskError, match="at most 200"):
        seating.add_seating(desk, small.edition.id, {"tables": 201})


def test_a_copy_has_the_people_or_the_empty_seats(small: Small, plan: Seating) -> None:
    desk = small.desk
    whole = seating.copy_seating(desk, plan.id)
    assert taken(desk, whole) == taken(desk, plan) == {(1, 1): small.hong.id, (1, 2): "Press"}
    assert taken(desk, seating.copy_seating(desk, plan.id, people=False)) == {}
    assert label(desk) == "Copy the seating plan “Head table”"


def test_everybody_is_seated_around_what_is_reserved_and_locked(
    small: Small, plan: Seating
) -> None:
    desk = small.desk
    placing = seating.seat_by_precedence(desk, plan.id)
    assert label(desk) == "Seat “Head table” by precedence"
    assert taken(desk, plan) == {(1, 2): "Press", **placing.seats}
    assert set(placing.seats.values()) == {small.hong.id, small.gina.id}
    steps = len(desk.history())
    assert seating.seat_by_precedence(desk, plan.id) == placing
    assert len(desk.history()) == steps  # nothing changed
    at = next(at for at, who in placing.seats.items() if who == small.gina.id)
    seats.lock_seat(desk, plan.id, table=at[0], number=at[1], locked=True)
    other = seating.seat_by_precedence(desk, plan.id, sides=[small.side.id])
    assert taken(desk, plan)[at] == small.gina.id
    assert list(other.seats.values()) == [small.hong.id]
    acting = seating.seat_by_precedence(desk, plan.id, with_part=True)
    assert list(acting.seats.values()) == [small.hong.id]  # Gina is locked
    assert acting.left == ()


def test_who_is_put_on_a_taken_seat_changes_places_with_who_was_there(
    small: Small, plan: Seating
) -> None:
    desk, hong, gina = small.desk, small.hong.id, small.gina.id
    seats.take_seat(desk, plan.id, gina, table=1, number=3)
    words = words_in("en")
    step = desk.undoable()
    assert step is not None
    assert step.phrase.said(words) == "Seat Gina Raimondo in “Head table”"
    seats.take_seat(desk, plan.id, gina, table=1, number=1)
    assert taken(desk, plan) == {(1, 1): gina, (1, 2): "Press", (1, 3): hong}
    seats.take_seat(desk, plan.id, gina, table=1, number=4)
    assert taken(desk, plan) == {(1, 4): gina, (1, 2): "Press", (1, 3): hong}
    seats.take_seat(desk, plan.id, gina, table=1, number=4)
    seats.swap_seats(desk, plan.id, seat=(1, 2), other=(1, 1))
    assert label(desk) == "Swap seats in “Head table”"
    assert taken(desk, plan) == {(1, 4): gina, (1, 1): "Press", (1, 3): hong}
    steps = len(desk.history())
    seats.swap_seats(desk, plan.id, seat=(1, 2), other=(1, 2))
    assert len(desk.history()) == steps
    seats.clear_seat(desk, plan.id, table=1, number=4)
    seats.take_seat(desk, plan.id, gina, table=1, number=3)  # Hong has none then
    assert taken(desk, plan) == {(1, 1): "Press", (1, 3): gina}


def test_a_locked_seat_is_moved_by_nobody(small: Small, plan: Seating) -> None:
    desk, gina = small.desk, small.gina.id
    seats.lock_seat(desk, plan.id, table=1, number=1, locked=True)
    assert label(desk) == "Lock a seat in “Head table”"
    before = taken(desk, plan)
    refused = "The seat of Gil-dong Hong is locked; unlock it first. Nothing was changed."
    for move in (
        lambda: seats.take_seat(desk, plan.id, gina, table=1, number=1),
        lambda: seats.take_seat(desk, plan.id, small.hong.id, table=1, number=3),
        lambda: seats.swap_seats(desk, plan.id, seat=(1, 1), other=(1, 2)),
        lambda: seats.clear_seat(desk, plan.id, table=1, number=1),
        lambda: seats.reserve_seat(desk, plan.id, en("Press"), table=1, number=1),
    ):
        with pytest.raises(ForumDeskError) as caught:
            move()
        assert str(caught.value) == refused
    seats.clear_seats(desk, plan.id)
    assert taken(desk, plan) == before  # locked, and reserved
    seats.lock_seat(desk, plan.id, table=1, number=1, locked=False)
    seats.clear_seats(desk, plan.id)
    assert taken(desk, plan) == {(1, 2): "Press"}


def test_an_empty_seat_is_kept_free_by_locking_it(small: Small, plan: Seating) -> None:
    desk = small.desk
    assert seats.lock_seat(desk, plan.id, table=1, number=3, locked=False) is None
    seats.lock_seat(desk, plan.id, table=1, number=3, locked=True)
    assert taken(desk, plan)[1, 3] == "kept"
    assert (1, 3) not in seating.seat_by_precedence(desk, plan.id).seats
    seats.lock_seat(desk, plan.id, table=1, number=3, locked=False)
    assert (1, 3) not in taken(desk, plan)


def test_a_reservation_is_given_and_let_go(small: Small, plan: Seating) -> None:
    desk = small.desk
    seats.reserve_seat(desk, plan.id, Text.of(ko="귀빈", en="Guest"), table=1, number=1)
    assert label(desk) == "Reserve a seat in “Head table” for Guest"
    assert taken(desk, plan)[1, 1] in ("Guest", "귀빈")
    seats.reserve_seat(desk, plan.id, Text(), table=1, number=1)
    assert (1, 1) not in taken(desk, plan)
    assert seats.reserve_seat(desk, plan.id, Text(), table=1, number=1) is None


def test_there_is_no_seat_beyond_the_layout(small: Small, plan: Seating) -> None:
    with pytest.raises(ForumDeskError, match="“Head table” has no seat 5 at table 1; nothing"):
        seats.take_seat(small.desk, plan.id, small.gina.id, table=1, number=5)
    seating.change_seating(small.desk, plan.id, {"seats": 1})
    seats.clear_seat(small.desk, plan.id, table=1, number=2)  # of those there were
    assert taken(small.desk, plan) == {(1, 1): small.hong.id}


def test_the_next_edition_has_the_plans_without_the_people(small: Small, plan: Seating) -> None:
    desk = small.desk
    drafted = plan_edition(desk, small.series.id)
    assert drafted.last.edition.id == small.edition.id
    (carried,) = (record for record in drafted.records if isinstance(record, Seating))
    assert drafted.draft.seatings == (carried,)
    now = next(f.now for f in drafted.sessions if f.was and f.was.id == small.opening.id)
    assert (carried.title, carried.seats, carried.edition) == (plan.title, 4, drafted.edition.id)
    assert now is not None
    assert carried.session == now.id
    list(prepare_edition(desk, drafted))
    assert desk.find(Seating, edition=drafted.edition.id) == [carried]
    assert desk.find(Seat, seating=carried.id) == []
