# SPDX-License-Identifier: MIT
"""Pages of a sheet to look at: drawn as they come into view, at the zoom wanted."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from forumdesk.handouts.worker import PageImage
from forumdesk.ui.look import Look
from forumdesk.ui.sheets.layout import GAP, Layout, Place
from forumdesk.ui.sheets.press import Press

A4 = (595.0, 842.0)  # points: until the first page is drawn
KEPT = 40  # pictures kept
PER_POINT = 96 / 72  # pixels to a point at 100 %
LEAST, MOST = 0.05, 4.0


def picture(image: PageImage) -> QImage:
    """A page as the worker drew it; its pixels are those of ``image``, to be kept as long."""
    return QImage(
        image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGBX8888
    )


class Fit(Enum):
    """What a page is fitted to; ``FREE`` is a zoom of the user's."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class PagesView(QAbstractScrollArea):
    """Shows the sheet the press made for ``place``.

    ``pageShown`` carries the page (from 0) at the top when that changes, ``zoomed`` the zoom;
    ``clicked`` a page that was clicked.
    """

    pageShown = Signal(int)
    zoomed = Signal(float)
    clicked = Signal(int)

    def __init__(self, press: Press, look: Look, place: str, *, name: str) -> None:
        super().__init__()
        self._press, self._look, self._place = press, look, place
        self.setAccessibleName(name)
        self.setProperty("look", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages = 0
        self.zoom, self.fit, self.spread = 1.0, Fit.PAGE, False
        self.marked = -1
        self._size = A4
        self._made = 0  # how often the sheet was made: pictures of an older one are stale
        self._pictures: dict[int, tuple[int, float, QPixmap]] = {}
        self._asked: dict[str, tuple[int, int, float]] = {}
        self._page = 0
        self._said = ("", "")  # in place of pages
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._request)
        press.drawn.connect(self._take)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, pages: int) -> None:
        """The sheet was made anew, with so many pages; old pictures stay until replaced."""
        self._made += 1
        self.pages = pages
        self._pictures = {n: p for n, p in self._pictures.items() if n < pages}
        self._lay_out()

    def say(self, text: str, more: str = "") -> None:
        """Say something in place of pages."""
        self._said = (text, more)
        self.setAccessibleDescription(" ".join(filter(None, self._said)))
        self.viewport().update()

    def layout_(self) -> Layout:
        """Where the pages lie now."""
        width, height = self._size
        scale = self.zoom * PER_POINT
        across = self.viewport().width()
        return Layout(self.pages, round(width * scale), round(height * scale), across, self.spread)

    # Zoom

    def set_fit(self, fit: Fit) -> None:
        """Fit the page from now on."""
        self.fit = fit
        self._lay_out()

    def set_zoom(self, zoom: float) -> None:
        """Show at a zoom (1.0 is 100 %)."""
        self.fit = Fit.FREE
        self.zoom = min(max(zoom, LEAST), MOST)
        self._lay_out()

    def set_spread(self, spread: bool) -> None:
        """Two pages side by side, as in the bound program."""
        self.spread = spread
        self._lay_out()

    def go(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < self.pages:
            self.verticalScrollBar().setValue(self.layout_().top(page) - GAP)

    @property
    def page(self) -> int:
        """The page at the top."""
        return self._page

    def mark(self, page: int) -> None:
        """Draw a frame around a page, as the one shown elsewhere."""
        if page != self.marked:
            self.marked = page
            self.viewport().update()

    def _lay_out(self) -> None:
        page = self._page
        self._fit_zoom()
        layout = self.layout_()
        view = self.viewport()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().setRange(0, max(0, layout.total_height - view.height()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(0, layout.total_width - view.width()))
        if self.pages and layout.row_of(min(page, self.pages - 1)) != layout.row_of(self._page):
            self.go(min(page, self.pages - 1))
        self.zoomed.emit(self.zoom)
        self._scrolled()

    def _fit_zoom(self) -> None:
        if self.fit is Fit.FREE:
            return
        width, height = self._size
        columns = 2 if self.spread and self.pages > 1 else 1
        across = (self.viewport().width() - 2 * GAP) / (width * columns * PER_POINT)
        down = (self.viewport().height() - 2 * GAP) / (height * PER_POINT)
        zoom = across if self.fit is Fit.WIDTH else min(across, down)
        self.zoom = min(max(zoom, LEAST), MOST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _scrolled(self) -> None:
        layout = self.layout_()
        page = layout.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)
        if page != self._page:
            self._page = page
            self.pageShown.emit(page)
        self._ask.start()
        self.viewport().update()

    # Pictures

    def _visible(self) -> list[Place]:
        top = self.verticalScrollBar().value()
        return list(self.layout_().between(top, top + self.viewport().height()))

    def _scale(self) -> float:
        return self.zoom * PER_POINT * self.devicePixelRatioF()

    def _request(self) -> None:
        """Ask for the pictures in view that are missing or stale; drop what is out of it."""
        if not self.isVisible():
            return
        scale = self._scale()
        wanted = {place.page for place in self._visible()}
        for known, (page, made, asked) in list(self._asked.items()):
            if page not in wanted or made != self._made or asked != scale:
                self._press.cancel(known)
                del self._asked[known]
        for page in sorted(wanted):
            made, drawn, _ = self._pictures.get(page, (-1, 0.0, None))
            request = f"{self._place}#{page}@{id(self):x}"
            if (made, drawn) != (self._made, scale) and request not in self._asked:
                self._asked[request] = (page, self._made, scale)
                self._press.draw(request, self._place, page, scale)

    def _take(self, id: str, image: PageImage) -> None:
        if id not in self._asked:
            return
        page, made, scale = self._asked.pop(id)
        pixmap = QPixmap.fromImage(picture(image))
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures.pop(page, None)
        self._pictures[page] = (made, scale, pixmap)
        while len(self._pictures) > KEPT:
            del self._pictures[next(iter(self._pictures))]
        size = (image.width / scale, image.height / scale)
        if abs(size[0] - self._size[0]) > 1 or abs(size[1] - self._size[1]) > 1:
            self._size = size
            self._lay_out()
        self.viewport().update()

    def is_settled(self) -> bool:
        """Whether every page in view is drawn as it is now."""
        scale = self._scale()
        shown = (self._pictures.get(place.page) for place in self._visible())
        return all(p is not None and p[:2] == (self._made, scale) for p in shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in view."""
        tokens = self._look.tokens
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(tokens.sidebar))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for place in self._visible():
            rect = QRect(place.x, place.y, place.width, place.height).translated(-offset)
            self._draw(painter, rect, place.page)
        if not self.pages:
            self._draw_said(painter)
        painter.end()

    def _draw_said(self, painter: QPainter) -> None:
        text, more = self._said
        box = self.viewport().rect().adjusted(24, 24, -24, -24)
        above, below = box.adjusted(0, 0, 0, -box.height() // 2), box
        below.setTop(above.bottom() + 8)
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.setPen(QColor(self._look.tokens.text))
        painter.drawText(above, centred | Qt.AlignmentFlag.AlignBottom, text)
        painter.setPen(QColor(self._look.tokens.muted))
        painter.drawText(below, centred | Qt.AlignmentFlag.AlignTop, more)

    def _draw(self, painter: QPainter, rect: QRect, page: int) -> None:
        tokens = self._look.tokens
        found = self._pictures.get(page)
        if found is None:
            painter.fillRect(rect, QColor("white"))
        else:
            painter.drawPixmap(rect, found[2])
        marked = page == self.marked
        painter.setPen(QPen(QColor(tokens.link if marked else tokens.border), 2 if marked else 1))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say which page was clicked."""
        x = round(event.position().x()) + self.horizontalScrollBar().value()
        y = round(event.position().y()) + self.verticalScrollBar().value()
        for place in self._visible():
            if QRect(place.x, place.y, place.width, place.height).contains(x, y):
                self.clicked.emit(place.page)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaf through with the keys of any viewer."""
        step = 2 if self.spread else 1
        match event.key():
            case Qt.Key.Key_Home:
                self.go(0)
            case Qt.Key.Key_End:
                self.go(self.pages - 1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go(min(self._page + step, self.pages - 1))
            case Qt.Key.Key_PageUp | Qt.Key.Key_Backspace:
                self.go(max(self._page - step, 0))
            case _:
                super().keyPressEvent(event)
