# SPDX-License-Identifier: MIT
"""A sheet with the bar to look at it: zoom, spreads, page numbers; made anew as things change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.words import Phrase
from forumdesk.handouts.result import Rendered
from forumdesk.ui.labels import hairline, label
from forumdesk.ui.sheets.press import Order, Said
from forumdesk.ui.sheets.scale import ScaleField
from forumdesk.ui.sheets.view import Fit, PagesView
from forumdesk.ui.workspace import Workspace

PATIENCE = 30  # milliseconds in which a quick run of changes is set once
STRIP = 132  # pixels across
ROOM_FOR_STRIP = 480  # pixels: with less, the page itself would be too small


class SheetView(QWidget):
    """Pages of one handout, with a strip of small ones at the left.

    ``made`` carries the ``Rendered`` when a sheet asked for with ``show_order`` is set,
    ``inspected`` the problems found in it.
    """

    made = Signal(object)
    inspected = Signal(object)

    def __init__(
        self, work: Workspace, place: str, *, strip: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.work, self.place = work, f"{place}@{id(self):x}"
        words, press = work.words, work.press
        self.view = PagesView(press, work.look, self.place, name=words("Pages"))
        self.strip = PagesView(press, work.look, self.place, name=words("Overview of pages"))
        self.strip.setFixedWidth(STRIP)
        self.strip.set_fit(Fit.WIDTH)
        self._wants_strip = strip
        self.number = label("", "small")
        self.scale = ScaleField(words)
        self.state = label("", "small")
        self._order: Order | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PATIENCE)
        self._soon.timeout.connect(self._send)
        self.rendered: Rendered | None = None
        self._failing = self._expecting = False
        self._lay_out()
        self.strip.setVisible(strip)  # not before it has a parent: it would be a window
        self._wire()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar())
        outer.addWidget(hairline())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.strip)
        row.addWidget(self.view, 1)
        outer.addLayout(row, 1)

    def _bar(self) -> QWidget:
        words = self.work.words
        bar = QWidget(self)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self.number)
        layout.addSpacing(12)
        layout.addWidget(self.state)
        layout.addStretch(1)
        self._tool(layout, "zoom-out", words("Smaller"), lambda: self.zoom(1 / 1.25))
        layout.addWidget(self.scale)
        self._tool(layout, "zoom-in", words("Larger"), lambda: self.zoom(1.25))
        self.spread = self._tool(layout, "copy", words("Two pages side by side"), None)
        self.spread.setCheckable(True)
        self.spread.toggled.connect(self.view.set_spread)
        return bar

    def _tool(
        self, layout: QHBoxLayout, icon: str, name: str, run: Callable[[], object] | None
    ) -> QToolButton:
        made = QToolButton()
        made.setIcon(self.work.look.icons(icon))
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if run is not None:
            made.clicked.connect(run)
        layout.addWidget(made)
        return made

    def _wire(self) -> None:
        press = self.work.press
        press.made.connect(self._made)
        press.inspected.connect(self._inspected)
        press.failed.connect(self._failed)
        self.view.pageShown.connect(self._page_shown)
        self.view.zoomed.connect(lambda zoom: self.scale.show_zoom(zoom, self.view.fit))
        self.scale.fitted.connect(self.view.set_fit)
        self.scale.zoomed.connect(self.view.set_zoom)
        self.strip.clicked.connect(self.view.go)
        self.destroyed.connect(lambda place=self.place: press.forget(place))

    @property
    def said(self) -> Said:
        """What this sheet says: a digest of it, and the version it shows."""
        return self.work.press.said(self.place)

    @property
    def at_rest(self) -> bool:
        """Whether there is nothing it waits for: set and drawn, not to be set, or not asked for."""
        if self.rendered is None:
            return not self._expecting and (self._failing or self._order is None)
        return self.view.is_settled()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip of small pages gives way where there is little room."""
        super().resizeEvent(event)
        self.strip.setVisible(self._wants_strip and self.width() >= ROOM_FOR_STRIP)

    def zoom(self, by: float) -> None:
        """Zoom in or out."""
        self.view.set_zoom(self.view.zoom * by)

    def expect_order(self) -> None:
        """Another order is being made ready: what was asked for before is not wanted any more."""
        self._expecting = True
        self.rendered = None
        self._soon.stop()
        self.work.press.cancel(self.place)

    def show_order(self, order: Order) -> None:
        """Have this set and show it; the pages there are stay until then."""
        self._expecting = False
        self._order = order
        self.rendered = None
        self._failing = False
        self._soon.start()

    def _send(self) -> None:
        if self._order is not None:
            said = self.work.words("Setting…")
            self.state.setText(said if self.view.pages else "")
            self.view.say("" if self.view.pages else said)
            self.work.press.make(self.place, self._order)

    def _made(self, place: str, rendered: Rendered) -> None:
        if place != self.place or self._soon.isActive() or self._expecting:
            return
        self.rendered = rendered
        self.state.setText("")
        self.view.say("")
        for view in (self.view, self.strip):
            view.show_pages(rendered.pages)
        self._page_shown(self.view.page)
        self.made.emit(rendered)

    def _inspected(self, place: str, problems: object) -> None:
        if place == self.place:
            self.inspected.emit(problems)

    def _failed(self, place: str, phrase: Phrase) -> None:
        if place != self.place:
            return
        words = self.work.words
        self._failing = True
        self.state.setText(words("Not set"))
        self.number.setText("")
        for view in (self.view, self.strip):
            view.show_pages(0)
        self.view.say(words("This sheet could not be set."), phrase.said(words))

    def _page_shown(self, page: int) -> None:
        words = self.work.words
        if self.view.pages:
            self.number.setText(
                words("Page {page} of {pages}", page=page + 1, pages=self.view.pages)
            )
        self.strip.mark(page)
        top = self.strip.layout_().top(page)
        bar = self.strip.verticalScrollBar()
        if not bar.value() <= top <= bar.value() + self.strip.viewport().height() // 2:
            bar.setValue(top - self.strip.viewport().height() // 3)
