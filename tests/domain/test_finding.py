# SPDX-License-Identifier: MIT
"""What records are found by, and how lists in two scripts are ordered."""

from forumdesk.domain.finding import initials, search_text, searched, sort_key
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Contact, Organization, Participation, Person
from forumdesk.domain.wording import Text


def person(name: str) -> Person:
    return Person(name, names_from(name), contacts=(Contact("email", "Hong@Example.org"),))


def test_a_person_is_found_by_name_initials_and_address() -> None:
    text = search_text(person("홍길동 (Gil-dong HONG)"))
    for typed in ("길동", "ㅎㄱㄷ", "ㄱㄷ", "gil-dong", "HONG", "hong@", "honggil"):
        assert searched(typed) in text, typed
    assert searched("홍길순") not in text
    assert searched("ㅎㅎ") not in text


def test_initials_leave_out_what_is_no_syllable() -> None:
    assert initials("까치 SK 하이닉스") == "ㄲㅊㅎㅇㄴㅅ"


def test_a_body_is_found_by_any_of_its_names() -> None:
    body = Organization(
        "o", Text.of(ko="삼성전자", en="Samsung"), aliases=("Samsung Electronics Co.",)
    )
    for typed in ("ㅅㅅㅈㅈ", "electronics co", "SAMSUNG"):
        assert searched(typed) in search_text(body), typed


def test_a_participant_is_found_by_office_and_number() -> None:
    one = Participation(
        "p", "e", "x", office=Text.of(ko="상무", en="Director"), number=37, seat="A-3"
    )
    for typed in ("상무", "director", "37", "a-3"):
        assert searched(typed) in search_text(one), typed


def test_a_list_in_two_scripts_has_the_readers_own_first() -> None:
    people = list(
        map(person, ["Zhang Li", "홍길동 (Gil-dong HONG)", "강하나", "Ángel Ávila", "남궁민"])
    )
    people.append(Person("nobody", names_from("")))

    def ordered(language: str) -> list[str]:
        return [p.id for p in sorted(people, key=lambda p: sort_key(p, language))]

    assert ordered("ko") == [
        *("강하나", "남궁민", "홍길동 (Gil-dong HONG)"),
        *("Ángel Ávila", "Zhang Li", "nobody"),
    ]
    assert ordered("en") == [
        *("Ángel Ávila", "홍길동 (Gil-dong HONG)", "Zhang Li"),
        *("강하나", "남궁민", "nobody"),
    ]


def test_a_short_family_name_comes_before_a_longer_one() -> None:
    people = [person("Anna Lee"), person("Zoe Lee"), person("Adam Leeds")]
    assert [p.id for p in sorted(people, key=lambda p: sort_key(p, "en"))] == [
        *("Anna Lee", "Zoe Lee", "Adam Leeds"),
    ]
