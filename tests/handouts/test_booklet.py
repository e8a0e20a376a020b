# SPDX-License-Identifier: MIT
"""The booklet: any handout's pages on sheets to fold; bleed and marks for a print shop."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import words_in
from forumdesk.handouts.booklets import BookletContent
from forumdesk.handouts.catalogue import handout, render
from forumdesk.handouts.content import ProgramContent
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.document import Printed
from forumdesk.handouts.imposed import stitched
from forumdesk.handouts.imposition.plan import Flip
from forumdesk.handouts.options import Options, Paper, options_from
from forumdesk.handouts.preflight import preflight
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import content_digest
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.dossiers import NOON
from tests.handouts.imposition.paper import MM, bound, pages_pdf, sheet_size
from tests.handouts.imposition.test_press import words_under_links
from tests.handouts.staged import staged

BOTH = Options(("ko", "en"))
FOLIO = re.compile(r"(\d+) / \d+")


def content(dossier: Dossier, options: Options) -> BookletContent:
    made = handout("booklet").build(dossier, options, Imprint(at=NOON))
    assert isinstance(made, BookletContent)
    return made


def booklet(dossier: Dossier, **given: object) -> Rendered:
    options = options_from(given, BOTH)
    return render("booklet", content(dossier, options), options)


def program_pages(dossier: Dossier) -> bytes:
    """The program alone on pages of the size of the booklet's."""
    options = replace(BOTH, paper=Paper.A5)
    program = handout("program").build(dossier, options, Imprint(at=NOON))
    return render("program", program, options).data


@pytest.mark.parametrize("flip", list(Flip))
@pytest.mark.parametrize(("paper", "size"), [("A4", (297, 210)), ("Letter", (279.4, 215.9))])
def test_the_program_folds_to_a_booklet(
    sample: Dossier, paper: str, size: tuple[float, float], flip: Flip
) -> None:
    made = booklet(sample, paper=paper, flip=flip.value)
    assert sheet_size(made.data) == pytest.approx(size, abs=0.01)
    book = bound(
        made.data,
        [made.pages // 2],
        over_long_edge=flip is Flip.LONG_EDGE,
        marker=FOLIO,
    )
    numbers = [page.number for page in book]
    assert all(page.up for page in book)
    # Covers have no number: the first page, and the last one, before which the blanks are.
    last = max(numbers)
    assert numbers == [0, *range(2, last + 1), *[0] * (len(numbers) - last)]
    assert len(numbers) - last == 1 + -(last + 1) % 4


@pytest.mark.parametrize("given", [{}, {"flip": "long-edge", "press_marks": "crop", "bleed": 3}])
def test_links_lie_over_their_words(sample: Dossier, given: dict[str, object]) -> None:
    leaves, sheets = (
        sorted(words_under_links(data))
        for data in (program_pages(sample), booklet(sample, **given).data)
    )
    assert len(leaves) > 10
    assert leaves == sheets


def test_numbers_of_pages_stand_at_the_outer_edge(sample: Dossier) -> None:
    made = booklet(sample)
    book = bound(made.data, [made.pages // 2], over_long_edge=False, marker=FOLIO)
    numbered = [page for page in book if page.number]
    assert len(numbered) > 10
    assert all(page.from_spine > 120 for page in numbered)


def test_it_says_what_the_program_says(sample: Dossier) -> None:
    made = booklet(sample)
    both = (program_pages(sample), made.data)
    read = [poppler("pdfinfo", "-struct-text", "-", data=data) for data in both]
    assert read[0] == read[1]
    assert "Tagged:          yes" in poppler("pdfinfo", "-", data=made.data)


def test_pages_that_face_each_other_do_so_inside(sample: Dossier) -> None:
    sections = "agenda,notes"
    made = booklet(sample, arrangement="facing", sections=sections, paper="A3")
    sides = texts(made.data)
    # The second side has the page in Korean at the left of that in English.
    assert sides[0].count("공동 주최") == 0
    book = bound(made.data, [made.pages // 2], over_long_edge=False, marker=FOLIO)
    assert [page.number for page in book[:4]] == [0, 1, 2, 3]


def test_other_handouts_can_be_booklets_and_some_can_not() -> None:
    script = booklet(staged(), of="mc-script")
    assert "사회자 시나리오" in texts(script.data)[0]
    with pytest.raises(ForumDeskError) as refused:
        booklet(staged(), of="badges")
    assert "“badges” can't be a booklet" in str(refused.value)


def test_pages_that_were_set_in_another_way_are_put_on_sheets_too() -> None:
    pages = Printed(pages_pdf(5, (148, 210)), 5)
    made = stitched(pages, replace(BOTH, flip=Flip.LONG_EDGE))
    assert (made.pages, made.folded) == (4, True)
    book = bound(made.data, [2], over_long_edge=True)
    assert [page.number for page in book] == [1, 2, 3, 4, 5, 0, 0, 0]
    assert stitched(made, BOTH) is made


def test_the_same_content_has_the_same_digest_whenever_it_is_printed() -> None:
    digests = {
        content_digest(
            handout("booklet").build(staged(), replace(BOTH, of="mc-script"), Imprint(at=at))
        )
        for at in (NOON, NOON.replace(hour=13))
    }
    assert len(digests) == 1
    assert booklet(staged()).data == booklet(staged()).data


def test_its_pages_are_those_of_the_content(sample: Dossier) -> None:
    made = content(sample, BOTH)
    assert isinstance(made.pages, ProgramContent)
    assert made.pages.sheet == made.sheet


def pixels(data: bytes, page: int = 0) -> tuple[Image.Image, float]:
    document = pypdfium2.PdfDocument(data)
    image = document[page].render(scale=2).to_pil().convert("RGB")
    document.close()
    return image, 2 * MM


ACCENT, WHITE = (0x0F, 0x4C, 0x5C), (255, 255, 255)


def test_the_cover_bleeds_and_marks_stand_outside_the_bleed(sample: Dossier) -> None:
    options = options_from({"bleed": 3, "press_marks": "crop"}, BOTH)
    program = handout("program").build(sample, options, Imprint(at=NOON))
    made = render("program", program, options)
    page = reader(made.data).pages[0]
    trim, bleed = ([float(side) / MM for side in box] for box in (page.trimbox, page.bleedbox))
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((210, 297), abs=0.01)
    assert [t - b for t, b in zip(trim, bleed, strict=True)] == pytest.approx(
        [3, 3, -3, -3], abs=0.01
    )
    image, mm = pixels(made.data)
    left, top = (trim[0] - 2.5) * mm, (float(page.mediabox[3]) / MM - trim[3] - 2.5) * mm
    assert image.getpixel((int(left), int(top))) == ACCENT  # within the bleed at the corner
    assert image.getpixel((int(left - mm), int(top))) == WHITE  # and just outside
    across = [image.getpixel((int(x * mm), int((trim[1]) * mm))) for x in range(1, 7)]
    assert any(sum(pixel) < 300 for pixel in across)  # a mark at the height of the edge


def test_a_booklet_bleeds_over_the_edges_but_not_over_its_fold(sample: Dossier) -> None:
    made = booklet(sample, bleed=3, press_marks="crop")
    page = reader(made.data).pages[0]
    image, mm = pixels(made.data)
    wide, tall = (float(side) / MM for side in page.mediabox[2:])
    slug = float(page.trimbox[0]) / MM
    assert (wide - 2 * slug, tall - 2 * slug) == pytest.approx((297, 210), abs=0.01)
    for x in (slug - 2.5, wide - slug + 2.5):  # back and front: their fields reach both edges
        assert image.getpixel((int(x * mm), int((slug + 40) * mm))) == ACCENT
    # At the foot the front is white up to the fold, and the field of the back ends there.
    foot, fold = int((tall - slug - 20) * mm), wide / 2
    assert image.getpixel((int((fold + 1) * mm), foot)) == WHITE
    assert image.getpixel((int((fold - 1) * mm), foot)) == ACCENT


def test_a_cover_never_runs_over_the_fold_and_always_to_the_edge(sample: Dossier) -> None:
    made = booklet(sample, bleed=3, sections="cover,agenda")
    image, mm = pixels(made.data)
    fold = image.width / 2
    assert image.getpixel((int(fold + mm), int(40 * mm))) == ACCENT
    assert image.getpixel((int(fold - mm), int(40 * mm))) == WHITE
    # Half of an A4 sheet is half a millimetre wider than A5: no white is left at its edges.
    image, mm = pixels(booklet(sample).data)
    for x in (0, image.width / 2 - 2, image.width / 2 + 2, image.width - 1):
        assert image.getpixel((int(x), int(40 * mm))) == ACCENT


def test_without_bleed_the_sheet_is_the_paper(sample: Dossier) -> None:
    page = reader(booklet(sample).data).pages[0]
    assert page.mediabox == page.trimbox == page.bleedbox


def test_a_bleed_wider_than_any_is_refused() -> None:
    with pytest.raises(ForumDeskError) as refused:
        booklet(staged(), bleed=21)
    assert "20 mm at most" in str(refused.value)


def looked_at(made: Rendered, **given: object) -> dict[str, str]:
    options = options_from(given, BOTH)
    found = preflight(staged(), options, "booklet", made)
    return {problem.kind: problem.phrase.said(words_in("en")) for problem in found}


def test_preflight_says_how_it_is_printed() -> None:
    made = booklet(staged())
    told = looked_at(made)
    assert told["both-sides"].startswith(f"Sheets of paper: {made.pages // 2}.")
    assert "short edge" in told["both-sides"]
    assert not {"thick", "larger-paper"} & set(told)
    long_edge = looked_at(made, flip="long-edge", bleed=3)
    assert "long edge" in long_edge["both-sides"]
    assert "larger than A4" in long_edge["larger-paper"]


def test_preflight_warns_of_a_booklet_that_hardly_closes() -> None:
    thick = Rendered(b"", 32)
    assert "16 sheets in one fold" in looked_at(thick)["thick"]
    assert "thick" not in looked_at(thick, signature=4)


def test_preflight_looks_at_the_pages_it_has() -> None:
    """What the script's own look finds is found in a booklet of scripts."""
    options = replace(BOTH, of="mc-script")
    alone = {p.kind for p in preflight(staged(), options, "mc-script")}
    assert alone
    assert alone <= {p.kind for p in preflight(staged(), options, "booklet")}
