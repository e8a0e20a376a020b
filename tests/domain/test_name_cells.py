# SPDX-License-Identifier: MIT
"""What stands in cells for names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.domain.korean_names import agreed, may_be
from forumdesk.domain.name_cells import name_cell, plain_name
from forumdesk.domain.naming import names_from
from forumdesk.domain.people import Contact, Name, Names, Script

# Cell: names (script, family, given or full), form of address, office.
HONG = ("Hang", "홍", "길동")
HONG_EN = ("Latn", "Hong", "Gil-dong")
CELLS: dict[str, tuple[list[tuple[str, ...]], dict[str, str], dict[str, str]]] = {
    "홍길동": ([HONG], {}, {}),
    "홍 길동": ([HONG], {}, {}),
    "남궁민수": ([("Hang", "남궁", "민수")], {}, {}),
    "홍길동 (Gil-dong Hong)": ([HONG, HONG_EN], {}, {}),
    "Gil-dong Hong (홍길동)": ([HONG, HONG_EN], {}, {}),
    "HONG, Gil-dong": ([("Latn", "HONG", "Gil-dong")], {}, {}),
    "HONG Gil-dong": ([HONG_EN], {}, {}),
    "Hong Gil-dong": ([HONG_EN], {}, {}),
    "Gil-dong Hong": ([HONG_EN], {}, {}),
    "Hong Gil Dong / 홍길동": ([HONG, ("Latn", "Hong", "Gil Dong")], {}, {}),
    "홍길동\nHong Gil-dong": ([HONG, HONG_EN], {}, {}),
    "홍길동 Hong Gil-dong": ([HONG, HONG_EN], {}, {}),
    "홍길동, Hong Gil-dong": ([HONG, HONG_EN], {}, {}),
    "홍길동(洪吉童)": ([HONG, ("Hani", "洪", "吉童")], {}, {}),
    "홍길동(洪吉童, Hong Gil-dong)": ([HONG, ("Hani", "洪", "吉童"), HONG_EN], {}, {}),
    "김철수 교수님": ([("Hang", "김", "철수")], {"ko": "교수님"}, {"ko": "교수"}),
    "박영희 부사장": ([("Hang", "박", "영희")], {"ko": "부사장"}, {"ko": "부사장"}),
    "박영희부사장": ([("Hang", "박", "영희")], {"ko": "부사장"}, {"ko": "부사장"}),
    "홍 길동 대표이사": ([HONG], {"ko": "대표이사"}, {"ko": "대표이사"}),
    "장관 안덕근": ([("Hang", "안", "덕근")], {}, {"ko": "장관"}),
    "산업통상자원부 장관 안덕근": ([("Hang", "안", "덕근")], {}, {"ko": "산업통상자원부 장관"}),
    "김철수 삼성전자 부사장": ([("Hang", "김", "철수")], {}, {"ko": "삼성전자 부사장"}),
    "김 교수님": ([("Hang", "김")], {"ko": "교수님"}, {"ko": "교수"}),
    "홍길동 선생님 귀하": ([HONG], {"ko": "선생님"}, {}),
    "이순자 여사": ([("Hang", "이", "순자")], {"ko": "여사"}, {}),
    "홍길동님": ([HONG], {}, {}),
    "홍길동 님": ([HONG], {}, {}),
    "홍길동 귀하": ([HONG], {}, {}),
    "홍길동(부회장)": ([HONG], {}, {"ko": "부회장"}),
    "김성태 의원 (金聖泰)": (
        [("Hang", "김", "성태"), ("Hani", "金", "聖泰")],
        {"ko": "의원"},
        {"ko": "의원"},
    ),
    "Dr. Jane Smith": ([("Latn", "Smith", "Jane")], {"en": "Dr."}, {}),
    "Smith, John (Dr.)": ([("Latn", "Smith", "John")], {"en": "Dr."}, {}),
    "Prof. Dr. Müller": ([("Latn", "Müller")], {"en": "Prof. Dr."}, {}),
    "Ms Kim Ji-won": ([("Latn", "Kim", "Ji-won")], {"en": "Ms"}, {}),
    "H.E. Gina Raimondo": ([("Latn", "Raimondo", "Gina")], {"en": "H.E."}, {}),
    "Drew Smith": ([("Latn", "Smith", "Drew")], {}, {}),
    "John Smith, Jr.": ([("Latn", "Smith Jr.", "John")], {}, {}),
    "Van der Berg, Jan": ([("Latn", "Van der Berg", "Jan")], {}, {}),
    "Madonna": ([("Latn", "Madonna")], {}, {}),
    "지나 러몬도": ([("Hang", "지나 러몬도")], {}, {}),
    "제임스 카메론": ([("Hang", "제임스 카메론")], {}, {}),
    "山田 太郎": ([("Hani", "山田", "太郎")], {}, {}),
    "러몬도, 지나": ([("Hang", "러몬도", "지나")], {}, {}),
    "Иванова, Анна": ([("Cyrl", "Иванова", "Анна")], {}, {}),
    "홍길동, 김철수": ([("Hang", "홍길동, 김철수")], {}, {}),
}


@pytest.mark.parametrize("cell", CELLS)
def test_names_and_titles_are_told_apart(cell: str) -> None:
    names, honorific, office = CELLS[cell]
    wanted = {
        Script(script): Name(*parts) if len(parts) > 1 else Name(full=parts[0])
        for script, *parts in names
    }
    found = name_cell(cell)
    assert found.names == Names.of(wanted)
    assert (dict(found.honorific), dict(found.office)) == (honorific, office)


@pytest.mark.parametrize(
    "cell", ["미정", "TBD", "tba", "추후 통보", "-", "N.N.", "To be announced"]
)
def test_a_name_to_follow_is_no_name(cell: str) -> None:
    assert (name_cell(cell).names, name_cell(cell).open) == (Names(), True)


def test_an_office_alone_is_a_name_to_follow() -> None:
    assert (name_cell("장관").open, dict(name_cell("장관").office)) == (True, {"ko": "장관"})


def test_addresses_handles_and_degrees_are_kept_apart() -> None:
    found = name_cell("Jane Smith <jane@x.example> @jsmith")
    assert found.names == names_from("Jane Smith")
    assert (found.contacts, found.note) == ((Contact("email", "jane@x.example"),), "@jsmith")
    assert name_cell("@jsmith").names == Names.of({Script.OTHER: Name(full="@jsmith")})
    assert name_cell("jane@x.example").contacts == (Contact("email", "jane@x.example"),)
    assert name_cell("Jane Smith, Ph.D.").note == "Ph.D."
    assert name_cell("O'Neil, Shaquille, MBA").names == names_from("O'Neil, Shaquille")


def test_a_total_is_nobody() -> None:
    assert name_cell("합계").total
    assert name_cell("Total").total


KIM = {Script.HANGUL: Name("강", "길부")}


def test_the_hangul_name_says_where_the_latin_family_name_is() -> None:
    for typed in ("KANG GHILBOO", "Kang Ghilboo", "Ghilboo Kang", "Kang, Ghilboo"):
        names = Names.of({**KIM, **names_from(typed)})
        assert agreed(names)[Script.LATIN] == Name("Kang", "Ghilboo")
    mary = {Script.HANGUL: Name("메리", "앤")}  # a foreign name in Hangul tells nothing
    for other in ({**KIM, **names_from("Peter Miller")}, {**mary, **names_from("Mary Hall")}):
        assert agreed(Names.of(other)) == Names.of(other)


def test_family_names_are_known_in_many_spellings() -> None:
    for hangul, spellings in {
        "이": "Lee Yi Rhee Ri I", "정": "Jeong Jung Chung Cheong Chong", "박": "Park Pak Bak",
        "유": "Yoo You Yu Ryu", "최": "Choi Choe", "신": "Shin Sin", "안": "Ahn An",
        "서": "Seo Suh", "설": "Sul", "임": "Lim Im Rim", "제갈": "Jegal",
    }.items():  # fmt: skip
        assert all(may_be(word, hangul) for word in spellings.split()), hangul
    assert not may_be("Smith", "이")
    assert not may_be("Kim", "강")
    assert not may_be("Ghilboo", "강")


@given(st.text(max_size=20))
def test_any_cell_is_understood_somehow(text: str) -> None:
    name_cell(text.strip() or "x")


@given(st.from_regex(r"[가-힣]{2,4}|[A-Z][a-z]{1,4} [A-Z][a-z]{1,4}", fullmatch=True))
def test_the_quick_way_finds_the_same(text: str) -> None:
    names = plain_name(text)
    assert names is None or names == names_from(text)
