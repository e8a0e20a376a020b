# SPDX-License-Identifier: MIT
"""Small pictures of the first page of each handout, made while nothing else is asked for.

One after the other, those in view first: a sheet that is wanted to be read never waits for more
than the one picture at hand. Pictures stay until a sheet says something else; one that can't be
made is left out.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from forumdesk.domain.dossier import Dossier
from forumdesk.domain.words import Phrase
from forumdesk.handouts.catalogue import handout
from forumdesk.handouts.contents.setting import Imprint
from forumdesk.handouts.options import Options
from forumdesk.handouts.result import Rendered
from forumdesk.handouts.stale import options_kept
from forumdesk.handouts.worker import PageImage
from forumdesk.ui.sheets.press import Order
from forumdesk.ui.sheets.sheet import SheetView
from forumdesk.ui.sheets.view import picture
from forumdesk.ui.workspace import Workspace

SIZE = QSize(60, 80)  # pixels: the room for a page
LULL = 250  # milliseconds of peace before the next picture
SCALE = 0.2  # of 72 dpi; drawn larger than shown, and made smaller smoothly

OptionsOf = Callable[[str], Options]
InView = Callable[[], list[str]]


class Thumbnails(QObject):
    """``ready`` carries the name of a handout and its picture, which is null for none."""

    ready = Signal(str, QPixmap)

    def __init__(self, work: Workspace, sheet: SheetView, in_view: InView) -> None:
        super().__init__(sheet)
        self._work, self._sheet, self._in_view = work, sheet, in_view
        self._place = f"thumbnail@{id(self):x}"
        self._drawing = f"{self._place}#0"
        self._dossier: Dossier | None = None
        self._options: OptionsOf = lambda _: Options()
        self._at = ""  # the handout whose picture is being made
        self._shown: dict[str, tuple[Dossier, str]] = {}  # as of which state, with which options
        self._known: dict[str, tuple[str, str]] = {}  # digest and options of what is shown
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._next)
        press = work.press
        press.made.connect(self._made)
        press.known.connect(self._kept)
        press.drawn.connect(self._drawn)
        press.failed.connect(self._failed)
        sheet.inspected.connect(lambda _: self.look())
        self.destroyed.connect(lambda place=self._place: press.forget(place))

    def show(self, dossier: Dossier, options: OptionsOf) -> None:
        """Pictures of an edition as it is now, with the options of each handout."""
        if self._dossier is not None and self._dossier.edition.id != dossier.edition.id:
            self._known.clear()
        self._dossier, self._options = dossier, options
        self._give_up()
        self.look()

    def look(self) -> None:
        """Go on in a moment: other handouts came into view, or what was wanted is there."""
        self._soon.start(LULL)

    def _give_up(self) -> None:
        """Something else is wanted now."""
        if self._at:
            self._work.press.cancel(self._place)
            self._work.press.cancel(self._drawing)
            self._at = ""

    def _next(self) -> None:
        """Begin the next picture, if nobody waits for anything."""
        dossier = self._dossier
        if self._at or dossier is None:
            return
        name = next((name for name in self._in_view() if self._lacks(name, dossier)), "")
        if not name:
            return
        if self._sheet.isVisible() and not self._sheet.at_rest:
            self.look()
            return
        self._at = name
        options = self._options(name)
        self._shown[name] = (dossier, options_kept(options))
        digest, kept = self._known.get(name, ("", ""))
        known = digest if kept == options_kept(options) else ""
        imprint = Imprint(at=self._work.desk.now())
        order = Order(name, dossier, options, imprint, glance=True, known=known)
        self._work.press.make(self._place, order)

    def _lacks(self, name: str, dossier: Dossier) -> bool:
        # What compares editions would have to read them all.
        if handout(name).compares and dossier.comparison is None:
            return False
        shown, kept = self._shown.get(name, (None, ""))
        return shown is not dossier or kept != options_kept(self._options(name))

    def _made(self, place: str, _rendered: Rendered) -> None:
        if place == self._place and self._at:
            ratio = self._sheet.devicePixelRatioF()
            self._work.press.draw(self._drawing, self._place, 0, SCALE * ratio)

    def _drawn(self, id: str, image: PageImage) -> None:
        if id != self._drawing or not self._at:
            return
        ratio = self._sheet.devicePixelRatioF()
        made = QPixmap.fromImage(picture(image)).scaled(
            SIZE * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        made.setDevicePixelRatio(ratio)
        digest = self._work.press.said(self._place).digest
        self._known[self._at] = (digest, self._shown[self._at][1])
        self._end(made)

    def _kept(self, place: str) -> None:
        if place == self._place and self._at:
            self._at = ""
            self._soon.start(0)

    def _failed(self, id: str, _phrase: Phrase) -> None:
        if id in (self._place, self._drawing) and self._at:
            self._known.pop(self._at, None)
            self._end(QPixmap())
        elif id == self._sheet.place:
            self.look()

    def _end(self, made: QPixmap) -> None:
        name, self._at = self._at, ""
        self.ready.emit(name, made)
        self._soon.start(0)
