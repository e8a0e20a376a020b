# SPDX-License-Identifier: MIT
"""How values stand in the program's sentences: numbers of things, and names written leftward."""

import pytest

from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase, Words, words_in

EN, KO = words_in("en"), words_in("ko")
ARABIC = "\u0623\u062d\u0645\u062f"


def test_thousands_stand_apart_in_numbers_of_things() -> None:
    assert EN("Shown are the first {count}.", count=1216) == "Shown are the first 1,216."
    assert EN.plural("{count} person", "{count} people", 1_234_567) == "1,234,567 people"
    assert EN.context("no such", "{count} min", count=1440) == "1,440 min"
    assert KO("{count} declined", count=1216) == "불참 1,216명"
    told = Phrase.of("{counts} of {most}", counts=Phrase.of("{count}", count=5000), most=10_000)
    assert told.said(EN) == "5,000 of 10,000"


def test_a_message_may_write_its_numbers_itself() -> None:
    assert EN("{count:,} of {most:05} and {other}", count=1216, most=12, other=999) == (
        "1,216 of 00012 and 999"
    )
    assert EN("{count:d}", count=1216) == "1216"


@pytest.mark.parametrize("name", ["year", "number", "line", "row", "seat", "table", "value", "id"])
def test_a_number_that_says_which_is_left_as_it_is(name: str) -> None:
    assert EN(f"It is {{{name}}}", **{name: 2027}) == "It is 2027"


def test_texts_of_digits_and_sums_that_are_no_number_of_things_stay() -> None:
    assert EN("{room}, {hours}, {kept}", room="1216", hours=1216.5, kept=True) == (
        "1216, 1216.5, True"
    )


def test_the_particle_after_a_number_follows_how_it_is_read() -> None:
    assert KO("{count}을(를)", count=1000) == "1,000을"
    assert KO("{count}을(를)", count=1002) == "1,002를"


@pytest.mark.parametrize("words", [EN, KO])
def test_what_is_written_leftward_is_kept_apart(words: Words) -> None:
    apart = f"\u2068{ARABIC}\u2069"
    for value in (ARABIC, Text.of(ar=ARABIC), Phrase.of(ARABIC), Phrase.of("{who}", who=ARABIC)):
        assert words("“{name}”: 3", name=value) == f"“{apart}”: 3"
        assert words("{name}은(는) {count}", name=value, count=3).startswith(apart)


def test_a_list_that_holds_such_a_name_is_not_kept_apart_twice() -> None:
    listed = Phrase.of("{one}, {two}", one=ARABIC, two="Kim")
    assert EN("{names} speak", names=listed) == f"\u2068{ARABIC}\u2069, Kim speak"
    assert EN("{name} speaks", name="김 Kim") == "김 Kim speaks"
