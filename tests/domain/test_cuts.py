# SPDX-License-Identifier: MIT
"""A timetable on paper: what crosses rooms, how columns and times share sheets."""

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import pytest

from forumdesk.domain.agenda import Session, SessionKind, Visibility
from forumdesk.domain.cuts import Piece, Window, across, edges, parts, shared, widths, within, woven
from forumdesk.domain.lanes import Block, Timetable
from tests.domain.test_lanes import DAY, dossier


def laid(
    *sessions: tuple[str, str, int | None, str], rooms: str = "ABCDEF"
) -> tuple[Timetable, list[tuple[str, int, int, bool]]]:
    """The timetable of a day, and its blocks as session, columns, and whether they are bands."""
    forum = dossier(*sessions, rooms=rooms)
    table = woven(forum, DAY, forum.sessions)
    return table, [(b.session, b.first, b.last, b.band) for b in table.blocks]


def test_only_rooms_in_use_are_columns_and_plenaries_cross_them() -> None:
    table, blocks = laid(
        ("talk", "9:00", 60, "B"), ("more", "9:00", 60, "E"), ("all", "10:00", 30, "")
    )
    assert table.columns == ("B", "E")
    assert blocks == [("talk", 0, 0, False), ("more", 1, 1, False), ("all", 0, 1, True)]


def test_a_session_in_every_room_in_use_is_a_band() -> None:
    _, blocks = laid(("talk", "9:00", 60, "A"), ("all", "10:00", 30, "AC"))
    assert blocks == [("talk", 0, 0, False), ("all", 0, 1, True)]


def test_a_break_goes_round_the_room_where_somebody_speaks_on() -> None:
    _, blocks = laid(
        ("on", "9:00", 180, "B"),
        ("break", "10:00", 30, ""),
        *((room, "9:00", 30, room) for room in "ACD"),
    )
    assert [found for found in blocks if found[0] == "break"] == [
        ("break", 0, 0, True),
        ("break", 2, 3, True),
    ]


def quiet(*breaks: Session) -> Timetable:
    """A day with talks in A and B, and breaks and meals in C."""
    forum = dossier(
        ("a", "9:00", 60, "A"), ("b", "9:00", 60, "B"), *((s.id, "9:00", 60, "C") for s in breaks)
    )
    kept = [session for session in forum.sessions if session.id in "ab"]
    return woven(replace(forum, sessions=(*kept, *breaks)), DAY, (*kept, *breaks))


def pause(start: str, **given: Any) -> Session:
    hour, minute = map(int, start.split(":"))
    starts = datetime(2026, 6, 27, hour, minute)
    return Session("pause", "e", kind=SessionKind.BREAK, starts=starts, minutes=20, **given)


def test_a_break_of_everybody_crosses_the_rooms_and_has_no_column() -> None:
    table = quiet(pause("10:00"))
    assert table.columns == ("A", "B")
    assert table.blocks[-1] == Block("pause", 0, 1, 600, 620, band=True)


@pytest.mark.parametrize(
    "own", [pause("9:30"), pause("10:00", visibility=Visibility.INVITED)], ids=["beside", "invited"]
)
def test_a_break_of_some_stays_in_its_room(own: Session) -> None:
    table = quiet(own)
    assert table.columns == ("A", "B", "C")
    (found,) = [block for block in table.blocks if block.session == "pause"]
    assert (found.first, found.last, found.band) == (2, 2, False)


def test_a_day_of_breaks_alone_keeps_their_rooms() -> None:
    forum = dossier(("pause", "10:00", 20, "C"))
    alone = pause("10:00")
    assert woven(replace(forum, sessions=(alone,)), DAY, (alone,)).columns == ("C",)


def test_what_would_be_torn_to_pieces_stands_in_a_column_of_its_own() -> None:
    table, blocks = laid(
        ("tour", "9:00", 60, ""),
        *((room, "9:00", 60, room) for room in "BDF"),
        *((f"{room}2", "12:00", 60, room) for room in "ACEG"),
        rooms="ABCDEFG",
    )
    assert table.columns == (None, *"ABCDEFG")
    assert ("tour", 0, 0, False) in blocks
    assert ("B", 2, 2, False) in blocks


def test_without_rooms_all_stands_in_one_column_side_by_side() -> None:
    table, blocks = laid(("a", "9:00", 60, ""), ("b", "9:30", 60, ""), rooms="")
    assert table.columns == (None,)
    assert blocks == [("a", 0, 0, True), ("b", 0, 0, True)]
    assert [(b.lane, b.lanes) for b in table.blocks] == [(0, 2), (1, 2)]


def test_nothing_timed_is_an_empty_table() -> None:
    forum = dossier()
    assert woven(forum, DAY, ()) == Timetable(DAY, forum.edition.day_boundary, (None,))


# -- columns ------------------------------------------------------------------------------------


def table(count: int, *blocks: Block) -> Timetable:
    return Timetable(date(2026, 6, 27), 240, tuple(str(n) for n in range(count)), blocks)


@pytest.mark.parametrize(
    ("count", "most", "sizes"),
    [(1, 5, [1]), (5, 5, [5]), (6, 5, [3, 3]), (11, 5, [4, 4, 3]), (37, 12, [10, 9, 9, 9])],
)
def test_sheets_share_columns_evenly(count: int, most: int, sizes: list[int]) -> None:
    runs = shared(table(count), most)
    assert sorted((last - first + 1 for first, last in runs), reverse=True) == sizes
    assert [n for first, last in runs for n in range(first, last + 1)] == list(range(count))


def test_rooms_used_together_stay_on_one_sheet() -> None:
    together = Block("both", 2, 3, 540, 600)
    assert shared(table(6), 4) == [(0, 2), (3, 5)]
    assert shared(table(6, together), 4) in ([(0, 1), (2, 5)], [(0, 3), (4, 5)])
    assert shared(table(6, together), 3) == [(0, 2), (3, 5)]  # there is no other way


def test_a_room_with_sessions_side_by_side_is_wider() -> None:
    beside = [Block(key, 1, 1, 540, 600, lane=n, lanes=2) for n, key in enumerate("ab")]
    of = table(3, *beside)
    assert widths(of) == (1, 2, 1)
    assert shared(of, 2) == [(0, 0), (1, 1), (2, 2)]
    places = edges(widths(of), Window(0, 2, 0, 0), 100.0)
    assert places == [0, 25, 75, 100]
    assert [across(places, at) for at in (0, 0.5, 1, 1.5, 2, 3, 9)] == [
        0,
        12.5,
        25,
        50,
        75,
        100,
        100,
    ]


# -- time ---------------------------------------------------------------------------------------


def test_time_is_cut_at_a_break_that_stands_on_both_sheets() -> None:
    lunch = Block("lunch", 0, 1, 720, 780, band=True)
    talks = [Block(str(n), n % 2, n % 2, 540 + n * 60, 600 + n * 60) for n in range(9) if n != 3]
    assert parts(table(2, lunch, *talks), (540, 1080), 1) == [(540, 1080)]
    assert parts(table(2, lunch, *talks), (540, 1080), 2) == [(540, 780), (720, 1080)]


def test_a_pause_comes_before_a_plenary() -> None:
    plenary = Block("plenary", 0, 1, 780, 840, band=True)
    pause = Block("pause", 0, 1, 870, 900, band=True)
    of = table(2, plenary, pause)
    assert parts(of, (540, 1080), 2) == [(540, 840), (780, 1080)]
    assert parts(of, (540, 1080), 2, {"pause"}) == [(540, 900), (870, 1080)]


def test_without_a_break_the_fewest_sessions_are_cut() -> None:
    blocks = [
        Block("a", 0, 0, 540, 820),
        Block("b", 1, 1, 540, 800),
        Block("c", 2, 2, 540, 820),
        Block("d", 0, 0, 820, 1080),
        Block("e", 1, 1, 800, 1080),
    ]
    assert parts(table(3, *blocks), (540, 1080), 2) == [(540, 820), (820, 1080)]


def test_nothing_of_a_day_is_on_no_sheet() -> None:
    blocks = [Block(str(n), n % 3, n % 3, 540 + 7 * n, 560 + 7 * n) for n in range(70)]
    of = table(3, *blocks)
    for count in (1, 2, 3, 4):
        times = parts(of, (540, 1080), count)
        assert (times[0][0], times[-1][1]) == (540, 1080)
        assert all(later[0] <= before[1] for before, later in pairwise(times))


def test_a_window_tells_what_goes_on_elsewhere() -> None:
    here = Block("here", 1, 1, 600, 660)
    wide = Block("wide", 0, 1, 660, 780)
    band = Block("band", 0, 2, 780, 800, band=True)
    away = Block("away", 0, 0, 600, 660)
    of = table(3, here, wide, band, away)
    found = within(of, Window(1, 2, 630, 720))
    assert found == [Piece(here, before=True), Piece(wide, after=True, left=True)]
    assert within(of, Window(0, 0, 720, 900)) == [
        Piece(wide, before=True, right=True),
        Piece(band),
    ]
