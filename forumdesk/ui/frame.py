# SPDX-License-Identifier: MIT
"""The parts of a window and how they lie: sidebar, head, page, problems, inspector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from forumdesk.domain.desk import Subject
from forumdesk.ui.actions import Actions
from forumdesk.ui.banners import BannerArea
from forumdesk.ui.header import Header
from forumdesk.ui.inspector import WIDTH as INSPECTOR_WIDTH
from forumdesk.ui.inspector import Inspector
from forumdesk.ui.pages import PAGES, SERIES, page_for, page_named
from forumdesk.ui.places import place_of
from forumdesk.ui.sidebar import WIDTH as SIDEBAR_WIDTH
from forumdesk.ui.sidebar import Sidebar
from forumdesk.ui.stack import PageStack
from forumdesk.ui.turns import Turns
from forumdesk.ui.workspace import Workspace

if TYPE_CHECKING:
    from forumdesk.ui.problem_strip import ProblemStrip

PARTS = ("sidebar", "inspector", "problems")  # those that can be put away
_BESIDE = {0: SIDEBAR_WIDTH, 2: INSPECTOR_WIDTH}  # what stands beside the page, and how wide


class Frame(QWidget):
    """Everything between the menus and the status bar.

    It shows the edition of the workspace and follows it to another one; what a step changed is
    passed on by the window (``refresh``). ``problemsClosed``: the strip of problems is to be put
    away.
    """

    problemsClosed = Signal()

    def __init__(self, work: Workspace, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.work = work
        self._problems: ProblemStrip | None = None
        self._page = PAGES[0].id  # of an edition, shown last
        self._opening = Turns(self)  # what it takes to show what was picked
        self.stay = False  # on a page of the file, though another edition is shown
        self.sidebar = Sidebar(work)
        self.header = Header(work)
        self.banners = BannerArea(work.look, work.words)
        self.stack = PageStack(work, actions)
        self.inspector = Inspector(work)
        self.across = self._splitter(Qt.Orientation.Horizontal)
        self.down = self._splitter(Qt.Orientation.Vertical)
        self._widths: dict[int, int] = {}  # of the parts beside the page, as they were last seen
        self._lay_out()
        self._wire()
        self.show_parts()

    def _splitter(self, orientation: Qt.Orientation) -> QSplitter:
        made = QSplitter(orientation)
        made.setChildrenCollapsible(False)
        made.setHandleWidth(1)
        return made

    def _lay_out(self) -> None:
        """From outside in: each widget that changes its parent is dressed anew with all in it."""
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.across)
        centre = QWidget()
        for part in (self.sidebar, centre, self.inspector):
            self.across.addWidget(part)
        self.across.setStretchFactor(1, 1)
        self.across.setSizes([SIDEBAR_WIDTH, 750, INSPECTOR_WIDTH])
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self.header)
        column.addWidget(self.down, 1)
        self.down.addWidget(self.stack)
        self.down.setStretchFactor(0, 1)
        self._restore_split("across", self.across)

    def _wire(self) -> None:
        self.sidebar.picked.connect(self._edition_picked)
        self.sidebar.seriesPicked.connect(lambda key: self.go(Subject("series", key)))
        self.sidebar.pagePicked.connect(self.open_page)
        self.header.picked.connect(self.open_page)
        self.stack.selected.connect(self._selected)
        self.work.problemsFound.connect(self.show_parts)
        self.stack.shown.connect(self._page_shown)

    def _selected(self, subject: Subject | None) -> None:
        """Something was chosen on the page in view."""
        if subject is not None and subject.kind == SERIES.id and self._on_file_page:
            self.sidebar.mark_series(subject.id)
        self.inspector.show_subject(subject)

    # Sizes

    def splits(self) -> dict[str, str]:
        """The sizes of the parts, to be remembered."""
        sizes = {"across": _base64(self.across)}
        return sizes if self._problems is None else {**sizes, "down": _base64(self.down)}

    def _restore_split(self, name: str, splitter: QSplitter) -> None:
        if state := self.work.settings.choices.splits.get(name):
            splitter.restoreState(QByteArray.fromBase64(state.encode()))

    @property
    def problems(self) -> ProblemStrip:
        """The strip of problems, made when there are some to show."""
        if self._problems is None:
            from forumdesk.ui.problem_strip import HEIGHT, ProblemStrip  # noqa: PLC0415 - not at first

            self._problems = ProblemStrip(self.work)
            self._problems.closed.connect(self.problemsClosed)
            self.down.addWidget(self._problems)
            self.down.setSizes([600, HEIGHT])
            self._restore_split("down", self.down)
        return self._problems

    def is_wanted(self, part: str) -> bool:
        """Whether a part was not put away."""
        return part not in self.work.settings.choices.hidden

    def toggle(self, part: str) -> None:
        """Put a part away, or bring it back."""
        hidden = set(self.work.settings.choices.hidden) ^ {part}
        self.work.settings.change(hidden=tuple(sorted(hidden)))
        self.show_parts()

    def show_parts(self) -> None:
        """Show the parts that are wanted, and that there is something for."""
        page, there = self.stack.page, self.work.dossier is not None
        inspected = page is None or page.kind.inspected
        self.header.setVisible(there and not self._on_file_page)
        self._show_beside(
            self.is_wanted("sidebar"), self.is_wanted("inspector") and inspected and there
        )
        checked = page is None or page.kind.checked
        found = there and checked and bool(self.work.problems)
        shown = self.is_wanted("problems") and found
        if shown or self._problems is not None:
            self.problems.setVisible(shown)

    def _show_beside(self, sidebar: bool, inspector: bool) -> None:
        """Show them or not: one that comes or goes takes its room from the page alone."""
        parts, wanted = (self.sidebar, self.inspector), {0: sidebar, 2: inspector}
        if all(
            part.isHidden() is not shown for part, shown in zip(parts, wanted.values(), strict=True)
        ):
            return
        if self.isVisible():
            sizes = self.across.sizes()
            self._widths.update({at: sizes[at] for at in wanted if sizes[at]})
        for part, shown in zip(parts, wanted.values(), strict=True):
            part.setVisible(shown)
        if self.isVisible():
            self._settle_widths(wanted)

    def _settle_widths(self, shown: Mapping[int, bool]) -> None:
        self.down.updateGeometry()  # another page may be in view, that needs less room
        sizes = self.across.sizes()
        left, right = (
            (self._widths.get(at) or max(sizes[at], usual)) if shown[at] else 0
            for at, usual in _BESIDE.items()
        )
        self.across.setSizes([left, max(self.across.width() - left - right - 2, 0), right])

    # Showing

    def show_page(self, id: str) -> None:
        """Bring a page into view."""
        self._opening.drop()
        self.stack.show_page(id)

    def open_page(self, id: str) -> None:
        """The same in steps, between which the window goes on: for whoever picks a page."""
        self._opening.go(self.stack.opening(id), partial(self.show_page, id))

    def open_edition(self, id: str) -> None:
        """Show another edition; a large one is read in steps."""
        self._opening.go(self.work.reading(id), partial(self.work.show_edition, id))

    @property
    def _on_file_page(self) -> bool:
        """Whether the page in view belongs to no edition."""
        return self.stack.page is not None and self.stack.page.kind.of_file

    def _edition_picked(self, id: str) -> None:
        """An edition was chosen in the sidebar: it comes into view, on the page it was left on."""
        self._opening.drop()
        if id != self.work.edition:
            self.open_edition(id)
        elif self._on_file_page:
            self.show_page(self._page)

    def _page_shown(self, id: str) -> None:
        page = self.stack.page
        if id == SERIES.id:
            self.sidebar.mark_series(page.subject.id if page and page.subject else "")
        elif self._on_file_page:
            self.sidebar.mark_page(id)
        else:
            self._page = id
            self.sidebar.mark(self.work.edition)
            self.header.mark(id)
        self.show_parts()

    def show_edition(self, page: str = "") -> None:
        """Show the edition of the workspace, or that there is none.

        On the page named, else on the one in view, else on the first. A page of the file stays
        in view where the edition is gone, or another was put in its place by no wish (``stay``).
        """
        self._opening.drop()
        shown = self.stack.page
        if shown is not None and shown.kind.of_file and (self.stay or self.work.dossier is None):
            page = page or shown.kind.id
        self._show_head()
        self.stack.show_edition(self._wanted(page))
        self.show_parts()

    def coming_back(self, page: str) -> Iterator[None]:
        """Show the edition in a frame built anew, on a page, step by step."""
        self._show_head()
        yield
        wanted = self._wanted(page)
        yield from self.stack.opening(wanted)
        self.show_page(wanted)

    def _wanted(self, page: str) -> str:
        """The page named, else the one of an edition that was shown last."""
        known = page_named(page)
        return known.id if known else self._page

    def _show_head(self) -> None:
        dossier = self.work.dossier
        self.sidebar.mark(self.work.edition)
        if dossier is not None:
            self.header.show_edition(dossier)
        else:
            self.inspector.show_subject(None)

    def refresh(self) -> None:
        """Show sidebar, head and inspector as they are after a step."""
        self.sidebar.refresh()
        if self.work.dossier is not None:
            self.header.show_edition(self.work.dossier)
        self.inspector.refresh()

    def go(self, subject: Subject) -> bool:
        """Bring a record's page into view and choose it there; ``False`` if no page shows it."""
        place = place_of(subject, self.work.dossier)
        kind = page_for(place.kind) if place else None
        if place is None or kind is None:
            return False
        self.show_page(kind.id)
        page = self.stack.page
        if page is None or not page.select(place):
            return False
        self.inspector.show_subject(place)
        return True


def _base64(splitter: QSplitter) -> str:
    return bytes(splitter.saveState().toBase64().data()).decode()
