# SPDX-License-Identifier: MIT
"""Seating by precedence: the host's right hand, facing delegations, tables, locks, companions."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumdesk.domain.agenda import Mode, Role
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Participation
from forumdesk.domain.places import Layout, Seat, Seating
from forumdesk.domain.seat_filling import Mixing
from forumdesk.domain.seat_layouts import Edge, Facing, Post, places_of, room_of
from forumdesk.domain.seat_order import beside, interpreters, ladder
from forumdesk.domain.seating import (
    Change,
    Placing,
    Wanted,
    change,
    delegations,
    placed,
    seats_of,
    stays,
    usual_mixing,
    wanted_people,
)
from forumdesk.domain.validity import tidied
from forumdesk.domain.wording import EMPTY, Text
from tests.domain.making import AMERICA, HOSTS, KOREA, edition, item, part, session

RESERVED = Text.of(en="Press")


def plan(layout: Layout, seats: int, tables: int = 1, **more: Any) -> Seating:
    return Seating("plan", "edition", EMPTY, layout, tables=tables, seats=seats, **more)


def forum(names: str, sides: bool = True, **more: dict[str, Any]) -> Dossier:
    """People in this order of precedence; ``h…`` of the hosts' side, ``g…`` of the guests'."""
    of = {"h": "k", "g": "u"} if sides else {}
    seats = {
        name: {"rank": n, "side": of.get(name[0]), **more.get(name, {})}
        for n, name in enumerate(names.split(), 1)
    }
    return edition(seats=seats, sides=(KOREA, AMERICA), hosts=HOSTS)


def everybody(dossier: Dossier, seating: Seating) -> list[Participation]:
    return wanted_people(dossier, seating, Wanted())


def seated(
    dossier: Dossier, seating: Seating, mixing: Mixing | None = None, *kept: Seat
) -> tuple[list[str], list[str]]:
    """Who sits at each table, seat by seat as the plan shows them, and who is left."""
    done = placed(dossier, seating, everybody(dossier, seating), mixing=mixing, kept=kept)
    lines = []
    for table in sorted({table for table, _ in places_of(seating)}):
        numbers = [number for at, number in places_of(seating) if at == table]
        lines.append(" ".join(done.seats.get((table, number), "-") for number in numbers))
    return lines, list(done.left)


# -- layouts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("count", [1, 2, 3, 8, 9, 30])
@pytest.mark.parametrize("between", [False, True])
def test_no_two_seats_stand_in_one_place(layout: Layout, count: int, between: bool) -> None:
    seating = plan(layout, count, 5, interpreters=between)
    room = room_of(seating)
    chairs = room.chairs
    assert len({chair.place for chair in chairs}) == len(chairs)
    for n, one in enumerate(chairs):
        assert 0 <= one.x <= room.width - 1 + 1e-9
        assert 0 <= one.y <= room.height - room.field + 1e-9
        for other in chairs[:n]:
            apart = abs(one.x - other.x) >= 1 - 1e-9 or abs(one.y - other.y) >= room.field - 1e-9
            assert apart, f"{one} stands on {other}"
    sitting = [chair for chair in chairs if chair.post is not Post.INTERPRETER]
    tables = {Layout.HEAD_TABLE: 1, Layout.BILATERAL: 2}.get(layout, 5)
    assert len(sitting) == tables * count
    assert sorted({chair.table for chair in chairs}) == list(range(1, tables + 1))
    heads = {Layout.ROUND: 5, Layout.BILATERAL: 2}.get(layout, 1)
    assert sum(chair.post is Post.HEAD for chair in chairs) == heads


def test_every_seat_is_on_the_ladder_once() -> None:
    for layout in Layout:
        for count in range(1, 13):
            seating = plan(layout, count, 3)
            room = room_of(seating)
            rungs = [rung for table in room.at for rung in ladder(room, table)]
            assert sorted(rung.place for rung in rungs) == list(places_of(seating))
    assert ladder(room_of(plan(Layout.ROUND, 4)), 2) == ()


def test_heads_face_each_other_and_the_guests_face_the_door() -> None:
    room = room_of(plan(Layout.BILATERAL, 6, interpreters=True))
    host, guest = (next(c for c in room.at[t] if c.post is Post.HEAD) for t in (1, 2))
    assert host.x == guest.x
    assert (host.facing, guest.facing, room.below) == (Facing.UP, Facing.DOWN, Edge.DOOR)
    behind = {chair.table: chair for chair in interpreters(room)}
    assert (behind[1].x, behind[2].x) == (host.x, guest.x)
    assert behind[1].y > host.y
    assert behind[2].y < guest.y
    assert [chair.number for chair in behind.values()] == [7, 7]


def test_neighbours_at_a_round_table_go_round_and_an_aisle_parts_others() -> None:
    assert set(beside(room_of(plan(Layout.ROUND, 8)), (1, 1))) == {(1, 2), (1, 8)}
    assert beside(room_of(plan(Layout.ROUND, 1)), (1, 1)) == ()
    assert beside(room_of(plan(Layout.THEATRE, 6)), (1, 3)) == ((1, 2),)
    assert beside(room_of(plan(Layout.HEAD_TABLE, 5)), (1, 2)) == ((1, 1), (1, 3))
    assert beside(room_of(plan(Layout.HEAD_TABLE, 5, interpreters=True)), (1, 6)) == ()


# -- head table ---------------------------------------------------------------------------------


def test_at_a_head_table_the_first_is_at_the_hosts_right_and_sides_alternate() -> None:
    """As the room sees it, the host's right hand is on the left."""
    dossier = forum("g1 h1 g2 h2 g3 h3 h4")
    assert seated(dossier, plan(Layout.HEAD_TABLE, 7)) == (["g3 h2 g1 h1 g2 h3 h4"], [])


def test_with_an_even_number_the_two_principals_share_the_middle() -> None:
    dossier = forum("g1 h1 g2 h2")
    assert seated(dossier, plan(Layout.HEAD_TABLE, 4)) == (["h2 g1 h1 g2"], [])


def test_each_side_may_sit_on_its_own_hand() -> None:
    dossier = forum("g1 h1 g2 h2 g3 h3")
    split = seated(dossier, plan(Layout.HEAD_TABLE, 6), Mixing.SPLIT)
    assert split == (["g3 g2 g1 h1 h2 h3"], [])
    more = forum("g1 h1 g2 g3 g4")
    assert seated(more, plan(Layout.HEAD_TABLE, 6), Mixing.SPLIT) == (["g3 g2 g1 h1 g4 -"], [])


def test_by_rank_alone_the_host_keeps_the_middle() -> None:
    dossier = forum("g1 g2 h1 g3 h2")
    ranked = seated(dossier, plan(Layout.HEAD_TABLE, 5), Mixing.RANK)
    assert ranked == (["g3 g1 h1 g2 h2"], [])
    alone = forum("a b c d", sides=False)
    assert seated(alone, plan(Layout.HEAD_TABLE, 3)) == (["b a c"], ["d"])


def test_interpreters_sit_behind_the_principals() -> None:
    talks = {"category": "Interpreter"}
    dossier = forum("g1 h1 hx gx", hx=talks, gx={"category": "통역사"})
    with_seats = plan(Layout.HEAD_TABLE, 2, interpreters=True)
    assert seated(dossier, with_seats) == (["g1 h1 hx gx"], [])
    assert seated(dossier, plan(Layout.HEAD_TABLE, 2)) == (["g1 h1"], ["hx", "gx"])


# -- bilateral ----------------------------------------------------------------------------------


def test_delegations_face_each_other_with_the_second_at_the_right_of_the_head() -> None:
    """The hosts face up the plan, the guests down: their right hands are on opposite sides."""
    dossier = forum("h1 g1 h2 g2 h3 g3 x1", x1={"side": None})
    lines, left = seated(dossier, plan(Layout.BILATERAL, 3))
    assert lines == ["h3 h1 h2", "g2 g1 g3"]
    assert left == ["x1"]


def test_interpreters_of_a_session_sit_behind_their_own_head() -> None:
    dossier = forum("h1 g1 hx gx")
    parts = (part("talks", "hx", Role.INTERPRETS), part("talks", "gx", Role.INTERPRETS))
    dossier = replace(dossier, sessions=(session("talks", "09:00"),), parts=parts)
    talks = plan(Layout.BILATERAL, 1, interpreters=True, session="talks")
    assert seated(dossier, talks) == (["h1 hx", "g1 gx"], [])


def test_without_sides_the_first_host_faces_the_others() -> None:
    bodies = {name: {"organization": "ksia"} for name in ("a", "c")}
    dossier = forum("a b c d", sides=False, **bodies)
    assert seated(dossier, plan(Layout.BILATERAL, 2)) == (["c a", "d b"], [])
    home, guests = delegations(
        dossier, plan(Layout.BILATERAL, 2), everybody(dossier, plan(Layout.BILATERAL, 2))
    )
    assert (home, guests) == ({"a", "c"}, {"b", "d"})
    strangers = forum("a b c", sides=False)
    lines, left = seated(strangers, plan(Layout.BILATERAL, 2))
    assert (lines, left) == (["c a", "- b"], [])


# -- rows ---------------------------------------------------------------------------------------


def test_in_rows_each_side_has_its_half_from_the_aisle_outwards() -> None:
    dossier = forum("g1 h1 g2 h2 g3 h3 g4 h4")
    lines, left = seated(dossier, plan(Layout.THEATRE, 4, 2))
    assert (lines, left) == (["h2 h1 g1 g2", "h4 h3 g3 g4"], [])


def test_in_rows_by_rank_the_first_are_on_both_sides_of_the_aisle() -> None:
    dossier = forum("g1 g2 g3 h1 h2")
    assert seated(dossier, plan(Layout.THEATRE, 4, 2), Mixing.RANK) == (
        ["h1 g2 g1 g3", "- - h2 -"],
        [],
    )
    assert seated(dossier, plan(Layout.THEATRE, 4, 2), Mixing.ALTERNATE) == (
        ["h2 h1 g1 g2", "- - g3 -"],
        [],
    )


# -- round tables -------------------------------------------------------------------------------


def test_principals_are_spread_and_ranks_are_balanced_over_round_tables() -> None:
    dossier = forum("g1 h1 g2 h2 g3 h3 g4 h4 g5 h5 g6 h6")
    lines, left = seated(dossier, plan(Layout.ROUND, 4, 3))
    assert lines == ["h1 g6 h6 g1", "h2 g5 h5 g2", "h3 g4 h4 g3"]
    assert left == []


def test_more_people_than_seats_are_told_in_order_of_rank() -> None:
    dossier = forum("g1 h1 g2 h2 g3 h3 g4")
    lines, left = seated(dossier, plan(Layout.ROUND, 3, 2))
    assert "-" not in " ".join(lines)
    assert left == ["g4"]


def test_who_comes_along_sits_beside_whom_they_come_with() -> None:
    along = {"companion_of": "g1"}
    dossier = forum("g1 h1 g2 h2 h3 gz", gz=along)
    for layout, tables in ((Layout.HEAD_TABLE, 1), (Layout.ROUND, 2), (Layout.THEATRE, 2)):
        seating = plan(layout, 8, tables)
        done = placed(dossier, seating, everybody(dossier, seating))
        at = {who: place for place, who in done.seats.items()}
        assert at["gz"] in beside(room_of(seating), at["g1"]), layout
        assert len(at) == 6


def test_a_companion_of_somebody_locked_sits_beside_them() -> None:
    dossier = forum("g1 h1 gz", gz={"companion_of": "g1"})
    kept = Seat("s", "plan", 1, 5, "g1", locked=True)
    lines, _ = seated(dossier, plan(Layout.HEAD_TABLE, 5), None, kept)
    assert lines == ["- - h1 gz -"]


# -- what stays ---------------------------------------------------------------------------------


def test_locked_and_reserved_seats_stay_and_the_others_sit_around_them() -> None:
    dossier = forum("g1 h1 g2 h2")
    locked = Seat("s1", "plan", 1, 1, "h1", locked=True)
    press = Seat("s2", "plan", 1, 4, None, RESERVED)
    lines, left = seated(dossier, plan(Layout.HEAD_TABLE, 5), None, locked, press)
    assert lines == ["- g1 h2 - g2"]
    assert left == []
    assert stays(locked)
    assert stays(press)
    assert not stays(replace(locked, locked=False))


def test_who_is_to_be_seated_is_chosen_by_answer_side_and_part() -> None:
    dossier = forum("g1 h1 g2 h2", g2={"status": Invitation.INVITED}, h2={})
    dossier = replace(
        dossier,
        sessions=(session("a", "09:00"), item("a", "i"), session("b", "10:00")),
        parts=(part("i", "h1"), part("b", "g1")),
    )
    seating = plan(Layout.HEAD_TABLE, 5, session="a")

    def who(wanted: Wanted, of: Seating = seating) -> str:
        return " ".join(one.id for one in wanted_people(dossier, of, wanted))

    assert who(Wanted()) == "g1 h1 h2"
    assert who(Wanted((Invitation.ACCEPTED, Invitation.INVITED))) == "g1 h1 g2 h2"
    assert who(Wanted(sides=("u",))) == "g1"
    assert who(Wanted(with_part=True)) == "h1"
    assert who(Wanted(with_part=True), replace(seating, session=None)) == "g1 h1"


def test_who_is_seen_by_video_at_a_session_has_no_seat_there_but_at_others() -> None:
    parts = (
        part("a1", "h1", mode=Mode.VIDEO),
        part("b", "h1"),
        part("a", "g1", mode=Mode.READ, reader="h2"),
        part("b", "g1"),
        part("a", "g2", mode=Mode.VIDEO),
        part("a1", "g2"),
    )
    sessions = (session("a", "09:00"), item("a", "a1"), session("b", "18:00"))
    dossier = replace(forum("h1 h2 g1 g2"), sessions=sessions, parts=parts)

    def who(session: str | None) -> set[str]:
        of = plan(Layout.HEAD_TABLE, 4, session=session)
        return {one.id for one in wanted_people(dossier, of, Wanted())}

    assert who("a") == {"h2", "g2"}
    assert who("b") == who(None) == {"h1", "h2", "g1", "g2"}


def test_a_change_tells_how_many_are_seated_moved_and_lose_their_seats() -> None:
    seats = (
        Seat("1", "plan", 1, 1, "a"),
        Seat("2", "plan", 1, 2, "b"),
        Seat("3", "plan", 1, 3, "c"),
        Seat("4", "plan", 1, 4, "d", locked=True),
        Seat("5", "other", 1, 1, "a"),
    )
    dossier = replace(forum("a b c d"), seats=seats)
    before = seats_of(dossier, plan(Layout.HEAD_TABLE, 4))
    assert [seat.id for seat in before.values()] == ["1", "2", "3", "4"]
    after = Placing({(1, 1): "a", (1, 3): "b", (1, 2): "e"}, ("f",))
    told = change(before, after, [seats[3]])
    assert told == Change(seated=1, moved=1, gone=1, left=1)


def test_the_usual_mixing_follows_the_layout() -> None:
    assert usual_mixing(Layout.THEATRE) is Mixing.SPLIT
    assert usual_mixing(Layout.ROUND) is Mixing.ALTERNATE


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    layout=st.sampled_from(Layout),
    tables=st.integers(1, 4),
    seats=st.integers(1, 7),
    mixing=st.none() | st.sampled_from(Mixing),
    data=st.data(),
)
def test_nobody_sits_twice_and_no_seat_is_wasted(
    layout: Layout, tables: int, seats: int, mixing: Mixing | None, data: st.DataObject
) -> None:
    names = [f"{'hgx'[n % 3]}{n}" for n in range(data.draw(st.integers(0, 20)))]
    along = {
        name: {"companion_of": data.draw(st.sampled_from(names))}
        for name in data.draw(
            st.lists(st.sampled_from(names), max_size=4) if names else st.just([])
        )
    }
    dossier = forum(" ".join(names), **along)
    seating = plan(layout, seats, tables, interpreters=data.draw(st.booleans()))
    places = list(places_of(seating))
    kept = [
        Seat(str(n), "plan", *place, names[n] if n < len(names) else None, locked=True)
        for n, place in enumerate(
            data.draw(st.lists(st.sampled_from(places), max_size=4, unique=True))
        )
    ]
    people = everybody(dossier, seating)
    done = placed(dossier, seating, people, mixing=mixing, kept=kept)
    locked = {seat.participation for seat in kept} - {None}
    who = list(done.seats.values())
    assert len(set(who)) == len(who)
    assert not set(who) & (locked | set(done.left))
    assert set(who) | set(done.left) | locked == set(names)
    assert not set(done.seats) & {(seat.table, seat.number) for seat in kept}
    assert set(done.seats) <= set(places)
    assert placed(dossier, seating, people, mixing=mixing, kept=kept) == done
    if layout is not Layout.BILATERAL and done.left:
        posts = room_of(seating).chair
        free = set(places) - set(done.seats) - {(seat.table, seat.number) for seat in kept}
        assert all(posts[place].post is Post.INTERPRETER for place in free)


def test_companions_in_a_circle_or_of_the_other_side_sit_once() -> None:
    circle = {name: {"companion_of": "h0"} for name in ("h0", "g1", "h2")}
    lines, left = seated(forum("h0 g1 h2 h3", **circle), plan(Layout.HEAD_TABLE, 4))
    assert sorted(lines[0].split()) == ["g1", "h0", "h2", "h3"]
    assert left == []
    across = {"h0": {"companion_of": "g1"}, "h3": {"companion_of": "h0"}}
    lines, left = seated(forum("h0 h3 g1", **across), plan(Layout.BILATERAL, 5))
    assert sorted(" ".join(lines).replace("-", "").split()) == ["g1", "h0", "h3"]
    assert left == []


@pytest.mark.parametrize("size", [{"tables": 201}, {"seats": 61}, {"tables": 0}, {"seats": -1}])
def test_a_plan_that_can_not_be_drawn_is_refused_wherever_it_comes_from(
    size: dict[str, int],
) -> None:
    with pytest.raises(ForumDeskError):
        tidied(replace(Seating("plan", "edition", Text.of(en="Gala"), Layout.ROUND), **size))
