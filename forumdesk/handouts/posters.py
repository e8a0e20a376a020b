# SPDX-License-Identifier: MIT
"""Posters on office paper: large pages parted over sheets, with marks to cut and glue by.

What is parted is for the printer: the structure for reading aloud stays with the whole page.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from io import BytesIO
from types import MappingProxyType

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import RectangleObject

from forumdesk.domain.bulk import uncollected
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.words import N_
from forumdesk.handouts.flow.boxes import RuleMark, TextMark
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.paper import POINTS, Size
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width
from forumdesk.handouts.theme import PAPERS, theme
from forumdesk.handouts.tiling import MARGIN, OVERLAP, Tile, Tiling, tiling

SHEETS = ("A4", "Letter", "A3", "Tabloid")
"""The papers that pages are parted over."""
_NAMES = MappingProxyType({name.casefold(): name for name in SHEETS})
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

    ``pages`` (from 0) are those that are wanted, if not all are. The same gives the same bytes.
    """
    with uncollected():
        writer = PdfWriter()
        source = PdfReader(BytesIO(data))
        marked = _Marks(_title(source))
        wanted = [source.pages[n] for n in pages] if pages else list(source.pages)
        whole = [(page, tiling(_size(page), paper)) for page in wanted]
        several = len(whole) > 1
        places = [(number if several else 0, over) for number, (_, over) in enumerate(whole, 1)]
        over = PdfReader(BytesIO(marked.drawn(places)))
        sheets = iter(over.pages)
        for page, plan in whole:
            if plan.whole:
                writer.add_page(page)
                continue
            for tile in plan.tiles():
                made = writer.add_page(_sheet(page, (plan, tile), next(sheets)))
                made.compress_content_streams()
        writer.metadata = None
        out = BytesIO()
        writer.write(out)
    return out.getvalue()


def _sheet(page: PageObject, place: tuple[Tiling, Tile], marks: PageObject) -> PageObject:
    """A sheet of paper with its part of the page, and its marks over it."""
    plan, tile = place
    width, height = plan.paper
    sheet = PageObject.create_blank_page(width=width, height=height)
    x, y = _corner(plan, tile)
    part = copy(page)
    # What is merged is clipped to its crop box.
    part.cropbox = RectangleObject(
        (tile.left, tile.bottom, tile.left + tile.width, tile.bottom + tile.height)
    )
    move = Transformation().translate(x - tile.left, y - tile.bottom)
    sheet.merge_transformed_page(part, move)
    sheet.merge_page(marks)
    return sheet


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
        for number, plan in places:
            if plan.whole:
                continue
            for tile in plan.tiles():
                painter.begin(*plan.paper)
                self._cuts(painter, plan, tile)
                self._label(painter, (number, plan, tile))
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
        number, plan, tile = place
        style = self._theme.style("foot")
        x, y = _corner(plan, tile)
        said = f"{tile.label} / {plan.rows * plan.columns}"
        for text in (f"p. {number}" if number else "", self._title):
            said = f"{said} · {text}" if text else said
        room = tile.width - 2 * OVERLAP
        while natural_width([Span(said, style)]) > room and len(said) > 8:
            said = said[:-2].rstrip() + "…"
        span = Span(said, style)
        width = natural_width([span])
        low = y - MARGIN / 2 - style.size / 2
        painter.marks([TextMark(x + OVERLAP, said, span, width, None)], low)
