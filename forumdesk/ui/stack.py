# SPDX-License-Identifier: MIT
"""The pages of the edition shown, one above the other, each made when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from forumdesk.domain.desk import News, Subject
from forumdesk.domain.words import N_
from forumdesk.ui.actions import Actions
from forumdesk.ui.labels import button, label
from forumdesk.ui.pages import FilePage, Page, page_named
from forumdesk.ui.workspace import Workspace


class PageStack(QStackedWidget):
    """Makes, shows and refreshes pages.

    ``selected`` passes on what is selected on the page in view; ``shown`` carries the id of the
    page that came into view; ``beginWanted`` a click on what begins the first edition.
    """

    selected = Signal(object)
    shown = Signal(str)
    beginWanted = Signal()

    def __init__(self, work: Workspace, actions: Actions) -> None:
        super().__init__()
        self.work, self._actions = work, actions
        self._made: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._acting: Page | None = None
        self._showing = False
        self._empty: QWidget | None = None
        self._blank: QWidget | None = None

    def _nothing(self) -> QWidget:
        """What says that there is no edition yet; most windows never show it."""
        if self._empty is None:
            from forumdesk.ui.empty import empty_page  # noqa: PLC0415

            words = self.work.words
            text = N_("An edition is one meeting of your forum, with its dates, rooms and agenda.")
            begin = button(words("&Add the first edition"), "first")
            begin.clicked.connect(self.beginWanted)
            explained = label(words(text), "muted", wrap=True)
            self._empty = empty_page(words("No edition yet"), explained, begin)
            self.addWidget(self._empty)
        return self._empty

    def minimumSizeHint(self) -> QSize:
        """As small as the page in view lets it be, whatever the others need."""
        current = self.currentWidget()
        return super().minimumSizeHint() if current is None else current.minimumSizeHint()

    @property
    def page(self) -> Page | None:
        """The page in view."""
        current = self.currentWidget()
        return current if isinstance(current, Page) else None

    def show_page(self, id: str) -> None:
        """Bring a page into view; one of an edition where there is none says so."""
        before = self.page
        if before is not None and before.kind.id != id:
            before.commit()
        kind = page_named(id)
        there = self.work.dossier is not None or (kind is not None and kind.of_file)
        page = self._page(id) if there else None
        self._act_for(page)
        self._fill(id, page)
        self.setCurrentWidget(page or self._nothing())
        if self._blank is not None:
            self._blank.deleteLater()
            self._blank = None
        self.updateGeometry()
        if page is None:
            return
        self.shown.emit(id)
        self.selected.emit(page.subject)

    def opening(self, id: str) -> Iterator[None]:
        """What it takes to bring a page into view, step by step; ``show_page`` is the last."""
        kind = page_named(id)
        if self.work.dossier is None and (kind is None or not kind.of_file):
            return
        if id not in self._made:
            if not self.count():
                self._show_blank()  # the first there is comes into view by itself
            self._page(id)
            yield
        if id in self._stale and id in self._made:
            self._fill(id, self._made[id])
            yield

    def _show_blank(self) -> None:
        """Show nothing at all until a page comes."""
        if self._blank is None:
            self._blank = QWidget()
            self.addWidget(self._blank)
        self.setCurrentWidget(self._blank)

    def _fill(self, id: str, page: Page | None) -> None:
        """Let a page show what it is to show; before it is seen, that is quickest."""
        if page is not None and id in self._stale:
            self._stale.discard(id)
            self._showing = True
            try:
                self._show(page)
            finally:
                self._showing = False

    def _show(self, page: Page) -> None:
        if isinstance(page, FilePage):
            page.show_file()
        elif self.work.dossier is not None:
            page.show_edition(self.work.dossier)

    def _act_for(self, page: Page | None) -> None:
        """Let the commands be those of a page."""
        if page is self._acting:
            return
        if self._acting is not None:
            self._actions.drop(self._acting.commands)
        self._acting = page
        if page is not None:
            self._actions.add(page.commands, page, page)

    def _page(self, id: str) -> Page:
        if id not in self._made:
            kind = page_named(id)
            assert kind is not None, id
            page = kind.make(self.work, self)
            page.selected.connect(lambda subject: self._pass_on(page, subject))
            page.commandsChanged.connect(self._actions.refresh)
            self._made[id] = page
            self._stale.add(id)
            self.addWidget(page)
        return self._made[id]

    def _pass_on(self, page: Page, subject: Subject | None) -> None:
        if page is self.page and not self._showing:
            self._actions.refresh()
            self.selected.emit(subject)

    def heed(self, news: News) -> None:
        """A step was done: the page in view hears of it, the others are shown anew later."""
        page = self.page
        self._stale = {name for name, made in self._made.items() if made is not page}
        if isinstance(page, FilePage):
            page.heed_file(news)
        elif page is not None and self.work.dossier is not None:
            page.heed(news, self.work.dossier)

    def show_edition(self, id: str) -> None:
        """Another edition is shown, on a page."""
        self._stale = set(self._made)
        self.show_page(id)

    def put_away(self) -> None:
        """Delete the pages, all of them: they will be wanted anew, in other words or colours."""
        self._act_for(None)
        self._show_blank()
        for page in self._made.values():
            page.deleteLater()
        self._made.clear()
        self._stale.clear()

    def place(self) -> Mapping[str, str]:
        """Where the user is: the page, and the place on it."""
        page = self.page
        if page is None:
            return {}
        return {"page": page.kind.id, **{f"on.{k}": v for k, v in page.place().items()}}

    def restore(self, place: Mapping[str, str]) -> None:
        """Go back to a place on the page in view."""
        on = {key.removeprefix("on."): v for key, v in place.items() if key.startswith("on.")}
        if self.page is not None and on:
            self.page.restore(on)
