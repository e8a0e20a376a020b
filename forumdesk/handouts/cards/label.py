# SPDX-License-Identifier: MIT
"""The face of an address label."""

from __future__ import annotations

from forumdesk.handouts.cards.content import AnyCard, CardsContent, Label
from forumdesk.handouts.cards.fitting import Fitter, Text
from forumdesk.handouts.cards.press import Press, points
from forumdesk.handouts.cards.stacking import Area, put, stacked
from forumdesk.handouts.stock import Stock
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width
from forumdesk.handouts.theme import Style, Theme

_USUAL = 5  # lines of an address
_LINES = 3  # that one line of an address may take


class LabelDesign:
    """Draws address labels: lines from the left, in the middle of the height."""

    def __init__(self, content: CardsContent, stock: Stock, theme: Theme) -> None:
        self.overflowing: list[tuple[str, str]] = []
        self._theme = theme
        self._fitter = Fitter(theme.floor)
        self._width, self._height = (points(side) for side in stock.face)
        self._pad = points(stock.inset)

    def draw(
        self, press: Press, card: AnyCard, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """Draw a label; its language is its own."""
        if not isinstance(card, Label):
            return
        theme = self._theme
        gap = theme.space("card-gap") / 2
        room = (self._width - 2 * self._pad, self._height - 2 * self._pad)
        texts = [
            Text(
                card.language,
                _parted(line, card.apart, theme.style("label-line"), room[0]),
                theme.style("label-name" if n == card.strong else "label-line"),
                _LINES,
                gap if n == card.strong or n - 1 == card.strong else 0.0,
                "H1" if n == card.strong else "P",
            )
            for n, line in enumerate(card.lines)
        ]
        stack = stacked(self._fitter, texts, room)
        self.overflowing += [(card.participation, words) for words in stack.overflowing]
        # Those of neighbours begin on one line, as long as they are no taller than is usual.
        usual = max(stack.height, _USUAL * theme.style("label-line").leading)
        top = self._height - self._pad - max(room[1] - usual, 0) / 2
        put(press, stack, Area(self._pad, top, room[0], stack.height), node)


def _parted(line: str, apart: str, style: Style, width: float) -> str:
    """A line, in two where it is longer than the label is wide and ends in what may stand apart."""
    before = line.removesuffix(f", {apart}")
    if not apart or before == line or natural_width([Span(line, style)]) <= width:
        return line
    return f"{before}\n{apart}"
