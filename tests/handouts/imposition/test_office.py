# SPDX-License-Identifier: MIT
"""Small pages on office paper: which paper, and what comes of cutting it and stacking the piles."""

import pypdfium2
import pytest

from forumdesk.handouts.imposition.office import Leaf, Tray, sheets_of, to_cut, tray
from forumdesk.handouts.imposition.plan import Piece
from forumdesk.handouts.imposition.press import imposed
from forumdesk.handouts.paper import POINTS
from forumdesk.handouts.theme import PAPERS
from tests.handouts.imposition.paper import Mark, marks_of, pages_pdf, sheet_size, turned_over

A6 = (105.0, 148.0)
SIZES = {**PAPERS, "A6": A6}


def leaf(size: tuple[float, float], around: float = 0.0, bleed: float = 0.0) -> Leaf:
    width, height = (side * POINTS for side in size)
    more = 2 * around * POINTS
    return Leaf((width + more, height + more), (width, height), bleed * POINTS)


@pytest.mark.parametrize("name", [name for name in PAPERS if name not in ("A5", "Half-letter")])
def test_pages_of_office_paper_are_printed_as_they_are(name: str) -> None:
    width, height = PAPERS[name]
    assert tray(leaf((width, height))) == Tray(name, (width, height))
    assert tray(leaf((height, width))) == Tray(name, (height, width))


@pytest.mark.parametrize(
    ("page", "paper", "lies", "grid"),
    [
        ("A5", "A4", (297, 210), (2, 1)),
        ("Half-letter", "Letter", (279.4, 215.9), (2, 1)),
        ("A6", "A4", (210, 297), (2, 2)),
    ],
)
def test_small_pages_fill_a_sheet(
    page: str, paper: str, lies: tuple[float, float], grid: tuple[int, int]
) -> None:
    assert tray(leaf(SIZES[page])) == Tray(paper, lies, *grid, cut=True)
    lying = tray(leaf(SIZES[page][::-1]))
    assert (lying.paper, lying.size, lying.pages) == (paper, lies[::-1], grid[0] * grid[1])


@pytest.mark.parametrize(
    ("page", "paper"),
    [("A5", "A4"), ("A4", "A3"), ("Letter", "Tabloid"), ("Half-letter", "Letter")],
)
def test_pages_with_marks_are_cut_out_of_larger_paper(page: str, paper: str) -> None:
    on = tray(leaf(PAPERS[page], around=10, bleed=3))
    assert (on.paper, on.pages, on.cut) == (paper, 1, True)


def test_what_no_office_paper_holds_stays_as_it_is() -> None:
    on = tray(leaf((400, 500)))
    assert (on.paper, on.cut) == ("400 × 500 mm", False)


def cut(data: bytes, on: Tray) -> list[list[tuple[int, int]]]:
    """The piles of leaves that the knife makes of printed sheets: what is on their two faces.

    Sheets that lie are turned over their short edge, those that stand over their long one: over
    an upright axis as they are looked at.
    """
    assert sheet_size(data) == pytest.approx(on.size, abs=0.01)
    width, height = on.size[0] / on.columns, on.size[1] / on.rows

    def cell(mark: Mark) -> tuple[int, int]:
        assert mark.up
        return int((on.size[1] - mark.y) // height), int(mark.x // width)

    piles: dict[tuple[int, int], list[tuple[int, int]]] = {}
    sides = marks_of(data)
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        through = [turned_over(mark, on.size[0]) for mark in back]
        fronts = {cell(mark): mark.number for mark in front}
        # The number stands at the left of its page: seen through the paper, at the right.
        backs = {cell(mark): mark.number for mark in through}
        assert set(backs) <= set(fronts)
        for at, number in fronts.items():
            piles.setdefault(at, []).append((number, backs.get(at, 0)))
    return [piles[at] for at in sorted(piles)]


@pytest.mark.parametrize("size", [PAPERS["A5"], PAPERS["Half-letter"], A6], ids=str)
@pytest.mark.parametrize("pages", [1, 2, 3, 7, 24])
def test_piles_laid_on_one_another_are_the_file(size: tuple[float, float], pages: int) -> None:
    piece = Piece("one", "01", pages_pdf(pages, size))
    on = tray(leaf(size))
    data = imposed(piece.data, to_cut(pages, on, leaf(size), piece))
    assert (
        len(marks_of(data))
        == 2 * sheets_of(-(-pages // 2), on, 1)
        == 2 * -(-pages // 2 // on.pages)
    )
    read = [number for pile in cut(data, on) for faces in pile for number in faces]
    assert read == [*range(1, pages + 1), *[0] * (pages % 2)]


@pytest.mark.parametrize("size", [PAPERS["A5"], A6], ids=str)
def test_of_several_copies_each_pile_is_one(size: tuple[float, float]) -> None:
    piece = Piece("one", "01", pages_pdf(5, size), copies=30)
    on = tray(leaf(size))
    data = imposed(piece.data, to_cut(5, on, leaf(size), piece))
    assert len(marks_of(data)) == 2 * sheets_of(3, on, 30) == 6
    assert cut(data, on) == [[(1, 2), (3, 4), (5, 0)]] * on.pages


def test_pages_apart_have_nothing_on_their_backs() -> None:
    piece = Piece("one", "01", pages_pdf(3, PAPERS["A5"]), apart=True)
    on = tray(leaf(PAPERS["A5"]))
    data = imposed(piece.data, to_cut(3, on, leaf(PAPERS["A5"]), piece))
    assert cut(data, on) == [[(1, 0), (2, 0)], [(3, 0)]]
    assert sheets_of(3, on, 1) == 2


def test_marks_say_where_to_cut() -> None:
    """Between the pages, as far in as every printer prints, and nowhere else."""
    piece, on = Piece("one", "01", pages_pdf(2, PAPERS["A5"])), tray(leaf(PAPERS["A5"]))
    data = imposed(piece.data, to_cut(2, on, leaf(PAPERS["A5"]), piece))
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    mm = 4 * POINTS
    dark = [image.crop((0, int(y * mm), image.width, int(y * mm) + 1)) for y in (6, 15, 204)]
    across = [
        [x / mm for x in range(row.width) if row.getpixel((x, 0)) < 160]  # type: ignore[operator]
        for row in dark
    ]
    assert across[1] == []
    for found in (across[0], across[2]):
        assert found
        assert all(x == pytest.approx(148.5, abs=0.3) for x in found)
