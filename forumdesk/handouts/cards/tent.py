# SPDX-License-Identifier: MIT
"""The face of a name tent or place card: the name as large as can be, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.handouts.cards.badge import joined, names, offices
from forumdesk.handouts.cards.content import AnyCard, Card, CardsContent
from forumdesk.handouts.cards.fitting import Fitter, Text
from forumdesk.handouts.cards.press import Press, points
from forumdesk.handouts.cards.stacking import Area, Stack, put, stacked
from forumdesk.handouts.content import said
from forumdesk.handouts.flow.boxes import RuleMark
from forumdesk.handouts.stock import Stock
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.text.linebreaking import Span, natural_width
from forumdesk.handouts.theme import Theme


class TentDesign:
    """Draws name tents and place cards; everything stands in the middle, to be read from afar."""

    def __init__(self, content: CardsContent, stock: Stock, theme: Theme) -> None:
        self.overflowing: list[tuple[str, str]] = []
        self._sheet = content.sheet
        self._theme, self._wide = theme, theme.scaled(theme.share("tent-wide"))
        self._fitter = Fitter(theme.floor)
        self._width, self._height = (points(side) for side in stock.face)
        self._pad = points(stock.inset)
        self._measure = self._width - 2 * self._pad
        self._last: tuple[object, tuple[str, ...], Stack] | None = None  # most faces come twice
        self._feet: dict[tuple[object, ...], Stack] = {}
        self._forums: dict[tuple[str, ...], tuple[str, str]] = {}

    def draw(
        self, press: Press, card: AnyCard, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """Draw a face."""
        assert isinstance(card, Card)
        theme = self._theme
        low = self._foot(press, card, languages, node)
        if not card.name:
            thick, ink = theme.line("hairline"), theme.ink("faint")
            press.marks([RuleMark(self._pad, 0, self._measure, thick, ink)], self._height * 0.45)
        room = (self._measure, self._height - self._pad - low - theme.space("card-gap"))
        stack = self._stack(card, languages, room)
        self.overflowing += [(card.participation, words) for words in stack.overflowing]
        free = max(room[1] - stack.height, 0)
        top = self._height - self._pad - free / 2
        put(press, stack, Area(self._pad, top, self._measure, stack.height), node)

    def _stack(self, card: Card, languages: tuple[str, ...], room: tuple[float, float]) -> Stack:
        """The texts of a face; the other face of a card may say the same."""
        if self._last and self._last[0] is card and self._last[1] == languages:
            return self._last[2]
        gap = self._theme.space("card-gap")
        told = offices(self._theme, card, (languages, gap), "tent")
        for theme in (self._wide, self._theme) if len(languages) > 1 else (self._theme,):
            texts = names(theme, card.name, (languages, gap / 2), "tent-name")
            stack = stacked(self._fitter, [*texts, *told], room)
            if not stack.overflowing:
                break
        self._last = (card, languages, stack)
        return stack

    def _foot(
        self, press: Press, card: Card, languages: tuple[str, ...], node: Node | None
    ) -> float:
        """The forum, or where the place is, small under a short rule; where it begins."""
        theme = self._theme
        place = joined(card.place, languages)
        style = theme.style("tent-foot")
        if not place and languages not in self._forums:
            self._forums[languages] = self._forum(languages)
        title = (languages[0], place) if place else self._forums[languages]
        stack = self._feet.get(title)
        if stack is None:
            room = (self._measure, style.leading + 1)
            stack = self._feet[title] = stacked(self._fitter, [Text(*title, style)], room)
        top = self._pad + stack.height
        area = Area(self._pad, top, self._measure, stack.height)
        put(press, stack, area, node if place else None)
        short = self._measure * theme.share("tent-rule")
        rule = RuleMark(
            (self._width - short) / 2, 0, short, theme.line("rule"), theme.ink("accent")
        )
        press.marks([rule], top + theme.space("card-gap") / 2)
        return top + theme.space("card-gap")

    def _forum(self, languages: Sequence[str]) -> tuple[str, str]:
        """The forum in every language where a line has room for it, else in the first."""
        every = joined(self._sheet.title, languages)
        if natural_width([Span(every, self._theme.style("tent-foot"))]) <= self._measure:
            return languages[0], every
        return said(self._sheet.title, languages[0])
