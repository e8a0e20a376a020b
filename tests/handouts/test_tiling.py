# SPDX-License-Identifier: MIT
"""Large pages over sheets of paper: nothing is lost, parts overlap, the fewest sheets."""

from io import BytesIO
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from forumdesk.domain.desk import ForumDeskError
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.contents.program import agenda_content
from forumdesk.handouts.options import Options, Paper
from forumdesk.handouts.paper import POINTS, Size, page_sizes, paper_name, sheets
from forumdesk.handouts.posters import SHEETS, paper_size, tiled
from forumdesk.handouts.theme import PAPERS
from forumdesk.handouts.tiling import MARGIN, OVERLAP, fits, letters, tiling
from tests.handouts.conftest import reader, texts
from tests.handouts.dossiers import forum

A4 = paper_size("A4")


def size(name: str) -> Size:
    width, height = PAPERS[name]
    return width * POINTS, height * POINTS


def poster(paper: Paper) -> bytes:
    options = Options(languages=("en",), paper=paper)
    return render("agenda", agenda_content(forum(), options), options).data


def together(*files: bytes) -> bytes:
    writer, out = PdfWriter(), BytesIO()
    for data in files:
        writer.append(reader(data))
    writer.write(out)
    return out.getvalue()


def test_a_page_that_fits_is_left_as_it_is() -> None:
    for page in (A4, (A4[1], A4[0]), size("A5")):
        plan = tiling(page, A4)
        assert plan.whole
        assert (plan.paper[0] > plan.paper[1]) is (page[0] > page[1])
    assert not tiling(size("A3"), A4).whole


@pytest.mark.parametrize(
    ("page", "paper", "count"),
    [("A3", "A4", 4), ("A2", "A4", 8), ("A1", "A4", 15), ("A1", "A3", 8), ("Tabloid", "Letter", 4)],
)
def test_as_few_sheets_as_it_takes(page: str, paper: str, count: int) -> None:
    assert len(list(tiling(size(page), paper_size(paper)).tiles())) == count


def test_labels_are_letters_for_rows_and_numbers_for_columns() -> None:
    labels = [tile.label for tile in tiling(size("A2"), A4).tiles()]
    assert labels[:4] == ["A1", "A2", "B1", "B2"]
    assert [letters(n) for n in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


SIDES = st.floats(100, 4000)


@given(st.tuples(SIDES, SIDES), st.sampled_from(SHEETS))
def test_parts_cover_the_page_and_overlap(page: Size, name: str) -> None:
    plan = tiling(page, paper_size(name))
    parts = list(plan.tiles())
    assert len(parts) == plan.rows * plan.columns
    if plan.whole:
        assert fits(page, plan.paper)
        return
    across, down = (side - 2 * MARGIN for side in plan.paper)
    for part in parts:
        assert 0 < part.width <= across + 0.01
        assert 0 < part.height <= down + 0.01
    by_place = {(part.row, part.column): part for part in parts}
    for (row, column), part in by_place.items():
        if beside := by_place.get((row, column + 1)):
            assert part.left + part.width - beside.left == pytest.approx(OVERLAP)
        else:
            assert part.left + part.width == pytest.approx(page[0])
        if below := by_place.get((row + 1, column)):
            assert below.bottom + below.height - part.bottom == pytest.approx(OVERLAP)
        else:
            assert part.bottom == pytest.approx(0)
    assert by_place[0, 0].left == 0
    assert by_place[0, 0].bottom + by_place[0, 0].height == pytest.approx(page[1])


def test_a_poster_says_on_its_sheets_what_it_says_whole() -> None:
    whole = poster(Paper.A3)
    parted = tiled(whole, A4)
    pages = texts(parted)
    assert len(pages) == 4
    said = " ".join(pages)
    assert all(word in said for word in ("Opening", "Talk", "09:45"))
    for label, page in zip(("A1", "A2", "B1", "B2"), pages, strict=True):
        assert f"{label} / 4" in page
    assert {paper_name(one) for one in page_sizes(parted)} == {"A4"}
    assert parted == tiled(whole, A4)


def test_parts_keep_the_margin_that_printers_need() -> None:
    """A page all black is black on its sheets inside the margins alone, but for the marks."""
    black = BytesIO()
    canvas = Canvas(black, pagesize=size("A3"))
    canvas.rect(-10, -10, 2000, 2000, fill=1)
    canvas.save()
    parted = tiled(black.getvalue(), A4)
    for number, part in enumerate(tiling(size("A3"), A4).tiles()):
        document = PdfDocument(parted)
        shown = document[number].render(scale=1).to_pil().convert("L")
        document.close()
        middle = shown.height // 2 if part.height > 300 else int(MARGIN + part.height / 2)
        row = [shown.getpixel((x, middle)) < 100 for x in range(shown.width)]
        inside = [x for x, dark in enumerate(row) if dark]
        assert min(inside) == pytest.approx(MARGIN, abs=1.5)
        assert len(inside) == pytest.approx(part.width, abs=3)


def test_only_pages_that_are_wanted_are_parted() -> None:
    two = together(poster(Paper.A3), poster(Paper.A4))
    assert len(reader(two).pages) == 2
    assert len(reader(tiled(two, A4, [1])).pages) == 1
    assert len(reader(tiled(two, A4, [0, 1])).pages) == 5
    assert "p. 1" in texts(tiled(two, A4, [0, 1]))[0]


def test_papers_are_named_and_counted() -> None:
    for name, turned in product(PAPERS, (False, True)):
        width, height = size(name)
        assert paper_name((height, width) if turned else (width, height)) == name
    assert paper_name((100 * POINTS, 50 * POINTS)) == "100 × 50 mm"
    assert sheets(3, 10, duplex=False) == 30
    assert sheets(3, 10, duplex=True) == 20
    with pytest.raises(ForumDeskError, match="A4, Letter, A3, Tabloid"):
        paper_size("A9")
