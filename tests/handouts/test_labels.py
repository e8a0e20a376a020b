# SPDX-License-Identifier: MIT
"""Address labels, each in the order of its country."""

from dataclasses import replace
from typing import Any

from forumdesk.domain.people import Contact, Invitation, Organization, Participation, Person
from forumdesk.domain.wording import Text
from forumdesk.handouts.cards.content import Label
from forumdesk.handouts.catalogue import options_for
from forumdesk.handouts.preflight import preflight
from tests.handouts.cards import cards, guest, of, words_of
from tests.handouts.dossiers import KSIA, MINISTRY, SIA

SEOUL = "(03171) 서울특별시 종로구 세종대로 209\n정부서울청사 501호"
WASHINGTON = "1101 K Street NW, Suite 450\nWashington, DC 20005\nUSA"
BODIES = (
    replace(KSIA, address=Text.of(ko=SEOUL, en="209 Sejong-daero, Seoul\nRepublic of Korea")),
    replace(SIA, address=Text.of(en=WASHINGTON)),
    MINISTRY,
)


def lines(*pairs: tuple[Participation, Person], **given: Any) -> list[tuple[str, ...]]:
    made = cards("labels", of(*pairs, organizations=BODIES), **given).content.cards
    assert all(isinstance(each, Label) for each in made)
    return [each.lines for each in made if isinstance(each, Label)]


def test_a_letter_within_korea_names_the_person_last_with_honour() -> None:
    hong = guest(1, "홍길동 (Gil-dong Hong)", organization="ksia", office=Text.of(ko="회장"))
    assert lines(hong) == [(*SEOUL.split("\n"), "한국협회", "회장 홍길동 귀하")]


def test_a_letter_to_america_names_the_person_first() -> None:
    jane = guest(1, "Jane Doe", office=Text.of(ko="대표", en="President"))
    assert lines(jane) == [("Jane Doe", "President, U.S. Association", *WASHINGTON.split("\n"))]


def posted_in(zone: str, *bodies: Organization, **given: Any) -> list[tuple[str, ...]]:
    """The labels of a forum of a country, one to each body, to nobody by name."""
    seats = tuple(
        Participation(f"p{n}", "edition", None, body.id, status=Invitation.ACCEPTED)
        for n, body in enumerate(bodies)
    )
    hosts = () if not zone else of().hosts
    dossier = replace(
        of(organizations=bodies or BODIES, hosts=hosts),
        series=replace(of().series, timezone=zone or "UTC"),
        participations=seats,
    )
    made = cards("labels", dossier, **given).content.cards
    return [each.lines for each in made if isinstance(each, Label)]


def test_abroad_the_country_stands_last_in_capitals_and_at_home_not_at_all() -> None:
    korea, america = replace(BODIES[0], address=Text.of(ko=SEOUL)), BODIES[1]
    seoul, washington = (*SEOUL.split("\n"), "한국협회 귀중"), WASHINGTON.split("\n")
    assert posted_in("Asia/Seoul", korea) == [seoul]
    assert posted_in("Asia/Seoul", america) == [("U.S. Association", *washington)]
    assert posted_in("America/New_York", korea) == [(*seoul, "SOUTH KOREA")]
    assert posted_in("America/New_York", america) == [("U.S. Association", *washington[:-1])]
    bare = replace(america, address=Text.of(en="1101 K Street NW\nWashington, DC 20005"))
    assert posted_in("Asia/Seoul", bare)[0][-1] == "UNITED STATES"
    assert posted_in("America/Chicago", bare)[0][-1] == "Washington, DC 20005"
    assert posted_in("", bare)[0][-1] == "UNITED STATES"


def test_abroad_an_address_in_latin_letters_goes_before_others() -> None:
    ours = BODIES[0]
    assert posted_in("America/New_York", ours) == [
        ("Korea Association", "209 Sejong-daero, Seoul", "REPUBLIC OF KOREA")
    ]
    assert posted_in("Asia/Seoul", ours) == [(*SEOUL.split("\n"), "한국협회 귀중")]


def test_a_state_is_no_country_and_a_country_that_was_typed_is_not_said_twice() -> None:
    south = replace(SIA, address=Text.of(en="1 Peach St\nAtlanta\nGeorgia"))
    assert posted_in("Asia/Seoul", south)[0][-2:] == ("Georgia", "UNITED STATES")
    assert posted_in("America/New_York", south)[0][-1] == "Georgia"
    west = replace(SIA, address=Text.of(en="1 Bay St\nSan Jose\nCA"))
    assert posted_in("America/New_York", west)[0][-1] == "CA"
    typed = replace(KSIA, address=Text.of(ko=f"대한민국\n{SEOUL}"))
    assert posted_in("Asia/Seoul", typed)[0][0] == SEOUL.partition("\n")[0]
    assert posted_in("America/New_York", typed)[0] == (
        *SEOUL.split("\n"),
        "한국협회 귀중",
        "SOUTH KOREA",
    )
    office = replace(SIA, address=Text.of(ko=SEOUL))
    assert posted_in("Asia/Seoul", office) == [(*SEOUL.split("\n"), "미국협회 귀중")]
    abroad = replace(SIA, address=Text.of(ko="미국\n워싱턴 K가 1101"))
    assert posted_in("Asia/Seoul", abroad)[0][-1] == "UNITED STATES"
    unknown = replace(SIA, country="", address=Text.of(en="1 Long Lane\nLondon\nUnited Kingdom"))
    assert posted_in("Asia/Seoul", unknown)[0][-1] == "UNITED KINGDOM"


def test_what_is_too_long_for_a_line_parts_between_office_and_body() -> None:
    office = Text.of(en="Senior Vice President, Semiconductor Manufacturing Programs")
    jane = guest(1, "Jane Doe", office=office)
    made = cards("labels", of(jane, organizations=BODIES))
    label, *_ = made.content.cards
    assert isinstance(label, Label)
    assert label.lines[1] == f"{office.get('en', '')}, U.S. Association"
    assert words_of(made, 0).splitlines()[:3] == [
        "Jane Doe",
        office["en"],
        "U.S. Association",
    ]


def test_somebody_s_own_address_goes_before_that_of_the_body() -> None:
    one, person = guest(1, "홍길동", organization="sia")
    home = replace(person, contacts=(Contact("email", "h@x.kr"), Contact("address", "부산 해운대")))
    assert lines((one, home)) == [("부산 해운대", "미국협회", "홍길동 귀하")]


def test_letters_to_japan() -> None:
    one, person = guest(1, "山田太郎", organization=None)
    home = replace(person, contacts=(Contact("address", "東京都千代田区かすみが関1-3-1"),))
    assert lines((one, home)) == [("東京都千代田区かすみが関1-3-1", "山田太郎 殿", "JAPAN")]


def test_a_seat_s_letter_goes_to_the_body() -> None:
    seat = Participation("seat", "edition", None, "ksia", status=Invitation.ACCEPTED)
    dossier = replace(of(organizations=BODIES), participations=(seat,))
    (label,) = cards("labels", dossier).content.cards
    assert isinstance(label, Label)
    assert label.lines == (*SEOUL.split("\n"), "한국협회 귀중")


def test_who_has_no_address_is_told_and_gets_no_label() -> None:
    pairs = [guest(1, "Ann Lee", organization="ministry"), guest(2, "Jane Doe")]
    dossier = of(*pairs, organizations=BODIES)
    made = cards("labels", dossier)
    assert [card.participation for card in made.content.cards] == ["p2"]
    assert "1101 K Street" in words_of(made, 0)
    problems = preflight(dossier, options_for(dossier), "labels", made.rendered)
    (told,) = [problem for problem in problems if problem.kind == "no-address"]
    assert (told.subject.kind, told.subject.id) == ("person", "person1")
