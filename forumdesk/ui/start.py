# SPDX-License-Identifier: MIT
"""The start page: recent files, a new one, another one, the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from forumdesk.domain.assets import resources
from forumdesk.domain.values import frozen
from forumdesk.domain.words import Words
from forumdesk.ui.banners import BannerArea
from forumdesk.ui.desktop import Desktop
from forumdesk.ui.icons import pixmap
from forumdesk.ui.labels import button, hairline, label
from forumdesk.ui.lists import ASIDE, SECOND, AsideDelegate
from forumdesk.ui.messages import Banner, Messages, WindowMessages, said_anew
from forumdesk.ui.new_forum import NewForm


@frozen
class Recent:
    """A recent file: its name, the folder it is in, and whether it is still there."""

    path: Path
    there: bool

    @property
    def folder(self) -> str:
        """Its folder, from the home folder where it is inside."""
        try:
            return str(Path("~") / self.path.parent.relative_to(Path.home()))
        except ValueError:
            return str(self.path.parent)


def recent_files(desktop: Desktop) -> list[Recent]:
    """The recent files, newest first."""
    return [Recent(Path(p), Path(p).is_file()) for p in desktop.settings.choices.recent]


class StartWindow(QMainWindow):
    """Recent files at the right, what to begin with at the left.

    ``opened`` carries a path to open, ``sampleWanted`` a click on the sample, ``newWanted`` what
    was filled in for a new file.
    """

    opened = Signal(object)
    sampleWanted = Signal()
    newWanted = Signal(object)

    def __init__(self, desktop: Desktop, *, messages: Messages | None = None) -> None:
        super().__init__()
        self.desktop = desktop
        self.banners = BannerArea(desktop.look, desktop.words)
        self._own = WindowMessages(self, self, desktop.words)
        self.messages: Messages = messages or self._own
        self.setWindowTitle("ForumDesk")
        self.resize(880, 560)
        desktop.languageChanged.connect(self._build)
        desktop.look.changed.connect(self._build)
        self._build()

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.desktop.words

    def _build(self) -> None:
        self._own.words = self.words
        before = self.banners.shown.values()
        self.banners = BannerArea(self.desktop.look, self.words)
        self.banners.show_anew(before)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._recent_page())
        self.form: NewForm | None = None
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.banners)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(hairline(vertical=True))
        row.addWidget(self.pages, 1)
        outer.addLayout(row, 1)
        self.setCentralWidget(whole)

    def _left(self) -> QWidget:
        words = self.words
        left = QWidget()
        left.setProperty("look", "sidebar")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setFixedWidth(272)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(28, 36, 28, 24)
        layout.setSpacing(8)
        sign = label()
        sign.setPixmap(_sign(self.devicePixelRatioF()))
        layout.addWidget(sign)
        layout.addSpacing(4)
        layout.addWidget(label("ForumDesk", "title"))
        text = words("Agendas, people and printed programs of your forum, in two languages.")
        layout.addWidget(label(text, "muted", wrap=True))
        layout.addSpacing(20)
        self.new = self._button(words("&New forum…"), "new", self.show_form, "first")
        self.open = self._button(words("&Open…"), "open", self.ask_for_file)
        self.sample = self._button(words("Open the &sample"), "overview", self.sampleWanted.emit)
        for made in (self.new, self.open, self.sample):
            layout.addWidget(made)
        layout.addStretch(1)
        return left

    def _button(self, text: str, icon: str, run: Callable[[], object], look: str = "") -> QWidget:
        made = button(text, look)
        tokens = self.desktop.look.tokens
        color = tokens.on_accent if look == "first" else tokens.text
        made.setIcon(self.desktop.look.icons(icon, color))
        made.clicked.connect(lambda _=False: run())
        return made

    def _recent_page(self) -> QWidget:
        page = QWidget()
        page.setProperty("look", "surface")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(32, 36, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(label(self.words("Recent files"), "lead"))
        self.recent = QListWidget()
        self.recent.setAccessibleName(self.words("Recent files"))
        self.recent.setItemDelegate(AsideDelegate(self.desktop.look, self.recent))
        self.recent.setMouseTracking(True)
        self.recent.itemActivated.connect(self._choose)
        self.recent.itemClicked.connect(self._choose)
        files = recent_files(self.desktop)
        for file in files:
            self.recent.addItem(self._item(file))
        layout.addWidget(self.recent, 1)
        self.recent.setFocus()
        if not files:
            self.recent.hide()
            text = self.words(
                "Files you have worked on will be listed here. "
                "The sample is a good place to look around."
            )
            layout.addWidget(label(text, "muted", wrap=True))
            layout.addStretch(1)
        return page

    def _item(self, file: Recent) -> QListWidgetItem:
        item = QListWidgetItem(file.path.stem)
        item.setData(SECOND, file.folder)
        item.setData(Qt.ItemDataRole.UserRole, file)
        item.setIcon(self.desktop.look.icons("file", self.desktop.look.tokens.muted))
        if not file.there:
            item.setData(ASIDE, self.words("not found"))
        return item

    def _choose(self, item: QListWidgetItem) -> None:
        file: Recent = item.data(Qt.ItemDataRole.UserRole)
        if file.path.is_file():
            self.opened.emit(file.path)
            return
        self.messages.show(said_anew(lambda: self._missing(file)))

    def _missing(self, file: Recent) -> Banner:
        words = self.words
        text = words(
            "{name} is no longer in {folder}. It may have been moved or renamed, or be on a drive "
            "that is not connected.",
            name=file.path.name,
            folder=file.folder,
        )
        offers = (
            (words("Find it…"), self.ask_for_file),
            (words("Take off the list"), lambda: self._forget(file)),
        )
        return Banner("missing", text, "warning", offers)

    def _forget(self, file: Recent) -> None:
        self.desktop.settings.forget(str(file.path))
        self.messages.clear("missing")
        self._build()

    def show_form(self) -> None:
        """Show what a new forum needs to know."""
        if self.form is None:
            self.form = NewForm(self.words)
            self.form.cancelled.connect(lambda: self.pages.setCurrentIndex(0))
            self.form.filled.connect(self.newWanted)
            self.pages.addWidget(self.form)
        self.pages.setCurrentWidget(self.form)
        self.form.begin()

    def ask_for_file(self) -> None:
        """Ask for a file and open it."""
        words = self.words
        path = self.messages.open_path(words("Open a forum file"), words("Forum files (*.forum)"))
        if path is not None:
            self.opened.emit(path)

    def show_banner(self, banner: Banner) -> None:
        """Show a line at the top."""
        self.banners.show_banner(banner)

    def clear_banner(self, key: str) -> None:
        """Take a line away."""
        self.banners.clear_banner(key)

    def show_line(self, text: str) -> None:
        """Show a line at the top: there is no status bar here."""
        self.banners.show_banner(Banner("line", text))


def _sign(ratio: float) -> QPixmap:
    if (resources() / "icons" / "forumdesk.svg").is_file():
        return pixmap("forumdesk", "#000000", 48, ratio)
    return QPixmap()
