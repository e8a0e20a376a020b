# SPDX-License-Identifier: MIT
"""Doubles made one, offices that go on, pictures of people and bodies."""

from dataclasses import replace
from datetime import date

import pytest

from forumdesk.domain.agenda import CheckIn, Part, Role
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.forum import EditionState, Host, HostRole
from forumdesk.domain.naming import names_from
from forumdesk.domain.outcomes import CommitmentOwner
from forumdesk.domain.packing import options_written
from forumdesk.domain.people import (
    Contact,
    Distinction,
    Image,
    Invitation,
    Organization,
    Participation,
    Person,
)
from forumdesk.domain.places import Seat
from forumdesk.domain.printed import PackSheet
from forumdesk.domain.versions import Origin, Printing
from forumdesk.domain.wording import Text
from forumdesk.services import (
    directory,
    editions,
    invitations,
    outcomes,
    packing,
    parts,
    people,
    publishing,
    seating,
    seats,
)
from tests.services.small import PNG, Small, en, label
from tests.store.making import rows


@pytest.fixture
def twin(small: Small) -> Person:
    """Another record of the minister, who comes to both editions and speaks on the panel."""
    desk = small.desk
    fields = {
        "contacts": (Contact("email", "hong@example.org"), Contact("phone", "02-1")),
        "diet": "vegan",
        "reading": Text.of(en="hong gil dong"),
    }
    made = people.add_person(desk, names_from("洪吉童"), fields)
    here = invitations.add_participation(
        desk, small.edition.id, made.id, {"office": en("Minister"), "status": Invitation.ACCEPTED}
    )
    invitations.add_participation(desk, small.later.id, made.id, {"office": en("Former Minister")})
    parts.add_part(desk, small.panel.id, here.id, {"role": Role.CHAIRS})
    return made


def test_two_records_of_a_person_become_one(small: Small, twin: Person) -> None:
    desk = small.desk
    people.change_person(desk, small.minister.id, {"contacts": (Contact("phone", "02-1"),)})
    with desk.step("Come"):
        here = desk.find(Participation, person=twin.id, edition=small.edition.id)[0]
        desk.put(CheckIn(desk.new_id(), here.id, desk.now()))
        desk.put(Origin(desk.new_id(), None, "people:list", "1", "person", twin.id))
    outcomes.set_owners(desk, small.promise.id, [], [twin.id])
    before = rows(desk)
    made = directory.merge_people(desk, small.minister.id, twin.id)
    assert label(desk) == "Merge Gil-dong Hong into one person"
    assert made == Person(
        small.minister.id,
        replace(small.minister.names, pairs=made.names.pairs),
        contacts=(Contact("phone", "02-1"), Contact("email", "hong@example.org")),
        diet="vegan",
        reading=Text.of(en="hong gil dong"),
    )
    assert set(made.names) == {*small.minister.names, *twin.names}
    assert desk.count(Person, id=twin.id) == 0
    (now,) = desk.find(Participation, edition=small.edition.id, person=made.id)
    assert now == replace(small.hong, office=en("Minister"))
    roles = {part.role for part in desk.find(Part, participation=now.id, session=small.panel.id)}
    assert roles == {Role.SPEAKS, Role.CHAIRS}
    assert [c.participation for c in desk.find(CheckIn, participation=now.id)] == [now.id]
    (later,) = desk.find(Participation, edition=small.later.id)
    assert (later.person, later.office) == (made.id, en("Former Minister"))
    assert [o.person for o in desk.find(CommitmentOwner)] == [made.id]
    assert [o.record for o in desk.find(Origin, source="people:list")] == [made.id]
    desk.undo()
    assert rows(desk) == before


def test_a_part_that_both_have_stays_once(small: Small, twin: Person) -> None:
    desk = small.desk
    here = desk.find(Participation, person=twin.id, edition=small.edition.id)[0]
    parts.add_part(desk, small.panel.id, here.id, {})
    directory.merge_people(desk, small.minister.id, twin.id)
    assert len(desk.find(Part, session=small.panel.id, role=Role.SPEAKS)) == 1


def test_who_sits_twice_in_a_plan_sits_once_and_sheets_are_asked_for_with_the_one(
    small: Small, twin: Person
) -> None:
    desk = small.desk
    edition, mine = small.edition.id, small.hong
    (theirs,) = desk.find(Participation, person=twin.id, edition=edition)
    plan = seating.add_seating(desk, edition, {"title": en("Dinner")})
    for number, who in enumerate((mine.id, theirs.id), start=1):
        seats.take_seat(desk, plan.id, who, table=1, number=number)
        for handout in ("name-tents", "badges"):
            options = options_written({"people": [who]})
            if (handout, who) != ("badges", mine.id):
                packing.add_pack_sheet(desk, edition, handout, options=options)
                publishing.log_printing(desk, edition, handout, options=options)
    before = rows(desk)
    directory.merge_people(desk, small.minister.id, twin.id)
    assert [(s.participation, s.number) for s in desk.find(Seat, seating=plan.id)] == [(mine.id, 1)]
    asked = options_written({"people": [mine.id]})
    made = [(s.handout, s.options) for s in desk.find(PackSheet) if "people" in s.options]
    assert made == [("name-tents", asked), ("badges", asked)]
    assert {p.options for p in desk.find(Printing) if "people" in p.options} == {asked}
    desk.undo()
    assert rows(desk) == before


def test_the_copy_of_a_host_is_that_of_the_one_it_became(small: Small) -> None:
    desk = small.desk
    double = people.add_organization(desk, en("The same association"), {})
    one, other = (options_written({"first_host": of}) for of in (small.ksia.id, double.id))
    for options in (one, other):
        packing.add_pack_sheet(desk, small.edition.id, "program", options=options)
    directory.merge_organizations(desk, small.ksia.id, double.id)
    assert [s.options for s in desk.find(PackSheet) if "host" in s.options] == [one]


def test_who_came_as_deputy_of_himself_is_no_deputy(small: Small, twin: Person) -> None:
    desk = small.desk
    here = desk.find(Participation, person=twin.id, edition=small.edition.id)[0]
    invitations.change_participation(desk, here.id, {"deputy_for": small.hong.id})
    directory.merge_people(desk, small.minister.id, twin.id)
    assert desk.get(Participation, small.hong.id).deputy_for is None


@pytest.mark.parametrize("merge", [directory.merge_people, directory.merge_organizations])
def test_one_alone_is_not_merged(small: Small, merge: object) -> None:
    record = small.minister if merge is directory.merge_people else small.sia
    with pytest.raises(ForumDeskError, match="takes two"):
        merge(small.desk, record.id, record.id)  # type: ignore[operator]


def test_the_photo_of_the_second_is_kept_where_the_first_has_none(
    small: Small, twin: Person
) -> None:
    desk = small.desk
    photo = directory.set_photo(desk, twin.id, PNG, (8, 8)).photo
    assert label(desk) == "Set the photo of 洪吉童"
    assert directory.merge_people(desk, small.minister.id, twin.id).photo == photo
    another = people.add_person(desk, names_from("홍길동"), {})
    directory.set_photo(desk, another.id, PNG, (9, 9))
    directory.merge_people(desk, small.minister.id, another.id)
    assert {image.id for image in desk.find(Image)} == {photo, small.logo.id}


def test_two_names_of_a_body_become_one(small: Small) -> None:
    desk = small.desk
    double = people.add_organization(
        desk,
        Text.of(en="Semiconductor Industry Association"),
        {"sector": "IP", "parent": small.ksia.id},
    )
    editions.set_hosts(desk, small.later.id, [double.id, small.sia.id], HostRole.HOST)
    hosts = [small.ksia.id, small.sia.id, double.id]
    editions.set_hosts(desk, small.edition.id, hosts, HostRole.CO_HOST)
    made = directory.merge_organizations(desk, small.sia.id, double.id)
    assert made == replace(
        small.sia,
        sector="IP",
        parent=small.ksia.id,
        aliases=("Semiconductor Industry Association",),
    )
    assert desk.count(Organization, id=double.id) == 0
    hosts = [host.organization for host in desk.find(Host, edition=small.later.id)]
    assert hosts == [small.sia.id]


def test_two_parties_of_an_agreement_stay_two(small: Small) -> None:
    before = rows(small.desk)
    with pytest.raises(ForumDeskError, match="Both are party to “MOU”; nothing was changed"):
        directory.merge_organizations(small.desk, small.ksia.id, small.sia.id)
    assert rows(small.desk) == before


def test_a_body_that_held_the_other_stands_alone(small: Small) -> None:
    desk = small.desk
    below = people.add_organization(desk, en("KSIA Office"), {"parent": small.ksia.id})
    made = directory.merge_organizations(desk, below.id, small.ksia.id)
    assert made.parent is None


def test_who_was_told_apart_is_so_once_in_either_order(small: Small, twin: Person) -> None:
    desk = small.desk
    directory.tell_apart(desk, small.minister.id, twin.id)
    directory.tell_apart(desk, twin.id, small.minister.id)
    assert [(d.one, d.other) for d in desk.find(Distinction)] == [(small.minister.id, twin.id)]
    directory.merge_people(desk, small.minister.id, twin.id)
    assert desk.find(Distinction) == []


def test_an_office_goes_on_from_this_edition(small: Small) -> None:
    desk = small.desk
    editions.change_edition(desk, small.later.id, {"first_day": date(2025, 6, 26)})
    over = editions.add_edition(desk, small.series.id, {"first_day": date(2026, 6, 25)})
    editions.change_edition(desk, over.id, {"state": EditionState.CLOSED})
    earlier = editions.add_edition(desk, small.series.id, {"first_day": date(2023, 6, 22)})
    held = {"office": en("Vice Chair"), "organization": small.ksia.id}
    ids = {
        edition: invitations.add_participation(desk, edition, small.secretary.id, held).id
        for edition in (small.later.id, over.id, earlier.id)
    }
    invitations.change_participation(desk, small.gina.id, held)
    invitations.change_participation(desk, small.gina.id, {"office": en("Chair")})
    directory.carry_office_on(desk, small.gina.id, {"office": en("Vice Chair")})
    offices = {
        desk.get(Participation, one).office["en"] for one in (small.gina.id, ids[small.later.id])
    }
    assert offices == {"Chair"}
    assert {desk.get(Participation, ids[e]).office["en"] for e in (over.id, earlier.id)} == {
        "Vice Chair"
    }


def test_an_office_changed_in_a_later_edition_stays(small: Small) -> None:
    desk = small.desk
    editions.change_edition(desk, small.later.id, {"first_day": date(2025, 6, 26)})
    later = invitations.add_participation(
        desk, small.later.id, small.secretary.id, {"office": en("Senator")}
    )
    before = desk.get(Participation, small.gina.id)
    changes = {"office": en("Chair"), "organization": small.sia.id}
    invitations.change_participation(desk, small.gina.id, changes)
    held = {"office": before.office, "organization": before.organization}
    directory.carry_office_on(desk, small.gina.id, held)
    assert desk.get(Participation, later.id) == replace(later, organization=small.sia.id)
