# SPDX-License-Identifier: MIT
"""The window of one forum file: the frame around the pages."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from forumdesk.domain.desk import News, Subject
from forumdesk.store.forumfile import ForumFile
from forumdesk.ui.actions import Actions
from forumdesk.ui.banners import Banners
from forumdesk.ui.commands import COMMANDS
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.forms import commit_typing
from forumdesk.ui.header import Header
from forumdesk.ui.inspector import WIDTH as INSPECTOR_WIDTH
from forumdesk.ui.inspector import Inspector
from forumdesk.ui.labels import bare, tip
from forumdesk.ui.look import Appearance
from forumdesk.ui.messages import Banner, Messages, WindowMessages
from forumdesk.ui.pages import PAGES, page_for
from forumdesk.ui.sidebar import WIDTH as SIDEBAR_WIDTH
from forumdesk.ui.sidebar import Sidebar
from forumdesk.ui.stack import PageStack
from forumdesk.ui.status import Status
from forumdesk.ui.topbar import TopBar
from forumdesk.ui.workspace import Workspace

SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Frame, pages and inspector of one file; closes the file when it is closed itself."""

    def __init__(
        self, desk: ForumFile, desktop: Desktop, *, messages: Messages | None = None
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desktop: Desktop = desktop
        self._own_messages = WindowMessages(self, self, desktop.words)
        self.work = Workspace(desk, desktop, messages or self._own_messages)
        self.setWindowTitle(f"{desk.path.stem} – ForumDesk")
        self._build()
        self._connect()
        self._come_back()

    # What the frame is made of

    def _build(self) -> None:
        """Make the content; done anew when the interface language changes."""
        work = self.work
        chosen = work.settings.choices
        self.actions_ = Actions(work.words, work.look.icons, chosen.shortcuts)
        self.actions_.before_run = self.commit
        self.actions_.editable = lambda: work.editable
        self.actions_.add(COMMANDS, self, self)
        self.top = TopBar(self.actions_, work.words)
        for name in ("edit.undo", "edit.redo"):
            self.top.add_tool(self.actions_[name])
        self.sidebar = Sidebar(work)
        self.header = Header(work)
        self.banners = Banners(work)
        self.stack = PageStack(work, self.actions_)
        self.inspector = Inspector(work)
        self.status = Status(work)
        self.setMenuWidget(self.top)
        self.setCentralWidget(self._middle())
        self.setStatusBar(self.status)
        self._wire()

    def _middle(self) -> QSplitter:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        for part in (self.sidebar, self._centre(), self.inspector):
            self.split.addWidget(part)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes(
            [SIDEBAR_WIDTH, SIZE.width() - SIDEBAR_WIDTH - INSPECTOR_WIDTH, INSPECTOR_WIDTH]
        )
        if state := self.work.settings.choices.splits.get("main"):
            self.split.restoreState(QByteArray.fromBase64(state.encode()))
        for name in ("sidebar", "inspector"):
            self._part(name).setVisible(name not in self.work.settings.choices.hidden)
        return self.split

    def _centre(self) -> QWidget:
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banners)
        layout.addWidget(self.header)
        layout.addWidget(self.stack, 1)
        return centre

    def _wire(self) -> None:
        self.sidebar.picked.connect(self.work.show_edition)
        self.header.picked.connect(self._show_page)
        self.stack.selected.connect(self.inspector.show_subject)
        self.stack.shown.connect(self._page_shown)
        self.status.languagePicked.connect(self.desktop.speak)

    def _connect(self) -> None:
        self.work.changed.connect(self._hear)
        self.work.editionShown.connect(self._edition_shown)
        self.work.wanted.connect(self.go)
        self.work.jobs.progressed.connect(self._job)
        self.desktop.languageChanged.connect(self._speak)
        self.work.look.changed.connect(self._recolor)

    # Showing

    def _show_page(self, id: str) -> None:
        if self.stack.page is None or self.stack.page.objectName() != id:
            self.inspector.show_subject(None)
        self.stack.show_page(id)

    def _page_shown(self, id: str) -> None:
        kind = next(kind for kind in PAGES if kind.id == id)
        self.header.mark(id)
        self.top.show_page(self.work.words(kind.title))
        self.actions_.refresh()

    def _edition_shown(self) -> None:
        self.sidebar.mark(self.work.edition)
        self.inspector.show_subject(None)
        self._show_edition()

    def _show_edition(self) -> None:
        dossier = self.work.dossier
        self.header.setVisible(dossier is not None)
        if dossier is not None:
            self.header.show_edition(dossier)
            if self.stack.page is None:
                self.stack.show_page(PAGES[0].id)
            else:
                self.stack.show_edition()
        else:
            self.stack.show_page(PAGES[0].id)
            self.top.show_page("")
        self._refresh()

    def _hear(self, news: News) -> None:
        self.sidebar.refresh()
        if not self.work.edition and (editions := self.sidebar.editions()):
            self.work.show_edition(editions[0])
            return
        if self.work.dossier is not None:
            self.header.show_edition(self.work.dossier)
        self.stack.heed(news)
        self.inspector.refresh()
        self._refresh()

    def _refresh(self) -> None:
        bridge, words = self.work.bridge, self.work.words
        self.status.refresh()
        for name, text in (
            ("edit.undo", bridge.undo_text(words)),
            ("edit.redo", bridge.redo_text(words)),
        ):
            self.actions_[name].setText(text)
            self.actions_[name].setToolTip(tip(bare(text)))
        self.actions_.refresh()

    def _job(self) -> None:
        self.stack.setEnabled(not self.work.jobs.writing)
        self.inspector.setEnabled(not self.work.jobs.writing)
        self.actions_.refresh()

    def go(self, subject: Subject) -> None:
        """Go to a record: bring its page into view and select it there."""
        kind = page_for(subject.kind)
        if kind is None:
            return
        self._show_page(kind.id)
        page = self.stack.page
        if page is not None and page.select(subject):
            self.inspector.show_subject(subject)

    # What the commands do

    def undo(self) -> None:
        """Undo the last step."""
        self.work.run(type(self.work.desk).undo)

    def redo(self) -> None:
        """Redo the step undone last."""
        self.work.run(type(self.work.desk).redo)

    def new_file(self) -> None:
        """Ask for the start page, where new files are made."""
        self.desktop.show_start()

    def open_file(self) -> None:
        """Open another file in a window of its own."""
        words = self.work.words
        path = self.work.messages.open_path(
            words("Open a forum file"), words("Forum files (*.forum)")
        )
        if path is not None:
            self.desktop.open_file(path)

    def step_edition(self, by: int) -> None:
        """Show the next edition of the list in either direction."""
        editions = self.sidebar.editions()
        index = editions.index(self.work.edition) + by
        if 0 <= index < len(editions):
            self.work.show_edition(editions[index])

    def choose_appearance(self, which: Appearance) -> None:
        """Light, dark, or as the system has it."""
        self.work.settings.change(appearance=which.value)
        self.work.look.choose(which)

    def _part(self, name: str) -> QWidget:
        part: QWidget = getattr(self, name)
        return part

    def is_shown(self, name: str) -> bool:
        """Whether a part of the window is not put away."""
        return name not in self.work.settings.choices.hidden

    def toggle(self, name: str) -> None:
        """Put a part of the window away, or bring it back."""
        hidden = set(self.work.settings.choices.hidden) ^ {name}
        self.work.settings.change(hidden=tuple(sorted(hidden)))
        self._part(name).setVisible(name not in hidden)

    # Language, colours, typing

    def _speak(self) -> None:
        """Build everything anew in another language, at the same place."""
        self.commit()
        place, subject = self.stack.place(), self.inspector.subject
        banners = list(self.banners.shown.values())
        self.work.words = self._own_messages.words = self.desktop.words
        self._rebuild(place, subject)
        for banner in banners:
            if not banner.lasting:
                self.banners.show_banner(banner)

    def _rebuild(self, place: Mapping[str, str], subject: Subject | None) -> None:
        for action in self.actions():
            self.removeAction(action)
            action.deleteLater()
        self._build()
        self._arrive(place)
        self.inspector.show_subject(subject)

    def _recolor(self) -> None:
        self._rebuild(self.stack.place(), self.inspector.subject)

    def commit(self) -> None:
        """Take over what is being typed, a syllable being composed included."""
        commit_typing()
        if self.stack.page is not None:
            self.stack.page.commit()

    # Messages (the lines that ``WindowMessages`` needs)

    def show_banner(self, banner: Banner) -> None:
        """Show a line over the page."""
        self.banners.show_banner(banner)

    def clear_banner(self, key: str) -> None:
        """Take a line away."""
        self.banners.clear_banner(key)

    def show_line(self, text: str) -> None:
        """Show a passing line."""
        self.status.show_line(text)

    # Coming and going

    def _come_back(self) -> None:
        self.resize(SIZE)
        if geometry := self.work.settings.choices.geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        place = self.work.settings.place(self.work.desk.path)
        editions = self.sidebar.editions()
        if editions:
            last = place.get("edition", "")
            self.work.show_edition(last if last in editions else editions[0])
        self._arrive(place)

    def _arrive(self, place: Mapping[str, str]) -> None:
        self.sidebar.mark(self.work.edition)
        page = place.get("page", "")
        if self.work.dossier is not None and page in {kind.id for kind in PAGES}:
            self.stack.show_page(page)
        self._show_edition()
        self.stack.restore(place)

    def changeEvent(self, event: QEvent) -> None:
        """Commit what is being typed when the user turns to another window."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.commit()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take over what is being typed, remember the place, close the file."""
        self.commit()
        self.work.jobs.stop()
        work = self.work
        if work.edition:
            work.settings.keep_place(
                work.desk.path, {"edition": work.edition, **self.stack.place()}
            )
        work.settings.change(
            geometry=_base64(self.saveGeometry()),
            splits={**work.settings.choices.splits, "main": _base64(self.split.saveState())},
        )
        self.work.bridge.leave()
        work.desk.close()
        event.accept()


def _base64(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode()
