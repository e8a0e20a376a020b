# SPDX-License-Identifier: MIT
"""The arithmetic of a timetable: columns, lanes, zones, snapping, and back from a point."""

from datetime import date, datetime

import pytest

from forumdesk.domain.agenda import Session, SessionRoom
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.forum import Edition, Room, Series
from forumdesk.domain.lanes import (
    Block,
    Box,
    Scale,
    Timetable,
    Zone,
    neighbour,
    snapped,
    timetable,
    zone,
)
from forumdesk.domain.wording import EMPTY, Text

DAY = date(2026, 6, 27)


def dossier(*sessions: tuple[str, str, int | None, str], rooms: str = "ABC") -> Dossier:
    """Sessions as id, start (``HH:MM`` of the day, past 24:00 too), minutes and rooms."""
    made, links = [], []
    for name, start, minutes, where in sessions:
        hour, minute = map(int, start.split(":"))
        starts = datetime(2026, 6, 27 + hour // 24, hour % 24, minute)
        made.append(Session(name, "e", starts=starts, minutes=minutes))
        links += [SessionRoom(f"{name}{room}", name, room) for room in where]
    return Dossier(
        Series("s", Text.of(en="Forum")),
        Edition("e", "s", first_day=DAY),
        rooms=tuple(Room(room, "e", EMPTY, position=n) for n, room in enumerate(rooms)),
        sessions=tuple(made),
        session_rooms=tuple(links),
    )


def lying(table: Timetable) -> list[tuple[str, int, int, int, int, int, int]]:
    return [(b.session, b.first, b.last, b.starts, b.ends, b.lane, b.lanes) for b in table.blocks]


def test_sessions_stand_in_the_columns_of_their_rooms() -> None:
    table = timetable(dossier(("one", "9:00", 60, "A"), ("two", "9:30", 45, "C")), DAY)
    assert table.columns == ("A", "B", "C")
    assert lying(table) == [("one", 0, 0, 540, 600, 0, 1), ("two", 2, 2, 570, 615, 0, 1)]


def test_a_plenary_session_is_a_band_across_all_rooms() -> None:
    table = timetable(dossier(("all", "9:00", 40, ""), ("one", "9:40", 20, "B")), DAY)
    assert lying(table) == [("all", 0, 2, 540, 580, 0, 1), ("one", 1, 1, 580, 600, 0, 1)]
    assert [block.band for block in table.blocks] == [True, False]


def test_sessions_without_a_room_stand_aside_only_where_a_band_would_cover_others() -> None:
    table = timetable(dossier(("all", "9:00", 40, ""), ("one", "9:30", 20, "B")), DAY)
    assert table.columns == (None, "A", "B", "C")
    assert lying(table) == [("all", 0, 0, 540, 580, 0, 1), ("one", 2, 2, 570, 590, 0, 1)]


def test_bands_at_one_time_lie_side_by_side() -> None:
    table = timetable(dossier(("one", "9:00", 40, ""), ("two", "9:10", 40, "")), DAY)
    assert lying(table) == [("one", 0, 2, 540, 580, 0, 2), ("two", 0, 2, 550, 590, 1, 2)]


def test_an_edition_without_rooms_has_one_column() -> None:
    table = timetable(dossier(("one", "9:00", 40, ""), rooms=""), DAY)
    assert table.columns == (None,)
    assert lying(table) == [("one", 0, 0, 540, 580, 0, 1)]


def test_what_overlaps_in_a_room_is_in_lanes_of_one_width() -> None:
    table = timetable(
        dossier(
            ("one", "9:00", 60, "A"),
            ("two", "9:30", 60, "A"),
            ("three", "10:00", 60, "A"),  # beside the second, below the first
            ("four", "11:00", 30, "A"),  # touches, does not overlap
            ("five", "9:00", 120, "B"),
        ),
        DAY,
    )
    assert lying(table) == [
        ("five", 1, 1, 540, 660, 0, 1),
        ("one", 0, 0, 540, 600, 0, 2),
        ("two", 0, 0, 570, 630, 1, 2),
        ("three", 0, 0, 600, 660, 0, 2),
        ("four", 0, 0, 660, 690, 0, 1),
    ]


def test_rooms_side_by_side_are_one_block_others_several() -> None:
    table = timetable(dossier(("wide", "9:00", 60, "AB"), ("apart", "10:00", 60, "CA")), DAY)
    assert [(b.session, b.first, b.last, b.run) for b in table.blocks] == [
        ("wide", 0, 1, 0),
        ("apart", 0, 0, 0),
        ("apart", 2, 2, 1),
    ]


def test_beside_something_in_one_room_a_wide_session_is_in_a_lane_of_each() -> None:
    table = timetable(dossier(("wide", "9:00", 60, "AB"), ("one", "9:30", 60, "B")), DAY)
    assert [(b.session, b.first, b.last, b.run, b.lane, b.lanes) for b in table.blocks] == [
        ("wide", 0, 0, 0, 0, 2),
        ("wide", 1, 1, 1, 0, 2),
        ("one", 1, 1, 0, 1, 2),
    ]


def test_the_night_belongs_to_the_day_before_and_is_counted_on() -> None:
    late = dossier(
        ("party", "22:00", 480, "A"), ("talk", "25:30", 30, "B"), ("next", "28:00", 30, "B")
    )
    table = timetable(late, DAY)
    assert (table.begins, table.ends) == (240, 1680)
    assert lying(table) == [("party", 0, 0, 1320, 1680, 0, 1), ("talk", 1, 1, 1530, 1560, 0, 1)]
    assert table.clock(1530) == datetime(2026, 6, 28, 1, 30)
    assert table.minute(datetime(2026, 6, 28, 1, 30)) == 1530


def test_open_ends_and_no_length_still_take_room() -> None:
    table = timetable(dossier(("open", "9:00", None, "A"), ("moment", "9:00", 0, "B")), DAY)
    assert [(b.session, b.ends, b.open) for b in table.blocks] == [
        ("open", 570, True),
        ("moment", 545, False),
    ]


def test_hours_used_are_whole() -> None:
    assert timetable(dossier(("one", "9:40", 50, "A")), DAY).used == (540, 660)
    assert timetable(dossier(), DAY).used == (540, 1080)


@pytest.mark.parametrize(
    ("offset", "height", "expected"),
    [
        (0, 60, Zone.TOP),
        (5.9, 60, Zone.TOP),
        (6, 60, Zone.BODY),
        (53.9, 60, Zone.BODY),
        (54, 60, Zone.BOTTOM),
        (2, 12, Zone.TOP),
        (3, 12, Zone.BODY),
        (8.9, 12, Zone.BODY),
        (9, 12, Zone.BOTTOM),
    ],
)
def test_edges_stretch_and_leave_half_of_a_low_block_to_move_it(
    offset: float, height: float, expected: Zone
) -> None:
    assert zone(offset, height, 6) is expected


@pytest.mark.parametrize(
    ("minute", "grid", "edges", "expected"),
    [
        (547, 15, (), 540),
        (548, 15, (), 555),
        (547.5, 15, (), 555),
        (547, 5, (), 545),
        (569, 60, (), 540),
        (570, 60, (), 600),
        (552, 15, (550,), 550),
        (554, 15, (550,), 555),
        (545, 10, (), 550),
        (547.5, 15, (547, 530), 547),
    ],
)
def test_minutes_snap_to_the_grid_or_to_an_edge_that_is_nearer(
    minute: float, grid: int, edges: tuple[int, ...], expected: int
) -> None:
    assert snapped(minute, grid, edges) == expected


def test_scale_goes_to_units_and_back() -> None:
    scale = Scale(column=100, minute=2, begins=480)
    block = Block("one", 1, 2, 540, 570, lane=1, lanes=2)
    assert scale.box(block) == Box(200, 120, 100, 60)
    assert scale.top(495) == 30
    assert [scale.column_at(x) for x in (-1, 0, 99, 100, 350)] == [-1, 0, 0, 1, 3]
    assert [scale.minute_at(y) for y in (-10, 0, 120)] == [475, 480, 540]


def test_rooms_to_runs_of_columns() -> None:
    table = Timetable(DAY, 240, ("A", "B", "C", "D"))
    assert table.across(["C", "A", "B"]) == [(0, 2)]
    assert table.across(["D", "A"]) == [(0, 0), (3, 3)]
    assert table.across([]) == table.across(["gone"]) == [(0, 3)]
    assert Timetable(DAY, 240, (None, "A")).across([]) == [(0, 0)]


GRID = {
    "band": Block("band", 0, 2, 500, 540),
    "a1": Block("a1", 0, 0, 540, 600),
    "b1": Block("b1", 1, 1, 550, 580),
    "b2": Block("b2", 1, 1, 585, 640),
    "c1": Block("c1", 2, 2, 700, 760),
    "a2": Block("a2", 0, 0, 610, 640),
}


@pytest.mark.parametrize(
    ("here", "right", "down", "expected"),
    [
        ("band", 0, 1, "a1"),
        ("a1", 0, 1, "a2"),
        ("a2", 0, -1, "a1"),
        ("a1", 0, -1, "band"),
        ("a1", 1, 0, "b1"),
        ("b2", -1, 0, "a2"),
        ("b2", 1, 0, "c1"),
        ("c1", -1, 0, "b2"),
        ("c1", 0, -1, "band"),
        ("b2", 0, 1, "a2"),
        ("band", 1, 0, None),
        ("c1", 0, 1, None),
        ("a2", 0, 1, "c1"),
    ],
)
def test_arrows_go_by_where_sessions_lie(
    here: str, right: int, down: int, expected: str | None
) -> None:
    found = neighbour(GRID.values(), GRID[here], right, down)
    assert (found.session if found else None) == expected


def test_every_session_is_reached_by_arrows() -> None:
    table = timetable(
        dossier(
            *(
                (f"{r}{n}", f"{9 + n}:{m}", 30, r)
                for n in range(6)
                for r, m in zip("ABC", ("00", "20", "40"), strict=True)
            ),
            ("all", "8:00", 60, ""),
        ),
        DAY,
    )
    reached, waiting = set[str](), [table.blocks[0]]
    while waiting:
        here = waiting.pop()
        if here.session not in reached:
            reached.add(here.session)
            ways = (
                neighbour(table.blocks, here, *way) for way in ((1, 0), (-1, 0), (0, 1), (0, -1))
            )
            waiting += [there for there in ways if there is not None]
    assert reached == {block.session for block in table.blocks}
