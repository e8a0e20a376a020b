# SPDX-License-Identifier: MIT
"""A sheet with the bar to look at it: zoom, spreads, page numbers; made anew as things change."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.words import Phrase
from forumdesk.handouts.result import Rendered
from forumdesk.ui.labels import hairline, label
from forumdesk.ui.sheets.press import Order
from forumdesk.ui.sheets.view import Fit, PagesView
from forumdesk.ui.workspace import Workspace

PATIENCE = 30  # milliseconds in which a quick run of changes is set once
STRIP = 132  # pixels across


class SheetView(QWidget):
    """Pages of one handout, with a strip of small ones at the left.

    ``made`` carries the ``Rendered`` when a sheet asked for with ``show_order`` is set,
    ``inspected`` the problems found in it.
    """

    made = Signal(object)
    inspected = Signal(object)

    def __init__(self, work: Workspace, place: str, *, strip: bool = True) -> None:
        super().__init__()
        self.work, self.place = work, f"{place}@{id(self):x}"
        words, press = work.words, work.press
        self.view = PagesView(press, work.look, self.place, name=words("Pages"))
        self.strip = PagesView(press, work.look, self.place, name=words("Overview of pages"))
        self.strip.setFixedWidth(STRIP)
        self.strip.set_fit(Fit.WIDTH)
        self.strip.setVisible(strip)
        self.number = label("", "small")
        self.percent = label("", "small")
        self.state = label("", "small")
        self._order: Order | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PATIENCE)
        self._soon.timeout.connect(self._send)
        self.rendered: Rendered | None = None
        self._lay_out()
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
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(4)
        layout.addWidget(self.number)
        layout.addSpacing(12)
        layout.addWidget(self.state)
        layout.addStretch(1)
        self._tool(layout, "zoom-out", words("Smaller"), lambda: self.zoom(1 / 1.25))
        layout.addWidget(self.percent)
        self._tool(layout, "zoom-in", words("Larger"), lambda: self.zoom(1.25))
        fit = {Fit.PAGE: words("Whole page"), Fit.WIDTH: words("Page width")}
        for which, text in fit.items():
            made = QToolButton()
            made.setProperty("look", "button")
            made.setText(text)
            made.clicked.connect(lambda _, which=which: self.view.set_fit(which))
            layout.addWidget(made)
        self.spread = QToolButton()
        self.spread.setProperty("look", "button")
        self.spread.setText(words("Two pages"))
        self.spread.setCheckable(True)
        self.spread.toggled.connect(self.view.set_spread)
        layout.addWidget(self.spread)
        return bar

    def _tool(self, layout: QHBoxLayout, icon: str, name: str, run: object) -> None:
        made = QToolButton()
        made.setIcon(self.work.look.icons(icon))
        made.setToolTip(name)
        made.setAccessibleName(name)
        made.clicked.connect(run)
        layout.addWidget(made)

    def _wire(self) -> None:
        press = self.work.press
        press.made.connect(self._made)
        press.inspected.connect(self._inspected)
        press.failed.connect(self._failed)
        self.view.pageShown.connect(self._page_shown)
        self.view.zoomed.connect(lambda zoom: self.percent.setText(f"{round(zoom * 100)} %"))
        self.strip.clicked.connect(self.view.go)
        self.destroyed.connect(lambda place=self.place: press.forget(place))

    def zoom(self, by: float) -> None:
        """Zoom in or out."""
        self.view.set_zoom(self.view.zoom * by)

    def show_order(self, order: Order) -> None:
        """Have this set and show it; the pages there are stay until then."""
        self._order = order
        self.rendered = None
        self._soon.start()

    def _send(self) -> None:
        if self._order is not None:
            self.state.setText(self.work.words("Setting…"))
            self.work.press.make(self.place, self._order)

    def _made(self, place: str, rendered: Rendered) -> None:
        if place != self.place or self._soon.isActive():
            return
        self.rendered = rendered
        self.state.setText("")
        for view in (self.view, self.strip):
            view.show_pages(rendered.pages)
        self._page_shown(self.view.page)
        self.made.emit(rendered)

    def _inspected(self, place: str, problems: object) -> None:
        if place == self.place:
            self.inspected.emit(problems)

    def _failed(self, place: str, phrase: Phrase) -> None:
        if place == self.place:
            self.state.setText(phrase.said(self.work.words))

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
