# SPDX-License-Identifier: MIT
"""When rooms and participants can be had."""

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Availability
from forumdesk.services import availability, editions
from tests.services.small import Small, label
from tests.services.test_arranging import at


def test_windows_of_a_room_are_set_as_a_whole(small: Small) -> None:
    desk, hall = small.desk, small.hall.id
    first, second = availability.set_room_availability(
        desk, hall, [(at(9), at(12)), (at(13), at(18)), (at(9), at(12))]
    )
    assert (first.starts, first.ends, first.room) == (at(9), at(12), hall)
    assert label(desk) == "Set when “Hall” can be had"
    kept = availability.set_room_availability(desk, hall, [(at(13), at(18)), (at(20), at(22))])
    assert kept[0] == second
    assert [a.starts for a in desk.find(Availability, room=hall)] == [at(13), at(20)]
    availability.set_room_availability(desk, hall, [])
    assert desk.count(Availability) == 0


def test_windows_of_a_participant_go_with_them(small: Small) -> None:
    desk = small.desk
    (found,) = availability.set_participant_availability(desk, small.gina.id, [(at(9), at(12))])
    assert desk.get(Availability, found.id).participation == small.gina.id
    assert label(desk) == "Set when “Gina Raimondo” can be had"


def test_window_that_ends_before_it_begins_is_refused(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="is before the start"):
        availability.set_room_availability(small.desk, small.hall.id, [(at(12), at(9))])
    availability.set_room_availability(small.desk, small.hall.id, [(at(9), at(12))])
    editions.remove_room(small.desk, small.hall.id)
    assert small.desk.count(Availability) == 0
