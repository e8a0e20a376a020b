# SPDX-License-Identifier: MIT
"""Taking the sheet shown out of the window: as a file, into another viewer, onto paper."""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Phrase
from forumdesk.handouts.naming import write_whole
from forumdesk.handouts.options import Options
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import options_kept
from forumdesk.handouts.tiling import tiling
from forumdesk.services.publishing import log_printing
from forumdesk.ui.handouts.printers import chosen_pages, hand_over, paper_of, too_large
from forumdesk.ui.handouts.printing import Manner, PrintRun
from forumdesk.ui.messages import Question
from forumdesk.ui.sheets.press import Said
from forumdesk.ui.sheets.sheet import SheetView
from forumdesk.ui.workspace import Workspace


@frozen
class Shown:
    """The sheet that is shown: which handout, how it was asked for, the name of its file."""

    handout: str
    options: Options
    name: str


@frozen
class _Job:
    """A sheet being printed: what it is and says, which pages of it, how often."""

    shown: Shown
    said: Said
    rendered: Rendered
    pages: tuple[int, ...]
    copies: int


class Output(QObject):
    """``changed`` tells that printing began or ended, ``went_on`` carries how far it is."""

    changed = Signal()
    went_on = Signal(str)

    def __init__(self, work: Workspace, sheet: SheetView, shown: Callable[[], Shown]) -> None:
        super().__init__(sheet)
        self._work, self._sheet, self._shown = work, sheet, shown
        self._run: PrintRun | None = None
        self._tiling: tuple[str, QPrinter, _Job] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        work.press.made.connect(self._tiled)
        work.press.failed.connect(self._not_tiled)

    @property
    def printing(self) -> bool:
        """Whether something is being printed."""
        return self._run is not None or self._tiling is not None

    def export(self) -> None:
        """Write the sheet as PDF where the user says."""
        rendered = self._sheet.rendered
        if rendered is None:
            return
        words, shown = self._work.words, self._shown()
        suggested = self._work.folder / shown.name
        path = self._work.messages.save_path(words("Export PDF"), suggested, "PDF (*.pdf)")
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".pdf")
        try:
            write_whole(path, rendered.data)
        except ForumDeskError as error:
            self._work.messages.refuse(error)
            return
        self._work.settings.change(folder=str(path.parent))
        self._log(shown, self._sheet.said, (rendered.pages, 1))
        self._work.messages.tell(words("Written: {path}", path=str(path)))

    def open_outside(self) -> None:
        """Show the very file in the system's viewer."""
        if (rendered := self._sheet.rendered) is None:
            return
        if self._folder is None:
            # Goes with the program; a viewer that still shows the file has it open.
            self._folder = tempfile.TemporaryDirectory(prefix="forumdesk-")
            weakref.finalize(self, self._folder.cleanup)
        path = Path(self._folder.name) / self._shown().name
        try:
            write_whole(path, rendered.data)
        except ForumDeskError as error:
            self._work.messages.refuse(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    # Printing

    def print(self) -> None:
        """Ask the system's dialog where to print, and print."""
        if (rendered := self._sheet.rendered) is None:
            return
        shown = self._shown()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(shown.name)
        hand_over(printer, rendered.sizes, (shown.handout, shown.options))
        dialog = QPrintDialog(printer, self._sheet)
        dialog.setMinMax(1, rendered.pages)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet shown as the dialog was answered."""
        if (rendered := self._sheet.rendered) is None:
            return
        pages = tuple(chosen_pages(printer, rendered.pages, self._sheet.view.page))
        manner = self._manner(rendered, pages, printer)
        if manner is None:
            return
        copies = max(printer.copyCount(), 1)
        job = _Job(self._shown(), self._sheet.said, rendered, pages, copies)
        if manner is Manner.TILE:
            place = f"{self._sheet.place}!tiles"
            self._tiling = (place, printer, job)
            self.went_on.emit(self._work.words("Parting the sheet"))
            self._work.press.tile(place, rendered.data, (paper_of(printer), pages))
            self.changed.emit()
        else:
            run = PrintRun(self._work.press, self._sheet.place, printer, manner)
            self._start(run, job, rendered, pages)

    def _manner(
        self, rendered: Rendered, pages: tuple[int, ...], printer: QPrinter
    ) -> Manner | None:
        """How pages larger than the paper are printed; ``None`` if not at all."""
        paper = paper_of(printer)
        sizes = [rendered.sizes[n] for n in pages]
        if not too_large(sizes, paper):
            return Manner.FIT
        words = self._work.words
        plans = [tiling(size, paper) for size in sizes]
        count = sum(plan.rows * plan.columns for plan in plans)
        over = words.plural("Over {count} sheet", "Over {count} sheets", count)
        answer = self._work.messages.ask(
            Question(
                words("The page is larger than the paper in the printer."),
                words("Over several sheets it is printed with marks to cut and glue it by."),
                (
                    (Manner.TILE.value, over),
                    (Manner.FIT.value, words("Smaller, to fit")),
                    (Manner.TRUE.value, words("In true size, cut off")),
                ),
            )
        )
        return Manner(answer) if answer else None

    def _start(self, run: PrintRun, job: _Job, of: Rendered, pages: Sequence[int]) -> None:
        self._run = run
        run.ended.connect(lambda count: self._printed(job, count))
        run.failed.connect(self._not_printed)
        run.cancelled.connect(self._cancelled)
        run.went_on.connect(self._tell_page)
        self.changed.emit()
        self._tell_page(0, len(pages))
        run.start(pages, of.sizes)

    def _tiled(self, place: str, parted: Rendered) -> None:
        if self._tiling is None or place != self._tiling[0]:
            return
        _, printer, job = self._tiling
        self._tiling = None
        run = PrintRun(self._work.press, place, printer, Manner.FIT)
        self._start(run, job, parted, range(parted.pages))

    def _not_tiled(self, place: str, phrase: Phrase) -> None:
        if self._tiling is not None and place == self._tiling[0]:
            self._not_printed(phrase)

    def _tell_page(self, done: int, pages: int) -> None:
        words = self._work.words
        self.went_on.emit(words("Printing: page {page} of {pages}", page=done, pages=pages))

    def cancel(self) -> None:
        """Stop printing."""
        if self._run is not None:
            self._run.cancel()
        elif self._tiling is not None:
            self._cancelled()

    def _cancelled(self) -> None:
        self._end()
        self._work.messages.tell(self._work.words("Printing was cancelled."))

    def _printed(self, job: _Job, count: int) -> None:
        self._end()
        self._log(job.shown, job.said, (len(job.pages), job.copies))
        said = self._work.words.plural("{count} page printed", "{count} pages printed", count)
        self._work.messages.tell(said)

    def _not_printed(self, phrase: Phrase) -> None:
        self._end()
        self._work.messages.refuse(ForumDeskError(phrase.message, **dict(phrase.values)))

    def _end(self) -> None:
        if self._tiling is not None:
            self._work.press.cancel(self._tiling[0])
        run, self._run, self._tiling = self._run, None, None
        if run is not None:
            run.deleteLater()
        self._work.press.forget(f"{self._sheet.place}!tiles")
        self.changed.emit()

    def _log(self, shown: Shown, said: Said, counts: tuple[int, int]) -> None:
        """Note how many pages and copies came of a sheet."""
        pages, copies = counts
        if self._work.editable and self._work.edition:
            self._work.run(
                log_printing,
                *(self._work.edition, shown.handout),
                version=said.version,
                pages=pages,
                copies=copies,
                digest=said.digest,
                options=options_kept(shown.options),
                cards=dict(said.cards),
            )
