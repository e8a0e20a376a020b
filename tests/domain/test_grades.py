# SPDX-License-Identifier: MIT
"""Which grade an office is of, by how it is called in Korean and English."""

import tomllib

import pytest

from forumdesk.domain.assets import resources
from forumdesk.domain.grades import grade_place, grades, guess_grade
from forumdesk.domain.wording import EMPTY, Text


@pytest.mark.parametrize(
    ("korean", "english", "grade"),
    [
        ("대통령", "President of the Republic of Korea", "head-of-state"),
        ("", "President of the United States", "head-of-state"),
        ("", "Vice President of the United States", "head-of-government"),
        ("국무총리", "Prime Minister", "head-of-government"),
        ("산업통상자원부 장관", "Minister of Trade, Industry and Energy", "minister"),
        ("통상교섭본부장", "Minister for Trade", "minister"),
        ("상무부 장관", "U.S. Secretary of Commerce", "minister"),
        ("차관", "Vice Minister", "vice-minister"),
        ("", "Under Secretary of Commerce for Industry and Security", "vice-minister"),
        ("주미국 대사", "Ambassador to the United States", "ambassador"),
        ("산업분석 담당 차관보", "Assistant Secretary for Industry", "assistant-minister"),
        ("제조업 담당 부차관보", "Deputy Assistant Secretary", "director-general"),
        ("회장님", "", "chairman"),
        ("부회장", "Vice Chairman", "vice-chairman"),
        ("회장 겸 최고경영자", "President and CEO", "chairman"),
        ("", "President & CEO", "president"),
        ("메모리사업부 부사장", "", "executive-vice-president"),
        ("", "Executive Vice President, Memory Business", "executive-vice-president"),
        ("패키징개발실 상무", "Vice President, Package Development", "vice-president"),
        ("첨단산업정책관", "Director General for Advanced Industry Policy", "director-general"),
        ("반도체과장", "Director, Semiconductor Division", "director"),
        ("대외협력팀 과장", "Manager, External Relations", "manager"),
        ("전기및전자공학부 교수", "Professor of Electrical Engineering", "professor"),
        ("", "Director, Office of the Minister", "director"),
        ("", "Special Assistant to the President", "staff"),
        ("전문가자문단 간사", "Secretary of the Expert Panel", "staff"),
        ("책임연구원", "Principal Researcher", "researcher"),
        ("박사과정생", "Doctoral Student", "student"),
        ("명예홍보", "Ministerial Kingdom", ""),
        ("", "", ""),
    ],
)
def test_an_office_is_of_the_grade_its_words_say(korean: str, english: str, grade: str) -> None:
    assert guess_grade(Text.of(ko=korean, en=english)) == grade


def test_grades_are_in_order_and_called_something_in_both_languages() -> None:
    names = [grade.name for grade in grades()]
    assert names == sorted(set(names), key=names.index)
    wanted = ["head-of-state", "minister", "vice-minister", "ambassador", "chairman", "professor"]
    assert sorted(wanted, key=grade_place) == wanted
    assert grade_place("minister") < grade_place("never heard of") == grade_place("")
    assert all(set(grade.title) == {"ko", "en"} for grade in grades())


def test_no_word_stands_for_two_grades() -> None:
    text = (resources() / "precedence" / "grades.toml").read_text("utf-8")
    for language in ("ko", "en"):
        words = [word for one in tomllib.loads(text)["grade"] for word in one[language]]
        assert len(words) == len(set(words))
        assert all(word == word.casefold().strip() for word in words)


def test_an_office_of_markup_is_only_words() -> None:
    assert guess_grade(Text.of(en="<b>Minister</b> [.*")) == "minister"
    assert guess_grade(EMPTY) == ""
