# SPDX-License-Identifier: MIT
"""Sessions: their times, rooms and items."""

from datetime import datetime, timedelta

import pytest

from forumdesk.domain.agenda import Part, Session, SessionKind, SessionRoom, SessionStatus
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.outcomes import Agreement, Commitment
from forumdesk.services import editions, planning
from tests.services.small import Small, en, label


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2024, 6, 27, hour, minute)


def test_session_is_added_after_its_neighbours(small: Small) -> None:
    fields = {"title": en("Dinner"), "kind": SessionKind.DINNER, "starts": at(19)}
    made = planning.add_session(small.desk, small.edition.id, fields)
    assert made == Session(
        made.id,
        small.edition.id,
        title=en("Dinner"),
        kind=SessionKind.DINNER,
        starts=at(19),
        position=2,
    )
    assert label(small.desk) == "Add “Dinner”"
    item = planning.add_session(small.desk, small.edition.id, {}, parent=small.opening.id)
    assert (item.parent, item.position) == (small.opening.id, 2)
    assert label(small.desk) == "Add “…”"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"minutes": -5}, "A length of -5 minutes can't be."),
        ({"minutes": 10**6}, "A length of 1,000,000 minutes can't be."),
        ({"minutes": True}, "“True” does not fit the field “minutes”."),
        ({"position": 2**40}, "“1099511627776” does not fit the field “position”."),
        ({"title": "Dinner"}, "“Dinner” does not fit the field “title”."),
        ({"kind": "dinner"}, "“dinner” does not fit the field “kind”."),
        ({"languages": "ko"}, "“ko” does not fit the field “languages”."),
        ({"starts": datetime.fromisoformat("2024-06-27T09:00+09:00")}, "“starts”"),
        ({"starts": at(9).date()}, "“2024-06-27” does not fit the field “starts”."),
        ({"edition": "other"}, "The field “edition” never changes."),
        ({"track": "nowhere"}, "nowhere"),
    ],
)
def test_session_that_can_not_be_is_refused(
    small: Small, fields: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ForumDeskError) as refused:
        planning.add_session(small.desk, small.edition.id, fields)
    assert sentence in str(refused.value)
    assert small.desk.count(Session) == 4


def test_times_are_kept_to_the_minute(small: Small) -> None:
    starts = datetime(2024, 6, 27, 9, 15, 42, 7)
    changed = planning.change_session(small.desk, small.panel.id, {"starts": starts})
    assert changed.starts == at(9, 15)
    assert small.desk.get(Session, small.panel.id) == changed


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"title": en("Talk")}, "Rename “Panel”"),
        ({"starts": at(9), "minutes": 5}, "Move “Panel”"),
        ({"minutes": 5}, "Change the length of “Panel”"),
        ({"track": None, "cues": "Lights"}, "Change “Panel”"),
        ({"cues": "Lights"}, "Change “Panel”"),
        ({"status": SessionStatus.CONFIRMED}, "Confirm “Panel”"),
        ({"status": SessionStatus.CANCELLED}, "Cancel “Panel”"),
    ],
)
def test_change_is_named_as_the_user_would_name_it(
    small: Small, changes: dict[str, object], name: str
) -> None:
    planning.change_session(small.desk, small.panel.id, changes)
    assert label(small.desk) == name


def test_typing_in_one_field_is_one_step(small: Small) -> None:
    small.desk.now = lambda: datetime.fromisoformat("2026-01-01T00:00:00+00:00")
    steps = len(small.desk.history())
    for typed in ("P", "Pa", "Panels"):
        planning.change_session(small.desk, small.panel.id, {"title": en(typed)})
    planning.change_session(small.desk, small.panel.id, {"notes": "P"})
    assert len(small.desk.history()) == steps + 2
    small.desk.undo()
    small.desk.undo()
    assert small.desk.get(Session, small.panel.id) == small.panel


def test_track_of_another_edition_is_refused(small: Small) -> None:
    track = editions.add_track(small.desk, small.later.id, en("Other"), {})
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        planning.change_session(small.desk, small.panel.id, {"track": track.id})


def test_moved_session_takes_its_timed_items_along(small: Small) -> None:
    moved = planning.retime_session(small.desk, small.opening.id, at(14, 30), 60)
    assert (moved.starts, moved.ends) == (at(14, 30), at(15, 30))
    items = small.desk.find(Session, parent=small.opening.id)
    assert [(item.starts, item.minutes) for item in items] == [(at(14, 40), 10), (None, None)]
    assert label(small.desk) == "Move “Opening”"


def test_opened_time_leaves_items_where_they_are(small: Small) -> None:
    planning.retime_session(small.desk, small.opening.id, None, 30)
    assert small.desk.get(Session, small.remarks.id).starts == at(9, 10)


def test_items_that_would_leave_the_calendar_keep_the_session_where_it_is(small: Small) -> None:
    early = datetime(1800, 1, 1)
    planning.change_session(small.desk, small.remarks.id, {"starts": early})
    with pytest.raises(ForumDeskError, match="does not fit the field “starts”"):
        planning.retime_session(small.desk, small.opening.id, at(8), 30)
    assert small.desk.get(Session, small.opening.id) == small.opening


def test_rooms_are_set_in_order(small: Small) -> None:
    desk = small.desk
    planning.set_rooms(desk, small.opening.id, [small.annex.id, small.annex.id, small.hall.id])
    links = desk.find(SessionRoom, session=small.opening.id)
    assert [(link.room, link.position) for link in links] == [
        (small.annex.id, 0),
        (small.hall.id, 1),
    ]
    planning.set_rooms(desk, small.opening.id, [])
    assert desk.count(SessionRoom) == 0


def test_room_of_another_edition_is_refused(small: Small) -> None:
    room = editions.add_room(small.desk, small.later.id, en("Other"), {})
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        planning.set_rooms(small.desk, small.opening.id, [small.hall.id, room.id])
    assert small.desk.count(SessionRoom) == 2


def test_removed_session_takes_items_parts_and_rooms(small: Small) -> None:
    planning.remove_session(small.desk, small.opening.id)
    assert small.desk.find(Session) == [small.panel]
    assert small.desk.count(SessionRoom) == 0
    assert [part.session for part in small.desk.find(Part)] == [small.panel.id]


def test_removed_session_is_let_go_of(small: Small) -> None:
    planning.remove_session(small.desk, small.panel.id)
    assert small.desk.get(Agreement, small.mou.id).session is None
    promise = small.desk.get(Commitment, small.promise.id)
    assert (promise.session, promise.aim) == (None, small.aims[0].id)


def test_duplicate_follows_the_original_with_all_it_holds(small: Small) -> None:
    desk = small.desk
    planning.change_session(desk, small.opening.id, {"status": SessionStatus.CONFIRMED})
    copy = planning.duplicate_session(desk, small.opening.id)
    assert (copy.title, copy.starts, copy.minutes) == (small.opening.title, at(9, 30), 30)
    assert copy.status is SessionStatus.DRAFT
    items = desk.find(Session, parent=copy.id)
    assert [(item.title, item.starts) for item in items] == [
        (en("Remarks"), at(9, 40)),
        (en("Greeting"), None),
    ]
    rooms = desk.find(SessionRoom, session=copy.id)
    assert [link.room for link in rooms] == [small.hall.id, small.annex.id]
    [part] = desk.find(Part, session=items[0].id)
    assert (part.participation, part.role) == (small.gina.id, small.speech.role)
    top = desk.find(Session, edition=small.edition.id, parent=None)
    assert [session.id for session in top] == [small.opening.id, copy.id, small.panel.id]


def test_sessions_and_items_are_put_in_order(small: Small) -> None:
    desk = small.desk
    planning.order_sessions(desk, small.edition.id, [small.panel.id])
    top = desk.find(Session, edition=small.edition.id, parent=None)
    assert [session.id for session in top] == [small.panel.id, small.opening.id]
    assert label(desk) == "Reorder sessions of “1st Chip Forum”"
    remarks, greeting = desk.find(Session, parent=small.opening.id)
    planning.order_items(desk, small.opening.id, [greeting.id, remarks.id])
    items = desk.find(Session, parent=small.opening.id)
    assert [item.id for item in items] == [greeting.id, remarks.id]


def test_item_moves_into_another_session_and_out(small: Small) -> None:
    moved = planning.move_item(small.desk, small.remarks.id, small.panel.id)
    assert (moved.parent, moved.position) == (small.panel.id, 0)
    free = planning.move_item(small.desk, small.remarks.id, None)
    assert (free.parent, free.position) == (None, 2)


def test_nesting_goes_one_level_deep(small: Small) -> None:
    desk = small.desk
    refused = [
        (small.panel.id, small.remarks.id, "“Remarks” is an item itself"),
        (small.opening.id, small.panel.id, "“Opening” has items and can't be one"),
        (small.panel.id, small.panel.id, "“Panel” can't hold itself"),
    ]
    for session, parent, sentence in refused:
        with pytest.raises(ForumDeskError, match=sentence):
            planning.move_item(desk, session, parent)
    assert [s.parent for s in desk.find(Session, id=[small.opening.id, small.panel.id])] == [
        None,
        None,
    ]


def test_item_of_another_edition_is_refused(small: Small) -> None:
    other = planning.add_session(small.desk, small.later.id, {"title": en("Other")})
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        planning.move_item(small.desk, other.id, small.panel.id)


def test_session_that_crosses_midnight_is_possible(small: Small) -> None:
    late = planning.retime_session(small.desk, small.panel.id, at(23, 30), 120)
    assert late.ends == at(23, 30) + timedelta(hours=2)
