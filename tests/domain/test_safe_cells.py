# SPDX-License-Identifier: MIT
"""Cells that can't be taken for formulas, and come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forumdesk.domain.safe_cells import guarded, unguarded

BEGINNINGS = "=+-@＝＋－＠\t\r\n\0"
CELLS = st.text(st.sampled_from(BEGINNINGS + "'0 A(") | st.characters(), max_size=8)


@given(CELLS)
@example("'=1+1")
@example("''-")
def test_what_is_guarded_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.sampled_from(BEGINNINGS), st.text())
def test_nothing_that_calls_or_fetches_begins_a_cell(first: str, rest: str) -> None:
    cell = guarded(f"{first}{rest}A1")
    assert cell.startswith("'")


@pytest.mark.parametrize(
    "text",
    [
        *("+82 10-1234-5678", "+82-2-123-4567", "+1 (202) 555-0100", "＋82 10 1234"),
        *("-", "--", "-12", "-1,234.5", "홍길동", "", "'", "'twas", "a=b", "1-2"),
    ],
)
def test_what_is_no_formula_stands_as_typed(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+A1", "@SUM(A1)", "＝1", "-2+3+cmd", "- none"],
)
def test_what_could_be_one_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"
