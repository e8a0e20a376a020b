# SPDX-License-Identifier: MIT
"""New sessions, copies and times taken away, several at once."""

import pytest

from forumdesk.domain.agenda import Session, SessionRoom
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.placing import Place
from forumdesk.services import arranging, placing
from tests.services.small import Small, en, label
from tests.services.test_arranging import at, fresh, rooms, when


def test_new_sessions_stand_one_after_another(small: Small) -> None:
    place = Place(at(14), 20, (small.annex.id,))
    made = placing.add_sessions_at(small.desk, small.edition.id, place, [en("One"), en("Two")])
    assert [s.title for s in made] == [en("One"), en("Two")]
    assert when(small, *made) == [(at(14), 20), (at(14, 20), 20)]
    assert [rooms(small, s) for s in made] == [[small.annex.id]] * 2
    assert label(small.desk) == "Add 2 sessions"
    small.desk.undo()
    assert small.desk.count(Session) == 4
    alone = placing.add_session_at(small.desk, small.edition.id, Place(at(9), None), en("Talk"))
    assert (rooms(small, alone), label(small.desk)) == ([], "Add “Talk”")


def test_copies_are_one_step(small: Small) -> None:
    steps = len(small.desk.history())
    places = {small.opening.id: Place(at(14), 30), small.panel.id: Place(at(15), 60, ())}
    made = placing.copy_sessions(small.desk, places)
    assert when(small, *made) == [(at(14), 30), (at(15), 60)]
    assert label(small.desk) == "Copy 2 sessions"
    assert len(small.desk.history()) == steps + 1
    assert placing.copy_sessions(small.desk, {small.panel.id: Place(None, 5)})[0].minutes == 5
    assert label(small.desk) == "Copy “Panel”"


def test_sessions_without_their_time_keep_length_and_rooms(small: Small) -> None:
    placing.untime_sessions(small.desk, [small.opening.id, small.panel.id, small.opening.id])
    assert when(small, small.opening, small.remarks) == [(None, 30), (at(9, 10), 10)]
    assert small.desk.count(SessionRoom) == 2
    assert label(small.desk) == "Take the time from 2 sessions"
    small.desk.undo()
    arranging.lock_sessions(small.desk, [small.opening.id], True)
    with pytest.raises(ForumDeskError, match="“Opening” is locked"):
        placing.untime_sessions(small.desk, [small.opening.id])
    assert fresh(small, small.opening).starts == at(9)
