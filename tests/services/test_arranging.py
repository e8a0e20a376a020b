# SPDX-License-Identifier: MIT
"""Arranging: places, swaps, splits and joins, links, locks, shifts."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest

from forumdesk.domain.agenda import Part, Session, SessionKind, SessionRoom, SessionStatus
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.outcomes import Agreement, Commitment
from forumdesk.domain.placing import Place, with_places
from forumdesk.domain.shifting import Reach
from forumdesk.services import arranging, parts, planning
from forumdesk.store.queries import dossier
from tests.services.small import Small, en, label


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 6, 27, hour, minute)


def add(small: Small, title: str, starts: datetime, minutes: int, **more: object) -> Session:
    fields = {"title": en(title), "starts": starts, "minutes": minutes, **more}
    return planning.add_session(small.desk, small.edition.id, fields)


def fresh(small: Small, session: Session) -> Session:
    return small.desk.get(Session, session.id)


def when(small: Small, *sessions: Session) -> list[tuple[datetime | None, int | None]]:
    return [(found.starts, found.minutes) for found in (fresh(small, s) for s in sessions)]


def rooms(small: Small, session: Session) -> list[str]:
    return [link.room for link in small.desk.find(SessionRoom, session=session.id)]


def line(small: Small) -> tuple[Session, Session, Session]:
    """Three sessions, each following the one before: 10:00, 10:30 and 11:30."""
    talk, debate, photo = (
        add(small, "Talk", at(10), 30),
        add(small, "Debate", at(10, 30), 60),
        add(small, "Photo", at(11, 30), 10),
    )
    arranging.follow_session(small.desk, debate.id, talk.id)
    arranging.follow_session(small.desk, photo.id, debate.id)
    return fresh(small, talk), fresh(small, debate), fresh(small, photo)


# Placing


def test_placed_session_takes_items_and_rooms_along(small: Small) -> None:
    place = Place(at(14), 45, (small.annex.id,))
    moved = arranging.place_sessions(small.desk, {small.opening.id: place})
    assert moved == [fresh(small, small.opening)]
    assert when(small, small.opening, small.remarks) == [(at(14), 45), (at(14, 10), 10)]
    assert rooms(small, small.opening) == [small.annex.id]
    assert label(small.desk) == "Move “Opening”"
    small.desk.undo()
    assert fresh(small, small.opening) == small.opening
    assert rooms(small, small.opening) == [small.hall.id, small.annex.id]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (Place(at(9), 45), "Change the length of “Opening”"),
        (Place(at(9), 30, ()), "Set rooms of “Opening”"),
        (Place(None, None), "Move “Opening”"),
    ],
)
def test_step_says_what_changed_of_a_place(small: Small, place: Place, name: str) -> None:
    arranging.place_sessions(small.desk, {small.opening.id: place})
    assert label(small.desk) == name


def test_several_sessions_are_placed_in_one_step(small: Small) -> None:
    steps = len(small.desk.history())
    talk, debate, photo = line(small)
    made = len(small.desk.history()) - steps
    places = {small.panel.id: Place(at(16), 30), talk.id: Place(at(13), 20)}
    arranging.place_sessions(small.desk, places)
    assert label(small.desk) == "Move 2 sessions"
    assert len(small.desk.history()) == steps + made + 1
    assert when(small, small.panel, talk, debate, photo) == [
        (at(16), 30),
        (at(13), 20),
        (at(13, 20), 60),
        (at(14, 20), 10),
    ]


def test_nothing_placed_is_no_step(small: Small) -> None:
    steps = len(small.desk.history())
    assert arranging.place_sessions(small.desk, {}) == []
    arranging.place_sessions(small.desk, {small.opening.id: Place(at(9), 30)})
    assert len(small.desk.history()) == steps


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (Place(at(9), -1), "A length of -1 minutes can't be."),
        (Place(datetime(3000, 1, 1), 10), "does not fit the field “starts”"),
        (Place(at(9), 10, ("nowhere",)), "nowhere"),
    ],
)
def test_place_that_can_not_be_is_refused(small: Small, place: Place, sentence: str) -> None:
    places = {small.panel.id: Place(at(9), 10), small.opening.id: place}
    with pytest.raises(ForumDeskError, match=sentence):
        arranging.place_sessions(small.desk, places)
    assert fresh(small, small.panel) == small.panel


def test_what_would_be_is_what_then_is(small: Small) -> None:
    talk, debate, _ = line(small)
    arranging.lock_sessions(small.desk, [small.remarks.id], True)
    before = dossier(small.desk, small.edition.id)
    places = {
        small.opening.id: Place(at(8), 50, (small.annex.id,)),
        debate.id: Place(at(15), 45),
        talk.id: Place(at(14), 60),
    }
    would_be = with_places(before, places)
    arranging.place_sessions(small.desk, places)
    after = dossier(small.desk, small.edition.id)
    assert would_be.sessions == after.sessions
    assert all(would_be.rooms_of(s) == after.rooms_of(s) for s in after.sessions)


def test_a_long_line_moves_as_a_short_one_does(small: Small) -> None:
    talks = [add(small, f"Talk {n}", at(10 + n), 60) for n in range(11)]
    for before, talk in pairwise(talks):
        arranging.follow_session(small.desk, talk.id, before.id)
    moved = arranging.move_sessions(small.desk, [s.id for s in (*talks, small.opening)], -15)
    assert [s.starts for s in moved[:2]] == [at(9, 45), at(10, 45)]
    assert [s.follows for s in moved[1:11]] == [s.id for s in moved[:10]]
    assert fresh(small, small.remarks).starts == at(8, 55)
    alone = [s.id for s in (*talks[1:], small.opening)]
    assert arranging.move_sessions(small.desk, alone, -5)[0].follows is None


# Locks


def test_locked_session_stays_until_it_is_unlocked(small: Small) -> None:
    desk, session = small.desk, small.opening.id
    arranging.lock_sessions(desk, [session], True)
    assert label(desk) == "Lock “Opening”"
    refused = [
        lambda: arranging.place_sessions(desk, {session: Place(at(10), 30)}),
        lambda: arranging.swap_sessions(desk, session, small.panel.id),
        lambda: arranging.split_session(desk, session, 10),
        lambda: arranging.join_sessions(desk, small.panel.id, session),
        lambda: arranging.move_sessions(desk, [session], 5),
        lambda: planning.retime_session(desk, session, at(9), 40),
        lambda: planning.change_session(desk, session, {"starts": None}),
        lambda: planning.set_rooms(desk, session, []),
    ]
    for request in refused:
        with pytest.raises(ForumDeskError, match="“Opening” is locked; unlock it to move it"):
            request()
    assert fresh(small, small.opening) == replace(small.opening, locked=True)
    arranging.lock_sessions(desk, [session], False)
    assert label(desk) == "Unlock “Opening”"
    planning.retime_session(desk, session, at(10), 30)


def test_locked_session_changes_in_all_but_its_place(small: Small) -> None:
    arranging.lock_sessions(small.desk, [small.opening.id, small.panel.id], True)
    assert label(small.desk) == "Lock 2 sessions"
    planning.change_session(small.desk, small.opening.id, {"title": en("Start")})
    planning.change_session(small.desk, small.opening.id, {"locked": False, "starts": at(8)})
    assert when(small, small.opening) == [(at(8), 30)]


def test_locked_sessions_among_others_stay(small: Small) -> None:
    talk, debate, photo = line(small)
    arranging.lock_sessions(small.desk, [debate.id], True)
    arranging.move_sessions(small.desk, [talk.id, debate.id], 15)
    assert when(small, talk, debate, photo) == [
        (at(10, 15), 30),
        (at(10, 30), 60),
        (at(11, 30), 10),
    ]
    arranging.lock_sessions(small.desk, [small.remarks.id], True)
    planning.retime_session(small.desk, small.opening.id, at(8), 120)
    assert when(small, small.remarks) == [(at(9, 10), 10)]


# Following


def test_follow_on_begins_when_the_session_before_it_ends(small: Small) -> None:
    follower = arranging.follow_session(small.desk, small.panel.id, small.opening.id)
    assert (follower.starts, follower.follows) == (at(9, 30), small.opening.id)
    assert label(small.desk) == "Let “Panel” follow “Opening”"
    planning.change_session(small.desk, small.opening.id, {"minutes": 45})
    assert fresh(small, small.panel).starts == at(9, 45)
    planning.retime_session(small.desk, small.opening.id, at(8), 45)
    assert fresh(small, small.panel).starts == at(8, 45)
    small.desk.undo()
    assert fresh(small, small.panel).starts == at(9, 45)


def test_unlinked_session_stays_where_it_is(small: Small) -> None:
    talk, debate, _ = line(small)
    assert arranging.follow_session(small.desk, debate.id, None).starts == at(10, 30)
    assert label(small.desk) == "Unlink “Debate”"
    planning.retime_session(small.desk, talk.id, at(8), 30)
    assert when(small, debate) == [(at(10, 30), 60)]


def test_follow_on_put_elsewhere_follows_no_more(small: Small) -> None:
    talk, debate, photo = line(small)
    planning.retime_session(small.desk, debate.id, at(13), 60)
    assert fresh(small, debate).follows is None
    assert (fresh(small, photo).starts, fresh(small, photo).follows) == (at(14), debate.id)
    planning.retime_session(small.desk, talk.id, at(8), 30)
    assert when(small, debate) == [(at(13), 60)]


def test_line_of_sessions_placed_together_stays_linked(small: Small) -> None:
    talk, debate, photo = line(small)
    arranging.move_sessions(small.desk, [photo.id, debate.id, talk.id], -60)
    assert [fresh(small, s).follows for s in (talk, debate, photo)] == [None, talk.id, debate.id]
    assert when(small, talk, debate, photo) == [(at(9), 30), (at(9, 30), 60), (at(10, 30), 10)]


def test_nothing_follows_in_a_circle(small: Small) -> None:
    talk, debate, photo = line(small)
    with pytest.raises(ForumDeskError, match="“Talk” can't follow “Photo”, which follows it"):
        arranging.follow_session(small.desk, talk.id, photo.id)
    with pytest.raises(ForumDeskError, match="does not fit the field “follows”"):
        arranging.follow_session(small.desk, debate.id, debate.id)
    with pytest.raises(ForumDeskError, match="which follows it"):
        planning.change_session(small.desk, talk.id, {"follows": debate.id})
    with pytest.raises(ForumDeskError, match="one of them is inside another session"):
        arranging.follow_session(small.desk, small.remarks.id, talk.id)
    assert fresh(small, talk).follows is None


def test_item_that_leaves_its_session_is_linked_to_nothing(small: Small) -> None:
    _, greeting = small.desk.find(Session, parent=small.opening.id)
    arranging.follow_session(small.desk, greeting.id, small.remarks.id)
    assert fresh(small, greeting).starts == at(9, 20)
    planning.retime_session(small.desk, small.opening.id, at(10), 30)
    assert fresh(small, greeting).starts == at(10, 20)
    planning.move_item(small.desk, small.remarks.id, small.panel.id)
    assert fresh(small, greeting).follows is None


def test_removed_sessions_are_let_go_of_by_what_follows(small: Small) -> None:
    talk, debate, photo = line(small)
    planning.remove_session(small.desk, debate.id)
    assert fresh(small, photo).follows is None
    _, greeting = small.desk.find(Session, parent=small.opening.id)
    arranging.follow_session(small.desk, greeting.id, small.remarks.id)
    planning.remove_session(small.desk, small.opening.id)
    assert {s.id for s in small.desk.find(Session)} == {talk.id, photo.id, small.panel.id}


# Copies


def test_copy_stands_at_its_place_with_all_it_holds(small: Small) -> None:
    arranging.lock_sessions(small.desk, [small.opening.id], True)
    copy = arranging.copy_session(small.desk, small.opening.id, Place(at(15), 20, (small.hall.id,)))
    assert (copy.starts, copy.minutes, copy.status) == (at(15), 20, SessionStatus.DRAFT)
    assert not copy.locked
    assert rooms(small, copy) == [small.hall.id]
    items = small.desk.find(Session, parent=copy.id)
    assert [(item.title, item.starts) for item in items] == [
        (en("Remarks"), at(15, 10)),
        (en("Greeting"), None),
    ]
    assert [p.participation for p in small.desk.find(Part, session=items[0].id)] == [small.gina.id]
    assert label(small.desk) == "Copy “Opening”"


def test_copied_items_follow_one_another_as_the_originals_do(small: Small) -> None:
    _, greeting = small.desk.find(Session, parent=small.opening.id)
    arranging.follow_session(small.desk, greeting.id, small.remarks.id)
    copy = arranging.copy_session(small.desk, small.opening.id, Place(at(15), 30))
    first, second = small.desk.find(Session, parent=copy.id)
    assert (second.follows, second.starts) == (first.id, at(15, 20))
    assert rooms(small, copy) == [small.hall.id, small.annex.id]


# Swapping


def test_swapped_sessions_change_times_and_rooms(small: Small) -> None:
    other = add(small, "Dinner", at(19), 90)
    planning.set_rooms(small.desk, other.id, [small.annex.id])
    arranging.swap_sessions(small.desk, small.opening.id, other.id)
    assert when(small, small.opening, small.remarks, other) == [
        (at(19), 30),
        (at(19, 10), 10),
        (at(9), 90),
    ]
    assert rooms(small, small.opening) == [small.annex.id]
    assert rooms(small, other) == [small.hall.id, small.annex.id]
    assert label(small.desk) == "Swap “Opening” and “Dinner”"


@pytest.mark.parametrize("reverse", [False, True])
def test_neighbours_that_swap_take_the_same_time_together(small: Small, reverse: bool) -> None:
    talk, debate, photo = line(small)
    pair = (debate.id, talk.id) if reverse else (talk.id, debate.id)
    arranging.swap_sessions(small.desk, *pair)
    assert when(small, debate, talk, photo) == [(at(10), 60), (at(11), 30), (at(11, 30), 10)]
    assert [fresh(small, s).follows for s in (debate, talk, photo)] == [None, debate.id, talk.id]


def test_session_without_a_time_swaps_with_one_that_has_one(small: Small) -> None:
    arranging.swap_sessions(small.desk, small.panel.id, small.opening.id)
    assert when(small, small.panel, small.opening) == [(at(9), None), (None, 30)]


def test_items_of_two_sessions_change_sessions_too(small: Small) -> None:
    planning.retime_session(small.desk, small.panel.id, at(14), 60)
    fields = {"title": en("Talk"), "starts": at(14, 20), "minutes": 15}
    talk = planning.add_session(small.desk, small.edition.id, fields, parent=small.panel.id)
    coda = planning.add_session(small.desk, small.edition.id, {}, parent=small.panel.id)
    arranging.follow_session(small.desk, coda.id, talk.id)
    arranging.swap_sessions(small.desk, small.remarks.id, talk.id)
    assert when(small, small.remarks, talk, coda) == [
        (at(14, 20), 10),
        (at(9, 10), 15),
        (at(14, 30), None),
    ]
    assert fresh(small, small.remarks).parent == small.panel.id
    assert fresh(small, talk).parent == small.opening.id
    assert fresh(small, coda).follows == small.remarks.id


def test_session_never_swaps_with_one_it_is_in(small: Small) -> None:
    for pair in (
        (small.opening.id, small.remarks.id),
        (small.remarks.id, small.opening.id),
        (small.panel.id, small.panel.id),
    ):
        with pytest.raises(ForumDeskError, match="can't change places"):
            arranging.swap_sessions(small.desk, *pair)


def test_sessions_of_two_editions_have_nothing_to_do_with_one_another(small: Small) -> None:
    other = planning.add_session(small.desk, small.later.id, {"title": en("Other")})
    for request in (
        lambda: arranging.swap_sessions(small.desk, small.panel.id, other.id),
        lambda: arranging.follow_session(small.desk, small.panel.id, other.id),
    ):
        with pytest.raises(ForumDeskError, match="must be of the same edition"):
            request()
    with pytest.raises(ForumDeskError, match="not beside each other"):
        arranging.join_sessions(small.desk, small.panel.id, other.id)


# Splitting and joining


def test_split_session_goes_on_as_a_second_one(small: Small) -> None:
    follower = arranging.follow_session(small.desk, small.panel.id, small.opening.id)
    parts.add_part(small.desk, small.opening.id, small.hong.id, {})
    second = arranging.split_session(small.desk, small.opening.id, 10)
    assert when(small, small.opening, second) == [(at(9), 10), (at(9, 10), 20)]
    assert second.title == small.opening.title
    assert second.track == small.track.id
    assert rooms(small, second) == [small.hall.id, small.annex.id]
    assert [p.participation for p in small.desk.find(Part, session=second.id)] == [small.hong.id]
    assert fresh(small, small.remarks).parent == second.id
    assert [i.title for i in small.desk.find(Session, parent=small.opening.id)] == [en("Greeting")]
    assert fresh(small, follower).follows == second.id
    assert label(small.desk) == "Split “Opening”"


@pytest.mark.parametrize("minutes", [0, 30, -5, 2**63])
def test_session_is_split_within_its_length(small: Small, minutes: int) -> None:
    with pytest.raises(ForumDeskError, match=f"takes 30 min; it can't be split after {minutes:,}"):
        arranging.split_session(small.desk, small.opening.id, minutes)
    with pytest.raises(ForumDeskError, match="“Panel” has no length yet"):
        arranging.split_session(small.desk, small.panel.id, 10)


def test_joining_what_was_split_gives_the_session_back(small: Small) -> None:
    parts.add_part(small.desk, small.opening.id, small.hong.id, {})
    before = dossier(small.desk, small.edition.id)
    second = arranging.split_session(small.desk, small.opening.id, 10)
    joined = arranging.join_sessions(small.desk, small.opening.id, second.id)
    after = dossier(small.desk, small.edition.id)
    assert joined == small.opening
    assert (after.parts, after.session_rooms) == (before.parts, before.session_rooms)
    items = {replace(s, position=0) for s in after.sessions}
    assert items == {replace(s, position=0) for s in before.sessions}


def test_joined_session_holds_all_that_both_held(small: Small) -> None:
    desk = small.desk
    planning.retime_session(desk, small.panel.id, at(10), 60)
    planning.change_session(desk, small.panel.id, {"notes": "Water", "abstract": en("On chips")})
    planning.change_session(desk, small.opening.id, {"notes": "Flags"})
    photo = add(small, "Photo", at(11), 10)
    arranging.follow_session(desk, photo.id, small.panel.id)
    joined = arranging.join_sessions(desk, small.opening.id, small.panel.id)
    assert (joined.starts, joined.ends) == (at(9), at(11))
    assert (joined.notes, joined.abstract) == ("Flags\nWater", en("On chips"))
    assert label(desk) == "Join “Opening” and “Panel”"
    assert desk.count(Session, id=small.panel.id) == 0
    assert [p.participation for p in desk.find(Part, session=joined.id)] == [small.hong.id]
    assert fresh(small, photo).follows == joined.id
    assert desk.get(Agreement, small.mou.id).session == joined.id
    assert desk.get(Commitment, small.promise.id).session == joined.id


def test_joining_with_an_earlier_session_leaves_the_items_at_their_times(small: Small) -> None:
    welcome = add(small, "Welcome", at(8), 30)
    joined = arranging.join_sessions(small.desk, small.opening.id, welcome.id)
    assert (joined.starts, joined.ends) == (at(8), at(9, 30))
    assert when(small, small.remarks) == [(at(9, 10), 10)]


def test_session_without_a_time_makes_the_other_one_longer(small: Small) -> None:
    planning.change_session(small.desk, small.panel.id, {"minutes": 20})
    joined = arranging.join_sessions(small.desk, small.opening.id, small.panel.id)
    assert (joined.starts, joined.minutes) == (at(9), 50)


def test_sessions_apart_are_not_joined(small: Small) -> None:
    tomorrow = add(small, "Tour", datetime(2024, 6, 28, 9), 60)
    night = add(small, "Reception", datetime(2024, 6, 28, 1), 60)
    with pytest.raises(ForumDeskError, match="not on the same day"):
        arranging.join_sessions(small.desk, small.opening.id, tomorrow.id)
    with pytest.raises(ForumDeskError, match="not beside each other"):
        arranging.join_sessions(small.desk, small.opening.id, small.remarks.id)
    with pytest.raises(ForumDeskError, match="not beside each other"):
        arranging.join_sessions(small.desk, small.panel.id, small.panel.id)
    # A session after midnight still belongs to the day before.
    assert arranging.join_sessions(small.desk, small.opening.id, night.id).minutes == 17 * 60


# Moving and shifting


def test_sessions_move_by_minutes(small: Small) -> None:
    dinner = add(small, "Dinner", at(19), 90)
    moved = [small.opening.id, small.remarks.id, small.panel.id, dinner.id]
    arranging.move_sessions(small.desk, moved, 5)
    assert when(small, small.opening, small.remarks, small.panel, dinner) == [
        (at(9, 5), 30),
        (at(9, 15), 10),
        (None, None),
        (at(19, 5), 90),
    ]
    assert label(small.desk) == "Move 2 sessions by 5 min"
    with pytest.raises(ForumDeskError, match="can't move by 1,000,000 minutes"):
        arranging.move_sessions(small.desk, [dinner.id], 10**6)


def test_untimed_session_goes_a_place_up_or_down(small: Small) -> None:
    other = planning.add_session(small.desk, small.edition.id, {"title": en("Other")})
    arranging.step_session(small.desk, other.id, -1)
    top = small.desk.find(Session, edition=small.edition.id, parent=None)
    assert [s.id for s in top if s.starts is None] == [other.id, small.panel.id]
    arranging.step_session(small.desk, small.opening.id, 1)
    arranging.step_session(small.desk, small.remarks.id, 2**63)


def test_all_after_a_session_is_shifted_in_one_step(small: Small) -> None:
    talk, debate, photo = line(small)
    coffee = add(small, "Coffee", at(11, 45), 30, kind=SessionKind.BREAK)
    lunch = add(small, "Lunch", at(12, 30), 60, kind=SessionKind.LUNCHEON)
    steps = len(small.desk.history())
    moved = arranging.shift_after(small.desk, talk.id, 20, Reach.BREAK)
    assert moved == [fresh(small, s) for s in (debate, photo, coffee)]
    assert when(small, talk, debate, photo, coffee, lunch) == [
        (at(10), 30),
        (at(10, 50), 60),
        (at(11, 50), 10),
        (at(12, 5), 10),
        (at(12, 30), 60),
    ]
    assert len(small.desk.history()) == steps + 1
    assert label(small.desk) == "Shift what comes after “Talk” by +20 min"
    assert arranging.shift_after(small.desk, lunch.id, 20, Reach.DAY) == []
    with pytest.raises(ForumDeskError, match="“Panel” has no time yet"):
        arranging.shift_after(small.desk, small.panel.id, 20, Reach.DAY)
    with pytest.raises(ForumDeskError, match="can't move by"):
        arranging.shift_after(small.desk, talk.id, 2**63, Reach.DAY)
