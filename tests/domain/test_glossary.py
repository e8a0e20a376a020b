# SPDX-License-Identifier: MIT
"""Terms as they are pasted: columns told by headings or scripts, notes in their own language."""

import pytest

from forumdesk.domain.glossary import TypedTerm, is_same, typed_terms
from forumdesk.domain.printed import Term
from forumdesk.domain.wording import EMPTY, Text

BOTH = ("ko", "en")


def term(ko: str = "", en: str = "", /, **note: str) -> TypedTerm:
    return TypedTerm(Text.of(ko=ko, en=en), Text.of(note))


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("", []),
        ("수율", [term("수율")]),
        ("yield", [term("", "yield")]),
        ("수율\tyield\r\n웨이퍼\twafer\r\n", [term("수율", "yield"), term("웨이퍼", "wafer")]),
        ("yield\t수율\nEUV\tEUV", [term("수율", "yield"), term("EUV", "EUV")]),
        ("수율\tyield\t좋은 칩", [term("수율", "yield", ko="좋은 칩")]),
        ("수율\tyield\tgood dies\tmore", [term("수율", "yield", en="good dies")]),
        ("비고\ten\nwhy\tyield", [TypedTerm(Text.of(en="yield"), Text.of(en="why"))]),
        ("text.en\tnote.ko\nyield\t양품", [TypedTerm(Text.of(en="yield"), Text.of(ko="양품"))]),
        ("  수율 \t yield\u200b ", [term("수율", "yield")]),
        ("수율,yield", [term("수율", "yield")]),
        ('"소재, 부품"\t"a ""quoted"" term"', [term("소재, 부품", 'a "quoted" term')]),
    ],
)
def test_lines_of_a_spreadsheet(pasted: str, found: list[TypedTerm]) -> None:
    assert typed_terms(pasted, BOTH) == found


def test_a_series_of_one_language_or_of_three() -> None:
    assert typed_terms("Ausbeute\tgute Chips", ("de",)) == [
        TypedTerm(Text.of(de="Ausbeute"), Text.of(de="gute Chips"))
    ]
    assert typed_terms("yield\t수율\t歩留まり", ("ko", "ja", "en")) == [
        TypedTerm(Text.of(ko="수율", ja="歩留まり", en="yield"), EMPTY)
    ]


def test_terms_are_the_same_that_are_alike_in_a_language_and_in_none_otherwise() -> None:
    known = Term("t", "series", Text.of(ko="수율", en="Yield"))
    assert is_same(known, term("수율"))
    assert is_same(known, term("", "yield"))
    assert not is_same(known, term("수율", "return"))
    assert not is_same(known, TypedTerm(Text.of(de="Ausbeute")))
