# SPDX-License-Identifier: MIT
"""What is put on sheets reads as before: structure, links, outline, words, fonts."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pytest

from forumdesk.handouts.imposition.plan import Flip
from forumdesk.handouts.imposition.press import imposed, page_count
from forumdesk.handouts.imposition.saddle import Binding, saddle_stitched
from forumdesk.handouts.imposition.trim import UNTRIMMED, Trim
from forumdesk.handouts.options import Options, Paper
from forumdesk.handouts.render import render
from tests.handouts.conftest import poppler, reader
from tests.handouts.full import full_program
from tests.handouts.imposition.paper import pages_pdf

LEAF = (148.5, 210.0)


@pytest.fixture(scope="module")
def leaves() -> bytes:
    return render(full_program(), Options(paper=Paper.A5)).data


def stitched(data: bytes, flip: Flip = Flip.SHORT_EDGE, trim: Trim = UNTRIMMED) -> bytes:
    plan = saddle_stitched(page_count(data), Binding(LEAF, flip, back=True))
    return imposed(data, plan, trim)


@pytest.mark.parametrize("flip", list(Flip))
def test_a_screen_reader_reads_the_same(leaves: bytes, flip: Flip) -> None:
    sheets = stitched(leaves, flip)
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=sheets)
    read = [poppler("pdfinfo", "-struct-text", "-", data=data) for data in (leaves, sheets)]
    assert len(read[0]) > 5000
    assert read[0] == read[1]


def test_every_word_is_on_the_sheets(leaves: bytes) -> None:
    said = [
        sorted(poppler("pdftotext", "-raw", "-", "-", data=data).split())
        for data in (leaves, stitched(leaves))
    ]
    assert said[0] == said[1]


def test_title_and_fonts_stay_as_they_were(leaves: bytes) -> None:
    sheets = stitched(leaves)
    told = [poppler("pdfinfo", "-", data=data).splitlines()[:8] for data in (leaves, sheets)]
    assert told[0] == told[1]
    fonts = [poppler("pdffonts", "-", data=data).splitlines()[2:] for data in (leaves, sheets)]
    assert sorted(line[:60] for line in fonts[0]) == sorted(line[:60] for line in fonts[1])


def test_the_same_pages_give_the_same_bytes(leaves: bytes) -> None:
    assert stitched(leaves) == stitched(leaves)


@pytest.mark.parametrize("flip", list(Flip))
def test_links_and_outline_lead_to_where_pages_went(leaves: bytes, flip: Flip) -> None:
    pages, sheets = reader(leaves), reader(stitched(leaves, flip))
    for before, after in zip(_outline(pages), _outline(sheets), strict=True):
        assert before["/Title"] == after["/Title"]
        leaf = _number(pages, before["/Dest"][0])
        sheet = _number(sheets, after["/Dest"][0])
        assert sheet == _side_of(leaf, len(pages.pages))
    links = [[len(page.get("/Annots", ())) for page in pdf.pages] for pdf in (pages, sheets)]
    assert sum(links[0]) == sum(links[1]) > 0
    for page in sheets.pages:
        wide, tall = (float(side) for side in page.mediabox[2:])
        for link in page.get("/Annots", ()):
            left, low, right, top = (float(side) for side in link.get_object()["/Rect"])
            assert 0 < left < right < wide
            assert 0 < low < top < tall


MARKED = Trim(bleed=9.0, crop=True)


def words_under_links(data: bytes) -> list[str]:
    """What stands where each link is, page after page."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page, told in zip(document, reader(data).pages, strict=True):
        text = page.get_textpage()
        for link in told.get("/Annots", ()):
            left, low, right, top = (float(side) for side in link.get_object()["/Rect"])
            found.append(text.get_text_bounded(left, low, right, top).strip())
    document.close()
    return found


@pytest.mark.parametrize("trim", [UNTRIMMED, MARKED], ids=["plain", "marked"])
@pytest.mark.parametrize("flip", list(Flip))
def test_links_lie_over_their_words(leaves: bytes, flip: Flip, trim: Trim) -> None:
    found = words_under_links(stitched(leaves, flip, trim))
    assert sorted(found) == sorted(words_under_links(leaves))
    assert "" not in found


def test_pages_without_structure_or_content_do_no_harm() -> None:
    sheets = reader(stitched(pages_pdf(3, LEAF)))
    assert len(sheets.pages) == 2
    assert "/StructTreeRoot" not in sheets.root_object


def _outline(pdf: Any) -> Iterator[Any]:
    waiting = [pdf.root_object["/Outlines"]["/First"].get_object()]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += [item[key].get_object() for key in ("/Next", "/First") if key in item]


def _number(pdf: Any, page: Any) -> int:
    return [one.indirect_reference.idnum for one in pdf.pages].index(page.idnum)


def _side_of(leaf: int, pages: int) -> int:
    """On which side of the sheets a page is: two come to each from either end."""
    places = -(-pages // 4) * 4
    at = leaf if leaf < pages - 1 else places - 1  # the last page is the back
    return min(at, places - 1 - at)
