# SPDX-License-Identifier: MIT
"""Who does what in a session."""

import pytest

from forumdesk.domain.agenda import Mode, Part, Role
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Participation, Person
from forumdesk.services import invitations, parts, people
from forumdesk.store.queries import suggest_people
from tests.services.small import Small, label


def test_part_is_added_after_those_in_the_session(small: Small) -> None:
    made = parts.add_part(small.desk, small.panel.id, small.gina.id, {"role": Role.CHAIRS})
    assert made == Part(made.id, small.panel.id, small.gina.id, Role.CHAIRS, position=1)
    assert label(small.desk) == "Add Gina Raimondo to “Panel”"


def test_participant_of_another_edition_is_refused(small: Small) -> None:
    guest = invitations.add_participation(small.desk, small.later.id, small.secretary.id, {})
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        parts.add_part(small.desk, small.panel.id, guest.id, {})
    with pytest.raises(ForumDeskError, match="must be of the same edition"):
        parts.change_part(small.desk, small.speech.id, {"reader": guest.id})


@pytest.mark.parametrize("typed", ["gina raimondo", "RAIMONDO, Gina", "Raimondo Gina"])
def test_typed_name_of_a_participant_is_that_participant(small: Small, typed: str) -> None:
    made = parts.add_part_by_name(small.desk, small.panel.id, typed, Role.DISCUSSES)
    assert (made.participation, made.role) == (small.gina.id, Role.DISCUSSES)
    assert small.desk.count(Participation) == 2


def test_typed_name_of_a_person_of_the_file_takes_part_from_now_on(small: Small) -> None:
    person = people.add_person(small.desk, names_from("남궁민"), {})
    made = parts.add_part_by_name(small.desk, small.panel.id, "남궁 민", Role.SPEAKS)
    participation = small.desk.get(Participation, made.participation)
    assert participation == Participation(made.participation, small.edition.id, person.id, number=3)


def test_typed_name_nobody_has_is_a_new_person(small: Small) -> None:
    made = parts.add_part_by_name(small.desk, small.panel.id, " 김철수 (Chul-soo KIM) ", Role.MC)
    participation = small.desk.get(Participation, made.participation)
    person = small.desk.get(Person, participation.person or "")
    assert person.names == names_from("김철수 (Chul-soo KIM)")
    assert label(small.desk) == "Add 김철수 (Chul-soo KIM) to “Panel”"
    small.desk.undo()
    assert small.desk.count(Person) == 3


def test_of_two_of_one_name_the_first_is_meant(small: Small) -> None:
    twin = people.add_person(small.desk, names_from("Gina Raimondo"), {})
    invitations.add_participation(small.desk, small.edition.id, twin.id, {})
    made = parts.add_part_by_name(small.desk, small.panel.id, "Gina Raimondo", Role.SPEAKS)
    assert made.participation == small.gina.id


def test_no_name_is_refused(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="Type a name first"):
        parts.add_part_by_name(small.desk, small.panel.id, " \u200b ", Role.SPEAKS)


def test_part_is_changed_handed_over_ordered_and_removed(small: Small) -> None:
    desk = small.desk
    second = parts.add_part(desk, small.remarks.id, small.hong.id, {})
    changed = parts.change_part(
        desk, small.speech.id, {"mode": Mode.READ, "reader": small.hong.id, "minutes": 5}
    )
    assert (changed.mode, changed.reader, changed.minutes) == (Mode.READ, small.hong.id, 5)
    assert label(desk) == "Change the part of Gina Raimondo in “Remarks”"
    parts.order_parts(desk, small.remarks.id, [second.id])
    order = [part.id for part in desk.find(Part, session=small.remarks.id)]
    assert order == [second.id, small.speech.id]
    handed = parts.change_part(desk, second.id, {"participation": small.gina.id})
    assert handed.participation == small.gina.id
    parts.remove_part(desk, second.id)
    assert label(desk) == "Remove Gina Raimondo from “Remarks”"
    assert [p.id for p in desk.find(Part, session=small.remarks.id)] == [small.speech.id]


def test_part_stays_in_its_session(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="The field “session” never changes"):
        parts.change_part(small.desk, small.speech.id, {"session": small.panel.id})
    with pytest.raises(ForumDeskError, match="A length of -1 minutes can't be"):
        parts.change_part(small.desk, small.speech.id, {"minutes": -1})


def test_people_are_suggested_participants_first(small: Small) -> None:
    stranger = people.add_person(small.desk, names_from("Gina Abbott"), {})
    found = suggest_people(small.desk, small.edition.id, "gi")
    assert found == [small.minister, small.secretary, stranger]
    assert suggest_people(small.desk, small.later.id, "ㅎㄱ") == [small.minister]
    assert suggest_people(small.desk, small.edition.id, "gina", limit=1) == [small.secretary]
