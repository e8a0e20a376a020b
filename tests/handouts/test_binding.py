# SPDX-License-Identifier: MIT
"""What is printed at one go: it reads as its files do, and every sheet comes out right."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest

from forumdesk.domain.dossier import Dossier
from forumdesk.handouts.catalogue import handout
from forumdesk.handouts.catalogue import render as made
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.imposition.plan import Flip, Piece, PressMarks
from forumdesk.handouts.options import Options, Paper
from forumdesk.handouts.pack.binding import bound
from forumdesk.handouts.paper import POINTS
from forumdesk.handouts.render import render
from forumdesk.handouts.theme import PAPERS
from tests.handouts.conftest import poppler, reader, texts
from tests.handouts.full import full_program
from tests.handouts.imposition.test_press import words_under_links
from tests.handouts.test_tagging import told, walk
from tests.handouts.timetabled import conference

BOTH = Options(("ko", "en"))
TITLE = "모두 인쇄 (all) 4 0 R"


def program(paper: Paper = Paper.A4, **more: Any) -> bytes:
    return render(full_program(), Options(("ko", "en"), paper=paper, **more)).data


def sheets_of(name: str, of: Dossier) -> bytes:
    options = handout(name).usual(BOTH)
    return made(name, handout(name).build(of, options, Imprint()), options).data


@pytest.fixture(scope="module")
def pieces() -> tuple[Piece, ...]:
    """A program, pages that lie, and pages that are sheets by themselves."""
    grid, signs = (sheets_of(name, conference(4)) for name in ("grid", "door-signs"))
    return (
        Piece("01 프로그램 (3)", "01", program()),
        Piece("02 Grid", "02", grid),
        Piece("03 Signs 4 0 R", "03", signs, apart=True),
        Piece("04 Booklet", "04", grid, flip=Flip.LONG_EDGE),
    )


@pytest.fixture(scope="module")
def together(pieces: tuple[Piece, ...]) -> bytes:
    return bound(TITLE, pieces)


def root_of(data: bytes) -> Any:
    return reader(data).root_object["/StructTreeRoot"]


def top_of(data: bytes) -> Any:
    kids = root_of(data)["/K"]
    return (kids[0] if isinstance(kids, list) else kids).get_object()


def elements(top: Any) -> list[tuple[str, ...]]:
    """What a screen reader meets: tags, languages and words for pictures, in order."""
    keys = ("/S", "/Lang", "/Alt")
    return [tuple(str(node.get(key, "")) for key in keys) for node in walk(top)][1:]


def flat(lines: list[Any]) -> Iterator[Any]:
    for line in lines:
        if isinstance(line, list):
            yield from flat(line)
        else:
            yield line


SMALL = (
    Piece("01 프로그램 (3)", "01", program(Paper.A5)),
    Piece("02 Program", "02", program(Paper.A5, theme="plain"), copies=3),
)


@pytest.mark.parametrize("small", [False, True])
def test_it_is_a_document_of_the_files(pieces: tuple[Piece, ...], small: bool) -> None:
    of = SMALL if small else pieces
    data = bound(TITLE, of)
    top = top_of(data)
    assert top["/S"] == "/Document"
    parts = [part.get_object() for part in top["/K"]]
    assert [(p["/S"], p["/T"], p["/Lang"]) for p in parts] == [
        ("/Part", one.name, "ko") for one in of
    ]
    for part, piece in zip(parts, of, strict=True):
        assert part["/P"] == top
        assert elements(part) == elements(top_of(piece.data))
        assert len(elements(part)) > 5
    said = [poppler("pdfinfo", "-struct-text", "-", data=one) for one in (data, *_files(of))]
    read = [[line.strip() for line in one.splitlines() if '"' in line] for one in said]
    assert [line for line in read[0] if "Part" not in line] == list(chain(*read[1:]))


def _files(pieces: tuple[Piece, ...]) -> Iterator[bytes]:
    return (piece.data for piece in pieces)


@pytest.mark.parametrize("small", [False, True])
def test_the_parent_tree_is_one(pieces: tuple[Piece, ...], small: bool) -> None:
    """Every page, or form of one, and every link has a key of its own that leads to its owner."""
    pdf = reader(bound(TITLE, SMALL if small else pieces))
    root: Any = pdf.root_object["/StructTreeRoot"]
    numbers = root["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))
    assert list(owners) == sorted(owners)
    assert root["/ParentTreeNextKey"] > max(owners)
    top = root["/K"].get_object()
    known = {node.indirect_reference.idnum for node in walk(top) if node.indirect_reference}
    keys = []
    for page in pdf.pages:
        forms: Any = page.get("/Resources", {}).get("/XObject", {})
        holders = [page, *(form.get_object() for form in forms.values())]
        keys += [one["/StructParents"] for one in holders if "/StructParents" in one]
        for link in page.get("/Annots", ()):
            keys.append(link.get_object()["/StructParent"])
            (owner,) = told(owners[keys[-1]])
            assert any(kid.get("/Obj") == link for kid in owner["/K"] if isinstance(kid, dict))
    assert sorted(keys) == list(owners)
    found = [owner for key in owners for owner in told(owners[key])]
    assert len(found) > 100
    assert {owner.indirect_reference.idnum for owner in found} <= known


def test_links_lie_over_their_words(pieces: tuple[Piece, ...], together: bytes) -> None:
    before = [word for piece in pieces for word in words_under_links(piece.data)]
    assert len(before) > 3
    assert words_under_links(together) == before
    small = [word for piece in SMALL for word in words_under_links(piece.data)]
    assert sorted(words_under_links(bound(TITLE, SMALL))) == sorted(small)


def test_the_outline_has_each_files_own_under_its_name(
    pieces: tuple[Piece, ...], together: bytes
) -> None:
    pdf = reader(together)
    lines = [line for line in pdf.outline if not isinstance(line, list)]
    under = [line for line in pdf.outline if isinstance(line, list)]
    assert [line.title for line in lines] == [piece.name for piece in pieces]
    first = 0
    for line, own, piece in zip(lines, under, pieces, strict=True):
        alone = reader(piece.data)
        assert pdf.get_destination_page_number(line) == first
        step = 2 if piece.apart else 1
        leads = [
            (one.title, first + step * (alone.get_destination_page_number(one) or 0))
            for one in flat(alone.outline)
        ]
        assert [(one.title, pdf.get_destination_page_number(one)) for one in flat(own)] == leads
        pages = len(alone.pages) * step
        first += pages + pages % 2


def test_every_file_begins_on_a_front_and_all_pages_stand(
    pieces: tuple[Piece, ...], together: bytes
) -> None:
    expected = []
    for piece in pieces:
        for page in texts(piece.data):
            expected += [page.split(), []] if piece.apart else [page.split()]
        expected += [[]] * (len(expected) % 2)
    assert [page.split() for page in texts(together)] == expected
    pdf = reader(together)
    for page in pdf.pages:
        wide, tall = (float(side) for side in page.mediabox[2:])
        turn = page.get("/Rotate", 0)
        assert (wide > tall) is (turn in (90, 270))
    # The head of a page that lies is at the binding edge; of a booklet for the other way of
    # turning the backs are upside down already.
    turns = {pdf.page_labels[n]: page.get("/Rotate", 0) for n, page in enumerate(pdf.pages)}
    assert turns["01-1"] == 0
    assert turns["02-1"] == turns["04-1"] == 270
    backs = [turn for label, turn in turns.items() if label.endswith("-2") and turn]
    assert backs == [90, 270][: len(backs)]


def test_it_says_how_it_is_printed(together: bytes) -> None:
    info = poppler("pdfinfo", "-", data=together)
    assert "Tagged:          yes" in info
    assert TITLE in info
    pdf = reader(together)
    wanted = pdf.root_object["/ViewerPreferences"]
    assert (wanted["/Duplex"], wanted["/PrintScaling"]) == ("/DuplexFlipLongEdge", "/None")
    assert wanted["/DisplayDocTitle"].value
    assert pdf.root_object["/Lang"] == "ko"
    assert set(pdf.metadata or {}) == {"/Title", "/Creator", "/Keywords"}
    assert pdf.page_labels[:2] == ["01-1", "01-2"]


def test_the_same_files_are_the_same_bytes(pieces: tuple[Piece, ...], together: bytes) -> None:
    assert bound(TITLE, pieces) == together
    assert bound(TITLE, SMALL) == bound(TITLE, SMALL)


def test_small_pages_lie_two_on_a_sheet() -> None:
    pdf = reader(bound(TITLE, SMALL))
    for number, page in enumerate(pdf.pages):
        sides = [float(side) / POINTS for side in page.mediabox[2:]]
        assert sides == pytest.approx([297, 210], abs=0.01)
        assert page["/Rotate"] == (90 if number % 2 else 270)
    first, second = (len(reader(piece.data).pages) for piece in SMALL)
    assert len(pdf.pages) == 2 * -(-first // 4) + second + second % 2


@pytest.mark.parametrize("marks", list(PressMarks)[::2])
def test_pages_that_bleed_are_cut_out_of_larger_paper(marks: PressMarks) -> None:
    data = bound(TITLE, [Piece("01", "01", program(bleed=3, press_marks=marks))])
    for page in reader(data).pages:
        if "/TrimBox" not in page:  # a blank
            continue
        sides = [
            float(b) - float(a) for a, b in zip(page.mediabox[:2], page.mediabox[2:], strict=True)
        ]
        assert sides == pytest.approx([s * POINTS for s in PAPERS["A3"]], abs=0.01)
        trim = [float(side) for side in page.trimbox]
        assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx(
            [s * POINTS for s in PAPERS["A4"]], abs=0.01
        )
        middle = [(a + b) / 2 for a, b in zip(trim[:2], trim[2:], strict=True)]
        paper = [
            (float(a) + float(b)) / 2
            for a, b in zip(page.mediabox[:2], page.mediabox[2:], strict=True)
        ]
        assert middle == pytest.approx(paper, abs=0.01)
