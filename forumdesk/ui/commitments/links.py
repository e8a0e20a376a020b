# SPDX-License-Identifier: MIT
"""A text that leads somewhere, as wide as its place, and sessions with a way to take them out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from forumdesk.ui.labels import plain, tip
from forumdesk.ui.workspace import Workspace

AROUND = 24  # pixels of a button beside its text and icon
LEAST = 60  # pixels; narrower, nothing could be read


class Link(QPushButton):
    """A text of the data that leads somewhere; where it is too narrow it ends in …."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setAutoDefault(False)
        self.setProperty("look", "link")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say another text."""
        self._text = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def _icon_width(self) -> int:
        return 0 if self.icon().isNull() else self.iconSize().width() + 4

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        wide = self.fontMetrics().horizontalAdvance(self._text) + self._icon_width() + AROUND
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few characters."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.width(), LEAST) - self._icon_width() - AROUND + 8
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        if self.text() != plain(shown):
            self.setText(plain(shown))
        self.setToolTip(tip(self._text) if shown != self._text else "")


def link_line(work: Workspace, link: Link, *, remove: Callable[[], object], spoken: str) -> QWidget:
    """A link with a button that takes it out of its list; ``spoken`` says what that does."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(link)
    row.addStretch(1)
    gone = QToolButton()
    gone.setIcon(work.look.icons("close"))
    gone.setAccessibleName(spoken)
    gone.setToolTip(work.words("Remove"))
    gone.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    gone.setEnabled(work.editable)
    gone.clicked.connect(remove)
    row.addWidget(gone)
    return holder
