# SPDX-License-Identifier: MIT
"""On which paper an office prints pages of a size, and small pages several on a sheet to be cut.

Nobody sorts leaves: of what is needed in several copies as many are on each sheet as it has places
for, one in every pile that the knife makes; else the leaves go down through the piles, which are
only laid on one another, the first on top.
"""

from __future__ import annotations

from collections.abc import Iterator

from forumdesk.domain.values import frozen
from forumdesk.handouts.imposition.plan import Crease, Piece, Place, Plan, Side
from forumdesk.handouts.imposition.trim import Trim
from forumdesk.handouts.paper import POINTS, Size, paper_name
from forumdesk.handouts.theme import PAPERS

_SMALL = ("A5", "Half-letter")  # that no tray of a copier has
_AMERICAN = ("Letter", "Tabloid", "A4", "A3")
_AMERICANS = ("Half-letter", "Letter", "Tabloid")
_OTHERS = ("A4", "A3", "Letter", "Tabloid")
_SLACK = 1.5  # millimetres by which a page may be narrower than its share of a sheet, or wider


@frozen
class Leaf:
    """A page as it is printed: the size of its paper and of what is left when it is trimmed.

    ``bleed`` is how far it runs over that; all in points.
    """

    page: Size
    trimmed: Size
    bleed: float = 0.0

    @property
    def trim(self) -> Trim:
        """What surrounds it on larger paper."""
        return Trim(self.bleed, crop=True)


@frozen
class Tray:
    """Paper that pages are printed on: its name, its size as it lies, how many pages a side has.

    ``size`` is in millimetres; ``cut``: the paper is cut to the pages.
    """

    paper: str
    size: tuple[float, float]
    columns: int = 1
    rows: int = 1
    cut: bool = False

    @property
    def pages(self) -> int:
        """How many pages a side has."""
        return self.columns * self.rows


def first_leaf(data: bytes) -> Leaf:
    """The first page of a file."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - the arithmetic is done without it

    document = PdfDocument(data)
    try:
        page = document[0]
        trim, bleed = page.get_trimbox(), page.get_bleedbox()
        return Leaf(page.get_size(), (trim[2] - trim[0], trim[3] - trim[1]), trim[0] - bleed[0])
    finally:
        document.close()


def tray(leaf: Leaf) -> Tray:
    """The paper for pages like this one."""
    name, (width, height) = paper_name(leaf.page), (side / POINTS for side in leaf.page)
    if name in PAPERS and name not in _SMALL:
        short, long = PAPERS[name]
        return Tray(name, (long, short) if width > height else (short, long))
    papers = _AMERICAN if paper_name(leaf.trimmed) in _AMERICANS else _OTHERS
    for paper, lying in _sheets(papers):
        columns, rows = round(lying[0] / width), round(lying[1] / height)
        over = abs(lying[0] - columns * width), abs(lying[1] - rows * height)
        if leaf.page == leaf.trimmed and columns * rows > 1 and max(over) < _SLACK:
            return Tray(paper, lying, columns, rows, cut=True)
    wide, tall = ((side + 2 * leaf.trim.slug) / POINTS for side in leaf.trimmed)
    for paper, lying in _sheets(papers):
        if wide < lying[0] and tall < lying[1]:
            return Tray(paper, lying, cut=True)
    return Tray(name, (width, height))


def to_cut(pages: int, on: Tray, leaf: Leaf, piece: Piece) -> Plan:
    """The sheets of so many pages of a file, turned like those of a book, and cut to its leaves."""
    leaves = leaves_of(piece.data, pages, apart=piece.apart)
    count = sheets_of(len(leaves), on, piece.copies)
    sides: list[Side] = []
    for sheet in range(count):
        piles = [leaves[sheet]] * on.pages if piece.copies > 1 else leaves[sheet::count]
        front, back = [], []
        for pile, of in enumerate(piles):
            row, column = divmod(pile, on.columns)
            front.append(Place(of[0], column, row))
            if len(of) > 1:
                back.append(Place(of[1], on.columns - 1 - column, row))
        sides += Side(tuple(front)), Side(tuple(back))
    share = (on.size[0] / on.columns, on.size[1] / on.rows)
    cell = share if on.pages > 1 else (leaf.trimmed[0] / POINTS, leaf.trimmed[1] / POINTS)
    return Plan(cell, on.columns, on.rows, tuple(sides), tuple(_cuts(on)))


def leaves_of(data: bytes, pages: int, *, apart: bool) -> list[range]:
    """The pages of a file by the leaves that have them on their fronts and backs.

    ``apart``: what it hands to somebody begins a leaf, which is where it counts pages from 1
    again; each page does in a file that doesn't say so.
    """
    firsts = (_firsts(data) or range(pages)) if apart else [0]
    ends = [*firsts[1:], pages]
    whole = [range(first, end) for first, end in zip(firsts, ends, strict=True)]
    return [own[n : n + 2] for own in whole for n in range(0, len(own), 2)]


def _firsts(data: bytes) -> list[int]:
    """The pages that a file counts from 1 again; none where it says nothing of its numbers."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    document = PdfDocument(data)
    try:
        return [n for n in range(len(document)) if document.get_page_label(n) == "1"]
    finally:
        document.close()


def sheets_of(leaves: int, on: Tray, copies: int) -> int:
    """How many sheets the leaves of a file take, of which so many copies are needed."""
    return leaves if copies > 1 else -(-leaves // on.pages)


def _sheets(papers: tuple[str, ...]) -> Iterator[tuple[str, tuple[float, float]]]:
    """Papers as they can lie."""
    for paper in papers:
        width, height = PAPERS[paper]
        yield paper, (width, height)
        yield paper, (height, width)


def _cuts(on: Tray) -> Iterator[Crease]:
    for column in range(1, on.columns):
        yield Crease((column, 0), (column, on.rows), cut=True)
    for row in range(1, on.rows):
        yield Crease((0, row), (on.columns, row), cut=True)
