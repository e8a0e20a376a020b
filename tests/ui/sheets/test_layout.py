# SPDX-License-Identifier: MIT
"""Where pages lie in a view."""

from forumdesk.ui.sheets.layout import GAP, TIGHT, Layout, Place


def test_pages_lie_below_one_another_in_the_middle() -> None:
    layout = Layout(3, 100, 200, 400)
    assert [layout.place(n) for n in range(3)] == [
        Place(0, 150, GAP, 100, 200),
        Place(1, 150, 2 * GAP + 200, 100, 200),
        Place(2, 150, 3 * GAP + 400, 100, 200),
    ]
    assert layout.total_height == 4 * GAP + 600


def test_spreads_begin_with_the_cover_alone_on_the_right() -> None:
    layout = Layout(4, 100, 200, 400, spread=True)
    assert [(layout.row_of(n), layout.place(n).x) for n in range(4)] == [
        (0, 200 + TIGHT),
        (1, 100 - TIGHT),
        (1, 200 + TIGHT),
        (2, 100 - TIGHT),
    ]
    assert layout.rows == 3


def test_single_page_is_no_spread() -> None:
    assert Layout(1, 100, 200, 400, spread=True).place(0).x == 150


def test_pages_in_view_are_those_of_the_rows_in_view() -> None:
    layout = Layout(100, 100, 200, 400)
    step = 200 + GAP
    assert [p.page for p in layout.between(10 * step + GAP, 12 * step)] == [10, 11]
    assert [p.page for p in Layout(0, 100, 200, 400).between(0, 500)] == []


def test_page_at_a_height_and_its_top_agree() -> None:
    for spread in (False, True):
        layout = Layout(9, 100, 200, 400, spread=spread)
        for page in range(9):
            found = layout.page_at(layout.top(page))
            assert layout.row_of(found) == layout.row_of(page)
    assert Layout(9, 100, 200, 400).page_at(99_999) == 8
