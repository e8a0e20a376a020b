# SPDX-License-Identifier: MIT
"""Address labels, each in the order of its country."""

from dataclasses import replace
from typing import Any

from forumdesk.domain.people import Contact, Invitation, Participation, Person
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
    assert lines((one, home)) == [("東京都千代田区かすみが関1-3-1", "山田太郎 殿")]


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
