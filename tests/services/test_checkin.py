# SPDX-License-Identifier: MIT
"""At the door: checking in and taking it back, walk-ins, sheets typed back, who is meant."""

from dataclasses import replace
from datetime import date

import pytest

from forumdesk.domain.agenda import CheckIn, CheckInHow
from forumdesk.domain.codes import row_code, scan_code
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import (
    Invitation,
    Name,
    Names,
    Organization,
    Participation,
    Person,
    Script,
    full_name,
)
from forumdesk.domain.turnout import turnout
from forumdesk.domain.wording import Text
from forumdesk.services import checkin, invitations, people
from forumdesk.services.checkin import Found, find_at_door
from forumdesk.store.forumfile import ForumFile
from tests.services.small import Small, label


@pytest.fixture
def desk(small: Small) -> ForumFile:
    return small.desk


def come(small: Small, name: str, **fields: object) -> Participation:
    person = people.add_person(small.desk, names_from(name), {})
    given = {"status": Invitation.ACCEPTED, **fields}
    return invitations.add_participation(small.desk, small.edition.id, person.id, given)


def log(desk: ForumFile, participation: Participation) -> list[tuple[CheckInHow, str]]:
    return [(c.how, c.desk) for c in desk.find(CheckIn, participation=participation.id)]


def test_a_second_scan_says_when_and_where_and_adds_nothing(small: Small, desk: ForumFile) -> None:
    first = checkin.check_in(desk, small.hong.id, CheckInHow.SCANNED, "A")
    assert (first.already, label(desk)) == (False, "Check in Gil-dong Hong")
    again = checkin.check_in(desk, small.hong.id, CheckInHow.TYPED, "B")
    assert (again.already, again.entry) == (True, first.entry)
    assert log(desk, small.hong) == [(CheckInHow.SCANNED, "A")]


def test_taking_back_is_one_more_line(small: Small, desk: ForumFile) -> None:
    checkin.check_in(desk, small.hong.id, CheckInHow.TYPED, "A")
    checkin.undo_check_in(desk, small.hong.id, "B")
    assert log(desk, small.hong) == [(CheckInHow.TYPED, "A"), (CheckInHow.UNDONE, "B")]
    with pytest.raises(ForumDeskError, match="Hong is not checked in"):
        checkin.undo_check_in(desk, small.hong.id)
    assert not checkin.check_in(desk, small.hong.id, CheckInHow.TYPED).already
    assert len(log(desk, small.hong)) == 3
    with pytest.raises(ForumDeskError, match="two things"):
        checkin.check_in(desk, small.hong.id, CheckInHow.UNDONE)


def test_a_walk_in_is_put_on_the_list_and_is_in(small: Small, desk: ForumFile) -> None:
    made = checkin.walk_in(
        desk, small.edition.id, names_from("정보라 (Bo-ra JUNG)"), " ksia ", at_desk="A"
    )
    assert label(desk) == "Walk-in: Bo-ra Jung"
    assert (made.organization, made.side) == (small.ksia.id, small.side.id)
    assert (made.status, made.number) == (Invitation.ACCEPTED, 3)
    assert log(desk, made) == [(CheckInHow.WALK_IN, "A")]
    desk.undo()
    assert desk.find(Participation, id=made.id) == []
    assert desk.find(Person, id=made.person) == []


def test_a_walk_in_of_an_unknown_body_makes_it(small: Small, desk: ForumFile) -> None:
    made = checkin.walk_in(desk, small.edition.id, names_from("Ann Lee"), "한국무역  협회")
    assert desk.get(Organization, made.organization or "").name == Text.of(ko="한국무역 협회")
    alone = checkin.walk_in(desk, small.edition.id, names_from("Ann Lee"), "")
    assert (alone.organization, alone.side) == (None, None)
    assert alone.person != made.person, "two people may share a name"
    with pytest.raises(ForumDeskError, match="needs a name"):
        checkin.walk_in(desk, small.edition.id, Names(), "KSIA")


def test_a_walk_in_of_the_directory_is_that_person(small: Small, desk: ForumFile) -> None:
    person = people.add_person(desk, names_from("김철수"), {})
    made = checkin.walk_in_known(desk, small.edition.id, person.id, "", at_desk="A")
    assert made.person == person.id
    with pytest.raises(ForumDeskError, match="김철수 is on the list already"):
        checkin.walk_in_known(desk, small.edition.id, person.id, "")


def test_a_sheet_is_typed_back_as_one_step(small: Small, desk: ForumFile) -> None:
    guests = [come(small, f"Guest Number{n}") for n in range(5)]
    numbers = [row_code(g.number or 0) for g in guests]
    checkin.check_in(desk, guests[0].id, CheckInHow.SCANNED, "A")
    checkin.check_in(desk, guests[1].id, CheckInHow.SCANNED, "A")
    steps = len(desk.history())
    text = f"{numbers[0]}..{numbers[4]}\n{numbers[1]}- {numbers[3]} 결석"
    assert checkin.take_back_sheet(desk, small.edition.id, text, "sheet 1") == 3
    assert len(desk.history()) == steps + 1
    assert label(desk) == "Type back a sheet (5 rows)"
    came = [a.participation for a in desk.attendees(small.edition.id) if a.entry]
    assert came == [small.gina.id, guests[0].id, guests[2].id, guests[4].id]
    assert log(desk, guests[4]) == [(CheckInHow.PAPER, "sheet 1")]
    assert checkin.take_back_sheet(desk, small.edition.id, text) == 0
    assert len(desk.history()) == steps + 1


def test_a_sheet_with_a_wrong_code_is_refused_whole(small: Small, desk: ForumFile) -> None:
    before = desk.count(CheckIn)
    with pytest.raises(ForumDeskError, match="Line 2: “2T” is no row of a sheet"):
        checkin.take_back_sheet(desk, small.edition.id, "1R\n2T")
    with pytest.raises(ForumDeskError, match="Line 1: nobody on the list has “37Z”"):
        checkin.take_back_sheet(desk, small.edition.id, "37Z 1R")
    assert desk.count(CheckIn) == before


def named(desk: ForumFile, found: Found) -> list[str]:
    ids = [a.person for a in found.attendees]
    return [full_name(desk.get(Person, one), "ko") for one in ids if one]


def test_a_badge_is_found_by_its_digits(small: Small, desk: ForumFile) -> None:
    found = find_at_door(desk, small.edition.id, f"{scan_code(small.hong)}\r\n")
    assert (named(desk, found), found.sure) == (["홍길동"], True)
    digits = scan_code(small.hong)
    misread = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    assert find_at_door(desk, small.edition.id, misread) == Found(misread=True)


def test_a_badge_of_another_edition_says_which(small: Small, desk: ForumFile) -> None:
    there = invitations.add_participation(desk, small.later.id, small.minister.id, {})
    found = find_at_door(desk, small.edition.id, scan_code(there))
    assert (found.elsewhere, named(desk, found)) == (small.later, ["홍길동"])
    assert not found.sure
    stranger = people.add_person(desk, names_from("Only There"), {})
    only = invitations.add_participation(desk, small.later.id, stranger.id, {})
    found = find_at_door(desk, small.edition.id, scan_code(only))
    assert (found.attendees, found.strangers) == ((), (stranger.id,))
    foreign = replace(only, edition="00000000-0000-7000-8000-000000000001")
    assert find_at_door(desk, small.edition.id, scan_code(foreign)) == Found(misread=True)


def test_a_row_code_a_number_and_no_number(small: Small, desk: ForumFile) -> None:
    assert find_at_door(desk, small.edition.id, "1r").sure
    found = find_at_door(desk, small.edition.id, "1")
    assert (named(desk, found), found.sure) == (["홍길동"], False)
    assert find_at_door(desk, small.edition.id, "77") == Found()
    assert find_at_door(desk, small.edition.id, "1T") == Found(misread=True)
    assert find_at_door(desk, small.edition.id, "  ") == Found()


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "홍",
            "홍기",
            "홍길동",
            "길동",
            "ㅎㄱㄷ",
            "홍길ㄷ",
            "홍ㄱ",
            "Gil-dong",
            "gildong",
            "HONG",
        ),
        *("hong gil", "Gil-dong Hong", "Ｈong", "hóng", "KSIA", "hong ksia", "반도체산업", "장관"),
    ],
)
def test_a_name_is_found_in_any_script_while_it_is_typed(
    small: Small, desk: ForumFile, typed: str
) -> None:
    come(small, "Somebody Else")
    office = {"office": Text.of(ko="장관", en="Minister")}
    invitations.change_participation(desk, small.hong.id, office)
    assert named(desk, find_at_door(desk, small.edition.id, typed)) == ["홍길동"]


def test_the_best_come_first(small: Small, desk: ForumFile) -> None:
    come(small, "고홍석")
    come(small, "홍가람", status=Invitation.DECLINED)
    come(small, "홍나래")
    assert named(desk, find_at_door(desk, small.edition.id, "홍")) == [
        "홍나래",
        "홍가람",
        "홍길동",
        "고홍석",
    ]
    for n in range(12):
        come(small, f"홍아{chr(0xAC00 + n)}")
    assert len(find_at_door(desk, small.edition.id, "홍").attendees) == checkin.MOST


@pytest.mark.parametrize("typed", ["*", "?", "[", "]", "%", "_", "'; drop table person; --", '"'])
def test_signs_of_patterns_are_looked_for_as_they_are(
    small: Small, desk: ForumFile, typed: str
) -> None:
    assert find_at_door(desk, small.edition.id, typed) == Found()
    names = Names.of({Script.OTHER: Name(full=f"Odd{typed}name")})
    person = people.add_person(desk, names, {})
    odd = invitations.add_participation(desk, small.edition.id, person.id, {})
    found = find_at_door(desk, small.edition.id, typed)
    assert [a.participation for a in found.attendees] == [odd.id]


def test_people_of_the_directory_are_offered_if_nobody_on_the_list_fits(
    small: Small, desk: ForumFile
) -> None:
    person = people.add_person(desk, names_from("김철수"), {})
    assert find_at_door(desk, small.edition.id, "김철") == Found(strangers=(person.id,))


def test_turnout_tells_sides_bodies_and_who_stayed_away(small: Small, desk: ForumFile) -> None:
    invitations.set_status(desk, small.hong.id, Invitation.ACCEPTED, date(2024, 6, 1))
    guest = come(small, "Guest One", organization=small.sia.id)
    checkin.check_in(desk, guest.id, CheckInHow.TYPED)
    next_one = invitations.add_participation(
        desk, small.later.id, guest.person or "", {"status": Invitation.ACCEPTED}
    )
    found = turnout(desk, small.edition.id)
    assert [(s and s.id, c.expected, c.came) for s, c in found.sides] == [
        (small.side.id, 1, 0),
        (None, 1, 1),
    ]
    assert [(o and o.id, c.expected, c.present) for o, c in found.organizations] == [
        (small.sia.id, 1, 1),
        (small.ksia.id, 1, 0),
        (None, 0, 1),
    ]
    assert [one.participation for one in found.no_shows] == [small.hong.id]
    assert (found.total.expected, found.total.came, found.total.others) == (2, 1, 1)
    later = turnout(desk, small.later.id)
    assert later.before == small.edition
    assert [(one.then.participation, one.again) for one in later.returning] == [
        (small.gina.id, False),
        (guest.id, True),
    ]
    assert later.returning[1].now is not None
    assert later.returning[1].now.participation == next_one.id
