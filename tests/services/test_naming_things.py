# SPDX-License-Identifier: MIT
"""Beginning a forum, and adding to an edition by typing names."""

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import Edition, Host, Room, Series
from forumdesk.domain.people import Organization
from forumdesk.domain.wording import Text
from forumdesk.services.beginning import begin_forum
from forumdesk.services.naming_things import add_host_by_name, add_room_by_name


@pytest.fixture
def edition(desk):
    fields = {"languages": ("ko", "en"), "timezone": "Asia/Seoul"}
    return begin_forum(desk, Text.of(ko="포럼", en="Forum"), fields)


def test_a_forum_begins_with_a_first_edition_in_one_step(desk, edition):
    assert (edition.number, edition.timezone) == (1, "Asia/Seoul")
    assert [entry.phrase.message for entry in desk.history()] == ["Begin “{title}”"]
    desk.undo()
    assert (desk.find(Series), desk.find(Edition)) == ([], [])


def test_a_name_is_kept_in_the_language_of_its_script(desk, edition):
    rooms = [add_room_by_name(desk, edition.id, name) for name in ("대회의실", "Ballroom A")]
    assert [room.name for room in rooms] == [Text.of(ko="대회의실"), Text.of(en="Ballroom A")]
    assert desk.find(Room) == rooms


def test_a_known_organization_is_found_by_any_of_its_names(desk, edition):
    with desk.step("x"):
        known = Organization(desk.new_id(), Text.of(ko="협회"), Text.of(en="KSIA"))
        desk.put(known)
    host = add_host_by_name(desk, edition.id, "ksia ")
    assert host.organization == known.id
    assert desk.find(Organization) == [known]


def test_an_unknown_organization_is_added_with_its_host_in_one_step(desk, edition):
    host = add_host_by_name(desk, edition.id, "SIA")
    assert desk.get(Organization, host.organization).name == Text.of(en="SIA")
    desk.undo()
    assert (desk.find(Host), desk.find(Organization)) == ([], [])


def test_nothing_typed_is_refused(desk, edition):
    with pytest.raises(ForumDeskError, match="Type a name first"):
        add_room_by_name(desk, edition.id, " \u200b ")
    assert desk.find(Room) == []
