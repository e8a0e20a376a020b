# SPDX-License-Identifier: MIT
"""Lists of people into an edition and into the directory: nobody doubled, nobody merged."""

from dataclasses import replace

import pytest

from forumdesk.domain.desk import ForumDeskError, Severity
from forumdesk.domain.entries import ListEntry, Photo
from forumdesk.domain.forum import Side
from forumdesk.domain.intake import Finding, ImportReport
from forumdesk.domain.list_plan import Action, Plan, Verdict, decide, settle_doubts, take_over
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import (
    Consent,
    Contact,
    Distinction,
    Image,
    Invitation,
    Names,
    Organization,
    OrganizationKind,
    Participation,
    Person,
    StatusDay,
)
from forumdesk.domain.versions import HeadingMap, Origin
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in
from forumdesk.services import directory, editions, invitations, listing, people
from tests.services.small import PNG, Small, en, label

NEW, SAME, CHANGED = Verdict.NEW, Verdict.SAME, Verdict.CHANGED
DOUBTFUL, REPEATED, REFUSED = Verdict.DOUBTFUL, Verdict.REPEATED, Verdict.REFUSED


def entry(told: str, line: int = 2, **more: object) -> ListEntry:
    """A row: name, e-mail, telephone, organization, office, as far as given."""
    name, email, phone, body, office = (*told.split(";"), "", "", "", "")[:5]
    contacts = [Contact("email", email.strip()), Contact("mobile", phone.strip())]
    made = ListEntry(
        line,
        names_from(name),
        person={"contacts": tuple(c for c in contacts if c.value)},
        participation={"office": Text.of(ko=office)},
        organization=Text.of(ko=body),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def rows(*told: str) -> list[ListEntry]:
    return [entry(one, line) for line, one in enumerate(told, 2)]


def verdicts(plan: Plan) -> list[Verdict]:
    return [row.verdict for row in plan.rows]


def driven(small: Small, plan: Plan, edition: str | None = "") -> ImportReport:
    """Take a plan in to its end; into the later edition unless another is named."""
    into = small.later.id if edition == "" else edition
    work = listing.import_list(small.desk, into, plan)
    while True:
        try:
            next(work)
        except StopIteration as end:
            report: ImportReport = end.value
            return report


def planned(small: Small, entries: list[ListEntry], name: str = "list") -> Plan:
    return listing.plan_list(small.desk, small.later.id, name, entries)


def imported(small: Small, entries: list[ListEntry], name: str = "list") -> ImportReport:
    return driven(small, planned(small, entries, name))


def counts(report: ImportReport) -> tuple[int, int, int, int, int]:
    return (report.read, report.added, report.updated, report.unchanged, report.skipped)


def said(report: ImportReport) -> list[str]:
    words = words_in("en")
    return [f"{f.where}: {f.phrase.said(words)}" for f in report.problems]


def attending(small: Small) -> list[tuple[str, str]]:
    """Each participant's Korean name and office, by number."""
    everybody = small.desk.find(Participation, edition=small.later.id)
    return [
        (_called(small.desk.get(Person, one.person or "").names), one.office.best())
        for one in sorted(everybody, key=lambda p: p.number or 0)
    ]


def _called(names: Names) -> str:
    name = next(iter(names.values()))
    return name.full or name.family + name.given


ROWS = ("김철수; kim@a.kr; 010-1111-2222; (주)새회사; 부장", "이영희; lee@a.kr;; 새회사; 과장")


def test_a_list_becomes_participants_in_one_step(small: Small) -> None:
    report = imported(small, rows(*ROWS))
    assert counts(report) == (2, 2, 0, 0, 0)
    assert label(small.desk) == "Import 2 attendees"
    assert attending(small) == [("김철수", "부장"), ("이영희", "과장")]
    assert [p.number for p in small.desk.find(Participation, edition=small.later.id)] == [1, 2]
    (body,) = (o for o in small.desk.find(Organization) if "회사" in o.name.best())
    assert (body.name, body.kind) == (Text.of(ko="(주)새회사"), OrganizationKind.COMPANY)
    small.desk.undo()
    assert attending(small) == []
    assert small.desk.count(Organization, name=body.name) == 0


def test_the_same_list_again_changes_nothing(small: Small) -> None:
    imported(small, rows(*ROWS))
    plan = planned(small, rows(*ROWS))
    assert verdicts(plan) == [SAME, SAME]
    steps = len(small.desk.history())
    report = driven(small, plan)
    assert (counts(report), report.step) == ((2, 0, 0, 2, 0), None)
    assert len(small.desk.history()) == steps


def test_a_plan_that_is_driven_twice_adds_nobody_twice(small: Small) -> None:
    plan = planned(small, rows(*ROWS))
    driven(small, plan)
    assert counts(driven(small, plan)) == (2, 0, 0, 2, 0)


@pytest.mark.parametrize("name", ["list", "list (1)"])
def test_rows_of_names_alone_are_known_again(small: Small, name: str) -> None:
    told = rows("김철수", "이영희")
    imported(small, told)
    report = imported(small, told, name)
    assert (counts(report), len(attending(small))) == ((2, 0, 0, 2, 0), 2)


def test_what_changed_in_the_list_is_taken_over_and_what_changed_here_stays(small: Small) -> None:
    imported(small, rows(*ROWS))
    _, two = small.desk.find(Participation, edition=small.later.id)
    invitations.change_participation(small.desk, two.id, {"office": Text.of(ko="차장")})
    now = rows(ROWS[0].replace("부장", "이사"), ROWS[1].replace("과장", "대표"))
    plan = planned(small, now)
    assert verdicts(plan) == [CHANGED, CHANGED]
    assert [[(c.name, c.here, c.there, c.take) for c in r.part_changes] for r in plan.rows] == [
        [("office.ko", "부장", "이사", True)],
        [("office.ko", "차장", "대표", False)],
    ]
    report = driven(small, plan)
    assert counts(report) == (2, 0, 1, 1, 0)
    assert attending(small) == [("김철수", "이사"), ("이영희", "차장")]
    assert said(report) == [
        "line 3: 이영희: What stands here differs from the list and stays: Office (Korean)"
    ]
    # It has been told once; it is not told of the same list again.
    again = imported(small, now)
    assert (counts(again), again.problems) == ((2, 0, 0, 2, 0), ())


def test_a_change_may_be_taken_over_or_kept_by_hand(small: Small) -> None:
    imported(small, rows(*ROWS))
    (_, two) = small.desk.find(Participation, edition=small.later.id)
    invitations.change_participation(small.desk, two.id, {"office": Text.of(ko="차장")})
    plan = planned(small, rows(ROWS[0].replace("부장", "이사"), ROWS[1].replace("과장", "대표")))
    plan = take_over(plan, 1, "office.ko", take=False)
    plan = take_over(plan, 2, "office.ko", take=True)
    driven(small, plan)
    assert attending(small) == [("김철수", "부장"), ("이영희", "대표")]


def test_a_status_that_changes_goes_into_the_history(small: Small) -> None:
    with_status = entry(ROWS[0], participation={"status": Invitation.INVITED})
    imported(small, [with_status])
    imported(small, [replace(with_status, participation={"status": Invitation.ACCEPTED})])
    (one,) = small.desk.find(Participation, edition=small.later.id)
    assert one.status is Invitation.ACCEPTED
    assert one.history == (StatusDay(Invitation.INVITED),)


def test_who_is_known_with_the_same_address_takes_part_and_keeps_what_they_have(
    small: Small,
) -> None:
    contacts = (Contact("email", "hong@ksia.or.kr"),)
    people.change_person(small.desk, small.minister.id, {"contacts": contacts, "diet": "vegan"})
    plan = planned(small, rows("홍 길동 님; HONG@KSIA.or.kr; 010-1234-5678;; 장관"))
    (row,) = plan.rows
    assert (row.verdict, row.person, row.joins) == (CHANGED, small.minister.id, True)
    assert counts(driven(small, plan)) == (1, 1, 0, 0, 0)
    person = small.desk.get(Person, small.minister.id)
    assert person.contacts == (*contacts, Contact("mobile", "010-1234-5678"))
    assert (person.names, person.diet) == (small.minister.names, "vegan")
    assert attending(small) == [("홍길동", "장관")]


def test_a_number_written_otherwise_is_no_new_one(small: Small) -> None:
    contacts = (Contact("mobile", "010-1234-5678"),)
    people.change_person(small.desk, small.minister.id, {"contacts": contacts})
    plan = planned(small, rows("홍길동;; +82 10 1234 5678"))
    assert (verdicts(plan), plan.rows[0].changes) == ([SAME], ())


@pytest.mark.parametrize(
    ("told", "reasons"),
    [
        ("홍길동", ["the same name"]),
        ("Kil-Dong Hong", ["the same name"]),
        ("홍길동;;; LG전자", ["the same name", "another organization"]),
        ("Hong, Kildong; hong@x.kr", ["the same name"]),
    ],
)
def test_somebody_of_a_known_name_is_doubtful(small: Small, told: str, reasons: list[str]) -> None:
    (row,) = planned(small, rows(told)).rows
    assert (row.verdict, row.action) == (DOUBTFUL, Action.ADD)
    (candidate,) = row.candidates
    assert candidate.person == small.minister.id
    said_why = [phrase.said(words_in("en")) for phrase in candidate.reasons]
    assert said_why[-len(reasons) :] == reasons or "sounds" in said_why[0]


def test_one_address_of_two_names_is_doubtful(small: Small) -> None:
    contacts = (Contact("email", "desk@ksia.or.kr"),)
    people.change_person(small.desk, small.minister.id, {"contacts": contacts})
    (row,) = planned(small, rows("김철수; desk@ksia.or.kr")).rows
    assert row.verdict is DOUBTFUL
    # Within a list it is the assistant of both.
    assert verdicts(planned(small, rows("김철수; a@x.kr", "이영희; a@x.kr"))) == [NEW, NEW]


def test_doubtful_rows_are_added_and_told_or_left_out_and_told(small: Small) -> None:
    plan = planned(small, rows("홍길동"))
    left = driven(small, settle_doubts(plan, Action.LEAVE))
    assert (counts(left), attending(small)) == ((1, 0, 0, 0, 1), [])
    assert said(left) == ["line 2: 홍길동: Left out, as it may be somebody known: the same name"]
    added = driven(small, plan)
    assert (counts(added), attending(small)) == ((1, 1, 0, 0, 0), [("홍길동", "")])
    assert said(added) == ["line 2: 홍길동: Added as new, and may be somebody known: the same name"]
    (pair,) = listing.doubles(small.desk)
    assert small.minister.id in (pair.one, pair.other)


def test_a_choice_of_who_it_is_holds_for_the_next_time(small: Small) -> None:
    told = rows("홍길동;;; LG전자; 고문")
    plan = decide(planned(small, told), 1, Action.TAKE, person=small.minister.id)
    assert counts(driven(small, plan)) == (1, 1, 0, 0, 0)
    assert attending(small) == [("홍길동", "고문")]
    again = planned(small, told)
    assert (verdicts(again), again.rows[0].person) == ([SAME], small.minister.id)


def test_a_choice_that_they_are_two_is_never_asked_again(small: Small) -> None:
    told = rows("홍길동;;; LG전자")
    driven(small, decide(planned(small, told), 1, Action.ADD))
    (apart,) = small.desk.find(Distinction)
    assert apart.one == small.minister.id
    assert listing.doubles(small.desk) == ()
    assert verdicts(planned(small, told)) == [SAME]


def test_a_row_left_out_by_hand_is_left_out_the_next_time(small: Small) -> None:
    told = rows(*ROWS)
    driven(small, decide(planned(small, told), 2, Action.LEAVE))
    assert counts(imported(small, told)) == (2, 0, 0, 1, 1)
    back = decide(planned(small, told), 2, Action.ADD)
    assert counts(driven(small, back)) == (2, 1, 0, 1, 0)
    assert len(attending(small)) == 2
    assert verdicts(planned(small, told)) == [SAME, SAME]


def test_a_row_may_be_who_another_row_adds(small: Small) -> None:
    told = rows("박지성", "박지성;; 010-5555-6666")
    plan = planned(small, told)
    assert verdicts(plan) == [NEW, DOUBTFUL]
    assert [c.row for c in plan.rows[1].candidates] == [1]
    report = driven(small, decide(plan, 2, Action.TAKE, row=1))
    assert counts(report) == (2, 1, 1, 0, 0)
    (one,) = small.desk.find(Participation, edition=small.later.id)
    person = small.desk.get(Person, one.person or "")
    assert person.contacts == (Contact("mobile", "010-5555-6666"),)
    assert verdicts(planned(small, told)) == [SAME, SAME]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (["김철수; a@x.kr", "김철수; A@x.kr"], [NEW, REPEATED]),
        (["김철수;;; 새회사; 부장", "김철수;;; ㈜새회사; 부장"], [NEW, REPEATED]),
        (["김철수;;; 새회사; 부장", "김철수;;; 새회사; 사원"], [NEW, DOUBTFUL]),
        (["김철수; a@x.kr;; 새회사", "김철수; b@x.kr;; 새회사"], [NEW, NEW]),
        (["김철수;;; 새회사", "김철수;;; 옛회사"], [NEW, NEW]),
        (["김철수", "김철수"], [NEW, REPEATED]),
        (["김철수", "김 철수"], [NEW, REPEATED]),
        (["김철수;;;; 부장", "김철수;;;; 사원"], [NEW, DOUBTFUL]),
        (["김철수; a@x.kr", "Kim Chulsoo; a@x.kr"], [NEW, DOUBTFUL]),
        (["이영수", "이수영"], [NEW, NEW]),
    ],
)
def test_rows_of_one_list(small: Small, told: list[str], found: list[Verdict]) -> None:
    assert verdicts(planned(small, rows(*told))) == found


def test_a_repeated_row_that_says_something_else_is_told(small: Small) -> None:
    report = imported(small, rows("김철수; a@x.kr;; 새회사; 부장", "김철수; a@x.kr;; 새회사; 이사"))
    assert counts(report) == (2, 1, 0, 0, 1)
    (problem,) = report.problems
    assert (problem.severity, problem.line) == (Severity.WARNING, 3)
    assert "with other values" in problem.phrase.said(words_in("en"))


def test_an_id_of_the_list_names_the_same_person_whatever_else_changes(small: Small) -> None:
    imported(small, [entry("김철수; a@x.kr", key="7")])
    plan = planned(small, [entry("김철수; b@x.kr", key="7")])
    assert verdicts(plan) == [CHANGED]
    driven(small, plan)
    (one,) = small.desk.find(Participation, edition=small.later.id)
    person = small.desk.get(Person, one.person or "")
    assert person.contacts == (Contact("email", "b@x.kr"),)


def test_an_id_given_to_somebody_else_is_doubtful(small: Small) -> None:
    imported(small, [entry("김철수", key="1"), entry("이영희", key="2")])
    plan = planned(small, [entry("이영희", key="1"), entry("김철수", key="2")])
    assert verdicts(plan) == [DOUBTFUL, DOUBTFUL]
    assert attending(small) == [("김철수", ""), ("이영희", "")]
    driven(small, plan)
    assert len(attending(small)) == 4
    again = planned(small, [entry("이영희", key="1"), entry("김철수", key="2")])
    assert verdicts(again) == [SAME, SAME]


def test_who_was_removed_here_stays_removed(small: Small) -> None:
    imported(small, rows(*ROWS))
    one, _ = small.desk.find(Participation, edition=small.later.id)
    invitations.remove_participation(small.desk, one.id)
    report = imported(small, rows(*ROWS))
    assert (counts(report), attending(small)) == ((2, 0, 0, 1, 1), [("이영희", "과장")])
    assert said(report) == [
        "line 2: 김철수: Left out: It was taken in before and has been removed here."
    ]


def test_who_was_removed_here_comes_back_by_hand(small: Small) -> None:
    imported(small, rows(*ROWS))
    one, _ = small.desk.find(Participation, edition=small.later.id)
    invitations.remove_participation(small.desk, one.id)
    persons = small.desk.count(Person)
    back = decide(planned(small, rows(*ROWS)), 1, Action.ADD)
    assert counts(driven(small, back)) == (2, 1, 0, 1, 0)
    assert [name for name, _ in attending(small)] == ["이영희", "김철수"]
    assert small.desk.count(Person) == persons
    invitations.remove_participation(
        small.desk, small.desk.find(Participation, edition=small.later.id)[-1].id
    )
    people.remove_person(small.desk, one.person or "")
    back = decide(planned(small, rows(*ROWS)), 1, Action.ADD)
    assert counts(driven(small, back)) == (2, 1, 0, 1, 0)
    assert small.desk.count(Person) == persons


def test_an_identical_row_may_be_another_person_by_hand(small: Small) -> None:
    told = rows("김철수", "김철수")
    plan = decide(planned(small, told), 2, Action.ADD)
    assert counts(driven(small, plan)) == (2, 2, 0, 0, 0)
    assert verdicts(planned(small, told)) == [SAME, SAME]
    assert counts(imported(small, told)) == (2, 0, 0, 2, 0)


def test_an_organization_is_found_by_any_of_its_names(small: Small) -> None:
    people.change_organization(
        small.desk, small.ksia.id, {"aliases": ("반도체협회",), "short": en("K-Chips")}
    )
    told = rows(
        *(
            f"김철수{n};;; {name}"
            for n, name in enumerate(
                ("한국반도체산업협회", "KSIA", "(사)한국반도체산업협회", "반도체협회", "k-chips")
            )
        )
    )
    before = small.desk.count(Organization)
    plan = planned(small, told)
    assert plan.organizations == ()
    driven(small, plan)
    assert small.desk.count(Organization) == before
    there = small.desk.find(Participation, edition=small.later.id)
    assert {one.organization for one in there} == {small.ksia.id}


def test_a_side_is_found_and_never_added(small: Small) -> None:
    told = [entry("김철수", side="korea"), entry("이영희", side="Nowhere"), entry("박찬호")]
    plan = listing.plan_list(small.desk, small.edition.id, "list", told)
    assert plan.sides == ("Nowhere",)
    assert said(driven(small, plan, small.edition.id)) == [
        ": There is no side “Nowhere”; 1 of the list are without one."
    ]
    there = small.desk.find(Participation, edition=small.edition.id)[-3:]
    assert [one.side for one in there] == [small.side.id, None, None]


def test_rows_that_can_not_be_taken_in_are_refused_and_told(small: Small) -> None:
    bad = Finding("The row is a total.", (), Severity.ERROR, 3)
    told = [
        entry(""),
        entry("합계", findings=(bad,)),
        entry("김철수", person={"languages": ("Korean!",)}),
        entry("이영희", country="Korea"),
    ]
    plan = planned(small, told)
    assert verdicts(plan) == [REFUSED] * 4
    with pytest.raises(ForumDeskError, match="can't be taken in"):
        decide(plan, 1, Action.ADD)
    report = driven(small, plan)
    assert (counts(report), report.step) == ((4, 0, 0, 0, 4), None)
    assert "There is no name in this row." in " ".join(said(report))


def test_people_go_into_the_directory_without_taking_part(small: Small) -> None:
    told = [entry(ROWS[0]), entry(ROWS[1])]
    for expected in ((2, 2, 0, 0, 0), (2, 0, 0, 2, 0)):
        plan = listing.plan_list(small.desk, None, "cards", told)
        report = driven(small, plan, None)
        assert counts(report) == expected
    assert report.step is None
    assert (attending(small), small.desk.count(Origin, edition=None)) == ([], 2)
    assert small.desk.count(Organization, name=Text.of(ko="(주)새회사")) == 0
    assert [text.partition(": ")[2] for text in said(report)] == [
        "Office, organization and the like belong to an edition: those of 2 rows were left aside.",
    ]


def test_a_list_that_is_cancelled_leaves_no_trace(small: Small) -> None:
    told = rows(*(f"이름{n}; n{n}@x.kr" for n in range(250)))
    work = listing.import_list(small.desk, small.later.id, planned(small, told))
    before, steps = small.desk.count(Person), len(small.desk.history())
    next(work)
    next(work)
    work.close()
    assert (small.desk.count(Person), len(small.desk.history())) == (before, steps)


def test_what_columns_mean_is_remembered(small: Small) -> None:
    assert listing.headings_remembered(small.desk, "성명\n소속") == ""
    listing.remember_headings(small.desk, "성명\n소속", "hangul\n")
    listing.remember_headings(small.desk, "성명\n소속", "hangul\norganization")
    assert listing.headings_remembered(small.desk, "성명\n소속") == "hangul\norganization"
    assert small.desk.count(HeadingMap) == 1


def test_two_persons_are_told_apart_once(small: Small) -> None:
    other = people.add_person(small.desk, names_from("홍길동"), {})
    assert len(listing.doubles(small.desk)) == 1
    directory.tell_apart(small.desk, other.id, small.minister.id)
    assert listing.doubles(small.desk) == ()


@pytest.mark.parametrize(
    ("number", "action"), [(0, Action.ADD), (9, Action.LEAVE), (1, Action.TAKE)]
)
def test_what_can_not_be_decided_is_refused(small: Small, number: int, action: Action) -> None:
    with pytest.raises(ForumDeskError):
        decide(planned(small, rows(*ROWS)), number, action)


def test_a_person_who_is_gone_since_the_plan_is_told(small: Small) -> None:
    other = people.add_person(small.desk, names_from("김철수"), {})
    plan = decide(planned(small, rows("김철수")), 1, Action.TAKE, person=other.id)
    people.remove_person(small.desk, other.id)
    report = driven(small, plan)
    assert counts(report) == (1, 0, 0, 0, 1)
    assert said(report) == ["line 2: 김철수: Left out: the person is not in the file any more."]


def test_a_portrait_comes_with_the_person_and_never_over_another(small: Small) -> None:
    photo = Photo(PNG, "image/png", (8, 8))
    imported(small, [entry(ROWS[0], photo=photo), entry(ROWS[1], photo=Photo(b"not looked at"))])
    kept = [p for p in small.desk.find(Person) if p.photo]
    assert len(kept) == 1
    image = small.desk.get(Image, kept[0].photo or "")
    assert (image.data, image.width) == (PNG, 8)
    imported(small, [entry(ROWS[0], photo=Photo(PNG + b"2", "image/png", (9, 9)))])
    assert small.desk.get(Person, kept[0].id).photo == image.id
    assert small.desk.count(Image) == 2  # this one, and the logo there was


def test_a_place_whose_name_is_to_follow_is_kept_once(small: Small) -> None:
    place = entry("; ; ; KSIA; 장관")
    places = [replace(place, line=line) for line in (2, 3)]
    plan = planned(small, places)
    assert verdicts(plan) == [NEW, NEW]
    assert counts(driven(small, plan)) == (2, 2, 0, 0, 0)
    assert counts(driven(small, plan)) == (2, 0, 0, 2, 0)
    kept = small.desk.find(Participation, edition=small.later.id)
    assert [(one.person, one.office.best()) for one in kept] == [(None, "장관")] * 2
    again = planned(small, [*places, replace(place, line=4)], "other")
    assert verdicts(again) == [SAME, SAME, NEW]
    assert counts(driven(small, again)) == (3, 1, 0, 2, 0)
    assert verdicts(listing.plan_list(small.desk, None, "list", places)) == [REFUSED, REFUSED]


def test_leave_that_was_given_keeps_its_day_and_source(small: Small) -> None:
    yes, no = Consent("list", True), Consent("photo", False)
    told = replace(entry("김철수; kim@a.kr"), participation={"consents": (yes, no)})
    imported(small, [told])
    (one,) = small.desk.find(Participation, edition=small.later.id)
    signed = (replace(yes, source="form"), no, Consent("contact", True))
    invitations.change_participation(small.desk, one.id, {"consents": signed})
    assert verdicts(planned(small, [told])) == [SAME]
    withdrawn = replace(told, participation={"consents": (replace(yes, given=False), no)})
    report = imported(small, [withdrawn])
    (one,) = small.desk.find(Participation, edition=small.later.id)
    assert (counts(report), one.consents[1:]) == ((1, 0, 1, 0, 0), signed[1:])
    assert one.consents[0] == Consent("list", False)


def test_sides_are_made_where_the_edition_has_none(small: Small) -> None:
    edition = small.later
    for side in small.desk.find(Side, edition=edition.id):
        editions.remove_side(small.desk, side.id)
    told = [
        replace(entry("김철수", 2), side="한국"),
        replace(entry("John Roe", 3), side="U.S. delegation"),
        replace(entry("이영희", 4), side="한국"),
    ]
    report = imported(small, told)
    sides = sorted(small.desk.find(Side, edition=edition.id), key=lambda side: side.position)
    assert [(side.name, side.country) for side in sides] == [
        (Text.of(ko="한국"), "KR"),
        (en("U.S. delegation"), ""),
    ]
    assert said(report) == [
        ": The edition had no sides; of the list were made: 한국, U.S. delegation."
    ]
    other = imported(small, [replace(entry("박민수"), side="일본")], "other")
    assert said(other) == [": There is no side “일본”; 1 of the list are without one."]
