# SPDX-License-Identifier: MIT
"""Typed text becomes paragraphs and list items, and loses nothing but marks."""

from forumdesk.handouts.content import Block, BlockKind
from forumdesk.handouts.contents.prose import blocks

P, B, N = BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.NUMBER


def test_lines_are_paragraphs_and_blank_lines_nothing() -> None:
    assert blocks("One.\n\n  Two. \n") == (Block("One."), Block("Two."))
    assert blocks(" \n ") == ()


def test_marks_of_lists_in_both_languages() -> None:
    typed = "- one\n• two\n△ 셋\n△넷\nㅇ 다섯\n1. six\n2) seven\n(3) 여덟\n가. 아홉\n① 열\n②열하나"
    assert blocks(typed) == (
        Block("one", B),
        Block("two", B),
        Block("셋", B),
        Block("넷", B),
        Block("다섯", B),
        Block("six", N, "1."),
        Block("seven", N, "2)"),
        Block("여덟", N, "(3)"),
        Block("아홉", N, "가."),
        Block("열", N, "①"),
        Block("열하나", N, "②"),
    )


def test_what_only_looks_like_a_mark_stays() -> None:
    for typed in ("-5 °C", "*", "2024 was", "1.5 million", "가.", "<b>bold", "– ", "100. century"):
        assert blocks(typed) == (Block(typed.strip()),)
