# SPDX-License-Identifier: MIT
"""The face of a badge: forum, name, body and office, band and code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from forumdesk.domain.naming import position
from forumdesk.handouts.cards.codes import code
from forumdesk.handouts.cards.content import AnyCard, Card, CardsContent
from forumdesk.handouts.cards.fitting import Fitter, Text
from forumdesk.handouts.cards.press import Press, points
from forumdesk.handouts.cards.stacking import Area, Stack, indent, put, stacked
from forumdesk.handouts.content import Wording, affiliation, said
from forumdesk.handouts.flow.boxes import BoxMark, RuleMark
from forumdesk.handouts.fonts import normal
from forumdesk.handouts.stock import Stock
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Style, Theme

_CODE = 0.2  # of the shorter side of the card
_LEAST_UNIT, _MOST_UNIT = 0.42, 0.75  # millimetres to a module
_MODULES = 21  # of the codes of badges
_QUIET = 4  # modules kept clear beside a code
_BETWEEN = "\u00a0\u00a0|\u00a0\u00a0"
_SMALL = 0.8  # of its size: rather than smaller, a forum is named in one language
_LONG = 36  # letters: a name that is longer takes more lines
_SHARED = 0.93  # of the band's width; what is left keeps its words apart


class BadgeDesign:
    """Draws badges on the cards of a stock, wide ones and tall ones."""

    def __init__(self, content: CardsContent, stock: Stock, theme: Theme) -> None:
        self.overflowing: list[tuple[str, str]] = []
        self._sheet = content.sheet
        self._theme = theme
        self._fitter = Fitter(theme.floor)
        self._width, self._height = (points(side) for side in stock.face)
        self._pad = points(stock.inset)
        self._wide = self._width >= self._height
        self._measure = self._width - 2 * self._pad
        side = min(stock.face) * _CODE / _MODULES
        self._unit = points(min(max(side, _LEAST_UNIT), _MOST_UNIT))
        self._band_height = theme.style("card-band").leading + theme.space("card-band-pad")
        self._heads: dict[tuple[str, ...], Stack] = {}
        self._bands: dict[tuple[object, ...], list[tuple[Stack, Area]]] = {}

    def draw(
        self, press: Press, card: AnyCard, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """Draw a badge: read are name, body, band and code in this order."""
        assert isinstance(card, Card)
        banded = bool(card.band or card.side)
        low = self._pad + (self._band_height if banded else 0.0)
        side, clear = self._unit * _MODULES, self._unit * _QUIET
        corner = (self._width - self._pad - side, self._height - self._pad - side)
        if not self._wide:
            centred = self._theme.style("card-name").align == "center"
            corner = ((self._width - side) / 2 if centred else self._pad, low + clear)
            low += side + 2 * clear if card.code else 0.0
        self._person(press, card, languages, ((low, self._head(press, languages)), node))
        if banded:
            self._band(press, card, languages, node)
        if card.code and node is not None:
            figure = node.add("Figure", alt=card.code_alt)
            press.code(figure, code(card.code), corner, self._unit)

    def _person(
        self,
        press: Press,
        card: Card,
        languages: Sequence[str],
        where: tuple[tuple[float, float], Node | None],
    ) -> None:
        """Name, body and office between two heights; a line to write a name on."""
        (low, top), node = where
        gap = self._theme.space("card-gap")
        texts = self._texts(card, languages)
        blank = 0.0 if card.name else self._theme.style("card-name").leading + gap
        room = (self._measure, top - low - 2 * gap - blank)
        stack = stacked(self._fitter, texts, room)
        self.overflowing += [(card.participation, words) for words in stack.overflowing]
        start = top - gap - self._above(stack, room[1], len(languages))
        if blank:
            self._line(press, start - blank + gap)
        area = Area(self._pad, start - blank, self._measure, stack.height)
        put(press, stack, area, node)

    def _above(self, stack: Stack, height: float, languages: int) -> float:
        """What is free over the name, so that names of all cards stand on one line if they can."""
        theme, style = self._theme, self._theme.style
        name, body = style("card-name"), style("card-body")
        usual = name.leading + 2 * body.leading + theme.space("card-gap")
        if languages > 1:
            usual += style("card-name", second=True).leading
        free = max(height - usual, 0.0) * theme.share("card-optical")
        lower = name.rise - stack.blocks[0].style.rise if stack.blocks else 0.0
        return min(free + max(lower, 0.0), max(height - stack.height, 0.0))

    # -- what is above and below the name -------------------------------------------------------

    def _head(self, press: Press, languages: Sequence[str]) -> float:
        """Forum and dates, leaving room for the code on a wide card; where they end."""
        top = self._height - self._pad
        side = self._unit * _MODULES
        beside = side + self._unit * _QUIET if self._wide else 0.0
        # What is centred stays in the middle of the card.
        before = beside if self._theme.style("card-title").align == "center" else 0.0
        width = self._measure - beside - before
        stack = self._titled(tuple(languages), width)
        area = Area(self._pad + before, top, width, stack.height)
        press.repeat(tuple(languages), lambda: put(press, stack, area, None))
        end = top - stack.height
        return min(end, top - side) if self._wide else end

    def _titled(self, languages: tuple[str, ...], measure: float) -> Stack:
        found = self._heads.get(languages)
        if found is None:
            style, sheet = self._theme.style, self._sheet
            first = Text(*said(sheet.title, languages[0]), style("card-title"), 2)
            dates = (
                [Text(languages[0], sheet_dates, style("card-dates"))]
                if (sheet_dates := joined(sheet.dates, languages))
                else []
            )
            others = [
                Text(tag, words, style("card-dates"), 2)
                for tag, words in in_each(sheet.title, languages)[1:]
            ]
            limit = self._height * self._theme.share("card-head")
            found = stacked(self._fitter, [first, *others, *dates], (measure, limit))
            if any(
                block.style.size < _SMALL * text.style.size
                for text, block in zip(found.texts, found.blocks, strict=True)
            ):
                alone = [Text(*said(sheet.dates, languages[0]), style("card-dates"))]
                texts = [first, *(alone if sheet.dates else ())]
                found = stacked(self._fitter, texts, (measure, limit))
            self._heads[languages] = found
        return found

    def _band(
        self, press: Press, card: Card, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """A field in the colour of the side, with the words for category and side in it."""
        press.repeat(card.tone, lambda: press.marks([self._field(card.tone)], self._pad))
        key = (card.band, card.side, languages)
        found = self._bands.get(key)
        if found is None:
            found = self._bands[key] = [*self._worded(card, languages)]
        for stack, area in found:
            self.overflowing += [(card.participation, each) for each in stack.overflowing]
            put(press, stack, area, node)

    def _field(self, tone: int) -> BoxMark:
        theme = self._theme
        radius, color = theme.space("card-round"), theme.tone(tone)
        return BoxMark(self._pad, 0, self._measure, self._band_height, color, radius)

    def _worded(self, card: Card, languages: Sequence[str]) -> Iterator[tuple[Stack, Area]]:
        """The words of a band, each with its place."""
        style, pad = self._theme.style("card-band"), self._theme.space("card-band-pad")
        words = [said for of in (card.band, card.side) if (said := joined(of, languages))]
        left, inner = self._pad + 2 * pad, self._measure - 4 * pad
        centred = style.align == "center"
        texts = [(style, _BETWEEN.join(words))] if centred else _at_ends(style, words)
        # Each has its share of the width, so that both come to one size.
        widths = [of.face.width(normal(said)) for of, said in texts]
        whole = sum(widths) or 1.0  # marks that are not seen have no width
        for (of, said), wide in zip(texts, widths, strict=True):
            room = (inner * wide / whole * _SHARED, style.leading)
            stack = stacked(self._fitter, [Text(languages[0], said, of)], room)
            x = left + indent(of.align, inner - room[0])
            top = self._pad + (self._band_height + stack.height) / 2
            yield stack, Area(x, top, room[0], stack.height)

    def _line(self, press: Press, y: float) -> None:
        """A line to write a name on."""
        theme = self._theme
        thick = theme.line("hairline")
        press.marks([RuleMark(self._pad, 0, self._measure, thick, theme.ink("faint"))], y)

    # -- what is said of the person -------------------------------------------------------------

    def _texts(self, card: Card, languages: Sequence[str]) -> list[Text]:
        """The name large, in the next language below it, then body and office."""
        gap = self._theme.space("card-gap")
        return [
            *names(self._theme, card.name, (languages, gap / 3), "card-name"),
            *offices(self._theme, card, (languages, gap), "card"),
        ]


def names(theme: Theme, name: Wording, of: tuple[Sequence[str], float], style: str) -> list[Text]:
    """A name in the languages of a face, with space between; the first one is the heading."""
    languages, gap = of
    single = theme.share("card-single")
    alone = theme.scaled(theme.share("card-alone")) if len(languages) == 1 else theme
    return [
        Text(
            *(tag, words, alone.style(style, second=n > 0), lines_of(words)),
            *(gap, "P" if n else "H1", single),
        )
        for n, (tag, words) in enumerate(in_each(name, languages))
    ]


def lines_of(name: str) -> int:
    """How many lines a name may take: a long one more, rather than get small."""
    return 4 if len(name) > _LONG else 2


def offices(theme: Theme, card: Card, of: tuple[Sequence[str], float], kind: str) -> list[Text]:
    """Body and office: one below the other in one language, as one line of each of several."""
    languages, gap = of
    if len(languages) == 1:
        both = ((f"{kind}-body", card.organization), (f"{kind}-office", card.office))
        lines = [(theme.style(name), said(of, languages[0])) for name, of in both if of]
    else:
        told = [affiliation(card.office, card.organization, languages[0])]
        # Below the first language stands what the others have for their own.
        held, body = dict(card.office), dict(card.organization)
        known = {said(of, languages[0])[1] for of in (card.office, card.organization)}
        told += [
            (t, position(held.get(t, ""), body.get(t, ""), t))
            for t in languages[1:]
            if not {held.get(t, ""), body.get(t, "")} - {""} <= known
        ]
        found = dict.fromkeys(pair for pair in told if pair[1])
        lines = [(theme.style(f"{kind}-body", second=n > 0), pair) for n, pair in enumerate(found)]
    return [
        Text(*pair, style, 3, gap if not n else gap / 4, single=1.0)
        for n, (style, pair) in enumerate(lines)
    ]


def in_each(text: Wording, languages: Sequence[str]) -> list[tuple[str, str]]:
    """A text in each language that has it for its own; where none has, as it is."""
    own = dict(text)
    found = [(tag, own[tag]) for tag in languages if tag in own]
    return found or list(text[:1])


def joined(text: Wording, languages: Sequence[str]) -> str:
    """A text in one line, in every language once."""
    return " · ".join(dict.fromkeys(word for _, word in in_each(text, languages)))


def _at_ends(style: Style, words: Sequence[str]) -> list[tuple[Style, str]]:
    """Words at the left end of a band, and others at its right."""
    return [(replace(style, align="right") if n else style, said) for n, said in enumerate(words)]
