# SPDX-License-Identifier: MIT
"""What typing into cells of the list of participants means, by the services alone."""

from datetime import UTC, date, datetime

import pytest

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import (
    Consent,
    Contact,
    Invitation,
    Name,
    Organization,
    Participation,
    Person,
    Script,
)
from forumdesk.domain.wording import Text
from forumdesk.services import bulk, people, roster_cells, views
from tests.services.small import Small, label

TODAY = date(2024, 6, 1)


@pytest.fixture(autouse=True)
def _today(small: Small) -> None:
    small.desk.now = lambda: datetime(2024, 6, 1, 12, tzinfo=UTC)


def now(small: Small, record: Participation) -> Participation:
    return small.desk.get(Participation, record.id)


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("office.ko", " 장관 ", "office", Text.of(ko="장관")),
        ("badge-name.en", "Gina", "badge_name", Text.of(en="Gina")),
        ("category", "VIP\nguest", "category", "VIP guest"),
        ("table", "7", "table_name", "7"),
        ("seat", "B", "seat", "B"),
        ("grade", "minister", "grade", "minister"),
        ("notes", "Two\nlines", "notes", "Two\nlines"),
        ("since", "2022. 5. 10.", "since", date(2022, 5, 10)),
        ("since", "20220510", "since", date(2022, 5, 10)),
        ("since", "2022년 5월 10일", "since", date(2022, 5, 10)),
        ("reply-by", "2024-06-10", "reply_by", date(2024, 6, 10)),
        ("reply-by", "", "reply_by", None),
        ("rank", "3", "rank", 3),
        ("rank-reason", "Head of delegation", "pin_reason", "Head of delegation"),
        ("honored", "예", "honored", True),
        ("honored", "", "honored", False),
        ("arrives", "2024-06-26 18:30", "arrives", datetime(2024, 6, 26, 18, 30)),
        ("arrives", "2024-06-26T18:30:00", "arrives", datetime(2024, 6, 26, 18, 30)),
        ("arrives", "9:05", "arrives", datetime(2024, 6, 27, 9, 5)),
        ("consent-list", "yes", "consents", (Consent("list", True, TODAY),)),
        ("consent-photo", "아니오", "consents", (Consent("photo", False, TODAY),)),
        ("status", "참석", "status", Invitation.ACCEPTED),
        ("status", "declined", "status", Invitation.DECLINED),
    ],
)
def test_typed_cell_changes_its_field(
    small: Small, column: str, text: str, field: str, value: object
) -> None:
    roster_cells.set_roster_cell(small.desk, small.gina.id, column, text)
    assert getattr(now(small, small.gina), field) == value


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        ("number", "5", "Nothing can be typed into “number”."),
        ("came", "yes", "Nothing can be typed into “came”."),
        ("office", "x", "Nothing can be typed into “office”."),
        ("notes.ko", "x", "Nothing can be typed into “notes.ko”."),
        ("status", "perhaps", "“perhaps” is none of the choices here."),
        ("side", "Nowhere", "This edition has no side “Nowhere”."),
        ("rank", "first", "“first” is not a number."),
        ("since", "last May", "“last May” is not a day; write it like 2027-06-24."),
        ("since", "2024-02-30", "“2024-02-30” is not a day"),
        ("arrives", "2024-06-26 25:00", "“2024-06-26 25:00” is not a day and time"),
        ("honored", "perhaps", "“perhaps” is neither yes nor no."),
        ("name", " ", "Type a name first."),
    ],
)
def test_cell_that_means_nothing_is_refused(
    small: Small, column: str, text: str, sentence: str
) -> None:
    before = now(small, small.gina)
    with pytest.raises(ForumDeskError, match=sentence):
        roster_cells.set_roster_cell(small.desk, small.gina.id, column, text)
    assert now(small, small.gina) == before


def test_side_is_found_by_name_in_any_language(small: Small) -> None:
    roster_cells.set_roster_cell(small.desk, small.gina.id, "side", "KOREA")
    assert now(small, small.gina).side == small.side.id
    roster_cells.set_roster_cell(small.desk, small.gina.id, "side", "")
    assert now(small, small.gina).side is None


def test_organization_is_found_by_name_or_added(small: Small) -> None:
    desk = small.desk
    people.change_organization(desk, small.sia.id, {"aliases": ("Semiconductor (SIA)",)})
    count = desk.count(Organization)
    for typed in ("sia", "Semiconductor (SIA)", "SIA "):
        roster_cells.set_roster_cell(desk, small.gina.id, "organization", typed)
        assert now(small, small.gina).organization == small.sia.id
    assert desk.count(Organization) == count
    roster_cells.set_roster_cell(desk, small.gina.id, "organization", "상공회의소")
    made = desk.get(Organization, now(small, small.gina).organization or "")
    assert made.name == Text.of(ko="상공회의소")
    assert label(desk) == "Change participant Gina Raimondo"
    desk.undo()
    assert desk.count(Organization) == count


def test_name_typed_over_changes_the_person_in_its_script(small: Small) -> None:
    roster_cells.set_roster_cell(small.desk, small.hong.id, "name", "Gildong HONG")
    person = small.desk.get(Person, small.minister.id)
    assert person.names[Script.LATIN] == Name("Hong", "Gildong")
    assert person.names[Script.HANGUL] == Name("홍", "길동")


def test_address_typed_over_replaces_the_first_of_its_kind(small: Small) -> None:
    desk, person = small.desk, small.secretary
    others = (Contact("phone", "1"), Contact("email", "a@b.us"), Contact("email", "c@d.us"))
    people.change_person(desk, person.id, {"contacts": others})
    roster_cells.set_roster_cell(desk, small.gina.id, "email", "new@b.us")
    expected = (others[0], Contact("email", "new@b.us"), others[2])
    assert desk.get(Person, person.id).contacts == expected
    roster_cells.set_roster_cell(desk, small.gina.id, "phone", "")
    assert desk.get(Person, person.id).contacts == expected[1:]
    roster_cells.set_roster_cell(desk, small.gina.id, "mobile", "010-1")
    assert desk.get(Person, person.id).contacts[-1] == Contact("mobile", "010-1")


def test_typed_name_is_somebody_of_the_file_first(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    made = roster_cells.add_typed_participant(desk, edition, "nobody YET")
    assert desk.get(Person, made.person or "").names == names_from("Nobody Yet")
    assert made.number == 3
    people_there = desk.count(Person)
    new = roster_cells.add_typed_participant(desk, edition, "김철수")
    assert desk.count(Person) == people_there + 1
    assert desk.get(Person, new.person or "").names[Script.HANGUL] == Name("김", "철수")
    assert label(desk) == "Add participant 김철수"


def test_who_takes_part_already_is_told_and_may_be_another(small: Small) -> None:
    desk, edition = small.desk, small.edition.id
    for typed in ("Gina Raimondo", "raimondo, gina", "Gina  RAIMONDO"):
        with pytest.raises(roster_cells.TakesPartError, match=r"takes part already \(No. 2\)"):
            roster_cells.add_typed_participant(desk, edition, typed)
    made = roster_cells.add_typed_participant(desk, edition, "Gina Raimondo", another=True)
    assert made.person not in (None, small.gina.person)
    third = people.add_person(desk, names_from("Gina Raimondo"), {})
    assert roster_cells.add_typed_participant(desk, edition, "Gina Raimondo").person == third.id


def test_pasted_cells_and_lines_are_one_step(small: Small) -> None:
    desk, steps = small.desk, len(small.desk.history())
    cells = [(small.hong.id, "table", "1"), (small.gina.id, "table", "2")]
    lines = [
        [("name", "김철수"), ("office.ko", "과장"), ("number", "9"), ("status", "참석")],
        [("organization", "SIA"), ("table", "3")],
        [("name", "Gina Raimondo")],
        [],
    ]
    assert list(roster_cells.paste_roster_cells(desk, small.edition.id, cells, lines))
    kim, seat, gina = desk.find(Participation, edition=small.edition.id)[2:]
    assert (kim.number, kim.office, kim.status) == (3, Text.of(ko="과장"), Invitation.ACCEPTED)
    assert (seat.person, seat.organization, seat.table_name) == (None, small.sia.id, "3")
    assert gina.person != small.gina.person
    assert now(small, small.gina).table_name == "2"
    assert (len(desk.history()), label(desk)) == (steps + 1, "Paste 9 cells")
    desk.undo()
    assert desk.count(Participation, edition=small.edition.id) == 2
    with pytest.raises(ForumDeskError, match="nothing was pasted"):
        list(roster_cells.paste_roster_cells(desk, small.edition.id, cells, [[("table", "1")]]))
    assert now(small, small.gina).table_name == ""


def test_name_typed_into_a_seat_fills_it(small: Small) -> None:
    desk = small.desk
    seat = roster_cells.add_typed_seat(desk, small.edition.id, "SIA")
    with pytest.raises(ForumDeskError, match="Give a name first"):
        roster_cells.set_roster_cell(desk, seat.id, "email", "a@b.c")
    roster_cells.set_roster_cell(desk, seat.id, "name", "Nobody Yet")
    filled = desk.get(Participation, seat.id)
    assert filled.person is not None
    assert desk.get(Person, filled.person).names == names_from("Nobody Yet")
    assert filled.organization == small.sia.id


def test_emptied_cells_are_one_step(small: Small) -> None:
    desk = small.desk
    for p in (small.hong, small.gina):
        roster_cells.set_roster_cell(desk, p.id, "table", "4")
    steps = len(desk.history())
    cells = [(small.hong.id, "table"), (small.gina.id, "table"), (small.hong.id, "side")]
    list(roster_cells.empty_roster_cells(desk, cells))
    assert now(small, small.hong).side is None
    assert [now(small, p).table_name for p in (small.hong, small.gina)] == ["", ""]
    assert (len(desk.history()), label(desk)) == (steps + 1, "Empty 3 cells")


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("status", "accepted"),
        ("side", "Korea"),
        ("organization", "SIA"),
        ("organization", "New Body"),
        ("organization", ""),
        ("table", "9"),
        ("office.ko", "과장"),
        ("consent-list", "yes"),
        ("reply-by", "2024-06-10"),
        ("honored", "yes"),
    ],
)
def test_preview_counts_whom_a_change_for_all_leaves(small: Small, column: str, text: str) -> None:
    desk, chosen = small.desk, [small.hong.id, small.gina.id]
    if column == "organization" and not text:
        roster_cells.set_roster_cell(desk, small.gina.id, "organization", "SIA")
        chosen = [small.gina.id]
    elif text != "New Body":
        roster_cells.set_roster_cell(desk, small.hong.id, "side", "")
        roster_cells.set_roster_cell(desk, small.gina.id, column, text)
    same = bulk.count_having(desk, chosen, column, text)
    before = {id_: desk.get(Participation, id_) for id_ in chosen}
    steps = len(desk.history())
    list(bulk.set_for_participants(desk, chosen, column, text))
    after = {id_: desk.get(Participation, id_) for id_ in chosen}
    assert sum(before[id_] == after[id_] for id_ in chosen) == same
    assert bulk.count_having(desk, chosen, column, text) == len(chosen)
    assert len(desk.history()) == steps + 1
    desk.undo()
    assert {id_: desk.get(Participation, id_) for id_ in chosen} == before


def test_preview_refuses_what_the_change_would(small: Small) -> None:
    for column, text in (("side", "Nowhere"), ("name", "X"), ("rank", "x")):
        with pytest.raises(ForumDeskError):
            bulk.count_having(small.desk, [small.gina.id], column, text)
        with pytest.raises(ForumDeskError):
            list(bulk.set_for_participants(small.desk, [small.gina.id], column, text))
    assert bulk.count_having(small.desk, [], "status", "accepted") == 0


def test_removing_several_is_all_or_nothing(small: Small) -> None:
    desk = small.desk
    with pytest.raises(ForumDeskError, match="still needed"):
        list(bulk.remove_participants(desk, [small.gina.id, small.hong.id]))  # Hong signs
    assert desk.count(Participation, edition=small.edition.id) == 2
    list(bulk.remove_participants(desk, [small.gina.id, small.gina.id]))
    assert desk.find(Participation, edition=small.edition.id) == [now(small, small.hong)]
    assert label(desk) == "Remove 1 participants"


def test_views_are_kept_by_name(small: Small) -> None:
    desk = small.desk
    guests = views.save_view(desk, "participants", " Late  ones ", "{}")
    assert (guests.name, guests.position) == ("Late ones", 1)
    again = views.save_view(desk, "participants", "LATE ONES", '{"a": 1}')
    assert (again.id, again.state) == (guests.id, '{"a": 1}')
    other = views.save_view(desk, "people", "Late ones", "{}")
    assert other.id != guests.id
    views.remove_view(desk, guests.id)
    assert label(desk) == "Remove the view “LATE ONES”"
    with pytest.raises(ForumDeskError, match="Type a name first"):
        views.save_view(desk, "participants", " ", "{}")
