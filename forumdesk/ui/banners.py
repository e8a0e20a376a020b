# SPDX-License-Identifier: MIT
"""Lines over the page that stay until they are dealt with."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from forumdesk.domain.words import Words
from forumdesk.ui.labels import button, label
from forumdesk.ui.look import Look
from forumdesk.ui.messages import Banner, said_anew

_LOOKS = {"danger": "banner-danger", "warning": "banner-warning"}
_ICONS = {"danger": "error", "warning": "warning"}


class BannerArea(QWidget):
    """The lines shown now, the newest at the top."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__()
        self._look, self.words = look, words
        self._lines: dict[str, QFrame] = {}
        self.shown: dict[str, Banner] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_banner(self, banner: Banner) -> None:
        """Show a line, in place of another of the same key."""
        self.clear_banner(banner.key)
        line = self._line(banner)
        self._lines[banner.key], self.shown[banner.key] = line, banner
        self._layout.insertWidget(0, line)

    def show_anew(self, before: Iterable[Banner]) -> None:
        """Show the lines of the window as it was before it was built anew."""
        for banner in before:
            if banner.anew is not None:
                self.show_banner(said_anew(banner.anew))

    def clear_banner(self, key: str) -> None:
        """Take a line away."""
        self.shown.pop(key, None)
        if (line := self._lines.pop(key, None)) is not None:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()

    def _line(self, banner: Banner) -> QFrame:
        line = QFrame()
        line.setProperty("look", _LOOKS.get(banner.tone, "banner"))
        line.setAccessibleName(banner.text)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(10)
        layout.addWidget(self._sign(banner), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(banner.text, wrap=True), 1)
        for offer in banner.offers:
            text, run = offer
            offered = button(text)
            offered.clicked.connect(partial(_do, run))
            layout.addWidget(offered)
        if not banner.lasting:
            layout.addWidget(self._closer(banner.key))
        return line

    def _sign(self, banner: Banner) -> QWidget:
        icon = self._look.icons(_ICONS.get(banner.tone, "note"))
        sign = label()
        sign.setPixmap(icon.pixmap(16, 16))
        sign.setContentsMargins(0, 4, 0, 0)
        return sign

    def _closer(self, key: str) -> QToolButton:
        closer = QToolButton()
        closer.setIcon(self._look.icons("close"))
        closer.setAccessibleName(self.words("Close this message"))
        closer.setToolTip(self.words("Close this message"))
        closer.clicked.connect(lambda: self.clear_banner(key))
        return closer


def _do(run: Callable[[], object], _checked: bool = False) -> None:
    run()
