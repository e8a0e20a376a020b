# SPDX-License-Identifier: MIT
"""Seating plans on paper: what they say, that all of it is there, and what can't be cut."""

from dataclasses import replace

import pytest

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.people import Invitation, Name, Names, Participation, Script
from forumdesk.domain.places import Layout, Seat
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.contents.cards import places_content, tents_content
from forumdesk.handouts.contents.seating import seating_content
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Arrangement, Options, Paper, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.seated import SeatingPlan
from tests.handouts.conftest import poppler, texts
from tests.handouts.crowds import coming, crowd
from tests.handouts.plans import four_plans, plan, planned

EN = Options(("en",), Arrangement.SINGLE)
BOTH = Options(("ko", "en"))


def printed(dossier: Dossier, options: Options = BOTH) -> Rendered:
    content = handout("seating").build(dossier, options, Imprint())
    return render("seating", content, options)


def plans(dossier: Dossier, options: Options = EN) -> tuple[SeatingPlan, ...]:
    return seating_content(dossier, options, Imprint()).plans


def test_a_head_table_tells_names_offices_sides_and_the_hosts_right() -> None:
    (head, *_) = plans(four_plans())
    assert head.title == (("en", "Head table of the opening"),)
    assert head.when[0][1].endswith("Opening")
    middle = head.room.seats[3]
    assert (middle.number, middle.head, middle.tone, middle.code) == ("4", True, 1, "KR")
    # The first guest is at the right hand of the host: left of them, as the room sees it.
    assert head.room.seats[2].side == (("en", "U.S. side"),)
    assert middle.office[0][1].startswith("Research Fellow, ")
    (table,) = head.room.tables
    assert (table.left, table.right) == (
        (("en", "← Host’s right"),),
        (("en", "Host’s left →"),),
    )
    assert [row.number for row in head.groups[0].rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert head.found == ()


def test_two_delegations_face_each_other_with_their_names_at_the_table() -> None:
    talks = plans(four_plans())[1]
    (table,) = talks.room.tables
    assert (table.upper, table.lower) == (
        (("en", "U.S. side · Guests"),),
        (("en", "Korean side · Hosts"),),
    )
    assert talks.below == (("en", "Door"),)
    assert [group.title[0][1] for group in talks.groups] == ["Hosts", "Guests"]
    assert [mark.name[0][1] for mark in talks.sides] == ["Korean side", "U.S. side"]


def test_rows_and_round_tables_have_a_list_by_name() -> None:
    hall, lunch = plans(four_plans())[2:]
    press = next(seat for seat in hall.room.seats if seat.number == "4-1")
    assert (press.kept, press.who) == ((("en", "Press"),), "")
    assert ("Press", False) in [
        (row.name[0][1], row.named) for group in hall.groups for row in group.rows
    ]
    names = [one.name[0][1] for one in lunch.found]
    assert len(names) == 30
    assert names == sorted(names)
    assert names[0].split()[0].isupper()  # what it is found by stands first
    assert lunch.found[0].place[0][1].startswith("Table ")
    assert hall.found[0].place[0][1].startswith("Row ")
    assert len(lunch.room.tables) == 5
    assert lunch.parts == ()


def test_many_round_tables_are_drawn_on_several_pages_where_names_need_it() -> None:
    dossier = planned(crowd(100), plan(Layout.ROUND, 10, 10))
    (whole,) = plans(dossier, BOTH)
    assert [len(part.tables) for part in whole.parts] == [6, 4]
    assert [table.name[0][1] for table in whole.parts[1].tables] == ["7", "8", "9", "10"]
    both = printed(dossier)
    large = printed(dossier, replace(BOTH, paper=Paper.A3))
    assert large.pages < both.pages
    assert both.findings == large.findings == ()


def test_the_number_of_a_round_table_is_never_parted() -> None:
    dossier = planned(crowd(120), plan(Layout.ROUND, 10, 12))
    options = Options(("en",), Arrangement.SINGLE, paper=Paper.LETTER, large_print=True)
    drawn = texts(printed(dossier, options).data)[1]
    (second,) = [part for one in plans(dossier) for part in one.parts[1:]]
    words = drawn.split()
    assert [table.name[0][1] for table in second.tables][-3:] == ["10", "11", "12"]
    assert {"11", "12"} <= set(words)  # no seat has such a number


@pytest.mark.parametrize("theme", ["modern", "ministerial", "plain"])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER, Paper.A3])
def test_every_name_is_on_the_sheet(theme: str, paper: Paper) -> None:
    dossier = four_plans()
    for options in (EN, BOTH, replace(BOTH, large_print=True)):
        made = printed(dossier, replace(options, theme=theme, paper=paper))
        said = " ".join(" ".join(texts(made.data)).split())
        for one in plans(dossier, options):
            for row in (row for group in one.groups for row in group.rows):
                for _, name in row.name:
                    assert name in said
        assert [f for f in made.findings if f.kind.value == "overflow"] == []


def test_the_sheet_is_tagged_and_the_same_each_time() -> None:
    made = printed(four_plans())
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=made.data)
    assert printed(four_plans()).data == made.data


def test_only_the_plan_asked_for_is_printed() -> None:
    dossier = four_plans()
    for wanted in ("luncheon", "오찬", f"plan-{Layout.ROUND}"):
        (found,) = plans(dossier, replace(EN, plan=wanted))
        assert found.anchor == f"seating-plan-{Layout.ROUND}"
    with pytest.raises(ForumDeskError, match="No seating plan of this edition is called “Gala”"):
        plans(dossier, replace(EN, plan="Gala"))
    assert options_from({"plan": " Talks "}).plan == "Talks"


def test_without_plans_or_people_the_sheet_says_so() -> None:
    nothing = printed(crowd(3), EN)
    assert nothing.pages == 1
    assert "No seating plan is made for this forum yet." in texts(nothing.data)[0]
    empty = replace(crowd(3), seatings=(plan(Layout.ROUND, 4, 2),))
    assert "Nobody is seated in this plan yet." in texts(printed(empty, EN).data)[0]
    said = words_in("en")
    assert [p.phrase.said(said) for p in preflight(crowd(3), EN, "seating")] == [
        "There is no seating plan on this sheet."
    ]
    assert "Nobody is seated in “Luncheon” yet." in [
        p.phrase.said(said) for p in preflight(empty, EN, "seating")
    ]


def test_names_of_eighty_letters_one_name_and_markup_are_there_whole() -> None:
    dossier = crowd(6)
    long = Names.of(
        {Script.LATIN: Name("Montgomery-Featherstonehaugh", "Bartholomew Archibald " * 2)}
    )
    one = Names.of({Script.LATIN: Name(full="Cher")})
    odd = Names.of({Script.LATIN: Name("<b>&amp;", "A&B")})
    people = [replace(p, names=n) for p, n in zip(dossier.people, (long, one, odd), strict=False)]
    dossier = replace(dossier, people=(*people, *dossier.people[3:]))
    done = planned(dossier, plan(Layout.HEAD_TABLE, 6), plan(Layout.ROUND, 6, 1))
    said = " ".join(" ".join(texts(printed(done, EN).data)).split())
    for name in ("Cher", "A&B <b>&amp;", "Montgomery-Featherstonehaugh"):
        assert name in said


def test_a_plan_too_large_for_names_has_numbers_and_the_list() -> None:
    dossier = planned(crowd(250), plan(Layout.THEATRE, 50, 5))
    made = printed(dossier, EN)
    assert [f for f in made.findings if f.kind.value == "overflow"] == []
    said = texts(made.data)
    assert "5-50" in said[0]
    rest = " ".join(" ".join(said[1:]).split())
    assert all(name in rest for row in plans(dossier)[0].groups[0].rows for _, name in row.name)


def test_somebody_who_left_the_edition_leaves_a_free_seat() -> None:
    dossier = planned(crowd(3), plan(Layout.HEAD_TABLE, 3))
    gone = replace(dossier, participations=dossier.participations[1:])
    (found,) = plans(gone)
    assert sum(bool(seat.who) for seat in found.room.seats) == 2
    bare = coming(9, person=None, organization="ksia")
    body: Participation = replace(bare, office=Text())
    with_body = replace(dossier, participations=(*dossier.participations, body))
    seat = Seat("x", dossier.seatings[0].id, 1, 1, body.id)
    (found,) = plans(replace(with_body, seats=(seat,)))
    assert found.room.seats[0].name == (("en", "to be named"),)
    assert found.room.seats[0].office == (("en", "Korea Association"),)


def names(content: object) -> list[tuple[str, str]]:
    return [
        (card.name[0][1], card.place[0][1] if card.place else "")
        for card in content.cards  # type: ignore[attr-defined]
    ]


def test_cards_of_a_plan_come_in_the_order_of_its_seats() -> None:
    dossier = four_plans()
    options = replace(EN, plan="Luncheon")
    cards = names(places_content(dossier, options, Imprint()))
    assert [place for _, place in cards[:7]] == [
        *(f"Table 1, seat {n}" for n in range(1, 7)),
        "Table 2, seat 1",
    ]
    assert len(cards) == 30
    tents = names(tents_content(dossier, replace(EN, plan="Talks"), Imprint()))
    assert [name for name, _ in tents] == [
        row.name[0][1] for group in plans(dossier)[1].groups for row in group.rows
    ]
    assert all(place == "" for _, place in tents)


def test_in_table_order_plans_come_first_then_what_was_typed() -> None:
    dossier = planned(crowd(4), plan(Layout.HEAD_TABLE, 2))
    typed = {"p2": ("10", "1"), "p3": ("2", "")}
    people = tuple(
        replace(p, table_name=typed[p.id][0], seat=typed[p.id][1]) if p.id in typed else p
        for p in dossier.participations
    )
    dossier = replace(dossier, participations=people)
    seated = {seat.participation for seat in dossier.seats}
    assert seated == {"p0", "p1"}
    options = options_from({"order": "table", "arrangement": "en"})
    cards = names(places_content(dossier, options, Imprint()))
    assert [place for _, place in cards] == ["Seat 1", "Seat 2", "Table 2", "Table 10, seat 1"]
    by_name = names(places_content(dossier, EN, Imprint()))
    assert sorted(place for _, place in by_name) == ["", "", "Table 10, seat 1", "Table 2"]


def doubtful() -> Dossier:
    """A head table at which one has not answered, one has declined, and one is nobody yet."""
    done = planned(crowd(12), plan(Layout.HEAD_TABLE, 7))
    first, second, third = [seat.participation for seat in done.seats if seat.participation][:3]
    changes = {
        first: {"status": Invitation.INVITED},
        second: {"status": Invitation.DECLINED},
        third: {"person": None},
    }
    people = (replace(one, **changes.get(one.id, {})) for one in done.participations)
    return replace(done, participations=tuple(people))


def test_who_may_not_come_and_who_is_nobody_yet_is_told_of() -> None:
    said, dossier = words_in("en"), doubtful()
    found = [
        p for p in preflight(dossier, EN, "seating") if p.kind in ("seated-unsure", "to-be-named")
    ]
    assert [(p.severity, p.subject.field) for p in found] == [
        (Severity.ERROR, "status"),
        (Severity.WARNING, "status"),
        (Severity.WARNING, "person"),
    ]
    texts_said = [p.phrase.said(said) for p in found]
    assert texts_said[0].endswith("sits in “Head table of the opening”, but has declined.")
    assert texts_said[1].endswith("but has not answered yet.")
    assert texts_said[2].endswith(": the seat in “Head table of the opening” says “to be named”.")
    sure = preflight(planned(crowd(12), plan(Layout.HEAD_TABLE, 7)), EN, "seating")
    assert not [p for p in sure if p.kind in ("seated-unsure", "to-be-named")]


def test_a_seat_of_nobody_yet_says_so_and_whose_it_is() -> None:
    dossier = doubtful()
    (vacant,) = (one for one in dossier.participations if one.person is None)
    body = dossier.organization[vacant.organization or ""]
    (only,) = plans(dossier)
    seat = next(seat for seat in only.room.seats if seat.who == vacant.id)
    assert seat.name == (("en", "to be named"),)
    assert (body.short or body.name).best(("en",)) in dict(seat.office)["en"]
    rows = [row for group in only.groups for row in group.rows if row.name == seat.name]
    assert [body.name.best(("en",)) in dict(row.position)["en"] for row in rows] == [True]


def test_who_is_seated_and_gets_no_card_is_told_of() -> None:
    said, dossier = words_in("en"), doubtful()
    for cards in ("name-tents", "place-cards"):
        found = [p for p in preflight(dossier, EN, cards) if p.kind == "no-card"]
        assert [p.subject.field for p in found] == ["status"] * 2
        assert all("has a seat, but no card" in p.phrase.said(said) for p in found)
        of_plan = replace(EN, plan=dossier.seatings[0].id)
        assert "no-card" not in [p.kind for p in preflight(dossier, of_plan, cards)]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, ["“Press” has no text in Korean."]),
        (11, ["11 of 11 seats have no text in Korean."]),
    ],
)
def test_seats_kept_for_something_in_one_language_are_told(count: int, said: list[str]) -> None:
    theatre = plan(Layout.THEATRE, 6, 4)
    press = tuple(
        Seat(f"press-{n}", theatre.id, 1 + n // 6, 1 + n % 6, None, Text.of(en="Press"))
        for n in range(count)
    )
    dossier = replace(four_plans(), seatings=(theatre,), seats=press)
    found = (problem.phrase.said(words_in("en")) for problem in preflight(dossier, BOTH, "seating"))
    assert [phrase for phrase in found if " no text " in phrase] == said
