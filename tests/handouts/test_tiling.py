# SPDX-License-Identifier: MIT
"""Large pages over sheets of paper: nothing is lost, parts overlap, the fewest sheets."""

import re
from collections import Counter
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdfium2 import PdfDocument
from reportlab.pdfgen.canvas import Canvas

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.handouts.catalogue import render
from forumdesk.handouts.contents.grid import grid_content
from forumdesk.handouts.contents.program import agenda_content
from forumdesk.handouts.options import Options, Paper
from forumdesk.handouts.paper import POINTS, Size, page_sizes, paper_name, sheets
from forumdesk.handouts.posters import SHEETS, paper_size, tiled
from forumdesk.handouts.render import render as render_pages
from forumdesk.handouts.theme import PAPERS
from forumdesk.handouts.tiling import MARGIN, OVERLAP, fits, letters, tiling
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import forum
from tests.handouts.full import full_program
from tests.handouts.imposition.test_press import words_under_links
from tests.handouts.test_tagging import walk

A4 = paper_size("A4")


def size(name: str) -> Size:
    width, height = PAPERS[name]
    return width * POINTS, height * POINTS


def poster(paper: Paper) -> bytes:
    options = Options(languages=("en",), paper=paper)
    return render("agenda", agenda_content(forum(), options), options).data


def full_poster() -> bytes:
    """A program with links on pages twice as large as the paper."""
    return render_pages(full_program(), Options(("ko", "en"), paper=Paper.A3)).data


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


def test_a_poster_is_read_once_as_it_was(sample: Dossier) -> None:
    """Each thing on the sheet on which it begins; what other sheets show of it is not read."""
    options = Options(languages=("ko", "en"), paper=Paper.A3)
    for whole in (full_poster(), render("grid", grid_content(sample, options), options).data):
        parted = tiled(whole, A4)
        assert "Tagged:          yes" in poppler("pdfinfo", "-", data=parted)
        before, after = (
            [*walk(reader(data).root_object["/StructTreeRoot"])] for data in (whole, parted)
        )
        assert [(n["/S"], n.get("/Lang")) for n in before] == [
            (n["/S"], n.get("/Lang")) for n in after
        ]
        pdf, read = reader(parted), []
        for page in pdf.pages:
            form: Any = page["/Resources"]
            form = form["/XObject"].raw_get("/P") if "/XObject" in form else page
            code = form.get_object().get_data().decode("latin-1")
            assert code.count("BDC") + code.count("BMC") == code.count("EMC")
            read += [(form.idnum, int(n)) for n in re.findall(r"/MCID (\d+)>>", code)]
        marked = [
            (kid.raw_get("/Stm").idnum, int(kid["/MCID"]))
            for node in after
            for kid in node["/K"]
            if isinstance(kid, dict) and kid.get("/Type") == "/MCR"
        ]
        assert len(marked) > 20
        assert sorted(marked) == sorted(read)
        assert len({form for form, _ in marked}) > 2
        said = [poppler("pdfinfo", "-struct-text", "-", data=data) for data in (whole, parted)]
        words = [Counter(" ".join(re.findall(r'"(.*)"', one)).split()) for one in said]
        # Poppler hears of a line only what is on the same paper.
        assert words[1].total() > 0.8 * words[0].total()


def test_links_of_a_poster_are_where_their_words_are_seen() -> None:
    whole = full_poster()
    before, after = words_under_links(whole), words_under_links(tiled(whole, A4))
    assert len(before) > 3
    assert sorted(after) == sorted(before)
    pdf = reader(tiled(whole, A4))
    for number, page in enumerate(pdf.pages):
        for link in page.get("/Annots", ()):
            left, low, right, top = (float(side) for side in link.get_object()["/Rect"])
            wide, tall = (float(side) for side in page.mediabox[2:])
            assert 0 < (left + right) / 2 < wide, number
            assert 0 < (low + top) / 2 < tall, number


def test_pages_for_the_printer_are_not_read() -> None:
    pdf = reader(tiled(full_poster(), A4, [0]))
    assert "/StructTreeRoot" not in pdf.root_object
    assert not any("/Annots" in page for page in pdf.pages)


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
