# SPDX-License-Identifier: MIT
"""Cards on sheets: which one comes where, front and back, and the marks to cut along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from forumdesk.domain.values import frozen
from forumdesk.handouts.card_options import Backs, Marks
from forumdesk.handouts.cards.content import AnyCard, Card, CardsContent
from forumdesk.handouts.cards.fitting import Fitter, Text
from forumdesk.handouts.cards.press import Press, points
from forumdesk.handouts.cards.stacking import Area, put, stacked
from forumdesk.handouts.content import said
from forumdesk.handouts.document import Printed
from forumdesk.handouts.options import Arrangement, Options
from forumdesk.handouts.painting import rounded
from forumdesk.handouts.stock import Stock
from forumdesk.handouts.tagging import Node
from forumdesk.handouts.theme import Theme

_ARM = 2.5  # millimetres of a crop mark to either side of a corner


@frozen
class Face:
    """A face of a card: its languages, the first one largest.

    What only repeats another face is not read aloud again. An ``upper`` face of a folded card
    stands upside down on the sheet; a ``back`` is on the other side of the paper.
    """

    languages: tuple[str, ...]
    repeats: bool = False
    upper: bool = False
    back: bool = False


class Design(Protocol):
    """Draws the face of a card with its lower left corner for origin."""

    overflowing: list[tuple[str, str]]

    def draw(
        self, press: Press, card: AnyCard, languages: tuple[str, ...], node: Node | None
    ) -> None:
        """Draw a card; it is read aloud as part of a node, where there is one."""


class Sheets:
    """Cards being set on the sheets of a stock."""

    def __init__(self, stock: Stock, theme: Theme, options: Options) -> None:
        self._stock = stock
        self._theme = theme
        self._options = options
        self._root = Node("Document")
        self._press = Press(self._root)
        self._languages: tuple[str, ...] = ()

    def printed(self, content: CardsContent, design: Design) -> Printed:
        """The file: every sheet, each followed by its back where cards have one."""
        press, pages = self._press, 0
        languages = self._languages = content.sheet.languages
        sides = self._sides(languages)
        for sheet in self._filled(content.cards):
            for faces in sides:
                self._begin(faces[0].back)
                for place, card in sheet:
                    for face in faces:
                        self._card(place, (card, face), design)
                if not sheet:
                    self._empty(content)
                press.end()
                pages += 1
        named = (
            said(content.sheet.title, languages[0])[1],
            said(content.sheet.subject, languages[0])[1],
        )
        data = press.finish(named, languages, ())
        return Printed(
            data,
            pages,
            tuple(sorted(press.missing.items())),
            density=tuple(sorted(press.density.items())),
            modules=(min(press.modules),) if press.modules else (),
            overflowing=tuple(dict.fromkeys(design.overflowing)),
        )

    # -- which card comes where ---------------------------------------------------------------

    def _filled(self, cards: Sequence[AnyCard]) -> Iterator[list[tuple[int, AnyCard]]]:
        """The cards of each sheet with their places, from the first free place on."""
        if self._options.marks is Marks.TEST:
            cards = ()
        places = self._stock.places
        start = min(max(self._options.start, 1), places) - 1
        for first in range(-start, max(len(cards), 1), places):
            run = range(max(first, 0), min(first + places, len(cards)))
            yield [(n - first, cards[n]) for n in run]

    def _sides(self, languages: tuple[str, ...]) -> list[tuple[Face, ...]]:
        """The faces on each side of the paper: languages apart where they face one another."""
        apart = self._options.arrangement is Arrangement.FACING and len(languages) > 1
        first, second = (languages[:1], languages[1:2]) if apart else (languages, languages)
        if self._stock.folded:
            return [(Face(first), Face(second, repeats=not apart, upper=True))]
        if self._options.marks is Marks.TEST:
            return [(Face(languages),)]
        if apart or self._options.backs is not Backs.NONE:
            return [(Face(first),), (Face(second, repeats=not apart, back=True),)]
        return [(Face(languages),)]

    # -- drawing ------------------------------------------------------------------------------

    def _begin(self, back: bool) -> None:
        stock = self._stock
        width, height = stock.sheet
        self._press.begin(points(width), points(height))
        if self._options.marks is Marks.NONE:
            return
        for place in range(stock.places):
            self._marks(*self._corner(place, back=back))
        self._press.place(0, 0)

    def _corner(self, place: int, *, back: bool = False) -> tuple[float, float]:
        """The lower left corner of a card, in points."""
        stock = self._stock
        left, top = stock.corner(place, mirrored=self._mirrored() if back else "")
        return points(left), points(stock.sheet[1] - top - stock.size[1])

    def _mirrored(self) -> str:
        """Along which axis the places of the back are those of the front seen in a mirror."""
        width, height = self._stock.sheet
        short = self._options.backs is Backs.SHORT_EDGE
        return "y" if (height >= width) is short else "x"

    def _card(self, place: int, of: tuple[AnyCard, Face], design: Design) -> None:
        card, face = of
        if not (face.repeats and face.upper and self._press.again()):
            node = None if face.repeats else self._root.add("Sect")
            design.draw(self._press, card, self._read_by(card, face.languages), node)
        x, y = self._corner(place, back=face.back)
        if face.upper:
            width, height = self._stock.size
            self._press.place(x + points(width), y + points(height), turned=True)
        else:
            self._press.place(x, y)

    def _read_by(self, card: AnyCard, languages: tuple[str, ...]) -> tuple[str, ...]:
        """The languages of a face as its bearer reads them; languages apart stay as they are."""
        own = card.languages if isinstance(card, Card) else ()
        return own if own and languages == self._languages else languages

    def _marks(self, x: float, y: float) -> None:
        """Marks round the card whose lower left corner is there."""
        stock, press = self._stock, self._press
        width, height = points(stock.size[0]), points(stock.size[1])
        stroke = press.ink(self._theme.ink("faint")).replace(" rg", " RG")
        pen = f"{stroke} {self._theme.line('hairline'):.2f} w"
        if self._options.marks is Marks.CROP:
            corners = [(x + dx, y + dy) for dx in (0, width) for dy in (0, height)]
            arm = points(_ARM)
            lines = [
                f"{left - arm:.2f} {low:.2f} m {left + arm:.2f} {low:.2f} l"
                f" {left:.2f} {low - arm:.2f} m {left:.2f} {low + arm:.2f} l"
                for left, low in corners
            ]
            press.drawing(f"{pen} {' '.join(lines)} S")
            return
        press.drawing(f"{pen} {rounded(x, y, (width, height), points(stock.radius))} S")
        if stock.folded:
            middle = y + height / 2
            press.drawing(
                f"q {pen} [3 3] 0 d {x:.2f} {middle:.2f} m {x + width:.2f} {middle:.2f} l S Q"
            )

    def _empty(self, content: CardsContent) -> None:
        """Say on a sheet without cards what it is."""
        language = content.sheet.languages[0]
        stock, style = self._stock, self._theme.style
        title, subject = said(content.sheet.title, language), said(content.sheet.subject, language)
        last = said(content.empty, language)
        if self._options.marks is Marks.TEST:
            last = (language, stock.title.best((language,)))
        texts = (
            Text(*title, style("card-title"), 2, tag="H1"),
            Text(*subject, style("card-title"), 1),
            Text(*last, style("card-body"), 3, gap=self._theme.unit),
        )
        width, height = (points(side) for side in stock.face)
        pad = points(max(stock.inset, 5))
        area = Area(pad, height - pad, width - 2 * pad, height - 2 * pad)
        fitter = Fitter(self._theme.floor)
        put(
            self._press,
            stacked(fitter, texts, (area.width, area.height)),
            area,
            self._root.add("Sect"),
        )
        self._press.place(*self._corner(0))
