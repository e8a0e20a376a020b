# SPDX-License-Identifier: MIT
"""The face of a badge: forum, name, body and office, band and code."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.handouts.cards.codes import code
from forumdesk.handouts.cards.content import AnyCard, Card, CardsContent
from forumdesk.handouts.cards.fitting import Fitter
from forumdesk.handouts.cards.press import Press, points
from forumdesk.handouts.cards.stacking import Area, Stack, Text, put, stacked
from forumdesk.handouts.content import Wording, affiliation, said
from forumdesk.handouts.flow.boxes import BoxMark, RuleMark
from forumdesk.handouts.stock import Stock
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Theme

_CODE = 0.2  # of the shorter side of the card
_LEAST_UNIT, _MOST_UNIT = 0.42, 0.75  # millimetres to a module
_MODULES = 21  # of the codes of badges
_QUIET = 4  # modules kept clear beside a code


class BadgeDesign:
    """Draws badges on the cards of a stock, wide ones and tall ones."""

    def __init__(self, content: CardsContent, stock: Stock, theme: Theme) -> None:
        self.overflowing: list[tuple[str, str]] = []
        self._sheet = content.sheet
        self._theme = theme
        self._fitter = Fitter(theme.floor, theme.share("card-single"))
        self._width, self._height = (points(side) for side in stock.face)
        self._pad = points(stock.inset)
        self._wide = self._width >= self._height
        self._measure = self._width - 2 * self._pad
        side = min(stock.face) * _CODE / _MODULES
        self._unit = points(min(max(side, _LEAST_UNIT), _MOST_UNIT))
        self._heads: dict[tuple[str, ...], Stack] = {}

    def draw(
        self, press: Press, card: AnyCard, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """Draw a badge."""
        assert isinstance(card, Card)
        top = self._head(press, card, languages, node)
        low = self._foot(press, card, languages, node)
        texts = self._texts(card, languages)
        if not card.name:
            self._line(press, (top + low) / 2)
        if not texts:
            return
        gap = self._theme.space("card-gap")
        room = (self._measure, top - low - 2 * gap)
        stack = stacked(self._fitter, texts, room)
        self.overflowing += [(card.participation, words) for words in stack.overflowing]
        free = room[1] - stack.height
        start = top - gap - max(free, 0) * self._theme.share("card-optical")
        put(press, stack, Area(self._pad, start, self._measure, stack.height), node)

    # -- what is above and below the name -------------------------------------------------------

    def _head(self, press: Press, card: Card, languages: Sequence[str], node: Node | None) -> float:
        """Forum and dates, with the code beside them on a wide card; where it ends."""
        top = self._height - self._pad
        side = self._unit * _MODULES
        beside = side + self._unit * _QUIET if self._wide else 0.0
        stack = self._titled(tuple(languages), self._measure - beside)
        end = put(press, stack, Area(self._pad, top, self._measure - beside, stack.height), None)
        if not self._wide:
            return end
        if card.code and node is not None:
            figure = node.add("Figure", alt=card.code_alt)
            x = self._width - self._pad - side
            press.code(figure, code(card.code), (x, top - side), self._unit)
        return min(end, top - side)

    def _titled(self, languages: tuple[str, ...], measure: float) -> Stack:
        found = self._heads.get(languages)
        if found is None:
            style, sheet = self._theme.style, self._sheet
            texts = [Text(*said(sheet.title, languages[0]), style("card-title"), 2)]
            if sheet.dates:
                texts.append(Text(*said(sheet.dates, languages[0]), style("card-dates"), 1))
            limit = self._height * self._theme.share("card-head")
            found = self._heads[languages] = stacked(self._fitter, texts, (measure, limit))
        return found

    def _foot(self, press: Press, card: Card, languages: Sequence[str], node: Node | None) -> float:
        """The band with its words, and the code over it on a tall card; where it begins."""
        low = self._pad
        words = _joined((card.band, card.side), languages)
        if words:
            low = self._band(press, card, (languages[0], words), node)
        if not self._wide and card.code and node is not None:
            side = self._unit * _MODULES
            clear = self._unit * _QUIET
            figure = node.add("Figure", alt=card.code_alt)
            x = (self._width - side) / 2
            press.code(figure, code(card.code), (x, low + clear), self._unit)
            low += side + 2 * clear
        return low

    def _band(self, press: Press, card: Card, text: tuple[str, str], node: Node | None) -> float:
        """A field in the colour of the side, with the words in it."""
        theme, style = self._theme, self._theme.style("card-band")
        pad = theme.space("card-band-pad")
        height = style.leading + pad
        color = theme.tone(card.tone)
        radius = theme.space("card-round")
        press.marks([BoxMark(self._pad, 0, self._measure, height, color, radius)], self._pad)
        inner = self._measure - 4 * pad
        stack = stacked(self._fitter, [Text(*text, style)], (inner, style.leading))
        self.overflowing += [(card.participation, words) for words in stack.overflowing]
        start = self._pad + (height + stack.height) / 2
        put(press, stack, Area(self._pad + 2 * pad, start, inner, stack.height), node)
        return self._pad + height

    def _line(self, press: Press, y: float) -> None:
        """A line to write a name on."""
        theme = self._theme
        thick = theme.line("hairline")
        press.marks([RuleMark(self._pad, 0, self._measure, thick, theme.ink("faint"))], y)

    # -- what is said of the person -------------------------------------------------------------

    def _texts(self, card: Card, languages: Sequence[str]) -> list[Text]:
        """The name large, in the next language below it, then body and office."""
        style, gap = self._theme.style, self._theme.space("card-gap")
        texts = [
            Text(tag, words, style("card-name", second=n > 0), 2, gap / 3, "H1" if not n else "P")
            for n, (tag, words) in enumerate(in_each(card.name, languages))
        ]
        if len(languages) == 1:
            both = (("card-body", card.organization), ("card-office", card.office))
            lines = [(name, said(of, languages[0])) for name, of in both if of]
            return texts + [
                Text(*words, style(name), 2, gap if not n else gap / 4)
                for n, (name, words) in enumerate(lines)
            ]
        told = [affiliation(card.office, card.organization, tag) for tag in languages]
        lines_ = list(dict.fromkeys(pair for pair in told if pair[1]))
        return texts + [
            Text(*words, style("card-body", second=n > 0), 2, gap if not n else gap / 4)
            for n, words in enumerate(lines_)
        ]


def in_each(text: Wording, languages: Sequence[str]) -> list[tuple[str, str]]:
    """A text in each language that has it for its own; where none has, as it is."""
    own = dict(text)
    found = [(tag, own[tag]) for tag in languages if tag in own]
    return found or list(text[:1])


def _joined(texts: Sequence[Wording], languages: Sequence[str]) -> str:
    """Several texts in one line, each in every language once."""
    words = [word for text in texts for _, word in in_each(text, languages)]
    return " · ".join(dict.fromkeys(words))
