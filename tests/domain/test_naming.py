# SPDX-License-Identifier: MIT
"""Names as people type them."""

import pytest

from forumdesk.domain.naming import is_called, matches, name_text, names_from, suggested
from forumdesk.domain.people import Name, Names, Person, Script
from forumdesk.domain.wording import Text


def person(typed: str) -> Person:
    return Person("1", names_from(typed))


@pytest.mark.parametrize(
    ("typed", "script", "name"),
    [
        ("홍길동", Script.HANGUL, Name("홍", "길동")),
        ("허 준", Script.HANGUL, Name("허", "준")),
        ("허준", Script.HANGUL, Name("허", "준")),
        ("남궁민", Script.HANGUL, Name("남궁", "민")),
        ("황보 인", Script.HANGUL, Name("황보", "인")),
        ("선우", Script.HANGUL, Name("선", "우")),
        ("김수한무", Script.HANGUL, Name("김", "수한무")),
        ("지나 러몬도 장관", Script.HANGUL, Name(full="지나 러몬도 장관")),
        ("도널드트럼프", Script.HANGUL, Name(full="도널드트럼프")),
        ("러몬도, 지나", Script.HANGUL, Name("러몬도", "지나")),
        ("諸葛亮", Script.HANJA, Name("諸葛", "亮")),
        ("山田 太郎", Script.HANJA, Name("山田", "太郎")),
        ("やまだ たろう", Script.KANA, Name(full="やまだ たろう")),
        ("Gina  Raimondo", Script.LATIN, Name("Raimondo", "Gina")),
        ("Raimondo, Gina M.", Script.LATIN, Name("Raimondo", "Gina M.")),
        ("HONG Gil-dong", Script.LATIN, Name("Hong", "Gil-dong")),
        ("Gil-dong HONG", Script.LATIN, Name("Hong", "Gil-dong")),
        ("J. R. SMITH", Script.LATIN, Name("Smith", "J. R.")),
        ("GINA RAIMONDO", Script.LATIN, Name("RAIMONDO", "GINA")),
        ("John Smith III", Script.LATIN, Name("Smith III", "John")),
        ("Smith Jr.", Script.LATIN, Name(full="Smith Jr.")),
        ("Cher", Script.LATIN, Name(full="Cher")),
        ("Cher,", Script.LATIN, Name(full="Cher,")),
        ("Robert Smith (Bob)", Script.LATIN, Name(full="Robert Smith (Bob)")),
        ("Иван Петров", Script.CYRILLIC, Name(full="Иван Петров")),
        ("Петров, Иван", Script.CYRILLIC, Name("Петров", "Иван")),
        ("42", Script.OTHER, Name(full="42")),
    ],
)
def test_typed_name_is_taken_apart_by_its_script(typed: str, script: Script, name: Name) -> None:
    assert names_from(typed) == Names.of({script: name})


def test_second_name_in_brackets_is_in_its_own_script() -> None:
    assert names_from("Gil-dong HONG (홍길동)") == Names.of(
        {Script.LATIN: Name("Hong", "Gil-dong"), Script.HANGUL: Name("홍", "길동")}
    )


def test_nothing_typed_is_no_name() -> None:
    assert names_from(" \u200b") == Names()


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("홍길동", True),
        ("홍 길동", True),
        ("hong gil dong", True),
        ("Gil-dong Hong", True),
        ("홍길동 (someone)", True),
        ("홍길", False),
        ("Hong", False),
        ("", False),
    ],
)
def test_person_is_called_by_the_whole_name_in_any_script(typed: str, same: bool) -> None:
    assert is_called(person("홍길동 (Gil-dong HONG)"), typed) is same


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("홍", 3),
        ("ㅎ", 3),
        ("호", 3),
        ("홍기", 3),
        ("길동", 3),
        ("동", 2),
        ("ㄱㄷ", 1),
        ("ㅎㄱㄷ", 1),
        ("ㅎㄷ", 0),
        ("GIL", 3),
        ("dong h", 2),
        ("김", 0),
        ("-", 0),
    ],
)
def test_name_fits_while_it_is_typed(typed: str, fit: int) -> None:
    assert matches(person("홍길동 (Gil-dong HONG)"), typed) == fit


def test_accents_and_case_are_set_aside() -> None:
    assert matches(person("José Álvarez"), "alvarez j") == 3


def test_best_fits_are_suggested_first() -> None:
    inside, first, other = person("Leanna Bo"), person("Anna Lee"), person("Bob Ray")
    assert suggested([inside, first, other], "anna") == [first, inside]
    assert suggested([inside, first, other], "anna", limit=1) == [first]


def test_label_says_the_name_for_each_reader() -> None:
    assert name_text(person("홍길동 (Gil-dong HONG)")) == Text.of(ko="홍길동", en="Gil-dong Hong")
