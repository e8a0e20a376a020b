# SPDX-License-Identifier: MIT
"""Printed sheets folded back: the book that hands would make reads from the first page on."""

import pytest

from forumdesk.handouts.imposition.plan import Flip
from forumdesk.handouts.imposition.press import imposed, page_count
from forumdesk.handouts.imposition.saddle import Binding, saddle_stitched
from forumdesk.handouts.imposition.trim import UNTRIMMED, Trim
from forumdesk.handouts.imposition.zine import pocket_folded
from tests.handouts.imposition.paper import bound, marks_of, pages_pdf, pocketed, sheet_size

LEAF = (148.5, 210.0)
BOTH = pytest.mark.parametrize("flip", list(Flip))


def booklet(pages: int, binding: Binding, trim: Trim = UNTRIMMED) -> bytes:
    return imposed(pages_pdf(pages, LEAF), saddle_stitched(pages, binding), trim)


def numbers(pages: int, blanks: int, *, back: bool) -> list[int]:
    read = list(range(1, pages + 1))
    return [*read[:-1], *[0] * blanks, *read[-1:]] if back else [*read, *[0] * blanks]


@BOTH
@pytest.mark.parametrize("back", [True, False])
@pytest.mark.parametrize(
    ("pages", "sheets"), [(1, 1), (2, 1), (4, 1), (5, 2), (8, 2), (12, 3), (40, 10), (41, 11)]
)
def test_a_booklet_reads_in_order(pages: int, sheets: int, back: bool, flip: Flip) -> None:
    data = booklet(pages, Binding(LEAF, flip, back=back))
    book = bound(data, [sheets], over_long_edge=flip is Flip.LONG_EDGE)
    assert [page.number for page in book] == numbers(pages, 4 * sheets - pages, back=back)
    assert all(page.up for page in book)


@BOTH
@pytest.mark.parametrize(
    ("pages", "most", "sheets"),
    [(40, 4, [4, 3, 3]), (41, 4, [4, 4, 3]), (41, 20, [11]), (16, 1, [1, 1, 1, 1]), (5, 8, [2])],
)
def test_a_thick_booklet_is_bound_of_signatures(
    pages: int, most: int, sheets: list[int], flip: Flip
) -> None:
    data = booklet(pages, Binding(LEAF, flip, most, back=True))
    book = bound(data, sheets, over_long_edge=flip is Flip.LONG_EDGE)
    assert [page.number for page in book] == numbers(pages, 4 * sum(sheets) - pages, back=True)
    assert all(page.up for page in book)


@BOTH
def test_pages_of_inner_sheets_move_toward_the_spine(flip: Flip) -> None:
    def read(thickness: float) -> list[float]:
        data = booklet(24, Binding(LEAF, flip, 3, thickness))
        return [p.from_spine for p in bound(data, [3, 3], over_long_edge=flip is Flip.LONG_EDGE)]

    depths = [0, 0, 1, 1, 2, 2, 2, 2, 1, 1, 0, 0] * 2
    moved = [flat - crept for flat, crept in zip(read(0.0), read(0.12), strict=True)]
    assert moved == pytest.approx([0.12 * depth for depth in depths], abs=0.002)


@BOTH
def test_no_page_moves_into_the_fold_however_many_sheets_there_are(flip: Flip) -> None:
    def shifts(thickness: float) -> list[float]:
        sides = saddle_stitched(1000, Binding(LEAF, flip, thickness=thickness)).sides
        return [abs(place.shift) for side in sides for place in side.places]

    assert max(shifts(0.1)) == 5.0
    assert shifts(0.1)[:8] == pytest.approx([0, 0, 0, 0, 0.1, 0.1, 0.1, 0.1])
    assert max(shifts(0.01)) == pytest.approx(2.49)


@BOTH
def test_blanks_before_the_first_page_stay_there(flip: Flip) -> None:
    data = booklet(6, Binding(LEAF, flip, lead=1, back=True))
    book = bound(data, [2], over_long_edge=flip is Flip.LONG_EDGE)
    assert [page.number for page in book] == [0, 1, 2, 3, 4, 5, 0, 6]


@pytest.mark.parametrize("pages", [1, 7, 8])
def test_a_pocket_sheet_reads_in_order(pages: int) -> None:
    cell = (74.25, 105.0)
    data = imposed(pages_pdf(pages, cell), pocket_folded(pages, cell))
    [side] = marks_of(data)
    book = pocketed(side, sheet_size(data))
    assert [page.number for page in book] == [*range(1, pages + 1), *[0] * (8 - pages)]
    assert all(page.up for page in book)
    # Of a right-hand page the spine is at its left, where the marker is, of a left-hand one not.
    near = [page.from_spine < cell[0] / 2 for page in book if page.number]
    assert near == [n % 2 == 0 for n in range(pages)]


def test_more_than_eight_pages_go_on_to_another_sheet() -> None:
    cell = (69.85, 107.95)
    data = imposed(pages_pdf(19, cell), pocket_folded(19, cell))
    books = [pocketed(side, sheet_size(data)) for side in marks_of(data)]
    read = [page.number for book in books for page in book]
    assert read == [*range(1, 20), *[0] * 5]


def test_marks_and_bleed_stand_round_the_trimmed_sheet() -> None:
    data = booklet(8, Binding(LEAF), Trim(bleed=9.0, crop=True))
    assert page_count(data) == 4
    assert sheet_size(data) == pytest.approx((297, 210), abs=0.01)
    book = bound(data, [2], over_long_edge=False)
    assert [page.number for page in book] == [*range(1, 9)]


def test_a_page_of_another_size_is_made_to_fit_its_half() -> None:
    data = imposed(pages_pdf(4, (210, 297)), saddle_stitched(4, Binding(LEAF)))
    assert sheet_size(data) == pytest.approx((297, 210), abs=0.01)
    book = bound(data, [1], over_long_edge=False)
    assert [page.number for page in book] == [1, 2, 3, 4]
    # Half an A4 page in A4's proportion: 10 mm from the edge become 7, on either side of the fold.
    near, far = (page.from_spine for page in book[:2])
    assert near == pytest.approx(10 / 2**0.5, abs=0.5)
    assert near + far == pytest.approx(148.5, abs=0.5)
