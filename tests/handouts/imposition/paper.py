# SPDX-License-Identifier: MIT
"""Paper to fold: what stands where on printed sheets, and the book that comes of folding them.

Nothing here knows how pages are imposed. A sheet is looked at as it leaves the printer; it is then
turned over, laid into others, folded and cut as hands would do it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import degrees

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
MARKER = re.compile(r"<(\d+)>")


def pages_pdf(count: int, size: tuple[float, float]) -> bytes:
    """A PDF of so many pages (millimetres), each with its number near its lower left corner."""
    file = BytesIO()
    canvas = Canvas(file, (size[0] * MM, size[1] * MM), invariant=1)
    for number in range(1, count + 1):
        canvas.setFont("Helvetica", 12)
        canvas.drawString(10 * MM, 20 * MM, f"<{number}>")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@dataclass(frozen=True)
class Mark:
    """A page's number where it stands: from the lower left corner of what is trimmed (mm).

    ``up``: it stands upright as the side is looked at.
    """

    number: int
    x: float
    y: float
    up: bool


def marks_of(data: bytes, marker: re.Pattern[str] = MARKER) -> list[list[Mark]]:
    """The markers on each side of the sheets; a marker is at its first sign's lower left."""
    document = pypdfium2.PdfDocument(data)
    sides = [list(_marks(page, marker)) for page in document]
    document.close()
    return sides


def sheet_size(data: bytes) -> tuple[float, float]:
    """Width and height of the first sheet when it is trimmed, in millimetres."""
    document = pypdfium2.PdfDocument(data)
    left, low, right, top = document[0].get_trimbox()
    document.close()
    return (right - left) / MM, (top - low) / MM


def _marks(page: pypdfium2.PdfPage, marker: re.Pattern[str]) -> Iterator[Mark]:
    left, low = page.get_trimbox()[:2]
    text = page.get_textpage()
    said = text.get_text_range()
    for found in marker.finditer(said):
        first = found.start()
        angle = degrees(pypdfium2.raw.FPDFText_GetCharAngle(text.raw, first)) % 360
        assert min(abs(angle - turn) for turn in (0, 180, 360)) < 0.1
        up = not 90 < angle < 270
        box = text.get_charbox(first)
        x, y = (box[0], box[1]) if up else (box[2], box[3])
        yield Mark(int(found[1]), (x - left) / MM, (y - low) / MM, up)
    text.close()


@dataclass(frozen=True)
class Read:
    """A page as it is met in a book: its number (0: blank), whether it stands upright, how far
    its marker is from the spine (mm).
    """

    number: int
    up: bool = True
    from_spine: float = 0.0


def bound(
    data: bytes,
    sheets: Sequence[int],
    *,
    over_long_edge: bool,
    marker: re.Pattern[str] = MARKER,
) -> list[Read]:
    """The pages of a booklet in the order in which they are read.

    The printer turned each lying sheet over one of its edges; ``sheets`` are how many are laid
    into one another, signature after signature.
    """
    width, height = sheet_size(data)
    sides = marks_of(data, marker)
    assert len(sides) == 2 * sum(sheets)
    papers = [
        (front, _behind(back, (width, height), over_long_edge=over_long_edge))
        for front, back in zip(sides[::2], sides[1::2], strict=True)
    ]
    book: list[Read] = []
    for count in sheets:
        nested, papers = papers[:count], papers[count:]
        for front, back in nested:  # turning the leaves at the right of the fold
            book += [_half(front, width, right=True), _half(back, width, right=True)]
        for front, back in reversed(nested):  # and those at its left
            book += [_half(back, width, right=False), _half(front, width, right=False)]
    return book


def _behind(marks: list[Mark], size: tuple[float, float], *, over_long_edge: bool) -> list[Mark]:
    """Where the marks of a back are on the paper, seen from the front as if it were glass.

    Over its short edge a lying sheet turns about an upright axis, over its long edge about a level
    one, which puts the top of the back at the foot of the front.
    """
    width, height = size
    if over_long_edge:
        return [Mark(m.number, m.x, height - m.y, not m.up) for m in marks]
    return [turned_over(m, width) for m in marks]


def turned_over(mark: Mark, width: float) -> Mark:
    """Where a mark of the back is, seen through a sheet that was turned about an upright axis."""
    return Mark(mark.number, width - mark.x, mark.y, mark.up)


def _half(marks: list[Mark], width: float, *, right: bool) -> Read:
    """What one face of a leaf says; nothing else may stand on it."""
    found = [m for m in marks if (m.x > width / 2) is right]
    assert len(found) <= 1
    if not found:
        return Read(0)
    [mark] = found
    return Read(mark.number, mark.up, abs(mark.x - width / 2))


def pocketed(side: list[Mark], size: tuple[float, float]) -> list[Read]:
    """The pages of a sheet of 4 × 2 panels, folded with a cut through its middle.

    The sheet is folded along its length, print outside, cut along that fold between the outer
    folds across, and pushed together from both ends: seen from above it is a cross. Its right and
    left arms are the outer panels, lower row before upper row; the arm in front is folded of the
    lower middle panels, the arm behind of the upper ones. The axis of the cross is the spine.
    """
    width, height = size
    panel = width / 4
    grid: dict[tuple[str, int], Mark] = {}
    for mark in side:
        at = ("upper" if mark.y > height / 2 else "lower", int(mark.x // panel))
        assert at not in grid
        grid[at] = mark
    right, behind = [("lower", 3), ("upper", 3)], [("upper", 2), ("upper", 1)]
    left, before = [("upper", 0), ("lower", 0)], [("lower", 1), ("lower", 2)]
    book = []
    for row, column in (*right, *behind, *left, *before):
        mark = grid.get((row, column))
        if mark is None:
            book.append(Read(0))
            continue
        # The fold along the sheet is the top of the book, the cross's axis between the panels
        # at each end and those next to them.
        upright = mark.up is (row == "lower")
        axis = panel if column < 2 else 3 * panel
        book.append(Read(mark.number, upright, abs(mark.x - axis)))
    return book
