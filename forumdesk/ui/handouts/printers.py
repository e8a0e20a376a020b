# SPDX-License-Identifier: MIT
"""What is said to a printer of a sheet, and what it says back: paper, sides, pages, copies."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from forumdesk.handouts.card_options import Backs
from forumdesk.handouts.catalogue import handout
from forumdesk.handouts.options import Options
from forumdesk.handouts.paper import Size
from forumdesk.handouts.tiling import fits

_NEARLY = 1.1  # a page this much larger than the paper is made to fit without a question


def hand_over(printer: QPrinter, sizes: Sequence[Size], of: tuple[str, Options]) -> None:
    """Tell a printer the paper of a sheet, how it lies, and which sides are printed.

    ``of`` is the handout and what was asked of it.
    """
    if not sizes:
        return
    width, height = sizes[0]
    short, long = sorted((width, height))
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    printer.setPageSize(QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", match))
    lying = QPageLayout.Orientation
    printer.setPageOrientation(lying.Landscape if width > height else lying.Portrait)
    printer.setDuplex(sides_of(sizes, of))


def paper_of(printer: QPrinter) -> Size:
    """The size of the paper in a printer, in points."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Point)
    return float(size.width()), float(size.height())


def too_large(sizes: Sequence[Size], paper: Size) -> bool:
    """Whether a page is so much larger than the paper that somebody must say what to do."""
    roomy = (paper[0] * _NEARLY, paper[1] * _NEARLY)
    return not all(fits(size, roomy) for size in sizes)


def chosen_pages(printer: QPrinter, pages: int, shown: int) -> list[int]:
    """The pages (from 0) that the dialog asked for; ``shown`` is the one in view."""
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        return [shown] if 0 <= shown < pages else []
    ranges = printer.pageRanges()
    return [n for n in range(pages) if ranges.isEmpty() or ranges.contains(n + 1)]


def sides_of(sizes: Sequence[Size], of: tuple[str, Options]) -> QPrinter.DuplexMode:
    """Over which edge paper is turned: as cards say, else like the leaves of a book."""
    mode = QPrinter.DuplexMode
    name, options = of
    if handout(name).cards:
        edges = {Backs.LONG_EDGE: mode.DuplexLongSide, Backs.SHORT_EDGE: mode.DuplexShortSide}
        return edges.get(options.backs, mode.DuplexNone)
    if len(sizes) < 2:
        return mode.DuplexNone
    width, height = sizes[0]
    return mode.DuplexShortSide if width > height else mode.DuplexLongSide
