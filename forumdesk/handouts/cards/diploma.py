# SPDX-License-Identifier: MIT
"""The face of a certificate: a framed page with hosts and lines to sign on."""

from __future__ import annotations

from collections.abc import Sequence

from forumdesk.handouts.cards.badge import in_each
from forumdesk.handouts.cards.content import AnyCard, CardsContent, Diploma
from forumdesk.handouts.cards.fitting import Fitter, Text
from forumdesk.handouts.cards.press import Press, points
from forumdesk.handouts.cards.stacking import Area, Stack, put, stacked
from forumdesk.handouts.content import HostMark
from forumdesk.handouts.flow.boxes import BoxMark, PictureMark, RuleMark
from forumdesk.handouts.stock import Stock
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import POINTS_PER_MM, Theme

_LOGO = 15.0 * POINTS_PER_MM
_WIDEST = 3.2  # times its height: the widest a logo gets


class DiplomaDesign:
    """Draws certificates."""

    def __init__(self, content: CardsContent, stock: Stock, theme: Theme) -> None:
        self.overflowing: list[tuple[str, str]] = []
        self._theme = theme
        self._hosts = content.hosts
        self._fitter = Fitter(theme.floor)
        self._width, self._height = (points(side) for side in stock.face)
        self._pad = points(stock.inset)
        self._measure = self._width - 2 * self._pad

    def draw(
        self, press: Press, card: AnyCard, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """Draw a certificate."""
        if not isinstance(card, Diploma):
            return
        self._frame(press)
        gap = self._theme.space("diploma-gap")
        top = self._logos(press, node) - gap / 2
        low = self._signatures(press, languages, node) + gap
        texts = self._texts(card, languages, gap)
        measure = self._measure * self._theme.share("diploma-text")
        stack = stacked(self._fitter, texts, (measure, top - low))
        self.overflowing += [(card.participation, words) for words in stack.overflowing]
        free = max(top - low - stack.height, 0)
        area = Area((self._width - measure) / 2, top - free / 2, measure, stack.height)
        put(press, stack, area, node)

    def _texts(self, card: Diploma, languages: Sequence[str], gap: float) -> list[Text]:
        style = self._theme.style
        single = self._theme.share("card-single")
        spoken: list[Text] = []
        for name, lines, said, before in (
            ("diploma-heading", 1, card.heading, 0.0),
            ("diploma-name", 1, card.name, gap),
            ("diploma-office", 2, card.affiliation, gap / 4),
            ("diploma-text", 4, card.text, gap),
            ("diploma-date", 1, card.dates, gap),
        ):
            spoken += [
                Text(
                    *pair,
                    style(name, second=n > 0),
                    lines,
                    before if not n else gap / 6,
                    "H1" if name == "diploma-heading" else "P",
                    single if name == "diploma-name" else 0.9,
                )
                for n, pair in enumerate(in_each(said, languages))
            ]
        return spoken

    def _frame(self, press: Press) -> None:
        """Two rules round the page."""
        theme = self._theme
        inset = self._pad * theme.share("diploma-frame")
        between = theme.space("frame-gap")
        for at, thick in ((inset, "rule"), (inset + between, "hairline")):
            size = (self._width - 2 * at, self._height - 2 * at)
            box = BoxMark(at, at, *size, theme.ink("accent"), outline=theme.line(thick))
            press.marks([box], 0)

    def _logos(self, press: Press, node: Node | None) -> float:
        """The hosts' logos beside one another; where they end."""
        top = self._height - self._pad
        shown = [host.logo for host in self._hosts if host.logo is not None]
        if not shown:
            return top
        sizes = []
        for logo in shown:
            ratio = logo.width / logo.height if logo.height else 1.0
            width = min(_LOGO * ratio, _LOGO * _WIDEST)
            sizes.append((width, width / ratio))
        between = self._theme.space("diploma-gap")
        x = (self._width - sum(w for w, _ in sizes) - between * (len(sizes) - 1)) / 2
        for logo, (width, height) in zip(shown, sizes, strict=True):
            alt = logo.alt[0] if logo.alt else ("", "")
            read = node or Node("Sect")  # one that is not read belongs to nothing
            figure = read.add("Figure", alt[0], alt=alt[1])
            low = top - _LOGO / 2 - height / 2
            press.marks([PictureMark(logo, x, low, width, height, figure)], 0)
            x += width + between
        return top - _LOGO

    def _signatures(self, press: Press, languages: Sequence[str], node: Node | None) -> float:
        """A line to sign on for each host, in the order of the copy; where they begin."""
        theme, hosts = self._theme, self._hosts
        if not hosts:
            return self._pad
        gap = theme.space("diploma-gap")
        width = min((self._measure - gap * (len(hosts) - 1)) / len(hosts), self._measure * 0.42)
        x = (self._width - width * len(hosts) - gap * (len(hosts) - 1)) / 2
        stacks = [self._signed(host, languages, width) for host in hosts]
        tallest = max(stack.height for stack in stacks)
        top = self._pad + tallest
        for stack in stacks:
            rule = RuleMark(x, 0, width, theme.line("hairline"), theme.ink("ink"))
            press.marks([rule], top + gap / 6)
            put(press, stack, Area(x, top, width, stack.height), node)
            x += width + gap
        return top + theme.space("diploma-sign")

    def _signed(self, host: HostMark, languages: Sequence[str], width: float) -> Stack:
        style = self._theme.style
        texts = [
            Text(*pair, style("diploma-host", second=n > 0), 2)
            for n, pair in enumerate(in_each(host.name, languages))
        ]
        return stacked(self._fitter, texts, (width, self._height / 6))
