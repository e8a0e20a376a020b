# SPDX-License-Identifier: MIT
"""QR codes hold what they can hold and are drawn square by square."""

import re

from forumdesk.handouts.qr import QUIET, grid, module, path


def test_a_code_has_its_three_finders_and_is_as_small_as_can_be() -> None:
    code = grid("https://forum.example/2025")
    assert len(code) == len(code[0]) == 25
    finder = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")
    for top, left in ((0, 0), (0, 18), (18, 0)):
        seen = [code[top + row][left : left + 7] for row in range(7)]
        assert tuple("".join("01"[dark] for dark in row) for row in seen) == finder


def test_a_text_too_long_for_any_code_has_none() -> None:
    assert len(grid("x" * 2000)) == 169
    assert grid("x" * 2001) == ()
    assert grid("가" * 800) == ()


def test_the_dark_modules_are_drawn_and_nothing_else() -> None:
    code = grid("https://forum.example/2025")
    assert module(code, 66.0) == 2.0
    drawn = [
        tuple(map(float, found))
        for found in re.findall(r"(\S+) (\S+) (\S+) (\S+) re", path(code, (10, 20), 66.0))
    ]
    dark = {
        (round((x - 10) / 2 - QUIET + n), round((20 + 66 - y) / 2 - QUIET - 1))
        for x, y, width, _ in drawn
        for n in range(round(width / 2))
    }
    assert dark == {(c, r) for r, row in enumerate(code) for c, on in enumerate(row) if on}
