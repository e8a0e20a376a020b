# SPDX-License-Identifier: MIT
"""Texts with mnemonics, as they are read."""

import pytest

from forumdesk.ui.labels import bare


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("&Undo: A && B", "Undo: A & B"),
        ("새 포럼 파일(&N)…", "새 포럼 파일…"),
        ("실행 취소(&U): 견본(2) 추가", "실행 취소: 견본(2) 추가"),
        ("R&&D (&&) &Open", "R&D (&) Open"),
    ],
)
def test_mnemonics_are_not_read(marked: str, read: str) -> None:
    assert bare(marked) == read
