# SPDX-License-Identifier: MIT
"""When two people are the same: pairs and what is to be thought of them, both ways round."""

import unicodedata

import pytest

from forumdesk.domain.matching.comparing import Likeness, compare
from forumdesk.domain.matching.doubles import Pair, affiliations, suspects
from forumdesk.domain.matching.romanizing import romanized, sound, spellings
from forumdesk.domain.matching.traits import Traits, body_key, body_keys, phone_key, traits_of
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Contact, Distinction, Names, Organization, Person
from forumdesk.domain.wording import Text
from forumdesk.domain.words import words_in

SAME, DOUBTFUL, DIFFERENT = Likeness.SAME, Likeness.DOUBTFUL, Likeness.DIFFERENT
NFD = unicodedata.normalize("NFD", "홍길동")


def names(written: str) -> Names:
    """Names in several scripts, ``/`` between them."""
    every = {}
    for one in written.split("/"):
        every |= names_from(one)
    return Names.of(every)


def person(told: str) -> Traits:
    """``name; e-mail, telephone, [organization]``, each as far as it is known."""
    written, _, rest = told.partition(";")
    contacts, bodies = [], ()
    for part in filter(None, map(str.strip, rest.split(","))):
        if part.startswith("["):
            bodies = body_keys(part.strip("[]"))
        else:
            contacts.append(Contact("email" if "@" in part else "phone", part))
    return traits_of(names(written), contacts, bodies)


PAIRS = [
    # The same name in the same script, and something besides.
    ("홍길동; hong@kisa.kr", "홍길동; hong@kisa.kr", SAME),
    ("홍길동; hong@kisa.kr", f"{NFD}; HONG@KISA.KR", SAME),
    ("홍길동; hong@kisa.kr", "홍 길동; hong@kisa.kr", SAME),
    ("홍길동; hong@kisa.kr", "홍길동 님; hong@kisa.kr", SAME),
    ("홍길동; hong@kisa.kr", "홍길동님; hong@kisa.kr", SAME),
    ("홍길동; hong@kisa.kr", "홍길동 교수님; hong@kisa.kr", SAME),
    ("홍길동; 010-1234-5678", "홍길동; +82 10 1234 5678", SAME),
    ("홍길동; 010-1234-5678", "홍길동; +82-(0)10-1234-5678", SAME),
    ("홍길동; 02-788-2708", "홍길동; 0082 2 788 2708", SAME),
    ("홍길동; [삼성전자]", "홍길동; [㈜삼성전자]", SAME),
    ("홍길동; [삼성전자]", "홍길동; [삼성전자(주)]", SAME),
    ("홍길동; [삼성전자]", "홍길동; [주식회사 삼성전자]", SAME),
    ("Hong Gil-dong; h@k.kr", "Gil-Dong HONG; h@k.kr", SAME),
    ("Hong Gil-dong; h@k.kr", "Hong, Gildong; h@k.kr", SAME),
    ("Hong Gil-dong; h@k.kr", "Gil Dong Hong; h@k.kr", SAME),
    ("Hong Gil-dong; h@k.kr", "ＨＯＮＧ Gildong; h@k.kr", SAME),
    ("Hong Gil-dong; h@k.kr", "Dr. Gildong Hong; h@k.kr", SAME),
    ("Gina Raimondo; [Commerce Dept.]", "RAIMONDO, Gina; [Commerce Dept]", SAME),
    ("José Núñez; j@x.es", "Jose Nunez; j@x.es", SAME),
    ("Jane Roe; [Acme Corp.]", "Ms. Jane Roe; [ACME Corporation]", SAME),
    ("Jane Roe; [Samsung Electronics]", "Jane Roe; [Samsung Electronics Co., Ltd.]", SAME),
    ("姜吉夫; k@a.kr", "姜吉夫; k@a.kr", SAME),
    ("홍길동/Hong Gildong; h@k.kr", "홍길동; h@k.kr", SAME),
    ("이영희/Lee Younghee; y@k.kr", "이영희/Yi Yeonghui; y@k.kr", SAME),
    ("홍길동; h@k.kr, [삼성전자]", "홍길동; h@k.kr, [LG전자]", SAME),  # a new house
    ("홍길동; h@k.kr, 010-1234-5678", "홍길동; h@k.kr, 010-9999-0000", SAME),  # a new number
    # A name alone, or with something that speaks against it.
    ("홍길동", "홍길동", DOUBTFUL),
    ("Jane Roe", "Roe, Jane", DOUBTFUL),
    ("홍길동; h@k.kr", "홍길동", DOUBTFUL),
    ("홍길동; h@k.kr", "홍길동; gildong@naver.com", DOUBTFUL),
    ("홍길동; [삼성전자]", "홍길동; [LG전자]", DOUBTFUL),
    ("홍길동; h@k.kr, [삼성전자]", "홍길동; g@k.kr, [삼성전자]", DOUBTFUL),
    ("홍길동; 010-1234-5678, [KSIA]", "홍길동; 010-9999-0000, [KSIA]", DOUBTFUL),
    ("홍길동; h@k.kr, 02-788-2708", "홍길동; g@k.kr, 02-788-2708", DOUBTFUL),
    ("김성태/金聖泰; k@a.kr", "김성태/金成泰; k@a.kr", DOUBTFUL),
    ("김성태/KIM SUNGTAE", "김성태/KIM SEANGTAE", DOUBTFUL),
    # A name that sounds alike.
    ("홍길동", "Hong Gil-dong", DOUBTFUL),
    ("홍길동; h@k.kr", "Gildong Hong; h@k.kr", DOUBTFUL),
    ("홍길동; [KSIA]", "Gildong Hong; [KSIA]", DOUBTFUL),
    ("이영희", "Younghee Lee", DOUBTFUL),
    ("이영희", "Yi Yeong-hui", DOUBTFUL),
    ("Lee Younghee", "Rhee Yeonghui", DOUBTFUL),
    ("김기범", "Kibum Kim", DOUBTFUL),
    ("박정수", "Jung-Soo Park", DOUBTFUL),
    ("Bak Jeongsu", "Park Jungsoo", DOUBTFUL),
    ("최경환", "CHOI KYUNGHWAN", DOUBTFUL),
    ("CHOE Gyeonghwan", "CHOI GYUNGHWAN", DOUBTFUL),
    ("임종석", "Lim Jongseok", DOUBTFUL),
    ("임종석", "Im Jong Suk", DOUBTFUL),
    ("유승민", "Yoo Seong Min", DOUBTFUL),
    ("류현진", "Hyun-jin Ryu", DOUBTFUL),
    ("노회찬", "Roh Hoechan", DOUBTFUL),
    ("조국", "Cho Kuk", DOUBTFUL),
    ("강경화", "Kang Kyung-wha", DOUBTFUL),
    ("신동빈", "Shin Dong-bin", DOUBTFUL),
    ("오세훈", "Oh Se-hoon", DOUBTFUL),
    ("오세훈", "O Se Hun", DOUBTFUL),
    ("서정진", "Suh Jungjin", DOUBTFUL),
    ("문재인", "Moon Jae-in", DOUBTFUL),
    ("우원식", "Woo Won-shik", DOUBTFUL),
    ("전해철", "Chun Hae-cheol", DOUBTFUL),
    ("허창수", "Huh Chang-soo", DOUBTFUL),
    ("남궁민", "Namkoong Min", DOUBTFUL),
    ("강길부", "KANG GHILBOO", DOUBTFUL),
    ("John F. Kennedy", "Kennedy, John", DOUBTFUL),
    # One address for several people.
    ("홍길동; office@ksia.kr", "김철수; office@ksia.kr", DOUBTFUL),
    ("Jane Roe; desk@x.com", "John Doe; desk@x.com", DOUBTFUL),
    # Other people.
    ("홍길동", "김철수", DIFFERENT),
    ("홍길동; 02-788-2708, [국회]", "김철수; 02-788-2708, [국회]", DIFFERENT),
    ("이영수", "이수영", DIFFERENT),
    ("김성태", "김승태", DIFFERENT),
    ("김성태/Kim Sungtae", "김승태/Kim Sungtae", DIFFERENT),
    ("김성태/金聖泰; a@a.kr", "김성태/金成泰; b@a.kr", DIFFERENT),
    ("최경환/崔炅煥; [국회]", "최경환/崔敬煥; [국회]", DIFFERENT),
    ("정민", "Chung Min; ", DOUBTFUL),
    ("Jung Min; a@a.kr, [A]", "Chung Min; b@b.kr, [B]", DIFFERENT),
    ("Jane Roe", "Jane Doe", DIFFERENT),
    ("Mark Lee", "Mary Lee", DIFFERENT),
    ("Anna Smith; [Acme]", "Hanna Smith; [Acme]", DIFFERENT),
    ("; a@a.kr", "; b@b.kr", DIFFERENT),
    ("홍길동", "", DIFFERENT),
]


@pytest.mark.parametrize(("one", "other", "likeness"), PAIRS)
def test_two_people_are_the_same_doubtfully_or_not(
    one: str, other: str, likeness: Likeness
) -> None:
    assert compare(person(one), person(other)).likeness is likeness
    assert compare(person(other), person(one)) == compare(person(one), person(other))


@pytest.mark.parametrize(("one", "other", "likeness"), PAIRS)
def test_who_may_be_the_same_is_found_among_others(
    one: str, other: str, likeness: Likeness
) -> None:
    def known(id: str, told: str) -> Person:
        written, _, rest = told.partition(";")
        parts = [part.strip() for part in rest.split(",")]
        kinds = {part: "email" if "@" in part else "phone" for part in parts if part[:1] != "["}
        contacts = (Contact(kind, part) for part, kind in kinds.items() if part)
        return Person(id, names(written), contacts=tuple(contacts))

    bodies = {"one": person(one).bodies, "other": person(other).bodies}
    people = [known("one", one), Person("x", names_from("전혀 딴사람")), known("other", other)]
    found = [(pair.one, pair.other, pair.likeness) for pair in suspects(people, bodies)]
    assert found == ([] if likeness is DIFFERENT else [("one", "other", likeness)])


def test_reasons_say_what_speaks_for_and_then_against() -> None:
    found = compare(person("홍길동; a@k.kr, 02-788-2708"), person("홍길동; b@k.kr, 02-788-2708"))
    assert [phrase.said(words_in("en")) for phrase in found.reasons] == [
        "the same name",
        "the same telephone number",
        "another e-mail address",
    ]


def test_who_was_told_apart_is_not_asked_again() -> None:
    people = [Person(str(n), names_from("홍길동")) for n in range(3)]
    apart = [Distinction("d", "2", "0")]
    found = suspects(people, {}, apart)
    assert [(pair.one, pair.other) for pair in found] == [("0", "1"), ("1", "2")]


def test_the_surely_same_come_first() -> None:
    people = [
        Person("a", names_from("김철수")),
        Person("b", names_from("김철수")),
        Person("c", names_from("홍길동")),
        Person("d", names_from("홍길동")),
    ]
    ksia = Organization("k", Text.of(ko="한국반도체산업협회"), Text.of(en="KSIA"))
    stand_for = affiliations([ksia], [("c", "k"), ("d", "k"), (None, "k"), ("a", None)])
    found = suspects(people, stand_for)
    assert [(pair.one, pair.likeness) for pair in found] == [("c", SAME), ("a", DOUBTFUL)]
    assert isinstance(found[0], Pair)


def test_a_house_of_one_address_does_not_make_everybody_suspect_of_everybody() -> None:
    people = [
        Person(
            str(n),
            names_from(f"Name{chr(97 + n % 26)}{chr(97 + n // 26)} Person"),
            contacts=(Contact("email", "desk@x.kr"),),
        )
        for n in range(600)
    ]
    assert len(suspects(people, {})) < 600 * 100


@pytest.mark.parametrize(
    ("hangul", "latin"), [("홍길동", "honggildong"), ("최", "choe"), ("값", "gap"), ("A", "A")]
)
def test_hangul_is_romanized_syllable_by_syllable(hangul: str, latin: str) -> None:
    assert romanized(hangul) == latin


def test_spellings_of_a_family_name_are_suggested() -> None:
    assert spellings("Lee") == ("Yi", "Rhee", "Li", "Ri", "I", "Rhie", "이")
    assert spellings("이")[:3] == ("Lee", "Yi", "Rhee")
    assert "Younghee Rhee" in spellings("Younghee Lee")
    assert spellings("홍길동") == ("Gildong Hong",)
    assert "Yeonghui Rhee" in spellings("이영희")
    assert spellings("Raimondo") == ()
    assert spellings("") == ()


def test_sounds_of_unlike_names_stay_apart() -> None:
    heard = {
        sound(word) for word in ["길동", "철수", "영희", "민수", "정은", "재인", "세훈", "경화"]
    }
    assert len(heard) == 8


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("010-1234-5678", "1012345678"),
        ("+82 10 1234 5678", "1012345678"),
        ("０１０-1234-5678", "1012345678"),
        ("+1 (202) 555-0100", "12025550100"),
        ("119", ""),
        ("", ""),
    ],
)
def test_telephone_numbers_are_known_by_their_digits(number: str, key: str) -> None:
    assert phone_key(number) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Samsung Electronics Co., Ltd.", "samsungelectronics"),
        ("㈜한화", "한화"),
        ("The Group", "thegroup"),
        ("(사)한국반도체산업협회", "한국반도체산업협회"),
        ("株式会社日立", "日立"),
        ("", ""),
    ],
)
def test_organizations_are_known_without_the_words_for_their_kind(name: str, key: str) -> None:
    assert body_key(name) == key


def test_a_name_is_the_same_identity_in_any_form() -> None:
    one = person("Hong Gil-dong; h@k.kr, 010-1234-5678, [삼성전자]")
    assert one.identity == person("HONG GilDong; H@K.kr, +82 10 1234 5678, [㈜삼성전자]").identity
    assert one.identity != person("Hong Gil-dong; h@k.kr").identity
    assert person("이영수").identity != person("이수영").identity
