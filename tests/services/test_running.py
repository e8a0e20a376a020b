# SPDX-License-Identifier: MIT
"""On the day: beginning, ending, and being late."""

from dataclasses import replace
from datetime import UTC

import pytest

from forumdesk.domain.agenda import Session, SessionKind
from forumdesk.domain.desk import ForumDeskError
from forumdesk.services import arranging, planning, running
from tests.services.small import Small, label
from tests.services.test_arranging import add, at, fresh, when


def test_session_begins_and_ends(small: Small) -> None:
    begun = running.begin_session(small.desk, small.panel.id, at(14, 3))
    assert begun == replace(small.panel, began=at(14, 3))
    assert label(small.desk) == "Begin “Panel”"
    ended = running.end_session(small.desk, small.panel.id, at(15))
    assert ended == replace(begun, ended=at(15)) == fresh(small, small.panel)
    assert label(small.desk) == "End “Panel”"
    again = running.begin_session(small.desk, small.panel.id, at(15, 10))
    assert (again.began, again.ended) == (at(15, 10), None)


def test_item_begins_with_the_session_it_is_in(small: Small) -> None:
    running.begin_session(small.desk, small.remarks.id, at(9, 12))
    assert fresh(small, small.opening).began == at(9, 12)
    running.end_session(small.desk, small.opening.id, at(9, 40))
    assert fresh(small, small.remarks).ended == at(9, 40)
    running.reset_session(small.desk, small.opening.id)
    assert fresh(small, small.opening) == small.opening
    assert fresh(small, small.remarks) == small.remarks
    assert label(small.desk) == "Put “Opening” back to what is to come"


def test_session_nobody_saw_begin_began_as_planned(small: Small) -> None:
    assert running.end_session(small.desk, small.opening.id, at(9, 40)).began == at(9)
    early = running.end_session(small.desk, small.remarks.id, at(9, 5))
    assert (early.began, early.ended) == (at(9, 5), at(9, 5))


def test_session_never_ends_before_it_began(small: Small) -> None:
    running.begin_session(small.desk, small.opening.id, at(9, 5))
    with pytest.raises(ForumDeskError, match="“Opening” began at 09:05"):
        running.end_session(small.desk, small.opening.id, at(9, 4))
    with pytest.raises(ForumDeskError, match="does not fit the field “ended”"):
        running.end_session(small.desk, small.opening.id, at(9, 6).replace(tzinfo=UTC))
    assert fresh(small, small.opening).ended is None


def test_late_start_moves_what_it_holds_up_in_one_step(small: Small) -> None:
    coffee = add(small, "Coffee", at(9, 30), 15, kind=SessionKind.BREAK)
    steps = len(small.desk.history())
    ripple = running.started_late(small.desk, small.opening.id, 10)
    assert [(s.id, left) for s, left in ripple.shortened] == [(coffee.id, 5)]
    assert when(small, small.opening, small.remarks, coffee) == [
        (at(9, 10), 30),
        (at(9, 20), 10),
        (at(9, 40), 5),
    ]
    assert fresh(small, small.opening).began == at(9, 10)
    assert len(small.desk.history()) == steps + 1
    assert label(small.desk) == "Start “Opening” 10 min late"
    small.desk.undo()
    assert fresh(small, small.opening) == small.opening
    assert small.desk.get(Session, coffee.id) == coffee


def test_locked_session_that_is_late_stays_in_the_plan(small: Small) -> None:
    arranging.lock_sessions(small.desk, [small.opening.id], True)
    running.started_late(small.desk, small.opening.id, 10)
    opening = fresh(small, small.opening)
    assert (opening.starts, opening.began) == (at(9), at(9, 10))


@pytest.mark.parametrize("minutes", [0, -5, 10**6, 2**63])
def test_delay_that_can_not_be_is_refused(small: Small, minutes: int) -> None:
    with pytest.raises(ForumDeskError, match=f"“Opening” can't be {minutes:,} min late"):
        running.started_late(small.desk, small.opening.id, minutes)
    planning.change_session(small.desk, small.opening.id, {"starts": None})
    with pytest.raises(ForumDeskError, match="“Opening” has no time yet"):
        running.started_late(small.desk, small.opening.id, 5)
