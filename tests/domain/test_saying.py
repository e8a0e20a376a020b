# SPDX-License-Identifier: MIT
"""How values stand in the program's sentences: names that are written from right to left."""

import pytest

from forumdesk.domain.wording import Text
from forumdesk.domain.words import Phrase, Words, words_in

EN, KO = words_in("en"), words_in("ko")
ARABIC = "\u0623\u062d\u0645\u062f"


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
