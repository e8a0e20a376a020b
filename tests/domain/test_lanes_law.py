# SPDX-License-Identifier: MIT
"""What holds of every timetable, whatever the sessions of a day are."""

from hypothesis import given
from hypothesis import strategies as some

from forumdesk.domain.lanes import Scale, neighbour, timetable
from tests.domain.test_lanes import DAY, dossier

SESSIONS = some.lists(
    some.tuples(
        some.builds("{}:{:02}".format, some.integers(4, 27), some.sampled_from((0, 5, 20, 45))),
        some.one_of(some.none(), some.integers(0, 300)),
        some.sets(some.sampled_from("ABCD")).map(sorted).map("".join),
    ),
    max_size=14,
)


@given(SESSIONS)
def test_every_session_lies_in_its_rooms_and_on_no_other(
    held: list[tuple[str, int | None, str]],
) -> None:
    named = [(f"s{n}", *session) for n, session in enumerate(held)]
    table = timetable(dossier(*named, rooms="ABCD"), DAY)
    places: dict[str, set[str | None]] = {}
    for block in table.blocks:
        columns = table.columns[block.first : block.last + 1]
        places.setdefault(block.session, set()).update(columns)
    everywhere = {None} if None in table.columns else set("ABCD")
    assert places == {name: set(rooms) or everywhere for name, _, _, rooms in named}
    for one in table.blocks:
        assert table.begins <= one.starts < one.ends
        assert 0 <= one.lane < one.lanes
        for other in table.blocks:
            together = one.starts < other.ends and other.starts < one.ends
            share = one.left < other.right and other.left < one.right
            assert one is other or not (together and share)


@given(SESSIONS)
def test_arrows_reach_every_time(held: list[tuple[str, int | None, str]]) -> None:
    named = [(f"s{n}", *session) for n, session in enumerate(held)]
    blocks = timetable(dossier(*named, rooms="ABCD"), DAY).blocks
    for here in blocks:
        below = neighbour(blocks, here, 0, 1)
        latest = max(block.starts for block in blocks)
        assert (below is None) == (here.starts == latest)
        assert below is None or below.starts > here.starts


@given(some.floats(1, 400), some.floats(0.1, 20), some.integers(0, 1700), some.integers(0, 40))
def test_a_point_goes_back_to_where_it_came_from(
    column: float, minute: float, at: int, number: int
) -> None:
    scale = Scale(column, minute, 240)
    assert abs(scale.minute_at(scale.top(at)) - at) < 0.001
    assert scale.column_at((number + 0.5) * column) == number
