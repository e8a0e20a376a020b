# SPDX-License-Identifier: MIT
"""What is written on a page: every text with its own pen."""

from forumdesk.handouts.painting import write

BLACK, RED = "0 0 0 rg /T1 9.00 Tf", "1 0 0 rg /T1 9.00 Tf"


def test_a_pen_is_taken_up_where_it_is_another() -> None:
    code: list[str] = []
    assert write([(BLACK, "(a) Tj"), (BLACK, "(b) Tj"), (RED, "(c) Tj")], code) == RED
    assert write([(RED, "(d) Tj"), (BLACK, "(e) Tj")], code, RED) == BLACK
    assert code == [BLACK, "(a) Tj", "(b) Tj", RED, "(c) Tj", "(d) Tj", BLACK, "(e) Tj"]


def test_a_pen_is_taken_up_again_after_a_text_in_pens_of_its_own() -> None:
    code: list[str] = []
    write([(BLACK, "(a) Tj"), ("", f"{RED} (b) Tj"), (BLACK, "(c) Tj")], code)
    assert [line for line in code if line] == [BLACK, "(a) Tj", f"{RED} (b) Tj", BLACK, "(c) Tj"]
