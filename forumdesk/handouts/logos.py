# SPDX-License-Identifier: MIT
"""Logos of hosts side by side: in the hosts' order, and none weightier to the eye than another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from forumdesk.handouts.content import HostGroup, Picture
from forumdesk.handouts.flow.boxes import PictureMark
from forumdesk.handouts.flow.plates import Size, weighed
from forumdesk.handouts.painting import Painter
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Theme


def optical(theme: Theme, logo: Picture, widest: float) -> Size:
    """Width and height at which a logo weighs what others do, no wider than some width."""
    tall = theme.space("logo")
    area = tall * tall * theme.share("logo-area")
    return weighed(logo, area, (widest, tall * theme.share("logo-tall")))


class LogoRows:
    """The logos of all hosts in as few rows as have room for them, level at their middles."""

    def __init__(self, theme: Theme, groups: Iterable[HostGroup], node: Node) -> None:
        self._theme, self._node = theme, node
        self._gap = theme.space("logo") * theme.share("logo-gap")
        self._measure = theme.frame.measure
        self._rows = self._broken([h.logo for group in groups for h in group.hosts if h.logo])

    def _broken(self, logos: Sequence[Picture]) -> list[list[tuple[Picture, Size]]]:
        rows: list[list[tuple[Picture, Size]]] = []
        left = 0.0
        for logo in logos:
            size = optical(self._theme, logo, self._measure * self._theme.share("logo"))
            if not rows or left < size[0]:
                rows.append([])
                left = self._measure
            rows[-1].append((logo, size))
            left -= size[0] + self._gap
        return rows

    @property
    def height(self) -> float:
        """How tall all rows are; 0 where no host has a logo."""
        tall = sum(_tallest(row) for row in self._rows)
        return tall + max(len(self._rows) - 1, 0) * self._gap / 2

    def put(self, painter: Painter, top: float, share: float) -> None:
        """Draw them down from ``top``; of the room left in a row a share is left of it."""
        for row in self._rows:
            tall = _tallest(row)
            width = sum(size[0] for _, size in row) + self._gap * (len(row) - 1)
            x = self._theme.frame.left + (self._measure - width) * share
            for logo, (wide, high) in row:
                language, alt = logo.alt[0] if logo.alt else ("", "")
                figure = self._node.add("Figure", language, alt=alt or "·")
                low = top - (tall + high) / 2
                painter.marks([PictureMark(logo, x, 0.0, wide, high, figure)], low)
                x += wide + self._gap
            top -= tall + self._gap / 2


def _tallest(row: Sequence[tuple[Picture, Size]]) -> float:
    return max(size[1] for _, size in row)
