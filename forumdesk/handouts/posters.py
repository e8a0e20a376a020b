# SPDX-License-Identifier: MIT
"""Posters on office paper: large pages parted over sheets, with marks to cut and glue by.

A page is read aloud as before: each thing on the sheet on which it begins, and nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from forumdesk.domain.bulk import uncollected
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_
from forumdesk.handouts.flow.boxes import RuleMark, TextMark
from forumdesk.handouts.imposition.objects import Objects, array, beginnings, name, number
from forumdesk.handouts.imposition.repointing import Leaf, Repointing, within
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.paper import POINTS, Size
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width
from forumdesk.handouts.theme import PAPERS, theme
from forumdesk.handouts.tiling import MARGIN, OVERLAP, Tile, Tiling, tiling

SHEETS = ("A4", "Letter", "A3", "Tabloid")
"""The papers that pages are parted over."""
_NAMES = MappingProxyType({name.casefold(): name for name in SHEETS})
_NO_MORE = ("/PageLabels", "/PageLayout", "/OpenAction")  # they are about the pages as they were
_READ_ALOUD = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageMode")
_ARM, _GAP = 5 * POINTS, 1 * POINTS  # of a mark to cut along: its length, and its white


def paper_size(name: str) -> Size:
    """The size of a paper that pages can be parted over; raises ``ForumDeskError`` for another."""
    known = _NAMES.get(name.casefold())
    if known is None:
        raise ForumDeskError(
            N_("{option} can't be “{value}”; it is one of: {values}."),
            option="--tile",
            value=name,
            values=", ".join(SHEETS),
        )
    width, height = PAPERS[known]
    return width * POINTS, height * POINTS


def tiled(data: bytes, paper: Size, pages: Sequence[int] = ()) -> bytes:
    """A file with every page that is larger than the paper parted over several sheets of it.

    ``pages`` (from 0) are those that are wanted, if not all are: for the printer, and not read
    aloud. The same gives the same bytes.
    """
    with uncollected():
        return _Parting(PdfReader(BytesIO(data)), paper).parted(pages)


class _Parting:
    """A file whose large pages give way to sheets of paper."""

    def __init__(self, source: PdfReader, paper: Size) -> None:
        self._source = source
        self._paper = paper
        self._objects = Objects(source)
        self._kids: list[IndirectObject] = []
        self._tree = DictionaryObject({name("Type"): name("Pages")})
        self._held = self._objects.add(self._tree)
        self._leaves: dict[int, Leaf] = {}  # by the number of the page's object
        self._known: dict[int, IndirectObject] = {}

    def parted(self, pages: Sequence[int]) -> bytes:
        """The file of the sheets."""
        source, root = self._source, self._source.root_object
        wanted = [source.pages[n] for n in pages] if pages else list(source.pages)
        whole = [(page, tiling(_size(page), self._paper)) for page in wanted]
        several = len(whole) > 1
        places = [(at if several else 0, over) for at, (_, over) in enumerate(whole, 1)]
        marks = iter(PdfReader(BytesIO(_Marks(_title(source)).drawn(places))).pages)
        for page, plan in whole:
            if pages:
                page.pop("/Annots", None)
            if plan.whole:
                self._keep(page)
            else:
                self._part(page, plan, marks)
        self._tree[name("Kids")] = array(self._kids)
        self._tree[name("Count")] = number(len(self._kids))
        root[name("Pages")] = self._held
        for key in (*_NO_MORE, *(_READ_ALOUD if pages else ())):
            root.pop(key, None)
        self._repoint(root, [page for page, _ in whole])
        return self._objects.written()

    def _repoint(self, root: DictionaryObject, pages: Iterable[PageObject]) -> None:
        """Have what referred to pages refer to sheets."""
        repointing = Repointing(self._leaves)
        repointing.structure(root)
        repointing.outline(root)
        for page in pages:
            leaf = self._leaves.get(_number(page))
            for link in page.get("/Annots", ()):
                if leaf is None:
                    repointing.leading(link.get_object())
                else:
                    repointing.link(link.get_object(), leaf)

    def _keep(self, page: PageObject) -> None:
        page[name("Parent")] = self._held
        if page.indirect_reference is not None:
            self._kids.append(page.indirect_reference)

    def _part(self, page: PageObject, plan: Tiling, marks: Iterator[PageObject]) -> None:
        """Sheets with their parts of a page. What is marked is read on the one where it begins."""
        begins, placed = beginnings(page), []
        left = set(begins)
        for tile in plan.tiles():
            sheet, (x, y) = DictionaryObject(), _corner(plan, tile)
            matrix = (1.0, 0.0, 0.0, 1.0, x - tile.left, y - tile.bottom)
            box = (tile.left, tile.bottom, tile.left + tile.width, tile.bottom + tile.height)
            read = {n for n in left if within(begins[n], box)}
            left -= read
            part = self._objects.twin(page, read)
            forms = {
                name("P"): part,
                name("M"): self._objects.adopted(next(marks), self._known),
            }
            code = (
                f"q {x:.3f} {y:.3f} {tile.width:.3f} {tile.height:.3f} re W n"
                f" 1 0 0 1 {matrix[4]:.3f} {matrix[5]:.3f} cm /P Do Q /M Do"
            )
            sheet[name("Type")], sheet[name("Parent")] = name("Page"), self._held
            sheet[name("MediaBox")] = array((0, 0, *plan.paper))
            sheet[name("Resources")] = DictionaryObject({name("XObject"): DictionaryObject(forms)})
            sheet[name("Contents")] = self._objects.stream(code.encode("ascii"))
            sheet[name("Tabs")] = name("S")
            self._kids.append(self._objects.add(sheet))
            placed.append((box, Leaf(self._kids[-1], part, matrix)))
        leaf = replace(placed[0][1], parts=tuple(placed), marks=begins)
        self._leaves[_number(page)] = leaf
        self._links(page, leaf)

    def _links(self, page: PageObject, leaf: Leaf) -> None:
        """Links go to the sheets on which their words are."""
        for link in page.get("/Annots", ()):
            left, low, right, top = (float(side) for side in link.get_object()["/Rect"])
            sheet = self._objects.thing(leaf.holder((left, low, right, top)).sheet)
            if isinstance(sheet, DictionaryObject):
                sheet[name("Annots")] = array([*sheet.get("/Annots", ()), link])


def _number(page: PageObject) -> int:
    own = page.indirect_reference
    return own.idnum if own is not None else 0


def _corner(plan: Tiling, tile: Tile) -> tuple[float, float]:
    """Where the lower left corner of a part stands on its sheet."""
    return MARGIN, plan.paper[1] - MARGIN - tile.height


def _size(page: PageObject) -> Size:
    return float(page.mediabox.width), float(page.mediabox.height)


def _title(source: PdfReader) -> str:
    known = source.metadata
    return (known.title or "") if known else ""


class _Marks:
    """Draws what stands beside the parts: marks at their corners, and which sheet it is."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._theme = theme("")
        self._root = Node("Document")

    def drawn(self, places: Sequence[tuple[int, Tiling]]) -> bytes:
        """A page of marks for each sheet of all pages that are parted, in order."""
        painter = Painter(self._root, {})
        for at, plan in places:
            if plan.whole:
                continue
            for tile in plan.tiles():
                painter.begin(*plan.paper)
                self._cuts(painter, plan, tile)
                self._label(painter, (at, plan, tile))
                painter.end()
        if not any(not plan.whole for _, plan in places):
            painter.begin(*places[0][1].paper)
            painter.end()
        return painter.finish(("", ""), ("en",), ())

    def _cuts(self, painter: Painter, plan: Tiling, tile: Tile) -> None:
        """At every corner two short lines, outside; where the next sheet begins, two more."""
        x, y = _corner(plan, tile)
        right, top = x + tile.width, y + tile.height
        ways = [x, right] if tile.column == plan.columns - 1 else [x, right - OVERLAP, right]
        heights = [y, top] if tile.row == plan.rows - 1 else [y, y + OVERLAP, top]
        for at in ways:
            self._line(painter, (at, top + _GAP), vertical=True)
            self._line(painter, (at, y - _GAP - _ARM), vertical=True)
        for at in heights:
            self._line(painter, (x - _GAP - _ARM, at), vertical=False)
            self._line(painter, (right + _GAP, at), vertical=False)

    def _line(self, painter: Painter, start: tuple[float, float], *, vertical: bool) -> None:
        thick, ink = self._theme.line("hairline"), self._theme.ink("soft")
        x, y = start
        if vertical:
            painter.field(x - thick / 2, y, (thick, _ARM), ink)
        else:
            painter.marks([RuleMark(x, 0.0, _ARM, thick, ink)], y)

    def _label(self, painter: Painter, place: tuple[int, Tiling, Tile]) -> None:
        """The label, how many there are, and of what, below the part."""
        at, plan, tile = place
        style = self._theme.style("foot")
        x, y = _corner(plan, tile)
        said = f"{tile.label} / {plan.rows * plan.columns}"
        for text in (f"p. {at}" if at else "", self._title):
            said = f"{said} · {text}" if text else said
        room = tile.width - 2 * OVERLAP
        while natural_width([Span(said, style)]) > room and len(said) > 8:
            said = said[:-2].rstrip() + "…"
        span = Span(said, style)
        width = natural_width([span])
        low = y - MARGIN / 2 - style.size / 2
        painter.marks([TextMark(x + OVERLAP, said, span, width, None)], low)
