# SPDX-License-Identifier: MIT
"""Persons, organizations and pictures of the file."""

from datetime import date, datetime

import pytest

from forumdesk.domain.agenda import CheckIn, Part
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.naming import names_from
from forumdesk.domain.outcomes import CommitmentOwner
from forumdesk.domain.people import (
    Consent,
    Contact,
    Image,
    Invitation,
    Organization,
    OrganizationKind,
    Participation,
    Person,
)
from forumdesk.domain.wording import Text
from forumdesk.services import editions, invitations, outcomes, people
from tests.services.small import PNG, Small, en, label


def test_person_is_added_and_changed(small: Small) -> None:
    names = names_from("김영희")
    made = people.add_person(small.desk, names, {"diet": "vegan"})
    assert made == Person(made.id, names, diet="vegan")
    assert label(small.desk) == "Add 김영희"
    contacts = (Contact("email", "\u200bkim@example.org "),)
    changed = people.change_person(small.desk, made.id, {"contacts": contacts})
    assert changed.contacts == (Contact("email", "kim@example.org"),)
    assert small.desk.get(Person, made.id) == changed


@pytest.mark.parametrize(
    "changes",
    [
        {"contacts": ("kim@example.org",)},
        {"contacts": (Contact("email", 5),)},  # type: ignore[arg-type]
        {"names": {"Hang": "김"}},
        {"languages": ("Korean!",)},
        {"family_first": "yes"},
        {"photo": b"picture"},
    ],
)
def test_person_that_can_not_be_is_refused(small: Small, changes: dict[str, object]) -> None:
    (field,) = changes
    with pytest.raises(ForumDeskError, match=f"does not fit the field “{field}”"):
        people.change_person(small.desk, small.minister.id, changes)


def test_person_who_takes_part_stays(small: Small) -> None:
    with pytest.raises(ForumDeskError) as refused:
        people.remove_person(small.desk, small.minister.id)
    assert str(refused.value) == (
        "“Gil-dong Hong” is still needed (1st Chip Forum); remove it there first."
        " Nothing was changed."
    )


def test_person_who_answers_for_a_commitment_stays(small: Small) -> None:
    invitations.remove_participation(small.desk, small.gina.id)
    with pytest.raises(ForumDeskError, match="commitment “Open a centre”"):
        people.remove_person(small.desk, small.secretary.id)
    outcomes.set_owners(small.desk, small.promise.id, [small.ksia.id], [])
    people.remove_person(small.desk, small.secretary.id)
    assert small.desk.count(Person, id=small.secretary.id) == 0


def test_organization_is_added_changed_and_removed(small: Small) -> None:
    desk = small.desk
    made = people.add_organization(desk, en("Lab"), {"kind": OrganizationKind.INSTITUTE})
    assert made == Organization(made.id, en("Lab"), kind=OrganizationKind.INSTITUTE)
    below = people.add_organization(desk, en("Unit"), {"parent": made.id})
    assert people.change_organization(desk, made.id, {"sector": "memory"}).sector == "memory"
    people.remove_organization(desk, made.id)
    assert desk.get(Organization, below.id).parent is None


def test_organization_stands_under_no_one_below_it(small: Small) -> None:
    unit = people.add_organization(small.desk, en("Unit"), {"parent": small.sia.id})
    for parent in (unit.id, small.sia.id):
        with pytest.raises(ForumDeskError, match="“SIA” can't stand above itself"):
            people.change_organization(small.desk, small.sia.id, {"parent": parent})


def test_organization_that_hosts_stays(small: Small) -> None:
    with pytest.raises(ForumDeskError, match="“KSIA” is still needed"):
        people.remove_organization(small.desk, small.ksia.id)
    assert small.desk.get(Organization, small.ksia.id) == small.ksia


def test_organization_that_hosts_a_series_stays(small: Small) -> None:
    desk = small.desk
    for edition in (small.edition, small.later):
        editions.remove_edition(desk, edition.id)
    with pytest.raises(ForumDeskError, match=r"“SIA” is still needed \(Chip Forum\)"):
        people.remove_organization(desk, small.sia.id)


def test_picture_is_known_by_its_first_bytes(small: Small) -> None:
    jpeg = people.add_image(small.desk, b"\xff\xd8\xff\xe0", (3, 2))
    assert jpeg == Image(jpeg.id, "image/jpeg", 3, 2, b"\xff\xd8\xff\xe0")
    with pytest.raises(ForumDeskError, match="neither PNG nor JPEG"):
        people.add_image(small.desk, b"GIF89a", (3, 2))
    with pytest.raises(ForumDeskError, match="“0” does not fit the field “height”"):
        people.add_image(small.desk, PNG, (3, 0))


def test_picture_used_nowhere_any_more_goes(small: Small) -> None:
    desk = small.desk
    people.change_organization(desk, small.sia.id, {"logo": small.logo.id})
    people.change_organization(desk, small.ksia.id, {"logo": None})
    assert desk.count(Image) == 1
    people.change_organization(desk, small.sia.id, {"logo": None})
    assert desk.count(Image) == 0
    desk.undo()
    assert desk.find(Image) == [small.logo]


def test_removed_person_takes_the_photo_along(small: Small) -> None:
    photo = people.add_image(small.desk, PNG, (1, 1))
    person = people.add_person(small.desk, names_from("A B"), {"photo": photo.id})
    people.remove_person(small.desk, person.id)
    assert small.desk.find(Image) == [small.logo]


def test_removed_picture_is_let_go_of(small: Small) -> None:
    people.remove_image(small.desk, small.logo.id)
    assert small.desk.get(Organization, small.ksia.id).logo is None


def test_person_takes_part_in_an_edition(small: Small) -> None:
    made = invitations.add_participation(
        small.desk, small.later.id, small.secretary.id, {"office": en("Secretary"), "rank": 1}
    )
    assert made == Participation(
        made.id, small.later.id, small.secretary.id, office=en("Secretary"), rank=1, number=1
    )
    assert label(small.desk) == "Add participant Gina Raimondo"


def test_seat_waits_for_a_name(small: Small) -> None:
    seat = invitations.add_seat(small.desk, small.later.id, small.sia.id, {"category": "VIP"})
    assert (seat.person, seat.organization) == (None, small.sia.id)
    assert label(small.desk) == "Add a seat for SIA"
    with pytest.raises(ForumDeskError, match="needs a person or an organization"):
        invitations.change_participation(small.desk, seat.id, {"organization": None})
    named = invitations.change_participation(
        small.desk, seat.id, {"person": small.secretary.id, "consents": (Consent("list", True),)}
    )
    assert named.person == small.secretary.id
    assert label(small.desk) == "Change participant SIA"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"rank": 0}, "“0” does not fit the field “rank”"),
        (
            {"arrives": datetime(2024, 6, 28), "departs": datetime(2024, 6, 27)},
            "The departure .2024-06-27 00:00. is before the arrival .2024-06-28 00:00.",
        ),
        ({"consents": (Consent("list", 1),)}, "does not fit the field “consents”"),  # type: ignore[arg-type]
        ({"badge_name": Text((("en", 7),))}, "does not fit the field “badge_name”"),  # type: ignore[arg-type]
    ],
)
def test_participation_that_can_not_be_is_refused(
    small: Small, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ForumDeskError, match=sentence):
        invitations.change_participation(small.desk, small.gina.id, changes)


def test_status_is_set_with_its_day(small: Small) -> None:
    changed = invitations.set_status(
        small.desk, small.gina.id, Invitation.ACCEPTED, date(2024, 5, 2)
    )
    assert (changed.status, changed.status_on) == (Invitation.ACCEPTED, date(2024, 5, 2))
    assert label(small.desk) == "Set status of Gina Raimondo"


def test_removed_participant_takes_parts_and_check_ins_along(small: Small) -> None:
    desk = small.desk
    invitations.remove_participation(desk, small.gina.id)
    [left] = desk.find(Part)
    assert (left.participation, left.reader) == (small.hong.id, None)
    assert desk.count(CheckIn) == 0
    assert desk.count(Person, id=small.secretary.id) == 1
    assert desk.count(CommitmentOwner) == 2


def test_participant_who_signs_stays(small: Small) -> None:
    with pytest.raises(ForumDeskError) as refused:
        invitations.remove_participation(small.desk, small.hong.id)
    assert str(refused.value) == (
        "“Gil-dong Hong” is still needed (agreement “MOU”); remove it there first."
        " Nothing was changed."
    )
