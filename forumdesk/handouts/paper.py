# SPDX-License-Identifier: MIT
"""What paper a file takes: the size of its pages, and how many sheets of it."""

from __future__ import annotations

from forumdesk.handouts.theme import PAPERS

Size = tuple[float, float]
"""Width and height of a page as it lies, in points."""
POINTS = 72 / 25.4  # to a millimetre
_NEAR = 1.0  # millimetres by which pages of one paper may differ


def page_sizes(data: bytes) -> tuple[Size, ...]:
    """The size of every page of a PDF."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - the arithmetic is done without it

    document = PdfDocument(data)
    try:
        return tuple(document.get_page_size(n) for n in range(len(document)))
    finally:
        document.close()


def paper_name(size: Size) -> str:
    """What the paper is called on which a page of this size is: ``A4``; else its measures."""
    short, long = sorted(side / POINTS for side in size)
    for name, sides in PAPERS.items():
        narrow, wide = sorted(sides)
        if abs(narrow - short) < _NEAR and abs(wide - long) < _NEAR:
            return name
    return f"{size[0] / POINTS:.0f} × {size[1] / POINTS:.0f} mm"


def sheets(pages: int, copies: int, *, duplex: bool) -> int:
    """How many sheets of paper so many copies take; each begins on a sheet of its own."""
    return (-(-pages // 2) if duplex else pages) * copies
