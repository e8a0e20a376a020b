# SPDX-License-Identifier: MIT
"""Numbers of editions in titles: by pattern and language."""

import pytest

from forumdesk.domain.forum import Edition, Series, edition_title
from forumdesk.domain.numbering import counted_on, numbered, ordinal, ordinal_word, roman
from forumdesk.domain.wording import Text


@pytest.mark.parametrize(
    ("pattern", "number", "language", "title"),
    [
        ("제{n}회 {title}", 3, "ko", "제3회 포럼"),
        ("{n}th {title}", 1, "en", "1st 포럼"),
        ("{n}th {title}", 22, "en", "22nd 포럼"),
        ("{n}th {title}", 113, "en", "113th 포럼"),
        ("{title} {N}", 31, "en", "포럼 XXXI"),
        ("{title} {roman}", 4, "ko", "포럼 IV"),
        ("{ordinal} {title}", 1, "en", "First 포럼"),
        ("{ordinal} {title}", 21, "en-GB", "Twenty-First 포럼"),
        ("{ordinal} {title}", 40, "en", "Fortieth 포럼"),
        ("{ordinal} {title}", 100, "en", "100th 포럼"),
        ("제{ordinal}회 {title}", 3, "ko", "제3회 포럼"),
        ("{n}", 3, "de", "3 포럼"),
        ("{title} {{n}}", 3, "en", "포럼 {3}"),
        ("{nothing} {title}", 3, "en", "{nothing} 포럼"),
    ],
)
def test_pattern_makes_a_title(pattern: str, number: int, language: str, title: str) -> None:
    assert numbered(pattern, number, language, "포럼") == title


def test_title_that_looks_like_a_pattern_stays_as_it_is() -> None:
    assert numbered("{n}th {title}", 2, "en", "Forum {N}") == "2nd Forum {N}"


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "I"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (444, "CDXLIV"), (1999, "MCMXCIX")],
)
def test_roman_numeral(number: int, said: str) -> None:
    assert roman(number) == said


def test_numbers_there_is_no_numeral_or_word_for_stay_figures() -> None:
    assert (roman(0), roman(4000)) == ("0", "4000")
    assert (ordinal_word(0, "en"), ordinal_word(101, "en")) == ("0th", "101st")
    assert [ordinal(n, "ko") for n in (1, 2)] == ["1", "2"]


def test_every_ordinal_word_is_another() -> None:
    words = [ordinal_word(n, "en") for n in range(1, 100)]
    assert len(set(words)) == 99
    assert words[11:13] == ["Twelfth", "Thirteenth"]
    assert words[89] == "Ninetieth"


def test_edition_has_a_title_in_each_language_by_its_pattern() -> None:
    series = Series(
        "s",
        Text.of(ko="포럼", en="Forum", de="Forum"),
        languages=("ko", "en", "de"),
        numbering=Text.of(en="{title} {N}"),
    )
    assert edition_title(series, Edition("e", "s", 31)) == Text.of(
        ko="제31회 포럼", en="Forum XXXI", de="31. Forum"
    )


def test_numbers_count_on_from_one_of_them() -> None:
    assert counted_on("abcd", "b", 7) == [("b", 7), ("c", 8), ("d", 9)]
