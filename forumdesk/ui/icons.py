# SPDX-License-Identifier: MIT
"""The program's own line icons, drawn in the colours of the look.

``resources/icons/*.svg`` are 24 × 24 drawings of lines in ``currentColor``; here the colour is
put in and they are rendered at the sizes the window uses.
"""

from __future__ import annotations

import math

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from forumdesk.domain.agenda import SessionKind
from forumdesk.domain.assets import resources

SIZE = 16  # device-independent pixels


class Icons:
    """Icons in one set of colours, each made once."""

    def __init__(self, color: str) -> None:
        self._color = color
        self._made: dict[tuple[str, str], QIcon] = {}

    def __call__(self, name: str, color: str = "") -> QIcon:
        """The icon of a name, in ``color`` or that of text; raises ``KeyError`` for no such."""
        key = (name, color)
        if key not in self._made:
            self._made[key] = self._icon(name, color or self._color)
        return self._made[key]

    def _icon(self, name: str, color: str) -> QIcon:
        drawing = _drawing(name)
        icon = QIcon()
        for ratio in {math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()}:
            picture = _rendered(drawing, color, SIZE * ratio)
            picture.setDevicePixelRatio(ratio)
            icon.addPixmap(picture)
        return icon


def pixmap(name: str, color: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture of ``size`` pixels, for a screen of that pixel ratio."""
    picture = _rendered(_drawing(name), color, round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def icon_of(kind: SessionKind) -> str:
    """The name of the icon of a kind of session."""
    return f"session-{kind.value}"


def _drawing(name: str) -> str:
    path = resources() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(name)
    return path.read_text("utf-8")


def _rendered(drawing: str, color: str, size: int) -> QPixmap:
    # By Qt's reader of pictures: its own module for these drawings takes longer to load.
    sized = drawing.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
    picture = QPixmap()
    picture.loadFromData(sized.replace("currentColor", color).encode(), "SVG")
    return picture
