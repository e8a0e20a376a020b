# SPDX-License-Identifier: MIT
"""Printing: pages drawn by the worker at the printer's resolution, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from forumdesk.domain.words import N_, Phrase
from forumdesk.handouts.paper import Size
from forumdesk.handouts.worker import PageImage
from forumdesk.ui.sheets.press import Press
from forumdesk.ui.sheets.view import picture

MOST_DPI = 300  # finer pictures only take memory: text edges don't gain on office printers
POINTS = 72


class Manner(Enum):
    """How a page that is larger than the paper is printed; one that is not has its true size."""

    FIT = "fit"
    TILE = "tile"
    TRUE = "true"


class PrintRun(QObject):
    """Prints pages of the sheet at a place of the press; ``FIT`` makes one smaller if need be.

    ``went_on`` carries how many of how many pages are done, ``ended`` the number of pages
    printed; ``failed`` a ``Phrase`` when the printer or the worker gave up, ``cancelled`` tells
    that the user did. The caller keeps it until one of the last three.
    """

    went_on = Signal(int, int)
    cancelled = Signal()
    ended = Signal(int)
    failed = Signal(object)

    def __init__(self, press: Press, place: str, printer: QPrinter, manner: Manner) -> None:
        super().__init__()
        self._press, self._place, self._printer = press, place, printer
        self._manner = manner
        self._painter: QPainter | None = None
        self._pages: list[int] = []
        self._sizes: tuple[Size, ...] = ()
        self._done = 0

    def start(self, pages: Sequence[int], sizes: Sequence[Size]) -> None:
        """Print these pages (from 0), as often as the dialog asked for.

        ``sizes`` are those of all pages: the paper lies as the page does.
        """
        self._pages = _repeated(pages, self._printer)
        self._sizes = tuple(sizes)
        self._printer.setFullPage(True)
        painter = QPainter()
        if not self._begun() or not painter.begin(self._printer):
            self.failed.emit(Phrase.of(N_("The printer did not take the job. Nothing was lost.")))
            return
        self._painter = painter
        self._press.drawn.connect(self._take)
        self._press.failed.connect(self._refused)
        self._ask()

    def cancel(self) -> None:
        """Print no further pages; the printer is told to forget those it has."""
        self._press.cancel(self._id())
        self._printer.abort()
        self._stop(self.cancelled.emit)

    def _begun(self) -> bool:
        """Turn the paper for the next page before it begins; ``False`` if there is none."""
        page = next(iter(self._pages[self._done :]), None)
        if page is None:
            return False
        width, height = self._sizes[page]
        lying = QPageLayout.Orientation
        self._printer.setPageOrientation(lying.Landscape if width > height else lying.Portrait)
        return True

    def _scale(self) -> float:
        return min(self._printer.resolution(), MOST_DPI) / POINTS

    def _ask(self) -> None:
        self._press.draw(self._id(), self._place, self._pages[self._done], self._scale())

    def _id(self) -> str:
        return f"{self._place}!print@{id(self):x}"

    def _take(self, id: str, image: PageImage) -> None:
        if id != self._id() or self._painter is None:
            return
        if self._done and not (self._begun() and self._printer.newPage()):
            self._stop(
                lambda: self.failed.emit(Phrase.of(N_("The printer stopped in the middle.")))
            )
            return
        self._painter.drawImage(self._target(image), picture(image))
        self._done += 1
        self.went_on.emit(self._done, len(self._pages))
        if self._done < len(self._pages):
            self._ask()
        else:
            self._stop(lambda: self.ended.emit(self._done))

    def _target(self, image: PageImage) -> QRectF:
        """The page in its true size, or made smaller to be in the middle of the paper."""
        true = self._printer.resolution() / (self._scale() * POINTS)
        width, height = image.width * true, image.height * true
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        shrink = min(1.0, paper.width() / width, paper.height() / height)
        if shrink == 1.0 or self._manner is Manner.TRUE:
            return QRectF(0, 0, width, height)
        width, height = width * shrink, height * shrink
        x, y = (paper.width() - width) / 2, (paper.height() - height) / 2
        return QRectF(x, y, width, height)

    def _refused(self, id: str, phrase: Phrase) -> None:
        if id == self._id():
            self._stop(lambda: self.failed.emit(phrase))

    def _stop(self, tell: Callable[[], object]) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = None
        self._press.drawn.disconnect(self._take)
        self._press.failed.disconnect(self._refused)
        tell()


def _repeated(pages: Sequence[int], printer: QPrinter) -> list[int]:
    """The pages as often as they are wanted, where the printer doesn't see to that itself."""
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    if printer.collateCopies():
        return list(pages) * copies
    return [page for page in pages for _ in range(copies)]
